/* SPDX-License-Identifier: Apache-2.0 */
/* Puts lines together from phrases that were made once. */
#include "lines.h"

#include <stdlib.h>
#include <string.h>

#include "factset.h"

/* Phrases are copied in blocks of so many bytes, since a copy of known length takes no call. */
enum { BLOCK = 16 };

static const struct line_format *const FORMATS[] = {&LINES_CSV, &LINES_JSONL};

static const uint64_t NO_FACTS[4] = {0, 0, 0, 0};

/* ------------------------------------------------------------------------------ phrases */

/* Takes what was built, and clears it for the next phrase. */
static void keep(struct phrase *phrase, struct text *built)
{
    phrase->length = built->length;
    phrase->bytes = memory_get((built->length / BLOCK + 1) * BLOCK, 1);
    memcpy(phrase->bytes, text_string(built), built->length);
    text_clear(built);
}

static void keep_string(struct phrase *phrase, const char *string, struct text *scratch)
{
    text_add_string(scratch, string);
    keep(phrase, scratch);
}

static const char *word_of(uint32_t word) { return word == WORD_ERROR ? "error" : lg_verdict_name((lg_verdict)word); }

static void keep_words(struct lines *lines, uint32_t criterion, struct text *scratch)
{
    size_t longest = 0;
    uint32_t word;

    for (word = 0; word < WORD_COUNT; word++) {
        lines->format->add_word(lines, criterion, word_of(word), scratch);
        longest = scratch->length > longest ? scratch->length : longest;
        keep(&lines->words[criterion][word], scratch);
    }
    lines->longest += longest;
}

static void keep_labels(struct lines *lines, struct text *scratch)
{
    size_t i;

    for (i = 0; i < lines->header->label_count; i++) {
        lines->format->begin_label(lines, i, scratch);
        keep(&lines->labels[i], scratch);
    }
}

static void keep_facts(struct lines *lines, struct text *scratch)
{
    const struct line_format *format = lines->format;
    uint32_t fact;

    format->begin_list(lines, "missing", scratch);
    keep(&lines->missing, scratch);
    format->begin_list(lines, "assumed", scratch);
    keep(&lines->assumed, scratch);
    keep_string(&lines->separator, format->separator, scratch);
    keep_string(&lines->list_end, format->list_end, scratch);
    lines->longest += lines->missing.length + lines->assumed.length + 2 * lines->list_end.length;
    for (fact = 0; fact < lg_fact_count(); fact++) {
        format->add_fact(lg_fact_describe(fact)->name, scratch);
        keep(&lines->facts[fact], scratch);
        lines->longest += 2 * (lines->facts[fact].length + lines->separator.length);
    }
}

/* The options have taken no format but these. */
static const struct line_format *find_format(const char *name)
{
    size_t i = sizeof FORMATS / sizeof *FORMATS - 1;

    while (i > 0 && strcmp(FORMATS[i]->name, name) != 0)
        i--;
    return FORMATS[i];
}

void lines_begin(struct lines *lines, const char *format, const struct header *header, const lg_ruleset *rules,
                 const struct assumptions *assumptions, struct cell_reader reader)
{
    struct text scratch = {0};
    uint32_t criterion;

    memset(lines, 0, sizeof *lines);
    lines->format = find_format(format);
    lines->header = header;
    lines->rules = rules;
    lines->criterion_count = lg_ruleset_describe(rules)->criterion_count;
    lines->reader = reader;
    lines->assumes = assumptions->count > 0;
    lines->words = memory_get(lines->criterion_count, sizeof *lines->words);
    lines->facts = memory_get(lg_fact_count(), sizeof *lines->facts);
    keep_labels(lines, &scratch);
    for (criterion = 0; criterion < lines->criterion_count; criterion++)
        keep_words(lines, criterion, &scratch);
    keep_facts(lines, &scratch);
    keep_string(&lines->line_end, lines->format->line_end, &scratch);
    lines->longest += lines->line_end.length + BLOCK;
    text_free(&scratch);
}

void lines_end(struct lines *lines)
{
    uint32_t i;

    for (i = 0; i < lines->criterion_count * WORD_COUNT; i++)
        free(lines->words[i / WORD_COUNT][i % WORD_COUNT].bytes);
    for (i = 0; i < lg_fact_count(); i++)
        free(lines->facts[i].bytes);
    for (i = 0; i < LABEL_COUNT; i++)
        free(lines->labels[i].bytes);
    free(lines->words);
    free(lines->facts);
    free(lines->missing.bytes);
    free(lines->assumed.bytes);
    free(lines->separator.bytes);
    free(lines->list_end.bytes);
    free(lines->line_end.bytes);
}

/* -------------------------------------------------------------------------------- lines */

/* Writes a phrase and gives the place behind it. There is room for a whole block. */
static char *put(char *to, const struct phrase *phrase)
{
    size_t i = 0;

    do {
        memcpy(to + i, phrase->bytes + i, BLOCK);
        i += BLOCK;
    } while (i < phrase->length);
    return to + phrase->length;
}

static char *put_list(char *to, const struct lines *lines, const struct phrase *beginning, const uint64_t facts[4])
{
    bool is_first = true;
    uint32_t fact;

    to = put(to, beginning);
    for (fact = 0; !factset_is_empty(facts) && fact < lg_fact_count(); fact++) {
        if (!factset_has(facts, fact))
            continue;
        to = is_first ? to : put(to, &lines->separator);
        to = put(to, &lines->facts[fact]);
        is_first = false;
    }
    return put(to, &lines->list_end);
}

static char *put_rest(char *to, const struct lines *lines, const uint64_t missing[4], const uint64_t assumed[4])
{
    to = put_list(to, lines, &lines->missing, missing);
    if (lines->assumes)
        to = put_list(to, lines, &lines->assumed, assumed);
    return put(to, &lines->line_end);
}

static char *make_room(const struct lines *lines, struct text *text)
{
    text_reserve(text, lines->longest);
    return text->bytes + text->length;
}

static void end_at(struct text *text, char *to)
{
    *to = '\0';
    text->length = (size_t)(to - text->bytes);
}

void lines_add_findings(const struct lines *lines, const struct line_findings *findings, struct text *text)
{
    const uint8_t *verdict = findings->verdicts;
    char *to;
    uint32_t i;

    to = make_room(lines, text);
    for (i = 0; i < lines->criterion_count; i++, verdict += findings->step)
        to = put(to, &lines->words[i][*verdict]);
    to = put_rest(to, lines, findings->missing, findings->assumed);
    end_at(text, to);
}

void lines_add_error(const struct lines *lines, struct text *text)
{
    char *to;
    uint32_t i;

    to = make_room(lines, text);
    for (i = 0; i < lines->criterion_count; i++)
        to = put(to, &lines->words[i][WORD_ERROR]);
    to = put_rest(to, lines, NO_FACTS, NO_FACTS);
    end_at(text, to);
}

void lines_add_head(const struct lines *lines, struct text *text) { lines->format->add_head(lines, text); }

void lines_add_labels(const struct lines *lines, const struct intake *intake, bool in_error, struct text *text)
{
    size_t i;

    for (i = 0; i < lines->header->label_count; i++) {
        text_add(text, lines->labels[i].bytes, lines->labels[i].length);
        lines->format->add_label(lines, intake_label(intake, i), in_error, text);
    }
}
