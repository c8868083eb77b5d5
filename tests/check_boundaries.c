/* SPDX-License-Identifier: Apache-2.0 */
/* Every leaf of every built-in rule set at its bound, one unit beside it, unknown and undefined.
 * All is derived from reflection, so a new rule set is tested the day it is added. */
#include "suite.h"

#include <stdio.h>

/* The leaf in question, and what is said when it goes wrong. */
typedef struct leaf {
    const lg_ruleset *rules;
    uint32_t criterion;
    const lg_criterion *row;
    char name[128];
} leaf;

static void judge(const leaf *l, const lg_profile *profile, lg_finding *finding)
{
    POISON(*finding);
    ck_assert_int_eq(lg_evaluate_criterion(l->rules, l->criterion, profile, finding), LG_OK);
    ck_assert_uint_eq(finding->criterion, l->criterion);
}

/* ----------------------------------------------------------- profiles at a given distance */

#define STEPS 1000 /* lever units between bounds that differ by 1 / denominator */

/* What the lever must be for the measured value to lie exactly at this bound, all other facts as
 * set_others() sets them. */
static int64_t lever_at(const lg_criterion *row, int64_t bound)
{
    int64_t p = bound, q = row->bound_denominator;
    switch (row->kind) {
    case LG_KIND_RATIO:
        return p * STEPS;
    case LG_KIND_TOTAL:
        return p - (int64_t)(row->fact_count - 1);
    case LG_KIND_MEAN_GROWTH: /* y2 = y3 = q: (y1 / q + 1) / 2 - 1 = p / q */
        return (q + 2 * p) * STEPS;
    case LG_KIND_COMPOUND_GROWTH: /* y3 = q * q */
        return (p + q) * (p + q) * STEPS;
    default:
        ck_assert_msg(row->kind == LG_KIND_VALUE || row->kind == LG_KIND_FLAG, "kind %d", (int)row->kind);
        ck_assert_int_eq(q, 1);
        return p;
    }
}

static void set_others(const lg_criterion *row, lg_profile *profile)
{
    int64_t q = row->bound_denominator;
    for (uint32_t i = 1; i < row->fact_count; i++)
        profile_put(profile, row->facts[i],
                    row->kind == LG_KIND_TOTAL ? 1 : (row->kind == LG_KIND_COMPOUND_GROWTH ? q * q : q) * STEPS);
}

/* The profile with the lever at this value; 0 if the fact cannot take it. */
static int profile_at(const lg_criterion *row, int64_t lever, lg_profile *profile)
{
    const lg_fact *fact = lg_fact_describe(row->facts[0]);
    profile_empty(profile);
    set_others(row, profile);
    if (lever < fact->minimum || lever > fact->maximum)
        return 0;
    profile_put(profile, row->facts[0], lever);
    return 1;
}

/* ------------------------------------------------------------------------ known verdicts */

static int sign_of(int64_t distance) { return (distance > 0) - (distance < 0); }

/* What the operator's words say of a value below (-1), at (0) or above (1) its bounds. */
static lg_verdict verdict_of(lg_operator op, int low, int high)
{
    switch (op) {
    case LG_OP_GE:
        return low < 0 ? LG_NOT_MET : LG_MET;
    case LG_OP_GT:
        return low <= 0 ? LG_NOT_MET : LG_MET;
    case LG_OP_LE:
        return low > 0 ? LG_NOT_MET : LG_MET;
    case LG_OP_LT:
        return low >= 0 ? LG_NOT_MET : LG_MET;
    case LG_OP_EQ:
        return low != 0 ? LG_NOT_MET : LG_MET;
    case LG_OP_BETWEEN:
        return low < 0 || high > 0 ? LG_NOT_MET : LG_MET;
    case LG_OP_FROM_TO:
        return low < 0 || high >= 0 ? LG_NOT_MET : LG_MET;
    default:
        ck_abort_msg("operator %d", (int)op);
        return LG_UNKNOWN;
    }
}

static int is_range(lg_operator op) { return op == LG_OP_BETWEEN || op == LG_OP_FROM_TO; }

/* A miss names a lever; moving it as told meets the condition. */
static void check_lever(const leaf *l, const lg_profile *profile, const lg_finding *finding)
{
    lg_profile moved = *profile;
    lg_finding after;
    int64_t value;
    ck_assert_msg(finding->lever == l->row->facts[0], "%s: lever %u", l->name, (unsigned)finding->lever);
    if (finding->verdict == LG_MET) {
        ck_assert_msg(finding->lever_change == 0, "%s: met, but told to change", l->name);
        return;
    }
    ck_assert_msg(finding->lever_change != 0, "%s: no way out", l->name);
    ck_assert_int_eq(lg_profile_get(profile, finding->lever, &value, NULL), LG_OK);
    profile_put(&moved, finding->lever, value + finding->lever_change);
    judge(l, &moved, &after);
    ck_assert_msg(after.verdict == LG_MET, "%s: not met after the change it told", l->name);
}

