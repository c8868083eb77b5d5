# SPDX-License-Identifier: Apache-2.0
"""The example programs do what they say, on the example data and on tables with mistakes in them."""
import re

import pytest
from conftest import COUNTY, DATA, run

REPORTED = "cn.little-giant.2020-reported"


def qualifiers(output):
    return {line.split()[0] for line in output.splitlines() if line.endswith("  qualifies")}


def one_short(output):
    return {line.split()[0]: line for line in output.splitlines() if "  misses one condition: " in line}


@pytest.fixture(scope="session")
def batch(examples, rules):
    done = run(examples / "batch_job", rules, COUNTY)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


# ------------------------------------------------------------------------------ an oracle

NOT_APPLICABLE, UNKNOWN, MET, NOT_MET = "not_applicable", "unknown", "met", "not_met"


def combine(kind, verdicts):
    """Strong Kleene logic for the combinations that the two rule sets use."""
    if kind == "when":
        if verdicts[0] != MET:
            return {NOT_MET: NOT_APPLICABLE}.get(verdicts[0], verdicts[0])
        return combine("all", verdicts[1:])
    present = [verdict for verdict in verdicts if verdict != NOT_APPLICABLE]
    decisive, otherwise = (NOT_MET, MET) if kind == "all" else (MET, NOT_MET)
    if not present:
        return NOT_APPLICABLE
    if decisive in present:
        return decisive
    return UNKNOWN if UNKNOWN in present else otherwise


def judge(criteria, leaves, row):
    """The verdict of a row from the verdicts of the leaves, by recursion over the names of parents."""
    children = [child for child in criteria if child["parent"] == row["id"]]
    if not children:
        return leaves[row["id"]]
    return combine(row["kind"], [judge(criteria, leaves, child) for child in children])


def turning_points(criteria, leaves):
    """The unmet leaves of which one alone, if it were met, would make the whole met."""
    names = [row["id"] for row in criteria if row["facts"] and leaves[row["id"]] == NOT_MET]
    # A guard is not a condition to be met: it says for whom the others hold.
    guards = {row["id"] for before, row in zip(criteria, criteria[1:]) if before["kind"] == "when"}
    return [name for name in names
            if name not in guards and judge(criteria, {**leaves, name: MET}, criteria[0]) == MET]


# ------------------------------------------------------------------------------ batch_job

def test_batch_job_finds_those_who_qualify(batch, screened):
    assert qualifiers(batch) == {row["id"] for row in screened if row["verdict"] == MET}


def test_batch_job_finds_those_who_miss_one_condition(batch, criteria, screened):
    expected = set()
    for row in screened:
        assert judge(criteria, row, criteria[0]) == row["verdict"]
        if row["verdict"] == NOT_MET and turning_points(criteria, row):
            expected.add(row["id"])
    assert set(one_short(batch)) == expected


def test_batch_job_names_a_condition_that_would_do(batch, criteria, screened):
    titles = {row["id"]: row["title"]["en"] for row in criteria}
    leaves = {row["id"]: row for row in screened}
    for name, line in one_short(batch).items():
        named = line.split("  misses one condition: ")[1]
        assert any(named.startswith(titles[point]) for point in turning_points(criteria, leaves[name])), line


def test_batch_job_adds_up(batch, screened):
    numbers = [int(number) for number in re.findall(r"\d+", batch.splitlines()[-1])]
    assert numbers[0] == sum(numbers[1:]) == len(screened)
    assert numbers[1] == len(qualifiers(batch)) and numbers[2] == len(one_short(batch))
    assert numbers[4] == sum(row["verdict"] == UNKNOWN for row in screened)


@pytest.mark.parametrize("enterprise, rules_id, distance", [
    ("INV-004", REPORTED, '"Operating revenue, last full year" must rise by 0.01 yuan, to 100,000,000.01 yuan'),
    ("INV-005", "cn.little-giant.2022", '"R&D expense, last full year" must rise by 0.01 yuan, to '),
    ("INV-006", "cn.little-giant.2022", '"Time in the niche market" must rise by 1 month, to 3 years'),
    ("INV-007", "cn.little-giant.2022", '"Market share of the main product" must rise by 0.01 %, to 10 %'),
    ("INV-008", "cn.little-giant.2022", '"Total liabilities, end of last full year" must fall by 0.01 yuan, to '),
])
def test_batch_job_says_how_little_is_missing(examples, enterprise, rules_id, distance):
    assert distance in one_short(run(examples / "batch_job", rules_id, COUNTY).stdout)[enterprise]


