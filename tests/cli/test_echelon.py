# SPDX-License-Identifier: Apache-2.0
"""echelon: levels, next steps, regions, and the enterprises nearest to their next level."""

import resource

import pytest
from conftest import PROGRAM, run
from firms import STRONG, labelled, table

DAY = "2026-05-01"


@pytest.fixture
def echelon(write):
    """Sorts a table on a day."""

    def sorter(content, *options, on=DAY):
        return run("echelon", "--on", on, write(content), *options)

    return sorter


def standing(row):
    return [row["level"], row["next"], row["not_met"], row["unknown"], row["steps"]]


@pytest.mark.parametrize("changes, expected", [
    ({}, ["little-giant", "none", "0", "0", ""]),
    ({"ip_class1_own": "3"}, ["specialised-sme", "little-giant", "1", "0", "class-1-ip"]),
    ({"platform_score_y1_points": "59.99"}, ["specialised-sme", "little-giant", "1", "0", "platform-score"]),
    ({"platform_score_y1_points": "49"}, ["innovative-sme", "specialised-sme", "1", "0", "platform-score"]),
    ({"key_chain_link": "", "main_revenue_y1_wan": "11000"},
     ["specialised-sme", "little-giant", "1", "1", "main-share;key-link"]),
])
def test_each_enterprise_has_a_level_and_the_steps_to_the_next(echelon, changes, expected):
    result = echelon(table(STRONG | changes))
    assert result.status == 0 and standing(result.rows[0]) == expected


def test_nothing_known_is_no_level(echelon):
    row = echelon(table({"id": "1", "employees": ""})).rows[0]
    assert row["level"] == "none" and row["next"] == "innovative-sme"
    assert row["not_met"] == "0" and int(row["unknown"]) == len(row["steps"].split(";"))


def test_the_day_decides_by_which_rules(echelon):
    firm = STRONG | {"ip_class1_own": "3", "ip_class1": "3"}  # two were enough until March 2026, four are wanted since
    assert echelon(table(firm), on="2026-03-31").rows[0]["level"] == "little-giant"
    assert echelon(table(firm), on="2026-04-01").rows[0]["level"] == "specialised-sme"


def test_a_level_without_rules_is_passed_over(echelon):
    row = echelon(table({"id": "1", "employees": ""}), on="2021-05-01").rows[0]
    assert row["level"] == "none" and row["next"] == "little-giant"


@pytest.mark.parametrize("day", ["2017-01-01", "2019-06-01"])
def test_a_day_on_which_nothing_is_in_force_is_unusable(echelon, day):
    result = echelon(table(STRONG), on=day)
    assert result.status == 2 and result.raw == b"" and "nothing in force" in result.error and day in result.error


def test_jsonl_has_numbers_and_arrays(echelon):
    content = table(labelled(STRONG, id="1", ip_class1_own="3"), labelled(STRONG, id="2", employees="x"))
    result = echelon(content, "--format", "jsonl")
    assert result.status == 1
    assert result.objects == [
        {"id": "1", "level": "specialised-sme", "next": "little-giant", "not_met": 1, "unknown": 0,
         "steps": ["class-1-ip"]},
        {"id": "2", "level": "error", "next": "error", "not_met": None, "unknown": None, "steps": []}]


def test_levels_are_counted_by_region(echelon):
    firms = [labelled(STRONG, id="1", region="鲤城区"), labelled(STRONG, id="2", region="鲤城区", ip_class1_own="1"),
             labelled(STRONG, id="3", region="Hefei"), labelled(STRONG, id="4", region="")]
    lines = [line.split() for line in echelon(table(*firms)).error.splitlines()]
    # Highest level first; the last column counts those that reach no level.
    assert ["鲤城区", "1", "1", "0", "0"] in lines and ["Hefei", "1", "0", "0", "0"] in lines
    assert ["(no", "region)", "1", "0", "0", "0"] in lines and ["total", "3", "1", "0", "0"] in lines


def test_without_a_region_column_all_are_under_no_region(echelon):
    assert ["(no", "region)", "1", "0", "0", "0"] in [line.split() for line in echelon(table(STRONG)).error.splitlines()]


# ------------------------------------------------------------------------------ the coaching list

def listed(result):
    """Names in the list, in its order."""
    return [line.split(". ", 1)[1].split(", ")[0] for line in result.error.splitlines()
            if line[:4].strip().isdigit() and line[4:6] == ". "]


