/* SPDX-License-Identifier: Apache-2.0 */
/* How far the lever of a leaf that is not met (the first fact it names) would have to move. */
#include "internal.h"

static int64_t fact_of(const lg__view *view, const lg_criterion *row, uint32_t i)
{
    return *lg__fact_slot(view->profile, row->facts[i]);
}

static lg__fraction times(lg__fraction f, int64_t n)
{
    f.n = lg__i128_mul(f.n, lg__i128_from(n));
    return f;
}

/* y1 for which (y1/y2 + y2/y3)/2 - 1 = p/q: y2 * (2 (p+q) y3 - q y2) / (q y3). */
static lg__fraction mean_growth_need(lg__fraction rate, int64_t y2, int64_t y3)
{
    lg__i128 twice = lg__i128_mul(lg__i128_add(rate.n, rate.d), lg__i128_mul64(2, y3));
    lg__fraction need;
    need.n = lg__i128_mul(lg__i128_sub(twice, lg__i128_mul(rate.d, lg__i128_from(y2))), lg__i128_from(y2));
    need.d = lg__i128_mul(rate.d, lg__i128_from(y3));
    return need;
}

/* The value of the first fact at which the leaf is exactly on the bound, all else unchanged. Of a leaf of several
 * facts. */
static lg__fraction lever_need(const lg_criterion *row, const lg__view *view, lg__fraction bound)
{
    switch (row->kind) {
    case LG_KIND_RATIO: /* a = p/q * b */
        return times(bound, fact_of(view, row, 1));
    case LG_KIND_TOTAL: /* the bound less the other facts */
        bound.n = lg__i128_sub(bound.n, lg__i128_from(lg__leaf_total(row, view) - fact_of(view, row, 0)));
        return bound;
    case LG_KIND_MEAN_GROWTH:
        return mean_growth_need(bound, fact_of(view, row, 1), fact_of(view, row, 2));
    default: /* COMPOUND_GROWTH: y1 = (1 + growth) * y3 */
        bound.n = lg__i128_add(bound.n, bound.d);
        return times(bound, fact_of(view, row, 1));
    }
}

/* A bound of the lever: the largest whole number not above it, well within int64_t (what lies beyond lies outside
 * every fact's range anyway), and whether that is the bound itself. */
typedef struct place {
    int64_t floor;
    int exact;
} place;

static place place_of(lg__fraction f)
{
    const int64_t far = INT64_C(1) << 62;
    place p;
    p.floor = lg__i128_clamp(lg__i128_floor(f.n, f.d, &p.exact));
    p.floor = p.floor > far ? far : p.floor < -far ? -far : p.floor;
    return p;
}

/* The nearest whole value from `now` that meets the operator; 0 if there is none. */
static int nearest_value(lg_operator op, int64_t now, place low, place high, int64_t *value)
{
    int64_t from = low.exact ? low.floor : low.floor + 1; /* whole values from .. to meet a range */
    int64_t to = op == LG_OP_FROM_TO && high.exact ? high.floor - 1 : high.floor;
    switch (op) {
    case LG_OP_GT:
        *value = low.floor + 1;
        return 1;
    case LG_OP_LE:
        *value = low.floor;
        return 1;
    case LG_OP_LT:
        *value = from - 1;
        return 1;
    case LG_OP_EQ:
        *value = low.floor;
        return low.exact;
    case LG_OP_BETWEEN:
    case LG_OP_FROM_TO:
        *value = now < from ? from : to;
        return from <= to;
    default: /* GE */
        *value = from;
        return 1;
    }
}

/* Where the lever would meet a bound. Whole numbers need no division. */
static place lever_place(const lg_criterion *row, const lg__view *view, int64_t bound)
{
    place p = {bound, 1};
    if (row->kind == LG_KIND_VALUE || row->kind == LG_KIND_FLAG)
        return p;
    return place_of(lever_need(row, view, lg__leaf_bound(row, bound)));
}

int64_t lg__lever_change(const lg_criterion *row, const lg__view *view)
{
    place low = lever_place(row, view, row->bound);
    place high = lg__is_range(row->op) ? lever_place(row, view, row->bound_high) : low;
    int64_t now = fact_of(view, row, 0), value;
    if (!nearest_value(row->op, now, low, high, &value) || !lg__in_range(&lg__facts[row->facts[0]], value))
        return 0;
    return value - now;
}
