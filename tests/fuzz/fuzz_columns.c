/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Many enterprises at once, as columns of any type or as an array of any profiles: every kernel that runs here, the
 * rows in one call and in pieces, and one enterprise after another must come to the same bytes; and a call that is
 * refused must write nothing. The cells of a column are drawn from a few that the input gives, row by row.
 */
#include "people.h"

#include <columns/block.h>
#include <math.h>

__extension__ typedef __int128 wide;

enum { COLUMNS_MOST = 90, PALETTE_MOST = 8, CELL_MOST = 16, DEFAULTS_MOST = 16 };

/* Fixed, so that an input means the same for ever. */
static uint32_t mixed(uint32_t seed, uint32_t a, uint32_t b)
{
    uint32_t x = seed ^ a * 0x9E3779B1u ^ b * 0x85EBCA77u;
    x = (x ^ x >> 15) * 0x2C1B3C6Du;
    x = (x ^ x >> 12) * 0x297A2D39u;
    return x ^ x >> 15;
}

static int bit_of(const uint8_t *bits, uint64_t i) { return bits[i / 8] >> i % 8 & 1; }

/* -------------------------------------------------------------------------------- outputs */

enum { VERDICTS, STATUSES, MISSING, ASSUMED, ERRORS, FIRST_CRITERION, PER_CRITERION = 6 };
enum { OUTPUTS_MOST = FIRST_CRITERION + PER_CRITERION * LG__ROWS_MAX };

/* What is wanted of a call, each piece exactly as long as it must be. */
struct outputs {
    lg_results results;
    lg_criterion_results criteria[LG__ROWS_MAX];
    uint64_t error_count;
    void *at[OUTPUTS_MOST];
    size_t size[OUTPUTS_MOST];
    uint32_t count;
};

struct wishes {
    uint32_t members, criterion_members, criterion_count, error_capacity;
};

static void *add_output(struct outputs *o, uint32_t wished, size_t size)
{
    o->at[o->count] = wished & 1 ? room_get(size) : NULL;
    o->size[o->count] = wished & 1 ? size : 0;
    return o->at[o->count++];
}

static void open_criterion(struct outputs *o, lg_criterion_results *c, uint32_t wished, size_t rows)
{
    c->verdicts = add_output(o, wished, rows);
    c->reasons = add_output(o, wished >> 1, rows);
    c->low_bits = add_output(o, wished >> 2, (rows + 7) / 8);
    c->high_bits = add_output(o, wished >> 3, (rows + 7) / 8);
    c->points_low = add_output(o, wished >> 4, rows * sizeof *c->points_low);
    c->points_high = add_output(o, wished >> 5, rows * sizeof *c->points_high);
}

static void outputs_open(struct outputs *o, const struct wishes *wishes, size_t rows)
{
    memset(o, 0, sizeof *o);
    o->error_count = 12345;
    o->results.struct_size = (uint32_t)sizeof o->results;
    o->results.verdicts = add_output(o, wishes->members, rows);
    o->results.statuses = add_output(o, wishes->members >> 1, rows);
    o->results.missing = add_output(o, wishes->members >> 2, rows * 32);
    o->results.assumed = add_output(o, wishes->members >> 3, rows * 32);
    o->results.errors = add_output(o, 1, wishes->error_capacity * sizeof *o->results.errors);
    o->results.error_capacity = wishes->error_capacity;
    o->results.criteria = o->criteria;
    o->results.criterion_count = wishes->criterion_count;
    for (uint32_t i = 0; i < wishes->criterion_count && i < LG__ROWS_MAX; i++)
        open_criterion(o, &o->criteria[i], wishes->criterion_members, rows);
}

static void outputs_close(struct outputs *o)
{
    for (uint32_t i = 0; i < o->count; i++)
        free(o->at[i]);
}

/* Whether both hold the same from output `first` on. */
static int is_same(const struct outputs *a, const struct outputs *b)
{
    int same = 1;
    for (uint32_t i = 0; i < a->count; i++)
        same = same && (a->size[i] == 0 || memcmp(a->at[i], b->at[i], a->size[i]) == 0);
    return same;
}

static int is_untouched(const struct outputs *o)
{
    int untouched = 1;
    for (uint32_t i = 0; i < o->count; i++)
        untouched = untouched && (i == ERRORS || room_untouched(o->at[i], o->size[i]));
    return untouched;
}

