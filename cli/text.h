/* SPDX-License-Identifier: Apache-2.0 */
/* A growing text: the one kind of buffer that the program builds its output and messages in. */
#ifndef CLI_TEXT_H
#define CLI_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include <littlegiant/littlegiant.h>

#ifdef __GNUC__
#define CLI_PRINTF(text, first) __attribute__((__format__(__printf__, text, first)))
#define CLI_NORETURN __attribute__((__noreturn__))
#else
#define CLI_PRINTF(text, first)
#define CLI_NORETURN
#endif

/* Zeroed memory is an empty text. Once something was added, bytes[length] is a NUL. */
struct text {
    char *bytes;
    size_t length;
    size_t room;
};

/* Bytes that belong to somebody else. */
struct span {
    const char *bytes;
    size_t length;
};

/* Memory that is there: without it the program says so and ends with status 2. */
void *memory_get(size_t count, size_t size);
void *memory_resize(void *memory, size_t count, size_t size);

/* For those who ask somebody else for memory: says that there is none and ends the program. */
void memory_is_out(void) CLI_NORETURN;

/* What is said then besides: that a file is complete all the same. The words must stay. */
void memory_set_last_words(const char *words);

struct span span_of(const char *string);

void text_free(struct text *text);
void text_clear(struct text *text);
void text_reserve(struct text *text, size_t more);
void text_add(struct text *text, const void *bytes, size_t length);
void text_add_string(struct text *text, const char *string);
void text_add_format(struct text *text, const char *format, ...) CLI_PRINTF(2, 3);

/* What was built, as a string; "" while nothing was. */
const char *text_string(const struct text *text);

/* A count with its thousands separated: 1,234,567. */
void text_add_count(struct text *text, uint64_t count);

/* Points from hundredths of a point: 5 or 7.5. */
void text_add_points(struct text *text, int64_t hundredths);

/* A sum of money from fen: 500,000 or 0.50. */
void text_add_yuan(struct text *text, int64_t fen);

/* "1 row", "2 rows". */
void text_add_plural(struct text *text, uint64_t count, const char *one, const char *many);

/* A 128-bit integer in decimal. */
void text_add_int128(struct text *text, lg_int128 value);

/* Adds JSON text with characters that steer a terminal or reorder a line written as \u escapes. */
void text_add_json_safe(struct text *text, struct span bytes);

/* For people: what would steer a terminal, or is not UTF-8, is written as \x1b or \u202e; what is
 * wider than so many columns is cut with an ellipsis. */
void text_add_visible(struct text *text, struct span bytes, size_t columns);

/* As text_add_visible, in single quotes and about a line's width: what a message shows of a value. */
void text_add_excerpt(struct text *text, struct span bytes);

/* As it is, but bytes that are not UTF-8 (or are NUL) become U+FFFD. */
void text_add_repaired(struct text *text, struct span bytes);

/* Spaces until the line that began at this offset of the text is so many columns wide. */
void text_pad(struct text *text, size_t line_start, size_t columns);

/* Right-aligned count in so many columns. */
void text_add_aligned_count(struct text *text, uint64_t count, size_t columns);

/* A string in so many columns, to the right. */
void text_add_right(struct text *text, const char *string, size_t columns);

/* A paragraph, broken at so many columns; all lines but the first are indented. */
void text_add_wrapped(struct text *text, const char *paragraph, size_t indent, size_t columns);

/* Columns that a string takes on a terminal. */
size_t text_width(const char *string);

#endif
