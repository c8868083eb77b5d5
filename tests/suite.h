/* SPDX-License-Identifier: Apache-2.0 */
/* What the suites share: the runner, profiles from text, exact numbers, small text checks. */
#ifndef SUITE_H
#define SUITE_H

#include <littlegiant/littlegiant.h>

#include <check.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define ROWS(array) ((int)COUNT(array))
/* An assertion for the inside of big loops: check's own notes every one that holds, too. */
#define REQUIRE(condition)                                                                                             \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            ck_abort_msg("Assertion '%s' failed", #condition);                                                         \
    } while (0)
#define REQUIRE_MSG(condition, ...)                                                                                    \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            ck_abort_msg(__VA_ARGS__);                                                                                 \
    } while (0)

#define MONEY_MAX INT64_C(9000000000000000)

#define GIANT LG_LEVEL_LITTLE_GIANT
#define SPECIAL LG_LEVEL_SPECIALISED_SME
#define INNOVATIVE LG_LEVEL_INNOVATIVE_SME

/* Runs the suite, prints its counts and gives the exit status for main(). */
int suite_run(Suite *suite);

/* Fills memory with 0xA5, so that a forgotten output is seen. */
void poison(void *memory, size_t size);
#define POISON(object) poison(&(object), sizeof(object))

/* A profile that knows nothing, and one that knows "revenue_y1_wan=10000 own_brand=1 ...":
 * columns as in a table, "column=" makes a fact unknown again. A slip fails the test. */
void profile_empty(lg_profile *profile);
void profile_add(lg_profile *profile, const char *facts);
void profile_of(lg_profile *profile, const char *facts);
void profile_put(lg_profile *profile, uint32_t fact, int64_t value);

/* A rule set or a criterion of this id, or the test fails. */
const lg_ruleset *rules_of(const char *id);
uint32_t criterion_of(const lg_ruleset *rules, const char *id);
const lg_criterion *row_of(const lg_ruleset *rules, uint32_t criterion);

/* A decimal128 as it lies in memory, and how many bytes of a 64-bit number come before its lowest `size` ones. */
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
typedef struct decimal128 {
    int64_t high;
    uint64_t low;
} decimal128;
#define BYTES_BEFORE(size) (8 - (size))
#else
typedef struct decimal128 {
    uint64_t low;
    int64_t high;
} decimal128;
#define BYTES_BEFORE(size) 0
#endif

/* Exact arithmetic of the tests' own: it shares nothing with the library. Suites that use it are left out where the
 * compiler has no such type. */
#ifdef __SIZEOF_INT128__
__extension__ typedef __int128 wide;

wide wide_of(lg_int128 number);
int fraction_none(const lg_fraction *value);               /* 0 / 0 */
int fraction_is(const lg_fraction *value, wide n, wide d); /* equal as numbers, n / d */
int fraction_sign(const lg_fraction *value);
#endif

/* Whether text is well-formed UTF-8, and whether it is there and not empty. */
int is_utf8(const char *text);
int has_text(const char *text);

#endif
