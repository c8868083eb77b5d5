/* SPDX-License-Identifier: Apache-2.0 */
/* The public functions that judge many rows: arguments, blocks, errors in rows, and facts that are missing. */
#include <string.h>

#include "block.h"

#define FIRST_RESULTS_SIZE ((uint32_t)(offsetof(lg_results, assumed) + sizeof(uint64_t *)))

/* Bytes of one value; 0 for bits. */
static const struct {
    const char *name;
    uint32_t size;
} TYPES[] = {{NULL, 0},     {"int64", 8},  {"int32", 4}, {"int16", 2}, {"int8", 1},    {"uint64", 8},
             {"uint32", 4}, {"uint16", 2}, {"uint8", 1}, {"bit", 0},   {"float64", 8}, {"decimal128", 16}};

static int is_type(lg_type type) { return type > 0 && (size_t)type < sizeof TYPES / sizeof TYPES[0]; }

const char *lg_type_name(lg_type type) { return is_type(type) ? TYPES[type].name : NULL; }

/* ---------------------------------------------------------------------------- processors */

static const struct {
    lg__kernel kernel;
    const char *name;
    uint32_t needs; /* of LG__PROCESSOR_... */
} KERNELS[] = {
    {lg__kernel_portable, "columns-portable", 0},
#ifdef LG__HAVE_AVX2
    {lg__kernel_avx2, "columns-avx2", LG__PROCESSOR_AVX2 | LG__PROCESSOR_BMI | LG__PROCESSOR_BMI2},
#endif
};

static uint32_t this_processor(void)
{
    uint32_t has = 0;
#ifdef LG__HAVE_AVX2
    has |= (uint32_t)(__builtin_cpu_supports("avx2") != 0) * LG__PROCESSOR_AVX2;
    has |= (uint32_t)(__builtin_cpu_supports("bmi") != 0) * LG__PROCESSOR_BMI;
    has |= (uint32_t)(__builtin_cpu_supports("bmi2") != 0) * LG__PROCESSOR_BMI2;
#endif
    return has;
}

lg__kernel lg__kernel_at(uint32_t i, const char **name) { return lg__kernel_for(this_processor(), i, name); }

lg__kernel lg__kernel_for(uint32_t processor, uint32_t i, const char **name)
{
    for (size_t k = 0; k < sizeof KERNELS / sizeof KERNELS[0]; k++) {
        if ((KERNELS[k].needs & ~processor) || i-- > 0)
            continue;
        if (name)
            *name = KERNELS[k].name;
        return KERNELS[k].kernel;
    }
    return NULL;
}

static lg__kernel best_kernel(void)
{
    uint32_t i = 0;
    while (lg__kernel_at(i + 1, NULL))
        i++;
    return lg__kernel_at(i, NULL);
}

/* ----------------------------------------------------------------------------- arguments */

static lg_status check_results(const lg_ruleset *rules, const lg_results *results)
{
    if (!results)
        return LG_E_NULL;
    if (!rules)
        return LG_E_RULES;
    if (results->struct_size < FIRST_RESULTS_SIZE)
        return LG_E_SIZE;
    if (results->reserved != 0 || results->criterion_count > rules->info.criterion_count ||
        !lg__is_zero_beyond(results, sizeof *results, results->struct_size))
        return LG_E_ARGUMENT;
    if ((results->criterion_count > 0 && !results->criteria) || (results->error_capacity > 0 && !results->errors))
        return LG_E_NULL;
    return LG_OK;
}

/* A fact has a column already if its source has a type: without rows there need be no values. */
static lg_status check_column(const lg__table *table, const lg_column *column, uint64_t row_count)
{
    if (column->fact >= lg_fact_count())
        return LG_E_FACT;
    if (!is_type(column->type) || column->offset < 0 || table->sources[column->fact].type != LG_TYPE_NONE)
        return LG_E_ARGUMENT;
    if (column->type == LG_TYPE_DECIMAL128 ? column->scale < 0 || column->scale > 38 : column->scale != 0)
        return LG_E_ARGUMENT;
    if (column->unit != LG_UNIT_NONE && !lg__is_unit_of(&lg__facts[column->fact], column->unit))
        return LG_E_UNIT;
    return column->values || row_count == 0 ? LG_OK : LG_E_NULL;
}

