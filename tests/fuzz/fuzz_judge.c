/* SPDX-License-Identifier: Apache-2.0 */
/* One enterprise, in order or hostile, through everything that judges it and speaks about it: the answers must agree.
 */
#include "demands.h"
#include "people.h"

#define ROWS_MOST 256

struct firm {
    const lg_ruleset *rules, *other_rules;
    lg_profile *profile, *other;
    uint32_t criterion;
    lg_language language;
    int32_t date;
};

/* What a call with a rule set and a profile returns when its other arguments are right. */
static lg_status expected_status(const lg_ruleset *rules, const lg_profile *profile)
{
    return profile && !rules ? LG_E_RULES : profile_status(profile);
}

static int is_refused_alike(lg_status status, const lg_ruleset *rules, const lg_profile *profile)
{
    lg_status expected = expected_status(rules, profile);
    return expected == LG_OK ? status == LG_OK : status < 0 && status != LG_E_CAPACITY;
}

/* -------------------------------------------------------------------------------- findings */

static void expect_finding(const lg_criterion *row, const lg_finding *finding)
{
    REQUIRE(finding->verdict >= LG_UNKNOWN && finding->verdict <= LG_NOT_APPLICABLE);
    REQUIRE((finding->verdict == LG_UNKNOWN) == (finding->reason != LG_REASON_NONE));
    REQUIRE(finding->points_low <= finding->points_high && finding->points_low >= 0);
    REQUIRE(finding->lever == LG_FACT_NONE || finding->lever < lg_fact_count());
    REQUIRE(finding->lever_change == 0 || (finding->verdict == LG_NOT_MET && finding->lever != LG_FACT_NONE));
    REQUIRE(finding->observed.denominator.high >= 0 && finding->required.denominator.high >= 0);
    REQUIRE(row->kind >= LG_KIND_VALUE || finding->lever_change == 0 || row->kind == LG_KIND_PASS_MARK);
}

/* Each criterion alone comes to the same as all together. */
static void expect_alone(const struct firm *firm, const lg_finding *together)
{
    lg_finding alone;
    memset(&alone, ROOM_FILL, sizeof alone);
    REQUIRE(lg_evaluate_criterion(firm->rules, together->criterion, firm->profile, &alone) == LG_OK);
    REQUIRE(memcmp(&alone, together, sizeof alone) == 0);
}

/* A move of the lever by lever_change meets the criterion, and by one less does not. */
static void expect_lever(const struct firm *firm, const lg_finding *finding)
{
    lg_profile moved = *firm->profile;
    lg_finding after;
    int64_t value;
    moved.struct_size = (uint32_t)sizeof moved;
    int64_t step = finding->lever_change > 0 ? 1 : -1;
    REQUIRE(lg_profile_get(&moved, finding->lever, &value, NULL) == LG_OK);
    REQUIRE(lg_profile_set(&moved, finding->lever, value + finding->lever_change) == LG_OK);
    REQUIRE(lg_evaluate_criterion(firm->rules, finding->criterion, &moved, &after) == LG_OK);
    REQUIRE(after.verdict == LG_MET);
    REQUIRE(lg_profile_set(&moved, finding->lever, value + finding->lever_change - step) == LG_OK);
    REQUIRE(lg_evaluate_criterion(firm->rules, finding->criterion, &moved, &after) == LG_OK);
    REQUIRE(after.verdict != LG_MET);
}

static void refused(const struct firm *firm)
{
    lg_finding findings[ROWS_MOST];
    lg_verdict verdict = LG_MET;
    uint32_t rows = criterion_count(firm->rules);
    REQUIRE(lg_evaluate(firm->rules, firm->profile, findings, rows, NULL, &verdict) < 0 && verdict == LG_UNKNOWN);
    for (uint32_t i = 0; i < rows; i++)
        REQUIRE(findings[i].verdict == LG_UNKNOWN && findings[i].reason == LG_REASON_NONE);
}

