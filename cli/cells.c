/* SPDX-License-Identifier: Apache-2.0 */
/* Quotes cells and makes labels fit for where they go. */
#include "cells.h"

#include <limits.h>
#include <string.h>

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

/* ----------------------------------------------------------------------------- formulas */

/* Digits, maybe with a minus sign and a point among them: what a cell of numbers holds. */
static bool is_plain_number(struct span label)
{
    size_t sign = label.length > 0 && label.bytes[0] == '-';
    size_t points = 0;
    size_t i;

    for (i = sign; i < label.length; i++) {
        bool is_inner_point = label.bytes[i] == '.' && i > sign && i + 1 < label.length;
        if (!is_inner_point && (label.bytes[i] < '0' || label.bytes[i] > '9'))
            return false;
        points += is_inner_point;
    }
    return label.length > sign && points <= 1;
}

bool cell_is_formula(struct span label)
{
    static const char *const BEGINNINGS[] = {
        "=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    size_t at = 0;
    size_t i;

    if (is_plain_number(label))
        return false;
    while (at < label.length && (label.bytes[at] == ' ' || label.bytes[at] == '\''))
        at++;
    for (i = 0; i < sizeof BEGINNINGS / sizeof *BEGINNINGS; i++) {
        size_t length = strlen(BEGINNINGS[i]);
        if (label.length - at >= length && memcmp(label.bytes + at, BEGINNINGS[i], length) == 0)
            return true;
    }
    return false;
}

/* ------------------------------------------------------------------------------- labels */

void cell_add_label(struct text *text, struct span label, struct cell_reader reader, bool in_error)
{
    struct text changed = {0};
    bool guard = reader.takes_formulas && cell_is_formula(label);
    struct span span;

    if (!reader.is_terminal && !in_error && !guard) {
        cell_add(text, label);
        return;
    }
    text_add_string(&changed, guard ? "'" : "");
    if (reader.is_terminal)
        text_add_visible(&changed, label, LABEL_COLUMNS_ON_TERMINAL);
    else if (in_error)
        text_add_repaired(&changed, label);
    else
        text_add(&changed, label.bytes, label.length);
    span.bytes = text_string(&changed);
    span.length = changed.length;
    cell_add(text, span);
    text_free(&changed);
}
