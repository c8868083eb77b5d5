/* SPDX-License-Identifier: Apache-2.0 */
/* From the schema of the input and the options: which column is which, and what the result will have. */
#include <string.h>

#include "batch.h"

/* ------------------------------------------------------------------------------- options */

/* Size of the struct in the first release. Frozen. */
#define FIRST_RELEASE_SIZE ((uint32_t)(offsetof(lg_arrow_options, reserved) + sizeof(uint32_t)))
#define CONTENTS (LG_ARROW_REASONS | LG_ARROW_POINTS | LG_ARROW_MISSING)

static int wants_unknown(const lg_arrow_options *options)
{
    return !lg__is_zero_beyond(options, sizeof *options, options->struct_size) || options->reserved != 0 ||
           (options->contents & ~(uint32_t)CONTENTS) != 0;
}

static lg_status check_default(const lg_default *value, uint32_t i, lg__writer *why)
{
    const lg_fact *fact = lg_fact_describe(value->fact);
    lg__snippet index, number, low, high;
    if (!fact)
        return REFUSE(why, LG_E_FACT, "default ", lg__digits(&index, i), ": there is no fact ",
                      lg__digits(&number, value->fact));
    if (!lg__in_range(fact, value->value))
        return REFUSE(why, LG_E_RANGE, "default ", lg__digits(&index, i), ": ", fact->column, " is from ",
                      lg__digits(&low, fact->minimum), " to ", lg__digits(&high, fact->maximum), ", not ",
                      lg__digits(&number, value->value));
    return LG_OK;
}

static lg_status take_options(lg__batch_plan *plan, const lg_arrow_options *options, lg__writer *why)
{
    lg_status status = LG_OK;
    if (!options)
        return LG_OK;
    if (options->struct_size < FIRST_RELEASE_SIZE)
        return REFUSE(why, LG_E_SIZE, "the struct_size of the options is smaller than the first release's struct");
    if (wants_unknown(options))
        return REFUSE(why, LG_E_ARGUMENT, "the options ask for something that this library does not know");
    if (!options->defaults && options->default_count > 0)
        return REFUSE(why, LG_E_NULL, "the defaults are NULL, and their number is not 0");
    plan->contents = options->contents;
    plan->defaults = options->defaults;
    plan->default_count = options->default_count;
    for (uint32_t i = 0; status == LG_OK && i < options->default_count; i++)
        status = check_default(&options->defaults[i], i, why);
    return status;
}

/* --------------------------------------------------------------------------------- types */

static const struct type {
    const char *format; /* of the C Data Interface; ending in '*': what begins so */
    const char *name;
    lg_type type; /* LG_TYPE_NONE: no fact can have it, but for null and decimals */
} TYPES[] = {
    {"l", "int64", LG_TYPE_INT64},       {"i", "int32", LG_TYPE_INT32},
    {"s", "int16", LG_TYPE_INT16},       {"c", "int8", LG_TYPE_INT8},
    {"L", "uint64", LG_TYPE_UINT64},     {"I", "uint32", LG_TYPE_UINT32},
    {"S", "uint16", LG_TYPE_UINT16},     {"C", "uint8", LG_TYPE_UINT8},
    {"b", "boolean", LG_TYPE_BIT},       {"g", "float64", LG_TYPE_FLOAT64},
    {"n", "null", LG_TYPE_NONE},         {"e", "float16", LG_TYPE_NONE},
    {"f", "float32", LG_TYPE_NONE},      {"u", "utf8", LG_TYPE_NONE},
    {"U", "large utf8", LG_TYPE_NONE},   {"vu", "utf8 view", LG_TYPE_NONE},
    {"z", "binary", LG_TYPE_NONE},       {"Z", "large binary", LG_TYPE_NONE},
    {"vz", "binary view", LG_TYPE_NONE}, {"w:*", "fixed-width binary", LG_TYPE_NONE},
    {"td*", "date", LG_TYPE_NONE},       {"tt*", "time", LG_TYPE_NONE},
    {"ts*", "timestamp", LG_TYPE_NONE},  {"tD*", "duration", LG_TYPE_NONE},
    {"ti*", "interval", LG_TYPE_NONE},   {"+r", "run-end encoded", LG_TYPE_NONE},
    {"+*", "nested", LG_TYPE_NONE},      {"d:*", "decimal", LG_TYPE_NONE},
};

static const struct type *find_type(const char *format)
{
    for (size_t i = 0; i < sizeof TYPES / sizeof TYPES[0]; i++) {
        size_t length = strcspn(TYPES[i].format, "*");
        if (strncmp(TYPES[i].format, format, length) == 0 && (TYPES[i].format[length] || !format[length]))
            return &TYPES[i];
    }
    return NULL;
}

