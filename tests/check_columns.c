/* SPDX-License-Identifier: Apache-2.0 */
/* Columns and arrays of profiles against the evaluation of one profile: same verdicts, reasons, points, missing and
 * assumed facts, on random rule sets and enterprises near their bounds, for every kernel that runs here. */
#include "columns/block.h"
#include "grown.h"

#include <math.h>
#include <stdio.h>

#define ROWS_MAX 700u

/* ------------------------------------------------------------------------------- outputs */

/* Room for everything that can be asked for, each piece exactly as long as it must be. */
typedef struct outputs {
    lg_results results;
    lg_criterion_results criteria[WORLD_ROWS];
    uint32_t rows, criterion_count;
} outputs;

static void *room(size_t size)
{
    void *memory = malloc(size > 0 ? size : 1);
    REQUIRE(memory != NULL);
    poison(memory, size);
    return memory;
}

static void outputs_open(outputs *o, const lg_ruleset *rules, uint32_t rows)
{
    memset(o, 0, sizeof *o);
    o->rows = rows;
    o->criterion_count = lg_ruleset_describe(rules)->criterion_count;
    o->results.struct_size = (uint32_t)sizeof o->results;
    o->results.verdicts = room(rows);
    o->results.statuses = room(rows);
    o->results.missing = room(rows * 32u);
    o->results.assumed = room(rows * 32u);
    o->results.criteria = o->criteria;
    o->results.criterion_count = o->criterion_count;
    o->results.error_capacity = 2 * rows;
    o->results.errors = room(2 * rows * sizeof *o->results.errors);
    for (uint32_t i = 0; i < o->criterion_count; i++) {
        lg_criterion_results *c = &o->criteria[i];
        c->verdicts = room(rows);
        c->reasons = room(rows);
        c->low_bits = room((rows + 7) / 8);
        c->high_bits = room((rows + 7) / 8);
        c->points_low = room(rows * 4u);
        c->points_high = room(rows * 4u);
    }
}

static void outputs_close(outputs *o)
{
    free(o->results.verdicts);
    free(o->results.statuses);
    free(o->results.missing);
    free(o->results.assumed);
    free(o->results.errors);
    for (uint32_t i = 0; i < o->criterion_count; i++) {
        lg_criterion_results *c = &o->criteria[i];
        free(c->verdicts);
        free(c->reasons);
        free(c->low_bits);
        free(c->high_bits);
        free(c->points_low);
        free(c->points_high);
    }
}

/* The same outputs from row `first` on; a multiple of 8. */
static void outputs_from(const outputs *o, uint32_t first, outputs *part)
{
    *part = *o;
    part->results.verdicts += first;
    part->results.statuses += first;
    part->results.missing += 4 * first;
    part->results.assumed += 4 * first;
    part->results.errors = NULL;
    part->results.error_capacity = 0;
    part->results.criteria = part->criteria;
    for (uint32_t i = 0; i < o->criterion_count; i++) {
        lg_criterion_results *c = &part->criteria[i];
        c->verdicts += first;
        c->reasons += first;
        c->low_bits += first / 8;
        c->high_bits += first / 8;
        c->points_low += first;
        c->points_high += first;
    }
}

static int same_outputs(const outputs *a, const outputs *b)
{
    size_t rows = a->rows;
    int same = memcmp(a->results.verdicts, b->results.verdicts, rows) == 0 &&
               memcmp(a->results.statuses, b->results.statuses, rows) == 0 &&
               memcmp(a->results.missing, b->results.missing, rows * 32) == 0 &&
               memcmp(a->results.assumed, b->results.assumed, rows * 32) == 0;
    for (uint32_t i = 0; same && i < a->criterion_count; i++) {
        const lg_criterion_results *c = &a->criteria[i], *d = &b->criteria[i];
        same = memcmp(c->verdicts, d->verdicts, rows) == 0 && memcmp(c->reasons, d->reasons, rows) == 0 &&
               memcmp(c->low_bits, d->low_bits, (rows + 7) / 8) == 0 &&
               memcmp(c->high_bits, d->high_bits, (rows + 7) / 8) == 0 &&
               memcmp(c->points_low, d->points_low, rows * 4) == 0 &&
               memcmp(c->points_high, d->points_high, rows * 4) == 0;
    }
    return same;
}

/* ------------------------------------------------------------------- one profile at a time */

