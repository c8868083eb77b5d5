/* SPDX-License-Identifier: Apache-2.0 */
/* A table that is read row by row: everything on the way from its file to a profile. */
#ifndef CLI_READING_H
#define CLI_READING_H

#include <stdbool.h>

#include "rows.h"
#include "table.h"

struct reading {
    struct table table;
    struct judge judge;
    struct span labels[LABEL_COUNT]; /* of the row just read */
};

/* Opens a table and reads its header line; false after a message. The judge only reads, see
 * judge_begin_reading(). */
bool reading_begin(struct reading *reading, const char *path, const lg_ruleset *const *bases, size_t count,
                   const struct assumptions *assumptions);
void reading_end(struct reading *reading);

/* Reads the next row and its labels. That the file cannot be read to its end is told. */
enum judge_result reading_next(struct reading *reading);

/* Tells how far the work is, for a terminal. */
void reading_tell_progress(const struct reading *reading, uint64_t rows);

/* Position of a label among the labels, or LABEL_COUNT: "id", "name", ... */
size_t reading_label(const struct reading *reading, const char *name);

#endif
