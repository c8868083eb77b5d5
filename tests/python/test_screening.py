# SPDX-License-Identifier: Apache-2.0
"""A table of enterprises: counts against the program and against assessments one by one; rows that are in error."""

import csv
import datetime
import io
import subprocess
from collections import Counter

import pytest
from conftest import COUNTY, REPORTED
from littlegiant import (
    Fault,
    InvalidValueError,
    Level,
    LittleGiantError,
    Profile,
    UnknownNameError,
    Verdict,
    WrongTypeError,
    assess,
    echelon,
    percent,
    rulesets,
    screen,
    wan,
)

DAY = datetime.date(2026, 5, 1)
LABELS = ("id", "name", "credit_code", "region")


def profiles(rows):
    return [Profile.from_mapping(row, ignore=LABELS) for row in rows]


def found(counts):
    """Verdicts that occur."""
    return {verdict.word: number for verdict, number in counts.items() if number}


# ------------------------------------------------------------------------------------ counts


@pytest.mark.parametrize("rules", rulesets(), ids=lambda rules: rules.id)
def test_verdicts_are_counted_as_the_program_gives_them(rules, program):
    done = subprocess.run([program, "screen", "--rules", rules.id, str(COUNTY)], capture_output=True, encoding="utf-8")
    lines = list(csv.DictReader(io.StringIO(done.stdout)))
    screened = screen(COUNTY, rules)
    assert (screened.rows, screened.judged, screened.source) == (len(lines), len(lines), str(COUNTY))
    assert found(screened.verdicts) == Counter(line["verdict"] for line in lines)
    for count in screened.criteria[1:]:
        assert found(count.verdicts) == Counter(line[count.criterion.id] for line in lines), count.criterion


def test_ways_are_counted_as_assessments_give_them(county):
    rules = "cn.little-giant.2022"
    screened = screen(county, rules, nearest=1000)
    routes = [(line, assess(firm, rules).route) for line, firm in enumerate(profiles(county), 1)]
    steps = Counter((step.finding.id, step.verdict) for _, route in routes for step in route)
    for count in screened.criteria:
        name = count.criterion.id
        assert (count.to_change, count.to_show) == (steps[name, Verdict.NOT_MET], steps[name, Verdict.UNKNOWN])
    changes = {line: sum(step.verdict is Verdict.NOT_MET for step in route) for line, route in routes if route}
    assert screened.distances == Counter(changes.values()) and list(screened.distances) == sorted(screened.distances)
    for change, obstacles in screened.obstacles.items():
        ways = (route for line, route in routes if changes.get(line) == change)
        assert obstacles == Counter(step.finding.id for way in ways for step in way if step.verdict is Verdict.NOT_MET)
    order = sorted(changes, key=lambda line: (changes[line], len(routes[line - 1][1]), line))
    assert [firm.line for firm in screened.nearest] == order
    assert [firm.line for firm in screen(county, rules, nearest=7).nearest] == order[:7]
    nearest = screened.nearest[0]
    assert nearest.labels["id"] == county[nearest.line - 1]["id"]
    assert nearest.assessment.route == routes[nearest.line - 1][1]


def test_levels_are_counted_as_echelons_give_them(county):
    screened = screen(county, "cn.little-giant.2026", on=DAY)
    stands = [echelon(firm, DAY) for firm in profiles(county)]
    assert [count.level for count in screened.levels] == [rung.level for rung in stands[0].rungs]
    for number, count in enumerate(screened.levels):
        assert count.rules == stands[0].rungs[number].rules
        assert found(count.verdicts) == Counter(stand.rungs[number].verdict.word for stand in stands)
        assert count.reached == sum(stand.level is count.level for stand in stands)


def test_the_level_of_the_rules_goes_by_these_and_the_others_by_the_day(county):
    rules = [count.rules.id for count in screen(county[:1], REPORTED, on=DAY).levels]
    assert rules[-1] == REPORTED and "cn.little-giant.2026" not in rules and len(rules) == 3
    assert [count.level for count in screen([], REPORTED, on=datetime.date(2020, 10, 1)).levels] == [Level.LITTLE_GIANT]


def test_the_day_is_by_default_one_on_which_the_rules_are_in_force():
    for rules in rulesets():
        on = screen([], rules).on
        assert (rules.in_force_from or on) <= on <= (rules.in_force_to or on)


