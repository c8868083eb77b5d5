/* SPDX-License-Identifier: Apache-2.0 */
/* Leaves of a block. What each kind measures and when it is unknown is told in leaf.c, of which this is the other form.
 */
#ifndef LG_COLUMNS_KERNEL_LEAVES_H
#define LG_COLUMNS_KERNEL_LEAVES_H

#include "kernel_load.h"

enum { MISSING, JUDGEMENT, UNDEFINED }; /* places in open[] */

static void settle(const lg__block *block, lg__bits valid, lg__bits holds, lg__outcome *outcome)
{
    outcome->met = lg__and(valid, holds);
    outcome->not_met = lg__without(valid, holds);
    outcome->unknown = lg__without(block->all, valid);
}

/* Rows in which every fact of the leaf is known; where not, why the leaf is open. */
static lg__bits known_rows(const lg__block *block, const lg_criterion *row, lg__outcome *outcome)
{
    lg__bits known = block->all, unrecorded = lg__no_rows();
    for (uint32_t f = 0; f < row->fact_count; f++) {
        uint32_t fact = row->facts[f];
        known = lg__and(known, block->known[fact]);
        if (lg__facts[fact].kind != LG_FACT_KIND_ASSERTED)
            unrecorded = lg__or(unrecorded, lg__without(block->all, block->known[fact]));
    }
    outcome->open[MISSING] = unrecorded;
    outcome->open[JUDGEMENT] = lg__without(lg__without(block->all, known), unrecorded);
    outcome->open[UNDEFINED] = lg__no_rows();
    return known;
}

/* A base that is known to be zero or negative leaves the leaf undefined, whatever else is missing. */
static lg__bits with_good_bases(lg__block *block, const lg_criterion *row, lg__bits valid, lg__outcome *outcome)
{
    for (uint32_t f = 1; f < row->fact_count; f++) {
        const int64_t *base = lg__block_values(block, row->facts[f]);
        lg__bits positive;
        LG__WHERE(&positive, LG__GT(lg__lanes_at(base, i), lg__splat(0)));
        outcome->open[UNDEFINED] = lg__or(outcome->open[UNDEFINED], lg__without(block->known[row->facts[f]], positive));
    }
    outcome->open[MISSING] = lg__without(outcome->open[MISSING], outcome->open[UNDEFINED]);
    outcome->open[JUDGEMENT] = lg__without(outcome->open[JUDGEMENT], outcome->open[UNDEFINED]);
    return lg__without(valid, outcome->open[UNDEFINED]);
}

/* ------------------------------------------------------------------------ whole numbers */

static lg__bits within(const int64_t *values, int64_t low, int64_t high)
{
    const lg__lanes from = lg__splat(low), to = lg__splat(high);
    lg__bits rows;
    if (high == INT64_MAX / 2)
        LG__WHERE(&rows, LG__GE(lg__lanes_at(values, i), from));
    else if (low == INT64_MIN / 2)
        LG__WHERE(&rows, LG__GE(to, lg__lanes_at(values, i)));
    else
        LG__WHERE(&rows, LG__GE(lg__lanes_at(values, i), from) & LG__GE(to, lg__lanes_at(values, i)));
    return rows;
}

static int contains(const lg__plan *plan, int64_t value) { return value >= plan->low && value <= plan->high; }

static lg__bits flag_holds(const lg__block *block, const lg_criterion *row, const lg__plan *plan)
{
    lg__bits ones = block->ones[row->facts[0]], holds = contains(plan, 1) ? ones : lg__no_rows();
    return contains(plan, 0) ? lg__or(holds, lg__without(block->known[row->facts[0]], ones)) : holds;
}

static lg__bits total_holds(lg__block *block, const lg_criterion *row, const lg__plan *plan)
{
    const int64_t *facts[4];
    int64_t total[LG__BLOCK_ROWS];
    for (uint32_t f = 0; f < row->fact_count; f++)
        facts[f] = lg__block_values(block, row->facts[f]);
    for (uint32_t i = 0; i < LG__BLOCK_ROWS; i += LG__LANES) {
        lg__lanes sum = lg__lanes_at(facts[0], i);
        for (uint32_t f = 1; f < row->fact_count; f++)
            sum = lg__plus(sum, lg__lanes_at(facts[f], i));
        memcpy(&total[i], &sum, sizeof sum);
    }
    return within(total, plan->low, plan->high);
}

/* ---------------------------------------------------------------------- ratios and growth */

