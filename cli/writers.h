/* SPDX-License-Identifier: Apache-2.0 */
/* The formats in which assessed rows are written. */
#ifndef CLI_WRITERS_H
#define CLI_WRITERS_H

#include "output.h"
#include "rows.h"

/* A writer turns rows into text. begin, row and end append to the text; it is written after each
 * call. state is the writer's own, made by begin and freed by end. */
struct writer {
    const char *format; /* as --format names it */
    void *(*begin)(const struct judge *judge, lg_language language, struct text *text);
    void (*row)(void *state, struct text *text);
    void (*end)(void *state, struct text *text);
};

extern const struct writer WRITER_TEXT;
extern const struct writer WRITER_JSON;

#endif
