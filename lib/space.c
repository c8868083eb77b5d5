/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Trying values of unknown facts: those between which some criterion changes. A fact with few values is
 * tried whole; of any other, the ends of its range and both sides of every place where a leaf that waits for
 * it alone changes its verdict. Between two such values no leaf changes, so no others need be tried.
 */
#include <string.h>

#include "internal.h"

#define VALUES_MAX 24u  /* values tried of one fact */
#define SPACE_MAX 4096u /* combinations tried */
#define SMALL_RANGE 16  /* a range of this many values is tried whole */

/* A private copy of the profile in which facts take values. */
typedef struct trial {
    const lg_ruleset *rules;
    lg_profile profile;
} trial;

static void trial_open(trial *t, const lg_ruleset *rules, const lg__view *view)
{
    size_t size = sizeof t->profile < view->profile->struct_size ? sizeof t->profile : view->profile->struct_size;
    t->rules = rules;
    memset(&t->profile, 0, sizeof t->profile);
    memcpy(&t->profile, view->profile, size);
    t->profile.struct_size = (uint32_t)sizeof t->profile;
}

static lg_verdict overall(const trial *t)
{
    lg_verdict verdict;
    lg_evaluate(t->rules, &t->profile, NULL, 0, NULL, &verdict);
    return verdict;
}

static lg_verdict leaf_verdict(trial *t, const lg_criterion *row, uint32_t fact, int64_t value)
{
    lg__view view;
    lg__state state;
    lg_profile_set(&t->profile, fact, value);
    lg__view_open(&t->profile, &view);
    lg__leaf_judge(row, &view, &state);
    lg_profile_clear(&t->profile, fact);
    return state.verdict;
}

/* ------------------------------------------------------------------------- values to try */

/* Values of one fact; `whole` is 0 when they may not be all that matter. */
typedef struct value_list {
    uint32_t fact, count;
    int whole;
    int64_t values[VALUES_MAX];
} value_list;

static void add_value(value_list *list, int64_t value)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (list->values[i] == value)
            return;
    if (list->count == VALUES_MAX)
        list->whole = 0;
    else
        list->values[list->count++] = value;
}

/* Adds both sides of the place between low and high where the leaf's verdict changes. */
static void add_between(trial *t, const lg_criterion *row, value_list *list, int64_t low, int64_t high)
{
    lg_verdict at_low = leaf_verdict(t, row, list->fact, low);
    if (at_low == leaf_verdict(t, row, list->fact, high))
        return;
    while (high - low > 1) {
        int64_t middle = low + (high - low) / 2;
        if (leaf_verdict(t, row, list->fact, middle) == at_low)
            low = middle;
        else
            high = middle;
    }
    add_value(list, low);
    add_value(list, high);
}

