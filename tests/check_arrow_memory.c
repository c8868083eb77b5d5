/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory that is not to be had: every single allocation fails once, and everything is then as it was. This suite
 * links the library without its memory.c and brings the two functions itself.
 */
#include "arrow_kit.h"

#include "arrow/batch.h"

#include <errno.h>

static const char RULES[] = "cn.little-giant.2022";

/* Allocations until one fails, and blocks that are held. */
static int until_failure, held;
static const int NO_FAILURE = 1000000;

void *lg__allocate(uint64_t size)
{
    void *memory = --until_failure == 0 ? NULL : malloc((size_t)size);
    held += memory != NULL;
    if (memory != NULL)
        poison(memory, (size_t)size);
    return memory;
}

void lg__free(void *memory)
{
    held -= memory != NULL;
    free(memory);
}

/* A row in error, a missing fact, an assumption, points, and labels with a dictionary and with children. */
static void make_table(kit_table *table)
{
    static const int64_t REVENUE[] = {INT64_C(10000000001), INT64_C(10000000000)}, NUMBERS[] = {1, 2};
    static const int8_t BRAND[] = {1, 2}, INDICES[] = {0, 1};
    static const char *const WORDS[] = {"A", "B"};
    kit_open(table, 2);
    kit_add(table, "revenue_y1_fen", "l", REVENUE, sizeof REVENUE);
    kit_add(table, "own_brand", "c", BRAND, sizeof BRAND);
    kit_add_words(table, "id", WORDS);
    kit_metadata(kit_last_schema(table), "key", "value");
    kit_add_nested(table, "name", NUMBERS, WORDS);
    kit_add_dictionary(table, "region", INDICES, WORDS, 2);
}

static const lg_default DEFAULTS[] = {{LG_FACT_SOUND_GOVERNANCE, 0, 1}, {LG_FACT_DISHONESTY_LIST, 0, 0}};

static lg_arrow_options all_options(void)
{
    lg_arrow_options options = {sizeof options, LG_ARROW_REASONS | LG_ARROW_POINTS | LG_ARROW_MISSING, DEFAULTS,
                                ROWS(DEFAULTS), 0};
    return options;
}

/* Fails at the n-th allocation; whether the call succeeded because it needs fewer. */
static int judge_failing_at(int n, kit_table *table, kit_result *result)
{
    struct ArrowArray array_before = table->array;
    struct ArrowSchema schema_before = table->schema;
    lg_arrow_options options = all_options();
    char message[64];
    int live = kit_live;
    until_failure = n;
    lg_status status = lg_arrow_evaluate(rules_of(RULES), &table->schema, &table->array, &options, &result->schema,
                                         &result->array, message, sizeof message);
    if (status == LG_OK)
        return 1;
    ck_assert_int_eq(status, LG_E_MEMORY);
    ck_assert_str_eq(message, "there is not enough memory");
    ck_assert(result->array.release == NULL && result->schema.release == NULL);
    ck_assert_int_eq(held, 0);
    ck_assert_int_eq(kit_live, live);
    ck_assert_mem_eq(&table->array, &array_before, sizeof array_before);
    ck_assert_mem_eq(&table->schema, &schema_before, sizeof schema_before);
    return 0;
}

static uint32_t criteria(void) { return lg_ruleset_describe(rules_of(RULES))->criterion_count; }

START_TEST(any_allocation_of_a_batch_may_fail)
{
    kit_table table;
    kit_result result;
    int n = 1;
    make_table(&table);
    while (!judge_failing_at(n, &table, &result))
        n++;
    ck_assert_int_gt(n, 4 * (int)criteria()); /* array and dictionary of verdict and reason at least */
    kit_check(&result.schema, &result.array);
    kit_column_is(&result.schema, &result.array, "region", "A|B");
    kit_column_is(&result.schema, &result.array, "error",
                  "null|column own_brand, row 1: 2 is out of range, from 0 to 1");
    kit_release(&result);
    ck_assert_int_eq(held, 0);
    kit_close(&table);
}
END_TEST

START_TEST(any_allocation_of_a_type_may_fail)
{
    lg_arrow_options options = all_options();
    struct ArrowSchema schema;
    kit_table table;
    char message[64];
    lg_status status;
    int n = 0;
    make_table(&table);
    do {
        until_failure = ++n;
        status = lg_arrow_result_schema(rules_of(RULES), &table.schema, &options, &schema, message, sizeof message);
        ck_assert_int_eq(held == 0, status == LG_E_MEMORY);
        ck_assert_str_eq(message, status == LG_OK ? "" : "there is not enough memory");
    } while (status == LG_E_MEMORY);
    ck_assert_int_eq(status, LG_OK);
    ck_assert_int_gt(n, 4 * (int)criteria()); /* column and dictionary of verdict and reason at least */
    schema.release(&schema);
    ck_assert_int_eq(held, 0);
    kit_close(&table);
}
END_TEST

/* Enough for a thousand rows is enough for ten thousand. */
START_TEST(allocations_do_not_grow_with_rows)
{
    static int64_t revenue[20000];
    int needed[2];
    for (int i = 0; i < 2; i++) {
        lg_arrow_options options = all_options();
        struct ArrowArray out;
        kit_table table;
        kit_open(&table, i == 0 ? 2 : ROWS(revenue));
        kit_add(&table, "revenue_y1_fen", "l", revenue, sizeof revenue);
        until_failure = NO_FAILURE;
        ck_assert_int_eq(lg_arrow_evaluate(rules_of(RULES), &table.schema, &table.array, &options, NULL, &out, NULL, 0),
                         LG_OK);
        needed[i] = NO_FAILURE - until_failure;
        out.release(&out);
        kit_close(&table);
    }
    ck_assert_int_eq(needed[0], needed[1]);
    ck_assert_int_eq(held, 0);
}
END_TEST

