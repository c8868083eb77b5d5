/* SPDX-License-Identifier: Apache-2.0 */
/* compare: enterprises under two rule sets, or two years of them, and what made the difference. */
#include "commands.h"

#include <stdlib.h>
#include <string.h>

#include "factset.h"
#include "flat.h"
#include "flips.h"
#include "message.h"
#include "progress.h"
#include "remember.h"

enum { BEFORE, AFTER, CHANGED, BECAUSE, ASSUMED, COLUMN_COUNT };

static const struct flat_column COLUMNS[COLUMN_COUNT] = {
    {"before", FLAT_WORD}, {"after", FLAT_WORD}, {"changed", FLAT_WORD}, {"because", FLAT_LIST}, {"assumed", FLAT_LIST},
};

static const char ABSENT[] = "absent";
static const char ERROR[] = "error";

struct comparison {
    const struct options *options;
    const lg_ruleset *rules[SIDES];
    bool two_files;
    struct assumptions assumptions;
    struct memory memory;   /* of the first of two files */
    struct reading reading; /* the only file, or the second */
    struct keys newcomers;  /* ids of the second file that the first one does not have */
    size_t id_label;
    lg_profile *earlier; /* recalled from memory */
    lg_cause *causes;
    uint32_t cause_room;
    struct flips flips;
    struct output output;
    struct flat flat;
    struct text values[COLUMN_COUNT];
    struct text text;
};

/* -------------------------------------------------------------------------------- rows */

static void begin_values(struct comparison *comparison)
{
    size_t i;

    for (i = 0; i < COLUMN_COUNT; i++)
        text_clear(&comparison->values[i]);
}

static void write_values(struct comparison *comparison, const struct span *labels, bool in_error)
{
    flat_add_row(&comparison->flat, labels, in_error, comparison->values, &comparison->text);
    output_write(&comparison->output, &comparison->text);
    text_clear(&comparison->text);
    comparison->flips.rows++;
}

static void put_assumed(struct comparison *comparison, const struct remembered *earlier)
{
    const struct row *row = &comparison->reading.judge.row;
    struct text *list = &comparison->values[ASSUMED];
    uint32_t fact;

    if (comparison->assumptions.count == 0)
        return;
    for (fact = 0; fact < lg_fact_count(); fact++) {
        if ((!row->remarks.in_error && factset_has(row->assumed, fact)) ||
            (earlier != NULL && factset_has(earlier->assumed, fact)))
            flat_add_to_list(list, lg_fact_describe(fact)->name);
    }
    comparison->flips.on_assumptions += list->length > 0;
}

static void put_causes(struct comparison *comparison, uint32_t count)
{
    struct text name = {0};
    uint32_t i;

    for (i = 0; i < count; i++) {
        text_clear(&name);
        flips_add_cause(&name, &comparison->flips, comparison->causes[i].side, comparison->causes[i].criterion);
        flat_add_to_list(&comparison->values[BECAUSE], text_string(&name));
    }
    text_free(&name);
}

/* Both sides are there and can be judged. */
static void compare(struct comparison *comparison, const lg_profile *before, const lg_profile *after)
{
    lg_verdict verdicts[SIDES];
    uint32_t count = 0;

    lg_flip(comparison->rules[0], before, comparison->rules[1], after, &verdicts[0], &verdicts[1], comparison->causes,
            comparison->cause_room, &count);
    text_add_string(&comparison->values[BEFORE], lg_verdict_name(verdicts[0]));
    text_add_string(&comparison->values[AFTER], lg_verdict_name(verdicts[1]));
    text_add_string(&comparison->values[CHANGED], verdicts[0] != verdicts[1] ? "yes" : "no");
    put_causes(comparison, count);
    flips_count(&comparison->flips, verdicts[0], verdicts[1], comparison->causes, count);
}

static const char *verdict_by(const lg_ruleset *rules, const lg_profile *profile)
{
    lg_verdict verdict;

    lg_evaluate(rules, profile, NULL, 0, NULL, &verdict);
    return lg_verdict_name(verdict);
}

static const char *word_before(struct comparison *comparison, const struct remembered *earlier)
{
    if (earlier == NULL)
        return ABSENT;
    if (earlier->in_error)
        return ERROR;
    memory_recall(earlier, comparison->earlier);
    return verdict_by(comparison->rules[0], comparison->earlier);
}

/* One side is absent or in error: nothing to compare, but what is known of the other is told. */
static void put_one_side(struct comparison *comparison, const struct remembered *earlier)
{
    const struct row *row = &comparison->reading.judge.row;

    text_add_string(&comparison->values[BEFORE], comparison->two_files ? word_before(comparison, earlier) : ERROR);
    text_add_string(&comparison->values[AFTER],
                    row->remarks.in_error ? ERROR : verdict_by(comparison->rules[1], row->profile));
}

