/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What an assessment rests on: a rule set written out as one canonical text, the digest of that text, and a receipt.
 * The text is of words and decimal numbers, so that neither a compiler nor a machine shows in it; littlegiant.h says
 * what stands in it. Any change to it changes every digest there is, and receipts that people keep.
 */
#include <string.h>

#include "internal.h"
#include "sha256.h"

/* Where a text goes: to a caller's buffer, or into a digest. */
typedef struct sink {
    lg__writer *writer;
    lg__sha256 *hash;
} sink;

static void put_bytes(const sink *to, const char *bytes, uint64_t length)
{
    if (to->writer)
        lg__put_bytes(to->writer, bytes, length);
    else
        lg__sha256_add(to->hash, bytes, length);
}

static void put(const sink *to, const char *text) { put_bytes(to, text, strlen(text)); }

static void put_number(const sink *to, int64_t number)
{
    char room[LG__DECIMAL_SIZE];
    put(to, lg__decimal(number, room));
}

/* ------------------------------------------------------------------------------- lines */

static void number_line(const sink *to, const char *key, int64_t number)
{
    put(to, key);
    put(to, " ");
    put_number(to, number);
    put(to, "\n");
}

/* Every text of a rule set is there. A line feed in one must not look like a line of its own. */
static void text_line(const sink *to, const char *key, const char *text)
{
    put(to, key);
    put(to, " ");
    for (; *text; text++) {
        if (*text == '\\' || *text == '\n')
            put(to, *text == '\n' ? "\\n" : "\\\\");
        else
            put_bytes(to, text, 1);
    }
    put(to, "\n");
}

/* The stable word of a number, or the number that has none. */
static void word_line(const sink *to, const char *key, const char *word, int64_t number)
{
    if (word)
        text_line(to, key, word);
    else
        number_line(to, key, number);
}

static const char *unit_word(lg_unit unit)
{
    const lg_unit_info *info = lg_unit_describe(unit);
    return info ? info->name : NULL;
}

/* ------------------------------------------------------------------------------- table */

static void put_facts(const sink *to, const lg_criterion *row)
{
    put(to, "facts");
    for (uint32_t i = 0; i < row->fact_count; i++) {
        put(to, " ");
        put(to, lg__facts[row->facts[i]].name);
    }
    put(to, "\n");
}

static void put_row(const sink *to, const lg_criterion *row)
{
    text_line(to, "criterion", row->id);
    number_line(to, "depth", row->depth);
    word_line(to, "kind", lg_kind_name(row->kind), row->kind);
    word_line(to, "operator", lg_operator_name(row->op), row->op);
    put_facts(to, row);
    word_line(to, "unit", unit_word(row->unit), row->unit);
    number_line(to, "bound", row->bound);
    number_line(to, "bound_high", row->bound_high);
    number_line(to, "bound_denominator", row->bound_denominator);
    number_line(to, "points", row->points);
    number_line(to, "points_floor", row->points_floor);
    number_line(to, "total", row->total);
    text_line(to, "citation", row->citation);
    word_line(to, "grade", lg_grade_name(row->grade), row->grade);
}

/* Classes from the lowest value of each on; 0 0 0 where the sector does not use the indicator. */
static void put_limits(const sink *to, uint32_t sector, uint32_t indicator)
{
    put(to, "sector ");
    put_number(to, sector + 1);
    put(to, " ");
    put(to, lg__facts[lg__indicators[indicator]].name);
    for (lg_size_class c = LG_SIZE_SMALL; c <= LG_SIZE_LARGE; c++) {
        int64_t limit = lg__size_limit(sector, indicator, c);
        put(to, " ");
        put_number(to, limit == INT64_MIN ? 0 : limit);
    }
    put(to, "\n");
}

/* The size standard decides where a row asks for the size class. */
static void put_size_standard(const sink *to)
{
    for (uint32_t sector = 0; sector < LG__SECTORS; sector++)
        for (uint32_t indicator = 0; indicator < LG__INDICATORS; indicator++)
            put_limits(to, sector, indicator);
}

static void put_edition(const sink *to, const lg_ruleset_info *info)
{
    text_line(to, "rules", info->id);
    text_line(to, "programme", info->programme);
    word_line(to, "level", lg_level_name(info->level), info->level);
    number_line(to, "application", info->application);
    number_line(to, "in_force_from", info->in_force_from);
    number_line(to, "in_force_to", info->in_force_to);
    number_line(to, "alternative", info->alternative);
    text_line(to, "issuer", info->issuer);
    text_line(to, "document", info->document);
}

static void put_table(const sink *to, const lg_ruleset *rules)
{
    int asks_size = 0;
    put_edition(to, &rules->info);
    for (uint32_t i = 0; i < rules->info.criterion_count; i++) {
        put_row(to, &rules->rows[i].criterion);
        asks_size |= rules->rows[i].criterion.kind == LG_KIND_SME_SIZE;
    }
    if (asks_size)
        put_size_standard(to);
}

/* ------------------------------------------------------------------------- the interface */

static void digest_of(const lg_ruleset *rules, uint8_t digest[LG__SHA256_SIZE])
{
    lg__sha256 hash;
    sink to = {NULL, &hash};
    lg__sha256_begin(&hash);
    put_table(&to, rules);
    lg__sha256_end(&hash, digest);
}

lg_status lg_ruleset_digest(const lg_ruleset *rules, uint8_t digest[32])
{
    if (!digest)
        return LG_E_NULL;
    memset(digest, 0, LG__SHA256_SIZE);
    if (!rules)
        return LG_E_RULES;
    digest_of(rules, digest);
    return LG_OK;
}

static void put_digest(const sink *to, const lg_ruleset *rules)
{
    static const char HEX[] = "0123456789abcdef";
    uint8_t digest[LG__SHA256_SIZE];
    digest_of(rules, digest);
    put(to, "table sha256 ");
    for (uint32_t i = 0; i < LG__SHA256_SIZE; i++) {
        put_bytes(to, &HEX[digest[i] >> 4], 1);
        put_bytes(to, &HEX[digest[i] & 15], 1);
    }
    put(to, "\n");
}

static void put_receipt(const sink *to, const lg_ruleset *rules)
{
    text_line(to, "library", lg_version());
    text_line(to, "rules", rules->info.id);
    text_line(to, "document", rules->info.document);
    number_line(to, "in_force_from", rules->info.in_force_from);
    number_line(to, "in_force_to", rules->info.in_force_to);
    put_digest(to, rules);
}

static lg_status write_text(void (*put_text)(const sink *, const lg_ruleset *), const lg_ruleset *rules, char *text,
                            uint64_t capacity, uint64_t *needed)
{
    lg__writer writer;
    sink to = {&writer, NULL};
    lg_status status = lg__writer_open(&writer, LG_ENGLISH, text, capacity, needed);
    if (status != LG_OK)
        return status;
    if (!rules)
        return LG_E_RULES;
    put_text(&to, rules);
    return lg__writer_close(&writer, needed);
}

lg_status lg_ruleset_table(const lg_ruleset *rules, char *text, uint64_t capacity, uint64_t *needed)
{
    return write_text(put_table, rules, text, capacity, needed);
}

lg_status lg_receipt(const lg_ruleset *rules, char *text, uint64_t capacity, uint64_t *needed)
{
    return write_text(put_receipt, rules, text, capacity, needed);
}
