/* SPDX-License-Identifier: Apache-2.0 */
#include "world.h"

#include <stdio.h>

static char ids[WORLD_ROWS][8];

void world_begin(world *w)
{
    static const lg__text TITLE = {{"row", "\xE8\xA1\x8C", "baris"}}, NO_CAVEAT = {{"", "", ""}};
    memset(w, 0, sizeof *w);
    for (size_t i = 0; i < WORLD_ROWS; i++) {
        snprintf(ids[i], sizeof ids[i], "r%d", (int)i);
        w->rows[i].title = TITLE;
        w->rows[i].caveat = NO_CAVEAT;
    }
    w->rules.info.id = "test.world";
    w->rules.info.programme = "test";
    w->rules.info.issuer = "tests";
    w->rules.info.document = "none";
    w->rules.title = TITLE;
    w->rules.caveat = NO_CAVEAT;
    w->rules.rows = w->rows;
}

lg_criterion *world_add(world *w, uint32_t depth, lg_kind kind)
{
    uint32_t i = w->rules.info.criterion_count++;
    lg_criterion *row = &w->rows[i].criterion;
    ck_assert_uint_lt(i, WORLD_ROWS);
    row->id = ids[i];
    row->citation = "art. 1";
    row->depth = depth;
    row->kind = kind;
    row->op = kind == LG_KIND_AT_LEAST || kind == LG_KIND_PASS_MARK ? LG_OP_GE : LG_OP_NONE;
    row->unit = LG_UNIT_COUNT;
    row->grade = LG_GRADE_OFFICIAL;
    row->bound_denominator = 1;
    for (size_t f = 0; f < COUNT(row->facts); f++)
        row->facts[f] = LG_FACT_NONE;
    return row;
}

lg_criterion *world_value(world *w, uint32_t depth, uint32_t fact, lg_operator op, int64_t bound)
{
    lg_criterion *row = world_add(w, depth, LG_KIND_VALUE);
    row->op = op;
    row->fact_count = 1;
    row->facts[0] = fact;
    row->bound = bound;
    return row;
}

lg_criterion *world_flag(world *w, uint32_t depth, uint32_t fact, int64_t bound)
{
    lg_criterion *row = world_value(w, depth, fact, LG_OP_EQ, bound);
    row->kind = LG_KIND_FLAG;
    row->unit = LG_UNIT_FLAG;
    return row;
}

static lg_criterion *undefined_row(world *w, uint32_t depth)
{
    lg_criterion *row = world_add(w, depth, LG_KIND_RATIO);
    row->op = LG_OP_GE;
    row->fact_count = 2;
    row->facts[0] = LG_FACT_RD_STAFF;
    row->facts[1] = LG_FACT_EMPLOYEES;
    row->bound = 1;
    row->bound_denominator = 2;
    return row;
}

static lg_criterion *not_applicable_row(world *w, uint32_t depth)
{
    uint32_t when = w->rules.info.criterion_count;
    world_add(w, depth, LG_KIND_WHEN);
    world_state(w, depth + 1, '0');
    world_state(w, depth + 1, '1');
    return &w->rows[when].criterion;
}

lg_criterion *world_state(world *w, uint32_t depth, char state)
{
    switch (state) {
    case '1':
        return world_flag(w, depth, LG_FACT_OWN_BRAND, 1);
    case '0':
        return world_flag(w, depth, LG_FACT_PRODUCT_STANDARD, 1);
    case '.':
        return world_flag(w, depth, LG_FACT_GAP_FILLING, 1);
    case 'j':
        return world_flag(w, depth, LG_FACT_HIGH_REPUTATION, 1);
    case 'u':
        return undefined_row(w, depth);
    default:
        return not_applicable_row(w, depth);
    }
}

void world_profile(lg_profile *profile)
{
    profile_of(profile, "own_brand=1 product_standard=0 gap_filling= high_reputation= rd_staff=1 employees=0");
}

const lg_ruleset *world_end(world *w)
{
    uint32_t bad_row;
    lg_status status = lg__ruleset_valid(&w->rules, &bad_row);
    ck_assert_msg(status == LG_OK, "the test's rule set is malformed at row %u", (unsigned)bad_row);
    return &w->rules;
}

char verdict_letter(lg_verdict verdict)
{
    ck_assert_msg(verdict >= LG_UNKNOWN && verdict <= LG_NOT_APPLICABLE, "verdict %d", (int)verdict);
    return ".10-"[verdict];
}

char plain_letter(char state) { return state == 'j' || state == 'u' ? '.' : state; }

void world_judge(world *w, const lg_profile *profile, lg_finding *finding)
{
    POISON(*finding);
    ck_assert_int_eq(lg_evaluate_criterion(world_end(w), 0, profile, finding), LG_OK);
    ck_assert_uint_eq(finding->criterion, 0);
    ck_assert_int_eq(finding->reason == LG_REASON_NONE, finding->verdict != LG_UNKNOWN);
}
