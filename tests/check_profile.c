/* SPDX-License-Identifier: Apache-2.0 */
/* Profiles: what is known, and nothing else; every size of struct; every argument missing. */
#include "suite.h"

/* Size of the struct in the first release. Frozen: callers compiled then pass it for ever. */
#define FIRST_SIZE 664u
#define SIZES (2 * FIRST_SIZE)
#define NO_FACT 78u

/* -------------------------------------------------------------------- set, get, clear */

START_TEST(a_new_profile_knows_nothing)
{
    lg_profile profile;
    POISON(profile);
    ck_assert_int_eq(lg_profile_init(&profile, (uint32_t)sizeof profile), LG_OK);
    ck_assert_uint_eq(profile.struct_size, sizeof profile);
    ck_assert_uint_eq(profile.reserved, 0);
    for (size_t i = 0; i < COUNT(profile.known); i++)
        ck_assert_uint_eq(profile.known[i], 0);
    for (uint32_t f = 0; f < lg_fact_count(); f++) {
        int64_t value;
        int32_t known;
        POISON(value);
        POISON(known);
        ck_assert_int_eq(lg_profile_get(&profile, f, &value, &known), LG_OK);
        ck_assert_int_eq(value, 0);
        ck_assert_int_eq(known, 0);
    }
}
END_TEST

/* A profile made by hand, from zeroed memory and its size, is as good as one made by init. */
START_TEST(zeroed_memory_with_a_size_claims_nothing)
{
    lg_profile by_hand, by_init;
    memset(&by_hand, 0, sizeof by_hand);
    by_hand.struct_size = (uint32_t)sizeof by_hand;
    POISON(by_init);
    profile_empty(&by_init);
    ck_assert_mem_eq(&by_hand, &by_init, sizeof by_hand);
}
END_TEST

static void member_put(lg_profile *profile, uint32_t fact, int64_t value)
{
    memcpy((char *)profile + lg_fact_describe(fact)->offset, &value, sizeof value);
    profile->known[fact / 64] |= UINT64_C(1) << (fact % 64);
}

static int known_count(const lg_profile *profile)
{
    int count = 0;
    for (uint32_t bit = 0; bit < 256; bit++)
        count += (int)(profile->known[bit / 64] >> (bit % 64) & 1);
    return count;
}

/* Each fact alone: its own bit and member, no other. */
START_TEST(setting_a_fact_sets_its_member_and_its_bit_only)
{
    uint32_t fact = (uint32_t)_i;
    const lg_fact *info = lg_fact_describe(fact);
    const int64_t values[] = {info->minimum, info->maximum};
    for (size_t i = 0; i < COUNT(values); i++) {
        lg_profile profile, expected;
        int64_t value;
        int32_t known;
        profile_empty(&profile);
        expected = profile;
        member_put(&expected, fact, values[i]);
        ck_assert_int_eq(lg_profile_set(&profile, fact, values[i]), LG_OK);
        ck_assert_mem_eq(&profile, &expected, sizeof profile);
        ck_assert_int_eq(lg_profile_get(&profile, fact, &value, &known), LG_OK);
        ck_assert_int_eq(value, values[i]);
        ck_assert_int_eq(known, 1);
    }
}
END_TEST

START_TEST(zero_is_known_and_not_the_same_as_unknown)
{
    lg_profile profile;
    int64_t value;
    int32_t known;
    profile_of(&profile, "revenue_y1_fen=0");
    ck_assert_int_eq(lg_profile_get(&profile, LG_FACT_REVENUE_Y1, &value, &known), LG_OK);
    ck_assert_int_eq(known, 1);
    ck_assert_int_eq(lg_profile_clear(&profile, LG_FACT_REVENUE_Y1), LG_OK);
    ck_assert_int_eq(lg_profile_get(&profile, LG_FACT_REVENUE_Y1, &value, &known), LG_OK);
    ck_assert_int_eq(known, 0);
}
END_TEST

START_TEST(clearing_a_fact_makes_it_unknown_and_leaves_the_others)
{
    uint32_t fact = (uint32_t)_i;
    lg_profile profile;
    int64_t value;
    int32_t known;
    profile_empty(&profile);
    for (uint32_t f = 0; f < lg_fact_count(); f++)
        profile_put(&profile, f, lg_fact_describe(f)->maximum);
    ck_assert_int_eq(known_count(&profile), (int)lg_fact_count());
    ck_assert_int_eq(lg_profile_clear(&profile, fact), LG_OK);
    ck_assert_int_eq(lg_profile_get(&profile, fact, &value, &known), LG_OK);
    ck_assert_int_eq(value, 0);
    ck_assert_int_eq(known, 0);
    ck_assert_int_eq(known_count(&profile), (int)lg_fact_count() - 1);
    ck_assert_int_eq(lg_profile_clear(&profile, fact), LG_OK);
}
END_TEST

/* A value whose bit is not set is nobody's claim. */
START_TEST(a_value_without_its_bit_is_not_read)
{
    lg_profile profile;
    int64_t value;
    int32_t known;
    profile_empty(&profile);
    profile.revenue_y1_fen = 123;
    profile.employees = INT64_MIN;
    POISON(value);
    ck_assert_int_eq(lg_profile_get(&profile, LG_FACT_REVENUE_Y1, &value, &known), LG_OK);
    ck_assert_int_eq(value, 0);
    ck_assert_int_eq(known, 0);
}
END_TEST

START_TEST(known_may_be_left_out_of_a_reading)
{
    lg_profile profile;
    int64_t value = 7;
    profile_of(&profile, "employees=300");
    ck_assert_int_eq(lg_profile_get(&profile, LG_FACT_EMPLOYEES, &value, NULL), LG_OK);
    ck_assert_int_eq(value, 300);
    ck_assert_int_eq(lg_profile_get(&profile, LG_FACT_RD_STAFF, &value, NULL), LG_OK);
    ck_assert_int_eq(value, 0);
}
END_TEST

/* ------------------------------------------------- a failure leaves the profile as it was */

static void profile_full(lg_profile *profile)
{
    profile_empty(profile);
    for (uint32_t f = 0; f < lg_fact_count(); f++)
        profile_put(profile, f, lg_fact_describe(f)->minimum);
}

