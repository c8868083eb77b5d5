/* SPDX-License-Identifier: Apache-2.0 */
/* Streams of batches: one at a time, errors with their words, an end that stays. */
#include "arrow_kit.h"

#include <errno.h>

static const char RULES[] = "cn.little-giant.2020-reported";

enum { NEVER = 99 };

/* A batch of as many rows as there are texts: province_rank, and id. */
static void make_batch(kit_table *batch, const char *const *ids, const int8_t *ranks, int64_t rows)
{
    kit_open(batch, rows);
    kit_add_words(batch, "id", ids);
    kit_add(batch, "province_rank", "c", ranks, (size_t)rows);
}

/* Two rows, none, three; then the end. */
static void make_source(struct ArrowArrayStream *stream, int fail_at, int code, const char *words)
{
    static const char *const IDS[] = {"A", "B", "C", "D", "E"};
    static const int8_t RANKS[] = {3, 4, 1, 0, 2};
    kit_table batches[3];
    make_batch(&batches[0], IDS, RANKS, 2);
    make_batch(&batches[1], IDS, RANKS, 0);
    make_batch(&batches[2], IDS + 2, RANKS + 2, 3);
    kit_stream(stream, batches, 3, fail_at, code, words);
}

static void open_result(struct ArrowArrayStream *input, struct ArrowArrayStream *output,
                        const lg_arrow_options *options)
{
    char message[256] = "?";
    POISON(*output);
    lg_status status = lg_arrow_evaluate_stream(rules_of(RULES), input, options, output, message, sizeof message);
    ck_assert_msg(status == LG_OK && message[0] == '\0', "status %d: %s", (int)status, message);
    ck_assert(input->release == NULL);
}

static void next_is(struct ArrowArrayStream *output, const struct ArrowSchema *schema, const char *ranks,
                    const char *errors)
{
    struct ArrowArray array;
    POISON(array);
    ck_assert_int_eq(output->get_next(output, &array), 0);
    kit_check(schema, &array);
    kit_column_is(schema, &array, "province-rank", ranks);
    kit_column_is(schema, &array, "error", errors);
    array.release(&array);
}

static void end_is(struct ArrowArrayStream *output)
{
    struct ArrowArray array;
    POISON(array);
    ck_assert_int_eq(output->get_next(output, &array), 0);
    ck_assert(array.release == NULL);
}

START_TEST(batches_come_one_by_one_and_rows_are_counted_through)
{
    struct ArrowArrayStream input, output;
    struct ArrowSchema schema, again;
    make_source(&input, NEVER, 0, NULL);
    open_result(&input, &output, NULL);
    ck_assert_int_eq(kit_fetched, 0);
    ck_assert_int_eq(output.get_schema(&output, &schema), 0);
    kit_names_are(&schema, "id|verdict|srdi-title|revenue|province-rank|it-support|error");
    next_is(&output, &schema, "met|not_met", "null|null");
    ck_assert_int_eq(kit_fetched, 1);
    next_is(&output, &schema, "", "");
    next_is(&output, &schema, "met|null|met",
            "null|column province_rank, row 3: 0 is out of range, from 1 to 1000000|null");
    ck_assert_int_eq(output.get_schema(&output, &again), 0);
    end_is(&output);
    ck_assert_int_eq(kit_fetched, 4);
    end_is(&output);
    ck_assert_int_eq(kit_fetched, 4);
    output.release(&output);
    ck_assert(output.release == NULL);
    schema.release(&schema);
    again.release(&again);
}
END_TEST

START_TEST(a_result_may_outlive_its_stream)
{
    struct ArrowArrayStream input, output;
    struct ArrowSchema schema;
    struct ArrowArray array;
    make_source(&input, NEVER, 0, NULL);
    open_result(&input, &output, NULL);
    ck_assert_int_eq(output.get_schema(&output, &schema), 0);
    ck_assert_int_eq(output.get_next(&output, &array), 0);
    output.release(&output);
    kit_column_is(&schema, &array, "id", "A|B");
    kit_column_is(&schema, &array, "verdict", "unknown|not_met");
    array.release(&array);
    schema.release(&schema);
}
END_TEST

START_TEST(a_stream_may_be_left_before_its_first_batch)
{
    struct ArrowArrayStream input, output;
    make_source(&input, NEVER, 0, NULL);
    open_result(&input, &output, NULL);
    output.release(&output);
}
END_TEST

