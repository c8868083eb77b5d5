/* SPDX-License-Identifier: Apache-2.0 */
/* Quotes cells and makes labels fit for where they go. */
#include "cells.h"

#include <limits.h>

#include <csv.h>

enum { LABEL_COLUMNS_ON_TERMINAL = 200 };

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

/* A cell with these, or with spaces at its ends that a reader might trim, stands in quotes. */
static bool needs_quotes(struct span cell)
{
    static const bool SPECIAL[UCHAR_MAX + 1] = {
        [','] = true, ['"'] = true, ['\r'] = true, ['\n'] = true, ['\0'] = true};
    size_t i;

    if (cell.length == 0)
        return false;
    for (i = 0; i < cell.length; i++) {
        if (SPECIAL[(unsigned char)cell.bytes[i]])
            return true;
    }
    return is_blank(cell.bytes[0]) || is_blank(cell.bytes[cell.length - 1]);
}

void cell_add(struct text *text, struct span cell)
{
    if (!needs_quotes(cell)) {
        text_add(text, cell.bytes, cell.length);
        return;
    }
    text_reserve(text, 2 * cell.length + 2);
    text->length += csv_write2(text->bytes + text->length, 2 * cell.length + 2, cell.bytes, cell.length, '"');
    text->bytes[text->length] = '\0';
}

void cell_add_label(struct text *text, struct span label, bool to_terminal, bool in_error)
{
    struct text changed = {0};
    struct span span;

    if (!to_terminal && !in_error) {
        cell_add(text, label);
        return;
    }
    if (to_terminal)
        text_add_visible(&changed, label, LABEL_COLUMNS_ON_TERMINAL);
    else
        text_add_repaired(&changed, label);
    span.bytes = text_string(&changed);
    span.length = changed.length;
    cell_add(text, span);
    text_free(&changed);
}