/* Whole number at or above the root of y1 * y3, where y1/y2 + y2/y3 is least. */
static int64_t least_growth(int64_t y1, int64_t y3)
{
    int64_t low = 1, high = LG__MONEY_MAX;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (lg__i128_compare(lg__i128_mul64(middle, middle), lg__i128_mul64(y1, y3)) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A value at which the leaf may hold while it does not at the ends of the range, or the other way round. */
static int64_t turning_point(const trial *t, const lg_criterion *row, uint32_t fact)
{
    if (row->kind == LG_KIND_VALUE || row->kind == LG_KIND_FLAG || row->kind == LG_KIND_TOTAL)
        return row->bound;
    int64_t y1 = *lg__fact_slot(&t->profile, row->facts[0]);
    if (row->kind == LG_KIND_MEAN_GROWTH && row->facts[1] == fact && y1 > 0)
        return least_growth(y1, *lg__fact_slot(&t->profile, row->facts[2]));
    return 1; /* the smallest base of a ratio */
}

static void add_turns(trial *t, const lg_criterion *row, value_list *list)
{
    const lg_fact *info = &lg__facts[list->fact];
    int64_t turn = turning_point(t, row, list->fact);
    if (turn <= info->minimum || turn >= info->maximum)
        turn = info->minimum;
    add_value(list, turn);
    add_between(t, row, list, info->minimum, turn);
    add_between(t, row, list, turn, info->maximum);
}

static int reads(const lg_criterion *row, uint32_t fact)
{
    for (uint32_t f = 0; f < row->fact_count; f++)
        if (row->facts[f] == fact)
            return 1;
    return 0;
}

/* Whether the leaf is open for want of this fact alone; a size class may be, whatever else is missing. */
int lg__waits_only_for(const lg__view *view, const lg_criterion *row, uint32_t fact)
{
    for (uint32_t f = 0; f < row->fact_count; f++)
        if (row->facts[f] != fact && row->kind != LG_KIND_SME_SIZE && !lg__fact_known(view, row->facts[f]))
            return 0;
    return reads(row, fact);
}

/* Whether the values of this fact at which the leaf changes can be found one fact at a time. An equality or a
 * range of ratios changes twice where only one turn is looked for; a size class depends on several facts, and points
 * change with every value. */
static int has_plain_turns(const lg__view *view, const lg_criterion *row, uint32_t fact)
{
    if (row->kind == LG_KIND_SME_SIZE || row->kind == LG_KIND_POINTS_VALUE || !lg__waits_only_for(view, row, fact))
        return 0;
    return row->kind == LG_KIND_VALUE || row->kind == LG_KIND_FLAG || (row->op != LG_OP_EQ && !lg__is_range(row->op));
}

static void list_values(trial *t, const lg__view *view, uint32_t fact, value_list *list)
{
    const lg_fact *info = &lg__facts[fact];
    list->fact = fact;
    list->count = 0;
    list->whole = 1;
    if (info->maximum - info->minimum < SMALL_RANGE) {
        for (int64_t value = info->minimum; value <= info->maximum; value++)
            add_value(list, value);
        return;
    }
    add_value(list, info->minimum);
    add_value(list, info->maximum);
    for (uint32_t i = 0; i < t->rules->info.criterion_count; i++) {
        const lg_criterion *row = &t->rules->rows[i].criterion;
        if (!lg__kind_is_leaf(row->kind) || !reads(row, fact))
            continue;
        if (!has_plain_turns(view, row, fact))
            list->whole = 0;
        if (lg__waits_only_for(view, row, fact))
            add_turns(t, row, list);
    }
}

/* Whether some value of this fact alone settles the overall verdict. */
int lg__space_settles(const lg_ruleset *rules, const lg__view *view, uint32_t fact)
{
    trial t;
    value_list list;
    trial_open(&t, rules, view);
    list_values(&t, view, fact, &list);
    for (uint32_t i = 0; i < list.count; i++) {
        lg_profile_set(&t.profile, fact, list.values[i]);
        if (overall(&t) != LG_UNKNOWN)
            return 1;
    }
    return 0;
}

/* ------------------------------------------------------------------------- combinations */

/* Facts and their values; a fact's state 0 is unknown, state s its value s - 1. */
typedef struct space {
    trial trial;
    value_list lists[12]; /* three states each are already more than SPACE_MAX combinations */
    uint32_t count, size;
    unsigned char verdicts[SPACE_MAX];
} space;

/* Lists the facts with their values; 0 if there are too many, or not all values that matter are known. */
static int space_open(space *s, const lg_ruleset *rules, const lg__view *view, const uint64_t facts[4])
{
    trial_open(&s->trial, rules, view);
    s->count = 0;
    s->size = 1;
    for (uint32_t fact = 0; fact < lg_fact_count(); fact++) {
        if (!lg__set_has(facts, fact))
            continue;
        if (s->count == sizeof s->lists / sizeof s->lists[0] || s->size * 3 > SPACE_MAX)
            return 0;
        value_list *list = &s->lists[s->count++];
        list_values(&s->trial, view, fact, list);
        s->size *= list->count + 1;
        if (!list->whole || s->size > SPACE_MAX)
            return 0;
    }
    return 1;
}

static void set_states(space *s, uint32_t combination)
{
    for (uint32_t i = 0; i < s->count; i++) {
        const value_list *list = &s->lists[i];
        uint32_t state = combination % (list->count + 1);
        combination /= list->count + 1;
        if (state == 0)
            lg_profile_clear(&s->trial.profile, list->fact);
        else
            lg_profile_set(&s->trial.profile, list->fact, list->values[state - 1]);
    }
}

/* Whether some value of the fact gives another verdict than leaving it unknown, the others being alike. */
static int changes(const space *s, uint32_t index)
{
    uint32_t step = 1, states = s->lists[index].count + 1;
    for (uint32_t i = 0; i < index; i++)
        step *= s->lists[i].count + 1;
    for (uint32_t c = 0; c < s->size; c++)
        if (s->verdicts[c] != s->verdicts[c - c / step % states * step])
            return 1;
    return 0;
}

/* The structure alone is exact where no leaf shares an unknown fact with another and no points are added. */
static int needs_trial(const lg_ruleset *rules, const lg__view *view)
{
    uint64_t seen[4] = {0, 0, 0, 0};
    for (uint32_t i = 0; i < rules->info.criterion_count; i++) {
        const lg_criterion *row = &rules->rows[i].criterion;
        if (row->kind == LG_KIND_SUM)
            return 1;
        for (uint32_t f = 0; f < row->fact_count; f++) {
            if (lg__fact_known(view, row->facts[f]))
                continue;
            if (lg__set_has(seen, row->facts[f]))
                return 1;
            lg__set_add(seen, row->facts[f]);
        }
    }
    return 0;
}

/* Takes out of `matters` the facts that no combination of values shows to matter. */
void lg__space_refine(const lg_ruleset *rules, const lg__view *view, uint64_t matters[4])
{
    space s;
    if (!needs_trial(rules, view) || !space_open(&s, rules, view, matters))
        return;
    for (uint32_t c = 0; c < s.size; c++) {
        set_states(&s, c);
        s.verdicts[c] = (unsigned char)overall(&s.trial);
    }
    for (uint32_t i = 0; i < s.count; i++)
        if (!changes(&s, i))
            lg__set_remove(matters, s.lists[i].fact);
}
