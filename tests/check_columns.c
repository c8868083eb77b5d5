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
        memcpy(at, (const uint8_t *)&low + BYTES_BEFORE(SIZES[column->type]), SIZES[column->type]);
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

/* ------------------------------------------------------------------------- parts of a call */

/* Takes out of the call what chance says, and out of the profiles the facts that then have no column. */
static void leave_columns_out(population *people, columns *t)
{
    uint32_t kept = 0;
    for (uint32_t c = 0; c < t->count; c++) {
        if (chance(3)) {
            t->columns[kept++] = t->columns[c];
            continue;
        }
        for (uint32_t row = 0; row < people->rows; row++)
            REQUIRE(lg_profile_clear(&people->profiles[row], t->columns[c].fact) == LG_OK);
    }
    t->count = kept;
}

static void leave_outputs_out(outputs *o)
{
#define LEAVE_OUT(POINTER) (POINTER) = chance(2) ? (POINTER) : NULL
    LEAVE_OUT(o->results.verdicts);
    LEAVE_OUT(o->results.statuses);
    LEAVE_OUT(o->results.missing);
    LEAVE_OUT(o->results.assumed);
    o->results.criterion_count = chance(3) ? chance(o->criterion_count + 1) : 0;
    LEAVE_OUT(o->results.criteria);
    if (!o->results.criteria)
        o->results.criterion_count = 0;
    for (uint32_t i = 0, reasons = chance(2); i < o->criterion_count; i++) {
        lg_criterion_results *c = &o->criteria[i];
        LEAVE_OUT(c->verdicts);
        LEAVE_OUT(c->low_bits);
        LEAVE_OUT(c->high_bits);
        LEAVE_OUT(c->points_low);
        LEAVE_OUT(c->points_high);
        c->reasons = reasons && chance(2) ? c->reasons : NULL; /* without any, the kernel does not work them out */
    }
#undef LEAVE_OUT
}

