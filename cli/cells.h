/* SPDX-License-Identifier: Apache-2.0 */
/* Cells of CSV output (RFC 4180). */
#ifndef CLI_CELLS_H
#define CLI_CELLS_H

#include <stdbool.h>

#include "text.h"

/* In quotes only where it needs them. */
void cell_add(struct text *text, struct span cell);

/* A label goes to a file or program as it is; a terminal must not be steered by it, and what was
 * not UTF-8 (in a row in error) does not become so by being passed on. */
void cell_add_label(struct text *text, struct span label, bool to_terminal, bool in_error);

#endif
