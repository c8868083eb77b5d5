/* SPDX-License-Identifier: Apache-2.0 */
#include "suite.h"

#include <stdio.h>

int suite_run(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    int failed;
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

void poison(void *memory, size_t size) { memset(memory, 0xA5, size); }

/* ------------------------------------------------------------------------- profiles */

void profile_empty(lg_profile *profile) { REQUIRE(lg_profile_init(profile, (uint32_t)sizeof *profile) == LG_OK); }

void profile_put(lg_profile *profile, uint32_t fact, int64_t value)
{
    lg_status status = lg_profile_set(profile, fact, value);
    REQUIRE_MSG(status == LG_OK, "fact %u = %lld: status %d", (unsigned)fact, (long long)value, (int)status);
}

static void add_word(lg_profile *profile, const char *word, size_t length)
{
    const char *equals = memchr(word, '=', length);
    char column[64];
    uint32_t fact;
    lg_unit unit;
    lg_status status;
    size_t name;

    REQUIRE_MSG(equals != NULL, "no = in %.*s", (int)length, word);
    name = (size_t)(equals - word);
    REQUIRE_MSG(name < sizeof column, "long column name in %.*s", (int)length, word);
    memcpy(column, word, name);
    column[name] = '\0';
    status = lg_fact_find_column(column, &fact, &unit);
    REQUIRE_MSG(status == LG_OK, "column %s: status %d", column, (int)status);
    status = lg_profile_set_text(profile, fact, unit, equals + 1, length - name - 1);
    REQUIRE_MSG(status == LG_OK, "%.*s: status %d", (int)length, word, (int)status);
}

void profile_add(lg_profile *profile, const char *facts)
{
    while (*facts != '\0') {
        size_t length = strcspn(facts, " ");
        if (length > 0)
            add_word(profile, facts, length);
        facts += length;
        facts += strspn(facts, " ");
    }
}

void profile_of(lg_profile *profile, const char *facts)
{
    profile_empty(profile);
    profile_add(profile, facts);
}

/* ------------------------------------------------------------------------- rule sets */

const lg_ruleset *rules_of(const char *id)
{
    const lg_ruleset *rules = lg_ruleset_find(id);
    REQUIRE_MSG(rules != NULL, "no rule set %s", id);
    return rules;
}

uint32_t criterion_of(const lg_ruleset *rules, const char *id)
{
    uint32_t criterion = lg_criterion_find(rules, id);
    REQUIRE_MSG(criterion != LG_CRITERION_NONE, "%s has no criterion %s", lg_ruleset_describe(rules)->id, id);
    return criterion;
}

const lg_criterion *row_of(const lg_ruleset *rules, uint32_t criterion)
{
    const lg_criterion *row = lg_ruleset_criterion(rules, criterion);
    REQUIRE_MSG(row != NULL, "no criterion %u", (unsigned)criterion);
    return row;
}

/* --------------------------------------------------------------------------- numbers */

#ifdef __SIZEOF_INT128__

wide wide_of(lg_int128 number) { return (wide)number.high * ((wide)1 << 64) + (wide)number.low; }

static wide wide_gcd(wide a, wide b)
{
    a = a < 0 ? -a : a;
    b = b < 0 ? -b : b;
    while (b != 0) {
        wide rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

int fraction_none(const lg_fraction *value)
{
    return wide_of(value->numerator) == 0 && wide_of(value->denominator) == 0;
}

/* Both are reduced first: cross-multiplying could overflow. */
int fraction_is(const lg_fraction *value, wide n, wide d)
{
    wide vn = wide_of(value->numerator), vd = wide_of(value->denominator), g, h;
    if (vd <= 0 || d <= 0)
        return 0;
    g = wide_gcd(vn, vd);
    h = wide_gcd(n, d);
    return vn / g == n / h && vd / g == d / h;
}

int fraction_sign(const lg_fraction *value)
{
    wide n = wide_of(value->numerator);
    return (n > 0) - (n < 0);
}

#endif

/* ----------------------------------------------------------------------------- texts */

int has_text(const char *text) { return text != NULL && text[0] != '\0'; }

/* Length of the sequence that a byte begins, 0 if none does. */
static int utf8_length(unsigned char c)
{
    if (c < 0x80)
        return 1;
    if (c >= 0xC2 && c <= 0xDF)
        return 2;
    if (c >= 0xE0 && c <= 0xEF)
        return 3;
    return c >= 0xF0 && c <= 0xF4 ? 4 : 0;
}

int is_utf8(const char *text)
{
    const unsigned char *p = (const unsigned char *)text;
    while (*p != '\0') {
        int length = utf8_length(*p);
        if (length == 0 || (*p == 0xE0 && p[1] < 0xA0) || (*p == 0xED && p[1] > 0x9F) || (*p == 0xF0 && p[1] < 0x90) ||
            (*p == 0xF4 && p[1] > 0x8F))
            return 0;
        for (int i = 1; i < length; i++)
            if ((p[i] & 0xC0) != 0x80)
                return 0;
        p += length;
    }
    return 1;
}
