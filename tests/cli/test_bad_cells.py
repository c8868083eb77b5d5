# SPDX-License-Identifier: Apache-2.0
"""Bad cells and rows: told with line, column, value, reason and remedy; all other rows are judged."""

import random

import pytest
from conftest import CRITERIA, GOOD_ROW, HEADER


@pytest.mark.parametrize("column, cell, shown, advice", [
    ("revenue_y1_yuan", '"1,234.5"', "'1,234.5'", "1234.5"),
    ("revenue_y1_yuan", "1e9", "'1e9'", "exponent"),
    ("revenue_y1_yuan", "１２３", "'１２３'", "full-width"),
    ("revenue_y1_yuan", "-0", "'-0'", "write 0"),
    ("revenue_y1_yuan", "NaN", "'NaN'", "leave the cell empty"),
    ("revenue_y1_yuan", "N/A", "'N/A'", "leave the cell empty"),
    ("revenue_y1_yuan", "无", "'无'", "leave the cell empty"),
    ("revenue_y1_yuan", "inf", "'inf'", "is not a number"),
    ("revenue_y1_yuan", "0x10", "'0x10'", "is not a number"),
    ("revenue_y1_yuan", "+5", "'+5'", "plus sign"),
    ("revenue_y1_yuan", "5元", "'5元'", "unit"),
    ("revenue_y1_yuan", "9999999999999999999", "'9999999999999999999'", "90,000,000,000,000.00"),
    ("revenue_y1_yuan", "99999999999999999999999999999999999999999999", "'9999", "90,000,000,000,000.00"),
    ("revenue_y1_yuan", "0.001", "'0.001'", "at most 2 decimals"),
    ("revenue_y1_wan", "0.0000001", "'0.0000001'", "at most 6 decimals"),
    ("revenue_y1_fen", "0.5", "'0.5'", "whole number"),
    ("business_age_years", "0.1", "'0.1'", "business_age_months"),
    ("market_share_percent", "10%", "'10%'", "unit"),
    ("market_share_percent", "101", "'101'", "100"),
    ("employees", "1.5", "'1.5'", "whole number"),
    ("employees", "-1", "'-1'", "from 0 to"),
    ("rd_expense_y1_yuan", "-0.01", "'-0.01'", "0.00 yuan"),
    ("srdi_title", "maybe", "'maybe'", "1 or 0"),
    ("srdi_title", "2", "'2'", "1 or 0"),
])
def test_a_bad_cell_is_told_with_its_place_value_reason_and_remedy(screen, column, cell, shown, advice):
    other = "province_rank" if column != "province_rank" else "employees"
    result = screen([f"id,{other},{column}", "a,1,", f"b,1,{cell}", "c,1,"])
    assert result.status == 1
    assert [row["verdict"] for row in result.rows] == ["unknown", "error", "unknown"]
    [message] = result.messages
    assert f":3: error: column 3 ({column}): {shown}" in message
    assert advice in message


def test_a_row_in_error_keeps_its_labels_and_claims_nothing(screen):
    result = screen([HEADER, "bad,1,1e9,,3", "good," + GOOD_ROW])
    bad, good = result.rows
    assert bad == {"id": "bad", "verdict": "error", "missing": "", **dict.fromkeys(CRITERIA, "error")}
    assert good["verdict"] == "met"
    assert result.count("in error") == 1 and result.count("rows") == 2


def test_all_bad_cells_of_a_row_are_told(screen):
    result = screen([HEADER, "bad,x,y,0,-1"])
    assert len(result.messages) == 4
    assert [message.split("column ")[1][0] for message in result.messages] == ["2", "3", "4", "5"]


