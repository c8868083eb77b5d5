/* SPDX-License-Identifier: Apache-2.0 */
/* Batches of Arrow: every type, offset and bitmap going in, every column coming out, and who releases what. */
#include "arrow_kit.h"

#include <math.h>
#include <stdio.h>

static const char REPORTED[] = "cn.little-giant.2020-reported", FULL[] = "cn.little-giant.2022";

static void kit_setup(void) { kit_live = 0; }
static void kit_teardown(void) { ck_assert_int_eq(kit_live, 0); }

static lg_arrow_options options_of(uint32_t contents)
{
    lg_arrow_options options;
    memset(&options, 0, sizeof options);
    options.struct_size = (uint32_t)sizeof options;
    options.contents = contents;
    return options;
}

/* ----------------------------------------------------------------------------------- types */

static const int64_t FEN64[] = {INT64_C(10000000001), INT64_C(10000000000)};
static const uint64_t FEN_U64[] = {UINT64_C(10000000001), UINT64_C(10000000000)};
static const int32_t WAN32[] = {10001, 10000};
static const uint32_t WAN_U32[] = {10001, 10000};
static const int16_t WAN16[] = {10001, 10000};
static const uint16_t WAN_U16[] = {10001, 10000};
static const int8_t RANK8[] = {3, 4};
static const uint8_t RANK_U8[] = {3, 4};
static const double YUAN[] = {100000000.25, 100000000.0}, YI[] = {1.5, 1.0};
static const int8_t FLAG8[] = {1, 0};
static const double FLAG_DOUBLE[] = {1, 0};
static const decimal128 CENTS[] = {{.low = UINT64_C(10000000001)}, {.low = UINT64_C(10000000000)}};
static const decimal128 WAN4[] = {{.low = 100000001}, {.low = 100000000}};
static const decimal128 RANK0[] = {{.low = 3}, {.low = 4}};

/* Two values of a column, of which the first meets the criterion of the press's requirements and the second,
 * on the bound or next to it, does not. */
static const struct type {
    const char *format, *column, *criterion;
    const void *values;
    size_t size;
} TYPES[] = {
    {"l", "revenue_y1_fen", "revenue", FEN64, 8},           {"L", "revenue_y1_fen", "revenue", FEN_U64, 8},
    {"i", "revenue_y1_wan", "revenue", WAN32, 4},           {"I", "revenue_y1_wan", "revenue", WAN_U32, 4},
    {"s", "revenue_y1_wan", "revenue", WAN16, 2},           {"S", "revenue_y1_wan", "revenue", WAN_U16, 2},
    {"c", "province_rank", "province-rank", RANK8, 1},      {"C", "province_rank", "province-rank", RANK_U8, 1},
    {"g", "revenue_y1_yuan", "revenue", YUAN, 8},           {"g", "revenue_y1_yi", "revenue", YI, 8},
    {"d:12,2", "revenue_y1_yuan", "revenue", CENTS, 16},    {"d:38,4,128", "revenue_y1_wan", "revenue", WAN4, 16},
    {"d:1,0", "province_rank", "province-rank", RANK0, 16}, {"c", "srdi_title", "srdi-title", FLAG8, 1},
    {"g", "srdi_title", "srdi-title", FLAG_DOUBLE, 8},
};

enum { LENGTH = 11, OFFSETS = 10 };

/* Row i holds value i % 3, and nothing for the third. */
static int kind_of_row(int64_t row) { return (int)(row % 3); }

/* How an array may say which rows are known. */
enum { ALL_KNOWN, COUNT_UNKNOWN, COUNT_KNOWN, NO_NULL_WITH_BITMAP, WAYS };

static int is_known(int64_t row, int way) { return way == ALL_KNOWN || way == NO_NULL_WITH_BITMAP || row % 3 != 2; }

static void set_way(struct ArrowArray *array, int64_t skipped, int way)
{
    char bits[64];
    int64_t nulls = 0;
    memset(bits, '0', sizeof bits); /* what is before the first row does not count */
    for (int64_t row = 0; row < LENGTH; row++) {
        bits[skipped + row] = is_known(row, way) ? '1' : '0';
        nulls += !is_known(row, way);
    }
    bits[skipped + LENGTH] = '\0';
    if (way != ALL_KNOWN)
        kit_validity(array, bits);
    array->null_count = way == COUNT_UNKNOWN || way == ALL_KNOWN ? -1 : nulls;
}

static const char *expected_words(int way, char text[256])
{
    static const char *const WORDS[] = {"met", "not_met"};
    text[0] = '\0';
    for (int64_t row = 0; row < LENGTH; row++) {
        strcat(text, row > 0 ? "|" : "");
        strcat(text, is_known(row, way) ? WORDS[kind_of_row(row) % 2] : "unknown");
    }
    return text;
}

