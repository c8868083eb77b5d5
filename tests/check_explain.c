/* SPDX-License-Identifier: Apache-2.0 */
/* Explanations: buffers of every size, what a text must say, and numbers that never contradict the
 * verdict beside them. */
#include "world.h"

#include <stdio.h>

#define TEXT_MAX 65536
#define ROWS_MAX 256

static const lg_language LANGUAGES[] = {LG_ENGLISH, LG_CHINESE, LG_INDONESIAN};

/* An enterprise with something of everything: met, not met, missing, to be judged, undefined. */
static const char MIXED[] =
    "srdi_title=1 mainland_legal_entity=1 size_sector=2 employees=500 revenue_y1_wan=10000 "
    "rd_expense_y1_wan=299.99 revenue_y2_wan=0 rd_expense_y2_wan=1 main_revenue_y1_wan=6999.9999 "
    "main_revenue_y2_wan=7000 total_assets_y1_wan=100 total_liabilities_y1_wan=71 province_rank=4 "
    "segment_age_months=35 market_share_bp=999 own_brand=0";

/* ----------------------------------------------------------------------------- buffers */

/* A text function with its arguments bound. */
typedef struct writer {
    const lg_ruleset *rules;
    const lg_profile *profile;
    uint32_t criterion;   /* LG_CRITERION_NONE: the whole assessment */
    uint32_t requirement; /* LG_CRITERION_NONE: not of a requirement */
    uint32_t measured;    /* LG_CRITERION_NONE: not of a measured value */
} writer;

static lg_status write_text(const writer *w, lg_language language, char *text, uint64_t capacity, uint64_t *needed)
{
    if (w->requirement != LG_CRITERION_NONE)
        return lg_criterion_requirement(w->rules, w->requirement, language, text, capacity, needed);
    if (w->measured != LG_CRITERION_NONE)
        return lg_criterion_measured(w->rules, w->measured, w->profile, language, text, capacity, needed);
    if (w->criterion != LG_CRITERION_NONE)
        return lg_explain_criterion(w->rules, w->criterion, w->profile, language, text, capacity, needed);
    return lg_explain(w->rules, w->profile, language, text, capacity, needed);
}

/* In a heap block of exactly this capacity: cut, ended and counted. */
static void check_capacity(const writer *w, lg_language language, const char *whole, uint64_t size, uint64_t capacity)
{
    char *text = malloc(capacity > 0 ? (size_t)capacity : 1);
    uint64_t needed, length;
    lg_status status;
    REQUIRE(text != NULL);
    poison(text, capacity > 0 ? (size_t)capacity : 1);
    POISON(needed);
    status = write_text(w, language, text, capacity, &needed);
    REQUIRE_MSG(status == (capacity < size ? LG_E_CAPACITY : LG_OK), "capacity %d: status %d", (int)capacity,
                (int)status);
    REQUIRE_MSG(needed == size, "capacity %d: needed %d", (int)capacity, (int)needed);
    if (capacity > 0) {
        REQUIRE_MSG(memchr(text, '\0', (size_t)capacity) != NULL, "capacity %d: no end", (int)capacity);
        length = strlen(text);
        REQUIRE_MSG(memcmp(text, whole, (size_t)length) == 0, "capacity %d: not a prefix", (int)capacity);
        REQUIRE_MSG(is_utf8(text), "capacity %d: a character is cut", (int)capacity);
        /* no more is cut off than the character that does not fit */
        REQUIRE_MSG(length + 4 >= (capacity < size ? capacity : size), "capacity %d: only %d", (int)capacity,
                    (int)length);
    }
    free(text);
}

static void check_capacities(const writer *w, lg_language language)
{
    static char whole[TEXT_MAX];
    uint64_t size;
    POISON(whole);
    ck_assert_int_eq(write_text(w, language, whole, sizeof whole, &size), LG_OK);
    ck_assert_uint_eq(size, strlen(whole) + 1);
    ck_assert(is_utf8(whole));
    for (uint64_t capacity = 0; capacity <= size + 1; capacity++)
        check_capacity(w, language, whole, size, capacity);
    ck_assert_int_eq(write_text(w, language, NULL, 0, &size), LG_OK);
    ck_assert_uint_eq(size, strlen(whole) + 1);
    ck_assert_int_eq(write_text(w, language, whole, sizeof whole, NULL), LG_OK);
}

START_TEST(a_text_is_cut_at_any_capacity)
{
    const lg_ruleset *small = rules_of("cn.little-giant.2020-reported"), *rules = rules_of("cn.little-giant.2022");
    lg_profile profile;
    uint32_t count = lg_ruleset_describe(rules)->criterion_count;
    writer w = {small, &profile, LG_CRITERION_NONE, LG_CRITERION_NONE, LG_CRITERION_NONE};
    profile_of(&profile, MIXED);
    check_capacities(&w, LANGUAGES[_i]);
    w.rules = rules;
    for (w.criterion = 0; w.criterion < count; w.criterion++)
        check_capacities(&w, LANGUAGES[_i]);
    for (w.requirement = 0; w.requirement < count; w.requirement++)
        check_capacities(&w, LANGUAGES[_i]);
    w.requirement = LG_CRITERION_NONE;
    for (w.measured = 0; w.measured < count; w.measured++)
        check_capacities(&w, LANGUAGES[_i]);
}
END_TEST

/* ----------------------------------------------------------------------------- content */

static void check_says(const char *text, const char *part, const char *what)
{
    ck_assert_msg(strstr(text, part) != NULL, "%s: no \"%s\" in: %.400s", what, part, text);
}

static int is_leaf(const lg_criterion *row) { return row->kind >= LG_KIND_VALUE; }

/* Words with which the tables, in English, refer to a place in a document. */
static int has_english_reference(const char *text)
{
    static const char *const WORDS[] = {"annex ", "art. ",        "requirement ", "direct ",
                                        "score",  "press report", "exclusions"};
    for (size_t i = 0; i < COUNT(WORDS); i++)
        if (strstr(text, WORDS[i]) != NULL)
            return 1;
    return 0;
}