def test_regions_are_counted_apart(county):
    places = ["鲤城区", "丰泽区", ""]
    rows = [{**row, "region": places[number % 3 % 2]} for number, row in enumerate(county)]
    screened = screen(rows, "cn.little-giant.2022")
    assert [count.region for count in screened.regions] == places[:2], "the largest first"
    for count in screened.regions:
        alone = screen([row for row in rows if row["region"] == count.region], "cn.little-giant.2022")
        assert count.verdicts == alone.verdicts
        assert {level.level: level.reached for level in alone.levels}.items() <= count.reached.items()
        assert count.steps == {
            criterion.criterion.id: total
            for criterion in alone.criteria
            if (total := criterion.to_change + criterion.to_show)
        }


def test_regions_beyond_a_number_are_counted_together():
    screened = screen([{"region": str(number % 300)} for number in range(900)], REPORTED)
    assert len(screened.regions) == 201
    assert [sum(count.verdicts.values()) for count in screened.regions if count.region is None] == [300]


def test_a_table_of_several_chunks_comes_out_as_the_sum_of_its_rows(county):
    once, often = screen(county, REPORTED), screen(county * 31, REPORTED)
    assert often.rows == 6200
    assert often.verdicts == {verdict: 31 * number for verdict, number in once.verdicts.items()}
    assert [count.to_change for count in often.criteria] == [31 * count.to_change for count in once.criteria]
    assert [firm.labels["id"] for firm in often.nearest[:31]] == [once.nearest[0].labels["id"]] * 31


def test_what_is_assumed_and_what_rests_on_it():
    firms = [
        {"srdi_title": "1", "revenue_y1_wan": "20000", "province_rank": "1"},
        {"srdi_title": "1", "revenue_y1_wan": "20000", "province_rank": "1", "it_supported_businesses": "1"},
        {"srdi_title": "0", "revenue_y1_wan": "20000", "province_rank": "1"},
    ]
    screened = screen(firms, REPORTED, assume={"it_supported_businesses": 1})
    assert screened.assumed == ("it_supported_businesses",)
    assert found(screened.verdicts) == {"met": 2, "not_met": 1}
    assert screened.assumed_verdicts == 1, "the second knows it, and the third fails whatever it is"
    assert [step.finding.id for step in screened.nearest[0].assessment.route] == ["srdi-title"]
    assert screen(firms, REPORTED).assumed_verdicts == 0


# ------------------------------------------------------------------------------------- cells

BAD_ROWS = [
    ('"A"x,1', 2, Fault.QUOTES, None, None),
    ("A", 2, Fault.CELLS, None, None),
    ("A,1,2", 2, Fault.CELLS, None, None),
    (b"\xff\xfe,1", 2, Fault.ENCODING, None, None),
    ("A,1O000", 2, Fault.NUMBER, "revenue_y1_wan", "1O000"),
    ("A,0.00000001", 2, Fault.INEXACT, "revenue_y1_wan", "0.00000001"),
    ("A,900000000000", 2, Fault.RANGE, "revenue_y1_wan", "900000000000"),
    ('\n\n"A\n1","1,5"', 4, Fault.NUMBER, "revenue_y1_wan", "1,5"),
]


@pytest.mark.parametrize("row, line, fault, column, value", BAD_ROWS, ids=[str(row[2]) for row in BAD_ROWS])
def test_a_bad_row_is_told_and_spoils_no_other(tmp_path, row, line, fault, column, value):
    path = tmp_path / "table.csv"
    raw = row if isinstance(row, bytes) else row.encode()
    path.write_bytes(b"id,revenue_y1_wan\n" + raw + b"\nB,10001\n")
    screened = screen(path, REPORTED)
    assert (screened.rows, screened.error_rows, screened.judged) == (2, 1, 1)
    assert [(error.line, error.fault, error.column, error.value) for error in screened.errors] == [
        (line, fault, column, value)
    ]
    assert screened.faults == {(column, fault): 1}
    assert [firm.labels for firm in screened.nearest] == [{"id": "B"}]
    assert screened.nearest[0].assessment["revenue"].verdict is Verdict.MET


def test_every_bad_cell_of_a_row_is_told():
    row = {"srdi_title": "maybe", "size_sector": "industrx", "revenue_y1_wan": 1.5, "id": 7}
    screened = screen([row], REPORTED)
    assert [(error.column, error.fault) for error in screened.errors] == [
        ("srdi_title", Fault.FLAG),
        ("size_sector", Fault.STEP),
        ("revenue_y1_wan", Fault.OTHER),
    ]
    assert str(screened.errors[0]).startswith("1: srdi_title: 'maybe' is neither yes nor no")
    assert "did you mean 'industry'" in screened.errors[1].message and "is a float" in screened.errors[2].message
    assert (screened.error_rows, screened.judged) == (1, 0)


