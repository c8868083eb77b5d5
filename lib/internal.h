/* SPDX-License-Identifier: Apache-2.0 */
/* Types and functions shared by the files of the library. Not installed. */
#ifndef LG_INTERNAL_H
#define LG_INTERNAL_H

#include <littlegiant/littlegiant.h>
#include <stddef.h>

#include "compare.h"

#define LG__LANGUAGES 3
#define LG__ROWS_MAX 256u
#define LG__DEPTH_MAX 12u
#define LG__FACTS_MAX 256u
#define LG__MONEY_MAX INT64_C(9000000000000000)
#define LG__WHOLE_MAX (4 * LG__MONEY_MAX) /* a total of four facts, and a bound that it is held against */

/* Points of a row in hundredths. The points of all rows together, and so every sum on the way to a total, stay
 * below LG__ROWS_MAX * LG__POINTS_MAX = 2.56e8 and fit 32 bits, in which the column engine counts them. It keeps
 * one running total for each of the points rows that stand in each other. */
#define LG__POINTS_MAX 1000000
#define LG__POINTS_DEPTH_MAX 6u
#define LG__MARKS_MAX 16u /* pass marks of a rule set */

#define LG__LABELS 4 /* columns that are carried through, see lg_label_name() */

/* What holds as long as the library is right, whatever a caller does: checked in builds for debugging (LG_ASSERT), and
 * nothing elsewhere. Not for what a caller can bring about: that has a status. docs/trust.md says why there is no
 * branch instead. */
#ifdef LG_ASSERT
#include <assert.h>
#define LG__ASSERT(condition) assert(condition)
#else
#define LG__ASSERT(condition) ((void)0)
#endif

/* One text in every language, in the order of LG_ENGLISH, LG_CHINESE, LG_INDONESIAN. */
typedef struct lg__text {
    const char *in[LG__LANGUAGES];
} lg__text;

/* One row of a rule set: what is evaluated and reflected, and its texts. */
typedef struct lg__row {
    lg_criterion criterion;
    lg__text title;
    lg__text caveat;
} lg__row;

struct lg_ruleset {
    lg_ruleset_info info;
    lg__text title;
    lg__text caveat;
    const lg__row *rows;
};

/* texts.c, names.c: text in a language, or NULL; "" where the catalogue has no entry. */
int lg__is_language(lg_language language);
const char *lg__text_in(const lg__text *text, lg_language language);

/* What a call returns that has written a list: NULL asks for the size alone. */
static inline lg_status lg__list_status(const void *list, uint32_t count, uint32_t capacity)
{
    return list && count > capacity ? LG_E_CAPACITY : LG_OK;
}

/* Sets of facts: 256 bits. */
static inline int lg__set_has(const uint64_t set[4], uint32_t fact) { return (int)(set[fact / 64] >> (fact % 64) & 1); }
static inline void lg__set_add(uint64_t set[4], uint32_t fact) { set[fact / 64] |= UINT64_C(1) << (fact % 64); }
static inline void lg__set_remove(uint64_t set[4], uint32_t fact) { set[fact / 64] &= ~(UINT64_C(1) << (fact % 64)); }

/* Index of the lowest bit that is set; x is not 0. */
static inline uint32_t lg__lowest(uint64_t x)
{
#ifdef __GNUC__
    return (uint32_t)__builtin_ctzll(x);
#else
    uint32_t i = 0;
    for (; !(x & 1); x >>= 1)
        i++;
    return i;
#endif
}

static inline int lg__in_range(const lg_fact *fact, int64_t value)
{
    return (value >= fact->minimum) & (value <= fact->maximum);
}

/* units.c: whether values of the fact can be written in the unit. */
int lg__is_unit_of(const lg_fact *fact, lg_unit unit);

/* facts.c */
#define LG__FACT_COUNT (LG_FACT_NATIONALLY_LEADING_SHARE + 1u)
extern const lg_fact lg__facts[];
extern const lg__text lg__fact_titles[];

/* Size of lg_profile in the first release: the smallest that a caller can have. Frozen. */
#define LG__FIRST_PROFILE_SIZE ((uint32_t)(offsetof(lg_profile, nationally_leading_share) + sizeof(int64_t)))

/* profile.c: the facts of a caller's profile that may be read. */
typedef struct lg__view {
    const lg_profile *profile;
    uint32_t fact_limit; /* facts below this lie within the caller's struct */
} lg__view;
lg_status lg__view_open(const lg_profile *profile, lg__view *view);
lg_status lg__view_check_ranges(const lg__view *view);

