/* SPDX-License-Identifier: Apache-2.0 */
/* awards: what a title brings in a place on a day, and how sure that is. */
#include "commands.h"

#include <stdlib.h>
#include <string.h>

#include "cells.h"
#include "date.h"
#include "json.h"
#include "message.h"
#include "nearest.h"
#include "output.h"
#include "phrases.h"

enum { NAME_COLUMNS = 18, LINE_COLUMNS = 100, CODE_DIGITS = 6 };

/* What was asked, and the awards that answer it. */
struct found {
    lg_level title;
    int32_t region;
    int32_t date;
    lg_language language;
    uint32_t *awards; /* indices for lg_award_at() */
    uint32_t count;
    int64_t certain;
    int64_t possible;
    bool has_unknown; /* amounts that no total can hold */
};

/* ------------------------------------------------------------------------------ region */

static const lg_region *region_of(int32_t code)
{
    const lg_region *region;
    uint32_t i;

    for (i = 0; (region = lg_region_at(i)) != NULL && region->code != code; i++)
        continue;
    return region;
}

static const char *region_name(const lg_region *region, lg_language language)
{
    return language == LG_CHINESE ? region->name_zh : region->name;
}

static void report_region(const char *wanted)
{
    const lg_region *region;
    struct nearest nearest;
    struct text names = {0};
    struct text text = {0};
    uint32_t i;

    nearest_begin(&nearest, span_of(wanted));
    for (i = 0; (region = lg_region_at(i)) != NULL; i++) {
        nearest_offer(&nearest, region->name, region->name);
        nearest_offer(&nearest, region->name_zh, region->name_zh);
        text_add_format(&names, "%s%s (%s)", i > 0 ? ", " : "", region->name, region->name_zh);
    }
    text_add_excerpt(&text, span_of(wanted));
    text_add_string(&text, " is no place in the table; ");
    if (nearest_answer(&nearest) != NULL)
        text_add_format(&text, "did you mean %s? ", nearest_answer(&nearest));
    message_call("--region %swrite its six-digit code (GB/T 2260), or one of: %s", text_string(&text),
                 text_string(&names));
    nearest_end(&nearest);
    text_free(&names);
    text_free(&text);
}

/* ASCII letters in any case; other characters as they are. */
static int lower(char letter) { return letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter; }

static bool is_name(const char *wanted, const char *name)
{
    for (; *wanted != '\0' && *name != '\0'; wanted++, name++) {
        if (lower(*wanted) != lower(*name))
            return false;
    }
    return *wanted == *name;
}

static bool find_region(const char *wanted, int32_t *code)
{
    const lg_region *region;
    uint32_t i;

    if (strspn(wanted, "0123456789") == CODE_DIGITS && wanted[CODE_DIGITS] == '\0') {
        *code = (int32_t)strtol(wanted, NULL, 10);
        return true;
    }
    for (i = 0; (region = lg_region_at(i)) != NULL; i++) {
        if (!is_name(wanted, region->name) && strcmp(wanted, region->name_zh) != 0)
            continue;
        *code = region->code;
        return true;
    }
    report_region(wanted);
    return false;
}

/* ------------------------------------------------------------------------------ totals */

static int64_t more(int64_t a, int64_t b) { return a > b ? a : b; }

/* Awards add up where they are said to be paid on top of the others. One that is not may stand in the
 * place of all others, so it counts for the certain total only where it exceeds them, and for the
 * possible total unless it is ruled out. */
static void add_up(struct found *found)
{
    int64_t stacked_low = 0;
    int64_t stacked_high = 0;
    int64_t single_low = 0;
    int64_t single_high = 0;
    uint32_t i;

    for (i = 0; i < found->count; i++) {
        const lg_award *award = lg_award_at(found->awards[i]);
        if (award->selective == 1)
            continue;
        found->has_unknown = found->has_unknown || award->amount_high < 0;
        if (award->cumulative == 1)
            stacked_low += more(award->amount_low, 0);
        else
            single_low = more(single_low, award->amount_low);
        if (award->cumulative >= 0)
            stacked_high += more(award->amount_high, 0);
        else
            single_high = more(single_high, award->amount_high);
    }
    found->certain = more(stacked_low, single_low);
    found->possible = more(stacked_high, single_high);
}