/* Makes every row that is not to be read garbage. */
static struct ArrowArray *add_values(kit_table *table, const struct type *type, int64_t skipped, int way)
{
    unsigned char values[64 * 16];
    poison(values, sizeof values);
    for (int64_t row = 0; row < LENGTH; row++)
        if (is_known(row, way))
            memcpy(values + (size_t)(skipped + row) * type->size,
                   (const unsigned char *)type->values + (size_t)(kind_of_row(row) % 2) * type->size, type->size);
    return kit_add(table, type->column, type->format, values, (size_t)(skipped + LENGTH) * type->size);
}

static void judge_slice(const struct type *type, int64_t parent_offset, int64_t child_offset, int way)
{
    kit_table table;
    kit_result result;
    char expected[256];
    kit_open(&table, LENGTH);
    table.array.offset = parent_offset;
    struct ArrowArray *array = add_values(&table, type, parent_offset + child_offset, way);
    array->offset = child_offset;
    array->length = parent_offset + LENGTH;
    set_way(array, parent_offset + child_offset, way);
    kit_judge(REPORTED, &table, NULL, &result);
    kit_column_is(&result.schema, &result.array, type->criterion, expected_words(way, expected));
    kit_release(&result);
    kit_close(&table);
}

START_TEST(every_type_at_every_offset_with_every_bitmap)
{
    for (int64_t parent_offset = 0; parent_offset < OFFSETS; parent_offset++)
        for (int64_t child_offset = 0; child_offset < OFFSETS; child_offset++)
            for (int way = 0; way < WAYS; way++)
                judge_slice(&TYPES[_i], parent_offset, child_offset, way);
}
END_TEST

/* The interface recommends aligned buffers, and does not ask for them. */
START_TEST(values_may_lie_at_any_address)
{
    enum { MANY = 600 };
    static unsigned char values[MANY * 16 + 1];
    const struct type *type = &TYPES[_i];
    for (size_t shift = 0; shift < 2; shift++) {
        kit_table table;
        kit_result result;
        char cell[KIT_CELL];
        for (size_t row = 0; row < MANY; row++)
            memcpy(values + shift + row * type->size, (const unsigned char *)type->values + row % 2 * type->size,
                   type->size);
        kit_open(&table, MANY);
        kit_add(&table, type->column, type->format, NULL, 0)->buffers[1] = values + shift;
        kit_judge(REPORTED, &table, NULL, &result);
        for (int64_t row = 0; row < MANY; row++)
            REQUIRE(
                strcmp(kit_cell(&result.schema, &result.array, kit_find(&result.schema, type->criterion), row, cell),
                       row % 2 == 0 ? "met" : "not_met") == 0);
        kit_release(&result);
        kit_close(&table);
    }
}
END_TEST

START_TEST(booleans_are_bits_at_any_offset)
{
    static const char BITS[] = "1001101011100010";
    for (int64_t offset = 0; offset + 5 < (int64_t)strlen(BITS); offset++) {
        kit_table table;
        kit_result result;
        uint8_t bytes[2];
        char expected[64] = "";
        kit_pack(bytes, BITS);
        kit_open(&table, 5);
        kit_add(&table, "srdi_title", "b", bytes, sizeof bytes)->offset = offset;
        for (int64_t row = 0; row < 5; row++)
            sprintf(expected + strlen(expected), "%s%s", row > 0 ? "|" : "",
                    BITS[offset + row] == '1' ? "met" : "not_met");
        kit_judge(REPORTED, &table, NULL, &result);
        kit_column_is(&result.schema, &result.array, "srdi-title", expected);
        kit_release(&result);
        kit_close(&table);
    }
}
END_TEST

/* A producer that counts wrong must not turn what is unknown into a value. */
START_TEST(the_bitmap_holds_whatever_null_count_says)
{
    static const int8_t RANKS[] = {1, 1, 1};
    kit_table table;
    kit_result result;
    kit_open(&table, 3);
    struct ArrowArray *array = kit_add(&table, "province_rank", "c", RANKS, sizeof RANKS);
    kit_validity(array, "101");
    array->null_count = 0;
    kit_judge(REPORTED, &table, NULL, &result);
    kit_column_is(&result.schema, &result.array, "province-rank", "met|unknown|met");
    kit_release(&result);
    kit_close(&table);
}
END_TEST

START_TEST(a_column_of_nulls_is_unknown)
{
    kit_table table;
    kit_result result;
    kit_open(&table, 2);
    kit_add(&table, "srdi_title", "n", NULL, 0)->null_count = 2;
    kit_judge(REPORTED, &table, NULL, &result);
    kit_column_is(&result.schema, &result.array, "srdi-title", "unknown|unknown");
    kit_release(&result);
    kit_close(&table);
}
END_TEST

START_TEST(a_decimal_may_have_more_digits_than_64_bits)
{
    /* 100,000,000.01 and 100,000,000.00 times 10^20 */
    wide large = (wide)10000000001 * 1000000000 * 1000000000, bound = (wide)10000000000 * 1000000000 * 1000000000;
    wide values[] = {large, bound};
    kit_table table;
    kit_result result;
    kit_open(&table, 2);
    kit_add(&table, "revenue_y1_yuan", "d:38,20", values, sizeof values);
    kit_judge(REPORTED, &table, NULL, &result);
    kit_column_is(&result.schema, &result.array, "revenue", "met|not_met");
    kit_release(&result);
    kit_close(&table);
}
END_TEST

