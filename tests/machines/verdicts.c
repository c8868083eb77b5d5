/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Everything that the library says of the same enterprises, as the same bytes on every machine.
 *
 *     verdicts ENTERPRISES [RULE_SET]
 *
 * ENTERPRISES for every rule set, or for the one that is named, are judged one by one, in columns of every type, as an
 * array of profiles, and as Arrow batches and streams. What comes out goes to standard output, how much that was to
 * standard error. All of it runs on a thread with a stack of 128 KiB, which is what musl gives a thread.
 */
#include <littlegiant/arrow.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "enterprises.h"
#include "tables.h"

/* Of the thread that everything runs on; what sanitizers add to a stack may need more. */
#ifndef STACK_KIB
#define STACK_KIB 128
#endif

enum { CRITERIA_MAX = 256, TEXT_MAX = 1 << 16 };

static struct counts {
    unsigned long rule_sets, enterprises, findings, verdicts[4], column_rows, arrow_rows, spoiled;
} counts;

static lg_profile profiles[TABLE_ROWS];
static lg_default defaults[64];
static uint32_t default_count;

/* -------------------------------------------------------------------------- one by one */

static void judge(const lg_ruleset *rules, const lg_profile *profile)
{
    static lg_finding findings[CRITERIA_MAX];
    lg_verdict verdict;
    uint32_t count;
    bytes_32((uint32_t)lg_evaluate(rules, profile, findings, CRITERIA_MAX, &count, &verdict));
    bytes_32((uint32_t)verdict);
    for (uint32_t i = 0; i < count; i++)
        bytes_finding(&findings[i]);
    counts.findings += count;
    counts.verdicts[verdict]++;
    bytes_32((uint32_t)lg_evaluate_criterion(rules, chance(count), profile, &findings[0]));
    bytes_finding(&findings[0]);
}

static void ask_missing(const lg_ruleset *rules, const lg_profile *profile)
{
    static lg_missing_fact facts[TABLE_COLUMNS];
    uint32_t count;
    bytes_32((uint32_t)lg_missing(rules, profile, facts, TABLE_COLUMNS, &count));
    for (uint32_t i = 0; i < count; i++) {
        bytes_32(facts[i].fact);
        bytes_32((uint32_t)facts[i].settles);
    }
}

static void ask_route(const lg_ruleset *rules, const lg_profile *profile)
{
    static lg_step steps[CRITERIA_MAX];
    uint32_t count;
    bytes_32((uint32_t)lg_route(rules, profile, steps, CRITERIA_MAX, &count));
    for (uint32_t i = 0; i < count; i++) {
        bytes_32(steps[i].criterion);
        bytes_32((uint32_t)steps[i].verdict);
        bytes_32((uint32_t)steps[i].reason);
        bytes_32(steps[i].lever);
        bytes_64((uint64_t)steps[i].change);
    }
}

static void ask_flip(const lg_ruleset *before, const lg_ruleset *after, const lg_profile *profile)
{
    static lg_cause causes[2 * CRITERIA_MAX];
    lg_verdict verdicts[2];
    uint32_t count;
    bytes_32((uint32_t)lg_flip(before, profile, after, profile, &verdicts[0], &verdicts[1], causes, 2 * CRITERIA_MAX,
                               &count));
    bytes_32((uint32_t)verdicts[0]);
    bytes_32((uint32_t)verdicts[1]);
    for (uint32_t i = 0; i < count; i++) {
        bytes_32(causes[i].side);
        bytes_32(causes[i].criterion);
        bytes_32((uint32_t)causes[i].verdict);
        bytes_32(causes[i].other);
        bytes_32((uint32_t)causes[i].other_verdict);
    }
}

static void ask_echelon(const lg_profile *profile, int32_t date)
{
    lg_rung rungs[8];
    lg_level levels[2];
    uint32_t count;
    bytes_32((uint32_t)lg_echelon(profile, date, rungs, 8, &count, &levels[0], &levels[1]));
    bytes_32((uint32_t)levels[0]);
    bytes_32((uint32_t)levels[1]);
    for (uint32_t i = 0; i < count; i++) {
        bytes_32((uint32_t)rungs[i].verdict);
        bytes_32(rungs[i].not_met);
        bytes_32(rungs[i].unknown);
    }
}

