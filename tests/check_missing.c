/* SPDX-License-Identifier: Apache-2.0 */
/* Which missing facts still matter: small rule sets against brute force over every value that each
 * unknown fact could have. */
#include "world.h"

#include <stdio.h>

/* ----------------------------------------------------------------------- brute force */

#define FACTS_MAX 6
#define STATES_MAX 8 /* values of a fact in these tests, and one more state: unknown */

/* The unknown facts that a rule set names, and the verdict for every assignment of them; state 0
 * leaves a fact unknown, state s gives it minimum + s - 1. */
typedef struct brute {
    const lg_ruleset *rules;
    lg_profile profile;
    uint32_t facts[FACTS_MAX], states[FACTS_MAX], count;
    uint32_t assignments;
    lg_verdict *verdicts;
} brute;

static int is_unknown(const lg_profile *profile, uint32_t fact)
{
    return !(profile->known[fact / 64] >> (fact % 64) & 1);
}

static void add_fact(brute *b, uint32_t fact)
{
    const lg_fact *info = lg_fact_describe(fact);
    for (uint32_t i = 0; i < b->count; i++)
        if (b->facts[i] == fact)
            return;
    REQUIRE(b->count < FACTS_MAX && info->maximum - info->minimum + 2 <= STATES_MAX);
    b->facts[b->count] = fact;
    b->states[b->count++] = (uint32_t)(info->maximum - info->minimum + 2);
}

static lg_verdict verdict_for(brute *b, uint32_t assignment)
{
    lg_profile profile = b->profile;
    lg_verdict verdict;
    for (uint32_t i = 0; i < b->count; assignment /= b->states[i++])
        if (assignment % b->states[i] > 0)
            profile_put(&profile, b->facts[i], lg_fact_describe(b->facts[i])->minimum + assignment % b->states[i] - 1);
    REQUIRE(lg_evaluate(b->rules, &profile, NULL, 0, NULL, &verdict) == LG_OK);
    return verdict;
}

static void brute_begin(brute *b, const lg_ruleset *rules, const lg_profile *profile)
{
    const lg_criterion *row;
    memset(b, 0, sizeof *b);
    b->rules = rules;
    b->profile = *profile;
    for (uint32_t c = 0; (row = lg_ruleset_criterion(rules, c)) != NULL; c++)
        for (uint32_t f = 0; f < row->fact_count; f++)
            if (is_unknown(profile, row->facts[f]))
                add_fact(b, row->facts[f]);
    b->assignments = 1;
    for (uint32_t i = 0; i < b->count; i++)
        b->assignments *= b->states[i];
    b->verdicts = malloc(b->assignments * sizeof *b->verdicts);
    REQUIRE(b->verdicts != NULL);
    for (uint32_t a = 0; a < b->assignments; a++)
        b->verdicts[a] = verdict_for(b, a);
}

/* Whether, with the other facts in some state, some value of this fact gives another verdict than
 * leaving it unknown. */
static int brute_matters(const brute *b, uint32_t index)
{
    uint32_t step = 1;
    for (uint32_t i = 0; i < index; i++)
        step *= b->states[i];
    for (uint32_t a = 0; a < b->assignments; a++) {
        uint32_t state = a / step % b->states[index];
        if (b->verdicts[a] != b->verdicts[a - state * step])
            return 1;
    }
    return 0;
}

/* Whether some value of this fact settles the verdict while all others stay unknown. */
static int brute_settles(const brute *b, uint32_t index)
{
    uint32_t step = 1;
    for (uint32_t i = 0; i < index; i++)
        step *= b->states[i];
    for (uint32_t state = 1; state < b->states[index]; state++)
        if (b->verdicts[state * step] != LG_UNKNOWN)
            return 1;
    return 0;
}

static const lg_missing_fact *listed(const lg_missing_fact *missing, uint32_t count, uint32_t fact)
{
    for (uint32_t i = 0; i < count; i++)
        if (missing[i].fact == fact)
            return &missing[i];
    return NULL;
}

/* ------------------------------------------------------------------ what went wrong, in words */

static void print_rules(const lg_ruleset *rules, const lg_profile *profile, char *text, size_t size)
{
    const lg_criterion *row;
    size_t length = 0;
    for (uint32_t c = 0; (row = lg_ruleset_criterion(rules, c)) != NULL && length + 160 < size; c++) {
        length += (size_t)snprintf(text + length, size - length, "\n%*s%s", (int)row->depth * 2 + 2, "",
                                   lg_kind_name(row->kind));
        if (row->op != LG_OP_NONE)
            length += (size_t)snprintf(text + length, size - length, " %s %d/%d", lg_operator_name(row->op),
                                       (int)row->bound, (int)row->bound_denominator);
        for (uint32_t f = 0; f < row->fact_count; f++) {
            int64_t value;
            lg_profile_get(profile, row->facts[f], &value, NULL);
            length +=
                (size_t)snprintf(text + length, size - length, is_unknown(profile, row->facts[f]) ? " %s=?" : " %s=%d",
                                 lg_fact_describe(row->facts[f])->name, (int)value);
        }
        if (row->points != 0)
            length += (size_t)snprintf(text + length, size - length, " (%d points)", (int)row->points);
    }
}

#define EXPECT_RULES(condition, b, ...)                                                                                \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            char what[128], table[4096];                                                                               \
            snprintf(what, sizeof what, __VA_ARGS__);                                                                  \
            print_rules((b)->rules, &(b)->profile, table, sizeof table);                                               \
            ck_abort_msg("%s in%s", what, table);                                                                      \
        }                                                                                                              \
    } while (0)

