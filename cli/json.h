/* SPDX-License-Identifier: Apache-2.0 */
/* Small additions to the JSON library: values that cannot fail, and the library's own numbers. */
#ifndef CLI_JSON_H
#define CLI_JSON_H

#include <jansson.h>

#include <littlegiant/littlegiant.h>

#include "text.h"

/* How all documents are laid out. */
#define JSON_LAYOUT (JSON_INDENT(2) | JSON_PRESERVE_ORDER)

/* To be called before anything else of JSON: without memory the program ends. */
void json_begin(void);

/* Memory that is there, or the end of the program. */
json_t *json_sure(json_t *value);

/* Takes over value. */
void json_put(json_t *object, const char *key, json_t *value);
void json_append(json_t *array, json_t *value);

/* A string; null for NULL. Bytes that are not UTF-8 become U+FFFD. */
json_t *json_text(const char *string);

/* The text of the thing with this index, in every language. */
json_t *json_languages(const char *(*text_of)(uint32_t, lg_language), uint32_t index);
json_t *json_bytes(struct span bytes);

/* "num/den" with all 128 bits; null where there is no number. */
json_t *json_fraction(const lg_fraction *fraction);

/* YYYYMMDD as "YYYY-MM-DD"; null for 0. */
json_t *json_date(int32_t date);

/* An array of the lines of a text. */
json_t *json_lines(const struct text *lines);

/* Appends value as JSON and lets go of it. */
void json_add(struct text *text, json_t *value, size_t flags);

/* Appends a string as JSON. */
void json_add_string(struct text *text, struct span bytes);

#endif
