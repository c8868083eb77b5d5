/* SPDX-License-Identifier: Apache-2.0 */
/* Feeds physical lines to the CSV parser until a record is complete, and recovers when it is not. */
#include "records.h"

#include <stdlib.h>
#include <string.h>

enum { CELLS_AT_FIRST = 128, LONG_LINE_BEGINNING = 65536, PARSER_STEP = 16384 };

/* In RFC 4180 a space is part of its cell; the library reads numbers with spaces around anyway. */
static int no_space(unsigned char character)
{
    (void)character;
    return 0;
}

static void begin_parser(struct records *records)
{
    csv_init(&records->parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_space_func(&records->parser, no_space);
    csv_set_blk_size(&records->parser, PARSER_STEP);
}

void records_begin(struct records *records, struct source *source)
{
    memset(records, 0, sizeof *records);
    records->source = source;
    records->room = CELLS_AT_FIRST;
    records->cells = memory_get(records->room, sizeof *records->cells);
    text_reserve(&records->bytes, 1);
    begin_parser(records);
}

void records_end(struct records *records)
{
    csv_free(&records->parser);
    text_free(&records->bytes);
    free(records->cells);
    records->cells = NULL;
}

/* ------------------------------------------------------------------------------ parsing */

static void take_cell(void *bytes, size_t length, void *data)
{
    struct records *records = data;
    struct cell *cell;

    if (records->count == records->room) {
        records->room *= 2;
        records->cells = memory_resize(records->cells, records->room, sizeof *records->cells);
    }
    cell = &records->cells[records->count++];
    cell->offset = records->bytes.length;
    cell->length = length;
    cell->line = records->cell_line;
    text_add(&records->bytes, bytes, length);
    records->cell_line = records->line + records->lines;
}

static void take_record(int terminator, void *data)
{
    struct records *records = data;

    (void)terminator;
    records->complete = true;
}

static bool parse(struct records *records, size_t offset, size_t length)
{
    const char *bytes = source_bytes(records->source) + offset;

    return csv_parse(&records->parser, bytes, length, take_cell, take_record, records) == length;
}

/* What is left of a record that cannot be read: its first line. */
static enum record_result recover(struct records *records, enum record_result fault)
{
    csv_free(&records->parser);
    begin_parser(records);
    records_give_back(records);
    return fault;
}

/* The last line of the file may have no end. */
static enum record_result finish_record(struct records *records)
{
    if (csv_fini(&records->parser, take_cell, take_record, records) != 0)
        return recover(records, RECORD_UNCLOSED);
    return RECORD_READ;
}

/* A record that its first line did not end: a quote is open, or the file ends here. */
static enum record_result continue_record(struct records *records)
{
    size_t length;

    for (;;) {
        switch (source_line(records->source, records->held, &length)) {
        case SOURCE_FAILED:
            return RECORD_FAILED;
        case SOURCE_TOO_LONG:
            return recover(records, RECORD_UNCLOSED);
        case SOURCE_END:
            return finish_record(records);
        case SOURCE_LINE:
            break;
        }
        if (!parse(records, records->held, length))
            return recover(records, RECORD_QUOTES);
        records->held += length;
        records->lines++;
        if (records->complete)
            return RECORD_READ;
    }
}

static enum record_result read_record(struct records *records, size_t length)
{
    bool well_formed = parse(records, 0, length);

    records->first_length = length;
    records->first_count = records->count;
    records->held = length;
    records->lines = 1;
    if (!well_formed)
        return recover(records, RECORD_QUOTES);
    return records->complete ? RECORD_READ : continue_record(records);
}

/* A line that is too long is passed over without being kept; its first cells name the row. */
static enum record_result pass_long_line(struct records *records)
{
    parse(records, 0, LONG_LINE_BEGINNING);
    records->first_length = 0;
    records->first_count = records->count;
    recover(records, RECORD_TOO_LONG);
    source_skip_line(records->source);
    return RECORD_TOO_LONG;
}

/* ------------------------------------------------------------------------------ records */

static bool is_blank(const char *bytes, size_t length)
{
    size_t i = 0;

    while (i < length && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r' || bytes[i] == '\n'))
        i++;
    return i == length;
}

/* Lets go of the last record and begins the next one on the line after it. */
static void begin_record(struct records *records)
{
    source_release(records->source, records->held);
    records->held = 0;
    records->line += records->lines;
    records->lines = 0;
    records->cell_line = records->line;
    records->count = 0;
    records->complete = false;
    text_clear(&records->bytes);
}

enum record_result records_next(struct records *records)
{
    size_t length;

    if (records->line == 0)
        records->lines = 1; /* the first record begins on line 1 */
    for (;;) {
        begin_record(records);
        switch (source_line(records->source, 0, &length)) {
        case SOURCE_FAILED:
            return RECORD_FAILED;
        case SOURCE_END:
            return RECORD_END;
        case SOURCE_TOO_LONG:
            return pass_long_line(records);
        case SOURCE_LINE:
            break;
        }
        if (!is_blank(source_bytes(records->source), length))
            return read_record(records, length);
        records->held = length;
        records->lines = 1;
    }
}

struct span records_cell(const struct records *records, size_t cell)
{
    struct span span = {"", 0};

    if (cell < records->count) {
        span.bytes = records->bytes.bytes + records->cells[cell].offset;
        span.length = records->cells[cell].length;
    }
    return span;
}

struct span records_raw(const struct records *records)
{
    struct span span;

    span.bytes = source_bytes(records->source);
    span.length = records->held;
    return span;
}

void records_give_back(struct records *records)
{
    records->held = records->first_length;
    records->count = records->first_count;
    records->lines = 1;
}
