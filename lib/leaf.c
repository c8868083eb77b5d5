/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Leaves: a criterion that measures facts and holds the result against its bound.
 *
 * Each kind brings two things: the measured value as an exact fraction, and, for a criterion that is
 * not met, what its lever (the first fact it names) would need to be, from which the distance in
 * canonical units follows.
 */
#include <string.h>

#include "internal.h"

/* What a leaf has measured. */
typedef struct measure {
    lg_reason reason;   /* LG_REASON_NONE: value is valid */
    lg__fraction value; /* what is held against the bound */
    lg__fraction low;   /* the bound in the same terms */
    lg__fraction high;  /* upper bound of a range */
} measure;

lg__fraction lg__bound_low(const lg_criterion *row) { return lg__ratio(row->bound, row->bound_denominator); }
lg__fraction lg__bound_high(const lg_criterion *row) { return lg__ratio(row->bound_high, row->bound_denominator); }

static lg__fraction times(lg__fraction f, int64_t n)
{
    f.n = lg__i128_mul(f.n, lg__i128_from(n));
    return f;
}

static int64_t fact_of(const lg__view *view, const lg_criterion *row, uint32_t i)
{
    return *lg__fact_slot(view->profile, row->facts[i]);
}

/* ----------------------------------------------------------------- the measured value */

/* TOTAL: the sum of the facts. */
static int64_t total_of(const lg_criterion *row, const lg__view *view)
{
    int64_t total = 0;
    for (uint32_t i = 0; i < row->fact_count; i++)
        total += fact_of(view, row, i);
    return total;
}

/* Bases are positive, see has_bad_base(). */
static lg__fraction measured_value(const lg_criterion *row, const lg__view *view)
{
    int64_t first = fact_of(view, row, 0);
    switch (row->kind) {
    case LG_KIND_RATIO:
        return lg__ratio(first, fact_of(view, row, 1));
    case LG_KIND_TOTAL:
        return lg__whole(total_of(row, view));
    case LG_KIND_MEAN_GROWTH:
        return lg__mean_growth(first, fact_of(view, row, 1), fact_of(view, row, 2));
    case LG_KIND_COMPOUND_GROWTH:
        return lg__ratio(first - fact_of(view, row, 1), fact_of(view, row, 1));
    default: /* VALUE, FLAG: the fact itself */
        return lg__whole(first);
    }
}

/* ------------------------------------------------------- what the lever would need to be */

/* y1 for which (y1/y2 + y2/y3)/2 - 1 = p/q: y2 * (2 (p+q) y3 - q y2) / (q y3). */
static lg__fraction mean_growth_need(lg__fraction rate, int64_t y2, int64_t y3)
{
    lg__i128 twice = lg__i128_mul(lg__i128_add(rate.n, rate.d), lg__i128_mul64(2, y3));
    lg__fraction need;
    need.n = lg__i128_mul(lg__i128_sub(twice, lg__i128_mul(rate.d, lg__i128_from(y2))), lg__i128_from(y2));
    need.d = lg__i128_mul(rate.d, lg__i128_from(y3));
    return need;
}

/* The value of the first fact at which the leaf is exactly on the bound, all else unchanged. */
static lg__fraction lever_need(const lg_criterion *row, const lg__view *view, lg__fraction bound)
{
    switch (row->kind) {
    case LG_KIND_RATIO: /* a = p/q * b */
        return times(bound, fact_of(view, row, 1));
    case LG_KIND_TOTAL: /* the bound less the other facts */
        bound.n = lg__i128_sub(bound.n, lg__i128_from(total_of(row, view) - fact_of(view, row, 0)));
        return bound;
    case LG_KIND_MEAN_GROWTH:
        return mean_growth_need(bound, fact_of(view, row, 1), fact_of(view, row, 2));
    case LG_KIND_COMPOUND_GROWTH: /* y1 = (1 + growth) * y3 */
        bound.n = lg__i128_add(bound.n, bound.d);
        return times(bound, fact_of(view, row, 1));
    default:
        return bound;
    }
}

/* ---------------------------------------------------------------------------- reasons */

/* A base that is known to be zero or negative leaves the leaf undefined, whatever else is supplied. */
static int has_bad_base(const lg_criterion *row, const lg__view *view)
{
    if (row->kind != LG_KIND_RATIO && row->kind != LG_KIND_MEAN_GROWTH && row->kind != LG_KIND_COMPOUND_GROWTH)
        return 0;
    for (uint32_t i = 1; i < row->fact_count; i++)
        if (lg__fact_known(view, row->facts[i]) && fact_of(view, row, i) <= 0)
            return 1;
    return 0;
}

