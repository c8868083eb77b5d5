/* SPDX-License-Identifier: Apache-2.0 */
/* The header line of a table: what each of its columns holds. */
#ifndef CLI_HEADER_H
#define CLI_HEADER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <littlegiant/littlegiant.h>

#include "columns.h"
#include "records.h"

struct column {
    char *name;
    uint32_t fact; /* LG_FACT_NONE in a label's column */
    lg_unit unit;
    uint32_t label; /* LABEL_COUNT in a fact's column */
};

struct header {
    struct column *columns;
    size_t count;
    size_t label_columns[LABEL_COUNT]; /* the columns that hold labels, as they stand in the input */
    size_t label_count;
    size_t fact_count;
};

/* Reads the header line; from then on records must fit it. If it is unusable, everything that is wrong with it is
 * told on standard error and false returned. */
bool header_read(struct header *header, struct records *records);
void header_free(struct header *header);

/* Name of the i-th label column. */
const char *header_label_name(const struct header *header, size_t i);

#endif
