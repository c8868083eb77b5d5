/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which unknown facts could still change the overall verdict? Those for which, with the other unknown facts
 * given some values or left unknown, some value gives another verdict than leaving the fact unknown.
 *
 * First by structure. Bottom up, every row gets the set of verdicts it can still take. Top down, every row
 * gets the pairs of verdicts between which a change of the row would change the whole: for a child of a
 * combination, those that change the parent in a pair that matters there, for some outcome that its siblings
 * can still have. For points, the place of the pairs is taken by the thresholds that matter. This takes
 * criteria to come out independently of each other and points to take every value in their interval, so
 * it never leaves out a fact that matters.
 *
 * Then by trial. Where criteria share unknown facts or points are added, the facts found are tried in every
 * combination of the values between which a criterion changes, as long as these are few (space.c).
 */
#include <string.h>

#include "internal.h"

#define SET(verdict) (1u << (verdict))
#define OPEN (SET(LG_UNKNOWN) | SET(LG_MET) | SET(LG_NOT_MET)) /* can come out either way, or stay unknown */
#define ALL_PAIRS 0xFFFFu
#define SUPPLIED (PAIR(LG_UNKNOWN, LG_MET) | PAIR(LG_UNKNOWN, LG_NOT_MET))
#define PAIR(a, b) ((uint16_t)(1u << ((a)*4 + (b)) | 1u << ((b)*4 + (a))))

/* What is worked out for one row. */
typedef struct prospect {
    uint32_t possible; /* set of verdicts it can take; of points rows: unused */
    uint32_t pairs;    /* changes that matter, bits of PAIR() */
    int64_t points_low, points_high;
    int64_t mark_low, mark_high; /* points rows: thresholds that matter, none if high < low */
} prospect;

typedef struct analysis {
    const lg_ruleset *rules;
    const lg__view *view;
    prospect rows[LG__ROWS_MAX];
} analysis;

static const lg_criterion *criterion(const analysis *a, uint32_t i) { return &a->rules->rows[i].criterion; }

/* ------------------------------------------------------------- two verdicts in a combination */

static lg_verdict both(lg_verdict a, lg_verdict b)
{
    if (a == LG_NOT_APPLICABLE || b == LG_NOT_APPLICABLE)
        return a == LG_NOT_APPLICABLE ? b : a;
    if (a == LG_NOT_MET || b == LG_NOT_MET)
        return LG_NOT_MET;
    return a == LG_MET && b == LG_MET ? LG_MET : LG_UNKNOWN;
}

static lg_verdict either(lg_verdict a, lg_verdict b)
{
    if (a == LG_NOT_APPLICABLE || b == LG_NOT_APPLICABLE)
        return a == LG_NOT_APPLICABLE ? b : a;
    if (a == LG_MET || b == LG_MET)
        return LG_MET;
    return a == LG_NOT_MET && b == LG_NOT_MET ? LG_NOT_MET : LG_UNKNOWN;
}

static lg_verdict guarded(lg_verdict guard, lg_verdict body)
{
    if (guard == LG_MET)
        return body;
    return guard == LG_UNKNOWN ? LG_UNKNOWN : LG_NOT_APPLICABLE;
}

typedef lg_verdict (*connective)(lg_verdict, lg_verdict);

static connective connective_of(lg_kind kind) { return kind == LG_KIND_ANY ? either : both; }

/* What ALL (or, with met and not met exchanged, ANY) can come to when its parts can take these verdicts:
 * `strong` decides alone, `weak` needs all that apply. */
static uint32_t join_sets(uint32_t a, uint32_t b, uint32_t strong, uint32_t weak)
{
    const uint32_t open = SET(LG_UNKNOWN), out = SET(LG_NOT_APPLICABLE);
    uint32_t joined = ((a | b) & strong) | (a & b & out);
    if (((a & weak) && (b & (weak | out))) || ((b & weak) && (a & out)))
        joined |= weak;
    if (((a & open) && (b & (open | weak | out))) || ((b & open) && (a & (weak | out))))
        joined |= open;
    return joined;
}