static uint32_t bit_of(const uint8_t *bits, uint32_t row) { return (uint32_t)bits[row / 8] >> row % 8 & 1u; }

static void expect_criterion(const lg_criterion_results *c, uint32_t row, const lg_finding *finding)
{
    REQUIRE_MSG(c->verdicts[row] == finding->verdict, "row %u criterion %u: verdict %d, alone %d", row,
                finding->criterion, c->verdicts[row], (int)finding->verdict);
    REQUIRE_MSG(c->reasons[row] == finding->reason, "row %u criterion %u: reason %d, alone %d", row, finding->criterion,
                c->reasons[row], (int)finding->reason);
    REQUIRE((bit_of(c->low_bits, row) | bit_of(c->high_bits, row) << 1) == c->verdicts[row]);
    REQUIRE_MSG(c->points_low[row] == finding->points_low && c->points_high[row] == finding->points_high,
                "row %u criterion %u: points %d to %d, alone %d to %d", row, finding->criterion, c->points_low[row],
                c->points_high[row], (int)finding->points_low, (int)finding->points_high);
}

/* The facts that lg_missing() lists. */
static void missing_set(const lg_ruleset *rules, const lg_profile *profile, uint64_t set[4])
{
    lg_missing_fact facts[128];
    uint32_t count;
    memset(set, 0, 4 * sizeof *set);
    REQUIRE(lg_missing(rules, profile, facts, COUNT(facts), &count) == LG_OK);
    for (uint32_t i = 0; i < count; i++)
        set[facts[i].fact / 64] |= UINT64_C(1) << facts[i].fact % 64;
}

static void expect_row(const lg_ruleset *rules, const lg_profile *profile, const lg_default *defaults,
                       uint32_t default_count, const outputs *o, uint32_t row)
{
    lg_finding findings[WORLD_ROWS];
    lg_profile filled_profile = *profile;
    lg_verdict verdict;
    uint64_t set[4], filled[4];
    REQUIRE(lg_profile_fill(&filled_profile, defaults, default_count, filled) == LG_OK);
    REQUIRE(lg_evaluate(rules, &filled_profile, findings, WORLD_ROWS, NULL, &verdict) == LG_OK);
    REQUIRE(o->results.statuses[row] == LG_OK);
    REQUIRE(o->results.verdicts[row] == verdict);
    for (uint32_t i = 0; i < o->criterion_count; i++)
        expect_criterion(&o->criteria[i], row, &findings[i]);
    missing_set(rules, &filled_profile, set);
    REQUIRE_MSG(memcmp(o->results.missing + 4 * row, set, sizeof set) == 0, "missing facts of row %u", row);
    missing_set(rules, profile, set);
    for (int word = 0; word < 4; word++)
        REQUIRE(o->results.assumed[4 * row + (uint32_t)word] == (set[word] & filled[word]));
}

static void expect_error(const outputs *o, uint32_t row, lg_status status)
{
    static const lg_finding NOTHING;
    REQUIRE(o->results.statuses[row] == status && o->results.verdicts[row] == LG_UNKNOWN);
    for (uint32_t i = 0; i < o->criterion_count; i++)
        expect_criterion(&o->criteria[i], row, &NOTHING);
    for (uint32_t word = 0; word < 4; word++)
        REQUIRE(o->results.missing[4 * row + word] == 0 && o->results.assumed[4 * row + word] == 0);
}

/* -------------------------------------------------------------------------------- columns */

/* Columns of a table of profiles, in types and units at random. */
typedef struct columns {
    lg_column columns[128];
    uint8_t *values[128], *validity[128];
    uint32_t count;
} columns;

static void columns_free(columns *t)
{
    for (uint32_t i = 0; i < t->count; i++) {
        free(t->values[i]);
        free(t->validity[i]);
    }
}

static const uint32_t SIZES[] = {0, 8, 4, 2, 1, 8, 4, 2, 1, 0, 8, 16};

static wide power_of_ten(int32_t n)
{
    wide power = 1;
    while (n-- > 0)
        power *= 10;
    return power;
}

/* The value in the column's unit, times 10^scale; 0 if it is no whole number then. */
static int in_unit(const lg_column *column, int64_t value, wide *n)
{
    const lg_unit_info *unit = lg_unit_describe(column->unit);
    wide scaled = (wide)value * power_of_ten(column->scale);
    wide factor = unit ? unit->factor : 1;
    *n = scaled / factor;
    return scaled % factor == 0;
}

