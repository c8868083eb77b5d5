/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a row of a rule set is written. A table reads like the standard: each row gives its depth, its
 * id, the article, the source grade, the test, and the title in three languages:
 *
 *     VALUE(2, "niche-years", "annex 3 专", CORROBORATED, SEGMENT_AGE, GE, YEARS(3),
 *           T("Years in the niche market", "从事特定细分市场时间", "Lama di segmen pasar")),
 *
 * Titles that several editions share stand in titles.h. TC(...) is T(...) with a caveat in three languages:
 * what the sources leave open on this row.
 * Bounds are written in the unit of the standard (WAN, PERCENT, YEARS, ...) and kept in canonical units.
 */
#ifndef LG_RULES_ROWS_H
#define LG_RULES_ROWS_H

#include "../internal.h"
#include "titles.h"

/* clang-format off */
#define T(EN, ZH, ID) .title = {{EN, ZH, ID}}, .caveat = {{"", "", ""}}
#define TC(EN, ZH, ID, CAVEAT_EN, CAVEAT_ZH, CAVEAT_ID) .title = {{EN, ZH, ID}}, .caveat = {{CAVEAT_EN, CAVEAT_ZH, CAVEAT_ID}}

#define ROW(DEPTH, ROW_ID, CITE, GRADE, KIND, OP) \
    .criterion.depth = DEPTH, .criterion.id = ROW_ID, .criterion.citation = CITE, \
    .criterion.grade = LG_GRADE_##GRADE, .criterion.kind = LG_KIND_##KIND, .criterion.op = LG_OP_##OP
#define NO_FACTS .criterion.facts = {LG_FACT_NONE, LG_FACT_NONE, LG_FACT_NONE, LG_FACT_NONE}
#define FACTS1(A) .criterion.fact_count = 1, .criterion.facts = {LG_FACT_##A, LG_FACT_NONE, LG_FACT_NONE, LG_FACT_NONE}
#define FACTS2(A, B) .criterion.fact_count = 2, .criterion.facts = {LG_FACT_##A, LG_FACT_##B, LG_FACT_NONE, LG_FACT_NONE}
#define FACTS3(A, B, C) .criterion.fact_count = 3, .criterion.facts = {LG_FACT_##A, LG_FACT_##B, LG_FACT_##C, LG_FACT_NONE}
#define BOUND(UNIT, LOW, HIGH, DENOMINATOR) .criterion.unit = LG_UNIT_##UNIT, .criterion.bound = LOW, \
    .criterion.bound_high = HIGH, .criterion.bound_denominator = DENOMINATOR
#define POINTS_OF(N) .criterion.points = (N) * 100

/* Bounds. 万元 of money, full years, whole things or ranks, percent of a ratio or rate, percent of a
 * fact that is itself a share, steps of a scale, points; and ranges. */
#define WAN(N) BOUND(WAN, INT64_C(N) * 1000000, 0, 1)
#define WAN_RANGE(LOW, HIGH) BOUND(WAN, INT64_C(LOW) * 1000000, INT64_C(HIGH) * 1000000, 1)
#define YI(N) BOUND(YI, INT64_C(N) * 10000000000, 0, 1)
#define YEARS(N) BOUND(YEARS, (N) * 12, 0, 1)
#define COUNT(N) BOUND(COUNT, N, 0, 1)
#define COUNT_RANGE(LOW, HIGH) BOUND(COUNT, LOW, HIGH, 1)
#define LEVEL(N) BOUND(LEVEL, N, 0, 1)
#define PERCENT(N) BOUND(PERCENT, N, 0, 100)
#define SHARE(N) BOUND(PERCENT, (N) * 100, 0, 1)
#define MARK(N) BOUND(POINTS, (N) * 100, 0, 1)

/* Combinations */
#define ALL(DEPTH, ID, CITE, GRADE, TEXT) {ROW(DEPTH, ID, CITE, GRADE, ALL, NONE), NO_FACTS, BOUND(NONE, 0, 0, 1), TEXT}
#define ANY(DEPTH, ID, CITE, GRADE, TEXT) {ROW(DEPTH, ID, CITE, GRADE, ANY, NONE), NO_FACTS, BOUND(NONE, 0, 0, 1), TEXT}
#define WHEN(DEPTH, ID, CITE, GRADE, TEXT) {ROW(DEPTH, ID, CITE, GRADE, WHEN, NONE), NO_FACTS, BOUND(NONE, 0, 0, 1), TEXT}
#define AT_LEAST(DEPTH, ID, CITE, GRADE, K, TEXT) {ROW(DEPTH, ID, CITE, GRADE, AT_LEAST, GE), NO_FACTS, COUNT(K), TEXT}