static uint32_t combine_sets(lg_kind kind, uint32_t a, uint32_t b)
{
    return kind == LG_KIND_ANY ? join_sets(a, b, SET(LG_MET), SET(LG_NOT_MET))
                               : join_sets(a, b, SET(LG_NOT_MET), SET(LG_MET));
}

static uint32_t guarded_sets(uint32_t guard, uint32_t body)
{
    uint32_t set = guard & SET(LG_UNKNOWN);
    if (guard & SET(LG_MET))
        set |= body;
    return guard & (SET(LG_NOT_MET) | SET(LG_NOT_APPLICABLE)) ? set | SET(LG_NOT_APPLICABLE) : set;
}

/* Pairs of verdicts of a child (the left operand) that change the parent in a pair that matters, given what
 * the rest can be. */
static uint32_t pairs_through(connective join, uint32_t rest, uint32_t parent_pairs)
{
    uint32_t pairs = 0;
    for (lg_verdict r = 0; r < 4; r++)
        for (lg_verdict x = 0; x < 4 && (rest & SET(r)); x++)
            for (lg_verdict y = 0; y < x; y++) {
                lg_verdict before = join(x, r), after = join(y, r);
                if (before != after && (parent_pairs & PAIR(before, after)))
                    pairs |= PAIR(x, y);
            }
    return pairs;
}

/* ----------------------------------------------------------------------------- children */

/* Verdicts that the children from `first` on can have together, without `left_out`. */
static uint32_t together(const analysis *a, uint32_t parent, uint32_t first, uint32_t end, uint32_t left_out)
{
    uint32_t set = SET(LG_NOT_APPLICABLE);
    for (uint32_t i = first; i < end; i = lg__next_child(a->rules, i, end))
        if (i != left_out)
            set = combine_sets(criterion(a, parent)->kind, set, a->rows[i].possible);
    return set;
}

/* How many children can be met, unknown, or either, without `left_out`. */
typedef struct range_of_counts {
    uint32_t met_low, met_high, unknown_low, unknown_high, either_high;
} range_of_counts;

static range_of_counts count_children(const analysis *a, uint32_t parent, uint32_t end, uint32_t left_out)
{
    range_of_counts n = {0, 0, 0, 0, 0};
    for (uint32_t i = parent + 1; i < end; i = lg__next_child(a->rules, i, end)) {
        uint32_t set = a->rows[i].possible;
        if (i == left_out)
            continue;
        n.met_low += set == SET(LG_MET);
        n.met_high += (set & SET(LG_MET)) != 0;
        n.unknown_low += set == SET(LG_UNKNOWN);
        n.unknown_high += (set & SET(LG_UNKNOWN)) != 0;
        n.either_high += (set & (SET(LG_MET) | SET(LG_UNKNOWN))) != 0;
    }
    return n;
}

static lg_verdict enough(int64_t met, int64_t unknown, int64_t k)
{
    return met >= k ? LG_MET : met + unknown < k ? LG_NOT_MET : LG_UNKNOWN;
}

/* Verdicts of an AT_LEAST whose children can be met and unknown in these numbers. */
static uint32_t count_verdicts(const range_of_counts *n, int64_t k)
{
    uint32_t set = 0;
    for (uint32_t m = n->met_low; m <= n->met_high; m++)
        for (uint32_t u = n->unknown_low; u <= n->unknown_high && m + u <= n->either_high; u++)
            set |= SET(enough(m, u, k));
    return set;
}

/* -------------------------------------------------------------------- bottom up: what can be */

static void leaf_prospect(const lg__state *state, prospect *p)
{
    p->possible = SET(state->verdict);
    if (state->verdict == LG_UNKNOWN && state->reason != LG_REASON_UNDEFINED)
        p->possible = OPEN;
    p->points_low = state->points_low;
    p->points_high = state->points_high;
}

static uint32_t at_least_possible(const analysis *a, uint32_t i, uint32_t end)
{
    range_of_counts n = count_children(a, i, end, LG_CRITERION_NONE);
    return count_verdicts(&n, criterion(a, i)->bound);
}

