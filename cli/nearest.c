/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the nearest name by edit distance: letters put in, left out, changed or swapped. */
#include "nearest.h"

#include <stdlib.h>
#include <string.h>

/* Longer names are no slip of one that exists. */
enum { LONGEST_NAME = 80 };

void nearest_begin(struct nearest *nearest, struct span wanted)
{
    memset(nearest, 0, sizeof *nearest);
    nearest->wanted = wanted;
    nearest->distance = SIZE_MAX;
}

void nearest_end(struct nearest *nearest) { text_free(&nearest->best); }

/* ASCII only, whatever the locale; a name in the wrong case is the right name. */
static unsigned char lower(char character)
{
    return (unsigned char)(character >= 'A' && character <= 'Z' ? character - 'A' + 'a' : character);
}

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

/* Optimal string alignment. Three rows of the table are enough: the swap looks two rows back. */
static size_t edit_distance(struct span a, struct span b)
{
    size_t rows[3][LONGEST_NAME + 1];
    size_t i;
    size_t j;

    for (j = 0; j <= b.length; j++)
        rows[0][j] = j;
    for (i = 1; i <= a.length; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i - 1) % 3];
        const size_t *before = rows[(i + 1) % 3];

        row[0] = i;
        for (j = 1; j <= b.length; j++) {
            unsigned char x = lower(a.bytes[i - 1]);
            unsigned char y = lower(b.bytes[j - 1]);

            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == lower(b.bytes[j - 2]) && y == lower(a.bytes[i - 2]))
                row[j] = least(row[j], before[j - 2] + 1);
        }
    }
    return rows[a.length % 3][b.length];
}

void nearest_offer(struct nearest *nearest, const char *name, const char *answer)
{
    struct span offered = span_of(name);
    size_t distance;

    if (offered.length > LONGEST_NAME || nearest->wanted.length > LONGEST_NAME)
        return;
    distance = edit_distance(nearest->wanted, offered);
    if (distance >= nearest->distance)
        return;
    nearest->distance = distance;
    text_clear(&nearest->best);
    text_add_string(&nearest->best, answer);
}

const char *nearest_answer(const struct nearest *nearest)
{
    /* A third of the letters may be wrong, and two always. */
    size_t allowed = nearest->wanted.length / 3 < 2 ? 2 : nearest->wanted.length / 3;

    if (nearest->distance > allowed || nearest->distance >= nearest->wanted.length)
        return NULL;
    return text_string(&nearest->best);
}
