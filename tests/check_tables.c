/* SPDX-License-Identifier: Apache-2.0 */
/* What makes a rule set well formed: the limits from which the arithmetic takes that nothing overflows. */
#include "world.h"

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

enum { WHOLE = 1, RATIO, MARK, SUM, POINTS_FLAG, POINTS_VALUE };

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
    tcase_add_test(tables, six_points_rows_may_stand_in_each_other);
    tcase_add_test(bounds, operators_ask_for_what_their_words_say);
    suite_add_tcase(suite, tables);
    suite_add_tcase(suite, bounds);
    return suite_run(suite);
}
