/* SPDX-License-Identifier: Apache-2.0 */
/* The type of the result. Each schema lies with all it points to in one block, its private_data. */
#include <string.h>

#include "batch.h"

/* Types nest deeper than this in no table of enterprises. */
#define DEPTH_MAX 32

static void release_schema(struct ArrowSchema *schema)
{
    for (int64_t i = 0; i < schema->n_children; i++)
        if (schema->children[i]->release)
            schema->children[i]->release(schema->children[i]);
    if (schema->dictionary && schema->dictionary->release)
        schema->dictionary->release(schema->dictionary);
    lg__free(schema->private_data);
    schema->release = NULL;
}

/* What a new schema is to have; texts are copied. */
struct model {
    const char *format;
    const char *name, *name_end; /* joined */
    const char *metadata;
    uint64_t metadata_size;
    int64_t flags, children;
    int has_dictionary;
};

/* Children and dictionary lie first, then pointers to the children, then texts. */
static void lay_out(struct ArrowSchema *schema, char *block, const struct model *model)
{
    struct ArrowSchema *parts = (struct ArrowSchema *)(void *)block;
    int64_t count = model->children + model->has_dictionary;
    memset(block, 0, (size_t)count * sizeof *parts);
    schema->children = (struct ArrowSchema **)(void *)(parts + count);
    for (int64_t i = 0; i < model->children; i++)
        schema->children[i] = &parts[i];
    schema->dictionary = model->has_dictionary ? &parts[model->children] : NULL;
    char *text = (char *)(void *)(schema->children + model->children);
    schema->format = strcpy(text, model->format);
    text += strlen(text) + 1;
    schema->name = strcat(strcpy(text, model->name), model->name_end);
    text += strlen(text) + 1;
    schema->metadata = model->metadata ? memcpy(text, model->metadata, (size_t)model->metadata_size) : NULL;
}

static lg_status new_schema(struct ArrowSchema *schema, const struct model *model)
{
    uint64_t parts = (uint64_t)(model->children + model->has_dictionary) * sizeof *schema;
    uint64_t pointers = (uint64_t)model->children * sizeof schema->children[0];
    uint64_t texts = strlen(model->format) + strlen(model->name) + strlen(model->name_end) + 2;
    memset(schema, 0, sizeof *schema);
    char *block = lg__allocate(parts + pointers + texts + model->metadata_size);
    if (!block)
        return LG_E_MEMORY;
    lay_out(schema, block, model);
    schema->flags = model->flags;
    schema->n_children = model->children;
    schema->private_data = block;
    schema->release = release_schema;
    return LG_OK;
}

/* -------------------------------------------------------------------------------- labels */

static int32_t read_int32(const char *bytes)
{
    int32_t number;
    memcpy(&number, bytes, sizeof number);
    return number;
}

/* Bytes of a schema's metadata: a number of pairs, each of two texts with their length before them. */
static int measure_metadata(const char *metadata, uint64_t *size)
{
    *size = 0;
    if (!metadata)
        return 1;
    int32_t pairs = read_int32(metadata);
    *size = sizeof pairs;
    for (int64_t text = 0; text < 2 * (int64_t)pairs; text++) {
        int32_t length = read_int32(metadata + *size);
        if (length < 0)
            return 0;
        *size += sizeof length + (uint64_t)length;
    }
    return pairs >= 0;
}

static int can_copy(const struct ArrowSchema *from, uint64_t *metadata_size)
{
    return from && from->release && from->format && from->n_children >= 0 && from->n_children <= INT32_MAX &&
           (from->n_children == 0 || from->children) && measure_metadata(from->metadata, metadata_size);
}

/* Copies a schema with all below it. */
static lg_status copy_schema(struct ArrowSchema *schema, const struct ArrowSchema *from, int depth)
{
    uint64_t metadata_size;
    if (depth > DEPTH_MAX || !can_copy(from, &metadata_size))
        return LG_E_ARGUMENT;
    const struct model model = {
        from->format,     from->name ? from->name : "", "", from->metadata, metadata_size, from->flags,
        from->n_children, from->dictionary != NULL};
    lg_status status = new_schema(schema, &model);
    for (int64_t i = 0; status == LG_OK && i < from->n_children; i++)
        status = copy_schema(schema->children[i], from->children[i], depth + 1);
    if (status == LG_OK && from->dictionary)
        status = copy_schema(schema->dictionary, from->dictionary, depth + 1);
    return status;
}

