/* SPDX-License-Identifier: Apache-2.0 */
/* assess: judges a table row by row and explains what came out. */
#include "commands.h"

#include <string.h>

#include "message.h"
#include "progress.h"
#include "summary.h"
#include "writers.h"

static const struct writer *const WRITERS[] = {&WRITER_TEXT, &WRITER_JSON};

/* A table that is being assessed, and everything on the way from its file to the output. */
struct run {
    const struct options *options;
    const struct writer *writer;
    struct assumptions assumptions;
    struct table table;
    struct judge judge;
    struct summary summary;
    struct output output;
    struct text text;
};

/* The options have taken no format but these. */
static const struct writer *find_writer(const char *format)
{
    size_t i = sizeof WRITERS / sizeof *WRITERS - 1;

    while (i > 0 && strcmp(WRITERS[i]->format, format) != 0)
        i--;
    return WRITERS[i];
}

static void count_row(struct summary *summary, const struct row *row)
{
    summary->rows++;
    summary->in_error += row->remarks.in_error;
    summary->warned += row->remarks.is_odd;
    if (row->remarks.in_error)
        return;
    summary->criteria[0][row->verdict]++;
    summary_count_assumed(summary, row->assumed);
}

static void write_text(struct run *run)
{
    output_write(&run->output, &run->text);
    text_clear(&run->text);
}

/* Writes row after row; false if the input cannot be read to its end. */
static bool write_rows(struct run *run, void *state)
{
    enum judge_result result = JUDGE_END;

    while (run->output.failure == 0 && (result = judge_next(&run->judge)) == JUDGE_ROW) {
        run->writer->row(state, &run->text);
        write_text(run);
        count_row(&run->summary, &run->judge.row);
        progress_tell(run->summary.rows, run->table.source.released, run->table.source.size);
    }
    progress_clear();
    if (result == JUDGE_FAILED)
        table_report_failure(&run->table);
    return result != JUDGE_FAILED;
}

static bool write_table(struct run *run)
{
    void *state = run->writer->begin(&run->judge, run->options->language, &run->text);
    bool read;

    write_text(run);
    read = write_rows(run, state);
    run->writer->end(state, &run->text);
    write_text(run);
    if (read)
        return output_close(&run->output);
    output_abandon(&run->output);
    return false;
}

static int judge_table(struct run *run)
{
    if (!output_open(&run->output, run->options->out, &run->table.source)) {
        output_abandon(&run->output);
        return STATUS_UNUSABLE;
    }
    if (!write_table(run))
        return STATUS_UNUSABLE;
    if (run->summary.rows == 0)
        message_file(run->table.source.name, "has a header line and no rows");
    summary_tell_shortly(&run->summary);
    return run->summary.in_error > 0 ? STATUS_ROWS_IN_ERROR : STATUS_DONE;
}

static int read_table(struct run *run, const lg_ruleset *rules)
{
    int status;

    if (!table_open(&run->table, run->options->operand, NULL))
        return STATUS_UNUSABLE;
    progress_begin();
    judge_begin(&run->judge, rules, &run->assumptions, &run->table);
    summary_begin(&run->summary, rules, &run->assumptions);
    status = judge_table(run);
    summary_end(&run->summary);
    judge_end(&run->judge);
    text_free(&run->text);
    table_close(&run->table);
    return status;
}

int command_assess(const struct options *options)
{
    const lg_ruleset *rules = options_find_rules(options->rules);
    struct run run;
    int status = STATUS_UNUSABLE;

    memset(&run, 0, sizeof run);
    run.options = options;
    run.writer = find_writer(options->format);
    if (assumptions_read(&run.assumptions, options->assume, options->assume_count) && rules != NULL)
        status = read_table(&run, rules);
    assumptions_free(&run.assumptions);
    return status;
}
