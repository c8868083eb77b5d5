/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the rows of tables. */
#include "reading.h"

#include <string.h>

#include "progress.h"

bool reading_begin(struct reading *reading, const char *path, const lg_ruleset *const *bases, size_t count,
                   const struct assumptions *assumptions)
{
    memset(reading, 0, sizeof *reading);
    if (!table_open(&reading->table, path, NULL))
        return false;
    judge_begin_reading(&reading->judge, bases, count, assumptions, &reading->table);
    return true;
}

void reading_end(struct reading *reading)
{
    judge_end(&reading->judge);
    table_close(&reading->table);
}

enum judge_result reading_next(struct reading *reading)
{
    enum judge_result result = judge_next(&reading->judge);
    size_t i;

    for (i = 0; result == JUDGE_ROW && i < reading->table.header.label_count; i++)
        reading->labels[i] = judge_label(&reading->judge, i);
    if (result == JUDGE_FAILED)
        table_report_failure(&reading->table);
    return result;
}

void reading_tell_progress(const struct reading *reading, uint64_t rows)
{
    progress_tell(rows, reading->table.source.released, reading->table.source.size);
}

size_t reading_label(const struct reading *reading, const char *name)
{
    const struct header *header = &reading->table.header;
    size_t i = 0;

    while (i < header->label_count && strcmp(header_label_name(header, i), name) != 0)
        i++;
    return i < header->label_count ? i : LABEL_COUNT;
}
