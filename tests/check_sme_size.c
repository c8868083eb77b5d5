/* SPDX-License-Identifier: Apache-2.0 */
/* SME size classes: 270 boundary cases, the standard restated in its own words, and what remains
 * possible when figures are missing. */
#include "suite.h"
#include "table.h"

#include <stdio.h>

/* ------------------------------------------------------------------------ 270 cases */

static const char *const SECTOR_KEYS[] = {
    "A_agriculture", "industry", "construction", "wholesale", "retail",     "transport", "warehousing", "post",
    "hotel",         "catering", "telecom",      "software",  "realestate", "property",  "leasing",     "other"};

static int sector_of(const char *key)
{
    for (size_t i = 0; i < COUNT(SECTOR_KEYS); i++)
        if (strcmp(SECTOR_KEYS[i], key) == 0)
            return (int)i + 1;
    ck_abort_msg("no sector %s", key);
    return 0;
}

START_TEST(every_boundary_case_gets_its_class)
{
    table t;
    int per_class[5] = {0, 0, 0, 0, 0};
    ck_assert_ptr_null(table_read(&t, LG_TEST_CASES, "sme_size_300_vectors.csv", ',',
                                  "industry_key industry_zh employees revenue_wan assets_wan expected case"));
    ck_assert_int_eq(t.rows, 270);
    for (int row = 0; row < t.rows; row++) {
        char facts[160];
        lg_profile profile;
        lg_size_class size_class;
        uint32_t possible;
        const char *name;
        snprintf(facts, sizeof facts, "size_sector=%d employees=%s revenue_y1_wan=%s total_assets_y1_wan=%s",
                 sector_of(table_cell(&t, row, 0)), table_cell(&t, row, 2), table_cell(&t, row, 3),
                 table_cell(&t, row, 4));
        profile_of(&profile, facts);
        POISON(size_class);
        POISON(possible);
        ck_assert_int_eq(lg_sme_size(&profile, &size_class, &possible), LG_OK);
        name = lg_size_class_name(size_class);
        ck_assert_msg(name && strcmp(name, table_cell(&t, row, 5)) == 0, "%s, %s: %s, expected %s", facts,
                      table_cell(&t, row, 6), name ? name : "nothing", table_cell(&t, row, 5));
        ck_assert_uint_eq(possible, 1u << size_class);
        per_class[size_class]++;
    }
    for (int c = LG_SIZE_MICRO; c <= LG_SIZE_LARGE; c++)
        ck_assert_int_gt(per_class[c], 0);
    table_free(&t);
}
END_TEST

/* ------------------------------------------------- the standard in its own words (300号) */

/* Limits of employees, and of revenue and assets in 10,000 yuan; 0: not an indicator. SME if any
 * figure is below its large limit; medium, small if all reach theirs; else one class down. */
static const struct sector {
    int64_t large[3], medium[3], small[3];
} SECTORS[] = {
    {{0, 20000, 0}, {0, 500, 0}, {0, 50, 0}},              /* 1 agriculture */
    {{1000, 40000, 0}, {300, 2000, 0}, {20, 300, 0}},      /* 2 industry */
    {{0, 80000, 80000}, {0, 6000, 5000}, {0, 300, 300}},   /* 3 construction */
    {{200, 40000, 0}, {20, 5000, 0}, {5, 1000, 0}},        /* 4 wholesale */
    {{300, 20000, 0}, {50, 500, 0}, {10, 100, 0}},         /* 5 retail */
    {{1000, 30000, 0}, {300, 3000, 0}, {20, 200, 0}},      /* 6 transport */
    {{200, 30000, 0}, {100, 1000, 0}, {20, 100, 0}},       /* 7 warehousing */
    {{1000, 30000, 0}, {300, 2000, 0}, {20, 100, 0}},      /* 8 postal */
    {{300, 10000, 0}, {100, 2000, 0}, {10, 100, 0}},       /* 9 accommodation */
    {{300, 10000, 0}, {100, 2000, 0}, {10, 100, 0}},       /* 10 catering */
    {{2000, 100000, 0}, {100, 1000, 0}, {10, 100, 0}},     /* 11 information transmission */
    {{300, 10000, 0}, {100, 1000, 0}, {10, 50, 0}},        /* 12 software and IT services */
    {{0, 200000, 10000}, {0, 1000, 5000}, {0, 100, 2000}}, /* 13 real-estate development */
    {{1000, 5000, 0}, {300, 1000, 0}, {100, 500, 0}},      /* 14 property management */
    {{300, 0, 120000}, {100, 0, 8000}, {10, 0, 100}},      /* 15 leasing and business services */
    {{300, 0, 0}, {100, 0, 0}, {10, 0, 0}},                /* 16 other */
};

