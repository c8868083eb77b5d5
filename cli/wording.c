/* SPDX-License-Identifier: Apache-2.0 */
/* Calls the library's text functions with room that grows. */
#include "wording.h"

enum { ROOM_AT_FIRST = 4096 };

/* Makes room for what a call would have needed; true if the call has to be made once more. */
static bool wants_more(struct text *text, lg_status status, uint64_t needed)
{
    if (status == LG_E_CAPACITY) {
        text_reserve(text, (size_t)needed);
        return true;
    }
    if (status == LG_OK && needed > 0)
        text->length += (size_t)needed - 1;
    text->bytes[text->length] = '\0';
    return false;
}

/* What is free behind the text, with room for the NUL. */
static char *free_part(struct text *text, uint64_t *capacity)
{
    text_reserve(text, ROOM_AT_FIRST);
    *capacity = text->room - text->length;
    return text->bytes + text->length;
}

void wording_add_assessment(struct text *text, const lg_ruleset *rules, const lg_profile *profile, lg_language language)
{
    uint64_t capacity;
    uint64_t needed;
    lg_status status;

    do {
        char *end = free_part(text, &capacity);
        status = lg_explain(rules, profile, language, end, capacity, &needed);
    } while (wants_more(text, status, needed));
    if (text->length > 0 && text->bytes[text->length - 1] != '\n')
        text_add_string(text, "\n");
}

void wording_add_criterion(struct text *text, const lg_ruleset *rules, uint32_t criterion, const lg_profile *profile,
                           lg_language language)
{
    uint64_t capacity;
    uint64_t needed;
    lg_status status;

    do {
        char *end = free_part(text, &capacity);
        status = lg_explain_criterion(rules, criterion, profile, language, end, capacity, &needed);
    } while (wants_more(text, status, needed));
}

void wording_add_requirement(struct text *text, const lg_ruleset *rules, uint32_t criterion, lg_language language)
{
    uint64_t capacity;
    uint64_t needed;
    lg_status status;

    do {
        char *end = free_part(text, &capacity);
        status = lg_criterion_requirement(rules, criterion, language, end, capacity, &needed);
    } while (wants_more(text, status, needed));
}

void wording_add_value(struct text *text, uint32_t fact, int64_t value, lg_language language)
{
    uint64_t capacity;
    uint64_t needed;
    lg_status status;

    do {
        char *end = free_part(text, &capacity);
        status = lg_fact_format(fact, value, language, end, capacity, &needed);
    } while (wants_more(text, status, needed));
}

void wording_add_fact(struct text *text, const lg_profile *profile, uint32_t fact, lg_language language)
{
    int64_t value;

    lg_profile_get(profile, fact, &value, NULL);
    text_add_format(text, "%s: ", lg_fact_title(fact, language));
    wording_add_value(text, fact, value, language);
}

void wording_add_table(struct text *text, const lg_ruleset *rules)
{
    uint64_t capacity;
    uint64_t needed;
    lg_status status;

    do {
        char *end = free_part(text, &capacity);
        status = lg_ruleset_table(rules, end, capacity, &needed);
    } while (wants_more(text, status, needed));
}