def test_control_characters_in_a_value_are_made_visible(screen):
    result = screen(b"id,employees\na,\x1b[31m5\x07\x7f\xe2\x80\xae\xc2\x9b\n")
    assert result.status == 1
    assert not set(result.raw_error) & (set(range(32)) - {10})
    assert "\u202e" not in result.error and "\x9b" not in result.error and "\x7f" not in result.error
    assert "'\\x1b[31m5\\x07\\x7f\\u202e\\u009b'" in result.error


def test_a_long_value_is_shown_as_an_excerpt(screen):
    result = screen(["id,employees", "a," + "9" * 5000])
    [message] = result.messages
    assert "…'" in message and len(message) < 400


def test_a_file_name_with_control_characters_is_made_visible(write):
    from conftest import REPORTED, run
    path = write(["employees", "x"], name="a\x1b[31mb.csv")
    result = run("screen", "--rules", REPORTED, path)
    assert b"\x1b" not in result.raw_error and "a\\x1b[31mb.csv:2:" in result.error


# ---------------------------------------------------------------------------- cell counts

def test_a_row_with_too_few_cells_is_in_error(screen):
    result = screen([HEADER, "short,1,5", "good," + GOOD_ROW])
    assert [row["verdict"] for row in result.rows] == ["error", "met"]
    assert [row["id"] for row in result.rows] == ["short", "good"]
    assert ":2: error: the row has 3 cells, the header line has 5 columns" in result.error
    assert "revenue_y1_yuan" in result.messages[0]


def test_a_row_with_too_many_cells_is_in_error_and_shows_the_first_one_too_many(screen):
    result = screen([HEADER, "long,1,1,234,2,3", "good," + GOOD_ROW])
    assert [row["verdict"] for row in result.rows] == ["error", "met"]
    assert ":2: error: the row has 6 cells, the header line has 5 columns" in result.error
    assert "'3'" in result.messages[0] and "quotes" in result.messages[0]


def test_a_row_of_one_cell_is_in_error(screen):
    result = screen([HEADER, "x", "good," + GOOD_ROW])
    assert [row["verdict"] for row in result.rows] == ["error", "met"]
    assert "the row has 1 cell," in result.error


def test_a_row_of_empty_cells_is_a_row(screen):
    result = screen([HEADER, ",,,,"])
    assert result.rows[0]["verdict"] == "unknown" and result.count("rows") == 1


# --------------------------------------------------------------------------------- quotes

def test_an_unclosed_quote_costs_its_own_row_only(screen):
    result = screen([HEADER, "a," + GOOD_ROW, '"b,' + GOOD_ROW, "c," + GOOD_ROW, "d," + GOOD_ROW])
    assert result.status == 1
    assert [row["verdict"] for row in result.rows] == ["met", "error", "met", "met"]
    assert [row["id"] for row in result.rows] == ["a", "", "c", "d"]
    assert ":3: error: column 1 (id): a quote is opened and never closed" in result.messages[0]


def test_an_unclosed_quote_before_rows_with_quotes_costs_its_own_row_only(screen):
    rows = [f'"firm {i}",' + GOOD_ROW for i in range(6)]
    rows[2] = '"firm 2,' + GOOD_ROW
    result = screen([HEADER] + rows)
    assert [row["verdict"] for row in result.rows] == ["met", "met", "error", "met", "met", "met"]
    assert ":4: error: " in result.messages[0] and len(result.messages) == 1


def test_two_unclosed_quotes_that_seem_to_match_swallow_no_row(screen):
    rows = ['a,"1' + GOOD_ROW[1:], "b," + GOOD_ROW, 'c,"' + GOOD_ROW, "d," + GOOD_ROW]
    result = screen([HEADER] + rows)
    assert [row["verdict"] for row in result.rows] == ["error", "met", "error", "met"]
    assert [row["id"] for row in result.rows] == ["a", "b", "c", "d"]


def test_a_quoted_label_that_holds_what_looks_like_rows_is_warned_of(screen):
    result = screen('name,srdi_title\n"a,1\nb,0\nc",1\n')
    assert result.count("rows") == 1
    assert ":2: warning: column 1 (name): " in result.messages[0] and "quote missing" in result.messages[0]