static void tell_absence(const char *file, uint64_t line, struct span id, const char *where)
{
    struct text text = {0};

    text_add_string(&text, "id ");
    text_add_excerpt(&text, id);
    text_add_format(&text, " is not in %s", where);
    message_line(file, line, "warning", text_string(&text));
    text_free(&text);
}

static void take_newcomer(struct comparison *comparison, struct span id)
{
    const struct reading *reading = &comparison->reading;

    tell_absence(reading->table.source.name, reading->judge.row.line, id, comparison->options->operands[0]);
    comparison->flips.only[1]++;
}

/* The same enterprise in the first file; a row that cannot be matched is taken for one in error. */
static struct remembered *find_earlier(struct comparison *comparison)
{
    struct judge *judge = &comparison->reading.judge;
    struct span id = comparison->reading.labels[comparison->id_label];
    struct remembered *earlier = memory_find(&comparison->memory, id);
    bool is_first = earlier != NULL && !earlier->is_matched;

    if (earlier == NULL && id.length > 0)
        keys_add(&comparison->newcomers, id, &is_first);
    if (id.length == 0 && !judge->row.remarks.in_error)
        judge_refuse(judge, "the row has no id, so that it cannot be matched");
    else if (id.length > 0 && !is_first)
        judge_refuse(judge, "this id stood already on an earlier line of this file; the first row counts");
    else if (id.length > 0 && earlier == NULL)
        take_newcomer(comparison, id);
    if (earlier != NULL)
        earlier->is_matched = true;
    return earlier;
}

static void compare_row(struct comparison *comparison)
{
    struct row *row = &comparison->reading.judge.row;
    struct remembered *earlier = comparison->two_files ? find_earlier(comparison) : NULL;
    bool has_before = comparison->two_files ? earlier != NULL && !earlier->in_error : !row->remarks.in_error;
    const lg_profile *before = row->profile;

    begin_values(comparison);
    if (!has_before || row->remarks.in_error) {
        put_one_side(comparison, earlier);
    } else {
        if (comparison->two_files)
            memory_recall(earlier, comparison->earlier);
        before = comparison->two_files ? comparison->earlier : before;
        compare(comparison, before, row->profile);
    }
    put_assumed(comparison, earlier);
    comparison->flips.in_error += row->remarks.in_error;
    write_values(comparison, comparison->reading.labels, row->remarks.in_error);
}

/* What stands in the first file alone comes last, with its id and no other label. */
static void write_unmatched(struct comparison *comparison)
{
    struct memory *memory = &comparison->memory;
    size_t i;

    for (i = 0; i < memory->ids.count && comparison->output.failure == 0; i++) {
        struct span labels[LABEL_COUNT] = {{"", 0}, {"", 0}, {"", 0}, {"", 0}};
        if (memory->rows[i].is_matched)
            continue;
        tell_absence(comparison->options->operands[0], memory->rows[i].line, memory->ids.keys[i],
                     comparison->reading.table.source.name);
        labels[comparison->id_label] = memory->ids.keys[i];
        begin_values(comparison);
        text_add_string(&comparison->values[BEFORE], word_before(comparison, &memory->rows[i]));
        text_add_string(&comparison->values[AFTER], ABSENT);
        write_values(comparison, labels, memory->rows[i].in_error);
        comparison->flips.only[0]++;
    }
}

/* ------------------------------------------------------------------------------- table */

static bool write_rows(struct comparison *comparison)
{
    enum judge_result result = JUDGE_END;

    flat_add_head(&comparison->flat, &comparison->text);
    while (comparison->output.failure == 0 && (result = reading_next(&comparison->reading)) == JUDGE_ROW) {
        compare_row(comparison);
        reading_tell_progress(&comparison->reading, comparison->flips.rows);
    }
    progress_clear();
    if (result == JUDGE_FAILED) {
        output_abandon(&comparison->output);
        return false;
    }
    write_unmatched(comparison);
    output_write(&comparison->output, &comparison->text); /* the head of a table without rows */
    return output_close(&comparison->output);
}

static void tell(struct comparison *comparison)
{
    bool assumes = comparison->assumptions.count > 0;
    struct text text = {0};
    size_t i;

    for (i = 0; i < SIDES; i++) {
        const char *file = comparison->options->operands[comparison->two_files ? i : 0];
        text_add_string(&text, i == 0 ? "before: " : "after:  ");
        text_add_visible(&text, span_of(file), SIZE_MAX / 8);
        text_add_format(&text, " by %s\n", lg_ruleset_describe(comparison->rules[i])->id);
    }
    flips_add(&text, &comparison->flips, comparison->two_files, assumes);
    message_block(&text);
    text_free(&text);
}

