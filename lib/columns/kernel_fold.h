/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Combinations of a block: the backward walk of evaluate.c with a set of rows in the place of each number. The logic is
 * that of docs/logic.md; tests hold both forms against each other on random rule sets.
 */
#ifndef LG_COLUMNS_KERNEL_FOLD_H
#define LG_COLUMNS_KERNEL_FOLD_H

#include "kernel_leaves.h"
#include "kernel_load.h"
#include "kernel_write.h"

enum { DIGITS = 8 }; /* of a count of children, below LG__ROWS_MAX */

/* ------------------------------------------------------------------- counting the children */

static void add_to_count(lg__bits digits[DIGITS], const lg__bits *rows)
{
    lg__bits carry = *rows;
    for (int d = 0; lg__any(carry); d++) {
        LG__ASSERT(d < DIGITS);
        lg__bits next = lg__and(digits[d], carry);
        digits[d] = lg__differ(digits[d], carry);
        carry = next;
    }
}

/* Rows whose count is at least k, from the highest digit down. */
static lg__bits count_reaches(const lg__bits digits[DIGITS], int64_t k, const lg__bits *all)
{
    lg__bits above = lg__no_rows(), level = *all;
    for (int d = DIGITS; d-- > 0;) {
        if (k >> d & 1) {
            level = lg__and(level, digits[d]);
        } else {
            above = lg__or(above, lg__and(level, digits[d]));
            level = lg__without(level, digits[d]);
        }
    }
    return lg__or(above, level);
}

/* What a row earns: of a condition its points where it is met, possibly where it is unknown. */
typedef struct earned {
    const int32_t *low, *high;
    int32_t room_low[LG__BLOCK_ROWS], room_high[LG__BLOCK_ROWS];
} earned;

static void find_earned(const lg__outcome *outcome, int32_t points, earned *e)
{
    lg__bits possible = lg__or(outcome->met, outcome->unknown);
    e->low = outcome->low ? outcome->low : e->room_low;
    e->high = outcome->high ? outcome->high : e->room_high;
    for (uint32_t w = 0; w < LG__BLOCK_WORDS && !outcome->low; w++) {
        lg__spread_points(outcome->met.word[w], points, e->room_low + 64 * w);
        lg__spread_points(possible.word[w], points, e->room_high + 64 * w);
    }
}

static int32_t more(int32_t a, int32_t b) { return a > b ? a : b; }

static void add_points(lg__block *block, uint32_t slot, const lg__outcome *outcome, int32_t points)
{
    int32_t *low = block->points_low[slot], *high = block->points_high[slot];
    earned e;
    find_earned(outcome, points, &e);
    for (uint32_t i = 0; i < LG__BLOCK_ROWS; i++) {
        low[i] += e.low[i];
        high[i] += e.high[i];
    }
}

static void keep_best(lg__block *block, uint32_t slot, const lg__outcome *outcome, int32_t points)
{
    int32_t *low = block->points_low[slot], *high = block->points_high[slot];
    earned e;
    find_earned(outcome, points, &e);
    for (uint32_t i = 0; i < LG__BLOCK_ROWS; i++) {
        low[i] = more(low[i], e.low[i]);
        high[i] = more(high[i], e.high[i]);
    }
    for (uint32_t reason = 0; block->table->want_reasons && reason < 3; reason++)
        LG__EACH_ROW(&outcome->open[reason], i)
        {
            int32_t *open = &block->open_high[slot][reason][i];
            *open = more(*open, e.high[i]);
        }
}

static void count_open(lg__tally *tally, const lg__outcome *outcome)
{
    for (int reason = 0; reason < 3; reason++)
        tally->open[reason] = lg__or(tally->open[reason], outcome->open[reason]);
}

static void count_guard(lg__tally *tally, const lg__outcome *outcome)
{
    tally->guard_met = outcome->met;
    tally->guard_unknown = outcome->unknown;
    memcpy(tally->guard_open, outcome->open, sizeof tally->guard_open);
}

static void count_logic(lg__tally *tally, const lg__outcome *outcome)
{
    tally->met = lg__or(tally->met, outcome->met);
    tally->not_met = lg__or(tally->not_met, outcome->not_met);
    tally->unknown = lg__or(tally->unknown, outcome->unknown);
}

static void count_number(lg__tally *tally, const lg__outcome *outcome)
{
    lg__bits possible = lg__or(outcome->met, outcome->unknown);
    add_to_count(tally->met_count, &outcome->met);
    add_to_count(tally->possible_count, &possible);
}

static void count_child(lg__block *block, uint32_t i, const lg__outcome *outcome)
{
    const lg_criterion *row = &block->table->rules->rows[i].criterion;
    const lg__plan *plan = &block->table->plans[i];
    lg__tally *tally = &block->tallies[row->depth];
    switch (plan->role) {
    case LG__ROLE_GUARD:
        count_guard(tally, outcome);
        break;
    case LG__ROLE_LOGIC:
        count_logic(tally, outcome);
        break;
    case LG__ROLE_COUNT:
        count_number(tally, outcome);
        break;
    case LG__ROLE_BEST:
        keep_best(block, plan->parent_points_slot, outcome, (int32_t)row->points);
        break;
    case LG__ROLE_SUM:
        add_points(block, plan->parent_points_slot, outcome, (int32_t)row->points);
        break;
    default:
        break;
    }
    if (block->table->want_reasons && plan->role != LG__ROLE_GUARD)
        count_open(tally, outcome);
}

