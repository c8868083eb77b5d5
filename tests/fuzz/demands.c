/* SPDX-License-Identifier: Apache-2.0 */
#include "demands.h"

static void demand_short_text(input *in, text_function function, const void *call, const char *whole, uint64_t size)
{
    uint64_t capacity = take_u32(in) % size, needed = 1;
    char *text = room_get((size_t)capacity);
    REQUIRE(function(call, text, capacity, &needed) == LG_E_CAPACITY && needed == size);
    REQUIRE(capacity == 0 || memchr(text, '\0', (size_t)capacity) != NULL);
    REQUIRE(capacity == 0 || (strncmp(text, whole, strlen(text)) == 0 && is_clean_text(text, strlen(text))));
    free(text);
}

char *demand_text(input *in, text_function function, const void *call, lg_status *status)
{
    uint64_t needed = UINT64_MAX, again = UINT64_MAX;
    *status = function(call, NULL, 0, &needed);
    uint64_t size = *status == LG_OK ? needed : 1;
    char *text = room_get((size_t)size);
    REQUIRE(function(call, text, size, NULL) == *status && strlen(text) == size - 1);
    REQUIRE(function(call, text, size, &again) == *status && again == needed && strlen(text) == size - 1);
    REQUIRE(is_clean_text(text, strlen(text)));
    REQUIRE(function(call, NULL, 1 + take_byte(in), &again) < 0 && again <= 1);
    if (*status == LG_OK)
        demand_short_text(in, function, call, text, size);
    return text;
}

void *demand_list(input *in, list_function function, const void *call, size_t element, uint32_t *count,
                  lg_status *status)
{
    uint32_t again = UINT32_MAX;
    *count = UINT32_MAX;
    *status = function(call, NULL, 0, count);
    REQUIRE(*count < 1024 && (*status == LG_OK || *count == 0));
    char *list = room_get(*count * element);
    REQUIRE(function(call, list, *count, &again) == *status && again == *count);
    REQUIRE(function(call, NULL, 1, &again) < 0 && again == 0);
    REQUIRE(function(call, list, *count, NULL) < 0);
    if (*count > 0) {
        uint32_t capacity = take_below(in, *count);
        char *part = room_get(capacity * element);
        REQUIRE(function(call, part, capacity, &again) == LG_E_CAPACITY && again == *count);
        REQUIRE(capacity == 0 || memcmp(part, list, capacity * element) == 0);
        free(part);
    }
    return list;
}