/* a * q - b * p between the ends of the operator's interval. */
static lg__bits scaled_holds(lg__block *block, const lg_criterion *row, const lg__plan *plan)
{
    const int64_t *a = lg__block_values(block, row->facts[0]), *b = lg__block_values(block, row->facts[1]);
    const lg__interval in = plan->interval;
    lg__bits holds = block->all, next;
    if (in.low_from != LG__OPEN_BELOW) {
        LG__WHERE(&next, LG__GE(lg__times(lg__lanes_at(a, i), plan->q),
                                lg__plus(lg__times(lg__lanes_at(b, i), plan->low), lg__splat(in.low_from))));
        holds = lg__and(holds, next);
    }
    if (in.low_to != LG__OPEN_ABOVE) {
        LG__WHERE(&next, LG__GE(lg__plus(lg__times(lg__lanes_at(b, i), plan->low), lg__splat(in.low_to)),
                                lg__times(lg__lanes_at(a, i), plan->q)));
        holds = lg__and(holds, next);
    }
    if (in.high_to != LG__OPEN_ABOVE) {
        LG__WHERE(&next, LG__GE(lg__plus(lg__times(lg__lanes_at(b, i), plan->high), lg__splat(in.high_to)),
                                lg__times(lg__lanes_at(a, i), plan->q)));
        holds = lg__and(holds, next);
    }
    return holds;
}

static lg__fraction exact_value(const lg_criterion *row, const int64_t *const facts[3], uint64_t i)
{
    if (row->kind == LG_KIND_MEAN_GROWTH)
        return lg__mean_growth(facts[0][i], facts[1][i], facts[2][i]);
    if (row->kind == LG_KIND_COMPOUND_GROWTH)
        return lg__ratio(facts[0][i] - facts[1][i], facts[1][i]);
    return lg__ratio(facts[0][i], facts[1][i]);
}

/* Row by row in 128 bits; only valid rows, since others could overflow. */
static lg__bits exact_holds(lg__block *block, const lg_criterion *row, const lg__bits *valid)
{
    const int64_t *facts[3] = {NULL, NULL, NULL};
    lg__fraction low = lg__bound_low(row), high = lg__bound_high(row);
    lg__bits holds = lg__no_rows();
    for (uint32_t f = 0; f < row->fact_count; f++)
        facts[f] = lg__block_values(block, row->facts[f]);
    if (row->kind == LG_KIND_COMPOUND_GROWTH) {
        low = lg__two_years(low);
        high = lg__two_years(high);
    }
    LG__EACH_ROW(valid, i)
    holds.word[i / 64] |= (uint64_t)lg__meets(row->op, exact_value(row, facts, i), low, high) << i % 64;
    return holds;
}

/* ------------------------------------------------------------------------------ SME size */

static const uint32_t SIZE_FACTS[LG__INDICATORS] = {LG_FACT_EMPLOYEES, LG_FACT_REVENUE_Y1, LG_FACT_TOTAL_ASSETS_Y1};

/* Sectors count from 1; a value that is not known must do no harm. */
static uint32_t sector_of(int64_t value) { return (uint32_t)((uint64_t)value - 1) % LG__SECTORS; }

/* Rows in which all indicators that are known and used reach the lower limit of the class. */
static lg__bits reaching(lg__block *block, const lg__bits *rows, lg_size_class size_class)
{
    const int64_t *sectors = lg__block_values(block, LG_FACT_SIZE_SECTOR);
    lg__bits reached = *rows;
    for (uint32_t n = 0; n < LG__INDICATORS; n++) {
        const int64_t *values = lg__block_values(block, SIZE_FACTS[n]);
        const int64_t *limits = block->table->size_limits[size_class][n];
        lg__bits above;
        for (uint32_t w = 0; w < LG__BLOCK_WORDS; w++) {
            above.word[w] = 0;
            for (uint32_t i = 0; i < 64; i++)
                above.word[w] |= (uint64_t)(values[w * 64 + i] >= limits[sector_of(sectors[w * 64 + i])]) << i;
        }
        reached = lg__and(reached, lg__or(above, lg__without(block->all, block->known[SIZE_FACTS[n]])));
    }
    return reached;
}

/* Rows whose sector uses an indicator that is not known. */
static lg__bits lacking(lg__block *block, const lg__bits *rows)
{
    const int64_t *sectors = lg__block_values(block, LG_FACT_SIZE_SECTOR);
    lg__bits lack = lg__no_rows();
    for (uint32_t n = 0; n < LG__INDICATORS; n++) {
        const int64_t *limits = block->table->size_limits[LG_SIZE_SMALL][n];
        lg__bits unknown = lg__without(*rows, block->known[SIZE_FACTS[n]]);
        LG__EACH_ROW(&unknown, i)
        lack.word[i / 64] |= (uint64_t)(limits[sector_of(sectors[i])] != INT64_MIN) << i % 64;
    }
    return lack;
}

