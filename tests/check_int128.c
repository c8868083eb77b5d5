/* SPDX-License-Identifier: Apache-2.0 */
/* The two variants of the 128-bit arithmetic: against values worked by hand, against each other,
 * and against laws of arithmetic that neither could satisfy by chance. */
#include "suite.h"

#include "int128_ops.h"

static const int128_ops *const VARIANTS[] = {&int128_native, &int128_portable};

static lg_int128 words(int64_t high, uint64_t low)
{
    lg_int128 a;
    a.low = low;
    a.high = high;
    return a;
}

static int same(lg_int128 a, lg_int128 b) { return a.low == b.low && a.high == b.high; }

/* ---------------------------------------------------------------------- worked by hand */

#define ALL_ONES UINT64_C(0xFFFFFFFFFFFFFFFF)
#define TOP UINT64_C(0x8000000000000000)
#define MONEY_SQUARED_HIGH INT64_C(4391018798566) /* 81 * 10^30 = high * 2^64 + low */
#define MONEY_SQUARED_LOW UINT64_C(0x4AFF471E40000000)

enum operation { ADD, SUB, MUL };

static const struct worked {
    enum operation operation;
    lg_int128 a, b, result;
} WORKED[] = {
    {ADD, {0, 0}, {0, 0}, {0, 0}},
    {ADD, {ALL_ONES, 0}, {1, 0}, {0, 1}},  /* carry into the high word */
    {ADD, {ALL_ONES, -1}, {1, 0}, {0, 0}}, /* -1 + 1 */
    {ADD, {ALL_ONES, 0}, {ALL_ONES, 0}, {ALL_ONES - 1, 1}},
    {ADD, {ALL_ONES, INT64_MAX - 1}, {1, 0}, {0, INT64_MAX}},
    {ADD, {0, INT64_MIN}, {ALL_ONES, INT64_MAX}, {ALL_ONES, -1}},
    {SUB, {0, 0}, {1, 0}, {ALL_ONES, -1}},
    {SUB, {0, 1}, {1, 0}, {ALL_ONES, 0}}, /* borrow from the high word */
    {SUB, {ALL_ONES, -1}, {ALL_ONES, -1}, {0, 0}},
    {SUB, {0, 5}, {0, 7}, {0, -2}},
    {SUB, {ALL_ONES, INT64_MAX}, {ALL_ONES, INT64_MAX}, {0, 0}},
    {MUL, {0, 0}, {ALL_ONES, INT64_MAX}, {0, 0}},
    {MUL, {1, 0}, {ALL_ONES, INT64_MAX}, {ALL_ONES, INT64_MAX}},
    {MUL, {ALL_ONES, -1}, {1, 0}, {ALL_ONES, -1}}, /* -1 * 1 */
    {MUL, {ALL_ONES, -1}, {ALL_ONES, -1}, {1, 0}}, /* -1 * -1 */
    {MUL, {ALL_ONES, 0}, {2, 0}, {ALL_ONES - 1, 1}},
    {MUL, {UINT64_C(0x100000000), 0}, {UINT64_C(0x100000000), 0}, {0, 1}}, /* 2^32 * 2^32 */
    {MUL, {ALL_ONES, 0}, {UINT64_C(0x7FFFFFFFFFFFFFFF), 0}, {TOP + 1, INT64_C(0x7FFFFFFFFFFFFFFE)}},
    {MUL, {0, 1}, {TOP - 1, 0}, {0, INT64_MAX}},
    {MUL, {UINT64_C(9000000000000000), 0}, {UINT64_C(9000000000000000), 0}, {MONEY_SQUARED_LOW, MONEY_SQUARED_HIGH}},
};

static lg_int128 apply(const int128_ops *ops, enum operation operation, lg_int128 a, lg_int128 b)
{
    if (operation == ADD)
        return ops->add(a, b);
    return operation == SUB ? ops->sub(a, b) : ops->mul(a, b);
}

