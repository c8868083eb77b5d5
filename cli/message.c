/* SPDX-License-Identifier: Apache-2.0 */
/* Writes messages to standard error, one write each. */
#include "message.h"

#include <stdarg.h>
#include <stdio.h>

#include "progress.h"

/* Longer than any message needs, so that only a hostile name is cut. */
enum { MESSAGE_BYTES = 4096, MESSAGE_COLUMNS = 2000 };

static bool is_silent;

void message_silence(bool silent) { is_silent = silent; }

static void write_out(struct text *text)
{
    text_add_string(text, "\n");
    message_block(text);
    text_free(text);
}

static void add_formatted(struct text *text, const char *format, va_list arguments)
{
    char message[MESSAGE_BYTES];

    vsnprintf(message, sizeof message, format, arguments);
    text_add_visible(text, span_of(message), MESSAGE_COLUMNS);
}

void message_call(const char *format, ...)
{
    struct text text = {0};
    va_list arguments;

    text_add_string(&text, "littlegiant: ");
    va_start(arguments, format);
    add_formatted(&text, format, arguments);
    va_end(arguments);
    write_out(&text);
}

void message_file(const char *file, const char *format, ...)
{
    struct text text = {0};
    va_list arguments;

    text_add_string(&text, "littlegiant: ");
    text_add_visible(&text, span_of(file), MESSAGE_COLUMNS);
    text_add_string(&text, ": ");
    va_start(arguments, format);
    add_formatted(&text, format, arguments);
    va_end(arguments);
    write_out(&text);
}

void message_add_line(struct text *text, const char *file, uint64_t line, const char *kind, const char *what)
{
    text_add_visible(text, span_of(file), MESSAGE_COLUMNS);
    text_add_format(text, ":%llu: %s: ", (unsigned long long)line, kind);
    text_add_visible(text, span_of(what), MESSAGE_COLUMNS);
    text_add_string(text, "\n");
}

void message_line(const char *file, uint64_t line, const char *kind, const char *what)
{
    struct text text = {0};

    message_add_line(&text, file, line, kind, what);
    message_block(&text);
    text_free(&text);
}

void message_block(const struct text *block)
{
    if (block->length == 0 || is_silent)
        return;
    progress_clear();
    fwrite(text_string(block), 1, block->length, stderr);
}
