/* SPDX-License-Identifier: Apache-2.0 */
/* Values of facts from text and to text, and everything that changes or reads a profile, whatever the profile is. */
#include "demands.h"
#include "people.h"

/* ---------------------------------------------------------------------------------- values */

struct cell {
    uint32_t fact;
    lg_unit unit;
    int64_t value;
    lg_language language;
};

static lg_status write_cell(const void *call, char *text, uint64_t capacity, uint64_t *needed)
{
    const struct cell *cell = call;
    return lg_fact_write(cell->fact, cell->unit, cell->value, text, capacity, needed);
}

static lg_status format_cell(const void *call, char *text, uint64_t capacity, uint64_t *needed)
{
    const struct cell *cell = call;
    return lg_fact_format(cell->fact, cell->value, cell->language, text, capacity, needed);
}

static void take_cell(input *in, struct cell *cell)
{
    cell->fact = take_index(in, lg_fact_count());
    cell->unit = (lg_unit)take_index(in, 15);
    if (take_chance(in, 2) && lg_fact_describe(cell->fact))
        cell->unit = lg_fact_describe(cell->fact)->unit;
    cell->value = take_value(in, take_rules(in), cell->fact);
    cell->language = (lg_language)take_index(in, 3);
}

/* What is written is read as the same value. */
static void written(input *in)
{
    struct cell cell;
    lg_status status;
    int64_t value;
    take_cell(in, &cell);
    char *text = demand_text(in, write_cell, &cell, &status);
    if (status == LG_OK)
        REQUIRE(lg_fact_parse(cell.fact, cell.unit, text, strlen(text), &value) == LG_OK && value == cell.value);
    free(text);
    free(demand_text(in, format_cell, &cell, &status));
    REQUIRE((status == LG_OK) == (lg_fact_describe(cell.fact) && lg_language_name(cell.language)));
}

/* Digits, signs and points in any order, or any bytes; as long as it says, and no NUL behind it. */
static char *take_number_text(input *in, size_t *length)
{
    static const char SIGNS[] = "0123456789.-0 9\t5e+,yn0.";
    char *bytes = take_text(in, length), *text;
    for (size_t i = 0; i < *length && take_chance(in, 4) == 0; i++)
        bytes[i] = SIGNS[(uint8_t)bytes[i] % (sizeof SIGNS - 1)];
    text = room_get(*length);
    memcpy(text, bytes, *length);
    free(bytes);
    return text;
}

/* What is read is in its range, and written and read again the same. */
static void parsed(input *in)
{
    struct cell cell;
    size_t length;
    int64_t value = 1, again;
    char number[128];
    take_cell(in, &cell);
    char *text = take_number_text(in, &length);
    lg_status status = lg_fact_parse(cell.fact, cell.unit, text, length, &value);
    REQUIRE(status == LG_OK || value == 0);
    if (status == LG_OK) {
        const lg_fact *fact = lg_fact_describe(cell.fact);
        REQUIRE(value >= fact->minimum && value <= fact->maximum);
        REQUIRE(lg_fact_write(cell.fact, cell.unit, value, number, sizeof number, NULL) == LG_OK);
        REQUIRE(lg_fact_parse(cell.fact, cell.unit, number, strlen(number), &again) == LG_OK && again == value);
    }
    REQUIRE(lg_fact_parse(cell.fact, cell.unit, NULL, 1, &value) < 0 && value == 0);
    REQUIRE(lg_fact_parse(cell.fact, cell.unit, text, length, NULL) < 0);
    free(text);
}

/* -------------------------------------------------------------------------------- profiles */

static void *copy_of(const lg_profile *profile)
{
    return memcpy(room_get(profile_room(profile)), profile, profile_room(profile));
}

static int is_same(const lg_profile *a, const lg_profile *b) { return memcmp(a, b, profile_room(b)) == 0; }

static void expect_value(const lg_profile *profile, uint32_t fact, int64_t expected)
{
    int64_t value = 1;
    int32_t known = 2;
    lg_status status = lg_profile_get(profile, fact, &value, &known);
    REQUIRE(lg_profile_get(profile, fact, &value, NULL) == status);
    REQUIRE(status == LG_OK ? known == 1 && value == expected : known == 0 && value == 0);
}

static void set(input *in, lg_profile *profile)
{
    lg_profile *before = copy_of(profile);
    uint32_t fact = take_index(in, lg_fact_count());
    int64_t value = take_value(in, take_rules(in), fact);
    lg_status status = lg_profile_set(profile, fact, value);
    if (status == LG_OK)
        expect_value(profile, fact, value);
    else
        REQUIRE(is_same(profile, before));
    free(before);
}

static int is_blank(const char *text, size_t length)
{
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
        length--;
    return length == 0;
}

