/* SPDX-License-Identifier: Apache-2.0 */
/* Which edition applies, the shortest route, flips, and the echelon. */
#include "world.h"

/* -------------------------------------------------------------------- which edition applies */

#define NEW LG_APPLICATION_NEW
#define REVIEW LG_APPLICATION_REVIEW
#define LEVELS 3

/* regulations by application year and kind; both sides of every change. NULL: nothing in force. */
static const struct selection {
    lg_level level;
    lg_application application;
    int32_t date;
    const char *id;
} SELECTIONS[] = {
    {GIANT, NEW, 20181031, NULL},
    {GIANT, NEW, 20181101, "cn.little-giant.2018"},
    {GIANT, NEW, 20190601, NULL},
    {GIANT, NEW, 20200701, "cn.little-giant.2020"},
    {GIANT, NEW, 20201113, "cn.little-giant.2020"},
    {GIANT, NEW, 20201114, NULL},
    {GIANT, NEW, 20210501, "cn.little-giant.2021"},
    {GIANT, REVIEW, 20210501, NULL},
    {GIANT, NEW, 20220731, NULL},
    {GIANT, NEW, 20220801, "cn.little-giant.2022"},
    {GIANT, REVIEW, 20230701, "cn.little-giant.2022"},
    {GIANT, NEW, 20241231, "cn.little-giant.2022"},
    {GIANT, NEW, 20250101, "cn.little-giant.2025"},
    {GIANT, REVIEW, 20250601, "cn.little-giant.2025-review"},
    {GIANT, NEW, 20260101, "cn.little-giant.2022"},
    {GIANT, NEW, 20260331, "cn.little-giant.2022"},
    {GIANT, NEW, 20260401, "cn.little-giant.2026"},
    {GIANT, REVIEW, 20260501, "cn.little-giant.2026-review"},
    {GIANT, REVIEW, 20270501, NULL},
    {SPECIAL, NEW, 20220731, NULL},
    {SPECIAL, NEW, 20240229, "cn.srdi-sme.2022"},
    {SPECIAL, NEW, 20260331, "cn.srdi-sme.2022"},
    {SPECIAL, NEW, 20260401, "cn.srdi-sme.2026"},
    {SPECIAL, REVIEW, 20260401, NULL},
    {INNOVATIVE, NEW, 20220801, "cn.innovative-sme.2022"},
    {INNOVATIVE, NEW, 20300101, "cn.innovative-sme.2022"},
};

START_TEST(the_edition_follows_level_kind_and_day)
{
    const struct selection *s = &SELECTIONS[_i];
    const lg_ruleset *rules;
    POISON(rules);
    lg_status status = lg_ruleset_select(NULL, s->level, s->application, s->date, &rules);
    ck_assert_msg(status == (s->id ? LG_OK : LG_E_NO_RULES), "%d: status %d", (int)s->date, (int)status);
    if (s->id)
        ck_assert_str_eq(lg_ruleset_describe(rules)->id, s->id);
    else
        ck_assert_ptr_null(rules);
}
END_TEST

START_TEST(a_second_reading_is_never_selected)
{
    const lg_ruleset *rules;
    for (int32_t year = 2018; year <= 2030; year++)
        for (int32_t month = 1; month <= 12; month++)
            for (lg_level level = INNOVATIVE; level <= GIANT; level++)
                for (lg_application a = NEW; a <= REVIEW; a++)
                    if (lg_ruleset_select("cn.sme-gradient", level, a, year * 10000 + month * 100 + 15, &rules) ==
                        LG_OK)
                        REQUIRE(!lg_ruleset_describe(rules)->alternative);
}
END_TEST

static const int32_t NO_DATES[] = {0,        -20240101, 2024,     20240001,  20241301,  20240100,  20240132,
                                   20230229, 21000229,  20240431, INT32_MAX, INT32_MIN, 100000101, 11301,
                                   100,      19000229,  20240631, 20240931,  20241131};

