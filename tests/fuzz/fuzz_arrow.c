/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tables of Arrow whose structs lie: a table in order, and then, in one table of two, some members that are not:
 * lengths, offsets, counts of nulls, buffers and children, formats, names, NULLs, dictionaries, and structs that have
 * been released. Every release is counted, allocations fail, and results are read to their last byte.
 *
 * The interface gives no sizes, so that a consumer cannot tell when a buffer is shorter than lengths and offsets
 * say, an array of children than its count, a text of a schema than its NUL or a metadata than its own lengths. These
 * are as long as they are said to be, where that is possible; where not (a length of 2^40), nothing that is in order
 * comes with it but what memory cannot hold either.
 */
#include "people.h"

#include <arrow/batch.h>

enum { COLUMNS_MOST = 12, STRUCTS_MOST = 512, CHILDREN_ROOM = 16, ROWS_READ = 1024 };

/* --------------------------------------------------------- memory of the library, in this place */

static int64_t blocks_live;
static uint32_t blocks_left; /* before one fails */
static int has_failed;

#define LARGEST_BLOCK (UINT64_C(1) << 26)

void *lg__allocate(uint64_t size)
{
    int fails = size > LARGEST_BLOCK || blocks_left == 0;
    has_failed |= fails;
    if (fails)
        return NULL;
    blocks_left--;
    blocks_live++;
    return room_get((size_t)size);
}

void lg__free(void *memory)
{
    blocks_live -= memory != NULL;
    free(memory);
}

/* ------------------------------------------------------------------------- memory of the input */

/* Freed at the end of an input, whatever has become of the structs that point there. */
static void *pool[16 * STRUCTS_MOST];
static size_t pool_count;

static void *pool_get(size_t size)
{
    REQUIRE(pool_count < COUNT(pool));
    return pool[pool_count++] = room_get(size);
}

static void pool_empty(void)
{
    while (pool_count > 0)
        free(pool[--pool_count]);
}

static int64_t schemas_live, arrays_live, streams_live;

/* What a struct really holds, whatever it says: private_data. */
struct schema_holder {
    struct ArrowSchema *parts[CHILDREN_ROOM];
    int count;
};
struct array_holder {
    struct ArrowArray *parts[CHILDREN_ROOM];
    int count;
};

static void release_schema(struct ArrowSchema *schema)
{
    struct schema_holder *holder = schema->private_data;
    REQUIRE(schema->release == release_schema);
    for (int i = 0; i < holder->count; i++)
        if (holder->parts[i]->release)
            holder->parts[i]->release(holder->parts[i]);
    schema->release = NULL;
    schemas_live--;
}

static void release_array(struct ArrowArray *array)
{
    struct array_holder *holder = array->private_data;
    REQUIRE(array->release == release_array);
    for (int i = 0; i < holder->count; i++)
        if (holder->parts[i]->release)
            holder->parts[i]->release(holder->parts[i]);
    array->release = NULL;
    arrays_live--;
}

/* ------------------------------------------------------------------------------------ schemas */

static void make_schema(struct ArrowSchema *schema, const char *format, const char *name)
{
    memset(schema, 0, sizeof *schema);
    schema->format = format;
    schema->name = name;
    schema->flags = ARROW_FLAG_NULLABLE;
    schema->private_data = memset(pool_get(sizeof(struct schema_holder)), 0, sizeof(struct schema_holder));
    schema->children = pool_get(CHILDREN_ROOM * sizeof *schema->children);
    memset(schema->children, 0, CHILDREN_ROOM * sizeof *schema->children);
    schema->release = release_schema;
    schemas_live++;
}

static struct ArrowSchema *add_schema(struct ArrowSchema *schema, const char *format, const char *name)
{
    struct schema_holder *holder = schema->private_data;
    struct ArrowSchema *part = pool_get(sizeof *part);
    REQUIRE(holder->count < CHILDREN_ROOM - 1); /* behind the last one there is always a NULL */
    make_schema(part, format, name);
    holder->parts[holder->count++] = part;
    return part;
}

static struct ArrowSchema *add_child_schema(struct ArrowSchema *schema, const char *format, const char *name)
{
    struct ArrowSchema *part = add_schema(schema, format, name);
    schema->children[schema->n_children++] = part;
    return part;
}

