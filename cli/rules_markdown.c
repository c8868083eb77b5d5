/* SPDX-License-Identifier: Apache-2.0 */
/* rules --format markdown: the catalogue as pages for people. */
#include "rules.h"

#include <string.h>

#include "date.h"
#include "phrases.h"
#include "wording.h"

#define LICENSE_LINE "<!-- SPDX-License-Identifier: Apache-2.0 -->\n"

static const enum phrase CRITERIA_COLUMNS[] = {
    PHRASE_CRITERION, PHRASE_REQUIREMENT, PHRASE_UNIT,   PHRASE_FACTS,
    PHRASE_ARTICLE,   PHRASE_GRADE,       PHRASE_POINTS, PHRASE_CAVEAT,
};
static const enum phrase INDEX_COLUMNS[] = {
    PHRASE_RULE_SET, PHRASE_TITLE, PHRASE_LEVEL, PHRASE_FOR, PHRASE_IN_FORCE, PHRASE_DOCUMENT, PHRASE_GRADE,
};
enum {
    CRITERIA_COLUMN_COUNT = sizeof CRITERIA_COLUMNS / sizeof *CRITERIA_COLUMNS,
    INDEX_COLUMN_COUNT = sizeof INDEX_COLUMNS / sizeof *INDEX_COLUMNS
};

/* ------------------------------------------------------------------------------ markup */

/* Prose with whatever Markdown would take for markup made plain, and without line ends. */
static void add_prose(struct text *text, const char *prose)
{
    for (; *prose != '\0'; prose++) {
        if (strchr("\\`*_|<>[]#", *prose) != NULL)
            text_add_string(text, "\\");
        text_add(text, *prose == '\n' ? " " : prose, 1);
    }
}

static void add_cell(struct text *text, const char *prose)
{
    text_add_string(text, " ");
    add_prose(text, prose);
    text_add_string(text, *prose == '\0' ? "|" : " |");
}

static void add_heading(struct text *text, const enum phrase *columns, size_t count, lg_language language)
{
    size_t i;

    text_add_string(text, "|");
    for (i = 0; i < count; i++)
        add_cell(text, phrase(columns[i], language));
    text_add_string(text, "\n|");
    for (i = 0; i < count; i++)
        text_add_string(text, " --- |");
    text_add_string(text, "\n");
}

static void add_item(struct text *text, enum phrase what, const char *value, lg_language language)
{
    if (value == NULL || *value == '\0')
        return;
    text_add_format(text, "- %s: ", phrase(what, language));
    add_prose(text, value);
    text_add_string(text, "\n");
}

static void add_in_force(struct text *text, const lg_ruleset_info *about, lg_language language)
{
    date_add(text, about->in_force_from);
    text_add_format(text, " %s ", phrase(PHRASE_TO, language));
    date_add(text, about->in_force_to);
    text_add_string(text, about->in_force_to == 0 ? phrase(PHRASE_OPEN_END, language) : "");
}

/* ---------------------------------------------------------------------------- criteria */

static const char *words_of_kind(lg_kind kind, lg_language language)
{
    switch (kind) {
    case LG_KIND_ALL:
        return phrase(PHRASE_ALL, language);
    case LG_KIND_ANY:
        return phrase(PHRASE_ANY, language);
    case LG_KIND_WHEN:
        return phrase(PHRASE_WHEN, language);
    case LG_KIND_BEST:
        return phrase(PHRASE_BEST, language);
    case LG_KIND_SUM:
        return phrase(PHRASE_SUM, language);
    default:
        return "";
    }
}

static void add_requirement(struct text *text, const lg_ruleset *rules, uint32_t index, lg_language language)
{
    struct text demand = {0};

    wording_add_requirement(&demand, rules, index, language);
    text_add_string(&demand, words_of_kind(lg_ruleset_criterion(rules, index)->kind, language));
    add_cell(text, text_string(&demand));
    text_free(&demand);
}

static void add_facts(struct text *text, const lg_criterion *criterion)
{
    uint32_t i;

    for (i = 0; i < criterion->fact_count; i++)
        text_add_format(text, "%s`%s`", i > 0 ? ", " : " ", lg_fact_describe(criterion->facts[i])->column);
    text_add_string(text, " |");
}

