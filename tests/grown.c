/* SPDX-License-Identifier: Apache-2.0 */
#include "grown.h"

static uint64_t state;

void chance_seed(uint64_t seed) { state = seed; }

uint32_t chance(uint32_t n)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((state >> 33) % n);
}

int64_t chance_between(int64_t low, int64_t high)
{
    uint64_t wide_number = (uint64_t)chance(UINT32_C(1) << 31) << 31 | chance(UINT32_C(1) << 31);
    return low + (int64_t)(wide_number % ((uint64_t)(high - low) + 1));
}

/* ------------------------------------------------------------------------------- leaves */

static uint32_t any_fact(void) { return chance(lg_fact_count()); }

static uint32_t fact_of_unit(lg_unit unit)
{
    uint32_t fact;
    do
        fact = any_fact();
    while (lg_fact_describe(fact)->unit != unit);
    return fact;
}

static void set_facts(lg_criterion *row, uint32_t count, lg_unit unit)
{
    row->fact_count = count;
    for (uint32_t f = 0; f < count; f++)
        row->facts[f] = unit == LG_UNIT_NONE ? any_fact() : fact_of_unit(unit);
}

static void set_whole_bound(lg_criterion *row)
{
    const lg_fact *fact = lg_fact_describe(row->facts[0]);
    int64_t span = fact->maximum - fact->minimum < 1000 ? fact->maximum - fact->minimum : 1000;
    row->bound = fact->minimum + chance_between(0, chance(4) ? span : fact->maximum - fact->minimum);
    row->bound_high = row->bound + chance_between(0, span);
}

static void set_fraction_bound(lg_criterion *row)
{
    static const int64_t DENOMINATORS[] = {1, 2, 3, 7, 100, 1000, 9999, 10000};
    row->bound_denominator = DENOMINATORS[chance(COUNT(DENOMINATORS))];
    row->bound = chance_between(-row->bound_denominator / 4, row->bound_denominator);
    if (chance(16) == 0)
        row->bound = chance_between(-100000, 100000);
    row->bound_high = row->bound + chance_between(0, 100000 - row->bound > 50 ? 50 : 100000 - row->bound);
}

static void size_leaf(lg_criterion *row)
{
    static const uint32_t FACTS[] = {LG_FACT_SIZE_SECTOR, LG_FACT_EMPLOYEES, LG_FACT_REVENUE_Y1,
                                     LG_FACT_TOTAL_ASSETS_Y1};
    row->fact_count = 4;
    memcpy(row->facts, FACTS, sizeof FACTS);
    row->bound = 1 + chance(4);
    row->bound_high = row->bound + chance(3);
}

static void grow_leaf(world *w, uint32_t depth)
{
    static const lg_kind KINDS[] = {LG_KIND_VALUE,           LG_KIND_VALUE,   LG_KIND_FLAG,  LG_KIND_FLAG,
                                    LG_KIND_RATIO,           LG_KIND_RATIO,   LG_KIND_TOTAL, LG_KIND_MEAN_GROWTH,
                                    LG_KIND_COMPOUND_GROWTH, LG_KIND_SME_SIZE};
    lg_kind kind = KINDS[chance(COUNT(KINDS))];
    lg_criterion *row = world_add(w, depth, kind);
    row->op = LG_OP_GE + (lg_operator)chance(7);
    switch (kind) {
    case LG_KIND_FLAG:
        set_facts(row, 1, LG_UNIT_FLAG);
        row->bound = chance(2);
        row->op = LG_OP_EQ;
        break;
    case LG_KIND_TOTAL:
        set_facts(row, 2 + chance(3), chance(4) ? LG_UNIT_FEN : LG_UNIT_NONE);
        set_whole_bound(row);
        break;
    case LG_KIND_RATIO:
        set_facts(row, 2, chance(4) ? chance(2) ? LG_UNIT_FEN : LG_UNIT_COUNT : LG_UNIT_NONE);
        set_fraction_bound(row);
        break;
    case LG_KIND_MEAN_GROWTH:
        set_facts(row, 3, chance(8) ? LG_UNIT_FEN : LG_UNIT_NONE);
        set_fraction_bound(row);
        break;
    case LG_KIND_COMPOUND_GROWTH:
        set_facts(row, 2, chance(8) ? LG_UNIT_FEN : LG_UNIT_NONE);
        set_fraction_bound(row);
        break;
    case LG_KIND_SME_SIZE:
        size_leaf(row);
        break;
    default:
        set_facts(row, 1, LG_UNIT_NONE);
        set_whole_bound(row);
        break;
    }
}

/* -------------------------------------------------------------------------- combinations */

static void grow(world *w, uint32_t depth, uint32_t points_depth);

static int is_full(const world *w) { return w->rules.info.criterion_count > 60; }

static void grow_children(world *w, uint32_t depth, uint32_t count, uint32_t points_depth)
{
    while (count-- > 0)
        grow(w, depth, points_depth);
}

/* A row below points: more points, or anything that earns some. */
static void grow_earning(world *w, uint32_t depth, uint32_t points_depth);

static void grow_points(world *w, uint32_t depth, uint32_t points_depth)
{
    uint32_t children = 1 + chance(3), i = w->rules.info.criterion_count;
    if (chance(6) == 0) {
        lg_criterion *row = world_add(w, depth, LG_KIND_POINTS_VALUE);
        set_facts(row, 1, chance(2) ? LG_UNIT_CP : LG_UNIT_FLAG);
        row->points = 100 * chance(20);
        return;
    }
    world_add(w, depth, chance(2) ? LG_KIND_SUM : LG_KIND_BEST);
    w->rows[i].criterion.points = w->rows[i].criterion.kind == LG_KIND_SUM ? 100 * (1 + chance(8)) : 100 * chance(6);
    w->rows[i].criterion.points_floor = 100 * chance(2);
    while (children-- > 0)
        grow_earning(w, depth + 1, points_depth + 1);
}

