/* SPDX-License-Identifier: Apache-2.0 */
/* Leaves of a block. What each kind measures and when it is unknown is told in leaf.c, of which this is the other form.
 */
#ifndef LG_COLUMNS_KERNEL_LEAVES_H
#define LG_COLUMNS_KERNEL_LEAVES_H

#include "kernel_load.h"

enum { MISSING, JUDGEMENT, UNDEFINED }; /* places in open[] */

/* Rows in which every fact of the leaf is known. */
static lg__bits known_rows(lg__block *block, const lg_criterion *row)
{
    lg__bits known = block->all;
    for (uint32_t f = 0; f < row->fact_count; f++) {
        lg__block_need(block, row->facts[f]);
        known = lg__and(known, block->known[row->facts[f]]);
    }
    return known;
}

/* Rows in which a base is known to be zero or negative: that leaves the leaf undefined, whatever else is missing. */
static lg__bits bad_bases(lg__block *block, const lg_criterion *row)
{
    lg__bits bad = lg__no_rows();
    for (uint32_t f = 1; f < row->fact_count; f++) {
        const int64_t *base = lg__block_values(block, row->facts[f]);
        const char *run = lg__next_run(block);
        lg__bits negative;
        LG__WHERE(&negative, (LG__FETCH(run, i), LG__GE(lg__splat(0), lg__lanes_at(base, i))));
        bad = lg__or(bad, lg__and(negative, block->known[row->facts[f]]));
    }
    return bad;
}

/* Why the leaf is open in the rows where it is. */
static void find_reasons(const lg__block *block, const lg_criterion *row, const lg__bits *undefined,
                         lg__outcome *outcome)
{
    lg__bits unrecorded = lg__no_rows();
    for (uint32_t f = 0; f < row->fact_count; f++)
        if (lg__facts[row->facts[f]].kind != LG_FACT_KIND_ASSERTED)
            unrecorded = lg__or(unrecorded, lg__without(block->all, block->known[row->facts[f]]));
    outcome->open[MISSING] = lg__without(lg__and(outcome->unknown, unrecorded), *undefined);
    outcome->open[JUDGEMENT] = lg__without(lg__without(outcome->unknown, unrecorded), *undefined);
    outcome->open[UNDEFINED] = *undefined;
}

/* ------------------------------------------------------------------------ whole numbers */

static lg__bits within(lg__block *block, const int64_t *values, int64_t low, int64_t high)
{
    const lg__lanes from = lg__splat(low), to = lg__splat(high);
    const char *run = lg__next_run(block);
    lg__bits rows;
    if (high == LG__OPEN_ABOVE)
        LG__WHERE(&rows, (LG__FETCH(run, i), LG__GE(lg__lanes_at(values, i), from)));
    else if (low == LG__OPEN_BELOW)
        LG__WHERE(&rows, (LG__FETCH(run, i), LG__GE(to, lg__lanes_at(values, i))));
    else
        LG__WHERE(&rows,
                  (LG__FETCH(run, i), LG__GE(lg__lanes_at(values, i), from) & LG__GE(to, lg__lanes_at(values, i))));
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
    return within(block, total, plan->low, plan->high);
}

/* Decides a row of which the total is known to lie from low to high. */
static void settle_total(lg__span span, int64_t low, int64_t high, uint64_t i, lg__outcome *outcome)
{
    outcome->met.word[i / 64] |= (uint64_t)lg__all_meet(span, low, high) << i % 64;
    outcome->not_met.word[i / 64] |= (uint64_t)lg__none_meets(span, low, high) << i % 64;
}

/* Adds what a part of a total that is not known can be. Modulo 2^64, as rows in error hold any value. */
static void add_range(const lg_fact *fact, uint64_t *low, uint64_t *high)
{
    *low += (uint64_t)fact->minimum;
    *high += (uint64_t)fact->maximum;
}

/* Rows in which some parts of the total are known, and some lie anywhere in their ranges. */
static void settle_known_parts(const lg__block *block, const lg_criterion *row, const int64_t *const values[4],
                               const lg__bits *rows, lg__outcome *outcome)
{
    lg__span span = lg__span_of(row->op, row->bound, row->bound_high);
    LG__EACH_ROW(rows, i)
    {
        uint64_t low = 0, high = 0;
        for (uint32_t f = 0; f < row->fact_count; f++)
            if (lg__has_row(&block->known[row->facts[f]], (uint32_t)i)) {
                low += (uint64_t)values[f][i];
                high += (uint64_t)values[f][i];
            } else {
                add_range(&lg__facts[row->facts[f]], &low, &high);
            }
        settle_total(span, (int64_t)low, (int64_t)high, i, outcome);
    }
}

