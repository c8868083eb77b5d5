/* SPDX-License-Identifier: Apache-2.0 */
/* What makes a rule set well formed: the limits from which the arithmetic takes that nothing overflows. */
#include "world.h"

#include <stdio.h>

static lg_status validity(const world *w, uint32_t *bad_row)
{
    POISON(*bad_row);
    return lg__ruleset_valid(&w->rules, bad_row);
}

START_TEST(built_in_rule_sets_are_well_formed)
{
    const lg_ruleset *rules;
    uint32_t bad_row, count = 0;
    for (; (rules = lg_ruleset_at(count)) != NULL; count++)
        ck_assert_msg(lg__ruleset_valid(rules, &bad_row) == LG_OK, "%s, row %u", lg_ruleset_describe(rules)->id,
                      (unsigned)bad_row);
    ck_assert_uint_gt(count, 0);
}
END_TEST

/* ------------------------------------------------------------------------- one row at its limit */

enum { ROOT, WHOLE, RATIO, MARK, SUM, POINTS_FLAG, POINTS_VALUE, BEHIND_LAST };

static void one_row_of_each_sort(world *w)
{
    lg_criterion *ratio;
    world_begin(w);
    world_add(w, 0, LG_KIND_ALL);
    world_value(w, 1, LG_FACT_REVENUE_Y1, LG_OP_GE, 1);
    ratio = world_add(w, 1, LG_KIND_RATIO);
    ratio->op = LG_OP_GE;
    ratio->fact_count = 2;
    ratio->facts[0] = LG_FACT_RD_EXPENSE_Y1;
    ratio->facts[1] = LG_FACT_REVENUE_Y1;
    world_add(w, 1, LG_KIND_PASS_MARK)->total = SUM;
    world_add(w, 2, LG_KIND_SUM)->points = 100;
    world_flag(w, 3, LG_FACT_SRDI_TITLE, 1);
    ratio = world_add(w, 3, LG_KIND_POINTS_VALUE);
    ratio->fact_count = 1;
    ratio->facts[0] = LG_FACT_LOCAL_SCORE;
    w->rows[BEHIND_LAST].criterion.kind = LG_KIND_SUM; /* would do as a total, but is none of the rule set */
}

#define MEMBER(NAME) offsetof(lg_criterion, NAME), sizeof(((lg_criterion *)0)->NAME)
#define WHOLE_LIMIT INT64_C(36000000000000000) /* four times 9e15 fen */

