/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Trying values of unknown facts: those between which some criterion changes. A fact with few values is
 * tried whole; of any other, the ends of its range and both sides of every place where a leaf that waits for
 * it alone changes its verdict. Between two such values no leaf changes, so no others need be tried.
 *
 * When a fact takes a value only the leaves that read it are judged again, and only the combinations above those that
 * come out differently.
 */
#include <string.h>

#include "internal.h"

#define VALUES_MAX 24u  /* values tried of one fact */
#define SPACE_MAX 4096u /* combinations tried */
#define SPACE_FACTS 7u  /* three states each (unknown and two values) of one more would be too many */
#define SMALL_RANGE 16  /* a range of this many values is tried whole */
#define NO_READER 0xFFFFu

static const lg_criterion *criterion(const lg__trial *t, uint32_t i) { return &t->rules->rows[i].criterion; }

/* -------------------------------------------------------------------------------- readers */

static void copy_profile(lg__trial *t, const lg__view *view)
{
    size_t size = (size_t)lg__smaller(sizeof t->profile, view->profile->struct_size);
    memset(&t->profile, 0, sizeof t->profile);
    memcpy(&t->profile, view->profile, size);
    t->profile.struct_size = (uint32_t)sizeof t->profile;
    t->view.profile = &t->profile;
    t->view.fact_limit = LG__FACT_COUNT;
}

static void add_reader(lg__trial *t, uint32_t row, uint32_t index)
{
    uint32_t fact = criterion(t, row)->facts[index];
    if (lg__fact_known(&t->view, fact))
        return;
    if (t->reader[fact] != NO_READER)
        t->needs_trial = 1;
    t->next_reader[row][index] = t->reader[fact];
    t->reader[fact] = (uint16_t)(row * 4 + index);
}

/* The structure alone is exact where no leaf shares an unknown fact with another, no points are added, and no two marks
 * count the same. */
static void look_through_rows(lg__trial *t)
{
    for (uint32_t i = t->rules->info.criterion_count; i-- > 0;) {
        const lg_criterion *row = criterion(t, i);
        if (row->kind == LG_KIND_PASS_MARK)
            t->marks[t->mark_count++] = (unsigned char)i;
        if (row->kind == LG_KIND_SUM || t->mark_count > 1)
            t->needs_trial = 1;
        for (uint32_t f = row->fact_count; f-- > 0;)
            add_reader(t, i, f);
    }
}

void lg__trial_open(lg__trial *t, const lg_ruleset *rules, const lg__view *view)
{
    t->rules = rules;
    t->needs_trial = 0;
    t->mark_count = 0;
    memset(t->stale, 0, sizeof t->stale);
    memset(t->tried, 0, sizeof t->tried);
    memset(t->settling, 0, sizeof t->settling);
    memset(t->reader, 0xFF, sizeof t->reader);
    lg__tree_build(rules, &t->tree);
    copy_profile(t, view);
    look_through_rows(t);
}

/* For each place where a leaf reads the fact, in the order of the rule set. */
#define EACH_READER(T, FACT, PLACE)                                                                                    \
    for (uint32_t PLACE = (T)->reader[FACT]; PLACE != NO_READER; PLACE = (T)->next_reader[PLACE / 4][PLACE % 4])

/* ------------------------------------------------------------------------------- verdicts */

/* Rows are noted from the end of the set, so that its lowest bit is the row that comes last: children are done
 * before their parents. */
static void note_stale(lg__trial *t, uint32_t row) { lg__set_add(t->stale, LG__ROWS_MAX - 1 - row); }

static int take_stale(lg__trial *t, uint32_t *row)
{
    for (uint32_t word = 0; word < 4; word++)
        if (t->stale[word]) {
            *row = LG__ROWS_MAX - 1 - (word * 64 + lg__lowest(t->stale[word]));
            t->stale[word] &= t->stale[word] - 1;
            return 1;
        }
    return 0;
}