/* ---------------------------------------------------------------------------------- a call */

struct columns {
    lg_column columns[COLUMNS_MOST];
    void *values[COLUMNS_MOST], *validity[COLUMNS_MOST];
    uint32_t count;
};

struct call {
    const lg_ruleset *rules;
    struct columns table;
    const uint8_t *profiles; /* NULL: columns */
    uint64_t stride;
    lg_default *defaults;
    uint32_t default_count, rows, seed;
    struct wishes wishes;
};

static lg_status judge(const struct call *call, lg__kernel kernel, struct outputs *o)
{
    if (call->profiles)
        return lg__evaluate_profiles(kernel, call->rules, (const lg_profile *)(const void *)call->profiles,
                                     call->stride, call->defaults, call->default_count, call->rows, &o->results,
                                     &o->error_count);
    return lg__evaluate_columns(kernel, call->rules, call->table.columns, call->table.count, call->defaults,
                                call->default_count, call->rows, &o->results, &o->error_count);
}

/* As a program calls it, with the kernel that the library chooses. */
static lg_status judge_publicly(const struct call *call, struct outputs *o)
{
    if (call->profiles)
        return lg_evaluate_profiles(call->rules, (const lg_profile *)(const void *)call->profiles, call->stride,
                                    call->defaults, call->default_count, call->rows, &o->results, &o->error_count);
    return lg_evaluate_columns(call->rules, call->table.columns, call->table.count, call->defaults, call->default_count,
                               call->rows, &o->results, &o->error_count);
}

static void call_close(struct call *call)
{
    for (uint32_t i = 0; i < call->table.count; i++) {
        free(call->table.values[i]);
        free(call->table.validity[i]);
    }
    free((void *)(uintptr_t)call->profiles);
    free(call->defaults);
}

/* ------------------------------------------------------------------------------------ cells */

static const uint32_t SIZES[] = {0, 8, 4, 2, 1, 8, 4, 2, 1, 1, 8, 16};

static wide power_of_ten(int32_t n)
{
    wide power = 1;
    for (; n > 0; n--)
        power *= 10;
    return power;
}

static int64_t factor_of(const lg_column *column)
{
    const lg_unit_info *unit = lg_unit_describe(column->unit);
    return unit ? unit->factor : 1;
}

/* A value of the fact in the column's unit and type, as well as it goes, or any bytes. */
static void take_cell(input *in, const struct call *call, const lg_column *column, uint8_t cell[CELL_MOST])
{
    int64_t value = take_value(in, call->rules, column->fact), whole = value / factor_of(column);
    double number = (double)value / (double)factor_of(column);
    wide large = (wide)value * power_of_ten(column->scale > 18 ? 18 : column->scale) / factor_of(column);
    memset(cell, 0, CELL_MOST);
    if (take_chance(in, 8))
        for (int i = 0; i < CELL_MOST; i++)
            cell[i] = take_byte(in);
    else if (column->type == LG_TYPE_FLOAT64)
        memcpy(cell, &number, sizeof number);
    else if (column->type == LG_TYPE_DECIMAL128)
        memcpy(cell, &large, sizeof large);
    else
        memcpy(cell, &whole, sizeof whole); /* the lower bytes, on a little-endian machine */
}

static void put_bit(uint8_t *bits, uint64_t i, uint32_t bit)
{
    bits[i / 8] = (uint8_t)((bits[i / 8] & ~(1u << i % 8)) | (bit & 1u) << i % 8);
}

static void fill_column(struct call *call, uint32_t c, uint32_t palette_size, uint8_t palette[][CELL_MOST],
                        uint32_t unknown_in_256)
{
    lg_column *column = &call->table.columns[c];
    uint64_t elements = (uint64_t)column->offset + call->rows;
    uint32_t size = SIZES[column->type];
    uint8_t *values = room_get(column->type == LG_TYPE_BIT ? (elements + 7) / 8 : elements * size);
    uint8_t *validity = unknown_in_256 > 0 ? room_get((elements + 7) / 8) : NULL;
    for (uint32_t row = 0; row < call->rows; row++) {
        uint32_t draw = mixed(call->seed, c, row);
        uint64_t element = (uint64_t)column->offset + row;
        if (column->type == LG_TYPE_BIT)
            put_bit(values, element, palette[draw % palette_size][0]);
        else
            memcpy(values + element * size, palette[draw % palette_size], size);
        if (validity)
            put_bit(validity, element, (draw >> 16) % 256 >= unknown_in_256);
    }
    column->values = call->table.values[c] = values;
    column->validity = call->table.validity[c] = validity;
}

