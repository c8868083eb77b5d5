/* SPDX-License-Identifier: Apache-2.0 */
/* Sets of facts as the library has them: 256 bits, bit fact % 64 of word fact / 64. */
#ifndef CLI_FACTSET_H
#define CLI_FACTSET_H

#include <stdbool.h>
#include <stdint.h>

static inline void factset_add(uint64_t set[4], uint32_t fact) { set[fact / 64] |= (uint64_t)1 << fact % 64; }

static inline bool factset_has(const uint64_t set[4], uint32_t fact) { return (set[fact / 64] >> fact % 64 & 1) != 0; }

#endif
