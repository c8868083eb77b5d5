# SPDX-License-Identifier: Apache-2.0
"""screen: verdicts, columns, formats. Expected verdicts follow from the reported requirements."""

import json
import resource

import pytest
from conftest import CRITERIA, GOOD_ROW, HEADER, PROGRAM, REPORTED, run


def verdicts(row):
    return [row["verdict"]] + [row[criterion] for criterion in CRITERIA]


@pytest.mark.parametrize("facts, expected", [
    ("1,138000000.00,2,3", ["met", "met", "met", "met", "met"]),
    ("1,100000000.01,3,1", ["met", "met", "met", "met", "met"]),
    ("1,100000000.00,3,1", ["not_met", "met", "not_met", "met", "met"]),
    ("1,99999999.99,3,1", ["not_met", "met", "not_met", "met", "met"]),
    ("0,138000000.00,2,3", ["not_met", "not_met", "met", "met", "met"]),
    ("1,138000000.00,4,3", ["not_met", "met", "met", "not_met", "met"]),
    ("1,138000000.00,3,0", ["not_met", "met", "met", "met", "not_met"]),
    ("1,,2,3", ["unknown", "met", "unknown", "met", "met"]),
    (",138000000,2,3", ["unknown", "unknown", "met", "met", "met"]),
    ("0,,,", ["not_met", "not_met", "unknown", "unknown", "unknown"]),
    (",,,", ["unknown", "unknown", "unknown", "unknown", "unknown"]),
])
def test_each_reported_requirement_decides_alone_and_exactly_at_its_threshold(screen, facts, expected):
    result = screen([HEADER, "firm," + facts])
    assert result.status == 0
    assert verdicts(result.rows[0]) == expected


def test_missing_names_the_facts_that_could_still_change_the_verdict(screen):
    result = screen([HEADER, "a,1,,2,", "b,0,,,", "c," + GOOD_ROW])
    assert [row["missing"] for row in result.rows] == ["revenue_y1;it_supported_businesses", "", ""]


def test_the_columns_are_labels_in_input_order_then_verdict_criteria_and_missing(screen):
    header = "region,srdi_title,credit_code,name,revenue_y1_yuan,id"
    result = screen([header, "Licheng,1,91350500,Seven Stars,5,7"])
    lines = result.text.splitlines()
    assert lines[0] == "region,credit_code,name,id,verdict," + ",".join(CRITERIA) + ",missing"
    assert lines[1] == "Licheng,91350500,Seven Stars,7,not_met,met,not_met,unknown,unknown,"


def test_a_table_without_labels_gives_verdicts_alone(screen):
    result = screen([HEADER[3:], GOOD_ROW])
    assert result.text.splitlines()[1] == "met,met,met,met,met,"


@pytest.mark.parametrize("column, value", [
    ("revenue_y1_fen", "10000000001"), ("revenue_y1_yuan", "100000000.01"),
    ("revenue_y1_wan", "10000.000001"), ("revenue_y1_yi", "1.0000000001"),
])
def test_one_fen_above_the_threshold_is_met_in_every_unit_of_money(screen, column, value):
    table = [f"srdi_title,{column},province_rank,it_supported_businesses", f"1,{value},3,1"]
    assert screen(table).rows[0]["verdict"] == "met"


@pytest.mark.parametrize("column, value", [
    ("revenue_y1_fen", "10000000000"), ("revenue_y1_yuan", "100000000"),
    ("revenue_y1_wan", "10000"), ("revenue_y1_yi", "1"), ("revenue_y1_yi", "1.000"),
])
def test_more_than_100_million_leaves_100_million_out_in_every_unit_of_money(screen, column, value):
    table = [f"srdi_title,{column},province_rank,it_supported_businesses", f"1,{value},3,1"]
    assert screen(table).rows[0]["revenue"] == "not_met"


@pytest.mark.parametrize("word", ["1", "yes", "true", "是"])
def test_a_flag_can_be_written_as_yes(screen, word):
    assert screen(["srdi_title", word]).rows[0]["srdi-title"] == "met"


@pytest.mark.parametrize("word", ["0", "no", "false", "否"])
def test_a_flag_can_be_written_as_no(screen, word):
    assert screen(["srdi_title", word]).rows[0]["srdi-title"] == "not_met"


def test_spaces_around_a_value_are_read_over_and_a_blank_cell_is_unknown(screen):
    result = screen([HEADER, "a, 1 ,  138000000.00,\t2,3 ", "b,1, ,2,3"])
    assert [row["verdict"] for row in result.rows] == ["met", "unknown"]


def test_labels_are_carried_through_unchanged(screen):
    labels = ["=1+1", "+2", "-3", "@x", "a,b", 'say "hi"', " spaces ", "七星", "emoji 🏭", "000005", ""]
    quoted = ['"' + label.replace('"', '""') + '"' for label in labels]
    result = screen(["name,srdi_title"] + [label + ",1" for label in quoted])
    assert [row["name"] for row in result.rows] == labels
    plain = screen(["name,srdi_title"] + [label + ",1" for label in labels if not set(label) & set(',"')])
    assert [row["name"] for row in plain.rows] == [label for label in labels if not set(label) & set(',"')]


def test_a_label_with_line_breaks_stays_one_row(screen):
    result = screen('name,srdi_title\n"Seven\r\nStars\nLtd",1\nNext,0\n')
    assert [row["name"] for row in result.rows] == ["Seven\r\nStars\nLtd", "Next"]
    assert result.status == 0 and result.messages == []


