/* SPDX-License-Identifier: Apache-2.0 */
/* What the rule sets demand, against cases/bounds.tsv, which was typed from the regulations; what
 * reflection tells of them; and which is in force when. */
#include "suite.h"
#include "table.h"

#include <stdio.h>

enum { RULESET, CRITERION, KIND, OP, BOUND, BOUND_HIGH, UNIT, FACTS, POINTS, POINTS_FLOOR, CITES };

#define COLUMNS "ruleset criterion kind op bound bound_high unit facts points points_floor cites"

static table bounds;
static int ruleset_count;

/* ------------------------------------------------------------------------------ bounds */

static lg_unit unit_of(const char *name)
{
    const lg_unit_info *unit;
    for (lg_unit u = 1; (unit = lg_unit_describe(u)) != NULL; u++)
        if (strcmp(unit->name, name) == 0)
            return u;
    ck_abort_msg("no unit %s", name);
    return LG_UNIT_NONE;
}

/* A decimal number as n / d, d a power of ten. */
static void decimal(const char *text, wide *n, wide *d)
{
    int negative = *text == '-', after_point = 0;
    *n = 0;
    *d = 1;
    for (text += negative; *text != '\0'; text++) {
        if (*text == '.') {
            after_point = 1;
            continue;
        }
        ck_assert_msg(*text >= '0' && *text <= '9', "not a number: %s", text);
        *n = *n * 10 + (*text - '0');
        *d *= after_point ? 10 : 1;
    }
    *n = negative ? -*n : *n;
}

static int is_rate(lg_kind kind)
{
    return kind == LG_KIND_RATIO || kind == LG_KIND_MEAN_GROWTH || kind == LG_KIND_COMPOUND_GROWTH;
}

/* Percent of a ratio is a number over 100; of a fact that is a share, basis points; every other
 * bound is in the canonical unit. */
static int bound_is(const lg_criterion *row, int64_t numerator, const char *text)
{
    wide n, d, factor = lg_unit_describe(row->unit)->factor;
    if (*text == '\0')
        return numerator == 0;
    decimal(text, &n, &d);
    if (is_rate(row->kind))
        return (wide)numerator * d * 100 == n * row->bound_denominator;
    return (wide)numerator * d == n * factor * row->bound_denominator;
}

/* Points are kept in hundredths. */
static int points_are(int64_t points, const char *text)
{
    wide n = 0, d = 1;
    if (*text != '\0')
        decimal(text, &n, &d);
    return (wide)points * d == n * 100;
}

static void check_facts(const lg_criterion *row, const char *words, const char *name)
{
    uint32_t count = 0;
    for (int length; (length = next_word(&words)) > 0; words += length, count++) {
        ck_assert_msg(count < row->fact_count, "%s: reads %u facts", name, (unsigned)row->fact_count);
        ck_assert_msg(word_is(words, length, lg_fact_describe(row->facts[count])->name), "%s: fact %u is %s", name,
                      (unsigned)count, lg_fact_describe(row->facts[count])->name);
    }
    ck_assert_msg(count == row->fact_count, "%s: reads %u facts", name, (unsigned)row->fact_count);
}

