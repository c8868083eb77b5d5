/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which unknown facts could still change the overall verdict? Those for which, with the other unknown facts
 * given some values or left unknown, some value gives another verdict than leaving the fact unknown.
 *
 * First by structure. Bottom up, every row gets the set of verdicts it can still take. Top down, every row
 * gets the pairs of verdicts between which a change of the row would change the whole: for a child of a
 * combination, those that change the parent in a pair that matters there, for some outcome that its siblings
 * can still have. For points, the place of the pairs is taken by the least points that would cross a mark. This takes
 * criteria to come out independently of each other and points to take every value in their interval, so
 * it never leaves out a fact that matters.
 *
 * A row whose verdict or points are settled can take no other, whatever becomes known, so nothing is sought below it: a
 * change further down would have to come out at the row.
 *
 * Then by trial. Where criteria share unknown facts or points are added, the facts found are tried in every
 * combination of the values between which a criterion changes, as long as these are few (space.c).
 */
#include <string.h>

#include "internal.h"

#define SET(verdict) (1u << (verdict))
#define OPEN (SET(LG_UNKNOWN) | SET(LG_MET) | SET(LG_NOT_MET)) /* can come out either way, or stay unknown */
#define PAIR(a, b) ((uint32_t)(1u << ((a)*4 + (b)) | 1u << ((b)*4 + (a))))
#define SUPPLIED (PAIR(LG_UNKNOWN, LG_MET) | PAIR(LG_UNKNOWN, LG_NOT_MET))
#define EARNED                                                                                                         \
    (SUPPLIED | PAIR(LG_MET, LG_NOT_MET) | PAIR(LG_MET, LG_NOT_APPLICABLE) | PAIR(LG_UNKNOWN, LG_NOT_APPLICABLE))
#define ALL_PAIRS (EARNED | PAIR(LG_NOT_MET, LG_NOT_APPLICABLE))
#define NO_MARK INT64_MAX

/* What is worked out for one row. */
typedef struct prospect {
    uint32_t possible; /* set of verdicts it can take; of points rows: unused */
    uint32_t pairs;    /* changes that matter, bits of PAIR() */
    int64_t mark;      /* points rows: the least points that matter, or NO_MARK */
} prospect;

typedef struct analysis {
    const lg_ruleset *rules;
    const lg__view *view;
    const lg__tree *tree;
    const lg__state *states;
    prospect rows[LG__ROWS_MAX];
} analysis;

static const lg_criterion *criterion(const analysis *a, uint32_t i) { return &a->rules->rows[i].criterion; }

static int is_settled(uint32_t possible) { return (possible & (possible - 1)) == 0; }

/* ------------------------------------------------------------- two verdicts in a combination */

/* What two verdicts come to together, as docs/logic.md has it: first operand down, second across, each in the order
 * unknown, met, not met, not applicable. */
typedef unsigned char connective[4][4];
#define U LG_UNKNOWN
#define M LG_MET
#define N LG_NOT_MET
#define O LG_NOT_APPLICABLE
static const connective BOTH = {{U, U, N, U}, {U, M, N, M}, {N, N, N, N}, {U, M, N, O}};
static const connective EITHER = {{U, M, U, U}, {M, M, M, M}, {U, M, N, N}, {U, M, N, O}};
static const connective GUARDED = {{U, U, U, U}, {U, M, N, O}, {O, O, O, O}, {O, O, O, O}};
#undef U
#undef M
#undef N
#undef O

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
static uint32_t pairs_through(const connective join, uint32_t rest, uint32_t parent_pairs)
{
    uint32_t pairs = 0;
    for (lg_verdict r = 0; r < 4; r++)
        for (lg_verdict x = 1; x < 4 && (rest & SET(r)); x++)
            for (lg_verdict y = 0; y < x; y++)
                if (parent_pairs & PAIR(join[x][r], join[y][r]))
                    pairs |= PAIR(x, y);
    return pairs & ALL_PAIRS;
}

/* ----------------------------------------------------------------------------- children */

/* Verdicts that the children from `first` on can have together, without `left_out`. */
static uint32_t together(const analysis *a, lg_kind kind, uint32_t first, uint32_t left_out)
{
    uint32_t set = SET(LG_NOT_APPLICABLE);
    for (uint32_t i = first; i != 0; i = a->tree->next[i])
        if (i != left_out)
            set = combine_sets(kind, set, a->rows[i].possible);
    return set;
}

