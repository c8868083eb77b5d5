/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a block: which facts are known in which rows, which rows are in error, and values as int64_t. */
#ifndef LG_COLUMNS_KERNEL_LOAD_H
#define LG_COLUMNS_KERNEL_LOAD_H

#include "vector.h"

/* What cannot be brought into canonical units: outside every fact's range. */
#define UNUSABLE INT64_MAX

/* ------------------------------------------------------------------------------ bitmaps */

/* The first so many bytes, the lowest first; compilers make one load of eight. */
static uint64_t bytes_at(const uint8_t *bytes, uint32_t count)
{
    uint64_t word = 0;
    for (uint32_t i = 0; i < count; i++)
        word |= (uint64_t)bytes[i] << (8 * i);
    return word;
}

/* 64 bits from bit `at` of a bitmap on, of which `count` may be read; the others are 0. */
static uint64_t bits_at(const uint8_t *bitmap, uint64_t at, uint32_t count)
{
    const uint8_t *bytes = bitmap + at / 8;
    uint32_t shift = (uint32_t)(at % 8), used = (shift + count + 7) / 8;
    uint64_t bits = used >= 8 ? bytes_at(bytes, 8) : bytes_at(bytes, used);
    bits >>= shift;
    if (used > 8)
        bits |= (uint64_t)bytes[8] << (64 - shift);
    return count < 64 ? bits & ((UINT64_C(1) << count) - 1) : bits;
}

static lg__bits rows_of(const uint8_t *bitmap, uint64_t at, uint32_t rows)
{
    uint64_t words[LG__BLOCK_WORDS];
    for (uint32_t w = 0; w < LG__BLOCK_WORDS; w++) {
        uint32_t count = rows <= w * 64 ? 0 : rows - w * 64 < 64 ? rows - w * 64 : 64;
        words[w] = count == 0 ? 0 : bits_at(bitmap, at + w * 64, count);
    }
    return lg__set_of(words[0], words[1], words[2], words[3]);
}

static lg__bits first_rows(uint32_t rows)
{
    lg__bits bits;
    for (uint32_t w = 0; w < LG__BLOCK_WORDS; w++)
        bits.word[w] = rows <= w * 64 ? 0 : rows - w * 64 >= 64 ? UINT64_MAX : (UINT64_C(1) << (rows - w * 64)) - 1;
    return bits;
}

/* ------------------------------------------------------------------------------- values */

static uint64_t element_of(const lg__block *block, const lg__source *source)
{
    return (uint64_t)source->offset + block->first;
}

#define WIDEN(TYPE)                                                                                                    \
    do {                                                                                                               \
        for (uint32_t i = 0; i < rows; i++) {                                                                          \
            TYPE cell;                                                                                                 \
            memcpy(&cell, bytes + i * sizeof cell, sizeof cell);                                                       \
            out[i] = (int64_t)cell;                                                                                    \
        }                                                                                                              \
    } while (0)

static void widen_int64(const uint8_t *bytes, uint64_t stride, uint32_t rows, int64_t *out)
{
    for (uint32_t i = 0; i < rows; i++)
        memcpy(&out[i], bytes + i * stride, sizeof out[i]);
}

static void widen_bits(const lg__source *source, uint64_t element, uint32_t rows, int64_t *out)
{
    lg__bits bits = rows_of(source->values, element, rows);
    for (uint32_t i = 0; i < rows; i++)
        out[i] = (int64_t)(bits.word[i / 64] >> (i % 64) & 1);
}

/* Numbers that lg__source_cell() takes one by one, as exactness asks. */
static void convert(const lg__block *block, const lg__source *source, uint32_t fact, int64_t *out)
{
    for (uint32_t i = 0; i < block->rows; i++)
        if (lg__source_cell(source, fact, block->first + i, &out[i]) != LG_OK)
            out[i] = UNUSABLE;
}

static void scale(int64_t factor, uint32_t rows, int64_t *out)
{
    const int64_t most = INT64_MAX / factor;
    for (uint32_t i = 0; i < rows; i++)
        out[i] = out[i] > most || out[i] < -most ? UNUSABLE : out[i] * factor;
}

