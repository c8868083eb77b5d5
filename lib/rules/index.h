/* SPDX-License-Identifier: Apache-2.0 */
/* The list of built-in rule sets, oldest first: one line each. Included by rulesets.c alone. */
#ifndef LG_RULES_INDEX_H
#define LG_RULES_INDEX_H

#include "../internal.h"

extern const lg_ruleset lg__cn_little_giant_2020_reported;
extern const lg_ruleset lg__cn_little_giant_2022;

static const lg_ruleset *const lg__rulesets[] = {
    &lg__cn_little_giant_2020_reported,
    &lg__cn_little_giant_2022,
};

#endif
