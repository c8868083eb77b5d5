/* SPDX-License-Identifier: Apache-2.0 */
/* One batch: the engine writes straight into the columns of the result, whose indices verdicts and reasons are. */
#include <string.h>

#include "batch.h"

/* A batch while it is judged. */
struct batch {
    const lg__batch_plan *plan;
    struct ArrowArray *out;
    uint64_t rows, first_row, errors; /* errors: rows that could not be judged */
    void *scratch;                    /* holds what follows */
    uint64_t *missing, *assumed;      /* 4 words a row, or NULL */
    int8_t *statuses;
    uint8_t *judged; /* one bit a row */
    lg_column columns[LG__FACTS_MAX];
    lg_criterion_results criteria[LG__ROWS_MAX];
};

static int wants(const lg__batch_plan *plan, lg__output_kind kind)
{
    for (uint32_t i = 0; i < plan->output_count; i++)
        if (plan->outputs[i].kind == kind)
            return 1;
    return 0;
}

/* ------------------------------------------------------------------------ before judging */

static lg_status make_scratch(struct batch *batch)
{
    uint64_t sets = 4 * batch->rows;
    uint64_t missing = wants(batch->plan, LG__OUTPUT_MISSING) ? sets : 0;
    uint64_t assumed = wants(batch->plan, LG__OUTPUT_ASSUMED) ? sets : 0;
    uint64_t *words = lg__allocate((missing + assumed) * sizeof *words + batch->rows + batch->rows / 8 + 1);
    if (!words)
        return LG_E_MEMORY;
    batch->scratch = words;
    batch->missing = missing > 0 ? words : NULL;
    batch->assumed = assumed > 0 ? words + missing : NULL;
    batch->statuses = (int8_t *)(words + missing + assumed);
    batch->judged = (uint8_t *)(batch->statuses + batch->rows);
    return LG_OK;
}

/* The words that a dictionary's indices stand for. */
static lg_status make_words(struct ArrowArray *array, const char *(*word)(int32_t))
{
    lg__shape shape = {0, 0, 3, 0, {0, 0, 0}};
    for (; word((int32_t)shape.length); shape.length++)
        shape.sizes[2] += strlen(word((int32_t)shape.length));
    shape.sizes[1] = ((uint64_t)shape.length + 1) * sizeof(int32_t);
    if (lg__node_new(array, &shape) != LG_OK)
        return LG_E_MEMORY;
    int32_t *offsets = lg__node_buffer(array, 1);
    char *text = lg__node_buffer(array, 2);
    offsets[0] = 0;
    for (int32_t i = 0; i < shape.length; i++) {
        size_t length = strlen(word(i));
        memcpy(text + offsets[i], word(i), length);
        offsets[i + 1] = offsets[i] + (int32_t)length;
    }
    return LG_OK;
}

static lg_status make_values(const struct batch *batch, struct ArrowArray *array, uint64_t value_size,
                             int has_dictionary)
{
    const lg__shape shape = {
        (int64_t)batch->rows, 0, 2, has_dictionary, {batch->rows / 8 + 1, batch->rows * value_size, 0}};
    return lg__node_new(array, &shape);
}

/* Makes a column of words or points for the engine to write to. */
static lg_status make_column(struct batch *batch, const lg__output *output, struct ArrowArray *array)
{
    lg_criterion_results *results = &batch->criteria[output->index];
    int is_points = output->kind == LG__OUTPUT_POINTS_LOW || output->kind == LG__OUTPUT_POINTS_HIGH;
    lg_status status = make_values(batch, array, is_points ? sizeof(int32_t) : 1, !is_points);
    if (status != LG_OK)
        return status;
    void *values = lg__node_buffer(array, 1);
    if (output->kind == LG__OUTPUT_POINTS_LOW)
        results->points_low = values;
    else if (output->kind == LG__OUTPUT_POINTS_HIGH)
        results->points_high = values;
    else if (output->kind == LG__OUTPUT_VERDICT)
        results->verdicts = values;
    else
        results->reasons = values;
    if (is_points)
        return LG_OK;
    return make_words(array->dictionary, output->kind == LG__OUTPUT_VERDICT ? lg_verdict_name : lg_reason_name);
}

