/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A producer and a consumer of Arrow structs, made by hand from the specification. The producer gives every struct
 * and every buffer memory of its own and exact size, and counts what has not been released; the consumer looks at
 * everything that the specification demands of a result.
 */
#ifndef ARROW_KIT_H
#define ARROW_KIT_H

#include "suite.h"

#include <littlegiant/arrow.h>

/* --------------------------------------------------------------------------- producer */

/* Schemas, arrays and streams that the producer has made and nobody has released. */
extern int kit_live;

/* A schema, and an array; both with a child pointer per column. */
typedef struct kit_table {
    struct ArrowSchema schema;
    struct ArrowArray array;
} kit_table;

void kit_open(kit_table *table, int64_t rows);

/* Releases what has not been taken. */
void kit_close(kit_table *table);

/* Adds a column of the table's length with a copy of the values; its array may be changed afterwards. bytes 0 gives
 * NULL for values. */
struct ArrowArray *kit_add(kit_table *table, const char *name, const char *format, const void *values, size_t bytes);

/* Adds columns of texts: utf8, and int8 with a dictionary. NULL is null. */
struct ArrowArray *kit_add_words(kit_table *table, const char *name, const char *const *words);
struct ArrowArray *kit_add_dictionary(kit_table *table, const char *name, const int8_t *indices,
                                      const char *const *words, int64_t count);

/* Adds a label of struct type with two children, int64 and utf8. */
struct ArrowArray *kit_add_nested(kit_table *table, const char *name, const int64_t *numbers, const char *const *words);

/* Gives an array a validity bitmap from "1101": one character an element from the start of its buffers. */
void kit_validity(struct ArrowArray *array, const char *bits);

/* Packs "1101" into bytes; the length in bytes is that of the text / 8, rounded up. */
void kit_pack(uint8_t *bytes, const char *bits);

/* Gives a schema key and value as metadata. */
void kit_metadata(struct ArrowSchema *schema, const char *key, const char *value);

struct ArrowSchema *kit_last_schema(kit_table *table);

/* A stream over batches, which it takes; the schema is that of the first. The other schemas are released. At batch
 * `fail_at` (or the schema, for -1) it fails with code and words; fail_at above the batches: never. */
void kit_stream(struct ArrowArrayStream *stream, kit_table *batches, int count, int fail_at, int code,
                const char *words);

/* How often the producer's streams were asked for a batch. */
extern int kit_fetched;

/* --------------------------------------------------------------------------- consumer */

/* The test fails if the array is not what the specification says arrays of this type look like. */
void kit_check(const struct ArrowSchema *schema, const struct ArrowArray *array);

/* Index of the column with this name, or the test fails. */
int64_t kit_find(const struct ArrowSchema *schema, const char *name);

/* A cell in words: null, digits, text, or for lists a;b. */
#define KIT_CELL 4096
const char *kit_cell(const struct ArrowSchema *schema, const struct ArrowArray *array, int64_t column, int64_t row,
                     char text[KIT_CELL]);

/* The whole column as "met|not_met|null". */
void kit_column_is(const struct ArrowSchema *schema, const struct ArrowArray *array, const char *name,
                   const char *expected);

/* Names of all columns as "id|verdict|error". */
void kit_names_are(const struct ArrowSchema *schema, const char *expected);

/* A result, judged with a message that must be empty. */
typedef struct kit_result {
    struct ArrowSchema schema;
    struct ArrowArray array;
} kit_result;
void kit_judge_by(const lg_ruleset *rules, kit_table *table, const lg_arrow_options *options, kit_result *result);
void kit_judge(const char *rules, kit_table *table, const lg_arrow_options *options, kit_result *result);
void kit_release(kit_result *result);

#endif
