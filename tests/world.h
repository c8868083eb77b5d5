/* SPDX-License-Identifier: Apache-2.0 */
/* Rule sets made by the tests, row by row, so that every kind of row can be tried. Only for
 * suites that link the library's objects: it looks into lib/internal.h. */
#ifndef WORLD_H
#define WORLD_H

#include "suite.h"

#include "internal.h"

#define WORLD_ROWS 160

typedef struct world {
    struct lg_ruleset rules;
    lg__row rows[WORLD_ROWS];
} world;

void world_begin(world *w);

/* Adds a row below the last one that is less deep; the caller fills in what its kind needs. */
lg_criterion *world_add(world *w, uint32_t depth, lg_kind kind);
lg_criterion *world_value(world *w, uint32_t depth, uint32_t fact, lg_operator op, int64_t bound);
lg_criterion *world_flag(world *w, uint32_t depth, uint32_t fact, int64_t bound);

/* A row (with rows below it, if need be) that comes out as a letter says for world_profile():
 * '1' met, '0' not met, '-' not applicable; unknown because a figure is missing '.', a person
 * must judge 'j', or the ratio is undefined 'u'. */
lg_criterion *world_state(world *w, uint32_t depth, char state);
void world_profile(lg_profile *profile);

/* The rule set; the test fails if the library finds it malformed. */
const lg_ruleset *world_end(world *w);

/* Letter of a verdict, with unknown as '.' whatever its reason. */
char verdict_letter(lg_verdict verdict);
char plain_letter(char state);

/* The finding for row 0. */
void world_judge(world *w, const lg_profile *profile, lg_finding *finding);

#endif
