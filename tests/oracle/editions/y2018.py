# SPDX-License-Identifier: Apache-2.0
"""Little Giant, first batch: 工信厅企业函〔2018〕381号, the pilot.

P18-04 is reported as "over 10 %", taken as 10 % and above. P18-10's second leg is utility models and designs together.
P18-14 also names a satisfaction or traceability system, for which there is no fact.
"""

from law import (
    Edition,
    all_of,
    any_of,
    free_of,
    holds,
    is_sme,
    mean_growth,
    money,
    percent,
    row,
    share,
    value,
    wan,
    years,
)

LITTLE_GIANT = Edition(
    "cn.little-giant.2018",
    all_of(
        "little-giant",
        all_of(
            "entry",
            row("mainland-entity", "P18-01", holds("mainland_legal_entity")),
            row("sme-size", "P18-01", is_sme()),
            row("business-years", "P18-01", years("business_age") >= 3),
            any_of(
                "specialised",
                row("srdi-title", "P18-02", holds("srdi_title")),
                row("strong-innovator", "P18-02", holds("strong_innovator")),
            ),
        ),
        all_of(
            "economy",
            row("revenue", "P18-03", money("revenue_y1").within(wan(10000), wan(40000))),
            any_of(
                "growth",
                row("growth-main-revenue", "P18-04", mean_growth("main_revenue") >= percent(10)),
                row("growth-net-profit", "P18-04", mean_growth("net_profit") >= percent(10)),
            ),
            row("debt-ratio", "P18-05", share("total_liabilities_y1", in_="total_assets_y1") <= percent(70)),
        ),
        all_of(
            "specialisation",
            row("niche-years", "P18-06", years("segment_age") >= 3),
            row("main-share", "P18-07", share("main_revenue_y1", in_="revenue_y1") >= percent(70)),
            any_of(
                "market-position",
                row("national-top", "P18-08", holds("nationally_leading_share")),
                row("province-rank", "P18-08", value("province_rank") <= 3),
            ),
        ),
        all_of(
            "innovation",
            row("rd-staff", "P18-09", share("rd_staff", in_="employees") >= percent(15)),
            any_of(
                "patents",
                row("invention-patents", "P18-10", value("invention_patents") >= 5),
                row("utility-design-patents", "P18-10", value("utility_design_patents") >= 15),
            ),
            row("standards", "P18-11", value("standards_led") >= 1),
            row("rd-ratio-leading", "P18-12", holds("rd_ratio_leading")),
            row("rd-body", "P18-13", value("rd_body_level") >= 1),
        ),
        all_of(
            "management",
            row("management-certificate", "P18-14", holds("management_certified")),
            row("advanced-management", "P18-14", holds("advanced_management")),
            row("own-brand", "P18-14", holds("own_brand")),
            any_of(
                "product-quality",
                row("product-standard", "P18-14", holds("product_standard")),
                row("overseas-certificate", "P18-14", holds("overseas_certified")),
            ),
        ),
        all_of(
            "exclusions",
            row("no-false-application", "P18-15", free_of("false_application")),
            row("no-major-accident", "P18-15", free_of("major_accident_3y")),
            row("no-tax-violation", "P18-15", free_of("tax_violation_3y")),
        ),
    ),
)
