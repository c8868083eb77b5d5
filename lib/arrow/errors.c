/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The column `error`. The sentences are made twice, to know their length and then to write them, so that nothing has
 * to grow; the engine names the errors of one stretch of rows at a time, and only where there are any.
 */
#include <string.h>

#include "batch.h"

#define STRETCH 256

/* One way through all rows. */
struct pass {
    const lg__batch_plan *plan;
    const lg_column *columns;
    const int8_t *statuses;
    uint64_t first_row;
    lg_row_error *errors; /* for one stretch: of every column in every row */
    int32_t *offsets;     /* where each sentence begins; NULL on the way that counts */
    lg__writer writer;
};

static void put_bound(lg__writer *writer, const lg_column *column, int64_t bound)
{
    char text[32];
    lg_fact_write(column->fact, column->unit, bound, text, sizeof text, NULL);
    lg__put(writer, text);
}

static void put_range(lg__writer *writer, const lg_column *column)
{
    const lg_fact *fact = &lg__facts[column->fact];
    lg__put(writer, " is out of range, from ");
    put_bound(writer, column, fact->minimum);
    lg__put(writer, " to ");
    put_bound(writer, column, fact->maximum);
}

/* The unit is named where it has a name in columns; a count or a flag is just a number. */
static void put_inexact(lg__writer *writer, const lg_column *column)
{
    const lg_unit_info *unit = lg_unit_describe(lg__facts[column->fact].unit);
    lg__put(writer, " is not a whole number");
    if (unit->suffix[0] == '\0')
        return;
    lg__put(writer, " of ");
    lg__put(writer, unit->name);
}

/* "column revenue_y1_yuan, row 17: 0.001 is not a whole number of fen" */
static void put_sentence(struct pass *pass, uint64_t row, const lg_row_error *error)
{
    const lg_column *column = &pass->columns[error->column];
    lg__writer *writer = &pass->writer;
    lg__words digits;
    lg__put(writer, "column ");
    lg__put_column(writer, column->fact, column->unit);
    SAY(writer, ", row ", lg__digits(&digits, (int64_t)(pass->first_row + row)), ": ");
    lg__put_cell(writer, column, row);
    if (!lg__cell_is_number(column, row))
        lg__put(writer, " is not a number; a value that is not known is null");
    else if (error->status == LG_E_INEXACT)
        put_inexact(writer, column);
    else
        put_range(writer, column);
}

/* The errors of a stretch of rows, in order of row and column. */
static uint64_t find_errors(struct pass *pass, uint64_t first, uint64_t rows)
{
    lg_column columns[LG__FACTS_MAX];
    lg_results results;
    uint64_t count;
    memcpy(columns, pass->columns, pass->plan->input_count * sizeof *columns);
    for (uint32_t i = 0; i < pass->plan->input_count; i++)
        columns[i].offset += (int64_t)first;
    memset(&results, 0, sizeof results);
    results.struct_size = (uint32_t)sizeof results;
    results.errors = pass->errors;
    results.error_capacity = STRETCH * pass->plan->input_count;
    lg_evaluate_columns(pass->plan->rules, columns, pass->plan->input_count, pass->plan->defaults,
                        pass->plan->default_count, rows, &results, &count);
    return count;
}

static int any_error(const int8_t *statuses, uint64_t rows)
{
    int any = 0;
    for (uint64_t i = 0; i < rows; i++)
        any |= statuses[i];
    return any != 0;
}

static void put_stretch(struct pass *pass, uint64_t first, uint64_t rows)
{
    uint64_t count = any_error(pass->statuses + first, rows) ? find_errors(pass, first, rows) : 0, next = 0;
    for (uint64_t i = 0; i < rows; i++) {
        const char *before = "";
        for (; next < count && pass->errors[next].row == i; next++) {
            lg__put(&pass->writer, before);
            put_sentence(pass, first + i, &pass->errors[next]);
            before = "; ";
        }
        if (pass->offsets)
            pass->offsets[first + i + 1] = (int32_t)pass->writer.length;
    }
}

static void put_rows(struct pass *pass, uint64_t rows)
{
    for (uint64_t first = 0; first < rows; first += STRETCH)
        put_stretch(pass, first, rows - first < STRETCH ? rows - first : STRETCH);
}

/* The array, with its sentences in it. */
static lg_status make_column(struct pass *pass, uint64_t rows, struct ArrowArray *array)
{
    pass->writer.text = NULL;
    pass->writer.capacity = pass->writer.length = 0;
    put_rows(pass, rows);
    if (pass->writer.length > INT32_MAX)
        return LG_E_CAPACITY;
    const lg__shape shape = {(int64_t)rows, 0, 3, 0, {rows / 8 + 1, (rows + 1) * sizeof(int32_t), pass->writer.length}};
    if (lg__node_new(array, &shape) != LG_OK)
        return LG_E_MEMORY;
    pass->writer.text = lg__node_buffer(array, 2);
    pass->writer.capacity = pass->writer.length;
    pass->writer.length = 0;
    pass->offsets = lg__node_buffer(array, 1);
    pass->offsets[0] = 0;
    put_rows(pass, rows);
    return LG_OK;
}

lg_status lg__error_column(const lg__batch_plan *plan, const lg_column *columns, const int8_t *statuses, int64_t rows,
                           uint64_t first_row, struct ArrowArray *array)
{
    struct pass pass = {plan, columns, statuses, first_row, NULL, NULL, {NULL, 0, 0, LG_ENGLISH}};
    if (any_error(statuses, (uint64_t)rows)) {
        pass.errors = lg__allocate(sizeof(lg_row_error) * STRETCH * plan->input_count);
        if (!pass.errors)
            return LG_E_MEMORY;
    }
    lg_status status = make_column(&pass, (uint64_t)rows, array);
    lg__free(pass.errors);
    return status;
}
