/* SPDX-License-Identifier: Apache-2.0 */
/* batches: the batches of national Little Giants, with the numbers that their sources give. */
#include "commands.h"

#include <string.h>

#include "cells.h"
#include "date.h"
#include "json.h"
#include "output.h"
#include "phrases.h"

/* The columns of the table in text. */
enum { NUMBER, ANNOUNCED, PUBLISHED, CONFIRMED, RULES, GRADE, SOURCE, COLUMN_COUNT };

static const enum phrase HEADINGS[COLUMN_COUNT] = {
    PHRASE_BATCH, PHRASE_ANNOUNCED, PHRASE_PUBLISHED, PHRASE_CONFIRMED, PHRASE_RULE_SET, PHRASE_GRADE, PHRASE_SOURCE,
};

static void add_number(struct text *text, int32_t number, const char *otherwise)
{
    if (number == 0)
        text_add_string(text, otherwise);
    else
        text_add_count(text, (uint64_t)number);
}

/* -------------------------------------------------------------------------------- text */

static void add_cell(struct text *text, const lg_batch *batch, size_t column, lg_language language)
{
    switch (column) {
    case NUMBER:
        text_add_format(text, "%d", (int)batch->number);
        break;
    case ANNOUNCED:
        date_add(text, batch->announced);
        break;
    case PUBLISHED:
        add_number(text, batch->published, phrase(PHRASE_NOT_KNOWN, language));
        break;
    case CONFIRMED:
        add_number(text, batch->confirmed, phrase(PHRASE_NOT_KNOWN, language));
        break;
    case RULES:
        text_add_string(text, batch->rules);
        break;
    case GRADE:
        text_add_string(text, batch->grade == LG_GRADE_NONE ? "-" : lg_grade_text(batch->grade, language));
        break;
    default:
        text_add_string(text, batch->source);
        break;
    }
}

static size_t widest(size_t column, lg_language language)
{
    size_t columns = text_width(phrase(HEADINGS[column], language));
    const lg_batch *batch;
    uint32_t i;

    for (i = 0; (batch = lg_batch_at(i)) != NULL; i++) {
        struct text cell = {0};
        size_t width;
        add_cell(&cell, batch, column, language);
        width = text_width(text_string(&cell));
        columns = width > columns ? width : columns;
        text_free(&cell);
    }
    return columns;
}

/* NULL stands for the heading. Numbers of enterprises stand to the right. */
static void add_line(struct text *text, const lg_batch *batch, const size_t *widths, lg_language language)
{
    size_t column;

    for (column = 0; column < COLUMN_COUNT; column++) {
        struct text cell = {0};
        size_t line = text->length;

        if (batch == NULL)
            text_add_string(&cell, phrase(HEADINGS[column], language));
        else
            add_cell(&cell, batch, column, language);
        if (column == PUBLISHED || column == CONFIRMED)
            text_add_right(text, text_string(&cell), widths[column]);
        else
            text_add_string(text, text_string(&cell));
        if (column + 1 < COLUMN_COUNT)
            text_pad(text, line, widths[column] + 2);
        text_free(&cell);
    }
    text_add_string(text, "\n");
}

static void add_text(struct text *text, lg_language language)
{
    size_t widths[COLUMN_COUNT];
    const lg_batch *batch;
    size_t column;
    uint32_t i;

    for (column = 0; column < COLUMN_COUNT; column++)
        widths[column] = widest(column, language);
    add_line(text, NULL, widths, language);
    for (i = 0; (batch = lg_batch_at(i)) != NULL; i++)
        add_line(text, batch, widths, language);
}

/* --------------------------------------------------------------------------- JSON, CSV */

static json_t *json_number(int32_t number) { return number == 0 ? json_null() : json_integer(number); }

static json_t *object_of(const lg_batch *batch)
{
    json_t *object = json_sure(json_object());
    struct text announced = {0};

    date_add(&announced, batch->announced);
    json_put(object, "number", json_integer(batch->number));
    json_put(object, "announced", json_text(text_string(&announced)));
    json_put(object, "published", json_number(batch->published));
    json_put(object, "confirmed", json_number(batch->confirmed));
    json_put(object, "rules", json_text(batch->rules));
    json_put(object, "grade", json_text(lg_grade_name(batch->grade)));
    json_put(object, "source", json_text(batch->source));
    text_free(&announced);
    return object;
}

static void add_json(struct text *text)
{
    json_t *array = json_sure(json_array());
    const lg_batch *batch;
    uint32_t i;

    for (i = 0; (batch = lg_batch_at(i)) != NULL; i++)
        json_append(array, object_of(batch));
    json_add(text, array, JSON_LAYOUT);
    text_add_string(text, "\n");
}

static void add_csv_number(struct text *text, int32_t number)
{
    if (number != 0)
        text_add_format(text, "%d", (int)number);
    text_add_string(text, ",");
}

static void add_csv(struct text *text)
{
    const lg_batch *batch;
    uint32_t i;

    text_add_string(text, "number,announced,published,confirmed,rules,grade,source\n");
    for (i = 0; (batch = lg_batch_at(i)) != NULL; i++) {
        const char *grade = lg_grade_name(batch->grade);
        text_add_format(text, "%d,", (int)batch->number);
        date_add(text, batch->announced);
        text_add_string(text, ",");
        add_csv_number(text, batch->published);
        add_csv_number(text, batch->confirmed);
        text_add_format(text, "%s,%s,", batch->rules, grade != NULL ? grade : "");
        cell_add(text, span_of(batch->source));
        text_add_string(text, "\n");
    }
}

int command_batches(const struct options *options)
{
    struct text text = {0};
    bool written;

    if (strcmp(options->format, "json") == 0)
        add_json(&text);
    else if (strcmp(options->format, "csv") == 0)
        add_csv(&text);
    else
        add_text(&text, options->language);
    written = output_print(&text);
    text_free(&text);
    return written ? STATUS_DONE : STATUS_UNUSABLE;
}
