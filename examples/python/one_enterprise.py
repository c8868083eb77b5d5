#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""One enterprise: the verdict, the shortest way to the title, what is still missing, and where it stands."""

import datetime

from littlegiant import Profile, assess, echelon, percent, select, wan, years

firm = Profile(
    mainland_legal_entity=True,
    srdi_title=True,
    size_sector="industry",
    employees=120,
    revenue_y1=wan(13800),
    revenue_y2=wan(12000),
    rd_expense_y1=wan("552"),
    rd_expense_y2=wan(400),
    segment_age=years(5),
    market_share=percent("12.5"),
    own_brand=True,
    it_supported_businesses=0,
)
today = datetime.date(2025, 6, 1)
result = assess(firm, select("little-giant", "new", today), assume=["judgement", "clean_record"])

print(f"{result.rules}: {result.verdict.text()}")
for step in result.route:
    finding = step.finding
    print(f"  {finding.title()}: {finding.measured() or 'not shown'}, required {finding.criterion.requirement()}")
    if step.lever is not None and step.change is not None:
        print(f"    {step.lever.title()}: {step.change} more, all else unchanged")
print("Still missing:", ", ".join(missing.fact.title() for missing in result.missing) or "nothing that matters")
print("Assumed:", len(result.assumed), "facts that the verdict rests on")
print(echelon(firm, today))
