/* SPDX-License-Identifier: Apache-2.0 */
/* The same enterprises as columns of every type and unit, and as an Arrow table over the same memory. */
#ifndef TABLES_H
#define TABLES_H

#include <littlegiant/arrow.h>

enum { TABLE_ROWS = 300, TABLE_COLUMNS = 128 };

typedef struct table {
    lg_column columns[TABLE_COLUMNS];
    uint32_t column_count, rows;
    struct ArrowSchema schema;
    struct ArrowArray array;
} table;

/* Columns in types at random for all facts. There is one such table at a time: it lies in static memory. Of the
 * known cells one in `spoiled_in` is made impossible (0: none). */
void make_table(table *t, const lg_profile *profiles, uint32_t rows, uint32_t spoiled_in);

/* An Arrow table of rows first to end - 1. */
void make_arrow(table *t, uint32_t first, uint32_t end);

/* Writes every cell of an array as bytes, with names, types and nulls. */
void bytes_array(const struct ArrowSchema *schema, const struct ArrowArray *array);

#endif
