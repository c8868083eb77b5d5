/* SPDX-License-Identifier: Apache-2.0 */
/* The table of facts, their columns, and values read from text. */
#include "suite.h"

#include <stdio.h>

/* ------------------------------------------------------------------- the contract */

/* Names, units, kinds and ranges as they were promised; written by hand, never derived. */
struct promise {
    uint32_t id;
    size_t offset;
    const char *name, *column;
    lg_unit unit;
    lg_fact_kind kind;
    int64_t minimum, maximum;
};

#define PROMISE(ID, name, suffix, unit, kind, low, high)                                                               \
    {                                                                                                                  \
        LG_FACT_##ID, offsetof(lg_profile, name##suffix), #name, #name #suffix, unit, kind, low, high                  \
    }
#define SIGNED_MONEY(ID, name) PROMISE(ID, name, _fen, LG_UNIT_FEN, LG_FACT_KIND_MEASURE, -MONEY_MAX, MONEY_MAX)
#define MONEY(ID, name) PROMISE(ID, name, _fen, LG_UNIT_FEN, LG_FACT_KIND_MEASURE, 0, MONEY_MAX)
#define MONTHS(ID, name) PROMISE(ID, name, _months, LG_UNIT_MONTHS, LG_FACT_KIND_MEASURE, 0, 12000)
#define SHARE(ID, name) PROMISE(ID, name, _bp, LG_UNIT_BP, LG_FACT_KIND_MEASURE, 0, 10000)
#define NUMBER(ID, name, low, high) PROMISE(ID, name, , LG_UNIT_COUNT, LG_FACT_KIND_MEASURE, low, high)
#define COUNTED(ID, name) NUMBER(ID, name, 0, 1000000000)
#define LEVEL(ID, name, low, high) PROMISE(ID, name, , LG_UNIT_LEVEL, LG_FACT_KIND_LEVEL, low, high)
#define POINTS(ID, name, high) PROMISE(ID, name, _cp, LG_UNIT_CP, LG_FACT_KIND_MEASURE, 0, high)
#define FLAG(ID, name, kind) PROMISE(ID, name, , LG_UNIT_FLAG, LG_FACT_KIND_##kind, 0, 1)

static const struct promise PROMISES[] = {
    SIGNED_MONEY(REVENUE_Y1, revenue_y1),
    SIGNED_MONEY(REVENUE_Y2, revenue_y2),
    SIGNED_MONEY(REVENUE_Y3, revenue_y3),
    SIGNED_MONEY(MAIN_REVENUE_Y1, main_revenue_y1),
    SIGNED_MONEY(MAIN_REVENUE_Y2, main_revenue_y2),
    SIGNED_MONEY(MAIN_REVENUE_Y3, main_revenue_y3),
    SIGNED_MONEY(NET_PROFIT_Y1, net_profit_y1),
    SIGNED_MONEY(NET_PROFIT_Y2, net_profit_y2),
    SIGNED_MONEY(NET_PROFIT_Y3, net_profit_y3),
    MONEY(RD_EXPENSE_Y1, rd_expense_y1),
    MONEY(RD_EXPENSE_Y2, rd_expense_y2),
    MONEY(TOTAL_ASSETS_Y1, total_assets_y1),
    MONEY(TOTAL_LIABILITIES_Y1, total_liabilities_y1),
    MONEY(EQUITY_FINANCING_2Y, equity_financing_2y),
    MONEY(EQUITY_FINANCING_3Y, equity_financing_3y),
    MONTHS(BUSINESS_AGE, business_age),
    MONTHS(SEGMENT_AGE, segment_age),
    SHARE(MARKET_SHARE, market_share),
    SHARE(MAIN_PRODUCT_SHARE, main_product_share),
    COUNTED(EMPLOYEES, employees),
    COUNTED(RD_STAFF, rd_staff),
    NUMBER(PROVINCE_RANK, province_rank, 1, 1000000),
    NUMBER(NATIONAL_RANK, national_rank, 1, 1000000),
    NUMBER(IT_SUPPORTED_BUSINESSES, it_supported_businesses, 0, 1000),
    COUNTED(INVENTION_PATENTS, invention_patents),
    COUNTED(UTILITY_DESIGN_PATENTS, utility_design_patents),
    COUNTED(SOFTWARE_COPYRIGHTS, software_copyrights),
    COUNTED(IP_CLASS1, ip_class1),
    COUNTED(IP_CLASS1_OWN, ip_class1_own),
    COUNTED(IP_CLASS1_HIGH_VALUE, ip_class1_high_value),
    COUNTED(IP_CLASS2, ip_class2),
    COUNTED(STANDARDS_LED, standards_led),
    NUMBER(NATIONAL_AWARD_RANK, national_award_rank, 0, 1000000),
    NUMBER(PROVINCE_AWARD_RANK, province_award_rank, 0, 1000000),
    LEVEL(SIZE_SECTOR, size_sector, 1, 16),
    LEVEL(RD_BODY_LEVEL, rd_body_level, 0, 4),
    LEVEL(DIGITAL_LEVEL, digital_level, 0, 4),
    POINTS(PLATFORM_SCORE_Y1, platform_score_y1, 10000),
    POINTS(PLATFORM_SCORE_Y2, platform_score_y2, 10000),
    POINTS(LOCAL_SCORE, local_score, 1500),
    FLAG(MAINLAND_LEGAL_ENTITY, mainland_legal_entity, REPORTED),
    FLAG(SRDI_TITLE, srdi_title, REPORTED),
    FLAG(SRDI_CANDIDATE, srdi_candidate, REPORTED),
    FLAG(INNOVATIVE_SME_TITLE, innovative_sme_title, REPORTED),
    FLAG(TECH_SME_TITLE, tech_sme_title, REPORTED),
    FLAG(LITTLE_GIANT_TITLE, little_giant_title, REPORTED),
    FLAG(SINGLE_CHAMPION, single_champion, REPORTED),
    FLAG(INNOVATION_HONOUR, innovation_honour, REPORTED),
    FLAG(SPECIAL_TITLE, special_title, REPORTED),
    FLAG(ABNORMAL_OPERATION_LIST, abnormal_operation_list, EXCLUSION),
    FLAG(DISHONESTY_LIST, dishonesty_list, EXCLUSION),
    FLAG(RESTRICTED_BUSINESS, restricted_business, EXCLUSION),
    FLAG(MAJOR_ACCIDENT_3Y, major_accident_3y, EXCLUSION),
    FLAG(TAX_VIOLATION_3Y, tax_violation_3y, EXCLUSION),
    FLAG(FALSE_APPLICATION, false_application, EXCLUSION),
    FLAG(CONTROLLED_BY_LITTLE_GIANT, controlled_by_little_giant, EXCLUSION),
    FLAG(MANAGEMENT_CERTIFIED, management_certified, REPORTED),
    FLAG(OVERSEAS_CERTIFIED, overseas_certified, REPORTED),
    FLAG(PRODUCT_STANDARD, product_standard, REPORTED),
    FLAG(OWN_BRAND, own_brand, REPORTED),
    FLAG(PROVINCE_QUALITY_AWARD, province_quality_award, REPORTED),
    FLAG(STANDARDS_PARTICIPANT, standards_participant, REPORTED),
    FLAG(ADVANCED_MANAGEMENT, advanced_management, REPORTED),
    FLAG(MAKER_TOP50_3Y, maker_top50_3y, REPORTED),
    FLAG(MAKER_TOP500_3Y, maker_top500_3y, REPORTED),
    FLAG(STRATEGIC_EMERGING, strategic_emerging, REPORTED),
    FLAG(KEY_FIELD, key_field, REPORTED),
    FLAG(SIX_BASE_OR_KEY_CHAIN, six_base_or_key_chain, REPORTED),
    FLAG(GAP_FILLING, gap_filling, REPORTED),
    FLAG(STRONG_INNOVATOR, strong_innovator, ASSERTED),
    FLAG(SPECIALISED_STRATEGY, specialised_strategy, ASSERTED),
    FLAG(SOUND_GOVERNANCE, sound_governance, ASSERTED),
    FLAG(LEADING_QUALITY, leading_quality, ASSERTED),
    FLAG(HIGH_REPUTATION, high_reputation, ASSERTED),
    FLAG(KEY_CHAIN_LINK, key_chain_link, ASSERTED),
    FLAG(KEY_BREAKTHROUGH, key_breakthrough, ASSERTED),
    FLAG(RD_RATIO_LEADING, rd_ratio_leading, ASSERTED),
    FLAG(NATIONALLY_LEADING_SHARE, nationally_leading_share, ASSERTED),
};

