/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the input through a fixed buffer and finds the ends of its physical lines. */
#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "message.h"

/* Twice the limit: after what is held has been moved down, there is always room for a long read. */
#define CAPACITY (2 * SOURCE_LIMIT)

/* Line ends are searched in steps, so that a file with CR ends does not cost a search for LF
 * through the whole buffer for every line. */
enum { SEARCH_STEP = 4096, PEEK = 4 };

bool source_open(struct source *source, const char *path)
{
    bool is_standard = strcmp(path, "-") == 0;
    struct stat status;

    memset(source, 0, sizeof *source);
    source->name = is_standard ? "standard input" : path;
    source->descriptor = is_standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (source->descriptor < 0 || fstat(source->descriptor, &status) != 0) {
        message_file(source->name, "cannot be opened: %s", strerror(errno));
        return false;
    }
    if (S_ISDIR(status.st_mode)) {
        message_file(source->name, "is a directory; a CSV file is wanted");
        close(source->descriptor);
        return false;
    }
    source->size = S_ISREG(status.st_mode) ? (uint64_t)status.st_size : 0;
    source->buffer = memory_get(CAPACITY, 1);
    return true;
}

void source_close(struct source *source)
{
    if (source->descriptor != STDIN_FILENO)
        close(source->descriptor);
    free(source->buffer);
    source->buffer = NULL;
}

const char *source_bytes(const struct source *source) { return source->buffer + source->start; }

void source_release(struct source *source, size_t length)
{
    source->start += length;
    source->released += length;
}

/* Takes note of what was read behind what is held. */
static void take(struct source *source, size_t count)
{
    struct span bytes = {source->buffer + source->end, count};

    if (source->digest != NULL)
        digest_add(source->digest, bytes);
    source->end += count;
}

/* Reads more; false at the end of the file and on failure. */
static bool fill(struct source *source)
{
    size_t held = source->end - source->start;
    ssize_t count;

    if (source->ended)
        return false;
    if (CAPACITY - source->end < SOURCE_LIMIT / 2) {
        memmove(source->buffer, source->buffer + source->start, held);
        source->start = 0;
        source->end = held;
    }
    do
        count = read(source->descriptor, source->buffer + source->end, CAPACITY - source->end);
    while (count < 0 && errno == EINTR);
    if (count > 0)
        take(source, (size_t)count);
    else
        source->ended = true;
    source->failure = count < 0 ? errno : 0;
    return count > 0;
}

struct span source_peek(struct source *source)
{
    struct span span;

    while (source->end - source->start < PEEK && fill(source))
        continue;
    span.bytes = source_bytes(source);
    span.length = source->end - source->start;
    return span;
}

/* Length of the line end that begins at this offset: 2 for CR LF, 1 for LF or CR, 0 if it is a CR
 * with which the buffer ends, so that only the next read can tell. */
static size_t line_end_length(const struct source *source, size_t offset)
{
    const char *bytes = source_bytes(source) + offset;
    size_t held = source->end - source->start - offset;

    if (*bytes == '\n')
        return 1;
    if (held > 1)
        return bytes[1] == '\n' ? 2 : 1;
    return source->ended ? 1 : 0;
}

/* Offset of the first line end at or after *offset; false, with *offset behind what was searched,
 * if there is none in the buffer yet. */
static bool find_line_end(const struct source *source, size_t *offset)
{
    const char *bytes = source_bytes(source);
    size_t held = source->end - source->start;

    while (*offset < held) {
        size_t step = held - *offset < SEARCH_STEP ? held - *offset : SEARCH_STEP;
        const char *feed = memchr(bytes + *offset, '\n', step);
        const char *end = feed != NULL ? feed : bytes + *offset + step;
        const char *turn = memchr(bytes + *offset, '\r', (size_t)(end - bytes) - *offset);

        if (turn != NULL || feed != NULL) {
            *offset = (size_t)((turn != NULL ? turn : feed) - bytes);
            return true;
        }
        *offset += step;
    }
    return false;
}

/* What the end of the input means for a line that was begun at this offset. */
static enum source_result last_line(const struct source *source, size_t offset, size_t *length)
{
    size_t held = source->end - source->start;

    if (source->failure != 0)
        return SOURCE_FAILED;
    if (offset == held)
        return SOURCE_END;
    *length = held - offset;
    return SOURCE_LINE;
}

enum source_result source_line(struct source *source, size_t offset, enum source_patience patience, size_t *length)
{
    size_t search = offset;

    for (;;) {
        bool found = find_line_end(source, &search);
        size_t end_length = found ? line_end_length(source, search) : 0;

        if (search + end_length > SOURCE_LIMIT)
            return SOURCE_TOO_LONG;
        if (end_length > 0) {
            *length = search + end_length - offset;
            return SOURCE_LINE;
        }
        if (patience == SOURCE_IMPATIENT && !source->ended)
            return SOURCE_PENDING;
        if (!fill(source) && !found)
            return last_line(source, offset, length);
    }
}

void source_skip_line(struct source *source)
{
    for (;;) {
        size_t search = 0;
        bool found = find_line_end(source, &search);
        size_t end_length = found ? line_end_length(source, search) : 0;

        source_release(source, search + end_length);
        if (end_length > 0 || (!fill(source) && !found))
            return;
    }
}
