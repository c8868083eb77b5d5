/* SPDX-License-Identifier: Apache-2.0 */
/* Everything of Arrow that is refused, with its status and its sentence; the input is then as it was. */
#include "arrow_kit.h"

#include <stdio.h>

static const char RULES[] = "cn.little-giant.2020-reported";

/* A sound table of three rows: revenue_y1_fen, own_brand, id. A case spoils one thing of it. */
struct spoiled {
    kit_table table;
    struct ArrowArray *revenue, *brand, *id;
    struct ArrowSchema *revenue_schema, *brand_schema, *id_schema;
    lg_arrow_options options;
    const lg_ruleset *rules;
};

static void open_sound(struct spoiled *s)
{
    static const int64_t REVENUE[] = {1, 2, 3};
    static const uint8_t BRAND[] = {5};
    static const char *const IDS[] = {"A", "B", "C"};
    memset(s, 0, sizeof *s);
    s->rules = rules_of(RULES);
    s->options.struct_size = (uint32_t)sizeof s->options;
    kit_open(&s->table, 3);
    s->revenue = kit_add(&s->table, "revenue_y1_fen", "l", REVENUE, sizeof REVENUE);
    s->revenue_schema = kit_last_schema(&s->table);
    s->brand = kit_add(&s->table, "own_brand", "b", BRAND, sizeof BRAND);
    s->brand_schema = kit_last_schema(&s->table);
    s->id = kit_add_words(&s->table, "id", IDS);
    s->id_schema = kit_last_schema(&s->table);
}

static void replace_text(const char **text, const char *by)
{
    free((void *)(uintptr_t)*text);
    *text = by != NULL ? strcpy(malloc(strlen(by) + 1), by) : NULL;
}

static void rename_to(struct spoiled *s, const char *name) { replace_text(&s->revenue_schema->name, name); }
static void retype(struct spoiled *s, const char *format) { replace_text(&s->revenue_schema->format, format); }

/* ------------------------------------------------------------------------------- names */

static const struct name {
    const char *name;
    lg_status status;
    const char *message;
} NAMES[] = {
    {NULL, LG_E_FACT, "the column at index 0 has no name"},
    {"", LG_E_FACT, "the column at index 0 has no name"},
    {"revenue_y1", LG_E_UNIT,
     "column 'revenue_y1' needs its unit in the name: revenue_y1_fen, revenue_y1_yuan, revenue_y1_wan or "
     "revenue_y1_yi"},
    {"market_share", LG_E_UNIT,
     "column 'market_share' needs its unit in the name: market_share_bp or market_share_percent"},
    {"revenue_y1_percent", LG_E_UNIT,
     "column 'revenue_y1_percent' is no fact; did you mean revenue_y1_fen, revenue_y1_yuan, revenue_y1_wan or "
     "revenue_y1_yi?"},
    {"market_share_pct", LG_E_FACT,
     "column 'market_share_pct' is no fact; did you mean market_share_bp or market_share_percent?"},
    {"employees_count", LG_E_FACT, "column 'employees_count' is no fact; did you mean employees?"},
    {"employeesx", LG_E_FACT,
     "column 'employeesx' is no fact and no label; drop it, or rename it to a label (id, ...) to keep it"},
    {"revenue", LG_E_FACT,
     "column 'revenue' is no fact and no label; drop it, or rename it to a label (id, ...) to keep it"},
    {"ID", LG_E_FACT, "column 'ID' is no fact and no label; drop it, or rename it to a label (id, ...) to keep it"},
    {"a\033[2J\177", LG_E_FACT,
     "column 'a?[2J?' is no fact and no label; drop it, or rename it to a label (id, ...) to keep it"},
    /* a lone byte, a control character of two bytes, '/' in two, half a surrogate, a character cut off; a good one */
    {"\377 \302\233 \300\257 \355\240\200 \344\270 \364\220\200\200 \360\220\200\200", LG_E_FACT,
     "column '? ?? ?? ??? ?? ???? \360\220\200\200' is no fact and no label; drop it, or rename it to a label (id, "
     "...) "
     "to keep it"},
    /* the first character of two, three and four bytes and the one before it, the last ones and what follows */
    {"\302\240 \302\237 \340\240\200 \340\237\277 \355\240\200 \355\237\277", LG_E_FACT,
     "column '\302\240 ?? \340\240\200 ??? ??? \355\237\277' is no fact and no label; drop it, or rename it to a label "
     "(id, ...) to keep it"},
    {"\360\220\200\200 \360\217\277\277 \364\220\200\200 \364\217\277\277", LG_E_FACT,
     "column '\360\220\200\200 ???? ???? \364\217\277\277' is no fact and no label; drop it, or rename it to a label "
     "(id, ...) to keep it"},
    {"营业收入营业收入营业收入营业收入营业收入营业收入", LG_E_FACT,
     "column '营业收入营业收入营业收入营业收入营业收入营业...' is no fact and no label; drop it, or rename it to a "
     "label "
     "(id, ...) to keep it"},
    {"own_brand", LG_E_ARGUMENT, "two columns hold the fact own_brand, the second is own_brand; keep one"},
    {"id", LG_E_ARGUMENT, "there are two columns id; keep one"},
};

