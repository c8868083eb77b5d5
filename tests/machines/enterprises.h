/* SPDX-License-Identifier: Apache-2.0 */
/* Enterprises on and beside the bounds of a rule set, with facts left out; the same on every machine. */
#ifndef ENTERPRISES_H
#define ENTERPRISES_H

#include <littlegiant/littlegiant.h>

/* Starts the sequence anew; a number from 0 to n - 1; a number from low to high. */
void chance_seed(uint64_t seed);
uint32_t chance(uint32_t n);
int64_t chance_between(int64_t low, int64_t high);

/* Of its facts one in `unknown_in` is unknown (0: none). Half of the enterprises are favoured: every condition in turn
 * is just met, so that some meet the whole standard; they lack fewer facts. */
void make_enterprise(const lg_ruleset *rules, uint32_t unknown_in, lg_profile *profile);

/* Ends the program with a sentence unless the condition holds. */
void demand(int condition, const char *what);

#endif
