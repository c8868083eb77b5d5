# SPDX-License-Identifier: Apache-2.0
"""awards and batches: what a title brings, and how many hold it."""

import csv
import io
import json

import pytest
from conftest import run

WAN = 1_000_000  # fen


def awards(region, on, *options, title="little-giant"):
    return run("awards", "--title", title, "--region", region, "--on", on, *options)


def document(*arguments, **options):
    return json.loads(awards(*arguments, "--format", "json", **options).text)


def of_region(found, code):
    return [award for award in found["awards"] if award["region"]["code"] == code]


@pytest.mark.parametrize("on, wan", [("2020-11-13", 50), ("2022-08-31", 50), ("2024-01-01", 100), ("2026-05-01", 100)])
def test_fujian_pays_a_new_little_giant_of_licheng(on, wan):
    found = document("350502", on)
    [fujian] = of_region(found, 350000)
    assert fujian["amount_low_fen"] == fujian["amount_high_fen"] == wan * WAN
    assert fujian["years"] == 1 and fujian["grade"] == "official" and not fujian["selective"]
    assert found["certain_total_fen"] == wan * WAN
    assert found["region"] == {"code": 350502, "name": "Licheng", "name_zh": "鲤城区"} and found["on"] == on


@pytest.mark.parametrize("on, amount", [("2020-11-13", "500,000 yuan"), ("2024-06-01", "1,000,000 yuan")])
def test_the_text_tells_amount_source_totals_and_what_it_does_not_prove(on, amount):
    result = awards("350502", on)
    assert result.status == 0
    assert amount in result.text and f"Certain total: {amount}" in result.text and "Possible total: " in result.text
    words = " ".join(result.text.split())
    assert "Fujian" in words and "official source" in words and "does not prove that none exists" in words


@pytest.mark.parametrize("region", ["350502", "Licheng", "licheng", "鲤城区"])
def test_a_place_has_a_code_and_two_names(region):
    assert awards(region, "2020-11-13").text == awards("350502", "2020-11-13").text


def test_awards_for_some_holders_alone_are_in_no_total():
    found = document("350502", "2024-06-01")
    selective = [award for award in found["awards"] if award["selective"]]
    assert any(award["amount_high_fen"] == 600 * WAN and award["years"] == 3 for award in selective)
    assert found["possible_total_fen"] < 600 * WAN
    assert "only for some holders" in awards("350502", "2024-06-01").text


def test_up_to_an_amount_is_possible_and_not_certain():
    found = document("340100", "2024-06-01", title="specialised-sme")
    assert found["certain_total_fen"] == 0 and found["possible_total_fen"] >= 20 * WAN
    assert "the amount lies between two figures" in awards("340100", "2024-06-01", title="specialised-sme").text


def test_a_place_that_the_table_does_not_name_has_what_its_province_pays():
    found = document("350303", "2024-06-01")
    assert found["region"] == {"code": 350303, "name": None, "name_zh": None}
    assert of_region(found, 350000)


def test_none_found_is_said_and_proves_nothing():
    result = awards("110000", "2017-01-01")
    assert result.status == 0 and "No award was found." in result.text
    assert "does not prove that none exists" in " ".join(result.text.split())
    assert json.loads(awards("110000", "2017-01-01", "--format", "json").text)["awards"] == []


def test_csv_has_one_line_per_award_and_the_totals_on_standard_error():
    result = awards("350502", "2024-06-01", "--format", "csv")
    found = document("350502", "2024-06-01")
    assert [row["id"] for row in result.rows] == [award["id"] for award in found["awards"]]
    by_id = {row["id"]: row for row in result.rows}
    for award in found["awards"]:
        low = award["amount_low_fen"]
        assert by_id[award["id"]]["amount_low_fen"] == ("" if low is None else str(low))
    assert "Certain total: 1,000,000 yuan" in result.error and "does not prove" in result.error


@pytest.mark.parametrize("language, words", [("zh", ["福建省", "1,000,000 元", "不证明其不存在"]),
                                             ("id", ["Jumlah yang pasti", "tidak membuktikan"])])
def test_the_text_speaks_the_language(language, words):
    text = " ".join(awards("350502", "2024-06-01", "--lang", language).text.split())
    assert all(word in text for word in words)


@pytest.mark.parametrize("arguments, hints", [
    (["--region", "350502", "--on", "2024-01-01"], ["--title"]),
    (["--title", "little-giant", "--on", "2024-01-01"], ["--region"]),
    (["--title", "little-giant", "--region", "350502"], ["--on"]),
    (["--title", "giant", "--region", "350502", "--on", "2024-01-01"], ["'giant'", "little-giant"]),
    (["--title", "little-giant", "--region", "Lichng", "--on", "2024-01-01"], ["did you mean Licheng?"]),
    (["--title", "little-giant", "--region", "35050", "--on", "2024-01-01"], ["'35050'", "six-digit"]),
    (["--title", "little-giant", "--region", "", "--on", "2024-01-01"], ["six-digit"]),
    (["--title", "little-giant", "--region", "350502", "--on", "2024-13-01"], ["2024-13-01"]),
])
def test_a_question_that_is_not_whole_is_refused(arguments, hints):
    result = run("awards", *arguments)
    assert result.status == 2 and result.raw == b""
    assert all(hint in result.error for hint in hints)


# -------------------------------------------------------------------------------- batches

PUBLISHED = [248, 1744, 2930, 4357, 3671, 3012, 3482, None]


def test_batches_have_the_numbers_as_published_and_as_confirmed_later():
    batches = json.loads(run("batches", "--format", "json").text)
    assert [batch["number"] for batch in batches] == list(range(1, 9))
    assert [batch["published"] for batch in batches] == PUBLISHED
    assert batches[1]["confirmed"] == 1584 and batches[3]["confirmed"] == 4328
    assert batches[1]["announced"] == "2020-11-13" and batches[1]["rules"] == "cn.little-giant.2020"


def test_batches_as_csv_and_text_say_the_same():
    rows = list(csv.DictReader(io.StringIO(run("batches", "--format", "csv").text)))
    assert [row["published"] for row in rows] == ["" if count is None else str(count) for count in PUBLISHED]
    lines = run("batches").text.splitlines()
    assert len(lines) == 9 and "1,744" in lines[2] and "1,584" in lines[2] and "not known" in lines[8]
    assert "不详" in run("batches", "--lang", "zh").text


def test_batches_take_no_operand():
    assert run("batches", "2020").status == 2