FIRMS = [
    labelled(STRONG, id="1", name="two short", ip_class1_own="3", platform_score_y1_points="55"),
    labelled(STRONG, id="2", name="top"),
    labelled(STRONG, id="3", name="one to show", key_chain_link=""),
    labelled(STRONG, id="4", name="one short", ip_class1_own="3"),
    labelled(STRONG, id="5", name="one short and one to show", ip_class1_own="3", key_chain_link=""),
    labelled(STRONG, id="6", name="one short as well", ip_class1_own="2"),
]


def test_the_nearest_come_first_and_those_at_the_top_are_not_listed(echelon):
    result = echelon(table(*FIRMS))
    assert listed(result) == ["one to show", "one short", "one short as well", "one short and one to show", "two short"]
    assert "nearest to their next level (5/5)" in result.error


@pytest.mark.parametrize("count", [0, 1, 3])
def test_as_many_are_listed_as_asked_for(echelon, count):
    result = echelon(table(*FIRMS), "--nearest", str(count))
    assert listed(result) == ["one to show", "one short", "one short as well"][:count]
    assert len(result.rows) == len(FIRMS)


def test_twenty_are_listed_by_default(echelon):
    firms = [labelled(STRONG, id=str(i), name=f"firm {i}", ip_class1_own="3") for i in range(25)]
    assert listed(echelon(table(*firms))) == [f"firm {i}" for i in range(20)]


def test_steps_are_told_in_words_with_how_far(echelon):
    firm = labelled(STRONG, id="1", name="七星", platform_score_y1_points="55.5", rd_expense_y1_wan="400")
    result = echelon(table(firm))
    assert "七星, id 1, line 2 -> Little Giant: 2 not met, 0 unknown" in result.error
    assert "+1,000,000.00 yuan" in result.error  # 400 and 700 of the 1,200 * 10,000 yuan in two years
    assert "+4.5" in result.error


def test_the_list_speaks_the_language(echelon):
    assert "专精特新“小巨人”企业" in echelon(table(*FIRMS), "--lang", "zh").error
    assert "terdekat ke tingkat berikutnya" in echelon(table(*FIRMS), "--lang", "id").error


def test_labels_cannot_steer_the_terminal(echelon):
    result = echelon(table(labelled(STRONG, id="1", name="\x1b[31m", region="\x1b[32m", ip_class1_own="3")))
    assert b"\x1b" not in result.raw_error and "\\x1b[31m" in result.error and "\\x1b[32m" in result.error


def test_assumptions_are_filled_and_named(echelon):
    firm = STRONG | {"high_reputation": "", "key_chain_link": "", "dishonesty_list": ""}
    result = echelon(table(firm), "--assume", "judgement", "--assume", "clean-record")
    assert result.rows[0]["level"] == "little-giant"
    assert {"high_reputation", "key_chain_link"} <= set(result.rows[0]["assumed"].split(";"))
    assert "assumptions (--assume) matter in 1 row\n" in result.error


@pytest.mark.parametrize("arguments, hints", [
    (["a.csv"], ["--on"]),
    (["--on", "2026-02-30", "a.csv"], ["2026-02-30"]),
    (["--on", DAY], ["FILE"]),
    (["--on", DAY, "--nearest", "many", "a.csv"], ["'many'"]),
    (["--on", DAY, "--nearest", "-1", "a.csv"], ["'-1'"]),
    (["--on", DAY, "--rules", "cn.little-giant.2026", "a.csv"], ["--rules"]),
    (["--on", DAY, "--format", "text", "a.csv"], ["csv, jsonl"]),
])
def test_a_call_that_cannot_be_understood_is_refused(arguments, hints):
    result = run("echelon", *arguments)
    assert result.status == 2 and result.raw == b""
    assert all(hint in result.error for hint in hints)


def test_memory_does_not_grow_with_the_file(tmp_path):
    content = table(labelled(STRONG, id="1", region="Licheng", ip_class1_own="3"))
    head, row = content.splitlines()
    path = tmp_path / "many.csv"
    with path.open("w") as file:
        file.write(head + "\n" + (row + "\n") * 60_000)

    def limit():
        resource.setrlimit(resource.RLIMIT_DATA, (24 << 20, 24 << 20))

    with open(PROGRAM, "rb") as program:
        sanitized = b"__asan" in program.read()
    result = run("echelon", "--on", DAY, path, "-o", tmp_path / "out.csv", preexec_fn=None if sanitized else limit)
    assert result.status == 0 and "60,000 rows, 0 in error" in result.error