/* A view knows nothing beyond its limit: lg__view_open() has seen to it. */
static inline int lg__fact_known(const lg__view *view, uint32_t fact)
{
    return lg__set_has(view->profile->known, fact);
}

/* Facts are the int64_t members that follow `known`, one after another in order of id; facts.c
 * asserts it. */
static inline const int64_t *lg__fact_slot(const lg_profile *profile, uint32_t fact)
{
    return (const int64_t *)(const void *)((const char *)profile + offsetof(lg_profile, revenue_y1_fen)) + fact;
}

static inline int64_t *lg__profile_slot(lg_profile *profile, uint32_t fact)
{
    return (int64_t *)(void *)((char *)profile + offsetof(lg_profile, revenue_y1_fen)) + fact;
}

/* Whether a newer caller's larger struct asks for nothing in the members that this library does not know: a wish must
 * not be passed over. */
static inline int lg__is_zero_beyond(const void *object, size_t known_size, uint32_t struct_size)
{
    const unsigned char *bytes = (const unsigned char *)object;
    for (size_t i = known_size; i < struct_size; i++)
        if (bytes[i] != 0)
            return 0;
    return 1;
}

static inline uint64_t lg__smaller(uint64_t a, uint64_t b) { return a < b ? a : b; }

/* Number of facts of this library that lie within a caller's struct of this size, LG__FIRST_PROFILE_SIZE at least. */
static inline uint32_t lg__facts_within(uint64_t struct_size)
{
    return (uint32_t)lg__smaller((struct_size - offsetof(lg_profile, revenue_y1_fen)) / sizeof(int64_t),
                                 LG__FACT_COUNT);
}

/* The slot that may be written, or a status. */
static inline lg_status lg__writable_slot(lg_profile *profile, uint32_t fact, int64_t **slot)
{
    if (!profile)
        return LG_E_NULL;
    if (profile->struct_size < LG__FIRST_PROFILE_SIZE)
        return LG_E_SIZE;
    if (fact >= lg__facts_within(profile->struct_size))
        return LG_E_FACT;
    *slot = lg__profile_slot(profile, fact);
    return LG_OK;
}

/* Keeps a value that lies in the range of its fact. */
static inline lg_status lg__profile_keep(lg_profile *profile, uint32_t fact, int64_t value)
{
    int64_t *slot;
    lg_status status = lg__writable_slot(profile, fact, &slot);
    if (status != LG_OK)
        return status;
    *slot = value;
    lg__set_add(profile->known, fact);
    return LG_OK;
}

/* What has come out for a row. */
typedef struct lg__state {
    lg_verdict verdict;
    lg_reason reason; /* of points rows also when the verdict is settled but the points are not */
    int32_t points_low, points_high;
} lg__state;

static inline lg__fraction lg__bound_low(const lg_criterion *row)
{
    return lg__ratio(row->bound, row->bound_denominator);
}

static inline lg__fraction lg__bound_high(const lg_criterion *row)
{
    return lg__ratio(row->bound_high, row->bound_denominator);
}

static inline int lg__kind_is_leaf(lg_kind kind) { return kind >= LG_KIND_VALUE; }

static inline int lg__kind_gives_points(lg_kind kind)
{
    return kind == LG_KIND_BEST || kind == LG_KIND_SUM || kind == LG_KIND_POINTS_VALUE;
}

/* A points row has earned something for certain, cannot earn anything, or may yet. */
static inline void lg__settle_points_row(lg__state *state)
{
    state->verdict = state->points_low > 0 ? LG_MET : state->points_high <= 0 ? LG_NOT_MET : LG_UNKNOWN;
    if (state->points_low == state->points_high)
        state->reason = LG_REASON_NONE;
}

/* Any other row earns its points when it is met, and none when not. */
static inline void lg__settle_condition(const lg_criterion *row, lg__state *state)
{
    int32_t points = (int32_t)row->points;
    if (state->verdict != LG_UNKNOWN)
        state->reason = LG_REASON_NONE;
    state->points_low = state->verdict == LG_MET ? points : 0;
    state->points_high = state->verdict == LG_MET || state->verdict == LG_UNKNOWN ? points : 0;
}

/* leaf.c: whether the facts that the leaf reads lie in their ranges: only then may it be judged, or it could
 * overflow. */
lg_status lg__leaf_check(const lg_criterion *row, const lg__view *view);

/* leaf.c: the settled state of a leaf. */
void lg__leaf_judge(const lg_criterion *row, const lg__view *view, lg__state *state);

