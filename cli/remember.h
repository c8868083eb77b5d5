/* SPDX-License-Identifier: Apache-2.0 */
/* A whole table held in memory by id: of each enterprise its known facts and nothing else. */
#ifndef CLI_REMEMBER_H
#define CLI_REMEMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "keys.h"
#include "reading.h"

struct remembered {
    uint64_t line;
    bool in_error;
    bool is_matched;
    uint64_t known[4];
    uint64_t assumed[4]; /* facts that were assumed and on which its verdict rests */
    int64_t *values;     /* of the known facts, in order of fact id */
};

struct memory {
    struct keys ids;
    struct remembered *rows; /* by number of id */
    size_t room;
    uint64_t in_error; /* rows, those without an id of their own included */
};

/* Reads a table to its end; false if it cannot be. Zeroed memory is ready for it. */
bool memory_read(struct memory *memory, struct reading *reading);
void memory_free(struct memory *memory);

/* The row with this id, or NULL. */
struct remembered *memory_find(const struct memory *memory, struct span id);

/* Makes the profile that was remembered. */
void memory_recall(const struct remembered *row, lg_profile *profile);

#endif