static lg_status make_columns(struct batch *batch, const struct ArrowArray *array)
{
    const lg__batch_plan *plan = batch->plan;
    const lg__shape table = {array->length, plan->output_count, 1, 0, {0, 0, 0}};
    lg_status status = lg__node_new(batch->out, &table);
    for (uint32_t i = 0; status == LG_OK && i < plan->output_count; i++) {
        const lg__output *output = &plan->outputs[i];
        if (output->kind == LG__OUTPUT_LABEL)
            status = lg__label_new(batch->out->children[i], array, plan->labels[output->index]);
        else if (output->kind < LG__OUTPUT_MISSING)
            status = make_column(batch, output, batch->out->children[i]);
    }
    return status;
}

/* ------------------------------------------------------------------------- after judging */

static lg_status finish_column(struct batch *batch, const lg__output *output, struct ArrowArray *array)
{
    if (output->kind == LG__OUTPUT_MISSING)
        return lg__list_facts(array, batch->missing, (int64_t)batch->rows);
    if (output->kind == LG__OUTPUT_ASSUMED)
        return lg__list_facts(array, batch->assumed, (int64_t)batch->rows);
    if (output->kind == LG__OUTPUT_ERROR)
        return lg__error_column(batch->plan, batch->columns, batch->statuses, (int64_t)batch->rows, batch->first_row,
                                array);
    return LG_OK;
}

static void mark_judged(struct batch *batch)
{
    batch->errors = 0;
    memset(batch->judged, 0, (size_t)(batch->rows / 8 + 1));
    for (uint64_t i = 0; i < batch->rows; i++) {
        unsigned is_judged = batch->statuses[i] == LG_OK;
        batch->judged[i / 8] |= (uint8_t)(is_judged << i % 8);
        batch->errors += !is_judged;
    }
}

/* Bits behind the last row stay 0. */
static void invert(uint8_t *bits, uint64_t rows)
{
    for (uint64_t i = 0; i <= rows / 8; i++)
        bits[i] = (uint8_t)~bits[i];
    bits[rows / 8] &= (uint8_t)((1u << rows % 8) - 1);
}

/* Verdicts and what belongs to them are null where the row is in error, the error where it is not. */
static void set_validity(const struct batch *batch, const lg__output *output, struct ArrowArray *array)
{
    int is_error = output->kind == LG__OUTPUT_ERROR;
    array->null_count = (int64_t)(is_error ? batch->rows - batch->errors : batch->errors);
    if (array->null_count == 0) {
        array->buffers[0] = NULL;
        return;
    }
    memcpy(lg__node_buffer(array, 0), batch->judged, (size_t)(batch->rows / 8 + 1));
    if (is_error)
        invert(lg__node_buffer(array, 0), batch->rows);
}

static lg_status finish_columns(struct batch *batch)
{
    lg_status status = LG_OK;
    mark_judged(batch);
    for (uint32_t i = 0; status == LG_OK && i < batch->plan->output_count; i++) {
        status = finish_column(batch, &batch->plan->outputs[i], batch->out->children[i]);
        if (status == LG_OK && batch->plan->outputs[i].kind != LG__OUTPUT_LABEL)
            set_validity(batch, &batch->plan->outputs[i], batch->out->children[i]);
    }
    return status;
}

/* The labels' columns go over to the result, all else of the input is released; the specification's "moving child
 * arrays". */
static void consume(const struct batch *batch, struct ArrowArray *array)
{
    for (uint32_t i = 0; i < batch->plan->output_count; i++) {
        const lg__output *output = &batch->plan->outputs[i];
        if (output->kind == LG__OUTPUT_LABEL)
            lg__label_take(batch->out->children[i], array->children[batch->plan->labels[output->index]]);
    }
    array->release(array);
    array->release = NULL;
}