static void check_known(const leaf *l, int64_t lever, int low, int high)
{
    lg_profile profile;
    lg_finding finding;
    lg_verdict expected = verdict_of(l->row->op, low, high);
    if (!profile_at(l->row, lever, &profile))
        return;
    judge(l, &profile, &finding);
    ck_assert_msg(finding.verdict == expected, "%s with lever %lld: verdict %d, expected %d", l->name, (long long)lever,
                  (int)finding.verdict, (int)expected);
    ck_assert_msg(finding.reason == LG_REASON_NONE, "%s: reason %d", l->name, (int)finding.reason);
    ck_assert_msg(fraction_sign(&finding.margin) * (expected == LG_MET ? 1 : -1) >= 0, "%s: sign of margin", l->name);
    ck_assert_msg(!fraction_none(&finding.observed) && !fraction_none(&finding.required), "%s: no numbers", l->name);
    ck_assert_int_eq(fraction_none(&finding.required_high), !is_range(l->row->op));
    check_lever(l, &profile, &finding);
}

/* At the bound, one unit below, one above; of both bounds of a range. */
static void check_at_bounds(const leaf *l)
{
    int64_t low = lever_at(l->row, l->row->bound);
    int64_t high = is_range(l->row->op) ? lever_at(l->row, l->row->bound_high) : low;
    lg_profile profile;
    ck_assert_msg(profile_at(l->row, low, &profile), "%s: its bound cannot be reached", l->name);
    for (int64_t step = -1; step <= 1; step++) {
        check_known(l, low + step, sign_of(step), sign_of(low + step - high));
        check_known(l, high + step, sign_of(high + step - low), sign_of(step));
    }
}

/* ------------------------------------------------------------------- unknown, undefined */

static void check_unknown(const leaf *l, const lg_profile *profile, lg_reason reason)
{
    lg_finding finding;
    judge(l, profile, &finding);
    ck_assert_msg(finding.verdict == LG_UNKNOWN, "%s: verdict %d of what is unknown", l->name, (int)finding.verdict);
    ck_assert_msg(finding.reason == reason, "%s: reason %d, expected %d", l->name, (int)finding.reason, (int)reason);
    ck_assert_msg(fraction_none(&finding.observed) && fraction_none(&finding.margin), "%s: measured something",
                  l->name);
    ck_assert_msg(finding.lever_change == 0, "%s: told to change", l->name);
}

static lg_reason reason_without(uint32_t fact)
{
    return lg_fact_describe(fact)->kind == LG_FACT_KIND_ASSERTED ? LG_REASON_JUDGEMENT : LG_REASON_MISSING;
}

/* Each fact unknown in turn, then all. */
static void check_missing_facts(const leaf *l)
{
    lg_profile profile;
    for (uint32_t i = 0; i < l->row->fact_count; i++) {
        ck_assert(profile_at(l->row, lever_at(l->row, l->row->bound), &profile));
        ck_assert_int_eq(lg_profile_clear(&profile, l->row->facts[i]), LG_OK);
        check_unknown(l, &profile, reason_without(l->row->facts[i]));
    }
    profile_empty(&profile);
    check_unknown(l, &profile, reason_without(l->row->facts[0]));
}

/* A base of zero, or a negative one where the fact can be negative. */
static void check_undefined(const leaf *l)
{
    if (l->row->kind != LG_KIND_RATIO && l->row->kind != LG_KIND_MEAN_GROWTH && l->row->kind != LG_KIND_COMPOUND_GROWTH)
        return;
    for (uint32_t i = 1; i < l->row->fact_count; i++)
        for (int64_t base = 0; base >= -1; base--) {
            lg_profile profile;
            if (base < lg_fact_describe(l->row->facts[i])->minimum)
                continue;
            ck_assert(profile_at(l->row, lever_at(l->row, l->row->bound), &profile));
            profile_put(&profile, l->row->facts[i], base);
            check_unknown(l, &profile, LG_REASON_UNDEFINED);
        }
}

/* ----------------------------------------------------------------- leaves of their own kind */