/* Points. BEST: most among the children, at least FLOOR. SUM: of the children, at most CAP. PASS: the
 * points of the row with index TOTAL reach the bound. EARNS after the bound of a leaf: its points. */
#define BEST(DEPTH, ID, CITE, GRADE, FLOOR, TEXT) {ROW(DEPTH, ID, CITE, GRADE, BEST, NONE), NO_FACTS, BOUND(POINTS, 0, 0, 1), .criterion.points_floor = (FLOOR) * 100, TEXT}
#define SUM(DEPTH, ID, CITE, GRADE, CAP, TEXT) {ROW(DEPTH, ID, CITE, GRADE, SUM, NONE), NO_FACTS, BOUND(POINTS, 0, 0, 1), POINTS_OF(CAP), TEXT}
#define PASS(DEPTH, ID, CITE, GRADE, TOTAL, POINTS, TEXT) {ROW(DEPTH, ID, CITE, GRADE, PASS_MARK, GE), NO_FACTS, MARK(POINTS), .criterion.total = TOTAL, TEXT}
#define POINTS_VALUE(DEPTH, ID, CITE, GRADE, A, CAP, TEXT) {ROW(DEPTH, ID, CITE, GRADE, POINTS_VALUE, NONE), FACTS1(A), BOUND(POINTS, 0, 0, 1), POINTS_OF(CAP), TEXT}

/* Leaves */
#define VALUE(DEPTH, ID, CITE, GRADE, A, OP, LIMIT, TEXT) {ROW(DEPTH, ID, CITE, GRADE, VALUE, OP), FACTS1(A), LIMIT, TEXT}
#define HOLDS(DEPTH, ID, CITE, GRADE, A, TEXT) {ROW(DEPTH, ID, CITE, GRADE, FLAG, EQ), FACTS1(A), BOUND(FLAG, 1, 0, 1), TEXT}
#define EARNING_FLAG(DEPTH, ID, CITE, GRADE, A, N, TEXT) {ROW(DEPTH, ID, CITE, GRADE, FLAG, EQ), FACTS1(A), EARNS(BOUND(FLAG, 1, 0, 1), N), TEXT}
#define ABSENT(DEPTH, ID, CITE, GRADE, A, TEXT) {ROW(DEPTH, ID, CITE, GRADE, FLAG, EQ), FACTS1(A), BOUND(FLAG, 0, 0, 1), TEXT}
#define RATIO(DEPTH, ID, CITE, GRADE, A, B, OP, LIMIT, TEXT) {ROW(DEPTH, ID, CITE, GRADE, RATIO, OP), FACTS2(A, B), LIMIT, TEXT}
#define TOTAL2(DEPTH, ID, CITE, GRADE, A, B, OP, LIMIT, TEXT) {ROW(DEPTH, ID, CITE, GRADE, TOTAL, OP), FACTS2(A, B), LIMIT, TEXT}
#define MEAN_GROWTH(DEPTH, ID, CITE, GRADE, BASE, OP, LIMIT, TEXT) {ROW(DEPTH, ID, CITE, GRADE, MEAN_GROWTH, OP), FACTS3(BASE##_Y1, BASE##_Y2, BASE##_Y3), LIMIT, TEXT}
#define COMPOUND_GROWTH(DEPTH, ID, CITE, GRADE, BASE, OP, LIMIT, TEXT) {ROW(DEPTH, ID, CITE, GRADE, COMPOUND_GROWTH, OP), FACTS2(BASE##_Y1, BASE##_Y3), LIMIT, TEXT}
#define SME(DEPTH, ID, CITE, GRADE, TEXT) {ROW(DEPTH, ID, CITE, GRADE, SME_SIZE, LE), .criterion.fact_count = 4, .criterion.facts = {LG_FACT_SIZE_SECTOR, LG_FACT_EMPLOYEES, LG_FACT_REVENUE_Y1, LG_FACT_TOTAL_ASSETS_Y1}, BOUND(CLASS, LG_SIZE_MEDIUM, 0, 1), TEXT}
#define EARNS(LIMIT, N) LIMIT, POINTS_OF(N)

#define ROWS(TABLE) .info.criterion_count = (uint32_t)(sizeof(TABLE) / sizeof((TABLE)[0])), .rows = TABLE
/* clang-format on */

#endif
