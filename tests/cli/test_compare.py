# SPDX-License-Identifier: Apache-2.0
"""compare: enterprises under two rule sets, or two years of them."""

import pytest
from conftest import GOOD_ROW, HEADER, REPORTED, run
from firms import SIXTY_MILLION, STRONG, ZIGZAG, labelled, table

OLD, NEW = "cn.little-giant.2022", "cn.little-giant.2026"


@pytest.fixture
def compare(write):
    """Compares a table under two rule sets."""

    def comparer(content, *options, before=OLD, after=NEW):
        return run("compare", "--rules", before, "--rules", after, write(content), *options)

    return comparer


@pytest.fixture
def years(write):
    """Compares two tables under the requirements reported for 2020."""

    def comparer(first, second, *options, rules=REPORTED):
        return run("compare", "--rules", rules, write(first, "first.csv"), write(second, "second.csv"), *options)

    return comparer


def words(row):
    return [row["before"], row["after"], row["changed"], row["because"]]


# ---------------------------------------------------------------------------- two rule sets

def test_growth_by_mean_and_by_compound_rate_disagree(compare):
    result = compare(table(ZIGZAG))
    assert result.status == 0
    assert words(result.rows[0]) == ["met", "not_met", "yes", "after:growth"]


def test_60_million_yuan_are_enough_in_2026_and_not_in_2020(compare):
    result = compare(table(SIXTY_MILLION), before=REPORTED)
    assert words(result.rows[0]) == ["not_met", "met", "yes", "before:revenue"]


def test_an_enterprise_that_does_not_change_has_no_cause(compare):
    assert words(compare(table(STRONG)).rows[0]) == ["met", "met", "no", ""]
    assert words(compare(table(STRONG | {"srdi_title": "0"})).rows[0]) == ["not_met", "not_met", "no", ""]


def test_causes_of_both_sides_are_joined(compare):
    firm = STRONG | {"management_certified": "0", "overseas_certified": "0", "platform_score_y1_points": ""}
    row = compare(table(firm)).rows[0]
    assert row["before"] == "not_met" and row["after"] == "unknown" and row["changed"] == "yes"
    causes = row["because"].split(";")
    assert "after:platform-score" in causes and any(cause.startswith("before:") for cause in causes)


def test_labels_come_first_and_the_columns_follow(compare):
    result = compare(table(labelled(ZIGZAG, id="7", name="七星")))
    assert result.text.splitlines() == ["id,name,before,after,changed,because", "7,七星,met,not_met,yes,after:growth"]


def test_jsonl_has_the_same_keys_and_lists_as_arrays(compare):
    content = table(labelled(ZIGZAG, id="a,\"b\""), labelled(STRONG, id="2"), labelled(STRONG, id="3", employees="x"))
    as_csv, as_jsonl = compare(content), compare(content, "--format", "jsonl")
    assert as_csv.status == as_jsonl.status == 1
    for row, flat in zip(as_csv.rows, as_jsonl.objects, strict=True):
        assert list(row) == list(flat)
        assert flat == row | {"because": [cause for cause in row["because"].split(";") if cause]}


def test_the_summary_has_the_table_of_verdicts_and_the_causes(compare):
    firms = [labelled(ZIGZAG, id="1"), labelled(ZIGZAG, id="2"), labelled(STRONG, id="3"),
             labelled(STRONG, id="4", platform_score_y1_points="")]
    result = compare(table(*firms))
    lines = [line.split() for line in result.error.splitlines()]
    assert result.count("rows") == 4 and result.count("changed") == 3 and result.count("in error") == 0
    assert ["before", "\\", "after", "met", "not_met", "unknown"] in lines
    assert ["met", "1", "2", "1"] in lines
    assert "met -> not_met: 2, most often because of" in result.error and result.count("after:growth") == 2
    assert "met -> unknown: 1, most often because of" in result.error and result.count("after:platform-score") == 1
    assert not any(line[:1] == ["not_applicable"] for line in lines)