START_TEST(what_is_no_date_is_refused)
{
    const lg_ruleset *rules;
    lg_rung rungs[LEVELS];
    lg_level level, next;
    lg_profile profile;
    uint32_t count;
    profile_empty(&profile);
    ck_assert_int_eq(lg_ruleset_select(NULL, GIANT, NEW, NO_DATES[_i], &rules), LG_E_DATE);
    ck_assert_int_eq(lg_echelon(&profile, NO_DATES[_i], rungs, LEVELS, &count, &level, &next), LG_E_DATE);
}
END_TEST

/* The first and the last that there are, the ends of months and leap days. */
static const int32_t DATES[] = {10101,    99991231, 20000229, 20240229, 20230228, 20240131, 20240331, 20240430,
                                20240531, 20240630, 20240731, 20240831, 20240930, 20241031, 20241130, 20241231};

START_TEST(every_day_of_the_calendar_is_a_date)
{
    const lg_ruleset *rules;
    ck_assert_int_ne(lg_ruleset_select(NULL, GIANT, NEW, DATES[_i], &rules), LG_E_DATE);
}
END_TEST

START_TEST(another_programme_has_no_rules_and_no_number_is_guessed)
{
    const lg_ruleset *rules;
    POISON(rules);
    ck_assert_int_eq(lg_ruleset_select(NULL, LG_LEVEL_NONE, NEW, 20240101, &rules), LG_E_ARGUMENT);
    ck_assert_ptr_null(rules);
    ck_assert_int_eq(lg_ruleset_select(NULL, 9, NEW, 20240101, &rules), LG_E_ARGUMENT);
    ck_assert_int_eq(lg_ruleset_select(NULL, GIANT, 0, 20240101, &rules), LG_E_ARGUMENT);
    ck_assert_int_eq(lg_ruleset_select(NULL, GIANT, NEW | REVIEW, 20240101, &rules), LG_E_ARGUMENT);
    ck_assert_int_eq(lg_ruleset_select("cn.other", GIANT, NEW, 20240101, &rules), LG_E_NO_RULES);
    ck_assert_int_eq(lg_ruleset_select(NULL, GIANT, NEW, 20240101, NULL), LG_E_NULL);
}
END_TEST

/* ------------------------------------------------------------------------------- route */

#define LEAVES_MAX 12 /* 4,096 ways to try */
#define TREES 3000

static uint64_t random_state = 20180615;

static uint32_t chance(uint32_t n)
{
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(random_state >> 33) % n;
}

/* A random tree in which every leaf is a flag of its own, from this id on. */
typedef struct forest {
    world w;
    uint32_t leaves;
} forest;

static void grow(forest *f, uint32_t depth)
{
    uint32_t children = 1 + chance(3);
    if (f->leaves >= 6 || (depth > 0 && (depth > 3 || chance(3) == 0))) {
        world_flag(&f->w, depth, LG_FACT_MAINLAND_LEGAL_ENTITY + f->leaves++, 1);
        return;
    }
    lg_kind kind = LG_KIND_ALL + (lg_kind)chance(3);
    lg_criterion *row = world_add(&f->w, depth, kind);
    if (kind == LG_KIND_AT_LEAST)
        row->bound = 1 + chance(children);
    while (children-- > 0)
        grow(f, depth + 1);
}

/* What it costs to turn the leaves of a set favourable: conditions to change before those to show. */
static uint32_t cost_of_set(const lg_profile *profile, uint32_t set)
{
    uint32_t cost = 0;
    for (uint32_t i = 0; i < LEAVES_MAX; i++) {
        int64_t value;
        int32_t known;
        lg_profile_get(profile, LG_FACT_MAINLAND_LEGAL_ENTITY + i, &value, &known);
        if ((set >> i & 1) && !value)
            cost += known ? 100 : 1;
    }
    return cost;
}