static void expect_refusal(struct spoiled *s, lg_status expected, const char *sentence)
{
    struct ArrowArray before = s->table.array, out;
    struct ArrowSchema schema_before = s->table.schema, out_schema;
    char message[512] = "?";
    int live = kit_live;
    POISON(out);
    POISON(out_schema);
    lg_status status = lg_arrow_evaluate(s->rules, &s->table.schema, &s->table.array, &s->options, &out_schema, &out,
                                         message, sizeof message);
    ck_assert_msg(status == expected && strcmp(message, sentence) == 0, "%d: %s\n  is not\n%d: %s", (int)status,
                  message, (int)expected, sentence);
    ck_assert(out.release == NULL && out_schema.release == NULL);
    ck_assert_int_eq(kit_live, live);
    ck_assert_mem_eq(&s->table.array, &before, sizeof before);
    ck_assert_mem_eq(&s->table.schema, &schema_before, sizeof schema_before);
}

/* What is wrong with the schema alone is told of the schema alone. */
static void expect_refused_schema(struct spoiled *s, lg_status expected, const char *sentence)
{
    struct ArrowSchema out;
    char message[512] = "?";
    expect_refusal(s, expected, sentence);
    POISON(out);
    ck_assert_int_eq(lg_arrow_result_schema(s->rules, &s->table.schema, &s->options, &out, message, sizeof message),
                     expected);
    ck_assert_str_eq(message, sentence);
    ck_assert(out.release == NULL);
}

START_TEST(a_name_that_is_no_fact_is_refused)
{
    struct spoiled s;
    open_sound(&s);
    rename_to(&s, NAMES[_i].name);
    expect_refused_schema(&s, NAMES[_i].status, NAMES[_i].message);
    kit_close(&s.table);
}
END_TEST

/* ------------------------------------------------------------------------------- types */

#define WANTED_NUMBER "; an integer, decimal128 or float64 column is wanted"

