/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How long a call takes for one enterprise: assessment, one criterion, words, missing facts. Prints one JSON
 * object of nanoseconds per call, medians over REPEATS passes over the same enterprises; of missing facts also
 * the worst enterprise.
 *
 * The enterprises are made here, alike on every run and machine: nearly every figure stands on a bound of the rule
 * set, one below or one above, mostly on the side that meets it, so that no condition ends an assessment early.
 */
#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <littlegiant/littlegiant.h>

#define ENTERPRISES 512
#define REPEATS 15
#define CRITERIA_MAX 256

static uint64_t random_state;

static uint32_t chance(uint32_t n)
{
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(random_state >> 33) % n;
}

/* --------------------------------------------------------------------------- enterprises */

static lg_profile firms[ENTERPRISES];

static int64_t fact_of(const lg_profile *firm, uint32_t fact)
{
    int64_t value;
    lg_profile_get(firm, fact, &value, NULL);
    return value;
}

/* On the bound, or one beside it: seven times in eight on the side that meets it. */
static int64_t beside(const lg_criterion *row, int64_t bound)
{
    int rising = row->op == LG_OP_GE || row->op == LG_OP_GT || row->op == LG_OP_BETWEEN;
    if (row->kind == LG_KIND_FLAG)
        return chance(64) ? bound : 1 - bound;
    return chance(64) ? bound + (int64_t)chance(2) * (rising ? 1 : -1) : bound + (rising ? -1 : 1);
}

/* Puts the first fact of a leaf to its bound, given the others. */
static void put_to_bound(lg_profile *firm, const lg_criterion *row)
{
    int64_t base = row->fact_count > 1 ? fact_of(firm, row->facts[1]) : 0, p = row->bound, q = row->bound_denominator;
    int64_t bound = p;
    if (row->kind == LG_KIND_RATIO)
        bound = base / q * p;
    else if (row->kind == LG_KIND_MEAN_GROWTH || row->kind == LG_KIND_COMPOUND_GROWTH)
        bound = base / q * (q + p);
    else if (row->kind == LG_KIND_TOTAL)
        bound -= base;
    lg_profile_set(firm, row->facts[0], beside(row, bound)); /* kept as it is where that is out of range */
}

static void make_firm(const lg_ruleset *rules, uint32_t unknown_percent, lg_profile *firm)
{
    const lg_criterion *row;
    lg_profile_init(firm, sizeof *firm);
    for (uint32_t fact = 0; fact < lg_fact_count(); fact++) {
        const lg_fact *info = lg_fact_describe(fact);
        int64_t span = info->maximum - info->minimum;
        int64_t low = info->minimum > 0 ? info->minimum : 0;
        lg_profile_set(firm, fact, span > 1000000 ? 1000000000 + chance(1000000000) : low + chance((uint32_t)span + 1));
    }
    for (uint32_t i = 0; (row = lg_ruleset_criterion(rules, i)) != NULL; i++)
        if (row->fact_count > 0 && row->kind != LG_KIND_SME_SIZE && row->kind != LG_KIND_POINTS_VALUE)
            put_to_bound(firm, row);
    for (uint32_t fact = 0; fact < lg_fact_count(); fact++)
        if (chance(100) < unknown_percent)
            lg_profile_clear(firm, fact);
}

static void make_firms(const lg_ruleset *rules, uint32_t unknown_percent)
{
    random_state = 20220601;
    for (uint32_t i = 0; i < ENTERPRISES; i++)
        make_firm(rules, unknown_percent, &firms[i]);
}

/* Enterprises whose verdict is unknown: only there is anything missing. */
static void make_open_firms(const lg_ruleset *rules, uint32_t unknown_percent)
{
    random_state = 20220601;
    for (uint32_t i = 0; i < ENTERPRISES;) {
        lg_verdict verdict;
        make_firm(rules, unknown_percent, &firms[i]);
        if (lg_evaluate(rules, &firms[i], NULL, 0, NULL, &verdict) == LG_OK && verdict == LG_UNKNOWN)
            i++;
    }
}

/* ------------------------------------------------------------------------------ measuring */

/* One call for an enterprise; adds up something of its result, so that it cannot be left out. */
typedef struct task {
    const lg_ruleset *rules;
    uint32_t criterion;
    lg_language language;
} task;
typedef uint64_t (*call)(const task *t, const lg_profile *firm);

static volatile uint64_t sink;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median_pass(call run, const task *t)
{
    double passes[REPEATS];
    for (int r = 0; r < REPEATS; r++) {
        uint64_t sum = 0;
        double start = now();
        for (uint32_t i = 0; i < ENTERPRISES; i++)
            sum += run(t, &firms[i]);
        passes[r] = (now() - start) / ENTERPRISES;
        sink += sum;
    }
    qsort(passes, REPEATS, sizeof passes[0], ascending);
    return passes[REPEATS / 2];
}

