/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The column engine judges a block of rows at a time. All that is known of a block lies in fixed memory
 * on the stack: per fact the rows in which it is known, per depth of the rule set what the children have come to.
 * A verdict is three bits a row (met, not met, unknown; none of them: not applicable), so that a combination
 * is a few logical operations for 64 rows.
 *
 *   columns.c        the public functions: arguments, blocks, errors, facts that are missing
 *   source.c         one cell exactly, whatever the type of its column
 *   plan.c           what is the same for every block: how each criterion is worked out
 *   kernel_load.h    a block of all columns: what is known, what is out of range
 *   kernel_leaves.h  leaves of a block
 *   kernel_fold.h    combinations of a block, children before parents, as lg__judge() does for one profile
 *   kernel_write.h   verdicts, reasons and points to where the caller wants them
 *
 * The kernel is compiled once for any processor and once for each kind of vectors that is worth it (kernel_*.c).
 */
#ifndef LG_COLUMNS_BLOCK_H
#define LG_COLUMNS_BLOCK_H

#include "../internal.h"

#define LG__BLOCK_ROWS 256u
#define LG__BLOCK_WORDS (LG__BLOCK_ROWS / 64)
#define LG__SLOTS 8u /* columns held as int64_t at a time; a leaf reads at most 4 */

/* One bit a row of a block. With vectors of that length it travels as one, not word by word; it lies in memory alike.
 */
#if defined(__GNUC__) && defined(__AVX2__)
typedef uint64_t lg__words __attribute__((vector_size(8 * LG__BLOCK_WORDS), aligned(8)));
#else
typedef uint64_t lg__words[LG__BLOCK_WORDS];
#endif
typedef struct lg__bits {
    lg__words word;
} lg__bits;

/* Where the values of one fact come from. */
typedef struct lg__source {
    const uint8_t *values; /* NULL: no column, unknown in every row */
    const uint8_t *validity;
    int64_t offset;
    uint64_t stride; /* bytes from one value to the next; 0 for bits */
    int64_t factor;  /* canonical units in one of the column's */
    uint32_t column; /* index of the column */
    lg_type type;
    lg_unit unit;
    int32_t scale;
    int32_t has_default;
    int64_t default_value;
} lg__source;

/* How a leaf is worked out. */
typedef enum lg__method {
    LG__METHOD_NONE,   /* not a leaf */
    LG__METHOD_FLAG,   /* the bits of a flag */
    LG__METHOD_WHOLE,  /* a whole number between low and high */
    LG__METHOD_TOTAL,  /* a sum between low and high */
    LG__METHOD_SCALED, /* a * q against b * p, all within 64 bits */
    LG__METHOD_RATIO,  /* the same in 128 bits */
    LG__METHOD_GROWTH, /* mean growth, in 128 bits */
    LG__METHOD_SIZE,
    LG__METHOD_POINTS
} lg__method;

/* How the outcome of a row is counted by the row it belongs to. */
typedef enum lg__role {
    LG__ROLE_NONE,  /* nobody counts it: the root, and the points of a pass mark */
    LG__ROLE_LOGIC, /* ALL, ANY, body of a WHEN */
    LG__ROLE_GUARD, /* first child of a WHEN */
    LG__ROLE_COUNT, /* AT_LEAST */
    LG__ROLE_BEST,
    LG__ROLE_SUM
} lg__role;

/* What is the same for every block about one row of the rule set. */
typedef struct lg__plan {
    int64_t low, high; /* WHOLE, TOTAL, FLAG: values that meet it; SCALED: multipliers p of the bounds */
    int64_t q;         /* SCALED: multiplier of the measured value */
    uint8_t method, role;
    uint8_t points_slot;        /* BEST, SUM: their place in lg__block.points */
    uint8_t parent_points_slot; /* rows below BEST and SUM: that of their parent */
    uint8_t mark;               /* PASS_MARK: its place in lg__block.marks */
    uint8_t is_total;           /* a pass mark looks at its points */
} lg__plan;

/* A whole call. */
typedef struct lg__table {
    const lg_ruleset *rules;
    const lg_profile *profiles; /* NULL: columns */
    uint64_t stride;            /* of profiles */
    const lg_results *results;
    int want_reasons;
    int skip_defaults;   /* judge as if there were none */
    uint32_t fact_count; /* facts that have a source with values, in order of columns */
    uint32_t facts[LG__FACT_COUNT];
    uint32_t spare_count; /* those of them that no criterion reads */
    uint32_t spare_facts[LG__FACT_COUNT];
    uint32_t default_count; /* facts that have a default */
    uint32_t default_facts[LG__FACT_COUNT];
    lg__source sources[LG__FACT_COUNT];
    lg__plan plans[LG__ROWS_MAX];
    /* SME size: lowest value of the class in the sector, INT64_MIN where the sector does not use the indicator */
    int64_t size_limits[LG_SIZE_LARGE + 1][LG__SECTORS][LG__INDICATORS + 1]; /* one more, for the stride */
} lg__table;

