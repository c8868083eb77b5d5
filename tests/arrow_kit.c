/* SPDX-License-Identifier: Apache-2.0 */
#include "arrow_kit.h"

#include <stdio.h>

int kit_live;
int kit_fetched;

enum { COLUMNS_MAX = 128 };

static void *get(size_t size)
{
    void *memory = malloc(size > 0 ? size : 1);
    REQUIRE(memory != NULL);
    return memory;
}

static char *copy_text(const char *text) { return strcpy(get(strlen(text) + 1), text); }

/* --------------------------------------------------------------------- releasing, by the book */

static void release_schema(struct ArrowSchema *schema)
{
    REQUIRE(schema->release != NULL);
    for (int64_t i = 0; i < schema->n_children; i++) {
        if (schema->children[i]->release != NULL)
            schema->children[i]->release(schema->children[i]);
        free(schema->children[i]);
    }
    if (schema->dictionary != NULL) {
        if (schema->dictionary->release != NULL)
            schema->dictionary->release(schema->dictionary);
        free(schema->dictionary);
    }
    free(schema->children);
    free(schema->private_data);
    free((void *)(uintptr_t)schema->format);
    free((void *)(uintptr_t)schema->name);
    free((void *)(uintptr_t)schema->metadata);
    schema->release = NULL;
    kit_live--;
}

/* What a producer may need is in private_data alone: a consumer may have moved the struct, and changed the copy's
 * length. */
struct owned {
    void *buffers[3];
    const void *pointers[3];
    struct ArrowArray *children[COLUMNS_MAX], *dictionary;
    int64_t count;
};

static void release_array(struct ArrowArray *array)
{
    struct owned *owned = array->private_data;
    REQUIRE(array->release != NULL);
    for (int64_t i = 0; i < owned->count; i++) {
        if (owned->children[i]->release != NULL)
            owned->children[i]->release(owned->children[i]);
        free(owned->children[i]);
    }
    if (owned->dictionary != NULL && owned->dictionary->release != NULL)
        owned->dictionary->release(owned->dictionary);
    free(owned->dictionary);
    for (size_t i = 0; i < COUNT(owned->buffers); i++)
        free(owned->buffers[i]);
    free(owned);
    array->release = NULL;
    kit_live--;
}

/* ----------------------------------------------------------------------------------- making */

static void make_schema(struct ArrowSchema *schema, const char *name, const char *format)
{
    memset(schema, 0, sizeof *schema);
    schema->format = copy_text(format);
    schema->name = copy_text(name);
    schema->flags = ARROW_FLAG_NULLABLE;
    schema->release = release_schema;
    kit_live++;
}

static void make_array(struct ArrowArray *array, int64_t length, int64_t buffers)
{
    struct owned *owned = get(sizeof *owned);
    memset(owned, 0, sizeof *owned);
    memset(array, 0, sizeof *array);
    array->length = length;
    array->n_buffers = buffers;
    array->buffers = owned->pointers;
    array->children = owned->children;
    array->private_data = owned;
    array->release = release_array;
    kit_live++;
}

static void set_buffer(struct ArrowArray *array, int i, const void *bytes, size_t size)
{
    struct owned *owned = array->private_data;
    free(owned->buffers[i]);
    owned->buffers[i] = get(size);
    if (size > 0)
        memcpy(owned->buffers[i], bytes, size);
    owned->pointers[i] = owned->buffers[i];
}

static struct ArrowSchema *add_schema(struct ArrowSchema *schema, const char *name, const char *format)
{
    if (schema->children == NULL)
        schema->children = get(COLUMNS_MAX * sizeof(schema->children[0]));
    schema->children[schema->n_children] = get(sizeof *schema);
    make_schema(schema->children[schema->n_children], name, format);
    return schema->children[schema->n_children++];
}

static struct ArrowArray *add_array(struct ArrowArray *array, int64_t length, int64_t buffers)
{
    struct owned *owned = array->private_data;
    owned->children[owned->count] = get(sizeof *array);
    make_array(owned->children[owned->count], length, buffers);
    array->n_children = ++owned->count;
    return owned->children[owned->count - 1];
}

void kit_open(kit_table *table, int64_t rows)
{
    make_schema(&table->schema, "", "+s");
    make_array(&table->array, rows, 1);
}

void kit_close(kit_table *table)
{
    if (table->schema.release != NULL)
        table->schema.release(&table->schema);
    if (table->array.release != NULL)
        table->array.release(&table->array);
}

