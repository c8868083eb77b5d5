/* SPDX-License-Identifier: Apache-2.0 */
/* Consecutive records, copied out of the input so that they can be worked on while it is read further. */
#ifndef CLI_CHUNK_H
#define CLI_CHUNK_H

#include <stddef.h>
#include <stdint.h>

#include "records.h"
#include "text.h"

/* So many that the profiles of a chunk and what is written for it stay in the second cache. */
enum { CHUNK_ROWS = 256 };

struct chunk {
    struct record records[CHUNK_ROWS];
    size_t count;
    struct text bytes;      /* of the records */
    enum record_result end; /* RECORD_END or RECORD_FAILED: nothing follows */
    uint64_t released;      /* bytes of the input up to its end */
};

void chunk_begin(struct chunk *chunk);
void chunk_end(struct chunk *chunk);

/* Takes the records that follow, at least one unless there is none. Beyond the first it does not wait for input. */
void chunk_fill(struct chunk *chunk, struct records *records);

#endif
