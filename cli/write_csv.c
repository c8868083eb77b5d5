/* SPDX-License-Identifier: Apache-2.0 */
/* screen --format csv: one line per enterprise, labels as they came in. */
#include "writers.h"

#include <stdlib.h>
#include "cells.h"

const char *row_word(const struct row *row) { return row->remarks.in_error ? "error" : lg_verdict_name(row->verdict); }

const char *row_criterion_word(const struct row *row, uint32_t criterion)
{
    return row->remarks.in_error ? "error" : lg_verdict_name(row->findings[criterion].verdict);
}

struct csv_writer {
    const struct judge *judge;
    bool to_terminal;
};

static void *begin_csv(const struct judge *judge, const struct output *output, lg_language language, struct text *text)
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

    for (i = 0; !row->remarks.in_error && i < row->missing_count; i++) {
        text_add_string(text, i > 0 ? ";" : "");
        text_add_string(text, lg_fact_describe(row->missing[i].fact)->name);
    }
}

static void add_assumed(struct text *text, const struct row *row)
{
    uint32_t i;

    for (i = 0; !row->remarks.in_error && i < row->assumed_count; i++) {
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
        cell_add_label(text, judge_label(judge, i), writer->to_terminal, judge->row.remarks.in_error);
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
    (void)text;
    free(state);
}

const struct writer WRITER_CSV = {"csv", begin_csv, row_csv, end_csv};
