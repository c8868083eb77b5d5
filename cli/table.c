/* SPDX-License-Identifier: Apache-2.0 */
/* Opens and closes tables. */
#include "table.h"

#include <string.h>

#include "message.h"

void table_close(struct table *table)
{
    header_free(&table->header);
    records_end(&table->records);
    source_close(&table->source);
}

bool table_open(struct table *table, const char *path, struct digest *digest)
{
    if (!source_open(&table->source, path))
        return false;
    table->source.digest = digest;
    records_begin(&table->records, &table->source);
    if (header_read(&table->header, &table->records))
        return true;
    table_close(table);
    return false;
}

void table_report_failure(const struct table *table)
{
    message_file(table->source.name, "cannot be read to its end: %s", strerror(table->source.failure));
}
