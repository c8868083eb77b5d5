/* SPDX-License-Identifier: Apache-2.0 */
/* Worked cases as data, cases/<rule set>.tsv: what is known of an enterprise and how every
 * criterion must come out. See cases/README.md. */
#include "suite.h"
#include "table.h"

#include <stdio.h>

enum { CASE, BASED_ON, FACTS, EXPECT, CITES };

#define ROWS_MAX 256
#define RULESETS_MAX 32
#define CASES_MAX 4096

static table tables[RULESETS_MAX]; /* no rows: the rule set has no file of cases */
static int ruleset_count;

/* Every case of every file, so that one loop test runs them all. */
static struct {
    int ruleset, row;
} cases[CASES_MAX];
static int case_count;

/* ------------------------------------------------------------------- reading the files */

static int file_exists(const char *name)
{
    char path[1024];
    FILE *file;
    snprintf(path, sizeof path, "%s/%s", LG_TEST_CASES, name);
    file = fopen(path, "rb");
    if (file != NULL)
        fclose(file);
    return file != NULL;
}

static int read_cases_of(int ruleset, const char *name)
{
    table *t = &tables[ruleset];
    const char *problem = table_read(t, LG_TEST_CASES, name, '\t', "case based_on facts expect cites");
    if (problem != NULL || case_count + t->rows > CASES_MAX) {
        fprintf(stderr, "%s\n", problem ? problem : "too many cases");
        return 0;
    }
    for (int row = 0; row < t->rows; row++, case_count++) {
        cases[case_count].ruleset = ruleset;
        cases[case_count].row = row;
    }
    return 1;
}

static int read_cases(void)
{
    const lg_ruleset *rules;
    for (; (rules = lg_ruleset_at((uint32_t)ruleset_count)) != NULL; ruleset_count++) {
        char name[256];
        snprintf(name, sizeof name, "%s.tsv", lg_ruleset_describe(rules)->id);
        if (file_exists(name) && !read_cases_of(ruleset_count, name))
            return 0;
    }
    return case_count > 0;
}

/* A case may be based on one above it only, so there is no circle. */
static int base_of(const table *t, int row)
{
    const char *name = table_cell(t, row, BASED_ON);
    for (int i = 0; i < row; i++)
        if (strcmp(table_cell(t, i, CASE), name) == 0)
            return i;
    ck_abort_msg("%s: based on %s, which is not above it", table_cell(t, row, CASE), name);
    return 0;
}

static void add_facts(const table *t, int row, lg_profile *profile)
{
    if (*table_cell(t, row, BASED_ON) != '\0')
        add_facts(t, base_of(t, row), profile);
    else
        profile_empty(profile);
    profile_add(profile, table_cell(t, row, FACTS));
}

static lg_verdict verdict_of(const char *word, int length)
{
    static const char *const WORDS[] = {"unknown", "met", "not_met", "not_applicable"};
    for (int v = 0; v < 4; v++)
        if (word_is(word, length, WORDS[v]))
            return v;
    ck_abort_msg("no verdict %.*s", length, word);
    return LG_UNKNOWN;
}

/* "criterion=word": "overall" is row 0. */
static void add_expectation(const lg_ruleset *rules, const char *word, int length, lg_verdict *expected)
{
    const char *equals = memchr(word, '=', (size_t)length);
    char id[128];
    int id_length = equals ? (int)(equals - word) : 0;
    REQUIRE_MSG(equals != NULL && id_length < (int)sizeof id, "not an expectation: %.*s", length, word);
    memcpy(id, word, (size_t)id_length);
    id[id_length] = '\0';
    expected[strcmp(id, "overall") == 0 ? 0 : criterion_of(rules, id)] = verdict_of(equals + 1, length - id_length - 1);
}

