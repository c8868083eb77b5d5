# SPDX-License-Identifier: Apache-2.0
"""The measures of 2026, 工信部企业〔2026〕2号, in force from 1 April 2026: specialised SME (annex 1), Little Giant (annex 2).

Class-I rights are those of the enterprise's own; transferred ones do not count at all (D26-7). Either title of the
first level is taken as enough (S26-11). Among the first 3 units of an award means a rank from 1 to 3; 0 is no award.
"""

from law import (
    Edition,
    all_of,
    any_of,
    compound_growth,
    free_of,
    holds,
    money,
    part,
    percent,
    row,
    score,
    share,
    total_money,
    value,
    wan,
    years,
)

SPECIALISED_SME = Edition(
    "cn.srdi-sme.2026",
    all_of(
        "specialised-sme",
        all_of(
            "specialisation",
            any_of(
                "first-level-title",
                row("innovative-sme-title", "S26-11", holds("innovative_sme_title")),
                row("tech-sme-title", "S26-11", holds("tech_sme_title")),
            ),
            row("niche-years", "S26-12", years("segment_age") >= 3),
        ),
        all_of(
            "business",
            any_of(
                "revenue-or-equity",
                row("revenue", "S26-21", money("revenue_y1") >= wan(1500)),
                row("equity", "S26-21", money("equity_financing_2y") >= wan(2000)),
            ),
            row("main-share", "S26-22", share("main_revenue_y1", in_="revenue_y1") >= percent(80)),
            row("debt-ratio", "S26-23", share("total_liabilities_y1", in_="total_assets_y1") <= percent(80)),
        ),
        all_of(
            "research",
            row("rd-expense-y1", "S26-31", money("rd_expense_y1") >= wan(100)),
            row("rd-expense-y2", "S26-31", money("rd_expense_y2") >= wan(100)),
            all_of(
                "rd-ratio",
                row("rd-ratio-y1", "S26-32", share("rd_expense_y1", in_="revenue_y1") >= percent(3)),
                row("rd-ratio-y2", "S26-32", share("rd_expense_y2", in_="revenue_y2") >= percent(3)),
            ),
        ),
        any_of(
            "intellectual-property",
            row("class-1-ip", "S26-41", value("ip_class1_own") >= 1),
            any_of(
                "award-exemption",
                row("province-award", "S26-42", value("province_award_rank").within(1, 3)),
                row("national-award", "S26-42", value("national_award_rank").within(1, 3)),
            ),
            row("rd-body-exemption", "S26-42", value("rd_body_level") >= 3),
        ),
        all_of("market", row("reputation", "S26-51", holds("high_reputation"))),
        all_of("evaluation", row("platform-score", "S26-61", score("platform_score_y1") >= 50)),
        all_of("exclusions", row("no-major-accident", "D26-2", free_of("major_accident_3y"))),
    ),
)

LITTLE_GIANT = Edition(
    "cn.little-giant.2026",
    all_of(
        "little-giant",
        all_of(
            "specialisation",
            row("srdi-title", "L26-11", holds("srdi_title")),
            row("niche-years", "L26-12", years("segment_age") >= 3),
        ),
        all_of(
            "business",
            row("revenue", "L26-21", money("revenue_y1") >= wan(5000)),
            row("main-share", "L26-22", share("main_revenue_y1", in_="revenue_y1") >= percent(90)),
            row("growth", "L26-23", compound_growth("revenue") >= percent(5)),
            row("debt-ratio", "L26-24", share("total_liabilities_y1", in_="total_assets_y1") <= percent(75)),
        ),
        all_of(
            "research",
            row("rd-expense", "L26-31", total_money("rd_expense_y1", "rd_expense_y2") >= wan(1200)),
            all_of(
                "rd-ratio",
                row("rd-ratio-y1", "L26-32", share("rd_expense_y1", in_="revenue_y1") >= percent(3)),
                row("rd-ratio-y2", "L26-32", share("rd_expense_y2", in_="revenue_y2") >= percent(3)),
            ),
        ),
        any_of(
            "intellectual-property",
            row("class-1-ip", "L26-41", value("ip_class1_own") >= 4),
            row("national-award", "L26-42", value("national_award_rank").within(1, 3)),
        ),
        all_of(
            "market",
            any_of(
                "market-position",
                row("market-share", "L26-51", part("market_share") >= percent(10)),
                row("national-rank", "L26-51", value("national_rank") <= 3),
            ),
            row("reputation", "L26-51", holds("high_reputation")),
        ),
        all_of(
            "field",
            any_of(
                "product",
                row("industrial-base", "L26-61", holds("six_base_or_key_chain")),
                row("key-field", "L26-61", holds("key_field")),
            ),
            row("key-link", "L26-61", holds("key_chain_link")),
        ),
        all_of("evaluation", row("platform-score", "L26-71", score("platform_score_y1") >= 60)),
        all_of(
            "exclusions",
            row("no-major-accident", "D26-2", free_of("major_accident_3y")),
            row("no-tax-violation", "N26-3", free_of("tax_violation_3y")),
            row("no-control-tie", "N26-3", free_of("controlled_by_little_giant")),
            row("no-false-application", "N26-3", free_of("false_application")),
            row("no-single-champion", "N26-3", free_of("single_champion")),
        ),
    ),
)
