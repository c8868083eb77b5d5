/* SPDX-License-Identifier: Apache-2.0 */
/* The input as CSV records (RFC 4180). A record that cannot be read costs its first physical line
 * only: reading resumes at the next one, so that a forgotten quote swallows no other row. */
#ifndef CLI_RECORDS_H
#define CLI_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <csv.h>

#include "source.h"
#include "text.h"

struct cell {
    size_t offset; /* in the bytes of the record's cells */
    size_t length;
    uint64_t line; /* physical line on which it begins */
};

struct records {
    struct source *source;
    struct csv_parser parser;
    struct text bytes; /* of all cells, one after the other */
    struct cell *cells;
    size_t count;
    size_t room;
    uint64_t line;       /* first physical line of the record */
    uint64_t lines;      /* physical lines of the record */
    size_t held;         /* bytes of the source that the next call lets go */
    bool complete;       /* the parser has seen the end of the record */
    uint64_t cell_line;  /* where the cell being read began */
    size_t first_length; /* bytes and cells of the first physical line */
    size_t first_count;
};

enum record_result {
    RECORD_READ,
    RECORD_QUOTES,   /* quotes in places where RFC 4180 has none */
    RECORD_UNCLOSED, /* a quote is never closed, or not within SOURCE_LIMIT */
    RECORD_TOO_LONG, /* one physical line longer than SOURCE_LIMIT */
    RECORD_END,
    RECORD_FAILED /* the source cannot be read */
};

void records_begin(struct records *records, struct source *source);
void records_end(struct records *records);

/* The next record; blank lines are passed over. Of one that cannot be read, the cells are there
 * that were complete on its first physical line. */
enum record_result records_next(struct records *records);

/* Bytes of a cell; empty for a cell the record does not have. */
struct span records_cell(const struct records *records, size_t cell);

/* The record as it stands in the file; empty for RECORD_TOO_LONG. */
struct span records_raw(const struct records *records);

/* Keeps the first physical line of the record just read and gives the others back, to be read as
 * records of their own. */
void records_give_back(struct records *records);

#endif