/* Facts that matter are listed, in order; with `exact`, no others are. */
static void check_missing(const lg_ruleset *rules, const lg_profile *profile, int exact)
{
    brute b;
    lg_missing_fact missing[16];
    uint32_t count;
    brute_begin(&b, rules, profile);
    POISON(missing);
    POISON(count);
    REQUIRE(lg_missing(rules, profile, missing, 16, &count) == LG_OK);
    for (uint32_t i = 1; i < count; i++)
        EXPECT_RULES(missing[i - 1].fact < missing[i].fact, &b, "out of order");
    for (uint32_t i = 0; i < count; i++)
        EXPECT_RULES(is_unknown(profile, missing[i].fact), &b, "fact %u is known", (unsigned)missing[i].fact);
    for (uint32_t i = 0; i < b.count; i++) {
        const lg_missing_fact *m = listed(missing, count, b.facts[i]);
        const char *name = lg_fact_describe(b.facts[i])->name;
        EXPECT_RULES(m || !brute_matters(&b, i), &b, "%s matters and is not listed", name);
        EXPECT_RULES(!m || !exact || brute_matters(&b, i), &b, "%s is listed and does not matter", name);
        EXPECT_RULES(!m || m->settles == brute_settles(&b, i), &b, "%s: settles %d", name, (int)m->settles);
    }
    if (b.verdicts[0] != LG_UNKNOWN)
        EXPECT_RULES(count == 0, &b, "settled, and yet %u facts", (unsigned)count);
    free(b.verdicts);
}

/* ---------------------------------------------------------------------- typed by hand */

/* Letters as world_state(); each letter a leaf over another fact. An unknown flag can come out
 * either way. Expected: which of the letters' facts matter ('+' also settles alone). */
static const uint32_t FLAGS[] = {LG_FACT_SRDI_TITLE, LG_FACT_OWN_BRAND, LG_FACT_GAP_FILLING, LG_FACT_KEY_FIELD};

static const struct typed {
    lg_kind kind;
    int64_t bound;
    const char *children, *expected;
} TYPED[] = {
    {LG_KIND_ALL, 0, "..", "++"},                                      /* either can fail it */
    {LG_KIND_ALL, 0, "1.", " +"},        {LG_KIND_ALL, 0, "0.", "  "}, /* settled */
    {LG_KIND_ANY, 0, "..", "++"},        {LG_KIND_ANY, 0, "1.", "  "},        {LG_KIND_ANY, 0, "0.", " +"},
    {LG_KIND_AT_LEAST, 2, "...", "xxx"}, /* none alone is enough, either way */
    {LG_KIND_AT_LEAST, 2, "1..", " ++"}, {LG_KIND_AT_LEAST, 2, "11.", "   "}, {LG_KIND_AT_LEAST, 2, "00.", "   "},
    {LG_KIND_AT_LEAST, 2, "0..", " ++"}, {LG_KIND_WHEN, 0, "..", "+x"}, /* a guard that fails settles it: not applicable
                                                                         */
    {LG_KIND_WHEN, 0, "1.", " +"},       {LG_KIND_WHEN, 0, "0.", "  "},       {LG_KIND_WHEN, 0, ".1", "+ "},
    {LG_KIND_WHEN, 0, ".0", "+ "},
};

START_TEST(the_facts_that_matter_are_listed_and_no_others)
{
    const struct typed *t = &TYPED[_i];
    world w;
    lg_profile profile;
    lg_missing_fact missing[8];
    uint32_t count, n = (uint32_t)strlen(t->children), expected = 0;
    world_begin(&w);
    world_add(&w, 0, t->kind)->bound = t->bound;
    profile_empty(&profile);
    for (uint32_t i = 0; i < n; i++) {
        world_flag(&w, 1, FLAGS[i], 1);
        if (t->children[i] != '.')
            profile_put(&profile, FLAGS[i], t->children[i] == '1');
    }
    ck_assert_int_eq(lg_missing(world_end(&w), &profile, missing, 8, &count), LG_OK);
    for (uint32_t i = 0; i < n; i++) {
        const lg_missing_fact *m = listed(missing, count, FLAGS[i]);
        ck_assert_msg((m != NULL) == (t->expected[i] != ' '), "kind %d of %s: fact %u", (int)t->kind, t->children, i);
        if (m != NULL)
            ck_assert_msg(m->settles == (t->expected[i] == '+'), "kind %d of %s: fact %u settles", (int)t->kind,
                          t->children, i);
        expected += t->expected[i] != ' ';
    }
    ck_assert_uint_eq(count, expected);
}
END_TEST

/* By the size standard of 2011 a sector looks at one or two of the figures; small and medium is who is below the limit
 * of the large with one of them. */
static const struct sized {
    const char *facts;
    uint32_t missing[4]; /* up to the first LG_FACT_NONE */
} SIZED[] = {
    {"size_sector=1", {LG_FACT_REVENUE_Y1, LG_FACT_NONE}},
    {"size_sector=2", {LG_FACT_REVENUE_Y1, LG_FACT_EMPLOYEES, LG_FACT_NONE}},
    {"size_sector=2 employees=1000", {LG_FACT_REVENUE_Y1, LG_FACT_NONE}},
    {"size_sector=2 employees=999", {LG_FACT_NONE}},
    {"size_sector=13", {LG_FACT_REVENUE_Y1, LG_FACT_TOTAL_ASSETS_Y1, LG_FACT_NONE}},
    {"size_sector=15", {LG_FACT_TOTAL_ASSETS_Y1, LG_FACT_EMPLOYEES, LG_FACT_NONE}},
    {"size_sector=16", {LG_FACT_EMPLOYEES, LG_FACT_NONE}},
    {"size_sector=16 employees=300", {LG_FACT_NONE}},
    /* large in all sectors but those that look at assets */
    {"employees=5000 revenue_y1_yi=100 total_assets_y1_fen=0", {LG_FACT_SIZE_SECTOR, LG_FACT_NONE}},
    {"employees=5000 revenue_y1_yi=100 total_assets_y1_yi=100", {LG_FACT_NONE}},
    {"employees=0 revenue_y1_yi=3", {LG_FACT_SIZE_SECTOR, LG_FACT_NONE}}, /* large in agriculture alone */
    {"employees=0", {LG_FACT_REVENUE_Y1, LG_FACT_TOTAL_ASSETS_Y1, LG_FACT_SIZE_SECTOR, LG_FACT_NONE}},
};

