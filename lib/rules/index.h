/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The list of built-in rule sets, oldest first: two lines each. Where two are in force for the same
 * applications, lg_ruleset_select() takes the later line, but never an alternative. Included by rulesets.c alone.
 */
#ifndef LG_RULES_INDEX_H
#define LG_RULES_INDEX_H

#include "../internal.h"

extern const lg_ruleset lg__cn_little_giant_2018;
extern const lg_ruleset lg__cn_little_giant_2020_reported;
extern const lg_ruleset lg__cn_little_giant_2020;
extern const lg_ruleset lg__cn_little_giant_2020_optional;
extern const lg_ruleset lg__cn_little_giant_2021;
extern const lg_ruleset lg__cn_innovative_sme_2022;
extern const lg_ruleset lg__cn_srdi_sme_2022;
extern const lg_ruleset lg__cn_little_giant_2022;
extern const lg_ruleset lg__cn_srdi_sme_2022_guangdong;
extern const lg_ruleset lg__cn_little_giant_2025;
extern const lg_ruleset lg__cn_little_giant_2025_review;
extern const lg_ruleset lg__cn_little_giant_2026_review;
extern const lg_ruleset lg__cn_srdi_sme_2026;
extern const lg_ruleset lg__cn_little_giant_2026;

static const lg_ruleset *const lg__rulesets[] = {
    &lg__cn_little_giant_2018,
    &lg__cn_little_giant_2020_reported,
    &lg__cn_little_giant_2020,
    &lg__cn_little_giant_2020_optional,
    &lg__cn_little_giant_2021,
    &lg__cn_innovative_sme_2022,
    &lg__cn_srdi_sme_2022,
    &lg__cn_little_giant_2022,
    &lg__cn_srdi_sme_2022_guangdong,
    &lg__cn_little_giant_2025,
    &lg__cn_little_giant_2025_review,
    &lg__cn_little_giant_2026_review,
    &lg__cn_srdi_sme_2026,
    &lg__cn_little_giant_2026,
};

#endif
