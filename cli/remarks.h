/* SPDX-License-Identifier: Apache-2.0 */
/* What is wrong or odd about a row: collected while it is read and judged, told afterwards. */
#ifndef CLI_REMARKS_H
#define CLI_REMARKS_H

#include <stdbool.h>
#include <stdint.h>

#include "text.h"

struct remarks {
    const char *file;     /* for messages */
    bool in_error;        /* the row cannot be judged */
    bool is_odd;          /* something is warned of */
    struct text errors;   /* one per line */
    struct text warnings; /* one per line */
    struct text messages; /* both, as they go to standard error */
    struct text sentence; /* the one being made */
};

/* Zeroed memory with a file is ready for the first row. */
void remarks_clear(struct remarks *remarks);
void remarks_free(struct remarks *remarks);

/* Adds the sentence as it stands, about a physical line of the file. */
void remarks_add_error(struct remarks *remarks, uint64_t line);
void remarks_add_warning(struct remarks *remarks, uint64_t line);

#endif
