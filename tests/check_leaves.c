/* SPDX-License-Identifier: Apache-2.0 */
/* Leaves of every kind with every operator: rows worked by hand, exact ties, and the extremes of
 * every role against exact arithmetic of the test's own. */
#include "world.h"

#include <stdio.h>

#define MAX MONEY_MAX
#define INT_NONE INT64_MIN /* no number */

/* ------------------------------------------------------------------------- worked by hand */

typedef struct number {
    int64_t n, d; /* d = 0: none */
} number;

#define NO                                                                                                             \
    {                                                                                                                  \
        0, 0                                                                                                           \
    }

static const struct worked {
    const char *what;
    lg_kind kind;
    lg_operator op;
    int64_t bound, high, denominator;
    uint32_t facts[4];
    int64_t values[4]; /* INT_NONE: unknown */
    char expected;     /* '1' met, '0' not met, '.' missing, 'j' judgement, 'u' undefined */
    number observed, required, required_high, margin;
    int64_t lever_change;
} WORKED[] = {
#define MONEY_ROW(what, op, bound, value, expected, margin, change)                                                    \
    {                                                                                                                  \
        what, LG_KIND_VALUE, op, bound, 0, 1, {LG_FACT_REVENUE_Y1}, {value}, expected, {value, 1}, {bound, 1}, NO,     \
            {margin, 1}, change                                                                                        \
    }
    MONEY_ROW("100 million, >=, on it", LG_OP_GE, 10000000000, 10000000000, '1', 0, 0),
    MONEY_ROW("100 million, >=, one fen below", LG_OP_GE, 10000000000, 9999999999, '0', -1, 1),
    MONEY_ROW("100 million, >=, one fen above", LG_OP_GE, 10000000000, 10000000001, '1', 1, 0),
    MONEY_ROW("100 million, >, on it", LG_OP_GT, 10000000000, 10000000000, '0', 0, 1),
    MONEY_ROW("100 million, >, one fen above", LG_OP_GT, 10000000000, 10000000001, '1', 1, 0),
    MONEY_ROW("100 million, >, one fen below", LG_OP_GT, 10000000000, 9999999999, '0', -1, 2),
    MONEY_ROW("100 million, <=, on it", LG_OP_LE, 10000000000, 10000000000, '1', 0, 0),
    MONEY_ROW("100 million, <=, one fen above", LG_OP_LE, 10000000000, 10000000001, '0', -1, -1),
    MONEY_ROW("100 million, <, on it", LG_OP_LT, 10000000000, 10000000000, '0', 0, -1),
    MONEY_ROW("100 million, <, one fen below", LG_OP_LT, 10000000000, 9999999999, '1', 1, 0),
    MONEY_ROW("100 million, =, on it", LG_OP_EQ, 10000000000, 10000000000, '1', 0, 0),
    MONEY_ROW("100 million, =, below", LG_OP_EQ, 10000000000, 9999999990, '0', -10, 10),
    MONEY_ROW("100 million, =, above", LG_OP_EQ, 10000000000, 10000000010, '0', -10, -10),
    MONEY_ROW("a loss is below zero", LG_OP_GE, 0, -1, '0', -1, 1),
    MONEY_ROW("a negative bound", LG_OP_GE, -500, -500, '1', 0, 0),
    MONEY_ROW("the largest loss", LG_OP_GE, 0, -MAX, '0', -MAX, MAX),
    MONEY_ROW("no revenue can be more than the largest", LG_OP_GT, MAX, MAX, '0', 0, 0),
    MONEY_ROW("no revenue can be less than the smallest", LG_OP_LT, -MAX, -MAX, '0', 0, 0),
#define RANGE_ROW(what, op, low, high, value, expected, margin, change)                                                \
    {                                                                                                                  \
        what, LG_KIND_VALUE, op, low, high, 1, {LG_FACT_REVENUE_Y1}, {value}, expected, {value, 1}, {low, 1},          \
            {high, 1}, {margin, 1}, change                                                                             \
    }
    RANGE_ROW("between, below", LG_OP_BETWEEN, 500, 1000, 499, '0', -1, 1),
    RANGE_ROW("between, on the lower", LG_OP_BETWEEN, 500, 1000, 500, '1', 0, 0),
    RANGE_ROW("between, nearer the lower", LG_OP_BETWEEN, 500, 1000, 700, '1', 200, 0),
    RANGE_ROW("between, nearer the upper", LG_OP_BETWEEN, 500, 1000, 900, '1', 100, 0),
    RANGE_ROW("between, on the upper", LG_OP_BETWEEN, 500, 1000, 1000, '1', 0, 0),
    RANGE_ROW("between, above", LG_OP_BETWEEN, 500, 1000, 1001, '0', -1, -1),
    RANGE_ROW("from-to, below", LG_OP_FROM_TO, 500, 1000, 400, '0', -100, 100),
    RANGE_ROW("from-to, on the lower", LG_OP_FROM_TO, 500, 1000, 500, '1', 0, 0),
    RANGE_ROW("from-to, one below the upper", LG_OP_FROM_TO, 500, 1000, 999, '1', 1, 0),
    RANGE_ROW("from-to, on the upper", LG_OP_FROM_TO, 500, 1000, 1000, '0', 0, -1),
    RANGE_ROW("from-to, above", LG_OP_FROM_TO, 500, 1000, 1500, '0', -500, -501),
#define FLAG_ROW(what, fact, bound, value, expected, margin, change)                                                   \
    {                                                                                                                  \
        what, LG_KIND_FLAG, LG_OP_EQ, bound, 0, 1, {fact}, {value}, expected, {value, 1}, {bound, 1}, NO, {margin, 1}, \
            change                                                                                                     \
    }
    FLAG_ROW("a title that is held", LG_FACT_SRDI_TITLE, 1, 1, '1', 0, 0),
    FLAG_ROW("a title that is not held", LG_FACT_SRDI_TITLE, 1, 0, '0', -1, 1),
    FLAG_ROW("a bar that is absent", LG_FACT_DISHONESTY_LIST, 0, 0, '1', 0, 0),
    FLAG_ROW("a bar that is there", LG_FACT_DISHONESTY_LIST, 0, 1, '0', -1, -1),
    {"a title of which nothing is known",
     LG_KIND_FLAG,
     LG_OP_EQ,
     1,
     0,
     1,
     {LG_FACT_SRDI_TITLE},
     {INT_NONE},
     '.',
     NO,
     {1, 1},
     NO,
     NO,
     0},
    {"a judgement not given",
     LG_KIND_FLAG,
     LG_OP_EQ,
     1,
     0,
     1,
     {LG_FACT_HIGH_REPUTATION},
     {INT_NONE},
     'j',
     NO,
     {1, 1},
     NO,
     NO,
     0},
    {"a figure not given",
     LG_KIND_VALUE,
     LG_OP_GE,
     5,
     0,
     1,
     {LG_FACT_REVENUE_Y1},
     {INT_NONE},
     '.',
     NO,
     {5, 1},
     NO,
     NO,
     0},
    {"a range without a figure",
     LG_KIND_VALUE,
     LG_OP_BETWEEN,
     5,
     9,
     1,
     {LG_FACT_REVENUE_Y1},
     {INT_NONE},
     '.',
     NO,
     {5, 1},
     {9, 1},
     NO,
     0},
#define RATIO_ROW(what, op, bound, a, b, expected, observed, margin, change)                                           \
    {                                                                                                                  \
        what, LG_KIND_RATIO, op, bound, 0, 100, {LG_FACT_RD_EXPENSE_Y1, LG_FACT_REVENUE_Y1}, {a, b}, expected,         \
            observed, {bound, 100}, NO, margin, change                                                                 \
    }
#define P(n, d)                                                                                                        \
    {                                                                                                                  \
        n, d                                                                                                           \
    }
    RATIO_ROW("3 %, on it", LG_OP_GE, 3, 300, 10000, '1', P(3, 100), P(0, 1), 0),
    RATIO_ROW("3 %, one fen short", LG_OP_GE, 3, 299, 10000, '0', P(299, 10000), P(-1, 10000), 1),
    RATIO_ROW("3 %, one fen over", LG_OP_GE, 3, 301, 10000, '1', P(301, 10000), P(1, 10000), 0),
    RATIO_ROW("3 % of a revenue that 100 does not divide", LG_OP_GE, 3, 300, 10001, '0', P(300, 10001), P(-3, 1000100),
              1),
    RATIO_ROW("that revenue, one fen more", LG_OP_GE, 3, 301, 10001, '1', P(301, 10001), P(97, 1000100), 0),
    RATIO_ROW("2.9999 %", LG_OP_GE, 3, 299990000, 10000000000, '0', P(29999, 1000000), P(-1, 1000000), 10000),
    RATIO_ROW("more than 3 %, on it", LG_OP_GT, 3, 300, 10000, '0', P(3, 100), P(0, 1), 1),
    RATIO_ROW("more than 3 %, between whole fen", LG_OP_GT, 3, 299, 10001, '0', P(299, 10001), P(-103, 1000100), 2),
    RATIO_ROW("at most 70 %, on it", LG_OP_LE, 70, 7000, 10000, '1', P(7, 10), P(0, 1), 0),
    RATIO_ROW("at most 70 %, one fen over", LG_OP_LE, 70, 7001, 10000, '0', P(7001, 10000), P(-1, 10000), -1),
    RATIO_ROW("at most 70 %, between whole fen", LG_OP_LE, 70, 8, 11, '0', P(8, 11), P(-3, 110), -1),
    RATIO_ROW("less than 70 %, on it", LG_OP_LT, 70, 7000, 10000, '0', P(7, 10), P(0, 1), -1),
    RATIO_ROW("less than 70 %, between whole fen", LG_OP_LT, 70, 8, 11, '0', P(8, 11), P(-3, 110), -1),
    RATIO_ROW("more than the whole", LG_OP_LE, 70, 15, 10, '0', P(3, 2), P(-4, 5), -8),
    RATIO_ROW("nothing spent", LG_OP_GE, 3, 0, 10000, '0', P(0, 1), P(-3, 100), 300),
    RATIO_ROW("over zero", LG_OP_GE, 3, 300, 0, 'u', P(0, 0), P(0, 0), 0),
    RATIO_ROW("zero over zero", LG_OP_GE, 3, 0, 0, 'u', P(0, 0), P(0, 0), 0),
    RATIO_ROW("over a negative base", LG_OP_GE, 3, 300, -10000, 'u', P(0, 0), P(0, 0), 0),
    RATIO_ROW("numerator missing", LG_OP_GE, 3, INT_NONE, 10000, '.', P(0, 0), P(0, 0), 0),
    RATIO_ROW("no numerator mends a base of zero", LG_OP_GE, 3, INT_NONE, 0, 'u', P(0, 0), P(0, 0), 0),
    RATIO_ROW("base missing", LG_OP_GE, 3, 300, INT_NONE, '.', P(0, 0), P(0, 0), 0),
    RATIO_ROW("exactly a third is not 33 %", LG_OP_EQ, 33, 1, 3, '0', P(1, 3), P(-1, 300), 0),
    RATIO_ROW("one of 3 in whole fen has no 50 %", LG_OP_EQ, 50, 1, 3, '0', P(1, 3), P(-1, 6), 0),
    {"a share of persons",
     LG_KIND_RATIO,
     LG_OP_GE,
     50,
     0,
     100,
     {LG_FACT_RD_STAFF, LG_FACT_EMPLOYEES},
     {499, 999},
     '0',
     {499, 999},
     {1, 2},
     NO,
     {-1, 1998},
     1},
    {"a share of persons, enough",
     LG_KIND_RATIO,
     LG_OP_GE,
     50,
     0,
     100,
     {LG_FACT_RD_STAFF, LG_FACT_EMPLOYEES},
     {500, 999},
     '1',
     {500, 999},
     {1, 2},
     NO,
     {1, 1998},
     0},
    {"a band of ratios, from-to, on the upper",
     LG_KIND_RATIO,
     LG_OP_FROM_TO,
     3,
     5,
     100,
     {LG_FACT_RD_EXPENSE_Y1, LG_FACT_REVENUE_Y1},
     {500, 10000},
     '0',
     {1, 20},
     {3, 100},
     {1, 20},
     {0, 1},
     -1},
    {"a band of ratios, from-to, just inside",
     LG_KIND_RATIO,
     LG_OP_FROM_TO,
     3,
     5,
     100,
     {LG_FACT_RD_EXPENSE_Y1, LG_FACT_REVENUE_Y1},
     {499, 10000},
     '1',
     {499, 10000},
     {3, 100},
     {1, 20},
     {1, 10000},
     0},
    {"a band that no whole fen lies in",
     LG_KIND_RATIO,
     LG_OP_BETWEEN,
     41,
     49,
     100,
     {LG_FACT_RD_EXPENSE_Y1, LG_FACT_REVENUE_Y1},
     {0, 2},
     '0',
     {0, 1},
     {41, 100},
     {49, 100},
     {-41, 100},
     0},
#define TOTAL_ROW(what, op, bound, a, b, expected, sum, margin, change)                                                \
    {                                                                                                                  \
        what, LG_KIND_TOTAL, op, bound, 0, 1, {LG_FACT_UTILITY_DESIGN_PATENTS, LG_FACT_SOFTWARE_COPYRIGHTS}, {a, b},   \
            expected, {sum, 1}, {bound, 1}, NO, {margin, 1}, change                                                    \
    }
    TOTAL_ROW("5 in all, on it", LG_OP_GE, 5, 2, 3, '1', 5, 0, 0),
    TOTAL_ROW("5 in all, one short", LG_OP_GE, 5, 2, 2, '0', 4, -1, 1),
    TOTAL_ROW("5 in all, the second alone", LG_OP_GE, 5, 0, 5, '1', 5, 0, 0),
    TOTAL_ROW("5 in all, nothing", LG_OP_GE, 5, 0, 0, '0', 0, -5, 5),
    TOTAL_ROW("at most 5, one over", LG_OP_LE, 5, 3, 3, '0', 6, -1, -1),
    TOTAL_ROW("at most 5, the first cannot go below zero", LG_OP_LE, 5, 1, 9, '0', 10, -5, 0),
#define PART_ROW(what, op, a, b, expected)                                                                             \
    {                                                                                                                  \
        what, LG_KIND_TOTAL, op, 5, 0, 1, {LG_FACT_UTILITY_DESIGN_PATENTS, LG_FACT_SOFTWARE_COPYRIGHTS}, {a, b},       \
            expected, NO, {5, 1}, NO, NO, 0                                                                            \
    }
    PART_ROW("5 in all, of which one part is missing", LG_OP_GE, 2, INT_NONE, '.'),
    PART_ROW("5 in all, one short without the second", LG_OP_GE, 4, INT_NONE, '.'),
    PART_ROW("5 in all, enough without the second", LG_OP_GE, 5, INT_NONE, '1'),
    PART_ROW("5 in all, enough without the first", LG_OP_GE, INT_NONE, 5, '1'),
    PART_ROW("5 in all, nothing known", LG_OP_GE, INT_NONE, INT_NONE, '.'),
    PART_ROW("more than 5, on it without the second", LG_OP_GT, 5, INT_NONE, '.'),
    PART_ROW("more than 5, enough without the second", LG_OP_GT, 6, INT_NONE, '1'),
    PART_ROW("at most 5, on it without the second", LG_OP_LE, 5, INT_NONE, '.'),
    PART_ROW("at most 5, over it without the second", LG_OP_LE, 6, INT_NONE, '0'),
    PART_ROW("less than 5, on it without the second", LG_OP_LT, 5, INT_NONE, '0'),
    PART_ROW("exactly 5, on it without the second", LG_OP_EQ, 5, INT_NONE, '.'),
    PART_ROW("exactly 5, over it without the first", LG_OP_EQ, INT_NONE, 6, '0'),
    {"a part that may be negative",
     LG_KIND_TOTAL,
     LG_OP_GE,
     1,
     0,
     1,
     {LG_FACT_NET_PROFIT_Y1, LG_FACT_NET_PROFIT_Y2},
     {MAX, INT_NONE},
     '.',
     NO,
     {1, 1},
     NO,
     NO,
     0},
    {"a part that may be negative, but not enough",
     LG_KIND_TOTAL,
     LG_OP_GE,
     0,
     0,
     1,
     {LG_FACT_NET_PROFIT_Y1, LG_FACT_NET_PROFIT_Y2},
     {MAX, INT_NONE},
     '1',
     NO,
     {0, 1},
     NO,
     NO,
     0},
    {"a part that cannot make up for the other",
     LG_KIND_TOTAL,
     LG_OP_GE,
     1,
     0,
     1,
     {LG_FACT_NET_PROFIT_Y1, LG_FACT_NET_PROFIT_Y2},
     {-MAX, INT_NONE},
     '0',
     NO,
     {1, 1},
     NO,
     NO,
     0},
    {"four addends",
     LG_KIND_TOTAL,
     LG_OP_GE,
     10,
     0,
     1,
     {LG_FACT_IP_CLASS1, LG_FACT_IP_CLASS2, LG_FACT_INVENTION_PATENTS, LG_FACT_SOFTWARE_COPYRIGHTS},
     {1, 2, 3, 4},
     '1',
     {10, 1},
     {10, 1},
     NO,
     {0, 1},
     0},
    {"two years of R&D",
     LG_KIND_TOTAL,
     LG_OP_GE,
     1200000000,
     0,
     1,
     {LG_FACT_RD_EXPENSE_Y1, LG_FACT_RD_EXPENSE_Y2},
     {600000000, 599999999},
     '0',
     {1199999999, 1},
     {1200000000, 1},
     NO,
     {-1, 1},
     1},
#define MEAN_ROW(what, op, bound, y1, y2, y3, expected, observed, margin, change)                                      \
    {                                                                                                                  \
        what, LG_KIND_MEAN_GROWTH, op, bound, 0, 100,                                                                  \
            {LG_FACT_MAIN_REVENUE_Y1, LG_FACT_MAIN_REVENUE_Y2, LG_FACT_MAIN_REVENUE_Y3}, {y1, y2, y3}, expected,       \
            observed, {bound, 100}, NO, margin, change                                                                 \
    }
    MEAN_ROW("-8.5 % then +18.5 %: exactly 5 %", LG_OP_GE, 5, 1084275, 915000, 1000000, '1', P(1, 20), P(0, 1), 0),
    MEAN_ROW("-8.5 % then +18.5 %, one fen short", LG_OP_GE, 5, 1084274, 915000, 1000000, '0', P(91499, 1830000),
             P(-1, 1830000), 1),
    MEAN_ROW("exactly 5 % is not more than 5 %", LG_OP_GT, 5, 1084275, 915000, 1000000, '0', P(1, 20), P(0, 1), 1),
    MEAN_ROW("-40 % then +66.7 %: +13.3 %", LG_OP_GE, 5, 10000, 6000, 10000, '1', P(2, 15), P(1, 12), 0),
    MEAN_ROW("no growth", LG_OP_GE, 5, 100, 100, 100, '0', P(0, 1), P(-1, 20), 10),
    MEAN_ROW("revenue lost", LG_OP_GE, 5, 0, 100, 100, '0', P(-1, 2), P(-11, 20), 110),
    MEAN_ROW("negative revenue", LG_OP_GE, 5, -100, 100, 100, '0', P(-1, 1), P(-21, 20), 210),
    MEAN_ROW("from zero in the middle", LG_OP_GE, 5, 100, 0, 100, 'u', P(0, 0), P(0, 0), 0),
    MEAN_ROW("from zero at the start", LG_OP_GE, 5, 100, 100, 0, 'u', P(0, 0), P(0, 0), 0),
    MEAN_ROW("from a loss", LG_OP_GE, 5, 100, -100, 100, 'u', P(0, 0), P(0, 0), 0),
    MEAN_ROW("from two losses", LG_OP_GE, 5, -90, -100, -110, 'u', P(0, 0), P(0, 0), 0),
    MEAN_ROW("last year missing", LG_OP_GE, 5, INT_NONE, 100, 100, '.', P(0, 0), P(0, 0), 0),
    MEAN_ROW("middle year missing", LG_OP_GE, 5, 100, INT_NONE, 100, '.', P(0, 0), P(0, 0), 0),
    MEAN_ROW("first year missing", LG_OP_GE, 5, 100, 100, INT_NONE, '.', P(0, 0), P(0, 0), 0),
    MEAN_ROW("last year cannot mend a base of zero", LG_OP_GE, 5, INT_NONE, 0, 0, 'u', P(0, 0), P(0, 0), 0),
    MEAN_ROW("nor can a missing base mend the other", LG_OP_GE, 5, 100, INT_NONE, 0, 'u', P(0, 0), P(0, 0), 0),
    {"a band of growth rates in fen of a real firm",
     LG_KIND_MEAN_GROWTH,
     LG_OP_FROM_TO,
     8,
     10,
     100,
     {LG_FACT_MAIN_REVENUE_Y1, LG_FACT_MAIN_REVENUE_Y2, LG_FACT_MAIN_REVENUE_Y3},
     {11881000000, 10900000000, 10000000000},
     '1',
     {9, 100},
     {2, 25},
     {1, 10},
     {1, 100},
     0},
    {"the band just above",
     LG_KIND_MEAN_GROWTH,
     LG_OP_FROM_TO,
     10,
     12,
     100,
     {LG_FACT_MAIN_REVENUE_Y1, LG_FACT_MAIN_REVENUE_Y2, LG_FACT_MAIN_REVENUE_Y3},
     {11881000000, 10900000000, 10000000000},
     '0',
     {9, 100},
     {1, 10},
     {3, 25},
     {-1, 100},
     218000000},
#define COMPOUND_ROW(what, op, y1, y3, expected, observed, margin, change)                                             \
    {                                                                                                                  \
        what, LG_KIND_COMPOUND_GROWTH, op, 5, 0, 100, {LG_FACT_REVENUE_Y1, LG_FACT_REVENUE_Y3}, {y1, y3}, expected,    \
            observed, {41, 400}, NO, margin, change                                                                    \
    }
    COMPOUND_ROW("1.05 * 1.05 exactly", LG_OP_GE, 11025, 10000, '1', P(41, 400), P(0, 1), 0),
    COMPOUND_ROW("one fen short", LG_OP_GE, 11024, 10000, '0', P(64, 625), P(-1, 10000), 1),
    COMPOUND_ROW("not more than 5 %", LG_OP_GT, 11025, 10000, '0', P(41, 400), P(0, 1), 1),
    COMPOUND_ROW("-40 % then +66.7 %: 0 %", LG_OP_GE, 10000, 10000, '0', P(0, 1), P(-41, 400), 1025),
    COMPOUND_ROW("revenue lost", LG_OP_GE, 0, 10000, '0', P(-1, 1), P(-441, 400), 11025),
    COMPOUND_ROW("from zero", LG_OP_GE, 10000, 0, 'u', P(0, 0), P(0, 0), 0),
    COMPOUND_ROW("from a loss", LG_OP_GE, 10000, -1, 'u', P(0, 0), P(0, 0), 0),
    COMPOUND_ROW("last year missing", LG_OP_GE, INT_NONE, 10000, '.', P(0, 0), P(0, 0), 0),
    COMPOUND_ROW("last year cannot mend a base of zero", LG_OP_GE, INT_NONE, 0, 'u', P(0, 0), P(0, 0), 0),
    COMPOUND_ROW("first year missing", LG_OP_GE, 10000, INT_NONE, '.', P(0, 0), P(0, 0), 0),
};