/* Rows in which nothing is known all come out alike. */
static void settle_ranges(const lg_criterion *row, const lg__bits *rows, lg__outcome *outcome)
{
    lg__span span = lg__span_of(row->op, row->bound, row->bound_high);
    uint64_t low = 0, high = 0;
    for (uint32_t f = 0; f < row->fact_count; f++)
        add_range(&lg__facts[row->facts[f]], &low, &high);
    if (lg__all_meet(span, (int64_t)low, (int64_t)high))
        outcome->met = lg__or(outcome->met, *rows);
    if (lg__none_meets(span, (int64_t)low, (int64_t)high))
        outcome->not_met = lg__or(outcome->not_met, *rows);
}

/* Rows that lack a part of the total, of which the rest may be enough. */
static void judge_open_totals(lg__block *block, const lg_criterion *row, lg__outcome *outcome)
{
    const int64_t *values[4];
    lg__bits some = lg__no_rows(), none;
    for (uint32_t f = 0; f < row->fact_count; f++) {
        values[f] = lg__block_values(block, row->facts[f]);
        some = lg__or(some, block->known[row->facts[f]]);
    }
    none = lg__without(outcome->unknown, some);
    some = lg__and(outcome->unknown, some);
    settle_known_parts(block, row, values, &some, outcome);
    settle_ranges(row, &none, outcome);
    outcome->unknown = lg__without(lg__without(outcome->unknown, outcome->met), outcome->not_met);
}

/* ---------------------------------------------------------------------- ratios and growth */

/* a * q - b * p between the ends of the operator's interval. */
static lg__bits scaled_holds(lg__block *block, const lg_criterion *row, const lg__plan *plan)
{
    const int64_t *a = lg__block_values(block, row->facts[0]), *b = lg__block_values(block, row->facts[1]);
    const lg__interval in = lg__interval_of(row->op);
    const char *run = lg__next_run(block);
    lg__bits holds = block->all, next;
    if (in.low_from != LG__OPEN_BELOW) {
        LG__WHERE(&next, (LG__FETCH(run, i),
                          LG__GE(lg__times(lg__lanes_at(a, i), plan->q),
                                 lg__plus(lg__times(lg__lanes_at(b, i), plan->low), lg__splat(in.low_from)))));
        holds = lg__and(holds, next);
    }
    if (in.low_to != LG__OPEN_ABOVE) {
        LG__WHERE(&next,
                  (LG__FETCH(run, i), LG__GE(lg__plus(lg__times(lg__lanes_at(b, i), plan->low), lg__splat(in.low_to)),
                                             lg__times(lg__lanes_at(a, i), plan->q))));
        holds = lg__and(holds, next);
    }
    if (in.high_to != LG__OPEN_ABOVE) {
        LG__WHERE(&next,
                  (LG__FETCH(run, i), LG__GE(lg__plus(lg__times(lg__lanes_at(b, i), plan->high), lg__splat(in.high_to)),
                                             lg__times(lg__lanes_at(a, i), plan->q))));
        holds = lg__and(holds, next);
    }
    return holds;
}

/* Row by row in 128 bits; only valid rows, since others could overflow. */
static uint64_t growth_word(const lg_criterion *row, const int64_t *const y[3], uint64_t valid, uint32_t first)
{
    uint64_t word = 0;
    for (; valid != 0; valid &= valid - 1) {
        uint32_t bit = lg__lowest(valid), i = first + bit;
        int low = lg__mean_growth_side(y[0][i], y[1][i], y[2][i], row->bound, row->bound_denominator), high = 0;
        if (lg__is_range(row->op))
            high = lg__mean_growth_side(y[0][i], y[1][i], y[2][i], row->bound_high, row->bound_denominator);
        word |= (uint64_t)lg__holds(row->op, low, high) << bit;
    }
    return word;
}

/* Most rows are settled by a first look in floating point, the others exactly. A range takes two comparisons, all
 * exact. */
static uint64_t growth_holds_in_word(const lg_criterion *row, const int64_t *const y[3], uint64_t valid, uint32_t first)
{
    double q = (double)row->bound_denominator, c = (double)(2 * (row->bound + row->bound_denominator));
    uint64_t sure = 0, above = 0, holds = 0;
    if (!lg__is_range(row->op))
        lg__sure_growth(y, first, q, c, &sure, &above);
    if (lg__holds(row->op, 1, 0))
        holds |= sure & above;
    if (lg__holds(row->op, -1, 0))
        holds |= sure & ~above;
    return (holds & valid) | growth_word(row, y, valid & ~sure, first);
}

