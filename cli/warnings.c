/* SPDX-License-Identifier: Apache-2.0 */
/* Looks for what is odd and says so. */
#include "warnings.h"

#include <stdlib.h>

#include "factset.h"
#include "faults.h"

/* A spreadsheet leaves rows of empty cells behind its table. They are rows all the same, but hardly
 * enterprises. */
static void warn_of_empty_row(struct remarks *remarks, uint64_t line, const struct parser *parser)
{
    size_t i;

    for (i = 0; i < parser->count; i++) {
        struct span cell = parser_cell(parser, i);
        size_t at = 0;
        while (at < cell.length && (cell.bytes[at] == ' ' || cell.bytes[at] == '\t'))
            at++;
        if (at < cell.length)
            return;
    }
    text_clear(&remarks->sentence);
    text_add_string(&remarks->sentence, "every cell is empty; is this an enterprise?");
    remarks_add_warning(remarks, line);
}

/* ---------------------------------------------------------- quotes that run over lines */

/* Commas on the first and on the last line of a cell, and the most on one in between. */
struct line_commas {
    size_t first;
    size_t between;
    size_t last;
    bool has_lines;
};

static struct line_commas count_commas(struct span cell)
{
    struct line_commas commas = {0};
    size_t i;

    for (i = 0; i < cell.length; i++) {
        if (cell.bytes[i] != '\n' && cell.bytes[i] != '\r') {
            commas.last += cell.bytes[i] == ',';
            continue;
        }
        if (!commas.has_lines)
            commas.first = commas.last;
        else if (commas.last > commas.between)
            commas.between = commas.last;
        commas.has_lines = true;
        commas.last = 0;
    }
    return commas;
}

/* Whether whole rows stand in the cell, or the cell joins the head of one row to the tail of another. */
static bool looks_like_rows(struct span cell, size_t column, size_t separators)
{
    struct line_commas commas = count_commas(cell);

    if (!commas.has_lines || separators == 0)
        return false;
    return commas.between >= separators || commas.last >= separators ||
           (commas.first + commas.last > 0 && column + commas.first >= separators && commas.last >= column);
}

/* A label that holds what looks like whole rows fits the header all the same; only a person can
 * tell whether they were meant as rows. */
static void warn_of_swallowed_rows(struct remarks *remarks, uint64_t line, const struct header *header,
                                   const struct parser *parser)
{
    size_t i;

    for (i = 0; i < header->label_count; i++) {
        size_t column = header->label_columns[i];
        if (!looks_like_rows(parser_cell(parser, column), column, header->count - 1))
            continue;
        fault_begin_column(&remarks->sentence, header, column);
        text_add_excerpt(&remarks->sentence, parser_cell(parser, column));
        text_add_string(&remarks->sentence, " holds lines that look like rows; is a quote missing?");
        remarks_add_warning(remarks, line + parser_lines_before(parser, column));
    }
}

void warn_of_record(struct remarks *remarks, const struct record *record, const struct header *header,
                    const struct parser *parser)
{
    if (record->lines > 1)
        warn_of_swallowed_rows(remarks, record->line, header, parser);
    warn_of_empty_row(remarks, record->line, parser);
}

/* ------------------------------------------------------------ facts that contradict each other */

static void add_fact(struct text *sentence, uint32_t fact, const lg_profile *profile, const uint64_t filled[4])
{
    int64_t value = 0;
    int32_t known = 0;

    lg_profile_get(profile, fact, &value, &known);
    if (!known)
        return;
    column_add_fact(sentence, fact, value);
    text_add_string(sentence, factset_has(filled, fact) ? " (assumed)" : "");
}

static void warn_of_issue(struct remarks *remarks, uint64_t line, const lg_issue *issue, const lg_profile *profile,
                          const uint64_t filled[4])
{
    struct text *sentence = &remarks->sentence;

    text_clear(sentence);
    add_fact(sentence, issue->fact, profile, filled);
    if (issue->other != LG_FACT_NONE) {
        text_add_string(sentence, ", ");
        add_fact(sentence, issue->other, profile, filled);
    }
    text_add_format(sentence, ": %s", issue->text);
    remarks_add_warning(remarks, line);
}

/* Nearly every profile is without an issue, so that none is asked for at first. */
void warn_of_facts(struct remarks *remarks, uint64_t line, const lg_profile *profile, const uint64_t filled[4])
{
    lg_issue *issues;
    uint32_t count = 0;
    uint32_t i;

    lg_profile_check(profile, NULL, 0, &count);
    if (count == 0)
        return;
    issues = memory_get(count, sizeof *issues);
    lg_profile_check(profile, issues, count, &count);
    for (i = 0; i < count; i++)
        warn_of_issue(remarks, line, &issues[i], profile, filled);
    free(issues);
}
