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
    "  littlegiant verify RECEIPT                    does a receipt of screen still hold?\n"
    "  littlegiant compare --rules A --rules B FILE  who flips between two rule sets, and why\n"
    "  littlegiant compare --rules ID FILE1 FILE2    ... or between two years\n"
    "  littlegiant echelon --on DATE FILE            the level each one reaches, and the next step\n"
    "  littlegiant rules --on DATE                   what is in force on a day\n"
    "  littlegiant awards --title LEVEL --region PLACE --on DATE   what a title brings there\n"
    "  littlegiant batches                           the batches of Little Giants so far\n"
    "\n"
    "  littlegiant help COMMAND                      more about a command\n"
    "  littlegiant --version                         version of the program and the library\n"
    "\n"
    "FILE is CSV (RFC 4180) in UTF-8 with a header line; - is standard input.\n"
    "Exit status: 0 all rows were judged, 1 some rows are in error, 2 the call or a file is\n"
    "unusable.\n";

const char HELP_RULES[] =
    "Usage: littlegiant rules [ID] [--lang LANG] [--format FORMAT]\n"
    "       littlegiant rules --on DATE [--level LEVEL] [--application KIND]\n"
    "Lists the rule sets, or the one named ID with its criteria: title, requirement, unit,\n"
    "citation, how well it is evidenced, and what its sources leave open. With --on, lists which\n"
    "one is in force on a day for each level and kind of application. Where none is, none is\n"
    "chosen instead: the list says \"nothing in force\", and a question for one level and one kind\n"
    "ends with status 2.\n"
    "\n"
    "  --on DATE           the day, YYYY-MM-DD or YYYYMMDD\n"
    "  --level LEVEL       innovative-sme, specialised-sme or little-giant alone\n"
    "  --application KIND  new or review alone\n"
    "  --lang LANG         en (default), zh or id\n"
    "  --format FORMAT     text (default), json: all languages, bounds as exact integers in\n"
    "                      canonical units (fen, months, basis points, hundredths of a point);\n"
    "                      markdown: a page of a catalogue, or its index; or table: all that\n"
    "                      decides, as the text whose SHA-256 stands in receipts\n";

const char HELP_FACTS[] = "Usage: littlegiant facts [--lang LANG] [--format FORMAT]\n"
                          "Lists the facts: column names, kind, range, definition, evidence and source. Money,\n"
                          "durations, shares and points carry their unit in the column's name.\n"
                          "\n"
                          "  --lang LANG      language of titles: en (default), zh or id\n"
                          "  --format FORMAT  text (default) or json\n";

#define HELP_FILE                                                                                                      \
    "FILE is CSV (RFC 4180) in UTF-8, with or without byte order mark; - is standard input.\n"                         \
    "The first line names the columns: labels (id, name, credit_code, region) and facts\n"                             \
    "(\"littlegiant facts\" lists them). An empty cell is unknown; blank lines are skipped.\n"                         \
    "A row with a bad cell is in error and is told on standard error; the others are judged.\n"                        \
    "A row whose facts contradict each other is judged and warned of.\n"

#define HELP_ASSUME                                                                                                    \
    "  --assume FACT=VALUE    take this value where the fact is unknown (repeatable); FACT is a\n"                     \
    "                         column name, with its unit where it has one: revenue_y1_yuan=5\n"                        \
    "  --assume judgement     take what a person must judge as favourable\n"                                           \
    "  --assume clean-record  take exclusions as absent\n"                                                             \
    "                         A known fact is never overridden; FACT=VALUE wins over groups.\n"

#define HELP_GUARD                                                                                                     \
    "  --guard-formulas       for spreadsheets: put an apostrophe in front of a label that would be\n"                 \
    "                         taken for a formula (it begins with = + - @ or with a tab or line end,\n"                \
    "                         and is no number); without that first apostrophe it is as it came in\n"

const char HELP_ASSESS[] =
    "Usage: littlegiant assess --rules ID FILE [OPTION]...\n"
    "Explains each enterprise in words: the verdict, every criterion with the measured and the\n"
    "required value and the distance, the facts that are missing and matter, and the shortest\n"
    "way to qualify. In JSON that way is `route`: criterion, verdict, reason, lever (a fact) and by\n"
    "how much to change it.\n"
    "\n" HELP_FILE "\n"
    "  --rules ID             rule set; \"littlegiant rules\" lists them\n"
    "  --lang LANG            en (default), zh or id\n"
    "  --format FORMAT        text (default) or json: an array with one object per enterprise;\n"
    "                         numbers are exact fractions \"num/den\" in canonical units\n" HELP_ASSUME;

