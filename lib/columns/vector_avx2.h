/* SPDX-License-Identifier: Apache-2.0 */
/* Four 64-bit numbers at a time, with the AVX2 vectors of x86 processors. */
#ifndef LG_COLUMNS_VECTOR_AVX2_H
#define LG_COLUMNS_VECTOR_AVX2_H

#include <immintrin.h>

#define LG__LANES 4
#define LG__UNROLL _Pragma("GCC unroll 16")
typedef int64_t lg__lanes __attribute__((vector_size(8 * LG__LANES)));
typedef uint64_t lg__ulanes __attribute__((vector_size(8 * LG__LANES)));

static inline lg__lanes lg__splat(int64_t value) { return (lg__lanes){value, value, value, value}; }
static inline int lg__any_lane(lg__lanes a) { return !_mm256_testz_si256((__m256i)a, (__m256i)a); }
static inline uint64_t lg__join_lanes(lg__lanes a) { return (uint64_t)(a[0] | a[1] | a[2] | a[3]); }
#define LG__GE(A, B) (~((B) > (A))) /* all bits of a lane set where it holds */
#define LG__EQ(A, B) ((A) == (B))

/* Modulo 2^64; b below 2^32, so that two products of 32 bits will do. */
static inline lg__lanes lg__times(lg__lanes a, int64_t b)
{
    __m256i low = _mm256_mul_epu32((__m256i)a, _mm256_set1_epi64x(b));
    __m256i high = _mm256_mul_epu32(_mm256_srli_epi64((__m256i)a, 32), _mm256_set1_epi64x(b));
    return (lg__lanes)_mm256_add_epi64(low, _mm256_slli_epi64(high, 32));
}

/* table[index] */
static inline lg__lanes lg__look_up(const int64_t *table, lg__lanes index)
{
    return (lg__lanes)_mm256_i64gather_epi64((const long long *)(const void *)table, (__m256i)index, 8);
}

/* The lower halves of eight lanes, each either all ones or zero. */
static inline __m256i lg__narrow(lg__lanes a, lg__lanes b)
{
    return _mm256_castps_si256(
        _mm256_shuffle_ps(_mm256_castsi256_ps((__m256i)a), _mm256_castsi256_ps((__m256i)b), 0x88));
}

/* The 32 lanes of 8 vectors as bits, the first lane lowest: the highest bits of their bytes, shifted so far up. Packing
 * keeps pairs of lanes together, the first pairs of all vectors in the lower half and the second in the upper: they are
 * joined at the end. */
static inline uint32_t lg__collect(const lg__lanes m[8], int shift)
{
    __m256i a = _mm256_packs_epi32(lg__narrow(m[0], m[1]), lg__narrow(m[2], m[3]));
    __m256i b = _mm256_packs_epi32(lg__narrow(m[4], m[5]), lg__narrow(m[6], m[7]));
    __m256i bytes = _mm256_slli_epi16(_mm256_packs_epi16(a, b), shift);
    __m128i first = _mm256_castsi256_si128(bytes), second = _mm256_extracti128_si256(bytes, 1);
    uint32_t low = (uint32_t)_mm_movemask_epi8(_mm_unpacklo_epi16(first, second));
    return low | (uint32_t)_mm_movemask_epi8(_mm_unpackhi_epi16(first, second)) << 16;
}

/* 64 numbers of which each is 0 or 1, as bits; otherwise meaningless. *seen gathers all of their bits. */
static inline uint64_t lg__pack_flags(const int64_t *values, lg__lanes *seen)
{
    uint32_t half[2];
    for (uint32_t h = 0; h < 2; h++) {
        lg__lanes m[8];
        LG__UNROLL
        for (uint32_t k = 0; k < 8; k++) {
            memcpy(&m[k], values + 32 * h + LG__LANES * k, sizeof m[k]);
            *seen |= m[k];
        }
        half[h] = lg__collect(m, 7); /* in bytes of 0 and 1, to the place of the sign */
    }
    return half[0] | (uint64_t)half[1] << 32;
}

#define LG__WHERE_HALF(HALF, FIRST, EXPRESSION)                                                                        \
    do {                                                                                                               \
        lg__lanes where_lanes[8];                                                                                      \
        LG__UNROLL                                                                                                     \
        for (uint32_t where_lane = 0; where_lane < 8; where_lane++) {                                                  \
            const uint32_t i = (FIRST) + LG__LANES * where_lane;                                                       \
            where_lanes[where_lane] = (EXPRESSION);                                                                    \
        }                                                                                                              \
        (HALF) = lg__collect(where_lanes, 0);                                                                          \
    } while (0)

#define LG__WHERE_WORD(WORD, FIRST, EXPRESSION)                                                                        \
    do {                                                                                                               \
        uint32_t where_low, where_high;                                                                                \
        LG__WHERE_HALF(where_low, FIRST, EXPRESSION);                                                                  \
        LG__WHERE_HALF(where_high, (FIRST) + 32, EXPRESSION);                                                          \
        (WORD) = where_low | (uint64_t)where_high << 32;                                                               \
    } while (0)

/* Eight lanes of bits for each of four bytes of a word that is repeated all over: 1 where the bit is set. */
static inline __m256i lg__bit_in_byte(__m256i word, __m256i bytes)
{
    const __m256i each = _mm256_set1_epi64x((int64_t)0x8040201008040201u);
    return _mm256_min_epu8(_mm256_and_si256(_mm256_shuffle_epi8(word, bytes), each), _mm256_set1_epi8(1));
}

