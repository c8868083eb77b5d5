/* SPDX-License-Identifier: Apache-2.0 */
/* Sets of facts as the library has them: 256 bits, bit fact % 64 of word fact / 64. */
#ifndef CLI_FACTSET_H
#define CLI_FACTSET_H

#include <stdbool.h>
#include <stdint.h>

static inline void factset_add(uint64_t set[4], uint32_t fact) { set[fact / 64] |= (uint64_t)1 << fact % 64; }

static inline bool factset_has(const uint64_t set[4], uint32_t fact) { return (set[fact / 64] >> fact % 64 & 1) != 0; }

static inline bool factset_is_empty(const uint64_t set[4]) { return (set[0] | set[1] | set[2] | set[3]) == 0; }

static inline void factset_intersect(const uint64_t a[4], const uint64_t b[4], uint64_t both[4])
{
    int word;

    for (word = 0; word < 4; word++)
        both[word] = a[word] & b[word];
}

#endif