def test_two_columns_for_one_fact_are_an_error_of_the_row():
    errors = screen([{"revenue_y1_wan": "1", "revenue_y1_yuan": "10000"}], REPORTED).errors
    assert [str(error) for error in errors] == [
        "1: revenue_y1_yuan: revenue_y1 is given by two columns; leave one out",
    ]


HEADERS = [
    ("", InvalidValueError, "there is no header line"),
    ("id,revenue_y1\n", UnknownNameError, "column 2: there is no column 'revenue_y1'; its name must carry the unit"),
    ("id,id\n", InvalidValueError, "column 2: there are two columns 'id'"),
    ("revenue_y1_wan,revenue_y1_yuan\n", InvalidValueError, "column 2: revenue_y1_yuan: revenue_y1 is given by two"),
    (b"\xcf\xfa\xca\xdb\n", InvalidValueError, "the file is not UTF-8"),
]


@pytest.mark.parametrize("text, error, message", HEADERS)
def test_a_header_that_cannot_be_used_is_told_with_its_place(tmp_path, text, error, message):
    path = tmp_path / "table.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(error) as caught:
        screen(path, REPORTED)
    assert str(caught.value).startswith(f"{path}:1: ") and message in str(caught.value)


def test_a_byte_order_mark_and_words_of_all_languages_are_read(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes("\ufeffname,srdi_title,size_sector\r\n甲,是,工业\r\n\r\n乙,no,industry\r\n".encode())
    screened = screen(path, REPORTED)
    assert (screened.rows, screened.error_rows) == (2, 0)
    assert found(screened.criteria[1].verdicts) == {"met": 1, "not_met": 1}
    assert {firm.line for firm in screened.nearest} == {2, 4}


def test_rows_may_be_profiles_and_mappings_of_typed_values():
    firms = [Profile(revenue_y1=wan(10001)), {"revenue_y1": wan(10001)}, {"revenue_y1_wan": 10001, "name": "甲"}]
    revenue = screen(firms, REPORTED).criteria[2]
    assert revenue.criterion.id == "revenue" and found(revenue.verdicts) == {"met": 3}


def test_what_is_no_table_is_refused_with_advice():
    pyarrow = pytest.importorskip("pyarrow")
    with pytest.raises(WrongTypeError, match="not a Table; of a table, pass its rows"):
        screen(pyarrow.table({"id": ["A"]}), REPORTED)
    for firm in (Profile(srdi_title=True), {"srdi_title": "yes"}):
        with pytest.raises(WrongTypeError, match="this is one: put it in a list, or use assess"):
            screen(firm, REPORTED)
    with pytest.raises(WrongTypeError, match="row 1 is neither a Profile nor a mapping"):
        screen(["A"], REPORTED)
    with pytest.raises(UnknownNameError, match="did you mean 'employees'"):
        screen([{"employes": "1"}], REPORTED)
    with pytest.raises(FileNotFoundError):
        screen("there-is-none.csv", REPORTED)


def test_figures_that_do_not_fit_together_are_told_and_judged():
    screened = screen([{"id": "A", "employees": "10", "rd_staff": "11"}, {"id": "B", "employees": "10"}], REPORTED)
    assert (screened.doubtful_rows, screened.judged) == (1, 2)
    (doubt,) = screened.doubts
    assert (doubt.line, doubt.labels, [issue.fact for issue in doubt.issues]) == (1, {"id": "A"}, ["rd_staff"])


def test_of_very_many_errors_the_first_are_kept_and_all_are_counted():
    rows = [{"employees": "x", "rd_staff": "y"}] * 600 + [{"market_share": percent(1), "employees": "10"}]
    screened = screen(rows, REPORTED)
    assert (screened.error_rows, len(screened.errors)) == (600, 1000)
    assert screened.faults == {("employees", Fault.NUMBER): 600, ("rd_staff", Fault.NUMBER): 600}


# ---------------------------------------------------------------------------------- progress


def test_a_bar_tells_how_many_rows_were_read(capsys, county):
    screen(county, REPORTED, progress=True)
    assert "cn.little-giant.2020-reported: 100%" in capsys.readouterr().err
    screen(county, REPORTED)
    assert capsys.readouterr().err == "", "no terminal, no bar"


def test_a_bar_that_cannot_be_shown_is_refused(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "tqdm", None)
    with pytest.raises(LittleGiantError, match="progress=True needs the packages tqdm: install"):
        screen([], REPORTED, progress=True)
    assert screen([], REPORTED).rows == 0
