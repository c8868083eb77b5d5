/* SPDX-License-Identifier: Apache-2.0 */
/* The input as physical lines: a fixed buffer over a file descriptor, so that memory does not grow
 * with the file. A line ends with LF, CR LF or a lone CR. */
#ifndef CLI_SOURCE_H
#define CLI_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "digest.h"
#include "text.h"

/* A record, and so a line, that does not end within so many bytes is not read as a row. */
#define SOURCE_LIMIT ((size_t)1 << 20)

struct source {
    const char *name; /* for messages: the path as given, or "standard input" */
    int descriptor;
    char *buffer;
    size_t start;          /* first byte that has not been released */
    size_t end;            /* end of what was read */
    bool ended;            /* the end of the file was reached */
    int failure;           /* errno of a failed read, else 0 */
    uint64_t released;     /* bytes done with */
    uint64_t size;         /* of the file, 0 when it is not known */
    struct digest *digest; /* of what is read; NULL: not wanted */
};

enum source_result {
    SOURCE_LINE,     /* a line, complete with its end (the last one may have none) */
    SOURCE_PENDING,  /* the line is not held to its end, and nobody wants to wait */
    SOURCE_END,      /* no further byte */
    SOURCE_TOO_LONG, /* does not end within SOURCE_LIMIT of the first byte that is held */
    SOURCE_FAILED    /* reading failed: see failure */
};

/* Opens a path, or standard input for "-". On failure a message is written and false returned. */
bool source_open(struct source *source, const char *path);
void source_close(struct source *source);

/* Waits for a first few bytes, for a look at what sort of file this is. */
struct span source_peek(struct source *source);

/* Whether to read more where a line is not held to its end: on a slow pipe that means to wait. */
enum source_patience { SOURCE_PATIENT, SOURCE_IMPATIENT };

/* The line that begins so many bytes after the first one held; its length includes its end. The
 * bytes stay where source_bytes() says until the next call that reads. */
enum source_result source_line(struct source *source, size_t offset, enum source_patience patience, size_t *length);

/* The bytes held. */
const char *source_bytes(const struct source *source);

/* Lets go of the first so many bytes held. */
void source_release(struct source *source, size_t length);

/* Lets go of everything up to the end of the current line, however long it is. */
void source_skip_line(struct source *source);

#endif
