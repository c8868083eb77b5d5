/* SPDX-License-Identifier: Apache-2.0 */
/* What compare counts and tells in the end: verdicts before and after, and the criteria behind the flips. */
#ifndef CLI_FLIPS_H
#define CLI_FLIPS_H

#include <stdbool.h>
#include <stdint.h>

#include "text.h"

enum { VERDICTS = 4, SIDES = 2 };

struct flips {
    const lg_ruleset *rules[SIDES];
    uint64_t rows;
    uint64_t changed;
    uint64_t in_error;
    uint64_t only[SIDES]; /* ids that stand in one file alone */
    uint64_t on_assumptions;
    uint64_t pairs[VERDICTS][VERDICTS]; /* by verdict before and after */
    uint64_t *causes;                   /* by kind of flip, side and criterion */
};

void flips_begin(struct flips *flips, const lg_ruleset *before, const lg_ruleset *after);
void flips_end(struct flips *flips);

void flips_count(struct flips *flips, lg_verdict before, lg_verdict after, const lg_cause *causes, uint32_t count);

/* "before:revenue" */
void flips_add_cause(struct text *text, const struct flips *flips, uint32_t side, uint32_t criterion);

/* The tables, for standard error. */
void flips_add(struct text *text, const struct flips *flips, bool two_files, bool assumes);

#endif
