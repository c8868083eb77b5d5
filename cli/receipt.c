/* SPDX-License-Identifier: Apache-2.0 */
/* Writes receipts. Nothing in one depends on the day or the machine: the same run again gives the same bytes. */
#include "receipt.h"

#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "message.h"

#define ENDING ".receipt"

static bool is_standard(const char *path) { return path == NULL || strcmp(path, "-") == 0; }

static char *path_of(const struct options *options)
{
    struct text path = {0};

    if (options->no_receipt || (options->receipt == NULL && is_standard(options->out)))
        return NULL;
    text_add_string(&path, options->receipt != NULL ? options->receipt : options->out);
    text_add_string(&path, options->receipt != NULL ? "" : ENDING);
    return path.bytes;
}

/* The receipt must not take the place of what it is about. */
static bool check_path(const char *path, const struct options *options)
{
    if (is_standard(path))
        message_call("--receipt needs the name of a file");
    else if (!is_standard(options->out) && (strcmp(path, options->out) == 0 || output_is_file(path, options->out)))
        message_file(path, "cannot be the output and its receipt");
    else if (output_is_file(path, options->operand))
        message_file(path, "cannot be the receipt: it is the input file");
    else
        return true;
    return false;
}

bool receipt_begin(struct receipt *receipt, const struct options *options)
{
    memset(receipt, 0, sizeof *receipt);
    if (options->receipt != NULL && options->no_receipt) {
        message_call("screen takes --receipt or --no-receipt, not both");
        return false;
    }
    receipt->path = path_of(options);
    digest_begin(&receipt->input);
    digest_begin(&receipt->output);
    if (receipt->path == NULL || check_path(receipt->path, options))
        return true;
    receipt_end(receipt);
    return false;
}

void receipt_end(struct receipt *receipt)
{
    free(receipt->path);
    receipt->path = NULL;
}

struct digest *receipt_of_input(struct receipt *receipt) { return receipt->path == NULL ? NULL : &receipt->input; }

/* Beside a device or a pipe there is no place for a receipt that was not asked for. */
bool receipt_watch(struct receipt *receipt, const struct options *options, struct output *output)
{
    if (options->receipt == NULL && output->target == NULL)
        receipt_end(receipt);
    if (receipt->path != NULL && output->is_terminal) {
        message_call("--receipt needs -o OUT: on a terminal labels are not written as they are");
        return false;
    }
    if (receipt->path != NULL)
        output->digest = &receipt->output;
    return true;
}

/* ------------------------------------------------------------------------------ writing */

static json_t *edition_of(const lg_ruleset *rules)
{
    const lg_ruleset_info *about = lg_ruleset_describe(rules);
    json_t *object = json_sure(json_object());
    char table[DIGEST_TEXT];

    digest_rules(rules, table);
    json_put(object, "id", json_text(about->id));
    json_put(object, "document", json_text(about->document));
    json_put(object, "in_force_from", json_date(about->in_force_from));
    json_put(object, "in_force_to", json_date(about->in_force_to));
    json_put(object, "table", json_text(table));
    return object;
}

static json_t *file_of(const char *path, struct digest *digest)
{
    json_t *object = json_sure(json_object());
    char text[DIGEST_TEXT];

    json_put(object, "file", json_text(is_standard(path) ? NULL : path));
    json_put(object, "bytes", json_integer((json_int_t)digest->bytes));
    digest_end(digest, text);
    json_put(object, "digest", json_text(text));
    return object;
}

static json_t *choices_of(const struct options *options)
{
    json_t *object = json_sure(json_object());
    json_t *assume = json_sure(json_array());
    size_t i;

    for (i = 0; i < options->assume_count; i++)
        json_append(assume, json_text(options->assume[i]));
    json_put(object, "assume", assume);
    json_put(object, "format", json_text(options->format));
    json_put(object, "guard_formulas", json_boolean(options->guard_formulas));
    return object;
}

static json_t *rows_of(const struct summary *summary)
{
    json_t *object = json_sure(json_object());
    lg_verdict verdict;

    json_put(object, "all", json_integer((json_int_t)summary->rows));
    for (verdict = 0; verdict < VERDICT_COUNT; verdict++)
        json_put(object, lg_verdict_name(verdict), json_integer((json_int_t)summary->criteria[0][verdict]));
    json_put(object, "error", json_integer((json_int_t)summary->in_error));
    json_put(object, "warned", json_integer((json_int_t)summary->warned));
    return object;
}

static void add_receipt(struct text *text, struct receipt *receipt, const struct options *options,
                        const struct summary *summary)
{
    json_t *object = json_sure(json_object());

    json_put(object, "receipt", json_integer(RECEIPT_FORMAT));
    json_put(object, "program", json_text(LG_VERSION));
    json_put(object, "library", json_text(lg_version()));
    json_put(object, "rules", edition_of(summary->rules));
    json_put(object, "options", choices_of(options));
    json_put(object, "input", file_of(options->operand, &receipt->input));
    json_put(object, "output", file_of(options->out, &receipt->output));
    json_put(object, "rows", rows_of(summary));
    json_add(text, object, JSON_LAYOUT);
    text_add_string(text, "\n");
}

bool receipt_write(struct receipt *receipt, const struct options *options, const struct summary *summary,
                   const struct source *input)
{
    struct output output;
    struct text text = {0};
    bool written = false;

    if (receipt->path == NULL)
        return true;
    if (output_open(&output, receipt->path, input)) {
        add_receipt(&text, receipt, options, summary);
        output_write(&output, &text);
        written = output_close(&output);
    } else {
        output_abandon(&output);
    }
    if (!written)
        message_file(is_standard(options->out) ? "standard output" : options->out, "is complete, but has no receipt");
    text_free(&text);
    return written;
}