static void size_row(world *w, uint32_t depth, lg_operator op, lg_size_class size_class)
{
    static const uint32_t FACTS[] = {LG_FACT_SIZE_SECTOR, LG_FACT_EMPLOYEES, LG_FACT_REVENUE_Y1,
                                     LG_FACT_TOTAL_ASSETS_Y1};
    lg_criterion *row = world_add(w, depth, LG_KIND_SME_SIZE);
    row->op = op;
    row->bound = size_class;
    row->unit = LG_UNIT_CLASS;
    row->fact_count = 4;
    memcpy(row->facts, FACTS, sizeof FACTS);
}

START_TEST(a_size_class_misses_what_its_sector_looks_at)
{
    const struct sized *s = &SIZED[_i];
    world w;
    lg_profile profile;
    lg_missing_fact missing[8];
    uint32_t count, expected = 0;
    world_begin(&w);
    size_row(&w, 0, LG_OP_LE, LG_SIZE_MEDIUM);
    profile_of(&profile, s->facts);
    ck_assert_int_eq(lg_missing(world_end(&w), &profile, missing, 8, &count), LG_OK);
    for (; s->missing[expected] != LG_FACT_NONE; expected++)
        ck_assert_msg(listed(missing, count, s->missing[expected]) != NULL, "%s: fact %u is not listed", s->facts,
                      (unsigned)s->missing[expected]);
    ck_assert_msg(count == expected, "%s: %u facts", s->facts, (unsigned)count);
}
END_TEST

/* What cannot be computed stays so whatever else is supplied. */
START_TEST(a_figure_cannot_mend_a_ratio_over_zero)
{
    world w;
    lg_profile profile;
    lg_criterion *row;
    world_begin(&w);
    row = world_add(&w, 0, LG_KIND_RATIO);
    row->op = LG_OP_GE;
    row->fact_count = 2;
    row->facts[0] = LG_FACT_RD_BODY_LEVEL;
    row->facts[1] = LG_FACT_DIGITAL_LEVEL;
    row->bound = 1;
    row->bound_denominator = 2;
    profile_of(&profile, "digital_level=0");
    check_missing(world_end(&w), &profile, 1);
    profile_of(&profile, "rd_body_level=1");
    check_missing(&w.rules, &profile, 1);
    profile_of(&profile, "rd_body_level=1 digital_level=0");
    check_missing(&w.rules, &profile, 1);
}
END_TEST

/* A guard whose every outcome leaves the whole met: the verdict is open until it is known. */
START_TEST(a_guard_that_leaves_the_verdict_open_is_listed)
{
    world w;
    lg_profile profile;
    world_begin(&w);
    world_add(&w, 0, LG_KIND_ALL);
    world_add(&w, 1, LG_KIND_WHEN);
    world_flag(&w, 2, LG_FACT_SRDI_TITLE, 1);
    world_flag(&w, 2, LG_FACT_OWN_BRAND, 1);
    world_flag(&w, 1, LG_FACT_KEY_FIELD, 1);
    profile_of(&profile, "own_brand=1 key_field=1");
    check_missing(world_end(&w), &profile, 1);
}
END_TEST

/* Two marks on one total, one of them at a time the lower: points that cross either matter. Of a BEST some cross the
 * lower alone. */
START_TEST(the_points_of_two_marks_are_sought_once)
{
    static const int64_t MARKS[][2] = {{100, 300}, {300, 100}, {200, 200}};
    for (size_t m = 0; m < COUNT(MARKS); m++) {
        world w;
        lg_profile profile;
        world_begin(&w);
        world_add(&w, 0, _i & 1 ? LG_KIND_ALL : LG_KIND_ANY);
        for (int mark = 0; mark < 2; mark++) {
            lg_criterion *row = world_add(&w, 1, LG_KIND_PASS_MARK);
            row->bound = MARKS[m][mark];
            row->total = 3;
        }
        world_add(&w, 2, _i & 2 ? LG_KIND_BEST : LG_KIND_SUM)->points = 400;
        for (int64_t f = 0; f < ROWS(FLAGS); f++)
            world_flag(&w, 3, FLAGS[f], 1)->points = _i & 2 ? 100 * (f + 1) : 100;
        profile_empty(&profile);
        check_missing(world_end(&w), &profile, 1);
        profile_of(&profile, "srdi_title=1 own_brand=0");
        check_missing(&w.rules, &profile, 1);
    }
}
END_TEST

static int settles(const lg_ruleset *rules, const lg_profile *profile, uint32_t fact)
{
    lg_missing_fact missing[4];
    uint32_t count;
    ck_assert_int_eq(lg_missing(rules, profile, missing, 4, &count), LG_OK);
    const lg_missing_fact *found = listed(missing, count, fact);
    ck_assert_ptr_nonnull(found);
    return found->settles;
}

/* More than 100 persons and fewer than 102, or one of both and a flag: 101 persons are enough alone, and no other
 * number of them. */
START_TEST(one_value_between_two_bounds_settles)
{
    world w;
    lg_profile profile;
    world_begin(&w);
    world_add(&w, 0, LG_KIND_AT_LEAST)->bound = 2;
    world_value(&w, 1, LG_FACT_EMPLOYEES, LG_OP_GT, 100);
    world_value(&w, 1, LG_FACT_EMPLOYEES, LG_OP_LT, 102);
    world_flag(&w, 1, LG_FACT_OWN_BRAND, 1);
    profile_empty(&profile);
    ck_assert_int_eq(settles(world_end(&w), &profile, LG_FACT_EMPLOYEES), 1);
    ck_assert_int_eq(settles(&w.rules, &profile, LG_FACT_OWN_BRAND), 0);
    w.rows[2].criterion.bound = 101; /* none is more than 100 and less than 101 */
    ck_assert_int_eq(settles(&w.rules, &profile, LG_FACT_EMPLOYEES), 0);
}
END_TEST

