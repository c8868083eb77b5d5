/* SPDX-License-Identifier: Apache-2.0 */
/* Columns that hold in each row a list of the names of facts. */
#include <string.h>

#include "batch.h"

/* Facts in the sets of all rows, and the length of their names; both fit 64 bits. */
static void measure(const uint64_t *sets, int64_t rows, uint64_t *facts, uint64_t *bytes)
{
    *facts = *bytes = 0;
    for (int64_t row = 0; row < rows; row++, sets += 4)
        for (uint32_t fact = 0; fact < lg_fact_count(); fact++)
            if (lg__set_has(sets, fact)) {
                ++*facts;
                *bytes += strlen(lg__facts[fact].name);
            }
}

static void fill(const uint64_t *sets, int64_t rows, int32_t *lists, int32_t *names, char *text)
{
    int32_t facts = 0, bytes = 0;
    names[0] = lists[0] = 0;
    for (int64_t row = 0; row < rows; row++, sets += 4) {
        for (uint32_t fact = 0; fact < lg_fact_count(); fact++) {
            if (!lg__set_has(sets, fact))
                continue;
            size_t length = strlen(lg__facts[fact].name);
            memcpy(text + bytes, lg__facts[fact].name, length);
            bytes += (int32_t)length;
            names[++facts] = bytes;
        }
        lists[row + 1] = facts;
    }
}

lg_status lg__list_facts(struct ArrowArray *array, const uint64_t *sets, int64_t rows)
{
    uint64_t facts, bytes, bits = (uint64_t)rows / 8 + 1;
    measure(sets, rows, &facts, &bytes);
    if (bytes > INT32_MAX)
        return LG_E_CAPACITY;
    const lg__shape list = {rows, 1, 2, 0, {bits, ((uint64_t)rows + 1) * sizeof(int32_t), 0}};
    const lg__shape names = {(int64_t)facts, 0, 3, 0, {0, (facts + 1) * sizeof(int32_t), bytes}};
    lg_status status = lg__node_new(array, &list);
    if (status == LG_OK)
        status = lg__node_new(array->children[0], &names);
    if (status == LG_OK)
        fill(sets, rows, lg__node_buffer(array, 1), lg__node_buffer(array->children[0], 1),
             lg__node_buffer(array->children[0], 2));
    return status;
}
