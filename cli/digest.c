/* SPDX-License-Identifier: Apache-2.0 */
/* Counts and hashes bytes. */
#include "digest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "message.h"

#define PREFIX "sha256:"
enum { STEP = 1 << 16 };

typedef char a_digest_fits[sizeof PREFIX + 2 * SHA256_DIGEST_SIZE == DIGEST_TEXT ? 1 : -1];

void digest_begin(struct digest *digest)
{
    sha256_init(&digest->hash);
    digest->bytes = 0;
}

void digest_add(struct digest *digest, struct span bytes)
{
    sha256_update(&digest->hash, bytes.length, (const uint8_t *)bytes.bytes);
    digest->bytes += bytes.length;
}

static void put_text(const uint8_t bytes[SHA256_DIGEST_SIZE], char text[DIGEST_TEXT])
{
    size_t i;

    memcpy(text, PREFIX, sizeof PREFIX);
    for (i = 0; i < SHA256_DIGEST_SIZE; i++)
        snprintf(text + sizeof PREFIX - 1 + 2 * i, 3, "%02x", bytes[i]);
}

void digest_end(struct digest *digest, char text[DIGEST_TEXT])
{
    uint8_t bytes[SHA256_DIGEST_SIZE];

    sha256_digest(&digest->hash, sizeof bytes, bytes);
    put_text(bytes, text);
}

void digest_rules(const lg_ruleset *rules, char text[DIGEST_TEXT])
{
    uint8_t bytes[SHA256_DIGEST_SIZE];

    lg_ruleset_digest(rules, bytes);
    put_text(bytes, text);
}

static bool add_all(struct digest *digest, int descriptor)
{
    char *buffer = memory_get(STEP, 1);
    struct span read_bytes = {buffer, 0};
    ssize_t count;

    while ((count = read(descriptor, buffer, STEP)) > 0 || (count < 0 && errno == EINTR)) {
        read_bytes.length = count > 0 ? (size_t)count : 0;
        digest_add(digest, read_bytes);
    }
    free(buffer);
    return count == 0;
}

bool digest_file(const char *path, char text[DIGEST_TEXT], uint64_t *bytes)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    struct digest digest;
    bool done;

    digest_begin(&digest);
    done = descriptor >= 0 && add_all(&digest, descriptor);
    if (!done)
        message_file(path, "cannot be read: %s", strerror(errno));
    if (descriptor >= 0)
        close(descriptor);
    *bytes = digest.bytes;
    digest_end(&digest, text);
    return done;
}
