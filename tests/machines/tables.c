/* SPDX-License-Identifier: Apache-2.0 */
#include "tables.h"

#include <stdio.h>
#include <string.h>

#include "bytes.h"
#include "enterprises.h"

enum { OFFSET_MAX = 70, CELLS = TABLE_ROWS + OFFSET_MAX };

/* Whatever a column can hold. */
static union cells {
    uint8_t bytes[CELLS * 16];
    int64_t aligned;
} values[TABLE_COLUMNS];
static uint8_t validity[TABLE_COLUMNS][CELLS / 8 + 1];

static const struct {
    uint32_t size;
    const char *format;
    int64_t low, high; /* of whole numbers */
} TYPES[] = {
    [LG_TYPE_INT64] = {8, "l", INT64_MIN, INT64_MAX},
    [LG_TYPE_INT32] = {4, "i", INT32_MIN, INT32_MAX},
    [LG_TYPE_INT16] = {2, "s", INT16_MIN, INT16_MAX},
    [LG_TYPE_INT8] = {1, "c", INT8_MIN, INT8_MAX},
    [LG_TYPE_UINT64] = {8, "L", 0, INT64_MAX},
    [LG_TYPE_UINT32] = {4, "I", 0, UINT32_MAX},
    [LG_TYPE_UINT16] = {2, "S", 0, UINT16_MAX},
    [LG_TYPE_UINT8] = {1, "C", 0, UINT8_MAX},
    [LG_TYPE_BIT] = {0, "b", 0, 1},
    [LG_TYPE_FLOAT64] = {8, "g", -(INT64_C(1) << 53), INT64_C(1) << 53},
    [LG_TYPE_DECIMAL128] = {16, "d", -(INT64_C(1) << 56), INT64_C(1) << 56}, /* times 100 in 64 bits */
};

/* -------------------------------------------------------------------------------- cells */

static void put_bit(uint8_t *bits, uint64_t i, int bit)
{
    bits[i / 8] = (uint8_t)((bits[i / 8] & ~(1u << i % 8)) | (unsigned)bit << i % 8);
}

static int bit_of(const uint8_t *bits, uint64_t i) { return bits[i / 8] >> i % 8 & 1; }

static int is_big_endian(void)
{
    const uint16_t one = 1;
    return *(const uint8_t *)&one == 0;
}

static void put_wide(uint8_t *at, int64_t number)
{
    uint64_t words[2] = {(uint64_t)number, number < 0 ? UINT64_MAX : 0};
    memcpy(at, &words[is_big_endian()], 8);
    memcpy(at + 8, &words[!is_big_endian()], 8);
}

/* A number in the column's unit and scale, which its type can hold. */
static void put_number(const lg_column *column, uint8_t *cells, uint64_t element, int64_t number)
{
    uint32_t size = TYPES[column->type].size;
    uint8_t *at = cells + element * size;
    double real = (double)number;
    uint64_t whole = (uint64_t)number;
    if (column->type == LG_TYPE_BIT)
        put_bit(cells, element, number != 0);
    else if (column->type == LG_TYPE_FLOAT64)
        memcpy(at, &real, sizeof real);
    else if (column->type == LG_TYPE_DECIMAL128)
        put_wide(at, number);
    else
        memcpy(at, (const uint8_t *)&whole + (is_big_endian() ? 8 - size : 0), size);
}

/* The value in the column's unit, times ten to the scale; 0 if that is no whole number or its type cannot hold it. */
static int in_unit(const lg_column *column, int64_t value, int64_t *number)
{
    const lg_unit_info *unit = lg_unit_describe(column->unit);
    int64_t factor = unit ? unit->factor : 1;
    for (int32_t i = 0; i < column->scale; i++) {
        if (factor % 10 == 0)
            factor /= 10;
        else
            value *= 10;
    }
    *number = value / factor;
    return value % factor == 0 && *number >= TYPES[column->type].low && *number <= TYPES[column->type].high;
}

/* ------------------------------------------------------------------------------- columns */

static int64_t value_of(const lg_profile *profile, uint32_t fact, int32_t *known)
{
    int64_t value;
    demand(lg_profile_get(profile, fact, &value, known) == LG_OK, "a fact could not be read");
    return value;
}

