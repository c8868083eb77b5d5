/* SPDX-License-Identifier: Apache-2.0 */
/* Flat tables: label columns as they came in, then columns of the command, as CSV or JSON lines. */
#ifndef CLI_FLAT_H
#define CLI_FLAT_H

#include <stdbool.h>
#include <stddef.h>

#include "cells.h"
#include "header.h"
#include "options.h"
#include "output.h"
#include "text.h"

/* FLAT_WORD and FLAT_LIST hold ASCII words, a list joined by ';' (an array in JSON); FLAT_NUMBER digits,
 * null in JSON where there are none. */
enum flat_kind { FLAT_WORD, FLAT_LIST, FLAT_NUMBER };

struct flat_column {
    const char *name;
    enum flat_kind kind;
};

struct flat {
    bool is_jsonl;
    struct cell_reader reader;
    const struct flat_column *columns;
    size_t count;
    const struct header *header;
};

void flat_begin(struct flat *flat, const struct options *options, const struct output *output,
                const struct header *header, const struct flat_column *columns, size_t count);

/* The line with the names of the columns; nothing for JSON lines. */
void flat_add_head(const struct flat *flat, struct text *text);

/* One row: as many labels as the header has, as many values as there are columns. */
void flat_add_row(const struct flat *flat, const struct span *labels, bool in_error, const struct text *values,
                  struct text *text);

/* Adds a word to a list. */
void flat_add_to_list(struct text *list, const char *word);

#endif
