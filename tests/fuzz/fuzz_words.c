/* SPDX-License-Identifier: Apache-2.0 */
/* Everything that can be listed, found or selected: any number, name and date in every argument. */
#include "demands.h"
#include "people.h"

/* NULL, or a word or text that may be shown as it is. */
static void expect_text(const char *text) { REQUIRE(text == NULL || is_clean_text(text, strlen(text))); }

/* ------------------------------------------------------------------- by number and language */

static const char *(*const NAMES[])(int32_t) = {
    lg_status_name,   lg_verdict_name,     lg_reason_name,     lg_language_name,  lg_status_text,
    lg_kind_name,     lg_operator_name,    lg_grade_name,      lg_fact_kind_name, lg_level_name,
    lg_severity_name, lg_application_name, lg_size_class_name, lg_type_name};
static const char *(*const TEXTS[])(int32_t, lg_language) = {lg_verdict_text, lg_reason_text, lg_unit_text,
                                                             lg_grade_text,   lg_level_text,  lg_size_class_text};
static const char *(*const LISTED[])(uint32_t) = {lg_capability, lg_label_name, lg_default_group_name};

static void names(input *in)
{
    int32_t value = (int32_t)take_number(in);
    lg_language language = (lg_language)take_index(in, 4);
    for (size_t i = 0; i < COUNT(NAMES); i++)
        expect_text(NAMES[i](value));
    for (size_t i = 0; i < COUNT(TEXTS); i++)
        expect_text(TEXTS[i](value, language));
    for (size_t i = 0; i < COUNT(LISTED); i++)
        expect_text(LISTED[i]((uint32_t)value));
    expect_text(lg_award_note((uint32_t)value, language));
    expect_text(lg_fact_title((uint32_t)value, language));
    expect_text(lg_fact_step((uint32_t)take_index(in, lg_fact_count()), value, language));
}

static void structs(input *in)
{
    uint32_t i = take_index(in, 80);
    const lg_unit_info *unit = lg_unit_describe((lg_unit)i);
    REQUIRE(!unit || (unit->unit == (lg_unit)i && unit->factor > 0 && lg_unit_describe(unit->canonical)));
    REQUIRE((lg_fact_describe(i) != NULL) == (i < lg_fact_count()));
    REQUIRE(!lg_award_at(i) || lg_award_at(i)->amount_low <= lg_award_at(i)->amount_high);
    REQUIRE(!lg_region_at(i) || lg_region_at(i)->code >= 0);
    REQUIRE(!lg_batch_at(i) || lg_ruleset_find(lg_batch_at(i)->rules));
    REQUIRE(!lg_ruleset_at(i) || lg_ruleset_find(lg_ruleset_describe(lg_ruleset_at(i))->id) == lg_ruleset_at(i));
}

/* -------------------------------------------------------------------------------- criteria */

struct row {
    const lg_ruleset *rules;
    uint32_t criterion;
    lg_language language;
};

static lg_status requirement(const void *call, char *text, uint64_t capacity, uint64_t *needed)
{
    const struct row *row = call;
    return lg_criterion_requirement(row->rules, row->criterion, row->language, text, capacity, needed);
}

static lg_status source(const void *call, char *text, uint64_t capacity, uint64_t *needed)
{
    const struct row *row = call;
    return lg_criterion_source(row->rules, row->criterion, row->language, text, capacity, needed);
}

static void reflect_criterion(const struct row *row)
{
    const lg_criterion *criterion = lg_ruleset_criterion(row->rules, row->criterion);
    REQUIRE((criterion != NULL) == (row->criterion < criterion_count(row->rules)));
    REQUIRE(!criterion || lg_criterion_find(row->rules, criterion->id) == row->criterion);
    uint32_t parent = lg_criterion_parent(row->rules, row->criterion);
    REQUIRE(criterion && row->criterion > 0 ? parent < row->criterion : parent == LG_CRITERION_NONE);
    expect_text(lg_criterion_title(row->rules, row->criterion, row->language));
    expect_text(lg_criterion_caveat(row->rules, row->criterion, row->language));
    expect_text(lg_ruleset_title(row->rules, row->language));
    expect_text(lg_ruleset_caveat(row->rules, row->language));
    REQUIRE((lg_ruleset_describe(row->rules) != NULL) == (row->rules != NULL));
}

static void criteria(input *in)
{
    struct row row = {take_rules_or_null(in), 0, 0};
    lg_status status;
    row.criterion = take_index(in, criterion_count(row.rules) + 1);
    row.language = (lg_language)take_index(in, 3);
    reflect_criterion(&row);
    int is_right = lg_ruleset_criterion(row.rules, row.criterion) && lg_language_name(row.language);
    free(demand_text(in, requirement, &row, &status));
    REQUIRE((status == LG_OK) == is_right);
    free(demand_text(in, source, &row, &status));
    REQUIRE((status == LG_OK) == is_right);
}

static lg_status table(const void *call, char *text, uint64_t capacity, uint64_t *needed)
{
    return lg_ruleset_table(call, text, capacity, needed);
}

static lg_status receipt(const void *call, char *text, uint64_t capacity, uint64_t *needed)
{
    return lg_receipt(call, text, capacity, needed);
}

static void receipts(input *in)
{
    const lg_ruleset *rules = take_rules_or_null(in);
    lg_status status;
    uint8_t digest[32] = {0};
    free(demand_text(in, table, rules, &status));
    REQUIRE(status == (rules ? LG_OK : LG_E_RULES));
    free(demand_text(in, receipt, rules, &status));
    REQUIRE(status == (rules ? LG_OK : LG_E_RULES));
    REQUIRE(lg_ruleset_digest(rules, digest) == status && lg_ruleset_digest(rules, NULL) < 0);
}