static const struct refusal {
    uint32_t fact;
    int64_t value;
    lg_status status;
} REFUSALS[] = {
    {NO_FACT, 0, LG_E_FACT},
    {255, 0, LG_E_FACT},
    {256, 0, LG_E_FACT},
    {LG_FACT_NONE, 0, LG_E_FACT},
    {LG_FACT_REVENUE_Y1, MONEY_MAX + 1, LG_E_RANGE},
    {LG_FACT_REVENUE_Y1, -MONEY_MAX - 1, LG_E_RANGE},
    {LG_FACT_REVENUE_Y1, INT64_MIN, LG_E_RANGE},
    {LG_FACT_REVENUE_Y1, INT64_MAX, LG_E_RANGE},
    {LG_FACT_RD_EXPENSE_Y1, -1, LG_E_RANGE},
    {LG_FACT_OWN_BRAND, 2, LG_E_RANGE},
    {LG_FACT_OWN_BRAND, -1, LG_E_RANGE},
    {LG_FACT_SIZE_SECTOR, 0, LG_E_RANGE},
    {LG_FACT_SIZE_SECTOR, 17, LG_E_RANGE},
    {LG_FACT_MARKET_SHARE, 10001, LG_E_RANGE},
};

START_TEST(a_refused_value_leaves_the_profile_as_it_was)
{
    const struct refusal *r = &REFUSALS[_i];
    const lg_default row = {r->fact, 0, r->value};
    lg_profile empty, full, before;
    profile_full(&full);
    before = full;
    ck_assert_int_eq(lg_profile_set(&full, r->fact, r->value), r->status);
    ck_assert_mem_eq(&full, &before, sizeof full);
    profile_empty(&empty);
    before = empty;
    ck_assert_int_eq(lg_profile_set(&empty, r->fact, r->value), r->status);
    ck_assert_mem_eq(&empty, &before, sizeof empty);
    ck_assert_int_eq(lg_profile_fill(&empty, &row, 1, NULL), r->status);
    ck_assert_mem_eq(&empty, &before, sizeof empty);
}
END_TEST

START_TEST(clear_and_get_refuse_a_fact_that_does_not_exist)
{
    static const uint32_t FACTS[] = {NO_FACT, 255, 256, LG_FACT_NONE};
    for (size_t i = 0; i < COUNT(FACTS); i++) {
        lg_profile profile, before;
        int64_t value;
        int32_t known;
        profile_full(&profile);
        before = profile;
        POISON(value);
        POISON(known);
        ck_assert_int_eq(lg_profile_clear(&profile, FACTS[i]), LG_E_FACT);
        ck_assert_int_eq(lg_profile_get(&profile, FACTS[i], &value, &known), LG_E_FACT);
        ck_assert_int_eq(value, 0);
        ck_assert_int_eq(known, 0);
        ck_assert_mem_eq(&profile, &before, sizeof profile);
    }
}
END_TEST

/* ------------------------------------------------------------------------- from text */

static const struct text_row {
    const char *text;
    lg_status status;
    int known;
    int64_t value;
} TEXTS[] = {
    {"13800", LG_OK, 1, INT64_C(13800000000)},
    {" 0.5 ", LG_OK, 1, 500000},
    {"", LG_OK, 0, 0},
    {" ", LG_OK, 0, 0},
    {"    ", LG_OK, 0, 0},
    {"n/a", LG_E_TEXT, 1, 42},
    {"-0", LG_E_TEXT, 1, 42},
    {"0.0000001", LG_E_INEXACT, 1, 42},
    {"9000000001", LG_E_RANGE, 1, 42},
};

START_TEST(text_sets_clears_or_leaves_a_fact)
{
    const struct text_row *r = &TEXTS[_i];
    lg_profile profile, before;
    int64_t value;
    int32_t known;
    lg_status status;
    profile_of(&profile, "revenue_y1_fen=42 employees=5");
    before = profile;
    status = lg_profile_set_text(&profile, LG_FACT_REVENUE_Y1, LG_UNIT_WAN, r->text, strlen(r->text));
    ck_assert_msg(status == r->status, "\"%s\": status %d", r->text, (int)status);
    ck_assert_int_eq(lg_profile_get(&profile, LG_FACT_REVENUE_Y1, &value, &known), LG_OK);
    ck_assert_int_eq(known, r->known);
    ck_assert_int_eq(value, r->value);
    if (status != LG_OK)
        ck_assert_mem_eq(&profile, &before, sizeof profile);
}
END_TEST

/* Empty text means unknown whatever the unit; but of a fact that exists. */
START_TEST(text_for_no_fact_or_a_wrong_unit_leaves_the_profile)
{
    lg_profile profile, before;
    profile_of(&profile, "revenue_y1_fen=42");
    before = profile;
    ck_assert_int_eq(lg_profile_set_text(&profile, NO_FACT, LG_UNIT_FEN, "1", 1), LG_E_FACT);
    ck_assert_int_eq(lg_profile_set_text(&profile, NO_FACT, LG_UNIT_FEN, "", 0), LG_E_FACT);
    ck_assert_int_eq(lg_profile_set_text(&profile, LG_FACT_REVENUE_Y1, LG_UNIT_PERCENT, "1", 1), LG_E_UNIT);
    ck_assert_mem_eq(&profile, &before, sizeof profile);
}
END_TEST

START_TEST(set_text_reads_only_length_bytes)
{
    char *block = malloc(3);
    lg_profile profile;
    ck_assert_ptr_nonnull(block);
    memcpy(block, "123", 3);
    profile_empty(&profile);
    ck_assert_int_eq(lg_profile_set_text(&profile, LG_FACT_EMPLOYEES, LG_UNIT_COUNT, block, 3), LG_OK);
    ck_assert_int_eq(profile.employees, 123);
    memcpy(block, "   ", 3);
    ck_assert_int_eq(lg_profile_set_text(&profile, LG_FACT_EMPLOYEES, LG_UNIT_COUNT, block, 3), LG_OK);
    ck_assert_int_eq(known_count(&profile), 0);
    free(block);
}
END_TEST

/* -------------------------------------------------------------------------- defaults */

static void check_group(const char *group, lg_fact_kind kind, int64_t value, uint32_t expected)
{
    uint32_t count = 0, last = 0;
    lg_default row;
    lg_status status;
    POISON(row);
    while ((status = lg_default_group(group, count, &row)) == LG_OK) {
        ck_assert_int_eq(lg_fact_describe(row.fact)->kind, kind);
        ck_assert_int_eq(row.value, value);
        ck_assert_uint_eq(row.reserved, 0);
        ck_assert_msg(count == 0 || row.fact > last, "%s: fact %u twice or out of order", group, (unsigned)row.fact);
        last = row.fact;
        count++;
        POISON(row);
    }
    ck_assert_int_eq(status, LG_E_CAPACITY);
    ck_assert_uint_eq(count, expected);
    ck_assert_uint_eq(row.fact, LG_FACT_NONE);
    ck_assert_int_eq(lg_default_group(group, UINT32_MAX, &row), LG_E_CAPACITY);
}

