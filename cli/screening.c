/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a chunk into profiles, has them judged together, and writes what came out. */
#include "screening.h"

#include <string.h>

#include "factset.h"
#include "warnings.h"

void screening_begin(struct screening *screening, const struct lines *lines, const lg_ruleset *rules,
                     const struct assumptions *assumptions, const char *file)
{
    memset(screening, 0, sizeof *screening);
    screening->lines = lines;
    screening->remarks.file = file;
    chunk_begin(&screening->chunk);
    intake_begin(&screening->intake, lines->header);
    batch_begin(&screening->batch, rules, assumptions);
    summary_begin(&screening->summary, rules, assumptions);
}

void screening_end(struct screening *screening)
{
    chunk_end(&screening->chunk);
    intake_end(&screening->intake);
    batch_end(&screening->batch);
    summary_end(&screening->summary);
    remarks_free(&screening->remarks);
    text_free(&screening->labels);
    text_free(&screening->early);
    text_free(&screening->out);
    text_free(&screening->messages);
}

/* ----------------------------------------------------------------------------- reading */

static void add_text(struct text *to, const struct text *text)
{
    if (text->length > 0)
        text_add(to, text->bytes, text->length);
}

static void read_row(struct screening *screening, const struct record *record, struct screened *row)
{
    struct batch *batch = &screening->batch;
    struct remarks *remarks = &screening->remarks;

    remarks_clear(remarks);
    intake_take(&screening->intake, record, batch_profile(batch, batch->count), remarks);
    row->in_error = remarks->in_error;
    row->is_odd = remarks->is_odd;
    row->profile = batch->count;
    batch->count += !row->in_error;
    lines_add_labels(screening->lines, &screening->intake, row->in_error, &screening->labels);
    row->labels_end = screening->labels.length;
    add_text(&screening->early, &remarks->messages);
    row->messages_end = screening->early.length;
}

static void read_rows(struct screening *screening)
{
    size_t i;

    screening->batch.count = 0;
    text_clear(&screening->labels);
    text_clear(&screening->early);
    for (i = 0; i < screening->chunk.count; i++)
        read_row(screening, &screening->chunk.records[i], &screening->rows[i]);
}

/* ----------------------------------------------------------------------------- finishing */

/* Looks for what is odd about a row that was judged, or says why it was not. */
static void look_at_row(struct screening *screening, struct screened *row, uint64_t line)
{
    const struct assumptions *assumptions = screening->batch.assumptions;
    lg_profile *profile = batch_profile(&screening->batch, row->profile);
    int8_t status = screening->batch.statuses[row->profile];
    struct remarks *remarks = &screening->remarks;
    uint64_t filled[4] = {0, 0, 0, 0};

    remarks_clear(remarks);
    if (status != LG_OK) {
        text_clear(&remarks->sentence);
        text_add_format(&remarks->sentence, "the row cannot be judged: %s", lg_status_text(status));
        remarks_add_error(remarks, line);
        row->in_error = true;
    }
    if (assumptions->count > 0)
        lg_profile_fill(profile, assumptions->defaults, assumptions->count, filled);
    warn_of_facts(remarks, line, profile, filled);
    row->is_odd |= remarks->is_odd;
    add_text(&screening->messages, &remarks->messages);
}

static void add_findings(struct screening *screening, size_t profile)
{
    const struct batch *batch = &screening->batch;
    struct line_findings findings = {batch->verdicts + profile, CHUNK_ROWS, batch->missing[profile],
                                     batch->assumed[profile]};

    lines_add_findings(screening->lines, &findings, &screening->out);
    summary_count_missing(&screening->summary, findings.missing);
    summary_count_assumed(&screening->summary, findings.assumed);
}

/* Where the row before this one ends in the texts of all rows; the first one begins at 0. */
static const struct screened *row_before(const struct screening *screening, size_t i)
{
    static const struct screened NONE = {0};

    return i == 0 ? &NONE : &screening->rows[i - 1];
}

static void finish_row(struct screening *screening, size_t i)
{
    const struct screened *before = row_before(screening, i);
    struct screened *row = &screening->rows[i];

    text_add(&screening->messages, text_string(&screening->early) + before->messages_end,
             row->messages_end - before->messages_end);
    if (!row->in_error)
        look_at_row(screening, row, screening->chunk.records[i].line);
    text_add(&screening->out, text_string(&screening->labels) + before->labels_end,
             row->labels_end - before->labels_end);
    if (row->in_error)
        lines_add_error(screening->lines, &screening->out);
    else
        add_findings(screening, row->profile);
    screening->summary.rows++;
    screening->summary.in_error += row->in_error;
    screening->summary.warned += row->is_odd;
}

void screening_run(struct screening *screening)
{
    size_t i;

    text_clear(&screening->out);
    text_clear(&screening->messages);
    read_rows(screening);
    batch_judge(&screening->batch);
    for (i = 0; i < screening->chunk.count; i++)
        finish_row(screening, i);
    batch_count(&screening->batch, &screening->summary);
}
