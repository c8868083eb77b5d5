/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Command lines, whatever their words: commands, options and values that exist, put together in any way, and any
 * other bytes. Words come from the program's own help and from reflection. A slash becomes an underscore, so that
 * nothing outside the program's folder is written to.
 */
#include <stdbool.h>

#include "options.h"
#include "people.h"
#include "program.h"

enum { WORDS_MOST = 20, WORD_ROOM = 300 };

static const char FIRMS[] =
    "id,name,srdi_title,revenue_y1_wan,revenue_y2_wan,province_rank,employees,size_sector\n"
    "1,\"Seven Stars, Ltd\",1,13800,12000,2,300,1\n2,B,0,10000.01,,,,\n3,C,x,,,4,,\n4,D,1,1,1\n";
static const char LAST_YEAR[] = "id,name,srdi_title,revenue_y1_wan,province_rank\n1,Seven Stars,1,9000,5\n5,E,1,2,1\n";

/* ------------------------------------------------------------------------------------ words */

static uint32_t command_count(void)
{
    uint32_t count = 0;
    while (COMMANDS[count].name)
        count++;
    return count;
}

static const char *command_word(uint32_t i) { return COMMANDS[i].name; }

/* The i-th option that the help of a command names, counted round and round; its length to *length. */
static const char *option_word(const char *help, uint32_t i, size_t *length)
{
    const char *at = help;
    for (i %= 24;; i--) {
        at = strstr(at, "--");
        at = at ? at : strstr(help, "--");
        *length = at ? 2 + strspn(at + 2, "abcdefghijklmnopqrstuvwxyz") : 0;
        if (!at || i == 0)
            return at;
        at += *length;
    }
}

static void print_fact(input *in, char *word)
{
    const lg_fact *fact = lg_fact_describe(take_below(in, lg_fact_count()));
    snprintf(word, WORD_ROOM, "%s=%lld", take_chance(in, 2) ? fact->column : fact->name,
             (long long)take_value(in, NULL, fact->id));
}

static void print_date(input *in, char *word)
{
    snprintf(word, WORD_ROOM, take_chance(in, 2) ? "%04u%02u%02u" : "%04u-%02u-%02u", 2017 + take_below(in, 11),
             take_below(in, 14), take_below(in, 33));
}

static void print_place(input *in, char *word)
{
    const lg_region *region = lg_region_at(take_below(in, 12));
    if (!region)
        snprintf(word, WORD_ROOM, "%u", 100000 + take_u32(in) % 900000);
    else if (take_chance(in, 3))
        snprintf(word, WORD_ROOM, "%d", (int)region->code);
    else
        snprintf(word, WORD_ROOM, "%s", take_chance(in, 2) ? region->name : region->name_zh);
}

static void print_name(input *in, char *word)
{
    static const char *const OTHERS[] = {"csv",    "jsonl",     "json",         "text",    "markdown", "table", "new",
                                         "review", "judgement", "clean-record", "out.csv", "-",        "0",     "3"};
    uint32_t i = take_below(in, 40);
    const char *name = i < COUNT(OTHERS) ? OTHERS[i] : NULL;
    if (!name)
        name = i < 18 ? lg_language_name((lg_language)(i % 3)) : lg_level_name((lg_level)(i % 4));
    snprintf(word, WORD_ROOM, "%s", i < 24 && name ? name : lg_ruleset_describe(take_rules(in))->id);
}

static void print_bytes(input *in, char *word)
{
    size_t length;
    char *text = take_text(in, &length);
    snprintf(word, WORD_ROOM, "%s", text);
    free(text);
}

static void print_operand(input *in, char *word)
{
    static const char *const OPERANDS[] = {"firms.csv", "last.csv", "-", "firms.csv", "out.csv", "none.csv", ".", ""};
    snprintf(word, WORD_ROOM, "%s", OPERANDS[take_below(in, COUNT(OPERANDS))]);
}

/* An option of the command's help, sometimes with a value in the same word. */
static void print_option(input *in, const char *help, char *word)
{
    size_t length;
    const char *option = option_word(help, take_byte(in), &length);
    snprintf(word, WORD_ROOM, "%.*s", (int)length, option ? option : "-o");
    if (take_chance(in, 8))
        strcat(word, "=en");
}

static void print_word(input *in, const char *help, char *word)
{
    static void (*const PRINTERS[])(input *, char *) = {print_fact, print_date,    print_place, print_name,
                                                        print_name, print_operand, print_bytes};
    if (take_chance(in, 2))
        print_option(in, help, word);
    else
        PRINTERS[take_below(in, COUNT(PRINTERS))](in, word);
    for (char *at = word; *at; at++)
        if (*at == '/')
            *at = '_';
}

/* ---------------------------------------------------------------------------------- command */

struct line {
    char words[WORDS_MOST][WORD_ROOM];
    char *at[WORDS_MOST];
    int count;
};

static char *next_word(struct line *line)
{
    line->at[line->count] = line->words[line->count];
    return line->words[line->count++];
}

/* What a command cannot do without is given, mostly. */
static void take_required(input *in, const struct command *command, struct line *line)
{
    if (strchr(command->required, 'r'))
        strcpy(next_word(line), "--rules"), strcpy(next_word(line), lg_ruleset_describe(take_rules(in))->id);
    if (strchr(command->required, 'd'))
        strcpy(next_word(line), "--on"), print_date(in, next_word(line));
    if (strchr(command->required, 'g'))
        strcpy(next_word(line), "--region"), print_place(in, next_word(line));
    if (strchr(command->required, 't'))
        strcpy(next_word(line), "--title"), strcpy(next_word(line), "little-giant");
    for (int i = 0; i < command->least_operands; i++)
        print_operand(in, next_word(line));
}

static void take_line(input *in, struct line *line)
{
    const struct command *command = &COMMANDS[take_below(in, command_count())];
    char *first = take_word(in, command_word, command_count());
    line->count = 0;
    snprintf(next_word(line), WORD_ROOM, "%s", take_chance(in, 8) ? first : command->name);
    free(first);
    if (take_chance(in, 16))
        strcpy(line->words[0], take_chance(in, 2) ? "help" : "--help");
    if (!take_chance(in, 4))
        take_required(in, command, line);
    for (uint32_t more = take_below(in, 6); more > 0 && line->count < WORDS_MOST; more--)
        print_word(in, command->help, next_word(line));
}

/* The files that it reads stay as they are, unless one was named to be written. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = {bytes, size};
    struct line line;
    struct run run;
    take_line(&in, &line);
    program_write("firms.csv", FIRMS, sizeof FIRMS - 1);
    program_write("last.csv", LAST_YEAR, sizeof LAST_YEAR - 1);
    program_run(&run, line.count, line.at, "firms.csv");
    expect_good_manners(&run);
    REQUIRE(is_utf8(run.out.bytes, run.out.length));
    program_forget(&run);
    program_clean_up();
    return 0;
}
