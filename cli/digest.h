/* SPDX-License-Identifier: Apache-2.0 */
/* The SHA-256 and the length of what passes by. */
#ifndef CLI_DIGEST_H
#define CLI_DIGEST_H

#include <stdbool.h>
#include <stdint.h>

#include <littlegiant/littlegiant.h>
#include <nettle/sha2.h>

#include "text.h"

/* "sha256:" and 64 hexadecimal digits, with a NUL. */
enum { DIGEST_TEXT = 72 };

struct digest {
    struct sha256_ctx hash;
    uint64_t bytes;
};

void digest_begin(struct digest *digest);
void digest_add(struct digest *digest, struct span bytes);

/* Writes the digest of what was added, and begins anew: the number of bytes is told before. */
void digest_end(struct digest *digest, char text[DIGEST_TEXT]);

/* Of the canonical text of a rule set. */
void digest_rules(const lg_ruleset *rules, char text[DIGEST_TEXT]);

/* Reads a whole file. False after a message if it cannot be read. */
bool digest_file(const char *path, char text[DIGEST_TEXT], uint64_t *bytes);

#endif
