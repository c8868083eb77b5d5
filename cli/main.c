/* SPDX-License-Identifier: Apache-2.0 */
/* The program littlegiant: judges tables of enterprises by the rule sets of liblittlegiant. */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "help.h"
#include "json.h"
#include "message.h"
#include "nearest.h"
#include "options.h"
#include "output.h"

/* If a standard descriptor is closed, a file that is opened later would take its place and be
 * written to by mistake. Opened the wrong way round, every use of it fails as it should. */
static void occupy_standard_descriptors(void)
{
    int descriptor;

    for (descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++) {
        if (fcntl(descriptor, F_GETFD) < 0 &&
            open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY) != descriptor)
            _exit(STATUS_UNUSABLE);
    }
}

static const struct command *find_command(const char *name)
{
    const struct command *command = COMMANDS;

    while (command->name != NULL && strcmp(command->name, name) != 0)
        command++;
    return command->name != NULL ? command : NULL;
}

static int report_command(const char *name)
{
    const struct command *command;
    struct nearest nearest;
    struct text text = {0};

    text_add_excerpt(&text, span_of(name));
    nearest_begin(&nearest, span_of(name));
    for (command = COMMANDS; command->name != NULL; command++)
        nearest_offer(&nearest, command->name, command->name);
    if (nearest_answer(&nearest) != NULL)
        text_add_format(&text, "; did you mean %s?", nearest_answer(&nearest));
    else
        text_add_string(&text, "; see \"littlegiant --help\"");
    message_call("no command %s", text_string(&text));
    nearest_end(&nearest);
    text_free(&text);
    return STATUS_UNUSABLE;
}

static void report_no_command(void)
{
    const struct command *command;
    struct text names = {0};

    for (command = COMMANDS; command->name != NULL; command++)
        text_add_format(&names, "%s%s", command == COMMANDS ? "" : ", ", command->name);
    message_call("a command is wanted: %s; see \"littlegiant --help\"", text_string(&names));
    text_free(&names);
}

static int print(const char *string)
{
    struct text text = {0};
    bool written;

    text_add_string(&text, string);
    written = output_print(&text);
    text_free(&text);
    return written ? STATUS_DONE : STATUS_UNUSABLE;
}

static int print_version(void)
{
    struct text text = {0};
    int status;

    text_add_format(&text, "littlegiant %s, with liblittlegiant %s\n", LG_VERSION, lg_version());
    status = print(text_string(&text));
    text_free(&text);
    return status;
}

static int run_help(const char *name)
{
    const struct command *command = name == NULL ? NULL : find_command(name);

    if (name == NULL || strcmp(name, "help") == 0)
        return print(HELP_PROGRAM);
    return command == NULL ? report_command(name) : print(command->help);
}

static int run_command(const struct command *command, int count, char **arguments)
{
    struct options options;
    int status = STATUS_UNUSABLE;

    if (options_read(&options, command, count, arguments))
        status = options.help ? print(command->help) : command->run(&options);
    options_free(&options);
    return status;
}

int main(int count, char **arguments)
{
    const char *first = count > 1 ? arguments[1] : NULL;
    const struct command *command;

    occupy_standard_descriptors();
    unsetenv("POSIXLY_CORRECT"); /* getopt would ask for it: nothing here depends on the environment */
    json_begin();
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a failed write like any other */
    if (first == NULL) {
        report_no_command();
        return STATUS_UNUSABLE;
    }
    if (strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0)
        return run_help(NULL);
    if (strcmp(first, "help") == 0)
        return run_help(count > 2 ? arguments[2] : NULL);
    if (strcmp(first, "--version") == 0)
        return print_version();
    command = find_command(first);
    return command == NULL ? report_command(first) : run_command(command, count - 1, arguments + 1);
}
