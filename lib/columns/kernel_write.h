/* SPDX-License-Identifier: Apache-2.0 */
/* Writes what a criterion has come to in the rows of a block. */
#ifndef LG_COLUMNS_KERNEL_WRITE_H
#define LG_COLUMNS_KERNEL_WRITE_H

#include "vector.h"

/* The bits of `low` and twice those of `high`, a byte each. */
static void write_bytes(const lg__block *block, const lg__bits *low, const lg__bits *high, uint8_t *out)
{
    uint8_t rest[64];
    uint32_t words = block->rows / 64, left = block->rows % 64;
    for (uint32_t w = 0; w < words; w++)
        lg__spread(low->word[w], high->word[w], out + 64 * w);
    if (left > 0) {
        lg__spread(low->word[words], high->word[words], rest);
        memcpy(out + 64 * words, rest, left);
    }
}

/* A word in the order of the bits: the lowest byte first. */
static void write_word(uint64_t word, uint32_t bytes, uint8_t *out)
{
    for (uint32_t i = 0; i < bytes; i++)
        out[i] = (uint8_t)(word >> 8 * i);
}

static void write_bits(const lg__block *block, const lg__bits *bits, uint8_t *out)
{
    uint32_t bytes = (block->rows + 7) / 8, w = 0;
    for (; bytes >= 8; bytes -= 8, w++)
        write_word(bits->word[w], 8, out + 8 * w);
    if (bytes > 0)
        write_word(bits->word[w], bytes, out + 8 * w);
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
    lg__bits unknown = lg__without(outcome->unknown, block->bad);
    lg__bits low = lg__and(unknown, lg__or(outcome->open[0], outcome->open[2]));
    lg__bits high = lg__and(unknown, lg__or(outcome->open[1], outcome->open[2]));
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
    lg__bits judged = lg__without(lg__without(block->all, block->bad), outcome->unknown);
    lg__bits low = lg__without(judged, outcome->not_met), high = lg__without(judged, outcome->met);
    if (!results)
        return;
    if (i == 0 && results->verdicts)
        write_bytes(block, &low, &high, results->verdicts + block->first);
    if (results->criteria && i < results->criterion_count)
        write_criterion(block, i, outcome, &low, &high);
}

#endif
