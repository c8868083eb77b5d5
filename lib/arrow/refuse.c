/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences about what was refused, in parts. */
#include <string.h>

#include "batch.h"

void lg__put_all(lg__writer *writer, const char *const *parts)
{
    for (; *parts; parts++)
        lg__put(writer, *parts);
}

lg_status lg__refuse_memory(lg__writer *why) { return REFUSE(why, LG_E_MEMORY, "there is not enough memory"); }

lg_status lg__refuse_result(lg__writer *why, lg_status status)
{
    if (status == LG_E_MEMORY)
        return lg__refuse_memory(why);
    LG__ASSERT(status == LG_E_CAPACITY);
    return REFUSE(why, status, "the texts of a column exceed 2^31 bytes; judge fewer rows at once");
}

const char *lg__digits(lg__snippet *snippet, int64_t number) { return lg__decimal(number, snippet->text); }

/* Of three and four bytes some would say in more bytes what fewer say, or no character. */
static int is_out_of_place(const unsigned char *at)
{
    return (at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xED && at[1] > 0x9F) || (at[0] == 0xF0 && at[1] < 0x90) ||
           (at[0] == 0xF4 && at[1] > 0x8F);
}

/* Bytes of the UTF-8 character that begins here; 0 if none does, or one that steers a terminal. */
static uint64_t visible_character(const char *name)
{
    const unsigned char *at = (const unsigned char *)name;
    uint64_t length = at[0] < 0x80 ? 1 : at[0] < 0xC2 ? 0 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : at[0] < 0xF5 ? 4 : 0;
    for (uint64_t i = 1; i < length; i++)
        if ((at[i] & 0xC0) != 0x80) /* also the NUL at the end */
            return 0;
    int is_control = at[0] < ' ' || at[0] == 0x7F || (at[0] == 0xC2 && at[1] < 0xA0);
    return is_control || is_out_of_place(at) ? 0 : length;
}

const char *lg__excerpt(lg__snippet *snippet, const char *name)
{
    static const char MORE[] = "...";
    lg__writer writer;
    lg__writer_open(&writer, LG_ENGLISH, snippet->text, sizeof snippet->text - (sizeof MORE - 1), NULL);
    while (*name && writer.length < writer.capacity) {
        uint64_t length = visible_character(name);
        lg__put_bytes(&writer, length > 0 ? name : "?", length > 0 ? length : 1);
        name += length > 0 ? length : 1;
    }
    if (lg__writer_close(&writer, NULL) != LG_OK)
        memcpy(snippet->text + strlen(snippet->text), MORE, sizeof MORE);
    return snippet->text;
}

void lg__put_column(lg__writer *writer, uint32_t fact, lg_unit unit)
{
    lg__put(writer, lg__facts[fact].name);
    lg__put(writer, lg_unit_describe(unit)->suffix);
}

/* The unit after this one in which the fact can be written, or LG_UNIT_NONE. */
static lg_unit next_unit(uint32_t fact, lg_unit unit)
{
    while (lg_unit_describe(++unit))
        if (lg__is_unit_of(&lg__facts[fact], unit))
            return unit;
    return LG_UNIT_NONE;
}

void lg__put_columns(lg__writer *writer, uint32_t fact)
{
    const char *before = "";
    for (lg_unit unit = next_unit(fact, LG_UNIT_NONE), next; unit != LG_UNIT_NONE; unit = next) {
        next = next_unit(fact, unit);
        lg__put(writer, before);
        lg__put_column(writer, fact, unit);
        before = next_unit(fact, next) == LG_UNIT_NONE ? " or " : ", ";
    }
}
