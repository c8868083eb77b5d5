/* SPDX-License-Identifier: Apache-2.0 */
/*
 * liblittlegiant on tables of Arrow: columns in, the same labels with verdicts out, through the Arrow C Data
 * Interface. Nothing of Arrow is needed to compile or to link this; pyarrow, nanoarrow, DuckDB, Polars, arrow-rs
 * and others speak it. docs/arrow.md tells the columns and their types.
 *
 *     lg_arrow_evaluate(rules, &schema, &batch, NULL, &result_schema, &result, message, sizeof message);
 *
 * Ownership, as the specification has it
 *   Input      On success the array (or stream) is consumed: its release is NULL afterwards, and its label
 *              columns live on in the result. On failure it remains the caller's, as it was. A schema is only
 *              read and remains the caller's; the result does not point into it.
 *   Output     The caller releases what was returned, in any order; columns may be moved out of the result
 *              first. On failure outputs are marked released. An output is not an input at the same time.
 *   Borrowed   Rules must live as long as a stream (those of the library do). Options and defaults are
 *              copied.
 *   Memory     This is the one part of the library that allocates: once or twice per column of a result,
 *              and twice per batch, never per row. What is left on the stack fits 128 KiB.
 *   Threads    Batches may be judged at once, also with one schema. A stream is for one thread at a time.
 *              Results may be released on any thread; a label column then calls its producer's release there.
 */
#ifndef LITTLEGIANT_ARROW_H
#define LITTLEGIANT_ARROW_H

#include <littlegiant/littlegiant.h>

LG_BEGIN_DECLS

/* The structs of the Arrow C Data Interface and C Stream Interface, with the guards that their specification
 * asks for. They are not this library's to change. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};

#endif /* ARROW_C_DATA_INTERFACE */

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *);
    void *private_data;
};

#endif /* ARROW_C_STREAM_INTERFACE */

/* What a result holds beside the labels, `verdict` (row 0 of the rule set), one column for each further criterion,
 * named by its id, and `error`; bits of lg_arrow_options.contents. All but labels and `error` are null in a row in
 * error. */
enum {
    LG_ARROW_REASONS = 1, /* `verdict.reason`, and `ID.reason` per criterion: why unknown; words of lg_reason_name() as
                             a dictionary, "none" unless the verdict is unknown */
    LG_ARROW_POINTS = 2,  /* `ID.points_low_cp` and `ID.points_high_cp` per row that gives points: int32, LG_UNIT_CP */
    LG_ARROW_MISSING = 4  /* `missing`: names of the facts that lg_missing() lists; list of utf8, empty if none */
};

/* What is wanted. Zero it and note its size. Grows at the end. */
typedef struct lg_arrow_options {
    uint32_t struct_size;       /* sizeof(lg_arrow_options) as the caller was compiled */
    uint32_t contents;          /* bits of LG_ARROW_* */
    const lg_default *defaults; /* taken for facts that are unknown, as by lg_profile_fill(); NULL with 0: none */
    uint32_t default_count;     /* not 0: the result has a column `assumed`, the defaults a verdict rests on */
    uint32_t reserved;          /* 0 */
} lg_arrow_options;

/* Judges a struct array: one child per column, named as lg_fact_find_column() reads it (`revenue_y1_wan`), or one of
 * lg_label_name(), which is carried through whatever its type. Every other name is refused: a slip must not look
 * like a missing fact. Facts are integers of any width, boolean (flags alone), decimal128, float64 (a value that is
 * no whole number of the canonical unit is an error of its row) or null. Facts without a column are unknown, but one
 * column at least must hold a fact.
 *
 * *out_array is a struct array of as many rows: the labels in their order, verdicts as words (dictionary of int8
 * and utf8, lg_verdict_name()), and `error` (utf8: a sentence in English for each column that is wrong, joined by "; ",
 * for people and not for parsing), null unless the row could not be judged; then everything else in the row but its
 * labels is null. Its type goes to *out_schema, which may be NULL when it is known from an earlier batch. options NULL:
 * nothing beyond that, no defaults.
 *
 * message receives one English sentence on failure, which names the column, and the row, counted from 0 in the
 * array; "" on success; it is cut to capacity bytes with its NUL. It may be NULL with capacity 0.
 *
 * LG_E_NULL, LG_E_RULES, LG_E_SIZE, LG_E_ARGUMENT (options; the array is malformed, has a type that is not
 * taken, or rows that are null as a whole; two columns hold one fact or label), LG_E_FACT, LG_E_UNIT (the name of a
 * column; LG_E_FACT: no column holds a fact), LG_E_FACT, LG_E_RANGE
 * (a default), LG_E_CAPACITY (a column would exceed the 2^31 bytes of its type: judge fewer rows at once),
 * LG_E_MEMORY. */
LG_API lg_status lg_arrow_evaluate(const lg_ruleset *rules, const struct ArrowSchema *schema, struct ArrowArray *array,
                                   const lg_arrow_options *options, struct ArrowSchema *out_schema,
                                   struct ArrowArray *out_array, char *message, uint64_t capacity);

/* The type of the result for batches of this schema, before there is one: names, types and options are refused here as
 * they would be there. Consumers that must declare their columns first need it: databases, Spark.
 * Errors as lg_arrow_evaluate(). */
LG_API lg_status lg_arrow_result_schema(const lg_ruleset *rules, const struct ArrowSchema *schema,
                                        const lg_arrow_options *options, struct ArrowSchema *out_schema, char *message,
                                        uint64_t capacity);

/* As lg_arrow_evaluate() for a stream of batches: each is fetched from the input and judged when it is asked for. The
 * schema is fetched now: names, types and options are refused here with a status and a message. What goes wrong later
 * is the output stream's error: EINVAL or ENOMEM with a sentence, rows counted from 0 in the whole stream; an error of
 * the input stream is passed on with its code and words. After an error the stream repeats it, so that no batch is left
 * out unseen; after the end it stays at its end. Errors as lg_arrow_evaluate(); LG_E_STREAM when the input's schema
 * cannot be had. */
LG_API lg_status lg_arrow_evaluate_stream(const lg_ruleset *rules, struct ArrowArrayStream *input,
                                          const lg_arrow_options *options, struct ArrowArrayStream *output,
                                          char *message, uint64_t capacity);

LG_END_DECLS

#endif