START_TEST(no_rows_give_no_rows)
{
    static const char *const NO_WORDS[] = {NULL};
    lg_arrow_options options = options_of(LG_ARROW_REASONS | LG_ARROW_POINTS | LG_ARROW_MISSING);
    kit_table table;
    kit_result result;
    kit_open(&table, 0);
    kit_add(&table, "revenue_y1_fen", "l", NULL, 0);
    kit_add(&table, "own_brand", "b", NULL, 0);
    kit_add_words(&table, "id", NO_WORDS);
    kit_judge(FULL, &table, &options, &result);
    ck_assert_int_eq(result.array.length, 0);
    kit_release(&result);
    kit_close(&table);
}
END_TEST

/* ---------------------------------------------------------------------------------- result */

static void open_three(kit_table *table)
{
    static const int64_t REVENUE[] = {INT64_C(10000000001), INT64_C(10000000000), 5};
    static const char *const IDS[] = {"A", NULL, "丙"};
    kit_open(table, 3);
    kit_add(table, "revenue_y1_fen", "l", REVENUE, sizeof REVENUE);
    kit_add_words(table, "id", IDS);
}

START_TEST(the_plain_result_has_labels_verdicts_and_errors)
{
    kit_table table;
    kit_result result;
    open_three(&table);
    kit_judge(REPORTED, &table, NULL, &result);
    kit_names_are(&result.schema, "id|verdict|srdi-title|revenue|province-rank|it-support|error");
    kit_column_is(&result.schema, &result.array, "id", "A|null|丙");
    kit_column_is(&result.schema, &result.array, "verdict", "unknown|not_met|not_met");
    kit_column_is(&result.schema, &result.array, "revenue", "met|not_met|not_met");
    kit_column_is(&result.schema, &result.array, "error", "null|null|null");
    kit_release(&result);
    kit_close(&table);
}
END_TEST

START_TEST(verdicts_are_dictionaries_of_the_stable_words)
{
    kit_table table;
    kit_result result;
    open_three(&table);
    kit_judge(REPORTED, &table, NULL, &result);
    int64_t verdict = kit_find(&result.schema, "verdict");
    const struct ArrowSchema *schema = result.schema.children[verdict];
    ck_assert_str_eq(schema->format, "c");
    ck_assert_int_eq(schema->flags, ARROW_FLAG_NULLABLE);
    ck_assert_str_eq(schema->dictionary->format, "u");
    ck_assert_int_eq(result.array.children[verdict]->dictionary->length, 4);
    ck_assert_str_eq(result.schema.children[result.schema.n_children - 1]->format, "u");
    kit_release(&result);
    kit_close(&table);
}
END_TEST

START_TEST(reasons_missing_facts_and_assumptions_are_told_when_asked_for)
{
    static const lg_default BRAND[] = {{LG_FACT_IT_SUPPORTED_BUSINESSES, 0, 1}, {LG_FACT_PROVINCE_RANK, 0, 1}};
    lg_arrow_options options = options_of(LG_ARROW_REASONS | LG_ARROW_MISSING);
    kit_table table;
    kit_result result;
    options.defaults = BRAND;
    options.default_count = ROWS(BRAND);
    open_three(&table);
    kit_judge(REPORTED, &table, &options, &result);
    kit_names_are(&result.schema,
                  "id|verdict|verdict.reason|srdi-title|srdi-title.reason|revenue|revenue.reason|province-rank|"
                  "province-rank.reason|it-support|it-support.reason|missing|assumed|error");
    kit_column_is(&result.schema, &result.array, "verdict.reason", "missing|none|none");
    kit_column_is(&result.schema, &result.array, "it-support", "met|met|met");
    kit_column_is(&result.schema, &result.array, "missing", "srdi_title||");
    kit_column_is(&result.schema, &result.array, "assumed", "province_rank;it_supported_businesses||");
    kit_release(&result);
    kit_close(&table);
}
END_TEST

START_TEST(the_schema_need_not_be_asked_for_again)
{
    kit_table table;
    struct ArrowArray out;
    open_three(&table);
    ck_assert_int_eq(lg_arrow_evaluate(rules_of(REPORTED), &table.schema, &table.array, NULL, NULL, &out, NULL, 0),
                     LG_OK);
    ck_assert_int_eq(out.n_children, 7);
    out.release(&out);
    kit_close(&table);
}
END_TEST

