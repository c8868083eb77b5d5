/* SPDX-License-Identifier: Apache-2.0 */
/* Maps the names in the header line to labels and facts and reports every name that is wrong. */
#include "header.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "encoding.h"
#include "message.h"

/* --------------------------------------------------------------- getting the header line */

/* Passes over a byte order mark; false if the beginning shows that the file is no text. */
static bool check_beginning(struct source *source)
{
    struct span beginning = source_peek(source);
    const char *suspicion = encoding_suspicion(beginning);

    if (suspicion != NULL) {
        message_file(source->name, "%s", suspicion);
        return false;
    }
    source_release(source, encoding_mark_length(beginning));
    return true;
}

/* The beginning of a line without end, to see whether it is text at all. */
static void report_long_line(const struct source *source)
{
    struct span beginning = {source_bytes(source), 0};
    const char *fault;

    beginning.length = source->end - source->start;
    fault = memchr(beginning.bytes, '\0', beginning.length) != NULL ? encoding_fault(beginning) : NULL;
    if (fault != NULL)
        message_file(source->name, "%s", fault);
    else
        message_line(source->name, 1, "error",
                     "the header line is longer than 1 MiB; a CSV table with one line per enterprise is wanted");
}

static void report_no_header(const struct source *source, enum record_result result)
{
    if (result == RECORD_FAILED)
        message_file(source->name, "cannot be read: %s", strerror(source->failure));
    else
        message_file(source->name, "is empty; a header line with column names is wanted first");
}

static void report_quotes(const struct source *source, uint64_t line)
{
    message_line(source->name, line, "error",
                 "the quotes in the header line do not match; a cell that begins with a quote ends with one, "
                 "and a quote inside it is written twice");
}

static bool check_text(const struct source *source, struct span bytes)
{
    const char *fault = encoding_fault(bytes);

    if (fault != NULL)
        message_file(source->name, "the header line %s", fault);
    return fault == NULL;
}

/* Leaves the cells of the header line in the parser of the records; gives the line, 0 after a message. */
static uint64_t read_header_record(struct records *records)
{
    enum record_result result;
    struct record record;

    if (!check_beginning(records->source))
        return 0;
    if (source_line(records->source, 0, SOURCE_PATIENT, &(size_t){0}) == SOURCE_TOO_LONG) {
        report_long_line(records->source);
        return 0;
    }
    result = records_next(records, SOURCE_PATIENT, &record);
    if (result != RECORD_READ) {
        report_no_header(records->source, result);
        return 0;
    }
    if (!check_text(records->source, record.bytes))
        return 0;
    if (record.fault == NULL && parser_read(&records->parser, record.bytes))
        return record.line;
    report_quotes(records->source, record.line);
    return 0;
}

/* ---------------------------------------------------------------------- mapping the names */

static char *trimmed_copy(struct span name)
{
    char *copy = memory_get(name.length + 1, 1);

    while (name.length > 0 && strchr(" \t\r\n", name.bytes[0]) != NULL) {
        name.bytes++;
        name.length--;
    }
    while (name.length > 0 && strchr(" \t\r\n", name.bytes[name.length - 1]) != NULL)
        name.length--;
    memcpy(copy, name.bytes, name.length);
    return copy;
}

static bool map_column(struct column *column, struct text *why)
{
    column->fact = LG_FACT_NONE;
    column->label = column_label(column->name);
    if (column->label < LABEL_COUNT)
        return true;
    if (*column->name != '\0')
        return column_find(column->name, true, &column->fact, &column->unit, why);
    text_add_string(why, "has no name; is there a comma too many in the header line?");
    return false;
}

/* The column before this one that holds the same, or this one's own index if there is none. */
static size_t find_twin(const struct header *header, size_t column)
{
    const struct column *that = &header->columns[column];
    size_t i;

    for (i = 0; i < column; i++) {
        const struct column *other = &header->columns[i];
        if (other->label == that->label && other->fact == that->fact)
            return i;
    }
    return column;
}

static void explain_twin(const struct header *header, size_t column, size_t twin, struct text *why)
{
    const struct column *that = &header->columns[column];

    if (strcmp(that->name, header->columns[twin].name) == 0)
        text_add_format(why, "occurs twice, first as column %zu; keep one", twin + 1);
    else
        text_add_format(why, "holds the same fact as column %zu (%s); keep one", twin + 1, header->columns[twin].name);
}

static void report_column(const struct records *records, uint64_t line, size_t column, const char *name,
                          const struct text *why)
{
    struct text message = {0};

    text_add_format(&message, "column %zu ", column + 1);
    text_add_excerpt(&message, span_of(name));
    text_add_format(&message, " %s", text_string(why));
    line += parser_lines_before(&records->parser, column);
    message_line(records->source->name, line, "error", text_string(&message));
    text_free(&message);
}

static void note_column(struct header *header, size_t column)
{
    if (header->columns[column].label == LABEL_COUNT)
        header->fact_count++;
    else
        header->label_columns[header->label_count++] = column;
}

/* Maps one column; false after a report. A column that could not be mapped is nobody's twin. */
static bool take_column(struct header *header, const struct records *records, uint64_t line, size_t column)
{
    struct column *that = &header->columns[column];
    struct text why = {0};
    bool mapped;
    size_t twin;

    that->name = trimmed_copy(parser_cell(&records->parser, column));
    mapped = map_column(that, &why);
    twin = mapped ? find_twin(header, column) : column;
    if (twin != column)
        explain_twin(header, column, twin, &why);
    if (mapped && twin == column)
        note_column(header, column);
    else
        report_column(records, line, column, that->name, &why);
    text_free(&why);
    return mapped && twin == column;
}

bool header_read(struct header *header, struct records *records)
{
    bool usable = true;
    uint64_t line;
    size_t i;

    memset(header, 0, sizeof *header);
    line = read_header_record(records);
    if (line == 0)
        return false;
    header->count = records->parser.count;
    header->columns = memory_get(header->count, sizeof *header->columns);
    for (i = 0; i < header->count; i++)
        usable &= take_column(header, records, line, i);
    if (usable && header->fact_count == 0) {
        message_line(records->source->name, line, "error",
                     "no column holds a fact; \"littlegiant facts\" lists the names there are");
        usable = false;
    }
    if (usable)
        records->header = header;
    return usable;
}

void header_free(struct header *header)
{
    size_t i;

    for (i = 0; i < header->count; i++)
        free(header->columns[i].name);
    free(header->columns);
}

const char *header_label_name(const struct header *header, size_t i)
{
    return header->columns[header->label_columns[i]].name;
}
