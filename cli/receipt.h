/* SPDX-License-Identifier: Apache-2.0 */
/* The receipt of a run of screen: a file that says what was read, by which rules it was judged, and what was written.
 */
#ifndef CLI_RECEIPT_H
#define CLI_RECEIPT_H

#include "digest.h"
#include "options.h"
#include "output.h"
#include "summary.h"

/* The number of the format, which `verify` must know. */
enum { RECEIPT_FORMAT = 1 };

/* What passes by while a run goes on. */
struct receipt {
    char *path; /* where it is written; NULL: none is wanted */
    struct digest input;
    struct digest output;
};

/* Finds out whether a receipt is wanted and where; false after a message if it cannot be there. */
bool receipt_begin(struct receipt *receipt, const struct options *options);

/* Takes note of an output that has just been opened; false after a message if there can be no receipt of it. */
bool receipt_watch(struct receipt *receipt, const struct options *options, struct output *output);
void receipt_end(struct receipt *receipt);

/* What is to take note of the input: NULL if no receipt is wanted. */
struct digest *receipt_of_input(struct receipt *receipt);

/* Writes the receipt of a run that is complete. */
bool receipt_write(struct receipt *receipt, const struct options *options, const struct summary *summary,
                   const struct source *input);

#endif