/* --------------------------------------------------------------------------------- streams */

static void make_source(struct ArrowArrayStream *stream)
{
    kit_table batch;
    make_table(&batch);
    kit_stream(stream, &batch, 1, 99, 0, NULL);
}

/* Whether the stream could be opened, its schema be had and its batch be judged with n allocations. */
static int stream_failing_at(int n)
{
    struct ArrowArrayStream input, output;
    struct ArrowSchema schema = {0};
    struct ArrowArray array = {0};
    lg_arrow_options options = all_options();
    char message[64];
    make_source(&input);
    until_failure = n;
    lg_status status = lg_arrow_evaluate_stream(rules_of(RULES), &input, &options, &output, message, sizeof message);
    if (status != LG_OK) {
        ck_assert_int_eq(status, LG_E_MEMORY);
        ck_assert_str_eq(message, "there is not enough memory");
        ck_assert(output.release == NULL && input.release != NULL);
        input.release(&input);
        return 0;
    }
    int code = output.get_schema(&output, &schema);
    if (code == 0)
        code = output.get_next(&output, &array);
    if (code != 0) {
        ck_assert_int_eq(code, ENOMEM);
        ck_assert_ptr_nonnull(strstr(output.get_last_error(&output), "not enough memory"));
    }
    if (array.release != NULL)
        array.release(&array);
    if (schema.release != NULL)
        schema.release(&schema);
    output.release(&output);
    return code == 0;
}

START_TEST(any_allocation_of_a_stream_may_fail)
{
    int n = 1;
    while (!stream_failing_at(n)) {
        ck_assert_int_eq(held, 0);
        ck_assert_int_eq(kit_live, 0);
        n++;
    }
    ck_assert_int_gt(n, 4 * (int)criteria());
    ck_assert_int_eq(held, 0);
}
END_TEST

/* -------------------------------------------------------------------------------- padding */

/* Whoever writes a whole buffer of 64 bytes to a file must not write out what was in memory before. */
START_TEST(bytes_behind_the_last_row_are_zero)
{
    kit_table table;
    kit_result result;
    make_table(&table);
    until_failure = NO_FAILURE;
    kit_judge(RULES, &table, NULL, &result);
    const struct ArrowArray *verdicts = result.array.children[kit_find(&result.schema, "verdict")];
    for (int b = 0; b < 2; b++)
        for (int64_t i = verdicts->length; i < 64; i++)
            ck_assert_uint_eq(((const uint8_t *)verdicts->buffers[b])[i], 0);
    const struct ArrowArray *errors = result.array.children[kit_find(&result.schema, "error")];
    ck_assert_uint_eq(*(const uint8_t *)verdicts->buffers[0], 1); /* the first row was judged, */
    ck_assert_uint_eq(*(const uint8_t *)errors->buffers[0], 2);   /* the second is in error */
    kit_release(&result);
    kit_close(&table);
}
END_TEST

/* ---------------------------------------------------------------------------------- limits */

/* utf8 counts its bytes in 32 bits. */
START_TEST(lists_of_more_than_2_to_the_31_bytes_are_refused)
{
    struct ArrowArray array;
    lg__writer why;
    char message[128];
    uint64_t all[4] = {0}, bytes = 0;
    for (uint32_t fact = 0; fact < lg_fact_count(); fact++) {
        all[fact / 64] |= UINT64_C(1) << fact % 64;
        bytes += strlen(lg_fact_describe(fact)->name);
    }
    int64_t rows = (int64_t)(INT32_MAX / bytes) + 1;
    uint64_t *sets = malloc((size_t)rows * sizeof all);
    ck_assert_ptr_nonnull(sets);
    for (int64_t row = 0; row < rows; row++)
        memcpy(sets + 4 * row, all, sizeof all);
    until_failure = NO_FAILURE;
    ck_assert_int_eq(lg__writer_open(&why, LG_ENGLISH, message, sizeof message, NULL), LG_OK);
    ck_assert_int_eq(lg__refuse_result(&why, lg__list_facts(&array, sets, rows)), LG_E_CAPACITY);
    ck_assert_int_eq(lg__writer_close(&why, NULL), LG_OK);
    ck_assert_str_eq(message, "the texts of a column exceed 2^31 bytes; judge fewer rows at once");
    ck_assert(array.release != NULL && array.children[0]->release == NULL);
    array.release(&array);
    ck_assert_int_eq(lg__list_facts(&array, sets, 1000), LG_OK);
    ck_assert_int_eq(((const int32_t *)array.children[0]->buffers[1])[array.children[0]->length], 1000 * (int)bytes);
    array.release(&array);
    free(sets);
    ck_assert_int_eq(held, 0);
}
END_TEST

static void setup(void) { kit_live = held = 0; }
static void teardown(void) { ck_assert_int_eq(kit_live, 0); }

int main(void)
{
    Suite *suite = suite_create("arrow-memory");
    TCase *tcase = tcase_create("memory");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, any_allocation_of_a_batch_may_fail);
    tcase_add_test(tcase, any_allocation_of_a_type_may_fail);
    tcase_add_test(tcase, allocations_do_not_grow_with_rows);
    tcase_add_test(tcase, any_allocation_of_a_stream_may_fail);
    tcase_add_test(tcase, bytes_behind_the_last_row_are_zero);
    tcase_add_test(tcase, lists_of_more_than_2_to_the_31_bytes_are_refused);
    suite_add_tcase(suite, tcase);
    return suite_run(suite);
}