static int has_column(const struct columns *table, uint32_t fact)
{
    uint32_t i = 0;
    while (i < table->count && table->columns[i].fact != fact)
        i++;
    return i < table->count;
}

static void take_column(input *in, struct call *call)
{
    uint8_t palette[PALETTE_MOST][CELL_MOST];
    struct columns *table = &call->table;
    lg_column *column = &table->columns[table->count];
    memset(column, 0, sizeof *column);
    column->fact = take_below(in, lg_fact_count());
    uint32_t tries = take_chance(in, 64) ? 0 : lg_fact_count();
    for (; tries > 0 && has_column(table, column->fact); tries--)
        column->fact = (column->fact + 1) % lg_fact_count();
    column->type = 1 + (lg_type)take_below(in, 11);
    column->scale = column->type == LG_TYPE_DECIMAL128 ? (int32_t)take_below(in, 39) : 0;
    column->offset = take_below(in, 70);
    column->unit = (lg_unit)take_below(in, 15);
    const lg_unit_info *unit = lg_unit_describe(column->unit);
    if (!unit || unit->canonical != lg_fact_describe(column->fact)->unit)
        column->unit = LG_UNIT_NONE;
    uint32_t palette_size = 1 + take_below(in, PALETTE_MOST);
    for (uint32_t i = 0; i < palette_size; i++)
        take_cell(in, call, column, palette[i]);
    fill_column(call, table->count, palette_size, palette, take_chance(in, 2) ? take_byte(in) : 0);
    if (call->rows == 0 && take_chance(in, 2))
        column->values = NULL;
    table->count++;
}

/* -------------------------------------------------------------------------------- profiles */

static void take_profiles(input *in, struct call *call)
{
    uint32_t palette_size = 1 + take_below(in, 4);
    call->stride = sizeof(lg_profile) + 8 * take_below(in, 10);
    uint8_t *slots = room_get((size_t)(call->rows * call->stride));
    memset(slots, 0, (size_t)(call->rows * call->stride));
    for (uint32_t i = 0; i < palette_size; i++) {
        lg_profile *profile = take_profile(in, call->rules);
        for (uint32_t row = 0; profile && row < call->rows; row++)
            if (mixed(call->seed, 0, row) % palette_size == i) {
                size_t size = profile_room(profile);
                memcpy(slots + row * call->stride, profile, size < call->stride ? size : (size_t)call->stride);
            }
        free(profile);
    }
    call->profiles = slots;
}

/* ---------------------------------------------------------------------- one after another */

/* Statuses that a cell may have, as bits 1 << -status; none: *value is right. */
static uint32_t faults(uint32_t fact, wide value, int is_exact)
{
    const lg_fact *info = lg_fact_describe(fact);
    int is_outside = value < info->minimum || value > info->maximum;
    return (is_exact ? 0 : 1u << -LG_E_INEXACT) | (is_outside ? 1u << -LG_E_RANGE : 0);
}

static uint32_t model_decimal(const lg_column *column, wide n, int64_t *value)
{
    wide tens = power_of_ten(column->scale), factor = factor_of(column), common = 1;
    while (tens % (common * 2) == 0 && factor % (common * 2) == 0)
        common *= 2;
    while (tens % (common * 5) == 0 && factor % (common * 5) == 0)
        common *= 5;
    tens /= common;
    factor /= common;
    int is_exact = n % tens == 0;
    wide quotient = n / tens;
    if (quotient > INT64_MAX || quotient < INT64_MIN)
        return 1u << -LG_E_RANGE | (is_exact ? 0 : 1u << -LG_E_INEXACT);
    *value = (int64_t)(quotient * factor);
    return faults(column->fact, quotient * factor, is_exact);
}