START_TEST(default_groups_are_listed_by_name)
{
    ck_assert_str_eq(lg_default_group_name(0), "judgement");
    ck_assert_str_eq(lg_default_group_name(1), "clean-record");
    ck_assert_ptr_null(lg_default_group_name(2));
    ck_assert_ptr_null(lg_default_group_name(UINT32_MAX));
}
END_TEST

START_TEST(default_groups_hold_every_fact_of_their_kind)
{
    check_group("judgement", LG_FACT_KIND_ASSERTED, 1, 9);
    check_group("clean-record", LG_FACT_KIND_EXCLUSION, 0, 7);
}
END_TEST

START_TEST(there_is_no_other_default_group)
{
    static const char *const GROUPS[] = {"", "Judgement", "judgement ", "judge", "clean_record", "all"};
    for (size_t i = 0; i < COUNT(GROUPS); i++) {
        lg_default row;
        POISON(row);
        ck_assert_msg(lg_default_group(GROUPS[i], 0, &row) == LG_E_FACT, "\"%s\"", GROUPS[i]);
        ck_assert_uint_eq(row.fact, LG_FACT_NONE);
        ck_assert_int_eq(row.value, 0);
    }
}
END_TEST

START_TEST(filling_changes_unknown_facts_only_and_the_first_row_counts)
{
    static const lg_default ROWS_OF_DEFAULTS[] = {
        {LG_FACT_OWN_BRAND, 0, 1},        {LG_FACT_HIGH_REPUTATION, 0, 0}, {LG_FACT_HIGH_REPUTATION, 0, 1},
        {LG_FACT_REVENUE_Y1, 0, 1000000}, {LG_FACT_EMPLOYEES, 0, 7},
    };
    static const uint64_t EXPECTED[4] = {UINT64_C(1) << LG_FACT_REVENUE_Y1 | UINT64_C(1) << LG_FACT_EMPLOYEES,
                                         UINT64_C(1) << (LG_FACT_HIGH_REPUTATION - 64), 0, 0};
    lg_profile profile;
    uint64_t filled[4];
    POISON(filled);
    profile_of(&profile, "own_brand=0");
    ck_assert_int_eq(lg_profile_fill(&profile, ROWS_OF_DEFAULTS, (uint32_t)COUNT(ROWS_OF_DEFAULTS), filled), LG_OK);
    ck_assert_mem_eq(filled, EXPECTED, sizeof filled);
    ck_assert_int_eq(profile.own_brand, 0);
    ck_assert_int_eq(profile.high_reputation, 0);
    ck_assert_int_eq(profile.revenue_y1_fen, 1000000);
    ck_assert_int_eq(profile.employees, 7);
    ck_assert_int_eq(known_count(&profile), 4);
}
END_TEST

START_TEST(one_bad_default_fills_nothing)
{
    static const lg_default BAD[][2] = {
        {{LG_FACT_EMPLOYEES, 0, 7}, {LG_FACT_OWN_BRAND, 0, 2}},
        {{LG_FACT_EMPLOYEES, 0, 7}, {NO_FACT, 0, 0}},
        {{LG_FACT_EMPLOYEES, 0, 7}, {LG_FACT_NONE, 0, 0}},
    };
    static const lg_status STATUS[] = {LG_E_RANGE, LG_E_FACT, LG_E_FACT};
    static const uint64_t NOTHING[4] = {0, 0, 0, 0};
    for (size_t i = 0; i < COUNT(BAD); i++) {
        lg_profile profile, before;
        uint64_t filled[4];
        POISON(filled);
        profile_of(&profile, "revenue_y1_fen=1");
        before = profile;
        ck_assert_int_eq(lg_profile_fill(&profile, BAD[i], 2, filled), STATUS[i]);
        ck_assert_mem_eq(&profile, &before, sizeof profile);
        ck_assert_mem_eq(filled, NOTHING, sizeof filled);
    }
}
END_TEST

/* Who does not want to know what was filled passes NULL. */
START_TEST(what_was_filled_need_not_be_told)
{
    lg_profile profile;
    const lg_default rows[] = {{LG_FACT_OWN_BRAND, 0, 1}};
    profile_empty(&profile);
    ck_assert_int_eq(lg_profile_fill(&profile, rows, 1, NULL), LG_OK);
    ck_assert_int_eq(profile.own_brand, 1);
}
END_TEST

START_TEST(filling_from_an_empty_table_is_fine)
{
    lg_profile profile, before;
    uint64_t filled[4] = {1, 2, 3, 4};
    profile_of(&profile, "revenue_y1_fen=1");
    before = profile;
    ck_assert_int_eq(lg_profile_fill(&profile, NULL, 0, filled), LG_OK);
    ck_assert_mem_eq(&profile, &before, sizeof profile);
    ck_assert_uint_eq(filled[0] | filled[1] | filled[2] | filled[3], 0);
}
END_TEST

/* ------------------------------------------------------------------------ plausibility */

