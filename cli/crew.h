/* SPDX-License-Identifier: Apache-2.0 */
/* Threads that screen a table chunk by chunk. Reading and writing are done by one thread at a time, in the order of the
 * input, so that the output does not depend on how many there are. */
#ifndef CLI_CREW_H
#define CLI_CREW_H

#include <stdbool.h>

#include "lines.h"
#include "output.h"
#include "summary.h"
#include "table.h"

/* What they work on together. */
struct job {
    const lg_ruleset *rules;
    const struct assumptions *assumptions;
    const struct lines *lines;
    struct table *table;
    struct output *output;
    struct summary *summary;
};

/* Screens the table to its end, or until the output fails. The calling thread is one of so many; that fewer can be had
 * costs time alone. False if the input cannot be read to its end. */
bool crew_work(const struct job *job, size_t threads);

#endif