static int holds_all(const lg_column *column, const lg_profile *profiles, uint32_t rows)
{
    for (uint32_t row = 0; row < rows; row++) {
        int64_t number;
        int32_t known;
        int64_t value = value_of(&profiles[row], column->fact, &known);
        if (known && !in_unit(column, value, &number))
            return 0;
    }
    return 1;
}

/* How far the point moves from the canonical unit to this one, -1 if that does not do. */
static int32_t places_of(const lg_unit_info *unit)
{
    int32_t places = 0;
    int64_t factor = unit->factor;
    for (; factor % 10 == 0; factor /= 10)
        places++;
    return factor == 1 ? places : -1;
}

static const lg_unit_info *some_unit(lg_unit canonical)
{
    const lg_unit_info *unit;
    do
        unit = lg_unit_describe(1 + (lg_unit)chance(LG_UNIT_CLASS));
    while (unit->canonical != canonical);
    return unit;
}

/* Labels on columns of Arrow name the unit, and take no other than these types. */
static void choose_type(lg_column *column, const lg_profile *profiles, uint32_t rows)
{
    lg_unit canonical = lg_fact_describe(column->fact)->unit;
    for (int tries = 0; tries < 6; tries++) {
        const lg_unit_info *unit = some_unit(canonical);
        column->type = 1 + (lg_type)chance(LG_TYPE_DECIMAL128);
        column->unit = unit->unit;
        column->scale = 0;
        if (column->type == LG_TYPE_DECIMAL128)
            column->scale = (places_of(unit) > 0 ? places_of(unit) : 0) + (int32_t)chance(3);
        if ((column->type != LG_TYPE_BIT || canonical == LG_UNIT_FLAG) && holds_all(column, profiles, rows))
            return;
    }
    column->type = LG_TYPE_INT64;
    column->unit = canonical;
    column->scale = 0;
}

static void fill_column(table *t, const lg_profile *profiles, uint32_t spoiled_in)
{
    uint32_t c = t->column_count++;
    lg_column *column = &t->columns[c];
    for (uint32_t row = 0; row < t->rows; row++) {
        uint64_t element = (uint64_t)column->offset + row;
        int32_t known;
        int64_t number, value = value_of(&profiles[row], column->fact, &known);
        demand(in_unit(column, value, &number) || !known, "a column cannot hold its values");
        if (known && spoiled_in > 0 && column->type != LG_TYPE_BIT && chance(spoiled_in) == 0)
            number = chance(2) ? TYPES[column->type].high : TYPES[column->type].low;
        put_number(column, values[c].bytes, element, number);
        put_bit(validity[c], element, known);
    }
    column->values = values[c].bytes;
    column->validity = validity[c];
}

void make_table(table *t, const lg_profile *profiles, uint32_t rows, uint32_t spoiled_in)
{
    uint32_t facts = lg_fact_count(), start = chance(facts);
    memset(t, 0, sizeof *t);
    demand(rows <= TABLE_ROWS && facts <= TABLE_COLUMNS, "a table is too large");
    t->rows = rows;
    for (uint32_t i = 0; i < facts; i++) {
        lg_column *column = &t->columns[t->column_count];
        column->fact = (start + i) % facts;
        column->offset = (int64_t)chance(OFFSET_MAX);
        choose_type(column, profiles, rows);
        fill_column(t, profiles, spoiled_in);
    }
}

/* --------------------------------------------------------------------------------- Arrow */

static struct ArrowSchema schemas[TABLE_COLUMNS], *schema_pointers[TABLE_COLUMNS];
static struct ArrowArray arrays[TABLE_COLUMNS], *array_pointers[TABLE_COLUMNS];
static const void *buffers[TABLE_COLUMNS + 1][2];
static char names[TABLE_COLUMNS][64], formats[TABLE_COLUMNS][16];

/* The memory is static: nothing is to be freed. */
static void release_schema(struct ArrowSchema *schema) { schema->release = NULL; }
static void release_array(struct ArrowArray *array) { array->release = NULL; }

