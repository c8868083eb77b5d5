/* SPDX-License-Identifier: Apache-2.0 */
/* The progress line on a terminal: how many rows, how fast, how far. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdint.h>

/* Shows progress from now on if standard error is a terminal. */
void progress_begin(void);

/* Tells how far the work is: rows, and bytes of how many there are (0 where that is not known). Redraws the line at
 * most a few times a second. */
void progress_tell(uint64_t rows, uint64_t bytes, uint64_t size);

/* Removes the line, before anything else is written. */
void progress_clear(void);

#endif