/* ---------------------------------------------------------------------------- table */

START_TEST(every_promised_fact_is_there_as_promised)
{
    const struct promise *p = &PROMISES[_i];
    const lg_fact *fact = lg_fact_describe(p->id);
    ck_assert_uint_eq(p->id, (uint32_t)_i);
    ck_assert_ptr_nonnull(fact);
    ck_assert_uint_eq(fact->id, p->id);
    ck_assert_uint_eq(fact->offset, p->offset);
    ck_assert_str_eq(fact->name, p->name);
    ck_assert_str_eq(fact->column, p->column);
    ck_assert_int_eq(fact->unit, p->unit);
    ck_assert_int_eq(fact->kind, p->kind);
    ck_assert_int_eq(fact->minimum, p->minimum);
    ck_assert_int_eq(fact->maximum, p->maximum);
}
END_TEST

/* The column engine takes it from here that a product with the maximum is the largest. */
START_TEST(no_fact_reaches_further_below_zero_than_above)
{
    for (uint32_t fact = 0; fact < lg_fact_count(); fact++) {
        const lg_fact *info = lg_fact_describe(fact);
        ck_assert_msg(info->maximum > 0 && info->minimum >= -info->maximum, "%s", info->name);
    }
}
END_TEST

START_TEST(there_is_no_fact_beyond_the_promised_ones)
{
    ck_assert_uint_eq(lg_fact_count(), COUNT(PROMISES));
    ck_assert_ptr_null(lg_fact_describe(lg_fact_count()));
    ck_assert_ptr_null(lg_fact_describe(LG_FACT_NONE));
    ck_assert_ptr_null(lg_fact_describe(0x80000000u));
}
END_TEST

START_TEST(facts_fill_the_profile_without_gaps)
{
    size_t offset = offsetof(lg_profile, revenue_y1_fen);
    ck_assert_uint_eq(offset, 40);
    for (uint32_t f = 0; f < lg_fact_count(); f++, offset += sizeof(int64_t))
        ck_assert_uint_eq(lg_fact_describe(f)->offset, offset);
    ck_assert_uint_eq(offset, lg_profile_size());
    ck_assert_uint_eq(sizeof(lg_profile), lg_profile_size());
    ck_assert_uint_le(lg_fact_count(), 4 * 64);
}
END_TEST

START_TEST(every_fact_is_found_by_its_name) { ck_assert_uint_eq(lg_fact_find(PROMISES[_i].name), PROMISES[_i].id); }
END_TEST

START_TEST(no_fact_is_found_by_another_name)
{
    static const char *const NAMES[] = {
        "",           " ",          "revenue",   "revenue_y", "revenue_y11", "Employees", "revenue_y1_fen",
        "employees ", " employees", "revenue-y1"};
    for (size_t i = 0; i < COUNT(NAMES); i++)
        ck_assert_msg(lg_fact_find(NAMES[i]) == LG_FACT_NONE, "\"%s\" was found", NAMES[i]);
    ck_assert_uint_eq(lg_fact_find(NULL), LG_FACT_NONE);
}
END_TEST

/* ---------------------------------------------------------------------------- units */

