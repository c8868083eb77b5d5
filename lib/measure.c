/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The finding of a leaf: measured value, bound and margin. Every member is written, one by one and each once: this
 * is a hot path, and a block of its size is cleared slowly.
 */
#include "internal.h"

static int64_t fact_of(const lg__view *view, const lg_criterion *row, uint32_t i)
{
    return *lg__fact_slot(view->profile, row->facts[i]);
}

/* ----------------------------------------------------------------- the measured value */

int64_t lg__leaf_total(const lg_criterion *row, const lg__view *view)
{
    int64_t total = 0;
    for (uint32_t i = 0; i < row->fact_count; i++)
        total += fact_of(view, row, i);
    return total;
}

lg__fraction lg__leaf_growth(const lg_criterion *row, const lg__view *view)
{
    int64_t first = fact_of(view, row, 0), base = fact_of(view, row, 1);
    if (row->kind == LG_KIND_MEAN_GROWTH)
        return lg__mean_growth(first, base, fact_of(view, row, 2));
    return lg__ratio(first - base, base);
}

lg__fraction lg__leaf_bound(const lg_criterion *row, int64_t numerator)
{
    lg__fraction bound = lg__ratio(numerator, row->bound_denominator);
    return row->kind == LG_KIND_COMPOUND_GROWTH ? lg__two_years(bound) : bound;
}

/* ----------------------------------------------------------------------------- members */

static lg__i128 opposite(lg__i128 a) { return lg__i128_sub(lg__i128_from(0), a); }
static lg__i128 smaller(lg__i128 a, lg__i128 b) { return lg__i128_compare(a, b) <= 0 ? a : b; }

/* Room inside the bound, negative outside it, from value - bound; all over the same denominator. */
static inline lg__i128 room(lg_operator op, lg__i128 to_low, lg__i128 to_high)
{
    if (op == LG_OP_LE || op == LG_OP_LT)
        return opposite(to_low);
    if (op == LG_OP_EQ)
        return smaller(to_low, opposite(to_low));
    return lg__is_range(op) ? smaller(to_low, opposite(to_high)) : to_low;
}

static void put_margin(lg__i128 numerator, lg__i128 denominator, lg_finding *finding)
{
    finding->margin.numerator = lg__i128_words(numerator);
    finding->margin.denominator = lg__i128_words(denominator);
}

static inline void put_whole(const lg_criterion *row, int64_t value, lg_finding *finding)
{
    lg__i128 to_low = lg__i128_from(value - row->bound), to_high = lg__i128_from(value - row->bound_high);
    lg__fraction_store(lg__whole(value), &finding->observed);
    put_margin(room(row->op, to_low, to_high), lg__i128_from(1), finding);
}

static void put_nothing(lg_finding *finding)
{
    lg__fraction_store(lg__ratio(0, 0), &finding->observed);
    lg__fraction_store(lg__ratio(0, 0), &finding->margin);
}

static inline void put_bounds(const lg_criterion *row, lg__fraction low, lg__fraction high, lg_finding *finding)
{
    lg__fraction_store(low, &finding->required);
    if (lg__is_range(row->op))
        lg__fraction_store(high, &finding->required_high);
    else
        lg__fraction_store(lg__ratio(0, 0), &finding->required_high);
}

static inline void put_plain_bounds(const lg_criterion *row, lg_finding *finding)
{
    put_bounds(row, lg__bound_low(row), lg__bound_high(row), finding);
}

static void put_lever(const lg_criterion *row, const lg__view *view, lg_verdict verdict, lg_finding *finding)
{
    finding->lever = row->facts[0];
    finding->lever_change = verdict == LG_NOT_MET ? lg__lever_change(row, view) : 0;
}

static void put_no_lever(lg_finding *finding)
{
    finding->lever = LG_FACT_NONE;
    finding->lever_change = 0;
}

/* ------------------------------------------------------------------------------- kinds */

/* VALUE, FLAG. */
static void measure_whole(const lg_criterion *row, const lg__view *view, lg_verdict verdict, lg_finding *finding)
{
    put_plain_bounds(row, finding);
    if (verdict == LG_UNKNOWN)
        put_nothing(finding);
    else
        put_whole(row, fact_of(view, row, 0), finding);
    put_lever(row, view, verdict, finding);
}

static int knows_all_facts(const lg_criterion *row, const lg__view *view)
{
    for (uint32_t i = 0; i < row->fact_count; i++)
        if (!lg__fact_known(view, row->facts[i]))
            return 0;
    return 1;
}

