/* SPDX-License-Identifier: Apache-2.0 */
/* What --assume takes for facts that a table does not know. */
#ifndef CLI_ASSUME_H
#define CLI_ASSUME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <littlegiant/littlegiant.h>

/* Explicit values stand before those of groups, so that they win. */
struct assumptions {
    lg_default *defaults;
    uint32_t count;
};

/* Reads the arguments of all --assume options: FACT=VALUE or the name of a group. What is wrong
 * with them is told on standard error. */
bool assumptions_read(struct assumptions *assumptions, const char *const *arguments, size_t count);
void assumptions_free(struct assumptions *assumptions);

#endif
