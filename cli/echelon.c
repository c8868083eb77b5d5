/* SPDX-License-Identifier: Apache-2.0 */
/* echelon: the level every enterprise qualifies for, and what separates it from the next one. */
#include "commands.h"

#include <stdlib.h>
#include <string.h>

#include "coaching.h"
#include "date.h"
#include "factset.h"
#include "flat.h"
#include "message.h"
#include "progress.h"
#include "regions.h"

enum { LEVEL, NEXT, NOT_MET, UNKNOWN, STEPS, ASSUMED, COLUMN_COUNT };

static const struct flat_column COLUMNS[COLUMN_COUNT] = {
    {"level", FLAT_WORD},     {"next", FLAT_WORD},  {"not_met", FLAT_NUMBER},
    {"unknown", FLAT_NUMBER}, {"steps", FLAT_LIST}, {"assumed", FLAT_LIST},
};

/* Levels a library may know; more are a failure to be seen, not memory to be overrun. */
enum { LEVELS_MAX = 16 };

struct echelon {
    const struct options *options;
    const lg_ruleset *bases[LEVELS_MAX]; /* those in force */
    size_t base_count;
    struct assumptions assumptions;
    struct reading reading;
    size_t region_label;
    lg_step *steps;
    uint32_t step_room;
    uint64_t rows;
    uint64_t in_error;
    uint64_t on_assumptions;
    struct regions regions;
    struct coaching coaching;
    struct output output;
    struct flat flat;
    struct text values[COLUMN_COUNT];
    struct text text;
};

/* -------------------------------------------------------------------------------- rows */

static void put_error(struct echelon *echelon)
{
    text_add_string(&echelon->values[LEVEL], "error");
    text_add_string(&echelon->values[NEXT], "error");
}

static void put_assumed(struct echelon *echelon)
{
    const struct row *row = &echelon->reading.judge.row;
    uint32_t fact;

    for (fact = 0; fact < lg_fact_count(); fact++) {
        if (factset_has(row->assumed, fact))
            flat_add_to_list(&echelon->values[ASSUMED], lg_fact_describe(fact)->name);
    }
    echelon->on_assumptions += !factset_is_empty(row->assumed);
}

/* The shortest way up; an enterprise at the top has none. */
static void put_way(struct echelon *echelon, const lg_rung *rung)
{
    struct way way = {rung, echelon->steps, 0};
    uint32_t i;

    lg_route(rung->rules, echelon->reading.judge.row.profile, echelon->steps, echelon->step_room, &way.count);
    for (i = 0; i < way.count; i++)
        flat_add_to_list(&echelon->values[STEPS], lg_ruleset_criterion(rung->rules, way.steps[i].criterion)->id);
    coaching_offer(&echelon->coaching, &echelon->reading, &way);
}

static void put_level(struct echelon *echelon, const lg_rung *rungs, lg_level level, lg_level next)
{
    const lg_rung *rung = next == LG_LEVEL_NONE ? NULL : &rungs[next - 1];
    struct span none = {"", 0};

    text_add_string(&echelon->values[LEVEL], lg_level_name(level));
    text_add_string(&echelon->values[NEXT], lg_level_name(next));
    text_add_format(&echelon->values[NOT_MET], "%u", rung == NULL ? 0u : (unsigned)rung->not_met);
    text_add_format(&echelon->values[UNKNOWN], "%u", rung == NULL ? 0u : (unsigned)rung->unknown);
    put_assumed(echelon);
    if (rung != NULL)
        put_way(echelon, rung);
    regions_count(&echelon->regions,
                  echelon->region_label < LABEL_COUNT ? echelon->reading.labels[echelon->region_label] : none, level);
}

static void sort_row(struct echelon *echelon)
{
    struct judge *judge = &echelon->reading.judge;
    lg_rung rungs[LEVELS_MAX];
    uint32_t count;
    lg_level level = LG_LEVEL_NONE;
    lg_level next = LG_LEVEL_NONE;
    lg_status status = LG_OK;

    if (!judge->row.remarks.in_error)
        status = lg_echelon(judge->row.profile, echelon->options->date, rungs, LEVELS_MAX, &count, &level, &next);
    if (status != LG_OK)
        judge_refuse(judge, lg_status_text(status));
    if (judge->row.remarks.in_error)
        put_error(echelon);
    else
        put_level(echelon, rungs, level, next);
    echelon->rows++;
    echelon->in_error += judge->row.remarks.in_error;
}

static void write_row(struct echelon *echelon)
{
    size_t i;

    for (i = 0; i < COLUMN_COUNT; i++)
        text_clear(&echelon->values[i]);
    sort_row(echelon);
    flat_add_row(&echelon->flat, echelon->reading.labels, echelon->reading.judge.row.remarks.in_error, echelon->values,
                 &echelon->text);
    output_write(&echelon->output, &echelon->text);
    text_clear(&echelon->text);
}

/* ------------------------------------------------------------------------------- table */