static void add_expectations(const lg_ruleset *rules, const table *t, int row, lg_verdict *expected)
{
    const char *word = table_cell(t, row, EXPECT);
    int length;
    if (*table_cell(t, row, BASED_ON) != '\0')
        add_expectations(rules, t, base_of(t, row), expected);
    for (; (length = next_word(&word)) > 0; word += length)
        add_expectation(rules, word, length, expected);
}

/* ------------------------------------------------------------------------------- tests */

START_TEST(an_enterprise_comes_out_as_the_regulation_says)
{
    const table *t = &tables[cases[_i].ruleset];
    const lg_ruleset *rules = lg_ruleset_at((uint32_t)cases[_i].ruleset);
    const char *name = table_cell(t, cases[_i].row, CASE);
    lg_verdict expected[ROWS_MAX], verdict;
    lg_finding findings[ROWS_MAX];
    lg_profile profile;
    uint32_t count;
    for (int c = 0; c < ROWS_MAX; c++)
        expected[c] = -1;
    add_facts(t, cases[_i].row, &profile);
    add_expectations(rules, t, cases[_i].row, expected);
    ck_assert_int_eq(lg_evaluate(rules, &profile, findings, ROWS_MAX, &count, &verdict), LG_OK);
    ck_assert_uint_eq(count, lg_ruleset_describe(rules)->criterion_count);
    for (uint32_t c = 0; c < count; c++) {
        REQUIRE_MSG(expected[c] >= 0, "%s: nothing is said of %s", name, row_of(rules, c)->id);
        REQUIRE_MSG(findings[c].verdict == expected[c], "%s: %s is %s, expected %s", name, row_of(rules, c)->id,
                    lg_verdict_name(findings[c].verdict), lg_verdict_name(expected[c]));
    }
    ck_assert_int_eq(verdict, expected[0]);
}
END_TEST

/* The same findings one by one, whatever the buffers held before, and without findings at all. */
static void check_same_findings(const lg_ruleset *rules, const lg_profile *profile, const char *name)
{
    lg_finding poisoned[ROWS_MAX], zeroed[ROWS_MAX], alone;
    lg_verdict first, second, third;
    lg_profile before = *profile;
    uint32_t count = lg_ruleset_describe(rules)->criterion_count;
    POISON(poisoned);
    memset(zeroed, 0, sizeof zeroed);
    ck_assert_int_eq(lg_evaluate(rules, profile, poisoned, count, NULL, &first), LG_OK);
    ck_assert_int_eq(lg_evaluate(rules, profile, zeroed, ROWS_MAX, NULL, &second), LG_OK);
    ck_assert_int_eq(lg_evaluate(rules, profile, NULL, 0, NULL, &third), LG_OK);
    ck_assert_msg(first == second && second == third, "%s: verdicts %d, %d, %d", name, (int)first, (int)second,
                  (int)third);
    REQUIRE_MSG(memcmp(poisoned, zeroed, count * sizeof *poisoned) == 0, "%s: findings differ", name);
    for (uint32_t c = 0; c < count; c++) {
        POISON(alone);
        REQUIRE(lg_evaluate_criterion(rules, c, profile, &alone) == LG_OK);
        REQUIRE_MSG(memcmp(&alone, &zeroed[c], sizeof alone) == 0, "%s: %s alone differs", name, row_of(rules, c)->id);
    }
    for (uint32_t c = count; c < ROWS_MAX; c++)
        REQUIRE(poisoned[c].criterion == 0xA5A5A5A5u && zeroed[c].lever == 0);
    REQUIRE_MSG(memcmp(profile, &before, sizeof before) == 0, "%s: the profile was changed", name);
}

START_TEST(findings_do_not_depend_on_how_they_are_asked_for)
{
    const table *t = &tables[_i];
    for (int row = 0; row < t->rows; row++) {
        lg_profile profile;
        add_facts(t, row, &profile);
        check_same_findings(lg_ruleset_at((uint32_t)_i), &profile, table_cell(t, row, CASE));
    }
}
END_TEST

