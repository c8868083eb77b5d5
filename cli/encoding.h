/* SPDX-License-Identifier: Apache-2.0 */
/* What the bytes of a file are, if they are not the UTF-8 text that is wanted. */
#ifndef CLI_ENCODING_H
#define CLI_ENCODING_H

#include <stddef.h>

#include "text.h"

/* What a file that begins with these bytes seems to be, and what to do; NULL if it may be text. */
const char *encoding_suspicion(struct span beginning);

/* What is wrong with bytes that should be UTF-8 text, and what to do; NULL if nothing is. */
const char *encoding_fault(struct span bytes);

/* Length of the UTF-8 byte order mark at the beginning, 0 if there is none. */
size_t encoding_mark_length(struct span beginning);

#endif
