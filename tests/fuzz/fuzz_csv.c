/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Files of enterprises, whatever their bytes, through the commands that read one. The first OPTION_BYTES of an input
 * choose command and options, the rest is the file. csv_mutate.c changes the file cell by cell.
 */
#include "csv.h"
#include "people.h"
#include "program.h"

#define FILE_NAME "firms.csv"

struct words {
    char *at[24];
    int count;
};

static void say(struct words *words, const char *word)
{
    REQUIRE(words->count < (int)COUNT(words->at));
    words->at[words->count++] = (char *)(uintptr_t)word; /* main() takes them so, and getopt moves them about */
}

static void say_rules(struct words *words, uint8_t choice)
{
    uint32_t count = 0;
    while (lg_ruleset_at(count))
        count++;
    say(words, "--rules");
    say(words, lg_ruleset_describe(lg_ruleset_at(choice % count))->id);
}

/* What the bits of the options say, for the commands that take it. */
static void say_options(struct words *words, const uint8_t *bytes)
{
    const char *command = words->at[0];
    int is_assess = strcmp(command, "assess") == 0, is_echelon = strcmp(command, "echelon") == 0;
    if (bytes[2] & 1) {
        say(words, "--format");
        say(words, is_assess ? "json" : "jsonl");
    }
    if (is_assess || is_echelon) {
        say(words, "--lang");
        say(words, lg_language_name(bytes[2] / 2 % 3));
    }
    if (bytes[2] & 8) {
        say(words, "--assume");
        say(words, bytes[2] & 16 ? "judgement" : "clean-record");
    }
}

static void say_command(struct words *words, const uint8_t *bytes)
{
    static const char *const COMMANDS[] = {"screen", "screen", "assess", "echelon", "compare", "screen"};
    say(words, COMMANDS[bytes[0] % COUNT(COMMANDS)]);
    if (strcmp(words->at[0], "echelon") == 0) {
        say(words, "--on");
        say(words, "2026-05-01");
    } else
        say_rules(words, bytes[1]);
    if (strcmp(words->at[0], "compare") == 0)
        say_rules(words, (uint8_t)(bytes[1] / 16));
    say_options(words, bytes);
    say(words, bytes[2] & 32 ? "-" : FILE_NAME);
}

/* Records are told apart and judged the same by one thread and by three. */
static void expect_same_with_threads(const struct run *one, const struct words *words)
{
    struct words more = *words;
    struct run three;
    say(&more, "--threads");
    say(&more, "3");
    program_run(&three, more.count, more.at, FILE_NAME);
    REQUIRE(three.status == one->status && three.out.length == one->out.length);
    REQUIRE(one->out.length == 0 || memcmp(three.out.bytes, one->out.bytes, one->out.length) == 0);
    REQUIRE(three.error.length == one->error.length);
    REQUIRE(one->error.length == 0 || memcmp(three.error.bytes, one->error.bytes, one->error.length) == 0);
    program_forget(&three);
}

/* Labels go to CSV as they came, everything else is fit for a terminal; and all of it is UTF-8. */
static void expect_output(const struct run *run, const struct words *words, const uint8_t *bytes)
{
    int is_csv = strcmp(words->at[0], "assess") != 0 && !(bytes[2] & 1);
    REQUIRE(is_csv ? is_utf8(run->out.bytes, run->out.length) : is_clean_text(run->out.bytes, run->out.length));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct words words = {{NULL}, 0};
    struct run run;
    if (size < OPTION_BYTES)
        return -1;
    program_write(FILE_NAME, bytes + OPTION_BYTES, size - OPTION_BYTES);
    say_command(&words, bytes);
    program_run(&run, words.count, words.at, FILE_NAME);
    expect_good_manners(&run);
    expect_output(&run, &words, bytes);
    if (strcmp(words.at[0], "screen") == 0 && bytes[3] & 1)
        expect_same_with_threads(&run, &words);
    program_forget(&run);
    return 0;
}
