/* SPDX-License-Identifier: Apache-2.0 */
/* facts: lists what a table can hold: column names, units, ranges, definitions, evidence. */
#include "commands.h"

#include <string.h>

#include "columns.h"
#include "json.h"
#include "output.h"
#include "text.h"

enum { LINE_COLUMNS = 100, NAME_COLUMNS = 14, INDENT = 2 };

/* -------------------------------------------------------------------------------- text */

static void add_line(struct text *text, const char *name, const char *value)
{
    size_t line = text->length;

    if (value == NULL || *value == '\0')
        return;
    text_pad(text, line, INDENT);
    text_add_string(text, name);
    text_pad(text, line, NAME_COLUMNS);
    text_add_wrapped(text, value, NAME_COLUMNS, LINE_COLUMNS);
    text_add_string(text, "\n");
}

static void add_range(struct text *text, const lg_fact *fact, lg_language language)
{
    struct text range = {0};
    char bound[128];

    lg_fact_format(fact->id, fact->minimum, language, bound, sizeof bound, NULL);
    text_add_format(&range, "%s \xE2\x80\x93 ", bound);
    lg_fact_format(fact->id, fact->maximum, language, bound, sizeof bound, NULL);
    text_add_string(&range, bound);
    add_line(text, "range", text_string(&range));
    text_free(&range);
}

static void add_fact(struct text *text, const lg_fact *fact, lg_language language)
{
    struct text names = {0};

    column_add_choices(&names, fact->id, ", ");
    text_add_format(text, "%s: %s\n", fact->name, lg_fact_title(fact->id, language));
    add_line(text, "columns", text_string(&names));
    add_line(text, "kind", lg_fact_kind_name(fact->kind));
    if (fact->unit == LG_UNIT_FLAG)
        add_line(text, "values", "1 or 0, yes or no, true or false, \xE6\x98\xAF or \xE5\x90\xA6");
    else
        add_range(text, fact, language);
    add_line(text, "definition", fact->definition);
    add_line(text, "evidence", fact->evidence);
    add_line(text, "source", fact->source);
    text_add_string(text, "\n");
    text_free(&names);
}

static void add_text(struct text *text, lg_language language)
{
    uint32_t fact;
    uint32_t label;

    text_add_string(text, "Labels, carried through:");
    for (label = 0; label < LABEL_COUNT; label++)
        text_add_format(text, "%s %s", label > 0 ? "," : "", LABEL_NAMES[label]);
    text_add_string(text, "\n\n");
    for (fact = 0; fact < lg_fact_count(); fact++)
        add_fact(text, lg_fact_describe(fact), language);
}

/* -------------------------------------------------------------------------------- JSON */

static json_t *column_of(const char *name)
{
    json_t *object = json_sure(json_object());
    uint32_t fact;
    lg_unit unit = LG_UNIT_NONE;
    const lg_unit_info *about;

    lg_fact_find_column(name, &fact, &unit);
    about = lg_unit_describe(unit);
    json_put(object, "name", json_text(name));
    json_put(object, "unit", about == NULL ? json_null() : json_text(about->name));
    json_put(object, "factor", about == NULL ? json_null() : json_integer(about->factor));
    return object;
}

static json_t *columns_of(uint32_t fact)
{
    json_t *array = json_sure(json_array());
    struct text name = {0};
    uint32_t i;

    for (i = 0; column_name(fact, i, &name); i++)
        json_append(array, column_of(text_string(&name)));
    text_free(&name);
    return array;
}

static json_t *object_of(const lg_fact *fact)
{
    const lg_unit_info *unit = lg_unit_describe(fact->unit);
    json_t *object = json_sure(json_object());

    json_put(object, "name", json_text(fact->name));
    json_put(object, "column", json_text(fact->column));
    json_put(object, "columns", columns_of(fact->id));
    json_put(object, "unit", unit == NULL ? json_null() : json_text(unit->name));
    json_put(object, "kind", json_text(lg_fact_kind_name(fact->kind)));
    json_put(object, "minimum", json_integer(fact->minimum));
    json_put(object, "maximum", json_integer(fact->maximum));
    json_put(object, "title", json_languages(lg_fact_title, fact->id));
    json_put(object, "definition", json_text(fact->definition));
    json_put(object, "evidence", json_text(fact->evidence));
    json_put(object, "source", json_text(fact->source));
    return object;
}

static void add_json(struct text *text)
{
    json_t *array = json_sure(json_array());
    uint32_t fact;

    for (fact = 0; fact < lg_fact_count(); fact++)
        json_append(array, object_of(lg_fact_describe(fact)));
    json_add(text, array, JSON_LAYOUT);
    text_add_string(text, "\n");
}

int command_facts(const struct options *options)
{
    struct text text = {0};
    bool written;

    if (strcmp(options->format, "json") == 0)
        add_json(&text);
    else
        add_text(&text, options->language);
    written = output_print(&text);
    text_free(&text);
    return written ? STATUS_DONE : STATUS_UNUSABLE;
}
