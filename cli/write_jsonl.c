/* SPDX-License-Identifier: Apache-2.0 */
/* screen --format jsonl: one flat object per line, the same keys in the same order as in CSV. */
#include "writers.h"

#include <stdlib.h>

#include "json.h"

/* Only labels pass through the JSON library for every row; keys are made once, and words and fact
 * names need no escapes. */
struct jsonl_writer {
    const struct judge *judge;
    struct text *keys; /* {"id": then ,"verdict": and so on, in the order of the columns */
    size_t key_count;
};

static void add_key(struct jsonl_writer *writer, const char *name)
{
    struct text *key;

    writer->keys = memory_resize(writer->keys, writer->key_count + 1, sizeof *writer->keys);
    key = &writer->keys[writer->key_count];
    *key = (struct text){0};
    text_add_string(key, writer->key_count == 0 ? "{" : ",");
    json_add(key, json_text(name), JSON_ENCODE_ANY);
    text_add_string(key, ":");
    writer->key_count++;
}

static void *begin_jsonl(const struct judge *judge, const struct output *output, lg_language language,
                         struct text *text)
{
    struct jsonl_writer *writer = memory_get(1, sizeof *writer);
    uint32_t i;

    (void)output;
    (void)language;
    (void)text;
    writer->judge = judge;
    for (i = 0; i < judge->header->label_count; i++)
        add_key(writer, header_label_name(judge->header, i));
    add_key(writer, "verdict");
    for (i = 1; i < judge->about->criterion_count; i++)
        add_key(writer, lg_ruleset_criterion(judge->rules, i)->id);
    add_key(writer, "missing");
    add_key(writer, "assumed");
    return writer;
}

static void add_key_text(const struct jsonl_writer *writer, size_t key, struct text *text)
{
    text_add(text, writer->keys[key].bytes, writer->keys[key].length);
}

static void add_word(const struct jsonl_writer *writer, size_t key, const char *word, struct text *text)
{
    add_key_text(writer, key, text);
    text_add(text, "\"", 1);
    text_add_string(text, word);
    text_add(text, "\"", 1);
}

static void add_fact(struct text *text, uint32_t i, uint32_t fact)
{
    text_add_string(text, i > 0 ? ",\"" : "\"");
    text_add_string(text, lg_fact_describe(fact)->name);
    text_add(text, "\"", 1);
}

static void add_missing(const struct jsonl_writer *writer, size_t key, struct text *text)
{
    const struct row *row = &writer->judge->row;
    uint32_t i;

    add_key_text(writer, key, text);
    text_add(text, "[", 1);
    for (i = 0; !row->remarks.in_error && i < row->missing_count; i++)
        add_fact(text, i, row->missing[i].fact);
    text_add(text, "]", 1);
}

static void add_assumed(const struct jsonl_writer *writer, size_t key, struct text *text)
{
    const struct row *row = &writer->judge->row;
    uint32_t i;

    add_key_text(writer, key, text);
    text_add(text, "[", 1);
    for (i = 0; !row->remarks.in_error && i < row->assumed_count; i++)
        add_fact(text, i, row->assumed[i]);
    text_add(text, "]", 1);
}

static void row_jsonl(void *state, struct text *text)
{
    const struct jsonl_writer *writer = state;
    const struct judge *judge = writer->judge;
    size_t key = 0;
    uint32_t i;

    for (; key < judge->header->label_count; key++) {
        add_key_text(writer, key, text);
        json_add(text, json_bytes(judge_label(judge, key)), JSON_ENCODE_ANY);
    }
    add_word(writer, key++, row_word(&judge->row), text);
    for (i = 1; i < judge->row.finding_count; i++)
        add_word(writer, key++, row_criterion_word(&judge->row, i), text);
    add_missing(writer, key++, text);
    if (judge->assumptions->count > 0)
        add_assumed(writer, key, text);
    text_add(text, "}\n", 2);
}

static void end_jsonl(void *state, struct text *text)
{
    struct jsonl_writer *writer = state;
    size_t i;

    (void)text;
    for (i = 0; i < writer->key_count; i++)
        text_free(&writer->keys[i]);
    free(writer->keys);
    free(writer);
}

const struct writer WRITER_JSONL = {"jsonl", begin_jsonl, row_jsonl, end_jsonl};
