/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Signed 128-bit integers for exact comparison. Where the compiler has __int128 it is used;
 * elsewhere, or with LG_NO_INT128, a pair of 64-bit words. Both variants are tested against
 * each other. Callers keep every result below 2^127 (see the bounds in compare.h).
 */
#ifndef LG_INT128_H
#define LG_INT128_H

#include <littlegiant/littlegiant.h>

#if defined(__SIZEOF_INT128__) && !defined(LG_NO_INT128)
#define LG__INT128_NATIVE 1
#define LG__INT128_NAME "int128-native"
__extension__ typedef __int128 lg__i128;
__extension__ typedef unsigned __int128 lg__u128;

static inline lg__i128 lg__i128_from(int64_t a) { return a; }
static inline lg__i128 lg__i128_add(lg__i128 a, lg__i128 b) { return a + b; }
static inline lg__i128 lg__i128_sub(lg__i128 a, lg__i128 b) { return a - b; }
static inline lg__i128 lg__i128_mul(lg__i128 a, lg__i128 b) { return a * b; }
static inline int lg__i128_compare(lg__i128 a, lg__i128 b) { return (a > b) - (a < b); }
static inline int lg__i128_sign(lg__i128 a) { return (a > 0) - (a < 0); }

static inline lg_int128 lg__i128_words(lg__i128 a)
{
    lg_int128 words;
    words.low = (uint64_t)(lg__u128)a;
    words.high = (int64_t)(a >> 64);
    return words;
}

static inline lg__i128 lg__i128_load(lg_int128 words)
{
    return (lg__i128)(((lg__u128)(uint64_t)words.high << 64) | words.low);
}

/* Quotient rounded towards minus infinity; b > 0. *exact tells whether nothing was cut off. */
static inline lg__i128 lg__i128_floor(lg__i128 a, lg__i128 b, int *exact)
{
    lg__i128 quotient = a / b;
    lg__i128 rest = a - quotient * b;
    *exact = rest == 0;
    return rest < 0 ? quotient - 1 : quotient;
}

#else
#define LG__INT128_NATIVE 0
#define LG__INT128_NAME "int128-portable"
typedef lg_int128 lg__i128;

static inline lg__i128 lg__i128_pair(uint64_t high, uint64_t low)
{
    lg__i128 a;
    a.low = low;
    a.high = (int64_t)high;
    return a;
}

static inline lg__i128 lg__i128_from(int64_t a) { return lg__i128_pair(a < 0 ? UINT64_MAX : 0, (uint64_t)a); }

static inline lg__i128 lg__i128_add(lg__i128 a, lg__i128 b)
{
    uint64_t low = a.low + b.low;
    return lg__i128_pair((uint64_t)a.high + (uint64_t)b.high + (low < a.low), low);
}

static inline lg__i128 lg__i128_sub(lg__i128 a, lg__i128 b)
{
    return lg__i128_pair((uint64_t)a.high - (uint64_t)b.high - (a.low < b.low), a.low - b.low);
}

static inline lg__i128 lg__i128_mul_words(uint64_t a, uint64_t b)
{
    uint64_t a0 = a & 0xFFFFFFFFu, a1 = a >> 32, b0 = b & 0xFFFFFFFFu, b1 = b >> 32;
    uint64_t low = a0 * b0, cross = a1 * b0 + (low >> 32), middle = a0 * b1 + (cross & 0xFFFFFFFFu);
    return lg__i128_pair(a1 * b1 + (cross >> 32) + (middle >> 32), (middle << 32) | (low & 0xFFFFFFFFu));
}

/* Two's complement: the low 128 bits do not depend on the signs. */
static inline lg__i128 lg__i128_mul(lg__i128 a, lg__i128 b)
{
    lg__i128 product = lg__i128_mul_words(a.low, b.low);
    uint64_t high = (uint64_t)product.high + (uint64_t)a.high * b.low + a.low * (uint64_t)b.high;
    return lg__i128_pair(high, product.low);
}

static inline int lg__i128_compare(lg__i128 a, lg__i128 b)
{
    if (a.high != b.high)
        return a.high > b.high ? 1 : -1;
    return (a.low > b.low) - (a.low < b.low);
}

static inline int lg__i128_sign(lg__i128 a) { return lg__i128_compare(a, lg__i128_from(0)); }
static inline lg_int128 lg__i128_words(lg__i128 a) { return a; }
static inline lg__i128 lg__i128_load(lg_int128 words) { return words; }

/* Schoolbook division of non-negative numbers, one bit a step. */
static inline lg__i128 lg__i128_divide(lg__i128 a, lg__i128 b, lg__i128 *rest)
{
    lg__i128 quotient = lg__i128_from(0), r = lg__i128_from(0);
    for (int bit = 127; bit >= 0; bit--) {
        uint64_t next = (bit >= 64 ? (uint64_t)a.high >> (bit - 64) : a.low >> bit) & 1;
        r = lg__i128_pair(((uint64_t)r.high << 1) | (r.low >> 63), (r.low << 1) | next);
        quotient = lg__i128_pair(((uint64_t)quotient.high << 1) | (quotient.low >> 63), quotient.low << 1);
        if (lg__i128_compare(r, b) >= 0) {
            r = lg__i128_sub(r, b);
            quotient.low |= 1;
        }
    }
    *rest = r;
    return quotient;
}

/* Quotient rounded towards minus infinity; b > 0. *exact tells whether nothing was cut off. */
static inline lg__i128 lg__i128_floor(lg__i128 a, lg__i128 b, int *exact)
{
    lg__i128 zero = lg__i128_from(0), rest, quotient;
    int negative = lg__i128_sign(a) < 0;
    quotient = lg__i128_divide(negative ? lg__i128_sub(zero, a) : a, b, &rest);
    *exact = lg__i128_sign(rest) == 0;
    if (!negative)
        return quotient;
    quotient = lg__i128_sub(zero, quotient);
    return *exact ? quotient : lg__i128_sub(quotient, lg__i128_from(1));
}
#endif

/* The value, or the nearest int64_t when it does not fit. */
static inline int64_t lg__i128_clamp(lg__i128 a)
{
    if (lg__i128_compare(a, lg__i128_from(INT64_MAX)) > 0)
        return INT64_MAX;
    if (lg__i128_compare(a, lg__i128_from(INT64_MIN)) < 0)
        return INT64_MIN;
    return (int64_t)lg__i128_words(a).low;
}

static inline lg__i128 lg__i128_mul64(int64_t a, int64_t b) { return lg__i128_mul(lg__i128_from(a), lg__i128_from(b)); }

#endif
