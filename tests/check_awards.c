/* SPDX-License-Identifier: Apache-2.0 */
/* What a title brings in a place on a day, and the batches of Little Giants. What is expected was read from the sources
 * that the regulation's chapters on rewards and batches name, not from the library's tables. */
#include "suite.h"

#define OFFICIAL LG_GRADE_OFFICIAL
#define SEVERAL LG_GRADE_CORROBORATED
#define SINGLE LG_GRADE_SINGLE_SOURCE

#define AMOUNT(YUAN) (INT64_C(100) * (YUAN)) /* in fen */
#define NOT_FOUND INT64_C(-1)
enum { OPEN = 0, ROOM = 32 };

/* ------------------------------------------------------------------------------- places */

/* Codes of GB/T 2260. */
static const lg_region REGIONS[] = {
    {0, 0, "China", "全国"},           {340000, 0, "Anhui", "安徽省"},
    {340100, 0, "Hefei", "合肥市"},    {350000, 0, "Fujian", "福建省"},
    {350100, 0, "Fuzhou", "福州市"},   {350121, 0, "Minhou", "闽侯县"},
    {350500, 0, "Quanzhou", "泉州市"}, {350502, 0, "Licheng", "鲤城区"},
    {350581, 0, "Shishi", "石狮市"},   {440000, 0, "Guangdong", "广东省"},
};

START_TEST(a_region_has_its_code_and_its_names)
{
    const lg_region *region = lg_region_at((uint32_t)_i), *expected = &REGIONS[_i];
    ck_assert_ptr_nonnull(region);
    ck_assert_int_eq(region->code, expected->code);
    ck_assert_int_eq(region->reserved, 0);
    ck_assert_str_eq(region->name, expected->name);
    ck_assert_str_eq(region->name_zh, expected->name_zh);
}
END_TEST

/* ------------------------------------------------------------------------------- awards */