/* The rows that a row is counted into have to be combined again: its parent, and pass marks of which it is the total.
 */
static void note_dependents(lg__trial *t, uint32_t row)
{
    if (row > 0)
        note_stale(t, t->tree.parent[row]);
    if (!lg__kind_gives_points(criterion(t, row)->kind))
        return;
    for (uint32_t m = 0; m < t->mark_count; m++)
        if (criterion(t, t->marks[m])->total == row)
            note_stale(t, t->marks[m]);
}

/* Reasons do not bear on verdicts. */
static int same_outcome(const lg__state *a, const lg__state *b)
{
    return a->verdict == b->verdict && a->points_low == b->points_low && a->points_high == b->points_high;
}

static void judge_readers(lg__trial *t, uint32_t fact)
{
    EACH_READER(t, fact, place)
    {
        uint32_t row = place / 4;
        lg__state before = t->states[row];
        lg__leaf_judge(criterion(t, row), &t->view, &t->states[row]);
        if (!same_outcome(&before, &t->states[row]))
            note_dependents(t, row);
    }
}

static void put_value(lg__trial *t, uint32_t fact, int64_t value)
{
    *lg__profile_slot(&t->profile, fact) = value;
    lg__set_add(t->profile.known, fact);
    judge_readers(t, fact);
}

static void take_value(lg__trial *t, uint32_t fact)
{
    lg__set_remove(t->profile.known, fact);
    judge_readers(t, fact);
}

/* The overall verdict with the values that have been put. */
static lg_verdict overall(lg__trial *t)
{
    uint32_t row;
    while (take_stale(t, &row)) {
        lg__state before = t->states[row];
        lg__recombine(t->rules, &t->tree, row, t->states);
        if (!same_outcome(&before, &t->states[row]))
            note_dependents(t, row);
    }
    return t->states[0].verdict;
}

