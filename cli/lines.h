/* SPDX-License-Identifier: Apache-2.0 */
/* One line per enterprise, as screen writes it: labels, the word for every criterion, the facts that are missing and,
 * if anything was, those that were assumed. What does not change from line to line is put together once. */
#ifndef CLI_LINES_H
#define CLI_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <littlegiant/littlegiant.h>

#include "assume.h"
#include "cells.h"
#include "header.h"
#include "intake.h"
#include "text.h"

/* Words for a criterion: those of the verdicts by their number, then "error". */
enum { WORD_ERROR = 4, WORD_COUNT = 5 };

struct lines;

/* What a format makes of the parts of a line. */
struct line_format {
    const char *name; /* as --format has it */
    void (*add_head)(const struct lines *lines, struct text *text);
    void (*begin_label)(const struct lines *lines, size_t label, struct text *text);
    void (*add_label)(const struct lines *lines, struct span label, bool in_error, struct text *text);
    void (*add_word)(const struct lines *lines, uint32_t criterion, const char *word, struct text *text);
    void (*begin_list)(const struct lines *lines, const char *name, struct text *text);
    void (*add_fact)(const char *fact, struct text *text);
    const char *separator; /* between the facts of a list */
    const char *list_end;
    const char *line_end;
};

extern const struct line_format LINES_CSV;
extern const struct line_format LINES_JSONL;

/* A constant part of a line. */
struct phrase {
    char *bytes; /* may be read a little beyond the end */
    size_t length;
};

struct lines {
    const struct line_format *format;
    const struct header *header;
    const lg_ruleset *rules;
    uint32_t criterion_count;
    struct cell_reader reader;
    bool assumes;
    struct phrase labels[LABEL_COUNT];  /* how they begin */
    struct phrase (*words)[WORD_COUNT]; /* by criterion */
    struct phrase missing;              /* how it begins */
    struct phrase assumed;
    struct phrase separator;
    struct phrase list_end;
    struct phrase line_end;
    struct phrase *facts; /* by fact */
    size_t longest;       /* bytes that a line can have behind its labels */
};

void lines_begin(struct lines *lines, const char *format, const struct header *header, const lg_ruleset *rules,
                 const struct assumptions *assumptions, struct cell_reader reader);
void lines_end(struct lines *lines);

/* The first line of the output, if the format has one. */
void lines_add_head(const struct lines *lines, struct text *text);

/* The labels of the record taken last. */
void lines_add_labels(const struct lines *lines, const struct intake *intake, bool in_error, struct text *text);

/* What was found for one row, in memory of others; the word for criterion i is verdicts[i * step]. */
struct line_findings {
    const uint8_t *verdicts;
    size_t step;
    const uint64_t *missing;
    const uint64_t *assumed;
};

/* What follows the labels. */
void lines_add_findings(const struct lines *lines, const struct line_findings *findings, struct text *text);

/* The same for a row in error. */
void lines_add_error(const struct lines *lines, struct text *text);

#endif