/* Writes a value as the column's type; 0 if that type cannot hold it exactly. */
static int put_cell(const lg_column *column, uint8_t *values, uint64_t element, int64_t value)
{
    static const wide LOW[] = {0, INT64_MIN, INT32_MIN, INT16_MIN, INT8_MIN, 0, 0, 0, 0, 0, -(INT64_C(1) << 53), 0};
    static const wide HIGH[] = {0,          INT64_MAX,  INT32_MAX, INT16_MAX, INT8_MAX,         UINT64_MAX,
                                UINT32_MAX, UINT16_MAX, UINT8_MAX, 1,         INT64_C(1) << 53, 0};
    wide n;
    double number;
    if (!in_unit(column, value, &n))
        return 0;
    if (column->type != LG_TYPE_DECIMAL128 && (n < LOW[column->type] || n > HIGH[column->type]))
        return 0;
    uint64_t low = (uint64_t)n;
    uint8_t *at = values + element * SIZES[column->type];
    switch (column->type) {
    case LG_TYPE_BIT:
        values[element / 8] = (uint8_t)((values[element / 8] & ~(1u << element % 8)) | (unsigned)n << element % 8);
        break;
    case LG_TYPE_FLOAT64:
        number = (double)n;
        memcpy(at, &number, sizeof number);
        break;
    case LG_TYPE_DECIMAL128:
        memcpy(at, &n, sizeof n);
        break;
    default:
        memcpy(at, &low, SIZES[column->type]); /* little-endian */
        break;
    }
    return 1;
}

static int fits_all(const lg_column *column, const lg_profile *profiles, uint32_t rows)
{
    uint8_t cell[16];
    lg_column narrow = *column;
    for (uint32_t row = 0; row < rows; row++) {
        int64_t value;
        int32_t known;
        REQUIRE(lg_profile_get(&profiles[row], column->fact, &value, &known) == LG_OK);
        if (known && !put_cell(&narrow, cell, 0, value))
            return 0;
    }
    return 1;
}

static void choose_type(lg_column *column, const lg_profile *profiles, uint32_t rows)
{
    for (int tries = 0; tries < 6; tries++) {
        const lg_unit_info *unit = lg_unit_describe(1 + (lg_unit)chance(14));
        column->type = 1 + (lg_type)chance(11);
        column->scale = column->type == LG_TYPE_DECIMAL128 ? (int32_t)chance(12) : 0;
        column->unit = unit->canonical == lg_fact_describe(column->fact)->unit ? unit->unit : LG_UNIT_NONE;
        if (fits_all(column, profiles, rows))
            return;
    }
    column->type = LG_TYPE_INT64;
    column->unit = LG_UNIT_NONE;
    column->scale = 0;
}

static int knows(const lg_profile *profile, uint32_t fact) { return (int)(profile->known[fact / 64] >> fact % 64 & 1); }

static int all_know(const lg_profile *profiles, uint32_t rows, uint32_t fact)
{
    for (uint32_t row = 0; row < rows; row++)
        if (!knows(&profiles[row], fact))
            return 0;
    return 1;
}

static void fill_column(columns *t, uint32_t c, const lg_profile *profiles, uint32_t rows)
{
    lg_column *column = &t->columns[c];
    uint64_t elements = (uint64_t)column->offset + rows;
    size_t size = column->type == LG_TYPE_BIT ? (elements + 7) / 8 : elements * SIZES[column->type];
    t->values[c] = room(size); /* unknown cells hold rubbish */
    t->validity[c] = all_know(profiles, rows, column->fact) && chance(2) ? NULL : room((elements + 7) / 8);
    for (uint32_t row = 0; row < rows; row++) {
        uint64_t element = (uint64_t)column->offset + row;
        uint8_t *valid = t->validity[c] ? &t->validity[c][element / 8] : NULL;
        int64_t value;
        REQUIRE(lg_profile_get(&profiles[row], column->fact, &value, NULL) == LG_OK);
        if (knows(&profiles[row], column->fact))
            REQUIRE(put_cell(column, t->values[c], element, value));
        if (valid)
            *valid = (uint8_t)((*valid & ~(1u << element % 8)) | (unsigned)knows(&profiles[row], column->fact)
                                                                     << element % 8);
    }
    column->values = t->values[c];
    column->validity = t->validity[c];
}

