/* SPDX-License-Identifier: Apache-2.0 */
/* Packs the profiles of a table. */
#include "remember.h"

#include <stdlib.h>
#include <string.h>

#include "factset.h"
#include "progress.h"

enum { ROWS_AT_FIRST = 64 };

void memory_free(struct memory *memory)
{
    size_t i;

    for (i = 0; i < memory->ids.count; i++)
        free(memory->rows[i].values);
    free(memory->rows);
    keys_free(&memory->ids);
}

static void pack(struct remembered *row, const lg_profile *profile)
{
    uint32_t facts = lg_fact_count();
    size_t count = 0;
    uint32_t fact;

    row->values = memory_get(facts, sizeof *row->values);
    for (fact = 0; fact < facts; fact++) {
        int32_t known = 0;
        lg_profile_get(profile, fact, &row->values[count], &known);
        if (!known)
            continue;
        factset_add(row->known, fact);
        count++;
    }
    row->values = memory_resize(row->values, count == 0 ? 1 : count, sizeof *row->values);
}

void memory_recall(const struct remembered *row, lg_profile *profile)
{
    const int64_t *value = row->values;
    uint32_t fact;

    lg_profile_init(profile, lg_profile_size());
    for (fact = 0; fact < lg_fact_count(); fact++) {
        if (factset_has(row->known, fact))
            lg_profile_set(profile, fact, *value++);
    }
}

static void keep(struct memory *memory, size_t number, const struct row *row)
{
    struct remembered *remembered;

    if (number >= memory->room) {
        memory->room = memory->room == 0 ? ROWS_AT_FIRST : 2 * memory->room;
        memory->rows = memory_resize(memory->rows, memory->room, sizeof *memory->rows);
    }
    remembered = &memory->rows[number];
    memset(remembered, 0, sizeof *remembered);
    remembered->line = row->line;
    remembered->in_error = row->remarks.in_error;
    if (!row->remarks.in_error)
        memcpy(remembered->assumed, row->assumed, sizeof remembered->assumed);
    if (!row->remarks.in_error)
        pack(remembered, row->profile);
}

/* An id that stands twice or not at all cannot tell which enterprise of the other table is meant. */
static void take_row(struct memory *memory, struct reading *reading, size_t id_label)
{
    struct judge *judge = &reading->judge;
    struct span id = reading->labels[id_label];
    size_t number = id.length == 0 ? KEY_NONE : keys_find(&memory->ids, id);
    bool is_new;

    if (id.length == 0 && !judge->row.remarks.in_error) {
        judge_refuse(judge, "the row has no id, so that it cannot be matched");
    } else if (number != KEY_NONE) {
        struct text why = {0};
        text_add_excerpt(&why, id);
        text_add_format(&why, " is an id that stood already on line %llu; the first row counts",
                        (unsigned long long)memory->rows[number].line);
        judge_refuse(judge, text_string(&why));
        text_free(&why);
    } else if (id.length > 0) {
        keep(memory, keys_add(&memory->ids, id, &is_new), &judge->row);
    }
    memory->in_error += judge->row.remarks.in_error;
}

bool memory_read(struct memory *memory, struct reading *reading)
{
    size_t id_label = reading_label(reading, "id");
    enum judge_result result;
    uint64_t rows = 0;

    while ((result = reading_next(reading)) == JUDGE_ROW) {
        take_row(memory, reading, id_label);
        reading_tell_progress(reading, ++rows);
    }
    progress_clear();
    return result == JUDGE_END;
}

struct remembered *memory_find(const struct memory *memory, struct span id)
{
    size_t number = id.length == 0 ? KEY_NONE : keys_find(&memory->ids, id);

    return number == KEY_NONE ? NULL : &memory->rows[number];
}