static lg_verdict verdict_with(const lg_ruleset *rules, const lg_profile *profile, uint32_t set)
{
    lg_profile changed = *profile;
    lg_verdict verdict;
    for (uint32_t i = 0; i < LEAVES_MAX; i++)
        if (set >> i & 1)
            profile_put(&changed, LG_FACT_MAINLAND_LEGAL_ENTITY + i, 1);
    REQUIRE(lg_evaluate(rules, &changed, NULL, 0, NULL, &verdict) == LG_OK);
    return verdict;
}

static uint32_t cheapest_by_force(const lg_ruleset *rules, const lg_profile *profile, uint32_t leaves)
{
    uint32_t best = UINT32_MAX;
    for (uint32_t set = 0; set < 1u << leaves; set++)
        if (cost_of_set(profile, set) < best && verdict_with(rules, profile, set) == LG_MET)
            best = cost_of_set(profile, set);
    return best;
}

START_TEST(no_way_is_shorter_than_the_route_and_the_route_leads_there)
{
    static forest f;
    int tried = 0;
    for (int tree = 0; tree < TREES; tree++) {
        lg_profile profile;
        lg_step steps[LEAVES_MAX + 8];
        uint32_t count, set = 0;
        world_begin(&f.w);
        f.leaves = 0;
        grow(&f, 0);
        if (f.leaves > LEAVES_MAX)
            continue;
        tried++;
        const lg_ruleset *rules = world_end(&f.w);
        profile_empty(&profile);
        for (uint32_t i = 0; i < LEAVES_MAX; i++)
            if (chance(3))
                profile_put(&profile, LG_FACT_MAINLAND_LEGAL_ENTITY + i, chance(2));
        REQUIRE(lg_route(rules, &profile, steps, LEAVES_MAX + 8, &count) == LG_OK);
        for (uint32_t i = 0; i < count; i++)
            set |= 1u << (steps[i].lever - LG_FACT_MAINLAND_LEGAL_ENTITY);
        REQUIRE_MSG(verdict_with(rules, &profile, set) == LG_MET, "tree %d: the route does not lead there", tree);
        uint32_t least = cheapest_by_force(rules, &profile, f.leaves);
        REQUIRE_MSG(cost_of_set(&profile, set) == least, "tree %d: %u, but %u would do", tree,
                    cost_of_set(&profile, set), least);
    }
    ck_assert_int_gt(tried, TREES / 2);
}
END_TEST

START_TEST(a_step_says_what_to_move_and_by_how_much)
{
    const lg_ruleset *rules = rules_of("cn.little-giant.2020-reported");
    lg_profile profile;
    lg_step steps[4], untouched[2];
    uint32_t count;
    profile_of(&profile, "srdi_title=0 revenue_y1_yuan=100000000 province_rank=5");
    POISON(steps);
    ck_assert_int_eq(lg_route(rules, &profile, steps, 4, &count), LG_OK);
    ck_assert_uint_eq(count, 4);
    ck_assert_uint_eq(steps[0].criterion, criterion_of(rules, "srdi-title"));
    ck_assert_int_eq(steps[0].change, 0); /* a title is no matter of degree */
    ck_assert_uint_eq(steps[1].lever, LG_FACT_REVENUE_Y1);
    ck_assert_int_eq(steps[1].change, 1); /* strictly more than: one fen */
    ck_assert_int_eq(steps[2].change, -2);
    ck_assert_int_eq(steps[3].verdict, LG_UNKNOWN);
    ck_assert_int_eq(steps[3].reason, LG_REASON_MISSING);
    POISON(steps);
    POISON(untouched);
    ck_assert_int_eq(lg_route(rules, &profile, steps, 2, &count), LG_E_CAPACITY);
    ck_assert_uint_eq(count, 4);
    ck_assert_uint_eq(steps[1].lever, LG_FACT_REVENUE_Y1);
    ck_assert_mem_eq(&steps[2], untouched, sizeof untouched);
}
END_TEST