static void set_text(input *in, lg_profile *profile)
{
    lg_profile *before = copy_of(profile);
    struct cell cell;
    size_t length;
    int64_t value;
    take_cell(in, &cell);
    char *text = take_number_text(in, &length);
    lg_status status = lg_profile_set_text(profile, cell.fact, cell.unit, text, length);
    if (status != LG_OK)
        REQUIRE(is_same(profile, before));
    else if (is_blank(text, length))
        REQUIRE(!knows(profile, cell.fact));
    else {
        REQUIRE(lg_fact_parse(cell.fact, cell.unit, text, length, &value) == LG_OK);
        expect_value(profile, cell.fact, value);
    }
    free(text);
    free(before);
}

static void clear(input *in, lg_profile *profile)
{
    lg_profile *before = copy_of(profile);
    uint32_t fact = take_index(in, lg_fact_count());
    if (lg_profile_clear(profile, fact) == LG_OK)
        REQUIRE(!knows(profile, fact));
    else
        REQUIRE(is_same(profile, before));
    free(before);
}

static void fill(input *in, lg_profile *profile)
{
    lg_profile *before = copy_of(profile);
    uint64_t filled[4] = {1, 1, 1, 1};
    uint32_t count;
    lg_default *defaults = take_defaults(in, take_rules(in), &count);
    lg_status status = lg_profile_fill(profile, defaults, count, take_chance(in, 8) ? NULL : filled);
    if (status != LG_OK)
        REQUIRE(is_same(profile, before));
    else
        for (uint32_t fact = 0; fact < lg_fact_count(); fact++)
            REQUIRE(!knows(before, fact) || knows(profile, fact));
    free(defaults);
    free(before);
}

static lg_status issue_list(const void *call, void *list, uint32_t capacity, uint32_t *count)
{
    return lg_profile_check(call, list, capacity, count);
}

/* A profile is refused for a value if and only if that is an issue; and issues say which. */
static void check(input *in, lg_profile *profile)
{
    uint32_t count, impossible = 0;
    lg_status status, whole = profile_status(profile);
    lg_issue *issues = demand_list(in, issue_list, profile, sizeof *issues, &count, &status);
    REQUIRE(status == (whole == LG_E_RANGE ? LG_OK : whole));
    for (uint32_t i = 0; i < count; i++) {
        REQUIRE(lg_severity_name(issues[i].severity) && issues[i].fact < lg_fact_count() && issues[i].text);
        impossible += issues[i].severity == LG_SEVERITY_IMPOSSIBLE;
    }
    REQUIRE((impossible > 0) == (whole == LG_E_RANGE));
    free(issues);
}

static void init(input *in, lg_profile *profile)
{
    uint32_t size = take_below(in, 2) ? profile->struct_size : (uint32_t)profile_room(profile);
    lg_profile *before = copy_of(profile);
    if (size > profile_room(profile))
        size = (uint32_t)profile_room(profile);
    if (lg_profile_init(profile, size) != LG_OK)
        REQUIRE(is_same(profile, before) && size < sizeof *profile);
    else
        REQUIRE(profile->struct_size == size && profile_status(profile) == LG_OK);
    free(before);
}

static void without_profile(input *in)
{
    int64_t value = 1;
    uint64_t filled[4] = {1, 1, 1, 1};
    uint32_t count = 1, fact = take_index(in, lg_fact_count());
    REQUIRE(lg_profile_init(NULL, take_u32(in)) == LG_E_NULL);
    REQUIRE(lg_profile_set(NULL, fact, 0) == LG_E_NULL && lg_profile_clear(NULL, fact) == LG_E_NULL);
    REQUIRE(lg_profile_set_text(NULL, fact, LG_UNIT_FEN, "1", 1) < 0);
    REQUIRE(lg_profile_get(NULL, fact, &value, NULL) == LG_E_NULL && value == 0);
    REQUIRE(lg_profile_fill(NULL, NULL, 0, filled) == LG_E_NULL && filled[0] == 0);
    REQUIRE(lg_profile_check(NULL, NULL, 0, &count) == LG_E_NULL && count == 0);
}

static void profiles(input *in)
{
    static void (*const PARTS[])(input *, lg_profile *) = {set, set_text, clear, fill, check, init};
    lg_profile *profile = take_profile(in, take_rules(in));
    if (!profile)
        without_profile(in);
    for (int steps = 0; profile && steps < 8; steps++)
        PARTS[take_below(in, COUNT(PARTS))](in, profile);
    free(profile);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static void (*const PARTS[])(input *) = {profiles, parsed, written};
    input in = {bytes, size};
    do
        PARTS[take_below(&in, COUNT(PARTS))](&in);
    while (in.left > 0);
    return 0;
}