START_TEST(a_criterion_demands_what_the_regulation_says)
{
    const char *name = table_cell(&bounds, _i, CRITERION);
    const lg_ruleset *rules = rules_of(table_cell(&bounds, _i, RULESET));
    const lg_criterion *row = row_of(rules, criterion_of(rules, name));
    ck_assert_str_eq(lg_kind_name(row->kind), table_cell(&bounds, _i, KIND));
    ck_assert_str_eq(lg_operator_name(row->op), table_cell(&bounds, _i, OP));
    ck_assert_int_eq(row->unit, unit_of(table_cell(&bounds, _i, UNIT)));
    ck_assert_msg(bound_is(row, row->bound, table_cell(&bounds, _i, BOUND)), "%s: bound %lld / %lld", name,
                  (long long)row->bound, (long long)row->bound_denominator);
    ck_assert_msg(bound_is(row, row->bound_high, table_cell(&bounds, _i, BOUND_HIGH)), "%s: upper bound %lld", name,
                  (long long)row->bound_high);
    ck_assert_msg(points_are(row->points, table_cell(&bounds, _i, POINTS)), "%s: %lld cp", name,
                  (long long)row->points);
    ck_assert_msg(points_are(row->points_floor, table_cell(&bounds, _i, POINTS_FLOOR)), "%s: at least %lld cp", name,
                  (long long)row->points_floor);
    check_facts(row, table_cell(&bounds, _i, FACTS), name);
    ck_assert(has_text(table_cell(&bounds, _i, CITES)));
}
END_TEST

static int rows_for(const char *ruleset, const char *criterion)
{
    int count = 0;
    for (int row = 0; row < bounds.rows; row++)
        count += strcmp(table_cell(&bounds, row, RULESET), ruleset) == 0 &&
                 strcmp(table_cell(&bounds, row, CRITERION), criterion) == 0;
    return count;
}

/* Rows that carry a number: leaves, counts, marks, caps and floors of points. */
static int carries_number(const lg_criterion *row)
{
    return row->kind >= LG_KIND_VALUE || row->op != LG_OP_NONE || row->points != 0 || row->points_floor != 0;
}

START_TEST(every_number_stands_in_the_regulation_once)
{
    const lg_ruleset *rules = lg_ruleset_at((uint32_t)_i);
    const lg_criterion *row;
    for (uint32_t c = 0; (row = lg_ruleset_criterion(rules, c)) != NULL; c++)
        if (carries_number(row))
            ck_assert_msg(rows_for(lg_ruleset_describe(rules)->id, row->id) == 1, "%s: %d rows in bounds.tsv", row->id,
                          rows_for(lg_ruleset_describe(rules)->id, row->id));
}
END_TEST

/* -------------------------------------------------------------------------- reflection */

static int is_word_with(const char *text, const char *more)
{
    char allowed[64] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    strncat(allowed, more, sizeof allowed - strlen(allowed) - 1);
    return has_text(text) && strspn(text, allowed) == strlen(text);
}

static void check_row(const lg_ruleset *rules, uint32_t c)
{
    const lg_criterion *row = row_of(rules, c);
    uint32_t parent = lg_criterion_parent(rules, c);
    ck_assert_msg(is_word_with(row->id, ""), "%s is not a word of lower-case letters", row->id);
    ck_assert_uint_eq(lg_criterion_find(rules, row->id), c);
    ck_assert_msg(lg_kind_name(row->kind) && lg_operator_name(row->op) && lg_grade_name(row->grade), "%s", row->id);
    ck_assert_msg(row->grade >= LG_GRADE_OFFICIAL, "%s claims no grade", row->id);
    ck_assert_msg(row->bound_denominator > 0 && row->reserved == 0, "%s", row->id);
    ck_assert_msg(row->fact_count <= COUNT(row->facts), "%s: %u facts", row->id, (unsigned)row->fact_count);
    for (uint32_t f = 0; f < COUNT(row->facts); f++)
        ck_assert_msg((row->facts[f] == LG_FACT_NONE) == (f >= row->fact_count), "%s: fact %u", row->id, (unsigned)f);
    if (c == 0) {
        ck_assert_uint_eq(row->depth, 0);
        ck_assert_uint_eq(parent, LG_CRITERION_NONE);
    } else {
        ck_assert_uint_lt(parent, c);
        ck_assert_uint_eq(row_of(rules, parent)->depth + 1, row->depth);
        ck_assert_msg(row_of(rules, parent)->kind < LG_KIND_VALUE, "%s hangs below a leaf", row->id);
    }
}

