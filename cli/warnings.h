/* SPDX-License-Identifier: Apache-2.0 */
/* What is odd about a row that can be judged all the same. */
#ifndef CLI_WARNINGS_H
#define CLI_WARNINGS_H

#include <stdint.h>

#include <littlegiant/littlegiant.h>

#include "header.h"
#include "parser.h"
#include "records.h"
#include "remarks.h"

/* Cells that are all empty, or labels that seem to hold whole rows. */
void warn_of_record(struct remarks *remarks, const struct record *record, const struct header *header,
                    const struct parser *parser);

/* Facts that do not fit together. filled is the bit set of those that were assumed. */
void warn_of_facts(struct remarks *remarks, uint64_t line, const lg_profile *profile, const uint64_t filled[4]);

#endif
