# SPDX-License-Identifier: Apache-2.0
"""rules --on: which edition is in force; and where the editions disagree about one enterprise."""

import json
import unicodedata

import pytest
from conftest import run
from firms import SIXTY_MILLION, STRONG, ZIGZAG, table

LEVELS = ["innovative-sme", "specialised-sme", "little-giant"]


def on(date, *options):
    return run("rules", "--on", date, *options)


@pytest.mark.parametrize("date, application, rules", [
    ("2020-11-13", "new", "cn.little-giant.2020"),
    ("2021-05-01", "new", "cn.little-giant.2021"),
    ("2022-07-31", "new", None),
    ("2022-08-01", "new", "cn.little-giant.2022"),
    ("2025-06-01", "new", "cn.little-giant.2025"),
    ("2025-06-01", "review", "cn.little-giant.2025-review"),
    ("2026-03-31", "new", "cn.little-giant.2022"),
    ("2026-04-01", "new", "cn.little-giant.2026"),
    ("2026-05-01", "review", "cn.little-giant.2026-review"),
    ("2019-06-01", "new", None),
    ("2019-06-01", "review", None),
])
def test_the_edition_of_little_giants_depends_on_day_and_kind_of_application(date, application, rules):
    result = on(date, "--level", "little-giant", "--application", application)
    if rules is None:
        assert result.status == 2 and result.raw == b""
        assert "nothing in force" in result.error and date in result.error and "little-giant" in result.error
    else:
        assert result.status == 0 and f" {rules} " in result.text and len(result.text.splitlines()) == 1


def test_every_level_and_kind_is_listed_and_gaps_are_named():
    result = on("2019-06-01")
    assert result.status == 0 and result.error == ""
    assert result.text.count("nothing in force") == 6 == len(result.text.splitlines())


@pytest.mark.parametrize("options, count", [
    ([], 6), (["--level", "little-giant"], 2), (["--application", "review"], 3)])
def test_level_and_application_narrow_the_list(options, count):
    assert len(on("2026-05-01", *options).text.splitlines()) == count


def test_a_day_can_be_written_with_and_without_hyphens():
    assert on("20260401").raw == on("2026-04-01").raw


@pytest.mark.parametrize("date", ["2026-02-30", "2026-13-01", "20260230", "2026-4-1", "2026/04/01", "today", "",
                                  "0000-01-01", "2026-04-01x", "202604011", "2026-0401"])
def test_what_is_no_day_is_refused(date):
    result = on(date)
    assert result.status == 2 and result.raw == b"" and "YYYY-MM-DD" in result.error


def test_a_leap_day_is_a_day():
    assert on("2024-02-29").status == 0 and on("2023-02-29").status == 2


@pytest.mark.parametrize("arguments, hints", [
    (["--level", "little-giant"], ["--on"]),
    (["--application", "new"], ["--on"]),
    (["cn.little-giant.2022", "--on", "2026-04-01"], ["not both"]),
    (["--on", "2026-04-01", "--level", "giant"], ["'giant'", *LEVELS]),
    (["--on", "2026-04-01", "--level", "none"], ["'none'"]),
    (["--on", "2026-04-01", "--application", "renewal"], ["'renewal'", "new, review"]),
    (["--on", "2026-04-01", "--format", "markdown"], ["text or json"]),
])
def test_a_question_that_cannot_be_answered_is_refused(arguments, hints):
    result = run("rules", *arguments)
    assert result.status == 2 and result.raw == b""
    assert all(hint in result.error for hint in hints)


def test_json_has_null_where_nothing_is_in_force():
    document = json.loads(on("2026-05-01", "--format", "json").text)
    answers = {(row["level"], row["application"]): row["rules"] for row in document["in_force"]}
    assert document["on"] == "2026-05-01"
    assert list(answers) == [(level, kind) for level in LEVELS for kind in ("new", "review")]
    assert answers["little-giant", "new"] == "cn.little-giant.2026"
    assert answers["little-giant", "review"] == "cn.little-giant.2026-review"
    nothing = json.loads(on("2019-06-01", "--format", "json").text)
    assert {row["rules"] for row in nothing["in_force"]} == {None}


def width(text):
    """Columns on a terminal: ideographs and full-width forms take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


@pytest.mark.parametrize("language, phrase", [("zh", "无有效标准"), ("id", "tidak ada yang berlaku")])
def test_the_list_speaks_the_language_and_stays_aligned(language, phrase):
    lines = on("2019-06-01", "--lang", language).text.splitlines()
    assert len({width(line[:line.index(phrase)]) for line in lines}) == 1


# ------------------------------------------------------------------ where editions disagree

@pytest.mark.parametrize("firm, rules, criterion, word", [
    (SIXTY_MILLION, "cn.little-giant.2026", "revenue", "met"),
    (SIXTY_MILLION, "cn.little-giant.2020", "revenue", "not_met"),
    (SIXTY_MILLION, "cn.little-giant.2020-reported", "revenue", "not_met"),
    (ZIGZAG, "cn.little-giant.2022", "growth", "met"),
    (ZIGZAG, "cn.little-giant.2026", "growth", "not_met"),
    (ZIGZAG, "cn.little-giant.2020", "revenue", "met"),
    (ZIGZAG, "cn.little-giant.2020-reported", "revenue", "not_met"),
])
def test_one_figure_is_judged_differently_by_different_editions(screen, firm, rules, criterion, word):
    result = screen(table(firm), rules=rules)
    assert result.status == 0 and result.rows[0][criterion] == word


@pytest.mark.parametrize("rules", ["cn.little-giant.2022", "cn.little-giant.2025", "cn.little-giant.2026",
                                   "cn.srdi-sme.2022", "cn.srdi-sme.2026", "cn.innovative-sme.2022"])
def test_the_strong_enterprise_of_these_tests_meets_each_edition(screen, rules):
    assert screen(table(STRONG), rules=rules).rows[0]["verdict"] == "met"
