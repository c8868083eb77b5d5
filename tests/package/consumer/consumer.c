/* SPDX-License-Identifier: Apache-2.0 */
/* The smallest program that needs the headers, the library, and that both belong together. */
#include <littlegiant/littlegiant.h>
#include <littlegiant/arrow.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    lg_profile firm;
    lg_verdict verdict = LG_MET;
    const lg_ruleset *rules = lg_ruleset_at(0);
    const lg_status initialised = lg_profile_init(&firm, sizeof firm);
    const lg_status judged = lg_evaluate(rules, &firm, NULL, 0, NULL, &verdict);

    if (lg_version_number() != LG_VERSION_NUMBER || strcmp(lg_version(), LG_VERSION) != 0) {
        fprintf(stderr, "header %s, library %s\n", LG_VERSION, lg_version());
        return 1;
    }
    if (initialised != LG_OK || judged != LG_OK || verdict != LG_UNKNOWN) {
        fprintf(stderr, "an empty profile must be judged, and be unknown\n");
        return 1;
    }
    if (lg_arrow_evaluate(rules, NULL, NULL, NULL, NULL, NULL, NULL, 0) != LG_E_NULL) {
        fprintf(stderr, "Arrow without an array must be refused\n");
        return 1;
    }
    printf("liblittlegiant %s\n", lg_version());
    return 0;
}