static void ask_profile(const lg_profile *profile)
{
    static lg_issue issues[CRITERIA_MAX];
    lg_size_class size;
    uint32_t possible, count;
    bytes_32((uint32_t)lg_sme_size(profile, &size, &possible));
    bytes_32((uint32_t)size);
    bytes_32(possible);
    bytes_32((uint32_t)lg_profile_check(profile, issues, CRITERIA_MAX, &count));
    for (uint32_t i = 0; i < count; i++) {
        bytes_32((uint32_t)issues[i].severity);
        bytes_32(issues[i].fact);
        bytes_32(issues[i].other);
        bytes_32(issues[i].code);
    }
}

static void explain(const lg_ruleset *rules, const lg_profile *profile)
{
    static char text[TEXT_MAX];
    uint64_t needed;
    for (lg_language language = LG_ENGLISH; lg_language_name(language) != NULL; language++) {
        bytes_32((uint32_t)lg_explain(rules, profile, language, text, sizeof text, &needed));
        bytes_text(text, strlen(text));
    }
}

/* What receipts rest on: the same of every enterprise. */
static void ask_receipt(const lg_ruleset *rules)
{
    static char text[TEXT_MAX];
    uint8_t digest[32];
    uint64_t needed;
    bytes_32((uint32_t)lg_ruleset_table(rules, text, sizeof text, &needed));
    bytes_text(text, strlen(text));
    bytes_32((uint32_t)lg_ruleset_digest(rules, digest));
    for (size_t i = 0; i < sizeof digest; i++)
        bytes_8(digest[i]);
    bytes_32((uint32_t)lg_receipt(rules, text, sizeof text, &needed));
    bytes_text(text, strlen(text));
}

static void one_by_one(uint32_t index, const lg_ruleset *rules, uint32_t rows)
{
    const lg_ruleset *next = lg_ruleset_at(index + 1) ? lg_ruleset_at(index + 1) : lg_ruleset_at(0);
    for (uint32_t row = 0; row < rows; row++) {
        judge(rules, &profiles[row]);
        ask_missing(rules, &profiles[row]);
        ask_route(rules, &profiles[row]);
        ask_flip(rules, next, &profiles[row]);
        ask_echelon(&profiles[row], 20180000 + 10000 * (int32_t)chance(10) + 701);
        ask_profile(&profiles[row]);
        if (row % 16 == 0)
            explain(rules, &profiles[row]);
    }
}

/* ------------------------------------------------------------------------------ columns */

static struct outputs {
    uint8_t verdicts[TABLE_ROWS];
    int8_t statuses[TABLE_ROWS];
    lg_row_error errors[TABLE_ROWS];
    uint64_t missing[4 * TABLE_ROWS], assumed[4 * TABLE_ROWS];
    lg_criterion_results criteria[CRITERIA_MAX];
    struct criterion_rows {
        uint8_t verdicts[TABLE_ROWS], reasons[TABLE_ROWS], low_bits[TABLE_ROWS / 8 + 1], high_bits[TABLE_ROWS / 8 + 1];
        int32_t points_low[TABLE_ROWS], points_high[TABLE_ROWS];
    } rows[CRITERIA_MAX];
} outputs;

static void want_everything(const lg_ruleset *rules, lg_results *results)
{
    memset(&outputs, 0xA5, sizeof outputs);
    memset(results, 0, sizeof *results);
    results->struct_size = (uint32_t)sizeof *results;
    results->verdicts = outputs.verdicts;
    results->statuses = outputs.statuses;
    results->criteria = outputs.criteria;
    results->criterion_count = lg_ruleset_describe(rules)->criterion_count;
    results->errors = outputs.errors;
    results->error_capacity = TABLE_ROWS;
    results->missing = outputs.missing;
    results->assumed = outputs.assumed;
    for (uint32_t i = 0; i < results->criterion_count; i++) {
        struct criterion_rows *r = &outputs.rows[i];
        const lg_criterion_results members = {r->verdicts,  r->reasons,    r->low_bits,
                                              r->high_bits, r->points_low, r->points_high};
        outputs.criteria[i] = members;
    }
}