static void evaluate(input *in, const struct firm *firm)
{
    uint32_t rows = criterion_count(firm->rules), count = 0;
    lg_finding *findings = room_get(rows * sizeof *findings);
    lg_verdict verdict = 9, again = 9;
    lg_status status = lg_evaluate(firm->rules, firm->profile, findings, rows, &count, &verdict);
    REQUIRE(is_refused_alike(status, firm->rules, firm->profile));
    REQUIRE(lg_evaluate(firm->rules, firm->profile, NULL, 0, NULL, &again) == status && again == verdict);
    REQUIRE(lg_evaluate(firm->rules, firm->profile, NULL, 1, NULL, &again) < 0 && again == LG_UNKNOWN);
    for (uint32_t i = 0; status == LG_OK && i < rows; i++) {
        expect_finding(lg_ruleset_criterion(firm->rules, i), &findings[i]);
        if (take_chance(in, 16))
            expect_alone(firm, &findings[i]);
        if (findings[i].lever_change != 0)
            expect_lever(firm, &findings[i]);
    }
    REQUIRE(status == LG_OK ? findings[0].verdict == verdict && count == rows : verdict == LG_UNKNOWN);
    if (status != LG_OK)
        refused(firm);
    free(findings);
}

static void short_of_findings(input *in, const struct firm *firm)
{
    uint32_t rows = criterion_count(firm->rules), count = 0, capacity = rows > 0 ? take_below(in, rows) : 0;
    lg_finding *findings = room_get(capacity * sizeof *findings);
    lg_verdict verdict = LG_MET;
    lg_status status = lg_evaluate(firm->rules, firm->profile, findings, capacity, &count, &verdict);
    REQUIRE(status < 0 && verdict == LG_UNKNOWN);
    REQUIRE(status != LG_E_CAPACITY || count == rows);
    REQUIRE(lg_evaluate(firm->rules, firm->profile, findings, capacity, &count, NULL) < 0);
    free(findings);
}

static void one_criterion(input *in, const struct firm *firm)
{
    lg_finding finding;
    uint32_t criterion = take_index(in, criterion_count(firm->rules) + 1);
    lg_status status = lg_evaluate_criterion(firm->rules, criterion, firm->profile, &finding);
    if (status == LG_OK)
        expect_finding(lg_ruleset_criterion(firm->rules, criterion), &finding);
    else
        REQUIRE(finding.verdict == LG_UNKNOWN && finding.observed.denominator.low == 0);
    REQUIRE(lg_evaluate_criterion(firm->rules, criterion, firm->profile, NULL) < 0);
}

/* ----------------------------------------------------------------------------------- lists */

static lg_status missing_list(const void *call, void *list, uint32_t capacity, uint32_t *count)
{
    const struct firm *firm = call;
    return lg_missing(firm->rules, firm->profile, list, capacity, count);
}

/* They are unknown, none where the verdict is settled, and at least one where figures are missing. */
static void missing(input *in, const struct firm *firm)
{
    uint32_t count;
    lg_status status;
    lg_verdict verdict = LG_UNKNOWN;
    lg_missing_fact *facts = demand_list(in, missing_list, firm, sizeof *facts, &count, &status);
    REQUIRE(is_refused_alike(status, firm->rules, firm->profile));
    for (uint32_t i = 0; i < count; i++)
        REQUIRE(!knows(firm->profile, facts[i].fact) && (i == 0 || facts[i].fact > facts[i - 1].fact));
    if (status == LG_OK)
        REQUIRE(lg_evaluate(firm->rules, firm->profile, NULL, 0, NULL, &verdict) == LG_OK);
    REQUIRE(verdict == LG_UNKNOWN || count == 0);
    free(facts);
}

static lg_status route_list(const void *call, void *list, uint32_t capacity, uint32_t *count)
{
    const struct firm *firm = call;
    return lg_route(firm->rules, firm->profile, list, capacity, count);
}

static void route(input *in, const struct firm *firm)
{
    uint32_t count;
    lg_status status;
    lg_step *steps = demand_list(in, route_list, firm, sizeof *steps, &count, &status);
    REQUIRE(is_refused_alike(status, firm->rules, firm->profile));
    for (uint32_t i = 0; i < count; i++) {
        REQUIRE(steps[i].verdict == LG_NOT_MET || steps[i].verdict == LG_UNKNOWN);
        REQUIRE(steps[i].criterion < criterion_count(firm->rules));
    }
    free(steps);
}

static lg_status flip_list(const void *call, void *list, uint32_t capacity, uint32_t *count)
{
    const struct firm *firm = call;
    lg_verdict before, after;
    return lg_flip(firm->rules, firm->profile, firm->other_rules, firm->other, &before, &after, list, capacity, count);
}