static lg_criterion *one_leaf(world *w, lg_kind kind, lg_operator op, int64_t bound, int64_t high, int64_t denominator)
{
    lg_criterion *row;
    world_begin(w);
    row = world_add(w, 0, kind);
    row->op = op;
    row->bound = bound;
    row->bound_high = high;
    row->bound_denominator = denominator;
    return row;
}

static uint32_t facts_of(lg_kind kind)
{
    if (kind == LG_KIND_VALUE || kind == LG_KIND_FLAG)
        return 1;
    return kind == LG_KIND_MEAN_GROWTH ? 3 : 2;
}

static void set_facts(lg_criterion *row, const uint32_t *facts, uint32_t count)
{
    row->fact_count = count;
    for (uint32_t i = 0; i < count; i++)
        row->facts[i] = facts[i];
}

static void set_values(const lg_criterion *row, const int64_t *values, lg_profile *profile)
{
    profile_empty(profile);
    for (uint32_t i = 0; i < row->fact_count; i++)
        if (values[i] != INT_NONE)
            profile_put(profile, row->facts[i], values[i]);
}

static int number_is(const lg_fraction *got, number expected)
{
    return expected.d == 0 ? fraction_none(got) : fraction_is(got, expected.n, expected.d);
}

static lg_reason reason_of(char state)
{
    switch (state) {
    case '.':
        return LG_REASON_MISSING;
    case 'j':
        return LG_REASON_JUDGEMENT;
    case 'u':
        return LG_REASON_UNDEFINED;
    default:
        return LG_REASON_NONE;
    }
}

