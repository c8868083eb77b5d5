/* SPDX-License-Identifier: Apache-2.0 */
/* A record of the table becomes a profile, or a row in error. */
#ifndef CLI_INTAKE_H
#define CLI_INTAKE_H

#include <stdint.h>

#include <littlegiant/littlegiant.h>

#include "header.h"
#include "parser.h"
#include "records.h"
#include "remarks.h"

struct intake {
    const struct header *header;
    struct parser parser; /* the cells of the record taken last */
};

void intake_begin(struct intake *intake, const struct header *header);
void intake_end(struct intake *intake);

/* Fills the record into the profile, unless it turns out to be in error: the remarks say so then, and the profile is of
 * no use. */
void intake_take(struct intake *intake, const struct record *record, lg_profile *profile, struct remarks *remarks);

/* The i-th label of the record taken last, as it stands in the input. */
struct span intake_label(const struct intake *intake, size_t i);

#endif
