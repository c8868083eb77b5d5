/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Several threads judge the same enterprises by the same rule set at once: one by one, each thread its own rows of
 * shared columns, and as Arrow batches and streams that share one schema and one memory. Built with the thread
 * sanitizer, so that anything they should not share is seen; and all must come to what one thread came to before.
 *
 *     threads
 */
#include <littlegiant/arrow.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "enterprises.h"
#include "tables.h"

enum { THREADS = 4, PIECE = 72, ROWS = THREADS * PIECE }; /* pieces begin at multiples of 8 rows */

static lg_profile profiles[ROWS];
static table shared;
static uint8_t expected[ROWS], verdicts[ROWS];
static uint64_t missing[4 * ROWS];
static const lg_ruleset *rules;

static void one_by_one(void)
{
    for (uint32_t row = 0; row < ROWS; row++) {
        lg_missing_fact facts[TABLE_COLUMNS];
        lg_verdict verdict;
        uint32_t count;
        char text[256];
        demand(lg_evaluate(rules, &profiles[row], NULL, 0, NULL, &verdict) == LG_OK, "a row was refused");
        demand(verdict == expected[row], "a thread came to another verdict");
        demand(lg_missing(rules, &profiles[row], facts, TABLE_COLUMNS, &count) == LG_OK, "missing facts");
        demand(count == 0 || verdict == LG_UNKNOWN, "a settled verdict lacks facts");
        demand(lg_explain_criterion(rules, 0, &profiles[row], LG_CHINESE, text, sizeof text, NULL) != LG_E_NULL,
               "text");
    }
}

/* Rows first to first + PIECE - 1 of the shared columns, into their place of the shared results. */
static void in_columns(uint32_t first)
{
    lg_column columns[TABLE_COLUMNS];
    lg_results results;
    uint64_t errors;
    memset(&results, 0, sizeof results);
    results.struct_size = (uint32_t)sizeof results;
    results.verdicts = verdicts + first;
    results.missing = missing + 4 * first;
    memcpy(columns, shared.columns, sizeof columns);
    for (uint32_t c = 0; c < shared.column_count; c++)
        columns[c].offset += first;
    demand(lg_evaluate_columns(rules, columns, shared.column_count, NULL, 0, PIECE, &results, &errors) == LG_OK &&
               errors == 0,
           "columns");
    demand(memcmp(verdicts + first, expected + first, PIECE) == 0, "a thread came to other verdicts in columns");
}

/* ---------------------------------------------------------------------------------- Arrow */

/* A batch's structs are each thread's own, as a producer would hand them out; memory and schema are shared. */
typedef struct source {
    struct ArrowArray children[TABLE_COLUMNS], *pointers[TABLE_COLUMNS];
    uint32_t next; /* the row that the stream comes to next */
} source;

static source sources[THREADS];
static struct ArrowArrayStream judged[THREADS];

static void release_array(struct ArrowArray *array) { array->release = NULL; }

static struct ArrowArray hand_out(source *from, uint32_t first, uint32_t rows)
{
    struct ArrowArray array = shared.array;
    for (int64_t c = 0; c < array.n_children; c++) {
        from->children[c] = *shared.array.children[c];
        from->children[c].offset += first;
        from->children[c].length = rows;
        from->children[c].release = release_array;
        from->pointers[c] = &from->children[c];
    }
    array.length = rows;
    array.children = from->pointers;
    array.release = release_array;
    return array;
}

static void compare_batch(const struct ArrowArray *batch, uint32_t first)
{
    const int8_t *words = batch->children[0]->buffers[1];
    for (uint32_t row = 0; row < (uint32_t)batch->length; row++)
        demand(words[row] == expected[first + row], "a thread came to other verdicts in Arrow");
}

static void as_batch(source *from)
{
    struct ArrowArray array = hand_out(from, 0, ROWS), out;
    char message[128];
    demand(lg_arrow_evaluate(rules, &shared.schema, &array, NULL, NULL, &out, message, sizeof message) == LG_OK,
           message);
    compare_batch(&out, 0);
    out.release(&out);
}

static int give_schema(struct ArrowArrayStream *stream, struct ArrowSchema *schema)
{
    (void)stream;
    *schema = shared.schema;
    return 0;
}

static int give_batch(struct ArrowArrayStream *stream, struct ArrowArray *batch)
{
    source *from = stream->private_data;
    batch->release = NULL; /* the end */
    if (from->next == ROWS)
        return 0;
    *batch = hand_out(from, from->next, PIECE);
    from->next += PIECE;
    return 0;
}

static const char *give_error(struct ArrowArrayStream *stream)
{
    (void)stream;
    return NULL;
}

static void release_stream(struct ArrowArrayStream *stream) { stream->release = NULL; }

/* By the thread that starts the others: a stream is for one thread at a time, not always for the same. */
static void open_stream(uint32_t thread)
{
    struct ArrowArrayStream input = {give_schema, give_batch, give_error, release_stream, &sources[thread]};
    char message[128];
    sources[thread].next = 0;
    demand(lg_arrow_evaluate_stream(rules, &input, NULL, &judged[thread], message, sizeof message) == LG_OK, message);
}

static void as_stream(struct ArrowArrayStream *stream)
{
    struct ArrowArray batch;
    uint32_t row = 0;
    while (stream->get_next(stream, &batch) == 0 && batch.release) {
        compare_batch(&batch, row);
        row += (uint32_t)batch.length;
        batch.release(&batch);
    }
    demand(row == ROWS, "a stream ended too early");
    stream->release(stream);
}

/* -------------------------------------------------------------------------------- threads */

static void *run(void *number)
{
    uint32_t thread = *(const uint32_t *)number;
    one_by_one();
    in_columns(thread * PIECE);
    as_batch(&sources[thread]);
    as_stream(&judged[thread]);
    return NULL;
}

static void prepare(uint32_t i)
{
    chance_seed(i + 1);
    for (uint32_t row = 0; row < ROWS; row++) {
        lg_verdict verdict;
        make_enterprise(rules, 20, &profiles[row]);
        demand(lg_evaluate(rules, &profiles[row], NULL, 0, NULL, &verdict) == LG_OK, "a row was refused");
        expected[row] = (uint8_t)verdict;
    }
    make_table(&shared, profiles, ROWS, 0);
    make_arrow(&shared, 0, ROWS);
}

int main(void)
{
    pthread_t threads[THREADS];
    uint32_t numbers[THREADS], i = 0;
    for (; (rules = lg_ruleset_at(i)) != NULL; i++) {
        prepare(i);
        for (uint32_t t = 0; t < THREADS; t++) {
            numbers[t] = t;
            open_stream(t);
            demand(pthread_create(&threads[t], NULL, run, &numbers[t]) == 0, "no thread");
        }
        for (uint32_t t = 0; t < THREADS; t++)
            demand(pthread_join(threads[t], NULL) == 0, "a thread did not end");
    }
    printf("%u rule sets, %d threads, %d enterprises each\n", (unsigned)i, THREADS, ROWS);
    return EXIT_SUCCESS;
}
