# SPDX-License-Identifier: Apache-2.0
"""The measures of 2022, 工信部企业〔2022〕63号: innovative SME (annex 1), specialised SME (annex 2), Little Giant (annex 3),
with what Guangdong changed and what the notices of 2025 (190号) and 2026 (117号, for reviews) add and waive.

Annex 3 prints its revenue classes as 1亿元以上, 5000万元—1亿元, 5000万元以下. All of these words include the number, so on a
border two classes apply, and it is enough to meet one of them.
A border of two bands belongs to the band that brings more. "None" of an award is the rank 0.
"""

from law import (
    Compare,
    Edition,
    Row,
    all_of,
    any_of,
    best_of,
    free_of,
    growth,
    holds,
    if_then,
    is_sme,
    mean_growth,
    mean_money,
    money,
    part,
    pass_mark,
    percent,
    points_of,
    row,
    share,
    steps,
    sum_of,
    value,
    wan,
    years,
)


def article_3(*more: Row, entry: tuple[Row, ...] = ()) -> tuple[Row, Row]:
    """Who may apply, and who may not."""
    return (
        all_of(
            "entry",
            row("mainland-entity", "C22-01", holds("mainland_legal_entity")),
            row("sme-size", "C22-02", is_sme()),
            *entry,
        ),
        all_of(
            "exclusions",
            row("no-abnormal-operation", "C22-03", free_of("abnormal_operation_list")),
            row("no-dishonesty", "C22-03", free_of("dishonesty_list")),
            row("no-restricted-business", "C22-04", free_of("restricted_business")),
            row("no-major-accident", "C22-05", free_of("major_accident_3y")),
            row("no-tax-violation", "C22-06", free_of("tax_violation_3y")),
            *more,
        ),
    )


# ------------------------------------------------------------------------- what the scores measure (percent)


def rd_of_revenue(step: int) -> Compare:
    return share("rd_expense_y1", in_="revenue_y1") >= percent(step)


def main_share(step: int) -> Compare:
    return share("main_revenue_y1", in_="revenue_y1") >= percent(step)


def debt(step: int) -> Compare:
    return share("total_liabilities_y1", in_="total_assets_y1") <= percent(step)


# ------------------------------------------------------------------------------- annex 1: innovative SME

INNOVATIVE_SCORE = sum_of(
    "total",
    sum_of(
        "innovation-points",  # 40
        best_of(
            "ip",
            row("class-1-high-value-ip", "I22-1", value("ip_class1_high_value") >= 1, points=20),
            row("class-1-own-ip", "I22-1", value("ip_class1_own") >= 1, points=15),
            row("class-1-ip", "I22-1", value("ip_class1") >= 1, points=10),
            row("class-2-ip", "I22-1", value("ip_class2") >= 1, points=5),
        ),
        best_of("rd-ratio", *steps("rd-ratio", "I22-2", {5: 20, 3: 15, 2: 10, 1: 5}, rd_of_revenue)),
        cap=40,
    ),
    sum_of(
        "growth-points",  # 30
        best_of(
            "revenue-growth",
            *steps(
                "growth", "I22-3", {15: 20, 10: 15, 5: 10, 0: 5}, lambda step: growth("main_revenue") >= percent(step)
            ),
        ),
        best_of("debt", *steps("debt", "I22-4", {55: 10, 75: 5}, debt)),
        cap=30,
    ),
    sum_of(
        "specialisation-points",  # 30
        best_of("field", row("strategic-emerging", "I22-5", holds("strategic_emerging"), points=10), floor=5),
        best_of("main-share", *steps("main-share", "I22-6", {70: 20, 60: 15, 55: 10, 50: 5}, main_share)),
        cap=30,
    ),
    cap=100,
)

INNOVATIVE_SME = Edition(
    "cn.innovative-sme.2022",
    all_of(
        "innovative-sme",
        *article_3(),
        any_of(
            "evaluation",
            any_of(
                "direct-award",
                row("national-award", "I22-D1", value("national_award_rank") >= 1),
                row("province-award", "I22-D1", value("province_award_rank") >= 1),
            ),
            row("direct-honour", "I22-D2", holds("innovation_honour")),
            row("direct-rd-body", "I22-D3", value("rd_body_level") >= 3),
            row("direct-equity", "I22-D4", money("equity_financing_3y") >= wan(500)),
            all_of(
                "score",
                pass_mark("innovation-minimum", "annex 1", "innovation-points", 20),
                pass_mark("growth-minimum", "annex 1", "growth-points", 15),
                pass_mark("specialisation-minimum", "annex 1", "specialisation-points", 15),
                pass_mark("total-minimum", "annex 1", "total", 60, INNOVATIVE_SCORE),
            ),
        ),
    ),
)

# ----------------------------------------------------------------------------- annex 2: specialised SME