START_TEST(a_score_is_one_step_that_tells_the_points_short)
{
    world w;
    lg_profile profile;
    lg_step step;
    uint32_t count;
    world_begin(&w);
    lg_criterion *pass = world_add(&w, 0, LG_KIND_PASS_MARK);
    pass->bound = 500;
    pass->total = 1;
    world_add(&w, 1, LG_KIND_SUM)->points = 1000;
    world_flag(&w, 2, LG_FACT_OWN_BRAND, 1)->points = 300;
    world_flag(&w, 2, LG_FACT_GAP_FILLING, 1)->points = 400;
    profile_of(&profile, "own_brand=1 gap_filling=0");
    ck_assert_int_eq(lg_route(world_end(&w), &profile, &step, 1, &count), LG_OK);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(step.criterion, 0);
    ck_assert_int_eq(step.change, 200);
}
END_TEST

START_TEST(who_has_arrived_has_no_route)
{
    lg_profile profile;
    uint32_t count = 7;
    profile_of(&profile, "srdi_title=1 revenue_y1_fen=10000000001 province_rank=3 it_supported_businesses=1");
    ck_assert_int_eq(lg_route(rules_of("cn.little-giant.2020-reported"), &profile, NULL, 0, &count), LG_OK);
    ck_assert_uint_eq(count, 0);
}
END_TEST

/* -------------------------------------------------------------------------------- flips */

START_TEST(a_flip_names_what_made_the_difference)
{
    const lg_ruleset *rules = rules_of("cn.little-giant.2020-reported");
    lg_profile good, bad;
    lg_cause cause;
    lg_verdict before, after;
    uint32_t count, revenue = criterion_of(rules, "revenue");
    profile_of(&good, "srdi_title=1 revenue_y1_fen=10000000001 province_rank=3 it_supported_businesses=1");
    bad = good;
    profile_add(&bad, "revenue_y1_fen=10000000000");
    for (uint32_t side = 0; side < 2; side++) {
        POISON(cause);
        ck_assert_int_eq(
            lg_flip(rules, side ? &good : &bad, rules, side ? &bad : &good, &before, &after, &cause, 1, &count), LG_OK);
        ck_assert_int_eq(before, side ? LG_MET : LG_NOT_MET);
        ck_assert_int_eq(after, side ? LG_NOT_MET : LG_MET);
        ck_assert_uint_eq(count, 1);
        ck_assert_uint_eq(cause.side, side);
        ck_assert_uint_eq(cause.criterion, revenue);
        ck_assert_int_eq(cause.verdict, LG_NOT_MET);
        ck_assert_uint_eq(cause.other, revenue);
        ck_assert_int_eq(cause.other_verdict, LG_MET);
        ck_assert_uint_eq(cause.reserved, 0);
    }
}
END_TEST

/* What is open is as much a cause as what is not met; causes that do not fit are counted. */
START_TEST(what_is_still_open_accounts_for_a_flip)
{
    const lg_ruleset *rules = rules_of("cn.little-giant.2020-reported");
    lg_profile good, open;
    lg_cause causes[2], untouched;
    lg_verdict before, after;
    uint32_t count;
    profile_of(&good, "srdi_title=1 revenue_y1_fen=10000000001 province_rank=3 it_supported_businesses=1");
    open = good;
    profile_add(&open, "revenue_y1_fen= province_rank=");
    POISON(causes);
    POISON(untouched);
    ck_assert_int_eq(lg_flip(rules, &good, rules, &open, &before, &after, causes, 1, &count), LG_E_CAPACITY);
    ck_assert_int_eq(before, LG_MET);
    ck_assert_int_eq(after, LG_UNKNOWN);
    ck_assert_uint_eq(count, 2);
    ck_assert_uint_eq(causes[0].criterion, criterion_of(rules, "revenue"));
    ck_assert_int_eq(causes[0].verdict, LG_UNKNOWN);
    ck_assert_mem_eq(&causes[1], &untouched, sizeof untouched);
}
END_TEST

