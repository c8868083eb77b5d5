/* SPDX-License-Identifier: Apache-2.0 */
#include "input.h"

void fuzz_fail(const char *file, int line, const char *condition)
{
    fprintf(stderr, "%s:%d: not kept: %s\n", file, line, condition);
    fflush(stderr);
    abort();
}

/* ----------------------------------------------------------------------------- decisions */

static uint64_t take(input *in, int bytes)
{
    uint64_t value = 0;
    for (; bytes > 0 && in->left > 0; bytes--, in->left--)
        value = value << 8 | *in->at++;
    return value;
}

uint8_t take_byte(input *in) { return (uint8_t)take(in, 1); }

uint32_t take_u32(input *in) { return (uint32_t)take(in, 4); }

uint64_t take_u64(input *in) { return take(in, 8); }

uint32_t take_below(input *in, uint32_t n) { return (uint32_t)take(in, n <= 256 ? 1 : 4) % n; }

int take_chance(input *in, uint32_t n) { return take_below(in, n) == n - 1; }

int64_t take_number(input *in)
{
    static const int64_t EDGES[] = {INT64_MIN, INT64_MAX, INT32_MIN, INT32_MAX, UINT32_MAX, INT16_MIN, INT16_MAX};
    uint8_t kind = take_byte(in);
    if (kind < 64)
        return (int64_t)kind - 8;
    if (kind < 128)
        return EDGES[kind % COUNT(EDGES)] + take_byte(in) % 3 * (EDGES[kind % COUNT(EDGES)] < 0 ? 1 : -1);
    if (kind < 192)
        return (int64_t)((UINT64_C(1) << kind % 64) + take_byte(in) % 3 - 1);
    return (int64_t)take_u64(in);
}

uint32_t take_index(input *in, uint32_t n)
{
    uint32_t i = take_byte(in);
    return i < 240 ? i % n : (uint32_t)take_number(in);
}

char *take_text(input *in, size_t *length)
{
    size_t wanted = take_byte(in), got = wanted < in->left ? wanted : in->left;
    char *text = room_get(got + 1);
    if (got > 0)
        memcpy(text, in->at, got);
    text[got] = '\0';
    in->at += got;
    in->left -= got;
    *length = got;
    return text;
}

static char *copy_of(const char *word)
{
    size_t size = strlen(word) + 1;
    return memcpy(room_get(size), word, size);
}

char *take_word(input *in, const char *(*word_at)(uint32_t i), uint32_t count)
{
    size_t length;
    return take_chance(in, 8) ? take_text(in, &length) : copy_of(word_at(take_below(in, count)));
}

/* -------------------------------------------------------------------------------- memory */

void *room_get(size_t size)
{
    void *memory = malloc(size > 0 ? size : 1);
    REQUIRE(memory != NULL);
    memset(memory, ROOM_FILL, size);
    return memory;
}

int room_untouched(const void *memory, size_t size)
{
    const uint8_t *bytes = memory;
    while (size > 0 && bytes[size - 1] == ROOM_FILL)
        size--;
    return size == 0;
}

/* --------------------------------------------------------------------------------- texts */

/* Length of the character that begins here, 0 if it is none of UTF-8, and its code point. */
static size_t decode(const unsigned char *at, size_t left, uint32_t *point)
{
    static const uint32_t LEAST[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t length = at[0] < 0x80 ? 1 : at[0] < 0xC0 ? 0 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : at[0] < 0xF8 ? 4 : 0;
    if (length == 0 || length > left)
        return 0;
    *point = length == 1 ? at[0] : at[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((at[i] & 0xC0) != 0x80)
            return 0;
        *point = *point << 6 | (at[i] & 0x3F);
    }
    int is_one = *point >= LEAST[length] && *point <= 0x10FFFF && (*point < 0xD800 || *point > 0xDFFF);
    return is_one ? length : 0;
}

/* Whether it is UTF-8, and when that is wanted without control characters. */
static int is_text(const char *text, size_t length, int is_clean)
{
    const unsigned char *at = (const unsigned char *)text;
    uint32_t point = 0;
    for (size_t step; length > 0; at += step, length -= step) {
        step = decode(at, length, &point);
        int is_control = (point < 0x20 && point != '\n') || (point >= 0x7F && point < 0xA0);
        if (step == 0 || (is_clean && is_control))
            return 0;
    }
    return 1;
}

int is_utf8(const char *text, size_t length) { return is_text(text, length, 0); }

int is_clean_text(const char *text, size_t length) { return is_text(text, length, 1); }
