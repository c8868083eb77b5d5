/* SPDX-License-Identifier: Apache-2.0 */
/* Results as bytes that do not depend on the machine: every number in little-endian order, two's complement, of the
 * width that its member has; texts with their length before them. They go to standard output. */
#ifndef BYTES_H
#define BYTES_H

#include <littlegiant/littlegiant.h>

void bytes_8(uint32_t number);
void bytes_32(uint32_t number);
void bytes_64(uint64_t number);
void bytes_text(const char *text, uint64_t length);
void bytes_finding(const lg_finding *finding);

/* Writes what is still held back. 0: something could not be written. */
int bytes_finish(void);

/* How many bytes there were. */
uint64_t bytes_count(void);

#endif
