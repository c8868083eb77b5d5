/* SPDX-License-Identifier: Apache-2.0 */
/* Keeps the nearest enterprises and says in words what their first steps are. */
#include "coaching.h"

#include <stdlib.h>
#include <string.h>

#include "phrases.h"
#include "wording.h"

enum { FIRST_STEPS = 3, NAME_COLUMNS = 60, STEP_INDENT = 8, LINE_COLUMNS = 100 };

void coaching_begin(struct coaching *coaching, size_t wanted, lg_language language)
{
    memset(coaching, 0, sizeof *coaching);
    coaching->wanted = wanted;
    coaching->language = language;
    coaching->entries = memory_get(wanted, sizeof *coaching->entries);
}

void coaching_end(struct coaching *coaching)
{
    size_t i;

    for (i = 0; i < coaching->kept; i++)
        text_free(&coaching->entries[i].words);
    free(coaching->entries);
}

/* ------------------------------------------------------------------------------- words */

static void add_label(struct text *text, const struct reading *reading, const char *label, const char *before)
{
    size_t i = reading_label(reading, label);

    if (i == LABEL_COUNT || reading->labels[i].length == 0)
        return;
    text_add_string(text, before);
    text_add_visible(text, reading->labels[i], NAME_COLUMNS);
}

static void add_name(struct text *text, const struct reading *reading, lg_language language)
{
    size_t before = text->length;

    add_label(text, reading, "name", "");
    add_label(text, reading, "id", text->length > before ? ", id " : "id ");
    text_add_format(text, "%s%s %llu", text->length > before ? ", " : "", phrase(PHRASE_LINE, language),
                    (unsigned long long)reading->judge.row.line);
}

/* "+1,234.00 yuan" of a fact, "+5 points" of a pass mark, or what is demanded. */
static void add_change(struct text *text, const lg_ruleset *rules, const lg_step *step, lg_language language)
{
    text_add_string(text, step->change > 0 ? "+" : "");
    if (step->lever != LG_FACT_NONE) {
        wording_add_value(text, step->lever, step->change, language);
        text_add_format(text, " (%s)", lg_fact_title(step->lever, language));
    } else if (lg_ruleset_criterion(rules, step->criterion)->kind == LG_KIND_PASS_MARK) {
        text_add_points(text, step->change);
        text_add_format(text, " %s", lg_unit_text(LG_UNIT_POINTS, language));
    }
}

static void add_step(struct text *text, const lg_ruleset *rules, const lg_step *step, lg_language language)
{
    struct text line = {0};

    text_add_format(&line, "%s: ", lg_criterion_title(rules, step->criterion, language));
    if (step->verdict == LG_UNKNOWN)
        text_add_string(&line, lg_reason_text(step->reason, language));
    else if (step->change != 0)
        add_change(&line, rules, step, language);
    else
        wording_add_requirement(&line, rules, step->criterion, language);
    text_pad(text, text->length, STEP_INDENT);
    text_add_wrapped(text, text_string(&line), STEP_INDENT, LINE_COLUMNS);
    text_add_string(text, "\n");
    text_free(&line);
}

static void describe(struct text *text, const struct reading *reading, const struct way *way, lg_language language)
{
    uint32_t i;

    add_name(text, reading, language);
    text_add_format(text, " -> %s: %u %s, %u %s\n", lg_level_text(way->rung->level, language),
                    (unsigned)way->rung->not_met, lg_verdict_text(LG_NOT_MET, language), (unsigned)way->rung->unknown,
                    lg_verdict_text(LG_UNKNOWN, language));
    for (i = 0; i < way->count && i < FIRST_STEPS; i++)
        add_step(text, way->rung->rules, &way->steps[i], language);
    if (way->count <= FIRST_STEPS)
        return;
    text_pad(text, text->length, STEP_INDENT);
    text_add_format(text, "+ %u\n", (unsigned)(way->count - FIRST_STEPS));
}

/* ---------------------------------------------------------------------------- the list */

static bool is_nearer(struct distance a, struct distance b)
{
    return a.not_met != b.not_met ? a.not_met < b.not_met : a.unknown < b.unknown;
}

/* Opens a place behind all that are as near; the farthest entry goes if the list is full. */
static struct entry *open_place(struct coaching *coaching, struct distance distance)
{
    size_t place = coaching->kept;

    if (coaching->kept == coaching->wanted)
        text_free(&coaching->entries[--place].words);
    else
        coaching->kept++;
    for (; place > 0 && is_nearer(distance, coaching->entries[place - 1].distance); place--)
        coaching->entries[place] = coaching->entries[place - 1];
    memset(&coaching->entries[place], 0, sizeof *coaching->entries);
    return &coaching->entries[place];
}

void coaching_offer(struct coaching *coaching, const struct reading *reading, const struct way *way)
{
    struct distance distance = {way->rung->not_met, way->rung->unknown};
    struct entry *entry;

    coaching->offered++;
    if (coaching->kept == coaching->wanted &&
        (coaching->kept == 0 || !is_nearer(distance, coaching->entries[coaching->kept - 1].distance)))
        return;
    entry = open_place(coaching, distance);
    entry->distance = distance;
    describe(&entry->words, reading, way, coaching->language);
}

void coaching_add(struct text *text, const struct coaching *coaching)
{
    size_t i;

    if (coaching->kept == 0)
        return;
    text_add_format(text, "%s (", phrase(PHRASE_NEAREST, coaching->language));
    text_add_count(text, coaching->kept);
    text_add_string(text, "/");
    text_add_count(text, coaching->offered);
    text_add_string(text, ")\n");
    for (i = 0; i < coaching->kept; i++) {
        text_add_aligned_count(text, i + 1, 4);
        text_add_format(text, ". %s", text_string(&coaching->entries[i].words));
    }
}