static const struct type {
    const char *format, *message;
} TYPES[] = {
    {"b", "column revenue_y1_fen is of type boolean (b)" WANTED_NUMBER},
    {"f", "column revenue_y1_fen is of type float32 (f)" WANTED_NUMBER},
    {"e", "column revenue_y1_fen is of type float16 (e)" WANTED_NUMBER},
    {"u", "column revenue_y1_fen is of type utf8 (u)" WANTED_NUMBER},
    {"U", "column revenue_y1_fen is of type large utf8 (U)" WANTED_NUMBER},
    {"vu", "column revenue_y1_fen is of type utf8 view (vu)" WANTED_NUMBER},
    {"z", "column revenue_y1_fen is of type binary (z)" WANTED_NUMBER},
    {"Z", "column revenue_y1_fen is of type large binary (Z)" WANTED_NUMBER},
    {"vz", "column revenue_y1_fen is of type binary view (vz)" WANTED_NUMBER},
    {"w:8", "column revenue_y1_fen is of type fixed-width binary (w:8)" WANTED_NUMBER},
    {"tdD", "column revenue_y1_fen is of type date (tdD)" WANTED_NUMBER},
    {"ttu", "column revenue_y1_fen is of type time (ttu)" WANTED_NUMBER},
    {"tsu:UTC", "column revenue_y1_fen is of type timestamp (tsu:UTC)" WANTED_NUMBER},
    {"tDs", "column revenue_y1_fen is of type duration (tDs)" WANTED_NUMBER},
    {"tiM", "column revenue_y1_fen is of type interval (tiM)" WANTED_NUMBER},
    {"+r", "column revenue_y1_fen is of type run-end encoded (+r)" WANTED_NUMBER},
    {"+l", "column revenue_y1_fen is of type nested (+l)" WANTED_NUMBER},
    {"d:40,2,256", "column revenue_y1_fen is of type decimal (d:40,2,256)" WANTED_NUMBER},
    {"d:9,2,32", "column revenue_y1_fen is of type decimal (d:9,2,32)" WANTED_NUMBER},
    {"d:18,2,64", "column revenue_y1_fen is of type decimal (d:18,2,64)" WANTED_NUMBER},
    {"d:9", "column revenue_y1_fen is of type decimal (d:9)" WANTED_NUMBER},
    {"d:9,", "column revenue_y1_fen is of type decimal (d:9,)" WANTED_NUMBER},
    {"d:9,2,128,1", "column revenue_y1_fen is of type decimal (d:9,2,128,1)" WANTED_NUMBER},
    {"d:", "column revenue_y1_fen is of type decimal (d:)" WANTED_NUMBER},
    {"d:9,2a", "column revenue_y1_fen is of type decimal (d:9,2a)" WANTED_NUMBER},
    {"d:9,0000002", "column revenue_y1_fen is of type decimal (d:9,0000002)" WANTED_NUMBER},
    {"d:99999999999,2", "column revenue_y1_fen is of type decimal (d:99999999999,2)" WANTED_NUMBER},
    {"d:9,-2", "column revenue_y1_fen is of type decimal (d:9,-2); a scale from 0 to 38 is wanted"},
    {"d:38,39", "column revenue_y1_fen is of type decimal (d:38,39); a scale from 0 to 38 is wanted"},
    {"ll", "column revenue_y1_fen is of type ll" WANTED_NUMBER},
    {"", "column revenue_y1_fen is of type " WANTED_NUMBER},
    {"?", "column revenue_y1_fen is of type ?" WANTED_NUMBER},
};

START_TEST(a_type_that_no_fact_can_have_is_refused)
{
    struct spoiled s;
    open_sound(&s);
    retype(&s, TYPES[_i].format);
    expect_refused_schema(&s, LG_E_ARGUMENT, TYPES[_i].message);
    kit_close(&s.table);
}
END_TEST

START_TEST(a_flag_may_be_boolean_but_not_text)
{
    struct spoiled s;
    open_sound(&s);
    replace_text(&s.brand_schema->format, "u");
    expect_refusal(&s, LG_E_ARGUMENT,
                   "column own_brand is of type utf8 (u); an integer, boolean, decimal128 or float64 column is wanted");
    kit_close(&s.table);
}
END_TEST

START_TEST(a_fact_with_a_dictionary_is_refused)
{
    static const int8_t INDICES[] = {0, 0, 0};
    static const char *const WORDS[] = {"1"};
    struct spoiled s;
    open_sound(&s);
    kit_add_dictionary(&s.table, "employees", INDICES, WORDS, 1);
    expect_refusal(&s, LG_E_ARGUMENT, "column employees is of type int8 (c) and dictionary-encoded; decode it");
    kit_close(&s.table);
}
END_TEST

START_TEST(a_table_without_facts_is_refused)
{
    struct spoiled s;
    open_sound(&s);
    rename_to(&s, "name");
    replace_text(&s.brand_schema->name, "region");
    expect_refusal(&s, LG_E_FACT, "no column holds a fact");
    kit_close(&s.table);
}
END_TEST

