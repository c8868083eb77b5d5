/* SPDX-License-Identifier: Apache-2.0 */
/* Names that a column can have: labels and facts with their units. */
#ifndef CLI_COLUMNS_H
#define CLI_COLUMNS_H

#include <stdbool.h>
#include <stdint.h>

#include <littlegiant/littlegiant.h>

#include "text.h"

/* Labels are carried through to the output and mean nothing to the rules. */
enum { LABEL_COUNT = 4 };
extern const char *const LABEL_NAMES[LABEL_COUNT];

/* Index of a label, or LABEL_COUNT. */
uint32_t column_label(const char *name);

/* The i-th column name of a fact, one for every unit it can be given in; false past the end. */
bool column_name(uint32_t fact, uint32_t i, struct text *name);

/* "revenue_y1_fen, revenue_y1_yuan, revenue_y1_wan or revenue_y1_yi" */
void column_add_choices(struct text *text, uint32_t fact, const char *last_separator);

/* Finds fact and unit of a column name. If there are none, *why receives the reason and the name
 * that may have been meant. Labels are offered as such a name only where they are allowed. */
bool column_find(const char *name, bool labels_allowed, uint32_t *fact, lg_unit *unit, struct text *why);

/* Looks up a value's reading; *why receives what is wrong with it and what would be right. */
bool column_value(uint32_t fact, lg_unit unit, struct span cell, int64_t *value, struct text *why);

/* Adds why lg_fact_parse() or lg_profile_set_text() refused a cell. */
void column_add_refusal(struct text *why, lg_status status, uint32_t fact, lg_unit unit, struct span cell);

/* "revenue_y1 = 1.00 yuan" */
void column_add_fact(struct text *text, uint32_t fact, int64_t value);

#endif
