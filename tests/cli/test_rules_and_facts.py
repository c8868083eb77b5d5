# SPDX-License-Identifier: Apache-2.0
"""rules and facts: what the library knows, for people and for programs."""

import json

import pytest
from conftest import CRITERIA, REPORTED, run

LANGUAGES = ["en", "zh", "id"]


def test_rules_lists_every_rule_set_with_a_title():
    listed = json.loads(run("rules", "--format", "json").text)
    ids = [entry["id"] for entry in listed]
    assert REPORTED in ids and "cn.little-giant.2022" in ids
    lines = run("rules").text.splitlines()
    assert [line.split()[0] for line in lines] == ids
    for line, entry in zip(lines, listed, strict=True):
        assert entry["title"]["en"] in line


def test_the_reported_requirements_of_2020_are_these_four():
    document = json.loads(run("rules", REPORTED, "--format", "json").text)
    rows = document["criteria"]
    assert [row["id"] for row in rows[1:]] == CRITERIA
    assert document["criterion_count"] == len(rows) == 5
    numbers = [(row["kind"], row["operator"], row["facts"], row["bound"], row["bound_denominator"]) for row in rows[2:]]
    assert numbers == [("value", "gt", ["revenue_y1"], 10_000_000_000, 1),
                       ("value", "le", ["province_rank"], 3, 1),
                       ("value", "ge", ["it_supported_businesses"], 1, 1)]
    assert rows[1]["facts"] == ["srdi_title"] and rows[1]["bound"] == 1
    assert {row["parent"] for row in rows[1:]} == {rows[0]["id"]} and rows[0]["parent"] is None


def test_every_rule_set_can_be_shown_in_every_language_and_as_json():
    for entry in json.loads(run("rules", "--format", "json").text):
        document = json.loads(run("rules", entry["id"], "--format", "json").text)
        for language in LANGUAGES:
            text = " ".join(run("rules", entry["id"], "--lang", language).text.split())
            assert entry["title"][language] in text
            for row in document["criteria"]:
                assert row["id"] + ":" in text and row["title"][language]


def test_a_rule_set_is_shown_with_requirement_citation_grade_and_caveat():
    text = run("rules", REPORTED).text
    words = " ".join(text.split())
    revenue = json.loads(run("rules", REPORTED, "--format", "json").text)["criteria"][2]
    assert "revenue_y1: more than 100,000,000.00 yuan" in words
    assert revenue["citation"] in words and revenue["caveat"]["en"] in words and revenue["grade"]
    assert "\n  revenue: " in text and "\nreported-requirements: " in text


@pytest.mark.parametrize("command", [["rules"], ["screen", "--rules"], ["assess", "--rules"]])
@pytest.mark.parametrize("wrong, meant", [
    ("cn.little-giant.2020-report", REPORTED), ("cn.littlegiant.2022", "cn.little-giant.2022"), ("xyz", None)])
def test_an_unknown_rule_set_is_refused_with_the_nearest_and_the_list(command, wrong, meant, write):
    result = run(*command, wrong, *([] if command == ["rules"] else [write(["employees", "1"])]))
    assert result.status == 2 and result.raw == b""
    assert f"'{wrong}'" in result.error and REPORTED in result.error and "cn.little-giant.2022" in result.error
    assert ("did you mean" in result.error) == (meant is not None)
    if meant:
        assert f"did you mean {meant}?" in result.error


def test_facts_gives_every_fact_with_its_columns_units_range_and_texts():
    facts = {fact["name"]: fact for fact in json.loads(run("facts", "--format", "json").text)}
    assert len(facts) == 78
    columns = {name: {column["name"]: column["factor"] for column in fact["columns"]} for name, fact in facts.items()}
    assert columns["revenue_y1"] == {"revenue_y1_fen": 1, "revenue_y1_yuan": 100, "revenue_y1_wan": 1_000_000,
                                     "revenue_y1_yi": 10_000_000_000}
    assert columns["segment_age"] == {"segment_age_months": 1, "segment_age_years": 12}
    assert columns["market_share"] == {"market_share_bp": 1, "market_share_percent": 100}
    assert columns["local_score"] == {"local_score_cp": 1, "local_score_points": 100}
    assert columns["employees"] == {"employees": 1}
    assert (facts["revenue_y1"]["minimum"], facts["revenue_y1"]["maximum"]) == (-9 * 10**15, 9 * 10**15)
    for fact in facts.values():
        assert fact["definition"] and fact["evidence"] and fact["source"] and fact["kind"]
        assert all(fact["title"][language] for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_lists_every_column_name_in_text(language):
    text = run("facts", "--lang", language).text
    for fact in json.loads(run("facts", "--format", "json").text):
        assert f"\n{fact['name']}: {fact['title'][language]}\n" in text
        assert all(column["name"] in text for column in fact["columns"])


def test_text_is_broken_into_lines_that_fit():
    for line in run("facts").text.splitlines():
        assert len(line) <= 100 and line == line.rstrip()