static int write_table(struct comparison *comparison)
{
    const struct options *options = comparison->options;
    size_t columns = comparison->assumptions.count > 0 ? COLUMN_COUNT : ASSUMED;

    if (!output_open(&comparison->output, options->out, &comparison->reading.table.source)) {
        output_abandon(&comparison->output);
        return STATUS_UNUSABLE;
    }
    flat_begin(&comparison->flat, options, &comparison->output, &comparison->reading.table.header, COLUMNS, columns);
    if (!write_rows(comparison))
        return STATUS_UNUSABLE;
    comparison->flips.in_error += comparison->memory.in_error;
    tell(comparison);
    return comparison->flips.in_error > 0 ? STATUS_ROWS_IN_ERROR : STATUS_DONE;
}

/* ------------------------------------------------------------------------------- files */

static bool has_ids(const struct reading *reading)
{
    if (reading_label(reading, "id") < LABEL_COUNT)
        return true;
    message_file(reading->table.source.name, "has no column id, by which two files are matched");
    return false;
}

static bool remember_first_file(struct comparison *comparison)
{
    struct reading reading;
    bool read;

    if (!reading_begin(&reading, comparison->options->operands[0], comparison->rules, 1, &comparison->assumptions))
        return false;
    read = has_ids(&reading) && memory_read(&comparison->memory, &reading);
    reading_end(&reading);
    return read;
}

static bool begin_second_file(struct comparison *comparison)
{
    const struct options *options = comparison->options;
    bool two = comparison->two_files;

    if (!reading_begin(&comparison->reading, options->operands[two], comparison->rules + two, (size_t)(SIDES - two),
                       &comparison->assumptions))
        return false;
    comparison->id_label = reading_label(&comparison->reading, "id");
    if (!two || has_ids(&comparison->reading))
        return true;
    reading_end(&comparison->reading);
    return false;
}

static int compare_files(struct comparison *comparison)
{
    int status;

    if (comparison->two_files && !remember_first_file(comparison))
        return STATUS_UNUSABLE;
    if (!begin_second_file(comparison))
        return STATUS_UNUSABLE;
    status = write_table(comparison);
    reading_end(&comparison->reading);
    return status;
}

/* ----------------------------------------------------------------------------- command */

static bool check_question(const struct options *options)
{
    const char *const *files = options->operands;

    if (options->rules_count + options->operand_count < 3)
        message_call("compare needs two rule sets (--rules ID twice) or two files; see \"littlegiant help compare\"");
    else if (options->operand_count == 2 && strcmp(files[0], "-") == 0 && strcmp(files[1], "-") == 0)
        message_call("compare cannot read both files from standard input");
    else if (options->operand_count == 2 && options->out != NULL && output_is_file(options->out, files[0]))
        message_file(options->out, "cannot be written: it is an input file");
    else
        return true;
    return false;
}

static bool find_rules(struct comparison *comparison)
{
    const struct options *options = comparison->options;

    comparison->rules[0] = options_find_rules(options->all_rules[0]);
    comparison->rules[1] = comparison->rules[0];
    if (options->rules_count > 1)
        comparison->rules[1] = options_find_rules(options->all_rules[1]);
    return comparison->rules[0] != NULL && comparison->rules[1] != NULL;
}

static void begin(struct comparison *comparison)
{
    flips_begin(&comparison->flips, comparison->rules[0], comparison->rules[1]);
    comparison->cause_room = lg_ruleset_describe(comparison->rules[0])->criterion_count +
                             lg_ruleset_describe(comparison->rules[1])->criterion_count;
    comparison->causes = memory_get(comparison->cause_room, sizeof *comparison->causes);
    comparison->earlier = memory_get(1, lg_profile_size());
    progress_begin();
}

static void end(struct comparison *comparison)
{
    size_t i;

    for (i = 0; i < COLUMN_COUNT; i++)
        text_free(&comparison->values[i]);
    text_free(&comparison->text);
    flips_end(&comparison->flips);
    memory_free(&comparison->memory);
    keys_free(&comparison->newcomers);
    free(comparison->causes);
    free(comparison->earlier);
}

int command_compare(const struct options *options)
{
    struct comparison comparison;
    int status = STATUS_UNUSABLE;

    memset(&comparison, 0, sizeof comparison);
    comparison.options = options;
    comparison.two_files = options->operand_count > 1;
    if (!check_question(options) || !find_rules(&comparison))
        return STATUS_UNUSABLE;
    if (assumptions_read(&comparison.assumptions, options->assume, options->assume_count)) {
        begin(&comparison);
        status = compare_files(&comparison);
        end(&comparison);
    }
    assumptions_free(&comparison.assumptions);
    return status;
}