struct ArrowArray *kit_add(kit_table *table, const char *name, const char *format, const void *values, size_t bytes)
{
    struct ArrowArray *array = add_array(&table->array, table->array.length, strcmp(format, "n") == 0 ? 0 : 2);
    add_schema(&table->schema, name, format);
    if (bytes > 0)
        set_buffer(array, 1, values, bytes);
    return array;
}

static void fill_words(struct ArrowArray *array, const char *const *words, int64_t count)
{
    char bits[256], text[4096] = "";
    int32_t offsets[256] = {0};
    for (int64_t i = 0; i < count; i++) {
        bits[i] = words[i] != NULL ? '1' : '0';
        strcat(text, words[i] != NULL ? words[i] : "");
        offsets[i + 1] = (int32_t)strlen(text);
    }
    bits[count] = '\0';
    set_buffer(array, 1, offsets, (size_t)(count + 1) * sizeof offsets[0]);
    set_buffer(array, 2, text, strlen(text));
    if (strchr(bits, '0') != NULL)
        kit_validity(array, bits);
}

struct ArrowArray *kit_add_words(kit_table *table, const char *name, const char *const *words)
{
    struct ArrowArray *array = add_array(&table->array, table->array.length, 3);
    add_schema(&table->schema, name, "u");
    fill_words(array, words, array->length);
    return array;
}

struct ArrowArray *kit_add_dictionary(kit_table *table, const char *name, const int8_t *indices,
                                      const char *const *words, int64_t count)
{
    struct ArrowArray *array = kit_add(table, name, "c", indices, (size_t)table->array.length);
    struct owned *owned = array->private_data;
    struct ArrowSchema *schema = kit_last_schema(table);
    schema->dictionary = get(sizeof *schema);
    make_schema(schema->dictionary, "", "u");
    owned->dictionary = array->dictionary = get(sizeof *array);
    make_array(array->dictionary, count, 3);
    fill_words(array->dictionary, words, count);
    return array;
}

struct ArrowArray *kit_add_nested(kit_table *table, const char *name, const int64_t *numbers, const char *const *words)
{
    int64_t length = table->array.length;
    struct ArrowArray *array = add_array(&table->array, length, 1);
    struct ArrowSchema *schema = add_schema(&table->schema, name, "+s");
    add_schema(schema, "number", "l");
    add_schema(schema, "word", "u");
    set_buffer(add_array(array, length, 2), 1, numbers, (size_t)length * sizeof *numbers);
    fill_words(add_array(array, length, 3), words, length);
    return array;
}

void kit_pack(uint8_t *bytes, const char *bits)
{
    memset(bytes, 0, (strlen(bits) + 7) / 8);
    for (size_t i = 0; bits[i] != '\0'; i++)
        bytes[i / 8] = (uint8_t)(bytes[i / 8] | (bits[i] == '1') << i % 8);
}

void kit_validity(struct ArrowArray *array, const char *bits)
{
    size_t size = (strlen(bits) + 7) / 8;
    uint8_t *bytes = get(size);
    kit_pack(bytes, bits);
    set_buffer(array, 0, bytes, size);
    free(bytes);
    array->null_count = -1;
}

/* The format of the specification: a number of pairs, each text with its length before it. */
void kit_metadata(struct ArrowSchema *schema, const char *key, const char *value)
{
    int32_t pairs = 1, lengths[2] = {(int32_t)strlen(key), (int32_t)strlen(value)};
    char *metadata = get(3 * sizeof pairs + strlen(key) + strlen(value)), *at = metadata;
    memcpy(at, &pairs, sizeof pairs);
    at += sizeof pairs;
    for (int i = 0; i < 2; i++) {
        memcpy(at, &lengths[i], sizeof lengths[i]);
        memcpy(at + sizeof lengths[i], i == 0 ? key : value, (size_t)lengths[i]);
        at += sizeof lengths[i] + (size_t)lengths[i];
    }
    schema->metadata = metadata;
}

struct ArrowSchema *kit_last_schema(kit_table *table) { return table->schema.children[table->schema.n_children - 1]; }

/* --------------------------------------------------------------------------------- streams */

enum { BATCHES_MAX = 8 };

struct source {
    kit_table batches[BATCHES_MAX];
    int count, next, fail_at, code;
    const char *words;
};

/* The schema may be asked for once only: whoever asks again has not kept it. */
static int source_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out)
{
    struct source *source = stream->private_data;
    if (source->fail_at < 0)
        return source->code;
    REQUIRE(source->batches[0].schema.release != NULL);
    *out = source->batches[0].schema;
    source->batches[0].schema.release = NULL;
    return 0;
}