static bool write_rows(struct echelon *echelon)
{
    enum judge_result result = JUDGE_END;

    flat_add_head(&echelon->flat, &echelon->text);
    while (echelon->output.failure == 0 && (result = reading_next(&echelon->reading)) == JUDGE_ROW) {
        write_row(echelon);
        reading_tell_progress(&echelon->reading, echelon->rows);
    }
    progress_clear();
    if (result == JUDGE_FAILED) {
        output_abandon(&echelon->output);
        return false;
    }
    output_write(&echelon->output, &echelon->text); /* the head of a table without rows */
    return output_close(&echelon->output);
}

static void tell(const struct echelon *echelon)
{
    lg_language language = echelon->options->language;
    struct text text = {0};
    size_t i;

    text_add_visible(&text, span_of(echelon->reading.table.source.name), SIZE_MAX / 8);
    for (i = 0; i < echelon->base_count; i++)
        text_add_format(&text, "%s%s", i == 0 ? " by " : ", ", lg_ruleset_describe(echelon->bases[i])->id);
    text_add_string(&text, "\n");
    text_add_plural(&text, echelon->rows, "row, ", "rows, ");
    text_add_count(&text, echelon->in_error);
    text_add_string(&text, " in error\n");
    regions_add(&text, &echelon->regions, language);
    coaching_add(&text, &echelon->coaching);
    if (echelon->assumptions.count > 0) {
        text_add_string(&text, "assumptions (--assume) matter in ");
        text_add_plural(&text, echelon->on_assumptions, "row\n", "rows\n");
    }
    message_block(&text);
    text_free(&text);
}

static int write_table(struct echelon *echelon)
{
    const struct options *options = echelon->options;
    size_t columns = echelon->assumptions.count > 0 ? COLUMN_COUNT : ASSUMED;

    if (!output_open(&echelon->output, options->out, &echelon->reading.table.source)) {
        output_abandon(&echelon->output);
        return STATUS_UNUSABLE;
    }
    flat_begin(&echelon->flat, options, &echelon->output, &echelon->reading.table.header, COLUMNS, columns);
    if (!write_rows(echelon))
        return STATUS_UNUSABLE;
    tell(echelon);
    return echelon->in_error > 0 ? STATUS_ROWS_IN_ERROR : STATUS_DONE;
}

static int read_table(struct echelon *echelon)
{
    int status;

    if (!reading_begin(&echelon->reading, echelon->options->operand, echelon->bases, echelon->base_count,
                       &echelon->assumptions))
        return STATUS_UNUSABLE;
    echelon->region_label = reading_label(&echelon->reading, "region");
    status = write_table(echelon);
    reading_end(&echelon->reading);
    return status;
}

/* ----------------------------------------------------------------------------- command */

/* Asks with an enterprise of which nothing is known; false after a message if there are no rules. */
static bool find_rules(struct echelon *echelon)
{
    lg_profile *nobody = memory_get(1, lg_profile_size());
    lg_rung rungs[LEVELS_MAX];
    uint32_t rung_count = 0;
    struct text day = {0};
    lg_level level;
    lg_level next;
    lg_status status;
    size_t i;

    lg_profile_init(nobody, lg_profile_size());
    status = lg_echelon(nobody, echelon->options->date, rungs, LEVELS_MAX, &rung_count, &level, &next);
    for (i = 0; status == LG_OK && i < rung_count; i++) {
        if (rungs[i].rules != NULL)
            echelon->bases[echelon->base_count++] = rungs[i].rules;
    }
    date_add(&day, echelon->options->date);
    if (status == LG_E_NO_RULES)
        message_call("nothing in force: no level has a rule set for new applications on %s", text_string(&day));
    text_free(&day);
    free(nobody);
    return status == LG_OK;
}

static void begin(struct echelon *echelon)
{
    size_t i;

    for (i = 0; i < echelon->base_count; i++) {
        uint32_t count = lg_ruleset_describe(echelon->bases[i])->criterion_count;
        echelon->step_room = count > echelon->step_room ? count : echelon->step_room;
    }
    echelon->steps = memory_get(echelon->step_room, sizeof *echelon->steps);
    coaching_begin(&echelon->coaching, echelon->options->nearest_count, echelon->options->language);
    progress_begin();
}

static void end(struct echelon *echelon)
{
    size_t i;

    for (i = 0; i < COLUMN_COUNT; i++)
        text_free(&echelon->values[i]);
    text_free(&echelon->text);
    regions_free(&echelon->regions);
    coaching_end(&echelon->coaching);
    free(echelon->steps);
}

int command_echelon(const struct options *options)
{
    struct echelon echelon;
    int status = STATUS_UNUSABLE;

    memset(&echelon, 0, sizeof echelon);
    echelon.options = options;
    if (!find_rules(&echelon))
        return STATUS_UNUSABLE;
    if (assumptions_read(&echelon.assumptions, options->assume, options->assume_count)) {
        begin(&echelon);
        status = read_table(&echelon);
        end(&echelon);
    }
    assumptions_free(&echelon.assumptions);
    return status;
}