/* The lesser figure may not exceed the greater one; equal is fine. */
static const struct pair {
    uint32_t lesser, greater;
    lg_severity severity;
} PAIRS[] = {
    {LG_FACT_RD_STAFF, LG_FACT_EMPLOYEES, LG_SEVERITY_CONTRADICTION},
    {LG_FACT_MAIN_REVENUE_Y1, LG_FACT_REVENUE_Y1, LG_SEVERITY_CONTRADICTION},
    {LG_FACT_MAIN_REVENUE_Y2, LG_FACT_REVENUE_Y2, LG_SEVERITY_CONTRADICTION},
    {LG_FACT_MAIN_REVENUE_Y3, LG_FACT_REVENUE_Y3, LG_SEVERITY_CONTRADICTION},
    {LG_FACT_IP_CLASS1_OWN, LG_FACT_IP_CLASS1, LG_SEVERITY_CONTRADICTION},
    {LG_FACT_IP_CLASS1_HIGH_VALUE, LG_FACT_IP_CLASS1, LG_SEVERITY_CONTRADICTION},
    {LG_FACT_EQUITY_FINANCING_2Y, LG_FACT_EQUITY_FINANCING_3Y, LG_SEVERITY_CONTRADICTION},
    {LG_FACT_PROVINCE_RANK, LG_FACT_NATIONAL_RANK, LG_SEVERITY_CONTRADICTION},
    {LG_FACT_MAKER_TOP50_3Y, LG_FACT_MAKER_TOP500_3Y, LG_SEVERITY_CONTRADICTION},
    {LG_FACT_TOTAL_LIABILITIES_Y1, LG_FACT_TOTAL_ASSETS_Y1, LG_SEVERITY_UNUSUAL},
    {LG_FACT_RD_EXPENSE_Y1, LG_FACT_REVENUE_Y1, LG_SEVERITY_UNUSUAL},
    {LG_FACT_RD_EXPENSE_Y2, LG_FACT_REVENUE_Y2, LG_SEVERITY_UNUSUAL},
    {LG_FACT_SEGMENT_AGE, LG_FACT_BUSINESS_AGE, LG_SEVERITY_UNUSUAL},
    {LG_FACT_NET_PROFIT_Y1, LG_FACT_REVENUE_Y1, LG_SEVERITY_UNUSUAL},
    {LG_FACT_NET_PROFIT_Y2, LG_FACT_REVENUE_Y2, LG_SEVERITY_UNUSUAL},
    {LG_FACT_NET_PROFIT_Y3, LG_FACT_REVENUE_Y3, LG_SEVERITY_UNUSUAL},
};

static uint32_t issues_of(const lg_profile *profile, lg_issue issues[32])
{
    uint32_t count;
    poison(issues, 32 * sizeof *issues);
    POISON(count);
    ck_assert_int_eq(lg_profile_check(profile, issues, 32, &count), LG_OK);
    return count;
}

static void pair_profile(lg_profile *profile, const struct pair *p, int64_t lesser, int64_t greater)
{
    profile_empty(profile);
    profile_put(profile, p->lesser, lesser);
    profile_put(profile, p->greater, greater);
}

START_TEST(figures_that_do_not_fit_together_are_reported)
{
    const struct pair *p = &PAIRS[_i];
    lg_profile profile, before;
    lg_issue issues[32];
    pair_profile(&profile, p, 1, 1);
    ck_assert_uint_eq(issues_of(&profile, issues), 0);
    if (lg_fact_describe(p->lesser)->minimum < 1) {
        pair_profile(&profile, p, 0, 1);
        ck_assert_uint_eq(issues_of(&profile, issues), 0);
        pair_profile(&profile, p, 1, 0);
    } else {
        pair_profile(&profile, p, 1, 2);
        ck_assert_uint_eq(issues_of(&profile, issues), 0);
        pair_profile(&profile, p, 2, 1);
    }
    before = profile;
    ck_assert_uint_eq(issues_of(&profile, issues), 1);
    ck_assert_mem_eq(&profile, &before, sizeof profile);
    ck_assert_int_eq(issues[0].severity, p->severity);
    ck_assert_uint_eq(issues[0].fact, p->lesser);
    ck_assert_uint_eq(issues[0].other, p->greater);
    ck_assert_uint_ne(issues[0].code, 0);
    ck_assert(has_text(issues[0].text) && is_utf8(issues[0].text));
}
END_TEST

START_TEST(nothing_is_held_against_an_unknown_figure)
{
    const struct pair *p = &PAIRS[_i];
    lg_profile profile;
    lg_issue issues[32];
    profile_empty(&profile);
    profile_put(&profile, p->lesser, 1);
    ck_assert_uint_eq(issues_of(&profile, issues), 0);
    profile_empty(&profile);
    profile_put(&profile, p->greater, lg_fact_describe(p->greater)->minimum);
    ck_assert_uint_eq(issues_of(&profile, issues), 0);
}
END_TEST

/* Every figure as odd as it can be: each pair of the table once, with a number of its own. */
START_TEST(every_check_has_its_own_number)
{
    lg_profile profile;
    lg_issue issues[32];
    uint32_t count;
    profile_empty(&profile);
    for (size_t i = 0; i < COUNT(PAIRS); i++)
        profile_put(&profile, PAIRS[i].greater, lg_fact_describe(PAIRS[i].greater)->minimum);
    for (size_t i = 0; i < COUNT(PAIRS); i++)
        profile_put(&profile, PAIRS[i].lesser, lg_fact_describe(PAIRS[i].lesser)->maximum);
    count = issues_of(&profile, issues);
    ck_assert_uint_eq(count, COUNT(PAIRS));
    for (uint32_t a = 0; a < count; a++)
        for (uint32_t b = a + 1; b < count; b++)
            ck_assert_uint_ne(issues[a].code, issues[b].code);
}
END_TEST

START_TEST(values_outside_their_range_are_reported_as_impossible)
{
    uint32_t fact = (uint32_t)_i;
    const lg_fact *info = lg_fact_describe(fact);
    const int64_t values[] = {info->minimum - 1, info->maximum + 1, INT64_MIN, INT64_MAX};
    for (size_t i = 0; i < COUNT(values); i++) {
        lg_profile profile;
        lg_issue issues[32];
        profile_empty(&profile);
        member_put(&profile, fact, values[i]);
        ck_assert_uint_eq(issues_of(&profile, issues), 1);
        ck_assert_int_eq(issues[0].severity, LG_SEVERITY_IMPOSSIBLE);
        ck_assert_uint_eq(issues[0].fact, fact);
        ck_assert_uint_eq(issues[0].other, LG_FACT_NONE);
        ck_assert_uint_eq(issues[0].code, 0);
        ck_assert(has_text(issues[0].text));
    }
}
END_TEST

START_TEST(a_value_in_its_range_is_not_reported_beside_one_outside)
{
    lg_profile profile;
    lg_issue issues[32];
    profile_of(&profile, "employees=5");
    member_put(&profile, LG_FACT_OWN_BRAND, 2);
    ck_assert_uint_eq(issues_of(&profile, issues), 1);
    ck_assert_uint_eq(issues[0].fact, LG_FACT_OWN_BRAND);
}
END_TEST