/* Enough alone within the range and not at its ends; and a bound that no number of persons can meet. */
START_TEST(a_value_of_the_fact_must_meet_the_bound)
{
    world w;
    lg_profile profile;
    world_begin(&w);
    world_add(&w, 0, LG_KIND_ANY);
    world_value(&w, 1, LG_FACT_EMPLOYEES, LG_OP_BETWEEN, 50)->bound_high = 60;
    world_flag(&w, 1, LG_FACT_OWN_BRAND, 1);
    profile_empty(&profile);
    ck_assert_int_eq(settles(world_end(&w), &profile, LG_FACT_EMPLOYEES), 1);
    w.rows[1].criterion.op = LG_OP_LE;
    w.rows[1].criterion.bound = -1;
    ck_assert_int_eq(settles(world_end(&w), &profile, LG_FACT_EMPLOYEES), 0);
}
END_TEST

START_TEST(a_fact_that_is_the_points_may_be_the_whole)
{
    world w;
    lg_profile profile;
    world_begin(&w);
    lg_criterion *row = world_add(&w, 0, LG_KIND_POINTS_VALUE);
    row->fact_count = 1;
    row->facts[0] = LG_FACT_LOCAL_SCORE;
    row->points = 1500;
    profile_empty(&profile);
    ck_assert_int_eq(settles(world_end(&w), &profile, LG_FACT_LOCAL_SCORE), 1);
}
END_TEST

/* From 100 over the year that is missing to 100 again, growth is on average zero if that year had 100 as well, and more
 * with any other figure: (100/y + y/100)/2 - 1. */
START_TEST(the_one_figure_of_the_year_between_settles)
{
    static const uint32_t YEARS[] = {LG_FACT_REVENUE_Y1, LG_FACT_REVENUE_Y2, LG_FACT_REVENUE_Y3};
    world w;
    lg_profile profile;
    world_begin(&w);
    world_add(&w, 0, LG_KIND_ANY);
    lg_criterion *row = world_add(&w, 1, LG_KIND_MEAN_GROWTH);
    row->op = LG_OP_LE;
    row->fact_count = 3;
    memcpy(row->facts, YEARS, sizeof YEARS);
    world_flag(&w, 1, LG_FACT_OWN_BRAND, 1);
    profile_of(&profile, "revenue_y1_fen=100 revenue_y3_fen=100");
    ck_assert_int_eq(settles(world_end(&w), &profile, LG_FACT_REVENUE_Y2), 1);
}
END_TEST

/* A rule set that is nothing but points is met when it has earned any. */
START_TEST(points_alone_may_be_the_whole)
{
    static const lg_kind KINDS[] = {LG_KIND_SUM, LG_KIND_BEST};
    for (size_t k = 0; k < COUNT(KINDS); k++) {
        world w;
        lg_profile profile;
        world_begin(&w);
        world_add(&w, 0, KINDS[k])->points = 400;
        for (size_t f = 0; f < COUNT(FLAGS); f++)
            world_flag(&w, 1, FLAGS[f], 1)->points = 100;
        profile_empty(&profile);
        check_missing(world_end(&w), &profile, 1);
        profile_of(&profile, "srdi_title=1");
        check_missing(&w.rules, &profile, 1);
        profile_of(&profile, "srdi_title=0 own_brand=0");
        check_missing(&w.rules, &profile, 1);
    }
}
END_TEST

/* WHEN a title is held, `bounds` bounds on each of some revenues: while the guard is unknown no revenue settles
 * anything, yet each matters. */
static void guarded_bounds(world *w, uint32_t revenues, uint32_t bounds)
{
    world_begin(w);
    world_add(w, 0, LG_KIND_WHEN);
    world_flag(w, 1, LG_FACT_SRDI_TITLE, 1);
    for (uint32_t r = 0; r < revenues; r++)
        for (uint32_t b = 1; b <= bounds; b++)
            world_value(w, 1, LG_FACT_REVENUE_Y1 + r, LG_OP_GE, 1000 * b);
}

/* More values of one fact (two for each bound, and the ends) than are tried, and more combinations of values. */
START_TEST(facts_with_too_many_values_to_try_are_listed_all_the_same)
{
    static const struct {
        uint32_t revenues, bounds;
    } SIZES[] = {{1, 11}, {1, 12}, {1, 13}, {3, 8}, {4, 4}};
    world w;
    lg_profile profile;
    lg_missing_fact missing[8];
    uint32_t count;
    profile_empty(&profile);
    guarded_bounds(&w, SIZES[_i].revenues, SIZES[_i].bounds);
    ck_assert_int_eq(lg_missing(world_end(&w), &profile, missing, 8, &count), LG_OK);
    ck_assert_uint_eq(count, 1 + SIZES[_i].revenues);
    for (uint32_t r = 0; r < SIZES[_i].revenues; r++) {
        ck_assert_uint_eq(missing[r].fact, LG_FACT_REVENUE_Y1 + r);
        ck_assert_int_eq(missing[r].settles, 0);
    }
    ck_assert_uint_eq(missing[count - 1].fact, LG_FACT_SRDI_TITLE);
    ck_assert_int_eq(missing[count - 1].settles, 1);
}
END_TEST

/* One fact in more leaves than are told apart at once. */
START_TEST(a_fact_may_be_read_by_any_number_of_leaves)
{
    for (uint32_t leaves = 29; leaves <= 33; leaves++) {
        world w;
        lg_profile profile;
        world_begin(&w);
        world_add(&w, 0, LG_KIND_WHEN);
        world_flag(&w, 1, LG_FACT_SRDI_TITLE, 1);
        for (uint32_t i = 0; i < leaves; i++)
            world_flag(&w, 1, LG_FACT_OWN_BRAND, 1);
        profile_empty(&profile);
        check_missing(world_end(&w), &profile, 1);
    }
}
END_TEST

