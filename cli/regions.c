/* SPDX-License-Identifier: Apache-2.0 */
/* Keeps counts by region and lays them out as a table. */
#include "regions.h"

#include <stdlib.h>
#include <string.h>

#include "phrases.h"

enum { MOST_REGIONS = 10000, REGIONS_AT_FIRST = 64, NAME_COLUMNS = 40, GAP = 2, SMALLEST_COLUMN = 9 };

struct line {
    const char *name;
    const struct level_counts *counts;
};

void regions_free(struct regions *regions)
{
    keys_free(&regions->names);
    free(regions->counts);
}

/* ---------------------------------------------------------------------------- counting */

static struct level_counts *counts_of(struct regions *regions, struct span name)
{
    size_t number = keys_find(&regions->names, name);
    bool is_new;

    if (number != KEY_NONE)
        return &regions->counts[number];
    if (regions->names.count == MOST_REGIONS)
        return &regions->others;
    number = keys_add(&regions->names, name, &is_new);
    if (number >= regions->room) {
        regions->room = regions->room == 0 ? REGIONS_AT_FIRST : 2 * regions->room;
        regions->counts = memory_resize(regions->counts, regions->room, sizeof *regions->counts);
    }
    memset(&regions->counts[number], 0, sizeof *regions->counts);
    return &regions->counts[number];
}

void regions_count(struct regions *regions, struct span region, lg_level level)
{
    struct text name = {0};
    struct span span;

    text_add_visible(&name, region, NAME_COLUMNS);
    span.bytes = text_string(&name);
    span.length = name.length;
    if (region.length == 0)
        regions->unnamed.of[level]++;
    else
        counts_of(regions, span)->of[level]++;
    regions->all.of[level]++;
    text_free(&name);
}

/* ------------------------------------------------------------------------------- table */

static uint64_t sum(const struct level_counts *counts)
{
    return counts->of[0] + counts->of[1] + counts->of[2] + counts->of[3];
}

static int by_name(const void *a, const void *b)
{
    const struct line *left = a;
    const struct line *right = b;

    return strcmp(left->name, right->name);
}

static void append(struct line *lines, size_t *count, const char *name, const struct level_counts *counts)
{
    if (sum(counts) == 0)
        return;
    lines[*count].name = name;
    lines[(*count)++].counts = counts;
}

/* Lines of the table, the total last; gives their number. */
static size_t lay_out(const struct regions *regions, lg_language language, struct line *lines)
{
    size_t count = 0;
    size_t i;

    for (i = 0; i < regions->names.count; i++)
        append(lines, &count, regions->names.keys[i].bytes, &regions->counts[i]);
    qsort(lines, count, sizeof *lines, by_name);
    append(lines, &count, phrase(PHRASE_OTHER_REGIONS, language), &regions->others);
    append(lines, &count, phrase(PHRASE_NO_REGION, language), &regions->unnamed);
    lines[count].name = phrase(PHRASE_TOTAL, language);
    lines[count++].counts = &regions->all;
    return count;
}

static size_t column_of(lg_level level, lg_language language)
{
    size_t width = text_width(lg_level_text(level, language));

    return GAP + (width < SMALLEST_COLUMN ? SMALLEST_COLUMN : width);
}

static void add_heading(struct text *text, size_t widest, lg_language language)
{
    size_t line = text->length;
    lg_level level;

    text_add_string(text, phrase(PHRASE_REGION, language));
    text_pad(text, line, widest);
    for (level = LEVEL_COUNT - 1; level >= 0; level--)
        text_add_right(text, lg_level_text(level, language), column_of(level, language));
    text_add_string(text, "\n");
}

static void add_line(struct text *text, const struct line *that, size_t widest, lg_language language)
{
    size_t line = text->length;
    lg_level level;

    text_add_string(text, that->name);
    text_pad(text, line, widest);
    for (level = LEVEL_COUNT - 1; level >= 0; level--)
        text_add_aligned_count(text, that->counts->of[level], column_of(level, language));
    text_add_string(text, "\n");
}

void regions_add(struct text *text, const struct regions *regions, lg_language language)
{
    struct line *lines = memory_get(regions->names.count + 3, sizeof *lines);
    size_t count = lay_out(regions, language, lines);
    size_t widest = text_width(phrase(PHRASE_REGION, language));
    size_t i;

    for (i = 0; i < count; i++) {
        size_t width = text_width(lines[i].name);
        widest = width > widest ? width : widest;
    }
    add_heading(text, widest, language);
    for (i = 0; i < count; i++)
        add_line(text, &lines[i], widest, language);
    free(lines);
}