void lg__source_open(lg__source *source, uint32_t index, const lg_column *column)
{
    const lg_unit_info *unit = lg_unit_describe(column->unit);
    source->values = column->values;
    source->validity = column->validity;
    source->offset = column->offset;
    source->stride = TYPES[column->type].size;
    source->factor = unit ? unit->factor : 1;
    source->column = index;
    source->type = column->type;
    source->unit = column->unit;
    source->scale = column->scale;
}

static void add_source(lg__table *table, uint32_t index, const lg_column *column)
{
    lg__source_open(&table->sources[column->fact], index, column);
    table->facts[table->fact_count++] = column->fact;
}

/* The first default of a fact counts. */
static lg_status add_defaults(lg__table *table, const lg_default *defaults, uint32_t count)
{
    if (count > 0 && !defaults)
        return LG_E_NULL;
    for (uint32_t i = 0; i < count; i++) {
        if (defaults[i].fact >= lg_fact_count())
            return LG_E_FACT;
        if (!lg__in_range(&lg__facts[defaults[i].fact], defaults[i].value))
            return LG_E_RANGE;
        lg__source *source = &table->sources[defaults[i].fact];
        if (source->has_default)
            continue;
        source->has_default = 1;
        source->default_value = defaults[i].value;
        table->default_facts[table->default_count++] = defaults[i].fact;
    }
    return LG_OK;
}

static int wants_reasons(const lg_results *results)
{
    for (uint32_t i = 0; i < results->criterion_count; i++)
        if (results->criteria[i].reasons)
            return 1;
    return 0;
}

static lg_status open_table(lg__table *table, const lg_ruleset *rules, const lg_default *defaults,
                            uint32_t default_count, const lg_results *results)
{
    lg_status status = check_results(rules, results);
    if (status != LG_OK)
        return status;
    table->rules = rules;
    table->results = results;
    table->profiles = NULL;
    table->skip_defaults = 0;
    table->fact_count = 0;
    table->default_count = 0;
    memset(table->sources, 0, sizeof table->sources);
    table->want_reasons = wants_reasons(results);
    lg__plan_rows(table);
    return add_defaults(table, defaults, default_count);
}

/* ---------------------------------------------------------------------------------- rows */

/* A call while its rows are judged. */
typedef struct run {
    lg__table table;
    lg__block block;
    uint64_t errors; /* found so far */
} run;

static const lg_profile *profile_at(const lg__table *table, uint64_t row)
{
    return (const lg_profile *)(const void *)((const char *)table->profiles + row * table->stride);
}

static int is_present(const lg__table *table, uint32_t fact, uint64_t row)
{
    const lg__source *source = &table->sources[fact];
    uint64_t element = (uint64_t)source->offset + row;
    if (table->profiles)
        return lg__set_has(profile_at(table, row)->known, fact);
    return !source->validity || (source->validity[element / 8] >> element % 8 & 1);
}

static void add_error(run *r, uint64_t row, uint32_t column, lg_status status)
{
    const lg_results *results = r->table.results;
    if (r->errors < results->error_capacity) {
        results->errors[r->errors].row = row;
        results->errors[r->errors].column = column;
        results->errors[r->errors].status = status;
    }
    r->errors++;
}

/* The first error of a row whose profile cannot be used as a whole, or LG_OK. */
static lg_status profile_status(const lg__table *table, uint64_t row)
{
    lg__view view;
    if (!table->profiles)
        return LG_OK;
    lg_status status = lg__view_open(profile_at(table, row), &view);
    return status == LG_OK && profile_at(table, row)->struct_size > table->stride ? LG_E_SIZE : status;
}

/* Notes what is wrong with a row, fact by fact, and gives the first. */
static lg_status note_errors(run *r, uint64_t row)
{
    const lg__table *table = &r->table;
    lg_status first = profile_status(table, row), status;
    int64_t value;
    if (first != LG_OK) {
        add_error(r, row, LG_FACT_NONE, first);
        return first;
    }
    for (uint32_t i = 0; i < table->fact_count; i++) {
        const lg__source *source = &table->sources[table->facts[i]];
        if (!is_present(table, table->facts[i], row))
            continue;
        status = lg__source_cell(source, table->facts[i], row, &value);
        if (status == LG_OK)
            continue;
        add_error(r, row, source->column, status);
        first = first == LG_OK ? status : first;
    }
    return first;
}

static int has_row(const lg__bits *rows, uint32_t row) { return (int)(rows->word[row / 64] >> row % 64 & 1); }