/* "5"; of a sum "at most 20"; with a floor "at least 5, at most 10" */
static void add_points(struct text *text, const lg_criterion *criterion, lg_language language)
{
    bool is_combined = criterion->kind == LG_KIND_BEST || criterion->kind == LG_KIND_SUM;

    text_add_string(text, " ");
    if (criterion->points_floor != 0) {
        text_add_format(text, "%s ", phrase(PHRASE_FLOOR, language));
        text_add_points(text, criterion->points_floor);
        text_add_string(text, criterion->points != 0 ? ", " : " ");
    }
    if (criterion->points != 0) {
        text_add_format(text, "%s%s", is_combined ? phrase(PHRASE_AT_MOST, language) : "", is_combined ? " " : "");
        text_add_points(text, criterion->points);
        text_add_string(text, " ");
    }
    text_add_string(text, "|");
}

static void add_criterion(struct text *text, const lg_ruleset *rules, uint32_t index, lg_language language)
{
    const lg_criterion *criterion = lg_ruleset_criterion(rules, index);
    const char *unit = lg_unit_text(criterion->unit, language);
    uint32_t depth;

    text_add_string(text, "| ");
    for (depth = 0; depth < criterion->depth; depth++)
        text_add_string(text, "&emsp;");
    add_prose(text, lg_criterion_title(rules, index, language));
    text_add_format(text, " `%s` |", criterion->id);
    add_requirement(text, rules, index, language);
    add_cell(text, unit != NULL ? unit : "");
    add_facts(text, criterion);
    add_cell(text, criterion->citation);
    add_cell(text, lg_grade_text(criterion->grade, language));
    add_points(text, criterion, language);
    add_cell(text, lg_criterion_caveat(rules, index, language));
    text_add_string(text, "\n");
}

/* ------------------------------------------------------------------------------- pages */

static void add_about(struct text *text, const lg_ruleset *rules, lg_language language)
{
    const lg_ruleset_info *about = lg_ruleset_describe(rules);
    struct text value = {0};

    text_add_format(text, "- %s: `%s`\n", phrase(PHRASE_RULE_SET, language), about->id);
    add_item(text, PHRASE_LEVEL, lg_level_text(about->level, language), language);
    add_item(text, PHRASE_FOR, phrase_application(about->application, language), language);
    add_item(text, PHRASE_ISSUER, about->issuer, language);
    add_item(text, PHRASE_DOCUMENT, about->document, language);
    add_in_force(&value, about, language);
    add_item(text, PHRASE_IN_FORCE, text_string(&value), language);
    text_clear(&value);
    date_add(&value, about->compared_on);
    add_item(text, PHRASE_COMPARED, text_string(&value), language);
    add_item(text, PHRASE_GRADE, lg_grade_text(about->grade, language), language);
    add_item(text, PHRASE_CAVEAT, lg_ruleset_caveat(rules, language), language);
    text_free(&value);
}

void rules_add_page(struct text *text, const lg_ruleset *rules, lg_language language)
{
    uint32_t i;

    text_add_string(text, LICENSE_LINE "# ");
    add_prose(text, lg_ruleset_title(rules, language));
    text_add_string(text, "\n\n");
    add_about(text, rules, language);
    if (lg_ruleset_describe(rules)->alternative)
        text_add_format(text, "\n%s\n", phrase(PHRASE_SECOND_READING, language));
    text_add_format(text, "\n%s\n\n## %s\n\n", phrase(PHRASE_NECESSARY, language), phrase(PHRASE_CRITERIA, language));
    add_heading(text, CRITERIA_COLUMNS, CRITERIA_COLUMN_COUNT, language);
    for (i = 0; lg_ruleset_criterion(rules, i) != NULL; i++)
        add_criterion(text, rules, i, language);
}

static void add_index_row(struct text *text, const lg_ruleset *rules, lg_language language)
{
    const lg_ruleset_info *about = lg_ruleset_describe(rules);
    struct text value = {0};

    text_add_format(text, "| [%s](%s.md) |", about->id, about->id);
    add_cell(text, lg_ruleset_title(rules, language));
    add_cell(text, lg_level_text(about->level, language));
    add_cell(text, phrase_application(about->application, language));
    add_in_force(&value, about, language);
    add_cell(text, text_string(&value));
    add_cell(text, about->document);
    add_cell(text, lg_grade_text(about->grade, language));
    text_add_string(text, "\n");
    text_free(&value);
}

void rules_add_index(struct text *text, lg_language language)
{
    const lg_ruleset *rules;
    uint32_t i;

    text_add_format(text, LICENSE_LINE "# %s\n\n", phrase(PHRASE_RULE_SETS, language));
    add_heading(text, INDEX_COLUMNS, INDEX_COLUMN_COUNT, language);
    for (i = 0; (rules = lg_ruleset_at(i)) != NULL; i++)
        add_index_row(text, rules, language);
    text_add_format(text, "\n%s\n", phrase(PHRASE_NECESSARY, language));
}
