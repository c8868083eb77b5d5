/* SPDX-License-Identifier: Apache-2.0 */
/* The public header in strict C++98, and its functions with C linkage. */
#include <littlegiant/littlegiant.h>

extern "C" {
typedef const char *(*text_function)(lg_verdict, lg_language);
typedef lg_status (*evaluate_function)(const lg_ruleset *, const lg_profile *, lg_finding *, uint32_t, uint32_t *,
                                       lg_verdict *);
}

text_function text = lg_verdict_text;
evaluate_function evaluate = lg_evaluate;
lg_profile profile;
lg_finding finding;