const char HELP_SCREEN[] =
    "Usage: littlegiant screen --rules ID FILE [-o OUT] [OPTION]...\n"
    "Writes one line per enterprise: its labels, the verdict, one column per criterion, and\n"
    "`missing`, the unknown facts that could still change the verdict, joined by ';'. A summary\n"
    "goes to standard error.\n"
    "\n" HELP_FILE "\n"
    "  --rules ID             rule set; \"littlegiant rules\" lists them\n"
    "  -o, --output OUT       write to OUT instead of standard output; a file is complete in the\n"
    "                         end or stays as it was\n"
    "  --format FORMAT        csv (default) or jsonl, one object per line with the same keys\n" HELP_GUARD
    "  --receipt PATH         write the receipt there (default OUT.receipt, beside a file OUT):\n"
    "                         version, edition and digest of the rules, options, digests of the\n"
    "                         input and the output, counts; no time, so that a second run gives the\n"
    "                         same receipt. \"littlegiant verify\" checks it\n"
    "  --no-receipt           write none\n"
    "  --threads N            let N threads work (default 1, at most 64; 0: one for every processor);\n"
    "                         what is written is the same for any number\n" HELP_ASSUME
    "                         The last column, `assumed`, then names the assumed facts that the\n"
    "                         verdict rests on.\n"
    "\n"
    "Words: met, not_met, unknown, not_applicable; error for a row in error.\n"
    "Labels are carried through unchanged, also those that begin with = + - or @: the output is\n"
    "for programs. A spreadsheet may take such a cell for a formula: use --guard-formulas.\n"
    "(Only in rows in error are bytes that are not UTF-8 replaced by U+FFFD, and only on a\n"
    "terminal are control characters made visible.)\n";

const char HELP_VERIFY[] =
    "Usage: littlegiant verify RECEIPT [INPUT [OUTPUT]] [OPTION]...\n"
    "Says in sentences whether a receipt of screen still holds: whether the input and the output\n"
    "are the same bytes, and whether this library has the same table for the rule set. Another\n"
    "version of the library is told, and no difference by itself.\n"
    "\n"
    "Files are looked for where the receipt says, from the current folder, else beside the receipt;\n"
    "INPUT and OUTPUT name them if they are elsewhere, or came through standard input or output.\n"
    "\n"
    "  --rerun      judge the input again, with the same rule set and options, and see whether the\n"
    "               output would be the same; nothing is written\n"
    "  --threads N  as for screen\n"
    "\n"
    "Exit status: 0 everything was checked and holds, 1 something differs, 2 the receipt is\n"
    "unusable, or nothing that was checked differs but something could not be checked.\n";

#define HELP_FLAT                                                                                                      \
    "  -o, --output OUT       write to OUT instead of standard output; a file is complete in the\n"                    \
    "                         end or stays as it was\n"                                                                \
    "  --format FORMAT        csv (default) or jsonl, one object per line with the same keys\n" HELP_GUARD

const char HELP_COMPARE[] =
    "Usage: littlegiant compare --rules A --rules B FILE [-o OUT] [OPTION]...\n"
    "       littlegiant compare --rules A [--rules B] FILE1 FILE2 [-o OUT] [OPTION]...\n"
    "Judges the same enterprises twice, under two rule sets or by the figures of two years, and\n"
    "writes for each its labels, the verdicts `before` and `after`, whether it has `changed` (yes\n"
    "or no), and `because`: the criteria that account for it, as before:ID or after:ID, joined by\n"
    "';'. The verdicts before and after as a table, and the criteria that account for most flips,\n"
    "go to standard error.\n"
    "\n"
    "Two files are matched by their column id. FILE1 is held in memory, up to 800 bytes for\n"
    "each enterprise; FILE2 is streamed and sets the order and the labels. An id that stands in one\n"
    "file alone is told, counted and written with the word absent on the other side; those of\n"
    "FILE1 come last, without other labels. Of an id that stands twice in a file the first row\n"
    "counts, and the other is in error. `changed` is empty where a side is absent or in error.\n"
    "\n" HELP_FILE "\n"
    "  --rules ID             rule set; \"littlegiant rules\" lists them\n" HELP_FLAT HELP_ASSUME
    "                         The last column, `assumed`, then names the assumed facts that one of\n"
    "                         the verdicts rests on.\n";

