/* SPDX-License-Identifier: Apache-2.0 */
/* Text into a caller's buffer: cut at a character's border if it does not fit, and the need counted. */
#include <string.h>

#include "internal.h"

lg_status lg__writer_open(lg__writer *writer, lg_language language, char *text, uint64_t capacity, uint64_t *needed)
{
    writer->text = text;
    writer->capacity = text ? capacity : 0;
    writer->length = 0;
    writer->language = language;
    if (needed)
        *needed = 0;
    if (!text && capacity > 0)
        return LG_E_NULL;
    if (writer->capacity > 0)
        text[0] = '\0';
    return lg__is_language(language) ? LG_OK : LG_E_LANGUAGE;
}

void lg__put_bytes(lg__writer *writer, const char *bytes, uint64_t length)
{
    if (writer->length < writer->capacity) {
        uint64_t room = writer->capacity - writer->length;
        memcpy(writer->text + writer->length, bytes, (size_t)(length < room ? length : room));
    }
    writer->length += length;
}

void lg__put(lg__writer *writer, const char *text) { lg__put_bytes(writer, text, strlen(text)); }

const char *lg__decimal(int64_t number, char room[LG__DECIMAL_SIZE])
{
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    char *at = room + LG__DECIMAL_SIZE - 1;
    *at = '\0';
    do
        *--at = (char)('0' + rest % 10);
    while ((rest /= 10) != 0);
    if (number < 0)
        *--at = '-';
    return at;
}

/* Last position at or before `end` that does not split a UTF-8 sequence. */
static uint64_t character_border(const char *text, uint64_t end)
{
    while (end > 0 && ((unsigned char)text[end] & 0xC0) == 0x80)
        end--;
    return end;
}

lg_status lg__writer_close(lg__writer *writer, uint64_t *needed)
{
    if (needed)
        *needed = writer->length + 1;
    if (writer->length < writer->capacity) {
        writer->text[writer->length] = '\0';
        return LG_OK;
    }
    if (!writer->text)
        return LG_OK; /* the size alone was asked for */
    if (writer->capacity > 0)
        writer->text[character_border(writer->text, writer->capacity - 1)] = '\0';
    return LG_E_CAPACITY;
}
