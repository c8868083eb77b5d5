/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the options of a command. */
#include "options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "nearest.h"
#include "text.h"

/* Every option of any command, by the letter that stands in a command's list. */
static const struct option ALL_OPTIONS[] = {
    {"assume", required_argument, NULL, 'a'}, {"format", required_argument, NULL, 'f'},
    {"help", no_argument, NULL, 'h'},         {"lang", required_argument, NULL, 'l'},
    {"output", required_argument, NULL, 'o'}, {"rules", required_argument, NULL, 'r'},
};
enum { OPTION_COUNT = sizeof ALL_OPTIONS / sizeof *ALL_OPTIONS };

/* ------------------------------------------------------------------------------- rules */

static void list_rules(struct text *text)
{
    const lg_ruleset *rules;
    uint32_t i;

    for (i = 0; (rules = lg_ruleset_at(i)) != NULL; i++)
        text_add_format(text, "%s%s", i > 0 ? ", " : "", lg_ruleset_describe(rules)->id);
}

static void add_nearest_rules(struct text *text, const char *id)
{
    struct nearest nearest;
    const lg_ruleset *rules;
    uint32_t i;

    nearest_begin(&nearest, span_of(id));
    for (i = 0; (rules = lg_ruleset_at(i)) != NULL; i++)
        nearest_offer(&nearest, lg_ruleset_describe(rules)->id, lg_ruleset_describe(rules)->id);
    if (nearest_answer(&nearest) != NULL)
        text_add_format(text, "did you mean %s? ", nearest_answer(&nearest));
    nearest_end(&nearest);
}

const lg_ruleset *options_find_rules(const char *id)
{
    const lg_ruleset *rules = lg_ruleset_find(id);
    struct text text = {0};

    if (rules != NULL)
        return rules;
    text_add_string(&text, "no rule set ");
    text_add_excerpt(&text, span_of(id));
    text_add_string(&text, "; ");
    add_nearest_rules(&text, id);
    text_add_string(&text, "there are: ");
    list_rules(&text);
    message_call("%s", text_string(&text));
    text_free(&text);
    return NULL;
}

/* ----------------------------------------------------------------- values of the options */

static bool report_choice(const char *option, const char *value, const struct text *choices)
{
    struct text text = {0};

    text_add_excerpt(&text, span_of(value));
    message_call("--%s %s is not known; there are: %s", option, text_string(&text), text_string(choices));
    text_free(&text);
    return false;
}

static bool read_language(struct options *options, const char *value)
{
    struct text choices = {0};
    const char *name;
    lg_language language;
    bool found = false;

    for (language = 0; !found && (name = lg_language_name(language)) != NULL; language++) {
        found = strcmp(name, value) == 0;
        if (found)
            options->language = language;
        text_add_format(&choices, "%s%s", language > 0 ? ", " : "", name);
    }
    if (!found)
        report_choice("lang", value, &choices);
    text_free(&choices);
    return found;
}

static bool read_format(struct options *options, const struct command *command, const char *value)
{
    struct text choices = {0};
    const char *const *format = command->formats;

    for (; *format != NULL && strcmp(*format, value) != 0; format++)
        text_add_format(&choices, "%s%s", choices.length > 0 ? ", " : "", *format);
    if (*format == NULL)
        report_choice("format", value, &choices);
    text_free(&choices);
    options->format = *format;
    return *format != NULL;
}

static void add_assumption(struct options *options, const char *value)
{
    options->assume = memory_resize(options->assume, options->assume_count + 1, sizeof *options->assume);
    options->assume[options->assume_count++] = value;
}

static bool take_option(struct options *options, const struct command *command, int letter, const char *value)
{
    switch (letter) {
    case 'a': add_assumption(options, value); return true;
    case 'f': return read_format(options, command, value);
    case 'l': return read_language(options, value);
    case 'o': options->out = value; return true;
    case 'r': options->rules = value; return true;
    default: options->help = true; return true;
    }
}

/* ---------------------------------------------------------------------- the command line */

