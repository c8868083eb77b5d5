/* SPDX-License-Identifier: Apache-2.0 */
/* The commands. Each returns the program's exit status. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "digest.h"
#include "options.h"

int command_rules(const struct options *options);
int command_facts(const struct options *options);
int command_assess(const struct options *options);
int command_screen(const struct options *options);
int command_compare(const struct options *options);
int command_echelon(const struct options *options);
int command_awards(const struct options *options);
int command_batches(const struct options *options);
int command_verify(const struct options *options);

/* What `screen` would write, as a digest; false after a message if the table cannot be judged. */
bool screen_again(const struct options *options, const lg_ruleset *rules, struct digest *digest);

#endif
