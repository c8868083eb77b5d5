/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers for people. Exact amounts are written in full. A measured ratio or rate is rounded towards
 * caution, and takes as many decimals as it needs not to look different from its verdict: never
 * "3.00 % measured, at least 3 % required, not met".
 */
#include "internal.h"

/* Group and decimal marks, in the order of the languages. */
static const char GROUP_MARK[LG__LANGUAGES] = {',', ',', '.'};
static const char DECIMAL_MARK[LG__LANGUAGES] = {'.', '.', ','};

#define MAX_DECIMALS 12
#define FEN_IN_WAN 1000000

static void put_char(lg__writer *writer, char c) { lg__put_bytes(writer, &c, 1); }

/* Digits of a magnitude, with group marks if asked for. */
static void put_digits(lg__writer *writer, uint64_t value, int grouped)
{
    char digits[20];
    int count = 0;
    do
        digits[count++] = (char)('0' + value % 10);
    while ((value /= 10) != 0);
    while (count-- > 0) {
        put_char(writer, digits[count]);
        if (grouped && count > 0 && count % 3 == 0)
            put_char(writer, GROUP_MARK[writer->language]);
    }
}

static uint64_t magnitude(int64_t value) { return value < 0 ? 0 - (uint64_t)value : (uint64_t)value; }

static void put_int(lg__writer *writer, int64_t value)
{
    if (value < 0)
        put_char(writer, '-');
    put_digits(writer, magnitude(value), 1);
}

/* value / 10^decimals, with at least `fixed` decimals and no further trailing zeros. */
static void put_scaled(lg__writer *writer, int64_t value, int decimals, int fixed, int grouped)
{
    uint64_t scale = 1, rest = magnitude(value);
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    if (value < 0)
        put_char(writer, '-');
    put_digits(writer, rest / scale, grouped);
    rest %= scale;
    if (fixed == 0 && rest == 0)
        return;
    put_char(writer, DECIMAL_MARK[writer->language]);
    for (int i = 0; i < decimals && (rest != 0 || i < fixed); i++) {
        scale /= 10;
        put_char(writer, (char)('0' + rest / scale));
        rest %= scale;
    }
}

/* A unit's name, with a space where the language puts one. */
static void put_unit(lg__writer *writer, lg_unit unit)
{
    if (writer->language != LG_CHINESE)
        put_char(writer, ' ');
    lg__put(writer, lg_unit_text(unit, writer->language));
}

/* Money: yuan with two decimals; in Chinese 万元, or 元 below one of those, with the decimals needed. */
static void put_money(lg__writer *writer, int64_t fen)
{
    if (writer->language == LG_CHINESE && magnitude(fen) < FEN_IN_WAN) {
        put_scaled(writer, fen, 2, 0, 1);
        put_unit(writer, LG_UNIT_YUAN);
    } else if (writer->language == LG_CHINESE) {
        put_scaled(writer, fen, 6, 0, 1);
        put_unit(writer, LG_UNIT_WAN);
    } else {
        put_scaled(writer, fen, 2, 2, 1);
        put_unit(writer, LG_UNIT_YUAN);
    }
}

/* Whole years, or months; in English alone is one of them different from many. */
static void put_duration(lg__writer *writer, int64_t months)
{
    int whole = months % 12 == 0 && months != 0;
    int64_t number = whole ? months / 12 : months;
    put_int(writer, number);
    if (number == 1 && writer->language == LG_ENGLISH)
        lg__put(writer, whole ? " year" : " month");
    else
        put_unit(writer, whole ? LG_UNIT_YEARS : LG_UNIT_MONTHS);
}

void lg__put_amount(lg__writer *writer, int64_t value, lg_unit canonical)
{
    switch (canonical) {
    case LG_UNIT_FEN:
        put_money(writer, value);
        break;
    case LG_UNIT_MONTHS:
        put_duration(writer, value);
        break;
    case LG_UNIT_BP:
        put_scaled(writer, value, 2, 0, 1);
        put_unit(writer, LG_UNIT_PERCENT);
        break;
    case LG_UNIT_CP:
        put_scaled(writer, value, 2, 0, 1);
        put_unit(writer, LG_UNIT_POINTS);
        break;
    case LG_UNIT_FLAG:
        lg__put(writer, lg__phrase_text(value ? LG__PHRASE_YES : LG__PHRASE_NO, writer->language));
        break;
    case LG_UNIT_CLASS:
        lg__put(writer, lg_size_class_text((lg_size_class)value, writer->language));
        break;
    default:
        put_int(writer, value);
        break;
    }
}

