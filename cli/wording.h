/* SPDX-License-Identifier: Apache-2.0 */
/* The library's texts, appended whole however long they are. */
#ifndef CLI_WORDING_H
#define CLI_WORDING_H

#include <stdbool.h>

#include <littlegiant/littlegiant.h>

#include "text.h"

/* lg_explain(), ending with a line end. */
void wording_add_assessment(struct text *text, const lg_ruleset *rules, const lg_profile *profile,
                            lg_language language);

void wording_add_criterion(struct text *text, const lg_ruleset *rules, uint32_t criterion, const lg_profile *profile,
                           lg_language language);

void wording_add_requirement(struct text *text, const lg_ruleset *rules, uint32_t criterion, lg_language language);

/* "1.00 yuan": a value of a fact. */
void wording_add_value(struct text *text, uint32_t fact, int64_t value, lg_language language);

/* "Own brand: yes" */
void wording_add_fact(struct text *text, const lg_profile *profile, uint32_t fact, lg_language language);

/* The canonical text of a rule set. */
void wording_add_table(struct text *text, const lg_ruleset *rules);

#endif