/* The enterprise that takes longest; of each the quickest of three calls, so that an interruption does not count. */
static double worst(call run, const task *t)
{
    double longest = 0;
    for (uint32_t i = 0; i < ENTERPRISES; i++) {
        double quickest = 1e18;
        for (int r = 0; r < 3; r++) {
            double start = now(), taken;
            sink += run(t, &firms[i]);
            taken = now() - start;
            quickest = taken < quickest ? taken : quickest;
        }
        longest = quickest > longest ? quickest : longest;
    }
    return longest;
}

static void print(const char *what, const char *which, double nanoseconds)
{
    static const char *before = "{";
    printf("%s\n  \"%s%s\": %.1f", before, what, which, nanoseconds);
    before = ",";
}

/* ---------------------------------------------------------------------------- the calls */

static uint64_t findings(const task *t, const lg_profile *firm)
{
    static lg_finding list[CRITERIA_MAX];
    lg_verdict verdict;
    lg_evaluate(t->rules, firm, list, CRITERIA_MAX, NULL, &verdict);
    return (uint64_t)verdict;
}

static uint64_t verdict_alone(const task *t, const lg_profile *firm)
{
    lg_verdict verdict;
    lg_evaluate(t->rules, firm, NULL, 0, NULL, &verdict);
    return (uint64_t)verdict;
}

static uint64_t one_criterion(const task *t, const lg_profile *firm)
{
    lg_finding finding;
    lg_evaluate_criterion(t->rules, t->criterion, firm, &finding);
    return (uint64_t)finding.verdict;
}

static uint64_t criterion_in_words(const task *t, const lg_profile *firm)
{
    char text[2048];
    uint64_t needed;
    lg_explain_criterion(t->rules, t->criterion, firm, t->language, text, sizeof text, &needed);
    return needed;
}

static uint64_t all_in_words(const task *t, const lg_profile *firm)
{
    static char text[65536];
    uint64_t needed;
    lg_explain(t->rules, firm, t->language, text, sizeof text, &needed);
    return needed;
}

static uint64_t missing_facts(const task *t, const lg_profile *firm)
{
    lg_missing_fact facts[CRITERIA_MAX];
    uint32_t count;
    lg_missing(t->rules, firm, facts, CRITERIA_MAX, &count);
    return count;
}

/* --------------------------------------------------------------------------- the table */

static void measure_leaves(task *t, const char *which)
{
    const lg_criterion *row;
    double total = 0, longest = 0, words = 0;
    uint32_t leaves = 0, rows = 0;
    for (t->criterion = 0; (row = lg_ruleset_criterion(t->rules, t->criterion)) != NULL; t->criterion++, rows++) {
        words += median_pass(criterion_in_words, t);
        if (row->fact_count == 0)
            continue;
        double taken = median_pass(one_criterion, t);
        longest = taken > longest ? taken : longest;
        total += taken;
        leaves++;
    }
    print("one leaf, mean over all: ", which, total / leaves);
    print("one leaf, the longest: ", which, longest);
    print("one criterion in words, mean over all: ", which, words / rows);
}

static void measure_assessment(uint32_t unknown_percent, const char *which)
{
    task t = {lg_ruleset_find("cn.little-giant.2022"), 0, LG_ENGLISH};
    make_firms(t.rules, unknown_percent);
    print("assessment with findings: ", which, median_pass(findings, &t));
    print("assessment, verdict alone: ", which, median_pass(verdict_alone, &t));
    measure_leaves(&t, which);
    print("assessment in words: ", which, median_pass(all_in_words, &t));
}

static void measure_missing(const char *id)
{
    static const uint32_t UNKNOWN[] = {5, 20, 50, 90};
    task t = {lg_ruleset_find(id), 0, LG_ENGLISH};
    for (size_t i = 0; i < sizeof UNKNOWN / sizeof UNKNOWN[0]; i++) {
        char which[64];
        snprintf(which, sizeof which, "%s, %u %% unknown", id, (unsigned)UNKNOWN[i]);
        make_open_firms(t.rules, UNKNOWN[i]);
        print("missing facts, mean: ", which, median_pass(missing_facts, &t));
        print("missing facts, worst: ", which, worst(missing_facts, &t));
    }
}

int main(void)
{
    measure_assessment(0, "all known");
    measure_assessment(5, "5 % unknown");
    measure_missing("cn.little-giant.2022");
    measure_missing("cn.srdi-sme.2022");
    measure_missing("cn.little-giant.2026");
    printf("\n}\n");
    return 0;
}
