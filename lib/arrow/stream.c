/* SPDX-License-Identifier: Apache-2.0 */
/* Batches one after another, each fetched when its result is asked for. */
#include <errno.h>
#include <string.h>

#include "batch.h"

/* private_data of a stream. The defaults are behind it. */
struct flow {
    struct ArrowArrayStream input;
    struct ArrowSchema schema; /* of the input */
    lg__batch_plan plan;
    uint64_t rows; /* judged so far */
    int code;      /* of the error that ended it, or 0 */
    int is_at_end;
    const char *last_error;
    char message[1024]; /* of the error that ended it */
};

static int code_of(lg_status status) { return status == LG_E_MEMORY ? ENOMEM : EINVAL; }

/* What a stream says about its last error. */
static void put_words_of(struct ArrowArrayStream *stream, lg__writer *why)
{
    const char *words = stream->get_last_error(stream);
    lg__put(why, words && *words ? words : "the input stream reported an error without saying which");
}

/* ------------------------------------------------------------------------------ callbacks */

/* Made before, when the stream was opened: for want of memory alone can it fail. */
static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out)
{
    struct flow *flow = stream->private_data;
    lg__writer nobody = {NULL, 0, 0, LG_ENGLISH};
    lg_status status = lg__result_schema(&flow->plan, &flow->schema, out, &nobody);
    flow->last_error = lg_status_text(status);
    return status == LG_OK ? 0 : code_of(status);
}

/* Fetches the next batch; it is released at the end of the stream. */
static int fetch(struct flow *flow, struct ArrowArray *array, lg__writer *why)
{
    memset(array, 0, sizeof *array);
    int code = flow->input.get_next(&flow->input, array);
    if (code != 0)
        put_words_of(&flow->input, why);
    return code;
}

static int judge(struct flow *flow, struct ArrowArray *array, struct ArrowArray *out, lg__writer *why)
{
    int64_t rows = array->length;
    lg_status status = lg__judge_batch(&flow->plan, array, flow->rows, out, why);
    if (status != LG_OK) {
        array->release(array);
        return code_of(status);
    }
    flow->rows += (uint64_t)rows;
    return 0;
}

static void advance(struct flow *flow, struct ArrowArray *out)
{
    struct ArrowArray array;
    lg__writer why;
    lg__writer_open(&why, LG_ENGLISH, flow->message, sizeof flow->message, NULL);
    flow->code = fetch(flow, &array, &why);
    flow->is_at_end = flow->code == 0 && !array.release;
    if (flow->code == 0 && !flow->is_at_end)
        flow->code = judge(flow, &array, out, &why);
    lg__writer_close(&why, NULL);
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *out)
{
    struct flow *flow = stream->private_data;
    memset(out, 0, sizeof *out);
    if (flow->code == 0 && !flow->is_at_end)
        advance(flow, out);
    flow->last_error = flow->message;
    return flow->code;
}

static const char *get_last_error(struct ArrowArrayStream *stream)
{
    const struct flow *flow = stream->private_data;
    return flow->last_error;
}

static void release_stream(struct ArrowArrayStream *stream)
{
    struct flow *flow = stream->private_data;
    flow->input.release(&flow->input);
    flow->schema.release(&flow->schema);
    lg__free(flow);
    stream->release = NULL;
}

/* ------------------------------------------------------------------------------- opening */

static lg_status fetch_schema(struct ArrowArrayStream *input, struct ArrowSchema *schema, lg__writer *why)
{
    memset(schema, 0, sizeof *schema);
    if (input->get_schema(input, schema) == 0)
        return LG_OK;
    put_words_of(input, why);
    schema->release = NULL;
    return LG_E_STREAM;
}

/* Plans, and makes the result's schema once, so that nothing about it is refused later. */
static lg_status plan_flow(lg__batch_plan *plan, const lg_ruleset *rules, const struct ArrowSchema *schema,
                           const lg_arrow_options *options, lg__writer *why)
{
    struct ArrowSchema result;
    lg_status status = lg__plan_batch(plan, rules, schema, options, why);
    if (status == LG_OK)
        status = lg__result_schema(plan, schema, &result, why);
    if (status == LG_OK)
        result.release(&result);
    return status;
}

static lg_status new_flow(const lg__batch_plan *plan, struct flow **out)
{
    uint64_t defaults = (uint64_t)plan->default_count * sizeof(lg_default);
    struct flow *flow = lg__allocate(sizeof *flow + defaults);
    if (!flow)
        return LG_E_MEMORY;
    memset(flow, 0, sizeof *flow);
    flow->plan = *plan;
    flow->plan.defaults = (lg_default *)(void *)(flow + 1);
    if (defaults > 0)
        memcpy(flow + 1, plan->defaults, (size_t)defaults);
    *out = flow;
    return LG_OK;
}

/* Moves input and schema into a stream of their own. */
static lg_status start(const lg__batch_plan *plan, struct ArrowArrayStream *input, const struct ArrowSchema *schema,
                       struct ArrowArrayStream *output)
{
    struct flow *flow;
    if (new_flow(plan, &flow) != LG_OK)
        return LG_E_MEMORY;
    flow->schema = *schema;
    flow->input = *input;
    input->release = NULL;
    output->get_schema = get_schema;
    output->get_next = get_next;
    output->get_last_error = get_last_error;
    output->release = release_stream;
    output->private_data = flow;
    return LG_OK;
}

static lg_status open_stream(const lg_ruleset *rules, struct ArrowArrayStream *input, const lg_arrow_options *options,
                             struct ArrowArrayStream *output, lg__writer *why)
{
    lg__batch_plan plan;
    struct ArrowSchema schema;
    lg_status status = fetch_schema(input, &schema, why);
    if (status == LG_OK)
        status = plan_flow(&plan, rules, &schema, options, why);
    if (status == LG_OK && start(&plan, input, &schema, output) != LG_OK)
        status = lg__refuse_memory(why);
    if (status != LG_OK && schema.release)
        schema.release(&schema);
    return status;
}

lg_status lg_arrow_evaluate_stream(const lg_ruleset *rules, struct ArrowArrayStream *input,
                                   const lg_arrow_options *options, struct ArrowArrayStream *output, char *message,
                                   uint64_t capacity)
{
    lg__writer why;
    if (output)
        memset(output, 0, sizeof *output);
    lg_status status = lg__writer_open(&why, LG_ENGLISH, message, capacity, NULL);
    if (status == LG_OK && (!input || !output))
        status = REFUSE(&why, LG_E_NULL, "input or output is NULL");
    if (status == LG_OK && !input->release)
        status = REFUSE(&why, LG_E_ARGUMENT, "the input stream has been released");
    if (status == LG_OK)
        status = open_stream(rules, input, options, output, &why);
    lg__writer_close(&why, NULL);
    return status;
}
