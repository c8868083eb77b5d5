/* SPDX-License-Identifier: Apache-2.0 */
/* verify: reads a receipt and says what of it still holds. */
#include "commands.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "json.h"
#include "message.h"
#include "output.h"
#include "receipt.h"

/* A file as the receipt has it. */
struct past_file {
    const char *name; /* NULL: it came or went through a standard stream */
    json_int_t bytes;
    const char *digest;
};

struct past {
    json_t *root; /* owns all texts */
    int format;
    const char *library;
    const char *rules;
    const char *table;
    const char *output_format;
    int guard_formulas;
    json_t *assume;
    struct past_file input;
    struct past_file output;
};

/* What was found so far. */
struct verification {
    const struct options *options;
    const char *receipt;
    struct past past;
    struct text text;
    size_t checked;
    size_t different;
    size_t unchecked;
};

/* ------------------------------------------------------------------------- the receipt */

static bool take_members(struct past *past, json_error_t *error)
{
    json_t *input_name;
    json_t *output_name;

    if (json_unpack_ex(
            past->root, error, 0, "{s:i, s:s, s:{s:s, s:s}, s:{s:s, s:o, s:b}, s:{s:o, s:I, s:s}, s:{s:o, s:I, s:s}}",
            "receipt", &past->format, "library", &past->library, "rules", "id", &past->rules, "table", &past->table,
            "options", "format", &past->output_format, "assume", &past->assume, "guard_formulas", &past->guard_formulas,
            "input", "file", &input_name, "bytes", &past->input.bytes, "digest", &past->input.digest, "output", "file",
            &output_name, "bytes", &past->output.bytes, "digest", &past->output.digest) != 0)
        return false;
    past->input.name = json_string_value(input_name);
    past->output.name = json_string_value(output_name);
    if (past->input.bytes < 0 || past->output.bytes < 0) {
        snprintf(error->text, sizeof error->text, "a number of bytes is below 0");
        return false;
    }
    snprintf(error->text, sizeof error->text, "options.assume is no list");
    return json_is_array(past->assume);
}

static bool read_receipt(struct past *past, const char *path)
{
    json_error_t error;

    errno = 0;
    past->root = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
    if (past->root == NULL && json_error_code(&error) == json_error_cannot_open_file)
        message_file(path, "cannot be opened: %s", strerror(errno));
    else if (past->root == NULL || !take_members(past, &error))
        message_file(path, "is no receipt of littlegiant screen: %s", error.text);
    else if (past->format != RECEIPT_FORMAT)
        message_file(path, "is a receipt of format %d; this program reads format %d", past->format, RECEIPT_FORMAT);
    else
        return true;
    return false;
}

/* ------------------------------------------------------------------------------- files */

/* Where the receipt says, or beside the receipt, which may have been moved with what it is about. */
static void find_file(struct text *path, const char *name, const char *receipt)
{
    const char *folder_end = strrchr(receipt, '/');
    const char *base = strrchr(name, '/');

    if (access(name, F_OK) != 0 && folder_end != NULL) {
        text_add(path, receipt, (size_t)(folder_end - receipt) + 1);
        name = base != NULL ? base + 1 : name;
    }
    text_add_string(path, name);
}

/* A forged receipt may name a device or a pipe, of which there is no end. Who names one himself knows what it is. */
static bool is_special(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && !S_ISREG(status.st_mode);
}

static void add_unchecked(struct verification *verification, const char *what, const char *why)
{
    text_add_format(&verification->text, "%s: not checked: %s\n", what, why);
    verification->unchecked++;
}

static void add_difference(struct verification *verification, bool differs)
{
    verification->checked++;
    verification->different += differs;
}

/* Whether the file is there and the same. */
static bool check_file(struct verification *verification, const char *what, const struct past_file *past,
                       const char *path)
{
    struct text *text = &verification->text;
    char digest[DIGEST_TEXT];
    uint64_t bytes;
    bool is_same;

    if (!digest_file(path, digest, &bytes)) {
        add_unchecked(verification, what, "it cannot be read");
        return false;
    }
    is_same = bytes == (uint64_t)past->bytes && strcmp(digest, past->digest) == 0;
    add_difference(verification, !is_same);
    text_add_format(text, "%s: ", what);
    text_add_excerpt(text, span_of(path));
    text_add_string(text, is_same ? " is the same, " : " is another: now ");
    text_add_count(text, bytes);
    text_add_format(text, " bytes, %s", digest);
    if (!is_same) {
        text_add_string(text, "; in the receipt ");
        text_add_count(text, (uint64_t)past->bytes);
        text_add_string(text, " bytes, ");
        text_add_visible(text, span_of(past->digest), DIGEST_TEXT);
    }
    text_add_string(text, "\n");
    return is_same;
}

/* Gives the path of the file in `path` if it is the same. */
static bool check_place(struct verification *verification, const char *what, const struct past_file *past,
                        size_t operand, struct text *path)
{
    const struct options *options = verification->options;

    if (options->operand_count > operand) {
        text_add_string(path, options->operands[operand]);
    } else if (past->name != NULL) {
        find_file(path, past->name, verification->receipt);
        if (is_special(text_string(path))) {
            add_unchecked(verification, what, "the receipt names no regular file; name the file behind the receipt");
            return false;
        }
    } else {
        add_unchecked(verification, what, "it went through a pipe; name the file behind the receipt");
        return false;
    }
    return check_file(verification, what, past, text_string(path));
}

