/* SPDX-License-Identifier: Apache-2.0 */
/* Open addressing over a table that is never more than half full. */
#include "keys.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS_AT_FIRST = 64 };

void keys_free(struct keys *keys)
{
    size_t i;

    for (i = 0; i < keys->count; i++)
        free((char *)(uintptr_t)keys->keys[i].bytes);
    free(keys->keys);
    free(keys->slots);
    memset(keys, 0, sizeof *keys);
}

/* FNV-1a. */
static uint64_t hash_of(struct span key)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    size_t i;

    for (i = 0; i < key.length; i++)
        hash = (hash ^ (unsigned char)key.bytes[i]) * UINT64_C(1099511628211);
    return hash ^ hash >> 32;
}

static bool is_key(const struct keys *keys, size_t number, struct span key)
{
    struct span that = keys->keys[number];

    return that.length == key.length && (key.length == 0 || memcmp(that.bytes, key.bytes, key.length) == 0);
}

/* The slot of a key, or the free one where it belongs. */
static size_t slot_of(const struct keys *keys, struct span key)
{
    size_t slot = (size_t)hash_of(key) & (keys->slot_count - 1);

    while (keys->slots[slot] != 0 && !is_key(keys, keys->slots[slot] - 1, key))
        slot = (slot + 1) & (keys->slot_count - 1);
    return slot;
}

static void grow(struct keys *keys)
{
    size_t i;

    if (2 * (keys->count + 1) <= keys->slot_count)
        return;
    free(keys->slots);
    keys->slot_count = keys->slot_count == 0 ? SLOTS_AT_FIRST : 2 * keys->slot_count;
    keys->slots = memory_get(keys->slot_count, sizeof *keys->slots);
    for (i = 0; i < keys->count; i++)
        keys->slots[slot_of(keys, keys->keys[i])] = i + 1;
}

static void append(struct keys *keys, struct span key)
{
    char *copy = memory_get(key.length + 1, 1);

    if (keys->count == keys->room) {
        keys->room = keys->room == 0 ? SLOTS_AT_FIRST : 2 * keys->room;
        keys->keys = memory_resize(keys->keys, keys->room, sizeof *keys->keys);
    }
    if (key.length > 0)
        memcpy(copy, key.bytes, key.length);
    keys->keys[keys->count].bytes = copy;
    keys->keys[keys->count++].length = key.length;
}

size_t keys_find(const struct keys *keys, struct span key)
{
    return keys->slot_count == 0 ? KEY_NONE : keys->slots[slot_of(keys, key)] - 1;
}

size_t keys_add(struct keys *keys, struct span key, bool *is_new)
{
    size_t slot;

    grow(keys);
    slot = slot_of(keys, key);
    *is_new = keys->slots[slot] == 0;
    if (*is_new) {
        append(keys, key);
        keys->slots[slot] = keys->count;
    }
    return keys->slots[slot] - 1;
}