static void bytes_criterion(const struct criterion_rows *r, uint32_t rows)
{
    for (uint32_t row = 0; row < rows; row++) {
        bytes_8(r->verdicts[row]);
        bytes_8(r->reasons[row]);
        bytes_32((uint32_t)r->points_low[row]);
        bytes_32((uint32_t)r->points_high[row]);
    }
    for (uint32_t i = 0; i < (rows + 7) / 8; i++) {
        bytes_8(r->low_bits[i]);
        bytes_8(r->high_bits[i]);
    }
}

static void bytes_outputs(const lg_results *results, uint32_t rows, uint64_t errors)
{
    bytes_64(errors);
    for (uint64_t i = 0; i < errors && i < results->error_capacity; i++) {
        bytes_64(outputs.errors[i].row);
        bytes_32(outputs.errors[i].column);
        bytes_32((uint32_t)outputs.errors[i].status);
    }
    for (uint32_t row = 0; row < rows; row++) {
        bytes_8(outputs.verdicts[row]);
        bytes_8((uint8_t)outputs.statuses[row]);
    }
    for (uint32_t word = 0; word < 4 * rows; word++) {
        bytes_64(outputs.missing[word]);
        bytes_64(outputs.assumed[word]);
    }
    for (uint32_t i = 0; i < results->criterion_count; i++)
        bytes_criterion(&outputs.rows[i], rows);
}

static void in_columns(const lg_ruleset *rules, const table *t)
{
    lg_results results;
    uint64_t errors;
    want_everything(rules, &results);
    bytes_32((uint32_t)lg_evaluate_columns(rules, t->columns, t->column_count, defaults, default_count, t->rows,
                                           &results, &errors));
    bytes_outputs(&results, t->rows, errors);
    counts.column_rows += t->rows;
    counts.spoiled += (unsigned long)errors;
    want_everything(rules, &results);
    bytes_32((uint32_t)lg_evaluate_profiles(rules, profiles, sizeof profiles[0], defaults, default_count, t->rows,
                                            &results, &errors));
    bytes_outputs(&results, t->rows, errors);
    counts.column_rows += t->rows;
}

/* -------------------------------------------------------------------------------- Arrow */

static lg_arrow_options everything(void)
{
    lg_arrow_options options;
    memset(&options, 0, sizeof options);
    options.struct_size = (uint32_t)sizeof options;
    options.contents = LG_ARROW_REASONS | LG_ARROW_POINTS | LG_ARROW_MISSING;
    options.defaults = defaults;
    options.default_count = default_count;
    return options;
}

static void as_arrow(const lg_ruleset *rules, table *t)
{
    lg_arrow_options options = everything();
    struct ArrowSchema schema;
    struct ArrowArray array;
    char message[256];
    make_arrow(t, 0, t->rows);
    lg_status status =
        lg_arrow_evaluate(rules, &t->schema, &t->array, &options, &schema, &array, message, sizeof message);
    demand(status == LG_OK, message);
    bytes_array(&schema, &array);
    counts.arrow_rows += t->rows;
    array.release(&array);
    schema.release(&schema);
}

/* A stream of two batches. */
static struct stream {
    table *t;
    uint32_t next;
} stream;

static uint32_t batch_end(void) { return stream.next == 0 ? (stream.t->rows + 1) / 2 : stream.t->rows; }

static int stream_schema(struct ArrowArrayStream *input, struct ArrowSchema *out)
{
    (void)input;
    *out = stream.t->schema;
    return 0;
}

static int stream_next(struct ArrowArrayStream *input, struct ArrowArray *out)
{
    (void)input;
    memset(out, 0, sizeof *out);
    if (stream.next == stream.t->rows)
        return 0;
    make_arrow(stream.t, stream.next, batch_end());
    stream.next = batch_end();
    *out = stream.t->array;
    return 0;
}

static const char *stream_error(struct ArrowArrayStream *input)
{
    (void)input;
    return NULL;
}