static const uint32_t FIGURES[3] = {LG_FACT_EMPLOYEES, LG_FACT_REVENUE_Y1, LG_FACT_TOTAL_ASSETS_Y1};
static const int64_t SCALE[3] = {1, 1000000, 1000000};

/* Values of each figure in canonical units: every limit, one below, and the ends of the range. */
#define CANDIDATES_MAX 32
static int64_t candidates[3][CANDIDATES_MAX];
static int candidate_count[3];

static void add_candidate(int figure, int64_t value)
{
    for (int i = 0; i < candidate_count[figure]; i++)
        if (candidates[figure][i] == value)
            return;
    ck_assert_int_lt(candidate_count[figure], CANDIDATES_MAX);
    candidates[figure][candidate_count[figure]++] = value;
}

/* The figures at which one sector's classes can change. */
static void collect_candidates(const struct sector *s)
{
    for (int f = 0; f < 3; f++) {
        const lg_fact *fact = lg_fact_describe(FIGURES[f]);
        const int64_t limits[] = {s->small[f], s->medium[f], s->large[f]};
        candidate_count[f] = 0;
        for (size_t i = 0; i < COUNT(limits); i++)
            if (limits[i] > 0) {
                add_candidate(f, limits[i] * SCALE[f] - 1);
                add_candidate(f, limits[i] * SCALE[f]);
            }
        add_candidate(f, 0);
        add_candidate(f, fact->minimum);
        add_candidate(f, fact->maximum);
    }
}

/* Whether every figure that the sector looks at reaches its limit. */
static int reaches(const int64_t limits[3], const int64_t values[3])
{
    for (int f = 0; f < 3; f++)
        if (limits[f] > 0 && values[f] < limits[f] * SCALE[f])
            return 0;
    return 1;
}

static lg_size_class class_in_words(const struct sector *s, const int64_t values[3])
{
    if (reaches(s->large, values))
        return LG_SIZE_LARGE;
    if (reaches(s->medium, values))
        return LG_SIZE_MEDIUM;
    return reaches(s->small, values) ? LG_SIZE_SMALL : LG_SIZE_MICRO;
}

/* Class of a profile; for one where figures are missing LG_SIZE_UNKNOWN or the only one left. */
static lg_size_class size_of(const lg_profile *profile, uint32_t *possible)
{
    lg_size_class size_class;
    POISON(size_class);
    POISON(*possible);
    REQUIRE(lg_sme_size(profile, &size_class, possible) == LG_OK);
    REQUIRE(*possible != 0 && (*possible & ~30u) == 0);
    if (size_class == LG_SIZE_UNKNOWN)
        REQUIRE((*possible & (*possible - 1)) != 0);
    else
        REQUIRE(*possible == 1u << size_class);
    return size_class;
}

START_TEST(every_combination_of_limits_agrees_with_the_standard_s_words)
{
    const struct sector *s = &SECTORS[_i];
    lg_profile profile;
    uint32_t possible;
    collect_candidates(s);
    profile_empty(&profile);
    profile_put(&profile, LG_FACT_SIZE_SECTOR, _i + 1);
    for (int x = 0; x < candidate_count[0]; x++)
        for (int y = 0; y < candidate_count[1]; y++)
            for (int z = 0; z < candidate_count[2]; z++) {
                const int64_t values[3] = {candidates[0][x], candidates[1][y], candidates[2][z]};
                for (int f = 0; f < 3; f++)
                    profile_put(&profile, FIGURES[f], values[f]);
                REQUIRE_MSG(size_of(&profile, &possible) == class_in_words(s, values),
                            "sector %d, %lld persons, revenue %lld fen, assets %lld fen", _i + 1, (long long)values[0],
                            (long long)values[1], (long long)values[2]);
            }
}
END_TEST