SPECIALISED_SCORE = sum_of(
    "total",
    sum_of(
        "specialisation-points",  # 专业化, 25
        best_of("main-share", *steps("main-share", "S22-1", {80: 5, 70: 3, 60: 1}, main_share)),
        best_of(
            "growth",
            *steps(
                "growth",
                "S22-2",
                {10: 10, 8: 8, 6: 6, 4: 4, 0: 2},
                lambda step: mean_growth("main_revenue") >= percent(step),
            ),
        ),
        # one point for every full 2 years, at most 5
        best_of(
            "niche",
            *steps("niche", "S22-3", {10: 5, 8: 4, 6: 3, 4: 2, 2: 1}, lambda step: years("segment_age") >= step),
        ),
        best_of(
            "field",
            row("gap-filling", "S22-4", holds("gap_filling"), points=5),
            row("industrial-base", "S22-4", holds("six_base_or_key_chain"), points=3),
        ),
        cap=25,
    ),
    sum_of(
        "refinement-points",  # 精细化, 25
        best_of("digital", *steps("digital", "S22-5", {3: 5, 2: 3}, lambda step: value("digital_level") >= step)),
        sum_of(
            "quality",
            row("quality-award", "S22-6", holds("province_quality_award"), points=3),
            row("management-certificate", "S22-6", holds("management_certified"), points=3),
            row("own-brand", "S22-6", holds("own_brand"), points=3),
            row("standards-participant", "S22-6", holds("standards_participant"), points=3),
            cap=5,
        ),
        best_of(
            "profit-margin",
            *steps(
                "profit-margin",
                "S22-7",
                {10: 10, 8: 8, 6: 6, 4: 4, 2: 2},
                lambda step: share("net_profit_y1", in_="revenue_y1") >= percent(step),
            ),
        ),
        best_of("debt", *steps("debt", "S22-8", {50: 5, 60: 3, 70: 1}, debt)),
        cap=25,
    ),
    sum_of(
        "distinction-points",  # 特色化, 15
        row("local-score", "S22-9", points_of("local_score", cap=15)),
        cap=15,
    ),
    sum_of(
        "innovation-points",  # 创新能力, 35
        best_of(
            "ip",
            row("class-1-high-value-ip", "S22-10", value("ip_class1_high_value") >= 1, points=10),
            row("class-1-own-ip", "S22-10", value("ip_class1_own") >= 1, points=8),
            row("class-1-ip", "S22-10", value("ip_class1") >= 1, points=6),
            row("class-2-ip", "S22-10", value("ip_class2") >= 1, points=2),
        ),
        best_of(  # by the amount (万元) or by the ratio (percent), whichever brings more
            "rd-input",
            *steps(
                "rd-expense",
                "S22-11",
                {500: 10, 400: 8, 300: 6, 200: 4, 100: 2},
                lambda step: money("rd_expense_y1") >= wan(step),
            ),
            *steps("rd-ratio", "S22-11", {10: 10, 8: 8, 6: 6, 4: 4, 3: 2}, rd_of_revenue),
        ),
        best_of(
            "rd-staff",
            *steps(
                "rd-staff",
                "S22-12",
                {20: 5, 10: 3, 5: 1},
                lambda step: share("rd_staff", in_="employees") >= percent(step),
            ),
        ),
        best_of(
            "rd-body",
            *steps("rd-body", "S22-13", {4: 10, 3: 8, 2: 4, 1: 2}, lambda step: value("rd_body_level") >= step),
        ),
        cap=35,
    ),
    cap=100,
)


def specialised_sme(rules: str, mark: int) -> Edition:
    """A direct route takes the place of the score, and of nothing else."""
    return Edition(
        rules,
        all_of(
            "specialised-sme",
            *article_3(),
            all_of(
                "basics",
                row("niche-years", "S22-01", years("segment_age") >= 2),
                row("rd-expense", "S22-02a", money("rd_expense_y1") >= wan(100)),
                row("rd-ratio", "S22-02b", share("rd_expense_y1", in_="revenue_y1") >= percent(3)),
                any_of(
                    "revenue-or-equity",
                    row("revenue", "S22-03", money("revenue_y1") >= wan(1000)),
                    row("equity-instead", "S22-03", money("equity_financing_2y") >= wan(2000)),
                ),
            ),
            any_of(
                "evaluation",
                any_of(
                    "direct-award",
                    row("province-award", "S22-D1", value("province_award_rank").within(1, 3)),
                    row("national-award", "S22-D1", value("national_award_rank").within(1, 5)),
                ),
                row("direct-rd-expense", "S22-D2", mean_money("rd_expense_y1", "rd_expense_y2") >= wan(1000)),
                row("direct-equity", "S22-D3", money("equity_financing_2y") >= wan(6000)),
                row("direct-maker", "S22-D4", holds("maker_top500_3y")),
                pass_mark("score", "S22-04", "total", mark, SPECIALISED_SCORE),
            ),
        ),
    )


SPECIALISED_SME = specialised_sme("cn.srdi-sme.2022", 60)

#: 粤工信规字〔2024〕5号
SPECIALISED_SME_GUANGDONG = specialised_sme("cn.srdi-sme.2022-guangdong", 70)

# ------------------------------------------------------------------------------- annex 3: Little Giant

