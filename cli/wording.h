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

void wording_add_finding(struct text *text, const lg_ruleset *rules, const lg_finding *finding,
                         const lg_profile *profile, lg_language language);

void wording_add_requirement(struct text *text, const lg_ruleset *rules, uint32_t criterion, lg_language language);

/* "Own brand: yes" */
void wording_add_fact(struct text *text, const lg_profile *profile, uint32_t fact, lg_language language);

#endif