/* The values of a column in canonical units. */
static void decode(const lg__block *block, uint32_t fact, int64_t *out)
{
    const lg__source *source = &block->table->sources[fact];
    uint64_t element = element_of(block, source);
    const uint8_t *bytes = source->values + element * source->stride;
    uint32_t rows = block->rows;
    switch (source->type) {
    case LG_TYPE_INT64:
        widen_int64(bytes, source->stride, rows, out);
        break;
    case LG_TYPE_INT32:
        WIDEN(int32_t);
        break;
    case LG_TYPE_INT16:
        WIDEN(int16_t);
        break;
    case LG_TYPE_INT8:
        WIDEN(int8_t);
        break;
    case LG_TYPE_UINT32:
        WIDEN(uint32_t);
        break;
    case LG_TYPE_UINT16:
        WIDEN(uint16_t);
        break;
    case LG_TYPE_UINT8:
        WIDEN(uint8_t);
        break;
    case LG_TYPE_BIT:
        widen_bits(source, element, rows, out);
        break;
    default: /* UINT64, FLOAT64, DECIMAL128 */
        convert(block, source, fact, out);
        return;
    }
    if (source->factor != 1)
        scale(source->factor, rows, out);
}

static int has_default(const lg__block *block, uint32_t fact)
{
    return block->table->sources[fact].has_default && !block->table->skip_defaults;
}

/* Where a default applies it stands in for the unknown values. */
static void fill(const lg__block *block, uint32_t fact, const lg__bits *present, int64_t *out)
{
    for (uint32_t i = 0; i < block->rows; i++)
        if (!lg__has_row(present, i))
            out[i] = block->table->sources[fact].default_value;
}

/* ---------------------------------------------------------------- what a column makes known */

static const lg_profile *profile_of(const lg__block *block, uint32_t row)
{
    return (const lg_profile *)(const void *)((const char *)block->table->profiles +
                                              (block->first + row) * block->table->stride);
}

static lg__bits present_in_profiles(const lg__block *block, uint32_t fact)
{
    lg__bits present = lg__no_rows();
    for (uint32_t row = 0; row < block->rows; row++)
        present.word[row / 64] |= (uint64_t)lg__set_has(profile_of(block, row)->known, fact) << row % 64;
    return present;
}

/* Rows in which the input itself knows the fact. */
static lg__bits present_rows(const lg__block *block, uint32_t fact)
{
    const lg__source *source = &block->table->sources[fact];
    if (source->values == NULL)
        return lg__no_rows();
    if (block->table->profiles)
        return present_in_profiles(block, fact);
    return source->validity == NULL ? block->all : rows_of(source->validity, element_of(block, source), block->rows);
}

static const uint8_t *first_value(const lg__block *block, const lg__source *source)
{
    return source->values + element_of(block, source) * source->stride;
}

/* Aligned int64_t columns of a whole block are read where they lie. */
static int lies_ready(const lg__block *block, const lg__source *source)
{
    return source->type == LG_TYPE_INT64 && source->stride == sizeof(int64_t) && source->factor == 1 &&
           block->rows == LG__BLOCK_ROWS && (uintptr_t)source->values % sizeof(int64_t) == 0;
}

/* Columns lie side by side and are read a block of each at a time, which no processor foresees; and many lines asked
 * for at once are not got any sooner. So every pass over a block asks for half a column of the next block, a line at
 * every 16 rows: LG__FETCH(run, i). Asking for what lies behind the last row is allowed, it is never read. */
static const char *lg__next_run(lg__block *block)
{
    const lg__table *table = block->table;
    uint32_t run = block->next_run++, column = run / 2;
    if (column >= table->fact_count || table->profiles)
        return (const char *)block;
    const lg__source *source = &table->sources[table->facts[column]];
    return (const char *)first_value(block, source) +
           (LG__BLOCK_ROWS + run % 2 * (LG__BLOCK_ROWS / 2)) * source->stride;
}

/* A block in which the flag is not 0 or 1 everywhere: unknown values may be anything, others are in error. */
static void sort_flags(lg__block *block, uint32_t fact, const int64_t *values)
{
    lg__bits zeros;
    LG__WHERE(&block->ones[fact], LG__EQ(lg__lanes_at(values, i), lg__splat(1)));
    LG__WHERE(&zeros, LG__EQ(lg__lanes_at(values, i), lg__splat(0)));
    block->bad = lg__or(block->bad, lg__without(lg__without(block->known[fact], block->ones[fact]), zeros));
}

static void load_flag(lg__block *block, uint32_t fact, const int64_t *values)
{
    const char *run = lg__next_run(block);
    lg__lanes seen = lg__splat(0);
    uint64_t words[LG__BLOCK_WORDS];
    for (uint32_t w = 0; w < LG__BLOCK_WORDS; w++) {
        words[w] = lg__pack_flags(values + 64 * w, &seen);
        LG__FETCH_WORD(run, w);
    }
    block->ones[fact] = lg__set_of(words[0], words[1], words[2], words[3]);
    if (lg__any_lane(seen & lg__splat(~INT64_C(1))))
        sort_flags(block, fact, values);
    block->ones[fact] = lg__and(block->ones[fact], block->known[fact]);
}