/* ------------------------------------------------------------------------------- judging */

/* The plan has seen to it that the engine can refuse nothing. */
static void run_engine(struct batch *batch)
{
    lg_results results;
    memset(&results, 0, sizeof results);
    results.struct_size = (uint32_t)sizeof results;
    results.statuses = batch->statuses;
    results.criteria = batch->criteria;
    results.criterion_count = batch->plan->rules->info.criterion_count;
    results.missing = batch->missing;
    results.assumed = batch->assumed;
    lg_status status =
        lg_evaluate_columns(batch->plan->rules, batch->columns, batch->plan->input_count, batch->plan->defaults,
                            batch->plan->default_count, batch->rows, &results, NULL);
    LG__ASSERT(status == LG_OK);
    (void)status;
}

static lg_status fill_result(struct batch *batch, const struct ArrowArray *array)
{
    lg_status status = make_columns(batch, array);
    if (status == LG_OK)
        status = make_scratch(batch);
    if (status == LG_OK) {
        run_engine(batch);
        status = finish_columns(batch);
    }
    lg__free(batch->scratch);
    return status;
}

static lg_status judge(struct batch *batch, struct ArrowArray *array, lg__writer *why)
{
    lg_status status = lg__bind(batch->plan, array, batch->first_row, batch->columns, why);
    if (status != LG_OK)
        return status;
    batch->rows = (uint64_t)array->length;
    status = fill_result(batch, array);
    if (status == LG_OK) {
        consume(batch, array);
        return LG_OK;
    }
    if (batch->out->release)
        batch->out->release(batch->out);
    return lg__refuse_result(why, status);
}

/* What is known of a batch, and of the plan below, would crowd the engine's own working memory on a small stack. */
lg_status lg__judge_batch(const lg__batch_plan *plan, struct ArrowArray *array, uint64_t first_row,
                          struct ArrowArray *out, lg__writer *why)
{
    struct batch *batch = lg__allocate(sizeof *batch);
    memset(out, 0, sizeof *out);
    if (!batch)
        return lg__refuse_memory(why);
    memset(batch, 0, sizeof *batch);
    batch->plan = plan;
    batch->out = out;
    batch->first_row = first_row;
    lg_status status = judge(batch, array, why);
    lg__free(batch);
    return status;
}

static lg_status plan_and_judge(const lg_ruleset *rules, const struct ArrowSchema *schema, struct ArrowArray *array,
                                const lg_arrow_options *options, struct ArrowSchema *type, struct ArrowArray *result,
                                lg__writer *why)
{
    lg__batch_plan *plan = lg__allocate(sizeof *plan);
    if (!plan)
        return lg__refuse_memory(why);
    lg_status status = lg__plan_batch(plan, rules, schema, options, why);
    if (status == LG_OK && type)
        status = lg__result_schema(plan, schema, type, why);
    if (status == LG_OK)
        status = lg__judge_batch(plan, array, 0, result, why);
    lg__free(plan);
    return status;
}

lg_status lg_arrow_evaluate(const lg_ruleset *rules, const struct ArrowSchema *schema, struct ArrowArray *array,
                            const lg_arrow_options *options, struct ArrowSchema *out_schema,
                            struct ArrowArray *out_array, char *message, uint64_t capacity)
{
    struct ArrowSchema type = {0};
    struct ArrowArray result = {0};
    lg__writer why;
    lg_status status = lg__writer_open(&why, LG_ENGLISH, message, capacity, NULL);
    if (status == LG_OK && (!schema || !array || !out_array))
        status = REFUSE(&why, LG_E_NULL, "schema, array or out_array is NULL");
    if (status == LG_OK)
        status = plan_and_judge(rules, schema, array, options, out_schema ? &type : NULL, &result, &why);
    if (status != LG_OK && type.release)
        type.release(&type);
    if (out_schema)
        *out_schema = type;
    if (out_array)
        *out_array = result;
    lg__writer_close(&why, NULL);
    return status;
}
