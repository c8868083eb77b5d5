/* SPDX-License-Identifier: Apache-2.0 */
/* assess --format text: every enterprise in words. */
#include "writers.h"

#include <stdlib.h>

#include "factset.h"
#include "wording.h"

enum { LABEL_COLUMNS = 120 };

struct text_writer {
    const struct judge *judge;
    lg_language language;
};

static void *begin_text(const struct judge *judge, lg_language language, struct text *text)
{
    struct text_writer *writer = memory_get(1, sizeof *writer);

    (void)text;
    writer->judge = judge;
    writer->language = language;
    return writer;
}

static void add_labels(const struct judge *judge, struct text *text)
{
    size_t i;

    text_add_format(text, "Line %llu", (unsigned long long)judge->row.line);
    for (i = 0; i < judge->header->label_count; i++) {
        text_add_format(text, "%s%s ", i == 0 ? ": " : ", ", header_label_name(judge->header, i));
        text_add_visible(text, judge_label(judge, i), LABEL_COLUMNS);
    }
    text_add_string(text, "\n");
}

static void add_lines(struct text *text, const char *before, const struct text *lines)
{
    const char *rest = text_string(lines);
    const char *end;

    for (; *rest != '\0'; rest = end + 1) {
        for (end = rest; *end != '\n'; end++)
            continue;
        text_add_format(text, "%s%.*s\n", before, (int)(end - rest), rest);
    }
}

/* The assumed facts on which the verdict rests, or the others. */
static void add_assumed(const struct text_writer *writer, struct text *text, bool wanted, const char *heading)
{
    const struct row *row = &writer->judge->row;
    size_t before = text->length;
    uint32_t fact;

    for (fact = 0; fact < lg_fact_count(); fact++) {
        if (!factset_has(row->filled, fact) || factset_has(row->assumed, fact) != wanted)
            continue;
        text_add_string(text, text->length == before ? heading : "; ");
        wording_add_fact(text, row->profile, fact, writer->language);
    }
    text_add_string(text, text->length > before ? "\n" : "");
}

static void row_text(void *state, struct text *text)
{
    const struct text_writer *writer = state;
    const struct judge *judge = writer->judge;

    add_labels(judge, text);
    add_lines(text, "Error: ", &judge->row.remarks.errors);
    add_lines(text, "Warning: ", &judge->row.remarks.warnings);
    if (!judge->row.remarks.in_error) {
        add_assumed(writer, text, true, "Assumed, and the verdict rests on it: ");
        add_assumed(writer, text, false, "Assumed as well: ");
        wording_add_assessment(text, judge->rules, judge->row.profile, writer->language);
    }
    text_add_string(text, "\n");
}

static void end_text(void *state, struct text *text)
{
    (void)text;
    free(state);
}

const struct writer WRITER_TEXT = {"text", begin_text, row_text, end_text};