def test_a_row_in_error_is_written_and_counted(compare):
    result = compare(table(labelled(STRONG, id="1", employees="x"), labelled(STRONG, id="2")))
    assert result.status == 1 and result.count("in error") == 1
    assert words(result.rows[0]) == ["error", "error", "", ""] and words(result.rows[1])[0] == "met"


def test_assumptions_fill_both_sides_and_are_named(compare):
    firm = labelled(ZIGZAG, id="1") | {"high_reputation": "", "key_chain_link": ""}
    assert compare(table(firm)).rows[0]["before"] == "unknown"
    result = compare(table(firm), "--assume", "judgement")
    assert words(result.rows[0]) == ["met", "not_met", "yes", "after:growth"]
    assert set(result.rows[0]["assumed"].split(";")) == {"high_reputation", "key_chain_link"}
    assert "assumptions (--assume) matter in 1 row\n" in result.error


# -------------------------------------------------------------------------------- two years

def test_two_years_are_matched_by_id_in_the_order_of_the_second(years):
    result = years([HEADER, "a," + GOOD_ROW, "b,1,5,1,1"], ["name," + HEADER, "B,b," + GOOD_ROW, "A,a,1,5,1,1"])
    assert result.status == 0
    assert [[row["name"], row["id"], *words(row)] for row in result.rows] == [
        ["B", "b", "not_met", "met", "yes", "before:revenue"], ["A", "a", "met", "not_met", "yes", "after:revenue"]]
    assert result.count("only in the first file") == 0


def test_the_columns_of_the_two_files_may_differ_in_order_and_unit(years):
    second = ["revenue_y1_wan,it_supported_businesses,id,province_rank,srdi_title", "13800,3,a,2,1"]
    assert words(years([HEADER, "a," + GOOD_ROW], second).rows[0]) == ["met", "met", "no", ""]


def test_an_id_on_one_side_alone_is_told_counted_and_written(years):
    result = years([HEADER, "a," + GOOD_ROW, "gone," + GOOD_ROW, "b," + GOOD_ROW],
                   [HEADER, "new,1,5,1,1", "a," + GOOD_ROW, "b," + GOOD_ROW])
    assert result.status == 0 and result.count("rows") == 4
    assert [(row["id"], *words(row)) for row in result.rows] == [
        ("new", "absent", "not_met", "", ""), ("a", "met", "met", "no", ""), ("b", "met", "met", "no", ""),
        ("gone", "met", "absent", "", "")]
    assert result.count("only in the first file") == result.count("only in the second file") == 1
    assert any("second.csv:2: warning: id 'new' is not in " in line for line in result.messages)
    assert any("first.csv:3: warning: id 'gone' is not in " in line for line in result.messages)


def test_an_id_that_stands_twice_or_not_at_all_is_in_error(years):
    result = years([HEADER, "a," + GOOD_ROW, "a,0,1,1,1", "," + GOOD_ROW],
                   [HEADER, "a," + GOOD_ROW, "a,0,1,1,1", "," + GOOD_ROW])
    assert result.status == 1 and result.count("in error") == 4
    assert [row["after"] for row in result.rows] == ["met", "error", "error"]
    assert words(result.rows[0]) == ["met", "met", "no", ""]
    assert len([line for line in result.messages if ": error: " in line]) == 4


def test_an_id_that_stands_twice_in_the_second_file_alone_is_in_error_too(years):
    result = years([HEADER, "a," + GOOD_ROW], [HEADER, "b," + GOOD_ROW, "b,0,1,1,1", "a," + GOOD_ROW])
    assert result.status == 1 and result.count("in error") == result.count("only in the second file") == 1
    assert [row["after"] for row in result.rows] == ["met", "error", "met"]


def test_a_row_in_error_in_the_first_file_meets_its_partner(years):
    result = years([HEADER, "a,1,x,1,1"], [HEADER, "a," + GOOD_ROW])
    assert result.status == 1 and words(result.rows[0]) == ["error", "met", "", ""]
    assert result.count("in error") == 1


