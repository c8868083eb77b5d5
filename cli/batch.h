/* SPDX-License-Identifier: Apache-2.0 */
/* Profiles that are judged together by the column engine. */
#ifndef CLI_BATCH_H
#define CLI_BATCH_H

#include <stddef.h>
#include <stdint.h>

#include <littlegiant/littlegiant.h>

#include "assume.h"
#include "chunk.h"
#include "summary.h"

struct batch {
    const lg_ruleset *rules;
    const struct assumptions *assumptions;
    size_t stride; /* bytes from profile to profile */
    char *profiles;
    size_t count;
    uint32_t criterion_count;
    uint8_t *verdicts; /* CHUNK_ROWS for each criterion, in the order of the rule set */
    int8_t statuses[CHUNK_ROWS];
    uint64_t missing[CHUNK_ROWS][4];
    uint64_t assumed[CHUNK_ROWS][4];
    lg_criterion_results *criteria;
    lg_results results;
};

void batch_begin(struct batch *batch, const lg_ruleset *rules, const struct assumptions *assumptions);
void batch_end(struct batch *batch);

/* The i-th profile; the one after the last is there to be filled. */
lg_profile *batch_profile(const struct batch *batch, size_t i);

/* Judges as many profiles as are counted. They are left as they are: nothing is assumed in them. */
void batch_judge(struct batch *batch);

/* Counts the verdicts of the profiles that were judged. */
void batch_count(const struct batch *batch, struct summary *summary);

#endif
