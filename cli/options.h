/* SPDX-License-Identifier: Apache-2.0 */
/* The commands of the program and what each of them can be told. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include <littlegiant/littlegiant.h>

/* What the program ends with. */
enum { STATUS_DONE = 0, STATUS_ROWS_IN_ERROR = 1, STATUS_DIFFERENT = 1, STATUS_UNUSABLE = 2 };

/* How many enterprises echelon lists unless it is told. */
enum { NEAREST_BY_DEFAULT = 20 };

/* Threads that screen can be told. Each takes about a megabyte, and some ten where lines are as long as they may be. */
enum { MOST_THREADS = 64 };

/* Words for the kinds of application, and what they stand for. */
enum { APPLICATION_COUNT = 2 };
extern const char *const APPLICATION_NAMES[APPLICATION_COUNT];
extern const lg_application APPLICATIONS[APPLICATION_COUNT];

/* Operands of a command, and rule sets that it can be told, at most. */
enum { MOST_OPERANDS = 3, MOST_RULES = 2 };

struct options {
    bool help;
    const char *rules; /* the first --rules */
    const char *all_rules[MOST_RULES];
    size_t rules_count;
    const char *on;
    int32_t date;               /* of --on; 0 if it was not given */
    lg_level level;             /* of --level or --title; LG_LEVEL_NONE if it was not given */
    lg_application application; /* 0 if it was not given */
    const char *title;
    const char *region;
    const char *nearest;
    size_t nearest_count;
    size_t threads; /* 1 unless it was given; 0: as many as there are processors */
    lg_language language;
    const char *format; /* one of the command's formats */
    const char *out;
    const char *receipt; /* of --receipt */
    bool no_receipt;
    bool guard_formulas;
    bool rerun;
    const char **assume;
    size_t assume_count;
    const char *operand; /* the first operand, NULL if there is none */
    const char *operands[MOST_OPERANDS];
    size_t operand_count;
};

struct command {
    const char *name;
    const char *letters;        /* of the options it takes */
    const char *required;       /* letters of those that must be given */
    const char *const *formats; /* the first is the default; ends with NULL */
    const char *operand;        /* what it is called; NULL if the command takes none */
    int least_operands;
    int most_operands;
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
