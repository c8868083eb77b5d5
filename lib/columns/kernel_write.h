/* SPDX-License-Identifier: Apache-2.0 */
/* Writes what a criterion has come to in the rows of a block. */
#ifndef LG_COLUMNS_KERNEL_WRITE_H
#define LG_COLUMNS_KERNEL_WRITE_H

#include "vector.h"

/* Two sets of rows as bytes, the bits of `low` and twice those of `high`. */
static void write_bytes(const lg__block *block, const lg__bits *low, const lg__bits *high, uint8_t *out)
{
    for (uint32_t i = 0; i < block->rows; i++)
        out[i] = (uint8_t)((low->word[i / 64] >> i % 64 & 1) | (high->word[i / 64] >> i % 64 & 1) << 1);
}

static void write_bits(const lg__block *block, const lg__bits *bits, uint8_t *out)
{
    for (uint32_t i = 0; i * 8 < block->rows; i++)
        out[i] = (uint8_t)(bits->word[i / 8] >> (i % 8 * 8));
}

static void write_points(const lg__block *block, const lg_criterion *row, const lg__outcome *outcome, int low,
                         int32_t *out)
{
    const int32_t *points = low ? outcome->low : outcome->high;
    lg__bits earning = low ? outcome->met : lg__or(outcome->met, outcome->unknown);
    for (uint32_t i = 0; i < block->rows; i++) {
        int32_t earned = points ? points[i] : (int32_t)(lg__has_row(&earning, i) * row->points);
        out[i] = lg__has_row(&block->bad, i) ? 0 : earned;
    }
}

static void write_reasons(const lg__block *block, const lg__outcome *outcome, uint8_t *out)
{
    lg__bits unknown = lg__without(outcome->unknown, block->bad), low, high;
    LG__EACH_WORD(&low, unknown.word[w] & (outcome->open[0].word[w] | outcome->open[2].word[w]));
    LG__EACH_WORD(&high, unknown.word[w] & (outcome->open[1].word[w] | outcome->open[2].word[w]));
    write_bytes(block, &low, &high, out);
}

static void write_criterion(const lg__block *block, uint32_t i, const lg__outcome *outcome, const lg__bits *low,
                            const lg__bits *high)
{
    const lg_criterion_results *results = &block->table->results->criteria[i];
    const lg_criterion *row = &block->table->rules->rows[i].criterion;
    if (results->verdicts)
        write_bytes(block, low, high, results->verdicts + block->first);
    if (results->low_bits)
        write_bits(block, low, results->low_bits + block->first / 8);
    if (results->high_bits)
        write_bits(block, high, results->high_bits + block->first / 8);
    if (results->reasons)
        write_reasons(block, outcome, results->reasons + block->first);
    if (results->points_low)
        write_points(block, row, outcome, 1, results->points_low + block->first);
    if (results->points_high)
        write_points(block, row, outcome, 0, results->points_high + block->first);
}

/* The verdict's bits: met 01, not met 10, not applicable 11; unknown and rows in error 00. */
static void lg__block_write(lg__block *block, uint32_t i, const lg__outcome *outcome)
{
    const lg_results *results = block->table->results;
    lg__bits low, high;
    if (!results)
        return;
    LG__EACH_WORD(&low,
                  block->all.word[w] & ~(outcome->not_met.word[w] | outcome->unknown.word[w]) & ~block->bad.word[w]);
    LG__EACH_WORD(&high, block->all.word[w] & ~(outcome->met.word[w] | outcome->unknown.word[w]) & ~block->bad.word[w]);
    if (i == 0 && results->verdicts)
        write_bytes(block, &low, &high, results->verdicts + block->first);
    if (results->criteria && i < results->criterion_count)
        write_criterion(block, i, outcome, &low, &high);
}

#endif
