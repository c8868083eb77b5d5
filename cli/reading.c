/* SPDX-License-Identifier: Apache-2.0 */
/* Opens tables and reads their rows. */
#include "reading.h"

#include <string.h>

#include "message.h"
#include "progress.h"

bool reading_begin(struct reading *reading, const char *path, const lg_ruleset *const *bases, size_t count,
                   const struct assumptions *assumptions)
{
    memset(reading, 0, sizeof *reading);
    if (!source_open(&reading->source, path))
        return false;
    records_begin(&reading->records, &reading->source);
    if (header_read(&reading->header, &reading->records)) {
        judge_begin_reading(&reading->judge, bases, count, assumptions, &reading->header, &reading->records);
        return true;
    }
    header_free(&reading->header);
    records_end(&reading->records);
    source_close(&reading->source);
    return false;
}

void reading_end(struct reading *reading)
{
    judge_end(&reading->judge);
    header_free(&reading->header);
    records_end(&reading->records);
    source_close(&reading->source);
}

enum judge_result reading_next(struct reading *reading)
{
    enum judge_result result = judge_next(&reading->judge);
    size_t i;

    for (i = 0; result == JUDGE_ROW && i < reading->header.label_count; i++)
        reading->labels[i] = judge_label(&reading->judge, i);
    if (result != JUDGE_FAILED)
        return result;
    progress_clear();
    message_file(reading->source.name, "cannot be read to its end: %s", strerror(reading->source.failure));
    return result;
}

size_t reading_label(const struct reading *reading, const char *name)
{
    size_t i = 0;

    while (i < reading->header.label_count && strcmp(header_label_name(&reading->header, i), name) != 0)
        i++;
    return i < reading->header.label_count ? i : LABEL_COUNT;
}
