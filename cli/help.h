/* SPDX-License-Identifier: Apache-2.0 */
/* What --help prints. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

extern const char HELP_PROGRAM[];
extern const char HELP_RULES[];
extern const char HELP_FACTS[];
extern const char HELP_ASSESS[];
extern const char HELP_SCREEN[];

#endif
