/* SPDX-License-Identifier: Apache-2.0 */
/* Words and texts: every value has them, in every language, and no other value does. */
#include "suite.h"

/* All value types of the header are int32_t, so one function type serves every family. */
typedef const char *name_function(int32_t value);
typedef const char *text_function(int32_t value, lg_language language);

static const lg_language LANGUAGES[] = {LG_ENGLISH, LG_CHINESE, LG_INDONESIAN};
static const lg_language NO_LANGUAGES[] = {-1, 3, 4, INT32_MIN, INT32_MAX};

/* ----------------------------------------------------------------------------- words */

/* The words are part of the interface: files and bindings carry them. */
static const struct word {
    name_function *name;
    int32_t value;
    const char *word;
} WORDS[] = {
    {lg_status_name, 0, "LG_OK"},
    {lg_status_name, -1, "LG_E_NULL"},
    {lg_status_name, -2, "LG_E_SIZE"},
    {lg_status_name, -3, "LG_E_FACT"},
    {lg_status_name, -4, "LG_E_RANGE"},
    {lg_status_name, -5, "LG_E_CRITERION"},
    {lg_status_name, -6, "LG_E_CAPACITY"},
    {lg_status_name, -7, "LG_E_TEXT"},
    {lg_status_name, -8, "LG_E_UNIT"},
    {lg_status_name, -9, "LG_E_INEXACT"},
    {lg_status_name, -10, "LG_E_LANGUAGE"},
    {lg_status_name, -11, "LG_E_RULES"},
    {lg_status_name, -12, "LG_E_NO_RULES"},
    {lg_status_name, -13, "LG_E_DATE"},
    {lg_status_name, -14, "LG_E_ARGUMENT"},
    {lg_status_name, -15, "LG_E_MEMORY"},
    {lg_status_name, -16, "LG_E_STREAM"},
    {lg_verdict_name, 0, "unknown"},
    {lg_verdict_name, 1, "met"},
    {lg_verdict_name, 2, "not_met"},
    {lg_verdict_name, 3, "not_applicable"},
    {lg_reason_name, 0, "none"},
    {lg_reason_name, 1, "missing"},
    {lg_reason_name, 2, "judgement"},
    {lg_reason_name, 3, "undefined"},
    {lg_language_name, 0, "en"},
    {lg_language_name, 1, "zh"},
    {lg_language_name, 2, "id"},
    {lg_kind_name, 1, "all"},
    {lg_kind_name, 2, "any"},
    {lg_kind_name, 3, "at-least"},
    {lg_kind_name, 4, "when"},
    {lg_kind_name, 5, "best"},
    {lg_kind_name, 6, "sum"},
    {lg_kind_name, 7, "pass-mark"},
    {lg_kind_name, 16, "value"},
    {lg_kind_name, 17, "flag"},
    {lg_kind_name, 18, "ratio"},
    {lg_kind_name, 19, "total"},
    {lg_kind_name, 20, "mean-growth"},
    {lg_kind_name, 21, "compound-growth"},
    {lg_kind_name, 22, "sme-size"},
    {lg_kind_name, 23, "points-value"},
    {lg_operator_name, 0, "none"},
    {lg_operator_name, 1, "ge"},
    {lg_operator_name, 2, "gt"},
    {lg_operator_name, 3, "le"},
    {lg_operator_name, 4, "lt"},
    {lg_operator_name, 5, "eq"},
    {lg_operator_name, 6, "between"},
    {lg_operator_name, 7, "from-to"},
    {lg_grade_name, 0, "none"},
    {lg_grade_name, 1, "official"},
    {lg_grade_name, 2, "corroborated"},
    {lg_grade_name, 3, "single-source"},
    {lg_grade_name, 4, "reconstructed"},
    {lg_fact_kind_name, 1, "measure"},
    {lg_fact_kind_name, 2, "level"},
    {lg_fact_kind_name, 3, "reported"},
    {lg_fact_kind_name, 4, "exclusion"},
    {lg_fact_kind_name, 5, "asserted"},
    {lg_level_name, 0, "none"},
    {lg_level_name, 1, "innovative-sme"},
    {lg_level_name, 2, "specialised-sme"},
    {lg_level_name, 3, "little-giant"},
    {lg_application_name, 1, "new"},
    {lg_application_name, 2, "review"},
    {lg_severity_name, 1, "unusual"},
    {lg_severity_name, 2, "contradiction"},
    {lg_severity_name, 3, "impossible"},
    {lg_size_class_name, 0, "unknown"},
    {lg_size_class_name, 1, "micro"},
    {lg_size_class_name, 2, "small"},
    {lg_size_class_name, 3, "medium"},
    {lg_size_class_name, 4, "large"},
};