void lg__put_fact_value(lg__writer *writer, const lg_fact *fact, int64_t value)
{
    const char *step = lg_fact_step(fact->id, value, writer->language);
    lg__put_amount(writer, value, fact->unit);
    if (!step)
        return;
    lg__put(writer, writer->language == LG_CHINESE ? "（" : " (");
    lg__put(writer, step);
    lg__put(writer, writer->language == LG_CHINESE ? "）" : ")");
}

lg_status lg_fact_format(uint32_t fact, int64_t value, lg_language language, char *text, uint64_t capacity,
                         uint64_t *needed)
{
    lg__writer writer;
    lg_status status = lg__writer_open(&writer, language, text, capacity, needed);
    if (status != LG_OK)
        return status;
    if (!lg_fact_describe(fact))
        return LG_E_FACT;
    lg__put_fact_value(&writer, &lg__facts[fact], value);
    return lg__writer_close(&writer, needed);
}

/* Decimal places of one unit: 2 for a factor of 100; -1 where it is no power of ten. */
static int decimal_places(int64_t factor)
{
    int places = 0;
    for (; factor % 10 == 0; factor /= 10)
        places++;
    return factor == 1 ? places : -1;
}

static lg_status put_plain(lg__writer *writer, int64_t value, int64_t factor)
{
    int places = decimal_places(factor);
    if (places < 0 && value % factor != 0)
        return LG_E_INEXACT;
    if (places < 0) {
        value /= factor;
        places = 0;
    }
    put_scaled(writer, value, places, factor == 100 ? 2 : 0, 0);
    return LG_OK;
}

lg_status lg_fact_write(uint32_t fact, lg_unit unit, int64_t value, char *text, uint64_t capacity, uint64_t *needed)
{
    lg__writer writer;
    const lg_fact *info = lg_fact_describe(fact);
    lg_status status = lg__writer_open(&writer, LG_ENGLISH, text, capacity, needed);
    if (status != LG_OK)
        return status;
    if (!info)
        return LG_E_FACT;
    if (!lg__is_unit_of(info, unit))
        return LG_E_UNIT;
    if (!lg__in_range(info, value))
        return LG_E_RANGE;
    status = put_plain(&writer, value, lg_unit_describe(unit)->factor);
    return status == LG_OK ? lg__writer_close(&writer, needed) : status;
}

/* ------------------------------------------------------------------ bounds and measured values */

static int is_rate(const lg_criterion *row) { return row->bound_denominator > 1; }

static lg_unit canonical_of(const lg_criterion *row)
{
    const lg_unit_info *unit = lg_unit_describe(row->unit);
    return unit ? unit->canonical : LG_UNIT_COUNT;
}

static lg__i128 power_of_ten(int exponent)
{
    lg__i128 p = lg__i128_from(1);
    while (exponent-- > 0)
        p = lg__i128_mul(p, lg__i128_from(10));
    return p;
}

