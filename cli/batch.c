/* SPDX-License-Identifier: Apache-2.0 */
/* Lays out what the column engine reads and writes. */
#include "batch.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"

static void lay_out_results(struct batch *batch)
{
    lg_results *results = &batch->results;
    uint32_t i;

    for (i = 0; i < batch->criterion_count; i++)
        batch->criteria[i].verdicts = batch->verdicts + (size_t)i * CHUNK_ROWS;
    results->struct_size = sizeof *results;
    results->statuses = batch->statuses;
    results->criteria = batch->criteria;
    results->criterion_count = batch->criterion_count;
    results->missing = batch->missing[0];
    if (batch->assumptions->count > 0) /* else it costs time to say that nothing was */
        results->assumed = batch->assumed[0];
}

void batch_begin(struct batch *batch, const lg_ruleset *rules, const struct assumptions *assumptions)
{
    memset(batch, 0, sizeof *batch);
    batch->rules = rules;
    batch->assumptions = assumptions;
    batch->stride = (lg_profile_size() + (size_t)7) / 8 * 8;
    batch->profiles = memory_get(CHUNK_ROWS, batch->stride);
    batch->criterion_count = lg_ruleset_describe(rules)->criterion_count;
    batch->verdicts = memory_get(batch->criterion_count, CHUNK_ROWS);
    batch->criteria = memory_get(batch->criterion_count, sizeof *batch->criteria);
    lay_out_results(batch);
}

void batch_end(struct batch *batch)
{
    free(batch->profiles);
    free(batch->verdicts);
    free(batch->criteria);
}

lg_profile *batch_profile(const struct batch *batch, size_t i)
{
    return (lg_profile *)(void *)(batch->profiles + i * batch->stride);
}

void batch_judge(struct batch *batch)
{
    lg_evaluate_profiles(batch->rules, batch_profile(batch, 0), batch->stride, batch->assumptions->defaults,
                         batch->assumptions->count, batch->count, &batch->results, NULL);
}

/* ---------------------------------------------------------------------------- counting */

/* Four counts in one number, 16 bits each, so that no verdict takes a branch. */
typedef char a_count_fits_16_bits[CHUNK_ROWS < 1 << 16 ? 1 : -1];

static void count_verdicts(const uint8_t *verdicts, size_t count, uint64_t counts[VERDICT_COUNT])
{
    uint64_t four = 0;
    size_t i;

    for (i = 0; i < count; i++)
        four += (uint64_t)1 << 16 * verdicts[i];
    for (i = 0; i < VERDICT_COUNT; i++, four >>= 16)
        counts[i] += four & 0xFFFF;
}

static uint64_t refused(const struct batch *batch)
{
    uint64_t count = 0;
    size_t i;

    for (i = 0; i < batch->count; i++)
        count += batch->statuses[i] != LG_OK;
    return count;
}

void batch_count(const struct batch *batch, struct summary *summary)
{
    uint64_t not_judged = refused(batch); /* and unknown by every criterion */
    uint32_t i;

    for (i = 0; i < batch->criterion_count; i++) {
        count_verdicts(batch->verdicts + (size_t)i * CHUNK_ROWS, batch->count, summary->criteria[i]);
        summary->criteria[i][LG_UNKNOWN] -= not_judged;
    }
}