CLASS_1 = if_then(
    "rd-class-1",
    row("class-1-revenue", "L22-41a", money("revenue_y1") >= wan(10000)),
    row("class-1-rd-ratio-y1", "L22-41a", share("rd_expense_y1", in_="revenue_y1") >= percent(3)),
    row("class-1-rd-ratio-y2", "L22-41a", share("rd_expense_y2", in_="revenue_y2") >= percent(3)),
)
CLASS_2 = if_then(
    "rd-class-2",
    row("class-2-revenue", "L22-41b", money("revenue_y1").within(wan(5000), wan(10000))),
    row("class-2-rd-ratio-y1", "L22-41b", share("rd_expense_y1", in_="revenue_y1") >= percent(6)),
    row("class-2-rd-ratio-y2", "L22-41b", share("rd_expense_y2", in_="revenue_y2") >= percent(6)),
)
CLASS_3 = if_then(
    "rd-class-3",
    row("class-3-revenue", "L22-41c", money("revenue_y1") <= wan(5000)),
    row("class-3-equity", "L22-41c", money("equity_financing_2y") >= wan(8000)),
    row("class-3-rd-expense", "L22-41c", money("rd_expense_y1") >= wan(3000)),
    row("class-3-rd-staff", "L22-41c", share("rd_staff", in_="employees") >= percent(50)),
)
GROWTH = row("growth", "L22-13", mean_growth("main_revenue") >= percent(5))


def little_giant(
    rules: str,
    entry: tuple[Row, ...] = (),
    exclusions: tuple[Row, ...] = (),
    growth: tuple[Row, ...] = (GROWTH,),
    classes: tuple[Row, ...] = (CLASS_1, CLASS_2, CLASS_3),
) -> Edition:
    return Edition(
        rules,
        all_of(
            "little-giant",
            *article_3(*exclusions, entry=(row("srdi-title", "L22-00", holds("srdi_title")), *entry)),
            all_of(
                "specialisation",  # 专
                row("niche-years", "L22-11", years("segment_age") >= 3),
                row("main-share", "L22-12", share("main_revenue_y1", in_="revenue_y1") >= percent(70)),
                *growth,
            ),
            all_of(
                "refinement",  # 精
                row("governance", "L22-21", holds("sound_governance")),
                row("leading-quality", "L22-21", holds("leading_quality")),
                row("it-support", "L22-22", value("it_supported_businesses") >= 1),
                any_of(
                    "certification",
                    row("management-certificate", "L22-23", holds("management_certified")),
                    row("overseas-certificate", "L22-23", holds("overseas_certified")),
                ),
                row("debt-ratio", "L22-24", share("total_liabilities_y1", in_="total_assets_y1") <= percent(70)),
            ),
            all_of(
                "distinction",  # 特
                row("market-share", "L22-31", part("market_share") >= percent(10)),
                row("reputation", "L22-32", holds("high_reputation")),
                row("own-brand", "L22-33", holds("own_brand")),
            ),
            any_of(
                "innovation",  # 新
                all_of(
                    "innovation-general",
                    any_of("rd-class", *classes),
                    row("rd-body", "L22-42", value("rd_body_level") >= 1),
                    row("class-1-ip", "L22-43", value("ip_class1") >= 2),
                ),
                row("national-award", "L22-44", value("national_award_rank").within(1, 3)),
                row("maker-top50", "L22-45", holds("maker_top50_3y")),
            ),
            all_of("chain", row("key-link", "L22-51", holds("key_chain_link"))),  # 链
            any_of(
                "product",  # 品
                row("industrial-base", "L22-61", holds("six_base_or_key_chain")),
                row("key-field", "L22-61", holds("key_field")),
            ),
        ),
    )


LITTLE_GIANT = little_giant("cn.little-giant.2022")

# ---------------------------------------------------------------------- the rounds of 2025 and 2026

FLOOR_2025 = row("revenue-floor", "N25-1", money("revenue_y1") >= wan(5000))
NO_CONTROL_TIE = row("no-control-tie", "N25-3", free_of("controlled_by_little_giant"))
NO_FRAUD = row("no-false-application", "N25-3", free_of("false_application"))
NO_CHAMPION = row("no-single-champion", "N25-3", free_of("single_champion"))

#: Applicants below 50 million yuan are not accepted this year, so class 3 has gone.
LITTLE_GIANT_2025 = little_giant(
    "cn.little-giant.2025",
    entry=(FLOOR_2025,),
    exclusions=(NO_CONTROL_TIE, NO_FRAUD, NO_CHAMPION),
    classes=(CLASS_1, CLASS_2),
)

#: Growth is waived for reviews (N25-2); champions are kept out of new applications only.
LITTLE_GIANT_2025_REVIEW = little_giant(
    "cn.little-giant.2025-review",
    entry=(FLOOR_2025,),
    exclusions=(NO_CONTROL_TIE, NO_FRAUD),
    growth=(),
    classes=(CLASS_1, CLASS_2),
)

#: N26-1: reviews in 2026 still follow 63号; N26-3: exclusions as in 2025.
LITTLE_GIANT_2026_REVIEW = little_giant("cn.little-giant.2026-review", exclusions=(NO_CONTROL_TIE, NO_FRAUD))
