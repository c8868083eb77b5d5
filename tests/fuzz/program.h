/* SPDX-License-Identifier: Apache-2.0 */
/* The program littlegiant in this process: its main() under another name, in a folder of its own, with what it writes
 * caught. */
#ifndef FUZZ_PROGRAM_H
#define FUZZ_PROGRAM_H

#include "input.h"

/* What was written to a standard stream. */
struct caught {
    char *bytes;
    size_t length;
    int is_closed;
};

struct run {
    int status;
    struct caught out, error;
};

/* Writes a file in the folder that the program runs in. */
void program_write(const char *name, const void *bytes, size_t size);

/* Runs the program with these arguments, the first of which is its command; `standard_input` names a file. */
void program_run(struct run *run, int count, char **arguments, const char *standard_input);
void program_forget(struct run *run);

/* Removes every file that is in the folder. */
void program_clean_up(void);

/* What holds after every run, whatever the input. */
void expect_good_manners(const struct run *run);

#endif