static void flip(input *in, const struct firm *firm)
{
    uint32_t count;
    lg_status status;
    lg_verdict before = 9, after = 9;
    lg_cause *causes = demand_list(in, flip_list, firm, sizeof *causes, &count, &status);
    for (uint32_t i = 0; i < count; i++)
        REQUIRE(causes[i].side <= 1 && causes[i].criterion < ROWS_MOST);
    REQUIRE(lg_flip(firm->rules, firm->profile, firm->other_rules, firm->other, &before, &after, NULL, 0, &count) ==
            status);
    REQUIRE(status == LG_OK ? before != after || count == 0 : before == LG_UNKNOWN && after == LG_UNKNOWN);
    REQUIRE(lg_flip(firm->rules, firm->profile, firm->other_rules, firm->other, NULL, &after, NULL, 0, &count) < 0);
    free(causes);
}

static lg_status rung_list(const void *call, void *list, uint32_t capacity, uint32_t *count)
{
    const struct firm *firm = call;
    lg_level level, next;
    return lg_echelon(firm->profile, firm->date, list, capacity, count, &level, &next);
}

static void echelon(input *in, const struct firm *firm)
{
    uint32_t count;
    lg_status status;
    lg_level level = 9, next = 9;
    lg_rung *rungs = demand_list(in, rung_list, firm, sizeof *rungs, &count, &status);
    for (uint32_t i = 0; i < count; i++)
        REQUIRE(rungs[i].level == (lg_level)(i + 1) && (rungs[i].rules || rungs[i].verdict == LG_UNKNOWN));
    REQUIRE(lg_echelon(firm->profile, firm->date, NULL, 0, &count, &level, &next) == status);
    REQUIRE(status == LG_OK ? lg_level_name(level) && lg_level_name(next) : level == 0 && next == 0);
    REQUIRE(lg_echelon(firm->profile, firm->date, NULL, 0, &count, NULL, &next) < 0);
    free(rungs);
}

static void sme_size(input *in, const struct firm *firm)
{
    lg_size_class size_class = 9, again = 9;
    uint32_t possible = 0;
    lg_status status = lg_sme_size(firm->profile, &size_class, &possible);
    REQUIRE(lg_sme_size(firm->profile, &again, NULL) == status && again == size_class);
    REQUIRE(status == LG_OK ? possible != 0 : size_class == LG_SIZE_UNKNOWN && possible == 0);
    REQUIRE(size_class == LG_SIZE_UNKNOWN || possible == UINT32_C(1) << size_class);
    REQUIRE(lg_sme_size(firm->profile, NULL, take_chance(in, 2) ? NULL : &possible) < 0);
}

/* ----------------------------------------------------------------------------------- words */

static lg_status explain_all(const void *call, char *text, uint64_t capacity, uint64_t *needed)
{
    const struct firm *firm = call;
    return lg_explain(firm->rules, firm->profile, firm->language, text, capacity, needed);
}

static lg_status explain_one(const void *call, char *text, uint64_t capacity, uint64_t *needed)
{
    const struct firm *firm = call;
    return lg_explain_criterion(firm->rules, firm->criterion, firm->profile, firm->language, text, capacity, needed);
}

static lg_status measured(const void *call, char *text, uint64_t capacity, uint64_t *needed)
{
    const struct firm *firm = call;
    return lg_criterion_measured(firm->rules, firm->criterion, firm->profile, firm->language, text, capacity, needed);
}

static void words(input *in, const struct firm *firm)
{
    static const text_function FUNCTIONS[] = {explain_one, measured, explain_all};
    lg_status status;
    for (size_t i = 0; i < COUNT(FUNCTIONS) - (take_chance(in, 4) ? 0 : 1); i++)
        free(demand_text(in, FUNCTIONS[i], firm, &status));
}

/* --------------------------------------------------------------------------------- harness */

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static void (*const PARTS[])(input *, const struct firm *) = {
        evaluate, missing, route, words, flip, echelon, sme_size, one_criterion, short_of_findings};
    input in = {bytes, size};
    struct firm firm = {take_rules_or_null(&in), take_rules_or_null(&in), NULL, NULL, 0, 0, 0};
    uint32_t parts = 1 + take_below(&in, 3);
    firm.criterion = take_index(&in, criterion_count(firm.rules) + 1);
    firm.language = (lg_language)take_index(&in, 3);
    firm.date = take_chance(&in, 8) ? (int32_t)take_number(&in) : 20180101 + (int32_t)take_below(&in, 10) * 10000;
    uint32_t part = take_below(&in, COUNT(PARTS));
    firm.profile = take_profile(&in, firm.rules);
    firm.other = take_chance(&in, 3) ? take_profile(&in, firm.other_rules) : firm.profile;
    for (; parts > 0; parts--, part++)
        PARTS[part % COUNT(PARTS)](&in, &firm);
    if (firm.other != firm.profile)
        free(firm.other);
    free(firm.profile);
    return 0;
}
