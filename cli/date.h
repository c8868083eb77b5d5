/* SPDX-License-Identifier: Apache-2.0 */
/* Days as YYYYMMDD: read from an argument, written as YYYY-MM-DD. */
#ifndef CLI_DATE_H
#define CLI_DATE_H

#include <stdint.h>

#include "text.h"

/* The day written as YYYY-MM-DD or YYYYMMDD; 0 if it is none of the calendar. */
int32_t date_read(const char *string);

/* "2026-04-01"; as much of it as is known where month or day are 0; "" for 0. */
void date_add(struct text *text, int32_t date);

#endif
