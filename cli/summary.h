/* SPDX-License-Identifier: Apache-2.0 */
/* What is told at the end: counts of verdicts, of criteria, of what is missing and was assumed. */
#ifndef CLI_SUMMARY_H
#define CLI_SUMMARY_H

#include <stdint.h>

#include "rows.h"

enum { VERDICT_COUNT = 4 };

struct summary {
    uint64_t rows;
    uint64_t in_error;
    uint64_t warned;
    uint64_t on_assumptions;             /* verdicts that rest on at least one */
    uint64_t verdicts[VERDICT_COUNT];    /* by LG_MET ... */
    uint64_t (*criteria)[VERDICT_COUNT]; /* by criterion */
    uint64_t *missing;                   /* by fact, among verdicts that are unknown */
    uint64_t *assumed;                   /* by fact */
};

void summary_begin(struct summary *summary, const struct judge *judge);
void summary_end(struct summary *summary);
void summary_count(struct summary *summary, const struct row *row);

/* All that was counted, as lines on standard error. */
void summary_tell(const struct summary *summary, const struct judge *judge);

/* One line. */
void summary_tell_shortly(const struct summary *summary, const struct judge *judge);

#endif
