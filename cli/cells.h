/* SPDX-License-Identifier: Apache-2.0 */
/* Cells of CSV output (RFC 4180). */
#ifndef CLI_CELLS_H
#define CLI_CELLS_H

#include <stdbool.h>

#include "text.h"

/* In quotes only where it needs them. */
void cell_add(struct text *text, struct span cell);

/* For whom labels are. */
struct cell_reader {
    bool is_terminal;    /* which must not be steered by them */
    bool takes_formulas; /* a spreadsheet, which may take a label for a formula: see cell_is_formula() */
};

/* A label goes to a file or program as it is, unless it is for one of these readers; and what was
 * not UTF-8 (in a row in error) does not become so by being passed on. */
void cell_add_label(struct text *text, struct span label, struct cell_reader reader, bool in_error);

/* Whether a spreadsheet may take a label for a formula: behind any spaces and apostrophes it begins with = + - @, with
 * one of these in its wide form, with a tab or a line end, and is no plain number such as -12.5. An apostrophe in front
 * makes it text; whoever drops the first apostrophe from every cell that is a formula without it has the labels back.
 */
bool cell_is_formula(struct span label);

#endif