/* --------------------------------------------------------------------- malformed structs */

static void release_nothing(struct ArrowSchema *schema) { schema->release = NULL; }

static void (*saved_schema_release)(struct ArrowSchema *);
static void (*saved_array_release)(struct ArrowArray *);
static int64_t saved_number;

/* Each spoils one thing, and then (undo) puts right what is needed for the producer to release it. */
static void no_format(struct spoiled *s, int undo)
{
    if (!undo)
        replace_text(&s->table.schema.format, NULL);
}

static void other_format(struct spoiled *s, int undo)
{
    if (!undo)
        replace_text(&s->table.schema.format, "l");
}

static void released_schema(struct spoiled *s, int undo)
{
    if (!undo)
        saved_schema_release = s->table.schema.release;
    s->table.schema.release = undo ? saved_schema_release : NULL;
}

static void dictionary_of_a_table(struct spoiled *s, int undo)
{
    s->table.schema.dictionary = undo ? NULL : s->id_schema;
}

static void no_schema_children(struct spoiled *s, int undo)
{
    static struct ArrowSchema **saved;
    if (!undo)
        saved = s->table.schema.children;
    s->table.schema.children = undo ? saved : NULL;
}

static void no_columns(struct spoiled *s, int undo)
{
    s->table.schema.n_children = undo ? 3 : 0;
    no_schema_children(s, undo);
}

static void negative_children(struct spoiled *s, int undo) { s->table.schema.n_children = undo ? 3 : -1; }

static void null_schema_child(struct spoiled *s, int undo)
{
    s->table.schema.children[1] = undo ? s->brand_schema : NULL;
}

static void released_schema_child(struct spoiled *s, int undo)
{
    if (!undo)
        saved_schema_release = s->brand_schema->release;
    s->brand_schema->release = undo ? saved_schema_release : NULL;
}

static void no_child_format(struct spoiled *s, int undo)
{
    if (!undo)
        replace_text(&s->brand_schema->format, NULL);
}

static void bad_label_metadata(struct spoiled *s, int undo)
{
    int32_t negative = -1;
    if (undo)
        return;
    kit_metadata(s->id_schema, "key", "value");
    memcpy((char *)(uintptr_t)s->id_schema->metadata + sizeof negative, &negative, sizeof negative);
}

static void bad_label_schema(struct spoiled *s, int undo) { s->id_schema->n_children = undo ? 0 : 1; }
static void negative_label_children(struct spoiled *s, int undo) { s->id_schema->n_children = undo ? 0 : -1; }

/* A label with children of its own, which lie nowhere but here. */
static struct ArrowSchema label_child;

static void label_children(struct spoiled *s, int undo, struct ArrowSchema *child, int64_t count)
{
    static struct ArrowSchema *children[1];
    children[0] = child;
    s->id_schema->n_children = undo ? 0 : count;
    s->id_schema->children = undo ? NULL : children;
}

static void vast_label_children(struct spoiled *s, int undo)
{
    label_children(s, undo, &label_child, (int64_t)INT32_MAX + 1);
}

static void null_label_child(struct spoiled *s, int undo) { label_children(s, undo, NULL, 1); }

static void released_label_child(struct spoiled *s, int undo)
{
    const struct ArrowSchema released = {.format = "l"};
    label_child = released;
    label_children(s, undo, &label_child, 1);
}

static void label_child_without_format(struct spoiled *s, int undo)
{
    const struct ArrowSchema formless = {.release = release_nothing};
    label_child = formless;
    label_children(s, undo, &label_child, 1);
}

static void released_array(struct spoiled *s, int undo)
{
    if (!undo)
        saved_array_release = s->table.array.release;
    s->table.array.release = undo ? saved_array_release : NULL;
}

static void negative_length(struct spoiled *s, int undo) { s->table.array.length = undo ? 3 : -1; }
static void negative_offset(struct spoiled *s, int undo) { s->table.array.offset = undo ? 0 : -1; }
static void vast_offset(struct spoiled *s, int undo) { s->table.array.offset = undo ? 0 : INT64_MAX; }