const char HELP_ECHELON[] =
    "Usage: littlegiant echelon --on DATE FILE [-o OUT] [OPTION]...\n"
    "Sorts enterprises into the levels innovative SME, specialised SME and Little Giant by the rule\n"
    "sets in force for new applications on a day, and writes for each its labels, the `level` that\n"
    "it qualifies for (or none), the `next` one, how many conditions are `not_met` or `unknown` on\n"
    "the shortest way there, and the `steps` of that way as ids of criteria, joined by ';'. Counts\n"
    "per level and region, and the enterprises nearest to their next level with their first steps\n"
    "in words, go to standard error. Where no level has rules in force, the call ends with status 2.\n"
    "\n" HELP_FILE "\n"
    "  --on DATE              the day, YYYY-MM-DD or YYYYMMDD\n"
    "  --nearest N            list so many enterprises (default 20)\n"
    "  --lang LANG            language of what goes to standard error: en (default), zh or id\n" HELP_FLAT HELP_ASSUME
    "                         The last column, `assumed`, then names the assumed facts that the\n"
    "                         verdict on some level rests on.\n";

const char HELP_AWARDS[] =
    "Usage: littlegiant awards --title LEVEL --region PLACE --on DATE [OPTION]...\n"
    "Lists what a title brings in a place: the awards of the place itself and of the city, province\n"
    "and country that it lies in, each with its amount, basis, source and what is uncertain about\n"
    "it; then the total that is certain and the one that is possible. The table knows what its\n"
    "sources named: that no award is found does not prove that none exists.\n"
    "\n"
    "  --title LEVEL    innovative-sme, specialised-sme or little-giant\n"
    "  --region PLACE   six-digit code (GB/T 2260), or the English or Chinese name of a place that\n"
    "                   the table names\n"
    "  --on DATE        the day, YYYY-MM-DD or YYYYMMDD\n"
    "  --lang LANG      en (default), zh or id\n"
    "  --format FORMAT  text (default), json or csv; amounts in json and csv are in fen\n";

const char HELP_BATCHES[] =
    "Usage: littlegiant batches [--lang LANG] [--format FORMAT]\n"
    "Lists the batches of national Little Giants: when the list was announced, how many enterprises\n"
    "it named as published and in later official totals, and the rule set for new applications.\n"
    "\n"
    "  --lang LANG      en (default), zh or id\n"
    "  --format FORMAT  text (default), json or csv\n";

static const char *const FORMATS_OF_RULES[] = {"text", "json", "markdown", "table", NULL};
static const char *const TEXT_JSON_OR_CSV[] = {"text", "json", "csv", NULL};
static const char *const TEXT[] = {"text", NULL};
static const char *const TEXT_OR_JSON[] = {"text", "json", NULL};
static const char *const CSV_OR_JSONL[] = {"csv", "jsonl", NULL};

/* Columns: name, letters of its options, of those required; formats; operand, how many; ... */
const struct command COMMANDS[] = {
    {"rules", "deflhp", "", FORMATS_OF_RULES, "ID", 0, 1, command_rules, HELP_RULES},
    {"facts", "flh", "", TEXT_OR_JSON, NULL, 0, 0, command_facts, HELP_FACTS},
    {"assess", "aflhr", "r", TEXT_OR_JSON, "FILE", 1, 1, command_assess, HELP_ASSESS},
    {"screen", "acfhjorsx", "r", CSV_OR_JSONL, "FILE", 1, 1, command_screen, HELP_SCREEN},
    {"verify", "hju", "", TEXT, "RECEIPT", 1, 3, command_verify, HELP_VERIFY},
    {"compare", "afhors", "r", CSV_OR_JSONL, "FILE", 1, 2, command_compare, HELP_COMPARE},
    {"echelon", "adfhlnos", "d", CSV_OR_JSONL, "FILE", 1, 1, command_echelon, HELP_ECHELON},
    {"awards", "dfghlt", "dgt", TEXT_JSON_OR_CSV, NULL, 0, 0, command_awards, HELP_AWARDS},
    {"batches", "fhl", "", TEXT_JSON_OR_CSV, NULL, 0, 0, command_batches, HELP_BATCHES},
    {NULL, NULL, NULL, NULL, NULL, 0, 0, NULL, NULL},
};