/* Largest whole r with r * r <= a, for 0 <= a < 2^124. */
static int64_t floor_root(lg__i128 a)
{
    int64_t low = 0, high = INT64_C(1) << 62;
    while (low < high) {
        int64_t middle = low + (high - low + 1) / 2;
        if (lg__i128_compare(lg__i128_mul64(middle, middle), a) <= 0)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static int is_upper(lg_operator op) { return op == LG_OP_LE || op == LG_OP_LT; }

/* A measured rate in units of 10^-decimals, rounded against the enterprise. */
static int64_t round_rate(const lg_criterion *row, lg__fraction value, int decimals)
{
    int exact;
    lg__i128 scale = power_of_ten(decimals), quotient;
    if (row->kind == LG_KIND_COMPOUND_GROWTH) {
        /* yearly rate: sqrt(1 + growth) - 1; value.n + value.d is y1, which may be negative */
        lg__i128 y1 = lg__i128_add(value.n, value.d);
        if (lg__i128_sign(y1) <= 0)
            return -lg__i128_clamp(scale);
        quotient = lg__i128_floor(lg__i128_mul(y1, lg__i128_mul(scale, scale)), value.d, &exact);
        int64_t root = floor_root(quotient);
        exact = exact && lg__i128_compare(lg__i128_mul64(root, root), quotient) == 0;
        quotient = lg__i128_sub(lg__i128_from(root), scale);
    } else {
        quotient = lg__i128_floor(lg__i128_mul(value.n, scale), value.d, &exact);
    }
    return lg__i128_clamp(quotient) + (is_upper(row->op) && !exact);
}

/* Whether the rounded rate stands to the row's bound as the verdict says. */
static int rate_agrees(const lg_criterion *row, int64_t rate, int decimals, lg_verdict verdict)
{
    lg__fraction shown;
    shown.n = lg__i128_from(rate);
    shown.d = power_of_ten(decimals);
    return lg__meets(row->op, shown, lg__bound_low(row), lg__bound_high(row)) == (verdict == LG_MET);
}

/* Whether ten times as much is still within 64 bits. */
static int has_room(lg__fraction value)
{
    int exact;
    return lg__i128_compare(lg__i128_floor(value.n, value.d, &exact), lg__i128_from(INT64_MAX / 10)) < 0;
}

/* Most decimals that keep every product of round_rate() and rate_agrees() below 2^127, and the result within 64 bits;
 * 3 at least, as no rate exceeds 9e15. */
static int decimals_allowed(const lg_criterion *row, lg__fraction value)
{
    lg__fraction size = value;
    int decimals = 0;
    if (lg__i128_sign(size.n) < 0)
        size.n = lg__i128_sub(lg__i128_from(0), size.n);
    if (row->kind == LG_KIND_COMPOUND_GROWTH)
        return 8; /* y1 <= 9e15, times 10^16 */
    lg__i128 limit = power_of_ten(37);
    while (decimals < MAX_DECIMALS && lg__i128_compare(size.n, limit) < 0 && has_room(size)) {
        size.n = lg__i128_mul(size.n, lg__i128_from(10));
        decimals++;
    }
    return decimals;
}

/* A rate as percent: two decimals (four of the plain number), more if the verdict needs them; one if it is huge. */
static void put_rate(lg__writer *writer, const lg_criterion *row, lg__fraction value, lg_verdict verdict)
{
    int most = decimals_allowed(row, value), decimals = (int)lg__smaller((uint64_t)most, 4);
    int64_t rate = round_rate(row, value, decimals);
    while (decimals < most && !rate_agrees(row, rate, decimals, verdict))
        rate = round_rate(row, value, ++decimals);
    put_scaled(writer, rate, decimals - 2, 2, 1);
    put_unit(writer, LG_UNIT_PERCENT);
}

/* p/q as percent; q divides a power of ten in every rule set, else it is cut off after 4 decimals. */
static void put_rate_bound(lg__writer *writer, const lg_criterion *row, int64_t numerator)
{
    int exact;
    lg__i128 percent =
        lg__i128_floor(lg__i128_mul64(numerator, 1000000), lg__i128_from(row->bound_denominator), &exact);
    put_scaled(writer, lg__i128_clamp(percent), 4, 0, 1);
    put_unit(writer, LG_UNIT_PERCENT);
}

void lg__put_bound(lg__writer *writer, const lg_criterion *row, int64_t numerator)
{
    if (is_rate(row))
        put_rate_bound(writer, row, numerator);
    else if (row->unit == LG_UNIT_LEVEL)
        lg__put_fact_value(writer, &lg__facts[row->facts[0]], numerator);
    else
        lg__put_amount(writer, numerator, canonical_of(row));
}

void lg__put_observed(lg__writer *writer, const lg_criterion *row, const lg_finding *finding)
{
    lg__fraction value = lg__fraction_load(&finding->observed);
    if (lg__i128_sign(value.d) == 0)
        return;
    if (is_rate(row))
        put_rate(writer, row, value, finding->verdict);
    else if (row->unit == LG_UNIT_LEVEL)
        lg__put_fact_value(writer, &lg__facts[row->facts[0]], lg__i128_clamp(value.n));
    else
        lg__put_amount(writer, lg__i128_clamp(value.n), canonical_of(row));
}
