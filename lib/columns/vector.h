/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sets of rows, and comparing the 64-bit numbers of a block into such sets. With the vectors of GNU-like compilers four
 * numbers are compared at a time, else one; the code is the same.
 */
#ifndef LG_COLUMNS_VECTOR_H
#define LG_COLUMNS_VECTOR_H

#include <string.h>

#include "block.h"

/* ---------------------------------------------------------------------------------- bits */

/* LG__EACH_WORD(expression of w): a set, word by word. */
#define LG__EACH_WORD(RESULT, EXPRESSION)                                                                              \
    do {                                                                                                               \
        for (uint32_t w = 0; w < LG__BLOCK_WORDS; w++)                                                                 \
            (RESULT)->word[w] = (EXPRESSION);                                                                          \
    } while (0)

static inline lg__bits lg__and(lg__bits a, lg__bits b)
{
    LG__EACH_WORD(&a, a.word[w] & b.word[w]);
    return a;
}

static inline lg__bits lg__or(lg__bits a, lg__bits b)
{
    LG__EACH_WORD(&a, a.word[w] | b.word[w]);
    return a;
}

static inline lg__bits lg__without(lg__bits a, lg__bits b)
{
    LG__EACH_WORD(&a, a.word[w] & ~b.word[w]);
    return a;
}

static inline lg__bits lg__no_rows(void)
{
    lg__bits none;
    LG__EACH_WORD(&none, 0);
    return none;
}

static inline int lg__any(lg__bits a) { return (a.word[0] | a.word[1] | a.word[2] | a.word[3]) != 0; }
static inline int lg__same(lg__bits a, lg__bits b) { return memcmp(&a, &b, sizeof a) == 0; }
static inline int lg__has_row(const lg__bits *a, uint32_t row) { return (int)(a->word[row / 64] >> (row % 64) & 1); }

/* Index of the lowest bit that is set; x is not 0. */
static inline uint32_t lg__lowest(uint64_t x)
{
#ifdef __GNUC__
    return (uint32_t)__builtin_ctzll(x);
#else
    uint32_t i = 0;
    for (; !(x & 1); x >>= 1)
        i++;
    return i;
#endif
}

/* For each row of a set:  LG__EACH_ROW(&set, row) statement; */
#define LG__EACH_ROW(SET, ROW)                                                                                         \
    for (uint32_t ROW##_word = 0; ROW##_word < LG__BLOCK_WORDS; ROW##_word++)                                          \
        for (uint64_t ROW##_rest = (SET)->word[ROW##_word], ROW = 0;                                                   \
             ROW##_rest != 0 && (ROW = ROW##_word * 64 + lg__lowest(ROW##_rest), 1); ROW##_rest &= ROW##_rest - 1)

/* ------------------------------------------------------------------------------- numbers */

#if defined(__GNUC__) && (defined(__AVX2__) || defined(__aarch64__))
#define LG__LANES 4
typedef int64_t lg__lanes __attribute__((vector_size(8 * LG__LANES)));
typedef uint64_t lg__ulanes __attribute__((vector_size(8 * LG__LANES)));

static inline lg__lanes lg__splat(int64_t value) { return (lg__lanes){value, value, value, value}; }
#define LG__GE(A, B) ((A) >= (B)) /* all bits of a lane set where it holds */
#define LG__GT(A, B) ((A) > (B))

/* Bit i of lane k stands for row 4 * i + k: spreads the bits four apart, shifts and joins the lanes. */
static inline uint64_t lg__collect(lg__lanes bits)
{
    lg__ulanes x = (lg__ulanes)bits;
    x = (x | x << 24) & 0x000000FF000000FFu;
    x = (x | x << 12) & 0x000F000F000F000Fu;
    x = (x | x << 6) & 0x0303030303030303u;
    x = (x | x << 3) & 0x1111111111111111u;
    x <<= (lg__ulanes){0, 1, 2, 3};
    return (x[0] | x[1]) | (x[2] | x[3]);
}
#else
#define LG__LANES 1
typedef int64_t lg__lanes;
typedef uint64_t lg__ulanes;

static inline lg__lanes lg__splat(int64_t value) { return value; }
#define LG__GE(A, B) (-(int64_t)((A) >= (B)))
#define LG__GT(A, B) (-(int64_t)((A) > (B)))
static inline uint64_t lg__collect(lg__lanes bits) { return (uint64_t)bits; }
#endif

static inline lg__lanes lg__lanes_at(const int64_t *values, uint32_t i)
{
    lg__lanes lanes;
    memcpy(&lanes, values + i, sizeof lanes); /* columns need not be aligned */
    return lanes;
}

/* The product modulo 2^64: where it is of no use, it must do no harm. */
static inline lg__lanes lg__times(lg__lanes a, int64_t b)
{
    return (lg__lanes)((lg__ulanes)a * (lg__ulanes)lg__splat(b));
}
static inline lg__lanes lg__plus(lg__lanes a, lg__lanes b) { return (lg__lanes)((lg__ulanes)a + (lg__ulanes)b); }

/* The rows where an expression of i, the index of the lanes' first row, holds. */
#define LG__WHERE(RESULT, EXPRESSION)                                                                                  \
    do {                                                                                                               \
        for (uint32_t where_word = 0; where_word < LG__BLOCK_WORDS; where_word++) {                                    \
            lg__ulanes found = (lg__ulanes)lg__splat(0), bit = (lg__ulanes)lg__splat(1);                               \
            for (uint32_t i = where_word * 64; i < where_word * 64 + 64; i += LG__LANES) {                             \
                found |= (lg__ulanes)(EXPRESSION)&bit;                                                                 \
                bit += bit;                                                                                            \
            }                                                                                                          \
            (RESULT)->word[where_word] = lg__collect((lg__lanes)found);                                                \
        }                                                                                                              \
    } while (0)

#endif
