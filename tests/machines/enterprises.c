/* SPDX-License-Identifier: Apache-2.0 */
/* Everything here is 64-bit arithmetic that cannot overflow, so that no compiler has to bring a wider type. */
#include "enterprises.h"

#include <stdio.h>
#include <stdlib.h>

static uint64_t state;

void demand(int condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "verdicts: %s\n", what);
    exit(EXIT_FAILURE);
}

void chance_seed(uint64_t seed) { state = seed; }

uint32_t chance(uint32_t n)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((state >> 33) % n);
}

int64_t chance_between(int64_t low, int64_t high)
{
    uint64_t high_half = chance(UINT32_C(1) << 31), low_half = chance(UINT32_C(1) << 31);
    return low + (int64_t)((high_half << 31 | low_half) % ((uint64_t)(high - low) + 1));
}

static int64_t clamped(const lg_fact *fact, int64_t value)
{
    return value < fact->minimum ? fact->minimum : value > fact->maximum ? fact->maximum : value;
}

static void put(lg_profile *profile, uint32_t fact, int64_t value)
{
    lg_status status = lg_profile_set(profile, fact, clamped(lg_fact_describe(fact), value));
    demand(status == LG_OK, "a fact could not be set");
}

static int64_t value_of(const lg_profile *profile, uint32_t fact)
{
    int64_t value;
    demand(lg_profile_get(profile, fact, &value, NULL) == LG_OK, "a fact could not be read");
    return value;
}

static int64_t some_value(const lg_fact *fact)
{
    switch (chance(8)) {
    case 0:
        return fact->minimum;
    case 1:
        return fact->maximum;
    case 2:
        return (int64_t)chance(3) - 1;
    case 3:
        return chance_between(fact->minimum, fact->maximum);
    default:
        return chance_between(0, INT64_C(1) << (4 + chance(40)));
    }
}

/* Some whole number, so that neither number nor number * factor is above the largest amount of money. */
static int64_t some_multiple(int64_t factor)
{
    int64_t most = INT64_C(9000000000000000) / (factor > 1 ? factor : 1);
    return chance_between(1, chance(2) || most < 1000000 ? most : 1000000);
}

/* facts[0] / facts[1] is p / q, or the nearest below it. */
static int64_t tie_ratio(const lg_criterion *row, int64_t p, int64_t q, lg_profile *profile)
{
    int64_t k = some_multiple(p > q ? p : q), rest = (int64_t)chance((uint32_t)q);
    if (lg_fact_describe(row->facts[1])->maximum < q * k)
        k = chance_between(0, lg_fact_describe(row->facts[1])->maximum / q);
    put(profile, row->facts[1], q * k + rest);
    return p * k + rest * p / q;
}

/* y1 / y3 is (1 + p/q)^2. */
static int64_t tie_compound(const lg_criterion *row, int64_t p, int64_t q, lg_profile *profile)
{
    int64_t k = some_multiple((p + q) * (p + q));
    put(profile, row->facts[1], q * q * k);
    return (p + q) * (p + q) * k;
}

/* y2 / y3 = (q + a) / q and y1 / y2 = (q + 2p - a) / q: their mean is 1 + p/q. */
static int64_t tie_mean(const lg_criterion *row, int64_t p, int64_t q, lg_profile *profile)
{
    int64_t a = chance_between(0, p), k = some_multiple((q + a) * (q + 2 * p - a));
    put(profile, row->facts[2], q * q * k);
    put(profile, row->facts[1], q * (q + a) * k);
    return (q + a) * (q + 2 * p - a) * k;
}

static int64_t rest_of_total(const lg_criterion *row, int64_t p, const lg_profile *profile)
{
    for (uint32_t f = 1; f < row->fact_count; f++)
        p -= value_of(profile, row->facts[f]);
    return p;
}

/* One below to one above; for a favoured enterprise not on the side where the row is not met. */
static int64_t beside(const lg_criterion *row, int favoured)
{
    if (!favoured)
        return (int64_t)chance(3) - 1;
    return row->op == LG_OP_LE || row->op == LG_OP_LT ? -1 : row->op == LG_OP_GE || row->op == LG_OP_GT;
}

/* Moves a leaf's facts so that it measures its bound, or one beside it. */
static void move_to_bound(const lg_criterion *row, int favoured, lg_profile *profile)
{
    int64_t p = chance(4) && row->bound_high ? row->bound_high : row->bound, q = row->bound_denominator, tie = p;
    switch (row->kind) {
    case LG_KIND_SME_SIZE:
        return;
    case LG_KIND_RATIO:
        tie = tie_ratio(row, p, q, profile);
        break;
    case LG_KIND_COMPOUND_GROWTH:
        tie = tie_compound(row, p, q, profile);
        break;
    case LG_KIND_MEAN_GROWTH:
        tie = tie_mean(row, p, q, profile);
        break;
    case LG_KIND_TOTAL:
        tie = rest_of_total(row, p, profile);
        break;
    default:
        break;
    }
    put(profile, row->facts[0], tie + beside(row, favoured));
}

void make_enterprise(const lg_ruleset *rules, uint32_t unknown_in, lg_profile *profile)
{
    const lg_criterion *row;
    uint32_t facts = lg_fact_count();
    int favoured = chance(2) == 0;
    demand(lg_profile_init(profile, (uint32_t)sizeof *profile) == LG_OK, "no profile");
    for (uint32_t fact = 0; fact < facts; fact++)
        put(profile, fact, some_value(lg_fact_describe(fact)));
    for (uint32_t i = 0; (row = lg_ruleset_criterion(rules, i)) != NULL; i++)
        if (row->fact_count > 0 && (favoured || chance(2)))
            move_to_bound(row, favoured, profile);
    for (uint32_t fact = 0; unknown_in > 0 && fact < facts; fact++)
        if (chance(favoured ? 4 * unknown_in : unknown_in) == 0)
            demand(lg_profile_clear(profile, fact) == LG_OK, "a fact could not be cleared");
}
