/* SPDX-License-Identifier: Apache-2.0 */
/* rules: lists the rule sets, or one with its criteria. */
#include "commands.h"

#include <stdio.h>
#include <string.h>

#include "date.h"
#include "json.h"
#include "message.h"
#include "output.h"
#include "phrases.h"
#include "rules.h"
#include "text.h"
#include "wording.h"

enum { LINE_COLUMNS = 100 };

/* -------------------------------------------------------------------------------- text */

static void add_in_force(struct text *text, const lg_ruleset_info *about)
{
    date_add(text, about->in_force_from);
    text_add_string(text, " to ");
    date_add(text, about->in_force_to);
    text_add_string(text, about->in_force_to == 0 ? "today" : "");
}

static size_t widest_id(void)
{
    const lg_ruleset *rules;
    size_t widest = 0;
    uint32_t i;

    for (i = 0; (rules = lg_ruleset_at(i)) != NULL; i++) {
        size_t width = text_width(lg_ruleset_describe(rules)->id);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static void add_list(struct text *text, lg_language language)
{
    size_t widest = widest_id();
    const lg_ruleset *rules;
    uint32_t i;

    for (i = 0; (rules = lg_ruleset_at(i)) != NULL; i++) {
        const lg_ruleset_info *about = lg_ruleset_describe(rules);
        size_t line = text->length;

        text_add_string(text, about->id);
        text_pad(text, line, widest + 2);
        add_in_force(text, about);
        text_pad(text, line, widest + 2 + 26);
        text_add_format(text, "%s (%s)\n", lg_ruleset_title(rules, language), lg_grade_text(about->grade, language));
    }
}

static void add_line(struct text *text, const char *name, const char *value)
{
    enum { NAME_COLUMNS = 13 };
    size_t line = text->length;

    if (value == NULL || *value == '\0')
        return;
    text_add_string(text, name);
    text_pad(text, line, NAME_COLUMNS);
    text_add_wrapped(text, value, NAME_COLUMNS, LINE_COLUMNS);
    text_add_string(text, "\n");
}

static void add_about(struct text *text, const lg_ruleset *rules, lg_language language)
{
    const lg_ruleset_info *about = lg_ruleset_describe(rules);
    struct text value = {0};

    text_add_format(text, "%s\n", lg_ruleset_title(rules, language));
    add_line(text, "id", about->id);
    add_line(text, "programme", about->programme);
    add_line(text, "level", lg_level_text(about->level, language));
    add_line(text, "for", phrase_application(about->application, language));
    add_in_force(&value, about);
    add_line(text, "in force", text_string(&value));
    add_line(text, "issuer", about->issuer);
    add_line(text, "document", about->document);
    text_clear(&value);
    date_add(&value, about->compared_on);
    add_line(text, "compared on", text_string(&value));
    add_line(text, "evidence", lg_grade_text(about->grade, language));
    add_line(text, "open", lg_ruleset_caveat(rules, language));
    add_line(text, "", about->alternative ? "a second reading of the sources, never selected by date" : "");
    text_free(&value);
}

/* "yuan; 63号 (2022) Art. 3; corroborated" */
static void add_source(struct text *text, const lg_criterion *criterion, lg_language language)
{
    const char *unit = lg_unit_text(criterion->unit, language);

    if (unit != NULL && *unit != '\0')
        text_add_format(text, "[%s] ", unit);
    text_add_format(text, "%s (%s)", criterion->citation, lg_grade_text(criterion->grade, language));
}

static void add_paragraph(struct text *text, const char *paragraph, size_t indent)
{
    if (paragraph == NULL || *paragraph == '\0')
        return;
    text_pad(text, text->length, indent);
    text_add_wrapped(text, paragraph, indent, LINE_COLUMNS);
    text_add_string(text, "\n");
}

/* "srdi-title: Provincial title"; a combination says how: "... [any]" */
static void add_heading(struct text *line, const lg_ruleset *rules, uint32_t index, lg_language language)
{
    const lg_criterion *criterion = lg_ruleset_criterion(rules, index);

    text_add_format(line, "%s: %s", criterion->id, lg_criterion_title(rules, index, language));
    if (criterion->fact_count == 0)
        text_add_format(line, " [%s]", lg_kind_name(criterion->kind));
}

/* "rd_expense_y1, revenue_y1: at least 3 %; 5 points" */
static void add_demand(struct text *line, const lg_ruleset *rules, uint32_t index, lg_language language)
{
    const lg_criterion *criterion = lg_ruleset_criterion(rules, index);
    uint32_t i;

    for (i = 0; i < criterion->fact_count; i++)
        text_add_format(line, "%s%s", i > 0 ? ", " : "", lg_fact_describe(criterion->facts[i])->name);
    text_add_string(line, criterion->fact_count > 0 ? ": " : "");
    wording_add_requirement(line, rules, index, language);
    if (criterion->points != 0)
        text_add_format(line, "%s%lld.%02d %s", line->length > 0 ? "; " : "", (long long)(criterion->points / 100),
                        (int)(criterion->points % 100), lg_unit_text(LG_UNIT_POINTS, language));
}

static void add_criterion(struct text *text, const lg_ruleset *rules, uint32_t index, lg_language language)
{
    const lg_criterion *criterion = lg_ruleset_criterion(rules, index);
    size_t indent = 2 * (size_t)criterion->depth;
    struct text line = {0};

    add_heading(&line, rules, index, language);
    add_paragraph(text, text_string(&line), indent);
    text_clear(&line);
    add_demand(&line, rules, index, language);
    add_paragraph(text, text_string(&line), indent + 4);
    text_clear(&line);
    add_source(&line, criterion, language);
    add_paragraph(text, text_string(&line), indent + 4);
    add_paragraph(text, lg_criterion_caveat(rules, index, language), indent + 4);
    text_free(&line);
}

static void add_rules(struct text *text, const lg_ruleset *rules, lg_language language)
{
    uint32_t i;

    add_about(text, rules, language);
    text_add_string(text, "\n");
    for (i = 0; lg_ruleset_criterion(rules, i) != NULL; i++)
        add_criterion(text, rules, i, language);
}

/* -------------------------------------------------------------------------------- JSON */

typedef const char *(*text_of_rules)(const lg_ruleset *rules, lg_language language);
typedef const char *(*text_of_criterion)(const lg_ruleset *rules, uint32_t criterion, lg_language language);

static json_t *in_all_languages(const lg_ruleset *rules, text_of_rules text)
{
    json_t *object = json_sure(json_object());
    lg_language language;

    for (language = 0; lg_language_name(language) != NULL; language++)
        json_put(object, lg_language_name(language), json_text(text(rules, language)));
    return object;
}

static json_t *criterion_in_all_languages(const lg_ruleset *rules, uint32_t criterion, text_of_criterion text)
{
    json_t *object = json_sure(json_object());
    lg_language language;

    for (language = 0; lg_language_name(language) != NULL; language++)
        json_put(object, lg_language_name(language), json_text(text(rules, criterion, language)));
    return object;
}

static json_t *requirement_in_all_languages(const lg_ruleset *rules, uint32_t criterion)
{
    json_t *object = json_sure(json_object());
    struct text text = {0};
    lg_language language;

    for (language = 0; lg_language_name(language) != NULL; language++) {
        text_clear(&text);
        wording_add_requirement(&text, rules, criterion, language);
        json_put(object, lg_language_name(language), json_text(text_string(&text)));
    }
    text_free(&text);
    return object;
}

static json_t *applications_of(const lg_ruleset_info *about)
{
    json_t *array = json_sure(json_array());

    if (about->application & LG_APPLICATION_NEW)
        json_append(array, json_text("new"));
    if (about->application & LG_APPLICATION_REVIEW)
        json_append(array, json_text("review"));
    return array;
}

static json_t *digest_of(const lg_ruleset *rules)
{
    char digest[DIGEST_TEXT];

    digest_rules(rules, digest);
    return json_text(digest);
}

static json_t *object_of_rules(const lg_ruleset *rules)
{
    const lg_ruleset_info *about = lg_ruleset_describe(rules);
    json_t *object = json_sure(json_object());

    json_put(object, "id", json_text(about->id));
    json_put(object, "programme", json_text(about->programme));
    json_put(object, "level", json_text(lg_level_name(about->level)));
    json_put(object, "applications", applications_of(about));
    json_put(object, "in_force_from", json_date(about->in_force_from));
    json_put(object, "in_force_to", json_date(about->in_force_to));
    json_put(object, "compared_on", json_date(about->compared_on));
    json_put(object, "grade", json_text(lg_grade_name(about->grade)));
    json_put(object, "alternative", json_boolean(about->alternative));
    json_put(object, "issuer", json_text(about->issuer));
    json_put(object, "document", json_text(about->document));
    json_put(object, "title", in_all_languages(rules, lg_ruleset_title));
    json_put(object, "caveat", in_all_languages(rules, lg_ruleset_caveat));
    json_put(object, "criterion_count", json_integer(about->criterion_count));
    json_put(object, "table", digest_of(rules));
    return object;
}

static json_t *facts_of(const lg_criterion *criterion)
{
    json_t *array = json_sure(json_array());
    uint32_t i;

    for (i = 0; i < criterion->fact_count; i++)
        json_append(array, json_text(lg_fact_describe(criterion->facts[i])->name));
    return array;
}

static json_t *id_of(const lg_ruleset *rules, uint32_t criterion)
{
    const lg_criterion *other = lg_ruleset_criterion(rules, criterion);

    return other == NULL ? json_null() : json_text(other->id);
}

static void put_numbers(json_t *object, const lg_ruleset *rules, const lg_criterion *criterion)
{
    const lg_unit_info *unit = lg_unit_describe(criterion->unit);

    json_put(object, "kind", json_text(lg_kind_name(criterion->kind)));
    json_put(object, "operator",
             criterion->op == LG_OP_NONE ? json_null() : json_text(lg_operator_name(criterion->op)));
    json_put(object, "unit", unit == NULL ? json_null() : json_text(unit->name));
    json_put(object, "facts", facts_of(criterion));
    json_put(object, "bound", json_integer(criterion->bound));
    json_put(object, "bound_high", json_integer(criterion->bound_high));
    json_put(object, "bound_denominator", json_integer(criterion->bound_denominator));
    json_put(object, "points", json_integer(criterion->points));
    json_put(object, "points_floor", json_integer(criterion->points_floor));
    json_put(object, "total", criterion->total == 0 ? json_null() : id_of(rules, criterion->total));
}

static json_t *object_of_criterion(const lg_ruleset *rules, uint32_t index)
{
    const lg_criterion *criterion = lg_ruleset_criterion(rules, index);
    json_t *object = json_sure(json_object());

    json_put(object, "id", json_text(criterion->id));
    json_put(object, "parent", id_of(rules, lg_criterion_parent(rules, index)));
    json_put(object, "depth", json_integer(criterion->depth));
    put_numbers(object, rules, criterion);
    json_put(object, "citation", json_text(criterion->citation));
    json_put(object, "grade", json_text(lg_grade_name(criterion->grade)));
    json_put(object, "title", criterion_in_all_languages(rules, index, lg_criterion_title));
    json_put(object, "caveat", criterion_in_all_languages(rules, index, lg_criterion_caveat));
    json_put(object, "requirement", requirement_in_all_languages(rules, index));
    return object;
}

static json_t *document_of(const lg_ruleset *rules)
{
    json_t *object = object_of_rules(rules);
    json_t *criteria = json_sure(json_array());
    uint32_t i;

    for (i = 0; lg_ruleset_criterion(rules, i) != NULL; i++)
        json_append(criteria, object_of_criterion(rules, i));
    json_put(object, "criteria", criteria);
    return object;
}

static json_t *list_of_rules(void)
{
    json_t *array = json_sure(json_array());
    const lg_ruleset *rules;
    uint32_t i;

    for (i = 0; (rules = lg_ruleset_at(i)) != NULL; i++)
        json_append(array, object_of_rules(rules));
    return array;
}

/* ----------------------------------------------------------------------------- command */

static void add_as_json(struct text *text, const lg_ruleset *rules)
{
    json_add(text, rules == NULL ? list_of_rules() : document_of(rules), JSON_LAYOUT);
    text_add_string(text, "\n");
}

static void add_as_markdown(struct text *text, const lg_ruleset *rules, lg_language language)
{
    if (rules == NULL)
        rules_add_index(text, language);
    else
        rules_add_page(text, rules, language);
}

static void add_as_text(struct text *text, const lg_ruleset *rules, lg_language language)
{
    if (rules == NULL)
        add_list(text, language);
    else
        add_rules(text, rules, language);
}

static bool add_as_table(struct text *text, const lg_ruleset *rules)
{
    if (rules == NULL) {
        message_call("rules --format table needs an ID: it writes one rule set");
        return false;
    }
    wording_add_table(text, rules);
    return true;
}

/* One rule set, or the list of all. */
static bool add_catalogue(struct text *text, const struct options *options)
{
    const lg_ruleset *rules = NULL;

    if (options->operand != NULL && (rules = options_find_rules(options->operand)) == NULL)
        return false;
    if (strcmp(options->format, "table") == 0)
        return add_as_table(text, rules);
    if (strcmp(options->format, "json") == 0)
        add_as_json(text, rules);
    else if (strcmp(options->format, "markdown") == 0)
        add_as_markdown(text, rules, options->language);
    else
        add_as_text(text, rules, options->language);
    return true;
}

int command_rules(const struct options *options)
{
    bool is_question = options->on != NULL || options->level != LG_LEVEL_NONE || options->application != 0;
    struct text text = {0};
    bool done;

    done = is_question ? rules_add_on(&text, options) : add_catalogue(&text, options);
    done = done && output_print(&text);
    text_free(&text);
    return done ? STATUS_DONE : STATUS_UNUSABLE;
}