START_TEST(rows_stand_in_pre_order_below_their_parents)
{
    const lg_ruleset *rules = lg_ruleset_at((uint32_t)_i);
    const lg_ruleset_info *info = lg_ruleset_describe(rules);
    lg_grade weakest = LG_GRADE_NONE;
    for (uint32_t c = 0; c < info->criterion_count; c++) {
        check_row(rules, c);
        weakest = row_of(rules, c)->grade > weakest ? row_of(rules, c)->grade : weakest;
    }
    ck_assert_int_eq(info->grade, weakest);
    ck_assert_ptr_null(lg_ruleset_criterion(rules, info->criterion_count));
    ck_assert_ptr_null(lg_ruleset_criterion(rules, LG_CRITERION_NONE));
    ck_assert_uint_eq(lg_criterion_parent(rules, info->criterion_count), LG_CRITERION_NONE);
    ck_assert_uint_eq(lg_criterion_parent(rules, LG_CRITERION_NONE), LG_CRITERION_NONE);
}
END_TEST

/* A parent is the nearest row above that is less deep; written again here, the slow way. */
START_TEST(a_parent_is_the_nearest_row_above_that_is_less_deep)
{
    const lg_ruleset *rules = lg_ruleset_at((uint32_t)_i);
    for (uint32_t c = 1; c < lg_ruleset_describe(rules)->criterion_count; c++) {
        uint32_t above = c;
        do
            above--;
        while (row_of(rules, above)->depth >= row_of(rules, c)->depth);
        ck_assert_uint_eq(lg_criterion_parent(rules, c), above);
    }
}
END_TEST

