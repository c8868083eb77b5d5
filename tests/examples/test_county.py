# SPDX-License-Identifier: Apache-2.0
"""county.csv is what its script writes, and has an enterprise on, below and above every bound.

The bounds are read from the program, but how a verdict follows from a bound is worked out here anew,
in fractions, so that the program is also held against the table.
"""
import fractions
import sys

from conftest import COUNTY, DATA, run

TITLED = 11

# Factor from the unit that a column of the county carries to the canonical unit.
FACTORS = {"_yuan": 100, "_percent": 100, "_months": 1, "": 1}


def facts_of(row):
    """The known facts of a row of the county, in canonical units, exactly."""
    facts = {}
    for column, text in row.items():
        if text == "" or column in ("id", "name", "region"):
            continue
        suffix = next(suffix for suffix in FACTORS if column.endswith(suffix))
        value = fractions.Fraction(text) * FACTORS[suffix]
        assert value.denominator == 1, (row["id"], column, text)
        facts[column.removesuffix(suffix)] = int(value)
    return facts


def measure(criterion, facts):
    """The measured value of a leaf, None if it cannot be measured."""
    values = [facts.get(fact) for fact in criterion["facts"]]
    if None in values:
        return None
    if criterion["kind"] in ("value", "flag"):
        return fractions.Fraction(values[0])
    if criterion["kind"] == "ratio":
        return fractions.Fraction(values[0], values[1]) if values[1] else None
    if criterion["kind"] == "mean-growth":
        last, middle, first = values
        return (fractions.Fraction(last, middle) + fractions.Fraction(middle, first)) / 2 - 1
    raise NotImplementedError(criterion["kind"])


def bounds(criterion):
    numerators = [criterion["bound"]]
    if criterion["operator"] == "between":
        numerators.append(criterion["bound_high"])
    return [fractions.Fraction(bound, criterion["bound_denominator"]) for bound in numerators]


def holds(criterion, measured):
    low, *high = bounds(criterion)
    return {
        "ge": lambda: measured >= low,
        "gt": lambda: measured > low,
        "le": lambda: measured <= low,
        "lt": lambda: measured < low,
        "eq": lambda: measured == low,
        "between": lambda: low <= measured <= high[0],
    }[criterion["operator"]]()


def measured_leaves(criteria):
    return [criterion for criterion in criteria if criterion["facts"] and criterion["kind"] != "sme-size"]


def test_the_script_writes_the_committed_file(littlegiant, tmp_path):
    again = tmp_path / "county.csv"
    done = run(sys.executable, DATA / "make_county.py", "--littlegiant", littlegiant, "-o", again)
    assert done.returncode == 0, done.stderr
    assert again.read_bytes() == COUNTY.read_bytes(), "regenerate it: examples/data/README.md says how"


def test_the_script_types_no_bound(criteria):
    text = (DATA / "make_county.py").read_text(encoding="utf-8")
    for criterion in measured_leaves(criteria):
        if criterion["kind"] != "flag" and criterion["bound"] > 1000:
            assert str(criterion["bound"]) not in text.replace("_", ""), criterion["id"]


def test_enterprises_are_marked_as_invented(county):
    assert len(county) == 200
    assert len({row["id"] for row in county}) == 200
    for row in county:
        assert row["id"].startswith("INV-") and "(invented)" in row["name"] and row["region"] == "鲤城区"


def test_eleven_hold_the_title(county):
    assert sum(row["srdi_title"] == "1" for row in county) == TITLED


def test_titled_enterprises_qualify_or_miss_or_lack_papers(screened):
    verdicts = [row["verdict"] for row in screened][:TITLED]
    assert set(verdicts) == {"met", "not_met", "unknown"}


def test_many_enterprises_have_gaps(county):
    assert sum("" in row.values() for row in county) > 100


def test_every_verdict_follows_from_the_bound(county, criteria, screened):
    for row, answer in zip(county, screened):
        facts = facts_of(row)
        for criterion in measured_leaves(criteria):
            measured = measure(criterion, facts)
            expected = "unknown" if measured is None else "met" if holds(criterion, measured) else "not_met"
            assert answer[criterion["id"]] == expected, (row["id"], criterion["id"])


def test_every_bound_has_an_enterprise_on_it_and_one_unit_to_each_side(county, criteria):
    firms = [facts_of(row) for row in county]
    for criterion in measured_leaves(criteria):
        if criterion["kind"] == "flag":
            assert {firm.get(criterion["facts"][0]) for firm in firms} >= {0, 1}, criterion["id"]
            continue
        for bound in bounds(criterion):
            for offset in (-1, 0, 1):
                assert any(is_beside(criterion, firm, bound, offset) for firm in firms), (criterion["id"], bound, offset)


def is_beside(criterion, facts, bound, offset):
    """Whether moving the first fact back by the offset would put this firm exactly on the bound."""
    moved = dict(facts)
    first = criterion["facts"][0]
    if first not in moved:
        return False
    moved[first] -= offset
    return measure(criterion, moved) == bound


def test_size_limits_have_an_enterprise_on_each_side(county, criteria, screened):
    """The limits are those at which one more person, or one more fen, makes a firm large."""
    if not any(criterion["kind"] == "sme-size" for criterion in criteria):
        return
    firms = [(facts_of(row), answer["sme-size"]) for row, answer in zip(county, screened)]
    for fact in ("employees", "revenue_y1"):
        small = {firm[fact] for firm, verdict in firms if verdict == "met"}
        large = {firm[fact] for firm, verdict in firms if verdict == "not_met"}
        assert any({value - 2, value - 1} & small and value in large for value in large), fact
        assert any(value + 1 in large and value - 1 in small for value in large), fact
