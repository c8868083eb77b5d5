/* SPDX-License-Identifier: Apache-2.0 */
/* The public headers in strict C++98, and their functions with C linkage. */
#include <littlegiant/arrow.h>
#include <littlegiant/littlegiant.h>

extern "C" {
typedef const char *(*text_function)(lg_verdict, lg_language);
typedef lg_status (*evaluate_function)(const lg_ruleset *, const lg_profile *, lg_finding *, uint32_t, uint32_t *,
                                       lg_verdict *);
typedef lg_status (*stream_function)(const lg_ruleset *, struct ArrowArrayStream *, const lg_arrow_options *,
                                     struct ArrowArrayStream *, char *, uint64_t);
}

text_function text = lg_verdict_text;
evaluate_function evaluate = lg_evaluate;
stream_function evaluate_stream = lg_arrow_evaluate_stream;
lg_profile profile;
lg_finding finding;