static void find_bad_numbers(lg__block *block, uint32_t fact, const int64_t *values)
{
    const lg__lanes minimum = lg__splat(lg__facts[fact].minimum), maximum = lg__splat(lg__facts[fact].maximum);
    lg__bits fine;
    LG__WHERE(&fine, LG__GE(lg__lanes_at(values, i), minimum) & LG__GE(maximum, lg__lanes_at(values, i)));
    block->bad = lg__or(block->bad, lg__without(block->known[fact], fine));
}

/* Whether a value lies outside: then a difference to one end of the range is negative. */
static int has_outside(const int64_t *values, int64_t minimum, int64_t maximum)
{
    lg__lanes seen = lg__splat(0);
    for (uint32_t i = 0; i < LG__BLOCK_ROWS; i += LG__LANES)
        seen |= lg__minus(lg__lanes_at(values, i), lg__splat(minimum)) |
                lg__minus(lg__splat(maximum), lg__lanes_at(values, i));
    return lg__any_lane(seen & lg__splat(INT64_MIN));
}

/* All distances from the lower end of the range, put together bit by bit: no distance is larger. */
static uint64_t bound_of_distances(const char *run, const int64_t *values, int64_t minimum)
{
    lg__lanes seen = lg__splat(0);
    for (uint32_t w = 0; w < LG__BLOCK_WORDS; w++, values += 64) {
        LG__FETCH_WORD(run, w);
        LG__UNROLL
        for (uint32_t i = 0; i < 64; i += LG__LANES)
            seen |= lg__minus(lg__lanes_at(values, i), lg__splat(minimum));
    }
    return lg__join_lanes(seen);
}

static void load_number(lg__block *block, uint32_t fact, const int64_t *values)
{
    int64_t minimum = lg__facts[fact].minimum, maximum = lg__facts[fact].maximum;
    if (bound_of_distances(lg__next_run(block), values, minimum) > (uint64_t)maximum - (uint64_t)minimum &&
        has_outside(values, minimum, maximum))
        find_bad_numbers(block, fact, values);
}

/* ------------------------------------------------------------------------------ profiles */

/* Turns one word of `known` of 64 profiles, in place, into the rows that know each of its 64 facts. */
static void transpose(uint64_t matrix[64])
{
    uint64_t mask = 0x00000000FFFFFFFFu;
    for (uint32_t width = 32; width > 0; width /= 2, mask ^= mask << width)
        for (uint32_t i = 0; i < 64; i = (i + width + 1) & ~width) {
            uint64_t swap = (matrix[i] >> width ^ matrix[i + width]) & mask;
            matrix[i] ^= swap << width;
            matrix[i + width] ^= swap;
        }
}

static void load_known_word(lg__block *block, uint32_t group, uint32_t word)
{
    uint64_t matrix[64];
    for (uint32_t i = 0; i < 64; i++) {
        uint32_t row = group * 64 + i;
        matrix[i] = row < block->rows && !lg__has_row(&block->bad, row) ? profile_of(block, row)->known[word] : 0;
    }
    transpose(matrix);
    for (uint32_t fact = word * 64; fact < word * 64 + 64 && fact < LG__FACT_COUNT; fact++)
        block->known[fact].word[group] = matrix[fact - word * 64];
}

static void load_profiles(lg__block *block)
{
    lg__view view;
    for (uint32_t row = 0; row < block->rows; row++)
        if (lg__view_open(profile_of(block, row), &view) != LG_OK ||
            profile_of(block, row)->struct_size > block->table->stride)
            block->bad.word[row / 64] |= UINT64_C(1) << row % 64;
    for (uint32_t group = 0; group < LG__BLOCK_WORDS; group++)
        for (uint32_t word = 0; word * 64 < LG__FACT_COUNT; word++)
            load_known_word(block, group, word);
}

/* -------------------------------------------------------------------------------- slots */

/* The slot that was asked for longest ago. */
static uint32_t oldest_slot(const lg__block *block)
{
    uint32_t oldest = 0;
    for (uint32_t slot = 1; slot < LG__SLOTS; slot++)
        if (block->slot_used[slot] < block->slot_used[oldest])
            oldest = slot;
    return oldest;
}

static int64_t *free_slot(lg__block *block, uint32_t fact)
{
    uint32_t slot = oldest_slot(block);
    if (block->slot_facts[slot] != LG_FACT_NONE)
        block->values[block->slot_facts[slot]] = NULL;
    block->slot_facts[slot] = fact;
    block->slot_used[slot] = ++block->slot_clock;
    return block->slots[slot];
}

