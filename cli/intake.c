/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the cells of a record, and reports those that cannot be read. */
#include "intake.h"

#include <string.h>

#include "encoding.h"
#include "faults.h"
#include "warnings.h"

void intake_begin(struct intake *intake, const struct header *header)
{
    intake->header = header;
    parser_begin(&intake->parser);
}

void intake_end(struct intake *intake) { parser_end(&intake->parser); }

struct span intake_label(const struct intake *intake, size_t i)
{
    return parser_cell(&intake->parser, intake->header->label_columns[i]);
}

/* --------------------------------------------------------------- records that are no rows */

static void take_faulty(struct intake *intake, const struct record *record, struct remarks *remarks)
{
    text_clear(&remarks->sentence);
    text_add_string(&remarks->sentence, record->fault);
    remarks_add_error(remarks, record->fault_line);
    parser_read_rest(&intake->parser, record->bytes);
}

static void report_quotes(const struct intake *intake, const struct record *record, struct remarks *remarks)
{
    fault_of_quotes(&remarks->sentence, intake->header, intake->parser.count);
    remarks_add_error(remarks, record->line);
}

static void report_encoding(const struct intake *intake, const struct record *record, const char *fault,
                            struct remarks *remarks)
{
    size_t column = fault_of_encoding(&remarks->sentence, intake->header, &intake->parser, fault);

    remarks_add_error(remarks, record->line + parser_lines_before(&intake->parser, column));
}

static void report_count(const struct intake *intake, const struct record *record, struct remarks *remarks)
{
    fault_of_count(&remarks->sentence, intake->header, &intake->parser);
    remarks_add_error(remarks, record->line);
}

/* ------------------------------------------------------------------------------- facts */

static void report_cell(const struct intake *intake, const struct record *record, size_t column, lg_status status,
                        struct remarks *remarks)
{
    fault_of_cell(&remarks->sentence, intake->header, column, status, parser_cell(&intake->parser, column));
    remarks_add_error(remarks, record->line + parser_lines_before(&intake->parser, column));
}

static void read_facts(const struct intake *intake, const struct record *record, lg_profile *profile,
                       struct remarks *remarks)
{
    const struct column *columns = intake->header->columns;
    size_t i;

    lg_profile_init(profile, lg_profile_size());
    for (i = 0; i < intake->header->count; i++) {
        struct span cell = parser_cell(&intake->parser, i);
        lg_status status;

        if (columns[i].fact == LG_FACT_NONE || cell.length == 0)
            continue;
        status = lg_profile_set_text(profile, columns[i].fact, columns[i].unit, cell.bytes, cell.length);
        if (status != LG_OK)
            report_cell(intake, record, i, status, remarks);
    }
}

void intake_take(struct intake *intake, const struct record *record, lg_profile *profile, struct remarks *remarks)
{
    const char *fault;

    if (record->fault != NULL)
        take_faulty(intake, record, remarks);
    else if (!parser_read(&intake->parser, record->bytes))
        report_quotes(intake, record, remarks);
    else if ((fault = encoding_fault(record->bytes)) != NULL)
        report_encoding(intake, record, fault, remarks);
    else if (intake->parser.count != intake->header->count)
        report_count(intake, record, remarks);
    else
        read_facts(intake, record, profile, remarks);
    if (!remarks->in_error)
        warn_of_record(remarks, record, intake->header, &intake->parser);
}
