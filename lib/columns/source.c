/* SPDX-License-Identifier: Apache-2.0 */
/* One cell of a column, exactly: a whole number of canonical units within the range of its fact, or the reason why not.
 */
#include <string.h>

#include "block.h"

/* n canonical units of factor each; a magnitude that leaves int64_t is out of every range. */
static lg_status scaled(int64_t n, int64_t factor, uint32_t fact, int64_t *value)
{
    if (n > INT64_MAX / factor || n < -(INT64_MAX / factor))
        return LG_E_RANGE;
    *value = n * factor;
    return lg__in_range(&lg__facts[fact], *value) ? LG_OK : LG_E_RANGE;
}

/* A double is m * 2^e. Below e = 0 the twos have to be found in m or in the factor. */
static lg_status from_double(const uint8_t *bytes, int64_t factor, uint32_t fact, int64_t *value)
{
    uint64_t bits, m;
    memcpy(&bits, bytes, sizeof bits);
    int exponent = (int)(bits >> 52 & 0x7FF), e = exponent - 1075, negative = (int)(bits >> 63);
    m = bits & 0xFFFFFFFFFFFFFu;
    if (exponent == 0x7FF)
        return m != 0 ? LG_E_INEXACT : LG_E_RANGE; /* no number; infinity */
    if (exponent == 0 && m == 0)
        return scaled(0, 1, fact, value);
    if (exponent == 0)
        return LG_E_INEXACT;
    m |= UINT64_C(1) << 52;
    for (; e < 0 && m % 2 == 0; e++)
        m /= 2;
    for (; e < 0 && factor % 2 == 0; e++)
        factor /= 2;
    if (e < 0)
        return LG_E_INEXACT;
    if (e > 10) /* m has 53 bits */
        return LG_E_RANGE;
    return scaled(negative ? -(int64_t)(m << e) : (int64_t)(m << e), factor, fact, value);
}

/* Divides a number of four 32-bit limbs, the highest first, by ten if nothing is left over. */
static int divide_by_ten(uint32_t limbs[4])
{
    uint32_t quotient[4];
    uint64_t rest = 0;
    for (int i = 0; i < 4; i++) {
        rest = rest << 32 | limbs[i];
        quotient[i] = (uint32_t)(rest / 10);
        rest %= 10;
    }
    if (rest == 0)
        memcpy(limbs, quotient, sizeof quotient);
    return rest == 0;
}

/* Takes tens out of a large number until it fits int64_t. What does not is out of range, or, with more digits
 * behind the point than a factor has tens, no whole number. */
static lg_status shorten(uint64_t high, uint64_t low, int negative, int32_t *scale, int64_t *n)
{
    uint32_t limbs[4] = {(uint32_t)(high >> 32), (uint32_t)high, (uint32_t)(low >> 32), (uint32_t)low};
    while (limbs[0] | limbs[1] | (limbs[2] & 0x80000000u)) {
        if (*scale == 0)
            return LG_E_RANGE;
        if (!divide_by_ten(limbs))
            return *scale > 10 ? LG_E_INEXACT : LG_E_RANGE;
        --*scale;
    }
    *n = (int64_t)((uint64_t)limbs[2] << 32 | limbs[3]);
    *n = negative ? -*n : *n;
    return LG_OK;
}

/* n * factor / 10^scale: every ten is found in n, in the factor, or as a five in one and a two in the other. */
static lg_status without_point(int64_t n, int64_t factor, int32_t scale, uint32_t fact, int64_t *value)
{
    for (; scale > 0; scale--) {
        int64_t of_n = n % 10 == 0 ? 10 : n % 5 == 0 && factor % 2 == 0 ? 5 : n % 2 == 0 && factor % 5 == 0 ? 2 : 1;
        if (of_n == 1 && factor % 10 != 0)
            return LG_E_INEXACT;
        n /= of_n;
        factor /= 10 / of_n;
    }
    return scaled(n, factor, fact, value);
}

static int is_big_endian(void)
{
    const uint16_t one = 1;
    return *(const uint8_t *)&one == 0;
}

static lg_status from_decimal(const uint8_t *bytes, const lg__source *source, uint32_t fact, int64_t *value)
{
    uint64_t words[2];
    memcpy(words, bytes, sizeof words);
    uint64_t low = words[is_big_endian()], high = words[!is_big_endian()];
    int32_t scale = source->scale;
    int negative = (int)(high >> 63);
    int64_t n;
    if (negative) {
        low = ~low + 1;
        high = ~high + (low == 0);
    }
    lg_status status = shorten(high, low, negative, &scale, &n);
    return status == LG_OK ? without_point(n, source->factor, scale, fact, value) : status;
}

#define READ(TYPE)                                                                                                     \
    do {                                                                                                               \
        TYPE cell;                                                                                                     \
        memcpy(&cell, bytes, sizeof cell);                                                                             \
        number = (int64_t)cell;                                                                                        \
    } while (0)

lg_status lg__source_cell(const lg__source *source, uint32_t fact, uint64_t row, int64_t *value)
{
    uint64_t element = (uint64_t)source->offset + row, large;
    const uint8_t *bytes = source->values + element * source->stride;
    int64_t number;
    *value = 0;
    switch (source->type) {
    case LG_TYPE_INT64:
        READ(int64_t);
        break;
    case LG_TYPE_INT32:
        READ(int32_t);
        break;
    case LG_TYPE_INT16:
        READ(int16_t);
        break;
    case LG_TYPE_INT8:
        READ(int8_t);
        break;
    case LG_TYPE_UINT32:
        READ(uint32_t);
        break;
    case LG_TYPE_UINT16:
        READ(uint16_t);
        break;
    case LG_TYPE_UINT8:
        READ(uint8_t);
        break;
    case LG_TYPE_UINT64:
        memcpy(&large, bytes, sizeof large);
        if (large > INT64_MAX)
            return LG_E_RANGE;
        number = (int64_t)large;
        break;
    case LG_TYPE_FLOAT64:
        return from_double(bytes, source->factor, fact, value);
    case LG_TYPE_DECIMAL128:
        return from_decimal(bytes, source, fact, value);
    default: /* BIT */
        number = source->values[element / 8] >> element % 8 & 1;
        break;
    }
    return scaled(number, source->factor, fact, value);
}
