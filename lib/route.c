/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands between an enterprise and a title: the shortest way through the alternatives, and the
 * criteria that account for a verdict.
 */
#include <string.h>

#include "internal.h"

/* What it takes to meet a row: first the conditions to change count, then those to show. */
typedef struct cost {
    uint32_t not_met, unknown;
} cost;

/* A rule set with its findings while a way is sought. */
typedef struct way {
    const lg_ruleset *rules;
    lg_finding findings[LG__ROWS_MAX];
    cost costs[LG__ROWS_MAX];
    unsigned char chosen[LG__ROWS_MAX];
} way;

static const lg_criterion *criterion(const way *w, uint32_t i) { return &w->rules->rows[i].criterion; }

static int cheaper(cost a, cost b) { return a.not_met != b.not_met ? a.not_met < b.not_met : a.unknown < b.unknown; }

static cost plus(cost a, cost b)
{
    a.not_met += b.not_met;
    a.unknown += b.unknown;
    return a;
}

/* A row that does not apply is no way to meet anything, and no hindrance either. */
static int applies(const way *w, uint32_t i) { return w->findings[i].verdict != LG_NOT_APPLICABLE; }

/* The cheapest child that is not yet chosen, or LG_CRITERION_NONE. */
static uint32_t cheapest_child(const way *w, uint32_t parent, uint32_t end)
{
    uint32_t best = LG_CRITERION_NONE;
    for (uint32_t i = parent + 1; i < end; i = lg__next_child(w->rules, i, end))
        if (applies(w, i) && !w->chosen[i] && (best == LG_CRITERION_NONE || cheaper(w->costs[i], w->costs[best])))
            best = i;
    return best;
}

/* How many children a row needs: all, one, or k. */
static uint32_t children_needed(const lg_criterion *row)
{
    if (row->kind == LG_KIND_ANY)
        return 1;
    return row->kind == LG_KIND_AT_LEAST ? (uint32_t)row->bound : LG__ROWS_MAX;
}

/* Marks the children that the cheapest way goes through, and returns what they cost together. */
static cost choose_children(way *w, uint32_t i)
{
    cost total = {0, 0};
    uint32_t end = lg__subtree_end(w->rules, i), needed = children_needed(criterion(w, i)), child;
    while (needed-- > 0 && (child = cheapest_child(w, i, end)) != LG_CRITERION_NONE) {
        w->chosen[child] = 1;
        total = plus(total, w->costs[child]);
    }
    return total;
}

static int is_single_condition(const lg_criterion *row)
{
    return lg__kind_is_leaf(row->kind) || row->kind == LG_KIND_PASS_MARK || lg__kind_gives_points(row->kind);
}

static cost cost_of(way *w, uint32_t i)
{
    cost none = {0, 0}, change = {1, 0}, show = {0, 1};
    lg_verdict verdict = w->findings[i].verdict;
    cost children = none;
    if (!is_single_condition(criterion(w, i)))
        children = choose_children(w, i); /* also when the row is met: its ancestors may be sought through it */
    if (verdict == LG_MET || verdict == LG_NOT_APPLICABLE)
        return none;
    if (!is_single_condition(criterion(w, i)))
        return children;
    return verdict == LG_NOT_MET ? change : show;
}

static lg_status prepare(way *w, const lg_ruleset *rules, const lg_profile *profile, lg_verdict *verdict)
{
    lg_status status = lg_evaluate(rules, profile, w->findings, LG__ROWS_MAX, NULL, verdict);
    if (status != LG_OK)
        return status;
    w->rules = rules;
    memset(w->chosen, 0, rules->info.criterion_count);
    for (uint32_t i = rules->info.criterion_count; i-- > 0;)
        w->costs[i] = cost_of(w, i);
    return LG_OK;
}

static void write_step(const way *w, uint32_t i, lg_step *step)
{
    const lg_finding *finding = &w->findings[i];
    const lg_criterion *row = criterion(w, i);
    step->criterion = i;
    step->verdict = finding->verdict;
    step->reason = finding->reason;
    step->lever = finding->lever;
    step->change = row->kind == LG_KIND_PASS_MARK ? row->bound - w->findings[row->total].points_low
                   : row->kind == LG_KIND_FLAG    ? 0
                                                  : finding->lever_change;
}

/* Keeps the chosen flag only where the whole path from row 0 is chosen and still open. */
static void follow_path(way *w)
{
    w->chosen[0] = 1;
    for (uint32_t i = 1; i < w->rules->info.criterion_count; i++) {
        uint32_t parent = lg_criterion_parent(w->rules, i);
        int open = w->findings[parent].verdict == LG_NOT_MET || w->findings[parent].verdict == LG_UNKNOWN;
        w->chosen[i] = w->chosen[i] && w->chosen[parent] && open;
    }
}

static int is_step(const way *w, uint32_t i)
{
    lg_verdict verdict = w->findings[i].verdict;
    return w->chosen[i] && is_single_condition(criterion(w, i)) && (verdict == LG_NOT_MET || verdict == LG_UNKNOWN);
}

lg_status lg_route(const lg_ruleset *rules, const lg_profile *profile, lg_step *steps, uint32_t capacity,
                   uint32_t *count)
{
    way w;
    lg_verdict verdict;
    if (count)
        *count = 0;
    if (!count || (!steps && capacity > 0))
        return LG_E_NULL;
    lg_status status = prepare(&w, rules, profile, &verdict);
    if (status != LG_OK)
        return status;
    follow_path(&w);
    for (uint32_t i = 0; i < rules->info.criterion_count; i++) {
        if (!is_step(&w, i))
            continue;
        if (*count < capacity)
            write_step(&w, i, &steps[*count]);
        ++*count;
    }
    return lg__list_status(steps, *count, capacity);
}

