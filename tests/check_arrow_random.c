/* SPDX-License-Identifier: Apache-2.0 */
/* Arrow against the evaluation of one profile: same verdicts, reasons, points, missing and assumed facts, on random
 * and built-in rule sets and on enterprises near their bounds, whatever type and unit a column has. */
#include "arrow_kit.h"
#include "grown.h"

#include <stdio.h>

enum { ROWS_MAX = 300, BATCHES = 6 };

/* What a batch holds. */
static lg_profile profiles[ROWS_MAX];

static int64_t value_of(uint32_t fact, int row, char *known)
{
    int64_t value;
    int32_t is_known;
    REQUIRE(lg_profile_get(&profiles[row], fact, &value, &is_known) == LG_OK);
    *known = is_known ? '1' : '0';
    return value;
}

/* -------------------------------------------------------------------------------- columns */

/* The values of a column in every type that holds them, and which of them are known. */
struct column {
    int64_t whole[ROWS_MAX];
    int32_t narrow[ROWS_MAX];
    double real[ROWS_MAX];
    wide decimal[ROWS_MAX];
    uint8_t bits[ROWS_MAX / 8 + 1];
    char known[ROWS_MAX + 1];
    int any_unknown, any_known;
};

static void fill_column(uint32_t fact, int rows, struct column *c)
{
    char bits[ROWS_MAX + 1] = "";
    memset(c->known, 0, sizeof c->known);
    for (int i = 0; i < rows; i++) {
        c->whole[i] = value_of(fact, i, &c->known[i]);
        c->narrow[i] = (int32_t)c->whole[i];
        c->real[i] = (double)c->whole[i];
        c->decimal[i] = c->whole[i];
        bits[i] = c->whole[i] != 0 ? '1' : '0';
    }
    kit_pack(c->bits, bits);
    c->any_unknown = strchr(c->known, '0') != NULL;
    c->any_known = strchr(c->known, '1') != NULL;
}

/* A canonical value is one in a larger unit with the point moved, if the factor is a power of ten. */
static int places_of(int64_t factor)
{
    int places = 0;
    for (; factor % 10 == 0; factor /= 10)
        places++;
    return factor == 1 ? places : -1;
}

/* As decimal128 in one of the units that the fact can have. */
static struct ArrowArray *add_decimal(kit_table *table, const lg_fact *fact, const struct column *c, int rows)
{
    const lg_unit_info *unit = lg_unit_describe(fact->unit), *other;
    char name[64], format[16];
    for (lg_unit u = 1; (other = lg_unit_describe(u)) != NULL; u++)
        if (other->canonical == fact->unit && places_of(other->factor) >= 0 && chance(2) == 0)
            unit = other;
    snprintf(name, sizeof name, "%s%s", fact->name, unit->suffix);
    snprintf(format, sizeof format, "d:38,%d", places_of(unit->factor));
    return kit_add(table, name, format, c->decimal, (size_t)rows * sizeof c->decimal[0]);
}

static void add_column(kit_table *table, const lg_fact *fact, int rows)
{
    static struct column c;
    struct ArrowArray *array;
    uint32_t type = chance(5);
    fill_column(fact->id, rows, &c);
    if (!c.any_known && type < 3) {
        if (type == 0) /* else the fact has no column */
            kit_add(table, fact->column, "n", NULL, 0)->null_count = rows;
        return;
    }
    if (fact->unit == LG_UNIT_FLAG && type < 3)
        array = kit_add(table, fact->column, "b", c.bits, (size_t)(rows + 7) / 8);
    else if (type == 0 && fact->maximum <= INT32_MAX)
        array = kit_add(table, fact->column, "i", c.narrow, (size_t)rows * sizeof c.narrow[0]);
    else if (type == 1) /* 9 * 10^15 is below 2^53 */
        array = kit_add(table, fact->column, "g", c.real, (size_t)rows * sizeof c.real[0]);
    else if (type == 2)
        array = add_decimal(table, fact, &c, rows);
    else
        array = kit_add(table, fact->column, "l", c.whole, (size_t)rows * sizeof c.whole[0]);
    if (c.any_unknown)
        kit_validity(array, c.known);
}

static void make_table(const lg_ruleset *rules, kit_table *table, int rows)
{
    const lg_fact *fact;
    for (int i = 0; i < rows; i++)
        grow_profile(rules, chance(4), &profiles[i]);
    kit_open(table, rows);
    for (uint32_t f = 0; (fact = lg_fact_describe(f)) != NULL; f++)
        add_column(table, fact, rows);
}

/* ------------------------------------------------------------------------------ comparison */

/* A cell of a result's column, which is the next in order. */
struct reader {
    const kit_result *result;
    int64_t column;
    int row;
};

static void next_is(struct reader *r, const char *name, const char *end, const char *expected)
{
    static char cell[KIT_CELL], whole[256];
    snprintf(whole, sizeof whole, "%s%s", name, end);
    REQUIRE_MSG(strcmp(r->result->schema.children[r->column]->name, whole) == 0, "%s is not there", whole);
    kit_cell(&r->result->schema, &r->result->array, r->column++, r->row, cell);
    REQUIRE_MSG(strcmp(cell, expected) == 0, "%s of row %d is %s, not %s", whole, r->row, cell, expected);
}

static void points_are(struct reader *r, const char *id, const char *end, int64_t points)
{
    char digits[32];
    snprintf(digits, sizeof digits, "%lld", (long long)points);
    next_is(r, id, end, digits);
}

