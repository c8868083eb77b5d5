/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The library inside a batch job: reads a table of enterprises (CSV), judges each row under one
 * rule set, and prints one line for each enterprise that qualifies or misses by exactly one
 * condition, with the condition and the distance. Totals follow.
 *
 *     batch_job RULES FILE
 *
 * Exit status: 0 every row was judged, 1 some rows were in error, 2 nothing could be judged.
 *
 * The table is read with libcsv. Everything that is known about columns, units and conditions
 * comes from the library: no name of a fact and no bound stands in this file, so it works for
 * every rule set that the library has, also for those to come.
 */
#include <csv.h>
#include <inttypes.h>
#include <littlegiant/littlegiant.h>
#include <stdio.h>
#include <string.h>

enum { MAX_COLUMNS = 256, LABEL_SIZE = 256, NAME_SIZE = 64, TEXT_SIZE = 256 };

struct column {
    char name[NAME_SIZE];
    char *label;   /* where the text of a label column goes, else NULL */
    uint32_t fact; /* LG_FACT_NONE for columns that are only carried along */
    lg_unit unit;
};

struct totals {
    unsigned long rows, qualify, one_short, not_met, unknown, error;
};

struct job {
    const char *path;
    const lg_ruleset *rules;
    struct column columns[MAX_COLUMNS];
    uint32_t column_count;
    int header_read;
    int broken; /* the file is unusable; a message was printed */

    unsigned long line;     /* where the current row begins */
    unsigned long newlines; /* inside the cells of the current row */
    uint32_t cell;          /* cells of the current row so far */
    int row_error;
    lg_profile profile;
    char id[LABEL_SIZE], name[LABEL_SIZE];
    struct totals totals;
};

/* -------------------------------------------------------------------------- what is printed */

/* The lever that the library names, how far it must move, and where to. */
static void print_distance(const struct job *job, const lg_step *step)
{
    const int64_t size = step->change > 0 ? step->change : -step->change;
    int64_t now;
    char distance[TEXT_SIZE], target[TEXT_SIZE];

    if (lg_profile_get(&job->profile, step->lever, &now, NULL) != LG_OK ||
        lg_fact_format(step->lever, size, LG_ENGLISH, distance, sizeof distance, NULL) != LG_OK ||
        lg_fact_format(step->lever, now + step->change, LG_ENGLISH, target, sizeof target, NULL) != LG_OK)
        return;
    printf("; \"%s\" must %s by %s, to %s", lg_fact_title(step->lever, LG_ENGLISH), step->change > 0 ? "rise" : "fall",
           distance, target);
}

/* A flag has no distance: it is one way and must be the other. */
static void print_flag(const lg_criterion *criterion, const char *title)
{
    const char *fact = lg_fact_title(criterion->facts[0], LG_ENGLISH);

    if (strcmp(fact, title) != 0)
        printf("; \"%s\"", fact);
    printf(": is %s, must be %s", criterion->bound == 1 ? "no" : "yes", criterion->bound == 1 ? "yes" : "no");
}

/* What is required, and what would have to change. */
static void print_condition(const struct job *job, const lg_step *step)
{
    const lg_criterion *criterion = lg_ruleset_criterion(job->rules, step->criterion);
    const char *title = lg_criterion_title(job->rules, step->criterion, LG_ENGLISH);
    char required[TEXT_SIZE];

    printf("%s", title);
    if (criterion->kind == LG_KIND_FLAG) {
        print_flag(criterion, title);
        return;
    }
    if (lg_criterion_requirement(job->rules, step->criterion, LG_ENGLISH, required, sizeof required, NULL) == LG_OK)
        printf(": %s required", required);
    if (criterion->kind == LG_KIND_PASS_MARK)
        printf("; %" PRId64 ".%02" PRId64 " points short", step->change / 100, step->change % 100);
    else if (step->change != 0)
        print_distance(job, step);
}