/* A long double of 64 bits holds the product of a double with a factor exactly, once its twos are out of it. */
static uint32_t model_double(const lg_column *column, double n, int64_t *value)
{
    int exponent;
    if (n != n)
        return 1u << -LG_E_INEXACT;
    if (n > 1e30 || n < -1e30)
        return 1u << -LG_E_RANGE;
    wide m = (wide)ldexp(frexp(n, &exponent), 53) * factor_of(column);
    for (exponent -= 53; exponent < 0 && m != 0 && m % 2 == 0; exponent++)
        m /= 2;
    if (m != 0 && exponent < 0) /* half a unit is still within a range if the number below it is */
        return 1u << -LG_E_INEXACT | 1u << -LG_E_RANGE;
    for (; exponent > 0 && m < ((wide)1 << 100) && m > -((wide)1 << 100); exponent--)
        m *= 2;
    *value = (int64_t)m;
    return faults(column->fact, m, 1);
}

#define INTEGER(TYPE)                                                                                                  \
    do {                                                                                                               \
        TYPE cell;                                                                                                     \
        memcpy(&cell, at, sizeof cell);                                                                                \
        n = cell;                                                                                                      \
    } while (0)

static wide integer_at(lg_type type, const uint8_t *at)
{
    wide n = 0;
    if (type == LG_TYPE_INT64)
        INTEGER(int64_t);
    else if (type == LG_TYPE_INT32)
        INTEGER(int32_t);
    else if (type == LG_TYPE_INT16)
        INTEGER(int16_t);
    else if (type == LG_TYPE_INT8)
        INTEGER(int8_t);
    else if (type == LG_TYPE_UINT64)
        INTEGER(uint64_t);
    else if (type == LG_TYPE_UINT32)
        INTEGER(uint32_t);
    else if (type == LG_TYPE_UINT16)
        INTEGER(uint16_t);
    else if (type == LG_TYPE_UINT8)
        INTEGER(uint8_t);
    return n;
}

static uint32_t model_cell(const lg_column *column, uint32_t row, int64_t *value)
{
    const uint8_t *values = column->values;
    uint64_t element = (uint64_t)column->offset + row;
    const uint8_t *at = values + element * SIZES[column->type];
    wide n;
    double number;
    if (column->type == LG_TYPE_DECIMAL128) {
        memcpy(&n, at, sizeof n);
        return model_decimal(column, n, value);
    }
    if (column->type == LG_TYPE_FLOAT64) {
        memcpy(&number, at, sizeof number);
        return model_double(column, number, value);
    }
    n = column->type == LG_TYPE_BIT ? bit_of(values, element) : integer_at(column->type, at);
    n *= factor_of(column);
    *value = (int64_t)n;
    return faults(column->fact, n, 1);
}

/* The profile of a row of columns, or the faults of its first cell that has some. */
static uint32_t model_row(const struct columns *table, uint32_t row, lg_profile *profile)
{
    lg_profile_init(profile, (uint32_t)sizeof *profile);
    for (uint32_t c = 0; c < table->count; c++) {
        const lg_column *column = &table->columns[c];
        int64_t value = 0;
        if (column->validity && !bit_of(column->validity, (uint64_t)column->offset + row))
            continue;
        uint32_t found = model_cell(column, row, &value);
        if (found != 0)
            return found;
        REQUIRE(lg_profile_set(profile, column->fact, value) == LG_OK);
    }
    return 0;
}

/* The same for an array of profiles. What is beyond the facts of this library is not known, and is left out. */
static uint32_t model_slot(const struct call *call, uint32_t row, lg_profile *profile)
{
    const lg_profile *slot = (const lg_profile *)(const void *)(call->profiles + row * call->stride);
    lg_status status = slot->struct_size > call->stride ? LG_E_SIZE : profile_status(slot);
    if (status != LG_OK)
        return 1u << -status | (slot->struct_size > call->stride ? ~0u : 0);
    *profile = *slot;
    profile->struct_size = (uint32_t)sizeof *profile;
    return 0;
}

static void missing_set(const lg_ruleset *rules, const lg_profile *profile, uint64_t set[4])
{
    lg_missing_fact facts[LG__FACTS_MAX];
    uint32_t count;
    memset(set, 0, 4 * sizeof *set);
    REQUIRE(lg_missing(rules, profile, facts, LG__FACTS_MAX, &count) == LG_OK);
    for (uint32_t i = 0; i < count; i++)
        set[facts[i].fact / 64] |= UINT64_C(1) << facts[i].fact % 64;
}

