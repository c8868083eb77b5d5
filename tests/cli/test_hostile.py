# SPDX-License-Identifier: Apache-2.0
"""Input that means harm, or that a careless hand has left behind."""

import json

import pytest
from conftest import GOOD_ROW, HEADER, REPORTED, run


def test_two_rows_spliced_by_two_stray_quotes_are_warned_of(screen):
    table = "id,name,employees,srdi_title\nr0,\"A,10,1\nr1,B\",999,0\nr2,C,10,1\n"
    result = screen(table)
    assert len(result.rows) == 2
    assert "look like rows" in result.error and result.count("warned of") == 1


def test_a_label_of_two_lines_is_no_cause_for_a_warning(screen):
    result = screen(f'{HEADER.replace("id", "id,name")}\n1,"Seven Stars, Ltd\nLicheng",{GOOD_ROW}\n')
    assert "look like rows" not in result.error and result.rows[0]["verdict"] == "met"


@pytest.mark.parametrize("character", ["\u009b", "\u202e", "\u2066", "\U000e0001", "\x1b", "\x07"])
def test_no_character_that_steers_a_terminal_stands_raw_in_json(screen, assess, character):
    table = f"{HEADER}\n七星{character}x,{GOOD_ROW}\n"
    for result in (screen(table, "--format", "jsonl"), assess(table, "--format", "json")):
        assert character not in result.text
    assert json.loads(screen(table, "--format", "jsonl").text)["id"] == f"七星{character}x"


def test_rows_of_empty_cells_are_judged_and_warned_of(screen):
    result = screen(f"{HEADER}\nA,{GOOD_ROW}\n,,,,\n , ,\t,,\n")
    assert result.status == 0 and result.count("rows") == 3 and result.count("warned of") == 2
    assert result.error.count("every cell is empty") == 2


def test_a_row_with_an_id_and_nothing_else_is_an_enterprise(screen):
    assert [row["verdict"] for row in screen(f"{HEADER}\nA,,,,\n").rows] == ["unknown"]


@pytest.mark.parametrize("option", [["-o", "a", "-o", "b"], ["--format", "csv", "--format", "jsonl"]])
def test_an_option_that_counts_once_is_not_taken_twice(screen, option):
    result = screen(f"{HEADER}\nA,{GOOD_ROW}\n", *option)
    assert result.status == 2 and "once" in result.error


@pytest.mark.parametrize("arguments, named", [(["-xh"], "-x"), (["--nonsense"], "--nonsense"), (["-\x1b[31m"], "-\\x1b")])
def test_the_option_that_is_not_known_is_the_one_named(arguments, named):
    result = run("screen", "--rules", REPORTED, *arguments)
    assert result.status == 2 and named in result.error and "option 'screen'" not in result.error


@pytest.mark.parametrize("code", ["100000", "000001"])
def test_a_region_that_cannot_be_is_refused(code):
    result = run("awards", "--title", "little-giant", "--region", code, "--on", "2020-11-13")
    assert result.status == 2 and code in result.error