static void grow_earning(world *w, uint32_t depth, uint32_t points_depth)
{
    uint32_t i = w->rules.info.criterion_count;
    if (!is_full(w) && points_depth < LG__POINTS_DEPTH_MAX && depth < LG__DEPTH_MAX && chance(3) == 0) {
        grow_points(w, depth, points_depth);
        return;
    }
    grow(w, depth, points_depth);
    w->rows[i].criterion.points = 100 * (int64_t)chance(6) - (chance(8) == 0 ? 200 : 0);
}

static void grow_pass_mark(world *w, uint32_t depth, uint32_t points_depth)
{
    lg_criterion *pass = world_add(w, depth, LG_KIND_PASS_MARK);
    pass->bound = 100 * chance(8);
    pass->total = w->rules.info.criterion_count;
    grow_points(w, depth + 1, points_depth);
    if (chance(4) == 0 && !is_full(w))
        grow_leaf(w, depth + 1); /* counts for nothing */
}

static void grow(world *w, uint32_t depth, uint32_t points_depth)
{
    uint32_t children = 1 + chance(4), what = chance(9);
    int deepest = depth + 3 >= LG__DEPTH_MAX || is_full(w);
    if (depth > 0 && (deepest || what < 4)) {
        grow_leaf(w, depth);
    } else if (what == 8 && points_depth < LG__POINTS_DEPTH_MAX) {
        grow_pass_mark(w, depth, points_depth);
    } else if (what == 7) {
        world_add(w, depth, LG_KIND_WHEN);
        grow_children(w, depth + 1, 1 + children, points_depth);
    } else if (what == 6) {
        world_add(w, depth, LG_KIND_AT_LEAST)->bound = 1 + chance(children);
        grow_children(w, depth + 1, children, points_depth);
    } else {
        world_add(w, depth, what % 2 ? LG_KIND_ALL : LG_KIND_ANY);
        grow_children(w, depth + 1, children, points_depth);
    }
}

const lg_ruleset *grow_rules(world *w)
{
    world_begin(w);
    grow(w, 0, 0);
    return world_end(w);
}

/* ---------------------------------------------------------------------------- enterprises */

static int64_t clamped(const lg_fact *fact, wide value)
{
    return value < fact->minimum ? fact->minimum : value > fact->maximum ? fact->maximum : (int64_t)value;
}

static int64_t some_value(const lg_fact *fact)
{
    switch (chance(8)) {
    case 0:
        return fact->minimum;
    case 1:
        return fact->maximum;
    case 2:
        return clamped(fact, (wide)chance(3) - 1);
    case 3:
        return chance_between(fact->minimum, fact->maximum);
    default:
        return clamped(fact, chance_between(0, INT64_C(1) << (4 + chance(40))));
    }
}

static int64_t value_of(const lg_profile *profile, uint32_t fact)
{
    int64_t value;
    REQUIRE(lg_profile_get(profile, fact, &value, NULL) == LG_OK);
    return value;
}

static void put(lg_profile *profile, uint32_t fact, wide value)
{
    profile_put(profile, fact, clamped(lg_fact_describe(fact), value));
}

/* Moves the first fact of a leaf to its bound, or one beside it. */
static void move_to_bound(const lg_criterion *row, lg_profile *profile)
{
    wide beside = (wide)chance(3) - 1, p = chance(4) && row->bound_high ? row->bound_high : row->bound;
    wide q = row->bound_denominator, base = row->fact_count > 1 ? value_of(profile, row->facts[1]) : 0, third;
    switch (row->kind) {
    case LG_KIND_RATIO:
        put(profile, row->facts[0], base * p / q + beside);
        break;
    case LG_KIND_COMPOUND_GROWTH: /* the base a multiple of q * q, for exact ties */
        base = base / (q * q) * (q * q);
        put(profile, row->facts[1], base);
        put(profile, row->facts[0], base / (q * q) * (p + q) * (p + q) + beside);
        break;
    case LG_KIND_MEAN_GROWTH: /* y3 = 2q k, y2 = q m, and y1 = y2 * (2 (p + q) y3 - q y2) / (q y3) */
        third = 2 * q * (1 + (wide)chance(1000000));
        base = third * (1 + (wide)chance(3));
        put(profile, row->facts[2], third);
        put(profile, row->facts[1], base);
        put(profile, row->facts[0], base * (2 * (p + q) * third - q * base) / (q * third) + beside);
        break;
    case LG_KIND_TOTAL:
        put(profile, row->facts[0], p - base + beside);
        break;
    case LG_KIND_SME_SIZE:
        break;
    default:
        put(profile, row->facts[0], p + beside);
        break;
    }
}

void grow_profile(const lg_ruleset *rules, uint32_t unknown_in, lg_profile *profile)
{
    const lg_criterion *row;
    profile_empty(profile);
    for (uint32_t fact = 0; fact < lg_fact_count(); fact++)
        profile_put(profile, fact, some_value(lg_fact_describe(fact)));
    for (uint32_t i = 0; (row = lg_ruleset_criterion(rules, i)) != NULL; i++)
        if (row->fact_count > 0 && chance(2))
            move_to_bound(row, profile);
    for (uint32_t fact = 0; unknown_in > 0 && fact < lg_fact_count(); fact++)
        if (chance(unknown_in) == 0)
            REQUIRE(lg_profile_clear(profile, fact) == LG_OK);
}
