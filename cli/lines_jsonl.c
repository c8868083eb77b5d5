/* SPDX-License-Identifier: Apache-2.0 */
/* screen --format jsonl: one flat object per line, the same keys in the same order as in CSV. */
#include "lines.h"

#include "json.h"

static void add_head(const struct lines *lines, struct text *text)
{
    (void)lines;
    (void)text;
}

static void add_key(struct text *text, bool is_first, const char *name)
{
    text_add_string(text, is_first ? "{" : ",");
    json_add_string(text, span_of(name));
    text_add_string(text, ":");
}

static void begin_label(const struct lines *lines, size_t label, struct text *text)
{
    add_key(text, label == 0, header_label_name(lines->header, label));
}

static void add_label(const struct lines *lines, struct span label, bool in_error, struct text *text)
{
    (void)lines;
    (void)in_error;
    json_add_string(text, label);
}

static void add_word(const struct lines *lines, uint32_t criterion, const char *word, struct text *text)
{
    const char *key = criterion == 0 ? "verdict" : lg_ruleset_criterion(lines->rules, criterion)->id;

    add_key(text, criterion == 0 && lines->header->label_count == 0, key);
    text_add_format(text, "\"%s\"", word); /* words and names of facts need no escapes */
}

static void begin_list(const struct lines *lines, const char *name, struct text *text)
{
    (void)lines;
    add_key(text, false, name);
    text_add_string(text, "[");
}

static void add_fact(const char *fact, struct text *text) { text_add_format(text, "\"%s\"", fact); }

const struct line_format LINES_JSONL = {"jsonl",    add_head, begin_label, add_label, add_word,
                                        begin_list, add_fact, ",",         "]",       "}\n"};
