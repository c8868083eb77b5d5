/* SPDX-License-Identifier: Apache-2.0 */
/* Turns the arguments of --assume into a table of defaults. */
#include "assume.h"

#include <stdlib.h>
#include <string.h>

#include "columns.h"
#include "message.h"
#include "nearest.h"

static void report(const char *argument, const char *why)
{
    struct text text = {0};

    text_add_excerpt(&text, span_of(argument));
    message_call("--assume %s: %s", text_string(&text), why);
    text_free(&text);
}

static void add(struct assumptions *assumptions, lg_default value)
{
    assumptions->defaults =
        memory_resize(assumptions->defaults, assumptions->count + 1u, sizeof *assumptions->defaults);
    assumptions->defaults[assumptions->count++] = value;
}

/* ------------------------------------------------------------------------- FACT=VALUE */

static const lg_default *find(const struct assumptions *assumptions, uint32_t fact)
{
    uint32_t i;

    for (i = 0; i < assumptions->count; i++) {
        if (assumptions->defaults[i].fact == fact)
            return &assumptions->defaults[i];
    }
    return NULL;
}

static bool parse_value(const char *argument, const char *equals, lg_default *value, struct text *why)
{
    struct text name = {0};
    lg_unit unit;
    bool found;

    text_add(&name, argument, (size_t)(equals - argument));
    text_add_format(why, "%s ", text_string(&name));
    found = column_find(text_string(&name), false, &value->fact, &unit, why);
    text_free(&name);
    if (!found)
        return false;
    text_clear(why);
    text_add_excerpt(why, span_of(equals + 1));
    text_add_string(why, " ");
    return column_value(value->fact, unit, span_of(equals + 1), &value->value, why);
}

static bool read_value(struct assumptions *assumptions, const char *argument, const char *equals)
{
    lg_default value = {LG_FACT_NONE, 0, 0};
    struct text why = {0};
    const lg_default *other;
    bool usable = parse_value(argument, equals, &value, &why);

    other = usable ? find(assumptions, value.fact) : NULL;
    if (other != NULL && other->value != value.value) {
        text_clear(&why);
        text_add_string(&why, "another value was already assumed for this fact; give one");
        usable = false;
    }
    if (!usable)
        report(argument, text_string(&why));
    else if (other == NULL)
        add(assumptions, value);
    text_free(&why);
    return usable;
}

/* ------------------------------------------------------------------------------ groups */

static void explain_group(const char *argument, struct text *why)
{
    struct nearest nearest;
    struct text names = {0};
    const char *name;
    uint32_t i;

    text_add_string(why, "is no group of assumptions");
    nearest_begin(&nearest, span_of(argument));
    for (i = 0; (name = lg_default_group_name(i)) != NULL; i++) {
        nearest_offer(&nearest, name, name);
        text_add_format(&names, "%s%s", i > 0 ? ", " : "", name);
    }
    if (nearest_answer(&nearest) != NULL)
        text_add_format(why, "; did you mean %s?", nearest_answer(&nearest));
    else
        text_add_format(why, "; write FACT=VALUE, or the name of a group: %s", text_string(&names));
    nearest_end(&nearest);
    text_free(&names);
}

static bool read_group(struct assumptions *assumptions, const char *argument)
{
    struct text why = {0};
    lg_default value;
    uint32_t i;

    for (i = 0; lg_default_group(argument, i, &value) == LG_OK; i++) {
        if (find(assumptions, value.fact) == NULL)
            add(assumptions, value);
    }
    if (i > 0)
        return true;
    explain_group(argument, &why);
    report(argument, text_string(&why));
    text_free(&why);
    return false;
}

bool assumptions_read(struct assumptions *assumptions, const char *const *arguments, size_t count)
{
    bool usable = true;
    size_t i;

    memset(assumptions, 0, sizeof *assumptions);
    for (i = 0; i < count; i++) {
        const char *equals = strchr(arguments[i], '=');
        if (equals != NULL)
            usable &= read_value(assumptions, arguments[i], equals);
    }
    for (i = 0; i < count; i++) {
        if (strchr(arguments[i], '=') == NULL)
            usable &= read_group(assumptions, arguments[i]);
    }
    return usable;
}

void assumptions_free(struct assumptions *assumptions)
{
    free(assumptions->defaults);
    memset(assumptions, 0, sizeof *assumptions);
}
