/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the fact behind a column name, and explains names that hold none. */
#include "columns.h"

#include <string.h>

#include "nearest.h"

/* So many wrong letters are a slip of the finger and not a unit that does not exist. */
enum { CERTAIN_SLIP = 2 };

const char *const LABEL_NAMES[LABEL_COUNT] = {"id", "name", "credit_code", "region"};

uint32_t column_label(const char *name)
{
    uint32_t label = 0;

    while (label < LABEL_COUNT && strcmp(name, LABEL_NAMES[label]) != 0)
        label++;
    return label;
}

bool column_name(uint32_t fact, uint32_t i, struct text *name)
{
    const lg_fact *about = lg_fact_describe(fact);
    const lg_unit_info *unit;
    lg_unit number;

    for (number = 1; (unit = lg_unit_describe(number)) != NULL; number++) {
        if (unit->canonical != about->unit || i-- > 0)
            continue;
        text_clear(name);
        text_add_format(name, "%s%s", about->name, unit->suffix);
        return true;
    }
    return false;
}

void column_add_choices(struct text *text, uint32_t fact, const char *last_separator)
{
    struct text name = {0};
    struct text next = {0};
    bool more = column_name(fact, 0, &name);
    uint32_t i;

    for (i = 1; more; i++) {
        more = column_name(fact, i, &next);
        if (i > 1)
            text_add_string(text, more ? ", " : last_separator);
        text_add_string(text, text_string(&name));
        text_clear(&name);
        text_add_string(&name, text_string(&next));
    }
    text_free(&name);
    text_free(&next);
}

/* People also write a fact's title, in any language; the answer is the column it can have. */
static void offer_titles(struct nearest *nearest, uint32_t fact)
{
    struct text answer = {0};
    const char *title;
    lg_language language;

    column_add_choices(&answer, fact, " or ");
    for (language = 0; (title = lg_fact_title(fact, language)) != NULL; language++)
        nearest_offer(nearest, title, text_string(&answer));
    text_free(&answer);
}

static void offer_columns(struct nearest *nearest)
{
    struct text name = {0};
    uint32_t fact;
    uint32_t i;

    for (fact = 0; fact < lg_fact_count(); fact++) {
        for (i = 0; column_name(fact, i, &name); i++)
            nearest_offer(nearest, text_string(&name), text_string(&name));
        offer_titles(nearest, fact);
    }
    text_free(&name);
}

static void offer_labels(struct nearest *nearest)
{
    uint32_t label;

    for (label = 0; label < LABEL_COUNT; label++)
        nearest_offer(nearest, LABEL_NAMES[label], LABEL_NAMES[label]);
}

/* A header whose cells are separated otherwise comes as one long name. */
static const char *wrong_separator(const char *name)
{
    if (strchr(name, '\t') != NULL)
        return "; the cells seem to be separated by tabs, commas are wanted";
    if (strchr(name, ';') != NULL)
        return "; the cells seem to be separated by semicolons, commas are wanted";
    if (strchr(name, '|') != NULL)
        return "; the cells seem to be separated by bars, commas are wanted";
    if (strstr(name, "\xEF\xBC\x8C") != NULL)
        return "; the cells seem to be separated by full-width commas, ASCII commas are wanted";
    return NULL;
}

/* The fact with the longest name that this one begins with, as market_share_pct does with
 * market_share: right but for its unit. LG_FACT_NONE if there is none. */
static uint32_t fact_at_beginning(const char *name)
{
    uint32_t best = LG_FACT_NONE;
    size_t longest = 0;
    uint32_t fact;

    for (fact = 0; fact < lg_fact_count(); fact++) {
        const char *begin = lg_fact_describe(fact)->name;
        size_t length = strlen(begin);
        if (length > longest && strncmp(name, begin, length) == 0 && name[length] == '_') {
            best = fact;
            longest = length;
        }
    }
    return best;
}

static void add_suggestion(const char *name, const struct nearest *nearest, struct text *why)
{
    uint32_t fact = fact_at_beginning(name);

    if (fact != LG_FACT_NONE && nearest->distance > CERTAIN_SLIP) {
        text_add_string(why, "; did you mean ");
        column_add_choices(why, fact, " or ");
        text_add_string(why, "?");
    } else if (nearest_answer(nearest) != NULL) {
        text_add_format(why, "; did you mean %s?", nearest_answer(nearest));
    } else {
        text_add_string(why, "; \"littlegiant facts\" lists the names there are");
    }
}

static void explain_unknown(const char *name, bool labels_allowed, struct text *why)
{
    struct nearest nearest;
    const char *separator = wrong_separator(name);

    text_add_string(why, "is unknown");
    if (separator != NULL) {
        text_add_string(why, separator);
        return;
    }
    nearest_begin(&nearest, span_of(name));
    if (labels_allowed)
        offer_labels(&nearest);
    offer_columns(&nearest);
    add_suggestion(name, &nearest, why);
    nearest_end(&nearest);
}

/* The fact is right and the unit is not: missing, or one that the fact cannot have. */
static void explain_unit(const char *name, uint32_t fact, struct text *why)
{
    bool is_missing = strcmp(name, lg_fact_describe(fact)->name) == 0;

    text_add_string(why,
                    is_missing ? "needs its unit in the name: " : "has a unit this fact cannot have; did you mean ");
    column_add_choices(why, fact, " or ");
    text_add_string(why, is_missing ? "" : "?");
}

bool column_find(const char *name, bool labels_allowed, uint32_t *fact, lg_unit *unit, struct text *why)
{
    lg_status status = lg_fact_find_column(name, fact, unit);

    if (status == LG_OK)
        return true;
    if (status == LG_E_UNIT && lg_fact_describe(*fact) != NULL)
        explain_unit(name, *fact, why);
    else
        explain_unknown(name, labels_allowed, why);
    return false;
}

bool column_value(uint32_t fact, lg_unit unit, struct span cell, int64_t *value, struct text *why)
{
    lg_status status = lg_fact_parse(fact, unit, cell.bytes, cell.length, value);

    if (status != LG_OK)
        column_add_refusal(why, status, fact, unit, cell);
    return status == LG_OK;
}

void column_add_fact(struct text *text, uint32_t fact, int64_t value)
{
    char formatted[128];

    lg_fact_format(fact, value, LG_ENGLISH, formatted, sizeof formatted, NULL);
    text_add_format(text, "%s = %s", lg_fact_describe(fact)->name, formatted);
}
