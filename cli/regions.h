/* SPDX-License-Identifier: Apache-2.0 */
/* Counts of levels per region label. */
#ifndef CLI_REGIONS_H
#define CLI_REGIONS_H

#include <stdint.h>

#include "keys.h"

/* No level, and the levels of titles. */
enum { LEVEL_COUNT = 4 };

struct level_counts {
    uint64_t of[LEVEL_COUNT];
};

struct regions {
    struct keys names;
    struct level_counts *counts; /* by number of the name */
    size_t room;
    struct level_counts unnamed;
    struct level_counts others; /* of regions beyond the number that is kept apart */
    struct level_counts all;
};

/* Zeroed memory has counted nothing. */
void regions_free(struct regions *regions);

/* Counts an enterprise; an empty region is none. */
void regions_count(struct regions *regions, struct span region, lg_level level);

/* The table, by name, for standard error. */
void regions_add(struct text *text, const struct regions *regions, lg_language language);

#endif