/* The type alone is that of the result, whatever is asked for. */
START_TEST(the_type_of_a_result_can_be_had_before)
{
    static const lg_default DEFAULTS[] = {{LG_FACT_OWN_BRAND, 0, 1}};
    lg_arrow_options options = options_of((uint32_t)_i);
    kit_table table;
    kit_result result;
    struct ArrowSchema schema;
    char message[256] = "?";
    options.defaults = DEFAULTS;
    options.default_count = (uint32_t)_i % 2;
    open_three(&table);
    POISON(schema);
    ck_assert_int_eq(lg_arrow_result_schema(rules_of(FULL), &table.schema, &options, &schema, message, sizeof message),
                     LG_OK);
    ck_assert_str_eq(message, "");
    kit_judge(FULL, &table, &options, &result);
    ck_assert_int_eq(schema.n_children, result.schema.n_children);
    for (int64_t i = 0; i < schema.n_children; i++) {
        ck_assert_str_eq(schema.children[i]->name, result.schema.children[i]->name);
        ck_assert_str_eq(schema.children[i]->format, result.schema.children[i]->format);
    }
    kit_check(&schema, &result.array);
    schema.release(&schema);
    kit_release(&result);
    kit_close(&table);
}
END_TEST

/* Columns derived from reflection. */
static void names_of_contents(const lg_ruleset *rules, uint32_t contents, char all[8192])
{
    const lg_criterion *row;
    strcpy(all, "");
    for (uint32_t i = 0; (row = lg_ruleset_criterion(rules, i)) != NULL; i++) {
        const char *id = i == 0 ? "verdict" : row->id;
        int gives_points = row->kind == LG_KIND_BEST || row->kind == LG_KIND_SUM || row->kind == LG_KIND_POINTS_VALUE;
        sprintf(all + strlen(all), "%s|", id);
        if (contents & LG_ARROW_REASONS)
            sprintf(all + strlen(all), "%s.reason|", id);
        if (contents & LG_ARROW_POINTS && gives_points)
            sprintf(all + strlen(all), "%s.points_low_cp|%s.points_high_cp|", id, id);
    }
    strcat(all, contents & LG_ARROW_MISSING ? "missing|error" : "error");
}

START_TEST(contents_choose_the_columns)
{
    static char expected[8192];
    lg_arrow_options options = options_of((uint32_t)_i);
    kit_table table;
    kit_result result;
    kit_open(&table, 0);
    kit_add(&table, "revenue_y1_fen", "l", NULL, 0);
    kit_judge(FULL, &table, &options, &result);
    names_of_contents(rules_of(FULL), (uint32_t)_i, expected);
    kit_names_are(&result.schema, expected);
    kit_release(&result);
    kit_close(&table);
}
END_TEST

/* A reader finds a column by its name. */
START_TEST(no_two_columns_of_a_result_have_one_name)
{
    static const char *const RESERVED[] = {"verdict", "missing", "assumed", "error"};
    const lg_ruleset *rules;
    const lg_criterion *row;
    for (uint32_t r = 0; (rules = lg_ruleset_at(r)) != NULL; r++)
        for (uint32_t i = 1; (row = lg_ruleset_criterion(rules, i)) != NULL; i++) {
            ck_assert_ptr_null(strchr(row->id, '.'));
            for (size_t k = 0; k < COUNT(RESERVED); k++)
                ck_assert_str_ne(row->id, RESERVED[k]);
            for (uint32_t k = 0; lg_label_name(k) != NULL; k++)
                ck_assert_str_ne(row->id, lg_label_name(k));
        }
}
END_TEST

/* ---------------------------------------------------------------------------------- labels */

START_TEST(labels_of_any_type_are_sliced_like_the_rows)
{
    static const int8_t INDICES[] = {0, 1, 1, 0, 1};
    static const char *const PLACES[] = {"泉州", "福州"}, *const NAMES[] = {"a", "b", NULL, "d", "e"};
    static const int64_t NUMBERS[] = {10, 11, 12, 13, 14}, REVENUE[] = {1, 2, 3, 4, 5};
    kit_table table;
    kit_result result;
    kit_open(&table, 5);
    kit_add_nested(&table, "credit_code", NUMBERS, NAMES);
    kit_add(&table, "revenue_y1_fen", "l", REVENUE, sizeof REVENUE);
    kit_add_dictionary(&table, "region", INDICES, PLACES, 2);
    kit_add_words(&table, "name", NAMES);
    kit_add(&table, "id", "l", NUMBERS, sizeof NUMBERS);
    table.array.offset = 2;
    table.array.length = 3;
    kit_judge(REPORTED, &table, NULL, &result);
    kit_names_are(&result.schema, "credit_code|region|name|id|verdict|srdi-title|revenue|province-rank|it-support|"
                                  "error");
    kit_column_is(&result.schema, &result.array, "region", "福州|泉州|福州");
    kit_column_is(&result.schema, &result.array, "name", "null|d|e");
    kit_column_is(&result.schema, &result.array, "id", "12|13|14");
    ck_assert_str_eq(result.schema.children[0]->children[1]->name, "word");
    ck_assert_int_eq(result.array.children[0]->offset, 2);
    kit_release(&result);
    kit_close(&table);
}
END_TEST