START_TEST(options_and_defaults_are_copied)
{
    lg_default defaults[] = {{LG_FACT_SRDI_TITLE, 0, 1}, {LG_FACT_IT_SUPPORTED_BUSINESSES, 0, 1}};
    lg_arrow_options options = {sizeof options, LG_ARROW_MISSING, defaults, ROWS(defaults), 0};
    struct ArrowArrayStream input, output;
    struct ArrowSchema schema;
    struct ArrowArray array;
    make_source(&input, NEVER, 0, NULL);
    open_result(&input, &output, &options);
    POISON(defaults);
    POISON(options);
    ck_assert_int_eq(output.get_schema(&output, &schema), 0);
    ck_assert_int_eq(output.get_next(&output, &array), 0);
    kit_column_is(&schema, &array, "missing", "revenue_y1|");
    kit_column_is(&schema, &array, "assumed", "it_supported_businesses;srdi_title|");
    array.release(&array);
    schema.release(&schema);
    output.release(&output);
}
END_TEST

/* ---------------------------------------------------------------------------------- errors */

static void fails_with(struct ArrowArrayStream *output, int code, const char *words)
{
    struct ArrowArray array;
    POISON(array);
    ck_assert_int_eq(output->get_next(output, &array), code);
    ck_assert_str_eq(output->get_last_error(output), words);
    ck_assert(array.release == NULL);
}

START_TEST(an_error_of_the_input_is_passed_on_and_stays)
{
    struct ArrowArrayStream input, output;
    struct ArrowSchema schema;
    make_source(&input, 1, EIO, "the disk is gone");
    open_result(&input, &output, NULL);
    ck_assert_int_eq(output.get_schema(&output, &schema), 0);
    next_is(&output, &schema, "met|not_met", "null|null");
    fails_with(&output, EIO, "the disk is gone");
    schema.release(&schema);
    ck_assert_int_eq(output.get_schema(&output, &schema), 0);
    fails_with(&output, EIO, "the disk is gone");
    ck_assert_int_eq(kit_fetched, 2);
    schema.release(&schema);
    output.release(&output);
}
END_TEST

START_TEST(an_error_of_the_input_without_words_gets_some)
{
    struct ArrowArrayStream input, output;
    make_source(&input, 0, EIO, NULL);
    open_result(&input, &output, NULL);
    fails_with(&output, EIO, "the input stream reported an error without saying which");
    output.release(&output);
    make_source(&input, 0, EIO, "");
    open_result(&input, &output, NULL);
    fails_with(&output, EIO, "the input stream reported an error without saying which");
    output.release(&output);
}
END_TEST

START_TEST(a_malformed_batch_ends_the_stream)
{
    static const char *const IDS[] = {"A"};
    static const int8_t RANK[] = {1};
    struct ArrowArrayStream input, output;
    struct ArrowSchema schema;
    kit_table batches[2];
    make_batch(&batches[0], IDS, RANK, 1);
    make_batch(&batches[1], IDS, RANK, 1);
    batches[1].array.children[1]->null_count = 1;
    kit_stream(&input, batches, 2, NEVER, 0, NULL);
    open_result(&input, &output, NULL);
    ck_assert_int_eq(output.get_schema(&output, &schema), 0);
    next_is(&output, &schema, "met", "null");
    fails_with(&output, EINVAL, "column province_rank is malformed: it has nulls, but no validity bitmap");
    fails_with(&output, EINVAL, "column province_rank is malformed: it has nulls, but no validity bitmap");
    schema.release(&schema);
    output.release(&output);
}
END_TEST

/* Counted through all batches, as the column "error" counts. */
START_TEST(a_row_that_is_null_as_a_whole_ends_the_stream_with_its_number)
{
    static const char *const IDS[] = {"A", "B", "C"};
    static const int8_t RANKS[] = {1, 2, 3};
    struct ArrowArrayStream input, output;
    struct ArrowSchema schema;
    kit_table batches[2];
    make_batch(&batches[0], IDS, RANKS, 3);
    make_batch(&batches[1], IDS, RANKS, 2);
    kit_validity(&batches[1].array, "10");
    kit_stream(&input, batches, 2, NEVER, 0, NULL);
    open_result(&input, &output, NULL);
    ck_assert_int_eq(output.get_schema(&output, &schema), 0);
    next_is(&output, &schema, "met|met|met", "null|null|null");
    fails_with(&output, EINVAL, "row 4 is null as a whole; drop such rows, or make their columns null");
    schema.release(&schema);
    output.release(&output);
}
END_TEST

