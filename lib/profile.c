/* SPDX-License-Identifier: Apache-2.0 */
/* Profiles: setting, reading and filling the known facts about one enterprise. */
#include <string.h>

#include "internal.h"

uint32_t lg_profile_size(void) { return (uint32_t)sizeof(lg_profile); }

lg_status lg_profile_init(lg_profile *profile, uint32_t struct_size)
{
    if (!profile)
        return LG_E_NULL;
    if (struct_size < LG__FIRST_PROFILE_SIZE)
        return LG_E_SIZE;
    memset(profile, 0, struct_size);
    profile->struct_size = struct_size;
    return LG_OK;
}

/* Bits of known[word] that stand for facts below the limit. */
static uint64_t readable_bits(uint32_t word, uint32_t fact_limit)
{
    uint32_t first = word * 64;
    if (fact_limit <= first)
        return 0;
    return fact_limit - first >= 64 ? UINT64_MAX : (UINT64_C(1) << (fact_limit - first)) - 1;
}

/* A known bit without a value that can be read would turn a claim into nothing, so it is refused. */
lg_status lg__view_open(const lg_profile *profile, lg__view *view)
{
    if (!profile)
        return LG_E_NULL;
    if (profile->struct_size < LG__FIRST_PROFILE_SIZE)
        return LG_E_SIZE;
    if (profile->reserved != 0)
        return LG_E_ARGUMENT;
    view->profile = profile;
    view->fact_limit = lg__facts_within(profile->struct_size);
    for (uint32_t word = 0; word < 4; word++)
        if (profile->known[word] & ~readable_bits(word, view->fact_limit))
            return LG_E_FACT;
    return LG_OK;
}

/* Of a word of the known set, whether a value lies outside its range; without a branch per fact, as most are known and
 * nearly all in range. */
static int any_outside(const lg_fact *facts, const int64_t *values, uint64_t known)
{
    int outside = 0;
    for (; known; known >>= 1)
        outside |= (int)(known & 1) & !lg__in_range(facts++, *values++);
    return outside;
}

lg_status lg__view_check_ranges(const lg__view *view)
{
    int outside = 0;
    for (uint32_t fact = 0; fact < view->fact_limit; fact += 64)
        outside |= any_outside(&lg__facts[fact], lg__fact_slot(view->profile, fact), view->profile->known[fact / 64]);
    return outside ? LG_E_RANGE : LG_OK;
}

/* The fact exists. */
static lg_status check_value(uint32_t fact, int64_t value)
{
    return lg__in_range(&lg__facts[fact], value) ? LG_OK : LG_E_RANGE;
}

lg_status lg_profile_set(lg_profile *profile, uint32_t fact, int64_t value)
{
    int64_t *slot;
    lg_status status = lg__writable_slot(profile, fact, &slot);
    if (status == LG_OK)
        status = check_value(fact, value);
    return status == LG_OK ? lg__profile_keep(profile, fact, value) : status;
}

lg_status lg_profile_clear(lg_profile *profile, uint32_t fact)
{
    int64_t *slot;
    lg_status status = lg__writable_slot(profile, fact, &slot);
    if (status != LG_OK)
        return status;
    *slot = 0;
    lg__set_remove(profile->known, fact);
    return LG_OK;
}

lg_status lg_profile_get(const lg_profile *profile, uint32_t fact, int64_t *value, int32_t *known)
{
    lg__view view;
    if (value)
        *value = 0;
    if (known)
        *known = 0;
    if (!value)
        return LG_E_NULL;
    lg_status status = lg__view_open(profile, &view);
    if (status != LG_OK)
        return status;
    if (fact >= view.fact_limit)
        return LG_E_FACT;
    if (!lg__fact_known(&view, fact))
        return LG_OK;
    *value = *lg__fact_slot(profile, fact);
    if (known)
        *known = 1;
    return LG_OK;
}

/* Named groups of defaults: all facts of one kind, taken as this value. */
static const struct {
    const char *name;
    lg_fact_kind kind;
    int64_t value;
} GROUPS[] = {{"judgement", LG_FACT_KIND_ASSERTED, 1}, {"clean-record", LG_FACT_KIND_EXCLUSION, 0}};

const char *lg_default_group_name(uint32_t i) { return i < sizeof GROUPS / sizeof GROUPS[0] ? GROUPS[i].name : NULL; }

static lg_status nth_of_kind(lg_fact_kind kind, uint32_t i, uint32_t *fact)
{
    for (*fact = 0; *fact < lg_fact_count(); (*fact)++)
        if (lg__facts[*fact].kind == kind && i-- == 0)
            return LG_OK;
    return LG_E_CAPACITY;
}

lg_status lg_default_group(const char *group, uint32_t i, lg_default *value)
{
    lg_status status = LG_E_FACT;
    uint32_t fact = LG_FACT_NONE;
    if (value)
        memset(value, 0, sizeof *value);
    if (!group || !value)
        return LG_E_NULL;
    for (size_t g = 0; g < sizeof GROUPS / sizeof GROUPS[0]; g++)
        if (strcmp(group, GROUPS[g].name) == 0) {
            status = nth_of_kind(GROUPS[g].kind, i, &fact);
            value->value = GROUPS[g].value;
        }
    value->fact = status == LG_OK ? fact : LG_FACT_NONE;
    return status;
}

static lg_status check_defaults(const lg_profile *profile, const lg_default *defaults, uint32_t count)
{
    lg__view view;
    lg_status status = lg__view_open(profile, &view);
    if (status == LG_OK && count > 0 && !defaults)
        status = LG_E_NULL;
    for (uint32_t i = 0; status == LG_OK && i < count; i++)
        status = defaults[i].fact < view.fact_limit ? check_value(defaults[i].fact, defaults[i].value) : LG_E_FACT;
    return status;
}

lg_status lg_profile_fill(lg_profile *profile, const lg_default *defaults, uint32_t count, uint64_t filled[4])
{
    if (filled)
        memset(filled, 0, 4 * sizeof *filled);
    lg_status status = check_defaults(profile, defaults, count);
    if (status != LG_OK)
        return status;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t fact = defaults[i].fact;
        if (lg__set_has(profile->known, fact))
            continue;
        lg_profile_set(profile, fact, defaults[i].value);
        if (filled)
            lg__set_add(filled, fact);
    }
    return LG_OK;
}
