/* SPDX-License-Identifier: Apache-2.0 */
/* screen: judges a table and writes one line of verdicts per enterprise. */
#include "commands.h"

#include <string.h>
#include <unistd.h>

#include "crew.h"
#include "message.h"
#include "progress.h"

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

static int screen_table(const struct options *options, const lg_ruleset *rules, const struct assumptions *assumptions,
                        struct table *table)
{
    struct output output;
    struct lines lines;
    struct summary summary;
    struct job job = {rules, assumptions, &lines, table, &output, &summary};
    int status = STATUS_UNUSABLE;

    if (!output_open(&output, options->out, &table->source)) {
        output_abandon(&output);
        return STATUS_UNUSABLE;
    }
    progress_begin();
    lines_begin(&lines, options->format, &table->header, rules, assumptions, output.is_terminal);
    summary_begin(&summary, rules, assumptions);
    if (write_table(options, &job))
        status = tell(&job);
    summary_end(&summary);
    lines_end(&lines);
    return status;
}

int command_screen(const struct options *options)
{
    const lg_ruleset *rules = options_find_rules(options->rules);
    struct assumptions assumptions;
    struct table table;
    int status = STATUS_UNUSABLE;

    if (assumptions_read(&assumptions, options->assume, options->assume_count) && rules != NULL &&
        table_open(&table, options->operand)) {
        status = screen_table(options, rules, &assumptions, &table);
        table_close(&table);
    }
    assumptions_free(&assumptions);
    return status;
}