/* Years of the source, its amount, and how sure it is. More than one figure: "up to", or sources that conflict. */
static const struct award {
    const char *id, *document;
    int32_t region;
    lg_level title;
    int32_t first, last; /* days; OPEN: no end is known */
    lg_grade grade;
    int32_t years;
    int64_t low, high;
    int32_t cumulative, selective;
} AWARDS[] = {
    /* 500,000 yuan once: practice of 2020, the measures of 2021 and 2022, the province's own answer of 2022 */
    {"fujian-little-giant-2020", "闽工信法规〔2021〕26号; 闽中小企业办〔2022〕1号", 350000, GIANT, 20200101, 20221231,
     OFFICIAL, 1, AMOUNT(500000), AMOUNT(500000), 0, 0},
    {"fujian-specialised-2021", "", 350000, SPECIAL, 20210101, 20221231, SINGLE, 1, AMOUNT(200000), AMOUNT(200000), 0,
     0},
    {"fujian-little-giant-2024", "Fujian measures of 2024", 350000, GIANT, 20240101, OPEN, OFFICIAL, 1, AMOUNT(1000000),
     AMOUNT(1000000), 0, 0},
    /* half of the province's amount, on top of it */
    {"fuzhou-little-giant-2022", "", 350100, GIANT, 20220101, 20221231, OFFICIAL, 1, AMOUNT(500000) / 2,
     AMOUNT(500000) / 2, 1, 0},
    {"fuzhou-specialised-2022", "", 350100, SPECIAL, 20220101, 20221231, SINGLE, 1, AMOUNT(100000), AMOUNT(100000), 0,
     0},
    {"minhou-little-giant-2022", "", 350121, GIANT, 20220101, 20221231, SINGLE, 1, AMOUNT(100000), AMOUNT(100000), 0,
     0},
    {"minhou-specialised-2022", "", 350121, SPECIAL, 20220101, 20221231, SINGLE, 1, AMOUNT(30000), AMOUNT(30000), 0, 0},
    /* for reviews that are passed; 37.65 million in all, for one enterprise not found */
    {"quanzhou-review-2025", "", 350500, GIANT, 20250101, OPEN, SINGLE, 1, NOT_FOUND, NOT_FOUND, 0, 1},
    /* on top of what the higher levels pay */
    {"shishi-little-giant-2024", "", 350581, GIANT, 20240101, 20241231, SINGLE, 1, AMOUNT(500000), AMOUNT(500000), 1,
     0},
    {"shishi-specialised-2024", "", 350581, SPECIAL, 20240101, 20241231, SINGLE, 1, AMOUNT(100000), AMOUNT(100000), 1,
     0},
    {"shishi-innovative-2024", "", 350581, INNOVATIVE, 20240101, 20241231, SINGLE, 1, AMOUNT(5000), AMOUNT(5000), 1, 0},
    /* in photovoltaics and storage alone */
    {"anhui-little-giant-solar-2023", "", 340000, GIANT, 20230101, 20241231, SINGLE, 1, AMOUNT(1000000),
     AMOUNT(1000000), 0, 1},
    {"hefei-little-giant-2024", "", 340100, GIANT, 20240101, 20241231, SINGLE, 1, 0, AMOUNT(1000000), 0, 0},
    {"hefei-specialised-2024", "", 340100, SPECIAL, 20240101, 20241231, SINGLE, 1, 0, AMOUNT(200000), 0, 0},
    /* 1.0 million in the Delta and 1.2 elsewhere, or none at all */
    {"guangdong-little-giant-2025", "", 440000, GIANT, 20250101, 20261231, SINGLE, 1, 0, AMOUNT(1200000), 0, 0},
    /* no money for the title itself, since the first notice of November 2018 */
    {"central-recognition", "", 0, GIANT, 20181101, OPEN, SINGLE, 1, 0, 0, 0, 0},
    /* key Little Giants: batches of three years; from 2024 six million over three years */
    {"central-key-firms-2021", "财建〔2021〕2号", 0, GIANT, 20210101, 20251231, SINGLE, 3, NOT_FOUND, NOT_FOUND, 0, 1},
    {"central-key-firms-2024", "财建〔2024〕148号", 0, GIANT, 20240101, 20261231, SEVERAL, 3, AMOUNT(6000000),
     AMOUNT(6000000), 0, 1},
};

START_TEST(an_award_is_as_its_source_says)
{
    const lg_award *award = lg_award_at((uint32_t)_i);
    const struct award *expected = &AWARDS[_i];
    ck_assert_ptr_nonnull(award);
    ck_assert_str_eq(award->id, expected->id);
    ck_assert_str_eq(award->document, expected->document);
    ck_assert_int_eq(award->region, expected->region);
    ck_assert_int_eq(award->title, expected->title);
    ck_assert_int_eq(award->paid_from, expected->first);
    ck_assert_int_eq(award->paid_to, expected->last);
    ck_assert_int_eq(award->grade, expected->grade);
    ck_assert_int_eq(award->years, expected->years);
    ck_assert_int_eq(award->amount_low, expected->low);
    ck_assert_int_eq(award->amount_high, expected->high);
    ck_assert_int_eq(award->cumulative, expected->cumulative);
    ck_assert_int_eq(award->selective, expected->selective);
}
END_TEST

START_TEST(the_award_tables_end)
{
    const uint32_t past[] = {ROWS(AWARDS), ROWS(AWARDS) + 1, UINT32_MAX};
    for (size_t i = 0; i < COUNT(past); i++) {
        ck_assert_ptr_null(lg_award_at(past[i]));
        ck_assert_ptr_null(lg_award_note(past[i], LG_ENGLISH));
    }
    ck_assert_ptr_null(lg_region_at(ROWS(REGIONS)));
    ck_assert_ptr_null(lg_region_at(UINT32_MAX));
}
END_TEST