START_TEST(facts_that_do_not_fit_are_counted_and_nothing_beyond_is_written)
{
    const lg_ruleset *rules = rules_of("cn.little-giant.2020-reported");
    lg_profile profile;
    profile_empty(&profile);
    for (uint32_t capacity = 0; capacity <= 5; capacity++) {
        lg_missing_fact missing[6], untouched[6];
        uint32_t count, written = capacity < 4 ? capacity : 4;
        POISON(missing);
        POISON(untouched);
        POISON(count);
        ck_assert_int_eq(lg_missing(rules, &profile, capacity ? missing : NULL, capacity, &count),
                         capacity > 0 && capacity < 4 ? LG_E_CAPACITY : LG_OK);
        ck_assert_uint_eq(count, 4);
        for (uint32_t i = 0; i < written; i++)
            ck_assert_int_eq(missing[i].settles, 1);
        ck_assert_mem_eq(&missing[written], &untouched[written], (6 - written) * sizeof missing[0]);
    }
}
END_TEST

START_TEST(a_failed_call_lists_nothing)
{
    const lg_ruleset *rules = rules_of("cn.little-giant.2022");
    lg_profile profile;
    lg_missing_fact missing[4];
    uint32_t count = 7;
    profile_empty(&profile);
    profile.known[0] = 1;
    profile.revenue_y1_fen = INT64_MAX;
    ck_assert_int_eq(lg_missing(rules, &profile, missing, 4, &count), LG_E_RANGE);
    ck_assert_uint_eq(count, 0);
    profile.known[0] = 0;
    profile.known[2] = 1;
    count = 7;
    ck_assert_int_eq(lg_missing(rules, &profile, missing, 4, &count), LG_E_FACT);
    ck_assert_uint_eq(count, 0);
}
END_TEST

/* ------------------------------------------------------- facts of more values than can be tried */

/* WHEN two leaves hold, a flag decides: as long as no value of the figures that they read makes both hold, the flag
 * changes nothing; it matters as soon as one does. */
static void begin_guarded(world *w)
{
    world_begin(w);
    world_add(w, 0, LG_KIND_WHEN);
    world_add(w, 1, LG_KIND_ALL);
}

static int lists(const lg_ruleset *rules, const lg_profile *profile, uint32_t fact)
{
    lg_missing_fact missing[8];
    uint32_t count;
    ck_assert_int_eq(lg_missing(rules, profile, missing, 8, &count), LG_OK);
    return listed(missing, count, fact) != NULL;
}

typedef struct leaf {
    lg_kind kind;
    lg_operator op;
    int64_t bound, bound_high;
    int64_t bound_denominator;
} leaf;

#define PERSONS(...)                                                                                                   \
    {                                                                                                                  \
        LG_KIND_VALUE, __VA_ARGS__, 1                                                                                  \
    }
#define TENTHS(...)                                                                                                    \
    {                                                                                                                  \
        LG_KIND_RATIO, __VA_ARGS__, 10                                                                                 \
    }

/* Persons in R&D, and their share of all persons. */
static const struct guarded {
    leaf leaves[2];
    const char *facts;
    int can_both_hold;
} GUARDED[] = {
    {{PERSONS(LG_OP_EQ, 100, 0), PERSONS(LG_OP_GT, 99, 0)}, "", 1},
    {{PERSONS(LG_OP_EQ, 100, 0), PERSONS(LG_OP_GT, 100, 0)}, "", 0},
    {{PERSONS(LG_OP_BETWEEN, 100, 200), PERSONS(LG_OP_GE, 200, 0)}, "", 1},
    {{PERSONS(LG_OP_BETWEEN, 100, 200), PERSONS(LG_OP_GT, 200, 0)}, "", 0},
    {{PERSONS(LG_OP_GE, 100, 0), PERSONS(LG_OP_LT, 100, 0)}, "", 0},
    /* more than there can be: 1,000,000,000 */
    {{PERSONS(LG_OP_BETWEEN, 900000000, 1100000000), PERSONS(LG_OP_GT, 1050000000, 0)}, "", 0},
    {{TENTHS(LG_OP_GE, 5, 0), PERSONS(LG_OP_LE, 50, 0)}, "employees=100", 1},
    {{TENTHS(LG_OP_GE, 5, 0), PERSONS(LG_OP_LT, 50, 0)}, "employees=100", 0},
    {{TENTHS(LG_OP_EQ, 5, 0), PERSONS(LG_OP_GE, 0, 0)}, "employees=100", 1},
    {{TENTHS(LG_OP_BETWEEN, 5, 6), PERSONS(LG_OP_GE, 0, 0)}, "employees=100", 1},
    {{TENTHS(LG_OP_GE, 5, 0), TENTHS(LG_OP_LE, 6, 0)}, "", 1},
};

START_TEST(a_flag_matters_where_some_number_makes_its_guard_hold)
{
    const struct guarded *g = &GUARDED[_i];
    world w;
    lg_profile profile;
    begin_guarded(&w);
    for (size_t i = 0; i < COUNT(g->leaves); i++) {
        const leaf *l = &g->leaves[i];
        lg_criterion *row = world_value(&w, 2, LG_FACT_RD_STAFF, l->op, l->bound);
        row->kind = l->kind;
        row->bound_high = l->bound_high;
        row->bound_denominator = l->bound_denominator;
        row->fact_count = l->kind == LG_KIND_RATIO ? 2 : 1;
        row->facts[1] = l->kind == LG_KIND_RATIO ? LG_FACT_EMPLOYEES : LG_FACT_NONE;
    }
    world_flag(&w, 1, LG_FACT_OWN_BRAND, 1);
    profile_of(&profile, g->facts);
    ck_assert_int_eq(lists(world_end(&w), &profile, LG_FACT_RD_STAFF), 1);
    ck_assert_int_eq(lists(&w.rules, &profile, LG_FACT_OWN_BRAND), g->can_both_hold);
}
END_TEST

/* Of an enterprise of which nothing is known; both ends of the figures together make no medium one. */
START_TEST(a_flag_matters_where_some_figures_make_its_class)
{
    world w;
    lg_profile profile;
    begin_guarded(&w);
    size_row(&w, 2, LG_OP_GE, LG_SIZE_MEDIUM);
    size_row(&w, 2, LG_OP_LE, LG_SIZE_MEDIUM);
    world_flag(&w, 1, LG_FACT_OWN_BRAND, 1);
    profile_empty(&profile);
    ck_assert_int_eq(lists(world_end(&w), &profile, LG_FACT_OWN_BRAND), 1);
}
END_TEST