static lg_reason reason_missing(const lg_criterion *row, const lg__view *view)
{
    lg_reason reason = LG_REASON_NONE;
    for (uint32_t i = 0; i < row->fact_count; i++) {
        if (lg__fact_known(view, row->facts[i]))
            continue;
        if (lg__facts[row->facts[i]].kind != LG_FACT_KIND_ASSERTED)
            return LG_REASON_MISSING;
        reason = LG_REASON_JUDGEMENT;
    }
    return reason;
}

static void measure_leaf(const lg_criterion *row, const lg__view *view, measure *m)
{
    m->reason = has_bad_base(row, view) ? LG_REASON_UNDEFINED : reason_missing(row, view);
    m->low = lg__bound_low(row);
    m->high = lg__bound_high(row);
    if (row->kind == LG_KIND_COMPOUND_GROWTH) {
        m->low = lg__two_years(m->low);
        m->high = lg__two_years(m->high);
    }
    m->value = m->reason == LG_REASON_NONE ? measured_value(row, view) : lg__ratio(0, 0);
}

void lg__fraction_store(lg__fraction value, lg_fraction *out)
{
    out->numerator = lg__i128_words(value.n);
    out->denominator = lg__i128_words(value.d);
}

lg__fraction lg__fraction_load(const lg_fraction *in)
{
    lg__fraction f;
    f.n = lg__i128_load(in->numerator);
    f.d = lg__i128_load(in->denominator);
    return f;
}

/* Member by member: on a hot path, and a block of this size is cleared slowly. */
void lg__finding_clear(uint32_t criterion, lg_finding *finding)
{
    static const lg_fraction none = {{0, 0}, {0, 0}};
    finding->criterion = criterion;
    finding->verdict = LG_UNKNOWN;
    finding->reason = LG_REASON_NONE;
    finding->lever = LG_FACT_NONE;
    finding->observed = none;
    finding->required = none;
    finding->required_high = none;
    finding->margin = none;
    finding->lever_change = 0;
    finding->points_low = 0;
    finding->points_high = 0;
}

/* a - b over the product of the denominators */
static lg__fraction minus(lg__fraction a, lg__fraction b)
{
    lg__fraction f;
    f.n = lg__i128_sub(lg__i128_mul(a.n, b.d), lg__i128_mul(b.n, a.d));
    f.d = lg__i128_mul(a.d, b.d);
    return f;
}

/* Both distances stand over the same denominator, so the numerators decide. */
static lg__fraction nearer(lg__fraction a, lg__fraction b) { return lg__i128_compare(a.n, b.n) <= 0 ? a : b; }

/* Room inside the bound, negative outside it. */
static lg__fraction margin_of(lg_operator op, lg__fraction value, lg__fraction low, lg__fraction high)
{
    switch (op) {
    case LG_OP_LE:
    case LG_OP_LT:
        return minus(low, value);
    case LG_OP_EQ:
        return nearer(minus(value, low), minus(low, value));
    case LG_OP_BETWEEN:
    case LG_OP_FROM_TO:
        return nearer(minus(value, low), minus(high, value));
    default:
        return minus(value, low);
    }
}

/* A whole value well within int64_t: what lies beyond lies outside every fact's range anyway. */
static int64_t floor_of(lg__fraction f, int *exact)
{
    const int64_t far = INT64_C(1) << 62;
    int64_t value = lg__i128_clamp(lg__i128_floor(f.n, f.d, exact));
    return value > far ? far : value < -far ? -far : value;
}

/* The nearest whole value from `now` that meets the operator; 0 if there is none. */
static int nearest_value(lg_operator op, int64_t now, lg__fraction low, lg__fraction high, int64_t *value)
{
    int exact_low, exact_high = 0;
    int64_t floor_low = floor_of(low, &exact_low), floor_high = 0;
    int64_t from = exact_low ? floor_low : floor_low + 1, to = 0; /* whole values from .. to meet a range */
    if (lg__is_range(op)) {
        floor_high = floor_of(high, &exact_high);
        to = op == LG_OP_FROM_TO && exact_high ? floor_high - 1 : floor_high;
    }
    switch (op) {
    case LG_OP_GT:
        *value = floor_low + 1;
        return 1;
    case LG_OP_LE:
        *value = floor_low;
        return 1;
    case LG_OP_LT:
        *value = from - 1;
        return 1;
    case LG_OP_EQ:
        *value = floor_low;
        return exact_low;
    case LG_OP_BETWEEN:
    case LG_OP_FROM_TO:
        *value = now < from ? from : to;
        return from <= to;
    default: /* GE */
        *value = from;
        return 1;
    }
}