/* Title, verdict, requirement, citation and source grade of one finding. */
static void check_finding_text(const lg_ruleset *rules, const lg_finding *finding, const lg_profile *profile,
                               lg_language language)
{
    const lg_criterion *row = row_of(rules, finding->criterion);
    char text[4096], requirement[1024], source[1024];
    ck_assert_int_eq(lg_explain_criterion(rules, finding->criterion, profile, language, text, sizeof text, NULL),
                     LG_OK);
    ck_assert_int_eq(
        lg_criterion_requirement(rules, finding->criterion, language, requirement, sizeof requirement, NULL), LG_OK);
    ck_assert_int_eq(lg_criterion_source(rules, finding->criterion, language, source, sizeof source, NULL), LG_OK);
    check_says(text, lg_criterion_title(rules, finding->criterion, language), row->id);
    check_says(text, lg_verdict_text(finding->verdict, language), row->id);
    if (row->kind != LG_KIND_FLAG)
        check_says(text, requirement, row->id);
    if (is_leaf(row)) {
        check_says(text, source, row->id);
        if (language == LG_ENGLISH)
            ck_assert_str_eq(source, row->citation);
        else
            ck_assert_msg(!has_english_reference(text), "%s: an English reference in: %s", row->id, text);
        check_says(text, lg_grade_text(row->grade, language), row->id);
    }
    ck_assert_msg(strpbrk(text, "{}") == NULL, "%s: a placeholder is left in: %s", row->id, text);
    ck_assert_msg(strchr(text, '\n') == NULL, "%s: more than one paragraph: %s", row->id, text);
}

START_TEST(a_finding_says_its_title_verdict_bound_citation_and_grade)
{
    const lg_ruleset *rules = lg_ruleset_at((uint32_t)_i);
    lg_finding findings[ROWS_MAX];
    lg_profile profile;
    lg_verdict verdict;
    uint32_t count;
    profile_of(&profile, MIXED);
    ck_assert_int_eq(lg_evaluate(rules, &profile, findings, ROWS_MAX, &count, &verdict), LG_OK);
    for (uint32_t c = 0; c < count; c++)
        for (size_t l = 0; l < COUNT(LANGUAGES); l++)
            check_finding_text(rules, &findings[c], &profile, LANGUAGES[l]);
}
END_TEST

/* Below a condition that does not apply, nothing need be said. */
static int lies_below_what_does_not_apply(const lg_ruleset *rules, const lg_finding *findings, uint32_t c)
{
    for (c = lg_criterion_parent(rules, c); c != LG_CRITERION_NONE; c = lg_criterion_parent(rules, c))
        if (findings[c].verdict == LG_NOT_APPLICABLE)
            return 1;
    return 0;
}

START_TEST(an_assessment_says_every_title_and_what_it_does_not_promise)
{
    static const char *const NOT_ENOUGH[] = {"necessary", "\xE5\xBF\x85\xE8\xA6\x81", "perlu"};
    const lg_ruleset *rules = lg_ruleset_at((uint32_t)_i);
    static char text[TEXT_MAX];
    lg_finding findings[ROWS_MAX];
    lg_profile profile;
    lg_verdict verdict;
    profile_of(&profile, MIXED);
    ck_assert_int_eq(lg_evaluate(rules, &profile, findings, ROWS_MAX, NULL, &verdict), LG_OK);
    for (size_t l = 0; l < COUNT(LANGUAGES); l++) {
        const lg_ruleset_info *info = lg_ruleset_describe(rules);
        ck_assert_int_eq(lg_explain(rules, &profile, LANGUAGES[l], text, sizeof text, NULL), LG_OK);
        check_says(text, lg_ruleset_title(rules, LANGUAGES[l]), info->id);
        check_says(text, info->document, info->id);
        check_says(text, lg_verdict_text(verdict, LANGUAGES[l]), info->id);
        check_says(text, NOT_ENOUGH[l], info->id);
        for (uint32_t c = 1; c < info->criterion_count; c++)
            if (!lies_below_what_does_not_apply(rules, findings, c))
                check_says(text, lg_criterion_title(rules, c, LANGUAGES[l]), info->id);
        ck_assert_msg(strpbrk(text, "{}") == NULL, "%s: a placeholder is left", info->id);
    }
}
END_TEST

/* One finding of this criterion, in words. */
static void explain_one(const char *ruleset, const char *criterion, const char *facts, lg_language language, char *text,
                        size_t size)
{
    const lg_ruleset *rules = rules_of(ruleset);
    lg_finding finding;
    lg_profile profile;
    profile_of(&profile, facts);
    ck_assert_int_eq(lg_evaluate_criterion(rules, criterion_of(rules, criterion), &profile, &finding), LG_OK);
    ck_assert_int_eq(lg_explain_criterion(rules, finding.criterion, &profile, language, text, size, NULL), LG_OK);
}

static const struct said {
    const char *criterion, *facts;
    lg_language language;
    const char *says[4];
} SAID[] = {
    {"debt-ratio",
     "total_liabilities_y1_wan=71 total_assets_y1_wan=100",
     LG_ENGLISH,
     {"71", "70 %", "10,000.00 yuan", "not met"}},
    {"debt-ratio",
     "total_liabilities_y1_wan=70 total_assets_y1_wan=100",
     LG_ENGLISH,
     {"70", "at most 70 %", "met", ""}},
    {"main-share",
     "main_revenue_y1_wan=6900 revenue_y1_wan=10000",
     LG_ENGLISH,
     {"69", "at least 70 %", "1,000,000.00 yuan", ""}},
    {"niche-years", "segment_age_months=35", LG_ENGLISH, {"35 months", "at least 3 years", "1 month", ""}},
    {"class-1-revenue",
     "revenue_y1_yuan=99999999.99",
     LG_ENGLISH,
     {"99,999,999.99 yuan", "100,000,000.00 yuan", "", ""}},
    {"market-share", "market_share_bp=999", LG_ENGLISH, {"9.99 %", "10 %", "0.01 %", ""}},
    {"class-1-ip", "ip_class1=1", LG_ENGLISH, {"1", "at least 2", "", ""}},
    {"growth",
     "main_revenue_y1_wan=100 main_revenue_y2_wan=100 main_revenue_y3_wan=0",
     LG_ENGLISH,
     {"unknown", "zero or negative", "", ""}},
    {"growth",
     "main_revenue_y1_wan=100 main_revenue_y2_wan=100",
     LG_ENGLISH,
     {"unknown", "Main-business revenue, two years before last", "", ""}},
    {"reputation", "", LG_ENGLISH, {"unknown", "judge", "High reputation", ""}},
    {"class-1-revenue",
     "revenue_y1_yuan=99999999.99",
     LG_CHINESE,
     {"\xE4\xB8\x87\xE5\x85\x83", "9,999.999999", "10,000", ""}},
    {"class-1-revenue",
     "revenue_y1_yuan=99999999.99",
     LG_INDONESIAN,
     {"99.999.999,99 yuan", "100.000.000,00 yuan", "", ""}},
    {"debt-ratio",
     "total_liabilities_y1_wan=71 total_assets_y1_wan=100",
     LG_INDONESIAN,
     {"71,00", "70 %", "tidak terpenuhi", ""}},
};

