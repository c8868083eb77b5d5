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

const char *lg__digits(lg__snippet *snippet, int64_t number)
{
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    char *at = snippet->text + sizeof snippet->text - 1;
    *at = '\0';
    do
        *--at = (char)('0' + rest % 10);
    while ((rest /= 10) != 0);
    if (number < 0)
        *--at = '-';
    return at;
}

const char *lg__excerpt(lg__snippet *snippet, const char *name)
{
    static const char MORE[] = "...";
    lg__writer writer;
    lg__writer_open(&writer, LG_ENGLISH, snippet->text, sizeof snippet->text - (sizeof MORE - 1), NULL);
    for (; *name && writer.length < writer.capacity; name++)
        lg__put_bytes(&writer, (unsigned char)*name < ' ' || *name == 0x7F ? "?" : name, 1);
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