/* The options of one command as getopt wants them: long, and letters for -o and -h. */
static void options_of(const struct command *command, struct option *long_options, char *short_options)
{
    size_t count = 0;
    size_t i;

    *short_options++ = ':'; /* getopt then stays silent and tells a missing value from an unknown name */
    for (i = 0; i < OPTION_COUNT; i++) {
        if (strchr(command->letters, ALL_OPTIONS[i].val) == NULL)
            continue;
        long_options[count++] = ALL_OPTIONS[i];
        if (ALL_OPTIONS[i].val == 'o' || ALL_OPTIONS[i].val == 'h')
            *short_options++ = (char)ALL_OPTIONS[i].val;
        if (ALL_OPTIONS[i].val == 'o')
            *short_options++ = ':';
    }
    memset(&long_options[count], 0, sizeof *long_options);
    *short_options = '\0';
}

static bool report_option(const struct command *command, const struct option *long_options, const char *argument)
{
    struct text text = {0};
    struct text names = {0};
    struct nearest nearest;

    nearest_begin(&nearest, span_of(argument + strspn(argument, "-")));
    for (; long_options->name != NULL; long_options++) {
        nearest_offer(&nearest, long_options->name, long_options->name);
        text_add_format(&names, "%s--%s", names.length > 0 ? ", " : "", long_options->name);
    }
    text_add_excerpt(&text, span_of(argument));
    if (nearest_answer(&nearest) != NULL)
        text_add_format(&text, "; did you mean --%s?", nearest_answer(&nearest));
    else
        text_add_format(&text, "; it takes %s", text_string(&names));
    message_call("%s does not know the option %s", command->name, text_string(&text));
    nearest_end(&nearest);
    text_free(&text);
    text_free(&names);
    return false;
}

static bool read_options(struct options *options, const struct command *command, int count, char **arguments)
{
    struct option long_options[OPTION_COUNT + 1];
    char short_options[2 * OPTION_COUNT + 2];
    bool usable = true;
    int letter;

    options_of(command, long_options, short_options);
    opterr = 0;
    while ((letter = getopt_long(count, arguments, short_options, long_options, NULL)) != -1) {
        if (letter == ':') {
            message_call("the option %s needs a value", arguments[optind - 1]);
            usable = false;
        } else if (letter == '?') {
            usable = report_option(command, long_options, arguments[optind - 1]);
        } else {
            usable &= take_option(options, command, letter, optarg);
        }
    }
    return usable;
}

static bool read_operand(struct options *options, const struct command *command, int count, char **arguments)
{
    int given = count - optind;

    if (given > 1 || (given > 0 && command->operand == NULL)) {
        struct text text = {0};
        text_add_excerpt(&text, span_of(arguments[optind + (command->operand != NULL)]));
        message_call("%s cannot be told %s too; see \"littlegiant help %s\"", command->name, text_string(&text),
                     command->name);
        text_free(&text);
        return false;
    }
    options->operand = given > 0 ? arguments[optind] : NULL;
    if (given > 0 || !command->operand_required)
        return true;
    message_call("%s needs a %s; - is standard input", command->name, command->operand);
    return false;
}

static bool check_rules_given(const struct options *options, const struct command *command)
{
    struct text text = {0};

    if (options->rules != NULL || !command->rules_required)
        return true;
    list_rules(&text);
    message_call("%s needs --rules ID; there are: %s", command->name, text_string(&text));
    text_free(&text);
    return false;
}

bool options_read(struct options *options, const struct command *command, int count, char **arguments)
{
    bool has_operand;
    bool has_rules;

    memset(options, 0, sizeof *options);
    options->format = command->formats[0];
    if (!read_options(options, command, count, arguments))
        return false;
    if (options->help)
        return true;
    has_operand = read_operand(options, command, count, arguments);
    has_rules = check_rules_given(options, command);
    return has_operand && has_rules;
}

void options_free(struct options *options)
{
    free(options->assume);
    options->assume = NULL;
}