/* The members of a finding that every row has. */
static inline void lg__finding_begin(uint32_t criterion, const lg__state *state, lg_finding *finding)
{
    finding->criterion = criterion;
    finding->verdict = state->verdict;
    finding->reason = state->verdict == LG_UNKNOWN ? state->reason : LG_REASON_NONE;
    finding->points_low = state->points_low;
    finding->points_high = state->points_high;
}

/* measure.c: the finding of a leaf in this state; writes every member. */
void lg__leaf_finding(const lg_criterion *row, uint32_t criterion, const lg__view *view, const lg__state *state,
                      lg_finding *finding);

/* lever.c: by how much the first fact of a leaf that is not met must move to meet it, all else unchanged; 0 when no
 * value within its range would do. Not for SME_SIZE and POINTS_VALUE. */
int64_t lg__lever_change(const lg_criterion *row, const lg__view *view);

/* measure.c: the measured value of a leaf whose facts are known, and a bound of its in the same terms. */
int64_t lg__leaf_total(const lg_criterion *row, const lg__view *view);
lg__fraction lg__leaf_growth(const lg_criterion *row, const lg__view *view);
lg__fraction lg__leaf_bound(const lg_criterion *row, int64_t numerator);

static inline void lg__fraction_store(lg__fraction value, lg_fraction *out)
{
    out->numerator = lg__i128_words(value.n);
    out->denominator = lg__i128_words(value.d);
}

static inline lg__fraction lg__fraction_load(const lg_fraction *in)
{
    lg__fraction f;
    f.n = lg__i128_load(in->numerator);
    f.d = lg__i128_load(in->denominator);
    return f;
}

/* evaluate.c: the states of rows [first, end), of which none has children or a total beyond. */
void lg__judge(const lg_ruleset *rules, const lg__view *view, uint32_t first, uint32_t end, lg__state *states);
int lg__is_guard(const lg_ruleset *rules, uint32_t i); /* first child of a WHEN */
uint32_t lg__subtree_end(const lg_ruleset *rules, uint32_t criterion);

/* The children of a row one after another: the first follows the row itself, the last is followed by the end
 * of its subtree.
 *     for (i = parent + 1; i < end; i = lg__next_child(rules, i, end)) */
uint32_t lg__next_child(const lg_ruleset *rules, uint32_t child, uint32_t end);

/* tree.c: for each row the one that it belongs to (of row 0 itself), and the next row that belongs to the same,
 * 0 after the last. The first child of a row is the row that follows it. */
typedef struct lg__tree {
    unsigned char parent[LG__ROWS_MAX], next[LG__ROWS_MAX];
} lg__tree;
void lg__tree_build(const lg_ruleset *rules, lg__tree *tree);

/* evaluate.c: the state of a combination from those of its children, and of its total if it is a pass mark. */
void lg__recombine(const lg_ruleset *rules, const lg__tree *tree, uint32_t i, lg__state *states);

/* size.c: sectors of the SME size standard, and the facts that it asks for: employees, revenue, assets. */
#define LG__SECTORS 16
#define LG__INDICATORS 3
extern const uint32_t lg__indicators[LG__INDICATORS];

/* size.c: the lowest value of an indicator (its place in that list) in a class above micro of a sector
 * (counted from 0); INT64_MIN where the sector does not use the indicator. */
int64_t lg__size_limit(uint32_t sector, uint32_t indicator, lg_size_class size_class);

/* size.c: indicators of one enterprise, and the set of classes that are possible while its sector is unknown. */
typedef struct lg__size_facts {
    int known[LG__INDICATORS];
    int64_t values[LG__INDICATORS];
} lg__size_facts;
uint32_t lg__size_classes_anywhere(const lg__size_facts *facts);

/* size.c: set of the classes still possible, bits 1 << class. */
uint32_t lg__size_classes(const lg__view *view);

/* size.c: whether an unknown fact can decide if the class is in the set `meeting`. */
int lg__size_fact_matters(const lg__view *view, uint32_t fact, uint32_t meeting);

/* leaf.c: size classes that satisfy an SME_SIZE row, as a set. */
uint32_t lg__size_classes_meeting(const lg_criterion *row);

/* missing.c: the facts that lg_missing() lists, as a set; none when the verdict is settled. The values that the view
 * knows lie in their ranges. */
void lg__missing_set(const lg_ruleset *rules, const lg__view *view, uint64_t matters[4]);

/* space.c: what the whole comes to when unknown facts take values. Works on a copy of the profile; between calls that
 * and the states are as they were. The states come first, from lg__judge(). */
