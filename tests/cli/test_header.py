# SPDX-License-Identifier: Apache-2.0
"""The header line: every wrong name is told, with the one that may have been meant."""

import pytest
from conftest import HEADER


def refused(result):
    return result.status == 2 and result.raw == b""


@pytest.mark.parametrize("name, meant", [
    ("revenu_y1_yuan", "revenue_y1_yuan"),
    ("revenue_y1_yaun", "revenue_y1_yuan"),
    ("Employees", "employees"),
    ("employee", "employees"),
    ("srdi-title", "srdi_title"),
    ("naem", "name"),
    ("credit-code", "credit_code"),
    ("market_share_pct", "market_share_bp or market_share_percent"),
])
def test_an_unknown_column_is_refused_with_the_nearest_name(screen, name, meant):
    result = screen([f"id,{name},province_rank", "a,1,1"])
    assert refused(result)
    [message] = result.messages
    assert f":1: error: column 2 '{name}' is unknown; did you mean {meant}" in message


def test_a_name_that_is_near_nothing_is_refused_with_a_pointer_to_the_list(screen):
    result = screen(["id,zzzzzzzzzz,province_rank", "a,1,1"])
    assert refused(result) and "littlegiant facts" in result.error and "did you mean" not in result.error


@pytest.mark.parametrize("name, names", [
    ("revenue_y1", ["revenue_y1_fen", "revenue_y1_yuan", "revenue_y1_wan", "revenue_y1_yi"]),
    ("business_age", ["business_age_months", "business_age_years"]),
    ("market_share", ["market_share_bp", "market_share_percent"]),
    ("platform_score_y1", ["platform_score_y1_cp", "platform_score_y1_points"]),
])
def test_a_column_without_its_unit_is_refused_with_the_names_it_could_have(screen, name, names):
    result = screen([f"id,{name}", "a,1"])
    assert refused(result)
    for name in names:
        assert name in result.messages[0]


def test_a_unit_that_a_count_cannot_have_is_refused(screen):
    result = screen(["id,employees_yuan", "a,1"])
    assert refused(result) and "did you mean employees?" in result.messages[0]


def test_a_column_that_occurs_twice_is_refused(screen):
    result = screen(["id,employees,employees", "a,1,2"])
    assert refused(result)
    assert ":1: error: column 3 'employees' occurs twice, first as column 2" in result.messages[0]


def test_a_label_that_occurs_twice_is_refused(screen):
    result = screen(["id,employees,id", "a,1,b"])
    assert refused(result) and "column 3 'id' occurs twice" in result.error


def test_one_fact_in_two_units_is_refused(screen):
    result = screen(["id,revenue_y1_yuan,revenue_y1_wan", "a,1,2"])
    assert refused(result)
    assert "column 3 'revenue_y1_wan' holds the same fact as column 2 (revenue_y1_yuan)" in result.error


def test_a_column_without_name_is_refused(screen):
    result = screen(["id,employees,", "a,1,"])
    assert refused(result) and "column 3 '' has no name" in result.error


def test_all_errors_of_a_header_are_told_at_once(screen):
    result = screen(["id,revenue_y1,employes,,own_brand,own_brand", "a,1,1,1,1,1"])
    assert refused(result) and len(result.messages) == 4


def test_labels_without_facts_are_refused(screen):
    result = screen(["id,name,credit_code,region", "a,b,c,d"])
    assert refused(result) and "no column holds a fact" in result.error


@pytest.mark.parametrize("separator, word", [(";", "semicolons"), ("\t", "tabs"), ("|", "bars"), ("，", "full-width")])
def test_another_separator_is_recognised(screen, separator, word):
    result = screen([HEADER.replace(",", separator), "a"])
    assert refused(result) and word in result.error


@pytest.mark.parametrize("title", ["Own brand", "自主品牌"])
def test_a_title_in_place_of_a_name_leads_to_the_name(screen, title):
    result = screen([f"id,{title}", "a,1"])
    assert refused(result) and "own_brand" in result.error


def test_names_are_trimmed(screen):
    result = screen([" id , employees\t", "a,1"])
    assert result.status == 0 and result.rows[0]["id"] == "a"


def test_control_characters_in_a_name_are_made_visible(screen):
    result = screen(b"id,\x1b[31mrevenue\n")
    assert refused(result) and b"\x1b" not in result.raw_error and "\\x1b[31mrevenue" in result.error


def test_a_wrong_header_leaves_an_existing_output_as_it_was(screen, tmp_path):
    out = tmp_path / "out.csv"
    out.write_text("before")
    assert screen(["nonsense", "a"], "-o", out).status == 2
    assert out.read_text() == "before"