START_TEST(results_are_those_worked_by_hand)
{
    const struct worked *w = &WORKED[_i];
    for (size_t v = 0; v < COUNT(VARIANTS); v++) {
        lg_int128 got = apply(VARIANTS[v], w->operation, w->a, w->b);
        ck_assert_msg(same(got, w->result), "%s: %lld:%llx", VARIANTS[v]->name, (long long)got.high,
                      (unsigned long long)got.low);
        if (w->operation != SUB)
            ck_assert(same(apply(VARIANTS[v], w->operation, w->b, w->a), w->result));
    }
}
END_TEST

static const struct divided {
    lg_int128 a, b, quotient;
    int exact;
} DIVIDED[] = {
    {{0, 0}, {7, 0}, {0, 0}, 1},
    {{7, 0}, {7, 0}, {1, 0}, 1},
    {{6, 0}, {7, 0}, {0, 0}, 0},
    {{8, 0}, {7, 0}, {1, 0}, 0},
    {{(uint64_t)-7, -1}, {7, 0}, {ALL_ONES, -1}, 1},     /* -7 / 7 = -1 */
    {{(uint64_t)-6, -1}, {7, 0}, {ALL_ONES, -1}, 0},     /* -6 / 7 = -0.86, floor -1 */
    {{(uint64_t)-8, -1}, {7, 0}, {ALL_ONES - 1, -1}, 0}, /* -8 / 7 = -1.14, floor -2 */
    {{ALL_ONES, -1}, {ALL_ONES, INT64_MAX}, {ALL_ONES, -1}, 0},
    {{0, 1}, {2, 0}, {TOP, 0}, 1}, /* 2^64 / 2 */
    {{1, 1}, {2, 0}, {TOP, 0}, 0},
    {{ALL_ONES, INT64_MAX}, {1, 0}, {ALL_ONES, INT64_MAX}, 1},
    {{ALL_ONES, INT64_MAX}, {ALL_ONES, INT64_MAX}, {1, 0}, 1},
    {{ALL_ONES, INT64_MAX}, {0, 1}, {INT64_MAX, 0}, 0},
    {{1, INT64_MIN}, {1, 0}, {1, INT64_MIN}, 1}, /* -(2^127 - 1) / 1 */
    {{MONEY_SQUARED_LOW, MONEY_SQUARED_HIGH}, {UINT64_C(9000000000000000), 0}, {UINT64_C(9000000000000000), 0}, 1},
    {{MONEY_SQUARED_LOW - 1, MONEY_SQUARED_HIGH}, {UINT64_C(9000000000000000), 0}, {UINT64_C(8999999999999999), 0}, 0},
};

START_TEST(quotients_are_rounded_down)
{
    const struct divided *d = &DIVIDED[_i];
    for (size_t v = 0; v < COUNT(VARIANTS); v++) {
        int exact = 7;
        lg_int128 got = VARIANTS[v]->floor(d->a, d->b, &exact);
        ck_assert_msg(same(got, d->quotient) && exact == d->exact, "%s: %lld:%llx exact %d", VARIANTS[v]->name,
                      (long long)got.high, (unsigned long long)got.low, exact);
    }
}
END_TEST

/* In ascending order: each number is below all that follow it. */
static const lg_int128 ASCENDING[] = {
    {0, INT64_MIN},
    {1, INT64_MIN},
    {ALL_ONES, INT64_MIN},
    {0, -2},
    {0, -1},
    {TOP - 1, -1},
    {TOP, -1},
    {ALL_ONES, -1},
    {0, 0},
    {1, 0},
    {TOP - 1, 0},
    {TOP, 0},
    {ALL_ONES, 0},
    {0, 1},
    {1, 1},
    {ALL_ONES, INT64_MAX - 1},
    {0, INT64_MAX},
    {ALL_ONES, INT64_MAX},
};

START_TEST(numbers_are_ordered_as_signed_numbers)
{
    for (size_t v = 0; v < COUNT(VARIANTS); v++)
        for (size_t i = 0; i < COUNT(ASCENDING); i++) {
            lg_int128 a = ASCENDING[i];
            ck_assert_int_eq(VARIANTS[v]->sign(a), a.high < 0 ? -1 : a.high > 0 || a.low > 0);
            for (size_t j = 0; j < COUNT(ASCENDING); j++)
                ck_assert_int_eq(VARIANTS[v]->compare(a, ASCENDING[j]), i < j ? -1 : i > j);
        }
}
END_TEST