START_TEST(a_finding_says_its_numbers)
{
    const struct said *s = &SAID[_i];
    char text[4096];
    explain_one("cn.little-giant.2022", s->criterion, s->facts, s->language, text, sizeof text);
    for (size_t i = 0; i < COUNT(s->says); i++)
        check_says(text, s->says[i], s->criterion);
}
END_TEST

/* Each missing fact is named, by its title, wherever it matters. */
START_TEST(missing_facts_are_named_by_their_titles)
{
    static char text[TEXT_MAX];
    const lg_ruleset *rules = rules_of("cn.little-giant.2020-reported");
    static const uint32_t FACTS[] = {LG_FACT_SRDI_TITLE, LG_FACT_REVENUE_Y1, LG_FACT_PROVINCE_RANK,
                                     LG_FACT_IT_SUPPORTED_BUSINESSES};
    for (size_t f = 0; f < COUNT(FACTS); f++)
        for (size_t l = 0; l < COUNT(LANGUAGES); l++) {
            lg_profile profile;
            const char *title = lg_fact_title(FACTS[f], LANGUAGES[l]);
            const char *list;
            profile_of(&profile, "srdi_title=1 revenue_y1_yi=2 province_rank=1 it_supported_businesses=1");
            ck_assert_int_eq(lg_profile_clear(&profile, FACTS[f]), LG_OK);
            ck_assert_int_eq(lg_explain(rules, &profile, LANGUAGES[l], text, sizeof text, NULL), LG_OK);
            list = strstr(text, "\n  - "); /* the list of what is still missing: one line */
            ck_assert_ptr_nonnull(list);
            ck_assert_msg(strncmp(list + 5, title, strlen(title)) == 0, "%s is not listed: %.200s", title, list);
            list = strchr(list + 1, '\n');
            ck_assert(list != NULL && strncmp(list, "\n  - ", 5) != 0);
        }
}
END_TEST

/* ------------------------------------------------------------------------- requirements */

static const struct required {
    const char *ruleset, *criterion;
    lg_language language;
    const char *text;
} REQUIRED[] = {
    {"cn.little-giant.2020-reported", "revenue", LG_ENGLISH, "more than 100,000,000.00 yuan"},
    {"cn.little-giant.2020-reported", "province-rank", LG_ENGLISH, "at most 3"},
    {"cn.little-giant.2020-reported", "it-support", LG_ENGLISH, "at least 1"},
    {"cn.little-giant.2020-reported", "reported-requirements", LG_ENGLISH, ""},
    {"cn.little-giant.2022", "class-1-rd-ratio-y1", LG_ENGLISH, "at least 3 %"},
    {"cn.little-giant.2022", "debt-ratio", LG_ENGLISH, "at most 70 %"},
    {"cn.little-giant.2022", "market-share", LG_ENGLISH, "at least 10 %"},
    {"cn.little-giant.2022", "niche-years", LG_ENGLISH, "at least 3 years"},
    {"cn.little-giant.2022", "class-2-revenue", LG_ENGLISH,
     "from 50,000,000.00 yuan to 100,000,000.00 yuan, both included"},
    {"cn.little-giant.2022", "national-award", LG_ENGLISH, "from 1 to 3, both included"},
    {"cn.little-giant.2022", "innovation", LG_ENGLISH, ""},
    {"cn.little-giant.2022", "rd-class-1", LG_ENGLISH, ""},
    {"cn.little-giant.2022", "debt-ratio", LG_CHINESE,
     "\xE4\xB8\x8D\xE9\xAB\x98\xE4\xBA\x8E"
     "70%"}, /* 不高于 */
    {"cn.little-giant.2022", "debt-ratio", LG_INDONESIAN, "paling banyak 70 %"},
};

START_TEST(a_requirement_is_said_in_words)
{
    const struct required *r = &REQUIRED[_i];
    const lg_ruleset *rules = rules_of(r->ruleset);
    char text[256];
    uint64_t needed;
    ck_assert_int_eq(
        lg_criterion_requirement(rules, criterion_of(rules, r->criterion), r->language, text, sizeof text, &needed),
        LG_OK);
    ck_assert_str_eq(text, r->text);
    ck_assert_uint_eq(needed, strlen(r->text) + 1);
}
END_TEST

/* ------------------------------------------------------------------------------ sources */

/* Words of a citation in the reader's language, with their numbers where that language has them; all else stays. */
static const struct cited {
    const char *citation;
    lg_language language;
    const char *text;
} CITED[] = {
    {"2号 (2026) annex 3, art. 10", LG_ENGLISH, "2号 (2026) annex 3, art. 10"},
    {"2号 (2026) annex 3, art. 10", LG_CHINESE, "2号 (2026) 附件3, 第10条"},
    {"2号 (2026) annex 3, art. 10", LG_INDONESIAN, "2号 (2026) lampiran 3, pasal 10"},
    {"requirement 29/art. 8:", LG_CHINESE, "第29项要求/art. 8:"}, /* a word begins behind a space */
};

START_TEST(a_source_is_cited_in_the_words_of_the_language)
{
    const struct cited *c = &CITED[_i];
    world w;
    char text[256];
    world_begin(&w);
    world_flag(&w, 0, LG_FACT_SRDI_TITLE, 1)->citation = c->citation;
    ck_assert_int_eq(lg_criterion_source(&w.rules, 0, c->language, text, sizeof text, NULL), LG_OK);
    ck_assert_str_eq(text, c->text);
}
END_TEST

/* ---------------------------------------------------------------------------- measured */

static const struct measured_case {
    const char *facts, *criterion;
    lg_language language;
    const char *text;
} MEASURED[] = {
    {"rd_expense_y1_wan=299.99 revenue_y1_wan=10000", "class-1-rd-ratio-y1", LG_ENGLISH, "2.99 %"},
    {"total_liabilities_y1_wan=71 total_assets_y1_wan=300", "debt-ratio", LG_ENGLISH, "23.67 %"},
    {"total_liabilities_y1_wan=71 total_assets_y1_wan=300", "debt-ratio", LG_INDONESIAN, "23,67 %"},
    {"total_liabilities_y1_wan=71", "debt-ratio", LG_ENGLISH, ""},
    {"revenue_y1_wan=10000", "class-1-revenue", LG_ENGLISH, "100,000,000.00 yuan"},
    {"revenue_y1_wan=10000", "class-1-revenue", LG_CHINESE, "10,000\xE4\xB8\x87\xE5\x85\x83"}, /* 万元 */
    {"segment_age_months=35", "niche-years", LG_ENGLISH, "35 months"},
    {"own_brand=0", "own-brand", LG_ENGLISH, "no"},
    {"rd_body_level=2", "rd-body", LG_ENGLISH, "2 (city)"},
    {"size_sector=2 employees=500 revenue_y1_wan=10000", "sme-size", LG_ENGLISH, "medium"},
    {"segment_age_months=36 own_brand=1", "specialisation", LG_ENGLISH, ""},
};

