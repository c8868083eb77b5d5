/* SPDX-License-Identifier: Apache-2.0 */
/* Splits records whose quotes, if they have any, are where they should be. The CSV library says what those are whose
 * quotes are not, and whether a record goes on. */
#include "parser.h"

#include <stdlib.h>
#include <string.h>

enum { CELLS_AT_FIRST = 128, LIBRARY_STEP = 16384 };

/* In RFC 4180 a space is part of its cell; the library reads numbers with spaces around anyway. */
static int no_space(unsigned char character)
{
    (void)character;
    return 0;
}

static void begin_library(struct parser *parser)
{
    csv_init(&parser->csv, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_space_func(&parser->csv, no_space);
    csv_set_blk_size(&parser->csv, LIBRARY_STEP);
}

void parser_begin(struct parser *parser)
{
    memset(parser, 0, sizeof *parser);
    parser->room = CELLS_AT_FIRST;
    parser->ends = memory_get(parser->room, sizeof *parser->ends);
    begin_library(parser);
}

void parser_end(struct parser *parser)
{
    csv_free(&parser->csv);
    text_free(&parser->unquoted);
    free(parser->ends);
    parser->ends = NULL;
}

static void make_room(struct parser *parser, size_t cells)
{
    if (cells <= parser->room)
        return;
    while (parser->room < cells)
        parser->room *= 2;
    parser->ends = memory_resize(parser->ends, parser->room, sizeof *parser->ends);
}

/* ------------------------------------------------------------------------- plain records */

/* Without a quote in the line, every comma separates. That of the many places only those of commas are kept is no
 * branch: the next place is written over the last one that was none. */
static void split(struct parser *parser, struct span line)
{
    uint32_t *ends;
    size_t count = 0;
    size_t i;

    make_room(parser, line.length + 1);
    ends = parser->ends;
    for (i = 0; i < line.length; i++) {
        ends[count] = (uint32_t)i;
        count += line.bytes[i] == ',';
    }
    ends[count++] = (uint32_t)line.length;
    parser->bytes = line.bytes;
    parser->count = count;
}

static struct span without_line_end(struct span line)
{
    if (line.length > 0 && line.bytes[line.length - 1] == '\n')
        line.length--;
    if (line.length > 0 && line.bytes[line.length - 1] == '\r')
        line.length--;
    return line;
}

/* ------------------------------------------------------------------- records with quotes */

/* Both copy a cell that begins here and give the place behind it, or NULL where a quote is out of place. */
static const char *copy_quoted(const char *from, const char *end, char **to)
{
    for (from++; from < end; from++) {
        if (*from == '"' && (from + 1 == end || from[1] != '"'))
            return from + 1;
        from += *from == '"';
        *(*to)++ = *from;
    }
    return NULL;
}

static const char *copy_unquoted(const char *from, const char *end, char **to)
{
    for (; from < end && *from != ','; from++) {
        if (*from == '"')
            return NULL;
        *(*to)++ = *from;
    }
    return from;
}

/* False where a quote is out of place. */
static bool unquote(struct parser *parser, struct span record)
{
    const char *from = record.bytes;
    const char *end = from + record.length;
    char *to;

    parser->count = 0;
    text_clear(&parser->unquoted);
    text_reserve(&parser->unquoted, record.length);
    make_room(parser, record.length + 1);
    parser->bytes = to = parser->unquoted.bytes;
    for (;;) {
        from = from < end && *from == '"' ? copy_quoted(from, end, &to) : copy_unquoted(from, end, &to);
        if (from == NULL || (from < end && *from != ','))
            return false;
        parser->ends[parser->count++] = (uint32_t)(to - parser->bytes);
        if (from == end)
            break;
        *to++ = *from++;
    }
    *to = '\0';
    return true;
}

/* ---------------------------------------------------------------------------- the library */

static void take_cell(void *bytes, size_t length, void *data)
{
    struct parser *parser = data;

    make_room(parser, parser->count + 1);
    text_add(&parser->unquoted, bytes, length);
    parser->ends[parser->count++] = (uint32_t)parser->unquoted.length;
    text_add(&parser->unquoted, ",", 1);
}

static void take_record(int terminator, void *data)
{
    struct parser *parser = data;

    (void)terminator;
    parser->complete = true;
    parser->is_amid = false;
}

void parser_start(struct parser *parser)
{
    if (parser->is_amid) { /* in one that was given up */
        csv_free(&parser->csv);
        begin_library(parser);
    }
    parser->is_amid = true;
    parser->count = 0;
    parser->complete = false;
    text_clear(&parser->unquoted);
    parser->bytes = text_string(&parser->unquoted);
}

bool parser_add_line(struct parser *parser, struct span line)
{
    size_t parsed = csv_parse(&parser->csv, line.bytes, line.length, take_cell, take_record, parser);

    if (parsed != line.length && csv_error(&parser->csv) == CSV_ENOMEM)
        memory_is_out();
    parser->bytes = text_string(&parser->unquoted);
    return parsed == line.length;
}

bool parser_finish(struct parser *parser)
{
    bool is_closed = csv_fini(&parser->csv, take_cell, take_record, parser) == 0;

    if (!is_closed && csv_error(&parser->csv) == CSV_ENOMEM)
        memory_is_out();
    parser->bytes = text_string(&parser->unquoted);
    return is_closed;
}

bool parser_read(struct parser *parser, struct span record)
{
    struct span cells = without_line_end(record);

    if (memchr(cells.bytes, '"', cells.length) == NULL) {
        split(parser, cells);
        return true;
    }
    if (unquote(parser, cells))
        return true;
    parser_start(parser);
    return parser_add_line(parser, record) && (parser->complete || parser_finish(parser));
}

void parser_read_rest(struct parser *parser, struct span rest)
{
    parser_start(parser);
    parser_add_line(parser, rest);
}

/* ------------------------------------------------------------------------------- cells */

uint64_t parser_lines_before(const struct parser *parser, size_t cell)
{
    size_t end = cell == 0 || cell > parser->count ? 0 : parser->ends[cell - 1];
    uint64_t lines = 0;
    size_t i;

    for (i = 0; i < end; i++) /* CR LF is one line end */
        lines += parser->bytes[i] == '\n' || (parser->bytes[i] == '\r' && parser->bytes[i + 1] != '\n');
    return lines;
}
