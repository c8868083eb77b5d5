/* SPDX-License-Identifier: Apache-2.0 */
/* JSON values of the library's numbers and texts. */
#include "json.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Jansson takes a want of memory for a slip in the text that it reads, and says so. It must not find any. */
static void *allocate(size_t size)
{
    void *memory = malloc(size);

    if (memory == NULL)
        memory_is_out();
    return memory;
}

void json_begin(void) { json_set_alloc_funcs(allocate, free); }

json_t *json_sure(json_t *value)
{
    if (value == NULL)
        memory_is_out();
    return value;
}

void json_put(json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, json_sure(value)) != 0)
        json_sure(NULL);
}

void json_append(json_t *array, json_t *value)
{
    if (json_array_append_new(array, json_sure(value)) != 0)
        json_sure(NULL);
}

json_t *json_bytes(struct span bytes)
{
    struct text repaired = {0};
    json_t *value;

    text_add_repaired(&repaired, bytes);
    value = json_stringn(text_string(&repaired), repaired.length);
    text_free(&repaired);
    return json_sure(value);
}

json_t *json_text(const char *string) { return string == NULL ? json_null() : json_bytes(span_of(string)); }

json_t *json_fraction(const lg_fraction *fraction)
{
    struct text text = {0};
    json_t *value;

    if (fraction->denominator.low == 0 && fraction->denominator.high == 0)
        return json_null();
    text_add_int128(&text, fraction->numerator);
    text_add_string(&text, "/");
    text_add_int128(&text, fraction->denominator);
    value = json_text(text_string(&text));
    text_free(&text);
    return value;
}

json_t *json_date(int32_t date)
{
    char text[32];

    if (date == 0)
        return json_null();
    snprintf(text, sizeof text, "%04d-%02d-%02d", date / 10000, date / 100 % 100, date % 100);
    return json_text(text);
}

json_t *json_languages(const char *(*text_of)(uint32_t, lg_language), uint32_t index)
{
    json_t *object = json_sure(json_object());
    lg_language language;

    for (language = 0; lg_language_name(language) != NULL; language++)
        json_put(object, lg_language_name(language), json_text(text_of(index, language)));
    return object;
}

json_t *json_lines(const struct text *lines)
{
    json_t *array = json_sure(json_array());
    const char *line = text_string(lines);
    const char *end;

    for (; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        struct span span = {line, (size_t)(end - line)};
        json_append(array, json_bytes(span));
    }
    return array;
}

static int add_bytes(const char *bytes, size_t length, void *data)
{
    text_add(data, bytes, length);
    return 0;
}

/* Jansson leaves characters beyond ASCII as they are, those that steer a terminal too. */
void json_add(struct text *text, json_t *value, size_t flags)
{
    struct text dump = {0};

    if (json_dump_callback(json_sure(value), add_bytes, &dump, flags) != 0)
        json_sure(NULL);
    text_add_json_safe(text, (struct span){dump.bytes, dump.length});
    text_free(&dump);
    json_decref(value);
}

/* ASCII that stands for itself. */
static bool is_plain(struct span bytes)
{
    size_t i;

    for (i = 0; i < bytes.length; i++) {
        char c = bytes.bytes[i];
        if (c < ' ' || c > '~' || c == '"' || c == '\\')
            return false;
    }
    return true;
}

void json_add_string(struct text *text, struct span bytes)
{
    if (!is_plain(bytes)) {
        json_add(text, json_bytes(bytes), JSON_ENCODE_ANY);
        return;
    }
    text_add(text, "\"", 1);
    text_add(text, bytes.bytes, bytes.length);
    text_add(text, "\"", 1);
}