/* Every fact that some row knows, and some of the others, in any order. */
static void make_columns(columns *t, const lg_profile *profiles, uint32_t rows, int plain)
{
    uint32_t start = chance(lg_fact_count());
    memset(t, 0, sizeof *t);
    for (uint32_t i = 0; i < lg_fact_count(); i++) {
        lg_column *column = &t->columns[t->count];
        column->fact = (start + i) % lg_fact_count();
        column->type = LG_TYPE_INT64;
        column->offset = plain ? 0 : (int64_t)chance(70);
        if (!plain)
            choose_type(column, profiles, rows);
        fill_column(t, t->count++, profiles, rows);
    }
}

/* --------------------------------------------------------------------------------- cases */

static uint32_t some_rows(void)
{
    static const uint32_t EDGES[] = {0, 1, 7, 8, 63, 64, 65, 255, 256, 257, 511, 512, 513};
    return chance(2) ? EDGES[chance(COUNT(EDGES))] : chance(ROWS_MAX);
}

static uint32_t some_defaults(lg_default *defaults, uint32_t most)
{
    uint32_t count = chance(3) ? 0 : chance(most);
    for (uint32_t i = 0; i < count; i++) {
        const lg_fact *fact = lg_fact_describe(chance(lg_fact_count()));
        defaults[i].fact = fact->id;
        defaults[i].reserved = 0;
        defaults[i].value = chance(2) ? fact->minimum : chance_between(fact->minimum, fact->maximum);
    }
    return count;
}

typedef struct population {
    world w;
    const lg_ruleset *rules;
    lg_profile profiles[ROWS_MAX];
    uint32_t rows;
    lg_default defaults[16];
    uint32_t default_count;
} population;

static void gather(population *people, const lg_ruleset *rules)
{
    static const uint32_t UNKNOWN_IN[] = {0, 2, 5, 20, 40};
    people->rules = rules ? rules : grow_rules(&people->w);
    people->rows = some_rows();
    people->default_count = some_defaults(people->defaults, COUNT(people->defaults));
    uint32_t unknown_in = UNKNOWN_IN[chance(COUNT(UNKNOWN_IN))];
    for (uint32_t row = 0; row < people->rows; row++)
        grow_profile(people->rules, unknown_in, &people->profiles[row]);
}

static void expect_all(const population *people, const outputs *o, uint64_t error_count)
{
    REQUIRE(error_count == 0);
    for (uint32_t row = 0; row < people->rows; row++)
        expect_row(people->rules, &people->profiles[row], people->defaults, people->default_count, o, row);
    for (uint32_t i = 0; i < o->criterion_count && people->rows % 8; i++) {
        REQUIRE(o->criteria[i].low_bits[people->rows / 8] >> people->rows % 8 == 0);
        REQUIRE(o->criteria[i].high_bits[people->rows / 8] >> people->rows % 8 == 0);
    }
}

/* In pieces: the same bytes. */
static void judge_in_pieces(lg__kernel kernel, const population *people, const columns *t, outputs *o)
{
    for (uint32_t first = 0, next; first < people->rows; first = next) {
        lg_column shifted[128];
        outputs part;
        next = first + 8 * (1 + chance(50));
        next = next > people->rows ? people->rows : next;
        outputs_from(o, first, &part);
        memcpy(shifted, t->columns, sizeof shifted);
        for (uint32_t c = 0; c < t->count; c++)
            shifted[c].offset += first;
        REQUIRE(lg__evaluate_columns(kernel, people->rules, shifted, t->count, people->defaults, people->default_count,
                                     next - first, &part.results, NULL) == LG_OK);
    }
}

static void check_population(const population *people, lg__kernel kernel)
{
    columns t;
    outputs whole, pieces, profiles;
    uint64_t errors;
    make_columns(&t, people->profiles, people->rows, chance(4) == 0);
    outputs_open(&whole, people->rules, people->rows);
    outputs_open(&pieces, people->rules, people->rows);
    outputs_open(&profiles, people->rules, people->rows);
    REQUIRE(lg__evaluate_columns(kernel, people->rules, t.columns, t.count, people->defaults, people->default_count,
                                 people->rows, &whole.results, &errors) == LG_OK);
    expect_all(people, &whole, errors);
    judge_in_pieces(kernel, people, &t, &pieces);
    REQUIRE(same_outputs(&whole, &pieces));
    REQUIRE(lg__evaluate_profiles(kernel, people->rules, people->profiles, sizeof(lg_profile), people->defaults,
                                  people->default_count, people->rows, &profiles.results, &errors) == LG_OK);
    REQUIRE(errors == 0 && same_outputs(&whole, &profiles));
    outputs_close(&whole);
    outputs_close(&pieces);
    outputs_close(&profiles);
    columns_free(&t);
}