static const struct unit_row {
    lg_unit unit, canonical;
    int64_t factor;
    const char *name, *suffix;
} UNITS[] = {
    {LG_UNIT_FEN, LG_UNIT_FEN, 1, "fen", "_fen"},
    {LG_UNIT_YUAN, LG_UNIT_FEN, 100, "yuan", "_yuan"},
    {LG_UNIT_WAN, LG_UNIT_FEN, 1000000, "wan", "_wan"},
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

START_TEST(every_unit_is_as_promised)
{
    const struct unit_row *u = &UNITS[_i];
    const lg_unit_info *info = lg_unit_describe(u->unit);
    ck_assert_ptr_nonnull(info);
    ck_assert_int_eq(info->unit, u->unit);
    ck_assert_int_eq(info->canonical, u->canonical);
    ck_assert_int_eq(info->factor, u->factor);
    ck_assert_str_eq(info->name, u->name);
    ck_assert_str_eq(info->suffix, u->suffix);
}
END_TEST

START_TEST(there_is_no_other_unit)
{
    ck_assert_ptr_null(lg_unit_describe(LG_UNIT_NONE));
    ck_assert_ptr_null(lg_unit_describe(15));
    ck_assert_ptr_null(lg_unit_describe(-1));
    ck_assert_ptr_null(lg_unit_describe(INT32_MIN));
    ck_assert_ptr_null(lg_unit_describe(INT32_MAX));
}
END_TEST

/* -------------------------------------------------------------------------- columns */

/* What a name with a suffix must give: its unit, or a status that tells what is wrong. */
static lg_status column_status(const struct promise *p, const struct unit_row *suffix)
{
    if (suffix == NULL)
        return strcmp(p->name, p->column) == 0 ? LG_OK : LG_E_UNIT;
    return suffix->canonical == p->unit ? LG_OK : LG_E_UNIT;
}

static void check_column(const struct promise *p, const struct unit_row *suffix)
{
    char column[96];
    uint32_t fact;
    lg_unit unit;
    lg_status expected = column_status(p, suffix), status;
    snprintf(column, sizeof column, "%s%s", p->name, suffix ? suffix->suffix : "");
    POISON(fact);
    POISON(unit);
    status = lg_fact_find_column(column, &fact, &unit);
    ck_assert_msg(status == expected, "%s: status %d, expected %d", column, (int)status, (int)expected);
    ck_assert_msg(fact == p->id, "%s: fact %u", column, (unsigned)fact);
    if (expected == LG_OK)
        ck_assert_msg(unit == (suffix ? suffix->unit : p->unit), "%s: unit %d", column, (int)unit);
    else
        ck_assert_msg(unit == LG_UNIT_NONE, "%s: unit %d left", column, (int)unit);
}

START_TEST(a_column_needs_a_suffix_of_its_fact_s_unit)
{
    check_column(&PROMISES[_i], NULL);
    for (size_t u = 0; u < COUNT(UNITS); u++)
        if (UNITS[u].suffix[0] != '\0')
            check_column(&PROMISES[_i], &UNITS[u]);
}
END_TEST

START_TEST(a_column_that_names_no_fact_is_refused)
{
    static const char *const COLUMNS[] = {"",
                                          "_fen",
                                          "revenue_fen",
                                          "revenue_y1_",
                                          "revenue_y1_usd",
                                          "Revenue_y1_fen",
                                          "revenue_y1_fen ",
                                          "revenue_y1_fen_fen",
                                          "employees_",
                                          "employeesx",
                                          "id",
                                          "revenue_y1fen"};
    for (size_t i = 0; i < COUNT(COLUMNS); i++) {
        uint32_t fact = 7;
        lg_unit unit = 7;
        lg_status status = lg_fact_find_column(COLUMNS[i], &fact, &unit);
        ck_assert_msg(status == LG_E_FACT, "\"%s\": status %d", COLUMNS[i], (int)status);
        ck_assert_msg(fact == LG_FACT_NONE && unit == LG_UNIT_NONE, "\"%s\": outputs not reset", COLUMNS[i]);
    }
}
END_TEST

/* --------------------------------------------------------------------- values as text */

/* lg_fact_parse on a heap block of exactly this length: reading on is an error under the
 * address sanitizer and valgrind. */
static lg_status parse_block(uint32_t fact, lg_unit unit, const char *text, size_t length, int64_t *value)
{
    char *block = malloc(length > 0 ? length : 1);
    lg_status status;
    ck_assert_ptr_nonnull(block);
    memcpy(block, text, length);
    POISON(*value);
    status = lg_fact_parse(fact, unit, block, length, value);
    free(block);
    if (status != LG_OK)
        ck_assert_msg(*value == 0, "\"%.*s\": value %lld left after failure", (int)length, text, (long long)*value);
    return status;
}

#define MONEY_FACT LG_FACT_REVENUE_Y1
#define NO_VALUE 0

static const struct parse_row {
    uint32_t fact;
    lg_unit unit;
    const char *text;
    lg_status status;
    int64_t value;
} PARSES[] = {
    /* money, exactly */
    {MONEY_FACT, LG_UNIT_FEN, "0", LG_OK, 0},
    {MONEY_FACT, LG_UNIT_FEN, "123", LG_OK, 123},
    {MONEY_FACT, LG_UNIT_FEN, "-123", LG_OK, -123},
    {MONEY_FACT, LG_UNIT_FEN, "123.0", LG_OK, 123},
    {MONEY_FACT, LG_UNIT_FEN, "123.1", LG_E_INEXACT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "0.01", LG_OK, 1},
    {MONEY_FACT, LG_UNIT_YUAN, "-0.01", LG_OK, -1},
    {MONEY_FACT, LG_UNIT_YUAN, "0.1", LG_OK, 10},
    {MONEY_FACT, LG_UNIT_YUAN, "0.010", LG_OK, 1},
    {MONEY_FACT, LG_UNIT_YUAN, "0.001", LG_E_INEXACT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "0.011", LG_E_INEXACT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "99999999.99", LG_OK, INT64_C(9999999999)},
    {MONEY_FACT, LG_UNIT_YUAN, "100000000", LG_OK, INT64_C(10000000000)},
    {MONEY_FACT, LG_UNIT_YUAN, "-1.5", LG_OK, -150},
    {MONEY_FACT, LG_UNIT_WAN, "10000", LG_OK, INT64_C(10000000000)},
    {MONEY_FACT, LG_UNIT_WAN, "9999.999999", LG_OK, INT64_C(9999999999)},
    {MONEY_FACT, LG_UNIT_WAN, "0.000001", LG_OK, 1},
    {MONEY_FACT, LG_UNIT_WAN, "0.0000001", LG_E_INEXACT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_WAN, "47073.20", LG_OK, INT64_C(47073200000)},
    {MONEY_FACT, LG_UNIT_YI, "1", LG_OK, INT64_C(10000000000)},
    {MONEY_FACT, LG_UNIT_YI, "1.38", LG_OK, INT64_C(13800000000)},
    {MONEY_FACT, LG_UNIT_YI, "0.0000000001", LG_OK, 1},
    {MONEY_FACT, LG_UNIT_WAN, "1.0000000001", LG_E_INEXACT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YI, "0.00000000001", LG_E_INEXACT, NO_VALUE},
    /* the ends of the range, and one fen beyond, in every unit */
    {MONEY_FACT, LG_UNIT_FEN, "9000000000000000", LG_OK, MONEY_MAX},
    {MONEY_FACT, LG_UNIT_FEN, "9000000000000001", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_FEN, "-9000000000000000", LG_OK, -MONEY_MAX},
    {MONEY_FACT, LG_UNIT_FEN, "-9000000000000001", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "90000000000000.00", LG_OK, MONEY_MAX},
    {MONEY_FACT, LG_UNIT_YUAN, "90000000000000.01", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_WAN, "9000000000", LG_OK, MONEY_MAX},
    {MONEY_FACT, LG_UNIT_WAN, "9000000000.000001", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YI, "-900000", LG_OK, -MONEY_MAX},
    {MONEY_FACT, LG_UNIT_YI, "-900000.0000000001", LG_E_RANGE, NO_VALUE},
    /* far beyond, also beyond 64 and 128 bits: never wrapped round into the range */
    {MONEY_FACT, LG_UNIT_YUAN, "9999999999999999999", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_FEN, "9223372036854775807", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_FEN, "9223372036854775808", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_FEN, "-9223372036854775808", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_FEN, "-9223372036854775809", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_FEN, "18446744073709551616", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_FEN, "18446744073709551617", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "184467440737095516.17", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YI, "1844674407.3709551617", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YI, "340282366920938463463374607431768211457", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YI, "99999999999999999999999999999999999999999999999999999999", LG_E_RANGE, NO_VALUE},
    /* zeros that change nothing */
    {MONEY_FACT, LG_UNIT_YUAN, "000000000000000000000000000000000000000000001", LG_OK, 100},
    {MONEY_FACT, LG_UNIT_YUAN, "1.00000000000000000000000000000000000000000000", LG_OK, 100},
    {MONEY_FACT, LG_UNIT_YUAN, "0.00000000000000000000000000000000000000000001", LG_E_INEXACT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "0.00", LG_OK, 0},
    /* never another notation */
    {MONEY_FACT, LG_UNIT_YUAN, "1,234.5", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "1,234", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN,
     "1\xEF\xBC\x8C"
     "234",
     LG_E_TEXT, NO_VALUE}, /* full-width comma */
    {MONEY_FACT, LG_UNIT_YUAN, "1_234", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "1 234", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "1e9", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "1E9", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "0x10", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x93", LG_E_TEXT, NO_VALUE}, /* full-width 123 */
    {MONEY_FACT, LG_UNIT_YUAN, "-0", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "-0.00", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "-000", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "+1", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "--1", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "- 1", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "1-", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "(1)", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN,
     "\xE2\x88\x92"
     "1",
     LG_E_TEXT, NO_VALUE}, /* U+2212 */
    {MONEY_FACT, LG_UNIT_YUAN, "-", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, ".", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "-.", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, ".5", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "5.", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "1.2.3", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "1..2", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "NaN", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "inf", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "-inf", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "null", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "1 yuan", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "1x", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "x1", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "1%", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "yes", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "\xE6\x98\xAF", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "\xFF", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "   ", LG_E_TEXT, NO_VALUE},
    /* a fault of notation counts more than one of range or exactness */
    {MONEY_FACT, LG_UNIT_YUAN, "99999999999999999999999999999999999999999x", LG_E_TEXT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YUAN, "0.001x", LG_E_TEXT, NO_VALUE},
    /* spaces around */
    {MONEY_FACT, LG_UNIT_YUAN, " 12.5", LG_OK, 1250},
    {MONEY_FACT, LG_UNIT_YUAN, "12.5 ", LG_OK, 1250},
    {MONEY_FACT, LG_UNIT_YUAN, "   -12.5   ", LG_OK, -1250},
    /* an expense cannot be negative */
    {LG_FACT_RD_EXPENSE_Y1, LG_UNIT_FEN, "-1", LG_E_RANGE, NO_VALUE},
    {LG_FACT_RD_EXPENSE_Y1, LG_UNIT_FEN, "0", LG_OK, 0},
    /* durations */
    {LG_FACT_SEGMENT_AGE, LG_UNIT_MONTHS, "36", LG_OK, 36},
    {LG_FACT_SEGMENT_AGE, LG_UNIT_YEARS, "3", LG_OK, 36},
    {LG_FACT_SEGMENT_AGE, LG_UNIT_YEARS, "1.5", LG_OK, 18},
    {LG_FACT_SEGMENT_AGE, LG_UNIT_YEARS, "0.25", LG_OK, 3},
    {LG_FACT_SEGMENT_AGE, LG_UNIT_YEARS, "2.75", LG_OK, 33},
    {LG_FACT_SEGMENT_AGE, LG_UNIT_YEARS, "0.1", LG_E_INEXACT, NO_VALUE},
    {LG_FACT_SEGMENT_AGE, LG_UNIT_YEARS, "2.99", LG_E_INEXACT, NO_VALUE},
    {LG_FACT_SEGMENT_AGE, LG_UNIT_YEARS, "0.083333333333333333333333", LG_E_INEXACT, NO_VALUE},
    {LG_FACT_SEGMENT_AGE, LG_UNIT_YEARS, "1000", LG_OK, 12000},
    {LG_FACT_SEGMENT_AGE, LG_UNIT_YEARS, "1000.25", LG_E_RANGE, NO_VALUE},
    {LG_FACT_SEGMENT_AGE, LG_UNIT_YEARS, "1001", LG_E_RANGE, NO_VALUE},
    {LG_FACT_SEGMENT_AGE, LG_UNIT_MONTHS, "12001", LG_E_RANGE, NO_VALUE},
    {LG_FACT_SEGMENT_AGE, LG_UNIT_MONTHS, "-1", LG_E_RANGE, NO_VALUE},
    /* shares */
    {LG_FACT_MARKET_SHARE, LG_UNIT_BP, "1000", LG_OK, 1000},
    {LG_FACT_MARKET_SHARE, LG_UNIT_PERCENT, "10", LG_OK, 1000},
    {LG_FACT_MARKET_SHARE, LG_UNIT_PERCENT, "9.99", LG_OK, 999},
    {LG_FACT_MARKET_SHARE, LG_UNIT_PERCENT, "9.999", LG_E_INEXACT, NO_VALUE},
    {LG_FACT_MARKET_SHARE, LG_UNIT_PERCENT, "0.005", LG_E_INEXACT, NO_VALUE},
    {LG_FACT_MARKET_SHARE, LG_UNIT_PERCENT, "100", LG_OK, 10000},
    {LG_FACT_MARKET_SHARE, LG_UNIT_PERCENT, "100.01", LG_E_RANGE, NO_VALUE},
    {LG_FACT_MARKET_SHARE, LG_UNIT_PERCENT, "10%", LG_E_TEXT, NO_VALUE},
    /* counts, ranks and levels */
    {LG_FACT_EMPLOYEES, LG_UNIT_COUNT, "300", LG_OK, 300},
    {LG_FACT_EMPLOYEES, LG_UNIT_COUNT, "300.0", LG_OK, 300},
    {LG_FACT_EMPLOYEES, LG_UNIT_COUNT, "300.5", LG_E_INEXACT, NO_VALUE},
    {LG_FACT_EMPLOYEES, LG_UNIT_COUNT, "-1", LG_E_RANGE, NO_VALUE},
    {LG_FACT_PROVINCE_RANK, LG_UNIT_COUNT, "1", LG_OK, 1},
    {LG_FACT_PROVINCE_RANK, LG_UNIT_COUNT, "0", LG_E_RANGE, NO_VALUE},
    {LG_FACT_NATIONAL_AWARD_RANK, LG_UNIT_COUNT, "0", LG_OK, 0},
    {LG_FACT_SIZE_SECTOR, LG_UNIT_LEVEL, "16", LG_OK, 16},
    {LG_FACT_SIZE_SECTOR, LG_UNIT_LEVEL, "17", LG_E_RANGE, NO_VALUE},
    {LG_FACT_SIZE_SECTOR, LG_UNIT_LEVEL, "0", LG_E_RANGE, NO_VALUE},
    /* points */
    {LG_FACT_PLATFORM_SCORE_Y1, LG_UNIT_CP, "6050", LG_OK, 6050},
    {LG_FACT_PLATFORM_SCORE_Y1, LG_UNIT_POINTS, "60.5", LG_OK, 6050},
    {LG_FACT_PLATFORM_SCORE_Y1, LG_UNIT_POINTS, "59.99", LG_OK, 5999},
    {LG_FACT_PLATFORM_SCORE_Y1, LG_UNIT_POINTS, "59.999", LG_E_INEXACT, NO_VALUE},
    {LG_FACT_PLATFORM_SCORE_Y1, LG_UNIT_POINTS, "100.01", LG_E_RANGE, NO_VALUE},
    {LG_FACT_LOCAL_SCORE, LG_UNIT_POINTS, "15", LG_OK, 1500},
    {LG_FACT_LOCAL_SCORE, LG_UNIT_POINTS, "15.01", LG_E_RANGE, NO_VALUE},
    /* flags */
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "1", LG_OK, 1},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "0", LG_OK, 0},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "yes", LG_OK, 1},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "no", LG_OK, 0},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "true", LG_OK, 1},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "false", LG_OK, 0},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "\xE6\x98\xAF", LG_OK, 1}, /* 是 */
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "\xE5\x90\xA6", LG_OK, 0}, /* 否 */
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, " \xE6\x98\xAF ", LG_OK, 1},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, " yes ", LG_OK, 1},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "\xE6\x98", LG_E_TEXT, NO_VALUE}, /* 是 cut off */
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "\xE6\x98\xAF\xE5\x90\xA6", LG_E_TEXT, NO_VALUE},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "y", LG_E_TEXT, NO_VALUE},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "ye", LG_E_TEXT, NO_VALUE},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "yess", LG_E_TEXT, NO_VALUE},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "ya", LG_E_TEXT, NO_VALUE},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "10", LG_E_TEXT, NO_VALUE},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "", LG_E_TEXT, NO_VALUE},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "unknown", LG_E_TEXT, NO_VALUE},
    /* a unit that the fact cannot take */
    {MONEY_FACT, LG_UNIT_PERCENT, "1", LG_E_UNIT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_NONE, "1", LG_E_UNIT, NO_VALUE},
    {MONEY_FACT, LG_UNIT_FLAG, "1", LG_E_UNIT, NO_VALUE},
    {MONEY_FACT, 15, "1", LG_E_UNIT, NO_VALUE},
    {MONEY_FACT, -1, "1", LG_E_UNIT, NO_VALUE},
    {LG_FACT_EMPLOYEES, LG_UNIT_FEN, "1", LG_E_UNIT, NO_VALUE},
    {LG_FACT_EMPLOYEES, LG_UNIT_LEVEL, "1", LG_E_UNIT, NO_VALUE},
    {LG_FACT_OWN_BRAND, LG_UNIT_COUNT, "1", LG_E_UNIT, NO_VALUE},
    {LG_FACT_MARKET_SHARE, LG_UNIT_POINTS, "1", LG_E_UNIT, NO_VALUE},
    /* words and blanks as people type them */
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "YES", LG_OK, 1},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "False", LG_OK, 0},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "FALSE", LG_OK, 0},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "yes!", LG_E_TEXT, NO_VALUE},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "[o", LG_E_TEXT, NO_VALUE}, /* '[' follows 'Z' */
    {MONEY_FACT, LG_UNIT_FEN, "\t5 \t", LG_OK, 5},
    {MONEY_FACT, LG_UNIT_YI, "1.123456789", LG_OK, INT64_C(11234567890)},
    /* so large that it would not fit 64 bits in fen */
    {MONEY_FACT, LG_UNIT_YI, "900000", LG_OK, MONEY_MAX},
    {MONEY_FACT, LG_UNIT_YI, "900000001", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YI, "922337203", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YI, "922337204", LG_E_RANGE, NO_VALUE},
    {MONEY_FACT, LG_UNIT_YI, "18446744074", LG_E_RANGE, NO_VALUE}, /* 1.8e20 is a small number modulo 2^64 */
    /* no such fact */
    {78, LG_UNIT_FEN, "1", LG_E_FACT, NO_VALUE},
    {LG_FACT_NONE, LG_UNIT_FEN, "1", LG_E_FACT, NO_VALUE},
};

