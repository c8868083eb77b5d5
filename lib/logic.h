/* SPDX-License-Identifier: Apache-2.0 */
/* The verdict of a combination of conditions, from how many of its children have each verdict (docs/logic.md). */
#ifndef LG_LOGIC_H
#define LG_LOGIC_H

#include <littlegiant/littlegiant.h>

/* Children by verdict: none has more than 255, as a rule set has no more than 256 rows. */
typedef struct lg__count {
    unsigned char of[4];
} lg__count;

static inline lg_verdict lg__all_of(lg__count n)
{
    if (n.of[LG_NOT_MET])
        return LG_NOT_MET;
    if (n.of[LG_UNKNOWN])
        return LG_UNKNOWN;
    return n.of[LG_MET] ? LG_MET : LG_NOT_APPLICABLE;
}

static inline lg_verdict lg__any_of(lg__count n)
{
    if (n.of[LG_MET])
        return LG_MET;
    if (n.of[LG_UNKNOWN])
        return LG_UNKNOWN;
    return n.of[LG_NOT_MET] ? LG_NOT_MET : LG_NOT_APPLICABLE;
}

/* Children left out do not help; so a verdict that is settled stays so, whatever else becomes known. */
static inline lg_verdict lg__at_least(lg__count n, int64_t k)
{
    if (n.of[LG_MET] >= k)
        return LG_MET;
    return n.of[LG_MET] + n.of[LG_UNKNOWN] < k ? LG_NOT_MET : LG_UNKNOWN;
}

/* The guard is one of the children. */
static inline lg_verdict lg__when(lg__count n, lg_verdict guard)
{
    n.of[guard]--;
    if (guard == LG_MET)
        return lg__all_of(n);
    return guard == LG_UNKNOWN ? LG_UNKNOWN : LG_NOT_APPLICABLE;
}

static inline int lg__kind_is_logic(lg_kind kind) { return kind <= LG_KIND_WHEN; }

/* Of ALL, ANY, AT_LEAST and WHEN; `first` is the verdict of the first child. */
static inline lg_verdict lg__logic(const lg_criterion *row, lg__count n, lg_verdict first)
{
    switch (row->kind) {
    case LG_KIND_ALL:
        return lg__all_of(n);
    case LG_KIND_ANY:
        return lg__any_of(n);
    case LG_KIND_AT_LEAST:
        return lg__at_least(n, row->bound);
    default:
        return lg__when(n, first);
    }
}

#endif
