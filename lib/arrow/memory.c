/* SPDX-License-Identifier: Apache-2.0 */
/* The one place of the library that allocates. Tests put a file of their own in its place. */
#include <stdlib.h>

#include "batch.h"

void *lg__allocate(uint64_t size)
{
#if SIZE_MAX < UINT64_MAX
    if (size > SIZE_MAX)
        return NULL;
#endif
    return malloc((size_t)size);
}

void lg__free(void *memory) { free(memory); }
