/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The scalar evaluator. A rule set stands in pre-order, so walking its rows backwards meets children
 * before parents: leaves are judged, and each finished row is counted into the tally of its depth,
 * which its parent picks up. No recursion, no allocation; the logic is strong Kleene (docs/logic.md).
 */
#include <string.h>

#include "internal.h"
#include "logic.h"

/* Points of the children of one row. */
typedef struct points_tally {
    int32_t sum_low, sum_high, best_low, best_high;
    int32_t open_high[4]; /* the most that children open for each reason can still earn */
} points_tally;

/* What the children of one row have come to; small, as it is cleared and counted into for every row. */
typedef struct tally {
    lg__count count;
    uint16_t reasons;    /* bits 1 << reason of those that leave something open */
    uint16_t has_points; /* their points are in the points tally; else no child has or can have any */
} tally;

/* By depth of the children. */
typedef struct tallies {
    tally at[LG__DEPTH_MAX + 2];
    points_tally points[LG__DEPTH_MAX + 2];
} tallies;

static int32_t larger(int32_t a, int32_t b) { return a > b ? a : b; }

static void count_points(points_tally *t, const lg__state *child)
{
    t->sum_low += child->points_low;
    t->sum_high += child->points_high;
    t->best_low = larger(t->best_low, child->points_low);
    t->best_high = larger(t->best_high, child->points_high);
    t->open_high[child->reason] = larger(t->open_high[child->reason], child->points_high);
}

static void count_child(tallies *t, uint32_t depth, const lg__state *child)
{
    tally *here = &t->at[depth];
    here->count.of[child->verdict]++;
    here->reasons |= (uint16_t)(1u << child->reason);
    if (!(child->points_low | child->points_high))
        return;
    if (!here->has_points)
        memset(&t->points[depth], 0, sizeof t->points[depth]);
    here->has_points = 1;
    count_points(&t->points[depth], child);
}

static const points_tally *points_of(const tallies *t, uint32_t depth)
{
    static const points_tally none = {0, 0, 0, 0, {0, 0, 0, 0}};
    return t->at[depth].has_points ? &t->points[depth] : &none;
}

static lg_reason smallest_reason(uint32_t reasons)
{
    static const unsigned char SMALLEST[] = {LG_REASON_NONE,      LG_REASON_MISSING,   LG_REASON_JUDGEMENT,
                                             LG_REASON_MISSING,   LG_REASON_UNDEFINED, LG_REASON_MISSING,
                                             LG_REASON_JUDGEMENT, LG_REASON_MISSING};
    return SMALLEST[reasons >> 1];
}

/* Of a BEST, only children that can still beat the others leave anything open. */
static lg_reason reason_best(const points_tally *t)
{
    for (lg_reason reason = LG_REASON_MISSING; reason <= LG_REASON_UNDEFINED; reason++)
        if (t->open_high[reason] > t->best_low)
            return reason;
    return LG_REASON_NONE;
}

static int32_t clamp(int32_t value, int64_t floor, int64_t cap)
{
    return value < floor ? (int32_t)floor : value > cap ? (int32_t)cap : value;
}

/* Points stay between the row's floor and its cap. A BEST without a cap takes what its children give. */
static void set_points(const lg_criterion *row, int32_t low, int32_t high, lg__state *state)
{
    int64_t cap = row->kind == LG_KIND_BEST && row->points == 0 ? LG__POINTS_MAX : row->points;
    state->points_low = clamp(low, row->points_floor, cap);
    state->points_high = clamp(high, row->points_floor, cap);
}

static void combine_points(const lg_criterion *row, const points_tally *points, lg__state *state)
{
    if (row->kind == LG_KIND_SUM) {
        set_points(row, points->sum_low, points->sum_high, state);
    } else {
        set_points(row, points->best_low, points->best_high, state);
        state->reason = reason_best(points);
    }
}

static void combine_mark(const lg_criterion *row, const lg__state *total, lg__state *state)
{
    state->verdict = total->points_low >= row->bound   ? LG_MET
                     : total->points_high < row->bound ? LG_NOT_MET
                                                       : LG_UNKNOWN;
    state->reason = total->reason;
}

/* While a guard is unknown its reason counts, whatever the body comes to. One that is met leaves no reason behind. */
static void combine_logic(const lg_criterion *row, lg__count count, const lg__state *first, lg__state *state)
{
    state->verdict = lg__logic(row, count, first->verdict);
    if (row->kind == LG_KIND_WHEN && first->verdict == LG_UNKNOWN)
        state->reason = first->reason;
}