static void write_statuses(run *r)
{
    int8_t *statuses = r->table.results->statuses;
    if (statuses)
        memset(statuses + r->block.first, LG_OK, r->block.rows);
    for (uint32_t i = 0; i < r->block.rows; i++) {
        if (r->block.bad.word[i / 64] == 0)
            i |= 63; /* no row of this word */
        else if (has_row(&r->block.bad, i)) {
            lg_status status = note_errors(r, r->block.first + i);
            if (statuses)
                statuses[r->block.first + i] = (int8_t)status;
        }
    }
}

/* --------------------------------------------------------------------------- missing facts */

/* The profile of a row that is not in error, without defaults. */
static void make_profile(const lg__table *table, uint64_t row, lg_profile *profile)
{
    lg_profile_init(profile, (uint32_t)sizeof *profile);
    for (uint32_t i = 0; i < table->fact_count; i++) {
        uint32_t fact = table->facts[i];
        int64_t value;
        if (!is_present(table, fact, row))
            continue;
        lg__source_cell(&table->sources[fact], fact, row, &value);
        lg_profile_set(profile, fact, value);
    }
}

static void take_defaults(const lg__table *table, lg_profile *profile, uint64_t filled[4])
{
    for (uint32_t i = 0; i < table->default_count; i++) {
        uint32_t fact = table->default_facts[i];
        if (lg__set_has(profile->known, fact))
            continue;
        lg_profile_set(profile, fact, table->sources[fact].default_value);
        lg__set_add(filled, fact);
    }
}

static void find_missing(const lg__table *table, const lg_profile *profile, uint64_t matters[4])
{
    const lg__view view = {profile, LG__FACT_COUNT};
    lg__missing_set(table->rules, &view, matters);
}

/* The unknown facts that still matter, once the defaults are taken. */
static void missing_of(const lg__table *table, uint64_t row, uint64_t matters[4])
{
    uint64_t filled[4] = {0, 0, 0, 0};
    lg_profile profile;
    make_profile(table, row, &profile);
    take_defaults(table, &profile, filled);
    find_missing(table, &profile, matters);
}

/* The defaults that fill a fact which mattered while it was unknown. */
static void assumed_of(const lg__table *table, uint64_t row, uint64_t assumed[4])
{
    uint64_t filled[4] = {0, 0, 0, 0};
    lg_profile profile;
    make_profile(table, row, &profile);
    find_missing(table, &profile, assumed);
    take_defaults(table, &profile, filled);
    for (int word = 0; word < 4; word++)
        assumed[word] &= filled[word];
}

typedef void (*facts_of_row)(const lg__table *table, uint64_t row, uint64_t facts[4]);

/* A set of facts for every row of the block: none but in the rows where verdicts are unsettled. */
static void write_facts(const run *r, const lg__bits *unsettled, facts_of_row facts_of, uint64_t *out)
{
    for (uint32_t i = 0; i < r->block.rows; i++) {
        uint64_t *facts = out + 4 * (r->block.first + i);
        memset(facts, 0, 4 * sizeof *facts);
        if (has_row(unsettled, i))
            facts_of(&r->table, r->block.first + i, facts);
    }
}

/* ------------------------------------------------------------------------------- blocks */

/* Rows whose verdict would be unknown without the defaults. */
static lg__bits unsettled_before(run *r, lg__kernel kernel, uint64_t first, uint32_t rows)
{
    const lg_results *results = r->table.results;
    r->table.results = NULL;
    r->table.skip_defaults = 1;
    kernel(&r->table, first, rows, &r->block);
    r->table.results = results;
    r->table.skip_defaults = 0;
    return r->block.unsettled;
}

static void judge_block(run *r, lg__kernel kernel, uint64_t first, uint32_t rows)
{
    const lg_results *results = r->table.results;
    if (results->assumed) {
        lg__bits unsettled = unsettled_before(r, kernel, first, rows);
        write_facts(r, &unsettled, assumed_of, results->assumed);
    }
    kernel(&r->table, first, rows, &r->block);
    write_statuses(r);
    if (results->missing)
        write_facts(r, &r->block.unsettled, missing_of, results->missing);
}

static int is_read(const lg_ruleset *rules, uint32_t fact)
{
    for (uint32_t i = 0; i < rules->info.criterion_count; i++)
        for (uint32_t f = 0; f < rules->rows[i].criterion.fact_count; f++)
            if (rules->rows[i].criterion.facts[f] == fact)
                return 1;
    return 0;
}