START_TEST(leaves_come_out_as_worked_by_hand)
{
    const struct worked *r = &WORKED[_i];
    uint32_t count = r->kind == LG_KIND_TOTAL && r->facts[2] != 0 ? 4 : facts_of(r->kind);
    world w;
    lg_profile profile;
    lg_finding f;
    lg_criterion *row = one_leaf(&w, r->kind, r->op, r->bound, r->high, r->denominator);
    set_facts(row, r->facts, count);
    set_values(row, r->values, &profile);
    world_judge(&w, &profile, &f);
    ck_assert_msg(verdict_letter(f.verdict) == plain_letter(r->expected), "%s: verdict %d", r->what, (int)f.verdict);
    ck_assert_msg(f.reason == reason_of(r->expected), "%s: reason %d", r->what, (int)f.reason);
    ck_assert_msg(f.lever == r->facts[0], "%s: lever %u", r->what, (unsigned)f.lever);
    if (f.verdict != LG_UNKNOWN)
        ck_assert_msg(number_is(&f.observed, r->observed), "%s: observed", r->what);
    else
        ck_assert_msg(fraction_none(&f.observed) && fraction_none(&f.margin), "%s: numbers for unknown", r->what);
    ck_assert_msg(number_is(&f.required, r->required), "%s: required", r->what);
    ck_assert_msg(number_is(&f.required_high, r->required_high), "%s: required_high", r->what);
    if (f.verdict != LG_UNKNOWN)
        ck_assert_msg(number_is(&f.margin, r->margin), "%s: margin", r->what);
    ck_assert_msg(f.lever_change == r->lever_change, "%s: lever_change %lld", r->what, (long long)f.lever_change);
}
END_TEST

