/* SPDX-License-Identifier: Apache-2.0 */
/* Reads records into profiles, judges them one by one, and tells what is wrong or odd about them. */
#include "rows.h"

#include <stdlib.h>
#include <string.h>

#include "factset.h"
#include "message.h"
#include "warnings.h"

void judge_begin(struct judge *judge, const lg_ruleset *rules, const struct assumptions *assumptions,
                 struct table *table)
{
    judge_begin_reading(judge, &rules, 1, assumptions, table);
    judge->rules = rules;
    judge->about = lg_ruleset_describe(rules);
    judge->row.finding_count = judge->about->criterion_count;
    judge->row.findings = memory_get(judge->row.finding_count, sizeof *judge->row.findings);
}

void judge_begin_reading(struct judge *judge, const lg_ruleset *const *bases, size_t count,
                         const struct assumptions *assumptions, struct table *table)
{
    memset(judge, 0, sizeof *judge);
    for (; judge->base_count < count; judge->base_count++)
        judge->bases[judge->base_count] = bases[judge->base_count];
    judge->assumptions = assumptions;
    judge->header = &table->header;
    judge->records = &table->records;
    intake_begin(&judge->intake, &table->header);
    judge->row.remarks.file = table->source.name;
    judge->row.profile = memory_get(1, lg_profile_size());
    judge->row.missing = memory_get(lg_fact_count(), sizeof *judge->row.missing);
}

void judge_end(struct judge *judge)
{
    intake_end(&judge->intake);
    free(judge->row.profile);
    free(judge->row.findings);
    free(judge->row.missing);
    remarks_free(&judge->row.remarks);
}

struct span judge_label(const struct judge *judge, size_t i) { return intake_label(&judge->intake, i); }

void judge_refuse(struct judge *judge, const char *why)
{
    struct remarks *remarks = &judge->row.remarks;

    text_clear(&remarks->messages);
    text_clear(&remarks->sentence);
    text_add_string(&remarks->sentence, why);
    remarks_add_error(remarks, judge->row.line);
    message_block(&remarks->messages);
}

/* ----------------------------------------------------------------------------- judging */

/* The unknown facts that could still change the verdict: none, by definition, once it is settled,
 * so the search is spared. */
static lg_status find_missing(struct judge *judge, const lg_ruleset *rules, lg_verdict verdict)
{
    struct row *row = &judge->row;

    row->missing_count = 0;
    if (verdict != LG_UNKNOWN)
        return LG_OK;
    return lg_missing(rules, row->profile, row->missing, lg_fact_count(), &row->missing_count);
}

static void note_missing(const struct row *row, uint64_t wanted[4])
{
    uint32_t i;

    for (i = 0; i < row->missing_count; i++)
        factset_add(wanted, row->missing[i].fact);
}

/* The facts that are missing under any of the rule sets, before anything is assumed. */
static lg_status find_wanted(struct judge *judge, uint64_t wanted[4])
{
    lg_status status = LG_OK;
    lg_verdict verdict;
    size_t i;

    for (i = 0; status == LG_OK && i < judge->base_count; i++) {
        status = lg_evaluate(judge->bases[i], judge->row.profile, NULL, 0, NULL, &verdict);
        if (status == LG_OK)
            status = find_missing(judge, judge->bases[i], verdict);
        if (status == LG_OK)
            note_missing(&judge->row, wanted);
    }
    return status;
}

static lg_status assume(struct judge *judge)
{
    const struct assumptions *assumptions = judge->assumptions;
    struct row *row = &judge->row;
    uint64_t wanted[4] = {0, 0, 0, 0};
    lg_status status = find_wanted(judge, wanted);

    if (status == LG_OK)
        status = lg_profile_fill(row->profile, assumptions->defaults, assumptions->count, row->filled);
    if (status == LG_OK)
        factset_intersect(row->filled, wanted, row->assumed);
    row->missing_count = 0;
    return status;
}

static lg_status evaluate(struct judge *judge)
{
    struct row *row = &judge->row;
    lg_status status = LG_OK;

    if (judge->assumptions->count > 0)
        status = assume(judge);
    if (status != LG_OK || judge->rules == NULL)
        return status;
    status = lg_evaluate(judge->rules, row->profile, row->findings, row->finding_count, NULL, &row->verdict);
    if (status == LG_OK)
        status = find_missing(judge, judge->rules, row->verdict);
    return status;
}

static void judge_row(struct judge *judge)
{
    struct row *row = &judge->row;
    lg_status status = evaluate(judge);

    if (status != LG_OK) {
        text_clear(&row->remarks.sentence);
        text_add_format(&row->remarks.sentence, "the row cannot be judged: %s", lg_status_text(status));
        remarks_add_error(&row->remarks, row->line);
    }
    warn_of_facts(&row->remarks, row->line, row->profile, row->filled);
}

static void begin_row(struct row *row, uint64_t line)
{
    row->line = line;
    row->verdict = LG_UNKNOWN;
    row->missing_count = 0;
    remarks_clear(&row->remarks);
    memset(row->filled, 0, sizeof row->filled);
    memset(row->assumed, 0, sizeof row->assumed);
}

enum judge_result judge_next(struct judge *judge)
{
    struct row *row = &judge->row;
    struct record record;
    enum record_result result = records_next(judge->records, SOURCE_PATIENT, &record);

    if (result != RECORD_READ)
        return result == RECORD_END ? JUDGE_END : JUDGE_FAILED;
    begin_row(row, record.line);
    intake_take(&judge->intake, &record, row->profile, &row->remarks);
    if (!row->remarks.in_error)
        judge_row(judge);
    message_block(&row->remarks.messages);
    return JUDGE_ROW;
}
