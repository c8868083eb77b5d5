/* SPDX-License-Identifier: Apache-2.0 */
/* The operations of lib/int128.h as a table on pairs of words. Included by two files, of which one
 * defines LG_NO_INT128: so both variants stand in one program. */
#ifndef INT128_OPS_H
#define INT128_OPS_H

#include <littlegiant/littlegiant.h>

typedef struct int128_ops {
    const char *name;
    lg_int128 (*from)(int64_t a);
    lg_int128 (*add)(lg_int128 a, lg_int128 b);
    lg_int128 (*sub)(lg_int128 a, lg_int128 b);
    lg_int128 (*mul)(lg_int128 a, lg_int128 b);
    lg_int128 (*mul64)(int64_t a, int64_t b);
    lg_int128 (*floor)(lg_int128 a, lg_int128 b, int *exact);
    int (*compare)(lg_int128 a, lg_int128 b);
    int (*sign)(lg_int128 a);
    int64_t (*clamp)(lg_int128 a);
} int128_ops;

extern const int128_ops int128_native, int128_portable;

/* The table itself; needs lib/int128.h. */
#define INT128_OPS(variant)                                                                                            \
    static lg_int128 op_from(int64_t a) { return lg__i128_words(lg__i128_from(a)); }                                   \
    static lg_int128 op_add(lg_int128 a, lg_int128 b)                                                                  \
    {                                                                                                                  \
        return lg__i128_words(lg__i128_add(lg__i128_load(a), lg__i128_load(b)));                                       \
    }                                                                                                                  \
    static lg_int128 op_sub(lg_int128 a, lg_int128 b)                                                                  \
    {                                                                                                                  \
        return lg__i128_words(lg__i128_sub(lg__i128_load(a), lg__i128_load(b)));                                       \
    }                                                                                                                  \
    static lg_int128 op_mul(lg_int128 a, lg_int128 b)                                                                  \
    {                                                                                                                  \
        return lg__i128_words(lg__i128_mul(lg__i128_load(a), lg__i128_load(b)));                                       \
    }                                                                                                                  \
    static lg_int128 op_mul64(int64_t a, int64_t b) { return lg__i128_words(lg__i128_mul64(a, b)); }                   \
    static lg_int128 op_floor(lg_int128 a, lg_int128 b, int *exact)                                                    \
    {                                                                                                                  \
        return lg__i128_words(lg__i128_floor(lg__i128_load(a), lg__i128_load(b), exact));                              \
    }                                                                                                                  \
    static int op_compare(lg_int128 a, lg_int128 b) { return lg__i128_compare(lg__i128_load(a), lg__i128_load(b)); }   \
    static int op_sign(lg_int128 a) { return lg__i128_sign(lg__i128_load(a)); }                                        \
    static int64_t op_clamp(lg_int128 a) { return lg__i128_clamp(lg__i128_load(a)); }                                  \
    const int128_ops variant = {#variant, op_from,  op_add,     op_sub,  op_mul,                                       \
                                op_mul64, op_floor, op_compare, op_sign, op_clamp}

#endif