static lg_verdict leaf_verdict(lg__trial *t, const lg_criterion *row, uint32_t fact, int64_t value)
{
    lg__state state;
    *lg__profile_slot(&t->profile, fact) = value;
    lg__set_add(t->profile.known, fact);
    lg__leaf_judge(row, &t->view, &state);
    lg__set_remove(t->profile.known, fact);
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

/* Adds both sides of the place between `near` and `far` where the leaf's verdict changes, if it differs there. Steps
 * grow from `near` on, as the place is often close to it, until the place has been passed or half of the way is no
 * longer; then the rest is halved. */
static void add_between(lg__trial *t, const lg_criterion *row, value_list *list, int64_t near, int64_t far)
{
    lg_verdict at_near = leaf_verdict(t, row, list->fact, near);
    int64_t step = far > near ? 1 : -1;
    int halving = 0;
    if (at_near == leaf_verdict(t, row, list->fact, far))
        return;
    while (far - near > 1 || near - far > 1) {
        int64_t half = (far - near) / 2;
        halving |= step / half != 0;
        int64_t middle = near + (halving ? half : step);
        if (leaf_verdict(t, row, list->fact, middle) == at_near) {
            near = middle;
            step = halving ? step : step * 2;
        } else {
            far = middle;
            halving = 1;
        }
    }
    add_value(list, near < far ? near : far);
    add_value(list, near < far ? far : near);
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
static int64_t turning_point(const lg__trial *t, const lg_criterion *row, uint32_t fact)
{
    if (row->kind == LG_KIND_VALUE || row->kind == LG_KIND_TOTAL)
        return row->bound;
    int64_t y1 = *lg__fact_slot(&t->profile, row->facts[0]);
    if (row->kind == LG_KIND_MEAN_GROWTH && row->facts[1] == fact && y1 > 0)
        return least_growth(y1, *lg__fact_slot(&t->profile, row->facts[2]));
    return 1; /* the smallest base of a ratio */
}

static void add_turns(lg__trial *t, const lg_criterion *row, value_list *list)
{
    const lg_fact *info = &lg__facts[list->fact];
    int64_t turn = turning_point(t, row, list->fact);
    if (turn <= info->minimum || turn >= info->maximum)
        turn = info->minimum;
    add_value(list, turn);
    add_between(t, row, list, turn, info->minimum);
    add_between(t, row, list, turn, info->maximum);
}

/* Whether the leaf, which reads the fact, is open for want of it alone; a size class may be, whatever else is
 * missing. */
static int waits_only_for(const lg__trial *t, const lg_criterion *row, uint32_t fact)
{
    for (uint32_t f = 0; f < row->fact_count; f++)
        if (row->facts[f] != fact && row->kind != LG_KIND_SME_SIZE && !lg__fact_known(&t->view, row->facts[f]))
            return 0;
    return 1;
}

/* Whether the values of this fact at which the leaf changes can be found one fact at a time. An equality or a
 * range of ratios changes twice where only one turn is looked for; a size class depends on several facts, and points
 * change with every value. */
static int has_plain_turns(const lg__trial *t, const lg_criterion *row, uint32_t fact)
{
    if (row->kind == LG_KIND_SME_SIZE || row->kind == LG_KIND_POINTS_VALUE || !waits_only_for(t, row, fact))
        return 0;
    return row->kind == LG_KIND_VALUE || (row->op != LG_OP_EQ && !lg__is_range(row->op));
}

static int is_small(uint32_t fact) { return lg__facts[fact].maximum - lg__facts[fact].minimum < SMALL_RANGE; }

/* All values of a small range, of any other the ends. */
static void list_ends(uint32_t fact, value_list *list)
{
    const lg_fact *info = &lg__facts[fact];
    list->fact = fact;
    list->count = 0;
    list->whole = 1;
    if (is_small(fact)) {
        for (int64_t value = info->minimum; value <= info->maximum; value++)
            add_value(list, value);
    } else {
        add_value(list, info->minimum);
        add_value(list, info->maximum);
    }
}

static void list_turns(lg__trial *t, value_list *list)
{
    if (is_small(list->fact))
        return;
    EACH_READER(t, list->fact, place)
    {
        const lg_criterion *row = criterion(t, place / 4);
        if (!has_plain_turns(t, row, list->fact))
            list->whole = 0;
        if (row->kind == LG_KIND_TOTAL || waits_only_for(t, row, list->fact)) /* a part may be enough */
            add_turns(t, row, list);
    }
}

/* ------------------------------------------------------------------------------ one fact */

static int any_settles(lg__trial *t, const value_list *list, uint32_t first)
{
    for (uint32_t i = first; i < list->count; i++) {
        put_value(t, list->fact, list->values[i]);
        if (overall(t) != LG_UNKNOWN)
            return 1;
    }
    return 0;
}

/* Mostly an end of the range does, or nothing. */
static int find_out_whether_settles(lg__trial *t, uint32_t fact)
{
    value_list list;
    list_ends(fact, &list);
    uint32_t ends = list.count;
    int settles = any_settles(t, &list, 0);
    if (!settles) {
        list_turns(t, &list);
        settles = any_settles(t, &list, ends);
    }
    take_value(t, fact);
    return settles;
}

int lg__trial_settles(lg__trial *t, uint32_t fact)
{
    if (!lg__set_has(t->tried, fact) && find_out_whether_settles(t, fact))
        lg__set_add(t->settling, fact);
    lg__set_add(t->tried, fact);
    return lg__set_has(t->settling, fact);
}

/* ------------------------------------------------------------------------- combinations */

/* Facts and their values; a fact's state 0 is unknown, state s its value s - 1. */
typedef struct space {
    value_list lists[SPACE_FACTS];
    uint32_t states[SPACE_FACTS];
    uint32_t count, size;
    unsigned char verdicts[SPACE_MAX];
} space;

static void set_size(space *s)
{
    s->size = 1;
    for (uint32_t i = 0; i < s->count; i++)
        s->size *= s->lists[i].count + 1;
}

/* Lists the facts with their values; 0 if there are too many, or not all values that matter are known. */
static int space_open(space *s, lg__trial *t, const uint64_t facts[4])
{
    s->count = 0;
    for (uint32_t fact = 0; fact < LG__FACT_COUNT; fact++) {
        if (!lg__set_has(facts, fact))
            continue;
        value_list *list = &s->lists[s->count++];
        list_ends(fact, list);
        list_turns(t, list);
        set_size(s);
        if (!list->whole || s->size > SPACE_MAX)
            return 0;
    }
    return 1;
}

/* What the readers of a fact come to, two bits each; 0 if that cannot be told, as they depend on more than the
 * fact or give more than a verdict. A first bit tells it from 0. */
static uint64_t signature(lg__trial *t, uint32_t fact, const uint64_t varied[4])
{
    uint64_t verdicts = 1;
    EACH_READER(t, fact, place)
    {
        const lg_criterion *row = criterion(t, place / 4);
        for (uint32_t f = 0; f < row->fact_count; f++)
            if (row->facts[f] != fact && lg__set_has(varied, row->facts[f]))
                return 0;
        if (row->kind == LG_KIND_POINTS_VALUE || verdicts >> 61)
            return 0;
        verdicts = verdicts << 2 | (uint64_t)t->states[place / 4].verdict;
    }
    return verdicts;
}

/* Leaves out values at which every leaf comes out as at an earlier one, or as without any. */
static void leave_out_alike(lg__trial *t, const uint64_t varied[4], value_list *list)
{
    uint64_t seen[VALUES_MAX + 1];
    uint32_t kept = 0, k;
    take_value(t, list->fact);
    seen[0] = signature(t, list->fact, varied);
    for (uint32_t i = 0; i < list->count && seen[0] != 0; i++) {
        put_value(t, list->fact, list->values[i]);
        seen[kept + 1] = signature(t, list->fact, varied);
        for (k = 0; seen[k] != seen[kept + 1]; k++)
            ;
        if (k == kept + 1)
            list->values[kept++] = list->values[i];
    }
    list->count = seen[0] != 0 ? kept : list->count;
    take_value(t, list->fact);
}

/* The next combination: counts the states up like the digits of a number, the first fastest. */
static void advance(space *s, lg__trial *t)
{
    for (uint32_t i = 0; i < s->count; i++) {
        const value_list *list = &s->lists[i];
        if (s->states[i] < list->count) {
            put_value(t, list->fact, list->values[s->states[i]++]);
            return;
        }
        s->states[i] = 0;
        take_value(t, list->fact);
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

static void try_combinations(lg__trial *t, uint64_t matters[4])
{
    space s;
    if (!space_open(&s, t, matters))
        return;
    for (uint32_t i = 0; i < s.count; i++) {
        leave_out_alike(t, matters, &s.lists[i]);
        s.states[i] = 0;
    }
    set_size(&s);
    for (uint32_t c = 0; c < s.size; c++) {
        s.verdicts[c] = (unsigned char)overall(t);
        advance(&s, t);
    }
    for (uint32_t i = 0; i < s.count; i++)
        if (!lg__trial_settles(t, s.lists[i].fact) && !changes(&s, i))
            lg__set_remove(matters, s.lists[i].fact);
}

/* A fact that settles the verdict alone matters for certain: mostly all do, and no combination need be tried. */
void lg__trial_refine(lg__trial *t, uint64_t matters[4])
{
    uint32_t count = 0, settling = 0;
    for (uint32_t fact = 0; fact < LG__FACT_COUNT && t->needs_trial; fact++)
        count += (uint32_t)lg__set_has(matters, fact);
    if (count > SPACE_FACTS)
        return;
    for (uint32_t fact = 0; fact < LG__FACT_COUNT && t->needs_trial; fact++)
        settling += lg__set_has(matters, fact) && lg__trial_settles(t, fact);
    if (settling < count)
        try_combinations(t, matters);
}
