/* SPDX-License-Identifier: Apache-2.0 */
/* rules --on DATE: which edition is in force for each level and kind of application. */
#include "rules.h"

#include <string.h>

#include "date.h"
#include "json.h"
#include "message.h"
#include "phrases.h"

/* One question: a level, a kind of application, and the rule set that answers it. */
struct answer {
    lg_level level;
    lg_application application;
    const lg_ruleset *rules; /* NULL: nothing in force */
};

enum { LEVEL_COLUMN, APPLICATION_COLUMN, ID_COLUMN, COLUMN_COUNT };

static bool is_asked(const struct options *options, const struct answer *answer)
{
    return (options->level == LG_LEVEL_NONE || options->level == answer->level) &&
           (options->application == 0 || options->application == answer->application);
}

/* The i-th answer to what the options ask; false past the end. */
static bool find_answer(const struct options *options, uint32_t i, struct answer *answer)
{
    size_t kind;

    for (answer->level = LG_LEVEL_NONE + 1; lg_level_name(answer->level) != NULL; answer->level++) {
        for (kind = 0; kind < APPLICATION_COUNT; kind++) {
            answer->application = APPLICATIONS[kind];
            if (!is_asked(options, answer) || i-- > 0)
                continue;
            lg_ruleset_select(NULL, answer->level, answer->application, options->date, &answer->rules);
            return true;
        }
    }
    return false;
}

/* -------------------------------------------------------------------------------- text */

static const char *cell_of(const struct answer *answer, size_t column, lg_language language)
{
    switch (column) {
    case LEVEL_COLUMN:
        return lg_level_text(answer->level, language);
    case APPLICATION_COLUMN:
        return phrase_application(answer->application, language);
    default:
        break;
    }
    return answer->rules != NULL ? lg_ruleset_describe(answer->rules)->id : phrase(PHRASE_NOTHING_IN_FORCE, language);
}

static size_t widest(const struct options *options, size_t column)
{
    struct answer answer;
    size_t columns = 0;
    uint32_t i;

    for (i = 0; find_answer(options, i, &answer); i++) {
        size_t width = text_width(cell_of(&answer, column, options->language));
        columns = width > columns ? width : columns;
    }
    return columns;
}

static void add_answer(struct text *text, const struct answer *answer, const size_t *stops, lg_language language)
{
    size_t line = text->length;
    size_t column;

    for (column = 0; column < COLUMN_COUNT; column++) {
        text_add_string(text, cell_of(answer, column, language));
        if (column + 1 < COLUMN_COUNT || answer->rules != NULL)
            text_pad(text, line, stops[column]);
    }
    text_add_format(text, "%s\n", answer->rules != NULL ? lg_ruleset_title(answer->rules, language) : "");
}

static void add_text(struct text *text, const struct options *options)
{
    size_t stops[COLUMN_COUNT];
    struct answer answer;
    size_t stop = 0;
    size_t column;
    uint32_t i;

    for (column = 0; column < COLUMN_COUNT; column++)
        stops[column] = stop += widest(options, column) + 2;
    for (i = 0; find_answer(options, i, &answer); i++)
        add_answer(text, &answer, stops, options->language);
}

/* -------------------------------------------------------------------------------- JSON */

static json_t *object_of(const struct answer *answer)
{
    json_t *object = json_sure(json_object());
    size_t kind = 0;

    while (APPLICATIONS[kind] != answer->application)
        kind++;
    json_put(object, "level", json_text(lg_level_name(answer->level)));
    json_put(object, "application", json_text(APPLICATION_NAMES[kind]));
    json_put(object, "rules", answer->rules == NULL ? json_null() : json_text(lg_ruleset_describe(answer->rules)->id));
    return object;
}

static void add_json(struct text *text, const struct options *options)
{
    json_t *object = json_sure(json_object());
    json_t *array = json_sure(json_array());
    struct answer answer;
    uint32_t i;

    for (i = 0; find_answer(options, i, &answer); i++)
        json_append(array, object_of(&answer));
    json_put(object, "on", json_date(options->date));
    json_put(object, "in_force", array);
    json_add(text, object, JSON_LAYOUT);
    text_add_string(text, "\n");
}

/* ----------------------------------------------------------------------------- command */

static bool check_question(const struct options *options)
{
    if (options->operand != NULL)
        message_call("rules takes an ID or --on DATE, not both");
    else if (options->on == NULL)
        message_call("--level and --application need --on DATE: on which day?");
    else if (strcmp(options->format, "markdown") == 0 || strcmp(options->format, "table") == 0)
        message_call("rules --on takes --format text or json");
    else
        return true;
    return false;
}

/* A question for one rule set that has no answer is not a listing with a gap. */
static bool has_answer(const struct options *options)
{
    struct text day = {0};
    struct answer answer;

    if (options->level == LG_LEVEL_NONE || options->application == 0)
        return true;
    if (find_answer(options, 0, &answer) && answer.rules != NULL)
        return true;
    date_add(&day, options->date);
    message_call("nothing in force: there is no rule set for %s, %s, on %s", lg_level_name(options->level),
                 phrase_application(options->application, LG_ENGLISH), text_string(&day));
    text_free(&day);
    return false;
}

bool rules_add_on(struct text *text, const struct options *options)
{
    if (!check_question(options) || !has_answer(options))
        return false;
    if (strcmp(options->format, "json") == 0)
        add_json(text, options);
    else
        add_text(text, options);
    return true;
}