START_TEST(text_is_read_exactly_or_refused)
{
    const struct parse_row *r = &PARSES[_i];
    int64_t value;
    lg_status status = parse_block(r->fact, r->unit, r->text, strlen(r->text), &value);
    ck_assert_msg(status == r->status, "fact %u unit %d \"%s\": status %d, expected %d", (unsigned)r->fact,
                  (int)r->unit, r->text, (int)status, (int)r->status);
    ck_assert_msg(value == r->value, "fact %u unit %d \"%s\": %lld, expected %lld", (unsigned)r->fact, (int)r->unit,
                  r->text, (long long)value, (long long)r->value);
}
END_TEST

START_TEST(a_nul_inside_the_text_is_refused)
{
    int64_t value;
    ck_assert_int_eq(parse_block(MONEY_FACT, LG_UNIT_YUAN, "1\0", 2, &value), LG_E_TEXT);
    ck_assert_int_eq(parse_block(MONEY_FACT, LG_UNIT_YUAN,
                                 "1\0"
                                 "2",
                                 3, &value),
                     LG_E_TEXT);
    ck_assert_int_eq(parse_block(MONEY_FACT, LG_UNIT_YUAN,
                                 "\0"
                                 "1",
                                 2, &value),
                     LG_E_TEXT);
    ck_assert_int_eq(parse_block(LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "yes\0", 4, &value), LG_E_TEXT);
}
END_TEST