static char *pool_text(input *in)
{
    size_t length;
    char *text = take_text(in, &length), *kept = memcpy(pool_get(length + 1), text, length + 1);
    free(text);
    return kept;
}

/* One or no pair, as the specification has it; or a number below 0 in one of its three places. */
static const char *take_metadata(input *in)
{
    char *text = pool_text(in), *metadata = pool_get(3 * sizeof(int32_t) + 2 * strlen(text));
    int32_t numbers[3] = {take_chance(in, 4) ? 0 : 1, (int32_t)strlen(text), (int32_t)strlen(text)};
    uint32_t lie = take_below(in, 6);
    if (lie < 3)
        numbers[lie] = -numbers[lie] - 1;
    char *at = memcpy(metadata, &numbers[0], sizeof numbers[0]);
    for (int i = 1; i < 3; i++) {
        memcpy(at += sizeof numbers[0], &numbers[i], sizeof numbers[i]);
        at = (char *)memcpy(at + sizeof numbers[0], text, strlen(text)) + strlen(text) - sizeof numbers[0];
    }
    return metadata;
}

static const char *const FORMATS[] = {"l", "i", "s", "c", "L", "I", "S", "C", "b", "g", "n", "d:19,2", "d:38,0"};
static const char *const OTHER_FORMATS[] = {
    "e",        "f",          "u",   "U",           "z", "w:3",  "tdD", "tss:UTC", "+s", "+l",
    "d:19,-40", "d:76,2,256", "d:,", "d:999999999", "",  "+w:2", "vu",  "+ud:1",   "lx", "d:19,2,128"};

static const char *take_format(input *in)
{
    uint32_t kind = take_below(in, 24);
    if (kind == 23)
        return pool_text(in);
    return kind == 22 ? OTHER_FORMATS[take_below(in, COUNT(OTHER_FORMATS))] : FORMATS[take_below(in, COUNT(FORMATS))];
}

static const char *take_name(input *in)
{
    const lg_fact *fact = lg_fact_describe(take_below(in, lg_fact_count()));
    const lg_unit_info *unit = lg_unit_describe((lg_unit)take_below(in, 15));
    uint32_t kind = take_below(in, 32);
    if (kind == 31)
        return pool_text(in);
    if (kind > 26)
        return lg_label_name(kind - 27);
    if (!unit || unit->canonical != fact->unit || kind > 20)
        return fact->column;
    char *name = pool_get(strlen(fact->name) + strlen(unit->suffix) + 1);
    return strcat(strcpy(name, fact->name), unit->suffix);
}

/* Below a label there may be anything. */
static void add_below_label(input *in, struct ArrowSchema *schema)
{
    for (uint32_t depth = take_chance(in, 32) ? 40 : take_below(in, 4); depth > 0; depth--) {
        if (take_chance(in, 3))
            schema->metadata = take_metadata(in);
        schema = take_chance(in, 3) ? (schema->dictionary = add_schema(schema, take_format(in), "d"))
                                    : add_child_schema(schema, take_format(in), take_chance(in, 8) ? NULL : "item");
    }
}

static int is_label(const char *name)
{
    uint32_t i = 0;
    while (name && lg_label_name(i) && strcmp(name, lg_label_name(i)) != 0)
        i++;
    return name && lg_label_name(i);
}

static void take_schema(input *in, struct ArrowSchema *schema)
{
    make_schema(schema, "+s", "");
    for (uint32_t count = take_below(in, COLUMNS_MOST + 1); count > 0; count--) {
        const char *name = take_name(in);
        struct ArrowSchema *child = add_child_schema(schema, take_format(in), name);
        if (is_label(name))
            add_below_label(in, child);
    }
}

/* ------------------------------------------------------------------------------------- arrays */

static size_t bytes_of(const char *format, int64_t elements)
{
    static const char SIZED[] = "lLgiIsScCbn";
    static const uint8_t EIGHTHS[] = {64, 64, 64, 32, 32, 16, 16, 8, 8, 1, 0};
    const char *at = format && *format ? strchr(SIZED, *format) : NULL;
    return ((size_t)elements * (at ? EIGHTHS[at - SIZED] : 128) + 7) / 8;
}