/* ------------------------------------------------------------------------ missing figures */

/* Classes over all values of the figures that are open (bits of `open`), by brute force. */
static uint32_t classes_over(const struct sector *s, const int64_t values[3], int open)
{
    uint32_t classes = 0;
    int64_t tried[3];
    for (int x = 0; x < (open & 1 ? candidate_count[0] : 1); x++)
        for (int y = 0; y < (open & 2 ? candidate_count[1] : 1); y++)
            for (int z = 0; z < (open & 4 ? candidate_count[2] : 1); z++) {
                tried[0] = open & 1 ? candidates[0][x] : values[0];
                tried[1] = open & 2 ? candidates[1][y] : values[1];
                tried[2] = open & 4 ? candidates[2][z] : values[2];
                classes |= 1u << class_in_words(s, tried);
            }
    return classes;
}

static void check_open(int sector, const int64_t values[3], int open)
{
    lg_profile profile;
    uint32_t possible, expected = classes_over(&SECTORS[sector], values, open);
    profile_empty(&profile);
    profile_put(&profile, LG_FACT_SIZE_SECTOR, sector + 1);
    for (int f = 0; f < 3; f++)
        if (!(open >> f & 1))
            profile_put(&profile, FIGURES[f], values[f]);
    size_of(&profile, &possible);
    REQUIRE_MSG(possible == expected, "sector %d, open %d, %lld persons, revenue %lld, assets %lld: %x, expected %x",
                sector + 1, open, (long long)values[0], (long long)values[1], (long long)values[2], (unsigned)possible,
                (unsigned)expected);
}

START_TEST(missing_figures_leave_exactly_the_classes_that_some_value_gives)
{
    collect_candidates(&SECTORS[_i]);
    for (int open = 1; open < 8; open++)
        for (int x = 0; x < candidate_count[0]; x++)
            for (int y = 0; y < candidate_count[1]; y++)
                for (int z = 0; z < candidate_count[2]; z++) {
                    const int64_t values[3] = {candidates[0][x], candidates[1][y], candidates[2][z]};
                    check_open(_i, values, open);
                }
}
END_TEST

/* Without a sector, whatever some sector would say. */
START_TEST(a_missing_sector_leaves_the_classes_of_all_sectors)
{
    static const int64_t VALUES[][3] = {
        {0, 0, 0},   {5, 1000000000, 0},      {300, 40000000000, 80000000000}, {2000, 200000000000, 120000000000},
        {10, -1, 1}, {999, 39999999999, 100}, {2000, 100000000000, 7999000000}};
    for (size_t i = 0; i < COUNT(VALUES); i++) {
        lg_profile profile;
        uint32_t possible, expected = 0;
        profile_empty(&profile);
        for (int f = 0; f < 3; f++)
            profile_put(&profile, FIGURES[f], VALUES[i][f]);
        for (size_t s = 0; s < COUNT(SECTORS); s++)
            expected |= 1u << class_in_words(&SECTORS[s], VALUES[i]);
        size_of(&profile, &possible);
        ck_assert_uint_eq(possible, expected);
    }
}
END_TEST

START_TEST(a_profile_that_knows_nothing_may_be_of_any_class)
{
    lg_profile profile;
    uint32_t possible;
    profile_empty(&profile);
    ck_assert_int_eq(size_of(&profile, &possible), LG_SIZE_UNKNOWN);
    ck_assert_uint_eq(possible, 1u << LG_SIZE_MICRO | 1u << LG_SIZE_SMALL | 1u << LG_SIZE_MEDIUM | 1u << LG_SIZE_LARGE);
}
END_TEST

/* ------------------------------------------------------------- consequences worth a name */