/* The condition may be one of several ways to meet a row above it; the uppermost such row is named. */
static void print_alternative(const struct job *job, uint32_t row)
{
    uint32_t choice = LG_CRITERION_NONE;

    for (row = lg_criterion_parent(job->rules, row); row != LG_CRITERION_NONE;
         row = lg_criterion_parent(job->rules, row)) {
        if (lg_ruleset_criterion(job->rules, row)->kind == LG_KIND_ANY)
            choice = row;
    }
    if (choice != LG_CRITERION_NONE)
        printf(" (one way to meet \"%s\")", lg_criterion_title(job->rules, choice, LG_ENGLISH));
}

static void print_one_short(const struct job *job, const lg_step *step)
{
    printf("%s  %s  misses one condition: ", job->id, job->name);
    print_condition(job, step);
    print_alternative(job, step->criterion);
    putchar('\n');
}

static void print_totals(const struct totals *totals)
{
    printf("\n%lu enterprises: %lu qualify, %lu miss exactly one condition, %lu miss more or also lack facts, "
           "%lu cannot be decided, %lu in error\n",
           totals->rows, totals->qualify, totals->one_short, totals->not_met, totals->unknown, totals->error);
}

/* ------------------------------------------------------------------------------ the table */

static void complain(const struct job *job, uint32_t column, const char *value, const char *why)
{
    fprintf(stderr, "%s:%lu: column %u (%s): \"%s\": %s\n", job->path, job->line, (unsigned)column + 1,
            job->columns[column].name, value, why);
}

/* Copies what fits, never half a character of UTF-8, and no line end: a label is printed in a line. */
static void copy_label(char *label, const char *text, size_t length)
{
    size_t i;

    if (length >= LABEL_SIZE) {
        length = LABEL_SIZE - 1;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
            length--;
    }
    for (i = 0; i < length; i++)
        label[i] = (unsigned char)text[i] < 0x20 ? ' ' : text[i];
    label[length] = '\0';
}

static char *label_buffer(struct job *job, const char *name)
{
    if (strcmp(name, "id") == 0)
        return job->id;
    if (strcmp(name, "name") == 0)
        return job->name;
    return NULL;
}

static int is_carried_along(const char *name)
{
    return strcmp(name, "credit_code") == 0 || strcmp(name, "region") == 0;
}

static void read_heading(struct job *job, const char *name, size_t length)
{
    struct column *column;
    lg_status status;

    if (job->broken)
        return;
    if (job->column_count == MAX_COLUMNS || length >= NAME_SIZE) {
        fprintf(stderr, "%s: too many columns, or too long a name: \"%s\"\n", job->path, name);
        job->broken = 1;
        return;
    }
    column = &job->columns[job->column_count];
    memcpy(column->name, name, length + 1);
    column->label = label_buffer(job, name);
    column->fact = LG_FACT_NONE;
    if (column->label == NULL && !is_carried_along(name)) {
        status = lg_fact_find_column(name, &column->fact, &column->unit);
        if (status != LG_OK) {
            complain(job, job->column_count, name, lg_status_text(status));
            job->broken = 1;
        }
    }
    job->column_count++;
}

static void read_cell(struct job *job, const char *text, size_t length)
{
    const uint32_t index = job->cell++;
    const struct column *column;
    lg_status status;

    if (index >= job->column_count)
        return; /* the row's end reports it */
    column = &job->columns[index];
    if (column->label != NULL)
        copy_label(column->label, text, length);
    if (column->fact == LG_FACT_NONE)
        return;
    status = lg_profile_set_text(&job->profile, column->fact, column->unit, text, length);
    if (status != LG_OK) {
        complain(job, index, text, lg_status_text(status));
        job->row_error = 1;
    }
}

/* One step is enough to know: where the shortest way has more, their number says so. */
static lg_status judge(const struct job *job, lg_verdict *verdict, lg_step *step, uint32_t *steps)
{
    lg_status status = lg_evaluate(job->rules, &job->profile, NULL, 0, NULL, verdict);

    if (status == LG_OK)
        status = lg_route(job->rules, &job->profile, step, 1, steps);
    return status == LG_E_CAPACITY ? LG_OK : status;
}