/* In industry, with much revenue: medium are 300 persons to 999. Assets have no part in it. */
START_TEST(persons_between_two_limits_settle_a_size_class)
{
    world w;
    lg_profile profile;
    world_begin(&w);
    world_add(&w, 0, LG_KIND_ANY);
    world_add(&w, 1, LG_KIND_ALL);
    size_row(&w, 2, LG_OP_GE, LG_SIZE_MEDIUM);
    size_row(&w, 2, LG_OP_LE, LG_SIZE_MEDIUM);
    world_flag(&w, 1, LG_FACT_OWN_BRAND, 1);
    profile_of(&profile, "size_sector=2 revenue_y1_yi=100");
    ck_assert_int_eq(settles(world_end(&w), &profile, LG_FACT_EMPLOYEES), 1);
}
END_TEST

/* Points that reach the first mark and not the second: neither the least nor the most do. */
START_TEST(a_flag_matters_where_some_points_reach_its_mark_alone)
{
    static const struct {
        uint32_t fact;
        int64_t most, marks[2];
    } POINTS[] = {{LG_FACT_LOCAL_SCORE, 1500, {500, 1000}}, {LG_FACT_RD_BODY_LEVEL, 4, {2, 4}}};
    world w;
    lg_profile profile;
    world_begin(&w);
    world_add(&w, 0, LG_KIND_WHEN);
    for (uint32_t mark = 0; mark < 2; mark++) {
        if (mark == 1)
            world_add(&w, 1, LG_KIND_ANY);
        lg_criterion *row = world_add(&w, 1 + mark, LG_KIND_PASS_MARK);
        row->bound = POINTS[_i].marks[mark];
        row->total = 4;
    }
    lg_criterion *row = world_add(&w, 3, LG_KIND_POINTS_VALUE);
    row->fact_count = 1;
    row->facts[0] = POINTS[_i].fact;
    row->points = POINTS[_i].most;
    world_flag(&w, 2, LG_FACT_OWN_BRAND, 1);
    profile_empty(&profile);
    ck_assert_int_eq(lists(world_end(&w), &profile, LG_FACT_OWN_BRAND), 1);
    ck_assert_int_eq(lists(&w.rules, &profile, POINTS[_i].fact), 1);
}
END_TEST

/* Of an enterprise of which nothing is known. */
static void nothing_is_missing_but(const lg_ruleset *rules, uint32_t fact)
{
    lg_profile profile;
    lg_missing_fact missing[8];
    uint32_t count;
    profile_empty(&profile);
    ck_assert_int_eq(lg_missing(rules, &profile, missing, 8, &count), LG_OK);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(missing[0].fact, fact);
}

/* Of six figures each has none, 1 and the most to be tried, and may stay unknown: 4^6 = 4,096 combinations, which
 * logic.md has as the most. The guard asks for some and for none, so what it guards changes nothing. */
START_TEST(as_many_combinations_as_promised_are_tried)
{
    static const uint32_t FIGURES[] = {LG_FACT_EMPLOYEES,           LG_FACT_RD_STAFF,  LG_FACT_INVENTION_PATENTS,
                                       LG_FACT_SOFTWARE_COPYRIGHTS, LG_FACT_IP_CLASS1, LG_FACT_IP_CLASS2};
    world w;
    begin_guarded(&w);
    world_value(&w, 2, FIGURES[0], LG_OP_GE, 1);
    world_value(&w, 2, FIGURES[0], LG_OP_LT, 1);
    for (size_t f = 1; f < COUNT(FIGURES); f++)
        world_value(&w, 1, FIGURES[f], LG_OP_GE, 1);
    nothing_is_missing_but(world_end(&w), FIGURES[0]);
}
END_TEST

/* The same with seven flags, of three states each: 3^7 = 2,187 combinations. */
START_TEST(seven_flags_are_tried)
{
    static const uint32_t SEVEN[] = {LG_FACT_SRDI_TITLE,     LG_FACT_OWN_BRAND,       LG_FACT_GAP_FILLING,
                                     LG_FACT_KEY_FIELD,      LG_FACT_HIGH_REPUTATION, LG_FACT_SOUND_GOVERNANCE,
                                     LG_FACT_LEADING_QUALITY};
    world w;
    begin_guarded(&w);
    world_flag(&w, 2, SEVEN[0], 1);
    world_flag(&w, 2, SEVEN[0], 0);
    for (size_t f = 1; f < COUNT(SEVEN); f++)
        world_flag(&w, 1, SEVEN[f], 1);
    nothing_is_missing_but(world_end(&w), SEVEN[0]);
}
END_TEST

/* A loss may be so great that it, with any R&D expense, stays below 100 fen; and yet not so great that it might not
 * exceed the least bound of a table. From the one on the guard holds, up to the other the body fails: in between, and
 * there alone, the loss settles it. */
START_TEST(a_part_of_a_total_may_settle_between_two_bounds)
{
    world w;
    lg_profile profile;
    world_begin(&w);
    world_add(&w, 0, LG_KIND_WHEN);
    for (int total = 0; total < 2; total++) {
        lg_criterion *row =
            world_value(&w, 1, LG_FACT_NET_PROFIT_Y1, LG_OP_GE, total == 0 ? 50 - LG__MONEY_MAX : INT64_C(100));
        row->kind = LG_KIND_TOTAL;
        row->fact_count = 2;
        row->facts[1] = LG_FACT_RD_EXPENSE_Y1;
    }
    world_flag(&w, 1, LG_FACT_OWN_BRAND, 1);
    profile_empty(&profile);
    ck_assert_int_eq(settles(world_end(&w), &profile, LG_FACT_NET_PROFIT_Y1), 1);
    w.rows[2].criterion.bound = 50; /* from where the guard holds on the body can be met */
    ck_assert_int_eq(settles(world_end(&w), &profile, LG_FACT_NET_PROFIT_Y1), 0);
}
END_TEST

/* ------------------------------------------------------------------------ points by structure */