/* -------------------------------------------------------------------------------- flips */

/* Marks the rows that give row 0 its verdict: those of the same verdict all the way down. */
static void mark_responsible(const lg_ruleset *rules, const lg_finding *findings, unsigned char *responsible)
{
    lg_verdict verdict = findings[0].verdict;
    responsible[0] = verdict == LG_NOT_MET || verdict == LG_UNKNOWN;
    for (uint32_t i = 1; i < rules->info.criterion_count; i++)
        responsible[i] = responsible[lg_criterion_parent(rules, i)] && findings[i].verdict == verdict;
}

/* One side of a comparison. */
typedef struct side {
    const lg_ruleset *rules;
    lg_finding findings[LG__ROWS_MAX];
} side;

static void write_cause(const side *here, const side *there, uint32_t number, uint32_t i, lg_cause *cause)
{
    memset(cause, 0, sizeof *cause);
    cause->side = number;
    cause->criterion = i;
    cause->verdict = here->findings[i].verdict;
    cause->other = lg_criterion_find(there->rules, here->rules->rows[i].criterion.id);
    cause->other_verdict =
        cause->other == LG_CRITERION_NONE ? LG_NOT_APPLICABLE : there->findings[cause->other].verdict;
}

static void collect_causes(const side *here, const side *there, uint32_t number, lg_cause *causes, uint32_t capacity,
                           uint32_t *count)
{
    unsigned char responsible[LG__ROWS_MAX];
    mark_responsible(here->rules, here->findings, responsible);
    for (uint32_t i = 0; i < here->rules->info.criterion_count; i++) {
        if (!responsible[i] || !is_single_condition(&here->rules->rows[i].criterion))
            continue;
        if (*count < capacity)
            write_cause(here, there, number, i, &causes[*count]);
        ++*count;
    }
}

lg_status lg_flip(const lg_ruleset *rules_before, const lg_profile *profile_before, const lg_ruleset *rules_after,
                  const lg_profile *profile_after, lg_verdict *before, lg_verdict *after, lg_cause *causes,
                  uint32_t capacity, uint32_t *count)
{
    side sides[2];
    if (before)
        *before = LG_UNKNOWN;
    if (after)
        *after = LG_UNKNOWN;
    if (count)
        *count = 0;
    if (!before || !after || !count || (!causes && capacity > 0))
        return LG_E_NULL;
    sides[0].rules = rules_before;
    sides[1].rules = rules_after;
    lg_status status = lg_evaluate(rules_before, profile_before, sides[0].findings, LG__ROWS_MAX, NULL, before);
    if (status == LG_OK)
        status = lg_evaluate(rules_after, profile_after, sides[1].findings, LG__ROWS_MAX, NULL, after);
    if (status != LG_OK) {
        *before = LG_UNKNOWN;
        return status;
    }
    if (*before == *after)
        return LG_OK;
    collect_causes(&sides[0], &sides[1], 0, causes, capacity, count);
    collect_causes(&sides[1], &sides[0], 1, causes, capacity, count);
    return lg__list_status(causes, *count, capacity);
}

/* ------------------------------------------------------------------------------ echelon */

#define LEVELS 3 /* innovative SME, specialised SME, Little Giant */

static lg_status climb(const lg_profile *profile, int32_t date, lg_level level, lg_rung *rung)
{
    way w;
    memset(rung, 0, sizeof *rung);
    rung->level = level;
    lg_status status = lg_ruleset_select(NULL, level, LG_APPLICATION_NEW, date, &rung->rules);
    if (status != LG_OK)
        return status == LG_E_NO_RULES ? LG_OK : status;
    status = prepare(&w, rung->rules, profile, &rung->verdict);
    if (status != LG_OK)
        return status;
    rung->not_met = w.costs[0].not_met;
    rung->unknown = w.costs[0].unknown;
    return LG_OK;
}

static lg_level highest_met(const lg_rung *rungs)
{
    lg_level level = LG_LEVEL_NONE;
    for (int i = 0; i < LEVELS; i++)
        if (rungs[i].verdict == LG_MET)
            level = rungs[i].level;
    return level;
}

/* The lowest level above this one that has rules, or LG_LEVEL_NONE. */
static lg_level next_above(const lg_rung *rungs, lg_level level)
{
    for (int i = 0; i < LEVELS; i++)
        if (rungs[i].level > level && rungs[i].rules)
            return rungs[i].level;
    return LG_LEVEL_NONE;
}

static lg_status climb_all(const lg_profile *profile, int32_t date, lg_rung *rungs)
{
    int in_force = 0;
    for (int i = 0; i < LEVELS; i++) {
        lg_status status = climb(profile, date, LG_LEVEL_INNOVATIVE_SME + i, &rungs[i]);
        if (status != LG_OK)
            return status;
        in_force |= rungs[i].rules != NULL;
    }
    return in_force ? LG_OK : LG_E_NO_RULES;
}

lg_status lg_echelon(const lg_profile *profile, int32_t date, lg_rung *rungs, uint32_t capacity, uint32_t *count,
                     lg_level *level, lg_level *next)
{
    lg_rung all[LEVELS];
    if (count)
        *count = 0;
    if (level)
        *level = LG_LEVEL_NONE;
    if (next)
        *next = LG_LEVEL_NONE;
    if (!count || !level || !next || (!rungs && capacity > 0))
        return LG_E_NULL;
    lg_status status = climb_all(profile, date, all);
    if (status != LG_OK)
        return status;
    for (uint32_t i = 0; i < LEVELS && i < capacity; i++)
        rungs[i] = all[i];
    *count = LEVELS;
    *level = highest_met(all);
    *next = next_above(all, *level);
    return lg__list_status(rungs, LEVELS, capacity);
}