static bool select_awards(struct found *found)
{
    lg_status status = lg_award_select(found->title, found->region, found->date, NULL, 0, &found->count);

    if (status != LG_OK) {
        message_call("--region: %06d is no code of a province, city or county (GB/T 2260)", found->region);
        return false;
    }
    found->awards = memory_get(found->count, sizeof *found->awards);
    lg_award_select(found->title, found->region, found->date, found->awards, found->count, &found->count);
    add_up(found);
    return true;
}

/* -------------------------------------------------------------------------------- text */

static void add_line(struct text *text, enum phrase name, const char *value, lg_language language)
{
    size_t line = text->length;

    if (*value == '\0')
        return;
    text_add_format(text, "  %s", phrase(name, language));
    text_pad(text, line, NAME_COLUMNS);
    text_add_wrapped(text, value, NAME_COLUMNS, LINE_COLUMNS);
    text_add_string(text, "\n");
}

static void add_money(struct text *text, int64_t fen, lg_language language)
{
    text_add_yuan(text, fen);
    text_add_format(text, " %s", lg_unit_text(LG_UNIT_YUAN, language));
}

static void add_amount(struct text *text, const lg_award *award, lg_language language)
{
    if (award->amount_high < 0) {
        text_add_string(text, phrase(PHRASE_NOT_KNOWN, language));
        return;
    }
    if (award->amount_low < award->amount_high) {
        if (award->amount_low < 0)
            text_add_string(text, phrase(PHRASE_NOT_KNOWN, language));
        else
            text_add_yuan(text, award->amount_low);
        text_add_format(text, " %s ", phrase(PHRASE_UP_TO, language));
    }
    add_money(text, award->amount_high, language);
}

static const char *words_of_cumulative(const lg_award *award, lg_language language)
{
    if (award->cumulative == 0)
        return phrase(PHRASE_CUMULATIVE_NOT_KNOWN, language);
    return phrase(award->cumulative > 0 ? PHRASE_CUMULATIVE : PHRASE_NOT_CUMULATIVE, language);
}

/* "500,000 yuan, paid once; on top of other levels' awards" */
static void add_terms(struct text *text, const lg_award *award, lg_language language)
{
    struct text terms = {0};

    add_amount(&terms, award, language);
    if (award->years > 1)
        text_add_format(&terms, ", %s %d %s", phrase(PHRASE_OVER, language), (int)award->years,
                        phrase(PHRASE_YEARS, language));
    else
        text_add_format(&terms, ", %s", phrase(PHRASE_ONCE, language));
    text_add_format(&terms, "; %s", words_of_cumulative(award, language));
    if (award->selective == 1)
        text_add_format(&terms, "; %s", phrase(PHRASE_SELECTIVE, language));
    add_line(text, PHRASE_AMOUNT, text_string(&terms), language);
    text_free(&terms);
}

static void add_period(struct text *text, const lg_award *award, lg_language language)
{
    struct text period = {0};

    date_add(&period, award->paid_from);
    text_add_format(&period, " %s ", phrase(PHRASE_TO, language));
    date_add(&period, award->paid_to);
    text_add_string(&period, award->paid_to == 0 ? phrase(PHRASE_OPEN_END, language) : "");
    add_line(text, PHRASE_PERIOD, text_string(&period), language);
    text_free(&period);
}

static void add_doubt(struct text *doubts, bool holds, enum phrase what, lg_language language)
{
    if (holds)
        text_add_format(doubts, "%s%s", doubts->length > 0 ? "; " : "", phrase(what, language));
}

static void add_doubts(struct text *text, const lg_award *award, lg_language language)
{
    struct text doubts = {0};

    add_doubt(&doubts, award->amount_high < 0, PHRASE_AMOUNT_UNKNOWN, language);
    add_doubt(&doubts, award->amount_high >= 0 && award->amount_low != award->amount_high, PHRASE_AMOUNT_OPEN,
              language);
    add_doubt(&doubts, award->cumulative == 0, PHRASE_CUMULATIVE_NOT_KNOWN, language);
    add_doubt(&doubts, award->grade > LG_GRADE_CORROBORATED || award->grade == LG_GRADE_NONE, PHRASE_WEAK_SOURCE,
              language);
    add_line(text, PHRASE_UNCERTAIN, text_string(&doubts), language);
    text_free(&doubts);
}

