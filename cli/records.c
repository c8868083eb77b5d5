/* SPDX-License-Identifier: Apache-2.0 */
/* Finds where records begin and end. Most are one line, which the quotes in it show without a parser. */
#include "records.h"

#include <string.h>

#include "encoding.h"
#include "faults.h"

enum { LONG_LINE_BEGINNING = 65536 };

void records_begin(struct records *records, struct source *source)
{
    memset(records, 0, sizeof *records);
    records->source = source;
    records->line = 1;
    parser_begin(&records->parser);
}

void records_end(struct records *records)
{
    parser_end(&records->parser);
    text_free(&records->fault);
}

/* Ends the record after so many bytes and lines of what is held. */
static enum record_result take(struct records *records, struct record *record, size_t length, uint64_t lines)
{
    record->bytes.bytes = source_bytes(records->source);
    record->bytes.length = length;
    record->lines = lines;
    records->held = length;
    records->line += lines;
    return RECORD_READ;
}

/* Keeps the first line of a record that cannot be read; the others will be read as records of their own. */
static enum record_result take_faulty(struct records *records, struct record *record, size_t first_length,
                                      uint64_t fault_line)
{
    record->fault = text_string(&records->fault);
    record->fault_line = fault_line;
    return take(records, record, first_length, 1);
}

/* -------------------------------------------------------------- records over several lines */

struct progress_in_record {
    size_t first_length; /* bytes of its first line */
    size_t first_cells;  /* cells that were complete on it */
    size_t length;
    uint64_t lines;
};

static bool has_line_end(struct span cell)
{
    return memchr(cell.bytes, '\n', cell.length) != NULL || memchr(cell.bytes, '\r', cell.length) != NULL;
}

static bool fact_has_line_end(const struct records *records)
{
    size_t i;

    for (i = 0; i < records->header->count; i++) {
        if (records->header->columns[i].label == LABEL_COUNT && has_line_end(parser_cell(&records->parser, i)))
            return true;
    }
    return false;
}

/* A record over several lines that does not fit the header shows a quote too many or too few, and bytes that are no
 * text may be what opened the quotes. Its other lines must not go down with it. */
static enum record_result take_lines(struct records *records, struct record *record,
                                     const struct progress_in_record *so_far)
{
    struct span bytes = {source_bytes(records->source), so_far->length};
    const char *fault = encoding_fault(bytes);
    const struct parser *parser = &records->parser;

    if (records->header == NULL)
        return take(records, record, so_far->length, so_far->lines);
    if (fault != NULL) {
        size_t column = fault_of_encoding(&records->fault, records->header, parser, fault);
        return take_faulty(records, record, so_far->first_length, record->line + parser_lines_before(parser, column));
    }
    if (parser->count == records->header->count && !fact_has_line_end(records))
        return take(records, record, so_far->length, so_far->lines);
    fault_of_lines(&records->fault, parser->count, record->line + so_far->lines - 1);
    return take_faulty(records, record, so_far->first_length, record->line);
}

/* Parses the line that begins behind what has been read of the record. */
static bool add_line(struct records *records, struct progress_in_record *so_far, size_t length)
{
    struct span line = {source_bytes(records->source) + so_far->length, length};
    bool well_formed = parser_add_line(&records->parser, line);

    so_far->length += length;
    if (so_far->lines++ == 0) {
        so_far->first_length = length;
        so_far->first_cells = records->parser.count;
    }
    return well_formed;
}

static enum record_result take_open(struct records *records, struct record *record,
                                    const struct progress_in_record *so_far)
{
    fault_of_open_quote(&records->fault, records->header, so_far->first_cells);
    return take_faulty(records, record, so_far->first_length, record->line);
}

/* A quote is open at the end of the first line, or something is wrong with the quotes on it. */
static enum record_result read_lines(struct records *records, struct record *record, size_t length)
{
    struct progress_in_record so_far = {0};

    parser_start(&records->parser);
    for (;;) {
        if (!add_line(records, &so_far, length)) {
            fault_of_quotes(&records->fault, records->header, so_far.first_cells);
            return take_faulty(records, record, so_far.first_length, record->line);
        }
        if (records->parser.complete)
            return take_lines(records, record, &so_far);
        switch (source_line(records->source, so_far.length, SOURCE_PATIENT, &length)) {
        case SOURCE_FAILED:
            return RECORD_FAILED;
        case SOURCE_END:
            if (parser_finish(&records->parser))
                return take_lines(records, record, &so_far);
            return take_open(records, record, &so_far);
        case SOURCE_LINE:
            break;
        default:
            return take_open(records, record, &so_far);
        }
    }
}

/* ------------------------------------------------------------------------------ records */

static bool is_blank(const char *bytes, size_t length)
{
    size_t i = 0;

    while (i < length && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r' || bytes[i] == '\n'))
        i++;
    return i == length;
}

/* Whether the record ends with this line, on which it begins. Where quotes are well-formed, every one of them opens
 * or closes; where they are not, the line is all that is read as this record. */
static bool ends_here(const char *bytes, size_t length)
{
    size_t quotes = 0;
    size_t i;

    if (memchr(bytes, '"', length) == NULL)
        return true;
    for (i = 0; i < length; i++)
        quotes += bytes[i] == '"';
    return quotes % 2 == 0;
}

/* A line that is too long is passed over without being kept; its first cells name the row. */
static enum record_result take_long_line(struct records *records, struct record *record)
{
    fault_of_long_line(&records->fault);
    take_faulty(records, record, LONG_LINE_BEGINNING, record->line);
    records->in_long_line = true;
    return RECORD_READ;
}

static void let_go(struct records *records)
{
    source_release(records->source, records->held);
    records->held = 0;
    if (records->in_long_line)
        source_skip_line(records->source);
    records->in_long_line = false;
}

enum record_result records_next(struct records *records, enum source_patience patience, struct record *record)
{
    size_t length;

    if (records->in_long_line && patience == SOURCE_IMPATIENT)
        return RECORD_PENDING;
    for (;;) {
        let_go(records);
        memset(record, 0, sizeof *record);
        record->line = records->line;
        switch (source_line(records->source, 0, patience, &length)) {
        case SOURCE_FAILED:
            return RECORD_FAILED;
        case SOURCE_END:
            return RECORD_END;
        case SOURCE_PENDING:
            return RECORD_PENDING;
        case SOURCE_TOO_LONG:
            return take_long_line(records, record);
        case SOURCE_LINE:
            break;
        }
        if (is_blank(source_bytes(records->source), length))
            take(records, record, length, 1);
        else if (ends_here(source_bytes(records->source), length))
            return take(records, record, length, 1);
        else
            return read_lines(records, record, length);
    }
}