/* What holds of every finding, whatever its criterion. There is a margin where there is a bound. */
static void check_finding(const char *name, const lg_finding *f)
{
    int measured = !fraction_none(&f->observed), bound = !fraction_none(&f->required);
    unsigned c = f->criterion;
    REQUIRE_MSG((f->reason != LG_REASON_NONE) == (f->verdict == LG_UNKNOWN), "%s: reason of %u", name, c);
    REQUIRE_MSG((measured && bound) == !fraction_none(&f->margin), "%s: margin of %u", name, c);
    REQUIRE_MSG(f->verdict != LG_UNKNOWN || !measured, "%s: unknown, but measured: %u", name, c);
    if (measured && f->verdict == LG_MET)
        REQUIRE_MSG(fraction_sign(&f->margin) >= 0, "%s: met outside its bound: %u", name, c);
    if (measured && f->verdict == LG_NOT_MET)
        REQUIRE_MSG(fraction_sign(&f->margin) <= 0, "%s: not met inside its bound: %u", name, c);
    if (f->lever_change != 0)
        REQUIRE_MSG(f->verdict == LG_NOT_MET && f->lever != LG_FACT_NONE, "%s: change of %u", name, c);
    REQUIRE_MSG(f->points_low <= f->points_high, "%s: points of %u", name, c);
}

START_TEST(numbers_and_verdict_of_a_finding_agree)
{
    const table *t = &tables[_i];
    const lg_ruleset *rules = lg_ruleset_at((uint32_t)_i);
    for (int row = 0; row < t->rows; row++) {
        lg_finding findings[ROWS_MAX];
        lg_profile profile;
        lg_verdict verdict;
        uint32_t count;
        add_facts(t, row, &profile);
        ck_assert_int_eq(lg_evaluate(rules, &profile, findings, ROWS_MAX, &count, &verdict), LG_OK);
        for (uint32_t c = 0; c < count; c++) {
            REQUIRE(findings[c].criterion == c);
            check_finding(table_cell(t, row, CASE), &findings[c]);
        }
    }
}
END_TEST

START_TEST(every_case_has_a_name_of_its_own_and_a_citation)
{
    const table *t = &tables[_i];
    for (int a = 0; a < t->rows; a++) {
        ck_assert_msg(has_text(table_cell(t, a, CASE)) && has_text(table_cell(t, a, CITES)), "row %d of %s", a,
                      t->path);
        for (int b = a + 1; b < t->rows; b++)
            REQUIRE_MSG(strcmp(table_cell(t, a, CASE), table_cell(t, b, CASE)) != 0, "%s twice",
                        table_cell(t, a, CASE));
    }
}
END_TEST

/* Each condition comes out as met, not met and unknown in some case: none is only ever passed. Points
 * may be earned in any case. */
START_TEST(every_criterion_is_met_missed_and_unknown_in_some_case)
{
    const lg_ruleset *rules = lg_ruleset_at((uint32_t)_i);
    uint32_t count = lg_ruleset_describe(rules)->criterion_count;
    unsigned seen[ROWS_MAX] = {0};
    if (tables[_i].rows == 0)
        return;
    for (int row = 0; row < tables[_i].rows; row++) {
        lg_verdict expected[ROWS_MAX];
        add_expectations(rules, &tables[_i], row, expected);
        for (uint32_t c = 0; c < count; c++)
            seen[c] |= 1u << expected[c];
    }
    for (uint32_t c = 0; c < count; c++) {
        lg_kind kind = row_of(rules, c)->kind;
        if (kind != LG_KIND_BEST && kind != LG_KIND_SUM && kind != LG_KIND_POINTS_VALUE)
            ck_assert_msg((seen[c] & 7u) == 7u, "%s: only %x", row_of(rules, c)->id, seen[c]);
    }
}
END_TEST

