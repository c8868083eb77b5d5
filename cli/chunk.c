/* SPDX-License-Identifier: Apache-2.0 */
/* Copies records into chunks. */
#include "chunk.h"

#include <string.h>

/* A chunk takes no further record when it holds so many bytes. The last one may be as long as a record can be. */
enum { CHUNK_BYTES = 1 << 18, LONGEST_FAULT = 1 << 14 };

void chunk_begin(struct chunk *chunk)
{
    memset(chunk, 0, sizeof *chunk);
    text_reserve(&chunk->bytes, CHUNK_BYTES + SOURCE_LIMIT + LONGEST_FAULT); /* it must not move while it is filled */
}

void chunk_end(struct chunk *chunk) { text_free(&chunk->bytes); }

static const char *keep(struct chunk *chunk, const void *bytes, size_t length)
{
    const char *kept = chunk->bytes.bytes + chunk->bytes.length;

    text_add(&chunk->bytes, bytes, length);
    return kept;
}

static void add(struct chunk *chunk, const struct record *record)
{
    struct record *copy = &chunk->records[chunk->count++];

    *copy = *record;
    copy->bytes.bytes = keep(chunk, record->bytes.bytes, record->bytes.length);
    if (record->fault != NULL)
        copy->fault = keep(chunk, record->fault, strlen(record->fault) + 1);
}

void chunk_fill(struct chunk *chunk, struct records *records)
{
    struct record record;

    chunk->count = 0;
    text_clear(&chunk->bytes);
    chunk->end = records_next(records, SOURCE_PATIENT, &record);
    while (chunk->end == RECORD_READ) {
        add(chunk, &record);
        if (chunk->count == CHUNK_ROWS || chunk->bytes.length >= CHUNK_BYTES)
            break;
        chunk->end = records_next(records, SOURCE_IMPATIENT, &record);
    }
    chunk->released = records->source->released;
}