static void expect_criterion(const lg_criterion_results *c, uint32_t row, const lg_finding *finding)
{
    REQUIRE(!c->verdicts || c->verdicts[row] == finding->verdict);
    REQUIRE(!c->reasons || c->reasons[row] == finding->reason);
    REQUIRE(!c->low_bits || bit_of(c->low_bits, row) == (finding->verdict & 1));
    REQUIRE(!c->high_bits || bit_of(c->high_bits, row) == finding->verdict >> 1);
    REQUIRE(!c->points_low || c->points_low[row] == finding->points_low);
    REQUIRE(!c->points_high || c->points_high[row] == finding->points_high);
}

static void expect_facts(const uint64_t *facts, uint32_t row, const uint64_t expected[4])
{
    REQUIRE(!facts || memcmp(facts + (size_t)4 * row, expected, 4 * sizeof *expected) == 0);
}

static void expect_error(const struct outputs *o, uint32_t row, uint32_t possible)
{
    static const lg_finding NOTHING;
    static const uint64_t NONE[4];
    REQUIRE(!o->results.statuses || possible >> -o->results.statuses[row] & 1);
    REQUIRE(!o->results.verdicts || o->results.verdicts[row] == LG_UNKNOWN);
    expect_facts(o->results.missing, row, NONE);
    expect_facts(o->results.assumed, row, NONE);
    for (uint32_t i = 0; i < o->results.criterion_count; i++)
        expect_criterion(&o->criteria[i], row, &NOTHING);
}

static void expect_row(const struct call *call, const struct outputs *o, uint32_t row)
{
    lg_finding findings[LG__ROWS_MAX];
    lg_profile profile, filled_profile;
    uint64_t filled[4], set[4];
    lg_verdict verdict;
    uint32_t possible = call->profiles ? model_slot(call, row, &profile) : model_row(&call->table, row, &profile);
    if (possible != 0) {
        expect_error(o, row, possible);
        return;
    }
    filled_profile = profile;
    REQUIRE(lg_profile_fill(&filled_profile, call->defaults, call->default_count, filled) == LG_OK);
    REQUIRE(lg_evaluate(call->rules, &filled_profile, findings, LG__ROWS_MAX, NULL, &verdict) == LG_OK);
    REQUIRE(!o->results.statuses || o->results.statuses[row] == LG_OK);
    REQUIRE(!o->results.verdicts || o->results.verdicts[row] == verdict);
    for (uint32_t i = 0; i < o->results.criterion_count; i++)
        expect_criterion(&o->criteria[i], row, &findings[i]);
    missing_set(call->rules, &filled_profile, set);
    expect_facts(o->results.missing, row, set);
    missing_set(call->rules, &profile, set);
    for (int word = 0; word < 4; word++)
        set[word] &= filled[word];
    expect_facts(o->results.assumed, row, set);
}

/* --------------------------------------------------------------------------------- in pieces */

static void *moved(void *at, size_t bytes) { return at ? (uint8_t *)at + bytes : NULL; }

/* The outputs from a row on; a multiple of 8. */
static void outputs_from(const struct outputs *o, uint32_t row, struct outputs *part)
{
    *part = *o;
    part->results.verdicts = moved(o->results.verdicts, row);
    part->results.statuses = moved(o->results.statuses, row);
    part->results.missing = moved(o->results.missing, (size_t)row * 32);
    part->results.assumed = moved(o->results.assumed, (size_t)row * 32);
    part->results.errors = NULL;
    part->results.error_capacity = 0;
    part->results.criteria = part->criteria;
    for (uint32_t i = 0; i < o->results.criterion_count; i++) {
        lg_criterion_results *c = &part->criteria[i];
        c->verdicts = moved(c->verdicts, row);
        c->reasons = moved(c->reasons, row);
        c->low_bits = moved(c->low_bits, row / 8);
        c->high_bits = moved(c->high_bits, row / 8);
        c->points_low = moved(c->points_low, row * sizeof *c->points_low);
        c->points_high = moved(c->points_high, row * sizeof *c->points_high);
    }
}