START_TEST(only_length_bytes_are_read)
{
    int64_t value;
    ck_assert_int_eq(lg_fact_parse(MONEY_FACT, LG_UNIT_YUAN, "12345", 3, &value), LG_OK);
    ck_assert_int_eq(value, 12300);
    ck_assert_int_eq(lg_fact_parse(MONEY_FACT, LG_UNIT_YUAN, "12.34x", 5, &value), LG_OK);
    ck_assert_int_eq(value, 1234);
    ck_assert_int_eq(lg_fact_parse(LG_FACT_OWN_BRAND, LG_UNIT_FLAG, "nope", 2, &value), LG_OK);
    ck_assert_int_eq(value, 0);
}
END_TEST

/* Writes value / factor in decimals; factor is a power of ten. */
static void decimal_text(int64_t value, int64_t factor, char *text, size_t size)
{
    int64_t magnitude = value < 0 ? -value : value, rest = magnitude % factor;
    size_t length = (size_t)snprintf(text, size, "%s%lld", value < 0 ? "-" : "", (long long)(magnitude / factor));
    ck_assert_uint_lt(length + 16, size);
    if (factor > 1)
        text[length++] = '.';
    for (factor /= 10; factor > 0; rest %= factor, factor /= 10)
        text[length++] = (char)('0' + rest / factor);
    text[length] = '\0';
}