static uint32_t pass_mark_possible(const lg_criterion *row, const prospect *total)
{
    if (total->points_low >= row->bound)
        return SET(LG_MET);
    return total->points_high < row->bound ? SET(LG_NOT_MET) : OPEN;
}

static void combination_prospect(analysis *a, uint32_t i, const lg__state *state)
{
    const lg_criterion *row = criterion(a, i);
    prospect *p = &a->rows[i];
    uint32_t end = lg__subtree_end(a->rules, i);
    p->points_low = state->points_low;
    p->points_high = state->points_high;
    switch (row->kind) {
    case LG_KIND_ALL:
    case LG_KIND_ANY:
        p->possible = together(a, i, i + 1, end, LG_CRITERION_NONE);
        break;
    case LG_KIND_AT_LEAST:
        p->possible = at_least_possible(a, i, end);
        break;
    case LG_KIND_WHEN:
        p->possible = guarded_sets(a->rows[i + 1].possible,
                                   together(a, i, lg__next_child(a->rules, i + 1, end), end, LG_CRITERION_NONE));
        break;
    case LG_KIND_PASS_MARK:
        p->possible = pass_mark_possible(row, &a->rows[row->total]);
        break;
    default: /* BEST, SUM: points only */
        p->possible = SET(state->verdict);
        break;
    }
}

static void look_up(analysis *a, const lg__state *states)
{
    for (uint32_t i = a->rules->info.criterion_count; i-- > 0;) {
        a->rows[i].pairs = 0;
        a->rows[i].mark_low = 1;
        a->rows[i].mark_high = 0;
        if (lg__kind_is_leaf(criterion(a, i)->kind))
            leaf_prospect(&states[i], &a->rows[i]);
        else
            combination_prospect(a, i, &states[i]);
    }
}

/* -------------------------------------------------------------------- top down: what matters */

static void add_marks(prospect *p, int64_t low, int64_t high)
{
    int none = p->mark_high < p->mark_low;
    if (high < low)
        return;
    p->mark_low = none || low < p->mark_low ? low : p->mark_low;
    p->mark_high = none || high > p->mark_high ? high : p->mark_high;
}

/* A child earns between its low and high; with the others it must cross a mark of the parent. */
static void sum_marks(analysis *a, uint32_t parent, uint32_t child, uint32_t end)
{
    const prospect *p = &a->rows[parent];
    int64_t others_low = 0, others_high = 0;
    for (uint32_t i = parent + 1; i < end; i = lg__next_child(a->rules, i, end))
        if (i != child) {
            others_low += a->rows[i].points_low;
            others_high += a->rows[i].points_high;
        }
    add_marks(&a->rows[child], p->mark_low - others_high, p->mark_high - others_low);
}

/* A child of a BEST crosses a mark only where no other child has reached it for certain. */
static void best_marks(analysis *a, uint32_t parent, uint32_t child, uint32_t end)
{
    const prospect *p = &a->rows[parent];
    int64_t low = p->mark_low;
    for (uint32_t i = parent + 1; i < end; i = lg__next_child(a->rules, i, end))
        if (i != child && a->rows[i].points_low >= low)
            low = a->rows[i].points_low + 1;
    add_marks(&a->rows[child], low, p->mark_high);
}

static int marks_within(const prospect *p, int64_t low, int64_t high)
{
    return p->mark_low <= p->mark_high && p->mark_high > low && p->mark_low <= high;
}

/* Marks at or below the floor are always reached, those above the cap never. */
static void clip_marks(const lg_criterion *row, prospect *p)
{
    if (p->mark_low <= row->points_floor)
        p->mark_low = row->points_floor + 1;
    if (row->points > 0 && p->mark_high > row->points)
        p->mark_high = row->points;
}