/* ----------------------------------------------------------------------------------- names */

static const char *known_name(uint32_t i)
{
    static const char *const WORDS[] = {"cn.sme-gradient", "judgement", "clean-record"};
    uint32_t facts = lg_fact_count();
    if (i < facts)
        return lg_fact_describe(i)->name;
    if (i < 2 * facts)
        return lg_fact_describe(i - facts)->column;
    i -= 2 * facts;
    if (i < COUNT(WORDS))
        return WORDS[i];
    const lg_ruleset *rules = lg_ruleset_at(i - (uint32_t)COUNT(WORDS));
    return lg_ruleset_describe(rules ? rules : lg_ruleset_at(0))->id;
}

#define NAMES_KNOWN (2 * lg_fact_count() + 32)

static void find_column(const char *name)
{
    uint32_t fact = 12345;
    lg_unit unit = 12345;
    lg_status status = lg_fact_find_column(name, &fact, &unit);
    REQUIRE(status == LG_OK || status == LG_E_FACT || status == LG_E_UNIT);
    REQUIRE(status == LG_OK ? lg_unit_describe(unit) != NULL : unit == LG_UNIT_NONE);
    REQUIRE(status == LG_E_FACT ? fact == LG_FACT_NONE : fact < lg_fact_count());
    REQUIRE(lg_fact_find_column(name, NULL, &unit) < 0 && lg_fact_find_column(name, &fact, NULL) < 0);
    REQUIRE(lg_fact_find_column(NULL, &fact, &unit) == LG_E_NULL && fact == LG_FACT_NONE);
}

static void default_group(const char *name, uint32_t i)
{
    lg_default value;
    lg_status status = lg_default_group(name, i, &value);
    REQUIRE(status == LG_OK || status == LG_E_FACT || status == LG_E_CAPACITY);
    REQUIRE(status == LG_OK ? value.fact < lg_fact_count() : value.fact == LG_FACT_NONE);
    REQUIRE(lg_default_group(name, i, NULL) == LG_E_NULL && lg_default_group(NULL, i, &value) == LG_E_NULL);
}

static void find(input *in)
{
    char *name = take_word(in, known_name, NAMES_KNOWN);
    const lg_ruleset *rules = lg_ruleset_find(name);
    uint32_t fact = lg_fact_find(name);
    REQUIRE(!rules || strcmp(lg_ruleset_describe(rules)->id, name) == 0);
    REQUIRE(fact == LG_FACT_NONE || strcmp(lg_fact_describe(fact)->name, name) == 0);
    const lg_ruleset *table = take_rules_or_null(in);
    uint32_t criterion = lg_criterion_find(table, name);
    REQUIRE(criterion == LG_CRITERION_NONE || strcmp(lg_ruleset_criterion(table, criterion)->id, name) == 0);
    find_column(name);
    default_group(name, take_index(in, 12));
    free(name);
}

/* ------------------------------------------------------------------------------- selection */

static int32_t take_date(input *in)
{
    return take_chance(in, 4)
               ? (int32_t)take_number(in)
               : (int32_t)(20180101 + take_below(in, 10) * 10000 + take_below(in, 14) * 100 + take_below(in, 33));
}

static void select_rules(input *in)
{
    char *programme = take_chance(in, 4) ? take_word(in, known_name, NAMES_KNOWN) : NULL;
    lg_level level = (lg_level)take_index(in, 5);
    lg_application application = (lg_application)take_index(in, 4);
    int32_t date = take_date(in);
    const lg_ruleset *rules = NULL;
    lg_status status = lg_ruleset_select(programme, level, application, date, &rules);
    REQUIRE((status == LG_OK) == (rules != NULL));
    REQUIRE(lg_ruleset_select(programme, level, application, date, NULL) == LG_E_NULL);
    if (rules) {
        const lg_ruleset_info *info = lg_ruleset_describe(rules);
        REQUIRE(info->level == level && (info->application & application) && info->in_force_from <= date);
        REQUIRE(info->in_force_to == 0 || info->in_force_to >= date);
    }
    free(programme);
}

struct place {
    lg_level title;
    int32_t region, date;
};

static lg_status award_list(const void *call, void *list, uint32_t capacity, uint32_t *count)
{
    const struct place *place = call;
    return lg_award_select(place->title, place->region, place->date, list, capacity, count);
}

static void select_awards(input *in)
{
    struct place place = {(lg_level)take_index(in, 5), 0, 0};
    uint32_t count;
    lg_status status;
    const lg_region *region = lg_region_at(take_index(in, 16));
    place.region = region ? region->code : (int32_t)take_number(in);
    place.date = take_date(in);
    uint32_t *awards = demand_list(in, award_list, &place, sizeof *awards, &count, &status);
    for (uint32_t i = 0; i < count; i++)
        REQUIRE(lg_award_at(awards[i]) && lg_award_at(awards[i])->title == place.title);
    free(awards);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static void (*const PARTS[])(input *) = {names, structs, criteria, find, select_rules, select_awards};
    input in = {bytes, size};
    REQUIRE(lg_abi_version() == LG_ABI_VERSION && lg_version_number() > 0 && lg_version() && lg_profile_size() > 0);
    if (size % 32 == 7) /* these texts are long */
        receipts(&in);
    do
        PARTS[take_below(&in, COUNT(PARTS))](&in);
    while (in.left > 0);
    return 0;
}
