/* SPDX-License-Identifier: Apache-2.0 */
/* Columns that hold in each row a list of the names of facts. */
#include <string.h>

#include "batch.h"

/* Sets of all rows, and the names that stand for their facts. */
struct sets {
    const uint64_t *words;
    int64_t rows;
    uint8_t lengths[LG__FACTS_MAX];
};

static void open_sets(struct sets *sets, const uint64_t *words, int64_t rows)
{
    sets->words = words;
    sets->rows = rows;
    for (uint32_t fact = 0; fact < lg_fact_count(); fact++)
        sets->lengths[fact] = (uint8_t)strlen(lg__facts[fact].name);
}

/* The facts of one row's set in order; their number. */
static uint32_t facts_of(const struct sets *sets, int64_t row, uint8_t facts[LG__FACTS_MAX])
{
    const uint64_t *words = sets->words + 4 * row;
    uint32_t count = 0;
    for (uint32_t word = 0; word < 4; word++) {
        uint32_t fact = word * 64;
        for (uint64_t bits = words[word]; bits != 0; bits >>= 1, fact++)
            if (bits & 1)
                facts[count++] = (uint8_t)fact;
    }
    return count;
}

/* Facts of all rows together, and the length of their names; both fit 64 bits. */
static void measure(const struct sets *sets, uint64_t *facts, uint64_t *bytes)
{
    uint8_t of_row[LG__FACTS_MAX];
    *facts = *bytes = 0;
    for (int64_t row = 0; row < sets->rows; row++) {
        uint32_t count = facts_of(sets, row, of_row);
        *facts += count;
        for (uint32_t i = 0; i < count; i++)
            *bytes += sets->lengths[of_row[i]];
    }
}

static void fill(const struct sets *sets, int32_t *lists, int32_t *names, char *text)
{
    uint8_t of_row[LG__FACTS_MAX];
    int32_t facts = 0;
    names[0] = lists[0] = 0;
    for (int64_t row = 0; row < sets->rows; row++) {
        uint32_t count = facts_of(sets, row, of_row);
        for (uint32_t i = 0; i < count; i++, facts++) {
            uint8_t length = sets->lengths[of_row[i]];
            memcpy(text + names[facts], lg__facts[of_row[i]].name, length);
            names[facts + 1] = names[facts] + length;
        }
        lists[row + 1] = facts;
    }
}

lg_status lg__list_facts(struct ArrowArray *array, const uint64_t *words, int64_t rows)
{
    struct sets sets;
    uint64_t facts, bytes;
    open_sets(&sets, words, rows);
    measure(&sets, &facts, &bytes);
    const lg__shape list = {rows, 1, 2, 0, {(uint64_t)rows / 8 + 1, ((uint64_t)rows + 1) * sizeof(int32_t), 0}};
    const lg__shape names = {(int64_t)facts, 0, 3, 0, {0, (facts + 1) * sizeof(int32_t), bytes}};
    lg_status status = lg__node_new(array, &list);
    if (status == LG_OK)
        status = lg__node_new(array->children[0], &names);
    if (status == LG_OK)
        fill(&sets, lg__node_buffer(array, 1), lg__node_buffer(array->children[0], 1),
             lg__node_buffer(array->children[0], 2));
    return status;
}
