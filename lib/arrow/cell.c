/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A value as it stands in its column, in decimal digits. A double is written with 17 significant digits, so that
 * 0.1, which is none of the numbers that it can hold, shows what stands in its place.
 */
#include <string.h>

#include "batch.h"

/* -------------------------------------------------------------------------- long numbers */

#define BASE 1000000000u
#define BASE_DIGITS 9
#define LIMBS 90 /* the smallest double is a number of 767 digits times a power of ten */
#define DIGITS_MAX (LIMBS * BASE_DIGITS)
#define DOUBLE_DIGITS 17

/* A magnitude in base 10^9, the lowest limb first. */
struct big {
    uint32_t limb[LIMBS];
    int count;
};

/* factor at most 2^32, addend below 2^32 */
static void multiply_add(struct big *number, uint64_t factor, uint64_t addend)
{
    for (int i = 0; i < number->count; i++) {
        addend += number->limb[i] * factor;
        number->limb[i] = (uint32_t)(addend % BASE);
        addend /= BASE;
    }
    for (; addend > 0; addend /= BASE)
        number->limb[number->count++] = (uint32_t)(addend % BASE);
}

static void shift_in(struct big *number, uint64_t word)
{
    multiply_add(number, UINT64_C(1) << 32, word >> 32);
    multiply_add(number, UINT64_C(1) << 32, word & 0xFFFFFFFFu);
}

/* ------------------------------------------------------------------------------- decimals */

/* digits times 10^-scale; the first digit is not 0 unless it is the only one. */
struct decimal {
    int negative, length, scale;
    char digits[DIGITS_MAX + 1];
};

static void to_digits(const struct big *number, struct decimal *d)
{
    d->length = 0;
    for (int i = number->count; i-- > 0;)
        for (uint32_t power = BASE / 10; power > 0; power /= 10) {
            char digit = (char)('0' + number->limb[i] / power % 10);
            if (d->length > 0 || digit != '0')
                d->digits[d->length++] = digit;
        }
    if (d->length == 0)
        d->digits[d->length++] = '0';
}

/* Adds one to the last digit. What was all nines is a one with as many zeros less one as it had nines. */
static void round_up(struct decimal *d)
{
    int i = d->length - 1;
    while (i >= 0 && d->digits[i] == '9')
        d->digits[i--] = '0';
    if (i >= 0) {
        d->digits[i]++;
    } else {
        d->digits[0] = '1';
        d->scale--;
    }
}

static void shorten(struct decimal *d, int length)
{
    if (d->length > length) {
        char next = d->digits[length];
        d->scale -= d->length - length;
        d->length = length;
        if (next >= '5')
            round_up(d);
    }
    while (d->length > 1 && d->digits[d->length - 1] == '0') {
        d->length--;
        d->scale--;
    }
}

static void put_zeros(lg__writer *writer, int count)
{
    while (count-- > 0)
        lg__put(writer, "0");
}

static void put_with_exponent(lg__writer *writer, const struct decimal *d)
{
    lg__snippet snippet;
    lg__put_bytes(writer, d->digits, 1);
    lg__put(writer, d->length > 1 ? "." : "");
    lg__put_bytes(writer, d->digits + 1, (uint64_t)d->length - 1);
    lg__put(writer, "e");
    lg__put(writer, lg__digits(&snippet, d->length - d->scale - 1));
}

/* With all zeros before and behind as long as they are few. */
static void put_decimal(lg__writer *writer, const struct decimal *d)
{
    int whole = d->length - d->scale; /* digits before the point */
    lg__put(writer, d->negative ? "-" : "");
    if (whole > 40 || whole < -40) {
        put_with_exponent(writer, d);
    } else if (whole <= 0) {
        lg__put(writer, "0.");
        put_zeros(writer, -whole);
        lg__put_bytes(writer, d->digits, (uint64_t)d->length);
    } else if (d->scale <= 0) {
        lg__put_bytes(writer, d->digits, (uint64_t)d->length);
        put_zeros(writer, -d->scale);
    } else {
        lg__put_bytes(writer, d->digits, (uint64_t)whole);
        lg__put(writer, ".");
        lg__put_bytes(writer, d->digits + whole, (uint64_t)d->scale);
    }
}

/* ---------------------------------------------------------------------------------- cells */

static int is_big_endian(void)
{
    const uint16_t one = 1;
    return *(const uint8_t *)&one == 0;
}

static const uint8_t *cell_at(const lg_column *column, uint64_t row, uint64_t size)
{
    return (const uint8_t *)column->values + ((uint64_t)column->offset + row) * size;
}

