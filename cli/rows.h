/* SPDX-License-Identifier: Apache-2.0 */
/* One enterprise after the other: a record of the table becomes a profile and is judged. */
#ifndef CLI_ROWS_H
#define CLI_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <littlegiant/littlegiant.h>

#include "assume.h"
#include "intake.h"
#include "table.h"

/* What came out for one row. Its memory is used again for the next one. */
struct row {
    uint64_t line;          /* first physical line */
    struct remarks remarks; /* if they say that it is in error, the members from verdict to assumed mean nothing */
    lg_verdict verdict;
    lg_profile *profile; /* assumptions included */
    lg_finding *findings;
    uint32_t finding_count;
    lg_missing_fact *missing;
    uint32_t missing_count;
    uint64_t filled[4];  /* set of the facts that were assumed */
    uint64_t assumed[4]; /* those on which the verdict rests: while unknown they could have changed it */
};

/* Rule sets on whose verdicts an assumption can bear: those that a command judges by. */
enum { MOST_BASES = 3 };

/* Everything that is the same for all rows. */
struct judge {
    const lg_ruleset *rules; /* NULL: rows are read, filled and checked, and not judged */
    const lg_ruleset_info *about;
    const lg_ruleset *bases[MOST_BASES];
    size_t base_count;
    const struct assumptions *assumptions;
    const struct header *header;
    struct records *records;
    struct intake intake;
    struct row row;
};

void judge_begin(struct judge *judge, const lg_ruleset *rules, const struct assumptions *assumptions,
                 struct table *table);

/* Begins a judge that only reads: the verdicts by the rule sets named here are made elsewhere. */
void judge_begin_reading(struct judge *judge, const lg_ruleset *const *bases, size_t count,
                         const struct assumptions *assumptions, struct table *table);
void judge_end(struct judge *judge);

/* Takes the row just read for one in error, and says so. */
void judge_refuse(struct judge *judge, const char *why);

enum judge_result { JUDGE_ROW, JUDGE_END, JUDGE_FAILED };

/* Reads and judges the next row into judge->row. What is wrong or odd about it is told on standard
 * error and kept in the row. */
enum judge_result judge_next(struct judge *judge);

/* The row's i-th label, as it stands in the input. */
struct span judge_label(const struct judge *judge, size_t i);

#endif
