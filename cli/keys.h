/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers keys from 0 in the order in which they come: a hash table of byte strings. */
#ifndef CLI_KEYS_H
#define CLI_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

#define KEY_NONE SIZE_MAX

struct keys {
    struct span *keys; /* copies */
    size_t count;
    size_t room;
    size_t *slots; /* number of a key plus 1, or 0 */
    size_t slot_count;
};

/* Zeroed memory is an empty table. */
void keys_free(struct keys *keys);

/* Number of a key, or KEY_NONE. */
size_t keys_find(const struct keys *keys, struct span key);

/* Number of a key, which is added if it is new. */
size_t keys_add(struct keys *keys, struct span key, bool *is_new);

#endif
