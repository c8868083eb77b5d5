/* SPDX-License-Identifier: Apache-2.0 */
/* csv_mutate() as a custom mutator of AFL++: AFL_CUSTOM_MUTATOR_LIBRARY. AFL++ makes its own changes besides. */
#include "csv.h"

#include <stdlib.h>
#include <string.h>

struct mutator {
    uint32_t seed;
    uint8_t *bytes;
    size_t room;
};

#define EXPORTED __attribute__((visibility("default")))
EXPORTED void *afl_custom_init(void *afl, unsigned seed);
EXPORTED size_t afl_custom_fuzz(void *data, uint8_t *bytes, size_t size, uint8_t **out, uint8_t *other,
                                size_t other_size, size_t most);
EXPORTED void afl_custom_deinit(void *data);

void *afl_custom_init(void *afl, unsigned seed)
{
    struct mutator *mutator = calloc(1, sizeof *mutator);
    (void)afl;
    if (mutator)
        mutator->seed = seed;
    return mutator;
}

size_t afl_custom_fuzz(void *data, uint8_t *bytes, size_t size, uint8_t **out, uint8_t *other, size_t other_size,
                       size_t most)
{
    struct mutator *mutator = data;
    (void)other;
    (void)other_size;
    if (mutator->room < most) {
        free(mutator->bytes);
        mutator->bytes = malloc(most);
        mutator->room = mutator->bytes ? most : 0;
    }
    *out = mutator->bytes;
    if (mutator->room < most || size > most)
        return 0;
    memcpy(mutator->bytes, bytes, size);
    return csv_mutate(mutator->bytes, size, most, mutator->seed++ * 2);
}

void afl_custom_deinit(void *data)
{
    struct mutator *mutator = data;
    free(mutator->bytes);
    free(mutator);
}
