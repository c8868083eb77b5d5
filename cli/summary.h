/* SPDX-License-Identifier: Apache-2.0 */
/* What is told at the end: counts of verdicts, of criteria, of what is missing and was assumed. */
#ifndef CLI_SUMMARY_H
#define CLI_SUMMARY_H

#include <stdint.h>

#include <littlegiant/littlegiant.h>

#include "assume.h"

enum { VERDICT_COUNT = 4 };

struct summary {
    const lg_ruleset *rules;
    const lg_ruleset_info *about;
    const struct assumptions *assumptions;
    uint64_t rows;
    uint64_t in_error;
    uint64_t warned;
    uint64_t on_assumptions;             /* verdicts that rest on at least one */
    uint64_t (*criteria)[VERDICT_COUNT]; /* by criterion and LG_MET ...; criterion 0 is the whole standard */
    uint64_t *missing;                   /* by fact, among verdicts that are unknown */
    uint64_t *assumed;                   /* by fact */
};

void summary_begin(struct summary *summary, const lg_ruleset *rules, const struct assumptions *assumptions);
void summary_end(struct summary *summary);

/* Counts the facts that are missing or assumed in one row, as bit sets. */
void summary_count_missing(struct summary *summary, const uint64_t missing[4]);
void summary_count_assumed(struct summary *summary, const uint64_t assumed[4]);

/* Adds what was counted elsewhere, by the same rules and assumptions. */
void summary_join(struct summary *summary, const struct summary *other);

/* All that was counted, as lines on standard error. */
void summary_tell(const struct summary *summary, const char *file);

/* One line. */
void summary_tell_shortly(const struct summary *summary);

#endif
