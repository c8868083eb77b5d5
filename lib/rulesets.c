/* SPDX-License-Identifier: Apache-2.0 */
/* The registry of rule sets, reflection of their criteria, and what makes a table well formed. */
#include <string.h>

#include "internal.h"
#include "rules/index.h"

#define RULESET_COUNT ((uint32_t)(sizeof lg__rulesets / sizeof lg__rulesets[0]))

const lg_ruleset *lg_ruleset_at(uint32_t i) { return i < RULESET_COUNT ? lg__rulesets[i] : NULL; }

const lg_ruleset *lg_ruleset_find(const char *id)
{
    for (uint32_t i = 0; id && i < RULESET_COUNT; i++)
        if (strcmp(lg__rulesets[i]->info.id, id) == 0)
            return lg__rulesets[i];
    return NULL;
}

const lg_ruleset_info *lg_ruleset_describe(const lg_ruleset *rules) { return rules ? &rules->info : NULL; }

const char *lg_ruleset_title(const lg_ruleset *rules, lg_language language)
{
    return rules ? lg__text_in(&rules->title, language) : NULL;
}

const char *lg_ruleset_caveat(const lg_ruleset *rules, lg_language language)
{
    return rules ? lg__text_in(&rules->caveat, language) : NULL;
}

int lg__is_date(int32_t date)
{
    static const int32_t DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int32_t year = date / 10000, month = date / 100 % 100, day = date % 100;
    int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
        return 0;
    return day <= DAYS[month - 1] + (month == 2 && leap);
}

static int in_force(const lg_ruleset_info *info, int32_t date)
{
    return date >= info->in_force_from && (info->in_force_to == 0 || date <= info->in_force_to);
}

/* A later edition replaces an earlier one from its first day, so the last that fits is in force. */
lg_status lg_ruleset_select(const char *programme, lg_level level, lg_application application, int32_t date,
                            const lg_ruleset **rules)
{
    const char *wanted = programme ? programme : "cn.sme-gradient";
    if (!rules)
        return LG_E_NULL;
    *rules = NULL;
    if (!lg__is_date(date))
        return LG_E_DATE;
    if (level <= LG_LEVEL_NONE || !lg_level_name(level) ||
        (application != LG_APPLICATION_NEW && application != LG_APPLICATION_REVIEW))
        return LG_E_ARGUMENT;
    for (uint32_t i = 0; i < RULESET_COUNT; i++) {
        const lg_ruleset_info *info = &lg__rulesets[i]->info;
        if (strcmp(info->programme, wanted) == 0 && info->level == level && !info->alternative &&
            (info->application & application) && in_force(info, date))
            *rules = lg__rulesets[i];
    }
    return *rules ? LG_OK : LG_E_NO_RULES;
}

static const lg__row *row_at(const lg_ruleset *rules, uint32_t criterion)
{
    return rules && criterion < rules->info.criterion_count ? &rules->rows[criterion] : NULL;
}

const lg_criterion *lg_ruleset_criterion(const lg_ruleset *rules, uint32_t criterion)
{
    const lg__row *row = row_at(rules, criterion);
    return row ? &row->criterion : NULL;
}

uint32_t lg_criterion_find(const lg_ruleset *rules, const char *id)
{
    for (uint32_t i = 0; rules && id && i < rules->info.criterion_count; i++)
        if (strcmp(rules->rows[i].criterion.id, id) == 0)
            return i;
    return LG_CRITERION_NONE;
}

uint32_t lg_criterion_parent(const lg_ruleset *rules, uint32_t criterion)
{
    if (!row_at(rules, criterion) || criterion == 0)
        return LG_CRITERION_NONE;
    uint32_t depth = rules->rows[criterion].criterion.depth;
    while (rules->rows[--criterion].criterion.depth >= depth)
        ;
    return criterion;
}

const char *lg_criterion_title(const lg_ruleset *rules, uint32_t criterion, lg_language language)
{
    const lg__row *row = row_at(rules, criterion);
    return row ? lg__text_in(&row->title, language) : NULL;
}

const char *lg_criterion_caveat(const lg_ruleset *rules, uint32_t criterion, lg_language language)
{
    const lg__row *row = row_at(rules, criterion);
    return row ? lg__text_in(&row->caveat, language) : NULL;
}

/* ------------------------------------------------------------- is a table well formed? */

/* Facts that each kind of leaf reads, and whether its bound may be a fraction. */
static const struct {
    lg_kind kind;
    uint32_t facts_min, facts_max;
    int fraction;
} LEAF_SHAPES[] = {
    {LG_KIND_VALUE, 1, 1, 0},    {LG_KIND_FLAG, 1, 1, 0},         {LG_KIND_RATIO, 2, 2, 1},
    {LG_KIND_TOTAL, 2, 4, 0},    {LG_KIND_MEAN_GROWTH, 3, 3, 1},  {LG_KIND_COMPOUND_GROWTH, 2, 2, 1},
    {LG_KIND_SME_SIZE, 4, 4, 0}, {LG_KIND_POINTS_VALUE, 1, 1, 0},
};

static int within(int64_t value, int64_t limit) { return value >= -limit && value <= limit; }