START_TEST(what_was_measured_is_said_in_words)
{
    const struct measured_case *m = &MEASURED[_i];
    const lg_ruleset *rules = rules_of("cn.little-giant.2022");
    uint32_t criterion = criterion_of(rules, m->criterion);
    lg_profile profile;
    char text[256];
    uint64_t needed;
    profile_of(&profile, m->facts);
    ck_assert_int_eq(lg_criterion_measured(rules, criterion, &profile, m->language, text, sizeof text, &needed), LG_OK);
    ck_assert_str_eq(text, m->text);
    ck_assert_uint_eq(needed, strlen(m->text) + 1);
}
END_TEST

/* ------------------------------------------------- numbers that agree with the verdict */

/* The percentage behind "measured" as hundredths of a percent times 10^14: enough to tell
 * any two that the text can show apart. */
static wide measured(const char *text)
{
    const char *p = strstr(text, "measured ");
    wide value = 0;
    int decimals = -1, negative;
    ck_assert_msg(p != NULL, "nothing measured in: %s", text);
    p += strlen("measured ");
    negative = *p == '-';
    for (p += negative; (*p >= '0' && *p <= '9') || *p == '.' || *p == ','; p++) {
        if (*p == ',')
            continue;
        if (*p == '.') {
            decimals = 0;
            continue;
        }
        value = value * 10 + (*p - '0');
        decimals += decimals >= 0;
    }
    ck_assert_msg(strncmp(p, " %", 2) == 0, "not a percentage: %s", text);
    for (decimals = decimals < 0 ? 0 : decimals; decimals < 16; decimals++)
        value *= 10;
    return negative ? -value : value;
}

static wide percent(int64_t value)
{
    wide scaled = value;
    for (int i = 0; i < 16; i++)
        scaled *= 10;
    return scaled;
}

/* Ratios around a bound: at every size of figures, just below, on, and just above. */
static void check_shown(const char *criterion, uint32_t part, uint32_t base, int64_t bound, int at_most)
{
    const lg_ruleset *rules = rules_of("cn.little-giant.2022");
    for (int64_t size = 100; size <= MONEY_MAX; size = size > MONEY_MAX / 7 && size < MONEY_MAX ? MONEY_MAX : size * 7)
        for (int64_t step = -1; step <= 1; step++) {
            lg_profile profile;
            lg_finding finding;
            char text[4096];
            int64_t whole = size / 100 * 100;
            wide shown;
            profile_empty(&profile);
            profile_put(&profile, base, whole);
            profile_put(&profile, part, whole / 100 * bound + step);
            ck_assert_int_eq(lg_evaluate_criterion(rules, criterion_of(rules, criterion), &profile, &finding), LG_OK);
            ck_assert_int_eq(
                lg_explain_criterion(rules, finding.criterion, &profile, LG_ENGLISH, text, sizeof text, NULL), LG_OK);
            shown = measured(text);
            ck_assert_int_eq(finding.verdict == LG_MET, at_most ? step <= 0 : step >= 0);
            if (finding.verdict == LG_NOT_MET)
                ck_assert_msg(at_most ? shown > percent(bound) : shown < percent(bound), "%s", text);
            else
                ck_assert_msg(at_most ? shown <= percent(bound) : shown >= percent(bound), "%s", text);
        }
}

START_TEST(a_ratio_that_is_shown_agrees_with_its_verdict)
{
    check_shown("class-1-rd-ratio-y1", LG_FACT_RD_EXPENSE_Y1, LG_FACT_REVENUE_Y1, 3, 0);
    check_shown("main-share", LG_FACT_MAIN_REVENUE_Y1, LG_FACT_REVENUE_Y1, 70, 0);
    check_shown("debt-ratio", LG_FACT_TOTAL_LIABILITIES_Y1, LG_FACT_TOTAL_ASSETS_Y1, 70, 1);
}
END_TEST

/* Whether a number that stands so to the bounds, in percent, meets the operator. */
static int shown_meets(lg_operator op, wide shown, int64_t low, int64_t high)
{
    switch (op) {
    case LG_OP_GE:
        return shown >= percent(low);
    case LG_OP_GT:
        return shown > percent(low);
    case LG_OP_LE:
        return shown <= percent(low);
    case LG_OP_LT:
        return shown < percent(low);
    case LG_OP_EQ:
        return shown == percent(low);
    case LG_OP_BETWEEN:
        return shown >= percent(low) && shown <= percent(high);
    default:
        return shown >= percent(low) && shown < percent(high);
    }
}

/* Revenue up to 10 billion yuan, one unit beside 3 % and 5 %: every operator, also those that no
 * standard uses yet. */
START_TEST(a_ratio_that_is_shown_agrees_with_every_operator)
{
    lg_operator op = (lg_operator)_i;
    world w;
    lg_criterion *row;
    world_begin(&w);
    row = world_add(&w, 0, LG_KIND_RATIO);
    row->op = op;
    row->unit = LG_UNIT_PERCENT;
    row->fact_count = 2;
    row->facts[0] = LG_FACT_RD_EXPENSE_Y1;
    row->facts[1] = LG_FACT_REVENUE_Y1;
    row->bound = 3;
    row->bound_high = op == LG_OP_BETWEEN || op == LG_OP_FROM_TO ? 5 : 0;
    row->bound_denominator = 100;
    for (int64_t size = 100; size <= INT64_C(1000000000000); size *= 10)
        for (int64_t bound = 3; bound <= 5; bound += 2)
            for (int64_t step = -1; step <= 1; step++) {
                lg_profile profile;
                lg_finding finding;
                char text[4096];
                profile_empty(&profile);
                profile_put(&profile, LG_FACT_REVENUE_Y1, size);
                profile_put(&profile, LG_FACT_RD_EXPENSE_Y1, size / 100 * bound + step);
                world_judge(&w, &profile, &finding);
                ck_assert_int_eq(
                    lg_explain_criterion(&w.rules, finding.criterion, &profile, LG_ENGLISH, text, sizeof text, NULL),
                    LG_OK);
                ck_assert_msg(shown_meets(op, measured(text), 3, 5) == (finding.verdict == LG_MET), "%s", text);
            }
}
END_TEST