static int is_day(int32_t date)
{
    int32_t month = date / 100 % 100, day = date % 100;
    return date >= 20180101 && date <= 20991231 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

START_TEST(rule_sets_describe_themselves)
{
    const lg_ruleset *rules = lg_ruleset_at((uint32_t)_i);
    const lg_ruleset_info *info = lg_ruleset_describe(rules);
    ck_assert_msg(is_word_with(info->id, "."), "%s", info->id);
    ck_assert_ptr_eq(lg_ruleset_find(info->id), rules);
    ck_assert_str_eq(info->programme, "cn.sme-gradient");
    ck_assert(info->level >= LG_LEVEL_INNOVATIVE_SME && info->level <= LG_LEVEL_LITTLE_GIANT);
    ck_assert(info->application >= LG_APPLICATION_NEW &&
              info->application <= (LG_APPLICATION_NEW | LG_APPLICATION_REVIEW));
    ck_assert(is_day(info->in_force_from) && is_day(info->compared_on));
    ck_assert(info->in_force_to == 0 || (is_day(info->in_force_to) && info->in_force_to >= info->in_force_from));
    ck_assert_uint_le(info->alternative, 1);
    if (_i > 0)
        ck_assert_int_ge(info->in_force_from, lg_ruleset_describe(lg_ruleset_at((uint32_t)_i - 1))->in_force_from);
}
END_TEST

START_TEST(the_promised_rule_sets_are_there_and_no_other_is_found)
{
    ck_assert_ptr_nonnull(lg_ruleset_find("cn.little-giant.2020-reported"));
    ck_assert_ptr_nonnull(lg_ruleset_find("cn.little-giant.2022"));
    ck_assert_ptr_null(lg_ruleset_find(""));
    ck_assert_ptr_null(lg_ruleset_find("cn.little-giant"));
    ck_assert_ptr_null(lg_ruleset_find("cn.little-giant.2022 "));
    ck_assert_ptr_null(lg_ruleset_find("CN.LITTLE-GIANT.2022"));
    ck_assert_ptr_null(lg_ruleset_at((uint32_t)ruleset_count));
    ck_assert_ptr_null(lg_ruleset_at(UINT32_MAX));
}
END_TEST

/* The four ids of the reported requirements are promised, in this order. */
START_TEST(the_reported_requirements_keep_their_ids)
{
    static const char *const IDS[] = {"srdi-title", "revenue", "province-rank", "it-support"};
    const lg_ruleset *rules = rules_of("cn.little-giant.2020-reported");
    ck_assert_uint_eq(lg_ruleset_describe(rules)->criterion_count, COUNT(IDS) + 1);
    ck_assert_int_eq(row_of(rules, 0)->kind, LG_KIND_ALL);
    for (uint32_t i = 0; i < COUNT(IDS); i++) {
        ck_assert_uint_eq(lg_criterion_find(rules, IDS[i]), i + 1);
        ck_assert_uint_eq(lg_criterion_parent(rules, i + 1), 0);
    }
    ck_assert_uint_eq(lg_criterion_find(rules, "Revenue"), LG_CRITERION_NONE);
    ck_assert_uint_eq(lg_criterion_find(rules, ""), LG_CRITERION_NONE);
}
END_TEST

/* --------------------------------------------------------------------------- selection */

static const struct choice {
    const char *programme;
    lg_level level;
    lg_application application;
    int32_t date;
    lg_status status;
    const char *id;
} CHOICES[] = {
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20220801, LG_OK, "cn.little-giant.2022"},
    {"cn.sme-gradient", LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20230615, LG_OK, "cn.little-giant.2022"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_REVIEW, 20240229, LG_OK, "cn.little-giant.2022"},
    /* nothing is in force: no fallback to what came before or after */
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20180101, LG_E_NO_RULES, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 19990101, LG_E_NO_RULES, NULL},
    {NULL, LG_LEVEL_NONE, LG_APPLICATION_NEW, 20230615, LG_E_ARGUMENT, NULL},
    {NULL, 4, LG_APPLICATION_NEW, 20230615, LG_E_ARGUMENT, NULL},
    {NULL, -1, LG_APPLICATION_NEW, 20230615, LG_E_ARGUMENT, NULL},
    {"cn.other", LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20230615, LG_E_NO_RULES, NULL},
    {"", LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20230615, LG_E_NO_RULES, NULL},
    /* The first and the last day of each edition. 381号 is of November 2018, and its closing day was not found; the
     * list of the second batch came out on 13 November 2020, that of the third in July 2021. */
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20181031, LG_E_NO_RULES, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20181101, LG_OK, "cn.little-giant.2018"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20181231, LG_OK, "cn.little-giant.2018"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20190101, LG_E_NO_RULES, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20200630, LG_E_NO_RULES, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20200701, LG_OK, "cn.little-giant.2020"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20201113, LG_OK, "cn.little-giant.2020"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20201114, LG_E_NO_RULES, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20210331, LG_E_NO_RULES, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20210401, LG_OK, "cn.little-giant.2021"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20210731, LG_OK, "cn.little-giant.2021"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20210801, LG_E_NO_RULES, NULL},
    /* 63号 from 1 August 2022 until 2号 takes its place for new applications on 1 April 2026; the rounds of 2025 and
     * the reviews of 2026 have notices of their own */
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20220731, LG_E_NO_RULES, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20241231, LG_OK, "cn.little-giant.2022"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20250101, LG_OK, "cn.little-giant.2025"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20251231, LG_OK, "cn.little-giant.2025"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20260101, LG_OK, "cn.little-giant.2022"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20260331, LG_OK, "cn.little-giant.2022"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20260401, LG_OK, "cn.little-giant.2026"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_REVIEW, 20220731, LG_E_NO_RULES, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_REVIEW, 20220801, LG_OK, "cn.little-giant.2022"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_REVIEW, 20241231, LG_OK, "cn.little-giant.2022"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_REVIEW, 20250101, LG_OK, "cn.little-giant.2025-review"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_REVIEW, 20251231, LG_OK, "cn.little-giant.2025-review"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_REVIEW, 20260101, LG_OK, "cn.little-giant.2026-review"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_REVIEW, 20261231, LG_OK, "cn.little-giant.2026-review"},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_REVIEW, 20270101, LG_E_NO_RULES, NULL},
    {NULL, LG_LEVEL_SPECIALISED_SME, LG_APPLICATION_NEW, 20220731, LG_E_NO_RULES, NULL},
    {NULL, LG_LEVEL_SPECIALISED_SME, LG_APPLICATION_NEW, 20220801, LG_OK, "cn.srdi-sme.2022"},
    {NULL, LG_LEVEL_SPECIALISED_SME, LG_APPLICATION_NEW, 20260331, LG_OK, "cn.srdi-sme.2022"},
    {NULL, LG_LEVEL_SPECIALISED_SME, LG_APPLICATION_NEW, 20260401, LG_OK, "cn.srdi-sme.2026"},
    {NULL, LG_LEVEL_SPECIALISED_SME, LG_APPLICATION_REVIEW, 20260331, LG_OK, "cn.srdi-sme.2022"},
    {NULL, LG_LEVEL_SPECIALISED_SME, LG_APPLICATION_REVIEW, 20260401, LG_E_NO_RULES, NULL},
    {NULL, LG_LEVEL_INNOVATIVE_SME, LG_APPLICATION_NEW, 20220731, LG_E_NO_RULES, NULL},
    {NULL, LG_LEVEL_INNOVATIVE_SME, LG_APPLICATION_NEW, 20220801, LG_OK, "cn.innovative-sme.2022"},
    {NULL, LG_LEVEL_INNOVATIVE_SME, LG_APPLICATION_REVIEW, 20990101, LG_OK, "cn.innovative-sme.2022"},
    /* exactly one kind of application */
    {NULL, LG_LEVEL_LITTLE_GIANT, 0, 20230615, LG_E_ARGUMENT, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW | LG_APPLICATION_REVIEW, 20230615, LG_E_ARGUMENT, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, 4, 20230615, LG_E_ARGUMENT, NULL},
    /* not dates */
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 0, LG_E_DATE, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, -20230615, LG_E_DATE, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 2023, LG_E_DATE, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20230015, LG_E_DATE, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20231315, LG_E_DATE, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20230600, LG_E_DATE, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20230631, LG_E_DATE, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 20230229, LG_E_DATE, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 21000229, LG_E_DATE, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, 202306150, LG_E_DATE, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, INT32_MAX, LG_E_DATE, NULL},
    {NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, INT32_MIN, LG_E_DATE, NULL},
};

