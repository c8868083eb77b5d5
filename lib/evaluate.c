/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The scalar evaluator. A rule set stands in pre-order, so walking its rows backwards meets children
 * before parents: leaves are judged, and each finished row is counted into the tally of its depth,
 * which its parent picks up. No recursion, no allocation; the logic is strong Kleene (docs/logic.md).
 */
#include <string.h>

#include "internal.h"

/* What the children of one row have come to. */
typedef struct tally {
    uint32_t met, not_met, unknown;
    lg_reason reason; /* smallest reason among those that leave something open */
    int64_t sum_low, sum_high, best_low, best_high;
    int64_t open_high[4]; /* the most that children open for each reason can still earn */
    lg__state guard;      /* first child of a WHEN; not counted above */
} tally;

static lg_reason smaller_reason(lg_reason a, lg_reason b)
{
    if (a == LG_REASON_NONE || b == LG_REASON_NONE)
        return a + b;
    return a < b ? a : b;
}

static void count_child(tally *t, const lg__state *child)
{
    t->met += child->verdict == LG_MET;
    t->not_met += child->verdict == LG_NOT_MET;
    t->unknown += child->verdict == LG_UNKNOWN;
    t->reason = smaller_reason(t->reason, child->reason);
    t->sum_low += child->points_low;
    t->sum_high += child->points_high;
    t->best_low = child->points_low > t->best_low ? child->points_low : t->best_low;
    t->best_high = child->points_high > t->best_high ? child->points_high : t->best_high;
    if (child->points_high > t->open_high[child->reason])
        t->open_high[child->reason] = child->points_high;
}

/* Of a BEST, only children that can still beat the others leave anything open. */
static lg_reason reason_best(const tally *t)
{
    for (lg_reason reason = LG_REASON_MISSING; reason <= LG_REASON_UNDEFINED; reason++)
        if (t->open_high[reason] > t->best_low)
            return reason;
    return LG_REASON_NONE;
}

static lg_verdict verdict_all(const tally *t)
{
    if (t->not_met)
        return LG_NOT_MET;
    if (t->unknown)
        return LG_UNKNOWN;
    return t->met ? LG_MET : LG_NOT_APPLICABLE;
}

static lg_verdict verdict_any(const tally *t)
{
    if (t->met)
        return LG_MET;
    if (t->unknown)
        return LG_UNKNOWN;
    return t->not_met ? LG_NOT_MET : LG_NOT_APPLICABLE;
}

/* Children left out do not help; so a verdict that is settled stays so, whatever else becomes known. */
static lg_verdict verdict_at_least(const tally *t, int64_t k)
{
    if (t->met >= k)
        return LG_MET;
    return t->met + t->unknown < k ? LG_NOT_MET : LG_UNKNOWN;
}

static lg_verdict verdict_when(const tally *t)
{
    switch (t->guard.verdict) {
    case LG_MET:
        return verdict_all(t);
    case LG_UNKNOWN:
        return LG_UNKNOWN;
    default:
        return LG_NOT_APPLICABLE;
    }
}

static int64_t clamp(int64_t value, int64_t low, int64_t high)
{
    return value < low ? low : value > high ? high : value;
}

/* Points stay between the row's floor and its cap. A BEST without a cap takes what its children give. */
static void set_points(const lg_criterion *row, int64_t low, int64_t high, lg__state *state)
{
    int64_t cap = row->kind == LG_KIND_BEST && row->points == 0 ? INT64_MAX : row->points;
    state->points_low = clamp(low, row->points_floor, cap);
    state->points_high = clamp(high, row->points_floor, cap);
}

static void combine(const lg_criterion *row, const tally *t, const lg__state *total, lg__state *state)
{
    memset(state, 0, sizeof *state);
    state->reason = t->reason;
    switch (row->kind) {
    case LG_KIND_ALL:
        state->verdict = verdict_all(t);
        break;
    case LG_KIND_ANY:
        state->verdict = verdict_any(t);
        break;
    case LG_KIND_AT_LEAST:
        state->verdict = verdict_at_least(t, row->bound);
        break;
    case LG_KIND_WHEN:
        state->verdict = verdict_when(t);
        if (t->guard.verdict == LG_UNKNOWN) /* whatever the body comes to */
            state->reason = t->guard.reason;
        break;
    case LG_KIND_BEST:
        set_points(row, t->best_low, t->best_high, state);
        state->reason = reason_best(t);
        break;
    case LG_KIND_SUM:
        set_points(row, t->sum_low, t->sum_high, state);
        break;
    default: /* PASS_MARK */
        state->verdict = total->points_low >= row->bound   ? LG_MET
                         : total->points_high < row->bound ? LG_NOT_MET
                                                           : LG_UNKNOWN;
        state->reason = total->reason;
        break;
    }
}

/* A points row has earned something for certain, cannot earn anything, or may yet. */
static void settle_points_row(lg__state *state)
{
    state->verdict = state->points_low > 0 ? LG_MET : state->points_high <= 0 ? LG_NOT_MET : LG_UNKNOWN;
    if (state->points_low == state->points_high)
        state->reason = LG_REASON_NONE;
}

