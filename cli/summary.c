/* SPDX-License-Identifier: Apache-2.0 */
/* Counts what came out and tells it at the end. */
#include "summary.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "columns.h"
#include "factset.h"
#include "message.h"

enum { NUMBER_COLUMNS = 12, MOST_MISSING = 10 };

/* Order of the columns, the same in all tables. */
static const lg_verdict ORDER[VERDICT_COUNT] = {LG_MET, LG_NOT_MET, LG_UNKNOWN, LG_NOT_APPLICABLE};

void summary_begin(struct summary *summary, const lg_ruleset *rules, const struct assumptions *assumptions)
{
    memset(summary, 0, sizeof *summary);
    summary->rules = rules;
    summary->about = lg_ruleset_describe(rules);
    summary->assumptions = assumptions;
    summary->criteria = memory_get(summary->about->criterion_count, sizeof *summary->criteria);
    summary->missing = memory_get(lg_fact_count(), sizeof *summary->missing);
    summary->assumed = memory_get(lg_fact_count(), sizeof *summary->assumed);
}

void summary_end(struct summary *summary)
{
    free(summary->criteria);
    free(summary->missing);
    free(summary->assumed);
}

/* ---------------------------------------------------------------------------- counting */

static bool count_facts(uint64_t *counts, const uint64_t facts[4])
{
    uint32_t fact;

    if ((facts[0] | facts[1] | facts[2] | facts[3]) == 0)
        return false;
    for (fact = 0; fact < lg_fact_count(); fact++)
        counts[fact] += factset_has(facts, fact);
    return true;
}

void summary_count_missing(struct summary *summary, const uint64_t missing[4])
{
    count_facts(summary->missing, missing);
}

void summary_count_assumed(struct summary *summary, const uint64_t assumed[4])
{
    summary->on_assumptions += count_facts(summary->assumed, assumed);
}

void summary_join(struct summary *summary, const struct summary *other)
{
    uint32_t i;
    size_t verdict;

    summary->rows += other->rows;
    summary->in_error += other->in_error;
    summary->warned += other->warned;
    summary->on_assumptions += other->on_assumptions;
    for (i = 0; i < summary->about->criterion_count; i++) {
        for (verdict = 0; verdict < VERDICT_COUNT; verdict++)
            summary->criteria[i][verdict] += other->criteria[i][verdict];
    }
    for (i = 0; i < lg_fact_count(); i++) {
        summary->missing[i] += other->missing[i];
        summary->assumed[i] += other->assumed[i];
    }
}

/* ------------------------------------------------------------------------------ tables */

static void add_count_line(struct text *text, uint64_t count, const char *what)
{
    text_add_aligned_count(text, count, NUMBER_COLUMNS);
    text_add_format(text, "  %s\n", what);
}

static void add_counts(struct text *text, const struct summary *summary)
{
    size_t i;

    add_count_line(text, summary->rows, "rows");
    for (i = 0; i < VERDICT_COUNT; i++)
        add_count_line(text, summary->criteria[0][ORDER[i]], lg_verdict_name(ORDER[i]));
    add_count_line(text, summary->in_error, "in error");
    add_count_line(text, summary->warned, "warned of");
}

