# SPDX-License-Identifier: Apache-2.0
"""--assume: unknown facts are filled on request, known ones never, and the output says so."""

import json

import pytest
from conftest import GOOD_ROW, HEADER, run


def kinds():
    return {fact["name"]: fact["kind"] for fact in json.loads(run("facts", "--format", "json").text)}


def test_nothing_is_assumed_unless_asked(screen):
    result = screen([HEADER, "a,,138000000,2,3"])
    assert result.rows[0]["verdict"] == "unknown"
    assert "assumed" not in result.rows[0]
    assert "--assume" not in result.error


def test_an_assumption_fills_an_unknown_fact_and_is_named_in_the_last_column(screen):
    result = screen([HEADER, "a,,138000000,2,3"], "--assume", "srdi_title=1")
    assert list(result.rows[0])[-1] == "assumed"
    assert result.rows[0]["verdict"] == "met"
    assert result.rows[0]["assumed"] == "srdi_title"


def test_a_known_fact_is_never_overridden(screen):
    result = screen([HEADER, "a,0,138000000,2,3"], "--assume", "srdi_title=1")
    assert result.rows[0]["verdict"] == "not_met"
    assert result.rows[0]["assumed"] == ""


def test_only_assumed_facts_that_could_have_changed_the_verdict_are_named(screen):
    options = ["--assume", "srdi_title=1", "--assume", "own_brand=1", "--assume", "province_rank=1"]
    result = screen([HEADER, "settled,0,,,", "open,,138000000,,3"], *options)
    assert [row["assumed"] for row in result.rows] == ["", "province_rank;srdi_title"]


def test_an_assumed_value_can_carry_a_unit(screen):
    result = screen([HEADER, "a,1,,2,3"], "--assume", "revenue_y1_yuan=100000000.01")
    assert result.rows[0]["verdict"] == "met"
    result = screen([HEADER, "a,1,,2,3"], "--assume", "revenue_y1_yi=1")
    assert result.rows[0]["verdict"] == "not_met"


def test_assumptions_can_be_repeated(screen):
    result = screen([HEADER, "a,,,,"], "--assume", "srdi_title=yes", "--assume", "revenue_y1_wan=13800",
                    "--assume", "province_rank=1", "--assume", "it_supported_businesses=1")
    assert result.rows[0]["verdict"] == "met"
    assert set(result.rows[0]["assumed"].split(";")) == {
        "srdi_title", "revenue_y1", "province_rank", "it_supported_businesses"}


def test_the_group_judgement_fills_asserted_facts_and_no_others(assess):
    result = assess(["srdi_title", "1"], "--assume", "judgement", "--format", "json")
    assumed = {entry["fact"]: entry["value"] for entry in json.loads(result.text)[0]["assumed"]}
    assert assumed == {name: 1 for name, kind in kinds().items() if kind == "asserted"}


def test_the_group_clean_record_takes_exclusions_as_absent(assess):
    result = assess(["srdi_title", "1"], "--assume", "clean-record", "--format", "json")
    assumed = {entry["fact"]: entry["value"] for entry in json.loads(result.text)[0]["assumed"]}
    assert assumed == {name: 0 for name, kind in kinds().items() if kind == "exclusion"}


@pytest.mark.parametrize("options", [
    ["--assume", "judgement", "--assume", "sound_governance=0"],
    ["--assume", "sound_governance=0", "--assume", "judgement"],
])
def test_an_explicit_value_wins_over_a_group_in_any_order(assess, options):
    result = assess(["srdi_title", "1"], "--format", "json", *options)
    assumed = {entry["fact"]: entry["value"] for entry in json.loads(result.text)[0]["assumed"]}
    assert assumed["sound_governance"] == 0 and assumed["leading_quality"] == 1


def test_the_summary_says_in_how_many_verdicts_assumptions_matter(screen):
    result = screen([HEADER, "a,,138000000,2,3", "b,0,1,1,1", "c,,138000000,2,3"], "--assume", "srdi_title=1")
    assert "matter in 2 of 3 verdicts" in result.error
    assert result.count("srdi_title = yes") == 2


def test_jsonl_gives_assumed_as_an_array(screen):
    result = screen([HEADER, "a,,138000000,2,3", "b," + GOOD_ROW, "c,x,1,1,1"], "--assume", "srdi_title=1",
                    "--format", "jsonl")
    assert [flat["assumed"] for flat in result.objects] == [["srdi_title"], [], []]


@pytest.mark.parametrize("argument, hints", [
    ("judgment", ["judgement"]),
    ("clean_record", ["clean-record"]),
    ("everything", ["judgement", "clean-record", "FACT=VALUE"]),
    ("own_brnd=1", ["own_brand"]),
    ("revenue_y1=5", ["revenue_y1_fen", "revenue_y1_yuan", "revenue_y1_wan", "revenue_y1_yi"]),
    ("employees_yuan=5", ["employees"]),
    ("employees=1e9", ["1e9", "exponent"]),
    ("employees=", ["empty"]),
    ("own_brand=maybe", ["maybe", "1 or 0"]),
    ("province_rank=0", ["'0'", "from 1 to"]),
])
def test_an_unusable_assumption_is_refused_before_anything_is_read(screen, argument, hints):
    result = screen([HEADER, "a," + GOOD_ROW], "--assume", argument)
    assert result.status == 2 and result.raw == b""
    for hint in ["--assume", *hints]:
        assert hint in result.error


def test_two_values_for_one_fact_are_refused_and_the_same_value_twice_is_not(screen):
    table = [HEADER, "a,1,,2,3"]
    assert screen(table, "--assume", "revenue_y1_wan=1", "--assume", "revenue_y1_yuan=10001").status == 2
    assert screen(table, "--assume", "revenue_y1_wan=1", "--assume", "revenue_y1_yuan=10000").status == 0


def test_an_assumption_that_contradicts_a_row_is_warned_of_as_assumed(screen):
    result = screen(["employees,srdi_title", "10,1"], "--assume", "rd_staff=50")
    assert "rd_staff = 50 (assumed)" in result.messages[0]
