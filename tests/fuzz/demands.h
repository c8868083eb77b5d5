/* SPDX-License-Identifier: Apache-2.0 */
/* What the header promises of every function that writes a text or a list. */
#ifndef FUZZ_DEMANDS_H
#define FUZZ_DEMANDS_H

#include "input.h"

#include <littlegiant/littlegiant.h>

/* A function of the library that writes a text, with its other arguments in `call`. */
typedef lg_status (*text_function)(const void *call, char *text, uint64_t capacity, uint64_t *needed);

/* Asks for the size alone, for the whole, for less, and without a buffer: the same text and status each time. To be
 * freed; "" on failure. */
char *demand_text(input *in, text_function function, const void *call, lg_status *status);

/* A function of the library that writes a list of elements of one size. */
typedef lg_status (*list_function)(const void *call, void *list, uint32_t capacity, uint32_t *count);

/* Likewise for a list; to be freed. */
void *demand_list(input *in, list_function function, const void *call, size_t element, uint32_t *count,
                  lg_status *status);

#endif
