/* SPDX-License-Identifier: Apache-2.0 */
/* A table of enterprises that is open, with its header line read. */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include <stdbool.h>

#include "header.h"
#include "records.h"
#include "source.h"

struct table {
    struct source source;
    struct records records;
    struct header header;
};

/* Opens a table and reads its header line; false after a message. It must stay where it is. digest takes note of
 * everything that is read; NULL: nobody wants to know. */
bool table_open(struct table *table, const char *path, struct digest *digest);
void table_close(struct table *table);

/* Tells that the file cannot be read to its end. */
void table_report_failure(const struct table *table);

#endif
