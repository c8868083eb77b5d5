# SPDX-License-Identifier: Apache-2.0
"""The worked cases that the C tests run, and the bounds of the regulations, through the package."""

import csv
from fractions import Fraction

import pytest
from conftest import ALL_CASES, CASES, read_table
from littlegiant import Operator, Profile, Reason, SizeClass, Unit, Verdict, assess, ruleset, rulesets, sme_size


@pytest.mark.parametrize("case", ALL_CASES, ids=lambda case: f"{case.rules}:{case.name}")
def test_an_enterprise_comes_out_as_the_regulation_says(case):
    result = assess(Profile.from_mapping(case.facts), case.rules)
    found = {finding.id: str(finding.verdict) for finding in result}
    expected = dict(case.expect)
    expected[result.criteria[0].id] = expected.pop("overall")
    assert found == expected
    assert str(result.verdict) == case.expect["overall"]
    check_numbers(result)


def test_every_edition_has_cases():
    assert {case.rules for case in ALL_CASES} == {rules.id for rules in rulesets()}


def check_numbers(result):
    """What holds of every assessment, whatever the rules."""
    assert bool(result.missing) <= (result.verdict is Verdict.UNKNOWN)
    assert bool(result.route) == (result.verdict in (Verdict.NOT_MET, Verdict.UNKNOWN))
    for finding in result:
        assert (finding.reason is Reason.NONE) == (finding.verdict is not Verdict.UNKNOWN)
        assert (finding.margin is None) == (finding.observed is None or finding.required is None)
        if finding.margin is not None and finding.criterion.op in (Operator.GE, Operator.GT):
            assert finding.margin == finding.observed - finding.required
        if finding.margin is not None and finding.criterion.op in (Operator.LE, Operator.LT):
            assert finding.margin == finding.required - finding.observed
        assert (finding.measured() == "") == (finding.observed is None)
        assert finding.points[0] <= finding.points[1]


# ----------------------------------------------------------------------------------- bounds


def bound_of(row, column):
    """The bound in canonical units; of ratios and rates, in percent, the plain number."""
    if row["kind"] in ("ratio", "mean-growth", "compound-growth"):
        return Fraction(row[column]) / 100
    factor = Unit.of(row["unit"]).factor if row["unit"] else 1
    return Fraction(row[column]) * factor


@pytest.mark.parametrize(
    "row", read_table(CASES / "bounds.tsv"), ids=lambda row: f"{row['ruleset']}:{row['criterion']}"
)
def test_a_criterion_says_what_the_regulation_demands(row):
    criterion = ruleset(row["ruleset"])[row["criterion"]]
    assert str(criterion.kind) == row["kind"]
    assert str(criterion.op) == (row["op"] or "none")
    assert [fact.name for fact in criterion.facts] == row["facts"].split()
    assert criterion.points == Fraction(row["points"] or 0)
    assert criterion.points_floor == Fraction(row["points_floor"] or 0)
    if row["bound"]:
        assert criterion.bound == bound_of(row, "bound")
    if row["bound_high"]:
        assert criterion.bound_high == bound_of(row, "bound_high")


# ------------------------------------------------------------------------------- size classes


def size_vectors():
    with (CASES / "sme_size_300_vectors.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    sectors = {key: number for number, key in enumerate(dict.fromkeys(row["industry_key"] for row in rows), 1)}
    return [(sectors[row["industry_key"]], row) for row in rows]


@pytest.mark.parametrize(
    "sector, row", size_vectors(), ids=lambda value: value["case"] if isinstance(value, dict) else None
)
def test_a_size_class_is_that_of_the_standard_of_2011(sector, row):
    size = sme_size(
        Profile.from_mapping(
            {
                "size_sector": sector,
                "employees": row["employees"],
                "revenue_y1_wan": row["revenue_wan"],
                "total_assets_y1_wan": row["assets_wan"],
            }
        )
    )
    assert size.size_class is SizeClass.of(row["expected"])
    assert size.possible == {size.size_class}
