/* SPDX-License-Identifier: Apache-2.0 */
/* Says why a cell is no value of its fact and what would be right. */
#include <stdbool.h>
#include <string.h>

#include "columns.h"

static bool contains(struct span cell, const char *wanted)
{
    size_t length = strlen(wanted);
    size_t i;

    for (i = 0; i + length <= cell.length; i++) {
        if (memcmp(cell.bytes + i, wanted, length) == 0)
            return true;
    }
    return false;
}

static bool contains_any(struct span cell, const char *const *wanted)
{
    for (; *wanted != NULL; wanted++) {
        if (contains(cell, *wanted))
            return true;
    }
    return false;
}

static bool is_any(struct span cell, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (strlen(*words) == cell.length && contains(cell, *words))
            return true;
    }
    return false;
}

static bool consists_of(struct span cell, const char *characters)
{
    size_t i;

    for (i = 0; i < cell.length; i++) {
        if (cell.bytes[i] == '\0' || strchr(characters, cell.bytes[i]) == NULL)
            return false;
    }
    return cell.length > 0;
}

/* ------------------------------------------------- what people write that is not a number */

static bool is_unknown_word(struct span cell)
{
    static const char *const WORDS[] = {
        "NaN", "nan", "NAN", "NA", "N/A", "n/a", "na", "#N/A", "null", "NULL", "None", "none", "nil", "-", "--", "?",
        /* 无 未知 不详 dash */
        "\xE6\x97\xA0", "\xE6\x9C\xAA\xE7\x9F\xA5", "\xE4\xB8\x8D\xE8\xAF\xA6", "\xE2\x80\x94", NULL};

    return is_any(cell, WORDS);
}

static bool has_group_separator(struct span cell)
{
    return consists_of(cell, "+-0123456789,._' ") &&
           (contains(cell, ",") || contains(cell, "'") || contains(cell, "_") || contains(cell, " "));
}

static bool has_exponent(struct span cell)
{
    return consists_of(cell, "+-0123456789.eE") && (contains(cell, "e") || contains(cell, "E"));
}

static bool has_wide_characters(struct span cell)
{
    /* U+FF0B to U+FF19: full-width plus, comma, minus, stop, digits; U+2212 minus sign */
    static const char *const WIDE[] = {"\xEF\xBC\x8B", "\xEF\xBC\x8C", "\xEF\xBC\x8D", "\xEF\xBC\x8E",
                                       "\xEF\xBC\x90", "\xEF\xBC\x91", "\xEF\xBC\x92", "\xEF\xBC\x93",
                                       "\xEF\xBC\x94", "\xEF\xBC\x95", "\xEF\xBC\x96", "\xEF\xBC\x97",
                                       "\xEF\xBC\x98", "\xEF\xBC\x99", "\xE2\x88\x92", NULL};

    return contains_any(cell, WIDE);
}

static bool has_unit(struct span cell)
{
    static const char *const UNITS[] = {/* full-width %, yuan sign, 元 万 亿 年 月 人 */
                                        "%",
                                        "\xEF\xBC\x85",
                                        "\xC2\xA5",
                                        "\xEF\xBF\xA5",
                                        "\xE5\x85\x83",
                                        "\xE4\xB8\x87",
                                        "\xE4\xBA\xBF",
                                        "\xE5\xB9\xB4",
                                        "\xE6\x9C\x88",
                                        "\xE4\xBA\xBA",
                                        "yuan",
                                        "RMB",
                                        "CNY",
                                        NULL};

    return contains_any(cell, UNITS);
}

static bool is_minus_zero(struct span cell)
{
    return cell.bytes[0] == '-' && consists_of(cell, "-0.") && contains(cell, "0");
}

static bool has_plus(struct span cell) { return cell.bytes[0] == '+'; }

static bool is_anything(struct span cell)
{
    (void)cell;
    return true;
}

/* The first row that fits explains the cell. */
static const struct slip {
    bool (*fits)(struct span cell);
    const char *advice;
} SLIPS[] = {
    {is_unknown_word, "is not a number; leave the cell empty if the value is unknown"},
    {has_wide_characters, "has full-width characters; write ASCII digits 0-9, '-' and '.'"},
    {is_minus_zero, "is minus zero, which is not read; write 0"},
    {has_plus, "has a plus sign, which is not read; write the digits alone"},
    {has_exponent, "has an exponent, which is not read; write all digits, such as 1000000000"},
    {has_group_separator, "has group separators, which are not read; write digits with at most a decimal point, "
                          "such as 1234.5"},
    {has_unit, "has a unit in the cell; write the number alone, the column's name tells the unit"},
    {is_anything, "is not a number; write ASCII digits with an optional minus sign and decimal point, "
                  "such as -1234.5"},
};

static struct span trimmed(struct span cell)
{
    while (cell.length > 0 && (cell.bytes[0] == ' ' || cell.bytes[0] == '\t')) {
        cell.bytes++;
        cell.length--;
    }
    while (cell.length > 0 && (cell.bytes[cell.length - 1] == ' ' || cell.bytes[cell.length - 1] == '\t'))
        cell.length--;
    return cell;
}

static void add_text_advice(struct text *why, lg_unit unit, struct span cell)
{
    const struct slip *slip = SLIPS;

    cell = trimmed(cell);
    if (unit == LG_UNIT_FLAG) {
        text_add_string(why, "is neither yes nor no; write 1 or 0 (or yes/no, true/false, "
                             "\xE6\x98\xAF/\xE5\x90\xA6), or leave it empty if it is unknown");
        return;
    }
    if (cell.length == 0) {
        text_add_string(why, "is empty where a value is wanted");
        return;
    }
    while (!slip->fits(cell))
        slip++;
    text_add_string(why, slip->advice);
}

/* ------------------------------------------------------------------- numbers that do not fit */

static void add_inexact_advice(struct text *why, uint32_t fact, lg_unit unit)
{
    const lg_unit_info *written = lg_unit_describe(unit);
    const lg_unit_info *kept = lg_unit_describe(lg_fact_describe(fact)->unit);
    int64_t factor = written->factor;
    int decimals = 0;

    for (; factor % 10 == 0; factor /= 10)
        decimals++;
    if (written->factor == 1)
        text_add_string(why, "is not a whole number, and this column takes no other");
    else if (factor == 1)
        text_add_format(why, "is finer than can be kept; a value in %s has at most %d decimals", written->name,
                        decimals);
    else
        text_add_format(why, "is not a whole number of %s; write it in %s: %s", kept->name, kept->name,
                        lg_fact_describe(fact)->column);
}

static void add_range_advice(struct text *why, uint32_t fact)
{
    const lg_fact *about = lg_fact_describe(fact);
    char low[128];
    char high[128];

    lg_fact_format(fact, about->minimum, LG_ENGLISH, low, sizeof low, NULL);
    lg_fact_format(fact, about->maximum, LG_ENGLISH, high, sizeof high, NULL);
    text_add_format(why, "is out of range; %s is from %s to %s", about->name, low, high);
}

void column_add_refusal(struct text *why, lg_status status, uint32_t fact, lg_unit unit, struct span cell)
{
    switch (status) {
    case LG_E_TEXT:
        add_text_advice(why, unit, cell);
        break;
    case LG_E_INEXACT:
        add_inexact_advice(why, fact, unit);
        break;
    case LG_E_RANGE:
        add_range_advice(why, fact);
        break;
    default:
        text_add_string(why, lg_status_text(status));
        break;
    }
}