START_TEST(metadata_and_flags_of_a_label_are_kept)
{
    static const char *const NAMES[] = {"a"};
    static const int64_t REVENUE[] = {1};
    kit_table table;
    kit_result result;
    kit_open(&table, 1);
    kit_add(&table, "revenue_y1_fen", "l", REVENUE, sizeof REVENUE);
    kit_metadata(kit_last_schema(&table), "unit", "fen");
    kit_add_words(&table, "name", NAMES);
    kit_metadata(kit_last_schema(&table), "ARROW:extension:name", "example.name");
    kit_last_schema(&table)->flags = 0;
    size_t size = 3 * sizeof(int32_t) + strlen("ARROW:extension:name") + strlen("example.name");
    kit_judge(REPORTED, &table, NULL, &result);
    ck_assert_mem_eq(result.schema.children[0]->metadata, kit_last_schema(&table)->metadata, size);
    ck_assert_ptr_ne(result.schema.children[0]->metadata, kit_last_schema(&table)->metadata);
    ck_assert_int_eq(result.schema.children[0]->flags, 0);
    ck_assert_ptr_null(result.schema.children[1]->metadata);
    kit_release(&result);
    kit_close(&table);
}
END_TEST

START_TEST(a_label_is_not_copied)
{
    kit_table table;
    kit_result result;
    open_three(&table);
    const void *text = table.array.children[1]->buffers[2];
    kit_judge(REPORTED, &table, NULL, &result);
    ck_assert_ptr_eq(result.array.children[0]->buffers[2], text);
    kit_release(&result);
    kit_close(&table);
}
END_TEST

/* ------------------------------------------------------------------------------- ownership */

START_TEST(facts_are_released_at_once_and_labels_with_their_column)
{
    kit_table table;
    kit_result result;
    open_three(&table);
    ck_assert_int_eq(kit_live, 6); /* table, revenue and id, each with a schema */
    kit_judge(REPORTED, &table, NULL, &result);
    ck_assert_int_eq(kit_live, 4); /* the schemas, and the label */
    kit_close(&table);
    ck_assert_int_eq(kit_live, 1);
    kit_release(&result);
}
END_TEST

START_TEST(columns_may_be_moved_out_and_released_in_any_order)
{
    struct ArrowArray moved[16];
    kit_table table;
    kit_result result;
    lg_arrow_options options = options_of(LG_ARROW_MISSING);
    char cell[KIT_CELL];
    open_three(&table);
    kit_judge(REPORTED, &table, &options, &result);
    kit_close(&table);
    int64_t count = result.array.n_children;
    for (int64_t i = 0; i < count; i++) {
        moved[i] = *result.array.children[i];
        result.array.children[i]->release = NULL;
    }
    result.array.release(&result.array);
    for (int64_t i = 0; i < count; i++) {
        int64_t next = (i * 3 + _i) % count; /* 8 columns: 3 has no divisor in common */
        struct ArrowArray one = {1, 0, 0, 1, count, NULL, NULL, NULL, NULL, NULL}, *children[16];
        for (int64_t k = 0; k < count; k++)
            children[k] = &moved[next];
        one.children = children;
        one.buffers = (const void *[]){NULL};
        ck_assert_str_ne(kit_cell(&result.schema, &one, next, 0, cell), "");
        moved[next].release(&moved[next]);
        ck_assert(moved[next].release == NULL);
    }
    ck_assert_int_eq(count, 8);
    ck_assert_int_eq(kit_live, 0);
    result.schema.release(&result.schema);
}
END_TEST

START_TEST(a_child_of_a_label_may_be_moved_out)
{
    static const int64_t NUMBERS[] = {10, 11}, REVENUE[] = {1, 2};
    static const char *const NAMES[] = {"a", "b"};
    struct ArrowArray number;
    kit_table table;
    kit_result result;
    kit_open(&table, 2);
    kit_add(&table, "revenue_y1_fen", "l", REVENUE, sizeof REVENUE);
    kit_add_nested(&table, "name", NUMBERS, NAMES);
    kit_judge(REPORTED, &table, NULL, &result);
    kit_close(&table);
    number = *result.array.children[0]->children[0];
    result.array.children[0]->children[0]->release = NULL;
    kit_release(&result);
    ck_assert_int_eq(kit_live, 1);
    ck_assert_int_eq(((const int64_t *)number.buffers[1])[1], 11);
    number.release(&number);
}
END_TEST

START_TEST(children_of_a_schema_may_be_moved_out)
{
    kit_table table;
    kit_result result;
    open_three(&table);
    kit_judge(REPORTED, &table, NULL, &result);
    struct ArrowSchema verdict = *result.schema.children[1];
    result.schema.children[1]->release = NULL;
    kit_release(&result);
    kit_close(&table);
    ck_assert_str_eq(verdict.name, "verdict");
    ck_assert_str_eq(verdict.dictionary->format, "u");
    verdict.release(&verdict);
    ck_assert(verdict.release == NULL);
}
END_TEST