/* The last value that is in order, and one that is not. */
static const struct limit {
    const char *what;
    uint32_t row;
    size_t offset, size;
    int64_t good, bad;
} LIMITS[] = {
    {"a whole bound", WHOLE, MEMBER(bound), WHOLE_LIMIT, WHOLE_LIMIT + 1},
    {"a whole bound below zero", WHOLE, MEMBER(bound), -WHOLE_LIMIT, -WHOLE_LIMIT - 1},
    {"a whole upper bound", WHOLE, MEMBER(bound_high), WHOLE_LIMIT, WHOLE_LIMIT + 1},
    {"a whole bound over one", WHOLE, MEMBER(bound_denominator), 1, 2},
    {"no operator", WHOLE, MEMBER(op), LG_OP_GE, LG_OP_NONE},
    {"an operator that exists", WHOLE, MEMBER(op), LG_OP_FROM_TO, LG_OP_FROM_TO + 1},
    {"an operator for points", POINTS_VALUE, MEMBER(op), LG_OP_NONE, LG_OP_GE},
    {"a rate", RATIO, MEMBER(bound), 100000, 100001},
    {"a rate below zero", RATIO, MEMBER(bound), -100000, -100001},
    {"an upper rate", RATIO, MEMBER(bound_high), 100000, 100001},
    {"a rate over ten thousand", RATIO, MEMBER(bound_denominator), 10000, 10001},
    {"a rate over nothing", RATIO, MEMBER(bound_denominator), 1, 0},
    {"points", POINTS_FLAG, MEMBER(points), 1000000, 1000001},
    {"points below zero", POINTS_FLAG, MEMBER(points), -1000000, -1000001},
    {"a cap", SUM, MEMBER(points), 1000000, 1000001},
    {"a floor", SUM, MEMBER(points_floor), 1000000, 1000001},
    {"a floor below zero", SUM, MEMBER(points_floor), -1000000, -1000001},
    {"a pass mark", MARK, MEMBER(bound), 1000000, 1000001},
    {"points that are money", POINTS_VALUE, MEMBER(facts[0]), LG_FACT_PLATFORM_SCORE_Y1, LG_FACT_REVENUE_Y1},
    {"points that are a rank", POINTS_VALUE, MEMBER(facts[0]), LG_FACT_PROVINCE_RANK, LG_FACT_EMPLOYEES},
    {"a kind of leaf that exists", WHOLE, MEMBER(kind), LG_KIND_VALUE, LG_KIND_POINTS_VALUE + 1},
    {"a kind of combination that exists", ROOT, MEMBER(kind), LG_KIND_ANY, LG_KIND_PASS_MARK + 1},
    {"a value of one fact", WHOLE, MEMBER(fact_count), 1, 0},
    {"a value of two facts", WHOLE, MEMBER(fact_count), 1, 2},
    {"a fact that exists", WHOLE, MEMBER(facts[0]), LG__FACT_COUNT - 1, LG__FACT_COUNT},
    {"a second fact that exists", RATIO, MEMBER(facts[1]), LG__FACT_COUNT - 1, LG__FACT_COUNT},
    {"a flag that is a flag", POINTS_FLAG, MEMBER(facts[0]), LG_FACT_OWN_BRAND, LG_FACT_REVENUE_Y1},
    {"a cap above zero", SUM, MEMBER(points), 1, 0},
    {"a pass mark over one", MARK, MEMBER(bound_denominator), 1, 2},
    {"a total behind its mark", MARK, MEMBER(total), SUM, MARK},
    {"a total that is a row", MARK, MEMBER(total), SUM, BEHIND_LAST},
    {"a total that has points", MARK, MEMBER(total), SUM, POINTS_FLAG},
    {"a root", ROOT, MEMBER(depth), 0, 1},
    {"one root", MARK, MEMBER(depth), 1, 0},
    {"a row one deeper", RATIO, MEMBER(depth), 1, 3},
    {"nothing below a leaf", RATIO, MEMBER(depth), 1, 2},
    {"no points among conditions", SUM, MEMBER(depth), 2, 1},
};

static void put_member(world *w, const struct limit *l, int64_t value)
{
    char *member = (char *)&w->rows[l->row].criterion + l->offset;
    int32_t narrow = (int32_t)value;
    if (l->size == sizeof narrow)
        memcpy(member, &narrow, sizeof narrow);
    else
        memcpy(member, &value, sizeof value);
}

START_TEST(a_row_may_go_to_its_limit_and_not_beyond)
{
    const struct limit *l = &LIMITS[_i];
    world w;
    uint32_t bad_row;
    one_row_of_each_sort(&w);
    put_member(&w, l, l->good);
    ck_assert_msg(validity(&w, &bad_row) == LG_OK, "%s: refused at row %u", l->what, (unsigned)bad_row);
    put_member(&w, l, l->bad);
    ck_assert_msg(validity(&w, &bad_row) == LG_E_RULES, "%s: not refused", l->what);
    ck_assert_uint_eq(bad_row, l->row);
}
END_TEST

/* A row without a name, without a source, or with the name of another. */
START_TEST(a_row_has_a_name_of_its_own_and_a_source)
{
    world w;
    uint32_t bad_row;
    one_row_of_each_sort(&w);
    w.rows[RATIO].criterion.id = NULL;
    ck_assert_int_eq(validity(&w, &bad_row), LG_E_RULES);
    ck_assert_uint_eq(bad_row, RATIO);
    w.rows[RATIO].criterion.id = w.rows[WHOLE].criterion.id;
    ck_assert_int_eq(validity(&w, &bad_row), LG_E_RULES);
    ck_assert_uint_eq(bad_row, RATIO);
    one_row_of_each_sort(&w);
    w.rows[RATIO].criterion.citation = NULL;
    ck_assert_int_eq(validity(&w, &bad_row), LG_E_RULES);
    ck_assert_uint_eq(bad_row, RATIO);
}
END_TEST