START_TEST(issues_that_do_not_fit_are_counted_and_nothing_beyond_is_written)
{
    lg_profile profile;
    profile_of(&profile, "employees=1 rd_staff=2 total_assets_y1_fen=1 total_liabilities_y1_fen=2 revenue_y1_fen=1 "
                         "main_revenue_y1_fen=2");
    for (uint32_t capacity = 0; capacity <= 4; capacity++) {
        lg_issue issues[5], untouched[5];
        uint32_t count, written = capacity < 3 ? capacity : 3;
        POISON(issues);
        POISON(untouched);
        POISON(count);
        ck_assert_int_eq(lg_profile_check(&profile, capacity ? issues : NULL, capacity, &count),
                         capacity > 0 && capacity < 3 ? LG_E_CAPACITY : LG_OK);
        ck_assert_uint_eq(count, 3);
        for (uint32_t i = 0; i < written; i++)
            ck_assert(has_text(issues[i].text));
        ck_assert_mem_eq(&issues[written], &untouched[written], (5 - written) * sizeof issues[0]);
    }
}
END_TEST

/* ------------------------------------------------------------------------ struct sizes */

/* A profile of any size, in a heap block of exactly that size: an access beyond it is an error
 * under the address sanitizer and valgrind. */
static lg_profile *block_of(uint32_t size)
{
    lg_profile *block = malloc(size > 0 ? size : 1);
    ck_assert_ptr_nonnull(block);
    poison(block, size > 0 ? size : 1);
    return block;
}

START_TEST(init_writes_the_bytes_it_was_told_and_no_others)
{
    for (uint32_t size = 0; size <= SIZES; size++) {
        lg_profile *block = block_of(size);
        lg_status status = lg_profile_init(block, size);
        ck_assert_msg(status == (size < FIRST_SIZE ? LG_E_SIZE : LG_OK), "size %u: status %d", (unsigned)size,
                      (int)status);
        for (uint32_t i = 0; status != LG_OK && i < size; i++)
            REQUIRE(((unsigned char *)block)[i] == 0xA5);
        for (uint32_t i = 4; status == LG_OK && i < size; i++)
            REQUIRE(((unsigned char *)block)[i] == 0);
        if (status == LG_OK)
            ck_assert_uint_eq(block->struct_size, size);
        free(block);
    }
}
END_TEST

/* What every function says of a profile with this struct_size. */
static void check_readers(const lg_profile *profile, lg_status expected, const char *what, uint32_t size)
{
    const lg_ruleset *rules = rules_of("cn.little-giant.2020-reported"); /* small: this runs often */
    lg_verdict verdict;
    lg_finding finding;
    lg_size_class size_class;
    int64_t value;
    uint32_t count;
    char text[64];
    lg_status status;

#define EXPECT(call, name)                                                                                             \
    status = (call);                                                                                                   \
    REQUIRE_MSG(status == expected || (expected == LG_OK && status == LG_E_CAPACITY), "%s, size %u: %s gives %d",      \
                what, (unsigned)size, name, (int)status)
    EXPECT(lg_profile_get(profile, 0, &value, NULL), "get");
    EXPECT(lg_profile_check(profile, NULL, 0, &count), "check");
    EXPECT(lg_evaluate(rules, profile, NULL, 0, NULL, &verdict), "evaluate");
    EXPECT(lg_evaluate_criterion(rules, 0, profile, &finding), "evaluate_criterion");
    EXPECT(lg_sme_size(profile, &size_class, NULL), "sme_size");
    EXPECT(lg_missing(rules, profile, NULL, 0, &count), "missing");
    EXPECT(lg_explain(rules, profile, LG_ENGLISH, text, sizeof text, NULL), "explain");
#undef EXPECT
}

START_TEST(every_struct_size_is_refused_or_served)
{
    for (uint32_t size = 4; size <= SIZES; size++) {
        lg_profile *block = block_of(size);
        lg_status expected = size < FIRST_SIZE ? LG_E_SIZE : LG_OK;
        memset(block, 0, size);
        memcpy(block, &size, sizeof size);
        check_readers(block, expected, "as said", size);
        REQUIRE(lg_profile_set(block, LG_FACT_NATIONALLY_LEADING_SHARE, 1) == expected);
        REQUIRE(lg_profile_clear(block, LG_FACT_REVENUE_Y1) == expected);
        REQUIRE(lg_profile_set_text(block, LG_FACT_EMPLOYEES, LG_UNIT_COUNT, "5", 1) == expected);
        REQUIRE(lg_profile_fill(block, NULL, 0, NULL) == expected);
        if (expected == LG_OK) {
            REQUIRE(lg_profile_set(block, NO_FACT, 0) == LG_E_FACT);
            REQUIRE(block->employees == 5);
            REQUIRE(block->nationally_leading_share == 1);
        }
        free(block);
    }
}
END_TEST

/* Ignoring a fact that the caller claims could turn a refusal into a pass. */
START_TEST(a_claim_that_this_library_cannot_read_is_refused)
{
    static const uint32_t SIZE[] = {FIRST_SIZE, FIRST_SIZE + 8, SIZES};
    uint32_t bit = (uint32_t)_i;
    for (size_t i = 0; i < COUNT(SIZE); i++) {
        lg_profile *block = block_of(SIZE[i]);
        REQUIRE(lg_profile_init(block, SIZE[i]) == LG_OK);
        block->known[bit / 64] |= UINT64_C(1) << (bit % 64);
        if (bit == LG_FACT_SIZE_SECTOR || bit == LG_FACT_PROVINCE_RANK || bit == LG_FACT_NATIONAL_RANK)
            member_put(block, bit, 1); /* 0 is out of range */
        check_readers(block, bit < lg_fact_count() ? LG_OK : LG_E_FACT, "known bit", bit);
        free(block);
    }
}
END_TEST

/* ------------------------------------------------------------------- missing arguments */

static lg_profile some_profile;
static lg_finding some_finding;