START_TEST(buffers_lie_at_multiples_of_64)
{
    kit_table table;
    kit_result result;
    open_three(&table);
    kit_judge(REPORTED, &table, NULL, &result);
    for (int64_t i = 1; i < result.array.n_children; i++)
        for (int64_t b = 0; b < result.array.children[i]->n_buffers; b++)
            ck_assert_uint_eq((uintptr_t)result.array.children[i]->buffers[b] % 64, 0);
    kit_release(&result);
    kit_close(&table);
}
END_TEST

/* --------------------------------------------------------------------------- rows in error */

START_TEST(a_row_in_error_is_null_but_for_its_labels_and_says_why)
{
    static const int64_t RANK[] = {1, 0, 3}, REVENUE[] = {1, 2, INT64_C(9000000000000001)};
    static const char *const IDS[] = {"A", "B", "C"};
    lg_arrow_options options = options_of(LG_ARROW_REASONS | LG_ARROW_POINTS | LG_ARROW_MISSING);
    kit_table table;
    kit_result result;
    kit_open(&table, 3);
    kit_add_words(&table, "id", IDS);
    kit_add(&table, "province_rank", "l", RANK, sizeof RANK);
    kit_add(&table, "revenue_y1_fen", "l", REVENUE, sizeof REVENUE);
    kit_judge(FULL, &table, &options, &result);
    kit_column_is(&result.schema, &result.array, "error",
                  "null|column province_rank, row 1: 0 is out of range, from 1 to 1000000|"
                  "column revenue_y1_fen, row 2: 9000000000000001 is out of range, from -9000000000000000 to "
                  "9000000000000000");
    for (int64_t i = 1; i + 1 < result.array.n_children; i++) {
        char cell[KIT_CELL];
        ck_assert_int_eq(result.array.children[i]->null_count, 2);
        ck_assert_str_ne(kit_cell(&result.schema, &result.array, i, 0, cell), "null");
        ck_assert_str_eq(kit_cell(&result.schema, &result.array, i, 1, cell), "null");
    }
    kit_column_is(&result.schema, &result.array, "id", "A|B|C");
    kit_release(&result);
    kit_close(&table);
}
END_TEST

#define FLOATS "; the column holds floats, and should hold decimals"

/* A value, and what is said of it, in a column of this name and type. */
static const struct cell {
    const char *column, *format;
    union {
        double real;
        int64_t whole;
        uint64_t large;
        int32_t i32;
        uint32_t u32;
        uint16_t u16;
        int16_t i16;
        int8_t i8;
        uint8_t u8;
        decimal128 wide;
    } value;
    const char *words;
} CELLS[] = {
    {"revenue_y1_yuan", "g", {.real = 0.125}, "0.125 is not a whole number of fen" FLOATS},
    {"revenue_y1_yuan", "g", {.real = -0.125}, "-0.125 is not a whole number of fen" FLOATS},
    {"revenue_y1_yuan", "g", {.real = 0.1}, "0.10000000000000001 is not a whole number of fen" FLOATS},
    {"revenue_y1_yuan", "g", {.real = 5e-324}, "4.9406564584124654e-324 is not a whole number of fen" FLOATS},
    {"revenue_y1_yuan", "g", {.real = 1e-25}, "0.0000000000000000000000001 is not a whole number of fen" FLOATS},
    {"employees", "g", {.real = 1.5}, "1.5 is not a whole number"},
    {"market_share_percent", "g", {.real = 0.001}, "0.001 is not a whole number of bp" FLOATS},
    {"province_rank", "g", {.real = -0.0}, "0 is out of range, from 1 to 1000000"},
    {"revenue_y1_yuan", "g", {.real = NAN}, "NaN is not a number; a value that is not known is null"},
    {"employees", "g", {.real = 1e23}, "99999999999999992000000 is out of range, from 0 to 1000000000"},
    {"employees", "g", {.real = 1e-14}, "0.00000000000001 is not a whole number"},    /* all nines, rounded up */
    {"employees", "g", {.real = 1e98}, "1e98 is out of range, from 0 to 1000000000"}, /* as well */
    {"employees", "g", {.real = 1e210}, "9.9999999999999993e209 is out of range, from 0 to 1000000000"},
    {"employees", "g", {.real = 1e308}, "1e308 is out of range, from 0 to 1000000000"},
    {"employees", "g", {.real = INFINITY}, "infinity is out of range, from 0 to 1000000000"},
    {"employees", "g", {.real = -INFINITY}, "-infinity is out of range, from 0 to 1000000000"},
    {"employees", "l", {.whole = INT64_MIN}, "-9223372036854775808 is out of range, from 0 to 1000000000"},
    {"employees", "L", {.large = UINT64_MAX}, "18446744073709551615 is out of range, from 0 to 1000000000"},
    {"employees", "i", {.i32 = INT32_MIN}, "-2147483648 is out of range, from 0 to 1000000000"},
    {"employees", "s", {.i16 = INT16_MIN}, "-32768 is out of range, from 0 to 1000000000"},
    {"employees", "c", {.i8 = -128}, "-128 is out of range, from 0 to 1000000000"},
    {"own_brand", "I", {.u32 = UINT32_MAX}, "4294967295 is out of range, from 0 to 1"},
    {"own_brand", "S", {.u16 = UINT16_MAX}, "65535 is out of range, from 0 to 1"},
    {"own_brand", "C", {.u8 = 255}, "255 is out of range, from 0 to 1"},
    {"business_age_years", "l", {.whole = 1001}, "1001 is out of range, from 0 to 1000"},
    {"revenue_y1_wan", "l", {.whole = -9000000001}, "-9000000001 is out of range, from -9000000000 to 9000000000"},
    {"revenue_y1_yuan", "d:38,3", {.wide = {.low = 1, .high = 0}}, "0.001 is not a whole number of fen"},
    {"revenue_y1_yuan", "d:38,3", {.wide = {.low = UINT64_MAX, .high = -1}}, "-0.001 is not a whole number of fen"},
    {"revenue_y1_yuan",
     "d:38,38",
     {.wide = {.low = 1, .high = 0}},
     "0.00000000000000000000000000000000000001 is not a whole number of fen"},
    {"employees",
     "d:38,0",
     {.wide = {.low = 0, .high = INT64_MIN}},
     "-170141183460469231731687303715884105728 is out of range, from 0 to 1000000000"},
    {"employees",
     "d:38,2",
     {.wide = {.low = UINT64_MAX, .high = INT64_MAX}},
     "1701411834604692317316873037158841057.27 is out of range, from 0 to 1000000000"},
};