def test_a_fact_over_several_lines_is_an_error_and_its_lines_are_read_as_rows(screen):
    result = screen(['id,employees', 'a,"5', 'b,6', 'c",7', "d,8"])
    by_id = {row["id"]: row["verdict"] for row in result.rows}
    assert by_id["a"] == "error" and by_id["b"] == "unknown" and by_id["d"] == "unknown"


@pytest.mark.parametrize("row", ['a"b,' + GOOD_ROW, '"a"b,' + GOOD_ROW, '"a" ,' + GOOD_ROW, ' "a",' + GOOD_ROW])
def test_quotes_in_the_wrong_place_are_an_error_of_that_row(screen, row):
    result = screen([HEADER, row, "good," + GOOD_ROW])
    assert [row["verdict"] for row in result.rows] == ["error", "met"]
    assert ":2: error: column 1 (id): the quotes do not match" in result.messages[0]


def test_a_record_beyond_one_mebibyte_is_given_up_and_the_rows_in_it_are_judged(screen):
    rows = [f"firm {i}," + GOOD_ROW for i in range(60_000)]
    result = screen([HEADER, '"open,' + GOOD_ROW] + rows)
    assert result.status == 1
    assert result.count("in error") == 1 and result.count("met") == 60_000


# ----------------------------------------------------------------------------- long lines

@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_line_beyond_one_mebibyte_is_in_error_and_the_next_one_is_judged(screen, end):
    long = b"long," + GOOD_ROW.encode() + b"," + b"x" * (10 << 20)
    result = screen(end.join([HEADER.encode(), long, b"good," + GOOD_ROW.encode(), b""]))
    assert result.status == 1
    assert [row["verdict"] for row in result.rows] == ["error", "met"]
    assert result.rows[0]["id"] == "long"
    assert ":2: error: the line is longer than 1 MiB" in result.error


def test_line_numbers_go_on_after_a_long_line_and_blank_lines(screen):
    result = screen([HEADER, "x" * (3 << 20), "", "", '"two\nlines",' + GOOD_ROW, "bad,x,1,1,1"])
    assert ":7: error: " in result.messages[-1]


def test_a_row_of_just_under_one_mebibyte_is_judged(screen):
    name = "x" * ((1 << 20) - 100)
    result = screen(["name,srdi_title", name + ",1"])
    assert result.status == 0 and result.rows[0]["name"] == name


def test_a_bad_cell_in_a_row_over_several_lines_is_told_with_its_own_line(screen):
    result = screen(['name,employees', '"a\nb",x'])
    assert ":3: error: column 2 (employees)" in result.messages[0]


# ------------------------------------------------------------------------ nothing is lost

@pytest.mark.parametrize("seed", range(40))
def test_no_line_is_lost_however_quotes_and_separators_are_broken(screen, seed):
    """Every line's tag is in the output, or the line is told of on standard error."""
    chance = random.Random(seed)
    lines = []
    for number in range(60):
        line = f"tag{number}x,1,138000000,2,3"
        for _ in range(chance.choice([0, 0, 0, 1, 1, 2, 3])):
            at = chance.randrange(len(line) + 1)
            line = line[:at] + chance.choice(['"', '"', '""', ",", "\r", " ", "\xff", "\x00"]) + line[at:]
        lines.append(line)
    content = (HEADER + "\n" + "\n".join(lines)).encode("latin-1") + chance.choice([b"", b"\n"])
    result = screen(content)
    shown = result.raw.replace(b'"', b"").decode("utf-8")
    physical = content.decode("latin-1").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    told = {int(message.split(":")[1]) for message in result.messages}
    for number, line in enumerate(physical, start=1):
        tag = line.split(",")[0]
        if number > 1 and line.strip(" \t") and tag not in shown:
            assert number in told, (number, line)