START_TEST(every_value_has_its_word)
{
    const struct word *w = &WORDS[_i];
    const char *word = w->name(w->value);
    ck_assert_msg(word != NULL && strcmp(word, w->word) == 0, "%s: got %s", w->word, word ? word : "NULL");
}
END_TEST

static int is_listed(name_function *name, int32_t value)
{
    for (size_t i = 0; i < COUNT(WORDS); i++)
        if (WORDS[i].name == name && WORDS[i].value == value)
            return 1;
    return 0;
}

static void no_word_for(name_function *name, int32_t value, const char *family)
{
    if (!is_listed(name, value))
        REQUIRE_MSG(name(value) == NULL, "the family of %s has a word for %d", family, (int)value);
}

START_TEST(no_other_value_has_a_word)
{
    static const int32_t FAR[] = {INT32_MIN, INT32_MIN + 1, 65536, 16777216, INT32_MAX};
    const struct word *w = &WORDS[_i];
    for (int32_t value = -300; value <= 300; value++)
        no_word_for(w->name, value, w->word);
    for (size_t i = 0; i < COUNT(FAR); i++)
        no_word_for(w->name, FAR[i], w->word);
}
END_TEST

/* ----------------------------------------------------------------------------- texts */

/* Families with a text for people, and the values that have one. */
static const struct family {
    const char *what;
    text_function *text;
    int32_t first, last;
    int is_unit; /* empty where a number stands alone; 分 is the fen and the point */
} FAMILIES[] = {
    {"verdict", lg_verdict_text, 0, 3, 0},       {"reason", lg_reason_text, 1, 3, 0},
    {"grade", lg_grade_text, 1, 4, 0},           {"level", lg_level_text, 1, 3, 0},
    {"size class", lg_size_class_text, 0, 4, 0}, {"unit", lg_unit_text, 1, 14, 1},
};

START_TEST(every_value_has_a_text_in_every_language)
{
    const struct family *f = &FAMILIES[_i];
    for (int32_t value = f->first; value <= f->last; value++)
        for (size_t l = 0; l < COUNT(LANGUAGES); l++) {
            const char *text = f->text(value, LANGUAGES[l]);
            ck_assert_msg(text != NULL && (f->is_unit || *text != '\0') && is_utf8(text), "%s %d in language %d",
                          f->what, (int)value, (int)LANGUAGES[l]);
        }
}
END_TEST

START_TEST(no_text_for_a_value_or_language_that_does_not_exist)
{
    static const int32_t BEYOND[] = {-1, INT32_MIN, 99, INT32_MAX};
    const struct family *f = &FAMILIES[_i];
    ck_assert_msg(!f->is_unit || f->text(LG_UNIT_NONE, LG_ENGLISH) == NULL, "no unit has a name");
    ck_assert_msg(f->text(f->last + 1, LG_ENGLISH) == NULL, "%s %d", f->what, (int)f->last + 1);
    for (size_t i = 0; i < COUNT(BEYOND); i++)
        ck_assert_msg(f->text(BEYOND[i], LG_ENGLISH) == NULL, "%s %d", f->what, (int)BEYOND[i]);
    for (size_t i = 0; i < COUNT(NO_LANGUAGES); i++)
        ck_assert_msg(f->text(f->first, NO_LANGUAGES[i]) == NULL, "%s in language %d", f->what, (int)NO_LANGUAGES[i]);
}
END_TEST

START_TEST(every_status_has_a_sentence)
{
    for (lg_status status = 0; status >= -16; status--)
        ck_assert_msg(has_text(lg_status_text(status)), "status %d", (int)status);
    ck_assert_ptr_null(lg_status_text(1));
    ck_assert_ptr_null(lg_status_text(-17));
    ck_assert_ptr_null(lg_status_text(INT32_MIN));
    ck_assert_ptr_null(lg_status_text(INT32_MAX));
}
END_TEST

START_TEST(texts_of_one_family_differ)
{
    const struct family *f = &FAMILIES[_i];
    for (int32_t a = f->first; a <= f->last; a++)
        for (int32_t b = a + 1; b <= f->last; b++)
            for (size_t l = 0; l < COUNT(LANGUAGES); l++) {
                const char *text = f->text(a, LANGUAGES[l]);
                ck_assert_msg(f->is_unit || strcmp(text, f->text(b, LANGUAGES[l])) != 0, "%s %d and %d: %s", f->what,
                              (int)a, (int)b, text);
            }
}
END_TEST

/* --------------------------------------------------------------------------- catalogue */