static void judge_in_pieces(const struct call *call, lg__kernel kernel, struct outputs *o)
{
    struct outputs part;
    uint64_t errors = 0;
    for (uint32_t first = 0, next; first < call->rows; first = next) {
        struct call piece = *call;
        next = first + 8 * (1 + mixed(call->seed, 1, first) % 40);
        next = next < call->rows ? next : call->rows;
        piece.rows = next - first;
        if (piece.profiles)
            piece.profiles += first * call->stride;
        for (uint32_t c = 0; c < piece.table.count; c++)
            piece.table.columns[c].offset += first;
        outputs_from(o, first, &part);
        REQUIRE(judge(&piece, kernel, &part) == LG_OK);
        errors += part.error_count;
    }
    o->error_count = errors;
}

/* ---------------------------------------------------------------------------------- judging */

static void expect_errors(const struct call *call, const struct outputs *o)
{
    uint64_t stored = o->error_count < o->results.error_capacity ? o->error_count : o->results.error_capacity;
    const lg_row_error *errors = o->results.errors;
    for (uint64_t i = 0; i < stored; i++) {
        REQUIRE(errors[i].row < call->rows && lg_status_name(errors[i].status) && errors[i].status < 0);
        REQUIRE(i == 0 || errors[i].row > errors[i - 1].row ||
                (errors[i].row == errors[i - 1].row && errors[i].column > errors[i - 1].column));
        REQUIRE(!o->results.statuses || o->results.statuses[errors[i].row] < 0);
    }
    REQUIRE(room_untouched(errors + stored, (o->results.error_capacity - stored) * sizeof *errors));
}

static void expect_pieces(const struct call *call, lg__kernel kernel, const struct outputs *whole)
{
    struct outputs o;
    outputs_open(&o, &call->wishes, call->rows);
    judge_in_pieces(call, kernel, &o);
    REQUIRE(o.error_count == whole->error_count);
    memcpy(o.at[ERRORS], whole->at[ERRORS], whole->size[ERRORS]); /* pieces write none */
    REQUIRE(is_same(whole, &o));
    outputs_close(&o);
}

/* A few rows only, and the last. */
static void expect_rows(const struct call *call, const struct outputs *o)
{
    for (uint32_t i = 0; i < call->rows && i < 4; i++)
        expect_row(call, o, mixed(call->seed, 2, i) % call->rows);
    if (call->rows > 0)
        expect_row(call, o, call->rows - 1);
    for (uint32_t i = 0; i < o->results.criterion_count && call->rows % 8 > 0; i++) {
        const lg_criterion_results *c = &o->criteria[i];
        REQUIRE(!c->low_bits || c->low_bits[call->rows / 8] >> call->rows % 8 == 0);
        REQUIRE(!c->high_bits || c->high_bits[call->rows / 8] >> call->rows % 8 == 0);
    }
}

static void judged(const struct call *call)
{
    struct outputs first, o;
    outputs_open(&first, &call->wishes, call->rows);
    REQUIRE(judge_publicly(call, &first) == LG_OK);
    expect_rows(call, &first);
    expect_errors(call, &first);
    for (uint32_t i = 0; lg__kernel_at(i, NULL); i++) {
        outputs_open(&o, &call->wishes, call->rows);
        REQUIRE(judge(call, lg__kernel_at(i, NULL), &o) == LG_OK);
        REQUIRE(o.error_count == first.error_count && is_same(&first, &o));
        outputs_close(&o);
        expect_pieces(call, lg__kernel_at(i, NULL), &first);
    }
    outputs_close(&first);
}

/* --------------------------------------------------------------------------------- refusals */

/* What a member may hold that is never right. */
static void spoil_column(input *in, struct call *call)
{
    lg_column *column = &call->table.columns[take_below(in, call->table.count)];
    int64_t number = take_number(in);
    switch (take_below(in, call->table.count > 1 ? 6 : 5)) {
    case 0:
        column->fact = lg_fact_count() + (uint32_t)(number & 0xFFFFFF);
        break;
    case 1:
        column->type = number & 1 ? (lg_type)(number | INT32_MIN) : 12 + (lg_type)(number & 0xFFFF);
        break;
    case 2:
        column->unit = number & 1 ? (lg_unit)(number | INT32_MIN) : 15 + (lg_unit)(number & 0xFFFF);
        break;
    case 3:
        column->scale = column->type == LG_TYPE_DECIMAL128 ? 39 + (int32_t)(number & 0xFFFF) : -1;
        break;
    case 4:
        column->offset = number | INT64_MIN;
        break;
    default:
        call->table.columns[call->table.count - 1].fact = call->table.columns[0].fact;
        call->table.columns[call->table.count - 1].unit = LG_UNIT_NONE;
        break;
    }
}