START_TEST(a_bad_value_is_written_out)
{
    const struct cell *c = &CELLS[_i];
    char expected[256];
    kit_table table;
    kit_result result;
    kit_open(&table, 1);
    kit_add(&table, c->column, c->format, &c->value, sizeof c->value);
    kit_judge(REPORTED, &table, NULL, &result);
    snprintf(expected, sizeof expected, "column %s, row 0: %s", c->column, c->words);
    kit_column_is(&result.schema, &result.array, "error", expected);
    kit_release(&result);
    kit_close(&table);
}
END_TEST

/* Seventeen significant digits are enough to read a double back. */
START_TEST(any_double_can_be_read_back_from_its_sentence)
{
    enum { DOUBLES = 600 };
    double values[DOUBLES];
    char cell[KIT_CELL];
    uint64_t bits = 88172645463325252u;
    kit_table table;
    kit_result result;
    for (int i = 0; i < DOUBLES; i++) {
        bits ^= bits << 13, bits ^= bits >> 7, bits ^= bits << 17;
        memcpy(&values[i], &bits, sizeof bits);
        if (!isfinite(values[i]) || values[i] == 0)
            values[i] = 0.3;
    }
    kit_open(&table, DOUBLES);
    kit_add(&table, "own_brand", "g", values, sizeof values);
    kit_judge(REPORTED, &table, NULL, &result);
    for (int64_t i = 0; i < DOUBLES; i++) {
        kit_cell(&result.schema, &result.array, kit_find(&result.schema, "error"), i, cell);
        REQUIRE_MSG(strchr(cell, ':') != NULL && strtod(strchr(cell, ':') + 2, NULL) == values[i], "%s for %.17g", cell,
                    values[i]);
    }
    kit_release(&result);
    kit_close(&table);
}
END_TEST

START_TEST(all_errors_of_a_row_are_told_in_order_of_columns)
{
    static const int8_t BRAND[] = {2, 1, 3}, RANK[] = {0, 1, 1};
    kit_table table;
    kit_result result;
    kit_open(&table, 3);
    kit_add(&table, "province_rank", "c", RANK, sizeof RANK);
    kit_add(&table, "own_brand", "c", BRAND, sizeof BRAND);
    kit_judge(REPORTED, &table, NULL, &result);
    kit_column_is(&result.schema, &result.array, "error",
                  "column province_rank, row 0: 0 is out of range, from 1 to 1000000; "
                  "column own_brand, row 0: 2 is out of range, from 0 to 1|null|"
                  "column own_brand, row 2: 3 is out of range, from 0 to 1");
    kit_release(&result);
    kit_close(&table);
}
END_TEST

/* What lies below a null is not looked at, also when the row is in error for another column. */
START_TEST(a_null_is_no_error)
{
    static const int8_t BRAND[] = {2, 2}, RANK[] = {0, 0};
    kit_table table;
    kit_result result;
    kit_open(&table, 2);
    kit_validity(kit_add(&table, "province_rank", "c", RANK, sizeof RANK), "00");
    kit_validity(kit_add(&table, "own_brand", "c", BRAND, sizeof BRAND), "10");
    kit_judge(REPORTED, &table, NULL, &result);
    kit_column_is(&result.schema, &result.array, "error",
                  "column own_brand, row 0: 2 is out of range, from 0 to 1|null");
    kit_release(&result);
    kit_close(&table);
}
END_TEST

