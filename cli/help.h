/* SPDX-License-Identifier: Apache-2.0 */
/* What --help prints. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

extern const char HELP_PROGRAM[];
extern const char HELP_RULES[];
extern const char HELP_FACTS[];
extern const char HELP_ASSESS[];
extern const char HELP_SCREEN[];
extern const char HELP_COMPARE[];
extern const char HELP_ECHELON[];
extern const char HELP_AWARDS[];
extern const char HELP_BATCHES[];
extern const char HELP_VERIFY[];

#endif