START_TEST(a_word_becomes_the_same_number)
{
    static const int64_t VALUES[] = {0, 1, -1, 42, -42, INT64_MAX, INT64_MIN, INT64_MIN + 1};
    for (size_t v = 0; v < COUNT(VARIANTS); v++)
        for (size_t i = 0; i < COUNT(VALUES); i++) {
            ck_assert(same(VARIANTS[v]->from(VALUES[i]), words(VALUES[i] < 0 ? -1 : 0, (uint64_t)VALUES[i])));
            ck_assert_int_eq(VARIANTS[v]->clamp(VARIANTS[v]->from(VALUES[i])), VALUES[i]);
        }
}
END_TEST

START_TEST(what_does_not_fit_a_word_becomes_the_nearest)
{
    for (size_t v = 0; v < COUNT(VARIANTS); v++) {
        const int128_ops *ops = VARIANTS[v];
        ck_assert_int_eq(ops->clamp(words(0, TOP)), INT64_MAX);
        ck_assert_int_eq(ops->clamp(words(1, 0)), INT64_MAX);
        ck_assert_int_eq(ops->clamp(words(INT64_MAX, ALL_ONES)), INT64_MAX);
        ck_assert_int_eq(ops->clamp(words(-1, TOP - 1)), INT64_MIN);
        ck_assert_int_eq(ops->clamp(words(-2, 0)), INT64_MIN);
        ck_assert_int_eq(ops->clamp(words(INT64_MIN, 0)), INT64_MIN);
    }
}
END_TEST

START_TEST(the_extremes_of_a_word_are_multiplied_whole)
{
    for (size_t v = 0; v < COUNT(VARIANTS); v++) {
        const int128_ops *ops = VARIANTS[v];
        ck_assert(same(ops->mul64(INT64_MIN, INT64_MIN), words(INT64_C(0x4000000000000000), 0)));
        ck_assert(same(ops->mul64(INT64_MAX, INT64_MAX), words(INT64_C(0x3FFFFFFFFFFFFFFF), 1)));
        ck_assert(same(ops->mul64(INT64_MIN, INT64_MAX), words(-INT64_C(0x4000000000000000), TOP)));
        ck_assert(same(ops->mul64(INT64_MIN, -1), words(0, TOP)));
        ck_assert(same(ops->mul64(-9, 9), words(-1, (uint64_t)-81)));
    }
}
END_TEST

/* ------------------------------------------------------------------------- at random */

#define RANDOM_CASES 1000000

/* splitmix64 with a fixed seed: the same cases on every machine. */
static uint64_t random_state;