/* Reads a whole number; NULL if there is none, or one with more digits than any of a decimal type. */
static const char *read_number(const char *text, int32_t *number)
{
    int negative = *text == '-', digits = 0;
    *number = 0;
    for (text += negative; *text >= '0' && *text <= '9' && digits < 6; text++, digits++)
        *number = *number * 10 + (*text - '0');
    *number = negative ? -*number : *number;
    return digits > 0 ? text : NULL;
}

/* "d:PRECISION,SCALE" and perhaps ",WIDTH": whether it is one, and of the width 128. */
static int is_decimal128(const char *format, int32_t *scale)
{
    int32_t precision, width = 128;
    const char *at = read_number(format + 2, &precision);
    at = at && *at == ',' ? read_number(at + 1, scale) : NULL;
    if (at && *at == ',')
        at = read_number(at + 1, &width);
    return at && !*at && width == 128;
}

static lg_status refuse_type(const lg__input *input, const char *format, const char *because, lg__writer *why)
{
    const struct type *type = find_type(format);
    lg__snippet excerpt;
    lg__put(why, "column ");
    lg__put_column(why, input->fact, input->unit);
    return REFUSE(why, LG_E_ARGUMENT, " is of type ", type ? type->name : "", type ? " (" : "",
                  lg__excerpt(&excerpt, format), type ? ")" : "", because);
}

static lg_status take_type(lg__input *input, const struct ArrowSchema *schema, lg__writer *why)
{
    const struct type *type = find_type(schema->format);
    const char *wanted = "; an integer, boolean, decimal128 or float64 column is wanted";
    if (lg__facts[input->fact].unit != LG_UNIT_FLAG)
        wanted = "; an integer, decimal128 or float64 column is wanted";
    if (schema->dictionary)
        return refuse_type(input, schema->format, " and dictionary-encoded; decode it", why);
    if (type && type->format[0] == 'd' && is_decimal128(schema->format, &input->scale)) {
        input->type = LG_TYPE_DECIMAL128;
        if (input->scale < 0 || input->scale > 38)
            return refuse_type(input, schema->format, "; a scale from 0 to 38 is wanted", why);
        return LG_OK;
    }
    if (!type || (type->type == LG_TYPE_NONE && type->format[0] != 'n'))
        return refuse_type(input, schema->format, wanted, why);
    if (type->type == LG_TYPE_BIT && lg__facts[input->fact].unit != LG_UNIT_FLAG)
        return refuse_type(input, schema->format, wanted, why);
    input->type = type->type;
    return LG_OK;
}

/* --------------------------------------------------------------------------------- names */

/* The fact with the longest name that this one begins with, as market_share_pct does with market_share. */
static uint32_t fact_at_beginning(const char *name)
{
    uint32_t best = LG_FACT_NONE;
    size_t longest = 0;
    for (uint32_t fact = 0; fact < lg_fact_count(); fact++) {
        size_t length = strlen(lg__facts[fact].name);
        if (length > longest && strncmp(name, lg__facts[fact].name, length) == 0 && name[length] == '_') {
            best = fact;
            longest = length;
        }
    }
    return best;
}

static lg_status refuse_name(const char *name, uint32_t fact, lg__writer *why)
{
    lg__snippet excerpt;
    lg_status status = fact == LG_FACT_NONE ? LG_E_FACT : LG_E_UNIT;
    int bare = fact != LG_FACT_NONE && strcmp(name, lg__facts[fact].name) == 0;
    SAY(why, "column '", lg__excerpt(&excerpt, name), "'");
    if (fact == LG_FACT_NONE)
        fact = fact_at_beginning(name);
    if (fact == LG_FACT_NONE)
        return REFUSE(why, status, " is no fact and no label; drop it, or rename it to a label (id, ...) to keep it");
    lg__put(why, bare ? " needs its unit in the name: " : " is no fact; did you mean ");
    lg__put_columns(why, fact);
    return REFUSE(why, status, bare ? "" : "?");
}

static uint32_t find_label(const char *name)
{
    uint32_t i = 0;
    while (i < LG__LABELS && strcmp(name, lg_label_name(i)) != 0)
        i++;
    return i;
}

/* Facts, and above them labels, of which a column has been seen. */
struct seen {
    uint64_t facts[4];
    uint32_t labels, count;
};

static lg_status take_label(lg__batch_plan *plan, uint32_t label, int64_t child, struct seen *seen, lg__writer *why)
{
    if (seen->labels >> label & 1)
        return REFUSE(why, LG_E_ARGUMENT, "there are two columns ", lg_label_name(label), "; keep one");
    seen->labels |= 1u << label;
    plan->labels[plan->label_count++] = child;
    return LG_OK;
}

