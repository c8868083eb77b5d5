/* SPDX-License-Identifier: Apache-2.0 */
/* Inputs of fuzz_csv.c: options, then a file; and how they are changed without losing their shape. */
#ifndef FUZZ_CSV_H
#define FUZZ_CSV_H

#include <stddef.h>
#include <stdint.h>

#define OPTION_BYTES 4

/* Changes a cell, a row, a column or the encoding of the file in place; gives its new size, at most `most`. */
size_t csv_mutate(uint8_t *bytes, size_t size, size_t most, uint32_t seed);

#endif
