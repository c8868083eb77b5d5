# SPDX-License-Identifier: Apache-2.0
"""Little Giant, second batch: 工信厅企业函〔2020〕159号, whose text was not found, in three readings.

REPORTED is what a press report of 13 November 2020 says, word for word: revenue of more than 100 million yuan.
FULL takes every condition as mandatory, in the four parts of the editions before and after it, and 100 million and
above. Whether the R&D ratio is meant of each year or of both together is not said: of each.
OPTIONAL takes six of ten as enough, as one agency prints them; its patents leave out software copyrights.
"""

from law import (
    Edition,
    all_of,
    any_of,
    at_least,
    free_of,
    holds,
    is_sme,
    mean_growth,
    money,
    percent,
    row,
    share,
    total,
    value,
    wan,
    years,
)

REPORTED = Edition(
    "cn.little-giant.2020-reported",
    all_of(
        "reported-requirements",
        row("srdi-title", "SEED-1", holds("srdi_title")),
        row("revenue", "SEED-2", money("revenue_y1") > wan(10000)),
        row("province-rank", "SEED-3", value("province_rank") <= 3),
        row("it-support", "SEED-4", value("it_supported_businesses") >= 1),
    ),
)

FULL = Edition(
    "cn.little-giant.2020",
    all_of(
        "little-giant",
        all_of(
            "entry",
            row("mainland-entity", "P20-01", holds("mainland_legal_entity")),
            row("sme-size", "P20-01", is_sme()),
            row("business-years", "P20-01", years("business_age") >= 3),
            any_of(
                "specialised",
                row("srdi-title", "P21-02", holds("srdi_title")),
                row("srdi-candidate", "P21-02", holds("srdi_candidate")),
                row("strong-innovator", "P21-02", holds("strong_innovator")),
            ),
            row("specialised-strategy", "P21-03", holds("specialised_strategy")),
            row("governance", "P21-04", holds("sound_governance")),
        ),
        all_of(
            "economy",
            row("revenue", "SEED-2", money("revenue_y1") >= wan(10000)),
            any_of(
                "growth",
                row("growth-main-revenue", "P20-11", mean_growth("main_revenue") >= percent(10)),
                row("growth-net-profit", "P20-11", mean_growth("net_profit") >= percent(10)),
            ),
            row("debt-ratio", "P20-12", share("total_liabilities_y1", in_="total_assets_y1") <= percent(70)),
        ),
        all_of(
            "specialisation",
            row("niche-years", "P20-03", years("segment_age") >= 3),
            row("main-share", "P20-04", share("main_revenue_y1", in_="revenue_y1") >= percent(70)),
            row("province-rank", "SEED-3", value("province_rank") <= 3),
            row("reputation", "P21-15", holds("high_reputation")),
        ),
        all_of(
            "innovation",
            all_of(
                "rd-ratio",
                row("rd-ratio-y1", "P20-14", share("rd_expense_y1", in_="revenue_y1") >= percent(3)),
                row("rd-ratio-y2", "P20-14", share("rd_expense_y2", in_="revenue_y2") >= percent(3)),
            ),
            row("rd-staff", "P20-15", share("rd_staff", in_="employees") >= percent(15)),
            any_of(
                "patents",
                row("invention-patents", "P20-13", value("invention_patents") >= 2),
                row("other-rights", "P20-13", total("utility_design_patents", "software_copyrights") >= 5),
            ),
            row("rd-body", "P21-22", value("rd_body_level") >= 1),
            row("it-support", "SEED-4", value("it_supported_businesses") >= 1),
        ),
        all_of(
            "management",
            row("own-brand", "P20-19", holds("own_brand")),
            any_of(
                "certification",
                row("management-certificate", "P20-17", holds("management_certified")),
                row("product-standard", "P20-18", holds("product_standard")),
                row("overseas-certificate", "P20-18", holds("overseas_certified")),
            ),
        ),
        any_of(
            "field",
            row("industrial-base", "P20-05", holds("six_base_or_key_chain")),
            row("key-field", "P20-05", holds("key_field")),
            row("gap-filling", "P20-05", holds("gap_filling")),
        ),
        all_of(
            "exclusions",
            row("no-single-champion", "P20-02", free_of("single_champion")),
            row("no-false-application", "P20-06", free_of("false_application")),
            row("no-major-accident", "P20-06", free_of("major_accident_3y")),
            row("no-tax-violation", "P20-06", free_of("tax_violation_3y")),
        ),
    ),
)

OPTIONAL = Edition(
    "cn.little-giant.2020-optional",
    all_of(
        "little-giant",
        all_of(
            "entry",
            row("mainland-entity", "P20-01", holds("mainland_legal_entity")),
            row("sme-size", "P20-01", is_sme()),
            row("business-years", "P20-01", years("business_age") >= 3),
        ),
        all_of(
            "mandatory",
            row("revenue", "SEED-2", money("revenue_y1") >= wan(10000)),
            row("niche-years", "P20-03", years("segment_age") >= 3),
            row("main-share", "P20-04", share("main_revenue_y1", in_="revenue_y1") >= percent(70)),
            row("province-rank", "SEED-3", value("province_rank") <= 3),
            any_of(
                "field",
                row("industrial-base", "P20-05", holds("six_base_or_key_chain")),
                row("key-field", "P20-05", holds("key_field")),
                row("gap-filling", "P20-05", holds("gap_filling")),
            ),
        ),
        at_least(
            "optional",
            6,
            any_of(
                "growth",
                row("growth-main-revenue", "P20-11", mean_growth("main_revenue") >= percent(10)),
                row("growth-net-profit", "P20-11", mean_growth("net_profit") >= percent(10)),
            ),
            row("debt-ratio", "P20-12", share("total_liabilities_y1", in_="total_assets_y1") <= percent(70)),
            any_of(
                "patents",
                row("invention-patents", "P20-13", value("invention_patents") >= 2),
                row("utility-design-patents", "P20-13", value("utility_design_patents") >= 5),
            ),
            all_of(
                "rd-ratio",
                row("rd-ratio-y1", "P20-14", share("rd_expense_y1", in_="revenue_y1") >= percent(3)),
                row("rd-ratio-y2", "P20-14", share("rd_expense_y2", in_="revenue_y2") >= percent(3)),
            ),
            row("rd-staff", "P20-15", share("rd_staff", in_="employees") >= percent(15)),
            row("special-title", "P20-16", holds("special_title")),
            row("management-certificate", "P20-17", holds("management_certified")),
            any_of(
                "product-quality",
                row("product-standard", "P20-18", holds("product_standard")),
                row("overseas-certificate", "P20-18", holds("overseas_certified")),
            ),
            row("own-brand", "P20-19", holds("own_brand")),
            row("it-support", "P20-20", value("it_supported_businesses") >= 1),
        ),
        all_of(
            "exclusions",
            row("no-single-champion", "P20-02", free_of("single_champion")),
            row("no-false-application", "P20-06", free_of("false_application")),
            row("no-major-accident", "P20-06", free_of("major_accident_3y")),
            row("no-tax-violation", "P20-06", free_of("tax_violation_3y")),
        ),
    ),
)