static int source_next(struct ArrowArrayStream *stream, struct ArrowArray *out)
{
    struct source *source = stream->private_data;
    kit_fetched++;
    if (source->next == source->fail_at)
        return source->code;
    memset(out, 0, sizeof *out);
    if (source->next == source->count)
        return 0;
    *out = source->batches[source->next].array;
    source->batches[source->next++].array.release = NULL;
    return 0;
}

static const char *source_error(struct ArrowArrayStream *stream)
{
    struct source *source = stream->private_data;
    return source->words;
}

static void source_release(struct ArrowArrayStream *stream)
{
    struct source *source = stream->private_data;
    for (int i = 0; i < source->count; i++)
        kit_close(&source->batches[i]);
    free(source);
    stream->release = NULL;
    kit_live--;
}

void kit_stream(struct ArrowArrayStream *stream, kit_table *batches, int count, int fail_at, int code,
                const char *words)
{
    struct source *source = get(sizeof *source);
    REQUIRE(count <= BATCHES_MAX);
    memset(source, 0, sizeof *source);
    memcpy(source->batches, batches, (size_t)count * sizeof *batches);
    for (int i = 1; i < count; i++)
        source->batches[i].schema.release(&source->batches[i].schema);
    source->count = count;
    source->fail_at = fail_at;
    source->code = code;
    source->words = words;
    stream->get_schema = source_schema;
    stream->get_next = source_next;
    stream->get_last_error = source_error;
    stream->release = source_release;
    stream->private_data = source;
    kit_fetched = 0;
    kit_live++;
}

/* -------------------------------------------------------------------------------- consumer */

static int bit_of(const void *bits, int64_t i) { return ((const uint8_t *)bits)[i / 8] >> i % 8 & 1; }

static int is_null(const struct ArrowArray *array, int64_t row)
{
    return array->n_buffers > 0 && array->buffers[0] != NULL && !bit_of(array->buffers[0], array->offset + row);
}

static void check_offsets(const struct ArrowArray *array, int64_t end)
{
    const int32_t *offsets = array->buffers[1];
    REQUIRE(array->buffers[1] != NULL && offsets[0] >= 0);
    for (int64_t i = 0; i < array->offset + array->length; i++)
        REQUIRE(offsets[i] <= offsets[i + 1]);
    REQUIRE(end < 0 || offsets[array->offset + array->length] <= end);
}

static void check_nulls(const struct ArrowArray *array)
{
    int64_t nulls = 0;
    for (int64_t i = 0; i < array->length; i++)
        nulls += is_null(array, i);
    REQUIRE_MSG(array->null_count == -1 || array->null_count == nulls, "null_count %d, but %d nulls",
                (int)array->null_count, (int)nulls);
}

static int64_t buffers_of(const char *format)
{
    if (strcmp(format, "+s") == 0)
        return 1;
    return strcmp(format, "u") == 0 ? 3 : 2;
}

static void check_children(const struct ArrowSchema *schema, const struct ArrowArray *array)
{
    REQUIRE(schema->n_children == array->n_children);
    for (int64_t i = 0; i < array->n_children; i++) {
        kit_check(schema->children[i], array->children[i]);
        REQUIRE(strcmp(schema->format, "+s") != 0 || array->children[i]->length >= array->offset + array->length);
    }
    REQUIRE((schema->dictionary != NULL) == (array->dictionary != NULL));
    if (schema->dictionary != NULL)
        kit_check(schema->dictionary, array->dictionary);
}

static void check_indices(const struct ArrowArray *array)
{
    const int8_t *indices = array->buffers[1];
    for (int64_t i = 0; i < array->length; i++)
        REQUIRE(is_null(array, i) ||
                (indices[array->offset + i] >= 0 && indices[array->offset + i] < array->dictionary->length));
}

void kit_check(const struct ArrowSchema *schema, const struct ArrowArray *array)
{
    REQUIRE(schema->release != NULL && array->release != NULL);
    REQUIRE(array->length >= 0 && array->offset >= 0 && array->buffers != NULL);
    REQUIRE_MSG(array->n_buffers == buffers_of(schema->format), "%s of format %s has %d buffers", schema->name,
                schema->format, (int)array->n_buffers);
    REQUIRE(array->null_count == 0 || array->n_buffers == 0 || array->buffers[0] != NULL);
    check_children(schema, array);
    check_nulls(array);
    if (strcmp(schema->format, "u") == 0)
        check_offsets(array, -1);
    if (strcmp(schema->format, "+l") == 0)
        check_offsets(array, array->children[0]->length);
    if (schema->dictionary != NULL)
        check_indices(array);
}

