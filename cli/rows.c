/* SPDX-License-Identifier: Apache-2.0 */
/* Reads records into profiles, judges them, and reports rows that are in error or odd. */
#include "rows.h"

#include <stdlib.h>
#include <string.h>

#include "encoding.h"
#include "message.h"

enum { ISSUES_AT_FIRST = 16 };

void judge_begin(struct judge *judge, const lg_ruleset *rules, const struct assumptions *assumptions,
                 const struct header *header, struct records *records)
{
    judge_begin_reading(judge, &rules, 1, assumptions, header, records);
    judge->rules = rules;
    judge->about = lg_ruleset_describe(rules);
    judge->row.finding_count = judge->about->criterion_count;
    judge->row.findings = memory_get(judge->row.finding_count, sizeof *judge->row.findings);
}

void judge_begin_reading(struct judge *judge, const lg_ruleset *const *bases, size_t count,
                         const struct assumptions *assumptions, const struct header *header, struct records *records)
{
    uint32_t facts = lg_fact_count();

    memset(judge, 0, sizeof *judge);
    for (; judge->base_count < count; judge->base_count++)
        judge->bases[judge->base_count] = bases[judge->base_count];
    judge->assumptions = assumptions;
    judge->header = header;
    judge->records = records;
    judge->row.profile = memory_get(1, lg_profile_size());
    judge->row.missing = memory_get(facts, sizeof *judge->row.missing);
    judge->row.assumed = memory_get(facts, sizeof *judge->row.assumed);
    judge->issue_room = ISSUES_AT_FIRST;
    judge->issues = memory_get(judge->issue_room, sizeof *judge->issues);
}

void judge_end(struct judge *judge)
{
    free(judge->row.profile);
    free(judge->row.findings);
    free(judge->row.missing);
    free(judge->row.assumed);
    free(judge->issues);
    text_free(&judge->row.errors);
    text_free(&judge->row.warnings);
    text_free(&judge->scratch);
}

struct span judge_label(const struct judge *judge, size_t i)
{
    return records_cell(judge->records, judge->header->label_columns[i]);
}

/* --------------------------------------------------------------------------- reporting */

/* Tells what stands in the scratch text and keeps it with the row. */
static void report_error(struct judge *judge, uint64_t line)
{
    message_line(judge->records->source->name, line, "error", text_string(&judge->scratch));
    text_add_format(&judge->row.errors, "%s\n", text_string(&judge->scratch));
    text_clear(&judge->scratch);
    judge->row.in_error = true;
}

void judge_refuse(struct judge *judge, const char *why)
{
    text_clear(&judge->scratch);
    text_add_string(&judge->scratch, why);
    report_error(judge, judge->row.line);
}

static void report_warning(struct judge *judge, uint64_t line)
{
    message_line(judge->records->source->name, line, "warning", text_string(&judge->scratch));
    text_add_format(&judge->row.warnings, "%s\n", text_string(&judge->scratch));
    text_clear(&judge->scratch);
}

/* "column 3 (employees): ": where in the row. */
static void begin_column(struct judge *judge, size_t column)
{
    text_clear(&judge->scratch);
    if (column < judge->header->count)
        text_add_format(&judge->scratch, "column %zu (%s): ", column + 1, judge->header->columns[column].name);
}

static void report_record(struct judge *judge, enum record_result fault)
{
    struct text *text = &judge->scratch;

    begin_column(judge, judge->records->count);
    switch (fault) {
    case RECORD_UNCLOSED:
        text_add_string(text, "a quote is opened and never closed, or not within 1 MiB; "
                              "reading goes on at the next line");
        break;
    case RECORD_TOO_LONG:
        text_clear(text);
        text_add_string(text, "the line is longer than 1 MiB and was passed over");
        break;
    default:
        text_add_string(text, "the quotes do not match; a cell that begins with a quote ends with one, a quote inside "
                              "it is written twice, and no other cell has quotes; reading goes on at the next line");
    }
    report_error(judge, judge->records->line);
}

/* The first cell that is not text, since the whole record is not. */
static void report_encoding(struct judge *judge, const char *fault)
{
    size_t column = 0;
    struct span cell = records_cell(judge->records, 0);

    while (column + 1 < judge->records->count && encoding_fault(cell) == NULL)
        cell = records_cell(judge->records, ++column);
    begin_column(judge, column);
    text_add_excerpt(&judge->scratch, cell);
    text_add_format(&judge->scratch, " %s", fault);
    report_error(judge, judge->records->cells[column].line);
    records_give_back(judge->records); /* bytes like these may be what opened the quotes */
}

static void report_count(struct judge *judge)
{
    const struct records *records = judge->records;
    size_t wanted = judge->header->count;
    struct text *text = &judge->scratch;

    text_clear(text);
    text_add_string(text, "the row has ");
    text_add_plural(text, records->count, "cell", "cells");
    text_add_string(text, ", the header line has ");
    text_add_plural(text, wanted, "column", "columns");
    if (records->count > wanted) {
        text_add_string(text, "; the first one too many is ");
        text_add_excerpt(text, records_cell(records, wanted));
        text_add_string(text, " (a cell with a comma in it must stand in quotes)");
    } else {
        text_add_format(text, "; the row ends after column %zu (%s)", records->count,
                        judge->header->columns[records->count - 1].name);
    }
    report_error(judge, records->line);
}

