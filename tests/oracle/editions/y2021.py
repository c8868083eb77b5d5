# SPDX-License-Identifier: Apache-2.0
"""Little Giant, third batch: 工信厅企业函〔2021〕79号.

Exactly one class applies, by the revenue of the last year; the bounds are printed as 1亿元（含）, 5000万元（含）,
1亿元（不含）, 5000万元（不含）. For which year class 3 means the R&D expense is not said: the last.
"""

from law import (
    Edition,
    all_of,
    any_of,
    free_of,
    holds,
    if_then,
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

LITTLE_GIANT = Edition(
    "cn.little-giant.2021",
    all_of(
        "little-giant",
        all_of(
            "entry",
            row("mainland-entity", "P21-01", holds("mainland_legal_entity")),
            row("sme-size", "P21-01", is_sme()),
            row("business-years", "P21-01", years("business_age") >= 3),
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
            any_of(
                "growth",
                row("growth-main-revenue", "P21-11", mean_growth("main_revenue") >= percent(5)),
                row("growth-net-profit", "P21-11", mean_growth("net_profit") >= percent(5)),
            ),
            row("debt-ratio", "P21-12", share("total_liabilities_y1", in_="total_assets_y1") <= percent(70)),
        ),
        all_of(
            "specialisation",
            row("niche-years", "P21-13", years("segment_age") >= 3),
            row("main-share", "P21-14", share("main_revenue_y1", in_="revenue_y1") >= percent(70)),
            row("province-rank", "P21-15", value("province_rank") <= 3),
            row("reputation", "P21-15", holds("high_reputation")),
        ),
        all_of(
            "innovation",
            any_of(
                "patents",
                row("invention-patents", "P21-21", value("invention_patents") >= 2),
                row("other-rights", "P21-21", total("utility_design_patents", "software_copyrights") >= 5),
            ),
            row("rd-body", "P21-22", value("rd_body_level") >= 1),
            row("it-support", "P21-23", value("it_supported_businesses") >= 1),
        ),
        all_of(
            "management",
            row("own-brand", "P21-31", holds("own_brand")),
            any_of(
                "certification",
                row("management-certificate", "P21-31", holds("management_certified")),
                row("product-standard", "P21-31", holds("product_standard")),
                row("overseas-certificate", "P21-31", holds("overseas_certified")),
            ),
        ),
        any_of(
            "classification",
            if_then(
                "class-1",
                row("class-1-revenue", "P21-41", money("revenue_y1") >= wan(10000)),
                row("class-1-rd-ratio-y1", "P21-41", share("rd_expense_y1", in_="revenue_y1") >= percent(3)),
                row("class-1-rd-ratio-y2", "P21-41", share("rd_expense_y2", in_="revenue_y2") >= percent(3)),
            ),
            if_then(
                "class-2",
                row("class-2-revenue", "P21-42", money("revenue_y1").from_to(wan(5000), wan(10000))),
                row("class-2-rd-ratio-y1", "P21-42", share("rd_expense_y1", in_="revenue_y1") >= percent(6)),
                row("class-2-rd-ratio-y2", "P21-42", share("rd_expense_y2", in_="revenue_y2") >= percent(6)),
            ),
            if_then(
                "class-3",
                row("class-3-revenue", "P21-43", money("revenue_y1") < wan(5000)),
                row("class-3-equity", "P21-43", money("equity_financing_2y") >= wan(8000)),
                row("class-3-rd-expense", "P21-43", money("rd_expense_y1") >= wan(3000)),
                row("class-3-rd-staff", "P21-43", share("rd_staff", in_="employees") >= percent(50)),
                row("class-3-breakthrough", "P21-43", holds("key_breakthrough")),
            ),
        ),
        any_of(
            "field",
            row("industrial-base", "P21-51", holds("six_base_or_key_chain")),
            row("key-field", "P21-51", holds("key_field")),
            row("gap-filling", "P21-51", holds("gap_filling")),
        ),
        all_of(
            "exclusions",
            row("no-false-application", "P21-05", free_of("false_application")),
            row("no-major-accident", "P21-05", free_of("major_accident_3y")),
            row("no-tax-violation", "P21-05", free_of("tax_violation_3y")),
            row("no-dishonesty", "P21-05", free_of("dishonesty_list")),
            row("no-single-champion", "P21-06", free_of("single_champion")),
        ),
    ),
)
