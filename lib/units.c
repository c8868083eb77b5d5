/* SPDX-License-Identifier: Apache-2.0 */
/* The unit table, and reading a fact's value from decimal text without loss. */
#include <string.h>

#include "internal.h"

static const lg_unit_info UNITS[] = {
    {LG_UNIT_NONE, LG_UNIT_NONE, 1, "", ""},
    {LG_UNIT_FEN, LG_UNIT_FEN, 1, "fen", "_fen"},
    {LG_UNIT_YUAN, LG_UNIT_FEN, 100, "yuan", "_yuan"},
    {LG_UNIT_WAN, LG_UNIT_FEN, INT64_C(1000000), "wan", "_wan"},
    {LG_UNIT_YI, LG_UNIT_FEN, INT64_C(10000000000), "yi", "_yi"},
    {LG_UNIT_MONTHS, LG_UNIT_MONTHS, 1, "months", "_months"},
    {LG_UNIT_YEARS, LG_UNIT_MONTHS, 12, "years", "_years"},
    {LG_UNIT_BP, LG_UNIT_BP, 1, "bp", "_bp"},
    {LG_UNIT_PERCENT, LG_UNIT_BP, 100, "percent", "_percent"},
    {LG_UNIT_COUNT, LG_UNIT_COUNT, 1, "count", ""},
    {LG_UNIT_LEVEL, LG_UNIT_LEVEL, 1, "level", ""},
    {LG_UNIT_CP, LG_UNIT_CP, 1, "cp", "_cp"},
    {LG_UNIT_POINTS, LG_UNIT_CP, 100, "points", "_points"},
    {LG_UNIT_FLAG, LG_UNIT_FLAG, 1, "flag", ""},
    {LG_UNIT_CLASS, LG_UNIT_CLASS, 1, "class", ""},
};

const lg_unit_info *lg_unit_describe(lg_unit unit)
{
    return unit > 0 && (size_t)unit < sizeof UNITS / sizeof UNITS[0] ? &UNITS[unit] : NULL;
}

static const struct {
    const char *word;
    int64_t value;
} FLAG_WORDS[] = {{"1", 1}, {"0", 0}, {"yes", 1}, {"no", 0}, {"true", 1}, {"false", 0}, {"是", 1}, {"否", 0}};

static int is_blank(char c) { return c == ' ' || c == '\t'; }
static int is_digit(char c) { return c >= '0' && c <= '9'; }
static char lower(char c) { return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c); }

static void trim(const char **text, uint64_t *length)
{
    while (*length > 0 && is_blank(**text))
        (*text)++, (*length)--;
    while (*length > 0 && is_blank((*text)[*length - 1]))
        (*length)--;
}

static int same_word(const char *text, uint64_t length, const char *word)
{
    if (strlen(word) != length)
        return 0;
    for (uint64_t i = 0; i < length; i++)
        if (lower(text[i]) != word[i])
            return 0;
    return 1;
}

static lg_status parse_flag(const char *text, uint64_t length, int64_t *value)
{
    for (size_t i = 0; i < sizeof FLAG_WORDS / sizeof FLAG_WORDS[0]; i++)
        if (same_word(text, length, FLAG_WORDS[i].word)) {
            *value = FLAG_WORDS[i].value;
            return LG_OK;
        }
    return LG_E_TEXT;
}

/* A decimal number as text: [-]whole[.fraction], digits only, at least one on each side. */
typedef struct decimal {
    int negative;
    const char *whole, *fraction;
    uint64_t whole_length, fraction_length;
} decimal;

static uint64_t digits(const char *text, uint64_t length)
{
    uint64_t n = 0;
    while (n < length && is_digit(text[n]))
        n++;
    return n;
}

static int split_decimal(const char *text, uint64_t length, decimal *d)
{
    d->negative = length > 0 && text[0] == '-';
    text += d->negative;
    length -= (uint64_t)d->negative;
    d->whole = text;
    d->whole_length = digits(text, length);
    d->fraction = text + d->whole_length;
    d->fraction_length = 0;
    if (d->whole_length == 0)
        return 0;
    if (d->whole_length == length)
        return 1;
    if (text[d->whole_length] != '.')
        return 0;
    d->fraction++;
    d->fraction_length = length - d->whole_length - 1;
    return d->fraction_length > 0 && digits(d->fraction, d->fraction_length) == d->fraction_length;
}

/* Appends a digit; what grows past 10^18, and so past every range, stays there. */
static int64_t append_digit(int64_t value, char digit)
{
    return value >= INT64_C(100000000000000000) ? INT64_C(1000000000000000000) : value * 10 + (digit - '0');
}

/* The fraction as canonical units: 0.25 yuan = 25 fen. Steps through the digits keeping
 * rest / 10^k of a unit, so that any number of trailing zeros is exact. */
