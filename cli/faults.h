/* SPDX-License-Identifier: Apache-2.0 */
/* What is wrong with a record that cannot be read as a row, in words; the texts are written anew. */
#ifndef CLI_FAULTS_H
#define CLI_FAULTS_H

#include <stddef.h>
#include <stdint.h>

#include "header.h"
#include "parser.h"
#include "text.h"

/* "column 3 (employees): ": where in the row. Nothing beyond the last column; header may be NULL. */
void fault_begin_column(struct text *text, const struct header *header, size_t column);

/* Quotes where RFC 4180 has none; a quote that is never closed, or not within the limit. */
void fault_of_quotes(struct text *text, const struct header *header, size_t column);
void fault_of_open_quote(struct text *text, const struct header *header, size_t column);

void fault_of_long_line(struct text *text);

/* A record over several lines that does not fit the header. */
void fault_of_lines(struct text *text, size_t cells, uint64_t last_line);

/* Bytes that are no text in UTF-8. Gives the column of the first cell that has them. */
size_t fault_of_encoding(struct text *text, const struct header *header, const struct parser *parser,
                         const char *fault);

/* More or fewer cells than the header has. */
void fault_of_count(struct text *text, const struct header *header, const struct parser *parser);

/* A cell that is no value of its fact. */
void fault_of_cell(struct text *text, const struct header *header, size_t column, lg_status status, struct span cell);

#endif
