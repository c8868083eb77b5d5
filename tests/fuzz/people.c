/* SPDX-License-Identifier: Apache-2.0 */
#include "people.h"

/* ----------------------------------------------------------------------------- rule sets */

static uint32_t rules_count(void)
{
    uint32_t count = 0;
    while (lg_ruleset_at(count))
        count++;
    return count;
}

const lg_ruleset *take_rules(input *in) { return lg_ruleset_at(take_below(in, rules_count())); }

const lg_ruleset *take_rules_or_null(input *in) { return lg_ruleset_at(take_below(in, 255) % (rules_count() + 1)); }

uint32_t criterion_count(const lg_ruleset *rules) { return rules ? lg_ruleset_describe(rules)->criterion_count : 0; }

/* -------------------------------------------------------------------------------- values */

/* A bound that some criterion holds the fact against, first of all as it stands, or a range's end. */
static int64_t take_bound(input *in, const lg_ruleset *rules, const lg_fact *fact)
{
    uint32_t count = criterion_count(rules), start = count > 0 ? take_below(in, count) : 0;
    for (uint32_t i = 0; i < count; i++) {
        const lg_criterion *row = lg_ruleset_criterion(rules, (start + i) % count);
        if (row->fact_count > 0 && row->facts[0] == fact->id)
            return take_chance(in, 2) ? row->bound_high : row->bound;
    }
    return take_chance(in, 2) ? fact->minimum : fact->maximum;
}

int64_t take_value(input *in, const lg_ruleset *rules, uint32_t fact)
{
    static const lg_fact NONE = {0};
    const lg_fact *info = lg_fact_describe(fact) ? lg_fact_describe(fact) : &NONE;
    int64_t span = info->maximum - info->minimum;
    uint8_t kind = take_byte(in);
    if (kind < 100)
        return take_bound(in, rules, info) + (int64_t)(kind % 3) - 1;
    if (kind < 140)
        return (kind % 2 ? info->minimum : info->maximum) + (int64_t)(kind / 2 % 3) - 1;
    if (kind < 180)
        return info->minimum + (int64_t)(kind & 1);
    return kind < 240 && span > 0 ? info->minimum + (int64_t)(take_u64(in) % (uint64_t)span) : take_number(in);
}

void take_facts(input *in, const lg_ruleset *rules, lg_profile *profile)
{
    for (uint32_t count = take_below(in, 2 * lg_fact_count()); count > 0; count--) {
        uint32_t fact = take_below(in, lg_fact_count());
        lg_profile_set(profile, fact, take_value(in, rules, fact));
    }
}

/* ------------------------------------------------------------------------------ profiles */

size_t profile_room(const lg_profile *profile)
{
    size_t size = profile->struct_size;
    return size < 8 ? 8 : size > PROFILE_MOST ? PROFILE_MOST : size;
}

static uint32_t take_struct_size(input *in)
{
    uint32_t size = (uint32_t)sizeof(lg_profile);
    uint8_t kind = take_byte(in);
    if (kind < 128)
        return size;
    if (kind < 192)
        return size + kind % 32;
    return kind < 224 ? size - kind % 32 : (uint32_t)take_number(in);
}

/* Overwrites some of what the size lets one write: bits of `known`, `reserved`, values. */
static void spoil(input *in, lg_profile *profile, size_t size)
{
    uint8_t *bytes = (uint8_t *)profile;
    for (uint32_t count = take_below(in, 8); count > 0; count--) {
        size_t at = sizeof profile->struct_size + take_u32(in) % (uint32_t)size;
        if (at < size)
            bytes[at] = (uint8_t)(bytes[at] ^ take_byte(in));
    }
}

lg_profile *take_profile(input *in, const lg_ruleset *rules)
{
    lg_profile whole, *profile;
    uint32_t size = take_struct_size(in);
    if (take_chance(in, 64))
        return NULL;
    lg_profile_init(&whole, (uint32_t)sizeof whole);
    take_facts(in, rules, &whole);
    whole.struct_size = size;
    profile = room_get(profile_room(&whole));
    memset(profile, 0, profile_room(&whole));
    memcpy(profile, &whole, profile_room(&whole) < sizeof whole ? profile_room(&whole) : sizeof whole);
    if (take_chance(in, 4))
        spoil(in, profile, profile_room(profile));
    return profile;
}

int knows(const lg_profile *profile, uint32_t fact) { return (int)(profile->known[fact / 64] >> fact % 64 & 1); }

lg_status profile_status(const lg_profile *profile)
{
    if (!profile)
        return LG_E_NULL;
    if (profile->struct_size < sizeof *profile) /* the first release's, so far */
        return LG_E_SIZE;
    if (profile->reserved != 0)
        return LG_E_ARGUMENT;
    for (uint32_t fact = lg_fact_count(); fact < 256; fact++)
        if (knows(profile, fact))
            return LG_E_FACT;
    for (uint32_t fact = 0; fact < lg_fact_count(); fact++) {
        const lg_fact *info = lg_fact_describe(fact);
        int64_t value = *(const int64_t *)(const void *)((const char *)profile + info->offset);
        if (knows(profile, fact) && (value < info->minimum || value > info->maximum))
            return LG_E_RANGE;
    }
    return LG_OK;
}

lg_default *take_defaults(input *in, const lg_ruleset *rules, uint32_t *count)
{
    lg_default *defaults;
    *count = take_chance(in, 2) ? take_below(in, 16) : 0;
    if (take_chance(in, 64))
        return NULL;
    defaults = room_get(*count * sizeof *defaults);
    for (uint32_t i = 0; i < *count; i++) {
        defaults[i].fact = take_chance(in, 64) ? take_u32(in) : take_below(in, lg_fact_count());
        defaults[i].reserved = 0;
        defaults[i].value = take_value(in, rules, defaults[i].fact);
    }
    return defaults;
}
