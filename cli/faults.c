/* SPDX-License-Identifier: Apache-2.0 */
/* Says what is wrong with a record and what would be right. */
#include "faults.h"

#include "encoding.h"

void fault_begin_column(struct text *text, const struct header *header, size_t column)
{
    text_clear(text);
    if (header != NULL && column < header->count)
        text_add_format(text, "column %zu (%s): ", column + 1, header->columns[column].name);
}

void fault_of_quotes(struct text *text, const struct header *header, size_t column)
{
    fault_begin_column(text, header, column);
    text_add_string(text, "the quotes do not match; a cell that begins with a quote ends with one, a quote inside "
                          "it is written twice, and no other cell has quotes; reading goes on at the next line");
}

void fault_of_open_quote(struct text *text, const struct header *header, size_t column)
{
    fault_begin_column(text, header, column);
    text_add_string(text, "a quote is opened and never closed, or not within 1 MiB; "
                          "reading goes on at the next line");
}

void fault_of_long_line(struct text *text)
{
    text_clear(text);
    text_add_string(text, "the line is longer than 1 MiB and was passed over");
}

void fault_of_lines(struct text *text, size_t cells, uint64_t last_line)
{
    text_clear(text);
    text_add_format(text,
                    "the quotes make this a row of %zu cells up to line %llu, which does not fit the header line; is "
                    "a quote missing? reading goes on at the next line",
                    cells, (unsigned long long)last_line);
}

size_t fault_of_encoding(struct text *text, const struct header *header, const struct parser *parser, const char *fault)
{
    size_t column = 0;

    while (column + 1 < parser->count && encoding_fault(parser_cell(parser, column)) == NULL)
        column++;
    fault_begin_column(text, header, column);
    text_add_excerpt(text, parser_cell(parser, column));
    text_add_format(text, " %s", fault);
    return column;
}

void fault_of_count(struct text *text, const struct header *header, const struct parser *parser)
{
    text_clear(text);
    text_add_string(text, "the row has ");
    text_add_plural(text, parser->count, "cell", "cells");
    text_add_string(text, ", the header line has ");
    text_add_plural(text, header->count, "column", "columns");
    if (parser->count > header->count) {
        text_add_string(text, "; the first one too many is ");
        text_add_excerpt(text, parser_cell(parser, header->count));
        text_add_string(text, " (a cell with a comma in it must stand in quotes)");
    } else {
        text_add_format(text, "; the row ends after column %zu (%s)", parser->count,
                        header->columns[parser->count - 1].name);
    }
}

void fault_of_cell(struct text *text, const struct header *header, size_t column, lg_status status, struct span cell)
{
    const struct column *that = &header->columns[column];

    fault_begin_column(text, header, column);
    text_add_excerpt(text, cell);
    text_add_string(text, " ");
    column_add_refusal(text, status, that->fact, that->unit, cell);
}