static void add_source(struct text *text, const lg_award *award, lg_language language)
{
    struct text source = {0};

    text_add_format(&source, "%s (%s)", award->source, lg_grade_text(award->grade, language));
    add_line(text, PHRASE_SOURCE, text_string(&source), language);
    text_free(&source);
}

static void add_award(struct text *text, uint32_t index, lg_language language)
{
    const lg_award *award = lg_award_at(index);
    const lg_region *region = region_of(award->region);

    if (region != NULL)
        text_add_format(text, "%s ", region_name(region, language));
    text_add_format(text, "[%d] %s\n", (int)award->region, award->id);
    add_terms(text, award, language);
    add_period(text, award, language);
    add_line(text, PHRASE_DOCUMENT, award->document, language);
    add_source(text, award, language);
    add_line(text, PHRASE_NOTE, lg_award_note(index, language), language);
    add_doubts(text, award, language);
    text_add_string(text, "\n");
}

static void add_total(struct text *text, const struct found *found, enum phrase name, int64_t fen)
{
    text_add_format(text, "%s: ", phrase(name, found->language));
    add_money(text, fen, found->language);
    if (found->has_unknown)
        text_add_format(text, " %s", phrase(PHRASE_AND_UNKNOWN, found->language));
    text_add_format(text, " (%s)\n", phrase(PHRASE_WITHOUT_SELECTIVE, found->language));
}

static void add_question(struct text *text, const struct found *found)
{
    const lg_region *region = region_of(found->region);

    text_add_format(text, "%s, ", lg_level_text(found->title, found->language));
    if (region != NULL)
        text_add_format(text, "%s ", region_name(region, found->language));
    text_add_format(text, "[%d], ", (int)found->region);
    date_add(text, found->date);
    text_add_string(text, "\n\n");
}

static void add_text(struct text *text, const struct found *found)
{
    uint32_t i;

    add_question(text, found);
    for (i = 0; i < found->count; i++)
        add_award(text, found->awards[i], found->language);
    if (found->count == 0) {
        text_add_format(text, "%s\n", phrase(PHRASE_NONE_FOUND, found->language));
    } else {
        add_total(text, found, PHRASE_CERTAIN, found->certain);
        add_total(text, found, PHRASE_POSSIBLE, found->possible);
    }
    text_add_wrapped(text, phrase(PHRASE_NO_PROOF, found->language), 0, LINE_COLUMNS);
    text_add_string(text, "\n");
}

/* -------------------------------------------------------------------------------- JSON */

static json_t *json_region(int32_t code)
{
    const lg_region *region = region_of(code);
    json_t *object = json_sure(json_object());

    json_put(object, "code", json_integer(code));
    json_put(object, "name", region == NULL ? json_null() : json_text(region->name));
    json_put(object, "name_zh", region == NULL ? json_null() : json_text(region->name_zh));
    return object;
}

static json_t *json_amount(int64_t fen) { return fen < 0 ? json_null() : json_integer(fen); }

static const char *cumulative_word(const lg_award *award)
{
    if (award->cumulative == 0)
        return "unknown";
    return award->cumulative > 0 ? "yes" : "no";
}

static json_t *object_of(uint32_t index)
{
    const lg_award *award = lg_award_at(index);
    json_t *object = json_sure(json_object());

    json_put(object, "id", json_text(award->id));
    json_put(object, "region", json_region(award->region));
    json_put(object, "from", json_date(award->paid_from));
    json_put(object, "to", json_date(award->paid_to));
    json_put(object, "amount_low_fen", json_amount(award->amount_low));
    json_put(object, "amount_high_fen", json_amount(award->amount_high));
    json_put(object, "years", json_integer(award->years));
    json_put(object, "cumulative", json_text(cumulative_word(award)));
    json_put(object, "selective", json_boolean(award->selective == 1));
    json_put(object, "document", json_text(award->document));
    json_put(object, "source", json_text(award->source));
    json_put(object, "grade", json_text(lg_grade_name(award->grade)));
    json_put(object, "note", json_languages(lg_award_note, index));
    return object;
}

