/* SPDX-License-Identifier: Apache-2.0 */
/* Cross-checks: facts that do not fit together are reported, never repaired. */
#include "internal.h"

/* Each row: `lesser` must not exceed `greater` when both are known. Rows are never renumbered. */
static const struct {
    uint32_t code;
    lg_severity severity;
    uint32_t lesser, greater;
    const char *text;
} CHECKS[] = {
    {1, LG_SEVERITY_CONTRADICTION, LG_FACT_RD_STAFF, LG_FACT_EMPLOYEES,
     "R&D staff exceed employees, of whom they are a part."},
    {2, LG_SEVERITY_CONTRADICTION, LG_FACT_MAIN_REVENUE_Y1, LG_FACT_REVENUE_Y1,
     "Main-business revenue exceeds operating revenue, of which it is a part (last full year)."},
    {3, LG_SEVERITY_CONTRADICTION, LG_FACT_MAIN_REVENUE_Y2, LG_FACT_REVENUE_Y2,
     "Main-business revenue exceeds operating revenue, of which it is a part (year before last)."},
    {4, LG_SEVERITY_CONTRADICTION, LG_FACT_MAIN_REVENUE_Y3, LG_FACT_REVENUE_Y3,
     "Main-business revenue exceeds operating revenue, of which it is a part (two years before last)."},
    {5, LG_SEVERITY_CONTRADICTION, LG_FACT_IP_CLASS1_OWN, LG_FACT_IP_CLASS1,
     "Self-developed class-I rights exceed all class-I rights."},
    {6, LG_SEVERITY_CONTRADICTION, LG_FACT_IP_CLASS1_HIGH_VALUE, LG_FACT_IP_CLASS1,
     "Class-I rights of high value exceed all class-I rights."},
    {7, LG_SEVERITY_CONTRADICTION, LG_FACT_EQUITY_FINANCING_2Y, LG_FACT_EQUITY_FINANCING_3Y,
     "Equity paid in over 2 years exceeds that over 3 years."},
    {8, LG_SEVERITY_CONTRADICTION, LG_FACT_PROVINCE_RANK, LG_FACT_NATIONAL_RANK,
     "Rank in the province is worse than in the whole country."},
    {9, LG_SEVERITY_CONTRADICTION, LG_FACT_MAKER_TOP50_3Y, LG_FACT_MAKER_TOP500_3Y,
     "In the contest's top 50, but not in its top 500."},
    {10, LG_SEVERITY_UNUSUAL, LG_FACT_TOTAL_LIABILITIES_Y1, LG_FACT_TOTAL_ASSETS_Y1,
     "Liabilities exceed assets: equity is negative."},
    {11, LG_SEVERITY_UNUSUAL, LG_FACT_RD_EXPENSE_Y1, LG_FACT_REVENUE_Y1,
     "R&D expense exceeds operating revenue (last full year)."},
    {12, LG_SEVERITY_UNUSUAL, LG_FACT_RD_EXPENSE_Y2, LG_FACT_REVENUE_Y2,
     "R&D expense exceeds operating revenue (year before last)."},
    {13, LG_SEVERITY_UNUSUAL, LG_FACT_SEGMENT_AGE, LG_FACT_BUSINESS_AGE,
     "Longer in the niche market than in business."},
    {14, LG_SEVERITY_UNUSUAL, LG_FACT_NET_PROFIT_Y1, LG_FACT_REVENUE_Y1,
     "Net profit exceeds operating revenue (last full year)."},
    {15, LG_SEVERITY_UNUSUAL, LG_FACT_NET_PROFIT_Y2, LG_FACT_REVENUE_Y2,
     "Net profit exceeds operating revenue (year before last)."},
    {16, LG_SEVERITY_UNUSUAL, LG_FACT_NET_PROFIT_Y3, LG_FACT_REVENUE_Y3,
     "Net profit exceeds operating revenue (two years before last)."},
};

static const char OUT_OF_RANGE[] = "The value lies outside the range of the fact.";

typedef struct issue_list {
    lg_issue *issues;
    uint32_t capacity, count;
} issue_list;

static void add(issue_list *list, lg_severity severity, uint32_t fact, uint32_t other, uint32_t code, const char *text)
{
    if (list->count < list->capacity) {
        lg_issue *issue = &list->issues[list->count];
        issue->severity = severity;
        issue->fact = fact;
        issue->other = other;
        issue->code = code;
        issue->text = text;
    }
    list->count++;
}

static void check_ranges(const lg__view *view, issue_list *list)
{
    for (uint32_t fact = 0; fact < view->fact_limit; fact++) {
        if (lg__fact_known(view, fact) && !lg__in_range(&lg__facts[fact], *lg__fact_slot(view->profile, fact)))
            add(list, LG_SEVERITY_IMPOSSIBLE, fact, LG_FACT_NONE, 0, OUT_OF_RANGE);
    }
}

static void check_pairs(const lg__view *view, issue_list *list)
{
    for (size_t i = 0; i < sizeof CHECKS / sizeof CHECKS[0]; i++) {
        uint32_t lesser = CHECKS[i].lesser, greater = CHECKS[i].greater;
        if (lg__fact_known(view, lesser) && lg__fact_known(view, greater) &&
            *lg__fact_slot(view->profile, lesser) > *lg__fact_slot(view->profile, greater))
            add(list, CHECKS[i].severity, lesser, greater, CHECKS[i].code, CHECKS[i].text);
    }
}

lg_status lg_profile_check(const lg_profile *profile, lg_issue *issues, uint32_t capacity, uint32_t *count)
{
    lg__view view;
    issue_list list = {issues, issues ? capacity : 0, 0};
    if (count)
        *count = 0;
    if (!count || (!issues && capacity > 0))
        return LG_E_NULL;
    lg_status status = lg__view_open(profile, &view);
    if (status != LG_OK)
        return status;
    if (lg__view_check_ranges(&view) != LG_OK)
        check_ranges(&view, &list);
    check_pairs(&view, &list);
    *count = list.count;
    return lg__list_status(issues, list.count, capacity);
}
