/* SPDX-License-Identifier: Apache-2.0 */
/* One enterprise, one rule set: the verdict, and in words how it came about. */
#include <littlegiant/littlegiant.h>
#include <stdio.h>

int main(void)
{
    const lg_ruleset *rules = lg_ruleset_find("cn.little-giant.2020-reported");
    lg_profile firm;
    lg_verdict verdict = LG_UNKNOWN;
    char text[16384];

    /* A fact that is not set stays unknown: here nothing is said about the firm's title. */
    lg_status status = lg_profile_init(&firm, sizeof firm);
    if (status == LG_OK)
        status = lg_profile_set(&firm, LG_FACT_REVENUE_Y1, 13800000000); /* in fen */
    if (status == LG_OK)
        status = lg_profile_set(&firm, LG_FACT_PROVINCE_RANK, 2);
    if (status == LG_OK)
        status = lg_profile_set(&firm, LG_FACT_IT_SUPPORTED_BUSINESSES, 1);
    if (status == LG_OK)
        status = lg_evaluate(rules, &firm, NULL, 0, NULL, &verdict);
    if (status == LG_OK)
        status = lg_explain(rules, &firm, LG_ENGLISH, text, sizeof text, NULL);
    if (status != LG_OK) {
        fprintf(stderr, "one_enterprise: %s\n", lg_status_text(status));
        return 1;
    }
    printf("verdict: %s\n\n%s\n", lg_verdict_name(verdict), text);
    return 0;
}