static void findings_are(struct reader *r, const lg_ruleset *rules, const lg_finding *findings)
{
    const lg_criterion *criterion;
    for (uint32_t i = 0; (criterion = lg_ruleset_criterion(rules, i)) != NULL; i++) {
        const char *id = i == 0 ? "verdict" : criterion->id;
        next_is(r, id, "", lg_verdict_name(findings[i].verdict));
        next_is(r, id, ".reason", lg_reason_name(findings[i].reason));
        if (criterion->kind == LG_KIND_BEST || criterion->kind == LG_KIND_SUM ||
            criterion->kind == LG_KIND_POINTS_VALUE) {
            points_are(r, id, ".points_low_cp", findings[i].points_low);
            points_are(r, id, ".points_high_cp", findings[i].points_high);
        }
    }
}

/* Names of the facts that matter: all, or those in the set alone. */
static void names_of_missing(const lg_ruleset *rules, const lg_profile *profile, const uint64_t *among, char *names)
{
    lg_missing_fact facts[128];
    uint32_t count;
    REQUIRE(lg_missing(rules, profile, facts, COUNT(facts), &count) == LG_OK);
    names[0] = '\0';
    for (uint32_t i = 0; i < count; i++) {
        if (among != NULL && !(among[facts[i].fact / 64] >> facts[i].fact % 64 & 1))
            continue;
        sprintf(names + strlen(names), "%s%s", names[0] != '\0' ? ";" : "", lg_fact_describe(facts[i].fact)->name);
    }
}

static void row_is(const lg_ruleset *rules, struct reader *r, const lg_arrow_options *options)
{
    static lg_finding findings[256];
    static char missing[KIT_CELL], assumed[KIT_CELL];
    lg_profile profile = profiles[r->row];
    lg_verdict verdict;
    uint64_t filled[4];
    REQUIRE(lg_profile_fill(&profile, options->defaults, options->default_count, filled) == LG_OK);
    REQUIRE(lg_evaluate(rules, &profile, findings, COUNT(findings), NULL, &verdict) == LG_OK);
    names_of_missing(rules, &profile, NULL, missing);
    names_of_missing(rules, &profiles[r->row], filled, assumed);
    findings_are(r, rules, findings);
    next_is(r, "missing", "", missing);
    if (options->default_count > 0)
        next_is(r, "assumed", "", assumed);
    next_is(r, "error", "", "null");
}

static void compare_batch(const lg_ruleset *rules, const lg_arrow_options *options, int rows)
{
    kit_table table;
    kit_result result;
    make_table(rules, &table, rows);
    kit_judge_by(rules, &table, options, &result);
    for (int row = 0; row < rows; row++) {
        struct reader r = {&result, 0, row};
        row_is(rules, &r, options);
        REQUIRE(r.column == result.array.n_children);
    }
    kit_release(&result);
    kit_close(&table);
}

/* Everything that can be wanted, every other time with the facts that a person must judge taken as favourable. */
static void compare_batches(const lg_ruleset *rules, int batches)
{
    lg_default defaults[32];
    lg_arrow_options options = {sizeof options, LG_ARROW_REASONS | LG_ARROW_POINTS | LG_ARROW_MISSING, defaults, 0, 0};
    for (int i = 0; i < batches; i++) {
        options.default_count = 0;
        while (i % 2 == 1 &&
               lg_default_group("judgement", options.default_count, &defaults[options.default_count]) == LG_OK)
            options.default_count++;
        compare_batch(rules, &options, 1 + (int)chance(60));
    }
}

START_TEST(a_batch_agrees_with_one_enterprise_at_a_time_on_random_rules)
{
    static world w;
    chance_seed((uint64_t)_i + 1);
    for (int i = 0; i < 20; i++)
        compare_batches(grow_rules(&w), 2);
}
END_TEST

START_TEST(a_batch_agrees_with_one_enterprise_at_a_time_on_every_edition)
{
    chance_seed((uint64_t)_i + 1);
    compare_batches(lg_ruleset_at((uint32_t)_i), BATCHES);
}
END_TEST

/* More than one block of the engine. */
START_TEST(a_larger_batch_agrees_as_well)
{
    const lg_arrow_options options = {sizeof options, LG_ARROW_REASONS | LG_ARROW_POINTS | LG_ARROW_MISSING, NULL, 0,
                                      0};
    chance_seed(77);
    compare_batch(rules_of("cn.little-giant.2022"), &options, ROWS_MAX);
}
END_TEST

static void setup(void) { kit_live = 0; }
static void teardown(void) { ck_assert_int_eq(kit_live, 0); }

static uint32_t editions(void)
{
    uint32_t count = 0;
    while (lg_ruleset_at(count) != NULL)
        count++;
    return count;
}

int main(void)
{
    Suite *suite = suite_create("arrow-random");
    TCase *tcase = tcase_create("random");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_set_timeout(tcase, 120);
    tcase_add_loop_test(tcase, a_batch_agrees_with_one_enterprise_at_a_time_on_random_rules, 0, 8);
    tcase_add_loop_test(tcase, a_batch_agrees_with_one_enterprise_at_a_time_on_every_edition, 0, (int)editions());
    tcase_add_test(tcase, a_larger_batch_agrees_as_well);
    suite_add_tcase(suite, tcase);
    return suite_run(suite);
}