static void fewer_children(struct spoiled *s, int undo) { s->table.array.n_children = undo ? 3 : 2; }

static void no_children(struct spoiled *s, int undo)
{
    static struct ArrowArray **saved;
    if (!undo)
        saved = s->table.array.children;
    s->table.array.children = undo ? saved : NULL;
}

static void more_buffers(struct spoiled *s, int undo) { s->table.array.n_buffers = undo ? 1 : 2; }

static void no_buffers(struct spoiled *s, int undo)
{
    static const void **saved;
    if (!undo)
        saved = s->table.array.buffers;
    s->table.array.buffers = undo ? saved : NULL;
}

static void nulls_without_bitmap(struct spoiled *s, int undo) { s->table.array.null_count = undo ? 0 : 1; }

static void null_row(struct spoiled *s, int undo)
{
    if (!undo)
        kit_validity(&s->table.array, "110");
}

static void null_child(struct spoiled *s, int undo) { s->table.array.children[1] = undo ? s->brand : NULL; }

static void released_child(struct spoiled *s, int undo)
{
    if (!undo)
        saved_array_release = s->id->release;
    s->id->release = undo ? saved_array_release : NULL;
}

static void short_child(struct spoiled *s, int undo)
{
    (void)undo;
    s->revenue->length = 2;
}

static void short_label(struct spoiled *s, int undo)
{
    (void)undo;
    s->table.array.offset = 1;
}

static void negative_child_offset(struct spoiled *s, int undo) { s->brand->offset = undo ? 0 : INT64_MIN; }
static void child_with_three_buffers(struct spoiled *s, int undo) { s->brand->n_buffers = undo ? 2 : 3; }
static void child_without_bitmap(struct spoiled *s, int undo) { s->brand->null_count = undo ? 0 : 2; }
static void child_null_count(struct spoiled *s, int undo) { s->brand->null_count = undo ? 0 : -2; }

static void child_without_values(struct spoiled *s, int undo)
{
    if (!undo)
        s->brand->buffers[1] = NULL;
}

static void child_with_children(struct spoiled *s, int undo) { s->brand->n_children = undo ? 0 : 1; }

static void child_with_dictionary(struct spoiled *s, int undo) { s->brand->dictionary = undo ? NULL : s->id; }

static void vast_length(struct spoiled *s, int undo)
{
    saved_number = INT64_MAX / 2;
    s->table.array.length = undo ? 3 : saved_number;
}