static void add_json(struct text *text, const struct found *found)
{
    json_t *object = json_sure(json_object());
    json_t *awards = json_sure(json_array());
    uint32_t i;

    for (i = 0; i < found->count; i++)
        json_append(awards, object_of(found->awards[i]));
    json_put(object, "title", json_text(lg_level_name(found->title)));
    json_put(object, "region", json_region(found->region));
    json_put(object, "on", json_date(found->date));
    json_put(object, "awards", awards);
    json_put(object, "certain_total_fen", json_integer(found->certain));
    json_put(object, "possible_total_fen", json_integer(found->possible));
    json_put(object, "has_unknown_amounts", json_boolean(found->has_unknown));
    json_put(object, "caveat", json_text(phrase(PHRASE_NO_PROOF, found->language)));
    json_add(text, object, JSON_LAYOUT);
    text_add_string(text, "\n");
}

/* --------------------------------------------------------------------------------- CSV */

static void add_cell(struct text *text, const char *cell, const char *after)
{
    cell_add(text, span_of(cell));
    text_add_string(text, after);
}

static void add_amount_cell(struct text *text, int64_t fen)
{
    if (fen >= 0)
        text_add_format(text, "%lld", (long long)fen);
    text_add_string(text, ",");
}

static void add_date_cell(struct text *text, int32_t date)
{
    date_add(text, date);
    text_add_string(text, ",");
}

static void add_csv_row(struct text *text, uint32_t index, lg_language language)
{
    const lg_award *award = lg_award_at(index);
    const lg_region *region = region_of(award->region);

    add_cell(text, award->id, ",");
    text_add_format(text, "%d,", (int)award->region);
    add_cell(text, region == NULL ? "" : region_name(region, language), ",");
    add_date_cell(text, award->paid_from);
    add_date_cell(text, award->paid_to);
    add_amount_cell(text, award->amount_low);
    add_amount_cell(text, award->amount_high);
    text_add_format(text, "%d,%s,%s,", (int)award->years, cumulative_word(award), award->selective == 1 ? "yes" : "no");
    add_cell(text, award->document, ",");
    add_cell(text, award->source, ",");
    add_cell(text, lg_grade_name(award->grade), ",");
    add_cell(text, lg_award_note(index, language), "\n");
}

static void add_csv(struct text *text, const struct found *found)
{
    uint32_t i;

    text_add_string(text, "id,region,region_name,from,to,amount_low_fen,amount_high_fen,years,cumulative,selective,"
                          "document,source,grade,note\n");
    for (i = 0; i < found->count; i++)
        add_csv_row(text, found->awards[i], found->language);
}

/* The table has no place for what holds for all of it. */
static void tell_totals(const struct found *found)
{
    struct text text = {0};

    add_total(&text, found, PHRASE_CERTAIN, found->certain);
    add_total(&text, found, PHRASE_POSSIBLE, found->possible);
    text_add_format(&text, "%s\n", phrase(PHRASE_NO_PROOF, found->language));
    message_block(&text);
    text_free(&text);
}

/* ----------------------------------------------------------------------------- command */

static bool print(const struct found *found, const char *format)
{
    bool is_csv = strcmp(format, "csv") == 0;
    struct text text = {0};
    bool written;

    if (is_csv)
        add_csv(&text, found);
    else if (strcmp(format, "json") == 0)
        add_json(&text, found);
    else
        add_text(&text, found);
    written = output_print(&text);
    if (written && is_csv)
        tell_totals(found);
    text_free(&text);
    return written;
}

int command_awards(const struct options *options)
{
    struct found found;
    bool written;

    memset(&found, 0, sizeof found);
    found.title = options->level;
    found.date = options->date;
    found.language = options->language;
    if (!find_region(options->region, &found.region))
        return STATUS_UNUSABLE;
    if (!select_awards(&found))
        return STATUS_UNUSABLE;
    written = print(&found, options->format);
    free(found.awards);
    return written ? STATUS_DONE : STATUS_UNUSABLE;
}