static void pass_down_points(analysis *a, uint32_t parent, uint32_t child, uint32_t end)
{
    const lg_criterion *row = criterion(a, child);
    prospect *p = &a->rows[child];
    if (criterion(a, parent)->kind == LG_KIND_SUM)
        sum_marks(a, parent, child, end);
    else
        best_marks(a, parent, child, end);
    if (lg__kind_gives_points(row->kind))
        clip_marks(row, p);
    else if (marks_within(p, 0, row->points)) /* by earning its points, or by losing the prospect of them */
        p->pairs |= ALL_PAIRS & ~(uint32_t)PAIR(LG_NOT_MET, LG_NOT_APPLICABLE);
}

/* The pair of the child's verdicts, if it changes the parent in a pair that matters there. */
static uint32_t pair_if(const prospect *parent, lg_verdict before, lg_verdict after, uint32_t pair)
{
    return before != after && (parent->pairs & PAIR(before, after)) ? pair : 0;
}

/* A child left out counts like one not met. */
static uint32_t at_least_pairs(const analysis *a, uint32_t parent, uint32_t child, uint32_t end)
{
    range_of_counts n = count_children(a, parent, end, child);
    const prospect *p = &a->rows[parent];
    int64_t k = criterion(a, parent)->bound;
    uint32_t pairs = 0;
    for (uint32_t m = n.met_low; m <= n.met_high; m++)
        for (uint32_t u = n.unknown_low; u <= n.unknown_high && m + u <= n.either_high; u++) {
            lg_verdict met = enough(m + 1, u, k), not_met = enough(m, u, k), open = enough(m, u + 1, k);
            pairs |= pair_if(p, met, not_met, PAIR(LG_MET, LG_NOT_MET) | PAIR(LG_MET, LG_NOT_APPLICABLE));
            pairs |= pair_if(p, met, open, PAIR(LG_MET, LG_UNKNOWN));
            pairs |= pair_if(p, not_met, open, PAIR(LG_NOT_MET, LG_UNKNOWN) | PAIR(LG_UNKNOWN, LG_NOT_APPLICABLE));
        }
    return pairs;
}

static void pass_down_verdict(analysis *a, uint32_t parent, uint32_t child, uint32_t end)
{
    const prospect *p = &a->rows[parent];
    uint32_t first = parent + 1, body = lg__next_child(a->rules, first, end);
    lg_kind kind = criterion(a, parent)->kind;
    if (kind == LG_KIND_AT_LEAST) {
        a->rows[child].pairs |= at_least_pairs(a, parent, child, end);
    } else if (kind != LG_KIND_WHEN) {
        a->rows[child].pairs |= pairs_through(connective_of(kind), together(a, parent, first, end, child), p->pairs);
    } else if (child == first) {
        uint32_t rest = together(a, parent, body, end, LG_CRITERION_NONE);
        a->rows[child].pairs |= pairs_through(guarded, rest, p->pairs);
    } else if (a->rows[first].possible & SET(LG_MET)) {
        a->rows[child].pairs |= pairs_through(both, together(a, parent, body, end, child), p->pairs);
    }
}

static int row_matters(const lg_criterion *row, const prospect *p)
{
    if (row->kind == LG_KIND_PASS_MARK)
        return p->possible == OPEN && (p->pairs & SUPPLIED);
    return p->pairs != 0 || p->mark_low <= p->mark_high;
}

static void look_down(analysis *a)
{
    a->rows[0].pairs = ALL_PAIRS;
    for (uint32_t i = 0; i < a->rules->info.criterion_count; i++) {
        const lg_criterion *row = criterion(a, i);
        uint32_t end = lg__subtree_end(a->rules, i);
        if (lg__kind_is_leaf(row->kind) || !row_matters(row, &a->rows[i]))
            continue;
        if (row->kind == LG_KIND_PASS_MARK) {
            add_marks(&a->rows[row->total], row->bound, row->bound);
            clip_marks(criterion(a, row->total), &a->rows[row->total]);
            continue;
        }
        for (uint32_t child = i + 1; child < end; child = lg__next_child(a->rules, child, end)) {
            if (lg__kind_gives_points(row->kind))
                pass_down_points(a, i, child, end);
            else
                pass_down_verdict(a, i, child, end);
        }
    }
}