static void judge_row(struct job *job)
{
    lg_verdict verdict;
    lg_step step;
    uint32_t steps;
    const lg_status status = judge(job, &verdict, &step, &steps);

    if (status != LG_OK) {
        fprintf(stderr, "%s:%lu: %s\n", job->path, job->line, lg_status_text(status));
        job->totals.error++;
    } else if (verdict == LG_MET) {
        printf("%s  %s  qualifies\n", job->id, job->name);
        job->totals.qualify++;
    } else if (verdict == LG_NOT_MET && steps == 1) {
        print_one_short(job, &step);
        job->totals.one_short++;
    } else if (verdict == LG_NOT_MET) {
        job->totals.not_met++;
    } else {
        job->totals.unknown++;
    }
}

static void begin_row(struct job *job)
{
    job->cell = 0;
    job->newlines = 0;
    job->row_error = 0;
    job->id[0] = job->name[0] = '\0';
    if (lg_profile_init(&job->profile, sizeof job->profile) != LG_OK)
        job->broken = 1;
}

static void end_row(struct job *job)
{
    job->totals.rows++;
    if (job->cell != job->column_count) {
        fprintf(stderr, "%s:%lu: %u cells, but the header has %u columns\n", job->path, job->line, (unsigned)job->cell,
                (unsigned)job->column_count);
        job->row_error = 1;
    }
    if (job->row_error)
        job->totals.error++;
    else
        judge_row(job);
}

/* ----------------------------------------------------------------------- libcsv's callbacks */

static void on_cell(void *bytes, size_t length, void *context)
{
    struct job *job = context;
    const char *text = bytes; /* CSV_APPEND_NULL: ends in NUL */
    size_t i;

    for (i = 0; i < length; i++)
        job->newlines += text[i] == '\n';
    if (job->header_read) {
        read_cell(job, text, length);
    } else {
        read_heading(job, text, length);
        job->cell++;
    }
}

/* Called at every line end (CSV_REPALL_NL), twice for CR LF; lines are counted by their LF. */
static void on_line_end(int terminator, void *context)
{
    struct job *job = context;

    if (job->cell > 0 && !job->broken) {
        if (job->header_read)
            end_row(job);
        job->header_read = 1;
    }
    job->line += job->newlines + (terminator == '\n');
    begin_row(job);
}

static int parse_part(struct csv_parser *parser, struct job *job, const char *bytes, size_t length)
{
    if (csv_parse(parser, bytes, length, on_cell, on_line_end, job) == length)
        return !job->broken;
    fprintf(stderr, "%s:%lu: %s\n", job->path, job->line, csv_strerror(csv_error(parser)));
    return 0;
}

/* A byte-order mark, which spreadsheets write, is no part of the first heading. */
static size_t mark_length(const char *bytes, size_t length)
{
    return length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

static int read_table(struct csv_parser *parser, struct job *job, FILE *file)
{
    static char buffer[65536];
    size_t length = fread(buffer, 1, sizeof buffer, file);
    size_t skip = mark_length(buffer, length);

    begin_row(job);
    while (length > 0) {
        if (!parse_part(parser, job, buffer + skip, length - skip))
            return 0;
        length = fread(buffer, 1, sizeof buffer, file);
        skip = 0;
    }
    if (ferror(file) || csv_fini(parser, on_cell, on_line_end, job) != 0) {
        fprintf(stderr, "%s:%lu: the file cannot be read to its end\n", job->path, job->line);
        return 0;
    }
    if (!job->header_read)
        fprintf(stderr, "%s: there is no header\n", job->path);
    return job->header_read && !job->broken;
}

static int open_and_read(struct job *job)
{
    struct csv_parser parser;
    FILE *file = fopen(job->path, "rb");
    int done = 0;

    if (file == NULL) {
        perror(job->path);
        return 0;
    }
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_APPEND_NULL) == 0) {
        done = read_table(&parser, job, file);
        csv_free(&parser);
    }
    fclose(file);
    return done;
}

int main(int argc, char **argv)
{
    static struct job job;

    if (argc != 3) {
        fprintf(stderr, "usage: batch_job RULES FILE\n");
        return 2;
    }
    job.rules = lg_ruleset_find(argv[1]);
    job.path = argv[2];
    job.line = 1;
    if (job.rules == NULL) {
        fprintf(stderr, "batch_job: no rule set \"%s\"\n", argv[1]);
        return 2;
    }
    if (!open_and_read(&job))
        return 2;
    print_totals(&job.totals);
    return job.totals.error > 0;
}