/* depth: of the children. states: of all rows; those below row i are settled. */
static void combine(const lg_criterion *row, uint32_t i, tallies *t, uint32_t depth, lg__state *states)
{
    static const tally empty = {{{0, 0, 0, 0}}, 0, 0};
    lg__state *state = &states[i];
    state->reason = smallest_reason(t->at[depth].reasons);
    if (lg__kind_is_logic(row->kind))
        combine_logic(row, t->at[depth].count, &states[i + 1], state);
    else if (row->kind == LG_KIND_PASS_MARK)
        combine_mark(row, &states[row->total], state);
    else
        combine_points(row, points_of(t, depth), state);
    if (lg__kind_gives_points(row->kind))
        lg__settle_points_row(state);
    else
        lg__settle_condition(row, state);
    t->at[depth] = empty;
}

void lg__recombine(const lg_ruleset *rules, const lg__tree *tree, uint32_t i, lg__state *states)
{
    tallies children;
    memset(children.at, 0, sizeof children.at[0]);
    for (uint32_t child = i + 1; child != 0; child = tree->next[child])
        count_child(&children, 0, &states[child]);
    combine(&rules->rows[i].criterion, i, &children, 0, states);
}

int lg__is_guard(const lg_ruleset *rules, uint32_t i)
{
    return i > 0 && rules->rows[i - 1].criterion.kind == LG_KIND_WHEN; /* a WHEN has children: the first follows it */
}

void lg__judge(const lg_ruleset *rules, const lg__view *view, uint32_t first, uint32_t end, lg__state *states)
{
    tallies t;
    memset(t.at, 0, sizeof t.at);
    for (uint32_t i = end; i-- > first;) {
        const lg_criterion *row = &rules->rows[i].criterion;
        if (lg__kind_is_leaf(row->kind))
            lg__leaf_judge(row, view, &states[i]);
        else
            combine(row, i, &t, row->depth + 1, states);
        count_child(&t, row->depth, &states[i]);
    }
}

/* Row after the last one below this criterion. */
uint32_t lg__subtree_end(const lg_ruleset *rules, uint32_t criterion)
{
    uint32_t end = criterion + 1;
    while (end < rules->info.criterion_count &&
           rules->rows[end].criterion.depth > rules->rows[criterion].criterion.depth)
        end++;
    return end;
}

uint32_t lg__next_child(const lg_ruleset *rules, uint32_t child, uint32_t end)
{
    uint32_t depth = rules->rows[child].criterion.depth;
    do
        child++;
    while (child < end && rules->rows[child].criterion.depth > depth);
    return child;
}

/* Rows needed to judge a criterion: those below it, and the totals that its pass marks point to. */
static uint32_t rows_needed(const lg_ruleset *rules, uint32_t criterion)
{
    uint32_t end = lg__subtree_end(rules, criterion);
    for (uint32_t i = criterion; i < end; i++)
        if (rules->rows[i].criterion.total >= end)
            end = lg__subtree_end(rules, rules->rows[i].criterion.total);
    return end;
}

static uint32_t children_met(const lg_ruleset *rules, uint32_t criterion, const lg__state *states)
{
    uint32_t met = 0, end = lg__subtree_end(rules, criterion);
    for (uint32_t i = criterion + 1; i < end; i = lg__next_child(rules, i, end))
        met += states[i].verdict == LG_MET;
    return met;
}

static void clear_measures(lg_finding *finding)
{
    const lg__fraction none = lg__ratio(0, 0);
    lg__fraction_store(none, &finding->observed);
    lg__fraction_store(none, &finding->required);
    lg__fraction_store(none, &finding->required_high);
    lg__fraction_store(none, &finding->margin);
    finding->lever = LG_FACT_NONE;
    finding->lever_change = 0;
}

static void clear_finding(uint32_t criterion, lg_finding *finding)
{
    static const lg__state none = {LG_UNKNOWN, LG_REASON_NONE, 0, 0};
    lg__finding_begin(criterion, &none, finding);
    clear_measures(finding);
}

/* AT_LEAST and PASS_MARK are measured too, but only after their children. Points that are not settled are no
 * measured value, whatever the verdict. */
static void measure_combination(const lg_ruleset *rules, uint32_t i, const lg__state *states, lg_finding *finding)
{
    const lg_criterion *row = &rules->rows[i].criterion;
    const lg__state *total = &states[row->total];
    int counts = row->kind == LG_KIND_AT_LEAST;
    if (!counts && row->kind != LG_KIND_PASS_MARK)
        return;
    lg__fraction_store(lg__bound_low(row), &finding->required);
    if (states[i].verdict == LG_UNKNOWN || (!counts && total->points_low != total->points_high))
        return;
    int64_t value = counts ? (int64_t)children_met(rules, i, states) : total->points_low;
    lg__fraction_store(lg__whole(value), &finding->observed);
    lg__fraction_store(lg__whole(value - row->bound), &finding->margin);
}

