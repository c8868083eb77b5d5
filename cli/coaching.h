/* SPDX-License-Identifier: Apache-2.0 */
/* The enterprises nearest to their next level: so many are kept, however long the table is. */
#ifndef CLI_COACHING_H
#define CLI_COACHING_H

#include <stdbool.h>
#include <stdint.h>

#include "reading.h"

/* How far an enterprise is: fewer conditions to change first, then fewer to show. */
struct distance {
    uint32_t not_met;
    uint32_t unknown;
};

struct coaching {
    size_t wanted;
    size_t kept;
    uint64_t offered;
    lg_language language;
    struct entry {
        struct distance distance;
        struct text words;
    } * entries; /* nearest first, of the same distance in input order */
};

/* The way of one enterprise to its next level. */
struct way {
    const lg_rung *rung;
    const lg_step *steps;
    uint32_t count;
};

void coaching_begin(struct coaching *coaching, size_t wanted, lg_language language);
void coaching_end(struct coaching *coaching);

/* Offers the row just read; it is kept while no better ones push it out. */
void coaching_offer(struct coaching *coaching, const struct reading *reading, const struct way *way);

/* The list, for standard error. */
void coaching_add(struct text *text, const struct coaching *coaching);

#endif
