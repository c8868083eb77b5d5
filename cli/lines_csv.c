/* SPDX-License-Identifier: Apache-2.0 */
/* screen --format csv: labels as they came in, then words, and facts joined by ';'. */
#include "lines.h"

#include "cells.h"

static void add_head(const struct lines *lines, struct text *text)
{
    uint32_t i;

    for (i = 0; i < lines->header->label_count; i++)
        text_add_format(text, "%s,", header_label_name(lines->header, i));
    text_add_string(text, "verdict");
    for (i = 1; i < lines->criterion_count; i++)
        text_add_format(text, ",%s", lg_ruleset_criterion(lines->rules, i)->id);
    text_add_string(text, lines->assumes ? ",missing,assumed\n" : ",missing\n");
}

static void begin_label(const struct lines *lines, size_t label, struct text *text)
{
    (void)lines;
    (void)label;
    (void)text;
}

static void add_label(const struct lines *lines, struct span label, bool in_error, struct text *text)
{
    cell_add_label(text, label, lines->reader, in_error);
    text_add(text, ",", 1);
}

static void add_word(const struct lines *lines, uint32_t criterion, const char *word, struct text *text)
{
    (void)lines;
    text_add_string(text, criterion > 0 ? "," : "");
    text_add_string(text, word);
}

static void begin_list(const struct lines *lines, const char *name, struct text *text)
{
    (void)lines;
    (void)name;
    text_add_string(text, ",");
}

static void add_fact(const char *fact, struct text *text) { text_add_string(text, fact); }

const struct line_format LINES_CSV = {"csv",      add_head, begin_label, add_label, add_word,
                                      begin_list, add_fact, ";",         "",        "\n"};
