# SPDX-License-Identifier: Apache-2.0
"""Whole enterprises as dictionaries of column and value, and tables made of them."""

import csv
import io

# Meets every condition of the Little Giant standards of 2022 and of 2026, and those of the specialised SMEs.
# Revenue 126, 112, 100 million yuan: 12 % a year.
STRONG = {
    "revenue_y1_wan": "12600", "revenue_y2_wan": "11200", "revenue_y3_wan": "10000",
    "main_revenue_y1_wan": "12500", "main_revenue_y2_wan": "11100", "main_revenue_y3_wan": "9900",
    "net_profit_y1_wan": "1500", "rd_expense_y1_wan": "800", "rd_expense_y2_wan": "700",
    "total_assets_y1_wan": "20000", "total_liabilities_y1_wan": "8000",
    "equity_financing_2y_wan": "0", "equity_financing_3y_wan": "0",
    "business_age_years": "12", "segment_age_years": "10", "market_share_percent": "20",
    "main_product_share_percent": "90", "employees": "300", "rd_staff": "60", "province_rank": "1",
    "national_rank": "3", "it_supported_businesses": "2", "ip_class1": "6", "ip_class1_own": "6",
    "ip_class1_high_value": "1", "ip_class2": "10", "national_award_rank": "0", "province_award_rank": "0",
    "size_sector": "2", "rd_body_level": "3", "digital_level": "3", "platform_score_y1_points": "80",
    "platform_score_y2_points": "80", "local_score_points": "10", "mainland_legal_entity": "1", "srdi_title": "1",
    "innovative_sme_title": "1", "tech_sme_title": "1", "little_giant_title": "0", "single_champion": "0",
    "innovation_honour": "1", "abnormal_operation_list": "0", "dishonesty_list": "0", "restricted_business": "0",
    "major_accident_3y": "0", "tax_violation_3y": "0", "false_application": "0", "controlled_by_little_giant": "0",
    "management_certified": "1", "own_brand": "1", "product_standard": "1", "maker_top50_3y": "0",
    "maker_top500_3y": "0", "strategic_emerging": "1", "key_field": "1", "six_base_or_key_chain": "1",
    "gap_filling": "1", "specialised_strategy": "1", "sound_governance": "1", "leading_quality": "1",
    "high_reputation": "1", "key_chain_link": "1", "standards_participant": "1", "province_quality_award": "0",
}

# 100, 60, 100 million yuan: the mean of -40 % and +66.7 % is +13.3 %, the compound rate 0 %.
ZIGZAG = STRONG | {
    "revenue_y1_wan": "10000", "revenue_y2_wan": "6000", "revenue_y3_wan": "10000",
    "main_revenue_y1_wan": "10000", "main_revenue_y2_wan": "6000", "main_revenue_y3_wan": "10000",
}

# 60 million yuan: enough from 2025 on, and too little in 2020.
SIXTY_MILLION = STRONG | {
    "revenue_y1_wan": "6000", "revenue_y2_wan": "5400", "revenue_y3_wan": "5000",
    "main_revenue_y1_wan": "6000", "main_revenue_y2_wan": "5400", "main_revenue_y3_wan": "5000",
}


def table(*firms):
    """A table with the columns of the first enterprise; what another lacks is unknown."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(firms[0]), lineterminator="\n")
    writer.writeheader()
    for firm in firms:
        writer.writerow(firm)
    return text.getvalue()


def labelled(firm, **changes):
    """An enterprise with labels and other values; labels come first."""
    labels = {key: changes.pop(key) for key in ("id", "name", "region") if key in changes}
    return labels | firm | changes
