/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The column `error`. The sentences are made twice, to know their length and then to write them, so that nothing has
 * to grow. What is wrong with a row is asked cell by cell of the conversion that the column engine uses.
 */
#include <string.h>

#include "../columns/block.h"
#include "batch.h"

/* One way through all rows. */
struct pass {
    const lg__batch_plan *plan;
    const lg_column *columns;
    const int8_t *statuses;
    uint64_t first_row;
    int32_t *offsets; /* where each sentence begins; NULL on the way that counts */
    lg__writer writer;
    lg__source sources[LG__FACT_COUNT]; /* of the columns */
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

/*
 * The unit is named where it has a name in columns; a count or a flag is just a number. The double nearest to an
 * amount is seldom the amount, so that a column of them is not to be mended value by value.
 */
static void put_inexact(lg__writer *writer, const lg_column *column)
{
    const lg_unit_info *unit = lg_unit_describe(lg__facts[column->fact].unit);
    lg__put(writer, " is not a whole number");
    if (unit->suffix[0] == '\0')
        return;
    lg__put(writer, " of ");
    lg__put(writer, unit->name);
    if (column->type == LG_TYPE_FLOAT64)
        lg__put(writer, "; the column holds floats, and should hold decimals");
}

/* "column revenue_y1_yuan, row 17: 0.001 is not a whole number of fen" */
static void put_sentence(struct pass *pass, uint64_t row, const lg_column *column, lg_status status)
{
    lg__writer *writer = &pass->writer;
    lg__snippet digits;
    lg__put(writer, "column ");
    lg__put_column(writer, column->fact, column->unit);
    SAY(writer, ", row ", lg__digits(&digits, (int64_t)(pass->first_row + row)), ": ");
    lg__put_cell(writer, column, row);
    if (!lg__cell_is_number(column, row))
        lg__put(writer, " is not a number; a value that is not known is null");
    else if (status == LG_E_INEXACT)
        put_inexact(writer, column);
    else
        put_range(writer, column);
}

static int is_known(const lg_column *column, uint64_t row)
{
    return !column->validity || lg__bit(column->validity, (uint64_t)column->offset + row);
}

/* All that is wrong with a row, in order of columns. */
static void put_row(struct pass *pass, uint64_t row)
{
    const char *before = "";
    for (uint32_t i = 0; i < pass->plan->input_count; i++) {
        const lg_column *column = &pass->columns[i];
        int64_t value;
        if (!is_known(column, row))
            continue;
        lg_status status = lg__source_cell(&pass->sources[i], column->fact, row, &value);
        if (status == LG_OK)
            continue;
        lg__put(&pass->writer, before);
        put_sentence(pass, row, column, status);
        before = "; ";
    }
}

static void put_rows(struct pass *pass, uint64_t rows)
{
    pass->writer.length = 0;
    for (uint64_t row = 0; row < rows; row++) {
        if (pass->statuses[row] != LG_OK)
            put_row(pass, row);
        if (pass->offsets)
            pass->offsets[row + 1] = (int32_t)pass->writer.length;
    }
}

lg_status lg__error_column(const lg__batch_plan *plan, const lg_column *columns, const int8_t *statuses, int64_t rows,
                           uint64_t first_row, struct ArrowArray *array)
{
    struct pass pass = {plan, columns, statuses, first_row, NULL, {NULL, 0, 0, LG_ENGLISH}, {{0}}};
    for (uint32_t i = 0; i < plan->input_count; i++)
        lg__source_open(&pass.sources[i], i, &columns[i]);
    put_rows(&pass, (uint64_t)rows);
    const lg__shape shape = {
        rows, 0, 3, 0, {(uint64_t)rows / 8 + 1, ((uint64_t)rows + 1) * sizeof(int32_t), pass.writer.length}};
    lg_status status = lg__node_new(array, &shape);
    if (status != LG_OK)
        return status;
    pass.writer.text = lg__node_buffer(array, 2);
    pass.writer.capacity = pass.writer.length;
    pass.offsets = lg__node_buffer(array, 1);
    pass.offsets[0] = 0;
    put_rows(&pass, (uint64_t)rows);
    return LG_OK;
}