/* May be settled while a part of it is not known: then nothing is measured, and no movement told. */
static void measure_total(const lg_criterion *row, const lg__view *view, lg_verdict verdict, lg_finding *finding)
{
    int whole = knows_all_facts(row, view);
    put_plain_bounds(row, finding);
    if (whole)
        put_whole(row, lg__leaf_total(row, view), finding);
    else
        put_nothing(finding);
    put_lever(row, view, whole ? verdict : LG_UNKNOWN, finding);
}

/* n/d against p/q, all numbers of 64 bits. */
static void put_ratio(const lg_criterion *row, int64_t n, int64_t d, lg_finding *finding)
{
    lg__i128 scaled = lg__i128_mul64(n, row->bound_denominator);
    lg__i128 to_low = lg__i128_sub(scaled, lg__i128_mul64(row->bound, d));
    lg__i128 to_high = lg__i128_sub(scaled, lg__i128_mul64(row->bound_high, d));
    lg__fraction_store(lg__ratio(n, d), &finding->observed);
    put_margin(room(row->op, to_low, to_high), lg__i128_mul64(d, row->bound_denominator), finding);
}

static void measure_ratio(const lg_criterion *row, const lg__view *view, lg_verdict verdict, lg_finding *finding)
{
    put_plain_bounds(row, finding);
    if (verdict == LG_UNKNOWN)
        put_nothing(finding);
    else
        put_ratio(row, fact_of(view, row, 0), fact_of(view, row, 1), finding);
    put_lever(row, view, verdict, finding);
}

static void put_growth(lg_operator op, lg__fraction value, lg__fraction low, lg__fraction high, lg_finding *finding)
{
    lg__i128 scaled = lg__i128_mul(value.n, low.d);
    lg__i128 to_low = lg__i128_sub(scaled, lg__i128_mul(low.n, value.d));
    lg__i128 to_high = lg__i128_sub(scaled, lg__i128_mul(high.n, value.d));
    lg__fraction_store(value, &finding->observed);
    put_margin(room(op, to_low, to_high), lg__i128_mul(value.d, low.d), finding);
}

static void measure_growth(const lg_criterion *row, const lg__view *view, lg_verdict verdict, lg_finding *finding)
{
    lg__fraction low = lg__leaf_bound(row, row->bound), high = lg__leaf_bound(row, row->bound_high);
    put_bounds(row, low, high, finding);
    if (verdict == LG_UNKNOWN)
        put_nothing(finding);
    else
        put_growth(row->op, lg__leaf_growth(row, view), low, high, finding);
    put_lever(row, view, verdict, finding);
}

/* The class is a measured value if it is the only one possible. */
static void measure_size(const lg_criterion *row, const lg__view *view, lg_verdict verdict, lg_finding *finding)
{
    uint32_t possible = lg__size_classes(view);
    (void)verdict; /* may be settled while the class is not */
    put_plain_bounds(row, finding);
    put_nothing(finding);
    for (lg_size_class c = LG_SIZE_MICRO; c <= LG_SIZE_LARGE; c++)
        if (possible == 1u << c)
            put_whole(row, c, finding);
    put_no_lever(finding);
}

/* Points are not held against a bound. */
static void measure_points(const lg_criterion *row, const lg__view *view, lg_verdict verdict, lg_finding *finding)
{
    const lg__fraction none = lg__ratio(0, 0);
    (void)verdict;
    put_bounds(row, none, none, finding);
    put_nothing(finding);
    if (lg__fact_known(view, row->facts[0]))
        lg__fraction_store(lg__whole(fact_of(view, row, 0)), &finding->observed);
    put_no_lever(finding);
}

void lg__leaf_finding(const lg_criterion *row, uint32_t criterion, const lg__view *view, const lg__state *state,
                      lg_finding *finding)
{
    static void (*const MEASURES[])(const lg_criterion *, const lg__view *, lg_verdict, lg_finding *) = {
        [0] = measure_whole, /* LG_KIND_VALUE */
        [LG_KIND_FLAG - LG_KIND_VALUE] = measure_whole,
        [LG_KIND_RATIO - LG_KIND_VALUE] = measure_ratio,
        [LG_KIND_TOTAL - LG_KIND_VALUE] = measure_total,
        [LG_KIND_MEAN_GROWTH - LG_KIND_VALUE] = measure_growth,
        [LG_KIND_COMPOUND_GROWTH - LG_KIND_VALUE] = measure_growth,
        [LG_KIND_SME_SIZE - LG_KIND_VALUE] = measure_size,
        [LG_KIND_POINTS_VALUE - LG_KIND_VALUE] = measure_points,
    };
    lg__finding_begin(criterion, state, finding);
    MEASURES[row->kind - LG_KIND_VALUE](row, view, state->verdict, finding);
}
