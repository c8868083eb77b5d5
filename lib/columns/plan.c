/* SPDX-License-Identifier: Apache-2.0 */
/* What is worked out once for all blocks: bounds ready for comparison, and who counts a row's outcome how. */
#include "block.h"

static int64_t size_of(int64_t a) { return a < 0 ? -a : a; }

/* ------------------------------------------------------------------------------ leaves */

static void plan_whole(const lg_criterion *row, lg__plan *plan)
{
    lg__span span = lg__span_of(row->op, row->bound, row->bound_high);
    plan->low = span.first;
    plan->high = span.last;
}

static int64_t common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return size_of(a);
}

/* Whether the kernel may multiply the fact by it: see lg__times(). No fact reaches further below zero than above. */
static int fits(int64_t factor, uint32_t fact)
{
    return factor >= 0 && factor <= UINT32_MAX && factor <= (INT64_C(1) << 62) / lg__facts[fact].maximum;
}

/* a / b against p / q is a * q against b * p, as long as both fit. Compound growth is y1 / y3 against
 * (1 + p / q)^2, that is with (p + q)^2 for p and q^2 for q. */
static void plan_scaled(const lg_criterion *row, lg__plan *plan)
{
    int64_t p = row->bound, p_high = row->bound_high, q = row->bound_denominator;
    if (row->kind == LG_KIND_COMPOUND_GROWTH) {
        p = (p + q) * (p + q);
        p_high = (p_high + q) * (p_high + q);
        q = q * q;
    }
    int64_t divisor = common_divisor(common_divisor(p, p_high), q);
    plan->low = p / divisor;
    plan->high = p_high / divisor;
    plan->q = q / divisor;
    plan->method = LG__METHOD_RATIO;
    if (fits(plan->q, row->facts[0]) && fits(plan->low, row->facts[1]) && fits(plan->high, row->facts[1]))
        plan->method = LG__METHOD_SCALED;
}

static void plan_leaf(const lg_criterion *row, lg__plan *plan)
{
    plan_whole(row, plan);
    switch (row->kind) {
    case LG_KIND_VALUE:
    case LG_KIND_FLAG:
        plan->method = lg__facts[row->facts[0]].unit == LG_UNIT_FLAG ? LG__METHOD_FLAG : LG__METHOD_WHOLE;
        break;
    case LG_KIND_TOTAL:
        plan->method = LG__METHOD_TOTAL;
        break;
    case LG_KIND_SME_SIZE:
        plan->method = LG__METHOD_SIZE;
        break;
    case LG_KIND_POINTS_VALUE:
        plan->method = LG__METHOD_POINTS;
        break;
    case LG_KIND_MEAN_GROWTH:
        plan->method = LG__METHOD_GROWTH;
        break;
    default: /* RATIO, COMPOUND_GROWTH */
        plan_scaled(row, plan);
        break;
    }
}

/* ------------------------------------------------------------------------ combinations */

static lg__role role_under(lg_kind parent, int is_first)
{
    switch (parent) {
    case LG_KIND_WHEN:
        return is_first ? LG__ROLE_GUARD : LG__ROLE_LOGIC;
    case LG_KIND_AT_LEAST:
        return LG__ROLE_COUNT;
    case LG_KIND_BEST:
        return LG__ROLE_BEST;
    case LG_KIND_SUM:
        return LG__ROLE_SUM;
    case LG_KIND_PASS_MARK:
        return LG__ROLE_NONE;
    default:
        return LG__ROLE_LOGIC;
    }
}

/* Points rows that stand in each other keep their points in slots of their own. */
static void plan_place(lg__table *table, uint32_t i)
{
    const lg_ruleset *rules = table->rules;
    uint32_t parent = lg_criterion_parent(rules, i);
    lg__plan *plan = &table->plans[i], *above = &table->plans[parent];
    lg_kind kind = rules->rows[parent].criterion.kind;
    plan->role = (uint8_t)role_under(kind, i == parent + 1);
    plan->parent_points_slot = above->points_slot;
    plan->points_slot = (uint8_t)(above->points_slot + lg__kind_gives_points(kind));
}

static void plan_sizes(lg__table *table)
{
    for (lg_size_class c = LG_SIZE_SMALL; c <= LG_SIZE_LARGE; c++)
        for (uint32_t indicator = 0; indicator < LG__INDICATORS; indicator++)
            for (uint32_t sector = 0; sector < LG__SECTORS; sector++)
                table->size_limits[c][sector][indicator] = lg__size_limit(sector, indicator, c);
}

void lg__plan_rows(lg__table *table)
{
    uint8_t marks = 0;
    for (uint32_t i = 0; i < table->rules->info.criterion_count; i++) {
        const lg_criterion *row = &table->rules->rows[i].criterion;
        lg__plan *plan = &table->plans[i];
        plan->method = LG__METHOD_NONE;
        plan->role = LG__ROLE_NONE;
        plan->points_slot = 0;
        plan->is_total = 0;
        if (lg__kind_is_leaf(row->kind))
            plan_leaf(row, plan);
        if (row->kind == LG_KIND_PASS_MARK)
            plan->mark = marks++;
        if (i > 0)
            plan_place(table, i);
    }
    for (uint32_t i = 0; i < table->rules->info.criterion_count; i++)
        if (table->rules->rows[i].criterion.kind == LG_KIND_PASS_MARK)
            table->plans[table->rules->rows[i].criterion.total].is_total = 1;
    plan_sizes(table);
}