/* These can never lose their cases; further rule sets gain them file by file. */
START_TEST(the_promised_rule_sets_have_cases)
{
    static const char *const IDS[] = {"cn.little-giant.2020-reported", "cn.little-giant.2022"};
    for (size_t i = 0; i < COUNT(IDS); i++)
        for (int r = 0; r < ruleset_count; r++)
            if (strcmp(lg_ruleset_describe(lg_ruleset_at((uint32_t)r))->id, IDS[i]) == 0)
                ck_assert_msg(tables[r].rows > 10, "%s has %d cases", IDS[i], tables[r].rows);
}
END_TEST

/* Statuses of lg_evaluate: each output is written, nothing beyond the capacity is touched. */
static const struct failure {
    const char *what;
    uint32_t struct_size;
    uint64_t known3;
    int64_t employees;
    int fewer; /* findings too few, or below zero too many */
    lg_status status;
} FAILURES[] = {
    {"capacity", sizeof(lg_profile), 0, 5, 1, LG_E_CAPACITY},
    {"size", 8, 0, 5, 0, LG_E_SIZE},
    {"fact", sizeof(lg_profile), 1, 5, 0, LG_E_FACT},
    {"range", sizeof(lg_profile), 0, -1, 0, LG_E_RANGE},
    {"range, with more room than rows", sizeof(lg_profile), 0, -1, -2, LG_E_RANGE},
};

START_TEST(a_failed_call_claims_nothing)
{
    const struct failure *f = &FAILURES[_i];
    const lg_ruleset *rules = rules_of("cn.little-giant.2022");
    uint32_t rows = lg_ruleset_describe(rules)->criterion_count, capacity = rows - (uint32_t)f->fewer, count;
    uint32_t written = capacity < rows ? capacity : rows;
    lg_finding findings[ROWS_MAX], untouched[ROWS_MAX];
    lg_verdict verdict;
    lg_profile profile;
    profile_of(&profile, "employees=5 srdi_title=1");
    profile.struct_size = f->struct_size;
    profile.known[3] = f->known3;
    profile.employees = f->employees;
    POISON(findings);
    POISON(untouched);
    POISON(verdict);
    POISON(count);
    ck_assert_int_eq(lg_evaluate(rules, &profile, findings, capacity, &count, &verdict), f->status);
    ck_assert_int_eq(verdict, LG_UNKNOWN);
    ck_assert_msg(count == rows || (count == 0 && f->status != LG_E_CAPACITY), "%s: count %u", f->what,
                  (unsigned)count);
    ck_assert_mem_eq(&findings[written], &untouched[written], (ROWS_MAX - written) * sizeof findings[0]);
    for (uint32_t c = 0; c < written; c++)
        ck_assert_msg(findings[c].verdict == LG_UNKNOWN && fraction_none(&findings[c].observed),
                      "%s: finding %u was left as it was", f->what, (unsigned)c);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("cases");
    TCase *worked = tcase_create("worked cases"), *findings = tcase_create("findings");
    TCase *files = tcase_create("files"), *failures = tcase_create("failures");
    if (!read_cases())
        return EXIT_FAILURE;
    tcase_set_timeout(findings, 120);
    tcase_set_timeout(files, 60);
    tcase_add_loop_test(worked, an_enterprise_comes_out_as_the_regulation_says, 0, case_count);
    tcase_add_loop_test(findings, findings_do_not_depend_on_how_they_are_asked_for, 0, ruleset_count);
    tcase_add_loop_test(findings, numbers_and_verdict_of_a_finding_agree, 0, ruleset_count);
    tcase_add_test(files, the_promised_rule_sets_have_cases);
    tcase_add_loop_test(files, every_case_has_a_name_of_its_own_and_a_citation, 0, ruleset_count);
    tcase_add_loop_test(files, every_criterion_is_met_missed_and_unknown_in_some_case, 0, ruleset_count);
    tcase_add_loop_test(failures, a_failed_call_claims_nothing, 0, ROWS(FAILURES));
    suite_add_tcase(suite, worked);
    suite_add_tcase(suite, findings);
    suite_add_tcase(suite, files);
    suite_add_tcase(suite, failures);
    return suite_run(suite);
}