/* ------------------------------------------------------------------------------ exact ties */

static lg_verdict judge_row(world *w, const lg_criterion *row, const int64_t *values, lg_finding *finding)
{
    lg_profile profile;
    set_values(row, values, &profile);
    POISON(*finding);
    REQUIRE(lg_evaluate_criterion(&w->rules, 0, &profile, finding) == LG_OK);
    return finding->verdict;
}

static const uint32_t GROWTH_FACTS[] = {LG_FACT_MAIN_REVENUE_Y1, LG_FACT_MAIN_REVENUE_Y2, LG_FACT_MAIN_REVENUE_Y3};
static const uint32_t COMPOUND_FACTS[] = {LG_FACT_REVENUE_Y1, LG_FACT_REVENUE_Y3};

/* k tenths of a percent, then 10 % less that: 301 pairs whose mean is exactly 5 %. In floating
 * point many of them come out below. */
START_TEST(all_301_ties_of_mean_growth_are_met_and_one_fen_less_is_not)
{
    world w;
    lg_finding f;
    lg_criterion *row = one_leaf(&w, LG_KIND_MEAN_GROWTH, LG_OP_GE, 5, 0, 100);
    set_facts(row, GROWTH_FACTS, 3);
    world_end(&w);
    for (int k = -150; k <= 150; k++) {
        int64_t y1 = (int64_t)(1000 + k) * (1100 - k), y2 = (int64_t)(1000 + k) * 1000;
        int64_t values[] = {y1, y2, 1000000};
        REQUIRE_MSG(judge_row(&w, row, values, &f) == LG_MET && fraction_sign(&f.margin) == 0, "k = %d: tie", k);
        REQUIRE_MSG(fraction_is(&f.observed, 1, 20) && f.lever_change == 0, "k = %d: observed", k);
        values[0] = y1 - 1;
        REQUIRE_MSG(judge_row(&w, row, values, &f) == LG_NOT_MET && f.lever_change == 1, "k = %d: one fen less", k);
        values[0] = y1 + 1;
        REQUIRE_MSG(judge_row(&w, row, values, &f) == LG_MET && fraction_sign(&f.margin) == 1, "k = %d: one fen more",
                    k);
    }
}
END_TEST