/* Notes that a slot is in use, so that it is not the next to be given away. */
static const int64_t *used_again(lg__block *block, uint32_t fact)
{
    for (uint32_t slot = 0; slot < LG__SLOTS; slot++)
        if (block->slot_facts[slot] == fact)
            block->slot_used[slot] = ++block->slot_clock;
    return block->values[fact];
}

/* Flags are kept as bits; a leaf that reckons with one gets numbers. */
static void decode_flag(const lg__block *block, uint32_t fact, int64_t *out)
{
    for (uint32_t i = 0; i < LG__BLOCK_ROWS; i++)
        out[i] = lg__has_row(&block->ones[fact], i);
}

static void decode_number(const lg__block *block, uint32_t fact, int64_t *out)
{
    lg__bits present = present_rows(block, fact);
    memset(out, 0, sizeof block->slots[0]);
    if (lg__any(present))
        decode(block, fact, out);
    if (has_default(block, fact))
        fill(block, fact, &present, out);
}

/* The values of a fact as int64_t, LG__BLOCK_ROWS of them; where the fact is unknown they mean nothing. They stay until
 * LG__SLOTS - 1 other facts have been asked for. */
static const int64_t *lg__block_values(lg__block *block, uint32_t fact)
{
    if (block->values[fact] != NULL)
        return used_again(block, fact);
    int64_t *slot = free_slot(block, fact);
    block->values[fact] = slot;
    if (lg__facts[fact].unit == LG_UNIT_FLAG)
        decode_flag(block, fact, slot);
    else
        decode_number(block, fact, slot);
    return slot;
}

/* -------------------------------------------------------------------------------- facts */

static void load_flag_column(lg__block *block, uint32_t fact)
{
    const lg__source *source = &block->table->sources[fact];
    int64_t room[LG__BLOCK_ROWS];
    if (source->type == LG_TYPE_BIT) {
        lg__bits set = rows_of(source->values, element_of(block, source), block->rows);
        block->ones[fact] = lg__and(set, block->known[fact]);
    } else if (lies_ready(block, source)) {
        load_flag(block, fact, (const int64_t *)(const void *)first_value(block, source));
    } else {
        memset(room, 0, sizeof room);
        decode(block, fact, room);
        load_flag(block, fact, room);
    }
}

static void load_number_column(lg__block *block, uint32_t fact)
{
    const lg__source *source = &block->table->sources[fact];
    if (lies_ready(block, source))
        block->values[fact] = (const int64_t *)(const void *)first_value(block, source);
    load_number(block, fact, lg__block_values(block, fact));
}

/* The values in a slot of their own, defaults among them. */
static void fill_slot(lg__block *block, uint32_t fact)
{
    block->values[fact] = NULL;
    lg__block_values(block, fact);
}

/* A default stands in for what is unknown; rows in error claim nothing. */
static void take_default(lg__block *block, uint32_t fact)
{
    lg__bits judged = lg__without(block->all, block->bad), filled = lg__without(judged, block->known[fact]);
    if (!has_default(block, fact) || !lg__any(filled))
        return;
    if (block->table->sources[fact].default_value == 1)
        block->ones[fact] = lg__or(block->ones[fact], filled);
    block->known[fact] = lg__or(block->known[fact], filled);
    if (lg__facts[fact].unit != LG_UNIT_FLAG)
        fill_slot(block, fact);
}

/* Reads a fact of the block, unless it has been read: in which rows it is known, and in which its value is not one. */
static void lg__block_need(lg__block *block, uint32_t fact)
{
    if (block->has_read[fact])
        return;
    block->has_read[fact] = 1;
    block->values[fact] = NULL;
    block->ones[fact] = lg__no_rows();
    if (!block->table->profiles)
        block->known[fact] = present_rows(block, fact);
    if (lg__any(block->known[fact])) {
        if (lg__facts[fact].unit == LG_UNIT_FLAG)
            load_flag_column(block, fact);
        else
            load_number_column(block, fact);
        block->known[fact] = lg__without(block->known[fact], block->bad);
        block->ones[fact] = lg__without(block->ones[fact], block->bad);
    }
    take_default(block, fact);
}

/* Begins a block; `bad` are rows known to be in error. Facts that no criterion reads are looked at at once, the others
 * when a criterion needs them: so the columns' way from memory is spread over the work. */
static void lg__block_begin(lg__block *block, lg__bits bad)
{
    const lg__table *table = block->table;
    block->all = first_rows(block->rows);
    block->bad = bad;
    block->next_run = 0;
    memset(block->has_read, 0, sizeof block->has_read);
    memset(block->slot_facts, 0xFF, sizeof block->slot_facts);
    if (table->profiles)
        load_profiles(block);
    for (uint32_t i = 0; i < table->spare_count; i++)
        lg__block_need(block, table->spare_facts[i]);
}

#endif
