/* SPDX-License-Identifier: Apache-2.0 */
/* The logic of combinations, cell by cell, and points as intervals. The expected values are typed
 * from the design's words (strong Kleene; rows that do not apply are left out), never computed.
 * Letters: '1' met, '0' not met, '.' unknown, '-' not applicable. */
#include "world.h"

static const char STATES[] = "10.-";

static char judge_letter(world *w)
{
    lg_profile profile;
    lg_finding finding;
    world_profile(&profile);
    world_judge(w, &profile, &finding);
    return verdict_letter(finding.verdict);
}

/* Verdict of one row of this kind over children in these states. */
static char combine(lg_kind kind, int64_t bound, const char *children)
{
    world w;
    world_begin(&w);
    world_add(&w, 0, kind)->bound = bound;
    for (; *children != '\0'; children++)
        world_state(&w, 1, *children);
    return judge_letter(&w);
}

/* -------------------------------------------------------------- two children, cell by cell */

/* Row: first child, column: second child, both in the order met, not met, unknown, n/a. */
static const struct table {
    const char *what;
    lg_kind kind;
    int64_t bound;
    const char *cells[4];
} TABLES[] = {
    {"ALL", LG_KIND_ALL, 0, {"10.1", "0000", ".0..", "10.-"}},
    {"ANY", LG_KIND_ANY, 0, {"1111", "10.0", "1...", "10.-"}},
    {"AT_LEAST 1", LG_KIND_AT_LEAST, 1, {"1111", "10.0", "1...", "10.0"}},
    {"AT_LEAST 2", LG_KIND_AT_LEAST, 2, {"10.0", "0000", ".0.0", "0000"}},
    {"WHEN", LG_KIND_WHEN, 0, {"10.-", "----", "....", "----"}},
};

START_TEST(two_children_give_the_cell_of_the_table)
{
    const struct table *t = &TABLES[_i];
    for (int first = 0; first < 4; first++)
        for (int second = 0; second < 4; second++) {
            const char children[] = {STATES[first], STATES[second], '\0'};
            char got = combine(t->kind, t->bound, children);
            ck_assert_msg(got == t->cells[first][second], "%s of %s: %c, expected %c", t->what, children, got,
                          t->cells[first][second]);
        }
}
END_TEST

START_TEST(one_child_alone_decides)
{
    for (int i = 0; i < 4; i++) {
        const char child[] = {STATES[i], '\0'};
        ck_assert_int_eq(combine(LG_KIND_ALL, 0, child), STATES[i]);
        ck_assert_int_eq(combine(LG_KIND_ANY, 0, child), STATES[i]);
        /* a count always applies: of rows that do not, none is met */
        ck_assert_int_eq(combine(LG_KIND_AT_LEAST, 1, child), STATES[i] == '-' ? '0' : STATES[i]);
    }
}
END_TEST

/* ------------------------------------------------------------ three children, in any order */

/* Children as a set; then ALL, ANY, AT_LEAST 1, 2 and 3. */
static const struct triple {
    const char *children, *expected;
} TRIPLES[] = {
    {"111", "11111"}, {"110", "01110"}, {"11.", ".111."}, {"11-", "11110"}, {"100", "01100"},
    {"10.", "011.0"}, {"10-", "01100"}, {"1..", ".11.."}, {"1.-", ".11.0"}, {"1--", "11100"},
    {"000", "00000"}, {"00.", "0..00"}, {"00-", "00000"}, {"0..", "0...0"}, {"0.-", "0..00"},
    {"0--", "00000"}, {"...", "....."}, {"..-", "....0"}, {".--", "...00"}, {"---", "--000"},
};