/* 64 bits of `low` and of `high` as 64 bytes, each the one bit and twice the other. */
static inline void lg__spread(uint64_t low, uint64_t high, uint8_t *out)
{
    const __m256i first = _mm256_setr_epi64x(0, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303);
    const __m256i second = _mm256_or_si256(first, _mm256_set1_epi8(4));
    const __m256i ones = _mm256_set1_epi64x((int64_t)low), twos = _mm256_set1_epi64x((int64_t)high);
    __m256i a = lg__bit_in_byte(twos, first), b = lg__bit_in_byte(twos, second);
    a = _mm256_add_epi8(_mm256_add_epi8(a, a), lg__bit_in_byte(ones, first));
    b = _mm256_add_epi8(_mm256_add_epi8(b, b), lg__bit_in_byte(ones, second));
    _mm256_storeu_si256((__m256i *)(void *)out, a);
    _mm256_storeu_si256((__m256i *)(void *)(out + 32), b);
}

/* -------------------------------------------------------------------------------- points */

/* `points` in each of 64 rows whose bit is set, else 0. */
static inline void lg__spread_points(uint64_t bits, int32_t points, int32_t out[64])
{
    const __m256i each = _mm256_setr_epi32(1, 2, 4, 8, 16, 32, 64, 128), all = _mm256_set1_epi32(points);
    for (int i = 0; i < 64; i += 8, bits >>= 8) {
        __m256i byte = _mm256_set1_epi32((int)(bits & 0xFF));
        __m256i set = _mm256_cmpeq_epi32(_mm256_and_si256(byte, each), each);
        _mm256_storeu_si256((__m256i *)(void *)(out + i), _mm256_and_si256(set, all));
    }
}

static inline uint64_t lg__eight(__m256i lanes, int i)
{
    return (uint64_t)(uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(lanes)) << i;
}

/* Bits of the rows, of 64, whose value is above the bound. */
static inline uint64_t lg__above(const int32_t values[64], int32_t bound)
{
    uint64_t bits = 0;
    for (int i = 0; i < 64; i += 8) {
        __m256i eight = _mm256_loadu_si256((const __m256i *)(const void *)(values + i));
        bits |= lg__eight(_mm256_cmpgt_epi32(eight, _mm256_set1_epi32(bound)), i);
    }
    return bits;
}

/* Bits of the rows, of 64, whose value in a is above that in b. */
static inline uint64_t lg__above_other(const int32_t a[64], const int32_t b[64])
{
    uint64_t bits = 0;
    for (int i = 0; i < 64; i += 8) {
        __m256i of_a = _mm256_loadu_si256((const __m256i *)(const void *)(a + i));
        __m256i of_b = _mm256_loadu_si256((const __m256i *)(const void *)(b + i));
        bits |= lg__eight(_mm256_cmpgt_epi32(of_a, of_b), i);
    }
    return bits;
}

/* --------------------------------------------------------------------------- mean growth */

typedef double lg__reals __attribute__((vector_size(8 * LG__LANES)));

/* Exact up to 2^51: the number is laid into the low bits of 1.5 * 2^52, which is then taken off. */
static inline lg__reals lg__real(lg__lanes a)
{
    const lg__reals base = {6755399441055744.0, 6755399441055744.0, 6755399441055744.0, 6755399441055744.0};
    return (lg__reals)((lg__ulanes)a + (lg__ulanes)base) - base;
}

static inline lg__reals lg__magnitude(lg__reals a) { return (lg__reals)((lg__lanes)a & lg__splat(INT64_MAX)); }

/* A first look at lg__mean_growth_side(), in floating point, at four rows: where it is sure, and where the growth is
 * surely above. With u = 2^-53, the left side q (y1 y3 + y2 y2) comes out within 3.01 u of q (|y1 y3| + y2 y2), the
 * right side c y2 y3 within 2.01 u of itself, and their difference within u of itself; 8 u of both magnitudes, as they
 * come out, is more. A number beyond 2^51 is left to the exact comparison. */
static inline void lg__look_at_growth(const int64_t *const y[3], uint32_t i, double q, double c, lg__lanes *sure,
                                      lg__lanes *above)
{
    const lg__ulanes most = (lg__ulanes)lg__splat(INT64_C(1) << 51);
    lg__lanes y1, y2, y3;
    memcpy(&y1, y[0] + i, sizeof y1);
    memcpy(&y2, y[1] + i, sizeof y2);
    memcpy(&y3, y[2] + i, sizeof y3);
    lg__ulanes beyond = ((lg__ulanes)y1 + most) | ((lg__ulanes)y2 + most) | ((lg__ulanes)y3 + most);
    lg__reals a = lg__real(y1), b = lg__real(y2), d = lg__real(y3);
    lg__reals cross = a * d, square = b * b, right = c * (b * d);
    lg__reals margin = (q * (lg__magnitude(cross) + square) + lg__magnitude(right)) * 0x1p-50;
    lg__reals difference = q * (cross + square) - right;
    *above = difference > margin;
    *sure = (*above | (difference < -margin)) & ((lg__lanes)(beyond & ~(2 * most - 1)) == 0);
}

/* The same for 64 rows. */
static inline void lg__sure_growth(const int64_t *const y[3], uint32_t first, double q, double c, uint64_t *sure,
                                   uint64_t *above)
{
    uint32_t sure_half[2], above_half[2];
    for (uint32_t half = 0; half < 2; half++) {
        lg__lanes sure_lanes[8], above_lanes[8];
        LG__UNROLL
        for (uint32_t k = 0; k < 8; k++)
            lg__look_at_growth(y, first + 32 * half + LG__LANES * k, q, c, &sure_lanes[k], &above_lanes[k]);
        sure_half[half] = lg__collect(sure_lanes, 0);
        above_half[half] = lg__collect(above_lanes, 0);
    }
    *sure = sure_half[0] | (uint64_t)sure_half[1] << 32;
    *above = above_half[0] | (uint64_t)above_half[1] << 32;
}

#endif