static void check_text(const struct promise *p, const struct unit_row *u, int64_t value, const char *text)
{
    int64_t got;
    lg_status expected = value < p->minimum || value > p->maximum ? LG_E_RANGE : LG_OK;
    lg_status status = parse_block(p->id, u->unit, text, strlen(text), &got);
    ck_assert_msg(status == expected, "%s in %s: \"%s\" gives status %d", p->name, u->name, text, (int)status);
    if (expected == LG_OK)
        ck_assert_msg(got == value, "%s in %s: \"%s\" gives %lld", p->name, u->name, text, (long long)got);
}

/* As it is usually written, and with more zeros in front than any number has digits. */
static void check_parse(const struct promise *p, const struct unit_row *u, int64_t value)
{
    char text[64], padded[96];
    decimal_text(value, u->factor, text, sizeof text);
    check_text(p, u, value, text);
    snprintf(padded, sizeof padded, "%s%020d%s", value < 0 ? "-" : "", 0, text + (value < 0));
    check_text(p, u, value, padded);
}

/* Flags are words, years are not decimal; both stand in the table above. */
START_TEST(both_ends_of_every_range_are_read_in_every_decimal_unit_and_one_beyond_is_refused)
{
    const struct promise *p = &PROMISES[_i];
    for (size_t u = 0; u < COUNT(UNITS); u++) {
        if (UNITS[u].canonical != p->unit || UNITS[u].unit == LG_UNIT_YEARS || p->unit == LG_UNIT_FLAG)
            continue;
        check_parse(p, &UNITS[u], p->minimum);
        check_parse(p, &UNITS[u], p->maximum);
        check_parse(p, &UNITS[u], p->minimum - 1);
        check_parse(p, &UNITS[u], p->maximum + 1);
    }
}
END_TEST

/* ------------------------------------------------------------------------ for people */