/* ---------------------------------------------------------------------- what a row comes to */

static void take_open(const lg__tally *tally, lg__outcome *outcome)
{
    memcpy(outcome->open, tally->open, sizeof outcome->open);
}

static void combine_all(const lg__tally *tally, lg__outcome *outcome)
{
    outcome->not_met = tally->not_met;
    outcome->unknown = lg__without(tally->unknown, tally->not_met);
    outcome->met = lg__without(lg__without(tally->met, tally->not_met), tally->unknown);
    take_open(tally, outcome);
}

static void combine_any(const lg__tally *tally, lg__outcome *outcome)
{
    outcome->met = tally->met;
    outcome->unknown = lg__without(tally->unknown, tally->met);
    outcome->not_met = lg__without(lg__without(tally->not_met, tally->met), tally->unknown);
    take_open(tally, outcome);
}

static void combine_at_least(const lg__block *block, const lg_criterion *row, const lg__tally *tally,
                             lg__outcome *outcome)
{
    lg__bits possible = count_reaches(tally->possible_count, row->bound, &block->all);
    outcome->met = count_reaches(tally->met_count, row->bound, &block->all);
    outcome->not_met = lg__without(block->all, possible);
    outcome->unknown = lg__without(possible, outcome->met);
    take_open(tally, outcome);
}

static void combine_when(const lg__tally *tally, lg__outcome *outcome)
{
    combine_all(tally, outcome);
    outcome->met = lg__and(outcome->met, tally->guard_met);
    outcome->not_met = lg__and(outcome->not_met, tally->guard_met);
    outcome->unknown = lg__or(lg__and(outcome->unknown, tally->guard_met), tally->guard_unknown);
    for (int reason = 0; reason < 3; reason++) /* while the guard is unknown it alone is the reason */
        outcome->open[reason] =
            lg__or(lg__without(tally->open[reason], tally->guard_unknown), tally->guard_open[reason]);
}

static void combine_mark(const lg__block *block, uint32_t i, lg__outcome *outcome)
{
    *outcome = block->marks[block->table->plans[i].mark];
}

static int32_t clamp(int32_t value, int32_t low, int32_t high)
{
    return value < low ? low : value > high ? high : value;
}

/* Points stay between the row's floor and its cap. A BEST without a cap takes what its children give. */
static void limit_points(lg__block *block, uint32_t slot, const lg_criterion *row, lg__outcome *outcome)
{
    int32_t floor = (int32_t)row->points_floor, cap = (int32_t)row->points;
    int32_t *low = block->points_low[slot], *high = block->points_high[slot];
    if (row->kind == LG_KIND_BEST && row->points == 0)
        cap = INT32_MAX;
    for (uint32_t i = 0; i < LG__BLOCK_ROWS; i++) {
        low[i] = clamp(low[i], floor, cap);
        high[i] = clamp(high[i], floor, cap);
    }
    outcome->low = low;
    outcome->high = high;
}

/* Of a BEST, only children that can still beat what is certain leave anything open. */
static void open_best(lg__block *block, uint32_t slot, lg__outcome *outcome)
{
    for (int reason = 0; reason < 3; reason++)
        outcome->open[reason] = lg__rows_above_other(block->open_high[slot][reason], block->points_low[slot]);
}

static void combine_points(lg__block *block, uint32_t i, const lg__tally *tally, lg__outcome *outcome)
{
    const lg_criterion *row = &block->table->rules->rows[i].criterion;
    uint32_t slot = block->table->plans[i].points_slot;
    if (row->kind == LG_KIND_SUM)
        take_open(tally, outcome);
    else if (block->table->want_reasons)
        open_best(block, slot, outcome);
    limit_points(block, slot, row, outcome);
}

static void combine(lg__block *block, uint32_t i, lg__outcome *outcome)
{
    const lg_criterion *row = &block->table->rules->rows[i].criterion;
    const lg__tally *tally = &block->tallies[row->depth + 1];
    outcome->low = outcome->high = NULL;
    switch (row->kind) {
    case LG_KIND_ALL:
        combine_all(tally, outcome);
        break;
    case LG_KIND_ANY:
        combine_any(tally, outcome);
        break;
    case LG_KIND_AT_LEAST:
        combine_at_least(block, row, tally, outcome);
        break;
    case LG_KIND_WHEN:
        combine_when(tally, outcome);
        break;
    case LG_KIND_PASS_MARK:
        combine_mark(block, i, outcome);
        break;
    default: /* BEST, SUM */
        combine_points(block, i, tally, outcome);
        break;
    }
}

/* ------------------------------------------------------------------------------- settling */

