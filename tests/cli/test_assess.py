# SPDX-License-Identifier: Apache-2.0
"""assess: every enterprise in words, or as JSON with exact numbers."""

import json
from fractions import Fraction

import pytest
from conftest import CRITERIA, GOOD_ROW, HEADER

ONE_YUAN_SHORT = "short,1,99999999.99,3,1"


def objects(result):
    return json.loads(result.text)


def test_each_enterprise_is_explained_under_its_labels(assess):
    result = assess(["id,name" + HEADER[2:], "7,七星," + GOOD_ROW, "8,Other,0,1,1,1"])
    assert result.status == 0
    first, second = result.text.split("\n\n")[:2]
    assert first.startswith("Line 2: id 7, name 七星\n") and second.startswith("Line 3: id 8, name Other\n")
    assert "138,000,000.00 yuan" in first and "100,000,000.00 yuan" in first


@pytest.mark.parametrize("language, word", [("en", "Overall"), ("zh", "专精特新"), ("id", "Pendapatan")])
def test_the_language_can_be_chosen(assess, language, word):
    assert word in assess([HEADER, "a," + GOOD_ROW], "--lang", language).text


def test_a_short_summary_goes_to_standard_error(assess):
    result = assess([HEADER, "a," + GOOD_ROW, "b,0,1,1,1", "c,x,1,1,1"])
    assert result.status == 1
    assert "3 rows by cn.little-giant.2020-reported: 1 met, 1 not_met, 0 unknown, 0 not_applicable, 1 in error" \
        in result.error


def test_a_row_in_error_says_why_in_its_place(assess):
    result = assess([HEADER, "a," + GOOD_ROW, "b,1,1e9,1,1", "c," + GOOD_ROW])
    assert result.status == 1
    assert "Line 3: id b\nError: column 3 (revenue_y1_yuan): '1e9' has an exponent" in result.text
    assert "Line 4: id c" in result.text


def test_control_characters_in_labels_are_made_visible_in_text(assess):
    result = assess(b"id,employees\n\x1b[31mred,5\n")
    assert b"\x1b" not in result.raw and "\\x1b[31mred" in result.text


def test_json_has_every_criterion_with_exact_numbers(assess):
    [firm] = objects(assess([HEADER, ONE_YUAN_SHORT], "--format", "json"))
    assert firm["line"] == 2 and firm["labels"] == {"id": "short"} and firm["verdict"] == "not_met"
    criteria = {criterion["id"]: criterion for criterion in firm["criteria"]}
    assert list(criteria)[1:] == CRITERIA
    revenue = criteria["revenue"]
    assert revenue["verdict"] == "not_met" and revenue["reason"] is None
    assert Fraction(revenue["observed"]) == 9_999_999_999
    assert Fraction(revenue["required"]) == 10_000_000_000
    assert Fraction(revenue["margin"]) == -1
    assert revenue["lever"] == {"fact": "revenue_y1", "change": 2}  # more than, so one fen beyond the bound
    assert criteria["province-rank"]["margin"] == "0/1"
    assert firm["explanation"] and revenue["explanation"]


def test_json_tells_what_is_missing_why_and_what_settles_it(assess):
    [firm] = objects(assess([HEADER, "a,1,,3,"], "--format", "json"))
    assert firm["verdict"] == "unknown" and firm["reason"] == "missing"
    # Either fact alone can settle the verdict: as not met.
    assert firm["missing"] == [{"fact": "revenue_y1", "settles": True},
                               {"fact": "it_supported_businesses", "settles": True}]
    revenue = firm["criteria"][2]
    assert revenue["observed"] is None and revenue["margin"] is None and revenue["reason"] == "missing"
    assert Fraction(revenue["required"]) == 10_000_000_000


def test_json_is_one_array_with_errors_and_warnings_in_their_rows(assess):
    table = [HEADER + ",employees,rd_staff", "a," + GOOD_ROW + ",1,2", "b,x,1,1,1,1,1"]
    result = assess(table, "--format", "json")
    good, bad = objects(result)
    assert result.status == 1
    assert len(good["warnings"]) == 1 and "rd_staff = 2" in good["warnings"][0]
    assert bad["verdict"] == "error" and bad["labels"] == {"id": "b"}
    assert len(bad["errors"]) == 1 and "'x'" in bad["errors"][0]


def test_json_names_assumptions_and_whether_they_matter(assess):
    table = [HEADER, "a,,138000000,2,3"]
    [firm] = objects(assess(table, "--format", "json", "--assume", "srdi_title=1", "--assume", "own_brand=1"))
    assert firm["assumed"] == [{"fact": "srdi_title", "value": 1, "matters": True},
                               {"fact": "own_brand", "value": 1, "matters": False}]


def test_text_says_what_was_assumed(assess):
    result = assess([HEADER, "a,,138000000,2,3"], "--assume", "srdi_title=1", "--assume", "own_brand=1")
    lines = result.text.splitlines()
    assert any(line.startswith("Assumed, and the verdict rests on it: ") for line in lines)
    assert any(line.startswith("Assumed as well: ") for line in lines)


def test_json_of_a_row_that_is_not_utf_8_is_valid(assess):
    result = assess(b"id,employees\n\xff\xfe,5\n", "--format", "json")
    assert objects(result)[0]["labels"]["id"] == "\ufffd\ufffd"


def test_numbers_of_128_bits_are_written_whole(assess):
    header = "revenue_y1_fen,revenue_y2_fen,revenue_y3_fen,main_revenue_y1_fen,main_revenue_y2_fen,main_revenue_y3_fen"
    y1, y2, y3 = 8_999_999_999_999_999, 8_999_999_999_999_989, 8_999_999_999_999_977
    result = assess([header, f"{y1},{y2},{y3},{y1},{y2},{y3}"], "--format", "json", rules="cn.little-giant.2022")
    [firm] = objects(result)
    [growth] = [criterion for criterion in firm["criteria"] if criterion["id"] == "growth"]
    assert Fraction(growth["observed"]) == (Fraction(y1, y2) + Fraction(y2, y3)) / 2 - 1
    assert Fraction(growth["observed"]) - Fraction(growth["required"]) == Fraction(growth["margin"])


def test_json_gives_the_shortest_route_with_levers(assess):
    [firm] = objects(assess([HEADER, "a,1,99999999.99,5,"], "--format", "json"))
    assert firm["route"] == [
        {"criterion": "revenue", "verdict": "not_met", "reason": None, "lever": "revenue_y1", "change": 2},
        {"criterion": "province-rank", "verdict": "not_met", "reason": None, "lever": "province_rank", "change": -2},
        {"criterion": "it-support", "verdict": "unknown", "reason": "missing", "lever": "it_supported_businesses",
         "change": 0}]
    [good] = objects(assess([HEADER, "a," + GOOD_ROW], "--format", "json"))
    assert good["route"] == []