/* Complete, well formed, and translated: a Chinese title is not an English one left over. */
static void check_titles(const char *what, const char *english, const char *chinese, const char *indonesian)
{
    ck_assert_msg(has_text(english) && has_text(chinese) && has_text(indonesian), "%s: a title is missing", what);
    ck_assert_msg(is_utf8(english) && is_utf8(chinese) && is_utf8(indonesian), "%s: not UTF-8", what);
    ck_assert_msg(strcmp(english, chinese) != 0, "%s: Chinese is English", what);
    ck_assert_msg((unsigned char)chinese[0] >= 0x80 || strpbrk(chinese, "\xE4\xE5\xE6\xE7\xE8\xE9") != NULL,
                  "%s: no Chinese character in %s", what, chinese);
}

/* "Little Giant 2022" is a name and stays; everything else is translated. */
static void check_translated_titles(const char *what, const char *english, const char *chinese, const char *indonesian)
{
    check_titles(what, english, chinese, indonesian);
    ck_assert_msg(strcmp(english, indonesian) != 0, "%s: Indonesian is English", what);
}

START_TEST(every_fact_has_its_texts)
{
    for (uint32_t f = 0; f < lg_fact_count(); f++) {
        const lg_fact *fact = lg_fact_describe(f);
        check_translated_titles(fact->name, lg_fact_title(f, LG_ENGLISH), lg_fact_title(f, LG_CHINESE),
                                lg_fact_title(f, LG_INDONESIAN));
        ck_assert_msg(has_text(fact->definition) && has_text(fact->evidence) && has_text(fact->source),
                      "%s: definition, evidence or source is missing", fact->name);
        ck_assert_msg(is_utf8(fact->definition) && is_utf8(fact->evidence) && is_utf8(fact->source), "%s", fact->name);
    }
}
END_TEST

START_TEST(fact_titles_differ)
{
    for (uint32_t a = 0; a < lg_fact_count(); a++)
        for (uint32_t b = a + 1; b < lg_fact_count(); b++)
            for (size_t l = 0; l < COUNT(LANGUAGES); l++)
                ck_assert_msg(strcmp(lg_fact_title(a, LANGUAGES[l]), lg_fact_title(b, LANGUAGES[l])) != 0,
                              "facts %u and %u: %s", (unsigned)a, (unsigned)b, lg_fact_title(a, LANGUAGES[l]));
}
END_TEST

static void check_caveat(const char *what, const char *const caveat[3])
{
    for (size_t l = 0; l < 3; l++) {
        ck_assert_msg(caveat[l] != NULL && is_utf8(caveat[l]), "%s: caveat", what);
        ck_assert_msg((*caveat[l] == '\0') == (*caveat[0] == '\0'), "%s: caveat in some languages only", what);
    }
}

START_TEST(every_rule_set_has_its_texts)
{
    const lg_ruleset *rules;
    for (uint32_t i = 0; (rules = lg_ruleset_at(i)) != NULL; i++) {
        const lg_ruleset_info *info = lg_ruleset_describe(rules);
        const char *const caveat[] = {lg_ruleset_caveat(rules, LG_ENGLISH), lg_ruleset_caveat(rules, LG_CHINESE),
                                      lg_ruleset_caveat(rules, LG_INDONESIAN)};
        check_titles(info->id, lg_ruleset_title(rules, LG_ENGLISH), lg_ruleset_title(rules, LG_CHINESE),
                     lg_ruleset_title(rules, LG_INDONESIAN));
        check_caveat(info->id, caveat);
        ck_assert_msg(has_text(info->issuer) && has_text(info->document) && has_text(info->programme), "%s", info->id);
    }
    ck_assert_uint_ge(lg_ruleset_describe(rules_of("cn.little-giant.2022"))->criterion_count, 2);
}
END_TEST

static void check_criterion_texts(const lg_ruleset *rules, uint32_t c)
{
    const lg_criterion *row = row_of(rules, c);
    const char *const caveat[] = {lg_criterion_caveat(rules, c, LG_ENGLISH), lg_criterion_caveat(rules, c, LG_CHINESE),
                                  lg_criterion_caveat(rules, c, LG_INDONESIAN)};
    check_translated_titles(row->id, lg_criterion_title(rules, c, LG_ENGLISH), lg_criterion_title(rules, c, LG_CHINESE),
                            lg_criterion_title(rules, c, LG_INDONESIAN));
    check_caveat(row->id, caveat);
    ck_assert_msg(has_text(row->citation) && is_utf8(row->citation), "%s: no citation", row->id);
}

START_TEST(every_criterion_has_its_texts)
{
    const lg_ruleset *rules;
    for (uint32_t i = 0; (rules = lg_ruleset_at(i)) != NULL; i++)
        for (uint32_t c = 0; c < lg_ruleset_describe(rules)->criterion_count; c++)
            check_criterion_texts(rules, c);
}
END_TEST