/* The two cases that a rounded percentage would get wrong. */
START_TEST(just_below_three_percent_never_reads_three_percent)
{
    char text[4096];
    explain_one("cn.little-giant.2022", "class-1-rd-ratio-y1", "rd_expense_y1_wan=299.99 revenue_y1_wan=10000",
                LG_ENGLISH, text, sizeof text);
    check_says(text, "not met", "2.9999 %");
    ck_assert_msg(measured(text) < percent(3), "%s", text);
    explain_one("cn.little-giant.2022", "growth",
                "main_revenue_y1_fen=1084274 main_revenue_y2_fen=915000 main_revenue_y3_fen=1000000", LG_ENGLISH, text,
                sizeof text);
    check_says(text, "not met", "growth one fen short of 5 %");
    ck_assert_msg(measured(text) < percent(5), "%s", text);
    explain_one("cn.little-giant.2022", "growth",
                "main_revenue_y1_fen=1084275 main_revenue_y2_fen=915000 main_revenue_y3_fen=1000000", LG_ENGLISH, text,
                sizeof text);
    ck_assert_msg(measured(text) == percent(5), "%s", text);
}
END_TEST

/* Growth of real size, one fen beside the tie, for every tenth of a percent. */
START_TEST(a_growth_that_is_shown_agrees_with_its_verdict)
{
    const lg_ruleset *rules = rules_of("cn.little-giant.2022");
    uint32_t growth = criterion_of(rules, "growth");
    for (int64_t k = -150; k <= 150; k++)
        for (int64_t step = -1; step <= 1; step++) {
            lg_profile profile;
            lg_finding finding;
            char text[4096];
            profile_empty(&profile);
            profile_put(&profile, LG_FACT_MAIN_REVENUE_Y1, (1000 + k) * (1100 - k) * 10000 + step);
            profile_put(&profile, LG_FACT_MAIN_REVENUE_Y2, (1000 + k) * 1000 * 10000);
            profile_put(&profile, LG_FACT_MAIN_REVENUE_Y3, INT64_C(10000000000));
            ck_assert_int_eq(lg_evaluate_criterion(rules, growth, &profile, &finding), LG_OK);
            ck_assert_int_eq(
                lg_explain_criterion(rules, finding.criterion, &profile, LG_ENGLISH, text, sizeof text, NULL), LG_OK);
            REQUIRE_MSG((measured(text) < percent(5)) == (finding.verdict == LG_NOT_MET), "%s", text);
            REQUIRE_MSG((finding.verdict == LG_NOT_MET) == (step < 0), "%s", text);
        }
}
END_TEST

/* A row over one to three facts of money, held against a rate in hundredths. */
static lg_criterion *rate_row(world *w, lg_kind kind, lg_operator op, int64_t bound)
{
    static const uint32_t FACTS[] = {LG_FACT_REVENUE_Y1, LG_FACT_REVENUE_Y2, LG_FACT_REVENUE_Y3};
    lg_criterion *row;
    world_begin(w);
    row = world_add(w, 0, kind);
    row->op = op;
    row->unit = LG_UNIT_PERCENT;
    row->fact_count = kind == LG_KIND_MEAN_GROWTH ? 3 : 2;
    memcpy(row->facts, FACTS, row->fact_count * sizeof FACTS[0]);
    row->bound = bound;
    row->bound_denominator = 100;
    return row;
}

static void explain_row(world *w, const lg_profile *profile, lg_finding *finding, char *text, uint64_t size)
{
    world_judge(w, profile, finding);
    ck_assert_int_eq(lg_explain_criterion(&w->rules, 0, profile, LG_ENGLISH, text, size, NULL), LG_OK);
}

/* Compound growth is told as a yearly rate: the root of y1 / y3, less one, rounded against the enterprise. */
static const struct yearly {
    lg_operator op;
    int64_t y1, y3; /* revenues */
    const char *rate;
} YEARLY[] = {
    {LG_OP_GE, 121, 100, "10.00 %"},
    {LG_OP_GE, 144, 100, "20.00 %"},
    {LG_OP_GE, 100, 100, "0.00 %"},
    {LG_OP_GE, 81, 100, "-10.00 %"},
    {LG_OP_GE, 200, 100, "41.42 %"},
    {LG_OP_LE, 200, 100, "41.43 %"}, /* root of 2: 1.41421 */
    {LG_OP_GE, 0, 100, "-100.00 %"},
    {LG_OP_GE, -5, 100, "-100.00 %"}, /* nothing is left */
    {LG_OP_GE, 1, 1, "0.00 %"},
    {LG_OP_LE, 1, 1, "0.00 %"},
    {LG_OP_GE, 12100001, 10000000, "10.00 %"},
    {LG_OP_LE, 12100001, 10000000, "10.01 %"},
    {LG_OP_GE, 12099999, 10000000, "9.99 %"},
    {LG_OP_LE, 12099999, 10000000, "10.00 %"},
};

START_TEST(compound_growth_is_told_as_a_yearly_rate)
{
    const struct yearly *y = &YEARLY[_i];
    world w;
    lg_profile profile;
    lg_finding finding;
    char text[4096], expected[64];
    rate_row(&w, LG_KIND_COMPOUND_GROWTH, y->op, 10);
    profile_empty(&profile);
    profile_put(&profile, LG_FACT_REVENUE_Y1, y->y1);
    profile_put(&profile, LG_FACT_REVENUE_Y2, y->y3);
    explain_row(&w, &profile, &finding, text, sizeof text);
    snprintf(expected, sizeof expected, "measured %s;", y->rate);
    check_says(text, expected, y->rate);
    ck_assert_msg(shown_meets(y->op, measured(text), 10, 0) == (finding.verdict == LG_MET), "%s", text);
}
END_TEST