static void combination_finding(const lg_ruleset *rules, uint32_t i, const lg__state *states, lg_finding *finding)
{
    lg__finding_begin(i, &states[i], finding);
    clear_measures(finding);
    measure_combination(rules, i, states, finding);
}

static void fill_findings(const lg_ruleset *rules, const lg__view *view, const lg__state *states, lg_finding *findings)
{
    for (uint32_t i = 0; i < rules->info.criterion_count; i++) {
        const lg_criterion *row = &rules->rows[i].criterion;
        if (lg__kind_is_leaf(row->kind))
            lg__leaf_finding(row, i, view, &states[i], &findings[i]);
        else
            combination_finding(rules, i, states, &findings[i]);
    }
}

static lg_status open_checked(const lg_profile *profile, lg__view *view)
{
    lg_status status = lg__view_open(profile, view);
    return status == LG_OK ? lg__view_check_ranges(view) : status;
}

static void clear_findings(const lg_ruleset *rules, lg_finding *findings, uint32_t capacity)
{
    for (uint32_t i = 0; i < capacity && i < rules->info.criterion_count; i++)
        clear_finding(i, &findings[i]);
}

lg_status lg_evaluate(const lg_ruleset *rules, const lg_profile *profile, lg_finding *findings, uint32_t capacity,
                      uint32_t *count, lg_verdict *verdict)
{
    lg__state states[LG__ROWS_MAX];
    lg__view view;
    if (count)
        *count = 0;
    if (verdict)
        *verdict = LG_UNKNOWN;
    if (!verdict || (!findings && capacity > 0))
        return LG_E_NULL;
    if (!rules)
        return LG_E_RULES;
    int fits = !findings || capacity >= rules->info.criterion_count;
    lg_status status = fits ? open_checked(profile, &view) : LG_E_CAPACITY;
    if (count && (status == LG_OK || !fits))
        *count = rules->info.criterion_count;
    if (status != LG_OK) {
        clear_findings(rules, findings, capacity);
        return status;
    }
    lg__judge(rules, &view, 0, rules->info.criterion_count, states);
    if (findings)
        fill_findings(rules, &view, states, findings);
    /* NOLINTNEXTLINE(clang-analyzer-core.uninitialized.Assign): every rule set has a row 0 */
    *verdict = states[0].verdict;
    return LG_OK;
}

/* Opens the profile for rows [first, end): only the facts that they read need lie in their ranges. */
static lg_status open_for_rows(const lg_ruleset *rules, const lg_profile *profile, uint32_t first, uint32_t end,
                               lg__view *view)
{
    lg_status status = lg__view_open(profile, view);
    for (uint32_t i = first; i < end && status == LG_OK; i++)
        status = lg__leaf_check(&rules->rows[i].criterion, view);
    return status;
}

static lg_status evaluate_combination(const lg_ruleset *rules, uint32_t criterion, const lg_profile *profile,
                                      lg_finding *finding)
{
    lg__state states[LG__ROWS_MAX];
    lg__view view;
    uint32_t end = rows_needed(rules, criterion);
    lg_status status = open_for_rows(rules, profile, criterion, end, &view);
    if (status != LG_OK)
        return status;
    lg__judge(rules, &view, criterion, end, states);
    combination_finding(rules, criterion, states, finding);
    return LG_OK;
}

static lg_status evaluate_leaf(const lg_ruleset *rules, uint32_t criterion, const lg_profile *profile,
                               lg_finding *finding)
{
    const lg_criterion *row = &rules->rows[criterion].criterion;
    lg__state state;
    lg__view view;
    lg_status status = open_for_rows(rules, profile, criterion, criterion + 1, &view);
    if (status != LG_OK)
        return status;
    lg__leaf_judge(row, &view, &state);
    lg__leaf_finding(row, criterion, &view, &state, finding);
    return LG_OK;
}

static lg_status evaluate_one(const lg_ruleset *rules, uint32_t criterion, const lg_profile *profile,
                              lg_finding *finding)
{
    if (!rules)
        return LG_E_RULES;
    if (criterion >= rules->info.criterion_count)
        return LG_E_CRITERION;
    if (lg__kind_is_leaf(rules->rows[criterion].criterion.kind))
        return evaluate_leaf(rules, criterion, profile, finding);
    return evaluate_combination(rules, criterion, profile, finding);
}

lg_status lg_evaluate_criterion(const lg_ruleset *rules, uint32_t criterion, const lg_profile *profile,
                                lg_finding *finding)
{
    if (!finding)
        return LG_E_NULL;
    lg_status status = evaluate_one(rules, criterion, profile, finding);
    if (status != LG_OK)
        clear_finding(criterion, finding);
    return status;
}