/* Bounds stay small enough for compare.h. */
static int bound_valid(const lg_criterion *row, int fraction)
{
    int64_t limit = fraction ? 100000 : LG__WHOLE_MAX, denominator = fraction ? 10000 : 1;
    return row->bound_denominator >= 1 && row->bound_denominator <= denominator && within(row->bound, limit) &&
           within(row->bound_high, limit);
}

static int operator_valid(const lg_criterion *row)
{
    if (row->kind == LG_KIND_POINTS_VALUE)
        return row->op == LG_OP_NONE;
    return row->op != LG_OP_NONE && lg_operator_name(row->op) != NULL;
}

/* A flag is read of a fact that is one. */
static int flag_valid(const lg_criterion *row)
{
    return row->kind != LG_KIND_FLAG || lg__facts[row->facts[0]].unit == LG_UNIT_FLAG;
}

/* A fact that is itself the points has no more of them than a row may give. */
static int points_valid(const lg_criterion *row)
{
    if (row->kind == LG_KIND_POINTS_VALUE) {
        const lg_fact *fact = &lg__facts[row->facts[0]];
        if (!within(fact->minimum, LG__POINTS_MAX) || !within(fact->maximum, LG__POINTS_MAX))
            return 0;
    }
    return within(row->points, LG__POINTS_MAX) && within(row->points_floor, LG__POINTS_MAX);
}

static int leaf_valid(const lg_criterion *row)
{
    for (size_t i = 0; i < sizeof LEAF_SHAPES / sizeof LEAF_SHAPES[0]; i++) {
        if (LEAF_SHAPES[i].kind != row->kind)
            continue;
        if (row->fact_count < LEAF_SHAPES[i].facts_min || row->fact_count > LEAF_SHAPES[i].facts_max)
            return 0;
        for (uint32_t f = 0; f < row->fact_count; f++)
            if (row->facts[f] >= lg_fact_count())
                return 0;
        return flag_valid(row) && operator_valid(row) && bound_valid(row, LEAF_SHAPES[i].fraction);
    }
    return 0;
}

static uint32_t child_count(const lg_ruleset *rules, uint32_t i)
{
    uint32_t children = 0, end = lg__subtree_end(rules, i);
    for (uint32_t child = i + 1; child < end; child = lg__next_child(rules, child, end))
        children++;
    return children;
}

static int combination_valid(const lg_ruleset *rules, uint32_t i)
{
    const lg_criterion *row = &rules->rows[i].criterion;
    uint32_t children = child_count(rules, i);
    switch (row->kind) {
    case LG_KIND_ALL:
    case LG_KIND_ANY:
    case LG_KIND_BEST:
        return children >= 1;
    case LG_KIND_AT_LEAST:
        return row->bound >= 1 && row->bound <= (int64_t)children && row->bound_denominator == 1;
    case LG_KIND_WHEN:
        return children >= 2;
    case LG_KIND_SUM:
        return children >= 1 && row->points > 0;
    case LG_KIND_PASS_MARK:
        return row->total > i && row->total < rules->info.criterion_count && row->bound_denominator == 1 &&
               within(row->bound, LG__POINTS_MAX) && lg__kind_gives_points(rules->rows[row->total].criterion.kind);
    default:
        return 0;
    }
}

/* How many points rows stand in each other, down to this row. */
static uint32_t points_depth(const lg_ruleset *rules, uint32_t i)
{
    uint32_t depth = 0;
    for (; i != LG_CRITERION_NONE; i = lg_criterion_parent(rules, i))
        depth += (uint32_t)lg__kind_gives_points(rules->rows[i].criterion.kind);
    return depth;
}

/* Points rows stand below points rows or a pass mark, so that no condition counts them as a child. */
static int place_valid(const lg_ruleset *rules, uint32_t i)
{
    const lg_criterion *row = &rules->rows[i].criterion;
    if (i == 0)
        return row->depth == 0;
    if (row->depth == 0 || row->depth > LG__DEPTH_MAX || row->depth > rules->rows[i - 1].criterion.depth + 1)
        return 0;
    lg_kind above = rules->rows[lg_criterion_parent(rules, i)].criterion.kind;
    if (lg__kind_is_leaf(above) || points_depth(rules, i) > LG__POINTS_DEPTH_MAX)
        return 0;
    return !lg__kind_gives_points(row->kind) || lg__kind_gives_points(above) || above == LG_KIND_PASS_MARK;
}

static int row_valid(const lg_ruleset *rules, uint32_t i)
{
    const lg_criterion *row = &rules->rows[i].criterion;
    if (!row->id || !row->citation || !place_valid(rules, i) || lg_criterion_find(rules, row->id) != i)
        return 0;
    return (lg__kind_is_leaf(row->kind) ? leaf_valid(row) : combination_valid(rules, i)) && points_valid(row);
}

lg_status lg__ruleset_valid(const lg_ruleset *rules, uint32_t *bad_row)
{
    uint32_t marks = 0;
    *bad_row = 0;
    if (rules->info.criterion_count == 0 || rules->info.criterion_count > LG__ROWS_MAX)
        return LG_E_RULES;
    for (uint32_t i = 0; i < rules->info.criterion_count; i++) {
        marks += rules->rows[i].criterion.kind == LG_KIND_PASS_MARK;
        if (!row_valid(rules, i) || marks > LG__MARKS_MAX) {
            *bad_row = i;
            return LG_E_RULES;
        }
    }
    return LG_OK;
}