/* ---------------------------------------------------------- quotes that run over lines */

static bool has_line_end(struct span cell)
{
    return memchr(cell.bytes, '\n', cell.length) != NULL || memchr(cell.bytes, '\r', cell.length) != NULL;
}

static bool fact_has_line_end(const struct judge *judge)
{
    size_t i;

    for (i = 0; i < judge->header->count; i++) {
        if (judge->header->columns[i].label == LABEL_COUNT && has_line_end(records_cell(judge->records, i)))
            return true;
    }
    return false;
}

/* A record over several lines that does not fit the header shows a quote too many or too few. Its
 * other lines must not go down with it, so they are read again as rows of their own. */
static bool give_back_lines(struct judge *judge)
{
    struct records *records = judge->records;

    if (records->lines < 2 || (records->count == judge->header->count && !fact_has_line_end(judge)))
        return false;
    text_clear(&judge->scratch);
    text_add_format(&judge->scratch,
                    "the quotes make this a row of %zu cells up to line %llu, which does not fit the header line; is "
                    "a quote missing? reading goes on at the next line",
                    records->count, (unsigned long long)(records->line + records->lines - 1));
    records_give_back(records);
    report_error(judge, records->line);
    return true;
}

/* A spreadsheet leaves rows of empty cells behind its table. They are rows all the same, but hardly
 * enterprises. */
static void warn_of_empty_row(struct judge *judge)
{
    size_t i;

    for (i = 0; i < judge->records->count; i++) {
        struct span cell = records_cell(judge->records, i);
        size_t at = 0;
        while (at < cell.length && (cell.bytes[at] == ' ' || cell.bytes[at] == '\t'))
            at++;
        if (at < cell.length)
            return;
    }
    text_clear(&judge->scratch);
    text_add_string(&judge->scratch, "every cell is empty; is this an enterprise?");
    report_warning(judge, judge->row.line);
}

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
static void warn_of_swallowed_rows(struct judge *judge)
{
    size_t separators = judge->header->count - 1;
    size_t i;

    for (i = 0; i < judge->header->label_count; i++) {
        size_t column = judge->header->label_columns[i];
        if (!looks_like_rows(judge_label(judge, i), column, separators))
            continue;
        begin_column(judge, column);
        text_add_excerpt(&judge->scratch, judge_label(judge, i));
        text_add_string(&judge->scratch, " holds lines that look like rows; is a quote missing?");
        report_warning(judge, judge->records->cells[column].line);
    }
}

/* ------------------------------------------------------------------------------- facts */

static void report_cell(struct judge *judge, size_t column, lg_status status)
{
    const struct column *that = &judge->header->columns[column];
    struct span cell = records_cell(judge->records, column);

    begin_column(judge, column);
    text_add_excerpt(&judge->scratch, cell);
    text_add_string(&judge->scratch, " ");
    column_add_refusal(&judge->scratch, status, that->fact, that->unit, cell);
    report_error(judge, judge->records->cells[column].line);
}

static void read_facts(struct judge *judge)
{
    const struct column *columns = judge->header->columns;
    size_t i;

    lg_profile_init(judge->row.profile, lg_profile_size());
    for (i = 0; i < judge->header->count; i++) {
        struct span cell = records_cell(judge->records, i);
        lg_status status;

        if (columns[i].fact == LG_FACT_NONE || cell.length == 0)
            continue;
        status = lg_profile_set_text(judge->row.profile, columns[i].fact, columns[i].unit, cell.bytes, cell.length);
        if (status != LG_OK)
            report_cell(judge, i, status);
    }
}

/* Fills the record into the profile, unless the row turns out to be in error. */
static void take_record(struct judge *judge)
{
    const char *fault = encoding_fault(records_raw(judge->records));

    if (fault != NULL)
        report_encoding(judge, fault);
    else if (give_back_lines(judge))
        return;
    else if (judge->records->count != judge->header->count)
        report_count(judge);
    else
        read_facts(judge);
}

/* ----------------------------------------------------------------------------- judging */

bool row_has_assumed(const struct row *row, uint32_t fact) { return (row->filled[fact / 64] >> fact % 64 & 1) != 0; }

bool row_rests_on(const struct row *row, uint32_t fact)
{
    uint32_t i = 0;

    while (i < row->assumed_count && row->assumed[i] != fact)
        i++;
    return i < row->assumed_count;
}

/* The unknown facts that could still change the verdict: none, by definition, once it is settled,
 * so the search is spared. */
static lg_status find_missing(struct judge *judge, const lg_ruleset *rules, lg_verdict verdict)
{
    struct row *row = &judge->row;

    row->missing_count = 0;
    if (verdict != LG_UNKNOWN)
        return LG_OK;
    return lg_missing(rules, row->profile, row->missing, lg_fact_count(), &row->missing_count);
}