START_TEST(an_equal_verdict_has_no_causes)
{
    const lg_ruleset *a = rules_of("cn.little-giant.2022"), *b = rules_of("cn.little-giant.2026");
    lg_profile profile;
    lg_verdict before, after;
    uint32_t count = 7;
    profile_of(&profile, "srdi_title=0");
    ck_assert_int_eq(lg_flip(a, &profile, b, &profile, &before, &after, NULL, 0, &count), LG_OK);
    ck_assert_int_eq(before, LG_NOT_MET);
    ck_assert_int_eq(after, LG_NOT_MET);
    ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(a_criterion_that_only_one_edition_has_has_no_counterpart)
{
    const lg_ruleset *a = rules_of("cn.little-giant.2020-reported"), *b = rules_of("cn.little-giant.2022");
    lg_profile profile;
    lg_verdict before, after;
    lg_cause causes[64];
    uint32_t count;
    profile_of(&profile,
               "srdi_title=1 revenue_y1_yi=2 province_rank=1 it_supported_businesses=1 segment_age_months=35");
    ck_assert_int_eq(lg_flip(a, &profile, b, &profile, &before, &after, causes, 64, &count), LG_OK);
    ck_assert_int_eq(before, LG_MET);
    ck_assert_int_eq(after, LG_NOT_MET);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(causes[0].criterion, criterion_of(b, "niche-years"));
    ck_assert_uint_eq(causes[0].other, LG_CRITERION_NONE);
    ck_assert_int_eq(causes[0].other_verdict, LG_NOT_APPLICABLE);
}
END_TEST

/* ------------------------------------------------------------------------------ echelon */

START_TEST(a_high_tech_firm_with_a_clean_record_is_an_innovative_sme)
{
    lg_profile profile;
    lg_rung rungs[LEVELS];
    lg_level level, next;
    uint32_t count;
    profile_of(
        &profile,
        "mainland_legal_entity=1 size_sector=2 employees=100 revenue_y1_yi=1 innovation_honour=1 "
        "abnormal_operation_list=0 dishonesty_list=0 restricted_business=0 major_accident_3y=0 tax_violation_3y=0");
    POISON(rungs);
    ck_assert_int_eq(lg_echelon(&profile, 20230601, rungs, LEVELS, &count, &level, &next), LG_OK);
    ck_assert_int_eq(level, INNOVATIVE);
    ck_assert_int_eq(next, SPECIAL);
    ck_assert_int_eq(rungs[0].verdict, LG_MET);
    ck_assert_uint_eq(rungs[0].not_met + rungs[0].unknown, 0);
    ck_assert_int_eq(rungs[1].verdict, LG_UNKNOWN);
    ck_assert_uint_gt(rungs[1].unknown, 0);
    ck_assert_str_eq(lg_ruleset_describe(rungs[2].rules)->id, "cn.little-giant.2022");
}
END_TEST

START_TEST(a_rung_counts_the_steps_of_its_route)
{
    lg_profile profile;
    lg_rung rungs[LEVELS];
    lg_level level, next;
    uint32_t count;
    profile_of(&profile, "srdi_title=0 segment_age_months=35 revenue_y1_wan=4999 platform_score_y1_points=59");
    ck_assert_int_eq(lg_echelon(&profile, 20260501, rungs, LEVELS, &count, &level, &next), LG_OK);
    for (int i = 0; i < LEVELS; i++) {
        lg_step steps[128];
        uint32_t not_met = 0;
        ck_assert_int_eq(lg_route(rungs[i].rules, &profile, steps, 128, &count), LG_OK);
        for (uint32_t s = 0; s < count; s++)
            not_met += steps[s].verdict == LG_NOT_MET;
        ck_assert_uint_eq(rungs[i].not_met, not_met);
        ck_assert_uint_eq(rungs[i].unknown, count - not_met);
    }
    ck_assert_int_eq(level, LG_LEVEL_NONE);
    ck_assert_int_eq(next, INNOVATIVE);
    ck_assert_uint_eq(rungs[2].not_met, 4); /* title, niche, revenue, score */
}
END_TEST

START_TEST(rungs_that_do_not_fit_are_counted)
{
    lg_profile profile;
    lg_rung rungs[LEVELS + 1], untouched[LEVELS + 1];
    lg_level level, next;
    uint32_t count;
    profile_empty(&profile);
    for (uint32_t capacity = 0; capacity <= LEVELS + 1; capacity++) {
        uint32_t written = capacity < LEVELS ? capacity : LEVELS;
        POISON(rungs);
        POISON(untouched);
        ck_assert_int_eq(lg_echelon(&profile, 20230601, capacity ? rungs : NULL, capacity, &count, &level, &next),
                         capacity > 0 && capacity < LEVELS ? LG_E_CAPACITY : LG_OK);
        ck_assert_uint_eq(count, LEVELS);
        ck_assert_mem_eq(&rungs[written], &untouched[written], (LEVELS + 1 - written) * sizeof rungs[0]);
    }
}
END_TEST

/* Every figure at its bound of 2021: the case just-passes of tests/cases/cn.little-giant.2021.tsv. */
static const char GIANT_OF_2021[] =
    "mainland_legal_entity=1 size_sector=2 employees=1000 business_age_years=3 srdi_title=1 srdi_candidate=0 "
    "strong_innovator=0 specialised_strategy=1 sound_governance=1 revenue_y1_wan=10000 revenue_y2_wan=6000 "
    "main_revenue_y1_wan=7000 main_revenue_y2_wan=4375 main_revenue_y3_wan=8750 net_profit_y1_wan=100 "
    "net_profit_y2_wan=100 net_profit_y3_wan=100 total_assets_y1_wan=10000 total_liabilities_y1_wan=7000 "
    "segment_age_years=3 province_rank=3 high_reputation=1 rd_expense_y1_wan=300 rd_expense_y2_wan=180 "
    "rd_staff=150 invention_patents=2 utility_design_patents=0 software_copyrights=0 rd_body_level=1 "
    "it_supported_businesses=1 own_brand=1 management_certified=1 product_standard=0 overseas_certified=0 "
    "six_base_or_key_chain=1 key_field=0 gap_filling=0 single_champion=0 false_application=0 "
    "major_accident_3y=0 tax_violation_3y=0 dishonesty_list=0 equity_financing_2y_wan=0 key_breakthrough=0";

START_TEST(nothing_stands_above_a_little_giant)
{
    static const int32_t DAY = 20210501;
    lg_profile profile;
    lg_rung rungs[LEVELS];
    lg_level level, next;
    lg_step steps[64];
    uint32_t count;
    profile_of(&profile, GIANT_OF_2021);
    ck_assert_int_eq(lg_echelon(&profile, DAY, rungs, LEVELS, &count, &level, &next), LG_OK);
    ck_assert_int_eq(lg_route(rungs[2].rules, &profile, steps, 64, &count), LG_OK);
    ck_assert_uint_eq(count, 0);
    ck_assert_int_eq(level, GIANT);
    ck_assert_int_eq(next, LG_LEVEL_NONE);
}
END_TEST

START_TEST(before_the_measures_there_is_no_echelon)
{
    lg_profile profile;
    lg_rung rungs[LEVELS];
    lg_level level = 7, next = 7;
    uint32_t count;
    profile_empty(&profile);
    ck_assert_int_eq(lg_echelon(&profile, 20190601, rungs, LEVELS, &count, &level, &next), LG_E_NO_RULES);
    ck_assert_int_eq(level, LG_LEVEL_NONE);
    ck_assert_int_eq(next, LG_LEVEL_NONE);
    ck_assert_int_eq(lg_echelon(&profile, 20210501, rungs, LEVELS, &count, &level, &next),
                     LG_OK); /* Little Giants alone */
    ck_assert_ptr_null(rungs[0].rules);
    ck_assert_int_eq(next, GIANT);
}
END_TEST

START_TEST(missing_arguments_are_refused)
{
    const lg_ruleset *rules = rules_of("cn.little-giant.2022");
    lg_profile profile;
    lg_verdict before, after;
    lg_rung rungs[LEVELS];
    lg_level level, next;
    uint32_t count = 7;
    profile_empty(&profile);
    ck_assert_int_eq(lg_route(NULL, &profile, NULL, 0, &count), LG_E_RULES);
    ck_assert_uint_eq(count, 0);
    ck_assert_int_eq(lg_route(rules, NULL, NULL, 0, &count), LG_E_NULL);
    ck_assert_int_eq(lg_route(rules, &profile, NULL, 1, &count), LG_E_NULL);
    ck_assert_int_eq(lg_route(rules, &profile, NULL, 0, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_flip(NULL, &profile, rules, &profile, &before, &after, NULL, 0, &count), LG_E_RULES);
    ck_assert_int_eq(lg_flip(rules, &profile, NULL, &profile, &before, &after, NULL, 0, &count), LG_E_RULES);
    ck_assert_int_eq(lg_flip(rules, &profile, rules, NULL, &before, &after, NULL, 0, &count), LG_E_NULL);
    ck_assert_int_eq(lg_flip(rules, &profile, rules, &profile, NULL, &after, NULL, 0, &count), LG_E_NULL);
    ck_assert_int_eq(lg_flip(rules, &profile, rules, &profile, &before, &after, NULL, 0, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_echelon(NULL, 20240101, rungs, LEVELS, &count, &level, &next), LG_E_NULL);
    ck_assert_int_eq(lg_echelon(&profile, 20240101, NULL, 1, &count, &level, &next), LG_E_NULL);
    ck_assert_int_eq(lg_echelon(&profile, 20240101, rungs, LEVELS, &count, NULL, &next), LG_E_NULL);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("answers");
    TCase *editions = tcase_create("editions"), *routes = tcase_create("routes"), *flips = tcase_create("flips");
    TCase *echelon = tcase_create("echelon");
    tcase_add_loop_test(editions, the_edition_follows_level_kind_and_day, 0, ROWS(SELECTIONS));
    tcase_add_test(editions, a_second_reading_is_never_selected);
    tcase_add_loop_test(editions, what_is_no_date_is_refused, 0, ROWS(NO_DATES));
    tcase_add_loop_test(editions, every_day_of_the_calendar_is_a_date, 0, ROWS(DATES));
    tcase_add_test(editions, another_programme_has_no_rules_and_no_number_is_guessed);
    tcase_set_timeout(routes, 300);
    tcase_add_test(routes, no_way_is_shorter_than_the_route_and_the_route_leads_there);
    tcase_add_test(routes, a_step_says_what_to_move_and_by_how_much);
    tcase_add_test(routes, a_score_is_one_step_that_tells_the_points_short);
    tcase_add_test(routes, who_has_arrived_has_no_route);
    tcase_add_test(flips, a_flip_names_what_made_the_difference);
    tcase_add_test(flips, what_is_still_open_accounts_for_a_flip);
    tcase_add_test(flips, an_equal_verdict_has_no_causes);
    tcase_add_test(flips, a_criterion_that_only_one_edition_has_has_no_counterpart);
    tcase_add_test(echelon, a_high_tech_firm_with_a_clean_record_is_an_innovative_sme);
    tcase_add_test(echelon, a_rung_counts_the_steps_of_its_route);
    tcase_add_test(echelon, rungs_that_do_not_fit_are_counted);
    tcase_add_test(echelon, nothing_stands_above_a_little_giant);
    tcase_add_test(echelon, before_the_measures_there_is_no_echelon);
    tcase_add_test(echelon, missing_arguments_are_refused);
    suite_add_tcase(suite, editions);
    suite_add_tcase(suite, routes);
    suite_add_tcase(suite, flips);
    suite_add_tcase(suite, echelon);
    return suite_run(suite);
}
