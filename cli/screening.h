/* SPDX-License-Identifier: Apache-2.0 */
/* What screen makes of one chunk of records: lines for the output, messages, and counts. */
#ifndef CLI_SCREENING_H
#define CLI_SCREENING_H

#include "batch.h"
#include "chunk.h"
#include "intake.h"
#include "lines.h"
#include "remarks.h"
#include "summary.h"

/* Where a row of the chunk stands after it was read. */
struct screened {
    bool in_error;
    bool is_odd;
    size_t profile;    /* place of its profile in the batch, if it was read without an error */
    size_t labels_end; /* in the texts below */
    size_t messages_end;
};

struct screening {
    const struct lines *lines;
    struct chunk chunk;
    struct intake intake;
    struct batch batch;
    struct screened rows[CHUNK_ROWS];
    struct remarks remarks;
    struct text labels;   /* of all rows, as they are written */
    struct text early;    /* messages of all rows from before they were judged */
    struct text out;      /* the finished lines */
    struct text messages; /* the finished messages */
    struct summary summary;
};

void screening_begin(struct screening *screening, const struct lines *lines, const lg_ruleset *rules,
                     const struct assumptions *assumptions, const char *file);
void screening_end(struct screening *screening);

/* Works on the chunk: out and messages are what came out for it, in its order. Counts go on adding up. */
void screening_run(struct screening *screening);

#endif