/* y3 = (100 a)^2, y1 = (105 a)^2: compound growth of exactly 5 % at every size. */
START_TEST(ties_of_compound_growth_are_met_and_one_fen_less_is_not)
{
    world w;
    lg_finding f;
    lg_criterion *row = one_leaf(&w, LG_KIND_COMPOUND_GROWTH, LG_OP_GE, 5, 0, 100);
    set_facts(row, COMPOUND_FACTS, 2);
    world_end(&w);
    for (int64_t a = 1; a <= 903507; a += a < 300 ? 1 : 9973) {
        int64_t values[] = {11025 * a * a, 10000 * a * a};
        if (values[0] > MAX)
            break;
        REQUIRE_MSG(judge_row(&w, row, values, &f) == LG_MET && fraction_sign(&f.margin) == 0, "a = %lld",
                    (long long)a);
        REQUIRE(fraction_is(&f.observed, 41, 400) && fraction_is(&f.required, 41, 400));
        values[0]--;
        REQUIRE_MSG(judge_row(&w, row, values, &f) == LG_NOT_MET && f.lever_change == 1, "a = %lld", (long long)a);
    }
}
END_TEST

/* A rise after a fall is a mean growth of 13 % and a compound one of 0 %: the two standards differ. */
START_TEST(mean_and_compound_growth_can_disagree)
{
    static const int64_t MEAN_VALUES[] = {10000, 6000, 10000}, COMPOUND_VALUES[] = {10000, 10000};
    world mean, compound;
    lg_finding f;
    lg_criterion *row = one_leaf(&mean, LG_KIND_MEAN_GROWTH, LG_OP_GE, 5, 0, 100);
    set_facts(row, GROWTH_FACTS, 3);
    ck_assert_int_eq(judge_row(&mean, row, MEAN_VALUES, &f), LG_MET);
    row = one_leaf(&compound, LG_KIND_COMPOUND_GROWTH, LG_OP_GE, 5, 0, 100);
    set_facts(row, COMPOUND_FACTS, 2);
    ck_assert_int_eq(judge_row(&compound, row, COMPOUND_VALUES, &f), LG_NOT_MET);
}
END_TEST

/* ------------------------------------------------------- everything, in exact arithmetic */

/* The measured value n / d and the bounds, low_n / q and high_n / q, by the kind's definition. */
typedef struct exact {
    int defined;
    wide n, d, low_n, high_n, q;
} exact;

static exact measure(const lg_criterion *row, const int64_t *v)
{
    exact e = {1, v[0], 1, row->bound, row->bound_high, row->bound_denominator};
    switch (row->kind) {
    case LG_KIND_RATIO:
        e.defined = v[1] > 0;
        e.d = v[1];
        break;
    case LG_KIND_TOTAL:
        e.n = (wide)v[0] + v[1];
        break;
    case LG_KIND_MEAN_GROWTH: /* (y1 y3 + y2 y2 - 2 y2 y3) / (2 y2 y3) */
        e.defined = v[1] > 0 && v[2] > 0;
        e.n = (wide)v[0] * v[2] + (wide)v[1] * v[1] - 2 * (wide)v[1] * v[2];
        e.d = 2 * (wide)v[1] * v[2];
        break;
    case LG_KIND_COMPOUND_GROWTH: /* y1 / y3 - 1 against (1 + p / q)^2 - 1 */
        e.defined = v[1] > 0;
        e.n = (wide)v[0] - v[1];
        e.d = v[1];
        e.low_n = (row->bound + e.q) * (row->bound + e.q) - e.q * e.q;
        e.high_n = (row->bound_high + e.q) * (row->bound_high + e.q) - e.q * e.q;
        e.q = e.q * e.q;
        break;
    default:
        break;
    }
    return e;
}

static int holds(lg_operator op, wide low, wide high)
{
    switch (op) {
    case LG_OP_GE:
        return low >= 0;
    case LG_OP_GT:
        return low > 0;
    case LG_OP_LE:
        return low <= 0;
    case LG_OP_LT:
        return low < 0;
    case LG_OP_EQ:
        return low == 0;
    case LG_OP_BETWEEN:
        return low >= 0 && high <= 0;
    default:
        return low >= 0 && high < 0;
    }
}