START_TEST(no_title_in_a_language_that_does_not_exist)
{
    const lg_ruleset *rules = rules_of("cn.little-giant.2022");
    lg_language language = NO_LANGUAGES[_i];
    ck_assert_ptr_null(lg_fact_title(0, language));
    ck_assert_ptr_null(lg_ruleset_title(rules, language));
    ck_assert_ptr_null(lg_ruleset_caveat(rules, language));
    ck_assert_ptr_null(lg_criterion_title(rules, 0, language));
    ck_assert_ptr_null(lg_criterion_caveat(rules, 0, language));
}
END_TEST

START_TEST(no_title_for_a_thing_that_does_not_exist)
{
    const lg_ruleset *rules = rules_of("cn.little-giant.2022");
    uint32_t end = lg_ruleset_describe(rules)->criterion_count;
    ck_assert_ptr_null(lg_fact_title(lg_fact_count(), LG_ENGLISH));
    ck_assert_ptr_null(lg_fact_title(LG_FACT_NONE, LG_ENGLISH));
    ck_assert_ptr_null(lg_ruleset_title(NULL, LG_ENGLISH));
    ck_assert_ptr_null(lg_ruleset_caveat(NULL, LG_ENGLISH));
    ck_assert_ptr_null(lg_criterion_title(rules, end, LG_ENGLISH));
    ck_assert_ptr_null(lg_criterion_title(rules, LG_CRITERION_NONE, LG_ENGLISH));
    ck_assert_ptr_null(lg_criterion_title(NULL, 0, LG_ENGLISH));
    ck_assert_ptr_null(lg_criterion_caveat(rules, end, LG_ENGLISH));
    ck_assert_ptr_null(lg_criterion_caveat(NULL, 0, LG_ENGLISH));
}
END_TEST

/* --------------------------------------------------------------------------- versions */

START_TEST(macros_and_functions_tell_the_same_version)
{
    ck_assert_str_eq(lg_version(), LG_VERSION);
    ck_assert_int_eq(lg_version_number(), LG_VERSION_NUMBER);
    ck_assert_int_eq(LG_VERSION_NUMBER, LG_VERSION_MAJOR * 10000 + LG_VERSION_MINOR * 100 + LG_VERSION_PATCH);
}
END_TEST

/* The name of the shared library carries the same number. */
START_TEST(the_binary_interface_has_the_version_of_the_shared_object)
{
    ck_assert_int_eq(lg_abi_version(), LG_TEST_SOVERSION);
}
END_TEST

START_TEST(capabilities_are_distinct_words_and_end)
{
    uint32_t count = 0;
    int int128 = 0;
    while (count < 64 && lg_capability(count) != NULL)
        count++;
    ck_assert_uint_lt(count, 64);
    for (uint32_t i = 0; i < count; i++) {
        const char *word = lg_capability(i);
        ck_assert_uint_eq(strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789-"), strlen(word));
        int128 += strncmp(word, "int128-", 7) == 0;
        for (uint32_t j = i + 1; j < count; j++)
            ck_assert_str_ne(word, lg_capability(j));
    }
    ck_assert_int_eq(int128, 1);
    ck_assert_ptr_null(lg_capability(count + 1));
    ck_assert_ptr_null(lg_capability(UINT32_MAX));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("status");
    TCase *words = tcase_create("words"), *texts = tcase_create("texts");
    TCase *catalogue = tcase_create("catalogue"), *versions = tcase_create("versions");
    tcase_add_loop_test(words, every_value_has_its_word, 0, ROWS(WORDS));
    tcase_add_loop_test(words, no_other_value_has_a_word, 0, ROWS(WORDS));
    tcase_add_loop_test(texts, every_value_has_a_text_in_every_language, 0, ROWS(FAMILIES));
    tcase_add_loop_test(texts, no_text_for_a_value_or_language_that_does_not_exist, 0, ROWS(FAMILIES));
    tcase_add_loop_test(texts, texts_of_one_family_differ, 0, ROWS(FAMILIES));
    tcase_add_test(texts, every_status_has_a_sentence);
    tcase_add_test(catalogue, every_fact_has_its_texts);
    tcase_add_test(catalogue, fact_titles_differ);
    tcase_add_test(catalogue, every_rule_set_has_its_texts);
    tcase_add_test(catalogue, every_criterion_has_its_texts);
    tcase_add_loop_test(catalogue, no_title_in_a_language_that_does_not_exist, 0, ROWS(NO_LANGUAGES));
    tcase_add_test(catalogue, no_title_for_a_thing_that_does_not_exist);
    tcase_add_test(versions, macros_and_functions_tell_the_same_version);
    tcase_add_test(versions, the_binary_interface_has_the_version_of_the_shared_object);
    tcase_add_test(versions, capabilities_are_distinct_words_and_end);
    suite_add_tcase(suite, words);
    suite_add_tcase(suite, texts);
    suite_add_tcase(suite, catalogue);
    suite_add_tcase(suite, versions);
    return suite_run(suite);
}