START_TEST(the_rule_set_in_force_is_selected_or_none)
{
    const struct choice *c = &CHOICES[_i];
    const lg_ruleset *rules = lg_ruleset_at(0);
    lg_status status = lg_ruleset_select(c->programme, c->level, c->application, c->date, &rules);
    ck_assert_msg(status == c->status, "%d: status %d, expected %d", (int)c->date, (int)status, (int)c->status);
    if (c->id == NULL)
        ck_assert_ptr_null(rules);
    else
        ck_assert_str_eq(lg_ruleset_describe(rules)->id, c->id);
}
END_TEST

/* Second readings: never selected, and in force on the days of what they are a reading of; Guangdong's from 2024 on,
 * the year of 粤工信规字〔2024〕5号, whose day was not found. */
static const struct reading {
    const char *id, *of;
    int32_t from; /* 0: as that */
} READINGS[] = {
    {"cn.little-giant.2020-reported", "cn.little-giant.2020", 0},
    {"cn.little-giant.2020-optional", "cn.little-giant.2020", 0},
    {"cn.srdi-sme.2022-guangdong", "cn.srdi-sme.2022", 20240101},
};

START_TEST(a_second_reading_has_the_days_of_the_first)
{
    const struct reading *reading = &READINGS[_i];
    const lg_ruleset_info *info = lg_ruleset_describe(lg_ruleset_find(reading->id));
    const lg_ruleset_info *first = lg_ruleset_describe(lg_ruleset_find(reading->of));
    ck_assert(info->alternative && !first->alternative);
    ck_assert_int_eq(info->in_force_from, reading->from ? reading->from : first->in_force_from);
    ck_assert_int_eq(info->in_force_to, first->in_force_to);
}
END_TEST