typedef struct lg__trial {
    lg__state states[LG__ROWS_MAX];
    const lg_ruleset *rules;
    lg__tree tree;
    lg_profile profile;
    lg__view view;
    uint64_t stale[4];                     /* combinations of which a child has changed, see space.c */
    uint64_t tried[4], settling[4];        /* facts of which is known whether they settle the verdict alone */
    uint16_t reader[LG__FACT_COUNT];       /* of an unknown fact: the first place where a leaf reads it, and ... */
    uint16_t next_reader[LG__ROWS_MAX][4]; /* ... of a place the next one; places are row * 4 + index in facts */
    unsigned char marks[LG__MARKS_MAX];    /* rows that are pass marks */
    uint32_t mark_count;
    int needs_trial; /* a fact has several readers, points are added, or there are several marks */
} lg__trial;
void lg__trial_open(lg__trial *t, const lg_ruleset *rules, const lg__view *view);

/* Whether some value of this fact alone settles the overall verdict. */
int lg__trial_settles(lg__trial *t, uint32_t fact);

/* Takes out of `matters` the facts that no combination of values shows to matter. */
void lg__trial_refine(lg__trial *t, uint64_t matters[4]);

/* rulesets.c: a day of the calendar, YYYYMMDD; and LG_OK, or LG_E_RULES with the first bad row. */
int lg__is_date(int32_t date);
lg_status lg__ruleset_valid(const lg_ruleset *rules, uint32_t *bad_row);

/* writer.c: appends to a caller's buffer and counts what did not fit. */
typedef struct lg__writer {
    char *text;
    uint64_t capacity;
    uint64_t length;
    lg_language language;
} lg__writer;
void lg__put(lg__writer *writer, const char *text);
void lg__put_bytes(lg__writer *writer, const char *bytes, uint64_t length);
lg_status lg__writer_open(lg__writer *writer, lg_language language, char *text, uint64_t capacity, uint64_t *needed);
lg_status lg__writer_close(lg__writer *writer, uint64_t *needed);

/* writer.c: a number in plain digits, at the end of the room. */
#define LG__DECIMAL_SIZE 21 /* of 64 bits, with sign and NUL */
const char *lg__decimal(int64_t number, char room[LG__DECIMAL_SIZE]);

/* format.c: numbers as the readers of a language expect them. */
void lg__put_amount(lg__writer *writer, int64_t value, lg_unit canonical);
void lg__put_bound(lg__writer *writer, const lg_criterion *row, int64_t numerator);
void lg__put_observed(lg__writer *writer, const lg_criterion *row, const lg_finding *finding);
void lg__put_fact_value(lg__writer *writer, const lg_fact *fact, int64_t value);

/* texts.c: sentences with placeholders {0} to {3}. */
typedef enum lg__phrase {
    LG__PHRASE_YES,
    LG__PHRASE_NO,
    LG__PHRASE_GE,
    LG__PHRASE_GT,
    LG__PHRASE_LE,
    LG__PHRASE_LT,
    LG__PHRASE_EQ,
    LG__PHRASE_BETWEEN,
    LG__PHRASE_FROM_TO,
    LG__PHRASE_AT_LEAST,
    LG__PHRASE_RULE_SET,
    LG__PHRASE_OVERALL,
    LG__PHRASE_MEASURED,
    LG__PHRASE_REQUIRED,
    LG__PHRASE_RAISE,
    LG__PHRASE_LOWER,
    LG__PHRASE_MISSING,
    LG__PHRASE_JUDGE,
    LG__PHRASE_POINTS,
    LG__PHRASE_POINTS_OPEN,
    LG__PHRASE_CITATION,
    LG__PHRASE_CAVEAT,
    LG__PHRASE_STILL_MISSING,
    LG__PHRASE_SETTLES,
    LG__PHRASE_SETTLED,
    LG__PHRASE_UNSETTLED,
    LG__PHRASE_ROUTE,
    LG__PHRASE_STEP_SHOW,
    LG__PHRASE_STEP_CHANGE,
    LG__PHRASE_STEP_POINTS,
    LG__PHRASE_NECESSARY,
    LG__PHRASE_LIST_COMMA,
    LG__PHRASE_COUNT
} lg__phrase;
const char *lg__phrase_text(lg__phrase phrase, lg_language language);

/* texts.c: a word of a citation, which the tables write in English; a number may follow it. */
typedef struct lg__citation_word {
    const char *word;
    lg__text text;  /* what stands for it */
    lg__text after; /* what follows its number */
} lg__citation_word;
const lg__citation_word *lg__citation_word_at(const char *text);

#endif