def test_two_years_under_two_rule_sets(write):
    result = run("compare", "--rules", OLD, "--rules", NEW, write(table(labelled(STRONG, id="1")), "first.csv"),
                 write(table(labelled(ZIGZAG, id="1")), "second.csv"))
    assert words(result.rows[0]) == ["met", "not_met", "yes", "after:growth"]


def test_assumptions_of_either_year_are_named(years):
    result = years([HEADER, "a,,138000000,2,3"], [HEADER, "a,1,138000000,2,"], "--assume", "srdi_title=1",
                   "--assume", "it_supported_businesses=1", "--assume", "own_brand=1")
    assert result.rows[0]["before"] == result.rows[0]["after"] == "met"
    assert result.rows[0]["assumed"] == "it_supported_businesses;srdi_title"  # in order of the facts


def test_one_file_can_come_from_standard_input(write):
    second = write([HEADER, "a," + GOOD_ROW])
    for arguments in (["-", second], [second, "-"]):
        result = run("compare", "--rules", REPORTED, *arguments, stdin=(HEADER + "\na,0,1,1,1\n").encode())
        assert result.status == 0 and result.rows[0]["changed"] == "yes"


def test_many_ids_are_matched(years):
    count = 5000
    first = [HEADER] + [f"{i},1,138000000,2,3" for i in range(count)]
    second = [HEADER] + [f"{i},{i % 2},138000000,2,3" for i in reversed(range(count))]
    result = years(first, second)
    assert result.status == 0 and result.count("rows") == count and result.count("changed") == count // 2
    assert [row["id"] for row in result.rows] == [str(i) for i in reversed(range(count))]


# ------------------------------------------------------------------------------ unusable calls

def test_two_files_need_ids(years):
    result = years([HEADER[3:], GOOD_ROW], [HEADER, "a," + GOOD_ROW])
    assert result.status == 2 and result.raw == b"" and "first.csv: has no column id" in result.error
    result = years([HEADER, "a," + GOOD_ROW], [HEADER[3:], GOOD_ROW])
    assert result.status == 2 and result.raw == b"" and "second.csv: has no column id" in result.error


@pytest.mark.parametrize("arguments, hints", [
    (["--rules", OLD, "a.csv"], ["two rule sets", "two files"]),
    (["a.csv", "b.csv"], ["--rules"]),
    (["--rules", OLD, "--rules", NEW, "--rules", REPORTED, "a.csv"], ["--rules", "twice"]),
    (["--rules", OLD, "--rules", "cn.little-giant.2062", "a.csv"], ["did you mean"]),
    (["--rules", OLD, "-", "-"], ["standard input"]),
    (["--rules", OLD, "a.csv", "b.csv", "c.csv"], ["'c.csv'"]),
    (["--rules", OLD, "--rules", NEW], ["FILE"]),
    (["--rules", OLD, "--rules", NEW, "missing.csv"], ["missing.csv", "cannot be opened"]),
])
def test_a_comparison_that_cannot_be_made_is_refused(arguments, hints):
    result = run("compare", *arguments)
    assert result.status == 2 and result.raw == b""
    assert all(hint in result.error for hint in hints)


def test_neither_input_is_overwritten(write):
    first = write([HEADER, "a," + GOOD_ROW], "first.csv")
    second = write([HEADER, "a," + GOOD_ROW], "second.csv")
    for out in (first, second):
        before = out.read_bytes()
        result = run("compare", "--rules", REPORTED, first, second, "-o", out)
        assert result.status == 2 and out.read_bytes() == before


def test_the_output_goes_to_a_file(write, tmp_path):
    out = tmp_path / "out.csv"
    result = run("compare", "--rules", OLD, "--rules", NEW, write(table(ZIGZAG)), "-o", out)
    assert result.status == 0 and result.raw == b""
    assert out.read_text() == "before,after,changed,because\nmet,not_met,yes,after:growth\n"


def test_other_commands_take_one_rule_set(write):
    result = run("screen", "--rules", OLD, "--rules", NEW, write(table(STRONG)))
    assert result.status == 2 and "compare" in result.error
