/* SPDX-License-Identifier: Apache-2.0 */
/* "Did you mean ...?": the nearest of the names that would have been right. */
#ifndef CLI_NEAREST_H
#define CLI_NEAREST_H

#include <stddef.h>

#include "text.h"

struct nearest {
    struct span wanted;
    size_t distance; /* of the best name so far */
    struct text best;
};

void nearest_begin(struct nearest *nearest, struct span wanted);
void nearest_end(struct nearest *nearest);

/* Offers a name, and what to answer if it turns out to be the nearest. */
void nearest_offer(struct nearest *nearest, const char *name, const char *answer);

/* The answer, or NULL if no name that was offered is near enough to be what was meant. */
const char *nearest_answer(const struct nearest *nearest);

#endif
