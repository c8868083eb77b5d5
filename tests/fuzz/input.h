/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the fuzzing harnesses share: decisions drawn from the bytes of an input, memory whose ends are watched, and
 * what they demand. Each harness is one LLVMFuzzerTestOneInput(), for libFuzzer, AFL++ and replay.c alike; a demand
 * that is not kept ends the process, which is how all three notice.
 */
#ifndef FUZZ_INPUT_H
#define FUZZ_INPUT_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Ends the process unless the condition holds. */
#define REQUIRE(condition) ((condition) ? (void)0 : fuzz_fail(__FILE__, __LINE__, #condition))
void fuzz_fail(const char *file, int line, const char *condition);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Bytes that have not been used up. When there are none left, every decision is 0. */
typedef struct input {
    const uint8_t *at;
    size_t left;
} input;

uint8_t take_byte(input *in);
uint32_t take_u32(input *in);
uint64_t take_u64(input *in);

/* From 0 to below n; n is not 0. Takes one byte for n up to 256. */
uint32_t take_below(input *in, uint32_t n);

/* Once in n. */
int take_chance(input *in, uint32_t n);

/* Any number, small ones, those at the ends of integer types and powers of two more often than others. */
int64_t take_number(input *in);

/* An argument that should be one of 0 to below n: mostly is. */
uint32_t take_index(input *in, uint32_t n);

/* A text of the input's: its length from one byte. Ends in NUL behind `length`; may hold other ones. To be freed. */
char *take_text(input *in, size_t *length);

/* One element of a list, or now and then a text; in either case to be freed. */
char *take_word(input *in, const char *(*word_at)(uint32_t i), uint32_t count);

/* Memory of exactly this size, filled with ROOM_FILL: the sanitizer watches both ends. To be freed. */
#define ROOM_FILL 0xA5
void *room_get(size_t size);
int room_untouched(const void *memory, size_t size);

/* Whether a text is UTF-8; and UTF-8 without control characters but line ends. */
int is_utf8(const char *text, size_t length);
int is_clean_text(const char *text, size_t length);

#endif