/* Sector 16 looks at employees only: 10, 100 and 300 begin small, medium and large. */
static void check_sme_size(const leaf *l)
{
    static const int64_t EMPLOYEES[][2] = {{0, 9}, {10, 99}, {100, 299}, {300, 1000000000}};
    lg_profile profile;
    lg_finding finding;
    for (int c = LG_SIZE_MICRO; c <= LG_SIZE_LARGE; c++)
        for (int end = 0; end < 2; end++) {
            lg_verdict expected = verdict_of(l->row->op, sign_of(c - l->row->bound), sign_of(c - l->row->bound_high));
            profile_of(&profile, "size_sector=16");
            profile_put(&profile, LG_FACT_EMPLOYEES, EMPLOYEES[c - LG_SIZE_MICRO][end]);
            judge(l, &profile, &finding);
            ck_assert_msg(finding.verdict == expected, "%s: class %d gives %d", l->name, c, (int)finding.verdict);
            ck_assert(fraction_is(&finding.observed, c, 1));
        }
    profile_of(&profile, "size_sector=16");
    check_unknown(l, &profile, LG_REASON_MISSING);
    profile_empty(&profile);
    check_unknown(l, &profile, LG_REASON_MISSING);
}

static void check_points_value(const leaf *l)
{
    const lg_fact *fact = lg_fact_describe(l->row->facts[0]);
    lg_profile profile;
    lg_finding finding;
    profile_empty(&profile);
    judge(l, &profile, &finding);
    ck_assert_int_eq(finding.points_low, 0);
    ck_assert_int_eq(finding.points_high, l->row->points);
    for (int64_t value = fact->minimum; value <= fact->maximum; value++) {
        profile_put(&profile, fact->id, value);
        judge(l, &profile, &finding);
        REQUIRE_MSG(finding.points_low == value && finding.points_high == value, "%s: %lld", l->name, (long long)value);
    }
}

/* ---------------------------------------------------------------------------- all leaves */

static int is_combination(lg_kind kind) { return kind >= LG_KIND_ALL && kind <= LG_KIND_PASS_MARK; }

static void check_leaf(const leaf *l)
{
    if (l->row->kind == LG_KIND_SME_SIZE) {
        check_sme_size(l);
    } else if (l->row->kind == LG_KIND_POINTS_VALUE) {
        check_points_value(l);
    } else {
        check_at_bounds(l);
        check_missing_facts(l);
        check_undefined(l);
    }
}

START_TEST(every_leaf_decides_at_its_bound_as_its_operator_says)
{
    leaf l;
    uint32_t leaves = 0, combinations = 0;
    l.rules = lg_ruleset_at((uint32_t)_i);
    for (l.criterion = 0; (l.row = lg_ruleset_criterion(l.rules, l.criterion)) != NULL; l.criterion++) {
        if (is_combination(l.row->kind)) {
            combinations++;
            continue;
        }
        snprintf(l.name, sizeof l.name, "%s %s", lg_ruleset_describe(l.rules)->id, l.row->id);
        check_leaf(&l);
        leaves++;
    }
    ck_assert_uint_gt(leaves, 0);
    ck_assert_uint_eq(leaves + combinations, lg_ruleset_describe(l.rules)->criterion_count);
}
END_TEST

static int gives_points(lg_kind kind)
{
    return kind == LG_KIND_BEST || kind == LG_KIND_SUM || kind == LG_KIND_POINTS_VALUE;
}

/* A profile that knows nothing meets nothing and fails nothing; points may be earned in any case. */
START_TEST(nothing_is_decided_about_an_enterprise_of_which_nothing_is_known)
{
    const lg_ruleset *rules = lg_ruleset_at((uint32_t)_i);
    lg_finding findings[256];
    lg_profile profile;
    lg_verdict verdict;
    uint32_t count;
    profile_empty(&profile);
    ck_assert_int_eq(lg_evaluate(rules, &profile, findings, 256, &count, &verdict), LG_OK);
    ck_assert_int_eq(verdict, LG_UNKNOWN);
    for (uint32_t c = 0; c < count; c++)
        ck_assert_msg(gives_points(row_of(rules, c)->kind) ||
                          (findings[c].verdict == LG_UNKNOWN && findings[c].reason != LG_REASON_NONE),
                      "%s", row_of(rules, c)->id);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("boundaries");
    TCase *leaves = tcase_create("leaves");
    int rule_sets = 0;
    while (lg_ruleset_at((uint32_t)rule_sets) != NULL)
        rule_sets++;
    tcase_set_timeout(leaves, 60);
    tcase_add_loop_test(leaves, every_leaf_decides_at_its_bound_as_its_operator_says, 0, rule_sets);
    tcase_add_loop_test(leaves, nothing_is_decided_about_an_enterprise_of_which_nothing_is_known, 0, rule_sets);
    suite_add_tcase(suite, leaves);
    return suite_run(suite);
}
