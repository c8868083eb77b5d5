/* SPDX-License-Identifier: Apache-2.0 */
/* The help texts, and the table of commands that they belong to. */
#include "help.h"

#include "commands.h"

/* C99 promises string literals of 4,095 bytes; each text stays below. */
const char HELP_PROGRAM[] =
    "Usage: littlegiant COMMAND ...\n"
    "Judges enterprises by the conditions of China's \"Little Giant\" programme and of the\n"
    "titles below it.\n"
    "\n"
    "  littlegiant rules [ID]                        list the rule sets, or one with its criteria\n"
    "  littlegiant facts                             list the column names a table can have\n"
    "  littlegiant assess --rules ID FILE            explain each enterprise in words\n"
    "  littlegiant screen --rules ID FILE [-o OUT]   one line of verdicts per enterprise\n"
    "\n"
    "  littlegiant help COMMAND                      more about a command\n"
    "  littlegiant --version                         version of the program and the library\n"
    "\n"
    "FILE is CSV (RFC 4180) in UTF-8 with a header line; - is standard input.\n"
    "Exit status: 0 all rows were judged, 1 some rows are in error, 2 the call or a file is\n"
    "unusable.\n";

const char HELP_RULES[] =
    "Usage: littlegiant rules [ID] [--lang LANG] [--format FORMAT]\n"
    "Lists the rule sets, or the one named ID with its criteria: title, requirement, unit,\n"
    "citation, how well it is evidenced, and what its sources leave open.\n"
    "\n"
    "  --lang LANG      en (default), zh or id\n"
    "  --format FORMAT  text (default) or json: all languages, bounds as exact integers in\n"
    "                   canonical units (fen, months, basis points, hundredths of a point)\n";

const char HELP_FACTS[] =
    "Usage: littlegiant facts [--lang LANG] [--format FORMAT]\n"
    "Lists the facts: column names, kind, range, definition, evidence and source. Money,\n"
    "durations, shares and points carry their unit in the column's name.\n"
    "\n"
    "  --lang LANG      language of titles: en (default), zh or id\n"
    "  --format FORMAT  text (default) or json\n";

#define HELP_FILE \
    "FILE is CSV (RFC 4180) in UTF-8, with or without byte order mark; - is standard input.\n" \
    "The first line names the columns: labels (id, name, credit_code, region) and facts\n" \
    "(\"littlegiant facts\" lists them). An empty cell is unknown; blank lines are skipped.\n" \
    "A row with a bad cell is in error and is told on standard error; the others are judged.\n" \
    "A row whose facts contradict each other is judged and warned of.\n"

#define HELP_ASSUME \
    "  --assume FACT=VALUE    take this value where the fact is unknown (repeatable); FACT is a\n" \
    "                         column name, with its unit where it has one: revenue_y1_yuan=5\n" \
    "  --assume judgement     take what a person must judge as favourable\n" \
    "  --assume clean-record  take exclusions as absent\n" \
    "                         A known fact is never overridden; FACT=VALUE wins over groups.\n"

const char HELP_ASSESS[] =
    "Usage: littlegiant assess --rules ID FILE [OPTION]...\n"
    "Explains each enterprise in words: the verdict, every criterion with the measured and the\n"
    "required value, and the facts that are missing and matter.\n"
    "\n"
    HELP_FILE
    "\n"
    "  --rules ID             rule set; \"littlegiant rules\" lists them\n"
    "  --lang LANG            en (default), zh or id\n"
    "  --format FORMAT        text (default) or json: an array with one object per enterprise;\n"
    "                         numbers are exact fractions \"num/den\" in canonical units\n"
    HELP_ASSUME;

const char HELP_SCREEN[] =
    "Usage: littlegiant screen --rules ID FILE [-o OUT] [OPTION]...\n"
    "Writes one line per enterprise: its labels, the verdict, one column per criterion, and\n"
    "`missing`, the unknown facts that could still change the verdict, joined by ';'. A summary\n"
    "goes to standard error.\n"
    "\n"
    HELP_FILE
    "\n"
    "  --rules ID             rule set; \"littlegiant rules\" lists them\n"
    "  -o, --output OUT       write to OUT instead of standard output; a file is complete in the\n"
    "                         end or stays as it was\n"
    "  --format FORMAT        csv (default) or jsonl, one object per line with the same keys\n"
    HELP_ASSUME
    "                         The last column, `assumed`, then names the assumed facts that the\n"
    "                         verdict rests on.\n"
    "\n"
    "Words: met, not_met, unknown, not_applicable; error for a row in error.\n"
    "Labels are carried through unchanged, also those that begin with = + - or @: the output is\n"
    "for programs. A spreadsheet may take such a cell for a formula, so import it as text.\n"
    "(Only in rows in error are bytes that are not UTF-8 replaced by U+FFFD, and only on a\n"
    "terminal are control characters made visible.)\n";

static const char *const TEXT_OR_JSON[] = {"text", "json", NULL};
static const char *const CSV_OR_JSONL[] = {"csv", "jsonl", NULL};

/* Columns: name, letters of its options, formats, operand, operand and --rules required, ... */
const struct command COMMANDS[] = {
    {"rules", "flh", TEXT_OR_JSON, "ID", false, false, command_rules, HELP_RULES},
    {"facts", "flh", TEXT_OR_JSON, NULL, false, false, command_facts, HELP_FACTS},
    {"assess", "aflhr", TEXT_OR_JSON, "FILE", true, true, command_assess, HELP_ASSESS},
    {"screen", "afhor", CSV_OR_JSONL, "FILE", true, true, command_screen, HELP_SCREEN},
    {NULL, NULL, NULL, NULL, false, false, NULL, NULL},
};
