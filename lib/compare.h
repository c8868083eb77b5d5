/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The one place where a number meets a bound.
 *
 * A measured value is an exact fraction n/d with d > 0, a bound is p/q with q > 0; they are
 * compared by cross-multiplication. Magnitudes, so that nothing can overflow 2^127 = 1.7e38:
 *   money        <= 9e15 (LG__MONEY_MAX)
 *   whole        a fact, or the total of four: <= 3.6e16, and so are bounds (LG__WHOLE_MAX): the difference
 *                is <= 7.2e16 and fits 64 bits
 *   mean growth  |n| <= 4 * 8.1e31, d <= 1.7e32; with q <= 1e4, |p| <= 1e5: products <= 1.7e37
 *   compound     |n| <= 1.8e16, d <= 9e15; bound over q^2 <= 1e8, |p| <= 1.3e10: <= 1.2e26
 *   ratio        |n|, d <= 9e15; products <= 9e20
 * lg__ruleset_valid() refuses tables whose bounds exceed these.
 */
#ifndef LG_COMPARE_H
#define LG_COMPARE_H

#include <stddef.h>

#include "int128.h"

/* An exact number; d > 0, or d = 0: none. */
typedef struct lg__fraction {
    lg__i128 n, d;
} lg__fraction;

static inline lg__fraction lg__whole(int64_t value)
{
    lg__fraction f;
    f.n = lg__i128_from(value);
    f.d = lg__i128_from(1);
    return f;
}

static inline lg__fraction lg__ratio(int64_t n, int64_t d)
{
    lg__fraction f;
    f.n = lg__i128_from(n);
    f.d = lg__i128_from(d);
    return f;
}

/* MEAN_GROWTH: (y1/y2 + y2/y3)/2 - 1 = (y1 y3 + y2 y2 - 2 y2 y3) / (2 y2 y3). */
static inline lg__fraction lg__mean_growth(int64_t y1, int64_t y2, int64_t y3)
{
    lg__fraction growth;
    growth.d = lg__i128_mul(lg__i128_mul64(y2, y3), lg__i128_from(2));
    growth.n = lg__i128_sub(lg__i128_add(lg__i128_mul64(y1, y3), lg__i128_mul64(y2, y2)), growth.d);
    return growth;
}

/* How mean growth stands to p/q, both bases positive: the sign of q (y1 y3 + y2 y2) - 2 (p + q) y2 y3. With the
 * magnitudes above neither side exceeds 1.8e37. */
static inline int lg__mean_growth_side(int64_t y1, int64_t y2, int64_t y3, int64_t p, int64_t q)
{
    lg__i128 squares = lg__i128_add(lg__i128_mul64(y1, y3), lg__i128_mul64(y2, y2));
    return lg__i128_compare(lg__i128_mul(squares, lg__i128_from(q)),
                            lg__i128_mul(lg__i128_mul64(y2, y3), lg__i128_from(2 * (p + q))));
}

/* COMPOUND_GROWTH is measured as y1/y3 - 1 and held against (1 + p/q)^2 - 1, so that no root is taken. */
static inline lg__fraction lg__two_years(lg__fraction rate)
{
    lg__i128 factor = lg__i128_add(rate.n, rate.d);
    lg__fraction f;
    f.d = lg__i128_mul(rate.d, rate.d);
    f.n = lg__i128_sub(lg__i128_mul(factor, factor), f.d);
    return f;
}

/* -1, 0, 1 as a is below, at or above b. */
static inline int lg__compare(lg__fraction a, lg__fraction b)
{
    return lg__i128_compare(lg__i128_mul(a.n, b.d), lg__i128_mul(b.n, a.d));
}

/*
 * What an operator asks for: where the value may stand to its bounds. Differences are value - bound, as a whole number
 * or its sign alone: to the lower (or only) bound from low_from to low_to, to the upper bound of a range at most
 * high_to. Both ends belong to it; an open end lies beyond the difference of any whole numbers. An operator that does
 * not exist asks for what cannot be.
 */
typedef struct lg__interval {
    int64_t low_from, low_to, high_to;
} lg__interval;

#define LG__OPEN_BELOW (INT64_MIN / 2)
#define LG__OPEN_ABOVE (INT64_MAX / 2)

static inline lg__interval lg__interval_of(lg_operator op)
{
    static const lg__interval INTERVALS[] = {
        [LG_OP_NONE] = {1, -1, LG__OPEN_ABOVE},
        [LG_OP_GE] = {0, LG__OPEN_ABOVE, LG__OPEN_ABOVE},
        [LG_OP_GT] = {1, LG__OPEN_ABOVE, LG__OPEN_ABOVE},
        [LG_OP_LE] = {LG__OPEN_BELOW, 0, LG__OPEN_ABOVE},
        [LG_OP_LT] = {LG__OPEN_BELOW, -1, LG__OPEN_ABOVE},
        [LG_OP_EQ] = {0, 0, LG__OPEN_ABOVE},
        [LG_OP_BETWEEN] = {0, LG__OPEN_ABOVE, 0},
        [LG_OP_FROM_TO] = {0, LG__OPEN_ABOVE, -1},
    };
    int exists = op > LG_OP_NONE && (size_t)op < sizeof INTERVALS / sizeof INTERVALS[0];
    return INTERVALS[exists ? op : LG_OP_NONE];
}

/* Whether the operator holds, from the differences of the value to the lower and to the upper bound, or their signs. */
static inline int lg__holds(lg_operator op, int64_t low, int64_t high)
{
    lg__interval in = lg__interval_of(op);
    return (low >= in.low_from) & (low <= in.low_to) & (high <= in.high_to);
}

/* The whole numbers that meet an operator: from first to last, none if last < first; an open end stays LG__OPEN_*. */
typedef struct lg__span {
    int64_t first, last;
} lg__span;

static inline lg__span lg__span_of(lg_operator op, int64_t bound, int64_t bound_high)
{
    lg__interval in = lg__interval_of(op);
    lg__span span;
    span.first = in.low_from == LG__OPEN_BELOW ? LG__OPEN_BELOW : bound + in.low_from;
    span.last = in.low_to == LG__OPEN_ABOVE ? LG__OPEN_ABOVE : bound + in.low_to;
    if (in.high_to != LG__OPEN_ABOVE) /* of a range, which the lower bound leaves open above */
        span.last = bound_high + in.high_to;
    return span;
}

/* What is known of a total to lie from low to high: whether all of these numbers meet the operator, or none. */
static inline int lg__all_meet(lg__span span, int64_t low, int64_t high)
{
    return low >= span.first && high <= span.last;
}

static inline int lg__none_meets(lg__span span, int64_t low, int64_t high)
{
    return high < span.first || low > span.last || span.last < span.first;
}

static inline int lg__is_range(lg_operator op) { return op == LG_OP_BETWEEN || op == LG_OP_FROM_TO; }

/* Whether a measured value meets the bound, or the range from low to high. */
static inline int lg__meets(lg_operator op, lg__fraction value, lg__fraction low, lg__fraction high)
{
    return lg__holds(op, lg__compare(value, low), lg__is_range(op) ? lg__compare(value, high) : 0);
}

#endif