static int has_twins(const struct columns *table)
{
    for (uint32_t i = 0; i < table->count; i++)
        for (uint32_t other = i + 1; other < table->count; other++)
            if (table->columns[i].fact == table->columns[other].fact)
                return 1;
    return 0;
}

static void expect_refusal(const struct call *call, const struct outputs *o, lg_status status)
{
    REQUIRE(status < 0 && lg_status_name(status) && o->error_count <= 1 && is_untouched(o));
    REQUIRE(o->error_count == 0 || o->results.error_capacity == 0 ||
            (o->results.errors[0].row == LG_ROW_NONE && o->results.errors[0].column < call->table.count &&
             o->results.errors[0].status == status));
}

static void refused(const struct call *call)
{
    struct outputs o;
    outputs_open(&o, &call->wishes, call->rows);
    expect_refusal(call, &o, judge_publicly(call, &o));
    outputs_close(&o);
}

/* The results themselves, or the rule set, are not right. */
static void refuse_results(input *in, const struct call *call)
{
    struct outputs o;
    struct call bad = *call;
    uint64_t errors = 1;
    outputs_open(&o, &call->wishes, call->rows);
    switch (take_below(in, 5)) {
    case 0:
        o.results.struct_size = take_u32(in) % (uint32_t)sizeof o.results;
        break;
    case 1:
        o.results.reserved = 1 | take_u32(in);
        break;
    case 2:
        o.results.criterion_count = criterion_count(call->rules) + 1 + take_u32(in) % 100000;
        break;
    case 3:
        o.results.criterion_count = 1;
        o.results.criteria = NULL;
        break;
    default:
        bad.rules = NULL;
        break;
    }
    expect_refusal(call, &o, judge_publicly(&bad, &o));
    REQUIRE(lg_evaluate_columns(call->rules, call->table.columns, call->table.count, call->defaults,
                                call->default_count, call->rows, NULL, &errors) < 0);
    outputs_close(&o);
}

/* --------------------------------------------------------------------------------- harness */

static void take_wishes(input *in, struct call *call)
{
    call->wishes.members = take_byte(in);
    if (call->rows > 65 && !take_chance(in, 8))
        call->wishes.members &= 3; /* sets of facts take most of the time */
    call->wishes.criterion_members = take_byte(in);
    call->wishes.criterion_count =
        take_chance(in, 2) ? criterion_count(call->rules) : take_below(in, criterion_count(call->rules) + 1);
    call->wishes.error_capacity = take_below(in, 40);
}

static void take_call(input *in, struct call *call)
{
    static const uint32_t ROWS[] = {1, 2, 7, 8, 9, 20, 63, 64, 65, 255, 256, 257, 300, 512, 600, 0};
    memset(call, 0, sizeof *call);
    call->rules = take_rules(in);
    call->seed = take_u32(in);
    call->rows = ROWS[take_below(in, COUNT(ROWS))];
    take_wishes(in, call);
    call->defaults = take_defaults(in, call->rules, &call->default_count);
    if (take_chance(in, 4))
        take_profiles(in, call);
    else
        for (uint32_t count = take_below(in, COLUMNS_MOST + 1); call->table.count < count && in->left > 0;)
            take_column(in, call);
}

static int are_defaults_right(const struct call *call)
{
    for (uint32_t i = 0; i < call->default_count; i++) {
        const lg_fact *fact = call->defaults ? lg_fact_describe(call->defaults[i].fact) : NULL;
        if (!fact || call->defaults[i].value < fact->minimum || call->defaults[i].value > fact->maximum)
            return 0;
    }
    return 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = {bytes, size};
    struct call call;
    take_call(&in, &call);
    uint32_t hostile = take_below(&in, 16);
    if (hostile == 15 && call.table.count > 0) {
        spoil_column(&in, &call);
        refused(&call);
    } else if (hostile == 14)
        refuse_results(&in, &call);
    else if (!are_defaults_right(&call) || has_twins(&call.table))
        refused(&call);
    else
        judged(&call);
    call_close(&call);
    return 0;
}
