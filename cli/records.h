/* SPDX-License-Identifier: Apache-2.0 */
/* The input cut into records (RFC 4180), which are taken apart elsewhere. A record that cannot be read costs its first
 * physical line only: the next one begins on the line after it, so that a forgotten quote swallows no other row. */
#ifndef CLI_RECORDS_H
#define CLI_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "parser.h"
#include "source.h"
#include "text.h"

struct header;

struct record {
    struct span bytes;   /* as it stands in the file, with its line ends; of a faulty one what is kept of it */
    uint64_t line;       /* first physical line */
    uint64_t lines;      /* physical lines in it */
    const char *fault;   /* why it cannot be read, NULL if it can */
    uint64_t fault_line; /* physical line that shows it */
};

struct records {
    struct source *source;
    const struct header *header; /* what records must fit to go over several lines; NULL until it has been read */
    struct parser parser;        /* for records that do not end with their first line */
    struct text fault;           /* of the record read last */
    uint64_t line;               /* the next physical line */
    size_t held;                 /* bytes of the source that the next call lets go */
    bool in_long_line;           /* and everything else up to the end of the line */
};

enum record_result {
    RECORD_READ,
    RECORD_PENDING, /* the next one is not held and would have to be waited for */
    RECORD_END,
    RECORD_FAILED /* the source cannot be read */
};

void records_begin(struct records *records, struct source *source);
void records_end(struct records *records);

/* The next record; blank lines are passed over. Its bytes and its fault stay until the next call. Where nothing is to
 * be waited for, that ends with RECORD_PENDING instead; only a record that was begun is read to its end. */
enum record_result records_next(struct records *records, enum source_patience patience, struct record *record);

#endif