static const struct fault {
    void (*spoil)(struct spoiled *s, int undo);
    const char *message;
    lg_status status;
} FAULTS[] = {
    {no_format, "the schema has no format", LG_E_ARGUMENT},
    {other_format, "a struct array (format +s) with one child per column is wanted", LG_E_ARGUMENT},
    {released_schema, "the schema has been released", LG_E_ARGUMENT},
    {dictionary_of_a_table, "a struct array (format +s) with one child per column is wanted", LG_E_ARGUMENT},
    {no_schema_children, "the schema is malformed: its children are missing", LG_E_ARGUMENT},
    {no_columns, "no column holds a fact", LG_E_FACT},
    {negative_children, "the schema is malformed: its children are missing", LG_E_ARGUMENT},
    {null_schema_child, "the schema of the column at index 1 is NULL", LG_E_ARGUMENT},
    {released_schema_child, "the schema of the column at index 1 has been released", LG_E_ARGUMENT},
    {no_child_format, "the schema of the column at index 1 has no format", LG_E_ARGUMENT},
    {bad_label_metadata, "column id cannot be carried through: its schema is malformed or nested too deeply",
     LG_E_ARGUMENT},
    {bad_label_schema, "column id cannot be carried through: its schema is malformed or nested too deeply",
     LG_E_ARGUMENT},
    {negative_label_children, "column id cannot be carried through: its schema is malformed or nested too deeply",
     LG_E_ARGUMENT},
    {vast_label_children, "column id cannot be carried through: its schema is malformed or nested too deeply",
     LG_E_ARGUMENT},
    {null_label_child, "column id cannot be carried through: its schema is malformed or nested too deeply",
     LG_E_ARGUMENT},
    {released_label_child, "column id cannot be carried through: its schema is malformed or nested too deeply",
     LG_E_ARGUMENT},
    {label_child_without_format, "column id cannot be carried through: its schema is malformed or nested too deeply",
     LG_E_ARGUMENT},
    {released_array, "the array is malformed: it has been released", LG_E_ARGUMENT},
    {negative_length, "the array is malformed: its length or offset is negative or too large", LG_E_ARGUMENT},
    {negative_offset, "the array is malformed: its length or offset is negative or too large", LG_E_ARGUMENT},
    {vast_offset, "the array is malformed: its length or offset is negative or too large", LG_E_ARGUMENT},
    {fewer_children, "the array is malformed: it has not as many children as its schema", LG_E_ARGUMENT},
    {no_children, "the array is malformed: it has not as many children as its schema", LG_E_ARGUMENT},
    {more_buffers, "the array is malformed: it has not the buffers of its type", LG_E_ARGUMENT},
    {no_buffers, "the array is malformed: it has not the buffers of its type", LG_E_ARGUMENT},
    {nulls_without_bitmap, "the array is malformed: it has nulls, but no validity bitmap", LG_E_ARGUMENT},
    {null_row, "row 2 is null as a whole; drop such rows, or make their columns null", LG_E_ARGUMENT},
    {null_child, "column own_brand is malformed: it is NULL", LG_E_ARGUMENT},
    {released_child, "the column at index 2 is malformed: it has been released", LG_E_ARGUMENT},
    {short_child, "column revenue_y1_fen is malformed: it has fewer rows than the array", LG_E_ARGUMENT},
    {short_label, "column revenue_y1_fen is malformed: it has fewer rows than the array", LG_E_ARGUMENT},
    {negative_child_offset, "column own_brand is malformed: its length or offset is negative or too large",
     LG_E_ARGUMENT},
    {child_with_three_buffers, "column own_brand is malformed: it has not the buffers of its type", LG_E_ARGUMENT},
    {child_without_bitmap, "column own_brand is malformed: it has nulls, but no validity bitmap", LG_E_ARGUMENT},
    {child_null_count, "column own_brand is malformed: its null_count is below -1", LG_E_ARGUMENT},
    {child_without_values, "column own_brand is malformed: its values are NULL", LG_E_ARGUMENT},
    {child_with_children, "column own_brand is malformed: it has children, but its type has none", LG_E_ARGUMENT},
    {child_with_dictionary, "column own_brand is malformed: it has a dictionary, but its schema has none",
     LG_E_ARGUMENT},
    {vast_length, "there is not enough memory", LG_E_MEMORY},
};

START_TEST(a_malformed_struct_is_refused)
{
    struct spoiled s;
    open_sound(&s);
    FAULTS[_i].spoil(&s, 0);
    expect_refusal(&s, FAULTS[_i].status, FAULTS[_i].message);
    FAULTS[_i].spoil(&s, 1);
    kit_close(&s.table);
}
END_TEST

/* A label whose type is a list of lists of ... */
START_TEST(a_label_may_be_nested_but_not_without_end)
{
    enum { DEEPEST = 32 };
    struct ArrowSchema levels[DEEPEST + 1] = {{0}}, *pointers[DEEPEST + 1];
    struct spoiled s;
    struct ArrowSchema out_schema;
    struct ArrowArray out;
    open_sound(&s);
    for (int i = 0; i <= DEEPEST; i++) {
        pointers[i] = &levels[i];
        levels[i].format = i < DEEPEST ? "+l" : "l";
        levels[i].n_children = i < DEEPEST;
        levels[i].children = i < DEEPEST ? &pointers[i + 1] : NULL;
        levels[i].release = release_nothing;
    }
    s.id_schema->n_children = 1;
    s.id_schema->children = &pointers[0];
    expect_refusal(&s, LG_E_ARGUMENT,
                   "column id cannot be carried through: its schema is malformed or nested too deeply");
    s.id_schema->children = &pointers[1];
    ck_assert_int_eq(lg_arrow_evaluate(s.rules, &s.table.schema, &s.table.array, NULL, &out_schema, &out, NULL, 0),
                     LG_OK);
    s.id_schema->n_children = 0;
    s.id_schema->children = NULL;
    out.release(&out);
    out_schema.release(&out_schema);
    kit_close(&s.table);
}
END_TEST