/* -------------------------------------------------------------------------------- facts */

/* Whether the leaf can still take both verdicts of a pair that matters, or points on both sides of a mark. */
static int leaf_matters(const analysis *a, uint32_t i)
{
    const prospect *p = &a->rows[i];
    if (criterion(a, i)->kind == LG_KIND_POINTS_VALUE)
        return marks_within(p, p->points_low, p->points_high);
    return p->possible == OPEN && (p->pairs & SUPPLIED);
}

static int fact_matters_to_leaf(const analysis *a, uint32_t i, uint32_t fact)
{
    const lg_criterion *row = criterion(a, i);
    if (lg__fact_known(a->view, fact))
        return 0;
    return row->kind != LG_KIND_SME_SIZE || lg__size_fact_matters(a->view, fact, lg__size_classes_meeting(row));
}

static void collect_facts(const analysis *a, uint64_t matters[4])
{
    for (uint32_t i = 0; i < a->rules->info.criterion_count; i++) {
        const lg_criterion *row = criterion(a, i);
        if (!lg__kind_is_leaf(row->kind) || !leaf_matters(a, i))
            continue;
        for (uint32_t f = 0; f < row->fact_count; f++)
            if (fact_matters_to_leaf(a, i, row->facts[f]))
                lg__set_add(matters, row->facts[f]);
    }
}

/* ------------------------------------------------------------------------------- settling */

/* Whether the root can be settled at all when only leaves that wait for this fact alone can be. */
static int might_settle(analysis *a, const lg__state *states, uint32_t fact)
{
    for (uint32_t i = a->rules->info.criterion_count; i-- > 0;) {
        const lg_criterion *row = criterion(a, i);
        prospect *p = &a->rows[i];
        if (!lg__kind_is_leaf(row->kind)) {
            combination_prospect(a, i, &states[i]);
            continue;
        }
        leaf_prospect(&states[i], p);
        if (p->possible == OPEN && !lg__waits_only_for(a->view, row, fact))
            p->possible = SET(LG_UNKNOWN);
    }
    return (a->rows[0].possible & ~SET(LG_UNKNOWN)) != 0;
}

static void analyse(const lg_ruleset *rules, const lg__view *view, analysis *a, lg__state *states, uint64_t matters[4])
{
    lg__judge(rules, view, 0, rules->info.criterion_count, states);
    a->rules = rules;
    a->view = view;
    memset(matters, 0, 4 * sizeof *matters);
    if (states[0].verdict != LG_UNKNOWN)
        return; /* settled */
    look_up(a, states);
    look_down(a);
    collect_facts(a, matters);
    lg__space_refine(rules, view, matters);
}

void lg__missing_set(const lg_ruleset *rules, const lg__view *view, uint64_t matters[4])
{
    lg__state states[LG__ROWS_MAX];
    analysis a;
    analyse(rules, view, &a, states, matters);
}

lg_status lg_missing(const lg_ruleset *rules, const lg_profile *profile, lg_missing_fact *facts, uint32_t capacity,
                     uint32_t *count)
{
    lg__view view;
    lg__state states[LG__ROWS_MAX];
    analysis a;
    uint64_t matters[4];
    if (count)
        *count = 0;
    if (!count || (!facts && capacity > 0))
        return LG_E_NULL;
    if (!rules)
        return LG_E_RULES;
    lg_status status = lg__view_open(profile, &view);
    if (status == LG_OK)
        status = lg__view_check_ranges(&view);
    if (status != LG_OK)
        return status;
    analyse(rules, &view, &a, states, matters);
    for (uint32_t fact = 0; fact < lg_fact_count(); fact++) {
        if (!lg__set_has(matters, fact))
            continue;
        if (*count < capacity) {
            facts[*count].fact = fact;
            facts[*count].settles = might_settle(&a, states, fact) && lg__space_settles(rules, &view, fact);
        }
        ++*count;
    }
    return lg__list_status(facts, *count, capacity);
}
