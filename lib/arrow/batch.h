/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Arrow columns in, Arrow columns out.
 *
 *   plan.c     from a schema: which column is which, and what the result will have
 *   bind.c     from an array: the columns as the column engine takes them
 *   schema.c   the type of the result
 *   node.c     arrays that are made here, each with all it points to in one block
 *   judge.c    one batch: the engine writes straight into the columns of the result
 *   lists.c    columns that hold lists of facts
 *   errors.c   what is wrong with a row, in words
 *   cell.c     a value as it stands in its column, in digits
 *   refuse.c   sentences about what was refused
 *   stream.c   batches one after another
 *   memory.c   the one place of the library that allocates
 */
#ifndef LG_ARROW_BATCH_H
#define LG_ARROW_BATCH_H

#include <littlegiant/arrow.h>

#include "../internal.h"

/* memory.c: NULL if there is not so much. */
void *lg__allocate(uint64_t size);
void lg__free(void *memory);

/* ------------------------------------------------------------------------------ refusals */

/* Writes the parts, up to NULL, one after another; and that as a reason to return a status. */
void lg__put_all(lg__writer *writer, const char *const *parts);
#define SAY(writer, ...) lg__put_all(writer, (const char *const[]){__VA_ARGS__, NULL})
#define REFUSE(why, status, ...) (SAY(why, __VA_ARGS__), (status))
lg_status lg__refuse_memory(lg__writer *why);

/* Of a result that cannot be made: LG_E_MEMORY, or LG_E_CAPACITY. */
lg_status lg__refuse_result(lg__writer *why, lg_status status);

/* A number in digits, and a name of the caller's: cut when it is long, UTF-8 without control characters. */
typedef struct lg__snippet {
    char text[72];
} lg__snippet;
const char *lg__digits(lg__snippet *snippet, int64_t number);
const char *lg__excerpt(lg__snippet *snippet, const char *name);

/* The columns that a fact can have: "a, b or c". */
void lg__put_columns(lg__writer *writer, uint32_t fact);

/* ---------------------------------------------------------------------------------- plan */

/* A column of the result. */
typedef enum lg__output_kind {
    LG__OUTPUT_LABEL,
    LG__OUTPUT_VERDICT,
    LG__OUTPUT_REASON,
    LG__OUTPUT_POINTS_LOW,
    LG__OUTPUT_POINTS_HIGH,
    LG__OUTPUT_MISSING,
    LG__OUTPUT_ASSUMED,
    LG__OUTPUT_ERROR
} lg__output_kind;

typedef struct lg__output {
    lg__output_kind kind;
    uint32_t index; /* LABEL: in lg__batch_plan.labels; VERDICT to POINTS_HIGH: the criterion */
} lg__output;

/* A column of the input that holds a fact. */
typedef struct lg__input {
    int64_t child;
    uint32_t fact;
    lg_unit unit;
    lg_type type;
    int32_t scale;
} lg__input;

#define LG__OUTPUTS_MAX (LG__LABELS + 4 * LG__ROWS_MAX + 3)

/* What is the same for every batch. */
typedef struct lg__batch_plan {
    const lg_ruleset *rules;
    const lg_default *defaults;
    uint32_t default_count, contents;
    int64_t child_count; /* of the input */
    uint32_t input_count, label_count, output_count;
    lg__input inputs[LG__FACTS_MAX]; /* without those of type null */
    int64_t labels[LG__LABELS];      /* children of the input */
    lg__output outputs[LG__OUTPUTS_MAX];
} lg__batch_plan;

lg_status lg__plan_batch(lg__batch_plan *plan, const lg_ruleset *rules, const struct ArrowSchema *schema,
                         const lg_arrow_options *options, lg__writer *why);

/* plan.c: name of the column that holds a fact in this unit, put together. */
void lg__put_column(lg__writer *writer, uint32_t fact, lg_unit unit);

/* ------------------------------------------------------------------------- in and out */

/* Looks at everything that can be checked of an array, and fills one column for each of the plan's inputs. first_row:
 * as below. */
lg_status lg__bind(const lg__batch_plan *plan, const struct ArrowArray *array, uint64_t first_row, lg_column *columns,
                   lg__writer *why);

/* The type of the result for input of this schema. On failure *out is released. */
lg_status lg__result_schema(const lg__batch_plan *plan, const struct ArrowSchema *schema, struct ArrowSchema *out,
                            lg__writer *why);

/* What a new array is to have. Buffers lie at multiples of 64 bytes; their bytes are not set, but for those behind
 * the last. The validity bitmap, buffer 0, is there if its size is not 0. Buffer 2 is text, and its offsets have 32
 * bits. */
typedef struct lg__shape {
    int64_t length, children;
    int32_t buffers, has_dictionary;
    uint64_t sizes[3];
} lg__shape;

/* Makes an array with released children and dictionary to be filled in. LG_E_MEMORY, and LG_E_CAPACITY of more than
 * 2^31 - 1 bytes of text: *array is released. */
lg_status lg__node_new(struct ArrowArray *array, const lg__shape *shape);
void *lg__node_buffer(const struct ArrowArray *array, int32_t buffer);

/* An array for the rows of `parent` of one of its children. It holds nothing until it takes the child over. */
lg_status lg__label_new(struct ArrowArray *array, const struct ArrowArray *parent, int64_t child);
void lg__label_take(struct ArrowArray *array, struct ArrowArray *child);

/* Sizes that a result may need stay within 64 bits as long as there are no more rows than this. */
#define LG__BATCH_ROWS_MAX (INT64_MAX / 128)

/* Judges a batch. first_row is the number of its first row for readers of messages. On success the array has been
 * consumed; else it is as it was, and *out is released. */
lg_status lg__judge_batch(const lg__batch_plan *plan, struct ArrowArray *array, uint64_t first_row,
                          struct ArrowArray *out, lg__writer *why);

static inline int lg__bit(const uint8_t *bits, uint64_t i) { return bits[i / 8] >> i % 8 & 1; }

/* lists.c: a list column of the names of facts in sets of 4 words a row; without validity.
 * On failure *array may hold something. */
lg_status lg__list_facts(struct ArrowArray *array, const uint64_t *words, int64_t rows);

/* errors.c: the column `error`, without validity; statuses as the engine wrote them. */
lg_status lg__error_column(const lg__batch_plan *plan, const lg_column *columns, const int8_t *statuses, int64_t rows,
                           uint64_t first_row, struct ArrowArray *array);

/* cell.c: the value of a row as its column holds it; and whether it is a number at all. */
void lg__put_cell(lg__writer *writer, const lg_column *column, uint64_t row);
int lg__cell_is_number(const lg_column *column, uint64_t row);

#endif