static lg__bits growth_holds(lg__block *block, const lg_criterion *row, const lg__bits *valid)
{
    const int64_t *y[3];
    uint64_t words[LG__BLOCK_WORDS];
    for (uint32_t f = 0; f < 3; f++)
        y[f] = lg__block_values(block, row->facts[f]);
    for (uint32_t w = 0; w < LG__BLOCK_WORDS; w++)
        words[w] = growth_holds_in_word(row, y, valid->word[w], w * 64);
    return lg__set_of(words[0], words[1], words[2], words[3]);
}

static lg__fraction exact_ratio(const lg_criterion *row, int64_t a, int64_t b)
{
    return lg__ratio(row->kind == LG_KIND_COMPOUND_GROWTH ? a - b : a, b);
}

static lg__bits ratio_holds(lg__block *block, const lg_criterion *row, const lg__bits *valid)
{
    const int64_t *a = lg__block_values(block, row->facts[0]), *b = lg__block_values(block, row->facts[1]);
    lg__fraction low = lg__bound_low(row), high = lg__bound_high(row);
    lg__bits holds = lg__no_rows();
    if (row->kind == LG_KIND_COMPOUND_GROWTH) {
        low = lg__two_years(low);
        high = lg__two_years(high);
    }
    LG__EACH_ROW(valid, i)
    holds.word[i / 64] |= (uint64_t)lg__meets(row->op, exact_ratio(row, a[i], b[i]), low, high) << i % 64;
    return holds;
}

/* ------------------------------------------------------------------------------ SME size */

/* Sectors count from 1; a value that is not known must do no harm. */
static uint32_t sector_of(int64_t value) { return (uint32_t)((uint64_t)value - 1) % LG__SECTORS; }

/* Where an indicator is not known, those that are decide. */
static int reaches_as_known(const lg__block *block, const int64_t *const values[LG__INDICATORS],
                            const int64_t limit[LG__INDICATORS], uint64_t i)
{
    int reached = 1;
    for (uint32_t n = 0; n < LG__INDICATORS; n++)
        if (lg__has_row(&block->known[lg__indicators[n]], (uint32_t)i))
            reached &= values[n][i] >= limit[n];
    return reached;
}

/* Where each row's sector begins in a table of limits; sectors count from 1, and one that is not known must do no harm.
 */
static lg__lanes sector_place(const int64_t *sectors, uint32_t i)
{
    lg__lanes sector = lg__minus(lg__lanes_at(sectors, i), lg__splat(1)) & lg__splat(LG__SECTORS - 1);
    return (lg__lanes)((lg__ulanes)sector * (LG__INDICATORS + 1));
}

/* Rows in which all indicators that are known and used reach the lower limit of the class. */
static lg__bits reaching(lg__block *block, const lg__bits *rows, lg_size_class size_class)
{
    const int64_t *sectors = lg__block_values(block, LG_FACT_SIZE_SECTOR), *values[LG__INDICATORS];
    const int64_t(*limits)[LG__INDICATORS + 1] = block->table->size_limits[size_class], *table = limits[0];
    const char *run = lg__next_run(block);
    lg__bits reached, known = *rows, partly;
    for (uint32_t n = 0; n < LG__INDICATORS; n++) {
        values[n] = lg__block_values(block, lg__indicators[n]);
        known = lg__and(known, block->known[lg__indicators[n]]);
    }
    LG__WHERE(&reached, (LG__FETCH(run, i),
                         LG__GE(lg__lanes_at(values[0], i), lg__look_up(table, sector_place(sectors, i))) &
                             LG__GE(lg__lanes_at(values[1], i), lg__look_up(table + 1, sector_place(sectors, i))) &
                             LG__GE(lg__lanes_at(values[2], i), lg__look_up(table + 2, sector_place(sectors, i)))));
    reached = lg__and(reached, known);
    partly = lg__without(*rows, known);
    LG__EACH_ROW(&partly, i)
    reached.word[i / 64] |= (uint64_t)reaches_as_known(block, values, limits[sector_of(sectors[i])], i) << i % 64;
    return reached;
}

/* Rows whose sector uses an indicator that is not known. */
static lg__bits lacking(lg__block *block, const lg__bits *rows)
{
    const int64_t *sectors = lg__block_values(block, LG_FACT_SIZE_SECTOR);
    lg__bits lack = lg__no_rows();
    for (uint32_t n = 0; n < LG__INDICATORS; n++) {
        const int64_t(*limits)[LG__INDICATORS + 1] = block->table->size_limits[LG_SIZE_SMALL];
        lg__bits unknown = lg__without(*rows, block->known[lg__indicators[n]]);
        LG__EACH_ROW(&unknown, i)
        lack.word[i / 64] |= (uint64_t)(limits[sector_of(sectors[i])][n] != INT64_MIN) << i % 64;
    }
    return lack;
}

