/* SPDX-License-Identifier: Apache-2.0 */
/* screen: judges a table and writes one line of verdicts per enterprise. */
#include "commands.h"

#include <string.h>
#include <unistd.h>

#include "crew.h"
#include "message.h"
#include "progress.h"
#include "receipt.h"

static size_t threads_wanted(const struct options *options)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);

    if (options->threads > 0)
        return options->threads;
    if (processors < 1)
        return 1;
    return processors < MOST_THREADS ? (size_t)processors : MOST_THREADS;
}

static bool write_table(const struct options *options, const struct job *job)
{
    struct text head = {0};
    bool read;

    lines_add_head(job->lines, &head);
    output_write(job->output, &head);
    text_free(&head);
    read = crew_work(job, threads_wanted(options));
    progress_clear();
    if (read)
        return output_close(job->output);
    table_report_failure(job->table);
    output_abandon(job->output);
    return false;
}

static int tell(const struct job *job)
{
    const char *file = job->table->source.name;

    if (job->summary->rows == 0)
        message_file(file, "has a header line and no rows");
    summary_tell(job->summary, file);
    return job->summary->in_error > 0 ? STATUS_ROWS_IN_ERROR : STATUS_DONE;
}

static bool open_output(const struct options *options, const struct table *table, struct receipt *receipt,
                        struct output *output)
{
    if (output_open(output, options->out, &table->source) && receipt_watch(receipt, options, output))
        return true;
    output_abandon(output);
    return false;
}

/* Judges the whole table; counts are in the job's summary. */
static bool judge_table(const struct options *options, struct job *job, struct lines *lines)
{
    struct cell_reader reader = {job->output->is_terminal, options->guard_formulas};
    bool judged;

    progress_begin();
    lines_begin(lines, options->format, &job->table->header, job->rules, job->assumptions, reader);
    judged = write_table(options, job);
    lines_end(lines);
    return judged;
}

static int screen_table(const struct options *options, const lg_ruleset *rules, const struct assumptions *assumptions,
                        struct table *table, struct receipt *receipt)
{
    struct output output;
    struct lines lines;
    struct summary summary;
    struct job job = {rules, assumptions, &lines, table, &output, &summary};
    int status = STATUS_UNUSABLE;

    if (!open_output(options, table, receipt, &output))
        return STATUS_UNUSABLE;
    summary_begin(&summary, rules, assumptions);
    if (judge_table(options, &job, &lines)) {
        bool has_receipt = receipt_write(receipt, options, &summary, &table->source);
        status = tell(&job);
        status = has_receipt ? status : STATUS_UNUSABLE;
    }
    summary_end(&summary);
    return status;
}

int command_screen(const struct options *options)
{
    const lg_ruleset *rules = options_find_rules(options->rules);
    struct assumptions assumptions;
    struct receipt receipt;
    struct table table;
    int status = STATUS_UNUSABLE;

    if (assumptions_read(&assumptions, options->assume, options->assume_count) && rules != NULL &&
        receipt_begin(&receipt, options)) {
        if (table_open(&table, options->operand, receipt_of_input(&receipt))) {
            status = screen_table(options, rules, &assumptions, &table, &receipt);
            table_close(&table);
        }
        receipt_end(&receipt);
    }
    assumptions_free(&assumptions);
    return status;
}

bool screen_again(const struct options *options, const lg_ruleset *rules, struct digest *digest)
{
    struct assumptions assumptions;
    struct output output;
    struct lines lines;
    struct summary summary;
    struct table table;
    struct job job = {rules, &assumptions, &lines, &table, &output, &summary};
    bool judged = false;

    output_open_nowhere(&output);
    output.digest = digest;
    if (assumptions_read(&assumptions, options->assume, options->assume_count) &&
        table_open(&table, options->operand, NULL)) {
        summary_begin(&summary, rules, &assumptions);
        judged = judge_table(options, &job, &lines);
        summary_end(&summary);
        table_close(&table);
    }
    assumptions_free(&assumptions);
    return judged;
}
