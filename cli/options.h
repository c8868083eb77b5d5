/* SPDX-License-Identifier: Apache-2.0 */
/* The commands of the program and what each of them can be told. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include <littlegiant/littlegiant.h>

/* What the program ends with. */
enum { STATUS_DONE = 0, STATUS_ROWS_IN_ERROR = 1, STATUS_UNUSABLE = 2 };

struct options {
    bool help;
    const char *rules;
    lg_language language;
    const char *format; /* one of the command's formats */
    const char *out;
    const char **assume;
    size_t assume_count;
    const char *operand; /* ID or FILE, NULL if there is none */
};

struct command {
    const char *name;
    const char *letters;        /* of the options it takes */
    const char *const *formats; /* the first is the default; ends with NULL */
    const char *operand;        /* what it is called; NULL if the command takes none */
    bool operand_required;
    bool rules_required;
    int (*run)(const struct options *options);
    const char *help;
};

/* All commands; the last one has no name. */
extern const struct command COMMANDS[];

/* Reads what follows the command's name. What is wrong with it is told on standard error. */
bool options_read(struct options *options, const struct command *command, int count, char **arguments);
void options_free(struct options *options);

/* The rule set with this id; NULL after a message that helps to find the right one. */
const lg_ruleset *options_find_rules(const char *id);

#endif
