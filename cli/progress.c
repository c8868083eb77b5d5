/* SPDX-License-Identifier: Apache-2.0 */
/* Draws the progress line. Like the terminal it is drawn on, its state exists once. */
#include "progress.h"

#include <stdbool.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "text.h"

#define REDRAW_SECONDS 0.2
#define MEGABYTE 1e6

static struct {
    bool wanted;
    bool drawn;
    struct timespec begun;
    struct timespec told;
} progress;

static double seconds_between(const struct timespec *from, const struct timespec *to)
{
    return (double)(to->tv_sec - from->tv_sec) + (double)(to->tv_nsec - from->tv_nsec) / 1e9;
}

void progress_begin(void)
{
    progress.wanted = isatty(STDERR_FILENO) == 1;
    clock_gettime(CLOCK_MONOTONIC, &progress.begun);
    progress.told = progress.begun;
}

static void draw(uint64_t rows, uint64_t bytes, uint64_t size, double elapsed)
{
    struct text line = {0};

    text_add_string(&line, "\r\033[K");
    text_add_plural(&line, rows, "row", "rows");
    text_add_string(&line, ", ");
    text_add_count(&line, (uint64_t)((double)rows / elapsed));
    text_add_format(&line, " rows/s, %.1f", (double)bytes / MEGABYTE);
    if (size > 0)
        text_add_format(&line, " of %.1f", (double)size / MEGABYTE);
    text_add_string(&line, " MB");
    fwrite(line.bytes, 1, line.length, stderr);
    text_free(&line);
    progress.drawn = true;
}

void progress_tell(uint64_t rows, uint64_t bytes, uint64_t size)
{
    struct timespec now;

    if (!progress.wanted)
        return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (seconds_between(&progress.told, &now) < REDRAW_SECONDS)
        return;
    progress.told = now;
    draw(rows, bytes, size, seconds_between(&progress.begun, &now));
}

void progress_clear(void)
{
    if (progress.drawn)
        fputs("\r\033[K", stderr);
    progress.drawn = false;
}