/* What was asked for is as if everything had been asked for, and nothing else was touched. */
static void expect_part(const outputs *whole, const outputs *part, const outputs *wanted, const outputs *untouched)
{
#define EXPECT_PART(MEMBER, SIZE)                                                                                      \
    REQUIRE_MSG(memcmp(part->MEMBER, wanted->MEMBER ? whole->MEMBER : untouched->MEMBER, (SIZE)) == 0, #MEMBER)
    size_t rows = whole->rows;
    EXPECT_PART(results.verdicts, rows);
    EXPECT_PART(results.statuses, rows);
    EXPECT_PART(results.missing, rows * 32);
    EXPECT_PART(results.assumed, rows * 32);
    for (uint32_t i = 0; i < wanted->results.criterion_count; i++) {
        EXPECT_PART(criteria[i].verdicts, rows);
        EXPECT_PART(criteria[i].reasons, rows);
        EXPECT_PART(criteria[i].low_bits, (rows + 7) / 8);
        EXPECT_PART(criteria[i].high_bits, (rows + 7) / 8);
        EXPECT_PART(criteria[i].points_low, rows * 4);
        EXPECT_PART(criteria[i].points_high, rows * 4);
    }
    for (uint32_t i = wanted->results.criterion_count; i < part->criterion_count; i++)
        REQUIRE(memcmp(part->criteria[i].verdicts, untouched->criteria[i].verdicts, rows) == 0);
#undef EXPECT_PART
}

START_TEST(columns_and_outputs_may_be_left_out)
{
    static population people;
    chance_seed(8);
    for (int tree = 0; tree < 60; tree++) {
        columns t;
        outputs whole, part, untouched, wanted;
        uint64_t errors;
        gather(&people, NULL);
        make_columns(&t, people.profiles, people.rows, 0);
        columns all = t;
        leave_columns_out(&people, &t);
        outputs_open(&whole, people.rules, people.rows);
        outputs_open(&part, people.rules, people.rows);
        outputs_open(&untouched, people.rules, people.rows);
        REQUIRE(lg__evaluate_columns(kernel_of(_i), people.rules, t.columns, t.count, people.defaults,
                                     people.default_count, people.rows, &whole.results, &errors) == LG_OK);
        expect_all(&people, &whole, errors);
        wanted = part;
        wanted.results.criteria = wanted.criteria;
        leave_outputs_out(&wanted);
        REQUIRE(lg__evaluate_columns(kernel_of(_i), people.rules, t.columns, t.count, people.defaults,
                                     people.default_count, people.rows, &wanted.results, NULL) == LG_OK);
        expect_part(&whole, &part, &wanted, &untouched);
        outputs_close(&whole);
        outputs_close(&part);
        outputs_close(&untouched);
        columns_free(&all);
    }
}
END_TEST

/* Values of 64 bits at an odd address: of a whole block, which is read where it lies if it can be. */
START_TEST(values_may_lie_at_any_address)
{
    const uint32_t rows = 256;
    uint8_t *bytes = room(rows * 8 + 1), verdicts[256];
    lg_column column;
    lg_results results;
    memset(&column, 0, sizeof column);
    column.values = bytes + 1;
    column.fact = LG_FACT_REVENUE_Y1;
    column.type = LG_TYPE_INT64;
    memset(&results, 0, sizeof results);
    results.struct_size = (uint32_t)sizeof results;
    results.verdicts = verdicts;
    for (uint32_t row = 0; row < rows; row++) { /* more than 100 million yuan, or just that */
        int64_t value = 10000000000 + row % 2;
        memcpy(bytes + 1 + 8 * row, &value, sizeof value);
    }
    ck_assert_int_eq(lg__evaluate_columns(kernel_of(_i), rules_of("cn.little-giant.2020-reported"), &column, 1, NULL, 0,
                                          rows, &results, NULL),
                     LG_OK);
    for (uint32_t row = 0; row < rows; row++)
        ck_assert_int_eq(verdicts[row], row % 2 ? LG_UNKNOWN : LG_NOT_MET);
    free(bytes);
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

/* ------------------------------------------------------------------------------ one cell */

/* What a cell of a type and unit comes to, typed by hand: exactly, or why not. */
static const struct {
    uint32_t fact;
    lg_type type;
    lg_unit unit;
    int32_t scale;
    double number;     /* FLOAT64 */
    int64_t high, low; /* the others; high only of DECIMAL128 */
    lg_status status;
    int64_t value;
} CELLS[] = {
    {LG_FACT_REVENUE_Y1, LG_TYPE_FLOAT64, LG_UNIT_YUAN, 0, 0.25, 0, 0, LG_OK, 25},
    {LG_FACT_REVENUE_Y1, LG_TYPE_FLOAT64, LG_UNIT_YUAN, 0, 0.1, 0, 0, LG_E_INEXACT, 0},
    {LG_FACT_REVENUE_Y1, LG_TYPE_FLOAT64, LG_UNIT_YUAN, 0, 100000000.0, 0, 0, LG_OK, 10000000000},
    {LG_FACT_REVENUE_Y1, LG_TYPE_FLOAT64, LG_UNIT_YUAN, 0, -0.0, 0, 0, LG_OK, 0},
    {LG_FACT_REVENUE_Y1, LG_TYPE_FLOAT64, LG_UNIT_YUAN, 0, -1.5, 0, 0, LG_OK, -150},
    {LG_FACT_REVENUE_Y1, LG_TYPE_FLOAT64, LG_UNIT_FEN, 0, 9000000000000000.0, 0, 0, LG_OK, MONEY_MAX},
    {LG_FACT_REVENUE_Y1, LG_TYPE_FLOAT64, LG_UNIT_FEN, 0, 9000000000000002.0, 0, 0, LG_E_RANGE, 0},
    {LG_FACT_REVENUE_Y1, LG_TYPE_FLOAT64, LG_UNIT_FEN, 0, 0.5, 0, 0, LG_E_INEXACT, 0},
    {LG_FACT_REVENUE_Y1, LG_TYPE_FLOAT64, LG_UNIT_YI, 0, 0.0009765625, 0, 0, LG_OK, 9765625}, /* 2^-10 of 10^10 */
    {LG_FACT_REVENUE_Y1, LG_TYPE_FLOAT64, LG_UNIT_YI, 0, 0.00048828125, 0, 0, LG_E_INEXACT, 0},
    {LG_FACT_REVENUE_Y1, LG_TYPE_FLOAT64, LG_UNIT_YI, 0, 1e300, 0, 0, LG_E_RANGE, 0},
    {LG_FACT_REVENUE_Y1, LG_TYPE_FLOAT64, LG_UNIT_YI, 0, -1e300, 0, 0, LG_E_RANGE, 0},
    {LG_FACT_REVENUE_Y1, LG_TYPE_FLOAT64, LG_UNIT_YI, 0, 5e-324, 0, 0, LG_E_INEXACT, 0},
    {LG_FACT_REVENUE_Y1, LG_TYPE_FLOAT64, LG_UNIT_YUAN, 0, HUGE_VAL, 0, 0, LG_E_RANGE, 0},
    {LG_FACT_SEGMENT_AGE, LG_TYPE_FLOAT64, LG_UNIT_YEARS, 0, 2.25, 0, 0, LG_OK, 27},
    {LG_FACT_SEGMENT_AGE, LG_TYPE_FLOAT64, LG_UNIT_YEARS, 0, 2.125, 0, 0, LG_E_INEXACT, 0}, /* 25 and a half */
    {LG_FACT_MARKET_SHARE, LG_TYPE_FLOAT64, LG_UNIT_PERCENT, 0, 100.25, 0, 0, LG_E_RANGE, 0},
    {LG_FACT_OWN_BRAND, LG_TYPE_FLOAT64, LG_UNIT_NONE, 0, 1.0, 0, 0, LG_OK, 1},
    {LG_FACT_OWN_BRAND, LG_TYPE_FLOAT64, LG_UNIT_NONE, 0, 2.0, 0, 0, LG_E_RANGE, 0},
    {LG_FACT_REVENUE_Y1, LG_TYPE_DECIMAL128, LG_UNIT_YUAN, 2, 0, 0, 13800000050, LG_OK, 13800000050},
    {LG_FACT_REVENUE_Y1, LG_TYPE_DECIMAL128, LG_UNIT_YUAN, 3, 0, 0, 138000005, LG_E_INEXACT, 0},
    {LG_FACT_REVENUE_Y1, LG_TYPE_DECIMAL128, LG_UNIT_YUAN, 3, 0, 0, 138000050, LG_OK, 13800005},
    {LG_FACT_REVENUE_Y1, LG_TYPE_DECIMAL128, LG_UNIT_YUAN, 2, 0, -1, -13800000050, LG_OK, -13800000050},
    {LG_FACT_REVENUE_Y1, LG_TYPE_DECIMAL128, LG_UNIT_YUAN, 38, 0, 0, 0, LG_OK, 0},
    {LG_FACT_REVENUE_Y1, LG_TYPE_DECIMAL128, LG_UNIT_FEN, 0, 0, 1, 0, LG_E_RANGE, 0},    /* 2^64 */
    {LG_FACT_REVENUE_Y1, LG_TYPE_DECIMAL128, LG_UNIT_FEN, 38, 0, 1, 0, LG_E_INEXACT, 0}, /* 2^64 / 10^38 */
    {LG_FACT_REVENUE_Y1, LG_TYPE_DECIMAL128, LG_UNIT_WAN, 20, 0, 5, 7766279631452241920, LG_OK, 1000000}, /* 10^20 */
    {LG_FACT_REVENUE_Y1, LG_TYPE_DECIMAL128, LG_UNIT_FEN, 0, 0, INT64_MIN, 0, LG_E_RANGE, 0},             /* -2^127 */
    {LG_FACT_SEGMENT_AGE, LG_TYPE_DECIMAL128, LG_UNIT_YEARS, 1, 0, 0, 25, LG_OK, 30},
    {LG_FACT_SEGMENT_AGE, LG_TYPE_DECIMAL128, LG_UNIT_YEARS, 1, 0, 0, 2, LG_E_INEXACT, 0}, /* 2.4 months */
    {LG_FACT_SEGMENT_AGE, LG_TYPE_DECIMAL128, LG_UNIT_YEARS, 2, 0, 0, 225, LG_OK, 27},
    {LG_FACT_SEGMENT_AGE, LG_TYPE_DECIMAL128, LG_UNIT_YEARS, 3, 0, 0, 2125, LG_E_INEXACT, 0},
    {LG_FACT_OWN_BRAND, LG_TYPE_DECIMAL128, LG_UNIT_NONE, 3, 0, 0, 1000, LG_OK, 1},
    {LG_FACT_REVENUE_Y1, LG_TYPE_UINT64, LG_UNIT_NONE, 0, 0, 0, -1, LG_E_RANGE, 0}, /* 2^64 - 1, not -1 */
    {LG_FACT_REVENUE_Y1, LG_TYPE_INT64, LG_UNIT_NONE, 0, 0, 0, -1, LG_OK, -1},
    {LG_FACT_REVENUE_Y1, LG_TYPE_INT64, LG_UNIT_YI, 0, 0, 0, 900000, LG_OK, MONEY_MAX},
    {LG_FACT_REVENUE_Y1, LG_TYPE_INT64, LG_UNIT_YI, 0, 0, 0, 900001, LG_E_RANGE, 0},
    {LG_FACT_REVENUE_Y1, LG_TYPE_INT64, LG_UNIT_YI, 0, 0, 0, INT64_MAX, LG_E_RANGE, 0},
    {LG_FACT_REVENUE_Y1, LG_TYPE_INT64, LG_UNIT_YI, 0, 0, 0, INT64_MIN, LG_E_RANGE, 0},
    {LG_FACT_REVENUE_Y1, LG_TYPE_INT32, LG_UNIT_WAN, 0, 0, 0, -5, LG_OK, -5000000},
    {LG_FACT_EMPLOYEES, LG_TYPE_INT8, LG_UNIT_NONE, 0, 0, 0, -1, LG_E_RANGE, 0},
    {LG_FACT_EMPLOYEES, LG_TYPE_UINT8, LG_UNIT_COUNT, 0, 0, 0, 255, LG_OK, 255},
    {LG_FACT_PROVINCE_RANK, LG_TYPE_UINT16, LG_UNIT_NONE, 0, 0, 0, 0, LG_E_RANGE, 0}, /* ranks count from 1 */
    {LG_FACT_SIZE_SECTOR, LG_TYPE_BIT, LG_UNIT_NONE, 0, 0, 0, 1, LG_OK, 1},
};

START_TEST(a_cell_is_taken_exactly_or_refused)
{
    const decimal128 number = {.low = (uint64_t)CELLS[_i].low, .high = CELLS[_i].high};
    uint8_t bytes[16];
    int64_t value;
    lg__source source;
    memset(&source, 0, sizeof source);
    source.values = bytes;
    source.stride = SIZES[CELLS[_i].type];
    source.factor = CELLS[_i].unit == LG_UNIT_NONE ? 1 : lg_unit_describe(CELLS[_i].unit)->factor;
    source.type = CELLS[_i].type;
    source.scale = CELLS[_i].scale;
    if (CELLS[_i].type == LG_TYPE_FLOAT64)
        memcpy(bytes, &CELLS[_i].number, 8);
    else if (CELLS[_i].type == LG_TYPE_DECIMAL128)
        memcpy(bytes, &number, sizeof number);
    else if (CELLS[_i].type == LG_TYPE_BIT)
        bytes[0] = (uint8_t)CELLS[_i].low;
    else
        memcpy(bytes, (const uint8_t *)&CELLS[_i].low + BYTES_BEFORE(source.stride), source.stride);
    ck_assert_int_eq(lg__source_cell(&source, CELLS[_i].fact, 0, &value), CELLS[_i].status);
    if (CELLS[_i].status == LG_OK)
        ck_assert_int_eq(value, CELLS[_i].value);
}
END_TEST

START_TEST(a_double_that_is_no_number_is_inexact)
{
    double number = HUGE_VAL - HUGE_VAL;
    int64_t value;
    lg__source source;
    memset(&source, 0, sizeof source);
    source.values = (const uint8_t *)&number;
    source.factor = 1;
    source.type = LG_TYPE_FLOAT64;
    ck_assert_int_eq(lg__source_cell(&source, LG_FACT_REVENUE_Y1, 0, &value), LG_E_INEXACT);
}
END_TEST

/* ------------------------------------------------------------------------ calls that fail */

/* A call that would succeed; each test spoils one thing. */
typedef struct call {
    const lg_ruleset *rules;
    int64_t revenue[2];
    lg_column columns[2];
    lg_default defaults[1];
    lg_criterion_results criteria[8];
    uint8_t verdicts[2];
    lg_row_error errors[2];
    lg_results results;
} call;

static void call_begin(call *c)
{
    memset(c, 0, sizeof *c);
    c->rules = rules_of("cn.little-giant.2020-reported");
    c->revenue[0] = c->revenue[1] = 10000000000;
    c->columns[0].values = c->columns[1].values = c->revenue;
    c->columns[0].type = c->columns[1].type = LG_TYPE_INT64;
    c->columns[0].fact = LG_FACT_REVENUE_Y1;
    c->columns[1].fact = LG_FACT_REVENUE_Y2;
    c->defaults[0].fact = LG_FACT_OWN_BRAND;
    c->results.struct_size = (uint32_t)sizeof c->results;
    c->results.verdicts = c->verdicts;
    c->results.criteria = c->criteria;
    c->results.errors = c->errors;
    c->results.error_capacity = 2;
    POISON(c->verdicts);
    POISON(c->errors);
}

static void expect_call(call *c, lg_status status, uint32_t column)
{
    uint64_t errors = 99;
    ck_assert_int_eq(lg_evaluate_columns(c->rules, c->columns, 2, c->defaults, 1, 2, &c->results, &errors), status);
    ck_assert_uint_eq(c->verdicts[0], status == LG_OK ? LG_NOT_MET : 0xA5);
    ck_assert_uint_eq(errors, column == LG_FACT_NONE ? 0 : 1);
    if (column == LG_FACT_NONE)
        return;
    ck_assert_uint_eq(c->errors[0].row, LG_ROW_NONE);
    ck_assert_uint_eq(c->errors[0].column, column);
    ck_assert_int_eq(c->errors[0].status, status);
}

/* One thing that is wrong with a call, and what it is answered with. */
static void no_rules(call *c) { c->rules = NULL; }
static void small_results(call *c) { c->results.struct_size -= 8; }
static void reserved_results(call *c) { c->results.reserved = 1; }
static void criteria_beyond(call *c) { c->results.criterion_count = 99; }
static void no_criteria(call *c) { c->results.criteria = NULL, c->results.criterion_count = 1; }
static void no_errors(call *c) { c->results.errors = NULL; }
static void strange_default(call *c) { c->defaults[0].fact = 4000; }
static void wild_default(call *c) { c->defaults[0].value = 2; }
static void strange_fact(call *c) { c->columns[1].fact = 4000; }
static void strange_type(call *c) { c->columns[1].type = 99; }
static void no_type(call *c) { c->columns[0].type = LG_TYPE_NONE; }
static void negative_offset(call *c) { c->columns[1].offset = -1; }
static void same_fact(call *c) { c->columns[1].fact = LG_FACT_REVENUE_Y1; }
static void other_unit(call *c) { c->columns[1].unit = LG_UNIT_MONTHS; }
static void strange_unit(call *c) { c->columns[1].unit = 77; }
static void scale_of_integer(call *c) { c->columns[0].scale = 1; }
static void decimals(call *c, int32_t scale) { c->columns[0].type = LG_TYPE_DECIMAL128, c->columns[0].scale = scale; }
static void negative_scale(call *c) { decimals(c, -1); }
static void large_scale(call *c) { decimals(c, 39); }
static void no_values(call *c) { c->columns[1].values = NULL; }
static void nothing_wrong(call *c) { (void)c; }

static const struct {
    void (*spoil)(call *c);
    lg_status status;
    uint32_t column;
} CALLS[] = {
    {nothing_wrong, LG_OK, LG_FACT_NONE},
    {no_rules, LG_E_RULES, LG_FACT_NONE},
    {small_results, LG_E_SIZE, LG_FACT_NONE},
    {reserved_results, LG_E_ARGUMENT, LG_FACT_NONE},
    {criteria_beyond, LG_E_ARGUMENT, LG_FACT_NONE},
    {no_criteria, LG_E_NULL, LG_FACT_NONE},
    {no_errors, LG_E_NULL, LG_FACT_NONE},
    {strange_default, LG_E_FACT, LG_FACT_NONE},
    {wild_default, LG_E_RANGE, LG_FACT_NONE},
    {strange_fact, LG_E_FACT, 1},
    {strange_type, LG_E_ARGUMENT, 1},
    {no_type, LG_E_ARGUMENT, 0},
    {negative_offset, LG_E_ARGUMENT, 1},
    {same_fact, LG_E_ARGUMENT, 1},
    {other_unit, LG_E_UNIT, 1},
    {strange_unit, LG_E_UNIT, 1},
    {scale_of_integer, LG_E_ARGUMENT, 0},
    {negative_scale, LG_E_ARGUMENT, 0},
    {large_scale, LG_E_ARGUMENT, 0},
    {no_values, LG_E_NULL, 1},
};

START_TEST(a_call_that_fails_writes_nothing_and_names_the_column)
{
    call c;
    call_begin(&c);
    CALLS[_i].spoil(&c);
    expect_call(&c, CALLS[_i].status, CALLS[_i].column);
}
END_TEST

/* A smaller struct than that of the first release is refused, and so is a wish in a member of a later one. */
START_TEST(results_of_another_size_are_refused_unless_their_rest_is_zero)
{
    struct {
        lg_results results;
        unsigned char later[16];
    } larger;
    call c;
    call_begin(&c);
    for (uint32_t size = 0; size < sizeof larger; size++) {
        memset(&larger, 0, sizeof larger);
        larger.results = c.results;
        larger.results.struct_size = size;
        lg_status expected = size < sizeof(lg_results) ? LG_E_SIZE : LG_OK;
        ck_assert_int_eq(lg_evaluate_columns(c.rules, c.columns, 2, NULL, 0, 2, &larger.results, NULL), expected);
        larger.later[size % sizeof larger.later] = 1;
        larger.results.struct_size = (uint32_t)sizeof larger;
        POISON(c.verdicts);
        ck_assert_int_eq(lg_evaluate_columns(c.rules, c.columns, 2, NULL, 0, 2, &larger.results, NULL), LG_E_ARGUMENT);
        ck_assert_uint_eq(c.verdicts[0], 0xA5);
    }
}
END_TEST

START_TEST(null_pointers_are_refused_and_nothing_may_be_wanted)
{
    call c;
    uint64_t errors = 99;
    call_begin(&c);
    ck_assert_int_eq(lg_evaluate_columns(c.rules, c.columns, 2, NULL, 0, 2, NULL, &errors), LG_E_NULL);
    ck_assert_uint_eq(errors, 0);
    ck_assert_int_eq(lg_evaluate_columns(c.rules, NULL, 1, NULL, 0, 2, &c.results, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_evaluate_columns(c.rules, c.columns, 2, NULL, 1, 2, &c.results, NULL), LG_E_NULL);
    c.revenue[1] = INT64_MAX;
    ck_assert_int_eq(lg_evaluate_columns(c.rules, c.columns, 1, NULL, 0, 2, &c.results, &errors), LG_OK);
    ck_assert_uint_eq(errors, 1); /* statuses are not wanted, and yet errors are told */
    ck_assert_uint_eq(c.errors[0].row, 1);
    memset(&c.results, 0, sizeof c.results);
    c.results.struct_size = (uint32_t)sizeof c.results;
    ck_assert_int_eq(lg_evaluate_columns(c.rules, NULL, 0, NULL, 0, 2, &c.results, NULL), LG_OK);
    c.columns[0].values = NULL;
    ck_assert_int_eq(lg_evaluate_columns(c.rules, c.columns, 1, NULL, 0, 0, &c.results, NULL), LG_OK);
}
END_TEST

/* Without rows there need be no values, and still only one column per fact. */
START_TEST(of_two_columns_without_values_for_one_fact_the_second_is_refused)
{
    lg_column many[400];
    uint64_t errors = 0;
    call c;
    call_begin(&c);
    c.columns[0].values = NULL;
    for (size_t i = 0; i < COUNT(many); i++)
        many[i] = c.columns[0];
    ck_assert_int_eq(lg_evaluate_columns(c.rules, many, COUNT(many), NULL, 0, 0, &c.results, &errors), LG_E_ARGUMENT);
    ck_assert_uint_eq(errors, 1);
    ck_assert_uint_eq(c.errors[0].column, 1);
}
END_TEST

/* 10^10 fen are a yi: what would wrap around in 64 bits is as much out of range as what is just too large. */
START_TEST(a_number_that_does_not_fit_once_scaled_is_out_of_range)
{
    static const int64_t VALUES[] = {900000,
                                     900001,
                                     -900000,
                                     -900001,
                                     922337203,
                                     922337204,
                                     -922337203,
                                     -922337204,
                                     INT64_MAX,
                                     INT64_MIN,
                                     INT64_C(1844674407370955162)}; /* * 10^10 is 84 modulo 2^64 */
    static const uint32_t GOOD[] = {0, 2};
    int8_t statuses[COUNT(VALUES)];
    lg_column column;
    lg_results results;
    memset(&column, 0, sizeof column);
    column.values = VALUES;
    column.fact = LG_FACT_REVENUE_Y1;
    column.type = LG_TYPE_INT64;
    column.unit = LG_UNIT_YI;
    memset(&results, 0, sizeof results);
    results.struct_size = (uint32_t)sizeof results;
    results.statuses = statuses;
    ck_assert_int_eq(lg__evaluate_columns(kernel_of(_i), rules_of("cn.little-giant.2020-reported"), &column, 1, NULL, 0,
                                          COUNT(VALUES), &results, NULL),
                     LG_OK);
    for (uint32_t row = 0; row < COUNT(VALUES); row++)
        ck_assert_int_eq(statuses[row], row == GOOD[0] || row == GOOD[1] ? LG_OK : LG_E_RANGE);
}
END_TEST

START_TEST(a_kernel_is_offered_to_processors_that_can_run_it)
{
    static const uint32_t ALL = LG__PROCESSOR_AVX2 | LG__PROCESSOR_BMI | LG__PROCESSOR_BMI2;
    const char *name = NULL;
    for (uint32_t processor = 0; processor <= ALL; processor++) {
        ck_assert(lg__kernel_for(processor, 0, &name) == lg__kernel_portable);
        ck_assert_str_eq(name, "columns-portable");
#ifdef LG__HAVE_AVX2
        ck_assert(lg__kernel_for(processor, 1, NULL) == (processor == ALL ? lg__kernel_avx2 : NULL));
#endif
        ck_assert(lg__kernel_for(processor, 2, NULL) == NULL);
    }
}
END_TEST

#ifdef LG__HAVE_AVX2
START_TEST(this_processor_is_offered_what_it_can_run)
{
    int can = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
    ck_assert(lg__kernel_at(1, NULL) == (can ? lg__kernel_avx2 : NULL));
}
END_TEST
#endif

/* --------------------------------------------------------------------- arrays of profiles */

START_TEST(profiles_that_one_call_refuses_are_rows_in_error)
{
    struct wider {
        lg_profile profile;
        int64_t tail;
    } firms[6];
    static const lg_status STATUSES[6] = {LG_OK, LG_E_SIZE, LG_E_ARGUMENT, LG_E_FACT, LG_E_RANGE, LG_E_SIZE};
    static const uint32_t COLUMNS[6] = {0, LG_FACT_NONE, LG_FACT_NONE, LG_FACT_NONE, LG_FACT_EMPLOYEES, LG_FACT_NONE};
    int8_t statuses[6];
    uint8_t verdicts[6];
    lg_row_error errors[8];
    uint64_t count;
    lg_results results;
    memset(&results, 0, sizeof results);
    results.struct_size = (uint32_t)sizeof results;
    results.verdicts = verdicts;
    results.statuses = statuses;
    results.errors = errors;
    results.error_capacity = COUNT(errors);
    for (size_t i = 0; i < COUNT(firms); i++)
        profile_of(&firms[i].profile, "revenue_y1_wan=10000");
    firms[1].profile.struct_size = 8;
    firms[2].profile.reserved = 1;
    firms[3].profile.known[3] = 1;
    firms[4].profile.known[0] |= UINT64_C(1) << LG_FACT_EMPLOYEES;
    firms[4].profile.employees = -1;
    firms[5].profile.struct_size = (uint32_t)sizeof firms[0] + 8;
    ck_assert_int_eq(lg__evaluate_profiles(kernel_of(_i), rules_of("cn.little-giant.2020-reported"), &firms[0].profile,
                                           sizeof firms[0], NULL, 0, COUNT(firms), &results, &count),
                     LG_OK);
    ck_assert_uint_eq(count, 5);
    for (uint32_t i = 0, error = 0; i < COUNT(firms); i++) {
        ck_assert_int_eq(statuses[i], STATUSES[i]);
        ck_assert_int_eq(verdicts[i], i == 0 ? LG_NOT_MET : LG_UNKNOWN);
        if (STATUSES[i] == LG_OK)
            continue;
        ck_assert_uint_eq(errors[error].row, i);
        ck_assert_uint_eq(errors[error].column, COLUMNS[i]);
        ck_assert_int_eq(errors[error++].status, STATUSES[i]);
    }
}
END_TEST

START_TEST(a_stride_that_cannot_be_is_refused)
{
    lg_profile firm;
    lg_results results;
    memset(&results, 0, sizeof results);
    results.struct_size = (uint32_t)sizeof results;
    profile_empty(&firm);
    const lg_ruleset *rules = rules_of("cn.little-giant.2022");
    ck_assert_int_eq(lg_evaluate_profiles(rules, &firm, sizeof firm - 8, NULL, 0, 1, &results, NULL), LG_E_SIZE);
    ck_assert_int_eq(lg_evaluate_profiles(rules, &firm, sizeof firm + 4, NULL, 0, 1, &results, NULL), LG_E_ARGUMENT);
    ck_assert_int_eq(lg_evaluate_profiles(rules, NULL, sizeof firm, NULL, 0, 1, NULL, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_evaluate_profiles(rules, NULL, sizeof firm, NULL, 0, 1, &results, NULL), LG_E_NULL);
    ck_assert_int_eq(lg_evaluate_profiles(rules, NULL, sizeof firm, NULL, 0, 0, &results, NULL), LG_OK);
}
END_TEST

START_TEST(types_have_words)
{
    ck_assert_ptr_null(lg_type_name(LG_TYPE_NONE));
    ck_assert_str_eq(lg_type_name(LG_TYPE_INT64), "int64");
    ck_assert_str_eq(lg_type_name(LG_TYPE_DECIMAL128), "decimal128");
    ck_assert_ptr_null(lg_type_name(LG_TYPE_DECIMAL128 + 1));
    ck_assert_ptr_null(lg_type_name(-1));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("columns");
    TCase *random = tcase_create("at random"), *calls = tcase_create("calls");
    tcase_set_timeout(random, 300);
    tcase_add_loop_test(random, random_rule_sets_judge_columns_as_one_by_one, 0, kernel_count());
    tcase_add_loop_test(random, built_in_rule_sets_judge_columns_as_one_by_one, 0, kernel_count());
    tcase_add_loop_test(random, columns_and_outputs_may_be_left_out, 0, kernel_count());
    tcase_add_loop_test(random, values_may_lie_at_any_address, 0, kernel_count());
    tcase_add_loop_test(random, a_bad_cell_spoils_its_row_alone_and_is_named, 0, kernel_count());
    tcase_add_loop_test(calls, a_cell_is_taken_exactly_or_refused, 0, ROWS(CELLS));
    tcase_add_test(calls, a_double_that_is_no_number_is_inexact);
    tcase_add_loop_test(calls, a_call_that_fails_writes_nothing_and_names_the_column, 0, ROWS(CALLS));
    tcase_add_test(calls, results_of_another_size_are_refused_unless_their_rest_is_zero);
    tcase_add_test(calls, null_pointers_are_refused_and_nothing_may_be_wanted);
    tcase_add_test(calls, of_two_columns_without_values_for_one_fact_the_second_is_refused);
    tcase_add_loop_test(calls, profiles_that_one_call_refuses_are_rows_in_error, 0, kernel_count());
    tcase_add_loop_test(calls, a_number_that_does_not_fit_once_scaled_is_out_of_range, 0, kernel_count());
    tcase_add_test(calls, a_kernel_is_offered_to_processors_that_can_run_it);
#ifdef LG__HAVE_AVX2
    tcase_add_test(calls, this_processor_is_offered_what_it_can_run);
#endif
    tcase_add_test(calls, a_stride_that_cannot_be_is_refused);
    tcase_add_test(calls, types_have_words);
    suite_add_tcase(suite, calls);
    suite_add_tcase(suite, random);
    return suite_run(suite);
}
