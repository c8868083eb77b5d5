/* SPDX-License-Identifier: Apache-2.0 */
/* Reads and writes days. Which days there are, the library knows. */
#include "date.h"

#include <stdbool.h>
#include <string.h>

static bool fits(const char *string, const char *pattern)
{
    for (; *pattern != '\0'; pattern++, string++) {
        bool is_digit = *string >= '0' && *string <= '9';
        if (*pattern == 'd' ? !is_digit : *string != *pattern)
            return false;
    }
    return *string == '\0';
}

int32_t date_read(const char *string)
{
    const lg_ruleset *rules;
    int32_t date = 0;

    if (!fits(string, "dddd-dd-dd") && !fits(string, "dddddddd"))
        return 0;
    for (; *string != '\0'; string++)
        date = *string == '-' ? date : 10 * date + (*string - '0');
    if (lg_ruleset_select(NULL, LG_LEVEL_LITTLE_GIANT, LG_APPLICATION_NEW, date, &rules) == LG_E_DATE)
        return 0;
    return date;
}

void date_add(struct text *text, int32_t date)
{
    if (date != 0)
        text_add_format(text, "%04d", date / 10000);
    if (date / 100 % 100 != 0)
        text_add_format(text, "-%02d", date / 100 % 100);
    if (date % 100 != 0)
        text_add_format(text, "-%02d", date % 100);
}