START_TEST(a_bitmap_of_rows_without_a_zero_is_taken)
{
    struct spoiled s;
    struct ArrowArray out;
    open_sound(&s);
    kit_validity(&s.table.array, "0111");
    s.table.array.offset = 1;
    s.table.array.length = 2;
    s.table.array.null_count = 1;
    ck_assert_int_eq(lg_arrow_evaluate(s.rules, &s.table.schema, &s.table.array, NULL, NULL, &out, NULL, 0), LG_OK);
    out.release(&out);
    kit_close(&s.table);
}
END_TEST

/* ------------------------------------------------------------------------ rules and options */

START_TEST(no_rules_are_refused)
{
    struct spoiled s;
    open_sound(&s);
    s.rules = NULL;
    expect_refused_schema(&s, LG_E_RULES, "the rule set is NULL: was no such edition found?");
    kit_close(&s.table);
}
END_TEST

START_TEST(options_of_another_size_are_refused_unless_their_rest_is_zero)
{
    struct {
        lg_arrow_options options;
        uint64_t later;
    } larger = {{sizeof larger, 0, NULL, 0, 0}, 0};
    struct ArrowArray out;
    struct spoiled s;
    open_sound(&s);
    s.options.struct_size--;
    expect_refusal(&s, LG_E_SIZE, "the struct_size of the options is smaller than the first release's struct");
    larger.later = 1;
    ck_assert_int_eq(lg_arrow_evaluate(s.rules, &s.table.schema, &s.table.array, &larger.options, NULL, &out, NULL, 0),
                     LG_E_ARGUMENT);
    larger.later = 0;
    ck_assert_int_eq(lg_arrow_evaluate(s.rules, &s.table.schema, &s.table.array, &larger.options, NULL, &out, NULL, 0),
                     LG_OK);
    out.release(&out);
    kit_close(&s.table);
}
END_TEST

START_TEST(wishes_that_are_not_known_are_refused)
{
    struct spoiled s;
    open_sound(&s);
    s.options.contents = 8;
    expect_refusal(&s, LG_E_ARGUMENT, "the options ask for something that this library does not know");
    s.options.contents = 0;
    s.options.reserved = 1;
    expect_refusal(&s, LG_E_ARGUMENT, "the options ask for something that this library does not know");
    kit_close(&s.table);
}
END_TEST

START_TEST(bad_defaults_are_refused)
{
    lg_default defaults[] = {{LG_FACT_OWN_BRAND, 0, 1}, {78, 0, 1}};
    struct spoiled s;
    open_sound(&s);
    s.options.default_count = 2;
    expect_refused_schema(&s, LG_E_NULL, "the defaults are NULL, and their number is not 0");
    s.options.defaults = defaults;
    expect_refused_schema(&s, LG_E_FACT, "default 1: there is no fact 78");
    defaults[1].fact = LG_FACT_PROVINCE_RANK;
    defaults[1].value = 0;
    expect_refused_schema(&s, LG_E_RANGE, "default 1: province_rank is from 1 to 1000000, not 0");
    kit_close(&s.table);
}
END_TEST

/* -------------------------------------------------------------------------------- messages */

