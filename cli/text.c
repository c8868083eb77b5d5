/* SPDX-License-Identifier: Apache-2.0 */
/* The growing text: appending, numbers, and making foreign bytes fit for people and terminals. */
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <pthread.h>
#include <unictype.h>
#include <unilbrk.h>
#include <unistr.h>
#include <uniwidth.h>

enum { EXCERPT_COLUMNS = 60, SMALLEST_ROOM = 256 };

/* ------------------------------------------------------------------------------ memory */

static const char *last_words = "";

void memory_set_last_words(const char *words) { last_words = words; }

/* Of several threads one ends the program, which exit() can do once. */
void memory_is_out(void)
{
    static pthread_mutex_t ending = PTHREAD_MUTEX_INITIALIZER;

    pthread_mutex_lock(&ending);
    fputs("littlegiant: out of memory\n", stderr);
    fputs(last_words, stderr);
    exit(2);
}

void *memory_get(size_t count, size_t size)
{
    void *memory = calloc(count == 0 ? 1 : count, size);

    if (memory == NULL)
        memory_is_out();
    return memory;
}

void *memory_resize(void *memory, size_t count, size_t size)
{
    void *resized = NULL;

    if (count <= SIZE_MAX / size)
        resized = realloc(memory, count * size);
    if (resized == NULL)
        memory_is_out();
    return resized;
}

/* --------------------------------------------------------------------------- appending */

struct span span_of(const char *string)
{
    struct span span = {string, strlen(string)};

    return span;
}

void text_free(struct text *text)
{
    free(text->bytes);
    memset(text, 0, sizeof *text);
}

void text_clear(struct text *text)
{
    text->length = 0;
    if (text->bytes != NULL)
        text->bytes[0] = '\0';
}

void text_reserve(struct text *text, size_t more)
{
    size_t room = text->room < SMALLEST_ROOM ? SMALLEST_ROOM : text->room;

    if (text->room - text->length > more)
        return;
    while (room - text->length <= more)
        room *= 2;
    text->bytes = memory_resize(text->bytes, room, 1);
    text->room = room;
}