/* How many children can be met, unknown, or either, without `left_out`. */
typedef struct range_of_counts {
    uint32_t met_low, met_high, unknown_low, unknown_high, either_high;
} range_of_counts;

static range_of_counts count_children(const analysis *a, uint32_t parent, uint32_t left_out)
{
    range_of_counts n = {0, 0, 0, 0, 0};
    for (uint32_t i = parent + 1; i != 0; i = a->tree->next[i]) {
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

static uint32_t at_least_possible(const analysis *a, uint32_t i)
{
    range_of_counts n = count_children(a, i, LG_CRITERION_NONE);
    return count_verdicts(&n, criterion(a, i)->bound);
}

static uint32_t when_possible(const analysis *a, uint32_t i)
{
    uint32_t guard = i + 1;
    return guarded_sets(a->rows[guard].possible, together(a, LG_KIND_WHEN, a->tree->next[guard], LG_CRITERION_NONE));
}

/* Of a row whose verdict is unknown. */
static uint32_t possible_of(const analysis *a, uint32_t i)
{
    lg_kind kind = criterion(a, i)->kind;
    switch (kind) {
    case LG_KIND_ALL:
    case LG_KIND_ANY:
        return together(a, kind, i + 1, LG_CRITERION_NONE);
    case LG_KIND_AT_LEAST:
        return at_least_possible(a, i);
    case LG_KIND_WHEN:
        return when_possible(a, i);
    case LG_KIND_PASS_MARK:
        return OPEN;
    default: /* leaves; of points rows unused */
        return a->states[i].reason == LG_REASON_UNDEFINED ? SET(LG_UNKNOWN) : OPEN;
    }
}

static void look_up(analysis *a)
{
    for (uint32_t i = a->rules->info.criterion_count; i-- > 0;) {
        prospect *p = &a->rows[i];
        lg_verdict verdict = a->states[i].verdict;
        p->possible = verdict == LG_UNKNOWN ? possible_of(a, i) : SET(verdict);
        p->pairs = 0;
        p->mark = NO_MARK;
    }
}

/* -------------------------------------------------------------------- top down: what matters */

/* Of several marks the least: who still can reach it may go on to a higher one. */
static void add_mark(prospect *p, int64_t mark)
{
    /* NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult): look_up() has set it */
    p->mark = mark < p->mark ? mark : p->mark;
}

/* The least points that would cross a mark, whatever becomes known: more than the row has for certain. */
static int64_t least_to_cross(const analysis *a, uint32_t i)
{
    int64_t mark = a->rows[i].mark, more = a->states[i].points_low + INT64_C(1);
    return mark > more ? mark : more;
}

static int can_cross(const analysis *a, uint32_t i) { return least_to_cross(a, i) <= a->states[i].points_high; }

/* Points that all children together can still have. */
static int64_t most_together(const analysis *a, uint32_t parent)
{
    int64_t most = 0;
    for (uint32_t i = parent + 1; i != 0; i = a->tree->next[i])
        most += a->states[i].points_high;
    return most;
}

/* A child of a BEST has to cross the mark itself, one of a SUM with all that the others can have. */
static void pass_down_points(analysis *a, uint32_t parent)
{
    int64_t mark = least_to_cross(a, parent), most = most_together(a, parent);
    int is_sum = criterion(a, parent)->kind == LG_KIND_SUM;
    for (uint32_t child = parent + 1; child != 0; child = a->tree->next[child]) {
        add_mark(&a->rows[child], is_sum ? mark - (most - a->states[child].points_high) : mark);
        if (!lg__kind_gives_points(criterion(a, child)->kind) && can_cross(a, child))
            a->rows[child].pairs |= EARNED; /* by earning its points, or by losing the prospect of them */
    }
}

/* The pair of the child's verdicts, if it changes the parent in a pair that matters there. */
static uint32_t pair_if(const prospect *parent, lg_verdict before, lg_verdict after, uint32_t pair)
{
    return parent->pairs & PAIR(before, after) ? pair : 0;
}

/* A child left out counts like one not met. */
static uint32_t at_least_pairs(const analysis *a, uint32_t parent, uint32_t child)
{
    range_of_counts n = count_children(a, parent, child);
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

/* Pairs of a child that is no guard. */
static uint32_t child_pairs(const analysis *a, uint32_t parent, uint32_t child)
{
    uint32_t pairs = a->rows[parent].pairs, guard = parent + 1;
    lg_kind kind = criterion(a, parent)->kind;
    switch (kind) {
    case LG_KIND_AT_LEAST:
        return at_least_pairs(a, parent, child);
    case LG_KIND_WHEN:
        if (!(a->rows[guard].possible & SET(LG_MET)))
            return 0;
        return pairs_through(BOTH, together(a, kind, a->tree->next[guard], child), pairs);
    default:
        return pairs_through(kind == LG_KIND_ANY ? EITHER : BOTH, together(a, kind, parent + 1, child), pairs);
    }
}

static uint32_t guard_pairs(const analysis *a, uint32_t parent)
{
    uint32_t body = together(a, LG_KIND_WHEN, a->tree->next[parent + 1], LG_CRITERION_NONE);
    return pairs_through(GUARDED, body, a->rows[parent].pairs);
}

/* Children that can take the same verdicts have the same pairs, as the rest of the children can take the same. */
static void pass_down_verdicts(analysis *a, uint32_t parent)
{
    uint32_t pairs[16], known = 0, child = parent + 1;
    if (criterion(a, parent)->kind == LG_KIND_WHEN) {
        a->rows[child].pairs |= guard_pairs(a, parent);
        child = a->tree->next[child];
    }
    for (; child != 0; child = a->tree->next[child]) {
        uint32_t possible = a->rows[child].possible;
        if (is_settled(possible))
            continue;
        if (!(known & SET(possible)))
            pairs[possible] = child_pairs(a, parent, child);
        known |= SET(possible);
        a->rows[child].pairs |= pairs[possible];
    }
}

static void look_down(analysis *a)
{
    a->rows[0].pairs = ALL_PAIRS;
    if (lg__kind_gives_points(criterion(a, 0)->kind)) /* has earned anything, or has not */
        add_mark(&a->rows[0], 1);
    for (uint32_t i = 0; i < a->rules->info.criterion_count; i++) {
        const prospect *p = &a->rows[i];
        lg_kind kind = criterion(a, i)->kind;
        if (kind == LG_KIND_BEST || kind == LG_KIND_SUM) {
            if (can_cross(a, i))
                pass_down_points(a, i);
        } else if (lg__kind_is_leaf(kind) || is_settled(p->possible) || !p->pairs) {
            continue;
        } else if (kind != LG_KIND_PASS_MARK) {
            pass_down_verdicts(a, i);
        } else {
            add_mark(&a->rows[criterion(a, i)->total], criterion(a, i)->bound);
        }
    }
}

/* -------------------------------------------------------------------------------- facts */

/* Whether the leaf can still take both verdicts of a pair that matters, or points on both sides of a mark. */
static int leaf_matters(const analysis *a, uint32_t i)
{
    const prospect *p = &a->rows[i];
    if (criterion(a, i)->kind == LG_KIND_POINTS_VALUE)
        return can_cross(a, i);
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

static void analyse(const lg__trial *t, const lg__view *view, uint64_t matters[4])
{
    analysis a;
    a.rules = t->rules;
    a.view = view;
    a.tree = &t->tree;
    a.states = t->states;
    look_up(&a);
    look_down(&a);
    collect_facts(&a, matters);
}

/* Leaves the trial open for those who want to know more about the facts; only if there are any. */
static void find_missing(const lg_ruleset *rules, const lg__view *view, lg__trial *t, uint64_t matters[4])
{
    memset(matters, 0, 4 * sizeof *matters);
    lg__judge(rules, view, 0, rules->info.criterion_count, t->states);
    if (t->states[0].verdict != LG_UNKNOWN)
        return; /* settled */
    lg__trial_open(t, rules, view);
    analyse(t, view, matters);
    lg__trial_refine(t, matters);
}

void lg__missing_set(const lg_ruleset *rules, const lg__view *view, uint64_t matters[4])
{
    lg__trial trial;
    find_missing(rules, view, &trial, matters);
}

lg_status lg_missing(const lg_ruleset *rules, const lg_profile *profile, lg_missing_fact *facts, uint32_t capacity,
                     uint32_t *count)
{
    lg__view view;
    lg__trial trial;
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
    find_missing(rules, &view, &trial, matters);
    for (uint32_t fact = 0; fact < LG__FACT_COUNT; fact++) {
        if (!lg__set_has(matters, fact))
            continue;
        if (*count < capacity) {
            facts[*count].fact = fact;
            facts[*count].settles = lg__trial_settles(&trial, fact);
        }
        ++*count;
    }
    return lg__list_status(facts, *count, capacity);
}