static void combination_of(world *w, lg_kind kind, uint32_t children)
{
    world_begin(w);
    world_add(w, 0, kind)->points = kind == LG_KIND_SUM ? 100 : 0;
    for (; children > 0; children--)
        world_flag(w, 1, LG_FACT_SRDI_TITLE, 1);
}

/* A WHEN needs something that it guards, every other row something to join. */
static const struct {
    lg_kind kind;
    uint32_t children;
} LEAST[] = {{LG_KIND_ALL, 1}, {LG_KIND_ANY, 1}, {LG_KIND_WHEN, 2}, {LG_KIND_BEST, 1}, {LG_KIND_SUM, 1}};

START_TEST(a_combination_has_something_to_combine)
{
    world w;
    uint32_t bad_row;
    combination_of(&w, LEAST[_i].kind, LEAST[_i].children);
    ck_assert_int_eq(validity(&w, &bad_row), LG_OK);
    combination_of(&w, LEAST[_i].kind, LEAST[_i].children - 1);
    ck_assert_int_eq(validity(&w, &bad_row), LG_E_RULES);
    ck_assert_uint_eq(bad_row, 0);
}
END_TEST

START_TEST(at_least_asks_for_one_child_or_more_and_no_more_than_it_has)
{
    static const struct {
        int64_t bound, denominator;
        lg_status status;
    } CASES[] = {{0, 1, LG_E_RULES}, {1, 1, LG_OK}, {3, 1, LG_OK}, {4, 1, LG_E_RULES}, {1, 2, LG_E_RULES}};
    world w;
    uint32_t bad_row;
    combination_of(&w, LG_KIND_AT_LEAST, 3);
    w.rows[0].criterion.bound = CASES[_i].bound;
    w.rows[0].criterion.bound_denominator = CASES[_i].denominator;
    ck_assert_int_eq(validity(&w, &bad_row), CASES[_i].status);
    ck_assert_uint_eq(bad_row, 0);
}
END_TEST

START_TEST(a_rule_set_has_one_row_or_more_and_256_at_most)
{
    static char names[257][8];
    static lg__row rows[257];
    world w;
    uint32_t bad_row;
    combination_of(&w, LG_KIND_ALL, 1);
    for (uint32_t i = 0; i < 257; i++) {
        snprintf(names[i], sizeof names[i], "n%u", (unsigned)i);
        rows[i] = w.rows[i > 0];
        rows[i].criterion.id = names[i];
    }
    w.rules.rows = rows;
    w.rules.info.criterion_count = 0;
    ck_assert_int_eq(validity(&w, &bad_row), LG_E_RULES);
    w.rules.info.criterion_count = 256;
    ck_assert_int_eq(validity(&w, &bad_row), LG_OK);
    w.rules.info.criterion_count = 257;
    ck_assert_int_eq(validity(&w, &bad_row), LG_E_RULES);
}
END_TEST

START_TEST(a_rule_set_has_16_pass_marks_at_most)
{
    world w;
    uint32_t bad_row, last = 0;
    world_begin(&w);
    world_add(&w, 0, LG_KIND_ALL);
    for (uint32_t mark = 0; mark < 17; mark++) {
        last = w.rules.info.criterion_count;
        world_add(&w, 1, LG_KIND_PASS_MARK)->total = last + 1;
        world_add(&w, 2, LG_KIND_BEST);
        world_flag(&w, 3, LG_FACT_SRDI_TITLE, 1);
        ck_assert_int_eq(validity(&w, &bad_row), mark < 16 ? LG_OK : LG_E_RULES);
    }
    ck_assert_uint_eq(bad_row, last);
}
END_TEST