/* A debt of less than nothing, and growth of sums so large that not all decimals fit into 128 bits. */
START_TEST(rates_at_the_ends_of_what_can_be_measured_agree_with_their_verdicts)
{
    world w;
    lg_profile profile;
    lg_finding finding;
    char text[4096];
    rate_row(&w, LG_KIND_RATIO, LG_OP_LE, 70);
    profile_of(&profile, "revenue_y1_fen=-1 revenue_y2_fen=3");
    explain_row(&w, &profile, &finding, text, sizeof text);
    ck_assert_int_eq(finding.verdict, LG_MET);
    check_says(text, "measured -33.33 %", "a third below zero, rounded up");
    rate_row(&w, LG_KIND_MEAN_GROWTH, LG_OP_GE, 5);
    profile_empty(&profile);
    profile_put(&profile, LG_FACT_REVENUE_Y1, MONEY_MAX);
    profile_put(&profile, LG_FACT_REVENUE_Y2, MONEY_MAX);
    profile_put(&profile, LG_FACT_REVENUE_Y3, MONEY_MAX);
    explain_row(&w, &profile, &finding, text, sizeof text);
    ck_assert_int_eq(finding.verdict, LG_NOT_MET);
    check_says(text, "measured 0.00 %", "no growth");
    profile_put(&profile, LG_FACT_REVENUE_Y1, 1);
    profile_put(&profile, LG_FACT_REVENUE_Y2, 1);
    explain_row(&w, &profile, &finding, text, sizeof text);
    check_says(text, "measured -50.00 %", "(1/1 + 1/9e15)/2 - 1, a little above half, rounded down");
    profile_put(&profile, LG_FACT_REVENUE_Y1, MONEY_MAX);
    profile_put(&profile, LG_FACT_REVENUE_Y2, MONEY_MAX / 2);
    explain_row(&w, &profile, &finding, text, sizeof text);
    check_says(text, "measured 25.00 %", "(2/1 + 1/2)/2 - 1");
}
END_TEST

/* All the debt there can be over next to nothing: more digits than 64 bits hold in hundredths of a percent. */
START_TEST(a_huge_ratio_is_told_in_full)
{
    static const struct {
        int64_t part, whole;
        const char *text;
    } CASES[] = {
        {MONEY_MAX, 1, "measured 900,000,000,000,000,000.0 %"},
        {MONEY_MAX, 7, "measured 128,571,428,571,428,571.5 %"}, /* .428571... rounded up */
        {-MONEY_MAX, 7, "measured -128,571,428,571,428,571.4 %"},
        {MONEY_MAX, 10, "measured 90,000,000,000,000,000.00 %"},
    };
    world w;
    lg_profile profile;
    lg_finding finding;
    char text[4096];
    rate_row(&w, LG_KIND_RATIO, LG_OP_LE, 70);
    profile_empty(&profile);
    profile_put(&profile, LG_FACT_REVENUE_Y1, CASES[_i].part);
    profile_put(&profile, LG_FACT_REVENUE_Y2, CASES[_i].whole);
    explain_row(&w, &profile, &finding, text, sizeof text);
    ck_assert_int_eq(finding.verdict, CASES[_i].part > 0 ? LG_NOT_MET : LG_MET);
    check_says(text, CASES[_i].text, "a huge ratio");
}
END_TEST

/* More than 3 % by 5e-10 %, and by 5e-11 %, for which ten decimals are too few. */
START_TEST(a_rate_takes_ten_decimals_at_most)
{
    static const struct {
        int64_t more;
        const char *text;
    } CASES[] = {{45000, "measured 3.0000000005 %"}, {4500, "measured 3.00 %"}};
    world w;
    lg_profile profile;
    lg_finding finding;
    char text[4096];
    rate_row(&w, LG_KIND_RATIO, LG_OP_GT, 3);
    profile_empty(&profile);
    profile_put(&profile, LG_FACT_REVENUE_Y1, MONEY_MAX / 100 * 3 + CASES[_i].more);
    profile_put(&profile, LG_FACT_REVENUE_Y2, MONEY_MAX);
    explain_row(&w, &profile, &finding, text, sizeof text);
    ck_assert_int_eq(finding.verdict, LG_MET);
    check_says(text, CASES[_i].text, "a little more than the bound");
}
END_TEST

/* 9e15 after 9e15 after 3e15 less one fen: on average a little more than 100 %, which six decimals of the plain number
 * do not show; a seventh would need more than 128 bits. */
START_TEST(a_rate_that_no_decimal_tells_from_its_bound_is_shown_as_the_bound)
{
    world w;
    lg_profile profile;
    lg_finding finding;
    char text[4096];
    rate_row(&w, LG_KIND_MEAN_GROWTH, LG_OP_GT, 100);
    profile_empty(&profile);
    profile_put(&profile, LG_FACT_REVENUE_Y1, MONEY_MAX);
    profile_put(&profile, LG_FACT_REVENUE_Y2, MONEY_MAX);
    profile_put(&profile, LG_FACT_REVENUE_Y3, MONEY_MAX / 3 - 1);
    explain_row(&w, &profile, &finding, text, sizeof text);
    ck_assert_int_eq(finding.verdict, LG_MET);
    check_says(text, "measured 100.00 %", "more than the bound by next to nothing");
}
END_TEST

/* A root that is whole though the quotient under it was cut off: 1.1^2 and a little. */
START_TEST(a_root_of_what_was_cut_off_is_not_exact)
{
    world w;
    lg_profile profile;
    lg_finding finding;
    char text[4096];
    rate_row(&w, LG_KIND_COMPOUND_GROWTH, LG_OP_LE, 10);
    profile_empty(&profile);
    profile_put(&profile, LG_FACT_REVENUE_Y1, INT64_C(8470000000000001)); /* 1.21 * 7e15 + 1, over 7e15 */
    profile_put(&profile, LG_FACT_REVENUE_Y2, INT64_C(7000000000000000));
    explain_row(&w, &profile, &finding, text, sizeof text);
    ck_assert_int_eq(finding.verdict, LG_NOT_MET);
    ck_assert_msg(measured(text) > percent(10), "%s", text);
}
END_TEST

/* --------------------------------------------------------------------------- assessments */

START_TEST(a_row_without_a_unit_is_told_in_bare_numbers)
{
    world w;
    char text[256];
    world_begin(&w);
    world_value(&w, 0, LG_FACT_EMPLOYEES, LG_OP_GE, 1000)->unit = LG_UNIT_NONE;
    ck_assert_int_eq(lg_criterion_requirement(world_end(&w), 0, LG_ENGLISH, text, sizeof text, NULL), LG_OK);
    ck_assert_str_eq(text, "at least 1,000");
}
END_TEST

static void explain_all(world *w, const char *facts, char *text, uint64_t size)
{
    lg_profile profile;
    profile_of(&profile, facts);
    ck_assert_int_eq(lg_explain(world_end(w), &profile, LG_ENGLISH, text, size, NULL), LG_OK);
}

/* A ratio over nothing is unknown, and no fact that is missing can change it. */
START_TEST(an_assessment_says_when_no_missing_fact_can_settle_it)
{
    world w;
    char text[4096];
    rate_row(&w, LG_KIND_RATIO, LG_OP_GE, 3);
    explain_all(&w, "revenue_y1_fen=1 revenue_y2_fen=0", text, sizeof text);
    check_says(text, lg__phrase_text(LG__PHRASE_UNSETTLED, LG_ENGLISH), "a ratio over nothing");
}
END_TEST

