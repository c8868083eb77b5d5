/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 (FIPS 180-4) over bytes that come piece by piece. For tables of a few kilobytes; nothing here is secret. */
#ifndef LG_SHA256_H
#define LG_SHA256_H

#include <stdint.h>

#define LG__SHA256_SIZE 32u
#define LG__SHA256_BLOCK 64u

typedef struct lg__sha256 {
    uint32_t state[8];
    uint64_t length; /* bytes so far */
    uint8_t block[LG__SHA256_BLOCK];
} lg__sha256;

void lg__sha256_begin(lg__sha256 *hash);
void lg__sha256_add(lg__sha256 *hash, const void *bytes, uint64_t length);
void lg__sha256_end(lg__sha256 *hash, uint8_t digest[LG__SHA256_SIZE]);

#endif
