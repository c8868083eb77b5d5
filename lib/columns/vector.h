/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sets of rows, and comparing the 64-bit numbers of a block into such sets: several numbers at a time where there are
 * vectors, else one. The kernel is written once for both, in these few words.
 */
#ifndef LG_COLUMNS_VECTOR_H
#define LG_COLUMNS_VECTOR_H

#include <string.h>

#include "block.h"

/* ---------------------------------------------------------------------------------- bits */

static inline lg__bits lg__set_of(uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
    lg__bits set = {{a, b, c, d}};
    return set;
}

static inline lg__bits lg__no_rows(void) { return lg__set_of(0, 0, 0, 0); }

#ifdef __AVX2__
#define LG__JOIN_WORDS(A, OP, B) (A).word = (A).word OP(B).word
#else
#define LG__JOIN_WORDS(A, OP, B)                                                                                       \
    for (uint32_t w = 0; w < LG__BLOCK_WORDS; w++)                                                                     \
    (A).word[w] = (A).word[w] OP(B).word[w]
#endif

static inline lg__bits lg__and(lg__bits a, lg__bits b)
{
    LG__JOIN_WORDS(a, &, b);
    return a;
}

static inline lg__bits lg__or(lg__bits a, lg__bits b)
{
    LG__JOIN_WORDS(a, |, b);
    return a;
}

static inline lg__bits lg__differ(lg__bits a, lg__bits b)
{
    LG__JOIN_WORDS(a, ^, b);
    return a;
}

static inline lg__bits lg__without(lg__bits a, lg__bits b)
{
    LG__JOIN_WORDS(a, &~, b);
    return a;
}

static inline int lg__any(lg__bits a) { return (a.word[0] | a.word[1] | a.word[2] | a.word[3]) != 0; }
static inline int lg__same(lg__bits a, lg__bits b)
{
    /* NOLINTNEXTLINE(bugprone-suspicious-memory-comparison,cert-exp42-c,cert-flp37-c): 256 bits and no others */
    return memcmp(&a, &b, sizeof a) == 0;
}
static inline int lg__has_row(const lg__bits *a, uint32_t row) { return (int)(a->word[row / 64] >> (row % 64) & 1); }