START_TEST(an_assessment_of_who_has_arrived_shows_no_way)
{
    world w;
    char text[4096];
    world_begin(&w);
    world_flag(&w, 0, LG_FACT_SRDI_TITLE, 1);
    explain_all(&w, "srdi_title=1", text, sizeof text);
    check_says(text, lg__phrase_text(LG__PHRASE_SETTLED, LG_ENGLISH), "met");
    ck_assert_ptr_null(strstr(text, lg__phrase_text(LG__PHRASE_ROUTE, LG_ENGLISH)));
    explain_all(&w, "srdi_title=0", text, sizeof text);
    check_says(text, lg__phrase_text(LG__PHRASE_ROUTE, LG_ENGLISH), "not met");
}
END_TEST

START_TEST(an_assessment_says_how_many_points_are_short)
{
    world w;
    char text[4096];
    world_begin(&w);
    lg_criterion *pass = world_add(&w, 0, LG_KIND_PASS_MARK);
    pass->bound = 6000;
    pass->total = 1;
    pass->unit = LG_UNIT_POINTS;
    world_add(&w, 1, LG_KIND_SUM)->points = 10000;
    world_flag(&w, 2, LG_FACT_OWN_BRAND, 1)->points = 4750;
    explain_all(&w, "own_brand=1", text, sizeof text);
    check_says(text, "12.5 points", "60 points less 47.5");
}
END_TEST

/* --------------------------------------------------------------------------- as a whole */

/* One row of every sort, and every way in which a row comes out. */
static void one_of_each(world *w)
{
    static const lg__text NOTE = {{"a note", "\xE8\xAF\xB4\xE6\x98\x8E", "catatan"}}; /* 说明 */
    lg_criterion *row;
    world_begin(w);
    w->rules.caveat = w->rows[1].caveat = NOTE;
    world_add(w, 0, LG_KIND_ALL);
    world_value(w, 1, LG_FACT_REVENUE_Y1, LG_OP_GE, INT64_C(10000000000))->unit = LG_UNIT_FEN;
    world_value(w, 1, LG_FACT_TOTAL_LIABILITIES_Y1, LG_OP_LE, 10000)->unit = LG_UNIT_FEN;
    world_add(w, 1, LG_KIND_AT_LEAST)->bound = 1;
    world_flag(w, 2, LG_FACT_OWN_BRAND, 1);
    world_flag(w, 2, LG_FACT_HIGH_REPUTATION, 1);
    row = world_add(w, 1, LG_KIND_RATIO);
    row->op = LG_OP_GE;
    row->unit = LG_UNIT_PERCENT;
    row->fact_count = 2;
    row->facts[0] = LG_FACT_RD_EXPENSE_Y2;
    row->facts[1] = LG_FACT_REVENUE_Y2;
    row->bound = 3;
    row->bound_denominator = 100;
    world_add(w, 1, LG_KIND_WHEN);
    world_value(w, 2, LG_FACT_EMPLOYEES, LG_OP_LE, 3);
    world_flag(w, 2, LG_FACT_SRDI_TITLE, 1);
    row = world_add(w, 1, LG_KIND_PASS_MARK);
    row->unit = LG_UNIT_POINTS;
    row->bound = 4000;
    row->total = 11;
    world_add(w, 2, LG_KIND_SUM)->points = 10000;
    world_flag(w, 3, LG_FACT_OWN_BRAND, 1)->points = 4750;
    world_value(w, 3, LG_FACT_EMPLOYEES, LG_OP_GE, 10)->points = 500;
}

/* Written by hand, with %s for the title of the fact that is named. */
static const struct whole {
    lg_language language;
    const char *text;
} WHOLES[] = {
    {LG_ENGLISH,
     "row [test.world], none\n"
     "Overall: not met\n"
     "Note: a note\n"
     "  [not met] row: measured 99,999,999.99 yuan; required at least 100,000,000.00 yuan; needs 0.01 yuan more of "
     "\"%s\", all else unchanged (art. 1; official source)\n"
     "      Note: a note\n"
     "  [not met] row: measured 300.00 yuan; required at most 100.00 yuan; needs \"%s\" to be 200.00 yuan lower, all "
     "else unchanged (art. 1; official source)\n"
     "  [unknown] row: required at least 1 of the conditions below; a figure or record is missing\n"
     "    [unknown] row: missing: %s (art. 1; official source)\n"
     "    [unknown] row: a person must judge: %s (art. 1; official source)\n"
     "  [unknown] row: required at least 3 %%; cannot be computed: the base is zero or negative (art. 1; official "
     "source)\n"
     "  [not applicable] row\n"
     "    [not met] row: measured 12; required at most 3 (art. 1; official source)\n"
     "  [unknown] row: required at least 40 points; a figure or record is missing\n"
     "    [met] row: earns 5 points to 52.5 points\n"
     "      [unknown] row: earns 0 points to 47.5 points; missing: %s (art. 1; official source)\n"
     "      [met] row: measured 12; required at least 10; earns 5 points (art. 1; official source)\n"
     "The verdict is settled: no missing fact can change it.\n"
     "Shortest way to meet the standard:\n"
     "  - change: row: required at least 100,000,000.00 yuan; needs 0.01 yuan more of \"%s\", all else unchanged\n"
     "  - change: row: required at most 100.00 yuan; needs \"%s\" to be 200.00 yuan lower, all else unchanged\n"
     "  - show: row (a figure or record is missing)\n"
     "  - show: row (cannot be computed: the base is zero or negative): required at least 3 %%\n"
     "  - row: 35 points short\n"
     "Meeting every condition is necessary but not sufficient: expert review, quotas and spot checks follow.\n"},
    {LG_CHINESE,
     "行〔test.world〕，none\n"
     "总体结论：不符合\n"
     "注：说明\n"
     "  [不符合] 行：实际值9,999.999999万元；要求不低于10,000万元；其他不变时，“%s”需增加0.01元（第1条；官方来源）\n"
     "      注：说明\n"
     "  [不符合] 行：实际值300元；要求不高于100元；其他不变时，“%s”需减少200元（第1条；官方来源）\n"
     "  [无法判定] 行：要求以下条件中至少1项；缺少数据或记录\n"
     "    [无法判定] 行：缺少：%s（第1条；官方来源）\n"
     "    [无法判定] 行：需人工判断：%s（第1条；官方来源）\n"
     "  [无法判定] 行：要求不低于3%%；无法计算：基数为零或负数（第1条；官方来源）\n"
     "  [不适用] 行\n"
     "    [不符合] 行：实际值12；要求不高于3（第1条；官方来源）\n"
     "  [无法判定] 行：要求不低于40分；缺少数据或记录\n"
     "    [符合] 行：得5分至52.5分\n"
     "      [无法判定] 行：得0分至47.5分；缺少：%s（第1条；官方来源）\n"
     "      [符合] 行：实际值12；要求不低于10；得5分（第1条；官方来源）\n"
     "结论已确定：缺少的信息不会改变结论。\n"
     "达标的最短路径：\n"
     "  - 改进：行：要求不低于10,000万元；其他不变时，“%s”需增加0.01元\n"
     "  - 改进：行：要求不高于100元；其他不变时，“%s”需减少200元\n"
     "  - 补充证明：行（缺少数据或记录）\n"
     "  - 补充证明：行（无法计算：基数为零或负数）：要求不低于3%%\n"
     "  - 行：尚差35分\n"
     "符合全部条件是必要而非充分条件：其后还有专家评审、名额限制和抽查。\n"},
};