def test_only_cells_that_need_quotes_have_them(screen):
    result = screen(["name,srdi_title", '"plain",1', '"a,b",1'])
    assert result.text.splitlines()[1].startswith("plain,")
    assert result.text.splitlines()[2].startswith('"a,b",')


def test_jsonl_has_the_same_keys_in_the_same_order(screen):
    table = [HEADER, "甲," + GOOD_ROW, 'say "hi",1,,2,', "bad,x,1,1,1"]
    as_csv = screen(table)
    as_jsonl = screen(table, "--format", "jsonl")
    for row, flat in zip(as_csv.rows, as_jsonl.objects, strict=True):
        assert list(flat) == list(row)
        assert flat["missing"] == [name for name in row["missing"].split(";") if name]
        assert {k: v for k, v in flat.items() if k != "missing"} == {k: v for k, v in row.items() if k != "missing"}
    assert as_csv.status == as_jsonl.status == 1


def test_jsonl_escapes_control_characters(screen):
    result = screen('name,srdi_title\n"a\tb\x1b[31m\n",1\n', "--format", "jsonl")
    assert b"\x1b" not in result.raw
    assert result.objects[0]["name"] == "a\tb\x1b[31m\n"


def test_standard_input_is_read_for_a_dash():
    table = (HEADER + "\nfirm," + GOOD_ROW + "\n").encode()
    result = run("screen", "--rules", REPORTED, "-", stdin=table)
    assert result.status == 0 and result.rows[0]["verdict"] == "met"
    assert "standard input" in result.error


def test_a_column_of_every_fact_can_be_read_and_a_full_row_is_settled(screen):
    facts = json.loads(run("facts", "--format", "json").text)
    header = ",".join(fact["column"] for fact in facts)
    row = ",".join(str(max(fact["minimum"], 0)) for fact in facts)
    result = screen([header, row])
    assert result.status == 0 and result.rows[0]["missing"] == ""


# ------------------------------------------------------------------------------- summary

def test_the_summary_counts_rows_verdicts_errors_and_criteria(screen):
    result = screen([HEADER, "a," + GOOD_ROW, "b,0,1,1,1", "c,,,,", "d,x,1,1,1"])
    assert result.status == 1
    counts = [result.count(what) for what in ("rows", "met", "not_met", "unknown", "not_applicable", "in error")]
    assert counts == [4, 1, 1, 1, 0, 1]
    table = [line.split() for line in result.error.splitlines()]
    assert ["criterion", "met", "not_met", "unknown", "not_applicable"] in table
    assert ["revenue", "1", "1", "1", "0"] in table
    assert ["srdi-title", "1", "1", "1", "0"] in table


def test_the_summary_is_aligned(screen):
    lines = screen([HEADER, "a," + GOOD_ROW]).error.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("criterion"))
    assert len({len(line) for line in lines[at:at + 1 + len(CRITERIA)]}) == 1


def test_the_summary_names_the_facts_that_unknown_verdicts_lack_most_often_first(screen):
    result = screen([HEADER, "a,1,,2,3", "b,1,,2,", "c,1,,2,3", "d," + GOOD_ROW])
    lines = [line.split() for line in result.error.splitlines()]
    at = next(i for i, line in enumerate(lines) if line[:3] == ["unknown", "verdicts", "lack"])
    assert lines[at + 1:at + 3] == [["3", "revenue_y1"], ["1", "it_supported_businesses"]]


def test_nothing_but_results_goes_to_standard_output(screen):
    result = screen([HEADER, "a,x,1,1,1"])
    assert len(result.text.splitlines()) == 2


# ------------------------------------------------------------------------ contradictions

def test_a_row_whose_facts_contradict_is_judged_and_warned_of(screen):
    header = HEADER + ",employees,rd_staff"
    result = screen([header, "a," + GOOD_ROW + ",100,40", "b," + GOOD_ROW + ",100,500"])
    assert result.status == 0
    assert [row["verdict"] for row in result.rows] == ["met", "met"]
    assert len(result.messages) == 1
    assert ":3: warning: " in result.messages[0]
    assert "rd_staff = 500" in result.messages[0] and "employees = 100" in result.messages[0]
    assert result.count("warned of") == 1


def test_main_revenue_above_revenue_is_warned_of_with_both_figures(screen):
    result = screen(["revenue_y1_yuan,main_revenue_y1_wan", "100000000,10001"])
    assert result.status == 0
    assert "100,010,000.00" in result.messages[0] and "100,000,000.00" in result.messages[0]


# --------------------------------------------------------------------------------- scale

def test_memory_does_not_grow_with_the_file(tmp_path):
    path = tmp_path / "many.csv"
    with path.open("w") as file:
        file.write(HEADER + "\n")
        for i in range(300_000):
            file.write(f"firm number {i} with a rather long label,{GOOD_ROW}\n")

    def limit():
        resource.setrlimit(resource.RLIMIT_DATA, (24 << 20, 24 << 20))

    with open(PROGRAM, "rb") as program:
        sanitized = b"__asan" in program.read()
    result = run("screen", "--rules", REPORTED, path, "-o", tmp_path / "out.csv",
                 preexec_fn=None if sanitized else limit)
    assert result.status == 0 and result.count("met") == 300_000
