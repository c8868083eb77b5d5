/* SPDX-License-Identifier: Apache-2.0 */
/* Enterprises drawn from an input: near the bounds of a rule set, or anything at all. */
#ifndef FUZZ_PEOPLE_H
#define FUZZ_PEOPLE_H

#include "input.h"

#include <littlegiant/littlegiant.h>

/* A built-in rule set; never NULL. And an argument in its place, which may be. */
const lg_ruleset *take_rules(input *in);
const lg_ruleset *take_rules_or_null(input *in);

uint32_t criterion_count(const lg_ruleset *rules);

/* A value for a fact: at an end of its range or of a bound in the rule set, or beside it; sometimes any number. */
int64_t take_value(input *in, const lg_ruleset *rules, uint32_t fact);

/* Sets some facts of a profile that is in order. */
void take_facts(input *in, const lg_ruleset *rules, lg_profile *profile);

/* A profile of a caller who may be older, newer or hostile: any struct_size, any bits, any values. Its memory is
 * as long as it says (but at least the first 8 bytes, and PROFILE_MOST at most). NULL now and then. To be freed. */
#define PROFILE_MOST (sizeof(lg_profile) + 64)
lg_profile *take_profile(input *in, const lg_ruleset *rules);
size_t profile_room(const lg_profile *profile);

/* Defaults, to be freed; perhaps NULL although there should be some. */
lg_default *take_defaults(input *in, const lg_ruleset *rules, uint32_t *count);

int knows(const lg_profile *profile, uint32_t fact);

/* What a caller expects of a profile that is in order: the status of every call that takes it as a whole. */
lg_status profile_status(const lg_profile *profile);

#endif