/* So many flags that nothing is tried, of 100 points each, beside rows that stand at their floor, at their cap, or
 * above what a child could give: nothing below those can change the total. */
START_TEST(points_that_change_no_total_are_not_listed_however_many_others_are)
{
    static const uint32_t OTHERS[] = {LG_FACT_STRONG_INNOVATOR, LG_FACT_SPECIALISED_STRATEGY, LG_FACT_SOUND_GOVERNANCE,
                                      LG_FACT_LEADING_QUALITY,  LG_FACT_HIGH_REPUTATION,      LG_FACT_KEY_CHAIN_LINK,
                                      LG_FACT_KEY_BREAKTHROUGH, LG_FACT_RD_RATIO_LEADING};
    world w;
    lg_profile profile;
    lg_missing_fact missing[16];
    uint32_t count;
    world_begin(&w);
    lg_criterion *mark = world_add(&w, 0, LG_KIND_PASS_MARK);
    mark->bound = 800;
    mark->total = 1;
    world_add(&w, 1, LG_KIND_SUM)->points = 2000;
    world_add(&w, 2, LG_KIND_BEST)->points_floor = 100;
    world_flag(&w, 3, LG_FACT_MAKER_TOP50_3Y, 1)->points = 100; /* the floor in any case */
    world_add(&w, 2, LG_KIND_BEST);
    world_flag(&w, 3, LG_FACT_SRDI_TITLE, 1)->points = 200;  /* held */
    world_flag(&w, 3, LG_FACT_GAP_FILLING, 1)->points = 200; /* no more than that */
    world_flag(&w, 3, LG_FACT_KEY_FIELD, 1)->points = 201;
    world_add(&w, 2, LG_KIND_SUM)->points = 100;
    world_flag(&w, 3, LG_FACT_SRDI_TITLE, 1)->points = 100; /* the cap */
    world_flag(&w, 3, LG_FACT_STRATEGIC_EMERGING, 1)->points = 100;
    for (size_t f = 0; f < COUNT(OTHERS); f++)
        world_flag(&w, 2, OTHERS[f], 1)->points = 100;
    profile_of(&profile, "srdi_title=1");
    ck_assert_int_eq(lg_missing(world_end(&w), &profile, missing, 16, &count), LG_OK);
    ck_assert_uint_eq(count, 1 + COUNT(OTHERS));
    ck_assert_ptr_nonnull(listed(missing, count, LG_FACT_KEY_FIELD));
    for (size_t f = 0; f < COUNT(OTHERS); f++)
        ck_assert_ptr_nonnull(listed(missing, count, OTHERS[f]));
}
END_TEST

/* The guard is met by what is held; more points change nothing. */
START_TEST(points_above_a_mark_that_is_reached_are_not_listed)
{
    world w;
    lg_profile profile;
    world_begin(&w);
    world_add(&w, 0, LG_KIND_WHEN);
    lg_criterion *mark = world_add(&w, 1, LG_KIND_PASS_MARK);
    mark->bound = 100;
    mark->total = 2;
    world_add(&w, 2, LG_KIND_BEST);
    world_flag(&w, 3, LG_FACT_SRDI_TITLE, 1)->points = 100;
    world_flag(&w, 3, LG_FACT_KEY_FIELD, 1)->points = 200;
    world_flag(&w, 1, LG_FACT_HIGH_REPUTATION, 1);
    profile_of(&profile, "srdi_title=1");
    check_missing(world_end(&w), &profile, 1);
}
END_TEST

/* ------------------------------------------------------------------------- at random */

#define TREES 1000

static uint64_t random_state;

static uint32_t chance(uint32_t n)
{
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(random_state >> 33) % n;
}

/* What a random rule set may have. */
typedef struct mix {
    int guards, points, ratios, shared;
} mix;

static const mix MIXES[] = {
    {0, 0, 0, 0}, /* 0: each fact in one leaf */
    {1, 0, 0, 0}, /* 1: and guards */
    {0, 1, 0, 0}, /* 2: and points */
    {0, 0, 1, 0}, /* 3: and ratios */
    {0, 0, 0, 1}, /* 4: facts in several leaves */
    {1, 1, 1, 1}, /* 5: everything */
};

/* Not among them: the two flags that world_state() takes for rows that are settled. */
static const uint32_t POOL[FACTS_MAX] = {LG_FACT_SRDI_TITLE, LG_FACT_MANAGEMENT_CERTIFIED, LG_FACT_HIGH_REPUTATION,
                                         LG_FACT_KEY_FIELD,  LG_FACT_RD_BODY_LEVEL,        LG_FACT_DIGITAL_LEVEL};

typedef struct grower {
    world w;
    const mix *mix;
    uint32_t next; /* fact of the pool for the next leaf, if each has its own */
} grower;

static uint32_t next_fact(grower *g) { return POOL[g->mix->shared ? chance(FACTS_MAX) : g->next++]; }

static int facts_left(const grower *g) { return g->mix->shared ? 1 : g->next < FACTS_MAX; }

static void grow_leaf(grower *g, uint32_t depth)
{
    uint32_t fact;
    if (!facts_left(g)) {
        world_state(&g->w, depth, chance(2) ? '1' : '0');
        return;
    }
    if (g->mix->ratios && chance(4) == 0 && (g->mix->shared || g->next <= 4)) {
        lg_criterion *row = world_add(&g->w, depth, LG_KIND_RATIO);
        row->op = chance(2) ? LG_OP_GE : LG_OP_LE;
        row->fact_count = 2;
        row->facts[0] = LG_FACT_RD_BODY_LEVEL;
        row->facts[1] = LG_FACT_DIGITAL_LEVEL;
        row->bound = 1 + chance(3);
        row->bound_denominator = 2;
        g->next = g->next <= 4 ? 6 : g->next; /* both levels are used up */
        return;
    }
    fact = next_fact(g);
    if (lg_fact_describe(fact)->kind == LG_FACT_KIND_LEVEL)
        world_value(&g->w, depth, fact, LG_OP_GE + (lg_operator)chance(5), 1 + chance(3));
    else
        world_flag(&g->w, depth, fact, chance(4) != 0);
}