/* Cells near what their fact may be, or any bytes. */
static void *take_values(input *in, const char *name, const char *format, int64_t elements)
{
    size_t size = bytes_of(format, elements), cell_size = bytes_of(format, 1), used = 0;
    uint8_t *values = pool_get(size);
    uint32_t fact = LG_FACT_NONE;
    lg_unit unit = LG_UNIT_NONE;
    lg_fact_find_column(name, &fact, &unit);
    int64_t factor = lg_unit_describe(unit) ? lg_unit_describe(unit)->factor : 1;
    for (uint32_t cells = 0; used < size && cells < 16; cells++, used += cell_size) {
        int64_t value = take_value(in, NULL, fact) / factor;
        uint8_t cell[16] = {0};
        double number = (double)value;
        memcpy(cell, &value, sizeof value);
        memset(cell + 8, value < 0 ? 0xFF : 0, 8);
        if (format && format[0] == 'g')
            memcpy(cell, &number, sizeof number);
        memcpy(values + used, cell, cell_size < size - used ? cell_size : size - used);
    }
    for (size_t i = used; i < size && used > 0; i++)
        values[i] = values[i % used]; /* the rest is the same again */
    return values;
}

static uint8_t *take_bits(input *in, int64_t elements, uint8_t mask)
{
    size_t size = ((size_t)elements + 7) / 8;
    uint8_t *bits = pool_get(size);
    for (size_t i = 0; i < size; i++)
        bits[i] = (uint8_t)((i < 8 ? take_byte(in) : bits[i - 8]) | mask);
    return bits;
}

static void make_array(struct ArrowArray *array, int64_t length, int64_t offset)
{
    memset(array, 0, sizeof *array);
    array->length = length;
    array->offset = offset;
    array->n_buffers = 2;
    array->private_data = memset(pool_get(sizeof(struct array_holder)), 0, sizeof(struct array_holder));
    array->children = pool_get(CHILDREN_ROOM * sizeof *array->children);
    memset(array->children, 0, CHILDREN_ROOM * sizeof *array->children);
    array->buffers = pool_get(3 * sizeof *array->buffers);
    memset((void *)(uintptr_t)array->buffers, 0, 3 * sizeof *array->buffers);
    array->release = release_array;
    arrays_live++;
}

static struct ArrowArray *add_array(struct ArrowArray *array, int64_t length, int64_t offset)
{
    struct array_holder *holder = array->private_data;
    struct ArrowArray *part = pool_get(sizeof *part);
    REQUIRE(holder->count < CHILDREN_ROOM - 1);
    make_array(part, length, offset);
    holder->parts[holder->count++] = part;
    return part;
}

static void add_column(input *in, struct ArrowArray *array, const struct ArrowSchema *schema)
{
    int64_t more = take_below(in, 4), fewer = take_chance(in, 32) ? take_below(in, 8) : 0;
    int64_t rows = array->offset + array->length + more, offset = take_below(in, 20);
    rows = rows > fewer ? rows - fewer : 0; /* and buffers no longer than that */
    struct ArrowArray *child = add_array(array, rows, offset);
    array->children[array->n_children++] = child;
    if (take_chance(in, 2)) {
        child->buffers[0] = take_bits(in, rows + offset, take_byte(in));
        child->null_count = take_chance(in, 2) ? -1 : (int64_t)take_below(in, 4);
    }
    child->buffers[1] = take_values(in, schema->name, schema->format, rows + offset);
    child->n_buffers = schema->format && strcmp(schema->format, "n") == 0 ? 0 : 2;
    if (schema->dictionary)
        child->dictionary = add_array(child, 3, 0);
}

static void take_array(input *in, const struct ArrowSchema *schema, struct ArrowArray *array)
{
    static const uint16_t ROWS[] = {1, 2, 3, 0, 7, 8, 9, 64, 65, 256, 257, 300};
    make_array(array, ROWS[take_below(in, COUNT(ROWS))], take_chance(in, 4) ? take_below(in, 20) : 0);
    array->n_buffers = 1;
    if (take_chance(in, 8))
        array->buffers[0] = take_bits(in, array->length + array->offset, take_chance(in, 2) ? 0xFF : 0);
    const struct schema_holder *holder = schema->private_data;
    for (int i = 0; i < holder->count && i < COLUMNS_MOST; i++)
        add_column(in, array, holder->parts[i]);
}

/* --------------------------------------------------------------------------------------- lies */