/* The day before or after; a month's end need not be right, as long as it is a date. */
static int32_t next_to(int32_t date, int32_t step)
{
    int32_t day = date % 100 + step;
    if (day >= 1 && day <= 28)
        return date + step;
    return step < 0 ? date - 100 - date % 100 + 28 : date + 100 - date % 100 + 1;
}

/* On its first and last day a rule set, or a later edition, is in force; on the day before the
 * first and after the last it is not. A second reading is never selected. */
START_TEST(a_rule_set_is_in_force_from_its_first_to_its_last_day)
{
    const lg_ruleset *rules = lg_ruleset_at((uint32_t)_i), *selected;
    const lg_ruleset_info *info = lg_ruleset_describe(rules);
    for (lg_application application = 1; application <= 2; application++) {
        const int32_t days[] = {info->in_force_from, info->in_force_to ? info->in_force_to : 20991231};
        for (size_t d = 0; d < COUNT(days); d++) {
            lg_status status = lg_ruleset_select(NULL, info->level, application, days[d], &selected);
            if ((info->application & application) && !info->alternative)
                ck_assert_int_eq(status, LG_OK);
            if (status == LG_OK) {
                const lg_ruleset_info *got = lg_ruleset_describe(selected);
                ck_assert(!got->alternative && got->in_force_from <= days[d]);
                ck_assert(got->in_force_to == 0 || got->in_force_to >= days[d]);
                ck_assert(info->alternative || !(info->application & application) ||
                          got->in_force_from >= info->in_force_from);
            }
        }
        lg_ruleset_select(NULL, info->level, application, next_to(info->in_force_from, -1), &selected);
        ck_assert_ptr_ne(selected, rules);
        if (info->in_force_to != 0) {
            lg_ruleset_select(NULL, info->level, application, next_to(info->in_force_to, 1), &selected);
            ck_assert_ptr_ne(selected, rules);
        }
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("regulation");
    TCase *demands = tcase_create("bounds"), *reflection = tcase_create("reflection");
    TCase *selection = tcase_create("selection");
    const char *problem = table_read(&bounds, LG_TEST_CASES, "bounds.tsv", '\t', COLUMNS);
    if (problem != NULL) {
        fprintf(stderr, "%s\n", problem);
        return EXIT_FAILURE;
    }
    while (lg_ruleset_at((uint32_t)ruleset_count) != NULL)
        ruleset_count++;
    tcase_add_loop_test(demands, a_criterion_demands_what_the_regulation_says, 0, bounds.rows);
    tcase_add_loop_test(demands, every_number_stands_in_the_regulation_once, 0, ruleset_count);
    tcase_add_loop_test(reflection, rows_stand_in_pre_order_below_their_parents, 0, ruleset_count);
    tcase_add_loop_test(reflection, a_parent_is_the_nearest_row_above_that_is_less_deep, 0, ruleset_count);
    tcase_add_loop_test(reflection, rule_sets_describe_themselves, 0, ruleset_count);
    tcase_add_test(reflection, the_promised_rule_sets_are_there_and_no_other_is_found);
    tcase_add_test(reflection, the_reported_requirements_keep_their_ids);
    tcase_add_loop_test(selection, the_rule_set_in_force_is_selected_or_none, 0, ROWS(CHOICES));
    tcase_add_loop_test(selection, a_second_reading_has_the_days_of_the_first, 0, ROWS(READINGS));
    tcase_add_loop_test(selection, a_rule_set_is_in_force_from_its_first_to_its_last_day, 0, ruleset_count);
    suite_add_tcase(suite, demands);
    suite_add_tcase(suite, reflection);
    suite_add_tcase(suite, selection);
    return suite_run(suite);
}