void text_add(struct text *text, const void *bytes, size_t length)
{
    text_reserve(text, length);
    if (length > 0)
        memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void text_add_string(struct text *text, const char *string) { text_add(text, string, strlen(string)); }

void text_add_format(struct text *text, const char *format, ...)
{
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        return;
    text_reserve(text, (size_t)length);
    va_start(arguments, format);
    vsnprintf(text->bytes + text->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    text->length += (size_t)length;
}

const char *text_string(const struct text *text) { return text->bytes == NULL ? "" : text->bytes; }

/* ----------------------------------------------------------------------------- numbers */

void text_add_count(struct text *text, uint64_t count)
{
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%llu", (unsigned long long)count);
    int i;

    for (i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            text_add(text, ",", 1);
        text_add(text, digits + i, 1);
    }
}

void text_add_points(struct text *text, int64_t hundredths)
{
    uint64_t whole = hundredths < 0 ? 0u - (uint64_t)hundredths : (uint64_t)hundredths;
    unsigned part = (unsigned)(whole % 100);

    text_add_string(text, hundredths < 0 ? "-" : "");
    text_add_count(text, whole / 100);
    if (part != 0)
        text_add_format(text, part % 10 != 0 ? ".%02u" : ".%u", part % 10 != 0 ? part : part / 10);
}

void text_add_yuan(struct text *text, int64_t fen)
{
    uint64_t whole = fen < 0 ? 0u - (uint64_t)fen : (uint64_t)fen;

    text_add_string(text, fen < 0 ? "-" : "");
    text_add_count(text, whole / 100);
    if (whole % 100 != 0)
        text_add_format(text, ".%02u", (unsigned)(whole % 100));
}

void text_add_plural(struct text *text, uint64_t count, const char *one, const char *many)
{
    text_add_count(text, count);
    text_add_string(text, " ");
    text_add_string(text, count == 1 ? one : many);
}

void text_add_aligned_count(struct text *text, uint64_t count, size_t columns)
{
    struct text number = {0};

    text_add_count(&number, count);
    text_pad(text, text->length, columns > number.length ? columns - number.length : 0);
    text_add(text, number.bytes, number.length);
    text_free(&number);
}

/* Divides a number of four 32-bit limbs, the highest first, by 10^9 and gives the remainder. */
static uint32_t divide_by_billion(uint32_t limbs[4])
{
    uint64_t rest = 0;
    int i;

    for (i = 0; i < 4; i++) {
        rest = rest << 32 | limbs[i];
        limbs[i] = (uint32_t)(rest / 1000000000u);
        rest %= 1000000000u;
    }
    return (uint32_t)rest;
}

void text_add_int128(struct text *text, lg_int128 value)
{
    int negative = value.high < 0;
    uint64_t low = negative ? ~value.low + 1 : value.low;
    uint64_t high = negative ? ~(uint64_t)value.high + (low == 0) : (uint64_t)value.high;
    uint32_t limbs[4] = {(uint32_t)(high >> 32), (uint32_t)high, (uint32_t)(low >> 32), (uint32_t)low};
    char digits[64];
    char *first = digits + sizeof digits - 1;
    const char *end = first;

    *first = '\0';
    do { /* nine digits at a time, from the right */
        uint32_t nine = divide_by_billion(limbs);
        int i;
        for (i = 0; i < 9; i++, nine /= 10)
            *--first = (char)('0' + nine % 10);
    } while (limbs[0] | limbs[1] | limbs[2] | limbs[3]);
    while (first + 1 < end && *first == '0')
        first++;
    text_add_string(text, negative ? "-" : "");
    text_add_string(text, first);
}

/* ------------------------------------------------------------------------ foreign bytes */

/* Characters that steer a terminal or reorder a line instead of standing for themselves. */
static int is_invisible(ucs4_t character)
{
    return uc_is_general_category_withtable(character, UC_CATEGORY_MASK_C | UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp);
}

/* The next character; 0 if the bytes are not UTF-8. *length is what was read, at least 1. */
static int next_character(struct span bytes, size_t at, ucs4_t *character, size_t *length)
{
    const uint8_t *first = (const uint8_t *)bytes.bytes + at;
    int read = u8_mbtoucr(character, first, bytes.length - at);

    *length = read > 0 ? (size_t)read : 1;
    return read > 0;
}

static void add_escape(struct text *text, ucs4_t character)
{
    switch (character) {
    case '\n':
        text_add_string(text, "\\n");
        break;
    case '\r':
        text_add_string(text, "\\r");
        break;
    case '\t':
        text_add_string(text, "\\t");
        break;
    default:
        text_add_format(text, character < 0x80 ? "\\x%02x" : "\\u%04x", (unsigned)character);
    }
}

/* Writes one character or bad byte so that it can be seen; gives the columns it took. */
static size_t add_visible_character(struct text *text, struct span bytes, size_t at, size_t *length)
{
    size_t before = text->length;
    ucs4_t character;

    if (bytes.bytes[at] >= ' ' && bytes.bytes[at] <= '~') { /* most characters, and all the same width */
        *length = 1;
        text_add(text, bytes.bytes + at, 1);
        return 1;
    }
    if (!next_character(bytes, at, &character, length)) {
        text_add_format(text, "\\x%02x", (unsigned char)bytes.bytes[at]);
    } else if (is_invisible(character)) {
        add_escape(text, character);
    } else {
        int width = uc_width(character, "UTF-8");
        text_add(text, bytes.bytes + at, *length);
        return width > 0 ? (size_t)width : 0;
    }
    return text->length - before;
}

/* JSON text in which every invisible character, which can only stand in a string, is written as \\u. */
void text_add_json_safe(struct text *text, struct span bytes)
{
    size_t length;
    size_t at;

    for (at = 0; at < bytes.length; at += length) {
        ucs4_t character;
        bool plain = (unsigned char)bytes.bytes[at] < 0x80;

        length = 1;
        if (plain || !next_character(bytes, at, &character, &length) || !is_invisible(character))
            text_add(text, bytes.bytes + at, length);
        else if (character < 0x10000)
            text_add_format(text, "\\u%04x", (unsigned)character);
        else
            text_add_format(text, "\\u%04x\\u%04x", (unsigned)(0xD800 + ((character - 0x10000) >> 10)),
                            (unsigned)(0xDC00 + ((character - 0x10000) & 0x3FF)));
    }
}

void text_add_visible(struct text *text, struct span bytes, size_t columns)
{
    size_t used = 0;
    size_t shown = 0; /* characters, so that a tail of zero-width ones ends as well */
    size_t length;
    size_t at;

    for (at = 0; at < bytes.length; at += length, shown++) {
        size_t before = text->length;
        used += add_visible_character(text, bytes, at, &length);
        if (used > columns || shown >= 4 * columns) {
            text->length = before;
            text_add_string(text, "\xE2\x80\xA6");
            return;
        }
    }
}

void text_add_excerpt(struct text *text, struct span bytes)
{
    text_add_string(text, "'");
    text_add_visible(text, bytes, EXCERPT_COLUMNS);
    text_add_string(text, "'");
}

void text_add_repaired(struct text *text, struct span bytes)
{
    size_t length;
    size_t at;

    for (at = 0; at < bytes.length; at += length) {
        ucs4_t character;
        if (next_character(bytes, at, &character, &length) && character != 0)
            text_add(text, bytes.bytes + at, length);
        else
            text_add_string(text, "\xEF\xBF\xBD");
    }
}

/* ------------------------------------------------------------------------------ layout */

size_t text_width(const char *string) { return (size_t)u8_strwidth((const uint8_t *)string, "UTF-8"); }

void text_pad(struct text *text, size_t line_start, size_t columns)
{
    size_t width = line_start < text->length ? text_width(text->bytes + line_start) : 0;

    for (; width < columns; width++)
        text_add(text, " ", 1);
}

void text_add_right(struct text *text, const char *string, size_t columns)
{
    size_t width = text_width(string);

    text_pad(text, text->length, columns > width ? columns - width : 0);
    text_add_string(text, string);
}

/* Ends a line and indents the next one; a space that stood at the break is not wanted. */
static void break_line(struct text *text, size_t indent)
{
    while (text->length > 0 && text->bytes[text->length - 1] == ' ')
        text->length--;
    text_add_string(text, "\n");
    text_pad(text, text->length, indent);
}

void text_add_wrapped(struct text *text, const char *paragraph, size_t indent, size_t columns)
{
    const uint8_t *bytes = (const uint8_t *)paragraph;
    size_t length = strlen(paragraph);
    char *breaks = memory_get(length, 1);
    size_t i;

    u8_width_linebreaks(bytes, length, (int)(columns - indent), 0, 0, NULL, "UTF-8", breaks);
    for (i = 0; i < length; i++) {
        if (breaks[i] == UC_BREAK_POSSIBLE)
            break_line(text, indent);
        text_add(text, paragraph + i, 1);
    }
    free(breaks);
}