static lg__kernel kernel_of(int i) { return lg__kernel_at((uint32_t)i, NULL); }

#define KERNELS_MAX 4

/* Loops run over kernels; those that this processor cannot run are not there. */
static int kernel_count(void)
{
    int count = 0;
    while (count < KERNELS_MAX && kernel_of(count))
        count++;
    return count;
}

START_TEST(random_rule_sets_judge_columns_as_one_by_one)
{
    static population people;
    chance_seed(20261125);
    for (int tree = 0; tree < 100; tree++) {
        gather(&people, NULL);
        check_population(&people, kernel_of(_i));
    }
}
END_TEST

START_TEST(built_in_rule_sets_judge_columns_as_one_by_one)
{
    static population people;
    const lg_ruleset *rules;
    chance_seed(63);
    for (uint32_t i = 0; (rules = lg_ruleset_at(i)) != NULL; i++) {
        if (lg_ruleset_describe(rules)->criterion_count > WORLD_ROWS)
            continue;
        for (int round = 0; round < 1; round++) {
            gather(&people, rules);
            check_population(&people, kernel_of(_i));
        }
    }
}
END_TEST

/* --------------------------------------------------------------------------------- errors */

/* Spoils one known cell in `one_in`, in columns of int64_t; gives the number of cells spoiled. */
static uint32_t spoil(const columns *t, const population *people, uint32_t one_in, uint8_t *spoiled)
{
    uint32_t count = 0;
    for (uint32_t row = 0; row < people->rows; row++)
        for (uint32_t c = 0; c < t->count; c++) {
            const lg_fact *fact = lg_fact_describe(t->columns[c].fact);
            int64_t bad = chance(2) ? fact->maximum + 1 : chance(2) ? fact->minimum - 1 : INT64_MIN;
            spoiled[row * t->count + c] = knows(&people->profiles[row], fact->id) && chance(one_in) == 0;
            if (!spoiled[row * t->count + c])
                continue;
            memcpy(t->values[c] + row * sizeof bad, &bad, sizeof bad);
            count++;
        }
    return count;
}

static void expect_spoiled(const population *people, const columns *t, const outputs *o, const uint8_t *spoiled)
{
    const lg_row_error *error = o->results.errors;
    for (uint32_t row = 0; row < people->rows; row++) {
        int is_bad = 0;
        for (uint32_t c = 0; c < t->count; c++) {
            if (!spoiled[row * t->count + c])
                continue;
            REQUIRE(error->row == row && error->column == c && error->status == LG_E_RANGE);
            error++;
            is_bad = 1;
        }
        if (is_bad)
            expect_error(o, row, LG_E_RANGE);
        else
            expect_row(people->rules, &people->profiles[row], people->defaults, people->default_count, o, row);
    }
}

START_TEST(a_bad_cell_spoils_its_row_alone_and_is_named)
{
    static population people;
    chance_seed(190);
    for (int tree = 0; tree < 25; tree++) {
        columns t;
        outputs o;
        uint64_t errors;
        gather(&people, NULL);
        make_columns(&t, people.profiles, people.rows, 1);
        uint8_t *spoiled = room(people.rows * t.count);
        uint32_t count = spoil(&t, &people, 2000, spoiled);
        outputs_open(&o, people.rules, people.rows);
        REQUIRE(lg__evaluate_columns(kernel_of(_i), people.rules, t.columns, t.count, people.defaults,
                                     people.default_count, people.rows, &o.results, &errors) == LG_OK);
        REQUIRE(errors == count && count <= o.results.error_capacity);
        expect_spoiled(&people, &t, &o, spoiled);
        outputs_close(&o);
        columns_free(&t);
        free(spoiled);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("columns");
    TCase *random = tcase_create("at random");
    tcase_set_timeout(random, 300);
    tcase_add_loop_test(random, random_rule_sets_judge_columns_as_one_by_one, 0, kernel_count());
    tcase_add_loop_test(random, built_in_rule_sets_judge_columns_as_one_by_one, 0, kernel_count());
    tcase_add_loop_test(random, a_bad_cell_spoils_its_row_alone_and_is_named, 0, kernel_count());
    suite_add_tcase(suite, random);
    return suite_run(suite);
}