/* Distance inside the bound, over d * q. */
static wide margin_of(lg_operator op, wide low, wide high)
{
    switch (op) {
    case LG_OP_LE:
    case LG_OP_LT:
        return -low;
    case LG_OP_EQ:
        return low < 0 ? low : -low;
    case LG_OP_BETWEEN:
    case LG_OP_FROM_TO:
        return low < -high ? low : -high;
    default:
        return low;
    }
}

static const char *describe(const lg_criterion *row, const int64_t *v)
{
    static char text[256];
    snprintf(text, sizeof text, "kind %d op %d bound %lld to %lld / %lld of %lld, %lld, %lld", (int)row->kind,
             (int)row->op, (long long)row->bound, (long long)row->bound_high, (long long)row->bound_denominator,
             (long long)v[0], (long long)v[1], (long long)v[2]);
    return text;
}

static int meets(const lg_criterion *row, const int64_t *v)
{
    exact e = measure(row, v);
    wide low = e.n * e.q - e.low_n * e.d, high = e.n * e.q - e.high_n * e.d;
    return holds(row->op, low, high);
}

/* The least lever value that lies on or above the lower bound (or strictly above, for more than). */
static int64_t first_at_or_above(const lg_criterion *row, const int64_t *v, const lg_fact *lever)
{
    int64_t low = lever->minimum, high = lever->maximum, moved[3] = {0, v[1], v[2]};
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        exact e;
        wide distance;
        moved[0] = middle;
        e = measure(row, moved);
        distance = e.n * e.q - e.low_n * e.d;
        if (row->op == LG_OP_GT ? distance > 0 : distance >= 0)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* Whether any lever value meets the row: the measured value rises with the lever, so what matters
 * lies at the ends of its range or beside its lower bound. */
static int can_be_met(const lg_criterion *row, const int64_t *v)
{
    const lg_fact *lever = lg_fact_describe(row->facts[0]);
    int64_t border = first_at_or_above(row, v, lever), moved[3] = {0, v[1], v[2]};
    const int64_t tries[] = {lever->minimum, lever->maximum, border, border > lever->minimum ? border - 1 : border};
    for (size_t i = 0; i < COUNT(tries); i++) {
        moved[0] = tries[i];
        if (meets(row, moved))
            return 1;
    }
    return 0;
}

/* After the change it is met; one step less towards where the lever stood, it is not. */
static void check_change(const lg_criterion *row, const int64_t *v, int64_t change)
{
    int64_t moved[3] = {v[0] + change, v[1], v[2]};
    const lg_fact *lever = lg_fact_describe(row->facts[0]);
    if (change == 0) {
        REQUIRE_MSG(!can_be_met(row, v), "%s: no change told, though one would do", describe(row, v));
        return;
    }
    REQUIRE_MSG(moved[0] >= lever->minimum && moved[0] <= lever->maximum, "%s: change %lld leaves the range",
                describe(row, v), (long long)change);
    REQUIRE_MSG(meets(row, moved), "%s: change %lld does not do", describe(row, v), (long long)change);
    moved[0] -= change > 0 ? 1 : -1;
    REQUIRE_MSG(!meets(row, moved), "%s: change %lld is more than needed", describe(row, v), (long long)change);
}

static void check_exact(world *w, const lg_criterion *row, const int64_t *v)
{
    exact e = measure(row, v);
    lg_finding f;
    lg_verdict verdict = judge_row(w, row, v, &f);
    wide low, high;
    if (!e.defined) {
        REQUIRE_MSG(verdict == LG_UNKNOWN && f.reason == LG_REASON_UNDEFINED, "%s", describe(row, v));
        REQUIRE_MSG(fraction_none(&f.observed) && fraction_none(&f.margin) && f.lever_change == 0, "%s",
                    describe(row, v));
        return;
    }
    low = e.n * e.q - e.low_n * e.d;
    high = e.n * e.q - e.high_n * e.d;
    REQUIRE_MSG(verdict == (holds(row->op, low, high) ? LG_MET : LG_NOT_MET), "%s: verdict %d", describe(row, v),
                (int)verdict);
    REQUIRE_MSG(fraction_is(&f.observed, e.n, e.d), "%s: observed", describe(row, v));
    REQUIRE_MSG(fraction_is(&f.required, e.low_n, e.q), "%s: required", describe(row, v));
    REQUIRE_MSG(fraction_is(&f.margin, margin_of(row->op, low, high), e.d * e.q), "%s: margin", describe(row, v));
    if (verdict == LG_MET)
        REQUIRE_MSG(f.lever_change == 0, "%s: met, but told to change", describe(row, v));
    else
        check_change(row, v, f.lever_change);
}

/* Kinds with the facts that they read here, and bounds: usual ones and the largest a table may have. */
static const struct shape {
    lg_kind kind;
    uint32_t facts[3];
    struct {
        int64_t low, high, denominator;
    } bounds[6];
} SHAPES[] = {
    {LG_KIND_VALUE,
     {LG_FACT_REVENUE_Y1, 0, 0},
     {{10000000000, 20000000000, 1}, {0, 1, 1}, {-MAX, MAX, 1}, {MAX, MAX, 1}, {-1, -1, 1}, {1, 2, 1}}},
    {LG_KIND_VALUE,
     {LG_FACT_EMPLOYEES, 0, 0},
     {{300, 1000, 1}, {0, 0, 1}, {1000000000, 1000000000, 1}, {1, 2, 1}, {-5, -1, 1}, {1000000001, 1000000002, 1}}},
    {LG_KIND_TOTAL,
     {LG_FACT_NET_PROFIT_Y1, LG_FACT_NET_PROFIT_Y2, 0},
     {{1200000000, 1300000000, 1}, {0, 0, 1}, {-2 * MAX, 2 * MAX, 1}, {MAX, 2 * MAX, 1}, {-1, 1, 1}, {7, 7, 1}}},
    {LG_KIND_RATIO,
     {LG_FACT_NET_PROFIT_Y1, LG_FACT_REVENUE_Y1, 0},
     {{3, 5, 100}, {70, 70, 100}, {0, 1, 1}, {-100000, 100000, 1}, {99999, 100000, 10000}, {-1, 1, 10000}}},
    {LG_KIND_MEAN_GROWTH,
     {LG_FACT_MAIN_REVENUE_Y1, LG_FACT_MAIN_REVENUE_Y2, LG_FACT_MAIN_REVENUE_Y3},
     {{5, 10, 100}, {0, 0, 1}, {8, 10, 100}, {-100000, 100000, 1}, {99999, 100000, 10000}, {-1, 1, 10000}}},
    {LG_KIND_COMPOUND_GROWTH,
     {LG_FACT_REVENUE_Y1, LG_FACT_REVENUE_Y3, 0},
     {{5, 10, 100}, {0, 0, 1}, {-1, 1, 1}, {-10000, 100000, 10000}, {99999, 100000, 1}, {-1, 1, 10000}}},
};

/* Values of every role: the ends of the range, what lies around zero, and usual sizes. */
static int collect_values(uint32_t fact, int64_t values[16])
{
    static const int64_t TRIED[] = {-MAX, -MAX + 1, -10000000000, -1,          0,           1,       2,
                                    3,    300,      10000000000,  10500000000, 11025000000, MAX - 1, MAX};
    const lg_fact *info = lg_fact_describe(fact);
    int count = 0;
    for (size_t i = 0; i < COUNT(TRIED); i++)
        if (TRIED[i] >= info->minimum && TRIED[i] <= info->maximum)
            values[count++] = TRIED[i];
    return count;
}

static void check_all_values(world *w, const lg_criterion *row)
{
    int64_t values[3][16] = {{0}, {0}, {0}}, v[3];
    int counts[3] = {1, 1, 1};
    for (uint32_t i = 0; i < row->fact_count; i++)
        counts[i] = collect_values(row->facts[i], values[i]);
    for (int a = 0; a < counts[0]; a++)
        for (int b = 0; b < counts[1]; b++)
            for (int c = 0; c < counts[2]; c++) {
                v[0] = values[0][a];
                v[1] = values[1][b];
                v[2] = values[2][c];
                check_exact(w, row, v);
            }
}

#define OPERATORS 7
#define BOUNDS 6

/* One test per kind, operator and bound. */
START_TEST(every_kind_operator_and_extreme_is_exact)
{
    const struct shape *s = &SHAPES[_i / (OPERATORS * BOUNDS)];
    lg_operator op = LG_OP_GE + _i / BOUNDS % OPERATORS;
    int b = _i % BOUNDS;
    int range = op == LG_OP_BETWEEN || op == LG_OP_FROM_TO;
    world w;
    lg_criterion *row =
        one_leaf(&w, s->kind, op, s->bounds[b].low, range ? s->bounds[b].high : 0, s->bounds[b].denominator);
    set_facts(row, s->facts, facts_of(s->kind));
    world_end(&w);
    check_all_values(&w, row);
}
END_TEST

/* ------------------------------------------------------------------------ and at random */

#define RANDOM_ROWS 60   /* bounds for each kind and operator */
#define RANDOM_VALUES 40 /* enterprises for each bound */

static uint64_t random_state;

static uint64_t random_bits(uint32_t bits)
{
    uint64_t high;
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    high = random_state >> 32;
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return bits == 0 ? 0 : (high << 32 | random_state >> 32) >> (64 - bits);
}

/* Small numbers are as likely as large ones. */
static int64_t random_within(int64_t minimum, int64_t maximum)
{
    int64_t value = (int64_t)random_bits((uint32_t)(random_bits(16) % 57));
    value = random_bits(1) ? value : -value;
    return value < minimum ? minimum : value > maximum ? maximum : value;
}

static void random_bounds(lg_criterion *row)
{
    int whole = row->kind == LG_KIND_VALUE || row->kind == LG_KIND_TOTAL;
    int64_t limit = whole ? LG__WHOLE_MAX : 100000, other;
    row->bound_denominator = whole ? 1 : random_within(1, 10000);
    row->bound = random_within(row->kind == LG_KIND_COMPOUND_GROWTH ? -row->bound_denominator : -limit, limit);
    other = random_within(row->bound, limit);
    row->bound_high = row->op == LG_OP_BETWEEN || row->op == LG_OP_FROM_TO ? other : 0;
}

/* The lever on the bound, or one beside it, whatever the other facts are. */
static void random_values(const lg_criterion *row, int64_t *v)
{
    const lg_fact *lever = lg_fact_describe(row->facts[0]);
    for (uint32_t i = 1; i < row->fact_count; i++)
        v[i] = random_within(lg_fact_describe(row->facts[i])->minimum, lg_fact_describe(row->facts[i])->maximum);
    v[0] = first_at_or_above(row, v, lever) + (int64_t)(random_bits(16) % 3) - 1;
    v[0] = v[0] < lever->minimum ? lever->minimum : v[0] > lever->maximum ? lever->maximum : v[0];
}

/* One test per kind and operator. */
START_TEST(random_leaves_on_and_beside_their_bounds_are_exact)
{
    const struct shape *s = &SHAPES[_i / OPERATORS];
    random_state = (uint64_t)_i;
    for (int r = 0; r < RANDOM_ROWS; r++) {
        world w;
        lg_criterion *row = one_leaf(&w, s->kind, LG_OP_GE + _i % OPERATORS, 0, 0, 1);
        int64_t v[3] = {0, 0, 0};
        set_facts(row, s->facts, facts_of(s->kind));
        random_bounds(row);
        world_end(&w);
        for (int n = 0; n < RANDOM_VALUES; n++) {
            random_values(row, v);
            check_exact(&w, row, v);
        }
    }
}
END_TEST

/* ----------------------------------------------------------------------------- SME size */

/* Sector and employees (sector 16), the operator and the class that it names. */
static const struct sized {
    const char *facts;
    lg_operator op;
    int64_t bound, high;
    char expected;
    int64_t observed; /* 0: the class is open */
} SIZED[] = {
    {"size_sector=16 employees=299", LG_OP_LE, LG_SIZE_MEDIUM, 0, '1', LG_SIZE_MEDIUM},
    {"size_sector=16 employees=300", LG_OP_LE, LG_SIZE_MEDIUM, 0, '0', LG_SIZE_LARGE},
    {"size_sector=16 employees=9", LG_OP_LE, LG_SIZE_MEDIUM, 0, '1', LG_SIZE_MICRO},
    {"size_sector=16", LG_OP_LE, LG_SIZE_MEDIUM, 0, '.', 0},
    {"size_sector=2 revenue_y1_wan=30000", LG_OP_LE, LG_SIZE_MEDIUM, 0, '1', 0}, /* no headcount makes it large */
    {"size_sector=2 revenue_y1_wan=40000", LG_OP_LE, LG_SIZE_MEDIUM, 0, '.', 0},
    {"size_sector=2 employees=1000", LG_OP_GE, LG_SIZE_LARGE, 0, '.', 0},
    {"size_sector=2 employees=999", LG_OP_GE, LG_SIZE_LARGE, 0, '0', 0},
    {"size_sector=2 employees=19", LG_OP_EQ, LG_SIZE_MICRO, 0, '1', LG_SIZE_MICRO},
    {"size_sector=16 employees=50", LG_OP_LT, LG_SIZE_MEDIUM, 0, '1', LG_SIZE_SMALL},
    {"size_sector=16 employees=100", LG_OP_LT, LG_SIZE_MEDIUM, 0, '0', LG_SIZE_MEDIUM},
    {"size_sector=16 employees=100", LG_OP_GT, LG_SIZE_SMALL, 0, '1', LG_SIZE_MEDIUM},
    {"size_sector=16 employees=100", LG_OP_BETWEEN, LG_SIZE_SMALL, LG_SIZE_MEDIUM, '1', LG_SIZE_MEDIUM},
    {"size_sector=16 employees=300", LG_OP_BETWEEN, LG_SIZE_SMALL, LG_SIZE_MEDIUM, '0', LG_SIZE_LARGE},
    {"", LG_OP_LE, LG_SIZE_LARGE, 0, '1', 0},
    {"employees=0 revenue_y1_fen=0", LG_OP_LE, LG_SIZE_MEDIUM, 0, '1', LG_SIZE_MICRO}, /* in every sector */
};

START_TEST(the_size_class_is_settled_as_soon_as_all_that_remain_agree)
{
    const struct sized *s = &SIZED[_i];
    static const uint32_t FACTS[] = {LG_FACT_SIZE_SECTOR, LG_FACT_EMPLOYEES, LG_FACT_REVENUE_Y1,
                                     LG_FACT_TOTAL_ASSETS_Y1};
    world w;
    lg_profile profile;
    lg_finding f;
    lg_criterion *row = one_leaf(&w, LG_KIND_SME_SIZE, s->op, s->bound, s->high, 1);
    row->fact_count = 4;
    memcpy(row->facts, FACTS, sizeof FACTS);
    row->unit = LG_UNIT_CLASS;
    profile_of(&profile, s->facts);
    world_judge(&w, &profile, &f);
    ck_assert_msg(verdict_letter(f.verdict) == s->expected, "%s op %d: verdict %d", s->facts, (int)s->op,
                  (int)f.verdict);
    ck_assert_int_eq(f.reason, s->expected == '.' ? LG_REASON_MISSING : LG_REASON_NONE);
    ck_assert(fraction_is(&f.required, s->bound, 1));
    if (s->high > 0)
        ck_assert(fraction_is(&f.required_high, s->high, 1));
    if (s->observed > 0)
        ck_assert(fraction_is(&f.observed, s->observed, 1));
    else
        ck_assert(fraction_none(&f.observed) && fraction_none(&f.margin));
    ck_assert_uint_eq(f.lever, LG_FACT_NONE);
    ck_assert_int_eq(f.lever_change, 0);
}
END_TEST

/* ----------------------------------------------------------------------------- failures */

static void check_failure(const lg_ruleset *rules, uint32_t criterion, const lg_profile *profile, lg_status status)
{
    lg_finding f, expected;
    memset(&expected, 0, sizeof expected);
    expected.criterion = criterion;
    expected.lever = LG_FACT_NONE;
    POISON(f);
    ck_assert_int_eq(lg_evaluate_criterion(rules, criterion, profile, &f), status);
    ck_assert_mem_eq(&f, &expected, sizeof f);
}

START_TEST(a_failed_call_leaves_an_empty_finding)
{
    world w;
    lg_profile profile;
    world_begin(&w);
    world_add(&w, 0, LG_KIND_ALL);
    world_value(&w, 1, LG_FACT_EMPLOYEES, LG_OP_GE, 1);
    world_value(&w, 1, LG_FACT_RD_STAFF, LG_OP_GE, 1);
    profile_of(&profile, "employees=1 rd_staff=1");
    check_failure(world_end(&w), 3, &profile, LG_E_CRITERION);
    check_failure(&w.rules, LG_CRITERION_NONE, &profile, LG_E_CRITERION);
    profile.rd_staff = -1;
    check_failure(&w.rules, 0, &profile, LG_E_RANGE);
    check_failure(&w.rules, 2, &profile, LG_E_RANGE);
    profile.struct_size = 8;
    check_failure(&w.rules, 0, &profile, LG_E_SIZE);
    profile.struct_size = (uint32_t)sizeof profile;
    profile.rd_staff = 1;
    profile.known[3] = 1;
    check_failure(&w.rules, 0, &profile, LG_E_FACT);
}
END_TEST

/* Facts that no row below names are not looked at. */
START_TEST(one_criterion_reads_only_its_own_facts)
{
    world w;
    lg_profile profile;
    lg_finding f;
    lg_verdict verdict;
    world_begin(&w);
    world_add(&w, 0, LG_KIND_ALL);
    world_value(&w, 1, LG_FACT_EMPLOYEES, LG_OP_GE, 1);
    world_value(&w, 1, LG_FACT_RD_STAFF, LG_OP_GE, 1);
    profile_of(&profile, "employees=1 rd_staff=1");
    profile.rd_staff = -1;
    ck_assert_int_eq(lg_evaluate_criterion(world_end(&w), 1, &profile, &f), LG_OK);
    ck_assert_int_eq(f.verdict, LG_MET);
    POISON(verdict);
    ck_assert_int_eq(lg_evaluate(&w.rules, &profile, NULL, 0, NULL, &verdict), LG_E_RANGE);
    ck_assert_int_eq(verdict, LG_UNKNOWN);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("leaves");
    TCase *hand = tcase_create("by hand"), *ties = tcase_create("ties"), *extremes = tcase_create("extremes");
    TCase *failures = tcase_create("failures");
    tcase_set_timeout(extremes, 60);
    tcase_add_loop_test(hand, leaves_come_out_as_worked_by_hand, 0, ROWS(WORKED));
    tcase_add_loop_test(hand, the_size_class_is_settled_as_soon_as_all_that_remain_agree, 0, ROWS(SIZED));
    tcase_add_test(ties, all_301_ties_of_mean_growth_are_met_and_one_fen_less_is_not);
    tcase_add_test(ties, ties_of_compound_growth_are_met_and_one_fen_less_is_not);
    tcase_add_test(ties, mean_and_compound_growth_can_disagree);
    tcase_add_loop_test(extremes, every_kind_operator_and_extreme_is_exact, 0, ROWS(SHAPES) * OPERATORS * BOUNDS);
    tcase_add_loop_test(extremes, random_leaves_on_and_beside_their_bounds_are_exact, 0, ROWS(SHAPES) * OPERATORS);
    tcase_add_test(failures, a_failed_call_leaves_an_empty_finding);
    tcase_add_test(failures, one_criterion_reads_only_its_own_facts);
    suite_add_tcase(suite, hand);
    suite_add_tcase(suite, ties);
    suite_add_tcase(suite, extremes);
    suite_add_tcase(suite, failures);
    return suite_run(suite);
}
