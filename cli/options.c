/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the options of a command. */
#include "options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "date.h"
#include "message.h"
#include "nearest.h"
#include "text.h"

/* Every option of any command, by the letter that stands in a command's list. */
static const struct option ALL_OPTIONS[] = {
    {"application", required_argument, NULL, 'p'},
    {"assume", required_argument, NULL, 'a'},
    {"format", required_argument, NULL, 'f'},
    {"guard-formulas", no_argument, NULL, 's'},
    {"help", no_argument, NULL, 'h'},
    {"lang", required_argument, NULL, 'l'},
    {"level", required_argument, NULL, 'e'},
    {"nearest", required_argument, NULL, 'n'},
    {"no-receipt", no_argument, NULL, 'x'},
    {"on", required_argument, NULL, 'd'},
    {"output", required_argument, NULL, 'o'},
    {"receipt", required_argument, NULL, 'c'},
    {"region", required_argument, NULL, 'g'},
    {"rerun", no_argument, NULL, 'u'},
    {"rules", required_argument, NULL, 'r'},
    {"threads", required_argument, NULL, 'j'},
    {"title", required_argument, NULL, 't'},
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

/* Levels of titles; "none" is no level that could be asked for. */
static bool read_level(struct options *options, const char *option, const char *value)
{
    struct text choices = {0};
    const char *name;
    lg_level level;

    for (level = LG_LEVEL_NONE + 1; (name = lg_level_name(level)) != NULL && strcmp(name, value) != 0; level++)
        text_add_format(&choices, "%s%s", choices.length > 0 ? ", " : "", name);
    options->level = name != NULL ? level : LG_LEVEL_NONE;
    if (name == NULL)
        report_choice(option, value, &choices);
    text_free(&choices);
    return name != NULL;
}

const char *const APPLICATION_NAMES[APPLICATION_COUNT] = {"new", "review"};
const lg_application APPLICATIONS[APPLICATION_COUNT] = {LG_APPLICATION_NEW, LG_APPLICATION_REVIEW};

static bool read_application(struct options *options, const char *value)
{
    struct text choices = {0};
    size_t i;

    for (i = 0; i < APPLICATION_COUNT && strcmp(APPLICATION_NAMES[i], value) != 0; i++)
        text_add_format(&choices, "%s%s", i > 0 ? ", " : "", APPLICATION_NAMES[i]);
    if (i < APPLICATION_COUNT)
        options->application = APPLICATIONS[i];
    else
        report_choice("application", value, &choices);
    text_free(&choices);
    return i < APPLICATION_COUNT;
}

static bool read_date(struct options *options, const char *value)
{
    struct text text = {0};

    options->on = value;
    options->date = date_read(value);
    if (options->date != 0)
        return true;
    text_add_excerpt(&text, span_of(value));
    message_call("--on %s is no day; write YYYY-MM-DD or YYYYMMDD, such as 2026-04-01", text_string(&text));
    text_free(&text);
    return false;
}

static bool read_nearest(struct options *options, const char *value)
{
    size_t digits = strspn(value, "0123456789");
    struct text text = {0};

    options->nearest = value;
    if (digits > 0 && digits <= 5 && value[digits] == '\0') {
        options->nearest_count = (size_t)strtoul(value, NULL, 10);
        return true;
    }
    text_add_excerpt(&text, span_of(value));
    message_call("--nearest %s is not a number from 0 to 99999", text_string(&text));
    text_free(&text);
    return false;
}

static bool read_threads(struct options *options, const char *value)
{
    size_t digits = strspn(value, "0123456789");
    struct text text = {0};

    options->threads = digits <= 4 ? (size_t)strtoul(value, NULL, 10) : MOST_THREADS + 1;
    if (digits > 0 && value[digits] == '\0' && options->threads <= MOST_THREADS)
        return true;
    text_add_excerpt(&text, span_of(value));
    message_call("--threads %s is not a number from 0 to %d; 0 is one for every processor", text_string(&text),
                 MOST_THREADS);
    text_free(&text);
    return false;
}

static void add_rules(struct options *options, const char *value)
{
    if (options->rules_count < MOST_RULES)
        options->all_rules[options->rules_count] = value;
    options->rules_count++;
    options->rules = options->all_rules[0];
}

static void add_assumption(struct options *options, const char *value)
{
    options->assume = memory_resize(options->assume, options->assume_count + 1, sizeof *options->assume);
    options->assume[options->assume_count++] = value;
}

static bool take_option(struct options *options, const struct command *command, int letter, const char *value)
{
    switch (letter) {
    case 'a':
        add_assumption(options, value);
        return true;
    case 'c':
        options->receipt = value;
        return true;
    case 'd':
        return read_date(options, value);
    case 'e':
        return read_level(options, "level", value);
    case 'f':
        return read_format(options, command, value);
    case 'g':
        options->region = value;
        return true;
    case 'j':
        return read_threads(options, value);
    case 'l':
        return read_language(options, value);
    case 'n':
        return read_nearest(options, value);
    case 'o':
        options->out = value;
        return true;
    case 'p':
        return read_application(options, value);
    case 'r':
        add_rules(options, value);
        return true;
    case 's':
        options->guard_formulas = true;
        return true;
    case 't':
        options->title = value;
        return read_level(options, "title", value);
    case 'u':
        options->rerun = true;
        return true;
    case 'x':
        options->no_receipt = true;
        return true;
    default:
        options->help = true;
        return true;
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

/* What getopt stumbled over: in a cluster of letters the letter, else the whole argument. */
static const char *unknown_option(const char *argument, char short_option[3])
{
    if (optopt == 0 || optopt > 0x7e || strncmp(argument, "--", 2) == 0)
        return argument;
    short_option[1] = (char)optopt;
    return short_option;
}

static bool report_missing_value(const char *argument)
{
    struct text text = {0};

    text_add_excerpt(&text, span_of(argument));
    message_call("the option %s needs a value", text_string(&text));
    text_free(&text);
    return false;
}

/* Only --assume and --rules may be given more than once; of any other, which one was meant? */
static bool check_once(const struct command *command, const struct option *long_options, int letter, uint64_t *seen)
{
    uint64_t bit = UINT64_C(1) << (letter % 64);

    if (letter == 'a' || letter == 'r' || !(*seen & bit)) {
        *seen |= bit;
        return true;
    }
    while (long_options->name != NULL && long_options->val != letter)
        long_options++;
    message_call("%s takes the option --%s once", command->name, long_options->name ? long_options->name : "?");
    return false;
}

static bool read_options(struct options *options, const struct command *command, int count, char **arguments)
{
    struct option long_options[OPTION_COUNT + 1];
    char short_options[2 * OPTION_COUNT + 2];
    char short_option[] = "-?";
    uint64_t seen = 0;
    bool usable = true;
    int letter;

    options_of(command, long_options, short_options);
    opterr = 0;
    while ((letter = getopt_long(count, arguments, short_options, long_options, NULL)) != -1) {
        if (letter == ':')
            usable = report_missing_value(arguments[optind - 1]);
        else if (letter == '?')
            usable = report_option(command, long_options, unknown_option(arguments[optind - 1], short_option));
        else
            usable &= check_once(command, long_options, letter, &seen) && take_option(options, command, letter, optarg);
    }
    return usable;
}

static bool read_operands(struct options *options, const struct command *command, int count, char **arguments)
{
    int given = count - optind;
    int i;

    if (given > command->most_operands) {
        struct text text = {0};
        text_add_excerpt(&text, span_of(arguments[optind + command->most_operands]));
        message_call("%s cannot be told %s too; see \"littlegiant help %s\"", command->name, text_string(&text),
                     command->name);
        text_free(&text);
        return false;
    }
    for (i = 0; i < given; i++)
        options->operands[i] = arguments[optind + i];
    options->operand_count = (size_t)given;
    options->operand = options->operands[0];
    if (given >= command->least_operands)
        return true;
    message_call("%s needs a %s; - is standard input", command->name, command->operand);
    return false;
}

/* What is said of an option that is required and was not given. */
static const struct wanted {
    char letter;
    const char *what;
} WANTED[] = {
    {'d', "--on DATE (YYYY-MM-DD)"},
    {'g', "--region CODE or NAME, such as 350502 or Licheng"},
    {'r', "--rules ID"},
    {'t', "--title innovative-sme, specialised-sme or little-giant"},
    {'\0', NULL},
};

static const char *given(const struct options *options, char letter)
{
    switch (letter) {
    case 'd':
        return options->on;
    case 'g':
        return options->region;
    case 't':
        return options->title;
    default:
        return options->rules;
    }
}

static void report_wanted(const struct command *command, const struct wanted *wanted)
{
    struct text text = {0};

    if (wanted->letter == 'r') {
        text_add_string(&text, "; there are: ");
        list_rules(&text);
    }
    message_call("%s needs %s%s", command->name, wanted->what, text_string(&text));
    text_free(&text);
}

static bool check_required(const struct options *options, const struct command *command)
{
    const struct wanted *wanted;
    bool complete = true;

    for (wanted = WANTED; wanted->what != NULL; wanted++) {
        if (strchr(command->required, wanted->letter) == NULL || given(options, wanted->letter) != NULL)
            continue;
        report_wanted(command, wanted);
        complete = false;
    }
    return complete;
}

/* Of two rule sets one would be passed over in silence; who compares two files takes two of them. */
static bool check_rules_count(const struct options *options, const struct command *command)
{
    size_t most = command->most_operands > 1 ? MOST_RULES : 1;

    if (options->rules_count <= most)
        return true;
    message_call("%s takes --rules %s%s", command->name, most > 1 ? "twice at most" : "once",
                 most > 1 ? "" : "; \"littlegiant compare\" takes two");
    return false;
}

/* JSON has strings, which no spreadsheet takes for formulas. */
static bool check_guard(const struct options *options, const struct command *command)
{
    if (!options->guard_formulas || strcmp(options->format, "csv") == 0)
        return true;
    message_call("%s --guard-formulas is for --format csv", command->name);
    return false;
}

bool options_read(struct options *options, const struct command *command, int count, char **arguments)
{
    bool usable;

    memset(options, 0, sizeof *options);
    options->format = command->formats[0];
    options->nearest_count = NEAREST_BY_DEFAULT;
    options->threads = 1;
    if (!read_options(options, command, count, arguments))
        return false;
    if (options->help)
        return true;
    usable = read_operands(options, command, count, arguments);
    usable &= check_required(options, command);
    usable &= check_guard(options, command);
    return check_rules_count(options, command) && usable;
}

void options_free(struct options *options)
{
    free(options->assume);
    options->assume = NULL;
}
