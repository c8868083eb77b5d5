/* SPDX-License-Identifier: Apache-2.0 */
/* assess and screen: judges a table row by row and writes what came out. */
#include "commands.h"

#include <string.h>

#include "message.h"
#include "progress.h"
#include "summary.h"
#include "writers.h"

static const struct writer *const WRITERS[] = {&WRITER_CSV, &WRITER_JSONL, &WRITER_TEXT, &WRITER_JSON};

typedef void (*tell_summary)(const struct summary *summary, const struct judge *judge);

/* A table that is being judged, and everything on the way from its file to the output. */
struct run {
    const struct options *options;
    const struct writer *writer;
    tell_summary tell;
    struct assumptions assumptions;
    struct source source;
    struct records records;
    struct header header;
    struct judge judge;
    struct summary summary;
    struct output output;
    struct text text;
};

static const struct writer *find_writer(const char *format)
{
    size_t i = 0;

    while (strcmp(WRITERS[i]->format, format) != 0)
        i++;
    return WRITERS[i];
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
        summary_count(&run->summary, &run->judge.row);
        progress_tell(&run->source, run->summary.rows);
    }
    progress_clear();
    if (result == JUDGE_FAILED)
        message_file(run->source.name, "cannot be read to its end: %s", strerror(run->source.failure));
    return result != JUDGE_FAILED;
}

static bool write_table(struct run *run)
{
    void *state = run->writer->begin(&run->judge, &run->output, run->options->language, &run->text);
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
    if (!output_open(&run->output, run->options->out, &run->source)) {
        output_abandon(&run->output);
        return STATUS_UNUSABLE;
    }
    if (!write_table(run))
        return STATUS_UNUSABLE;
    if (run->summary.rows == 0)
        message_file(run->source.name, "has a header line and no rows");
    run->tell(&run->summary, &run->judge);
    return run->summary.in_error > 0 ? STATUS_ROWS_IN_ERROR : STATUS_DONE;
}

static int read_table(struct run *run, const lg_ruleset *rules)
{
    int status = STATUS_UNUSABLE;

    records_begin(&run->records, &run->source);
    progress_begin();
    if (header_read(&run->header, &run->records)) {
        judge_begin(&run->judge, rules, &run->assumptions, &run->header, &run->records);
        summary_begin(&run->summary, &run->judge);
        status = judge_table(run);
        summary_end(&run->summary);
        judge_end(&run->judge);
    }
    header_free(&run->header);
    records_end(&run->records);
    text_free(&run->text);
    return status;
}

static int run_table(const struct options *options, tell_summary tell)
{
    const lg_ruleset *rules = options_find_rules(options->rules);
    struct run run;
    int status = STATUS_UNUSABLE;

    memset(&run, 0, sizeof run);
    run.options = options;
    run.writer = find_writer(options->format);
    run.tell = tell;
    if (assumptions_read(&run.assumptions, options->assume, options->assume_count) && rules != NULL &&
        source_open(&run.source, options->operand)) {
        status = read_table(&run, rules);
        source_close(&run.source);
    }
    assumptions_free(&run.assumptions);
    return status;
}

int command_assess(const struct options *options) { return run_table(options, summary_tell_shortly); }

int command_screen(const struct options *options) { return run_table(options, summary_tell); }