START_TEST(rows_stand_twelve_deep_at_most)
{
    world w;
    uint32_t bad_row;
    world_begin(&w);
    for (uint32_t depth = 0; depth < 12; depth++)
        world_add(&w, depth, LG_KIND_ALL);
    world_flag(&w, 12, LG_FACT_SRDI_TITLE, 1);
    ck_assert_int_eq(validity(&w, &bad_row), LG_OK);
    w.rows[12].criterion.kind = LG_KIND_ALL;
    world_flag(&w, 13, LG_FACT_SRDI_TITLE, 1);
    ck_assert_int_eq(validity(&w, &bad_row), LG_E_RULES);
    ck_assert_uint_eq(bad_row, 13);
}
END_TEST

/* All points rows of a path count, also those above a mark in between. */
static uint32_t nested_points(world *w, uint32_t above_mark, uint32_t below_mark)
{
    uint32_t depth = 1;
    world_begin(w);
    world_add(w, 0, LG_KIND_PASS_MARK)->total = 1;
    for (; above_mark > 0; above_mark--)
        world_add(w, depth++, LG_KIND_SUM)->points = 100;
    world_add(w, depth, LG_KIND_PASS_MARK)->total = depth + 1;
    for (depth++; below_mark > 0; below_mark--)
        world_add(w, depth++, LG_KIND_BEST);
    world_flag(w, depth, LG_FACT_SRDI_TITLE, 1);
    return depth - 1;
}

START_TEST(six_points_rows_may_stand_in_each_other)
{
    world w;
    uint32_t bad_row, last;
    nested_points(&w, 4, 2);
    ck_assert_int_eq(validity(&w, &bad_row), LG_OK);
    last = nested_points(&w, 4, 3);
    ck_assert_int_eq(validity(&w, &bad_row), LG_E_RULES);
    ck_assert_uint_eq(bad_row, last);
}
END_TEST

/* ------------------------------------------------------------------ where a value meets a bound */

/* How the value stands to the lower and the upper bound of a range, or to the only bound, from the words
 * of the header: below (-1), on it (0), above (1). */
static int asked_for(lg_operator op, int low, int high)
{
    switch (op) {
    case LG_OP_GE:
        return low != -1;
    case LG_OP_GT:
        return low == 1;
    case LG_OP_LE:
        return low != 1;
    case LG_OP_LT:
        return low == -1;
    case LG_OP_EQ:
        return low == 0;
    case LG_OP_BETWEEN:
        return low != -1 && high != 1;
    case LG_OP_FROM_TO:
        return low != -1 && high == -1;
    default:
        return 0;
    }
}

START_TEST(operators_ask_for_what_their_words_say)
{
    for (lg_operator op = LG_OP_NONE - 1; op <= LG_OP_FROM_TO + 1; op++)
        for (int low = -1; low <= 1; low++)
            for (int high = -1; high <= 1; high++)
                ck_assert_msg(lg__holds(op, low, high) == asked_for(op, low, high), "operator %d, %d, %d", (int)op, low,
                              high);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("tables");
    TCase *tables = tcase_create("well formed"), *bounds = tcase_create("bounds");
    tcase_add_test(tables, built_in_rule_sets_are_well_formed);
    tcase_add_loop_test(tables, a_row_may_go_to_its_limit_and_not_beyond, 0, ROWS(LIMITS));
    tcase_add_test(tables, a_row_has_a_name_of_its_own_and_a_source);
    tcase_add_loop_test(tables, a_combination_has_something_to_combine, 0, ROWS(LEAST));
    tcase_add_loop_test(tables, at_least_asks_for_one_child_or_more_and_no_more_than_it_has, 0, 5);
    tcase_add_test(tables, a_rule_set_has_one_row_or_more_and_256_at_most);
    tcase_add_test(tables, a_rule_set_has_16_pass_marks_at_most);
    tcase_add_test(tables, rows_stand_twelve_deep_at_most);
    tcase_add_test(tables, six_points_rows_may_stand_in_each_other);
    tcase_add_test(bounds, operators_ask_for_what_their_words_say);
    suite_add_tcase(suite, tables);
    suite_add_tcase(suite, bounds);
    return suite_run(suite);
}