/* Of one row with an unknown sector: classes that are possible, as a set. */
static uint32_t classes_of(lg__block *block, uint64_t i)
{
    lg__size_facts facts = {{0, 0, 0}, {0, 0, 0}};
    for (uint32_t n = 0; n < LG__INDICATORS; n++) {
        facts.known[n] = lg__has_row(&block->known[lg__indicators[n]], (uint32_t)i);
        facts.values[n] = lg__block_values(block, lg__indicators[n])[i];
    }
    return lg__size_classes_anywhere(&facts);
}

/* Rows whose class may be in the set, `reach` being the rows that reach each class: in classes that go together from
 * the lowest on, up to below the one after the highest; what is lacking may lower a class to any below. */
static lg__bits possible_in(const lg__bits reach[LG_SIZE_LARGE + 2], const lg__bits *lack, uint32_t set)
{
    lg__bits possible = lg__no_rows();
    for (lg_size_class c = LG_SIZE_MICRO; c <= LG_SIZE_LARGE; c++) {
        if (!(set >> c & 1))
            continue;
        lg__bits from = reach[c];
        while (c < LG_SIZE_LARGE && set >> (c + 1) & 1)
            c++;
        possible = lg__or(possible, lg__and(from, lg__or(*lack, lg__without(from, reach[c + 1]))));
    }
    return possible;
}

/* The rows that reach each class, of those classes at which the set begins or ends. */
static void reach_classes(lg__block *block, const lg__bits *settled, uint32_t set, lg__bits reach[LG_SIZE_LARGE + 2])
{
    reach[LG_SIZE_MICRO] = *settled;
    reach[LG_SIZE_LARGE + 1] = lg__no_rows();
    for (lg_size_class c = LG_SIZE_SMALL; c <= LG_SIZE_LARGE; c++)
        if ((set >> c & 1) != (set >> (c - 1) & 1))
            reach[c] = reaching(block, settled, c);
}

static void judge_size(lg__block *block, const lg_criterion *row, lg__outcome *outcome)
{
    uint32_t meeting = lg__size_classes_meeting(row);
    known_rows(block, row);
    lg__bits settled = block->known[LG_FACT_SIZE_SECTOR], without_sector = lg__without(block->all, settled);
    lg__bits lack = lacking(block, &settled), reach[LG_SIZE_LARGE + 2];
    reach_classes(block, &settled, meeting, reach);
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
    if (block->table->want_reasons)
        outcome->open[MISSING] = outcome->unknown;
}

/* -------------------------------------------------------------------------------- points */

/* The fact is the points, up to the row's own. */
static void judge_points(lg__block *block, const lg_criterion *row, lg__outcome *outcome)
{
    lg__bits known = known_rows(block, row), none = lg__no_rows();
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
    outcome->unknown = lg__without(block->all, known);
    if (block->table->want_reasons)
        find_reasons(block, row, &none, outcome);
}

/* --------------------------------------------------------------------------------- leaf */

static lg__bits holds_in(lg__block *block, const lg_criterion *row, const lg__plan *plan, const lg__bits *valid)
{
    switch (plan->method) {
    case LG__METHOD_FLAG:
        return flag_holds(block, row, plan);
    case LG__METHOD_WHOLE:
        return within(block, lg__block_values(block, row->facts[0]), plan->low, plan->high);
    case LG__METHOD_TOTAL:
        return total_holds(block, row, plan);
    case LG__METHOD_SCALED:
        return scaled_holds(block, row, plan);
    case LG__METHOD_GROWTH:
        return growth_holds(block, row, valid);
    default:
        return ratio_holds(block, row, valid);
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
    lg__bits valid = known_rows(block, row), undefined = lg__no_rows(), holds = undefined;
    if (plan->method == LG__METHOD_SCALED || plan->method == LG__METHOD_RATIO || plan->method == LG__METHOD_GROWTH)
        undefined = bad_bases(block, row);
    valid = lg__without(valid, undefined);
    if (lg__any(valid))
        holds = holds_in(block, row, plan, &valid);
    outcome->met = lg__and(valid, holds);
    outcome->not_met = lg__without(valid, holds);
    outcome->unknown = lg__without(block->all, valid);
    if (plan->method == LG__METHOD_TOTAL && lg__any(outcome->unknown))
        judge_open_totals(block, row, outcome);
    if (block->table->want_reasons)
        find_reasons(block, row, &undefined, outcome);
}

#endif
