/* SPDX-License-Identifier: Apache-2.0 */
/* Rule sets of every kind of row and enterprises near their bounds, at random but the same in every run. */
#ifndef GROWN_H
#define GROWN_H

#include "world.h"

/* Starts the sequence anew; a number from 0 to n - 1. */
void chance_seed(uint64_t seed);
uint32_t chance(uint32_t n);
int64_t chance_between(int64_t low, int64_t high);

/* A well-formed rule set of up to WORLD_ROWS rows over all facts and kinds. */
const lg_ruleset *grow_rules(world *w);

/* An enterprise whose values lie on and beside the bounds of the rule set; of its facts one in `unknown_in` is
 * unknown (0: none). All values are within their ranges. */
void grow_profile(const lg_ruleset *rules, uint32_t unknown_in, lg_profile *profile);

#endif