/* The rows of a slice are counted from its beginning. */
START_TEST(errors_are_told_in_any_row_of_many)
{
    enum { MANY = 1500, SKIPPED = 7 };
    static int8_t brand[SKIPPED + MANY];
    char cell[KIT_CELL], expected[128];
    kit_table table;
    kit_result result;
    for (int i = 0; i < MANY; i++)
        brand[SKIPPED + i] = (int8_t)(i % 97 == 5 || i == 255 || i == 256 || i == MANY - 1 ? 7 : i % 2);
    kit_open(&table, SKIPPED + MANY);
    kit_add(&table, "own_brand", "c", brand, sizeof brand);
    table.array.offset = SKIPPED;
    table.array.length = MANY;
    kit_judge(REPORTED, &table, NULL, &result);
    for (int i = 0; i < MANY; i++) {
        strcpy(expected, "null");
        if (brand[SKIPPED + i] == 7)
            snprintf(expected, sizeof expected, "column own_brand, row %d: 7 is out of range, from 0 to 1", i);
        REQUIRE_MSG(
            strcmp(kit_cell(&result.schema, &result.array, kit_find(&result.schema, "error"), i, cell), expected) == 0,
            "row %d: %s", i, cell);
    }
    kit_release(&result);
    kit_close(&table);
}
END_TEST

/* --------------------------------------------------------------------------------- labels' names */

START_TEST(labels_are_listed)
{
    static const char *const LABELS[] = {"id", "name", "credit_code", "region"};
    for (uint32_t i = 0; i < COUNT(LABELS); i++)
        ck_assert_str_eq(lg_label_name(i), LABELS[i]);
    ck_assert_ptr_null(lg_label_name(COUNT(LABELS)));
    ck_assert_ptr_null(lg_label_name(UINT32_MAX));
}
END_TEST

static TCase *add_case(Suite *suite, const char *name)
{
    TCase *tcase = tcase_create(name);
    tcase_add_checked_fixture(tcase, kit_setup, kit_teardown);
    tcase_set_timeout(tcase, 120);
    suite_add_tcase(suite, tcase);
    return tcase;
}

static void add_result_cases(Suite *suite)
{
    TCase *tcase = add_case(suite, "result");
    tcase_add_test(tcase, the_plain_result_has_labels_verdicts_and_errors);
    tcase_add_test(tcase, verdicts_are_dictionaries_of_the_stable_words);
    tcase_add_test(tcase, reasons_missing_facts_and_assumptions_are_told_when_asked_for);
    tcase_add_test(tcase, the_schema_need_not_be_asked_for_again);
    tcase_add_loop_test(tcase, the_type_of_a_result_can_be_had_before, 0, 8);
    tcase_add_loop_test(tcase, contents_choose_the_columns, 0, 8);
    tcase_add_test(tcase, no_two_columns_of_a_result_have_one_name);
    tcase_add_test(tcase, labels_are_listed);
    tcase_add_test(tcase, labels_of_any_type_are_sliced_like_the_rows);
    tcase_add_test(tcase, metadata_and_flags_of_a_label_are_kept);
    tcase_add_test(tcase, a_label_is_not_copied);
}

static void add_ownership_cases(Suite *suite)
{
    TCase *tcase = add_case(suite, "ownership");
    tcase_add_test(tcase, facts_are_released_at_once_and_labels_with_their_column);
    tcase_add_loop_test(tcase, columns_may_be_moved_out_and_released_in_any_order, 0, 8);
    tcase_add_test(tcase, a_child_of_a_label_may_be_moved_out);
    tcase_add_test(tcase, children_of_a_schema_may_be_moved_out);
    tcase_add_test(tcase, buffers_lie_at_multiples_of_64);
}

static void add_error_cases(Suite *suite)
{
    TCase *tcase = add_case(suite, "errors");
    tcase_add_test(tcase, a_row_in_error_is_null_but_for_its_labels_and_says_why);
    tcase_add_loop_test(tcase, a_bad_value_is_written_out, 0, ROWS(CELLS));
    tcase_add_test(tcase, any_double_can_be_read_back_from_its_sentence);
    tcase_add_test(tcase, all_errors_of_a_row_are_told_in_order_of_columns);
    tcase_add_test(tcase, a_null_is_no_error);
    tcase_add_test(tcase, errors_are_told_in_any_row_of_many);
}

int main(void)
{
    Suite *suite = suite_create("arrow");
    TCase *types = add_case(suite, "types");
    tcase_add_loop_test(types, every_type_at_every_offset_with_every_bitmap, 0, ROWS(TYPES));
    tcase_add_loop_test(types, values_may_lie_at_any_address, 0, ROWS(TYPES));
    tcase_add_test(types, booleans_are_bits_at_any_offset);
    tcase_add_test(types, the_bitmap_holds_whatever_null_count_says);
    tcase_add_test(types, a_column_of_nulls_is_unknown);
    tcase_add_test(types, a_decimal_may_have_more_digits_than_64_bits);
    tcase_add_test(types, no_rows_give_no_rows);
    add_result_cases(suite);
    add_ownership_cases(suite);
    add_error_cases(suite);
    return suite_run(suite);
}