START_TEST(every_award_is_told_in_every_language_with_its_source)
{
    ck_assert(has_text(lg_award_at((uint32_t)_i)->source) && is_utf8(lg_award_at((uint32_t)_i)->source));
    for (lg_language language = 0; lg_language_name(language); language++) {
        const char *note = lg_award_note((uint32_t)_i, language);
        ck_assert(has_text(note) && is_utf8(note));
        for (lg_language other = 0; other < language; other++)
            ck_assert_str_ne(note, lg_award_note((uint32_t)_i, other));
    }
    ck_assert_ptr_null(lg_award_note((uint32_t)_i, 99));
}
END_TEST

/* ------------------------------------------------------------------ who is paid, and when */

/* Places that pay, places in them and beside them. */
static const int32_t PLACES[] = {
    0,      110000, 110101, 340000, 340100, 340102, 340200, 341000, 349999, 350000, 350099, 350100,
    350101, 350121, 350122, 350199, 350200, 350303, 350499, 350500, 350502, 350581, 350582, 350600,
    351000, 360000, 360100, 430000, 439999, 440000, 440300, 440305, 450000, 650100, 999999,
};

/* A province has two digits, a city four, a county six: a place lies in what its code begins with. */
static int begins_with(int32_t place, int32_t region)
{
    int32_t size = region % 10000 == 0 ? 10000 : region % 100 == 0 ? 100 : 1;
    return region == 0 || (place >= region && place < region + size);
}

static int is_due(const struct award *award, lg_level title, int32_t place, int32_t day)
{
    return award->title == title && begins_with(place, award->region) && day >= award->first &&
           (award->last == OPEN || day <= award->last);
}

static void check_day(lg_level title, int32_t place, int32_t day)
{
    uint32_t found[ROOM], count, due = 0;
    POISON(count);
    REQUIRE(lg_award_select(title, place, day, found, ROOM, &count) == LG_OK);
    for (uint32_t i = 0; i < COUNT(AWARDS); i++)
        if (is_due(&AWARDS[i], title, place, day)) {
            REQUIRE_MSG(due < count && found[due] == i, "title %d in %d on %d lacks %s", (int)title, (int)place,
                        (int)day, AWARDS[i].id);
            due++;
        }
    REQUIRE_MSG(count == due, "title %d in %d on %d: %u awards, expected %u", (int)title, (int)place, (int)day,
                (unsigned)count, (unsigned)due);
}

/* The first and the last day of every year with awards, the days beside them, and the beginning of the programme. */
static const int32_t DAYS[] = {
    20181031, 20181101, 20191231, 20200101, 20201113, 20201231, 20210101, 20211231, 20220101, 20221231,
    20230101, 20231231, 20240101, 20241231, 20250101, 20251231, 20260101, 20261231, 20270101, 99991231,
};

START_TEST(everyone_is_told_what_is_due_and_nothing_else)
{
    for (lg_level title = INNOVATIVE; title <= GIANT; title++)
        for (size_t place = 0; place < COUNT(PLACES); place++)
            check_day(title, PLACES[place], DAYS[_i]);
}
END_TEST

/* Which awards come together, and what is certain for anyone with the title there: worked out by hand. */
static const struct together {
    lg_level title;
    int32_t place, day;
    int64_t certain;
    const char *ids;
} TOGETHER[] = {
    {GIANT, 350502, 20201113, AMOUNT(500000), "fujian-little-giant-2020 central-recognition "},
    {GIANT, 350121, 20220901, AMOUNT(500000 + 250000 + 100000),
     "fujian-little-giant-2020 fuzhou-little-giant-2022 minhou-little-giant-2022 central-recognition "
     "central-key-firms-2021 "},
    {GIANT, 350502, 20230601, 0, "central-recognition central-key-firms-2021 "}, /* no source for 2023 */
    {GIANT, 350581, 20240601, AMOUNT(1000000 + 500000),
     "fujian-little-giant-2024 shishi-little-giant-2024 central-recognition central-key-firms-2021 "
     "central-key-firms-2024 "},
    {GIANT, 340100, 20240601, 0,
     "anhui-little-giant-solar-2023 hefei-little-giant-2024 central-recognition central-key-firms-2021 "
     "central-key-firms-2024 "},
    {SPECIAL, 350121, 20220901, AMOUNT(200000 + 100000 + 30000),
     "fujian-specialised-2021 fuzhou-specialised-2022 minhou-specialised-2022 "},
    {SPECIAL, 350581, 20240601, AMOUNT(100000), "shishi-specialised-2024 "},
    {INNOVATIVE, 350581, 20240601, AMOUNT(5000), "shishi-innovative-2024 "},
    {INNOVATIVE, 350502, 20240601, 0, ""},
};

