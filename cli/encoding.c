/* SPDX-License-Identifier: Apache-2.0 */
/* Recognises files that are no CSV in UTF-8 by how they begin, and bytes that are not UTF-8. */
#include "encoding.h"

#include <stdbool.h>
#include <string.h>

#include <unistr.h>

#define AS_UTF8 "; save it as \"CSV UTF-8\" or run iconv -f UTF-16 -t UTF-8"

static const struct signature {
    const char *bytes;
    size_t length;
    const char *meaning;
} SIGNATURES[] = {
    {"\xFF\xFE", 2, "seems to be UTF-16 text" AS_UTF8},
    {"\xFE\xFF", 2, "seems to be UTF-16 text" AS_UTF8},
    {"PK\x03\x04", 4, "seems to be an .xlsx workbook or another ZIP archive; save the table as \"CSV UTF-8\""},
    {"\xD0\xCF\x11\xE0", 4, "seems to be an .xls workbook; save the table as \"CSV UTF-8\""},
    {"\x1F\x8B", 2, "seems to be compressed with gzip; unpack it: gunzip -c FILE | littlegiant ... -"},
    {"%PDF", 4, "seems to be a PDF document, not a CSV table"},
    {"\x7F"
     "ELF",
     4, "seems to be a program, not a CSV table"},
    {"\x89PNG", 4, "seems to be a picture, not a CSV table"},
};

const char *encoding_suspicion(struct span beginning)
{
    size_t i;

    for (i = 0; i < sizeof SIGNATURES / sizeof *SIGNATURES; i++) {
        const struct signature *signature = &SIGNATURES[i];
        if (beginning.length >= signature->length && memcmp(beginning.bytes, signature->bytes, signature->length) == 0)
            return signature->meaning;
    }
    return NULL;
}

/* Text in UTF-16 has a NUL in every ASCII character, so nearly all at odd or all at even places. */
static const char *meaning_of_nul(struct span bytes)
{
    size_t at[2] = {0, 0};
    size_t i;

    for (i = 0; i < bytes.length; i++)
        at[i % 2] += bytes.bytes[i] == '\0';
    if ((at[0] > bytes.length / 4 && at[1] == 0) || (at[1] > bytes.length / 4 && at[0] == 0))
        return "holds NUL bytes as UTF-16 text does" AS_UTF8;
    return "holds a NUL byte, as binary data does; CSV text in UTF-8 is wanted";
}

static bool eight_are_ascii(const char *bytes)
{
    uint64_t eight;

    memcpy(&eight, bytes, sizeof eight);
    return (eight & UINT64_C(0x8080808080808080)) == 0;
}

/* Most of a table is ASCII, but for names: what stands before the first and after the last other byte, as far as eights
 * go, needs no look at characters. */
static struct span without_ascii_ends(struct span bytes)
{
    while (bytes.length >= 8 && eight_are_ascii(bytes.bytes)) {
        bytes.bytes += 8;
        bytes.length -= 8;
    }
    while (bytes.length >= 8 && eight_are_ascii(bytes.bytes + bytes.length - 8))
        bytes.length -= 8;
    return bytes;
}

const char *encoding_fault(struct span bytes)
{
    struct span rest = without_ascii_ends(bytes);

    if (memchr(bytes.bytes, '\0', bytes.length) != NULL)
        return meaning_of_nul(bytes);
    if (u8_check((const uint8_t *)rest.bytes, rest.length) != NULL)
        return "is not UTF-8; if the file is GBK: iconv -f GBK -t UTF-8 FILE | littlegiant ... -";
    return NULL;
}

size_t encoding_mark_length(struct span beginning)
{
    return beginning.length >= 3 && memcmp(beginning.bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}
