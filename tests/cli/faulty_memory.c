/* SPDX-License-Identifier: Apache-2.0 */
/*
 * To be preloaded: the N-th allocation of a program fails, N being in LG_FAULT. Where LG_FAULT is 0 none fails, and the
 * number of them is the last line on standard error. What glibc and the libraries allocate counts as well.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

/* The allocator that stands behind the names below; by these names glibc lets itself be called. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

static atomic_long allocations;
static long fault;

__attribute__((constructor)) static void begin(void)
{
    const char *number = getenv("LG_FAULT");

    fault = number == NULL ? 0 : strtol(number, NULL, 10);
}

__attribute__((destructor)) static void end(void)
{
    if (fault == 0)
        fprintf(stderr, "%ld\n", atomic_load(&allocations));
}

static int fails(void)
{
    if (atomic_fetch_add(&allocations, 1) + 1 != fault)
        return 0;
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size) { return fails() ? NULL : __libc_malloc(size); }
void *calloc(size_t count, size_t size) { return fails() ? NULL : __libc_calloc(count, size); }
void *realloc(void *memory, size_t size) { return fails() ? NULL : __libc_realloc(memory, size); }