static void find_spare_facts(lg__table *table)
{
    table->spare_count = 0;
    for (uint32_t i = 0; i < table->fact_count; i++)
        if (!is_read(table->rules, table->facts[i]))
            table->spare_facts[table->spare_count++] = table->facts[i];
}

static void judge_rows(run *r, lg__kernel kernel, uint64_t row_count)
{
    memset(&r->block, 0, sizeof r->block);
    find_spare_facts(&r->table);
    for (uint64_t first = 0; first < row_count; first += LG__BLOCK_ROWS) {
        judge_block(r, kernel, first, (uint32_t)lg__smaller(row_count - first, LG__BLOCK_ROWS));
    }
}

/* ------------------------------------------------------------------------ public functions */

/* A column that cannot be used is named like an error in a row. */
static lg_status add_columns(run *r, const lg_column *columns, uint32_t count, uint64_t row_count)
{
    if (count > 0 && !columns)
        return LG_E_NULL;
    for (uint32_t i = 0; i < count; i++) {
        lg_status status = check_column(&r->table, &columns[i], row_count);
        if (status != LG_OK) {
            add_error(r, LG_ROW_NONE, i, status);
            return status;
        }
        add_source(&r->table, i, &columns[i]);
    }
    return LG_OK;
}

lg_status lg__evaluate_columns(lg__kernel kernel, const lg_ruleset *rules, const lg_column *columns,
                               uint32_t column_count, const lg_default *defaults, uint32_t default_count,
                               uint64_t row_count, const lg_results *results, uint64_t *error_count)
{
    run r;
    r.errors = 0;
    lg_status status = open_table(&r.table, rules, defaults, default_count, results);
    if (status == LG_OK)
        status = add_columns(&r, columns, column_count, row_count);
    if (status == LG_OK)
        judge_rows(&r, kernel, row_count);
    if (error_count)
        *error_count = r.errors;
    return status;
}

/* Every fact that lies within the stride is a column of its own, with the profiles' bits for validity. */
static void add_profiles(lg__table *table, const lg_profile *profiles, uint64_t stride)
{
    table->profiles = profiles;
    table->stride = stride;
    for (uint32_t fact = 0; fact < lg__facts_within(stride); fact++) {
        lg__source *source = &table->sources[fact];
        source->values = (const uint8_t *)profiles + lg__facts[fact].offset;
        source->stride = stride;
        source->factor = 1;
        source->column = fact;
        source->type = LG_TYPE_INT64;
        table->facts[table->fact_count++] = fact;
    }
}

lg_status lg__evaluate_profiles(lg__kernel kernel, const lg_ruleset *rules, const lg_profile *profiles, uint64_t stride,
                                const lg_default *defaults, uint32_t default_count, uint64_t row_count,
                                const lg_results *results, uint64_t *error_count)
{
    run r;
    r.errors = 0;
    lg_status status = open_table(&r.table, rules, defaults, default_count, results);
    if (status == LG_OK && !profiles && row_count > 0)
        status = LG_E_NULL;
    if (status == LG_OK && stride < LG__FIRST_PROFILE_SIZE)
        status = LG_E_SIZE;
    if (status == LG_OK && stride % sizeof(int64_t) != 0)
        status = LG_E_ARGUMENT;
    if (status == LG_OK) {
        add_profiles(&r.table, profiles, stride);
        judge_rows(&r, kernel, row_count);
    }
    if (error_count)
        *error_count = r.errors;
    return status;
}

lg_status lg_evaluate_columns(const lg_ruleset *rules, const lg_column *columns, uint32_t column_count,
                              const lg_default *defaults, uint32_t default_count, uint64_t row_count,
                              const lg_results *results, uint64_t *error_count)
{
    return lg__evaluate_columns(best_kernel(), rules, columns, column_count, defaults, default_count, row_count,
                                results, error_count);
}

lg_status lg_evaluate_profiles(const lg_ruleset *rules, const lg_profile *profiles, uint64_t stride,
                               const lg_default *defaults, uint32_t default_count, uint64_t row_count,
                               const lg_results *results, uint64_t *error_count)
{
    return lg__evaluate_profiles(best_kernel(), rules, profiles, stride, defaults, default_count, row_count, results,
                                 error_count);
}
