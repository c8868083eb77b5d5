/* SPDX-License-Identifier: Apache-2.0 */
/* The public headers by themselves, twice, in strict C99; no struct has padding that is not named. */
#include <littlegiant/littlegiant.h>
#include <littlegiant/littlegiant.h>

#include <littlegiant/arrow.h>
#include <littlegiant/arrow.h>

#define STATIC_ASSERT(name, condition) typedef char name[(condition) ? 1 : -1]

/* Enumerated types are 32 bits wide whatever the compiler makes of an enum. */
STATIC_ASSERT(status_is_32_bits, sizeof(lg_status) == 4);
STATIC_ASSERT(verdict_is_32_bits, sizeof(lg_verdict) == 4);
STATIC_ASSERT(reason_is_32_bits, sizeof(lg_reason) == 4);
STATIC_ASSERT(language_is_32_bits, sizeof(lg_language) == 4);
STATIC_ASSERT(unit_is_32_bits, sizeof(lg_unit) == 4);
STATIC_ASSERT(fact_kind_is_32_bits, sizeof(lg_fact_kind) == 4);
STATIC_ASSERT(severity_is_32_bits, sizeof(lg_severity) == 4);
STATIC_ASSERT(level_is_32_bits, sizeof(lg_level) == 4);
STATIC_ASSERT(application_is_32_bits, sizeof(lg_application) == 4);
STATIC_ASSERT(grade_is_32_bits, sizeof(lg_grade) == 4);
STATIC_ASSERT(kind_is_32_bits, sizeof(lg_kind) == 4);
STATIC_ASSERT(operator_is_32_bits, sizeof(lg_operator) == 4);
STATIC_ASSERT(size_class_is_32_bits, sizeof(lg_size_class) == 4);

/* Zero claims nothing. */
STATIC_ASSERT(ok_is_zero, LG_OK == 0);
STATIC_ASSERT(unknown_is_zero, LG_UNKNOWN == 0 && LG_REASON_NONE == 0 && LG_SIZE_UNKNOWN == 0);

/* Versions can be compared by the preprocessor. */
#if LG_VERSION_NUMBER < 100
#error "LG_VERSION_NUMBER is not a number"
#endif

int header_c99(void);
int header_c99(void) { return LG_VERSION[0] != '\0' && LG_FACT_NONE == LG_CRITERION_NONE; }