/* Never right, and nothing that would have to be read: at the ends of 64 bits, or below 0. */
static int64_t take_lie(input *in)
{
    static const int64_t LIES[] = {-1, INT64_MIN, INT64_MAX, -2, INT64_C(1) << 40, INT64_MAX - 1, INT64_C(1) << 62};
    return LIES[take_below(in, COUNT(LIES))];
}

static void lie_about_schema(input *in, struct ArrowSchema *schema)
{
    switch (take_below(in, 8)) {
    case 0:
        schema->format = take_chance(in, 2) ? NULL : take_format(in);
        break;
    case 1:
        schema->name = take_chance(in, 2) ? NULL : pool_text(in);
        break;
    case 2:
        schema->n_children = take_chance(in, 2) ? take_lie(in) : (schema->n_children & 15) + 1;
        break;
    case 3:
        schema->children = NULL;
        break;
    case 4:
        if (schema->children)
            schema->children[take_below(in, CHILDREN_ROOM - 1)] = NULL;
        break;
    case 5:
        if (schema->release && ((struct schema_holder *)schema->private_data)->count < CHILDREN_ROOM - 1)
            schema->dictionary = add_schema(schema, take_format(in), "");
        break;
    case 6:
        schema->flags = take_number(in);
        break;
    default:
        if (schema->release)
            schema->release(schema);
        break;
    }
}

/* A column that has more rows than the array is in order: only so many are read as the array has. */
static void lie_about_array(input *in, struct ArrowArray *array)
{
    switch (take_below(in, 9)) {
    case 0:
        array->length =
            take_chance(in, 4) ? take_lie(in) : (array->length > 0 ? array->length : 0) - 1 - take_below(in, 4);
        break;
    case 1:
        array->offset = take_chance(in, 2) ? INT64_MAX : -1 - (int64_t)take_below(in, 1000);
        break;
    case 2:
        array->null_count = take_number(in);
        break;
    case 3:
        array->n_buffers = take_number(in);
        break;
    case 4:
        array->n_children = take_chance(in, 2) ? take_lie(in) : (array->n_children & 15) + 1;
        break;
    case 5:
        array->children[take_below(in, CHILDREN_ROOM - 1)] = NULL;
        break;
    case 6:
        if (array->buffers)
            array->buffers[take_below(in, 3)] = NULL;
        break;
    case 7:
        array->dictionary = array->dictionary || !array->release ? NULL : add_array(array, take_lie(in), take_lie(in));
        break;
    default:
        if (take_chance(in, 2))
            array->buffers = NULL;
        else if (array->release)
            array->release(array);
        break;
    }
}

/* Rows that cannot be read must be more than memory holds: then nothing of the array may be looked at by row. */
static void forbid_reading(struct ArrowArray *array)
{
    if (array->release && array->buffers && array->length > ROWS_READ)
        array->buffers[0] = NULL;
    if (array->release && array->offset > ROWS_READ && array->length > 0)
        array->offset = INT64_MAX; /* with a length: refused */
}

/* Before there are arrays, whose buffers are as long as these types need. */
static void lie_about_schemas(input *in, struct ArrowSchema *schema)
{
    struct schema_holder *schemas = schema->private_data;
    for (uint32_t lies = 1 + take_below(in, 2); lies > 0; lies--) {
        uint32_t i = take_below(in, CHILDREN_ROOM);
        lie_about_schema(in, (int)i < schemas->count ? schemas->parts[i] : schema);
    }
}

static void lie_about_arrays(input *in, struct ArrowArray *array)
{
    struct array_holder *arrays = array->private_data;
    for (uint32_t lies = 1 + take_below(in, 2); lies > 0; lies--) {
        uint32_t i = take_below(in, CHILDREN_ROOM);
        lie_about_array(in, (int)i < arrays->count ? arrays->parts[i] : array);
    }
    forbid_reading(array);
}

/* ------------------------------------------------------------------------------------ results */

static int is_null(const struct ArrowArray *array, int64_t i)
{
    const uint8_t *bits = array->n_buffers > 0 ? array->buffers[0] : NULL;
    return bits && !lg__bit(bits, (uint64_t)(array->offset + i));
}