static void arrow_column(const table *t, uint32_t c, uint32_t first)
{
    const lg_column *column = &t->columns[c];
    snprintf(names[c], sizeof names[c], "%s%s", lg_fact_describe(column->fact)->name,
             lg_unit_describe(column->unit)->suffix);
    snprintf(formats[c], sizeof formats[c], column->type == LG_TYPE_DECIMAL128 ? "d:38,%d" : "%.0d%s",
             column->type == LG_TYPE_DECIMAL128 ? (int)column->scale : 0, TYPES[column->type].format);
    schemas[c].format = formats[c];
    schemas[c].name = names[c];
    schemas[c].flags = ARROW_FLAG_NULLABLE;
    schemas[c].release = release_schema;
    buffers[c][0] = column->validity;
    buffers[c][1] = column->values;
    arrays[c].null_count = -1;
    arrays[c].offset = column->offset + first;
    arrays[c].n_buffers = 2;
    arrays[c].buffers = buffers[c];
    arrays[c].release = release_array;
    schema_pointers[c] = &schemas[c];
    array_pointers[c] = &arrays[c];
}

void make_arrow(table *t, uint32_t first, uint32_t end)
{
    static const struct ArrowSchema NO_SCHEMA;
    static const struct ArrowArray NO_ARRAY;
    for (uint32_t c = 0; c < t->column_count; c++) {
        arrow_column(t, c, first);
        arrays[c].length = end - first;
    }
    t->schema = NO_SCHEMA;
    t->schema.format = "+s";
    t->schema.name = "";
    t->schema.n_children = t->column_count;
    t->schema.children = schema_pointers;
    t->schema.release = release_schema;
    t->array = NO_ARRAY;
    t->array.length = end - first;
    t->array.n_buffers = 1;
    t->array.buffers = buffers[TABLE_COLUMNS];
    t->array.n_children = t->column_count;
    t->array.children = array_pointers;
    t->array.release = release_array;
}

/* ------------------------------------------------------------------------------- results */

static void bytes_range(const struct ArrowSchema *schema, const struct ArrowArray *array, int64_t first, int64_t end);

static void bytes_word(const struct ArrowArray *array, int64_t at)
{
    const int32_t *offsets = array->buffers[1];
    bytes_text((const char *)array->buffers[2] + offsets[at], (uint64_t)(offsets[at + 1] - offsets[at]));
}

static void bytes_list(const struct ArrowSchema *schema, const struct ArrowArray *array, int64_t at)
{
    const int32_t *offsets = array->buffers[1];
    bytes_64((uint64_t)(offsets[at + 1] - offsets[at]));
    bytes_range(schema->children[0], array->children[0], offsets[at], offsets[at + 1]);
}

static void bytes_cell(const struct ArrowSchema *schema, const struct ArrowArray *array, int64_t at)
{
    if (strcmp(schema->format, "c") == 0 && schema->dictionary)
        bytes_word(array->dictionary, array->dictionary->offset + ((const int8_t *)array->buffers[1])[at]);
    else if (strcmp(schema->format, "i") == 0)
        bytes_32((uint32_t)((const int32_t *)array->buffers[1])[at]);
    else if (strcmp(schema->format, "u") == 0)
        bytes_word(array, at);
    else if (strcmp(schema->format, "+l") == 0)
        bytes_list(schema, array, at);
    else
        demand(0, "a result has a type that is not known here");
}

static void bytes_range(const struct ArrowSchema *schema, const struct ArrowArray *array, int64_t first, int64_t end)
{
    for (int64_t row = first; row < end; row++) {
        int64_t at = array->offset + row;
        int known = !array->buffers[0] || bit_of(array->buffers[0], (uint64_t)at);
        bytes_8((uint32_t)known);
        if (known)
            bytes_cell(schema, array, at);
    }
}

void bytes_array(const struct ArrowSchema *schema, const struct ArrowArray *array)
{
    demand(array->n_children == schema->n_children && array->offset == 0, "a result is not as its type says");
    bytes_64((uint64_t)array->length);
    for (int64_t c = 0; c < array->n_children; c++) {
        const struct ArrowSchema *column = schema->children[c];
        bytes_text(column->name, strlen(column->name));
        bytes_text(column->format, strlen(column->format));
        bytes_range(column, array->children[c], 0, array->length);
    }
}