static uint64_t random_word(void)
{
    uint64_t z = random_state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* A signed number of up to `bits` magnitude bits, of every length equally often. */
static lg_int128 random_number(int bits)
{
    int length = (int)(random_word() % (uint64_t)(bits + 1));
    uint64_t high = random_word(), low = random_word(), sign = random_word() & 1;
    high = length <= 64 ? 0 : high >> (128 - length);
    low = length >= 64 ? low : length == 0 ? 0 : low >> (64 - length);
    if (!sign)
        return words((int64_t)high, low);
    return words((int64_t)(~high + (low == 0)), ~low + 1);
}

/* Sums below 2^126 and products below 2^127: what the callers promise. */
START_TEST(both_variants_agree_on_a_million_random_cases)
{
    const int128_ops *a = &int128_native, *b = &int128_portable;
    random_state = 20221101;
    for (int i = 0; i < RANDOM_CASES; i++) {
        lg_int128 x = random_number(126), y = random_number(126), p = random_number(63), q = random_number(63);
        REQUIRE(same(a->add(x, y), b->add(x, y)));
        REQUIRE(same(a->sub(x, y), b->sub(x, y)));
        REQUIRE(same(a->mul(p, q), b->mul(p, q)));
        REQUIRE(same(a->mul64((int64_t)p.low, (int64_t)q.low), b->mul64((int64_t)p.low, (int64_t)q.low)));
        REQUIRE(a->compare(x, y) == b->compare(x, y));
        REQUIRE(a->sign(x) == b->sign(x));
        REQUIRE(a->clamp(x) == b->clamp(x));
    }
}
END_TEST

/* A product of a long and a short factor: the cross terms of the words matter. */
START_TEST(both_variants_agree_on_products_of_unequal_length)
{
    random_state = 20260401;
    for (int i = 0; i < RANDOM_CASES; i++) {
        int bits = (int)(random_word() % 126);
        lg_int128 x = random_number(bits), y = random_number(126 - bits);
        REQUIRE(same(int128_native.mul(x, y), int128_portable.mul(x, y)));
        REQUIRE(same(int128_portable.mul(x, y), int128_portable.mul(y, x)));
    }
}
END_TEST

/* quotient * b + rest = a with 0 <= rest < b, and both variants the same. */
START_TEST(both_variants_divide_alike_and_obey_the_law_of_division)
{
    random_state = 20181119;
    for (int i = 0; i < RANDOM_CASES / 10; i++) {
        lg_int128 x = random_number(126), y = random_number(125), q, r, product, rest;
        int exact_native, exact_portable;
        if (int128_native.sign(y) < 0)
            y = int128_native.sub(words(0, 0), y);
        if (int128_native.sign(y) == 0)
            y = words(0, 1);
        q = int128_native.floor(x, y, &exact_native);
        r = int128_portable.floor(x, y, &exact_portable);
        REQUIRE(same(q, r) && exact_native == exact_portable);
        product = int128_portable.mul(q, y);
        rest = int128_portable.sub(x, product);
        REQUIRE(int128_portable.sign(rest) >= 0);
        REQUIRE(int128_portable.compare(rest, y) < 0);
        REQUIRE((int128_portable.sign(rest) == 0) == exact_portable);
    }
}
END_TEST

/* (x + y)(x - y) = x^2 - y^2, (x + y) - y = x: laws that hold for each variant by itself. */
START_TEST(each_variant_obeys_the_laws_of_arithmetic)
{
    const int128_ops *ops = VARIANTS[_i];
    random_state = 20200713;
    for (int i = 0; i < RANDOM_CASES / 10; i++) {
        lg_int128 x = random_number(61), y = random_number(61);
        lg_int128 left = ops->mul(ops->add(x, y), ops->sub(x, y));
        REQUIRE(same(left, ops->sub(ops->mul(x, x), ops->mul(y, y))));
        REQUIRE(same(ops->sub(ops->add(x, y), y), x));
    }
}
END_TEST

/* The library was built with one of them, and says which. */
START_TEST(the_library_names_its_variant)
{
    const char *word = lg_capability(0);
    ck_assert(strcmp(word, "int128-native") == 0 || strcmp(word, "int128-portable") == 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("int128");
    TCase *hand = tcase_create("by hand"), *chance = tcase_create("at random");
    tcase_set_timeout(chance, 300);
    tcase_add_loop_test(hand, results_are_those_worked_by_hand, 0, ROWS(WORKED));
    tcase_add_loop_test(hand, quotients_are_rounded_down, 0, ROWS(DIVIDED));
    tcase_add_test(hand, numbers_are_ordered_as_signed_numbers);
    tcase_add_test(hand, a_word_becomes_the_same_number);
    tcase_add_test(hand, what_does_not_fit_a_word_becomes_the_nearest);
    tcase_add_test(hand, the_extremes_of_a_word_are_multiplied_whole);
    tcase_add_test(hand, the_library_names_its_variant);
    tcase_add_test(chance, both_variants_agree_on_a_million_random_cases);
    tcase_add_test(chance, both_variants_agree_on_products_of_unequal_length);
    tcase_add_test(chance, both_variants_divide_alike_and_obey_the_law_of_division);
    tcase_add_loop_test(chance, each_variant_obeys_the_laws_of_arithmetic, 0, ROWS(VARIANTS));
    suite_add_tcase(suite, hand);
    suite_add_tcase(suite, chance);
    return suite_run(suite);
}