static void read_texts(const struct ArrowArray *array)
{
    const int32_t *offsets = (const int32_t *)array->buffers[1] + array->offset;
    const char *text = array->buffers[2];
    REQUIRE(array->n_buffers == 3 && offsets[0] >= 0);
    for (int64_t i = 0; i < array->length; i++) {
        REQUIRE(offsets[i + 1] >= offsets[i]);
        REQUIRE(is_clean_text(text + offsets[i], (size_t)(offsets[i + 1] - offsets[i])));
    }
}

static void read_lists(const struct ArrowArray *array)
{
    const int32_t *offsets = (const int32_t *)array->buffers[1] + array->offset;
    REQUIRE(array->n_buffers == 2 && array->n_children == 1);
    for (int64_t i = 0; i < array->length; i++)
        REQUIRE(offsets[i + 1] >= offsets[i] && offsets[i + 1] <= array->children[0]->length);
    read_texts(array->children[0]);
}

static void read_words(const struct ArrowArray *array)
{
    const int8_t *words = (const int8_t *)array->buffers[1] + array->offset;
    REQUIRE(array->n_buffers == 2 && array->dictionary);
    for (int64_t i = 0; i < array->length; i++)
        REQUIRE(is_null(array, i) || (words[i] >= 0 && words[i] < array->dictionary->length));
    read_texts(array->dictionary);
}

static void read_points(const struct ArrowArray *array)
{
    const int32_t *points = (const int32_t *)array->buffers[1] + array->offset;
    for (int64_t i = 0; i < array->length; i++)
        REQUIRE(is_null(array, i) || (points[i] >= 0 && points[i] <= 1000000));
}

static void read_column(const struct ArrowSchema *schema, const struct ArrowArray *array, int64_t rows)
{
    REQUIRE(schema->release && array->release && array->length == rows);
    if (is_label(schema->name))
        return;
    REQUIRE(is_clean_text(schema->name, strlen(schema->name)));
    if (strcmp(schema->format, "c") == 0)
        read_words(array);
    else if (strcmp(schema->format, "i") == 0)
        read_points(array);
    else if (strcmp(schema->format, "+l") == 0)
        read_lists(array);
    else {
        REQUIRE(strcmp(schema->format, "u") == 0);
        read_texts(array);
    }
}

/* Reads all there is, and releases one column before the whole. */
static void read_result(input *in, const struct ArrowSchema *schema, struct ArrowArray *array)
{
    REQUIRE(array->n_children == schema->n_children && array->n_buffers == 1 && array->n_children > 0);
    for (int64_t i = 0; i < array->n_children; i++)
        read_column(schema->children[i], array->children[i], array->length);
    struct ArrowArray *moved = array->children[take_below(in, (uint32_t)array->n_children)];
    struct ArrowArray column = *moved;
    moved->release = NULL;
    if (take_chance(in, 2))
        array->release(array);
    column.release(&column);
    if (array->release)
        array->release(array);
}

/* -------------------------------------------------------------------------------------- calls */

struct wanted {
    const lg_ruleset *rules;
    lg_arrow_options options, *pointer; /* NULL: none */
    lg_default *defaults;
    char *message;
    uint64_t capacity;
};

static void take_wanted(input *in, struct wanted *wanted)
{
    uint32_t count;
    memset(wanted, 0, sizeof *wanted);
    wanted->rules = take_chance(in, 32) ? NULL : take_rules(in);
    wanted->defaults = take_defaults(in, wanted->rules, &count);
    wanted->options.struct_size =
        take_chance(in, 32) ? take_u32(in) % (uint32_t)sizeof wanted->options : (uint32_t)sizeof wanted->options;
    wanted->options.contents = take_chance(in, 32) ? take_u32(in) : take_below(in, 8);
    wanted->options.defaults = wanted->defaults;
    wanted->options.default_count = count;
    wanted->options.reserved = take_chance(in, 32) ? take_u32(in) : 0;
    wanted->pointer = take_chance(in, 8) ? NULL : &wanted->options;
    wanted->capacity = take_chance(in, 4) ? take_below(in, 256) : 1024;
    wanted->message = take_chance(in, 32) ? NULL : room_get((size_t)wanted->capacity);
    blocks_left = take_chance(in, 4) ? take_byte(in) : UINT32_MAX;
    has_failed = 0;
}