static size_t widest_criterion(const struct summary *summary)
{
    size_t widest = text_width("criterion");
    uint32_t i;

    for (i = 1; i < summary->about->criterion_count; i++) {
        size_t width = text_width(lg_ruleset_criterion(summary->rules, i)->id);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static void add_criteria_heading(struct text *text, size_t widest)
{
    size_t line = text->length;
    size_t i;

    text_add_string(text, "criterion");
    text_pad(text, line, widest);
    for (i = 0; i < VERDICT_COUNT; i++)
        text_add_format(text, "  %*s", NUMBER_COLUMNS + 2, lg_verdict_name(ORDER[i]));
    text_add_string(text, "\n");
}

static void add_criteria(struct text *text, const struct summary *summary)
{
    size_t widest = widest_criterion(summary);
    uint32_t criterion;
    size_t i;

    add_criteria_heading(text, widest);
    for (criterion = 1; criterion < summary->about->criterion_count; criterion++) {
        size_t line = text->length;
        text_add_string(text, lg_ruleset_criterion(summary->rules, criterion)->id);
        text_pad(text, line, widest);
        for (i = 0; i < VERDICT_COUNT; i++) {
            text_add_string(text, "  ");
            text_add_aligned_count(text, summary->criteria[criterion][ORDER[i]], NUMBER_COLUMNS + 2);
        }
        text_add_string(text, "\n");
    }
}

/* ------------------------------------------------------------- missing and assumed facts */

/* The fact with the most counts that has fewer than the last one told, or as many and comes later. */
static uint32_t next_most(const uint64_t *counts, uint32_t last)
{
    uint32_t best = LG_FACT_NONE;
    uint32_t fact;

    for (fact = 0; fact < lg_fact_count(); fact++) {
        bool is_told =
            last != LG_FACT_NONE && (counts[fact] > counts[last] || (counts[fact] == counts[last] && fact <= last));
        if (counts[fact] > 0 && !is_told && (best == LG_FACT_NONE || counts[fact] > counts[best]))
            best = fact;
    }
    return best;
}

static void add_missing(struct text *text, const struct summary *summary)
{
    uint32_t fact = next_most(summary->missing, LG_FACT_NONE);
    size_t i;

    if (fact == LG_FACT_NONE)
        return;
    text_add_string(text, "unknown verdicts lack most often\n");
    for (i = 0; i < MOST_MISSING && fact != LG_FACT_NONE; i++) {
        add_count_line(text, summary->missing[fact], lg_fact_describe(fact)->name);
        fact = next_most(summary->missing, fact);
    }
}

static void add_assumed_fact(struct text *text, const struct summary *summary, const lg_default *value)
{
    struct text what = {0};

    column_add_fact(&what, value->fact, value->value);
    add_count_line(text, summary->assumed[value->fact], text_string(&what));
    text_free(&what);
}

static void add_assumed(struct text *text, const struct summary *summary)
{
    const struct assumptions *assumptions = summary->assumptions;
    uint32_t i;

    if (assumptions->count == 0)
        return;
    text_add_string(text, "assumptions (--assume) matter in ");
    text_add_count(text, summary->on_assumptions);
    text_add_string(text, " of ");
    text_add_plural(text, summary->rows - summary->in_error, "verdict\n", "verdicts\n");
    for (i = 0; i < assumptions->count; i++) {
        if (summary->assumed[assumptions->defaults[i].fact] > 0)
            add_assumed_fact(text, summary, &assumptions->defaults[i]);
    }
}

/* ------------------------------------------------------------------------------ telling */

void summary_tell(const struct summary *summary, const char *file)
{
    struct text text = {0};

    text_add_visible(&text, span_of(file), SIZE_MAX / 8);
    text_add_format(&text, " by %s\n", summary->about->id);
    add_counts(&text, summary);
    add_criteria(&text, summary);
    add_missing(&text, summary);
    add_assumed(&text, summary);
    message_block(&text);
    text_free(&text);
}

void summary_tell_shortly(const struct summary *summary)
{
    struct text text = {0};
    size_t i;

    text_add_plural(&text, summary->rows, "row", "rows");
    text_add_format(&text, " by %s:", summary->about->id);
    for (i = 0; i < VERDICT_COUNT; i++) {
        text_add_string(&text, " ");
        text_add_count(&text, summary->criteria[0][ORDER[i]]);
        text_add_format(&text, " %s,", lg_verdict_name(ORDER[i]));
    }
    text_add_string(&text, " ");
    text_add_count(&text, summary->in_error);
    text_add_string(&text, " in error, ");
    text_add_count(&text, summary->warned);
    text_add_string(&text, " warned of\n");
    add_assumed(&text, summary);
    message_block(&text);
    text_free(&text);
}