/* ------------------------------------------------------------------- rules and library */

static const lg_ruleset *check_rules(struct verification *verification)
{
    const lg_ruleset *rules = lg_ruleset_find(verification->past.rules);
    struct text *text = &verification->text;
    char table[DIGEST_TEXT] = "";
    bool is_same;

    if (rules != NULL)
        digest_rules(rules, table);
    is_same = rules != NULL && strcmp(table, verification->past.table) == 0;
    text_add_string(text, "rules: ");
    text_add_visible(text, span_of(verification->past.rules), DIGEST_TEXT);
    if (rules == NULL)
        text_add_string(text, " is no rule set of this library\n");
    else if (is_same)
        text_add_format(text, " has the same table, %s\n", table);
    else {
        text_add_format(text, " has another table: now %s; in the receipt ", table);
        text_add_visible(text, span_of(verification->past.table), DIGEST_TEXT);
        text_add_string(text, "\n");
    }
    add_difference(verification, !is_same);
    return rules;
}

/* A new version may judge in the same way, so that this is told and not counted. */
static void add_library(struct verification *verification)
{
    struct text *text = &verification->text;

    text_add_string(text, "library: ");
    text_add_visible(text, span_of(verification->past.library), DIGEST_TEXT);
    if (strcmp(verification->past.library, lg_version()) == 0)
        text_add_string(text, " then and now\n");
    else
        text_add_format(text, " then, %s now\n", lg_version());
}

/* ------------------------------------------------------------------------------- rerun */

static bool is_format(const char *name)
{
    const struct command *screen = COMMANDS;
    const char *const *format;

    while (screen->run != command_screen)
        screen++;
    for (format = screen->formats; *format != NULL; format++) {
        if (strcmp(*format, name) == 0)
            return true;
    }
    return false;
}

/* The options of the run; false if the receipt holds what screen does not take. */
static bool take_options(const struct past *past, struct options *again)
{
    json_t *argument;
    size_t i;

    again->format = past->output_format;
    again->guard_formulas = past->guard_formulas != 0;
    json_array_foreach(past->assume, i, argument)
    {
        again->assume = memory_resize(again->assume, i + 1, sizeof *again->assume);
        again->assume[again->assume_count++] = json_is_string(argument) ? json_string_value(argument) : "";
    }
    return is_format(again->format);
}

static bool judge_again(struct verification *verification, const lg_ruleset *rules, const char *input,
                        char digest[DIGEST_TEXT])
{
    struct options again = {.threads = verification->options->threads, .operand = input};
    struct digest output;
    bool judged;

    digest_begin(&output);
    judged = take_options(&verification->past, &again);
    if (judged) {
        message_silence(true); /* what was odd about the rows was said the first time */
        judged = screen_again(&again, rules, &output);
        message_silence(false);
    }
    digest_end(&output, digest);
    free(again.assume);
    return judged;
}

static void rerun(struct verification *verification, const lg_ruleset *rules, const char *input, bool is_same)
{
    char digest[DIGEST_TEXT];
    bool differs;

    if (!is_same || rules == NULL) {
        add_unchecked(verification, "rerun",
                      is_same ? "there is no such rule set" : "the input is not there as it was");
    } else if (!judge_again(verification, rules, input, digest)) {
        add_unchecked(verification, "rerun", "the input cannot be judged with the options of the receipt");
    } else {
        differs = strcmp(digest, verification->past.output.digest) != 0;
        add_difference(verification, differs);
        text_add_format(&verification->text, "rerun: the input gives %s output, %s\n", differs ? "another" : "the same",
                        digest);
    }
}

/* ----------------------------------------------------------------------------- command */

static void add_result(struct verification *verification)
{
    struct text *text = &verification->text;

    if (verification->different > 0)
        text_add_format(text, "differs: %zu of %zu that were checked\n", verification->different,
                        verification->checked);
    else if (verification->unchecked > 0)
        text_add_format(text, "not verified: %zu could not be checked\n", verification->unchecked);
    else
        text_add_string(text, "verified: everything is as the receipt says\n");
}

static int verify(struct verification *verification)
{
    struct past *past = &verification->past;
    struct text input = {0};
    struct text output = {0};
    const lg_ruleset *rules;
    bool is_same;
    int status;

    is_same = check_place(verification, "input", &past->input, 1, &input);
    check_place(verification, "output", &past->output, 2, &output);
    rules = check_rules(verification);
    add_library(verification);
    if (verification->options->rerun)
        rerun(verification, rules, text_string(&input), is_same);
    add_result(verification);
    status = verification->unchecked > 0 ? STATUS_UNUSABLE : STATUS_DONE;
    status = verification->different > 0 ? STATUS_DIFFERENT : status;
    text_free(&input);
    text_free(&output);
    return output_print(&verification->text) ? status : STATUS_UNUSABLE;
}

int command_verify(const struct options *options)
{
    struct verification verification;
    int status = STATUS_UNUSABLE;

    memset(&verification, 0, sizeof verification);
    verification.options = options;
    verification.receipt = options->operand;
    if (read_receipt(&verification.past, options->operand))
        status = verify(&verification);
    json_decref(verification.past.root);
    text_free(&verification.text);
    return status;
}
