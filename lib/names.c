/* SPDX-License-Identifier: Apache-2.0 */
/* Stable words for the values of the public constants, versions and capabilities. */
#include "columns/block.h"

#define NAME_OF(TABLE, VALUE)                                                                                          \
    ((VALUE) >= 0 && (size_t)(VALUE) < sizeof(TABLE) / sizeof(TABLE)[0] ? (TABLE)[VALUE] : NULL)

/* In the order of the constants; NULL where a number is not used. */
static const char *const STATUSES[] = {"LG_OK",          "LG_E_NULL",     "LG_E_SIZE",     "LG_E_FACT", "LG_E_RANGE",
                                       "LG_E_CRITERION", "LG_E_CAPACITY", "LG_E_TEXT",     "LG_E_UNIT", "LG_E_INEXACT",
                                       "LG_E_LANGUAGE",  "LG_E_RULES",    "LG_E_NO_RULES", "LG_E_DATE", "LG_E_ARGUMENT",
                                       "LG_E_MEMORY",    "LG_E_STREAM"};
static const char *const STATUS_TEXTS[] = {
    "The call succeeded.",
    "A pointer that must not be NULL is NULL.",
    "The struct_size of the profile is smaller than any release's struct.",
    "There is no such fact, or the profile claims one that this library does not know.",
    "A value lies outside the documented range of its fact.",
    "The rule set has no such criterion.",
    "The buffer is too small; the needed size was reported.",
    "The text is not a value of this unit.",
    "The column needs a unit suffix, or has one that its fact cannot take.",
    "The value is not a whole number of the canonical unit.",
    "There is no such language.",
    "The rule set is malformed.",
    "No rule set is in force for what was asked.",
    "This is not a date of the form YYYYMMDD.",
    "The number is none of the values that this argument can take.",
    "There is not enough memory.",
    "The stream that delivers the data reported an error.",
};
static const char *const VERDICTS[] = {"unknown", "met", "not_met", "not_applicable"};
static const char *const REASONS[] = {"none", "missing", "judgement", "undefined"};
static const char *const LANGUAGES[] = {"en", "zh", "id"};
static const char *const KINDS[] = {NULL,          "all",
                                    "any",         "at-least",
                                    "when",        "best",
                                    "sum",         "pass-mark",
                                    NULL,          NULL,
                                    NULL,          NULL,
                                    NULL,          NULL,
                                    NULL,          NULL,
                                    "value",       "flag",
                                    "ratio",       "total",
                                    "mean-growth", "compound-growth",
                                    "sme-size",    "points-value"};
static const char *const OPERATORS[] = {"none", "ge", "gt", "le", "lt", "eq", "between", "from-to"};
static const char *const GRADES[] = {"none", "official", "corroborated", "single-source", "reconstructed"};
static const char *const FACT_KINDS[] = {NULL, "measure", "level", "reported", "exclusion", "asserted"};
static const char *const LEVELS[] = {"none", "innovative-sme", "specialised-sme", "little-giant"};
static const char *const APPLICATIONS[] = {NULL, "new", "review"};
static const char *const SEVERITIES[] = {NULL, "unusual", "contradiction", "impossible"};
static const char *const SIZE_CLASSES[] = {"unknown", "micro", "small", "medium", "large"};
static const char *const LABELS[LG__LABELS] = {"id", "name", "credit_code", "region"};

/* Statuses count downwards; INT32_MIN has no opposite. */
static int32_t status_index(lg_status status) { return status <= 0 && status > -1000 ? -status : -1; }

const char *lg_status_name(lg_status status) { return NAME_OF(STATUSES, status_index(status)); }
const char *lg_status_text(lg_status status) { return NAME_OF(STATUS_TEXTS, status_index(status)); }
const char *lg_verdict_name(lg_verdict verdict) { return NAME_OF(VERDICTS, verdict); }
const char *lg_reason_name(lg_reason reason) { return NAME_OF(REASONS, reason); }
const char *lg_language_name(lg_language language) { return NAME_OF(LANGUAGES, language); }
const char *lg_kind_name(lg_kind kind) { return NAME_OF(KINDS, kind); }
const char *lg_operator_name(lg_operator op) { return NAME_OF(OPERATORS, op); }
const char *lg_grade_name(lg_grade grade) { return NAME_OF(GRADES, grade); }
const char *lg_fact_kind_name(lg_fact_kind kind) { return NAME_OF(FACT_KINDS, kind); }
const char *lg_level_name(lg_level level) { return NAME_OF(LEVELS, level); }
const char *lg_application_name(lg_application application) { return NAME_OF(APPLICATIONS, application); }
const char *lg_severity_name(lg_severity severity) { return NAME_OF(SEVERITIES, severity); }
const char *lg_size_class_name(lg_size_class size_class) { return NAME_OF(SIZE_CLASSES, size_class); }

const char *lg_label_name(uint32_t i) { return i < LG__LABELS ? LABELS[i] : NULL; }

const char *lg_version(void) { return LG_VERSION; }
int32_t lg_version_number(void) { return LG_VERSION_NUMBER; }
int32_t lg_abi_version(void) { return LG_ABI_VERSION; }

/* How 128-bit numbers are made, then the kernels of the column engine that this processor can run, the one in use last.
 */
const char *lg_capability(uint32_t i)
{
    const char *name = NULL;
    if (i == 0)
        return LG__INT128_NAME;
    return lg__kernel_at(i - 1, &name) ? name : NULL;
}