START_TEST(awards_come_together)
{
    const struct together *t = &TOGETHER[_i];
    uint32_t found[ROOM], count;
    int64_t certain = 0;
    char ids[512] = "";
    ck_assert_int_eq(lg_award_select(t->title, t->place, t->day, found, ROOM, &count), LG_OK);
    for (uint32_t i = 0; i < count; i++) {
        const lg_award *award = lg_award_at(found[i]);
        certain += award->selective ? 0 : award->amount_low;
        strcat(strcat(ids, award->id), " ");
    }
    ck_assert_str_eq(ids, t->ids);
    ck_assert_int_eq(certain, t->certain);
}
END_TEST

/* ------------------------------------------------------------------------- the interface */

/* Minhou in 2022: five awards. */
START_TEST(awards_that_do_not_fit_are_counted)
{
    uint32_t all[ROOM], some[ROOM], untouched, count;
    POISON(untouched);
    ck_assert_int_eq(lg_award_select(GIANT, 350121, 20220901, all, ROOM, &count), LG_OK);
    for (uint32_t capacity = 0; capacity <= 6; capacity++) {
        lg_status expected = capacity > 0 && capacity < 5 ? LG_E_CAPACITY : LG_OK;
        POISON(some);
        count = 0;
        ck_assert_int_eq(lg_award_select(GIANT, 350121, 20220901, capacity ? some : NULL, capacity, &count), expected);
        ck_assert_uint_eq(count, 5);
        for (uint32_t i = 0; i < ROOM; i++)
            ck_assert_uint_eq(some[i], i < capacity && i < 5 ? all[i] : untouched);
    }
}
END_TEST

static const struct refused {
    lg_level title;
    int32_t region, date;
    lg_status status;
} REFUSED[] = {
    {LG_LEVEL_NONE, 350502, 20240101, LG_E_ARGUMENT},
    {-1, 350502, 20240101, LG_E_ARGUMENT},
    {GIANT + 1, 350502, 20240101, LG_E_ARGUMENT},
    {GIANT, -1, 20240101, LG_E_ARGUMENT},
    {GIANT, 1, 20240101, LG_E_ARGUMENT},
    {GIANT, 3505, 20240101, LG_E_ARGUMENT},
    {GIANT, 109999, 20240101, LG_E_ARGUMENT},
    {GIANT, 1000000, 20240101, LG_E_ARGUMENT},
    {GIANT, 350502, 20240230, LG_E_DATE},
    {GIANT, 350502, 0, LG_E_DATE},
    {GIANT, 110000, 20240101, LG_OK}, /* the first and the last code of six digits that a province can have */
    {GIANT, 999999, 20240101, LG_OK},
    {GIANT, 0, 20240101, LG_OK},
};