static lg_status label_schema(struct ArrowSchema *schema, const struct ArrowSchema *from, lg__writer *why)
{
    lg_status status = copy_schema(schema, from, 0);
    if (status == LG_E_ARGUMENT)
        return REFUSE(why, status, "column ", from->name,
                      " cannot be carried through: its schema is malformed or nested too deeply");
    return status == LG_OK ? status : lg__refuse_memory(why);
}

/* ------------------------------------------------------------------------ columns made here */

/* Type and name of a kind of column; a name that belongs to a criterion follows its id. */
static const struct kind {
    const char *format, *name;
    const char *inner_name, *inner_format; /* of a list's items, else NULL */
    int has_dictionary;                    /* of utf8 */
} KINDS[] = {
    [LG__OUTPUT_VERDICT] = {"c", "", NULL, NULL, 1},
    [LG__OUTPUT_REASON] = {"c", ".reason", NULL, NULL, 1},
    [LG__OUTPUT_POINTS_LOW] = {"i", ".points_low_cp", NULL, NULL, 0},
    [LG__OUTPUT_POINTS_HIGH] = {"i", ".points_high_cp", NULL, NULL, 0},
    [LG__OUTPUT_MISSING] = {"+l", "missing", "item", "u", 0},
    [LG__OUTPUT_ASSUMED] = {"+l", "assumed", "item", "u", 0},
    [LG__OUTPUT_ERROR] = {"u", "error", NULL, NULL, 0},
};

/* What the name of a column begins with: the criterion, of which row 0 is the whole standard. */
static const char *stem(const lg__batch_plan *plan, const lg__output *output)
{
    if (output->kind >= LG__OUTPUT_MISSING)
        return "";
    return output->index == 0 ? "verdict" : plan->rules->rows[output->index].criterion.id;
}

static lg_status output_schema(const lg__batch_plan *plan, const lg__output *output, struct ArrowSchema *schema)
{
    const struct kind *kind = &KINDS[output->kind];
    const struct model column = {kind->format,        stem(plan, output),         kind->name,          NULL, 0,
                                 ARROW_FLAG_NULLABLE, kind->inner_format ? 1 : 0, kind->has_dictionary};
    const struct model word = {"u", "", "", NULL, 0, 0, 0, 0};
    lg_status status = new_schema(schema, &column);
    if (status == LG_OK && kind->has_dictionary)
        status = new_schema(schema->dictionary, &word);
    if (status == LG_OK && kind->inner_format) {
        const struct model item = {kind->inner_format, kind->inner_name, "", NULL, 0, 0, 0, 0};
        status = new_schema(schema->children[0], &item);
    }
    return status;
}

static lg_status column_schema(const lg__batch_plan *plan, const lg__output *output, const struct ArrowSchema *input,
                               struct ArrowSchema *schema, lg__writer *why)
{
    if (output->kind == LG__OUTPUT_LABEL)
        return label_schema(schema, input->children[plan->labels[output->index]], why);
    return output_schema(plan, output, schema) == LG_OK ? LG_OK : lg__refuse_memory(why);
}

lg_status lg__result_schema(const lg__batch_plan *plan, const struct ArrowSchema *schema, struct ArrowSchema *out,
                            lg__writer *why)
{
    const struct model table = {"+s", "", "", NULL, 0, 0, plan->output_count, 0};
    lg_status status = new_schema(out, &table);
    if (status != LG_OK)
        return lg__refuse_memory(why);
    for (uint32_t i = 0; status == LG_OK && i < plan->output_count; i++)
        status = column_schema(plan, &plan->outputs[i], schema, out->children[i], why);
    if (status != LG_OK)
        out->release(out);
    return status;
}

lg_status lg_arrow_result_schema(const lg_ruleset *rules, const struct ArrowSchema *schema,
                                 const lg_arrow_options *options, struct ArrowSchema *out_schema, char *message,
                                 uint64_t capacity)
{
    lg__batch_plan plan;
    struct ArrowSchema type = {0};
    lg__writer why;
    lg_status status = lg__writer_open(&why, LG_ENGLISH, message, capacity, NULL);
    if (status == LG_OK && (!schema || !out_schema))
        status = REFUSE(&why, LG_E_NULL, "schema or out_schema is NULL");
    if (status == LG_OK)
        status = lg__plan_batch(&plan, rules, schema, options, &why);
    if (status == LG_OK)
        status = lg__result_schema(&plan, schema, &type, &why);
    if (out_schema)
        *out_schema = type;
    lg__writer_close(&why, NULL);
    return status;
}
