/* SPDX-License-Identifier: Apache-2.0 */
/* Collects remarks. */
#include "remarks.h"

#include "message.h"

void remarks_clear(struct remarks *remarks)
{
    remarks->in_error = false;
    remarks->is_odd = false;
    text_clear(&remarks->errors);
    text_clear(&remarks->warnings);
    text_clear(&remarks->messages);
}

void remarks_free(struct remarks *remarks)
{
    text_free(&remarks->errors);
    text_free(&remarks->warnings);
    text_free(&remarks->messages);
    text_free(&remarks->sentence);
}

static void add(struct remarks *remarks, struct text *lines, uint64_t line, const char *kind)
{
    message_add_line(&remarks->messages, remarks->file, line, kind, text_string(&remarks->sentence));
    text_add(lines, text_string(&remarks->sentence), remarks->sentence.length);
    text_add(lines, "\n", 1);
}

void remarks_add_error(struct remarks *remarks, uint64_t line)
{
    add(remarks, &remarks->errors, line, "error");
    remarks->in_error = true;
}

void remarks_add_warning(struct remarks *remarks, uint64_t line)
{
    add(remarks, &remarks->warnings, line, "warning");
    remarks->is_odd = true;
}