/* A place that is missing is an error, as is a unit that the fact cannot have. */
START_TEST(a_value_is_written_for_machines_or_refused)
{
    char text[32];
    uint64_t needed = 7;
    ck_assert_int_eq(lg_fact_write(LG_FACT_REVENUE_Y1, LG_UNIT_YUAN, 1, NULL, 1, &needed), LG_E_NULL);
    ck_assert_uint_eq(needed, 0);
    ck_assert_int_eq(lg_fact_write(LG_FACT_NONE, LG_UNIT_YUAN, 1, text, sizeof text, NULL), LG_E_FACT);
    ck_assert_int_eq(lg_fact_write(LG_FACT_REVENUE_Y1, LG_UNIT_MONTHS, 1, text, sizeof text, NULL), LG_E_UNIT);
    ck_assert_int_eq(lg_fact_write(LG_FACT_REVENUE_Y1, LG_UNIT_YUAN, MONEY_MAX + 1, text, sizeof text, NULL),
                     LG_E_RANGE);
    ck_assert_int_eq(lg_fact_write(LG_FACT_REVENUE_Y1, LG_UNIT_YUAN, MONEY_MAX, text, sizeof text, NULL), LG_OK);
    ck_assert_str_eq(text, "90000000000000.00");
}
END_TEST

static const struct format_row {
    uint32_t fact;
    int64_t value;
    lg_language language;
    const char *text;
} FORMATS[] = {
    {LG_FACT_REVENUE_Y1, INT64_C(10000000000), LG_ENGLISH, "100,000,000.00 yuan"},
    {LG_FACT_REVENUE_Y1, 0, LG_ENGLISH, "0.00 yuan"},
    {LG_FACT_REVENUE_Y1, 1, LG_ENGLISH, "0.01 yuan"},
    {LG_FACT_REVENUE_Y1, -1, LG_ENGLISH, "-0.01 yuan"},
    {LG_FACT_REVENUE_Y1, -123456, LG_ENGLISH, "-1,234.56 yuan"},
    {LG_FACT_REVENUE_Y1, MONEY_MAX, LG_ENGLISH, "90,000,000,000,000.00 yuan"},
    {LG_FACT_REVENUE_Y1, 999999, LG_CHINESE, "9,999.99元"},
    {LG_FACT_REVENUE_Y1, 1000000, LG_CHINESE, "1万元"},
    {LG_FACT_REVENUE_Y1, -1000000, LG_CHINESE, "-1万元"},
    {LG_FACT_MARKET_SHARE, 150, LG_ENGLISH, "1.5 %"},
    {LG_FACT_MARKET_SHARE, 1000, LG_ENGLISH, "10 %"},
    {LG_FACT_MARKET_SHARE, 999, LG_ENGLISH, "9.99 %"},
    {LG_FACT_SEGMENT_AGE, 0, LG_ENGLISH, "0 months"},
    {LG_FACT_SEGMENT_AGE, 1, LG_ENGLISH, "1 month"},
    {LG_FACT_SEGMENT_AGE, 11, LG_ENGLISH, "11 months"},
    {LG_FACT_SEGMENT_AGE, 12, LG_ENGLISH, "1 year"},
    {LG_FACT_SEGMENT_AGE, 13, LG_ENGLISH, "13 months"},
    {LG_FACT_SEGMENT_AGE, 24, LG_ENGLISH, "2 years"},
    {LG_FACT_SEGMENT_AGE, 12, LG_INDONESIAN, "1 tahun"},
    {LG_FACT_OWN_BRAND, 1, LG_ENGLISH, "yes"},
    {LG_FACT_OWN_BRAND, 0, LG_ENGLISH, "no"},
    {LG_FACT_OWN_BRAND, 1, LG_CHINESE, "\xE6\x98\xAF"},
    {LG_FACT_OWN_BRAND, 0, LG_CHINESE, "\xE5\x90\xA6"},
    {LG_FACT_OWN_BRAND, 1, LG_INDONESIAN, "ya"},
    {LG_FACT_OWN_BRAND, 0, LG_INDONESIAN, "tidak"},
};

START_TEST(values_are_written_for_people)
{
    const struct format_row *r = &FORMATS[_i];
    char text[128];
    uint64_t needed;
    POISON(text);
    POISON(needed);
    ck_assert_int_eq(lg_fact_format(r->fact, r->value, r->language, text, sizeof text, &needed), LG_OK);
    ck_assert_str_eq(text, r->text);
    ck_assert_uint_eq(needed, strlen(r->text) + 1);
}
END_TEST

/* The range is not checked when writing: any 64-bit number must come out whole. */
START_TEST(the_extremes_of_64_bits_are_written_too)
{
    static const int64_t VALUES[] = {INT64_MIN, INT64_MIN + 1, INT64_MAX};
    uint32_t fact = (uint32_t)_i;
    for (size_t i = 0; i < COUNT(VALUES); i++)
        for (lg_language language = LG_ENGLISH; language <= LG_INDONESIAN; language++) {
            char text[128];
            ck_assert_int_eq(lg_fact_format(fact, VALUES[i], language, text, sizeof text, NULL), LG_OK);
            ck_assert(has_text(text) && is_utf8(text));
        }
}
END_TEST

START_TEST(a_value_is_cut_at_the_end_of_the_buffer)
{
    static const char WHOLE[] = "100,000,000.00 yuan";
    for (uint64_t capacity = 0; capacity <= sizeof WHOLE + 1; capacity++) {
        char *text = malloc(capacity > 0 ? (size_t)capacity : 1);
        uint64_t needed = 0;
        lg_status status =
            lg_fact_format(LG_FACT_REVENUE_Y1, INT64_C(10000000000), LG_ENGLISH, text, capacity, &needed);
        ck_assert_int_eq(status, capacity < sizeof WHOLE ? LG_E_CAPACITY : LG_OK);
        ck_assert_uint_eq(needed, sizeof WHOLE);
        if (capacity > 0) {
            ck_assert_uint_eq(strlen(text), capacity < sizeof WHOLE ? capacity - 1 : sizeof WHOLE - 1);
            ck_assert_int_eq(strncmp(text, WHOLE, strlen(text)), 0);
        }
        free(text);
    }
}
END_TEST

/* -------------------------------------------------------------------- writing and steps */

