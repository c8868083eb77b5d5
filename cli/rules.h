/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the command rules. */
#ifndef CLI_RULES_H
#define CLI_RULES_H

#include <stdbool.h>

#include "options.h"
#include "text.h"

/* What is in force on a day; false after a message where the options ask for what there is not. */
bool rules_add_on(struct text *text, const struct options *options);

/* Pages of the catalogue: of one rule set, and the index of all. */
void rules_add_page(struct text *text, const lg_ruleset *rules, lg_language language);
void rules_add_index(struct text *text, lg_language language);

#endif