static void stream_release(struct ArrowArrayStream *input) { input->release = NULL; }

static void drain(struct ArrowArrayStream *output)
{
    struct ArrowSchema schema;
    struct ArrowArray array;
    demand(output->get_schema(output, &schema) == 0, "a stream has no schema");
    for (;;) {
        demand(output->get_next(output, &array) == 0, "a stream failed");
        if (array.release == NULL)
            break;
        bytes_array(&schema, &array);
        counts.arrow_rows += (unsigned long)array.length;
        array.release(&array);
    }
    schema.release(&schema);
    output->release(output);
}

static void as_stream(const lg_ruleset *rules, table *t)
{
    lg_arrow_options options = everything();
    struct ArrowArrayStream input = {stream_schema, stream_next, stream_error, stream_release, NULL}, output;
    char message[256];
    stream.t = t;
    stream.next = 0;
    lg_status status = lg_arrow_evaluate_stream(rules, &input, &options, &output, message, sizeof message);
    demand(status == LG_OK, message);
    drain(&output);
}

/* ----------------------------------------------------------------------------- together */

static void some_defaults(void)
{
    const char *group = lg_default_group_name(chance(2));
    default_count = 0;
    while (chance(2) == 0 && default_count < 64 &&
           lg_default_group(group, default_count, &defaults[default_count]) == LG_OK)
        default_count++;
}

static void batch(uint32_t index, const lg_ruleset *rules, uint32_t rows)
{
    static const uint32_t UNKNOWN_IN[] = {0, 2, 5, 20, 40};
    static table t;
    uint32_t unknown_in = UNKNOWN_IN[chance(5)];
    for (uint32_t row = 0; row < rows; row++)
        make_enterprise(rules, unknown_in, &profiles[row]);
    some_defaults();
    one_by_one(index, rules, rows);
    make_table(&t, profiles, rows, chance(2) ? 1000 : 0);
    in_columns(rules, &t);
    as_arrow(rules, &t);
    as_stream(rules, &t);
    counts.enterprises += rows;
}

/* What the command line asks for. */
static unsigned long wanted;
static const char *only;

static void *run(void *unused)
{
    const lg_ruleset *rules;
    for (uint32_t i = 0; (rules = lg_ruleset_at(i)) != NULL; i++) {
        if (only != NULL && strcmp(only, lg_ruleset_describe(rules)->id) != 0)
            continue;
        ask_receipt(rules);
        chance_seed(i + 1);
        for (unsigned long done = 0; done < wanted; done += TABLE_ROWS)
            batch(i, rules, wanted - done < TABLE_ROWS ? (uint32_t)(wanted - done) : TABLE_ROWS);
        counts.rule_sets++;
    }
    return unused;
}

static void run_on_small_stack(void)
{
    pthread_attr_t attributes;
    pthread_t thread;
    demand(pthread_attr_init(&attributes) == 0 && pthread_attr_setstacksize(&attributes, STACK_KIB * 1024) == 0,
           "a thread cannot have so small a stack");
    demand(pthread_create(&thread, &attributes, run, NULL) == 0 && pthread_join(thread, NULL) == 0, "no thread");
    pthread_attr_destroy(&attributes);
}

int main(int argc, char **argv)
{
    demand(argc == 2 || argc == 3, "usage: verdicts ENTERPRISES [RULE_SET]");
    wanted = strtoul(argv[1], NULL, 10);
    only = argv[2];
    run_on_small_stack();
    demand(counts.rule_sets > 0, "no such rule set");
    demand(bytes_finish(), "standard output could not be written");
    fprintf(stderr,
            "%lu rule sets, %lu enterprises (met %lu, not met %lu, unknown %lu), %lu findings, "
            "%lu rows in columns and profiles, %lu in Arrow, %lu cells refused, %lu bytes\n",
            counts.rule_sets, counts.enterprises, counts.verdicts[LG_MET], counts.verdicts[LG_NOT_MET],
            counts.verdicts[LG_UNKNOWN], counts.findings, counts.column_rows, counts.arrow_rows, counts.spoiled,
            (unsigned long)bytes_count());
    return EXIT_SUCCESS;
}