/* A sentence on failure, nothing on success. */
static void expect_message(const struct wanted *wanted, lg_status status)
{
    REQUIRE(status <= 0 && lg_status_name(status));
    if (!wanted->message || wanted->capacity == 0)
        return;
    REQUIRE(memchr(wanted->message, '\0', (size_t)wanted->capacity));
    REQUIRE(is_clean_text(wanted->message, strlen(wanted->message)));
    REQUIRE(status == LG_OK ? wanted->message[0] == '\0' : wanted->capacity == 1 || wanted->message[0] != '\0');
}

static void expect_memory(lg_status status) { REQUIRE(!has_failed || status == LG_E_MEMORY); }

/* The type alone is refused for what the table is refused for, as far as that is the type's fault. */
static lg_status type_alone(const struct wanted *wanted, const struct ArrowSchema *schema)
{
    struct ArrowSchema out;
    lg_status status =
        lg_arrow_result_schema(wanted->rules, schema, wanted->pointer, &out, wanted->message, wanted->capacity);
    expect_message(wanted, status);
    REQUIRE((status == LG_OK) == (out.release != NULL));
    if (out.release)
        out.release(&out);
    REQUIRE(lg_arrow_result_schema(wanted->rules, schema, wanted->pointer, NULL, NULL, 0) < 0);
    return status;
}

static void one_table(input *in, const struct wanted *wanted, struct ArrowSchema *schema, struct ArrowArray *array)
{
    struct ArrowSchema out_schema;
    struct ArrowArray out, before = *array;
    lg_status type = type_alone(wanted, schema);
    expect_memory(type);
    int64_t live = arrays_live, type_live = schemas_live;
    lg_status status = lg_arrow_evaluate(wanted->rules, schema, array, wanted->pointer, &out_schema, &out,
                                         wanted->message, wanted->capacity);
    expect_message(wanted, status);
    REQUIRE(schemas_live == type_live);
    REQUIRE(status != LG_OK || type == LG_OK || has_failed);
    REQUIRE((status == LG_OK) == (out.release != NULL) && (status == LG_OK) == (out_schema.release != NULL));
    if (status != LG_OK) {
        REQUIRE(memcmp(array, &before, sizeof before) == 0 && arrays_live == live);
        return;
    }
    REQUIRE(array->release == NULL && out.length == before.length && out.length <= ROWS_READ);
    read_result(in, &out_schema, &out);
    out_schema.release(&out_schema);
}

/* ------------------------------------------------------------------------------------ streams */

enum { BATCHES_MOST = 4 };

struct stream_holder {
    struct ArrowSchema schema;
    struct ArrowArray arrays[BATCHES_MOST];
    uint32_t count, next;
    int schema_code, code; /* of an error instead of the schema, or of the last batch */
    const char *words;
};

static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out)
{
    struct stream_holder *holder = stream->private_data;
    if (holder->schema_code != 0)
        return holder->schema_code;
    *out = holder->schema;
    holder->schema.release = NULL;
    return 0;
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *out)
{
    struct stream_holder *holder = stream->private_data;
    if (holder->next == holder->count) {
        out->release = NULL;
        return holder->code;
    }
    *out = holder->arrays[holder->next];
    holder->arrays[holder->next++].release = NULL;
    return 0;
}

static const char *get_last_error(struct ArrowArrayStream *stream)
{
    const struct stream_holder *holder = stream->private_data;
    return holder->words;
}

static void release_stream(struct ArrowArrayStream *stream)
{
    struct stream_holder *holder = stream->private_data;
    REQUIRE(stream->release == release_stream);
    if (holder->schema.release)
        holder->schema.release(&holder->schema);
    for (uint32_t i = 0; i < holder->count; i++)
        if (holder->arrays[i].release)
            holder->arrays[i].release(&holder->arrays[i]);
    stream->release = NULL;
    streams_live--;
}

static void take_stream(input *in, struct ArrowArrayStream *stream)
{
    struct stream_holder *holder = memset(pool_get(sizeof *holder), 0, sizeof *holder);
    take_schema(in, &holder->schema);
    if (take_chance(in, 8))
        lie_about_schemas(in, &holder->schema);
    holder->count = take_below(in, BATCHES_MOST + 1);
    for (uint32_t i = 0; i < holder->count; i++) {
        take_array(in, &holder->schema, &holder->arrays[i]);
        if (take_chance(in, 8))
            lie_about_arrays(in, &holder->arrays[i]);
        if (!holder->arrays[i].release)
            holder->count = i; /* that would be the end */
    }
    holder->schema_code = take_chance(in, 32) ? 5 : 0;
    holder->code = take_chance(in, 8) ? 1 + (int)take_byte(in) : 0;
    holder->words = take_chance(in, 2) ? pool_text(in) : NULL;
    stream->get_schema = get_schema;
    stream->get_next = get_next;
    stream->get_last_error = get_last_error;
    stream->release = release_stream;
    stream->private_data = holder;
    streams_live++;
}

