/* SPDX-License-Identifier: Apache-2.0 */
/* Digests of rule sets: SHA-256 itself, that every change of a rule shows, and the reviewed list of digests. */
#include "grown.h"
#include "table.h"

#include "sha256.h"

#include <stdio.h>

enum { TEXT_BYTES = 1 << 17, HEX_BYTES = 65 };

static void hex_of(const uint8_t digest[32], char hex[HEX_BYTES])
{
    for (int i = 0; i < 32; i++)
        snprintf(hex + (ptrdiff_t)2 * i, 3, "%02x", digest[i]);
}

/* ------------------------------------------------------------------------------ SHA-256 */

static const char BITS_448[] = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
static const char BITS_896[] = "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                               "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu";

/* NIST: examples of FIPS 180, and of the secure hash standard validation system for whole bytes. */
static const struct vector {
    const char *message;
    uint32_t times; /* the message so often */
    const char *digest;
} VECTORS[] = {
    {"", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {BITS_448, 1, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {BITS_896, 1, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
    {"a", 1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    {"\xd3", 1, "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"},
    {"\x11\xaf", 1, "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"},
};

START_TEST(vectors_of_nist)
{
    const struct vector *v = &VECTORS[_i];
    lg__sha256 hash;
    uint8_t digest[32];
    char hex[HEX_BYTES];
    lg__sha256_begin(&hash);
    for (uint32_t i = 0; i < v->times; i++)
        lg__sha256_add(&hash, v->message, strlen(v->message));
    lg__sha256_end(&hash, digest);
    hex_of(digest, hex);
    ck_assert_str_eq(hex, v->digest);
}
END_TEST

/* Every length around one and two blocks, in pieces of every size: padding has its corners there. */
START_TEST(pieces_do_not_matter)
{
    uint8_t message[200], whole[32], pieces[32];
    for (unsigned i = 0; i < sizeof message; i++)
        message[i] = (uint8_t)(i * 7);
    for (uint64_t length = 0; length <= sizeof message; length++)
        for (uint64_t piece = 1; piece <= 67; piece += 6) {
            lg__sha256 hash;
            lg__sha256_begin(&hash);
            lg__sha256_add(&hash, message, length);
            lg__sha256_end(&hash, whole);
            lg__sha256_begin(&hash);
            for (uint64_t at = 0; at < length; at += piece)
                lg__sha256_add(&hash, message + at, piece < length - at ? piece : length - at);
            lg__sha256_end(&hash, pieces);
            REQUIRE(memcmp(whole, pieces, sizeof whole) == 0);
        }
}
END_TEST

/* --------------------------------------------------------------- a text and its digest */

static void table_of(const lg_ruleset *rules, char text[TEXT_BYTES], uint64_t *needed)
{
    ck_assert_int_eq(lg_ruleset_table(rules, text, TEXT_BYTES, needed), LG_OK);
    ck_assert_uint_eq(*needed, strlen(text) + 1);
}

static void digest_of(const lg_ruleset *rules, char hex[HEX_BYTES])
{
    uint8_t digest[32];
    POISON(digest);
    ck_assert_int_eq(lg_ruleset_digest(rules, digest), LG_OK);
    hex_of(digest, hex);
}

START_TEST(the_digest_is_that_of_the_text)
{
    static char text[TEXT_BYTES];
    const lg_ruleset *rules = lg_ruleset_at((uint32_t)_i);
    char hex[HEX_BYTES], expected[HEX_BYTES];
    lg__sha256 hash;
    uint8_t digest[32];
    uint64_t needed;
    table_of(rules, text, &needed);
    lg__sha256_begin(&hash);
    lg__sha256_add(&hash, text, needed - 1);
    lg__sha256_end(&hash, digest);
    hex_of(digest, expected);
    digest_of(rules, hex);
    ck_assert_str_eq(hex, expected);
}
END_TEST

static int size_rows(const lg_ruleset *rules)
{
    for (uint32_t i = 0; i < lg_ruleset_describe(rules)->criterion_count; i++)
        if (row_of(rules, i)->kind == LG_KIND_SME_SIZE)
            return 16 * 3;
    return 0;
}

START_TEST(the_text_has_a_line_for_everything)
{
    static char text[TEXT_BYTES];
    const lg_ruleset *rules = lg_ruleset_at((uint32_t)_i);
    uint64_t needed;
    int lines = 0;
    table_of(rules, text, &needed);
    for (const char *c = text; *c; c++)
        lines += *c == '\n';
    ck_assert_int_eq(lines, 9 + 14 * (int)lg_ruleset_describe(rules)->criterion_count + size_rows(rules));
    ck_assert(is_utf8(text));
}
END_TEST

/* Read from the regulation and not from the output: 工信厅企业函〔2020〕159号 as the press reported it. */
START_TEST(a_row_reads_like_the_standard)
{
    static char text[TEXT_BYTES];
    uint64_t needed;
    table_of(rules_of("cn.little-giant.2020-reported"), text, &needed);
    ck_assert_ptr_nonnull(strstr(text, "criterion revenue\ndepth 1\nkind value\noperator gt\nfacts revenue_y1\n"));
    ck_assert_ptr_nonnull(strstr(text, "\nbound 10000000000\nbound_high 0\nbound_denominator 1\npoints 0\n"));
    table_of(rules_of("cn.srdi-sme.2022"), text, &needed);
    ck_assert_ptr_nonnull(strstr(text, "\nsector 2 employees 20 300 1000\nsector 2 revenue_y1 300000000 2000000000 "
                                       "40000000000\nsector 2 total_assets_y1 0 0 0\nsector 3 employees 0 0 0\n"));
}
END_TEST

/* ------------------------------------------------------------------- changes of a rule */

#define NUMBER(NAME) offsetof(lg_criterion, NAME), sizeof(((lg_criterion *)0)->NAME)
static const struct member {
    size_t offset, size;
} NUMBERS[] = {
    {NUMBER(depth)},        {NUMBER(kind)},   {NUMBER(op)},
    {NUMBER(unit)},         {NUMBER(grade)},  {NUMBER(bound)},
    {NUMBER(bound_high)},   {NUMBER(points)}, {NUMBER(bound_denominator)},
    {NUMBER(points_floor)}, {NUMBER(total)},
};

static void add_to(void *object, const struct member *member, int64_t by)
{
    char *at = (char *)object + member->offset;
    int32_t narrow;
    int64_t number;
    memcpy(&narrow, at, sizeof narrow);
    memcpy(&number, at, member->size == 8 ? 8 : 0);
    narrow += (int32_t)by;
    number = member->size == 8 ? number + by : 0;
    memcpy(at, member->size == 8 ? (void *)&number : (void *)&narrow, member->size);
}

static void must_differ(const lg_ruleset *rules, const char *before)
{
    uint8_t digest[32];
    char hex[HEX_BYTES];
    REQUIRE(lg_ruleset_digest(rules, digest) == LG_OK);
    hex_of(digest, hex);
    REQUIRE(strcmp(hex, before) != 0);
}

static void change_texts(const lg_ruleset *rules, const char **text, const char *before)
{
    const char *was = *text;
    char other[512];
    snprintf(other, sizeof other, "%s.", was ? was : "");
    *text = other;
    must_differ(rules, before);
    *text = was;
}

static void change_row(world *w, uint32_t i, const char *before)
{
    lg_criterion *row = &w->rows[i].criterion;
    for (uint32_t m = 0; m < COUNT(NUMBERS); m++)
        for (int by = -1; by <= 1; by += 2) {
            add_to(row, &NUMBERS[m], by);
            must_differ(&w->rules, before);
            add_to(row, &NUMBERS[m], -by);
        }
    for (uint32_t f = 0; f < row->fact_count; f++) {
        uint32_t fact = row->facts[f];
        row->facts[f] = (fact + 1) % lg_fact_count();
        must_differ(&w->rules, before);
        row->facts[f] = fact;
    }
    change_texts(&w->rules, &row->id, before);
    change_texts(&w->rules, &row->citation, before);
}

static void change_edition(world *w, const char *before)
{
    lg_ruleset_info *info = &w->rules.info;
    int32_t *numbers[] = {&info->level, &info->application, &info->in_force_from, &info->in_force_to};
    for (uint32_t i = 0; i < COUNT(numbers); i++) {
        ++*numbers[i];
        must_differ(&w->rules, before);
        --*numbers[i];
    }
    info->alternative ^= 1;
    must_differ(&w->rules, before);
    info->alternative ^= 1;
    change_texts(&w->rules, &info->id, before);
    change_texts(&w->rules, &info->programme, before);
    change_texts(&w->rules, &info->issuer, before);
    change_texts(&w->rules, &info->document, before);
}

/* One number, fact, operator or word of a random table at a time; and back again it is the same digest. */
START_TEST(any_change_of_a_rule_changes_the_digest)
{
    static world w;
    char before[HEX_BYTES], after[HEX_BYTES];
    chance_seed((uint64_t)_i);
    grow_rules(&w);
    digest_of(&w.rules, before);
    for (uint32_t i = 0; i < w.rules.info.criterion_count; i++)
        if (chance(6) == 0)
            change_row(&w, i, before);
    change_edition(&w, before);
    w.rules.info.criterion_count--;
    must_differ(&w.rules, before);
    w.rules.info.criterion_count++;
    digest_of(&w.rules, after);
    ck_assert_str_eq(before, after);
}
END_TEST

/* Texts at other addresses, and what no rule depends on: padding, titles, the day of the comparison. */
START_TEST(where_a_table_lies_and_how_it_is_worded_does_not_matter)
{
    static world w, other;
    static char ids[WORLD_ROWS][64];
    char here[HEX_BYTES], there[HEX_BYTES];
    chance_seed((uint64_t)_i);
    grow_rules(&w);
    POISON(other);
    other.rules.info = w.rules.info;
    other.rules.rows = other.rows;
    other.rules.info.compared_on++;
    for (uint32_t i = 0; i < w.rules.info.criterion_count; i++) {
        other.rows[i].criterion = w.rows[i].criterion;
        snprintf(ids[i], sizeof ids[i], "%s", w.rows[i].criterion.id);
        other.rows[i].criterion.id = ids[i];
        for (uint32_t f = w.rows[i].criterion.fact_count; f < 4; f++)
            other.rows[i].criterion.facts[f] = 7;
    }
    digest_of(&w.rules, here);
    digest_of(&other.rules, there);
    ck_assert_str_eq(here, there);
}
END_TEST

START_TEST(a_line_feed_in_a_text_is_no_line)
{
    static char text[TEXT_BYTES];
    static world w;
    uint64_t needed;
    world_begin(&w);
    world_flag(&w, 0, LG_FACT_SRDI_TITLE, 1)->citation = "art. 1\\\ngrade official";
    ck_assert_int_eq(lg_ruleset_table(&w.rules, text, sizeof text, &needed), LG_OK);
    ck_assert_ptr_nonnull(strstr(text, "\ncitation art. 1\\\\\\ngrade official\n"));
}
END_TEST

/* ------------------------------------------------------------------------ reviewed list */

/* A rule that changes changes its line here: whoever reviews the change sees it. */
START_TEST(digests_are_those_of_the_reviewed_list)
{
    table list;
    char hex[HEX_BYTES];
    ck_assert_ptr_null(table_read(&list, LG_TEST_CASES, "digests.tsv", '\t', "ruleset sha256"));
    for (int row = 0; row < list.rows; row++) {
        const lg_ruleset *rules = lg_ruleset_at((uint32_t)row);
        ck_assert_ptr_nonnull(rules);
        digest_of(rules, hex);
        ck_assert_str_eq(lg_ruleset_describe(rules)->id, table_cell(&list, row, 0));
        ck_assert_msg(strcmp(hex, table_cell(&list, row, 1)) == 0, "%s is now %s", lg_ruleset_describe(rules)->id, hex);
    }
    ck_assert_ptr_null(lg_ruleset_at((uint32_t)list.rows));
    table_free(&list);
}
END_TEST

/* ------------------------------------------------------------------------------ receipt */

START_TEST(a_receipt_names_library_edition_and_table)
{
    const lg_ruleset *rules = rules_of("cn.little-giant.2022");
    char hex[HEX_BYTES], expected[512], text[512];
    uint64_t needed;
    digest_of(rules, hex);
    snprintf(expected, sizeof expected,
             "library %s\nrules cn.little-giant.2022\ndocument %s\nin_force_from 20220801\nin_force_to %d\n"
             "table sha256 %s\n",
             lg_version(), lg_ruleset_describe(rules)->document, (int)lg_ruleset_describe(rules)->in_force_to, hex);
    ck_assert_int_eq(lg_receipt(rules, text, sizeof text, &needed), LG_OK);
    ck_assert_str_eq(text, expected);
    ck_assert_uint_eq(needed, strlen(expected) + 1);
    ck_assert_ptr_nonnull(strstr(text, "工信部企业〔2022〕63号"));
}
END_TEST

typedef lg_status text_function(const lg_ruleset *rules, char *text, uint64_t capacity, uint64_t *needed);

static void refuses(text_function *function)
{
    const lg_ruleset *rules = lg_ruleset_at(0);
    char text[8] = "before";
    uint64_t needed = 1, size = 1;
    ck_assert_int_eq(function(NULL, text, sizeof text, &needed), LG_E_RULES);
    ck_assert(text[0] == '\0' && needed == 0);
    ck_assert_int_eq(function(rules, NULL, 1, &needed), LG_E_NULL);
    ck_assert_int_eq(function(rules, NULL, 0, &size), LG_OK);
    ck_assert_int_eq(function(rules, text, sizeof text, &needed), LG_E_CAPACITY);
    ck_assert(needed == size && strlen(text) == 7);
    ck_assert_int_eq(function(rules, NULL, 0, NULL), LG_OK);
}

START_TEST(errors_are_told)
{
    uint8_t digest[32], zeros[32] = {0};
    POISON(digest);
    ck_assert_int_eq(lg_ruleset_digest(NULL, digest), LG_E_RULES);
    ck_assert_mem_eq(digest, zeros, sizeof zeros);
    ck_assert_int_eq(lg_ruleset_digest(lg_ruleset_at(0), NULL), LG_E_NULL);
    refuses(lg_ruleset_table);
    refuses(lg_receipt);
}
END_TEST

static int ruleset_count(void)
{
    uint32_t count = 0;
    while (lg_ruleset_at(count))
        count++;
    return (int)count;
}

int main(void)
{
    Suite *suite = suite_create("receipt");
    TCase *tcase = tcase_create("receipt"), *reviewed = tcase_create("reviewed list");
    tcase_set_timeout(tcase, 120);
    tcase_add_loop_test(tcase, vectors_of_nist, 0, ROWS(VECTORS));
    tcase_add_test(tcase, pieces_do_not_matter);
    tcase_add_loop_test(tcase, the_digest_is_that_of_the_text, 0, ruleset_count());
    tcase_add_loop_test(tcase, the_text_has_a_line_for_everything, 0, ruleset_count());
    tcase_add_test(tcase, a_row_reads_like_the_standard);
    tcase_add_loop_test(tcase, any_change_of_a_rule_changes_the_digest, 0, 4);
    tcase_add_loop_test(tcase, where_a_table_lies_and_how_it_is_worded_does_not_matter, 0, 20);
    tcase_add_test(tcase, a_line_feed_in_a_text_is_no_line);
    tcase_add_test(tcase, a_receipt_names_library_edition_and_table);
    tcase_add_test(tcase, errors_are_told);
    tcase_add_test(reviewed, digests_are_those_of_the_reviewed_list);
    suite_add_tcase(suite, tcase);
    suite_add_tcase(suite, reviewed);
    return suite_run(suite);
}