/* What one row of the rule set has come to in a block. */
typedef struct lg__outcome {
    lg__bits met, not_met, unknown; /* none: not applicable */
    lg__bits open[3];               /* by reason less 1: what leaves it (or its points) open */
    const int32_t *low, *high;      /* points rows; NULL: row->points when met */
} lg__outcome;

/* What the children of one row have come to; as lg__tally of evaluate.c, in bits. */
typedef struct lg__tally {
    lg__bits met, not_met, unknown, open[3];
    lg__bits guard_met, guard_unknown, guard_open[3];
    lg__bits met_count[8], possible_count[8]; /* AT_LEAST: digits of two counts of children, the lowest first */
} lg__tally;

/* A block of rows while it is worked out. Zero before the first. */
typedef struct lg__block {
    const lg__table *table;
    uint64_t first;                   /* row of the call */
    uint32_t rows;                    /* 1 to LG__BLOCK_ROWS */
    lg__bits all;                     /* rows that exist */
    lg__bits bad;                     /* rows in error */
    lg__bits known[LG__FACT_COUNT];   /* defaults included */
    lg__bits ones[LG__FACT_COUNT];    /* flags: known to be 1 */
    uint32_t next_run;                /* index in table->facts of the column that is fetched next, see lg__next_run() */
    uint8_t has_read[LG__FACT_COUNT]; /* whether the fact has been read for this block, see lg__block_need() */
    const int64_t *values[LG__FACT_COUNT]; /* as far as they are at hand; see lg__block_values() */
    int64_t slots[LG__SLOTS][LG__BLOCK_ROWS];
    uint32_t slot_facts[LG__SLOTS];
    uint64_t slot_used[LG__SLOTS], slot_clock; /* when each was asked for last */
    lg__tally tallies[LG__DEPTH_MAX + 2];
    int32_t points_low[LG__POINTS_DEPTH_MAX + 1][LG__BLOCK_ROWS]; /* the last one: of a leaf */
    int32_t points_high[LG__POINTS_DEPTH_MAX + 1][LG__BLOCK_ROWS];
    int32_t open_high[LG__POINTS_DEPTH_MAX][3]
                     [LG__BLOCK_ROWS]; /* BEST: most that children open for a reason may earn */
    lg__outcome marks[LG__MARKS_MAX];
    lg__bits unsettled; /* rows whose overall verdict is unknown */
} lg__block;

/* columns.c: where a column's values come from; has_default and default_value are left as they are. */
void lg__source_open(lg__source *source, uint32_t index, const lg_column *column);

/* source.c: the value of one cell of a fact in canonical units, or why it has none. The cell is known. */
lg_status lg__source_cell(const lg__source *source, uint32_t fact, uint64_t row, int64_t *value);

/* plan.c */
void lg__plan_rows(lg__table *table);

/* The part that is compiled for each kind of vectors: judges rows [first, first + rows) and writes verdicts, reasons
 * and points. Afterwards block holds what is known and which rows are in error. */
typedef void (*lg__kernel)(const lg__table *table, uint64_t first, uint32_t rows, lg__block *block);
void lg__kernel_portable(const lg__table *table, uint64_t first, uint32_t rows, lg__block *block);
#ifdef LG__HAVE_AVX2
void lg__kernel_avx2(const lg__table *table, uint64_t first, uint32_t rows, lg__block *block);
#endif

/* The i-th kernel that a processor with these abilities can run, the best last; NULL past the end. name may be NULL. */
#define LG__PROCESSOR_AVX2 1u
#define LG__PROCESSOR_BMI 2u
#define LG__PROCESSOR_BMI2 4u
lg__kernel lg__kernel_for(uint32_t processor, uint32_t i, const char **name);

/* The i-th kernel that this processor can run, the best last; NULL past the end. name may be NULL. */
lg__kernel lg__kernel_at(uint32_t i, const char **name);

/* columns.c: the public functions with a kernel of the caller's choice, for tests. */
lg_status lg__evaluate_columns(lg__kernel kernel, const lg_ruleset *rules, const lg_column *columns,
                               uint32_t column_count, const lg_default *defaults, uint32_t default_count,
                               uint64_t row_count, const lg_results *results, uint64_t *error_count);
lg_status lg__evaluate_profiles(lg__kernel kernel, const lg_ruleset *rules, const lg_profile *profiles, uint64_t stride,
                                const lg_default *defaults, uint32_t default_count, uint64_t row_count,
                                const lg_results *results, uint64_t *error_count);

#endif