static const struct written {
    uint32_t fact;
    lg_unit unit;
    int64_t value;
    lg_status status;
    const char *text;
} WRITTEN[] = {
    {LG_FACT_REVENUE_Y1, LG_UNIT_FEN, 13800000000, LG_OK, "13800000000"},
    {LG_FACT_REVENUE_Y1, LG_UNIT_YUAN, 13800000000, LG_OK, "138000000.00"},
    {LG_FACT_REVENUE_Y1, LG_UNIT_YUAN, -1, LG_OK, "-0.01"},
    {LG_FACT_REVENUE_Y1, LG_UNIT_WAN, 13800000001, LG_OK, "13800.000001"},
    {LG_FACT_REVENUE_Y1, LG_UNIT_YI, 13800000000, LG_OK, "1.38"},
    {LG_FACT_REVENUE_Y1, LG_UNIT_YI, 0, LG_OK, "0"},
    {LG_FACT_SEGMENT_AGE, LG_UNIT_MONTHS, 35, LG_OK, "35"},
    {LG_FACT_SEGMENT_AGE, LG_UNIT_YEARS, 36, LG_OK, "3"},
    {LG_FACT_SEGMENT_AGE, LG_UNIT_YEARS, 35, LG_E_INEXACT, ""},
    {LG_FACT_MARKET_SHARE, LG_UNIT_PERCENT, 1001, LG_OK, "10.01"},
    {LG_FACT_LOCAL_SCORE, LG_UNIT_POINTS, 1450, LG_OK, "14.50"},
    {LG_FACT_OWN_BRAND, LG_UNIT_FLAG, 1, LG_OK, "1"},
    {LG_FACT_EMPLOYEES, LG_UNIT_COUNT, 1000000, LG_OK, "1000000"},
    {LG_FACT_EMPLOYEES, LG_UNIT_YUAN, 1, LG_E_UNIT, ""},
};

START_TEST(what_is_written_reads_back_the_same)
{
    const struct written *w = &WRITTEN[_i];
    char text[64];
    uint64_t needed;
    int64_t back;
    POISON(text);
    ck_assert_int_eq(lg_fact_write(w->fact, w->unit, w->value, text, sizeof text, &needed), w->status);
    ck_assert_str_eq(text, w->text);
    if (w->status != LG_OK)
        return;
    ck_assert_uint_eq(needed, strlen(w->text) + 1);
    ck_assert_int_eq(lg_fact_parse(w->fact, w->unit, text, strlen(text), &back), LG_OK);
    ck_assert_int_eq(back, w->value);
}
END_TEST

/* Every step of a level that has names has one in every language, and nothing else has. */
START_TEST(the_steps_of_a_level_have_names)
{
    for (uint32_t fact = 0; fact < lg_fact_count(); fact++) {
        const lg_fact *info = lg_fact_describe(fact);
        int named = fact == LG_FACT_SIZE_SECTOR || fact == LG_FACT_RD_BODY_LEVEL;
        for (lg_language language = 0; lg_language_name(language); language++) {
            for (int64_t value = info->minimum; named && value <= info->maximum; value++)
                ck_assert(has_text(lg_fact_step(fact, value, language)) &&
                          is_utf8(lg_fact_step(fact, value, language)));
            ck_assert(named || lg_fact_step(fact, info->minimum, language) == NULL);
            ck_assert_ptr_null(lg_fact_step(fact, info->minimum - 1, language));
            ck_assert_ptr_null(lg_fact_step(fact, info->maximum + 1, language));
        }
    }
    ck_assert_str_eq(lg_fact_step(LG_FACT_SIZE_SECTOR, 2, LG_ENGLISH), "industry");
    ck_assert_str_eq(lg_fact_step(LG_FACT_SIZE_SECTOR, 16, LG_CHINESE), "其他未列明行业");
    ck_assert_ptr_null(lg_fact_step(LG_FACT_SIZE_SECTOR, 2, 3));
    ck_assert_ptr_null(lg_fact_step(UINT32_MAX, 1, LG_ENGLISH));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("facts");
    TCase *table = tcase_create("table"), *columns = tcase_create("columns");
    TCase *text = tcase_create("text"), *people = tcase_create("people");
    tcase_add_loop_test(table, every_promised_fact_is_there_as_promised, 0, ROWS(PROMISES));
    tcase_add_test(table, no_fact_reaches_further_below_zero_than_above);
    tcase_add_test(table, there_is_no_fact_beyond_the_promised_ones);
    tcase_add_test(table, facts_fill_the_profile_without_gaps);
    tcase_add_loop_test(table, every_fact_is_found_by_its_name, 0, ROWS(PROMISES));
    tcase_add_test(table, no_fact_is_found_by_another_name);
    tcase_add_loop_test(table, every_unit_is_as_promised, 0, ROWS(UNITS));
    tcase_add_test(table, there_is_no_other_unit);
    tcase_add_loop_test(columns, a_column_needs_a_suffix_of_its_fact_s_unit, 0, ROWS(PROMISES));
    tcase_add_test(columns, a_column_that_names_no_fact_is_refused);
    tcase_add_loop_test(text, text_is_read_exactly_or_refused, 0, ROWS(PARSES));
    tcase_add_test(text, a_nul_inside_the_text_is_refused);
    tcase_add_test(text, only_length_bytes_are_read);
    tcase_add_loop_test(text, both_ends_of_every_range_are_read_in_every_decimal_unit_and_one_beyond_is_refused, 0,
                        ROWS(PROMISES));
    tcase_add_test(people, a_value_is_written_for_machines_or_refused);
    tcase_add_loop_test(people, values_are_written_for_people, 0, ROWS(FORMATS));
    tcase_add_loop_test(people, the_extremes_of_64_bits_are_written_too, 0, ROWS(PROMISES));
    tcase_add_test(people, a_value_is_cut_at_the_end_of_the_buffer);
    tcase_add_loop_test(people, what_is_written_reads_back_the_same, 0, ROWS(WRITTEN));
    tcase_add_test(people, the_steps_of_a_level_have_names);
    suite_add_tcase(suite, table);
    suite_add_tcase(suite, columns);
    suite_add_tcase(suite, text);
    suite_add_tcase(suite, people);
    return suite_run(suite);
}
