/* SPDX-License-Identifier: Apache-2.0 */
/* The formats in which judged rows are written. */
#ifndef CLI_WRITERS_H
#define CLI_WRITERS_H

#include "output.h"
#include "rows.h"

/* A writer turns rows into text. begin, row and end append to the text; it is written after each
 * call. state is the writer's own, made by begin and freed by end. */
struct writer {
    const char *format; /* as --format names it */
    void *(*begin)(const struct judge *judge, const struct output *output, lg_language language, struct text *text);
    void (*row)(void *state, struct text *text);
    void (*end)(void *state, struct text *text);
};

extern const struct writer WRITER_CSV;
extern const struct writer WRITER_JSONL;
extern const struct writer WRITER_TEXT;
extern const struct writer WRITER_JSON;

/* Word for what came out for a whole row: a verdict's, or "error". */
const char *row_word(const struct row *row);

/* Word for what came out for one criterion of a row. */
const char *row_criterion_word(const struct row *row, uint32_t criterion);

#endif