int64_t kit_find(const struct ArrowSchema *schema, const char *name)
{
    for (int64_t i = 0; i < schema->n_children; i++)
        if (strcmp(schema->children[i]->name, name) == 0)
            return i;
    ck_abort_msg("no column %s", name);
    return -1;
}

static void cell_words(const struct ArrowSchema *schema, const struct ArrowArray *array, int64_t row, char *text,
                       size_t room);

static void list_words(const struct ArrowSchema *schema, const struct ArrowArray *array, int64_t row, char *text,
                       size_t room)
{
    const int32_t *offsets = (const int32_t *)array->buffers[1] + array->offset + row;
    text[0] = '\0';
    for (int32_t i = offsets[0]; i < offsets[1]; i++) {
        size_t used = strlen(text);
        snprintf(text + used, room - used, "%s", i > offsets[0] ? ";" : "");
        used = strlen(text);
        cell_words(schema->children[0], array->children[0], i, text + used, room - used);
    }
}

static void cell_words(const struct ArrowSchema *schema, const struct ArrowArray *array, int64_t row, char *text,
                       size_t room)
{
    int64_t at = array->offset + row;
    const char *format = schema->format;
    if (is_null(array, row)) {
        snprintf(text, room, "null");
    } else if (schema->dictionary != NULL) {
        cell_words(schema->dictionary, array->dictionary, ((const int8_t *)array->buffers[1])[at], text, room);
    } else if (strcmp(format, "u") == 0) {
        const int32_t *offsets = (const int32_t *)array->buffers[1] + at;
        snprintf(text, room, "%.*s", (int)(offsets[1] - offsets[0]), (const char *)array->buffers[2] + offsets[0]);
    } else if (strcmp(format, "i") == 0) {
        snprintf(text, room, "%d", (int)((const int32_t *)array->buffers[1])[at]);
    } else if (strcmp(format, "l") == 0) {
        snprintf(text, room, "%lld", (long long)((const int64_t *)array->buffers[1])[at]);
    } else if (strcmp(format, "+l") == 0) {
        list_words(schema, array, row, text, room);
    } else {
        ck_abort_msg("the kit does not read format %s", format);
    }
}

const char *kit_cell(const struct ArrowSchema *schema, const struct ArrowArray *array, int64_t column, int64_t row,
                     char text[KIT_CELL])
{
    cell_words(schema->children[column], array->children[column], row + array->offset, text, KIT_CELL);
    return text;
}

void kit_column_is(const struct ArrowSchema *schema, const struct ArrowArray *array, const char *name,
                   const char *expected)
{
    char all[2 * KIT_CELL] = "", cell[KIT_CELL];
    int64_t column = kit_find(schema, name);
    for (int64_t row = 0; row < array->length; row++) {
        strcat(all, row > 0 ? "|" : "");
        strcat(all, kit_cell(schema, array, column, row, cell));
    }
    ck_assert_msg(strcmp(all, expected) == 0, "%s is %s, not %s", name, all, expected);
}

void kit_names_are(const struct ArrowSchema *schema, const char *expected)
{
    char all[2 * KIT_CELL] = "";
    for (int64_t i = 0; i < schema->n_children; i++) {
        strcat(all, i > 0 ? "|" : "");
        strcat(all, schema->children[i]->name);
    }
    ck_assert_str_eq(all, expected);
}

void kit_judge_by(const lg_ruleset *rules, kit_table *table, const lg_arrow_options *options, kit_result *result)
{
    char message[256] = "?";
    POISON(*result);
    lg_status status = lg_arrow_evaluate(rules, &table->schema, &table->array, options, &result->schema, &result->array,
                                         message, sizeof message);
    ck_assert_msg(status == LG_OK && message[0] == '\0', "status %d: %s", (int)status, message);
    ck_assert(table->array.release == NULL);
    ck_assert(table->schema.release != NULL);
    kit_check(&result->schema, &result->array);
}

void kit_judge(const char *rules, kit_table *table, const lg_arrow_options *options, kit_result *result)
{
    kit_judge_by(rules_of(rules), table, options, result);
}

void kit_release(kit_result *result)
{
    result->array.release(&result->array);
    result->schema.release(&result->schema);
    ck_assert(result->array.release == NULL);
    ck_assert(result->schema.release == NULL);
}