static void read_stream(input *in, struct ArrowArrayStream *stream, const struct ArrowSchema *type)
{
    struct ArrowArray batch;
    int code, again;
    for (uint32_t i = 0; (code = stream->get_next(stream, &batch)) == 0 && batch.release; i++) {
        REQUIRE(i < BATCHES_MOST);
        if (type->release)
            read_result(in, type, &batch);
        else
            batch.release(&batch);
    }
    REQUIRE(code == 0 || (batch.release == NULL && stream->get_last_error(stream)));
    again = stream->get_next(stream, &batch);
    REQUIRE(again == code && batch.release == NULL);
}

static void one_stream(input *in, const struct wanted *wanted)
{
    struct ArrowArrayStream stream, output;
    struct ArrowSchema type;
    take_stream(in, &stream);
    lg_status status =
        lg_arrow_evaluate_stream(wanted->rules, &stream, wanted->pointer, &output, wanted->message, wanted->capacity);
    REQUIRE(status != LG_E_STREAM || ((struct stream_holder *)stream.private_data)->schema_code != 0);
    if (status != LG_E_STREAM) /* its words are the producer's */
        expect_message(wanted, status);
    REQUIRE((status == LG_OK) == (output.release != NULL) && (status == LG_OK) == (stream.release == NULL));
    if (stream.release)
        stream.release(&stream);
    if (!output.release)
        return;
    if (output.get_schema(&output, &type) != 0)
        REQUIRE(has_failed && !type.release);
    read_stream(in, &output, &type);
    if (type.release)
        type.release(&type);
    output.release(&output);
}

/* Arguments that are NULL, and structs that are where they should not. */
static void without(const struct wanted *wanted, struct ArrowSchema *schema, struct ArrowArray *array)
{
    struct ArrowSchema out_schema;
    struct ArrowArray out;
    struct ArrowArrayStream stream = {0};
    REQUIRE(lg_arrow_evaluate(wanted->rules, NULL, array, NULL, &out_schema, &out, NULL, 0) < 0);
    REQUIRE(!out.release && !out_schema.release);
    REQUIRE(lg_arrow_evaluate(wanted->rules, schema, NULL, NULL, NULL, &out, NULL, 0) < 0 && !out.release);
    REQUIRE(lg_arrow_evaluate(wanted->rules, schema, array, NULL, &out_schema, NULL, NULL, 0) < 0);
    REQUIRE(!out_schema.release);
    REQUIRE(lg_arrow_evaluate_stream(wanted->rules, &stream, NULL, &stream, NULL, 0) < 0);
    REQUIRE(lg_arrow_evaluate_stream(wanted->rules, NULL, NULL, &stream, NULL, 0) < 0 && !stream.release);
}

static void take_table(input *in, const struct wanted *wanted)
{
    struct ArrowSchema schema;
    struct ArrowArray array;
    take_schema(in, &schema);
    if (take_chance(in, 4))
        lie_about_schemas(in, &schema);
    take_array(in, &schema, &array);
    if (take_chance(in, 3))
        lie_about_arrays(in, &array);
    if (take_chance(in, 64))
        without(wanted, &schema, &array);
    one_table(in, wanted, &schema, &array);
    if (schema.release)
        schema.release(&schema);
    if (array.release)
        array.release(&array);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = {bytes, size};
    struct wanted wanted;
    take_wanted(&in, &wanted);
    if (take_chance(&in, 4))
        one_stream(&in, &wanted);
    else
        take_table(&in, &wanted);
    REQUIRE(blocks_live == 0);
    REQUIRE(schemas_live == 0 && streams_live == 0);
    REQUIRE(arrays_live == 0);
    pool_empty();
    free(wanted.message);
    free(wanted.defaults);
    return 0;
}
