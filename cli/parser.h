/* SPDX-License-Identifier: Apache-2.0 */
/* Takes one record of CSV (RFC 4180) apart into its cells. */
#ifndef CLI_PARSER_H
#define CLI_PARSER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <csv.h>

#include "text.h"

/* The cells of the record read last. They stand one after the other with one byte between them, either in the
 * record itself or, where quotes had to be taken away, in a copy. */
struct parser {
    const char *bytes;
    uint32_t *ends; /* of every cell, as offset in bytes */
    size_t count;   /* cells */
    size_t room;    /* for ends */
    bool complete;  /* the end of the record was seen */
    bool is_amid;   /* the library is within a record */
    struct text unquoted;
    struct csv_parser csv;
};

void parser_begin(struct parser *parser);
void parser_end(struct parser *parser);

/* Reads a whole record; its last line may have no end. False if its quotes stand where RFC 4180 has none: the cells
 * before that place are there. The bytes must stay where they are as long as the cells are wanted. */
bool parser_read(struct parser *parser, struct span record);

/* Reads what is left of a record that cannot be read, its first line or the beginning of that: the cells whose end is
 * there. */
void parser_read_rest(struct parser *parser, struct span rest);

/* Reads a record whose end is not known yet, line by line until it is complete; false as above. */
void parser_start(struct parser *parser);
bool parser_add_line(struct parser *parser, struct span line);

/* The file ends here; false if a quote is still open. */
bool parser_finish(struct parser *parser);

/* Bytes of a cell; empty for a cell the record does not have. */
static inline struct span parser_cell(const struct parser *parser, size_t cell)
{
    struct span span = {"", 0};
    size_t start;

    if (cell >= parser->count)
        return span;
    start = cell == 0 ? 0 : parser->ends[cell - 1] + (size_t)1;
    span.bytes = parser->bytes + start;
    span.length = parser->ends[cell] - start;
    return span;
}

/* Line ends within the cells before this one: it begins so many lines below the record. */
uint64_t parser_lines_before(const struct parser *parser, size_t cell);

#endif
