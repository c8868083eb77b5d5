/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One criterion of one rule set: what was measured, what is required, and the distance between
 * the two. Only the facts that this criterion reads need to be known.
 */
#include <littlegiant/littlegiant.h>
#include <stdio.h>

/* A measured number is an exact fraction of 128-bit integers. Here it is an amount in fen, so it
 * is whole and small; anything else is refused rather than rounded. */
static int whole_number(const lg_fraction *fraction, int64_t *value)
{
    const int64_t sign = fraction->numerator.low >> 63 ? -1 : 0;

    if (fraction->denominator.high != 0 || fraction->denominator.low != 1)
        return 0;
    if (fraction->numerator.high != sign)
        return 0;
    *value = (int64_t)fraction->numerator.low;
    return 1;
}

static lg_status print_amount(const char *what, uint32_t fact, const lg_fraction *fraction)
{
    int64_t value = 0;
    char text[64];
    lg_status status;

    if (!whole_number(fraction, &value))
        return LG_E_INEXACT;
    status = lg_fact_format(fact, value, LG_ENGLISH, text, sizeof text, NULL);
    if (status == LG_OK)
        printf("%-9s %s\n", what, text);
    return status;
}

static lg_status judge_revenue(int64_t revenue_fen)
{
    const lg_ruleset *rules = lg_ruleset_find("cn.little-giant.2020-reported");
    const uint32_t criterion = lg_criterion_find(rules, "revenue");
    lg_profile firm;
    lg_finding finding;
    lg_status status = lg_profile_init(&firm, sizeof firm);

    if (status == LG_OK)
        status = lg_profile_set(&firm, LG_FACT_REVENUE_Y1, revenue_fen);
    if (status == LG_OK)
        status = lg_evaluate_criterion(rules, criterion, &firm, &finding);
    if (status != LG_OK)
        return status;
    printf("%-9s %s\n", "verdict", lg_verdict_text(finding.verdict, LG_ENGLISH));
    status = print_amount("measured", LG_FACT_REVENUE_Y1, &finding.observed);
    if (status == LG_OK)
        status = print_amount("required", LG_FACT_REVENUE_Y1, &finding.required);
    if (status == LG_OK)
        status = print_amount("margin", LG_FACT_REVENUE_Y1, &finding.margin);
    return status;
}

int main(void)
{
    /* The press reported "more than 100 million yuan": the round number itself does not do. */
    const int64_t amounts[] = {10000000000, 10000000001};
    size_t i;

    for (i = 0; i < sizeof amounts / sizeof amounts[0]; i++) {
        const lg_status status = judge_revenue(amounts[i]);
        if (status != LG_OK) {
            fprintf(stderr, "one_criterion: %s\n", lg_status_text(status));
            return 1;
        }
        putchar('\n');
    }
    return 0;
}