/* A whole number in two's complement. */
static void from_words(uint64_t high, uint64_t low, struct big *number, struct decimal *d)
{
    d->negative = (int)(high >> 63);
    if (d->negative) {
        low = 0 - low;
        high = ~high + (low == 0);
    }
    shift_in(number, high);
    shift_in(number, low);
}

static void from_int64(int64_t value, struct big *number, struct decimal *d)
{
    from_words(value < 0 ? UINT64_MAX : 0, (uint64_t)value, number, d);
}

static void from_decimal128(const uint8_t *bytes, int32_t scale, struct big *number, struct decimal *d)
{
    uint64_t words[2];
    memcpy(words, bytes, sizeof words);
    from_words(words[!is_big_endian()], words[is_big_endian()], number, d);
    d->scale = scale;
}

static uint64_t double_bits(const lg_column *column, uint64_t row)
{
    uint64_t bits;
    memcpy(&bits, cell_at(column, row, sizeof bits), sizeof bits);
    return bits;
}

/* m * 2^e, and for e below 0 m * 5^-e times 10^e. */
static void from_double(uint64_t bits, struct big *number, struct decimal *d)
{
    int exponent = (int)(bits >> 52 & 0x7FF);
    uint64_t m = (bits & 0xFFFFFFFFFFFFFu) | (exponent > 0 ? UINT64_C(1) << 52 : 0);
    int e = (exponent > 0 ? exponent : 1) - 1075;
    if (m == 0)
        return; /* zero has no sign that matters, and no digits behind the point */
    d->negative = (int)(bits >> 63);
    d->scale = e < 0 ? -e : 0;
    shift_in(number, m);
    for (; e > 0; e--)
        multiply_add(number, 2, 0);
    for (; e < 0; e++)
        multiply_add(number, 5, 0);
}

#define INTEGER(TYPE)                                                                                                  \
    do {                                                                                                               \
        TYPE value;                                                                                                    \
        memcpy(&value, cell_at(column, row, sizeof value), sizeof value);                                              \
        from_int64((int64_t)value, number, d);                                                                         \
    } while (0)

static void from_integer(const lg_column *column, uint64_t row, struct big *number, struct decimal *d)
{
    uint64_t large;
    if (column->type == LG_TYPE_INT64) {
        INTEGER(int64_t);
    } else if (column->type == LG_TYPE_INT32) {
        INTEGER(int32_t);
    } else if (column->type == LG_TYPE_INT16) {
        INTEGER(int16_t);
    } else if (column->type == LG_TYPE_INT8) {
        INTEGER(int8_t);
    } else if (column->type == LG_TYPE_UINT32) {
        INTEGER(uint32_t);
    } else if (column->type == LG_TYPE_UINT16) {
        INTEGER(uint16_t);
    } else if (column->type == LG_TYPE_UINT8) {
        INTEGER(uint8_t);
    } else {
        memcpy(&large, cell_at(column, row, sizeof large), sizeof large);
        from_words(0, large, number, d);
    }
}

int lg__cell_is_number(const lg_column *column, uint64_t row)
{
    uint64_t bits = column->type == LG_TYPE_FLOAT64 ? double_bits(column, row) : 0;
    return (bits >> 52 & 0x7FF) != 0x7FF || (bits & 0xFFFFFFFFFFFFFu) == 0;
}

static int is_infinite(const lg_column *column, uint64_t row)
{
    return column->type == LG_TYPE_FLOAT64 && (double_bits(column, row) & (UINT64_MAX >> 1)) >> 52 == 0x7FF;
}

void lg__put_cell(lg__writer *writer, const lg_column *column, uint64_t row)
{
    struct big number = {{0}, 0};
    struct decimal d = {0, 0, 0, {0}};
    if (!lg__cell_is_number(column, row)) {
        lg__put(writer, "NaN");
    } else if (is_infinite(column, row)) {
        lg__put(writer, double_bits(column, row) >> 63 ? "-infinity" : "infinity");
    } else if (column->type == LG_TYPE_FLOAT64) {
        from_double(double_bits(column, row), &number, &d);
        to_digits(&number, &d);
        shorten(&d, DOUBLE_DIGITS);
        put_decimal(writer, &d);
    } else if (column->type == LG_TYPE_DECIMAL128) {
        from_decimal128(cell_at(column, row, 16), column->scale, &number, &d);
        to_digits(&number, &d);
        put_decimal(writer, &d);
    } else {
        from_integer(column, row, &number, &d);
        to_digits(&number, &d);
        put_decimal(writer, &d);
    }
}