/* Of one row with an unknown sector: classes that are possible, as a set. */
static uint32_t classes_of(lg__block *block, uint64_t i)
{
    lg__size_facts facts = {{0, 0, 0}, {0, 0, 0}};
    for (uint32_t n = 0; n < LG__INDICATORS; n++) {
        facts.known[n] = lg__has_row(&block->known[SIZE_FACTS[n]], (uint32_t)i);
        facts.values[n] = lg__block_values(block, SIZE_FACTS[n])[i];
    }
    return lg__size_classes_anywhere(&facts);
}

/* Rows that may be in a class of the set; an indicator that is lacking may lower the class to any below. */
static lg__bits possible_in(const lg__bits reach[LG_SIZE_LARGE + 2], const lg__bits *lack, uint32_t set)
{
    lg__bits rows = lg__no_rows();
    for (lg_size_class c = LG_SIZE_MICRO; c <= LG_SIZE_LARGE; c++)
        if (set & 1u << c)
            rows = lg__or(rows, lg__and(reach[c], lg__or(*lack, lg__without(reach[c], reach[c + 1]))));
    return rows;
}

static void judge_size(lg__block *block, const lg_criterion *row, lg__outcome *outcome)
{
    uint32_t meeting = lg__size_classes_meeting(row);
    lg__bits settled = block->known[LG_FACT_SIZE_SECTOR], without_sector = lg__without(block->all, settled);
    lg__bits lack = lacking(block, &settled), reach[LG_SIZE_LARGE + 2];
    reach[LG_SIZE_MICRO] = settled;
    reach[LG_SIZE_LARGE + 1] = lg__no_rows();
    for (lg_size_class c = LG_SIZE_SMALL; c <= LG_SIZE_LARGE; c++)
        reach[c] = reaching(block, &settled, c);
    lg__bits may_meet = possible_in(reach, &lack, meeting), may_not = possible_in(reach, &lack, ~meeting);
    LG__EACH_ROW(&without_sector, i)
    {
        uint32_t classes = classes_of(block, i);
        may_meet.word[i / 64] |= (uint64_t)((classes & meeting) != 0) << i % 64;
        may_not.word[i / 64] |= (uint64_t)((classes & ~meeting) != 0) << i % 64;
    }
    outcome->met = lg__without(may_meet, may_not);
    outcome->not_met = lg__without(may_not, may_meet);
    outcome->unknown = lg__and(may_meet, may_not);
    outcome->open[MISSING] = outcome->unknown;
    outcome->open[JUDGEMENT] = outcome->open[UNDEFINED] = lg__no_rows();
}

/* -------------------------------------------------------------------------------- points */

/* The fact is the points, up to the row's own. */
static void judge_points(lg__block *block, const lg_criterion *row, lg__outcome *outcome)
{
    lg__bits known = known_rows(block, row, outcome);
    const int64_t *values = lg__block_values(block, row->facts[0]);
    int32_t *low = block->points_low[LG__POINTS_DEPTH_MAX], *high = block->points_high[LG__POINTS_DEPTH_MAX];
    int32_t most = (int32_t)row->points;
    for (uint32_t i = 0; i < LG__BLOCK_ROWS; i++) {
        int64_t value = values[i] < most ? values[i] : most;
        int is_known = lg__has_row(&known, i);
        low[i] = is_known ? (int32_t)value : 0;
        high[i] = is_known ? (int32_t)value : most;
    }
    outcome->low = low;
    outcome->high = high;
}

/* --------------------------------------------------------------------------------- leaf */

static lg__bits holds_in(lg__block *block, const lg_criterion *row, const lg__plan *plan, const lg__bits *valid)
{
    switch (plan->method) {
    case LG__METHOD_FLAG:
        return flag_holds(block, row, plan);
    case LG__METHOD_WHOLE:
        return within(lg__block_values(block, row->facts[0]), plan->low, plan->high);
    case LG__METHOD_TOTAL:
        return total_holds(block, row, plan);
    case LG__METHOD_SCALED:
        return scaled_holds(block, row, plan);
    default:
        return exact_holds(block, row, valid);
    }
}

static void lg__block_leaf(lg__block *block, uint32_t i, lg__outcome *outcome)
{
    const lg_criterion *row = &block->table->rules->rows[i].criterion;
    const lg__plan *plan = &block->table->plans[i];
    outcome->low = outcome->high = NULL;
    if (plan->method == LG__METHOD_SIZE) {
        judge_size(block, row, outcome);
        return;
    }
    if (plan->method == LG__METHOD_POINTS) {
        judge_points(block, row, outcome);
        return;
    }
    lg__bits valid = known_rows(block, row, outcome);
    if (plan->method == LG__METHOD_SCALED || plan->method == LG__METHOD_EXACT)
        valid = with_good_bases(block, row, valid, outcome);
    settle(block, valid, lg__any(valid) ? holds_in(block, row, plan, &valid) : valid, outcome);
}

#endif