static const struct consequence {
    const char *what, *facts;
    lg_size_class size_class;
} CONSEQUENCES[] = {
    {"many persons, little revenue", "size_sector=2 employees=1500 revenue_y1_wan=30000", LG_SIZE_MEDIUM},
    {"huge by revenue, but fewer than 20 persons", "size_sector=2 employees=15 revenue_y1_wan=100000", LG_SIZE_MICRO},
    {"on both limits", "size_sector=2 employees=1000 revenue_y1_wan=40000", LG_SIZE_LARGE},
    {"one person below", "size_sector=2 employees=999 revenue_y1_wan=40000", LG_SIZE_MEDIUM},
    {"one fen below", "size_sector=2 employees=1000 revenue_y1_yuan=399999999.99", LG_SIZE_MEDIUM},
    {"agriculture is large from 200 million, not from 20", "size_sector=1 revenue_y1_wan=19999", LG_SIZE_MEDIUM},
    {"agriculture at its limit", "size_sector=1 revenue_y1_wan=20000", LG_SIZE_LARGE},
    {"a missing figure no longer matters below the smallest limit", "size_sector=2 employees=19", LG_SIZE_MICRO},
    {"assets do not count in industry", "size_sector=2 employees=1000 revenue_y1_wan=40000 total_assets_y1_wan=0",
     LG_SIZE_LARGE},
    {"one figure leaves the class open", "size_sector=2 employees=1000", LG_SIZE_UNKNOWN},
};

START_TEST(consequences_of_the_standard)
{
    const struct consequence *c = &CONSEQUENCES[_i];
    lg_profile profile;
    uint32_t possible;
    lg_size_class got;
    profile_of(&profile, c->facts);
    got = size_of(&profile, &possible);
    ck_assert_msg(got == c->size_class, "%s: class %d", c->what, (int)got);
}
END_TEST

/* ----------------------------------------------------------------------------- failures */

START_TEST(a_figure_outside_its_range_is_refused)
{
    static const uint32_t FACTS[] = {LG_FACT_SIZE_SECTOR, LG_FACT_EMPLOYEES, LG_FACT_REVENUE_Y1,
                                     LG_FACT_TOTAL_ASSETS_Y1};
    for (size_t i = 0; i < COUNT(FACTS); i++)
        for (int high = 0; high < 2; high++) {
            const lg_fact *fact = lg_fact_describe(FACTS[i]);
            int64_t value = high ? fact->maximum + 1 : fact->minimum - 1;
            lg_profile profile;
            lg_size_class size_class;
            uint32_t possible;
            profile_of(&profile, "size_sector=2 employees=1 revenue_y1_fen=1 total_assets_y1_fen=1");
            memcpy((char *)&profile + fact->offset, &value, sizeof value);
            POISON(size_class);
            POISON(possible);
            ck_assert_int_eq(lg_sme_size(&profile, &size_class, &possible), LG_E_RANGE);
            ck_assert_int_eq(size_class, LG_SIZE_UNKNOWN);
            ck_assert_uint_eq(possible, 0);
        }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("sme_size");
    TCase *classes = tcase_create("classes"), *missing = tcase_create("missing figures");
    tcase_set_timeout(missing, 120);
    tcase_set_timeout(classes, 60);
    tcase_add_test(classes, every_boundary_case_gets_its_class);
    tcase_add_loop_test(classes, every_combination_of_limits_agrees_with_the_standard_s_words, 0, ROWS(SECTORS));
    tcase_add_loop_test(classes, consequences_of_the_standard, 0, ROWS(CONSEQUENCES));
    tcase_add_test(classes, a_figure_outside_its_range_is_refused);
    tcase_add_loop_test(missing, missing_figures_leave_exactly_the_classes_that_some_value_gives, 0, ROWS(SECTORS));
    tcase_add_test(missing, a_missing_sector_leaves_the_classes_of_all_sectors);
    tcase_add_test(missing, a_profile_that_knows_nothing_may_be_of_any_class);
    suite_add_tcase(suite, classes);
    suite_add_tcase(suite, missing);
    return suite_run(suite);
}
