/* SPDX-License-Identifier: Apache-2.0 */
/* Looks at everything that the interface lets a consumer check of an array, and hands its columns on as they lie. */
#include "batch.h"

/* Who is spoken of: a child by its name, or the array itself. */
struct subject {
    const lg__batch_plan *plan;
    int64_t child; /* below 0: the array */
    lg__writer *why;
};

static void put_subject(const struct subject *subject)
{
    lg__snippet digits;
    for (uint32_t i = 0; i < subject->plan->input_count; i++)
        if (subject->plan->inputs[i].child == subject->child) {
            lg__put(subject->why, "column ");
            lg__put_column(subject->why, subject->plan->inputs[i].fact, subject->plan->inputs[i].unit);
            return;
        }
    if (subject->child < 0)
        lg__put(subject->why, "the array");
    else
        SAY(subject->why, "the column at index ", lg__digits(&digits, subject->child));
}

static lg_status malformed(const struct subject *subject, const char *fault)
{
    put_subject(subject);
    return REFUSE(subject->why, LG_E_ARGUMENT, " is malformed: ", fault);
}

/* What holds for every array. */
static lg_status check_array(const struct ArrowArray *array, const struct subject *subject)
{
    if (!array)
        return malformed(subject, "it is NULL");
    if (!array->release)
        return malformed(subject, "it has been released");
    if (array->length < 0 || array->offset < 0 || array->offset > INT64_MAX - array->length)
        return malformed(subject, "its length or offset is negative or too large");
    return LG_OK;
}

/* What holds for arrays whose buffers are read. */
static lg_status check_buffers(const struct ArrowArray *array, int64_t buffers, const struct subject *subject)
{
    if (array->n_buffers != buffers || !array->buffers)
        return malformed(subject, "it has not the buffers of its type");
    if (array->null_count < -1)
        return malformed(subject, "its null_count is below -1");
    if (array->null_count > 0 && !array->buffers[0])
        return malformed(subject, "it has nulls, but no validity bitmap");
    if (array->dictionary)
        return malformed(subject, "it has a dictionary, but its schema has none");
    return LG_OK;
}

/* A row that is null as a whole says nothing, not even that its facts are unknown. */
static lg_status check_rows(const struct ArrowArray *array, uint64_t first_row, lg__writer *why)
{
    const uint8_t *validity = array->buffers[0];
    lg__snippet digits;
    for (int64_t i = 0; validity && i < array->length; i++)
        if (!lg__bit(validity, (uint64_t)(array->offset + i)))
            return REFUSE(why, LG_E_ARGUMENT, "row ", lg__digits(&digits, (int64_t)first_row + i),
                          " is null as a whole; drop such rows, or make their columns null");
    return LG_OK;
}

static lg_status check_struct(const lg__batch_plan *plan, const struct ArrowArray *array, uint64_t first_row,
                              lg__writer *why)
{
    const struct subject whole = {plan, -1, why};
    lg_status status = check_array(array, &whole);
    if (status == LG_OK)
        status = check_buffers(array, 1, &whole);
    if (status != LG_OK)
        return status;
    if (array->n_children != plan->child_count || !array->children) /* the plan has a column at least */
        return malformed(&whole, "it has not as many children as its schema");
    if (array->length > LG__BATCH_ROWS_MAX)
        return lg__refuse_memory(why);
    return check_rows(array, first_row, why);
}

static lg_status check_child(const lg__batch_plan *plan, const struct ArrowArray *array, int64_t child, lg__writer *why)
{
    const struct subject subject = {plan, child, why};
    const struct ArrowArray *column = array->children[child];
    lg_status status = check_array(column, &subject);
    if (status != LG_OK)
        return status;
    if (column->length < array->offset + array->length)
        return malformed(&subject, "it has fewer rows than the array");
    return LG_OK;
}

static lg_status bind_input(const lg__batch_plan *plan, const struct ArrowArray *array, const lg__input *input,
                            lg_column *column, lg__writer *why)
{
    const struct subject subject = {plan, input->child, why};
    const struct ArrowArray *child = array->children[input->child];
    lg_status status = check_buffers(child, 2, &subject);
    if (status != LG_OK)
        return status;
    if (child->n_children != 0)
        return malformed(&subject, "it has children, but its type has none");
    if (!child->buffers[1] && array->length > 0)
        return malformed(&subject, "its values are NULL");
    column->values = child->buffers[1];
    column->validity = child->buffers[0];
    column->offset = child->offset + array->offset;
    column->fact = input->fact;
    column->type = input->type;
    column->unit = input->unit;
    column->scale = input->scale;
    return LG_OK;
}

lg_status lg__bind(const lg__batch_plan *plan, const struct ArrowArray *array, uint64_t first_row, lg_column *columns,
                   lg__writer *why)
{
    lg_status status = check_struct(plan, array, first_row, why);
    for (int64_t child = 0; status == LG_OK && child < plan->child_count; child++)
        status = check_child(plan, array, child, why);
    for (uint32_t i = 0; status == LG_OK && i < plan->input_count; i++)
        status = bind_input(plan, array, &plan->inputs[i], &columns[i], why);
    return status;
}