START_TEST(a_title_and_a_place_must_be_such)
{
    const struct refused *r = &REFUSED[_i];
    uint32_t count = 7;
    ck_assert_int_eq(lg_award_select(r->title, r->region, r->date, NULL, 0, &count), r->status);
    if (r->status != LG_OK)
        ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(a_list_without_room_for_it_is_refused)
{
    uint32_t count = 7;
    ck_assert_int_eq(lg_award_select(GIANT, 0, 20240101, NULL, 1, &count), LG_E_NULL);
    ck_assert_uint_eq(count, 0);
    ck_assert_int_eq(lg_award_select(GIANT, 0, 20240101, NULL, 0, NULL), LG_E_NULL);
}
END_TEST

/* ------------------------------------------------------------------------------ batches */

/* The lists as announced and as counted later; 0: not found. */
static const struct batch {
    const char *rules;
    int32_t announced, published, confirmed;
    lg_grade grade;
} BATCHES[] = {
    {"cn.little-giant.2018", 20190000, 248, 248, SEVERAL},   {"cn.little-giant.2020", 20201113, 1744, 1584, SEVERAL},
    {"cn.little-giant.2021", 20210700, 2930, 2930, SEVERAL}, {"cn.little-giant.2022", 20220800, 4357, 4328, SEVERAL},
    {"cn.little-giant.2022", 20230700, 3671, 0, SEVERAL},    {"cn.little-giant.2022", 20240900, 3012, 0, SEVERAL},
    {"cn.little-giant.2025", 20251000, 3482, 0, SEVERAL},    {"cn.little-giant.2026", 20260000, 0, 0, LG_GRADE_NONE},
};

START_TEST(a_batch_has_the_figures_of_its_list)
{
    const lg_batch *batch = lg_batch_at((uint32_t)_i);
    ck_assert_ptr_nonnull(batch);
    ck_assert_int_eq(batch->number, _i + 1);
    ck_assert_str_eq(batch->rules, BATCHES[_i].rules);
    ck_assert_int_eq(batch->announced, BATCHES[_i].announced);
    ck_assert_int_eq(batch->published, BATCHES[_i].published);
    ck_assert_int_eq(batch->confirmed, BATCHES[_i].confirmed);
    ck_assert_int_eq(batch->grade, BATCHES[_i].grade);
    ck_assert_int_eq(batch->reserved, 0);
    ck_assert(has_text(batch->source) && is_utf8(batch->source));
    ck_assert_ptr_nonnull(lg_ruleset_find(batch->rules));
}
END_TEST

START_TEST(the_batches_add_up_to_the_official_totals)
{
    int32_t published = 0, confirmed = 0, first_six = 0;
    for (uint32_t i = 0; lg_batch_at(i); i++) {
        const lg_batch *batch = lg_batch_at(i);
        published += i < 3 ? batch->published : 0;
        confirmed += i < 3 ? batch->confirmed : 0;
        first_six += i < 6 ? batch->published : 0;
    }
    ck_assert_int_eq(published, 4922);  /* press 2021 */
    ck_assert_int_eq(confirmed, 4762);  /* ministry, later */
    ck_assert_int_eq(first_six, 15962); /* sum of the lists as published */
    ck_assert_ptr_null(lg_batch_at(ROWS(BATCHES)));
    ck_assert_ptr_null(lg_batch_at(UINT32_MAX));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("awards");
    TCase *tables = tcase_create("tables"), *due = tcase_create("due"), *interface = tcase_create("interface");
    tcase_add_loop_test(tables, a_region_has_its_code_and_its_names, 0, ROWS(REGIONS));
    tcase_add_loop_test(tables, an_award_is_as_its_source_says, 0, ROWS(AWARDS));
    tcase_add_loop_test(tables, every_award_is_told_in_every_language_with_its_source, 0, ROWS(AWARDS));
    tcase_add_test(tables, the_award_tables_end);
    tcase_add_loop_test(tables, a_batch_has_the_figures_of_its_list, 0, ROWS(BATCHES));
    tcase_add_test(tables, the_batches_add_up_to_the_official_totals);
    tcase_add_loop_test(due, everyone_is_told_what_is_due_and_nothing_else, 0, ROWS(DAYS));
    tcase_add_loop_test(due, awards_come_together, 0, ROWS(TOGETHER));
    tcase_add_test(interface, awards_that_do_not_fit_are_counted);
    tcase_add_loop_test(interface, a_title_and_a_place_must_be_such, 0, ROWS(REFUSED));
    tcase_add_test(interface, a_list_without_room_for_it_is_refused);
    suite_add_tcase(suite, tables);
    suite_add_tcase(suite, due);
    suite_add_tcase(suite, interface);
    return suite_run(suite);
}