/* For each row of a set:  LG__EACH_ROW(&set, row) statement; without break and continue. */
#define LG__EACH_ROW(SET, ROW)                                                                                         \
    for (uint32_t ROW##_word = 0; ROW##_word < LG__BLOCK_WORDS; ROW##_word++)                                          \
        for (uint64_t ROW##_rest = (SET)->word[ROW##_word]; ROW##_rest != 0; ROW##_rest &= ROW##_rest - 1)             \
            for (uint64_t ROW##_once = 1, ROW = ROW##_word * 64 + lg__lowest(ROW##_rest); ROW##_once; ROW##_once = 0)

#ifdef __GNUC__
#define LG__FETCH(RUN, I) ((I) % 16 == 0 ? __builtin_prefetch((RUN) + (I)*4) : (void)0)
#define LG__FETCH_WORD(RUN, W)                                                                                         \
    do {                                                                                                               \
        for (uint32_t fetch_line = 0; fetch_line < 4; fetch_line++)                                                    \
            __builtin_prefetch((RUN) + 256 * (W) + 64 * fetch_line);                                                   \
    } while (0)
#else
#define LG__FETCH(RUN, I) (void)(RUN)
#define LG__FETCH_WORD(RUN, W) (void)(RUN)
#endif

/* ------------------------------------------------------------------------------- numbers */

#ifdef __AVX2__
#include "vector_avx2.h"
#else
/* One number at a time. */
#define LG__LANES 1
#define LG__UNROLL
typedef int64_t lg__lanes;
typedef uint64_t lg__ulanes;

static inline lg__lanes lg__splat(int64_t value) { return value; }
static inline int lg__any_lane(lg__lanes a) { return a != 0; }
static inline uint64_t lg__join_lanes(lg__lanes a) { return (uint64_t)a; }
#define LG__GE(A, B) (-(int64_t)((A) >= (B))) /* all bits set where it holds */
#define LG__EQ(A, B) (-(int64_t)((A) == (B)))

/* Modulo 2^64; b below 2^32. */
static inline lg__lanes lg__times(lg__lanes a, int64_t b) { return (lg__lanes)((lg__ulanes)a * (lg__ulanes)b); }

static inline lg__lanes lg__look_up(const int64_t *table, lg__lanes index) { return table[index]; }

/* 64 numbers of which each is 0 or 1, as bits; otherwise meaningless. *seen gathers all of their bits. */
static inline uint64_t lg__pack_flags(const int64_t *values, lg__lanes *seen)
{
    uint64_t bits = 0;
    for (uint32_t i = 0; i < 64; i++) {
        bits |= ((uint64_t)values[i] & 1) << i;
        *seen |= values[i];
    }
    return bits;
}

/* 64 bits of `low` and of `high` as 64 bytes, each the one bit and twice the other. */
static inline void lg__spread(uint64_t low, uint64_t high, uint8_t *out)
{
    for (uint32_t i = 0; i < 64; i++)
        out[i] = (uint8_t)((low >> i & 1) | (high >> i & 1) << 1);
}

/* `points` in each of 64 rows whose bit is set, else 0. */
static inline void lg__spread_points(uint64_t bits, int32_t points, int32_t out[64])
{
    for (uint32_t i = 0; i < 64; i++)
        out[i] = (int32_t)(bits >> i & 1) * points;
}

/* Bits of the rows, of 64, whose value is above the bound. */
static inline uint64_t lg__above(const int32_t values[64], int32_t bound)
{
    uint64_t bits = 0;
    for (uint32_t i = 0; i < 64; i++)
        bits |= (uint64_t)(values[i] > bound) << i;
    return bits;
}

/* Bits of the rows, of 64, whose value in a is above that in b. */
static inline uint64_t lg__above_other(const int32_t a[64], const int32_t b[64])
{
    uint64_t bits = 0;
    for (uint32_t i = 0; i < 64; i++)
        bits |= (uint64_t)(a[i] > b[i]) << i;
    return bits;
}

/* Without vectors a first look at growth saves nothing: nothing is sure. */
static inline void lg__sure_growth(const int64_t *const y[3], uint32_t first, double q, double c, uint64_t *sure,
                                   uint64_t *above)
{
    (void)y, (void)first, (void)q, (void)c;
    *sure = *above = 0;
}

#define LG__WHERE_WORD(WORD, FIRST, EXPRESSION)                                                                        \
    do {                                                                                                               \
        (WORD) = 0;                                                                                                    \
        for (uint32_t i = (FIRST); i < (FIRST) + 64; i++)                                                              \
            (WORD) |= (uint64_t)(EXPRESSION)&UINT64_C(1) << (i - (FIRST));                                             \
    } while (0)
#endif

static inline lg__lanes lg__lanes_at(const int64_t *values, uint32_t i)
{
    lg__lanes lanes;
    memcpy(&lanes, values + i, sizeof lanes);
    return lanes;
}

/* Modulo 2^64: where a number is of no use, it must do no harm. */
static inline lg__lanes lg__minus(lg__lanes a, lg__lanes b) { return (lg__lanes)((lg__ulanes)a - (lg__ulanes)b); }
static inline lg__lanes lg__plus(lg__lanes a, lg__lanes b) { return (lg__lanes)((lg__ulanes)a + (lg__ulanes)b); }

/* The rows for which an expression of i holds, the index of the first row of the lanes. */
#define LG__WHERE(RESULT, EXPRESSION)                                                                                  \
    do {                                                                                                               \
        uint64_t where_words[LG__BLOCK_WORDS];                                                                         \
        LG__WHERE_WORD(where_words[0], 0, EXPRESSION);                                                                 \
        LG__WHERE_WORD(where_words[1], 64, EXPRESSION);                                                                \
        LG__WHERE_WORD(where_words[2], 128, EXPRESSION);                                                               \
        LG__WHERE_WORD(where_words[3], 192, EXPRESSION);                                                               \
        *(RESULT) = lg__set_of(where_words[0], where_words[1], where_words[2], where_words[3]);                        \
    } while (0)

/* The same of a block. */
static inline lg__bits lg__rows_above(const int32_t *values, int32_t bound)
{
    return lg__set_of(lg__above(values, bound), lg__above(values + 64, bound), lg__above(values + 128, bound),
                      lg__above(values + 192, bound));
}

static inline lg__bits lg__rows_above_other(const int32_t *a, const int32_t *b)
{
    return lg__set_of(lg__above_other(a, b), lg__above_other(a + 64, b + 64), lg__above_other(a + 128, b + 128),
                      lg__above_other(a + 192, b + 192));
}

#endif
