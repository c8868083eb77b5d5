/* SPDX-License-Identifier: Apache-2.0 */
/* What the program says on standard error. Every message goes through here, so that nothing from
 * a file or an argument reaches the terminal as it is, and no message tears the progress line. */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "text.h"

/* "littlegiant: ..." about the call. Arguments for %s are made visible by the formatting. */
void message_call(const char *format, ...) CLI_PRINTF(1, 2);

/* "littlegiant: FILE: ..." about a file as a whole. */
void message_file(const char *file, const char *format, ...) CLI_PRINTF(2, 3);

/* "FILE:LINE: error: ..." about a place in a file; kind is "error", "warning" or "note". */
void message_line(const char *file, uint64_t line, const char *kind, const char *what);

/* Adds such a message to a text, for message_block(). */
void message_add_line(struct text *text, const char *file, uint64_t line, const char *kind, const char *what);

/* Nothing is said from now on, or again. */
void message_silence(bool silent);

/* Lines that belong together, as they are. */
void message_block(const struct text *block);

#endif
