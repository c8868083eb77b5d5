/* SPDX-License-Identifier: Apache-2.0 */
/* screen --format csv: one line per enterprise, labels as they came in. */
#include "writers.h"

#include <stdlib.h>
#include <string.h>

#include <csv.h>

enum { LABEL_COLUMNS_ON_TERMINAL = 200 };

const char *row_word(const struct row *row)
{
    return row->in_error ? "error" : lg_verdict_name(row->verdict);
}

const char *row_criterion_word(const struct row *row, uint32_t criterion)
{
    return row->in_error ? "error" : lg_verdict_name(row->findings[criterion].verdict);
}

struct csv_writer {
    const struct judge *judge;
    bool to_terminal;
    struct text label;
};

/* A cell with these, or with spaces at its ends that a reader might trim, stands in quotes. */
static bool needs_quotes(struct span cell)
{
    size_t i;

    if (cell.length == 0)
        return false;
    for (i = 0; i < cell.length; i++) {
        if (strchr(",\"\r\n", cell.bytes[i]) != NULL)
            return true;
    }
    return strchr(" \t", cell.bytes[0]) != NULL || strchr(" \t", cell.bytes[cell.length - 1]) != NULL;
}

static void add_cell(struct text *text, struct span cell)
{
    if (!needs_quotes(cell)) {
        text_add(text, cell.bytes, cell.length);
        return;
    }
    text_reserve(text, 2 * cell.length + 2);
    text->length += csv_write2(text->bytes + text->length, 2 * cell.length + 2, cell.bytes, cell.length, '"');
    text->bytes[text->length] = '\0';
}

/* A label goes to a file or program as it is; a terminal must not be steered by it, and what was
 * not UTF-8 does not become so by being passed on. */
static void add_label(struct csv_writer *writer, struct text *text, struct span label)
{
    struct span changed;

    text_clear(&writer->label);
    if (writer->to_terminal)
        text_add_visible(&writer->label, label, LABEL_COLUMNS_ON_TERMINAL);
    else if (writer->judge->row.in_error)
        text_add_repaired(&writer->label, label);
    else {
        add_cell(text, label);
        return;
    }
    changed.bytes = text_string(&writer->label);
    changed.length = writer->label.length;
    add_cell(text, changed);
}

static void *begin_csv(const struct judge *judge, const struct output *output, lg_language language,
                       struct text *text)
{
    struct csv_writer *writer = memory_get(1, sizeof *writer);
    uint32_t i;

    (void)language;
    writer->judge = judge;
    writer->to_terminal = output->is_terminal;
    for (i = 0; i < judge->header->label_count; i++)
        text_add_format(text, "%s,", header_label_name(judge->header, i));
    text_add_string(text, "verdict");
    for (i = 1; i < judge->about->criterion_count; i++)
        text_add_format(text, ",%s", lg_ruleset_criterion(judge->rules, i)->id);
    text_add_string(text, judge->assumptions->count > 0 ? ",missing,assumed\n" : ",missing\n");
    return writer;
}

static void add_missing(struct text *text, const struct row *row)
{
    uint32_t i;

    for (i = 0; !row->in_error && i < row->missing_count; i++) {
        text_add_string(text, i > 0 ? ";" : "");
        text_add_string(text, lg_fact_describe(row->missing[i].fact)->name);
    }
}

static void add_assumed(struct text *text, const struct row *row)
{
    uint32_t i;

    for (i = 0; !row->in_error && i < row->assumed_count; i++) {
        text_add_string(text, i > 0 ? ";" : "");
        text_add_string(text, lg_fact_describe(row->assumed[i])->name);
    }
}

static void row_csv(void *state, struct text *text)
{
    struct csv_writer *writer = state;
    const struct judge *judge = writer->judge;
    uint32_t i;

    for (i = 0; i < judge->header->label_count; i++) {
        add_label(writer, text, judge_label(judge, i));
        text_add(text, ",", 1);
    }
    text_add_string(text, row_word(&judge->row));
    for (i = 1; i < judge->row.finding_count; i++) {
        text_add(text, ",", 1);
        text_add_string(text, row_criterion_word(&judge->row, i));
    }
    text_add(text, ",", 1);
    add_missing(text, &judge->row);
    if (judge->assumptions->count > 0) {
        text_add(text, ",", 1);
        add_assumed(text, &judge->row);
    }
    text_add(text, "\n", 1);
}

static void end_csv(void *state, struct text *text)
{
    struct csv_writer *writer = state;

    (void)text;
    text_free(&writer->label);
    free(writer);
}

const struct writer WRITER_CSV = {"csv", begin_csv, row_csv, end_csv};