/* Any other row earns its points when it is met, and none when not. */
static void settle_condition(const lg_criterion *row, lg__state *state)
{
    if (state->verdict != LG_UNKNOWN)
        state->reason = LG_REASON_NONE;
    state->points_low = state->verdict == LG_MET ? row->points : 0;
    state->points_high = state->verdict == LG_MET || state->verdict == LG_UNKNOWN ? row->points : 0;
}

int lg__is_guard(const lg_ruleset *rules, uint32_t i)
{
    return i > 0 && rules->rows[i - 1].criterion.kind == LG_KIND_WHEN &&
           rules->rows[i - 1].criterion.depth + 1 == rules->rows[i].criterion.depth;
}

void lg__fold(const lg_ruleset *rules, uint32_t first, uint32_t end, lg__state *states)
{
    tally tallies[LG__DEPTH_MAX + 2];
    uint32_t cleared = 0; /* depths below this have been cleared */
    for (uint32_t i = end; i-- > first;) {
        const lg_criterion *row = &rules->rows[i].criterion;
        for (; cleared <= row->depth + 1; cleared++)
            memset(&tallies[cleared], 0, sizeof tallies[cleared]);
        if (!lg__kind_is_leaf(row->kind)) {
            tally *children = &tallies[row->depth + 1];
            combine(row, children, &states[row->total], &states[i]);
            memset(children, 0, sizeof *children);
        }
        if (lg__kind_gives_points(row->kind))
            settle_points_row(&states[i]);
        else
            settle_condition(row, &states[i]);
        if (lg__is_guard(rules, i))
            tallies[row->depth].guard = states[i];
        else
            count_child(&tallies[row->depth], &states[i]);
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

/* All values are known to lie in their ranges. */
static void judge_leaves(const lg_ruleset *rules, const lg__view *view, lg__state *states, lg_finding *findings)
{
    for (uint32_t i = 0; i < rules->info.criterion_count; i++) {
        const lg_criterion *row = &rules->rows[i].criterion;
        if (lg__kind_is_leaf(row->kind))
            lg__leaf_judge(row, view, &states[i], findings ? &findings[i] : NULL);
    }
}

static uint32_t children_met(const lg_ruleset *rules, uint32_t criterion, const lg__state *states)
{
    uint32_t met = 0, end = lg__subtree_end(rules, criterion);
    for (uint32_t i = criterion + 1; i < end; i = lg__next_child(rules, i, end))
        met += states[i].verdict == LG_MET;
    return met;
}

/* AT_LEAST and PASS_MARK are measured too, but only after their children. Points that are not settled are no
 * measured value, whatever the verdict. */
static void fill_combination(const lg_ruleset *rules, uint32_t i, const lg__state *states, lg_finding *finding)
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

static void finish_finding(const lg_ruleset *rules, uint32_t i, const lg__state *states, lg_finding *finding)
{
    finding->verdict = states[i].verdict;
    finding->reason = states[i].verdict == LG_UNKNOWN ? states[i].reason : LG_REASON_NONE;
    finding->points_low = states[i].points_low;
    finding->points_high = states[i].points_high;
    if (!lg__kind_is_leaf(rules->rows[i].criterion.kind))
        fill_combination(rules, i, states, finding);
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
    for (uint32_t i = 0; i < capacity && i < rules->info.criterion_count; i++)
        lg__finding_clear(i, &findings[i]);
    if (findings && capacity < rules->info.criterion_count) {
        if (count)
            *count = rules->info.criterion_count;
        return LG_E_CAPACITY;
    }
    lg_status status = lg__view_open(profile, &view);
    if (status == LG_OK)
        status = lg__view_check_ranges(&view);
    if (status != LG_OK)
        return status;
    judge_leaves(rules, &view, states, findings);
    lg__fold(rules, 0, rules->info.criterion_count, states);
    if (count)
        *count = rules->info.criterion_count;
    for (uint32_t i = 0; findings && i < rules->info.criterion_count; i++)
        finish_finding(rules, i, states, &findings[i]);
    *verdict = states[0].verdict;
    return LG_OK;
}

lg_status lg_evaluate_criterion(const lg_ruleset *rules, uint32_t criterion, const lg_profile *profile,
                                lg_finding *finding)
{
    lg__state states[LG__ROWS_MAX];
    lg__view view;
    if (!finding)
        return LG_E_NULL;
    lg__finding_clear(criterion, finding);
    if (!rules)
        return LG_E_RULES;
    if (criterion >= rules->info.criterion_count)
        return LG_E_CRITERION;
    lg_status status = lg__view_open(profile, &view);
    if (status != LG_OK)
        return status;
    uint32_t end = rows_needed(rules, criterion);
    for (uint32_t i = criterion; i < end && status == LG_OK; i++)
        status = lg__leaf_check(&rules->rows[i].criterion, &view);
    if (status != LG_OK)
        return status;
    for (uint32_t i = criterion; i < end; i++)
        if (lg__kind_is_leaf(rules->rows[i].criterion.kind))
            lg__leaf_judge(&rules->rows[i].criterion, &view, &states[i], i == criterion ? finding : NULL);
    lg__fold(rules, criterion, end, states);
    finish_finding(rules, criterion, states, finding);
    return LG_OK;
}