START_TEST(an_assessment_reads_as_a_whole)
{
    const struct whole *whole = &WHOLES[_i];
    const char *revenue = lg_fact_title(LG_FACT_REVENUE_Y1, whole->language);
    const char *debt = lg_fact_title(LG_FACT_TOTAL_LIABILITIES_Y1, whole->language);
    const char *brand = lg_fact_title(LG_FACT_OWN_BRAND, whole->language);
    const char *reputation = lg_fact_title(LG_FACT_HIGH_REPUTATION, whole->language);
    world w;
    lg_profile profile;
    char text[8192], expected[8192];
    one_of_each(&w);
    profile_of(&profile, "revenue_y1_fen=9999999999 total_liabilities_y1_yuan=300 revenue_y2_fen=0 employees=12");
    snprintf(expected, sizeof expected, whole->text, revenue, debt, brand, reputation, brand, revenue, debt);
    ck_assert_int_eq(lg_explain(world_end(&w), &profile, whole->language, text, sizeof text, NULL), LG_OK);
    ck_assert_str_eq(text, expected);
}
END_TEST

/* ---------------------------------------------------------------------------- catalogue */

/* Set of the placeholders {0} to {3} in a phrase; anything else in braces fails the test. */
static unsigned placeholders(const char *text)
{
    unsigned set = 0;
    for (; *text; text++) {
        if (*text == '{') {
            REQUIRE_MSG(text[1] >= '0' && text[1] <= '3' && text[2] == '}', "a broken placeholder in: %s", text);
            set |= 1u << (text[1] - '0');
            text += 2;
        } else {
            REQUIRE_MSG(*text != '}', "a brace alone in: %s", text);
        }
    }
    return set;
}

START_TEST(every_phrase_says_the_same_in_every_language)
{
    lg__phrase phrase = (lg__phrase)_i;
    const char *english = lg__phrase_text(phrase, LG_ENGLISH);
    ck_assert(has_text(english));
    for (size_t l = 0; l < COUNT(LANGUAGES); l++) {
        const char *text = lg__phrase_text(phrase, LANGUAGES[l]);
        ck_assert(has_text(text) && is_utf8(text));
        ck_assert_msg(placeholders(text) == placeholders(english), "phrase %d: %s", _i, text);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("explain");
    TCase *buffers = tcase_create("buffers"), *content = tcase_create("content"), *numbers = tcase_create("numbers");
    int rule_sets = 0;
    while (lg_ruleset_at((uint32_t)rule_sets) != NULL)
        rule_sets++;
    tcase_set_timeout(buffers, 120);
    tcase_set_timeout(content, 60);
    tcase_set_timeout(numbers, 60);
    tcase_add_loop_test(buffers, a_text_is_cut_at_any_capacity, 0, ROWS(LANGUAGES));
    tcase_add_loop_test(content, a_finding_says_its_title_verdict_bound_citation_and_grade, 0, rule_sets);
    tcase_add_loop_test(content, an_assessment_says_every_title_and_what_it_does_not_promise, 0, rule_sets);
    tcase_add_loop_test(content, a_finding_says_its_numbers, 0, ROWS(SAID));
    tcase_add_test(content, missing_facts_are_named_by_their_titles);
    tcase_add_loop_test(content, a_requirement_is_said_in_words, 0, ROWS(REQUIRED));
    tcase_add_loop_test(content, a_source_is_cited_in_the_words_of_the_language, 0, ROWS(CITED));
    tcase_add_loop_test(content, what_was_measured_is_said_in_words, 0, ROWS(MEASURED));
    tcase_add_test(numbers, a_ratio_that_is_shown_agrees_with_its_verdict);
    tcase_add_loop_test(numbers, a_ratio_that_is_shown_agrees_with_every_operator, LG_OP_GE, LG_OP_FROM_TO + 1);
    tcase_add_test(numbers, just_below_three_percent_never_reads_three_percent);
    tcase_add_test(numbers, a_growth_that_is_shown_agrees_with_its_verdict);
    tcase_add_loop_test(numbers, compound_growth_is_told_as_a_yearly_rate, 0, ROWS(YEARLY));
    tcase_add_test(numbers, rates_at_the_ends_of_what_can_be_measured_agree_with_their_verdicts);
    tcase_add_loop_test(numbers, a_huge_ratio_is_told_in_full, 0, 4);
    tcase_add_test(numbers, a_rate_that_no_decimal_tells_from_its_bound_is_shown_as_the_bound);
    tcase_add_loop_test(numbers, a_rate_takes_ten_decimals_at_most, 0, 2);
    tcase_add_test(numbers, a_root_of_what_was_cut_off_is_not_exact);
    tcase_add_test(content, a_row_without_a_unit_is_told_in_bare_numbers);
    tcase_add_test(content, an_assessment_says_when_no_missing_fact_can_settle_it);
    tcase_add_test(content, an_assessment_of_who_has_arrived_shows_no_way);
    tcase_add_test(content, an_assessment_says_how_many_points_are_short);
    tcase_add_loop_test(content, an_assessment_reads_as_a_whole, 0, ROWS(WHOLES));
    tcase_add_loop_test(buffers, every_phrase_says_the_same_in_every_language, 0, LG__PHRASE_COUNT);
    suite_add_tcase(suite, buffers);
    suite_add_tcase(suite, content);
    suite_add_tcase(suite, numbers);
    return suite_run(suite);
}