static void open_fails(struct ArrowArrayStream *input, const lg_ruleset *rules, const lg_arrow_options *options,
                       lg_status status, const char *sentence)
{
    struct ArrowArrayStream before = *input, output;
    char message[256] = "?";
    POISON(output);
    ck_assert_int_eq(lg_arrow_evaluate_stream(rules, input, options, &output, message, sizeof message), status);
    ck_assert_str_eq(message, sentence);
    ck_assert(output.release == NULL);
    ck_assert_mem_eq(input, &before, sizeof before);
    if (input->release != NULL)
        input->release(input);
}

START_TEST(a_schema_that_cannot_be_had_is_told_at_once)
{
    struct ArrowArrayStream input;
    make_source(&input, -1, EIO, "no connection");
    open_fails(&input, rules_of(RULES), NULL, LG_E_STREAM, "no connection");
}
END_TEST

START_TEST(what_is_wrong_with_names_options_and_rules_is_told_at_once)
{
    static const char *const IDS[] = {"A"};
    lg_arrow_options options = {sizeof options, 64, NULL, 0, 0};
    struct ArrowArrayStream input;
    kit_table batch;
    kit_open(&batch, 1);
    kit_add_words(&batch, "revenue_y1", IDS);
    kit_stream(&input, &batch, 1, NEVER, 0, NULL);
    open_fails(&input, rules_of(RULES), NULL, LG_E_UNIT,
               "column 'revenue_y1' needs its unit in the name: revenue_y1_fen, revenue_y1_yuan, revenue_y1_wan or "
               "revenue_y1_yi");
    make_source(&input, NEVER, 0, NULL);
    open_fails(&input, rules_of(RULES), &options, LG_E_ARGUMENT,
               "the options ask for something that this library does not know");
    make_source(&input, NEVER, 0, NULL);
    open_fails(&input, NULL, NULL, LG_E_RULES, "the rule set is NULL: was no such edition found?");
}
END_TEST

START_TEST(a_label_that_cannot_be_copied_is_told_at_once)
{
    static const char *const IDS[] = {"A"};
    static const int8_t RANK[] = {1};
    int32_t negative = -1;
    struct ArrowArrayStream input;
    kit_table batch;
    make_batch(&batch, IDS, RANK, 1);
    kit_metadata(batch.schema.children[0], "key", "value");
    memcpy((char *)(uintptr_t)batch.schema.children[0]->metadata, &negative, sizeof negative);
    kit_stream(&input, &batch, 1, NEVER, 0, NULL);
    open_fails(&input, rules_of(RULES), NULL, LG_E_ARGUMENT,
               "column id cannot be carried through: its schema is malformed or nested too deeply");
}
END_TEST

START_TEST(streams_that_are_null_or_released_are_refused)
{
    struct ArrowArrayStream input, output;
    memset(&input, 0, sizeof input);
    open_fails(&input, rules_of(RULES), NULL, LG_E_ARGUMENT, "the input stream has been released");
    ck_assert_int_eq(lg_arrow_evaluate_stream(rules_of(RULES), NULL, NULL, &output, NULL, 0), LG_E_NULL);
    ck_assert(output.release == NULL);
    ck_assert_int_eq(lg_arrow_evaluate_stream(rules_of(RULES), &input, NULL, NULL, NULL, 0), LG_E_NULL);
    ck_assert_int_eq(lg_arrow_evaluate_stream(rules_of(RULES), &input, NULL, &output, NULL, 1), LG_E_NULL);
}
END_TEST

static void setup(void) { kit_live = 0; }
static void teardown(void) { ck_assert_int_eq(kit_live, 0); }

int main(void)
{
    Suite *suite = suite_create("arrow-stream");
    TCase *tcase = tcase_create("stream");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, batches_come_one_by_one_and_rows_are_counted_through);
    tcase_add_test(tcase, a_result_may_outlive_its_stream);
    tcase_add_test(tcase, a_stream_may_be_left_before_its_first_batch);
    tcase_add_test(tcase, options_and_defaults_are_copied);
    tcase_add_test(tcase, an_error_of_the_input_is_passed_on_and_stays);
    tcase_add_test(tcase, an_error_of_the_input_without_words_gets_some);
    tcase_add_test(tcase, a_malformed_batch_ends_the_stream);
    tcase_add_test(tcase, a_row_that_is_null_as_a_whole_ends_the_stream_with_its_number);
    tcase_add_test(tcase, a_schema_that_cannot_be_had_is_told_at_once);
    tcase_add_test(tcase, what_is_wrong_with_names_options_and_rules_is_told_at_once);
    tcase_add_test(tcase, a_label_that_cannot_be_copied_is_told_at_once);
    tcase_add_test(tcase, streams_that_are_null_or_released_are_refused);
    suite_add_tcase(suite, tcase);
    return suite_run(suite);
}