static void grow(grower *g, uint32_t depth);

static void grow_children(grower *g, uint32_t depth, uint32_t count)
{
    while (count-- > 0)
        grow(g, depth);
}

/* A SUM or BEST of leaves with points, and of others like it: two may stand in each other. */
static void grow_total(grower *g, uint32_t depth, int inner)
{
    lg_criterion *total = world_add(&g->w, depth, chance(2) ? LG_KIND_SUM : LG_KIND_BEST);
    uint32_t children = 1 + chance(3);
    total->points = total->kind == LG_KIND_SUM ? 100 * (3 + chance(4)) : 0;
    total->points_floor = 100 * chance(2);
    while (children-- > 0) {
        uint32_t i = g->w.rules.info.criterion_count;
        if (inner && chance(4) == 0) {
            grow_total(g, depth + 1, 0);
            continue;
        }
        grow_leaf(g, depth + 1);
        g->w.rows[i].criterion.points = 100 * (1 + chance(3));
    }
}

/* A pass mark over the points below it. */
static void grow_points(grower *g, uint32_t depth)
{
    lg_criterion *pass = world_add(&g->w, depth, LG_KIND_PASS_MARK);
    pass->bound = 100 * (1 + chance(5));
    pass->total = g->w.rules.info.criterion_count;
    grow_total(g, depth + 1, 1);
}

static void grow(grower *g, uint32_t depth)
{
    uint32_t children = 1 + chance(3), what = chance(9);
    if (depth > 0 && (depth >= 4 || what < 3 || g->w.rules.info.criterion_count > 24)) {
        grow_leaf(g, depth);
    } else if (g->mix->points && what == 8) {
        grow_points(g, depth);
    } else if (g->mix->guards && what == 7) {
        world_add(&g->w, depth, LG_KIND_WHEN);
        grow_children(g, depth + 1, 1 + children);
    } else if (what == 6) {
        world_add(&g->w, depth, LG_KIND_AT_LEAST)->bound = 1 + chance(children);
        grow_children(g, depth + 1, children);
    } else {
        world_add(&g->w, depth, what % 2 ? LG_KIND_ALL : LG_KIND_ANY);
        grow_children(g, depth + 1, children);
    }
}

static void random_profile(lg_profile *profile)
{
    profile_of(profile, "own_brand=1 product_standard=0");
    for (size_t i = 0; i < FACTS_MAX; i++)
        if (chance(4) == 0) {
            const lg_fact *fact = lg_fact_describe(POOL[i]);
            profile_put(profile, POOL[i], fact->minimum + chance((uint32_t)(fact->maximum - fact->minimum + 1)));
        }
}

static void check_random_trees(const mix *m, int exact)
{
    static grower g;
    random_state = 20220601;
    for (int tree = 0; tree < TREES; tree++) {
        lg_profile profile;
        world_begin(&g.w);
        g.mix = m;
        g.next = 0;
        grow(&g, 0);
        random_profile(&profile);
        check_missing(world_end(&g.w), &profile, exact);
    }
}

START_TEST(no_fact_that_matters_is_left_out) { check_random_trees(&MIXES[_i], 0); }
END_TEST

START_TEST(no_fact_is_listed_that_does_not_matter) { check_random_trees(&MIXES[_i], 1); }
END_TEST

int main(void)
{
    Suite *suite = suite_create("missing");
    TCase *hand = tcase_create("by hand"), *trees = tcase_create("at random");
    tcase_set_timeout(trees, 300);
    tcase_add_loop_test(hand, the_facts_that_matter_are_listed_and_no_others, 0, ROWS(TYPED));
    tcase_add_loop_test(hand, a_size_class_misses_what_its_sector_looks_at, 0, ROWS(SIZED));
    tcase_add_test(hand, a_figure_cannot_mend_a_ratio_over_zero);
    tcase_add_test(hand, a_guard_that_leaves_the_verdict_open_is_listed);
    tcase_add_loop_test(hand, the_points_of_two_marks_are_sought_once, 0, 4);
    tcase_add_test(hand, one_value_between_two_bounds_settles);
    tcase_add_test(hand, a_value_of_the_fact_must_meet_the_bound);
    tcase_add_test(hand, a_fact_that_is_the_points_may_be_the_whole);
    tcase_add_test(hand, the_one_figure_of_the_year_between_settles);
    tcase_add_test(hand, points_alone_may_be_the_whole);
    tcase_add_loop_test(hand, facts_with_too_many_values_to_try_are_listed_all_the_same, 0, 5);
    tcase_add_test(hand, a_fact_may_be_read_by_any_number_of_leaves);
    tcase_add_test(hand, facts_that_do_not_fit_are_counted_and_nothing_beyond_is_written);
    tcase_add_test(hand, a_failed_call_lists_nothing);
    tcase_add_loop_test(hand, a_flag_matters_where_some_number_makes_its_guard_hold, 0, ROWS(GUARDED));
    tcase_add_test(hand, a_flag_matters_where_some_figures_make_its_class);
    tcase_add_test(hand, persons_between_two_limits_settle_a_size_class);
    tcase_add_loop_test(hand, a_flag_matters_where_some_points_reach_its_mark_alone, 0, 2);
    tcase_add_test(hand, as_many_combinations_as_promised_are_tried);
    tcase_add_test(hand, seven_flags_are_tried);
    tcase_add_test(hand, a_part_of_a_total_may_settle_between_two_bounds);
    tcase_add_test(hand, points_that_change_no_total_are_not_listed_however_many_others_are);
    tcase_add_test(hand, points_above_a_mark_that_is_reached_are_not_listed);
    tcase_add_loop_test(trees, no_fact_that_matters_is_left_out, 0, ROWS(MIXES));
    tcase_add_loop_test(trees, no_fact_is_listed_that_does_not_matter, 0, ROWS(MIXES));
    suite_add_tcase(suite, hand);
    suite_add_tcase(suite, trees);
    return suite_run(suite);
}
