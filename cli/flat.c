/* SPDX-License-Identifier: Apache-2.0 */
/* Writes rows of flat tables. */
#include "flat.h"

#include <string.h>

#include "cells.h"
#include "json.h"

void flat_begin(struct flat *flat, const struct options *options, const struct output *output,
                const struct header *header, const struct flat_column *columns, size_t count)
{
    flat->is_jsonl = strcmp(options->format, "jsonl") == 0;
    flat->reader.is_terminal = output->is_terminal;
    flat->reader.takes_formulas = options->guard_formulas;
    flat->columns = columns;
    flat->count = count;
    flat->header = header;
}

void flat_add_to_list(struct text *list, const char *word)
{
    text_add_string(list, list->length > 0 ? ";" : "");
    text_add_string(list, word);
}

void flat_add_head(const struct flat *flat, struct text *text)
{
    size_t i;

    if (flat->is_jsonl)
        return;
    for (i = 0; i < flat->header->label_count; i++)
        text_add_format(text, "%s,", header_label_name(flat->header, i));
    for (i = 0; i < flat->count; i++)
        text_add_format(text, "%s%s", i > 0 ? "," : "", flat->columns[i].name);
    text_add_string(text, "\n");
}

/* ---------------------------------------------------------------------------------- CSV */

static void add_csv_row(const struct flat *flat, const struct span *labels, bool in_error, const struct text *values,
                        struct text *text)
{
    size_t i;

    for (i = 0; i < flat->header->label_count; i++) {
        cell_add_label(text, labels[i], flat->reader, in_error);
        text_add(text, ",", 1);
    }
    for (i = 0; i < flat->count; i++) {
        text_add(text, ",", i > 0 ? 1 : 0);
        text_add_string(text, text_string(&values[i]));
    }
    text_add(text, "\n", 1);
}

/* --------------------------------------------------------------------------- JSON lines */

static void add_array(struct text *text, const char *words)
{
    const char *end;

    text_add(text, "[", 1);
    for (; *words != '\0'; words = *end == ';' ? end + 1 : end) {
        end = words + strcspn(words, ";");
        text_add_format(text, "\"%.*s\"%s", (int)(end - words), words, *end == ';' ? "," : "");
    }
    text_add(text, "]", 1);
}

static void add_value(struct text *text, enum flat_kind kind, const char *value)
{
    switch (kind) {
    case FLAT_LIST:
        add_array(text, value);
        break;
    case FLAT_NUMBER:
        text_add_string(text, *value == '\0' ? "null" : value);
        break;
    default:
        text_add_format(text, "\"%s\"", value);
        break;
    }
}

static void add_jsonl_row(const struct flat *flat, const struct span *labels, const struct text *values,
                          struct text *text)
{
    size_t labels_count = flat->header->label_count;
    size_t i;

    for (i = 0; i < labels_count; i++) {
        text_add_format(text, "%s\"%s\":", i > 0 ? "," : "{", header_label_name(flat->header, i));
        json_add_string(text, labels[i]);
    }
    for (i = 0; i < flat->count; i++) {
        text_add_format(text, "%s\"%s\":", i + labels_count > 0 ? "," : "{", flat->columns[i].name);
        add_value(text, flat->columns[i].kind, text_string(&values[i]));
    }
    text_add(text, "}\n", 2);
}

void flat_add_row(const struct flat *flat, const struct span *labels, bool in_error, const struct text *values,
                  struct text *text)
{
    if (flat->is_jsonl)
        add_jsonl_row(flat, labels, values, text);
    else
        add_csv_row(flat, labels, in_error, values, text);
}