static const int ORDERS[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

START_TEST(three_children_give_the_same_in_any_order)
{
    static const lg_kind KINDS[] = {LG_KIND_ALL, LG_KIND_ANY, LG_KIND_AT_LEAST, LG_KIND_AT_LEAST, LG_KIND_AT_LEAST};
    static const int64_t BOUNDS[] = {0, 0, 1, 2, 3};
    const struct triple *t = &TRIPLES[_i];
    for (size_t order = 0; order < COUNT(ORDERS); order++) {
        const int *o = ORDERS[order];
        const char children[] = {t->children[o[0]], t->children[o[1]], t->children[o[2]], '\0'};
        for (size_t k = 0; k < COUNT(KINDS); k++) {
            char got = combine(KINDS[k], BOUNDS[k], children);
            ck_assert_msg(got == t->expected[k], "kind %d bound %d of %s: %c, expected %c", (int)KINDS[k],
                          (int)BOUNDS[k], children, got, t->expected[k]);
        }
    }
}
END_TEST

/* A guard that is met leaves the ALL of the other children; first letter is the guard. */
static const struct guarded {
    const char *children;
    char expected;
} GUARDED[] = {
    {"111", '1'}, {"110", '0'}, {"11.", '.'}, {"11-", '1'}, {"100", '0'}, {"10.", '0'}, {"1..", '.'}, {"1.-", '.'},
    {"1--", '-'}, {"1-1", '1'}, {"1-0", '0'}, {"011", '-'}, {"000", '-'}, {"0..", '-'}, {".11", '.'}, {".00", '.'},
    {".--", '.'}, {"-11", '-'}, {"-00", '-'}, {"-..", '-'}, {"j11", '.'}, {"u00", '.'}, {"1j1", '.'}, {"1u0", '0'},
};

START_TEST(a_guard_opens_or_closes_what_follows_it)
{
    char got = combine(LG_KIND_WHEN, 0, GUARDED[_i].children);
    ck_assert_msg(got == GUARDED[_i].expected, "WHEN of %s: %c, expected %c", GUARDED[_i].children, got,
                  GUARDED[_i].expected);
}
END_TEST

/* The number of children that are met is the measured value. */
static const struct counted {
    const char *children;
    int64_t bound, met; /* met < 0: nothing measured, since the row is unknown or does not apply */
} COUNTED_ROWS[] = {
    {"111", 2, 3}, {"110", 2, 2}, {"100", 2, 1},  {"000", 1, 0},
    {"11.", 2, 2}, {"00.", 2, 0}, {"10.", 2, -1}, {"11-", 3, 2},
};

START_TEST(at_least_counts_the_children_that_are_met)
{
    const struct counted *c = &COUNTED_ROWS[_i];
    world w;
    lg_profile profile;
    lg_finding finding;
    world_begin(&w);
    world_add(&w, 0, LG_KIND_AT_LEAST)->bound = c->bound;
    for (const char *p = c->children; *p != '\0'; p++)
        world_state(&w, 1, *p);
    world_profile(&profile);
    world_judge(&w, &profile, &finding);
    ck_assert(fraction_is(&finding.required, c->bound, 1));
    if (c->met < 0) {
        ck_assert(fraction_none(&finding.observed) && fraction_none(&finding.margin));
    } else {
        ck_assert(fraction_is(&finding.observed, c->met, 1));
        ck_assert(fraction_is(&finding.margin, c->met - c->bound, 1));
    }
}
END_TEST

START_TEST(at_least_counts_no_row_that_follows_its_children)
{
    world w;
    lg_profile profile;
    lg_finding findings[5];
    lg_verdict verdict;
    world_begin(&w);
    world_add(&w, 0, LG_KIND_ALL);
    world_add(&w, 1, LG_KIND_AT_LEAST)->bound = 1;
    world_state(&w, 2, '1');
    world_state(&w, 2, '0');
    world_state(&w, 1, '1');
    world_profile(&profile);
    ck_assert_int_eq(lg_evaluate(world_end(&w), &profile, findings, 5, NULL, &verdict), LG_OK);
    ck_assert(fraction_is(&findings[1].observed, 1, 1));
    ck_assert(fraction_is(&findings[1].margin, 0, 1));
}
END_TEST

/* ------------------------------------------------------------------------------ reasons */

/* A combination takes the smallest reason among the rows that leave it unknown: missing before
 * judgement before undefined. A row that no longer matters gives no reason. */
static const struct reasoned {
    lg_kind kind;
    int64_t bound;
    const char *children;
    lg_reason reason;
} REASONED[] = {
    {LG_KIND_ALL, 0, ".", LG_REASON_MISSING},
    {LG_KIND_ALL, 0, "j", LG_REASON_JUDGEMENT},
    {LG_KIND_ALL, 0, "u", LG_REASON_UNDEFINED},
    {LG_KIND_ALL, 0, "1j", LG_REASON_JUDGEMENT},
    {LG_KIND_ALL, 0, "ju", LG_REASON_JUDGEMENT},
    {LG_KIND_ALL, 0, "uj", LG_REASON_JUDGEMENT},
    {LG_KIND_ALL, 0, "j.", LG_REASON_MISSING},
    {LG_KIND_ALL, 0, "uj.", LG_REASON_MISSING},
    {LG_KIND_ALL, 0, "-u", LG_REASON_UNDEFINED},
    {LG_KIND_ALL, 0, "0.", LG_REASON_NONE},
    {LG_KIND_ANY, 0, "0u", LG_REASON_UNDEFINED},
    {LG_KIND_ANY, 0, "uj", LG_REASON_JUDGEMENT},
    {LG_KIND_ANY, 0, "u.j", LG_REASON_MISSING},
    {LG_KIND_ANY, 0, "1.", LG_REASON_NONE},
    {LG_KIND_AT_LEAST, 2, "1u", LG_REASON_UNDEFINED},
    {LG_KIND_AT_LEAST, 2, "1uj", LG_REASON_JUDGEMENT},
    {LG_KIND_AT_LEAST, 2, "11j", LG_REASON_NONE},
    {LG_KIND_AT_LEAST, 2, "00j", LG_REASON_NONE},
    {LG_KIND_WHEN, 0, "j1", LG_REASON_JUDGEMENT},
    /* an open guard alone leaves it open: what follows does not matter until the guard is met */
    {LG_KIND_WHEN, 0, "u.", LG_REASON_UNDEFINED},
    {LG_KIND_WHEN, 0, "uj", LG_REASON_UNDEFINED},
    {LG_KIND_WHEN, 0, "1u", LG_REASON_UNDEFINED},
    {LG_KIND_WHEN, 0, "1uj", LG_REASON_JUDGEMENT},
    {LG_KIND_WHEN, 0, "0.", LG_REASON_NONE},
    {LG_KIND_WHEN, 0, "u0.", LG_REASON_UNDEFINED},
    {LG_KIND_WHEN, 0, "j0.", LG_REASON_JUDGEMENT},
};

START_TEST(a_combination_takes_the_smallest_reason_that_leaves_it_open)
{
    const struct reasoned *r = &REASONED[_i];
    world w;
    lg_profile profile;
    lg_finding finding;
    world_begin(&w);
    world_add(&w, 0, r->kind)->bound = r->bound;
    for (const char *p = r->children; *p != '\0'; p++)
        world_state(&w, 1, *p);
    world_profile(&profile);
    world_judge(&w, &profile, &finding);
    ck_assert_msg(finding.reason == r->reason, "kind %d of %s: reason %d, expected %d", (int)r->kind, r->children,
                  (int)finding.reason, (int)r->reason);
}
END_TEST

/* ------------------------------------------------------------------------------- points */

/* A points row over leaves that earn the points beside them, in whole points here. */
static const struct earned {
    const char *what;
    lg_kind kind;
    int64_t floor, cap;
    const char *children;
    int64_t points[4];
    int64_t low, high;
} EARNED[] = {
    {"best: the highest band that is met", LG_KIND_BEST, 0, 0, "110", {20, 15, 30}, 20, 20},
    {"best: order does not matter", LG_KIND_BEST, 0, 0, "011", {30, 15, 20}, 20, 20},
    {"best: nothing met", LG_KIND_BEST, 0, 0, "00", {20, 15}, 0, 0},
    {"best: an unknown band counts only as possible", LG_KIND_BEST, 0, 0, "1.", {15, 20}, 15, 20},
    {"best: an unknown band below changes nothing", LG_KIND_BEST, 0, 0, "1.", {20, 15}, 20, 20},
    {"best: all unknown", LG_KIND_BEST, 0, 0, "..", {20, 15}, 0, 20},
    {"best: judgement and undefined are unknown too", LG_KIND_BEST, 0, 0, "ju", {20, 15}, 0, 20},
    {"best: a band that does not apply earns nothing", LG_KIND_BEST, 0, 0, "-1", {20, 15}, 15, 15},
    {"best: floor when nothing is met", LG_KIND_BEST, 5, 0, "0", {10}, 5, 5},
    {"best: floor below a band", LG_KIND_BEST, 5, 0, "1", {10}, 10, 10},
    {"best: floor and an unknown band", LG_KIND_BEST, 5, 0, ".", {10}, 5, 10},
    {"sum: all that is met", LG_KIND_SUM, 0, 100, "1101", {20, 15, 30, 1}, 36, 36},
    {"sum: unknown counts as possible", LG_KIND_SUM, 0, 100, "1.0", {20, 15, 30}, 20, 35},
    {"sum: exactly the cap", LG_KIND_SUM, 0, 35, "11", {20, 15}, 35, 35},
    {"sum: above the cap", LG_KIND_SUM, 0, 5, "11", {3, 3}, 5, 5},
    {"sum: the cap closes the interval", LG_KIND_SUM, 0, 5, "11.", {3, 3, 3}, 5, 5},
    {"sum: the cap cuts what is possible", LG_KIND_SUM, 0, 5, "1.", {3, 3}, 3, 5},
    {"sum: floor", LG_KIND_SUM, 2, 5, "00", {3, 3}, 2, 2},
    {"sum: floor below one child", LG_KIND_SUM, 2, 5, "10", {3, 3}, 3, 3},
    {"sum: floor and unknown", LG_KIND_SUM, 2, 5, ".0", {3, 3}, 2, 3},
    {"sum: nothing applies", LG_KIND_SUM, 0, 5, "--", {3, 3}, 0, 0},
};

static void add_points(world *w, uint32_t depth, const struct earned *e)
{
    lg_criterion *row = world_add(w, depth, e->kind);
    row->points_floor = e->floor * 100;
    row->points = e->cap * 100;
    for (size_t i = 0; e->children[i] != '\0'; i++)
        world_state(w, depth + 1, e->children[i])->points = e->points[i] * 100;
}

START_TEST(points_are_an_interval)
{
    const struct earned *e = &EARNED[_i];
    world w;
    lg_profile profile;
    lg_finding finding;
    world_begin(&w);
    add_points(&w, 0, e);
    world_profile(&profile);
    POISON(finding);
    ck_assert_int_eq(lg_evaluate_criterion(world_end(&w), 0, &profile, &finding), LG_OK);
    ck_assert_msg(finding.points_low == e->low * 100 && finding.points_high == e->high * 100, "%s: %d to %d hundredths",
                  e->what, (int)finding.points_low, (int)finding.points_high);
    ck_assert(fraction_none(&finding.observed) && fraction_none(&finding.margin));
}
END_TEST

/* Any row that is met earns its points, a combination as well. */
START_TEST(a_condition_earns_its_points_only_when_met)
{
    static const struct {
        char state;
        int64_t low, high;
    } CASES[] = {{'1', 7, 7}, {'0', 0, 0}, {'.', 0, 7}, {'-', 0, 0}, {'j', 0, 7}, {'u', 0, 7}};
    lg_profile profile;
    world_profile(&profile);
    for (size_t i = 0; i < COUNT(CASES); i++) {
        world w;
        lg_finding finding;
        world_begin(&w);
        world_add(&w, 0, LG_KIND_ANY)->points = 7;
        world_state(&w, 1, CASES[i].state);
        world_judge(&w, &profile, &finding);
        ck_assert_int_eq(finding.points_low, CASES[i].low);
        ck_assert_int_eq(finding.points_high, CASES[i].high);
    }
}
END_TEST

/* A province's own points: the fact is the points. */
static const struct {
    const char *facts;
    int64_t low, high;
} VALUES[] = {{"local_score_cp=0", 0, 0},
              {"local_score_cp=1", 1, 1},
              {"local_score_points=12.5", 1250, 1250},
              {"local_score_points=15", 1500, 1500},
              {"", 0, 1500}};

START_TEST(a_points_value_earns_the_fact_itself)
{
    world w;
    lg_profile profile;
    lg_finding finding;
    lg_criterion *row;
    world_begin(&w);
    row = world_add(&w, 0, LG_KIND_POINTS_VALUE);
    row->fact_count = 1;
    row->facts[0] = LG_FACT_LOCAL_SCORE;
    row->points = 1500;
    profile_of(&profile, VALUES[_i].facts);
    ck_assert_int_eq(lg_evaluate_criterion(world_end(&w), 0, &profile, &finding), LG_OK);
    ck_assert_int_eq(finding.points_low, VALUES[_i].low);
    ck_assert_int_eq(finding.points_high, VALUES[_i].high);
}
END_TEST

/* ---------------------------------------------------------------------------- pass marks */

/* Sum of children against a mark; the verdict, and the points when they are certain (else -1). */
static const struct marked {
    const char *what;
    const char *children;
    int64_t points[4];
    int64_t mark;
    char expected;
    lg_reason reason;
    int64_t observed;
} MARKED[] = {
    {"exactly the mark", "11", {40, 20}, 60, '1', LG_REASON_NONE, 60},
    {"one point below", "11", {40, 19}, 60, '0', LG_REASON_NONE, 59},
    {"above", "11", {40, 21}, 60, '1', LG_REASON_NONE, 61},
    {"a missing document could reach it", "1.", {40, 20}, 60, '.', LG_REASON_MISSING, -1},
    {"a missing document could not", "1.", {40, 19}, 60, '0', LG_REASON_NONE, -1},
    {"a missing document no longer matters", "11.", {40, 20, 30}, 60, '1', LG_REASON_NONE, -1},
    {"a judgement could reach it", "1j", {40, 20}, 60, '.', LG_REASON_JUDGEMENT, -1},
    {"an undefined ratio could reach it", "1u", {40, 20}, 60, '.', LG_REASON_UNDEFINED, -1},
    {"the smallest reason", "1uj.", {40, 20, 20, 20}, 60, '.', LG_REASON_MISSING, -1},
    {"rows that do not apply earn nothing", "1-", {40, 20}, 60, '0', LG_REASON_NONE, 40},
    {"nothing known", "..", {40, 20}, 60, '.', LG_REASON_MISSING, -1},
    {"mark of zero", "0", {40}, 0, '1', LG_REASON_NONE, 0},
};

static void add_pass_mark(world *w, const struct marked *m)
{
    struct earned sum = {m->what, LG_KIND_SUM, 0, 100, m->children, {0}, 0, 0};
    lg_criterion *pass = world_add(w, 0, LG_KIND_PASS_MARK);
    pass->bound = m->mark * 100;
    pass->unit = LG_UNIT_POINTS;
    pass->total = 1;
    memcpy(sum.points, m->points, sizeof sum.points);
    add_points(w, 1, &sum);
}

START_TEST(a_pass_mark_is_reached_missed_or_open)
{
    const struct marked *m = &MARKED[_i];
    world w;
    lg_profile profile;
    lg_finding finding;
    world_begin(&w);
    add_pass_mark(&w, m);
    world_profile(&profile);
    world_judge(&w, &profile, &finding);
    ck_assert_msg(verdict_letter(finding.verdict) == m->expected, "%s: %c", m->what, verdict_letter(finding.verdict));
    ck_assert_msg(finding.reason == m->reason, "%s: reason %d", m->what, (int)finding.reason);
    ck_assert(fraction_is(&finding.required, m->mark * 100, 1));
    if (m->observed < 0) {
        ck_assert_msg(fraction_none(&finding.observed) && fraction_none(&finding.margin), "%s", m->what);
    } else {
        ck_assert_msg(fraction_is(&finding.observed, m->observed * 100, 1), "%s", m->what);
        ck_assert_msg(fraction_is(&finding.margin, (m->observed - m->mark) * 100, 1), "%s", m->what);
    }
}
END_TEST

/* The band that could still raise the total waits for a person; the figure that is missing belongs
 * to a band that is already beaten. */
START_TEST(a_band_that_is_beaten_gives_no_reason)
{
    world w;
    lg_profile profile;
    lg_finding finding;
    const struct earned best = {"", LG_KIND_BEST, 0, 0, "1.j", {15, 10, 20}, 0, 0};
    lg_criterion *pass;
    world_begin(&w);
    pass = world_add(&w, 0, LG_KIND_PASS_MARK);
    pass->bound = 2000;
    pass->total = 1;
    add_points(&w, 1, &best);
    world_profile(&profile);
    world_judge(&w, &profile, &finding);
    ck_assert_int_eq(finding.verdict, LG_UNKNOWN);
    ck_assert_int_eq(finding.reason, LG_REASON_JUDGEMENT);
}
END_TEST

/* Judged alone a row comes out as in the whole, and not by what an earlier call has left in memory. */
static void must_be_alone(const world *w, uint32_t criterion, const lg_profile *profile, const lg_finding *expected)
{
    lg_profile nothing;
    lg_finding alone;
    profile_empty(&nothing);
    ck_assert_int_eq(lg_evaluate_criterion(&w->rules, 0, &nothing, &alone), LG_OK);
    ck_assert_int_eq(lg_evaluate_criterion(&w->rules, criterion, profile, &alone), LG_OK);
    ck_assert_mem_eq(&alone, expected, sizeof alone);
}

/* A total and a second mark on one of its parts, as standards with minimum points per group have:
 * the second mark counts the points of a row elsewhere in the table. */
START_TEST(a_second_mark_counts_the_points_of_a_group_elsewhere)
{
    static const char *const GROUPS[][2] = {{"11", "11"}, {"10", "11"}, {"1.", "11"}, {"11", ".."}};
    /* all, minimum, total */
    static const char EXPECTED[][3] = {{'1', '1', '1'}, {'0', '0', '1'}, {'.', '.', '1'}, {'.', '1', '.'}};
    lg_profile profile;
    world_profile(&profile);
    for (size_t i = 0; i < COUNT(GROUPS); i++) {
        world w;
        struct earned group = {"", LG_KIND_SUM, 0, 40, GROUPS[i][0], {20, 20}, 0, 0};
        lg_finding findings[16];
        lg_verdict verdict;
        lg_criterion *minimum, *pass, *total;
        world_begin(&w);
        world_add(&w, 0, LG_KIND_ALL);                 /* 0 */
        minimum = world_add(&w, 1, LG_KIND_PASS_MARK); /* 1: the first group reaches 40 */
        minimum->bound = 4000;
        minimum->total = 4;
        pass = world_add(&w, 1, LG_KIND_PASS_MARK); /* 2: all reach 60 */
        pass->bound = 6000;
        pass->total = 3;
        total = world_add(&w, 2, LG_KIND_SUM); /* 3 */
        total->points = 10000;
        add_points(&w, 3, &group); /* 4 */
        group.children = GROUPS[i][1];
        add_points(&w, 3, &group);
        ck_assert_int_eq(lg_evaluate(world_end(&w), &profile, findings, 16, NULL, &verdict), LG_OK);
        ck_assert_msg(verdict_letter(findings[0].verdict) == EXPECTED[i][0], "overall of case %d", (int)i);
        ck_assert_msg(verdict_letter(findings[1].verdict) == EXPECTED[i][1], "minimum of case %d", (int)i);
        ck_assert_msg(verdict_letter(findings[2].verdict) == EXPECTED[i][2], "total of case %d", (int)i);
        for (uint32_t c = 0; c < 3; c++)
            must_be_alone(&w, c, &profile, &findings[c]);
    }
}
END_TEST

/* A mark among points, for the group right behind it: met, it earns points itself. */
START_TEST(a_mark_counts_the_points_of_the_row_behind_it)
{
    static const struct earned group = {"", LG_KIND_SUM, 0, 40, "11", {20, 20}, 0, 0};
    world w;
    lg_profile profile;
    lg_finding findings[8];
    lg_verdict verdict;
    lg_criterion *row;
    world_begin(&w);
    row = world_add(&w, 0, LG_KIND_PASS_MARK); /* 0: the group and the mark on it reach 45 */
    row->bound = 4500;
    row->total = 1;
    world_add(&w, 1, LG_KIND_SUM)->points = 10000; /* 1 */
    row = world_add(&w, 2, LG_KIND_PASS_MARK);     /* 2: the group reaches 40 */
    row->bound = 4000;
    row->points = 500;
    row->total = 3;
    add_points(&w, 2, &group); /* 3 */
    world_profile(&profile);
    ck_assert_int_eq(lg_evaluate(world_end(&w), &profile, findings, 8, NULL, &verdict), LG_OK);
    ck_assert_int_eq(verdict, LG_MET);
    ck_assert_int_eq(findings[2].verdict, LG_MET);
    for (uint32_t c = 0; c < 4; c++)
        must_be_alone(&w, c, &profile, &findings[c]);
}
END_TEST

/* --------------------------------------------------------------------------- deep trees */

/* Combinations of combinations, twelve deep: an unknown leaf goes up as it stands. */
START_TEST(a_leaf_twelve_deep_decides)
{
    char state = STATES[_i];
    world w;
    world_begin(&w);
    for (uint32_t depth = 0; depth < 10; depth++)
        world_add(&w, depth, depth % 2 ? LG_KIND_ANY : LG_KIND_ALL);
    world_state(&w, 10, state);
    ck_assert_int_eq(judge_letter(&w), state);
}
END_TEST

/* (1 or 0) and (? or 1) and when 1 then (n/a or 1) */
START_TEST(neighbours_do_not_leak_into_each_other)
{
    static const struct {
        const char *any1, *any2, *when;
        char expected;
    } CASES[] = {{"10", ".1", "1-1", '1'}, {"00", ".1", "1-1", '0'}, {"10", ".0", "1-1", '.'},
                 {"10", ".1", "1-0", '0'}, {"10", "--", "0-1", '1'}, {"--", "--", "0-1", '-'}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        world w;
        char got;
        world_begin(&w);
        world_add(&w, 0, LG_KIND_ALL);
        world_add(&w, 1, LG_KIND_ANY);
        for (const char *p = CASES[i].any1; *p != '\0'; p++)
            world_state(&w, 2, *p);
        world_add(&w, 1, LG_KIND_ANY);
        for (const char *p = CASES[i].any2; *p != '\0'; p++)
            world_state(&w, 2, *p);
        world_add(&w, 1, LG_KIND_WHEN);
        for (const char *p = CASES[i].when; *p != '\0'; p++)
            world_state(&w, 2, *p);
        got = judge_letter(&w);
        ck_assert_msg(got == CASES[i].expected, "case %d: %c", (int)i, got);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("logic");
    TCase *tables = tcase_create("truth tables"), *reasons = tcase_create("reasons");
    TCase *points = tcase_create("points"), *trees = tcase_create("trees");
    tcase_add_loop_test(tables, two_children_give_the_cell_of_the_table, 0, ROWS(TABLES));
    tcase_add_test(tables, one_child_alone_decides);
    tcase_add_loop_test(tables, three_children_give_the_same_in_any_order, 0, ROWS(TRIPLES));
    tcase_add_loop_test(tables, a_guard_opens_or_closes_what_follows_it, 0, ROWS(GUARDED));
    tcase_add_loop_test(tables, at_least_counts_the_children_that_are_met, 0, ROWS(COUNTED_ROWS));
    tcase_add_test(tables, at_least_counts_no_row_that_follows_its_children);
    tcase_add_loop_test(reasons, a_combination_takes_the_smallest_reason_that_leaves_it_open, 0, ROWS(REASONED));
    tcase_add_test(reasons, a_band_that_is_beaten_gives_no_reason);
    tcase_add_loop_test(points, points_are_an_interval, 0, ROWS(EARNED));
    tcase_add_test(points, a_condition_earns_its_points_only_when_met);
    tcase_add_loop_test(points, a_points_value_earns_the_fact_itself, 0, ROWS(VALUES));
    tcase_add_loop_test(points, a_pass_mark_is_reached_missed_or_open, 0, ROWS(MARKED));
    tcase_add_test(points, a_second_mark_counts_the_points_of_a_group_elsewhere);
    tcase_add_test(points, a_mark_counts_the_points_of_the_row_behind_it);
    tcase_add_loop_test(trees, a_leaf_twelve_deep_decides, 0, 4);
    tcase_add_test(trees, neighbours_do_not_leak_into_each_other);
    suite_add_tcase(suite, tables);
    suite_add_tcase(suite, reasons);
    suite_add_tcase(suite, points);
    suite_add_tcase(suite, trees);
    return suite_run(suite);
}