/* The smallest reason counts, and only in these rows. */
static void keep_open(const lg__bits *rows, lg__outcome *outcome)
{
    lg__bits left = *rows;
    for (int reason = 0; reason < 3; reason++) {
        outcome->open[reason] = lg__and(outcome->open[reason], left);
        left = lg__without(left, outcome->open[reason]);
    }
}

/* A points row has earned something for certain, cannot earn anything, or may yet. */
static void settle_points(const lg__block *block, lg__outcome *outcome)
{
    lg__bits certain = lg__rows_above(outcome->low, 0), possible = lg__rows_above(outcome->high, 0), differ;
    outcome->met = lg__and(certain, block->all);
    outcome->not_met = lg__without(lg__without(block->all, possible), certain);
    outcome->unknown = lg__without(lg__and(possible, block->all), certain);
    if (!block->table->want_reasons)
        return;
    differ =
        lg__or(lg__rows_above_other(outcome->low, outcome->high), lg__rows_above_other(outcome->high, outcome->low));
    keep_open(&differ, outcome);
}

/* What a pass mark with this bound makes of points: kept until its own turn comes. */
static void judge_mark(const lg__block *block, int64_t bound, const lg__outcome *points, lg__outcome *mark)
{
    lg__bits possible = lg__rows_above(points->high, (int32_t)bound - 1);
    *mark = *points;
    mark->low = mark->high = NULL;
    mark->met = lg__and(lg__rows_above(points->low, (int32_t)bound - 1), block->all);
    mark->not_met = lg__without(lg__without(block->all, possible), mark->met);
    mark->unknown = lg__without(lg__without(block->all, mark->met), mark->not_met);
}

/* The pass marks that look at the points of this row. */
static void judge_marks(lg__block *block, uint32_t total, const lg__outcome *points)
{
    for (uint32_t i = 0; i < total; i++) {
        const lg_criterion *row = &block->table->rules->rows[i].criterion;
        if (row->kind == LG_KIND_PASS_MARK && row->total == total)
            judge_mark(block, row->bound, points, &block->marks[block->table->plans[i].mark]);
    }
}

static void clear_points(lg__block *block, uint32_t slot)
{
    memset(block->points_low[slot], 0, sizeof block->points_low[0]);
    memset(block->points_high[slot], 0, sizeof block->points_high[0]);
    if (block->table->want_reasons)
        memset(block->open_high[slot], 0, sizeof block->open_high[0]);
}

/* Only what the children of such a row are counted in. */
static void clear_children(lg__block *block, uint32_t i)
{
    const lg_criterion *row = &block->table->rules->rows[i].criterion;
    lg__tally *tally = &block->tallies[row->depth + 1];
    tally->met = tally->not_met = tally->unknown = lg__no_rows();
    if (block->table->want_reasons)
        memset(tally->open, 0, sizeof tally->open);
    if (row->kind == LG_KIND_AT_LEAST) {
        memset(tally->met_count, 0, sizeof tally->met_count);
        memset(tally->possible_count, 0, sizeof tally->possible_count);
    }
    if (lg__kind_gives_points(row->kind))
        clear_points(block, block->table->plans[i].points_slot);
}

static void judge_row(lg__block *block, uint32_t i, lg__outcome *outcome)
{
    const lg_criterion *row = &block->table->rules->rows[i].criterion;
    if (block->table->want_reasons)
        memset(outcome->open, 0, sizeof outcome->open);
    if (lg__kind_is_leaf(row->kind))
        lg__block_leaf(block, i, outcome);
    else
        combine(block, i, outcome);
    if (outcome->low) {
        settle_points(block, outcome);
        if (block->table->plans[i].is_total)
            judge_marks(block, i, outcome);
    } else {
        if (block->table->want_reasons)
            keep_open(&outcome->unknown, outcome);
    }
}

/* The rows of the rule set backwards: children before parents. Every count is cleared once its parent has taken it,
 * so the next block finds them all zero. */
static void fold(lg__block *block)
{
    lg__outcome outcome;
    memset(outcome.open, 0, sizeof outcome.open); /* where reasons are not wanted they stay empty */
    for (uint32_t i = block->table->rules->info.criterion_count; i-- > 0;) {
        judge_row(block, i, &outcome);
        lg__block_write(block, i, &outcome);
        count_child(block, i, &outcome);
        if (!lg__kind_is_leaf(block->table->rules->rows[i].criterion.kind))
            clear_children(block, i);
    }
    block->unsettled = lg__without(outcome.unknown, block->bad);
}

/* Rows that turn out to be in error while criteria are worked out have been written as if they were not: then the block
 * is worked out again, from the start without them. */
void LG__KERNEL(const lg__table *table, uint64_t first, uint32_t rows, lg__block *block)
{
    block->table = table;
    block->first = first;
    block->rows = rows;
    lg__block_begin(block, lg__no_rows());
    lg__bits bad = block->bad;
    fold(block);
    if (lg__same(block->bad, bad))
        return;
    lg__block_begin(block, block->bad);
    fold(block);
}

#endif