static lg_status take_fact(lg__batch_plan *plan, lg__input *input, const struct ArrowSchema *schema, struct seen *seen,
                           lg__writer *why)
{
    if (lg__set_has(seen->facts, input->fact))
        return REFUSE(why, LG_E_ARGUMENT, "two columns hold the fact ", lg__facts[input->fact].name, ", the second is ",
                      schema->name, "; keep one");
    lg__set_add(seen->facts, input->fact);
    seen->count++;
    lg_status status = take_type(input, schema, why);
    if (status == LG_OK && input->type != LG_TYPE_NONE)
        plan->inputs[plan->input_count++] = *input;
    return status;
}

static lg_status take_column(lg__batch_plan *plan, const struct ArrowSchema *schema, int64_t child, struct seen *seen,
                             lg__writer *why)
{
    lg__input input = {child, LG_FACT_NONE, LG_UNIT_NONE, LG_TYPE_NONE, 0};
    lg__snippet digits;
    if (!schema || !schema->release || !schema->format)
        return REFUSE(why, LG_E_ARGUMENT, "the schema of the column at index ", lg__digits(&digits, child),
                      !schema            ? " is NULL"
                      : !schema->release ? " has been released"
                                         : " has no format");
    if (!schema->name || !*schema->name)
        return REFUSE(why, LG_E_FACT, "the column at index ", lg__digits(&digits, child), " has no name");
    uint32_t label = find_label(schema->name);
    if (label < LG__LABELS)
        return take_label(plan, label, child, seen, why);
    if (lg_fact_find_column(schema->name, &input.fact, &input.unit) != LG_OK)
        return refuse_name(schema->name, input.fact, why);
    return take_fact(plan, &input, schema, seen, why);
}

static lg_status take_columns(lg__batch_plan *plan, const struct ArrowSchema *schema, lg__writer *why)
{
    struct seen seen = {{0}, 0, 0};
    lg_status status = LG_OK;
    if (!schema->release || !schema->format)
        return REFUSE(why, LG_E_ARGUMENT, "the schema ", schema->release ? "has no format" : "has been released");
    if (strcmp(schema->format, "+s") != 0 || schema->dictionary)
        return REFUSE(why, LG_E_ARGUMENT, "a struct array (format +s) with one child per column is wanted");
    if (schema->n_children < 0 || (schema->n_children > 0 && !schema->children))
        return REFUSE(why, LG_E_ARGUMENT, "the schema is malformed: its children are missing");
    plan->child_count = schema->n_children;
    for (int64_t i = 0; status == LG_OK && i < schema->n_children; i++)
        status = take_column(plan, schema->children[i], i, &seen, why);
    if (status == LG_OK && seen.count == 0)
        return REFUSE(why, LG_E_FACT, "no column holds a fact");
    return status;
}

/* -------------------------------------------------------------------------------- result */

static void put_output(lg__batch_plan *plan, lg__output_kind kind, uint32_t index)
{
    lg__output *output = &plan->outputs[plan->output_count++];
    output->kind = kind;
    output->index = index;
}

static void put_criterion(lg__batch_plan *plan, uint32_t criterion)
{
    put_output(plan, LG__OUTPUT_VERDICT, criterion);
    if (plan->contents & LG_ARROW_REASONS)
        put_output(plan, LG__OUTPUT_REASON, criterion);
    if (plan->contents & LG_ARROW_POINTS && lg__kind_gives_points(plan->rules->rows[criterion].criterion.kind)) {
        put_output(plan, LG__OUTPUT_POINTS_LOW, criterion);
        put_output(plan, LG__OUTPUT_POINTS_HIGH, criterion);
    }
}

static void put_outputs(lg__batch_plan *plan)
{
    for (uint32_t i = 0; i < plan->label_count; i++)
        put_output(plan, LG__OUTPUT_LABEL, i);
    for (uint32_t i = 0; i < plan->rules->info.criterion_count; i++)
        put_criterion(plan, i);
    if (plan->contents & LG_ARROW_MISSING)
        put_output(plan, LG__OUTPUT_MISSING, 0);
    if (plan->default_count > 0)
        put_output(plan, LG__OUTPUT_ASSUMED, 0);
    put_output(plan, LG__OUTPUT_ERROR, 0);
}

lg_status lg__plan_batch(lg__batch_plan *plan, const lg_ruleset *rules, const struct ArrowSchema *schema,
                         const lg_arrow_options *options, lg__writer *why)
{
    memset(plan, 0, sizeof *plan);
    plan->rules = rules;
    if (!rules)
        return REFUSE(why, LG_E_RULES, "the rule set is NULL: was no such edition found?");
    lg_status status = take_options(plan, options, why);
    if (status == LG_OK)
        status = take_columns(plan, schema, why);
    if (status == LG_OK)
        put_outputs(plan);
    return status;
}