/* How far the lever must move; 0 when no value within its range would do. */
static int64_t lever_change(const lg_criterion *row, const lg__view *view, const measure *m)
{
    const lg_fact *lever = &lg__facts[row->facts[0]];
    lg__fraction low = lever_need(row, view, m->low), high = lever_need(row, view, m->high);
    int64_t now = fact_of(view, row, 0), value;
    if (!nearest_value(row->op, now, low, high, &value) || !lg__in_range(lever, value))
        return 0;
    return value - now;
}

static void fill_finding(const lg_criterion *row, const lg__view *view, const measure *m, lg_verdict verdict,
                         lg_finding *finding)
{
    finding->lever = row->facts[0];
    lg__fraction_store(m->low, &finding->required);
    if (lg__is_range(row->op))
        lg__fraction_store(m->high, &finding->required_high);
    if (m->reason != LG_REASON_NONE)
        return;
    lg__fraction_store(m->value, &finding->observed);
    lg__fraction_store(margin_of(row->op, m->value, m->low, m->high), &finding->margin);
    if (verdict == LG_NOT_MET)
        finding->lever_change = lever_change(row, view, m);
}

static void judge_measure(const lg_criterion *row, const lg__view *view, lg__state *state, lg_finding *finding)
{
    measure m;
    measure_leaf(row, view, &m);
    state->reason = m.reason;
    if (m.reason != LG_REASON_NONE)
        state->verdict = LG_UNKNOWN;
    else
        state->verdict = lg__meets(row->op, m.value, m.low, m.high) ? LG_MET : LG_NOT_MET;
    if (finding)
        fill_finding(row, view, &m, state->verdict, finding);
}

uint32_t lg__size_classes_meeting(const lg_criterion *row)
{
    uint32_t classes = 0;
    for (lg_size_class c = LG_SIZE_MICRO; c <= LG_SIZE_LARGE; c++)
        if (lg__meets(row->op, lg__whole(c), lg__bound_low(row), lg__bound_high(row)))
            classes |= 1u << c;
    return classes;
}

/* SME_SIZE: settled as soon as every class that is still possible gives the same answer. */
static void judge_size(const lg_criterion *row, const lg__view *view, lg__state *state, lg_finding *finding)
{
    uint32_t possible = lg__size_classes(view), meeting = lg__size_classes_meeting(row);
    state->verdict = !(possible & ~meeting) ? LG_MET : !(possible & meeting) ? LG_NOT_MET : LG_UNKNOWN;
    state->reason = state->verdict == LG_UNKNOWN ? LG_REASON_MISSING : LG_REASON_NONE;
    if (!finding)
        return;
    lg__fraction_store(lg__bound_low(row), &finding->required);
    if (lg__is_range(row->op))
        lg__fraction_store(lg__bound_high(row), &finding->required_high);
    for (lg_size_class c = LG_SIZE_MICRO; c <= LG_SIZE_LARGE; c++)
        if (possible == 1u << c) {
            lg__fraction_store(lg__whole(c), &finding->observed);
            lg__fraction_store(margin_of(row->op, lg__whole(c), lg__bound_low(row), lg__bound_high(row)),
                               &finding->margin);
        }
}

/* POINTS_VALUE: the fact is the points; row->points is the most it can be. */
static void judge_points_value(const lg_criterion *row, const lg__view *view, lg__state *state, lg_finding *finding)
{
    state->reason = reason_missing(row, view);
    if (state->reason == LG_REASON_NONE) {
        int64_t value = fact_of(view, row, 0);
        state->points_low = state->points_high = value < row->points ? value : row->points;
        if (finding)
            lg__fraction_store(lg__whole(value), &finding->observed);
    } else {
        state->points_high = row->points;
    }
}

lg_status lg__leaf_check(const lg_criterion *row, const lg__view *view)
{
    for (uint32_t i = 0; i < row->fact_count; i++) {
        const lg_fact *fact = &lg__facts[row->facts[i]];
        if (lg__fact_known(view, fact->id) && !lg__in_range(fact, fact_of(view, row, i)))
            return LG_E_RANGE;
    }
    return LG_OK;
}

void lg__leaf_judge(const lg_criterion *row, const lg__view *view, lg__state *state, lg_finding *finding)
{
    memset(state, 0, sizeof *state);
    if (row->kind == LG_KIND_SME_SIZE)
        judge_size(row, view, state, finding);
    else if (row->kind == LG_KIND_POINTS_VALUE)
        judge_points_value(row, view, state, finding);
    else
        judge_measure(row, view, state, finding);
}