def test_batch_job_reports_bad_cells_and_judges_the_rest(examples, tmp_path):
    table = tmp_path / "bad.csv"
    table.write_bytes("\ufeffid,name,srdi_title,revenue_y1_yuan,province_rank,it_supported_businesses\r\n"
                      "A,fine,1,100000000.01,3,1\r\n"
                      "\r\n"
                      'B,"two\r\nlines",1,100000000,3,1\r\n'
                      "C,half a fen,1,100000000.005,3,1\r\n"
                      "D,two mistakes,perhaps,many,3,1\r\n"
                      "E,too short,1\r\n".encode())
    done = run(examples / "batch_job", REPORTED, table)
    assert done.returncode == 1
    places = re.findall(r"bad\.csv:(\d+): (?:column (\d+) \((\w+)\))?", done.stderr)
    assert places == [("6", "4", "revenue_y1_yuan"), ("7", "3", "srdi_title"), ("7", "4", "revenue_y1_yuan"),
                      ("8", "", "")]
    assert qualifiers(done.stdout) == {"A"} and set(one_short(done.stdout)) == {"B"}
    assert done.stdout.splitlines()[-1].startswith("5 enterprises: 1 qualify, 1 miss exactly one")
    assert done.stdout.splitlines()[-1].endswith(" 3 in error")


@pytest.mark.parametrize("header, complaint", [
    ("id,revenue_y1", "column 2 (revenue_y1)"),
    ("id,revenu_y1_yuan", "column 2 (revenu_y1_yuan)"),
    ("", "there is no header"),
])
def test_batch_job_refuses_an_unusable_header(examples, tmp_path, header, complaint):
    table = tmp_path / "table.csv"
    table.write_text(header + "\n" if header else "")
    done = run(examples / "batch_job", REPORTED, table)
    assert done.returncode == 2 and done.stdout == "" and complaint in done.stderr


def test_batch_job_refuses_a_wrong_call(examples):
    assert run(examples / "batch_job").returncode == 2
    assert run(examples / "batch_job", "cn.no-such-rules", COUNTY).returncode == 2
    assert run(examples / "batch_job", REPORTED, DATA / "no-such-file.csv").returncode == 2


# ----------------------------------------------------------------------- the small programs

def test_one_enterprise_says_what_is_missing(examples):
    done = run(examples / "one_enterprise")
    assert done.returncode == 0 and done.stdout.startswith("verdict: unknown\n")
    assert "138,000,000.00 yuan" in done.stdout and "Provincial specialised-SME title" in done.stdout


def test_one_criterion_decides_by_one_fen(examples):
    done = run(examples / "one_criterion")
    assert done.returncode == 0
    assert done.stdout.split("\n\n")[:2] == [
        "verdict   not met\nmeasured  100,000,000.00 yuan\nrequired  100,000,000.00 yuan\nmargin    0.00 yuan",
        "verdict   met\nmeasured  100,000,000.01 yuan\nrequired  100,000,000.00 yuan\nmargin    0.01 yuan",
    ]


# ------------------------------------------------------------------------- the real profile

def test_seven_stars_is_left_open_and_not_in_error(littlegiant, rules):
    done = run(littlegiant, "screen", "--rules", rules, DATA / "seven_stars.csv")
    assert done.returncode == 0, done.stderr
    verdict, = [line for line in done.stdout.splitlines() if line.startswith("seven-stars")]
    assert ",unknown," in verdict


def test_every_published_figure_has_its_source(county):
    header, figures = (DATA / "seven_stars.csv").read_text(encoding="utf-8").splitlines()
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    for column, figure in zip(header.split(","), figures.split(",")):
        if column not in ("id", "name", "region"):
            assert re.search(rf"\| `{column}` \| {re.escape(figure)} \|.*https://", readme), column