/* Each function with every pointer NULL in turn; what the header allows is not listed. */
START_TEST(facts_and_profiles_survive_every_missing_argument)
{
    lg_profile *p = &some_profile;
    uint32_t fact = 7, count = 7;
    int32_t known = 7;
    int64_t value = 7;
    lg_unit unit = 7;
    lg_default row = {7, 7, 7};
    lg_issue issue;
    profile_empty(p);
    ck_assert_int_eq(lg_fact_find_column(NULL, &fact, &unit), LG_E_NULL);
    ck_assert_uint_eq(fact, LG_FACT_NONE);
    ck_assert_int_eq(unit, LG_UNIT_NONE);
    ck_assert_int_eq(lg_fact_find_column("employees", NULL, &unit), LG_E_NULL);
    ck_assert_int_eq(lg_fact_find_column("employees", &fact, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_fact_parse(0, LG_UNIT_FEN, NULL, 1, &value), LG_E_NULL);
    ck_assert_int_eq(value, 0);
    ck_assert_int_eq(lg_fact_parse(0, LG_UNIT_FEN, "1", 1, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_profile_init(NULL, (uint32_t)sizeof *p), LG_E_NULL);
    ck_assert_int_eq(lg_profile_set(NULL, 0, 0), LG_E_NULL);
    ck_assert_int_eq(lg_profile_set_text(NULL, 0, LG_UNIT_FEN, "1", 1), LG_E_NULL);
    ck_assert_int_eq(lg_profile_set_text(p, 0, LG_UNIT_FEN, NULL, 1), LG_E_NULL);
    ck_assert_int_eq(lg_profile_clear(NULL, 0), LG_E_NULL);
    value = 7;
    ck_assert_int_eq(lg_profile_get(NULL, 0, &value, &known), LG_E_NULL);
    ck_assert_int_eq(value, 0);
    ck_assert_int_eq(known, 0);
    ck_assert_int_eq(lg_profile_get(p, 0, NULL, &known), LG_E_NULL);
    ck_assert_int_eq(lg_default_group(NULL, 0, &row), LG_E_NULL);
    ck_assert_int_eq(row.value, 0);
    ck_assert_int_eq(lg_default_group("judgement", 0, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_profile_fill(NULL, &row, 1, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_profile_fill(p, NULL, 1, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_profile_check(NULL, &issue, 1, &count), LG_E_NULL);
    ck_assert_uint_eq(count, 0);
    ck_assert_int_eq(lg_profile_check(p, NULL, 1, &count), LG_E_NULL);
    ck_assert_int_eq(lg_profile_check(p, &issue, 1, NULL), LG_E_NULL);
}
END_TEST

START_TEST(reflection_survives_every_missing_argument)
{
    const lg_ruleset *rules = rules_of("cn.little-giant.2022"), *selected = rules;
    ck_assert_uint_eq(lg_fact_find(NULL), LG_FACT_NONE);
    ck_assert_ptr_null(lg_ruleset_find(NULL));
    ck_assert_ptr_null(lg_ruleset_describe(NULL));
    ck_assert_ptr_null(lg_ruleset_criterion(NULL, 0));
    ck_assert_uint_eq(lg_criterion_find(NULL, "revenue"), LG_CRITERION_NONE);
    ck_assert_uint_eq(lg_criterion_find(rules, NULL), LG_CRITERION_NONE);
    ck_assert_uint_eq(lg_criterion_parent(NULL, 0), LG_CRITERION_NONE);
    ck_assert_uint_eq(lg_criterion_parent(NULL, 1), LG_CRITERION_NONE);
    ck_assert_int_eq(lg_ruleset_select(NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20230501, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_ruleset_select("no-such", LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20230501, &selected),
                     LG_E_NO_RULES);
    ck_assert_ptr_null(selected);
}
END_TEST

START_TEST(evaluation_survives_every_missing_argument)
{
    const lg_ruleset *rules = rules_of("cn.little-giant.2022");
    lg_profile *p = &some_profile;
    lg_finding *f = &some_finding;
    lg_verdict verdict = 7;
    lg_size_class size_class = 7;
    uint32_t count = 7, possible = 7;
    lg_missing_fact missing;
    profile_empty(p);
    ck_assert_int_eq(lg_evaluate(NULL, p, NULL, 0, &count, &verdict), LG_E_RULES);
    ck_assert_uint_eq(count, 0);
    ck_assert_int_eq(verdict, LG_UNKNOWN);
    verdict = 7;
    ck_assert_int_eq(lg_evaluate(rules, NULL, NULL, 0, NULL, &verdict), LG_E_NULL);
    ck_assert_int_eq(verdict, LG_UNKNOWN);
    ck_assert_int_eq(lg_evaluate(rules, p, NULL, 1, NULL, &verdict), LG_E_NULL);
    ck_assert_int_eq(lg_evaluate(rules, p, NULL, 0, NULL, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_evaluate(rules, p, NULL, 0, NULL, &verdict), LG_OK);
    ck_assert_int_eq(lg_evaluate_criterion(NULL, 0, p, f), LG_E_RULES);
    ck_assert_int_eq(lg_evaluate_criterion(rules, 0, NULL, f), LG_E_NULL);
    ck_assert_int_eq(lg_evaluate_criterion(rules, 0, p, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_sme_size(NULL, &size_class, &possible), LG_E_NULL);
    ck_assert_int_eq(size_class, LG_SIZE_UNKNOWN);
    ck_assert_uint_eq(possible, 0);
    ck_assert_int_eq(lg_sme_size(p, NULL, &possible), LG_E_NULL);
    ck_assert_int_eq(lg_sme_size(p, &size_class, NULL), LG_OK);
    ck_assert_int_eq(lg_missing(NULL, p, &missing, 1, &count), LG_E_RULES);
    ck_assert_uint_eq(count, 0);
    ck_assert_int_eq(lg_missing(rules, NULL, &missing, 1, &count), LG_E_NULL);
    ck_assert_int_eq(lg_missing(rules, p, NULL, 1, &count), LG_E_NULL);
    ck_assert_int_eq(lg_missing(rules, p, &missing, 1, NULL), LG_E_NULL);
}
END_TEST

/* So that the member can be given a meaning one day. */
START_TEST(a_reserved_member_that_is_not_zero_is_refused)
{
    lg_verdict verdict;
    profile_empty(&some_profile);
    some_profile.reserved = 1;
    ck_assert_int_eq(lg_evaluate(rules_of("cn.little-giant.2022"), &some_profile, NULL, 0, NULL, &verdict),
                     LG_E_ARGUMENT);
    ck_assert_int_eq(verdict, LG_UNKNOWN);
}
END_TEST

/* As an empty slice of another language is passed. */
START_TEST(no_text_of_no_length_makes_a_fact_unknown)
{
    int64_t value;
    int32_t known;
    profile_of(&some_profile, "employees=5");
    ck_assert_int_eq(lg_profile_set_text(&some_profile, LG_FACT_EMPLOYEES, LG_UNIT_YUAN, NULL, 0), LG_E_UNIT);
    ck_assert_int_eq(lg_profile_set_text(&some_profile, LG_FACT_EMPLOYEES, LG_UNIT_COUNT, NULL, 1), LG_E_NULL);
    ck_assert_int_eq(lg_profile_set_text(&some_profile, LG_FACT_EMPLOYEES, LG_UNIT_COUNT, NULL, 0), LG_OK);
    ck_assert_int_eq(lg_profile_get(&some_profile, LG_FACT_EMPLOYEES, &value, &known), LG_OK);
    ck_assert_int_eq(known, 0);
}
END_TEST

START_TEST(ways_and_awards_survive_every_missing_argument)
{
    const lg_ruleset *rules = rules_of("cn.little-giant.2022");
    lg_profile *p = &some_profile;
    lg_verdict before = 7, after = 7;
    lg_level level = 7, next = 7;
    lg_rung rungs[3];
    uint32_t count = 7, award;
    lg_step step;
    lg_cause cause;
    profile_empty(p);
    ck_assert_int_eq(lg_route(NULL, p, &step, 1, &count), LG_E_RULES);
    ck_assert_uint_eq(count, 0);
    ck_assert_int_eq(lg_route(rules, NULL, &step, 1, &count), LG_E_NULL);
    ck_assert_int_eq(lg_route(rules, p, NULL, 1, &count), LG_E_NULL);
    ck_assert_int_eq(lg_route(rules, p, &step, 1, NULL), LG_E_NULL);
    count = 7;
    ck_assert_int_eq(lg_flip(NULL, p, rules, p, &before, &after, &cause, 1, &count), LG_E_RULES);
    ck_assert(count == 0 && before == LG_UNKNOWN && after == LG_UNKNOWN);
    ck_assert_int_eq(lg_flip(rules, p, NULL, p, &before, &after, &cause, 1, &count), LG_E_RULES);
    ck_assert_int_eq(lg_flip(rules, NULL, rules, p, &before, &after, &cause, 1, &count), LG_E_NULL);
    ck_assert_int_eq(lg_flip(rules, p, rules, NULL, &before, &after, &cause, 1, &count), LG_E_NULL);
    ck_assert_int_eq(lg_flip(rules, p, rules, p, NULL, &after, &cause, 1, &count), LG_E_NULL);
    ck_assert_int_eq(lg_flip(rules, p, rules, p, &before, NULL, &cause, 1, &count), LG_E_NULL);
    ck_assert_int_eq(lg_flip(rules, p, rules, p, &before, &after, NULL, 1, &count), LG_E_NULL);
    ck_assert_int_eq(lg_flip(rules, p, rules, p, &before, &after, &cause, 1, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_echelon(NULL, 20230601, rungs, 3, &count, &level, &next), LG_E_NULL);
    ck_assert(level == LG_LEVEL_NONE && next == LG_LEVEL_NONE);
    ck_assert_int_eq(lg_echelon(p, 20230601, NULL, 1, &count, &level, &next), LG_E_NULL);
    ck_assert_int_eq(lg_echelon(p, 20230601, rungs, 3, &count, NULL, &next), LG_E_NULL);
    ck_assert_int_eq(lg_echelon(p, 20230601, rungs, 3, &count, &level, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_echelon(p, 20230601, rungs, 3, NULL, &level, &next), LG_E_NULL);
    count = 7;
    ck_assert_int_eq(lg_award_select(LG_LEVEL_LITTLE_GIANT, 350502, 20201113, NULL, 1, &count), LG_E_NULL);
    ck_assert_uint_eq(count, 0);
    ck_assert_int_eq(lg_award_select(LG_LEVEL_LITTLE_GIANT, 350502, 20201113, &award, 1, NULL), LG_E_NULL);
    ck_assert(!lg_award_at(UINT32_MAX) && !lg_award_note(UINT32_MAX, LG_ENGLISH) && !lg_award_note(0, 3));
    ck_assert(!lg_region_at(UINT32_MAX) && !lg_batch_at(UINT32_MAX));
}
END_TEST

/* A text function called with one argument missing: its status, an empty text, nothing needed. */
#define EXPECT_NO_TEXT(call, expected)                                                                                 \
    do {                                                                                                               \
        POISON(text);                                                                                                  \
        needed = 7;                                                                                                    \
        ck_assert_int_eq(call, expected);                                                                              \
        ck_assert_str_eq(text, "");                                                                                    \
        ck_assert_uint_eq(needed, 0);                                                                                  \
    } while (0)

START_TEST(texts_survive_every_missing_argument)
{
    const lg_ruleset *rules = rules_of("cn.little-giant.2022");
    lg_profile *p = &some_profile;
    char text[256];
    uint64_t needed;
    profile_empty(p);
    EXPECT_NO_TEXT(lg_explain_criterion(NULL, 0, p, LG_ENGLISH, text, sizeof text, &needed), LG_E_RULES);
    EXPECT_NO_TEXT(lg_explain_criterion(rules, 0, NULL, LG_ENGLISH, text, sizeof text, &needed), LG_E_NULL);
    EXPECT_NO_TEXT(lg_explain_criterion(rules, 9999, p, LG_ENGLISH, text, sizeof text, &needed), LG_E_CRITERION);
    EXPECT_NO_TEXT(lg_explain_criterion(rules, LG_CRITERION_NONE, p, LG_ENGLISH, text, sizeof text, &needed),
                   LG_E_CRITERION);
    EXPECT_NO_TEXT(lg_explain_criterion(rules, 0, p, 3, text, sizeof text, &needed), LG_E_LANGUAGE);
    EXPECT_NO_TEXT(lg_fact_write(NO_FACT, LG_UNIT_FEN, 0, text, sizeof text, &needed), LG_E_FACT);
    EXPECT_NO_TEXT(lg_fact_write(0, LG_UNIT_YEARS, 0, text, sizeof text, &needed), LG_E_UNIT);
    EXPECT_NO_TEXT(lg_fact_write(0, LG_UNIT_FEN, INT64_MAX, text, sizeof text, &needed), LG_E_RANGE);
    EXPECT_NO_TEXT(lg_explain(NULL, p, LG_ENGLISH, text, sizeof text, &needed), LG_E_RULES);
    EXPECT_NO_TEXT(lg_explain(rules, NULL, LG_ENGLISH, text, sizeof text, &needed), LG_E_NULL);
    EXPECT_NO_TEXT(lg_explain(rules, p, -1, text, sizeof text, &needed), LG_E_LANGUAGE);
    EXPECT_NO_TEXT(lg_criterion_requirement(NULL, 0, LG_ENGLISH, text, sizeof text, &needed), LG_E_RULES);
    EXPECT_NO_TEXT(lg_criterion_requirement(rules, 9999, LG_ENGLISH, text, sizeof text, &needed), LG_E_CRITERION);
    EXPECT_NO_TEXT(lg_criterion_requirement(rules, 0, 3, text, sizeof text, &needed), LG_E_LANGUAGE);
    EXPECT_NO_TEXT(lg_criterion_source(NULL, 0, LG_ENGLISH, text, sizeof text, &needed), LG_E_RULES);
    EXPECT_NO_TEXT(lg_criterion_source(rules, 9999, LG_ENGLISH, text, sizeof text, &needed), LG_E_CRITERION);
    EXPECT_NO_TEXT(lg_criterion_source(rules, 0, 3, text, sizeof text, &needed), LG_E_LANGUAGE);
    EXPECT_NO_TEXT(lg_criterion_measured(NULL, 0, p, LG_ENGLISH, text, sizeof text, &needed), LG_E_RULES);
    EXPECT_NO_TEXT(lg_criterion_measured(rules, 9999, p, LG_ENGLISH, text, sizeof text, &needed), LG_E_CRITERION);
    EXPECT_NO_TEXT(lg_criterion_measured(rules, 0, NULL, LG_ENGLISH, text, sizeof text, &needed), LG_E_NULL);
    EXPECT_NO_TEXT(lg_criterion_measured(rules, 0, p, 3, text, sizeof text, &needed), LG_E_LANGUAGE);
    EXPECT_NO_TEXT(lg_fact_format(NO_FACT, 0, LG_ENGLISH, text, sizeof text, &needed), LG_E_FACT);
    EXPECT_NO_TEXT(lg_fact_format(0, 0, 3, text, sizeof text, &needed), LG_E_LANGUAGE);
    ck_assert_int_eq(lg_explain_criterion(rules, 0, p, LG_ENGLISH, NULL, 0, &needed), LG_OK);
    ck_assert_uint_gt(needed, 1);
    ck_assert_int_eq(lg_explain_criterion(rules, 0, p, LG_ENGLISH, NULL, 1, &needed), LG_E_NULL);
    ck_assert_int_eq(lg_explain(rules, p, LG_ENGLISH, NULL, 0, NULL), LG_OK);
    ck_assert_int_eq(lg_explain(rules, p, LG_ENGLISH, NULL, 1, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_criterion_requirement(rules, 0, LG_ENGLISH, NULL, 1, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_criterion_source(rules, 0, LG_ENGLISH, NULL, 1, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_criterion_measured(rules, 0, p, LG_ENGLISH, NULL, 1, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_fact_format(0, 0, LG_ENGLISH, NULL, 1, NULL), LG_E_NULL);
}
END_TEST

static TCase *setting(void)
{
    TCase *tcase = tcase_create("set, get, clear");
    int facts = (int)lg_fact_count();
    tcase_add_test(tcase, a_new_profile_knows_nothing);
    tcase_add_test(tcase, zeroed_memory_with_a_size_claims_nothing);
    tcase_add_loop_test(tcase, setting_a_fact_sets_its_member_and_its_bit_only, 0, facts);
    tcase_add_test(tcase, zero_is_known_and_not_the_same_as_unknown);
    tcase_add_loop_test(tcase, clearing_a_fact_makes_it_unknown_and_leaves_the_others, 0, facts);
    tcase_add_test(tcase, a_value_without_its_bit_is_not_read);
    tcase_add_test(tcase, known_may_be_left_out_of_a_reading);
    tcase_add_loop_test(tcase, a_refused_value_leaves_the_profile_as_it_was, 0, ROWS(REFUSALS));
    tcase_add_test(tcase, clear_and_get_refuse_a_fact_that_does_not_exist);
    tcase_add_loop_test(tcase, text_sets_clears_or_leaves_a_fact, 0, ROWS(TEXTS));
    tcase_add_test(tcase, text_for_no_fact_or_a_wrong_unit_leaves_the_profile);
    tcase_add_test(tcase, set_text_reads_only_length_bytes);
    return tcase;
}

static TCase *defaults(void)
{
    TCase *tcase = tcase_create("defaults");
    tcase_add_test(tcase, default_groups_are_listed_by_name);
    tcase_add_test(tcase, default_groups_hold_every_fact_of_their_kind);
    tcase_add_test(tcase, there_is_no_other_default_group);
    tcase_add_test(tcase, filling_changes_unknown_facts_only_and_the_first_row_counts);
    tcase_add_test(tcase, one_bad_default_fills_nothing);
    tcase_add_test(tcase, what_was_filled_need_not_be_told);
    tcase_add_test(tcase, filling_from_an_empty_table_is_fine);
    return tcase;
}

static TCase *plausibility(void)
{
    TCase *tcase = tcase_create("plausibility");
    tcase_add_loop_test(tcase, figures_that_do_not_fit_together_are_reported, 0, ROWS(PAIRS));
    tcase_add_loop_test(tcase, nothing_is_held_against_an_unknown_figure, 0, ROWS(PAIRS));
    tcase_add_test(tcase, every_check_has_its_own_number);
    tcase_add_loop_test(tcase, values_outside_their_range_are_reported_as_impossible, 0, (int)lg_fact_count());
    tcase_add_test(tcase, a_value_in_its_range_is_not_reported_beside_one_outside);
    tcase_add_test(tcase, issues_that_do_not_fit_are_counted_and_nothing_beyond_is_written);
    return tcase;
}

static TCase *sizes(void)
{
    TCase *tcase = tcase_create("struct sizes");
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, init_writes_the_bytes_it_was_told_and_no_others);
    tcase_add_test(tcase, every_struct_size_is_refused_or_served);
    tcase_add_loop_test(tcase, a_claim_that_this_library_cannot_read_is_refused, 0, 256);
    return tcase;
}

static TCase *arguments(void)
{
    TCase *tcase = tcase_create("missing arguments");
    tcase_add_test(tcase, facts_and_profiles_survive_every_missing_argument);
    tcase_add_test(tcase, reflection_survives_every_missing_argument);
    tcase_add_test(tcase, evaluation_survives_every_missing_argument);
    tcase_add_test(tcase, a_reserved_member_that_is_not_zero_is_refused);
    tcase_add_test(tcase, no_text_of_no_length_makes_a_fact_unknown);
    tcase_add_test(tcase, ways_and_awards_survive_every_missing_argument);
    tcase_add_test(tcase, texts_survive_every_missing_argument);
    return tcase;
}

int main(void)
{
    Suite *suite = suite_create("profile");
    suite_add_tcase(suite, setting());
    suite_add_tcase(suite, defaults());
    suite_add_tcase(suite, plausibility());
    suite_add_tcase(suite, sizes());
    suite_add_tcase(suite, arguments());
    return suite_run(suite);
}
