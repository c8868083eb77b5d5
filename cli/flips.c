/* SPDX-License-Identifier: Apache-2.0 */
/* Counts flips and their causes. */
#include "flips.h"

#include <stdlib.h>
#include <string.h>

enum { NUMBER_COLUMNS = 12, VERDICT_COLUMNS = 16, MOST_CAUSES = 10 };

static const lg_verdict ORDER[VERDICTS] = {LG_MET, LG_NOT_MET, LG_UNKNOWN, LG_NOT_APPLICABLE};

static uint32_t criteria(const struct flips *flips, size_t side)
{
    return lg_ruleset_describe(flips->rules[side])->criterion_count;
}

static uint32_t causes_per_flip(const struct flips *flips) { return criteria(flips, 0) + criteria(flips, 1); }

/* The counters of one kind of flip: the criteria of the side before, then those of the side after. */
static uint64_t *causes_of(const struct flips *flips, lg_verdict before, lg_verdict after)
{
    return flips->causes + (size_t)(before * VERDICTS + after) * causes_per_flip(flips);
}

void flips_begin(struct flips *flips, const lg_ruleset *before, const lg_ruleset *after)
{
    memset(flips, 0, sizeof *flips);
    flips->rules[0] = before;
    flips->rules[1] = after;
    flips->causes = memory_get((size_t)VERDICTS * VERDICTS * causes_per_flip(flips), sizeof *flips->causes);
}

void flips_end(struct flips *flips) { free(flips->causes); }

void flips_count(struct flips *flips, lg_verdict before, lg_verdict after, const lg_cause *causes, uint32_t count)
{
    uint64_t *counters = causes_of(flips, before, after);
    uint32_t i;

    flips->pairs[before][after]++;
    flips->changed += before != after;
    for (i = 0; i < count; i++)
        counters[causes[i].criterion + (causes[i].side == 0 ? 0 : criteria(flips, 0))]++;
}

void flips_add_cause(struct text *text, const struct flips *flips, uint32_t side, uint32_t criterion)
{
    text_add_format(text, "%s:%s", side == 0 ? "before" : "after",
                    lg_ruleset_criterion(flips->rules[side], criterion)->id);
}

/* ------------------------------------------------------------------------------ tables */

static void add_count_line(struct text *text, uint64_t count, const char *what)
{
    text_add_aligned_count(text, count, NUMBER_COLUMNS);
    text_add_format(text, "  %s\n", what);
}

static void add_counts(struct text *text, const struct flips *flips, bool two_files)
{
    add_count_line(text, flips->rows, "rows");
    add_count_line(text, flips->changed, "changed");
    add_count_line(text, flips->in_error, "in error");
    if (two_files) {
        add_count_line(text, flips->only[0], "only in the first file");
        add_count_line(text, flips->only[1], "only in the second file");
    }
}

static bool occurs_before(const struct flips *flips, lg_verdict verdict)
{
    return (flips->pairs[verdict][0] | flips->pairs[verdict][1] | flips->pairs[verdict][2] |
            flips->pairs[verdict][3]) != 0;
}

static bool occurs_after(const struct flips *flips, lg_verdict verdict)
{
    return (flips->pairs[0][verdict] | flips->pairs[1][verdict] | flips->pairs[2][verdict] |
            flips->pairs[3][verdict]) != 0;
}

static void add_heading(struct text *text, const struct flips *flips)
{
    size_t line = text->length;
    size_t i;

    text_add_string(text, "before \\ after");
    text_pad(text, line, VERDICT_COLUMNS);
    for (i = 0; i < VERDICTS; i++) {
        if (occurs_after(flips, ORDER[i]))
            text_add_right(text, lg_verdict_name(ORDER[i]), VERDICT_COLUMNS);
    }
    text_add_string(text, "\n");
}

/* Rows and columns without a count are left out. */
static void add_pairs(struct text *text, const struct flips *flips)
{
    size_t before;
    size_t after;

    add_heading(text, flips);
    for (before = 0; before < VERDICTS; before++) {
        size_t line = text->length;
        if (!occurs_before(flips, ORDER[before]))
            continue;
        text_add_string(text, lg_verdict_name(ORDER[before]));
        text_pad(text, line, VERDICT_COLUMNS);
        for (after = 0; after < VERDICTS; after++) {
            if (occurs_after(flips, ORDER[after]))
                text_add_aligned_count(text, flips->pairs[ORDER[before]][ORDER[after]], VERDICT_COLUMNS);
        }
        text_add_string(text, "\n");
    }
}

/* The cause with the most counts that has fewer than the last one told, or as many and comes later;
 * the number of causes if there is none. */
static uint32_t next_most(const uint64_t *counters, uint32_t count, uint32_t last)
{
    uint32_t best = count;
    uint32_t i;

    for (i = 0; i < count; i++) {
        bool is_told = last < count && (counters[i] > counters[last] || (counters[i] == counters[last] && i <= last));
        if (counters[i] > 0 && !is_told && (best == count || counters[i] > counters[best]))
            best = i;
    }
    return best;
}

static void add_causes(struct text *text, const struct flips *flips, lg_verdict before, lg_verdict after)
{
    const uint64_t *counters = causes_of(flips, before, after);
    uint32_t count = causes_per_flip(flips);
    uint32_t first = criteria(flips, 0);
    uint32_t cause = next_most(counters, count, count);
    size_t told;

    text_add_format(text, "%s -> %s: ", lg_verdict_name(before), lg_verdict_name(after));
    text_add_count(text, flips->pairs[before][after]);
    text_add_string(text, ", most often because of\n");
    for (told = 0; told < MOST_CAUSES && cause < count; told++) {
        struct text name = {0};
        flips_add_cause(&name, flips, cause >= first, cause >= first ? cause - first : cause);
        add_count_line(text, counters[cause], text_string(&name));
        text_free(&name);
        cause = next_most(counters, count, cause);
    }
}

void flips_add(struct text *text, const struct flips *flips, bool two_files, bool assumes)
{
    size_t before;
    size_t after;

    add_counts(text, flips, two_files);
    add_pairs(text, flips);
    for (before = 0; before < VERDICTS; before++) {
        for (after = 0; after < VERDICTS; after++) {
            if (before != after && flips->pairs[ORDER[before]][ORDER[after]] > 0)
                add_causes(text, flips, ORDER[before], ORDER[after]);
        }
    }
    if (!assumes)
        return;
    text_add_string(text, "assumptions (--assume) matter in ");
    text_add_plural(text, flips->on_assumptions, "row\n", "rows\n");
}
