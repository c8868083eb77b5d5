/* SPDX-License-Identifier: Apache-2.0 */
/* Where the results go: standard output, or a file that is either complete or as it was before. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "source.h"
#include "text.h"

struct output {
    const char *name; /* for messages */
    FILE *file;
    char *target; /* path the temporary file is renamed to; NULL if there is none */
    int failure;  /* errno of the first write that failed, else 0 */
    bool is_terminal;
    struct digest *digest; /* of what is written; NULL: not wanted */
};

/* Opens OUT, or standard output for NULL and "-". Refuses the file that is being read. */
bool output_open(struct output *output, const char *path, const struct source *input);

/* An output that goes nowhere, for its digest. */
void output_open_nowhere(struct output *output);

/* True if both paths lead to the same file. */
bool output_is_file(const char *path, const char *input);

/* Writes a text; after a failure nothing more is written. */
void output_write(struct output *output, const struct text *text);

/* Completes the output: everything is written and in its place, or a message says why not. */
bool output_close(struct output *output);

/* Leaves OUT as it was. */
void output_abandon(struct output *output);

/* Writes a whole text to standard output and completes it. */
bool output_print(const struct text *text);

#endif
