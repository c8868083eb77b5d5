/* SPDX-License-Identifier: Apache-2.0 */
/* Leaves: a criterion that measures facts and holds the result against its bound. What it measured is told by
 * measure.c, for those who ask. */
#include "internal.h"

static int64_t fact_of(const lg__view *view, const lg_criterion *row, uint32_t i)
{
    return *lg__fact_slot(view->profile, row->facts[i]);
}

/* ------------------------------------------------------------------ facts that are there */

lg_status lg__leaf_check(const lg_criterion *row, const lg__view *view)
{
    for (uint32_t i = 0; i < row->fact_count; i++) {
        const lg_fact *fact = &lg__facts[row->facts[i]];
        if (lg__fact_known(view, fact->id) && !lg__in_range(fact, fact_of(view, row, i)))
            return LG_E_RANGE;
    }
    return LG_OK;
}

static lg_reason reason_of(uint32_t fact)
{
    return lg__facts[fact].kind == LG_FACT_KIND_ASSERTED ? LG_REASON_JUDGEMENT : LG_REASON_MISSING;
}

/* Why a leaf that reads several facts cannot be judged. */
static lg_reason reason_missing(const lg_criterion *row, const lg__view *view)
{
    lg_reason reason = LG_REASON_NONE;
    for (uint32_t i = 0; i < row->fact_count; i++) {
        if (lg__fact_known(view, row->facts[i]))
            continue;
        reason = reason_of(row->facts[i]);
        if (reason == LG_REASON_MISSING)
            return reason;
    }
    return reason;
}

/* A base (any fact of a ratio or growth but the first) that is known to be zero or negative leaves the leaf
 * undefined, whatever else is supplied. */
static lg_reason reason_of_fraction(const lg_criterion *row, const lg__view *view)
{
    for (uint32_t i = 1; i < row->fact_count; i++)
        if (lg__fact_known(view, row->facts[i]) && fact_of(view, row, i) <= 0)
            return LG_REASON_UNDEFINED;
    return reason_missing(row, view);
}

/* ------------------------------------------------------------------------------ verdicts */

static void decide(const lg_criterion *row, int met, lg__state *state)
{
    state->verdict = met ? LG_MET : LG_NOT_MET;
    state->reason = LG_REASON_NONE;
    lg__settle_condition(row, state);
}

static void leave_open(const lg_criterion *row, lg_reason reason, lg__state *state)
{
    state->verdict = LG_UNKNOWN;
    state->reason = reason;
    lg__settle_condition(row, state);
}

/* A whole number against a whole bound: the differences fit 64 bits, see compare.h. */
static int meets_whole(const lg_criterion *row, int64_t value)
{
    return lg__holds(row->op, value - row->bound, value - row->bound_high);
}

/* n/d against a bound, all numbers of 64 bits. */
static int meets_ratio(const lg_criterion *row, int64_t n, int64_t d)
{
    lg__i128 scaled = lg__i128_mul64(n, row->bound_denominator);
    return lg__holds(row->op, lg__i128_compare(scaled, lg__i128_mul64(row->bound, d)),
                     lg__i128_compare(scaled, lg__i128_mul64(row->bound_high, d)));
}

/* VALUE, FLAG: most leaves of any rule set. */
static void judge_value(const lg_criterion *row, const lg__view *view, lg__state *state)
{
    if (lg__fact_known(view, row->facts[0]))
        decide(row, meets_whole(row, fact_of(view, row, 0)), state);
    else
        leave_open(row, reason_of(row->facts[0]), state);
}

/* What a total can still come to: a part that is not known lies anywhere in its range. */
static void possible_totals(const lg_criterion *row, const lg__view *view, int64_t *low, int64_t *high)
{
    *low = *high = 0;
    for (uint32_t i = 0; i < row->fact_count; i++) {
        int known = lg__fact_known(view, row->facts[i]);
        *low += known ? fact_of(view, row, i) : lg__facts[row->facts[i]].minimum;
        *high += known ? fact_of(view, row, i) : lg__facts[row->facts[i]].maximum;
    }
}

/* Settled as soon as every total that is still possible gives the same answer: where the parts that are known are
 * enough, none that is missing can take from them. */
static void judge_total(const lg_criterion *row, const lg__view *view, lg__state *state)
{
    lg__span span = lg__span_of(row->op, row->bound, row->bound_high);
    int64_t low, high;
    possible_totals(row, view, &low, &high);
    if (lg__all_meet(span, low, high) || lg__none_meets(span, low, high))
        decide(row, lg__all_meet(span, low, high), state);
    else
        leave_open(row, reason_missing(row, view), state);
}

static void judge_ratio(const lg_criterion *row, const lg__view *view, lg__state *state)
{
    lg_reason reason = reason_of_fraction(row, view);
    if (reason == LG_REASON_NONE)
        decide(row, meets_ratio(row, fact_of(view, row, 0), fact_of(view, row, 1)), state);
    else
        leave_open(row, reason, state);
}

static void judge_growth(const lg_criterion *row, const lg__view *view, lg__state *state)
{
    lg_reason reason = reason_of_fraction(row, view);
    lg__fraction low = lg__leaf_bound(row, row->bound), high = lg__leaf_bound(row, row->bound_high);
    if (reason == LG_REASON_NONE)
        decide(row, lg__meets(row->op, lg__leaf_growth(row, view), low, high), state);
    else
        leave_open(row, reason, state);
}

uint32_t lg__size_classes_meeting(const lg_criterion *row)
{
    uint32_t classes = 0;
    for (lg_size_class c = LG_SIZE_MICRO; c <= LG_SIZE_LARGE; c++)
        classes |= (uint32_t)meets_whole(row, c) << c;
    return classes;
}

/* Settled as soon as every class that is still possible gives the same answer. */
static void judge_size(const lg_criterion *row, const lg__view *view, lg__state *state)
{
    uint32_t possible = lg__size_classes(view), meeting = lg__size_classes_meeting(row);
    if ((possible & meeting) && (possible & ~meeting))
        leave_open(row, LG_REASON_MISSING, state);
    else
        decide(row, (possible & meeting) != 0, state);
}

/* The fact is the points; row->points is the most it can be. */
static void judge_points_value(const lg_criterion *row, const lg__view *view, lg__state *state)
{
    int32_t most = (int32_t)row->points, value;
    leave_open(row, reason_of(row->facts[0]), state);
    if (lg__fact_known(view, row->facts[0])) {
        value = (int32_t)fact_of(view, row, 0);
        state->points_low = state->points_high = value < most ? value : most;
    }
    lg__settle_points_row(state);
}

/* One function for each kind, small enough not to slow the others. */
void lg__leaf_judge(const lg_criterion *row, const lg__view *view, lg__state *state)
{
    static void (*const JUDGES[])(const lg_criterion *, const lg__view *, lg__state *) = {
        [0] = judge_value, /* LG_KIND_VALUE */
        [LG_KIND_FLAG - LG_KIND_VALUE] = judge_value,
        [LG_KIND_RATIO - LG_KIND_VALUE] = judge_ratio,
        [LG_KIND_TOTAL - LG_KIND_VALUE] = judge_total,
        [LG_KIND_MEAN_GROWTH - LG_KIND_VALUE] = judge_growth,
        [LG_KIND_COMPOUND_GROWTH - LG_KIND_VALUE] = judge_growth,
        [LG_KIND_SME_SIZE - LG_KIND_VALUE] = judge_size,
        [LG_KIND_POINTS_VALUE - LG_KIND_VALUE] = judge_points_value,
    };
    JUDGES[row->kind - LG_KIND_VALUE](row, view, state);
}