static void note_missing(const struct row *row, uint64_t wanted[4])
{
    uint32_t i;

    for (i = 0; i < row->missing_count; i++)
        wanted[row->missing[i].fact / 64] |= (uint64_t)1 << row->missing[i].fact % 64;
}

/* The facts that are missing under any of the rule sets, before anything is assumed. */
static lg_status find_wanted(struct judge *judge, uint64_t wanted[4])
{
    lg_status status = LG_OK;
    lg_verdict verdict;
    size_t i;

    for (i = 0; status == LG_OK && i < judge->base_count; i++) {
        status = lg_evaluate(judge->bases[i], judge->row.profile, NULL, 0, NULL, &verdict);
        if (status == LG_OK)
            status = find_missing(judge, judge->bases[i], verdict);
        if (status == LG_OK)
            note_missing(&judge->row, wanted);
    }
    return status;
}

/* Keeps which of the facts that were filled mattered: those that were missing before. */
static void keep_assumed(struct row *row, const uint64_t wanted[4])
{
    uint32_t fact;

    for (fact = 0; fact < lg_fact_count(); fact++) {
        if (row_has_assumed(row, fact) && (wanted[fact / 64] >> fact % 64 & 1) != 0)
            row->assumed[row->assumed_count++] = fact;
    }
}

static lg_status assume(struct judge *judge)
{
    const struct assumptions *assumptions = judge->assumptions;
    struct row *row = &judge->row;
    uint64_t wanted[4] = {0, 0, 0, 0};
    lg_status status = find_wanted(judge, wanted);

    if (status == LG_OK)
        status = lg_profile_fill(row->profile, assumptions->defaults, assumptions->count, row->filled);
    if (status == LG_OK)
        keep_assumed(row, wanted);
    row->missing_count = 0;
    return status;
}

static lg_status evaluate(struct judge *judge)
{
    struct row *row = &judge->row;
    lg_status status = LG_OK;

    if (judge->assumptions->count > 0)
        status = assume(judge);
    if (status != LG_OK || judge->rules == NULL)
        return status;
    status = lg_evaluate(judge->rules, row->profile, row->findings, row->finding_count, NULL, &row->verdict);
    if (status == LG_OK)
        status = find_missing(judge, judge->rules, row->verdict);
    return status;
}

static void add_issue_fact(struct judge *judge, uint32_t fact)
{
    int64_t value = 0;
    int32_t known = 0;

    lg_profile_get(judge->row.profile, fact, &value, &known);
    if (!known)
        return;
    column_add_fact(&judge->scratch, fact, value);
    text_add_string(&judge->scratch, row_has_assumed(&judge->row, fact) ? " (assumed)" : "");
}

static void warn_of_issue(struct judge *judge, const lg_issue *issue)
{
    text_clear(&judge->scratch);
    add_issue_fact(judge, issue->fact);
    if (issue->other != LG_FACT_NONE) {
        text_add_string(&judge->scratch, ", ");
        add_issue_fact(judge, issue->other);
    }
    text_add_format(&judge->scratch, ": %s", issue->text);
    report_warning(judge, judge->row.line);
}

static void check_profile(struct judge *judge)
{
    uint32_t count = 0;
    uint32_t i;

    if (lg_profile_check(judge->row.profile, judge->issues, judge->issue_room, &count) == LG_E_CAPACITY) {
        judge->issues = memory_resize(judge->issues, count, sizeof *judge->issues);
        judge->issue_room = count;
        lg_profile_check(judge->row.profile, judge->issues, judge->issue_room, &count);
    }
    for (i = 0; i < count; i++)
        warn_of_issue(judge, &judge->issues[i]);
}

static void judge_row(struct judge *judge)
{
    lg_status status;

    if (judge->records->lines > 1)
        warn_of_swallowed_rows(judge);
    warn_of_empty_row(judge);
    status = evaluate(judge);
    if (status != LG_OK) {
        text_clear(&judge->scratch);
        text_add_format(&judge->scratch, "the row cannot be judged: %s", lg_status_text(status));
        report_error(judge, judge->row.line);
    }
    check_profile(judge);
}

static void begin_row(struct judge *judge)
{
    struct row *row = &judge->row;

    row->in_error = false;
    row->verdict = LG_UNKNOWN;
    row->missing_count = 0;
    row->assumed_count = 0;
    text_clear(&row->errors);
    text_clear(&row->warnings);
    memset(row->filled, 0, sizeof row->filled);
}

enum judge_result judge_next(struct judge *judge)
{
    enum record_result result = records_next(judge->records);

    if (result == RECORD_END)
        return JUDGE_END;
    if (result == RECORD_FAILED)
        return JUDGE_FAILED;
    begin_row(judge);
    judge->row.line = judge->records->line;
    if (result == RECORD_READ)
        take_record(judge);
    else
        report_record(judge, result);
    if (!judge->row.in_error)
        judge_row(judge);
    return JUDGE_ROW;
}