START_TEST(a_message_is_cut_to_its_buffer_or_left_out)
{
    static const char WHOLE[] = "column 'revenue' is no fact";
    char message[64];
    struct ArrowArray out;
    struct spoiled s;
    open_sound(&s);
    rename_to(&s, "revenue");
    for (uint64_t capacity = 1; capacity <= strlen(WHOLE); capacity++) {
        POISON(message);
        ck_assert_int_eq(
            lg_arrow_evaluate(s.rules, &s.table.schema, &s.table.array, NULL, NULL, &out, message, capacity),
            LG_E_FACT);
        ck_assert_uint_eq(strlen(message), capacity - 1);
        ck_assert_mem_eq(message, WHOLE, (size_t)capacity - 1);
        ck_assert_uint_eq((unsigned char)message[capacity], 0xA5);
    }
    ck_assert_int_eq(lg_arrow_evaluate(s.rules, &s.table.schema, &s.table.array, NULL, NULL, &out, NULL, 0), LG_E_FACT);
    kit_close(&s.table);
}
END_TEST

START_TEST(pointers_that_must_not_be_null)
{
    struct ArrowSchema out_schema;
    struct ArrowArray out;
    char message[64];
    struct spoiled s;
    open_sound(&s);
    POISON(out);
    POISON(out_schema);
    ck_assert_int_eq(lg_arrow_evaluate(s.rules, NULL, &s.table.array, NULL, &out_schema, &out, message, 64), LG_E_NULL);
    ck_assert_str_eq(message, "schema, array or out_array is NULL");
    ck_assert(out.release == NULL && out_schema.release == NULL);
    ck_assert_int_eq(lg_arrow_evaluate(s.rules, &s.table.schema, NULL, NULL, NULL, &out, NULL, 0), LG_E_NULL);
    ck_assert_int_eq(lg_arrow_evaluate(s.rules, &s.table.schema, &s.table.array, NULL, NULL, NULL, NULL, 0), LG_E_NULL);
    POISON(out);
    ck_assert_int_eq(lg_arrow_evaluate(s.rules, &s.table.schema, &s.table.array, NULL, NULL, &out, NULL, 1), LG_E_NULL);
    ck_assert(out.release == NULL);
    POISON(out_schema);
    ck_assert_int_eq(lg_arrow_result_schema(s.rules, NULL, NULL, &out_schema, message, 64), LG_E_NULL);
    ck_assert_str_eq(message, "schema or out_schema is NULL");
    ck_assert(out_schema.release == NULL);
    ck_assert_int_eq(lg_arrow_result_schema(s.rules, &s.table.schema, NULL, NULL, NULL, 0), LG_E_NULL);
    ck_assert_int_eq(lg_arrow_result_schema(s.rules, &s.table.schema, NULL, &out_schema, NULL, 1), LG_E_NULL);
    ck_assert(out_schema.release == NULL);
    kit_close(&s.table);
}
END_TEST

static void setup(void) { kit_live = 0; }
static void teardown(void) { ck_assert_int_eq(kit_live, 0); }

int main(void)
{
    Suite *suite = suite_create("arrow-refusals");
    TCase *tcase = tcase_create("refusals");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_loop_test(tcase, a_name_that_is_no_fact_is_refused, 0, ROWS(NAMES));
    tcase_add_loop_test(tcase, a_type_that_no_fact_can_have_is_refused, 0, ROWS(TYPES));
    tcase_add_test(tcase, a_flag_may_be_boolean_but_not_text);
    tcase_add_test(tcase, a_fact_with_a_dictionary_is_refused);
    tcase_add_test(tcase, a_table_without_facts_is_refused);
    tcase_add_loop_test(tcase, a_malformed_struct_is_refused, 0, ROWS(FAULTS));
    tcase_add_test(tcase, a_label_may_be_nested_but_not_without_end);
    tcase_add_test(tcase, a_bitmap_of_rows_without_a_zero_is_taken);
    tcase_add_test(tcase, no_rules_are_refused);
    tcase_add_test(tcase, options_of_another_size_are_refused_unless_their_rest_is_zero);
    tcase_add_test(tcase, wishes_that_are_not_known_are_refused);
    tcase_add_test(tcase, bad_defaults_are_refused);
    tcase_add_test(tcase, a_message_is_cut_to_its_buffer_or_left_out);
    tcase_add_test(tcase, pointers_that_must_not_be_null);
    suite_add_tcase(suite, tcase);
    return suite_run(suite);
}