static lg_status scale_fraction(const decimal *d, int64_t factor, int64_t *units)
{
    int64_t rest = 0, scale = 1;
    uint64_t used = d->fraction_length;
    while (used > 0 && d->fraction[used - 1] == '0')
        used--;
    *units = 0;
    if (used > 10) /* no factor has more decimal places */
        return LG_E_INEXACT;
    for (uint64_t i = 0; i < used; i++) {
        rest = rest * 10 + (d->fraction[i] - '0');
        scale *= 10;
    }
    if (used <= 8) { /* rest < 10^8 and factor <= 10^10 */
        *units = rest * factor / scale;
        return *units * scale == rest * factor ? LG_OK : LG_E_INEXACT;
    }
    int exact;
    *units = lg__i128_clamp(lg__i128_floor(lg__i128_mul64(rest, factor), lg__i128_from(scale), &exact));
    return exact ? LG_OK : LG_E_INEXACT;
}

static lg_status parse_number(const char *text, uint64_t length, int64_t factor, int64_t *value)
{
    decimal d;
    int64_t whole = 0, part;
    if (!split_decimal(text, length, &d))
        return LG_E_TEXT;
    for (uint64_t i = 0; i < d.whole_length; i++)
        whole = append_digit(whole, d.whole[i]);
    lg_status status = scale_fraction(&d, factor, &part);
    if (status != LG_OK)
        return status;
    whole = lg__i128_clamp(lg__i128_add(lg__i128_mul64(whole, factor), lg__i128_from(part)));
    if (d.negative && whole == 0)
        return LG_E_TEXT; /* minus zero: a negative amount has been rounded away somewhere */
    *value = d.negative ? -whole : whole;
    return LG_OK;
}

int lg__is_unit_of(const lg_fact *fact, lg_unit unit)
{
    return unit > 0 && (size_t)unit < sizeof UNITS / sizeof UNITS[0] && UNITS[unit].canonical == fact->unit;
}

/* What can be said of a reading before the text is looked at. */
static lg_status check_reading(uint32_t fact, lg_unit unit, const char *text, uint64_t length)
{
    if (!text && length > 0)
        return LG_E_NULL;
    if (fact >= LG__FACT_COUNT)
        return LG_E_FACT;
    return lg__is_unit_of(&lg__facts[fact], unit) ? LG_OK : LG_E_UNIT;
}

/* Digits with at most a point among them. 1 if the text is such a number, not finer than the canonical unit and so
 * small that it cannot overflow. */
static int parse_plain_number(const char *text, uint64_t length, int64_t factor, int64_t *value)
{
    static const int64_t POWERS[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};
    const int64_t SURELY_SMALL = 900000000; /* times the largest factor, 10^10, it is still below 2^63 */
    int64_t number = 0;
    uint64_t point = 0, decimals;
    if (length == 0 || length > 18)
        return 0;
    for (uint64_t i = 0; i < length; i++) {
        if (is_digit(text[i]))
            number = number * 10 + (text[i] - '0');
        else if (text[i] == '.' && i > 0 && point == 0 && i + 1 < length)
            point = i + 1;
        else
            return 0;
    }
    decimals = point ? length - point : 0;
    if (decimals >= sizeof POWERS / sizeof POWERS[0] || factor % POWERS[decimals] != 0)
        return 0;
    factor /= POWERS[decimals];
    if (number > SURELY_SMALL && factor > 1 && number > INT64_MAX / factor)
        return 0;
    *value = number * factor;
    return 1;
}

/* A value as nearly all in a table are written. 0: it may still be one, and is to be read with care. */
static int parse_plain(const lg_fact *fact, lg_unit unit, const char *text, uint64_t length, int64_t *value)
{
    if (fact->unit != LG_UNIT_FLAG)
        return parse_plain_number(text, length, UNITS[unit].factor, value) && lg__in_range(fact, *value);
    *value = length == 1 ? *text - '0' : -1;
    return *value == 0 || *value == 1;
}

/* Any value. *is_blank tells of a text that has none. */
static lg_status parse_with_care(const lg_fact *fact, lg_unit unit, const char *text, uint64_t length, int64_t *value,
                                 int *is_blank)
{
    trim(&text, &length);
    *is_blank = length == 0;
    lg_status status = fact->unit == LG_UNIT_FLAG ? parse_flag(text, length, value)
                                                  : parse_number(text, length, UNITS[unit].factor, value);
    return status == LG_OK && !lg__in_range(fact, *value) ? LG_E_RANGE : status;
}

lg_status lg_fact_parse(uint32_t fact, lg_unit unit, const char *text, uint64_t length, int64_t *value)
{
    int64_t parsed;
    int is_blank;
    if (value)
        *value = 0;
    if (!value)
        return LG_E_NULL;
    lg_status status = check_reading(fact, unit, text, length);
    if (status == LG_OK && !parse_plain(&lg__facts[fact], unit, text, length, &parsed))
        status = parse_with_care(&lg__facts[fact], unit, text, length, &parsed, &is_blank);
    if (status == LG_OK)
        *value = parsed;
    return status;
}

lg_status lg_profile_set_text(lg_profile *profile, uint32_t fact, lg_unit unit, const char *text, uint64_t length)
{
    int64_t value;
    int is_blank = 0;
    if (!profile)
        return LG_E_NULL;
    lg_status status = check_reading(fact, unit, text, length);
    if (status == LG_OK && !parse_plain(&lg__facts[fact], unit, text, length, &value))
        status = parse_with_care(&lg__facts[fact], unit, text, length, &value, &is_blank);
    if (is_blank)
        return lg_profile_clear(profile, fact);
    return status == LG_OK ? lg__profile_keep(profile, fact, value) : status;
}
