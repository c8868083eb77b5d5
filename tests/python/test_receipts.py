# SPDX-License-Identifier: Apache-2.0
"""Digests and receipts: the canonical text is written a second time here, from reflection, and hashed by Python."""

import hashlib

import littlegiant
import pytest
from conftest import CASES, REPORTED
from littlegiant import Kind, Operator, Profile, assess, ruleset, rulesets

REVIEWED = dict(line.split("\t") for line in (CASES / "digests.tsv").read_text().splitlines()[1:])
EVERY = [rules.id for rules in rulesets()]


def day(date):
    return int(date.strftime("%Y%m%d")) if date else 0


def row_lines(rules, row):
    fraction = row.kind in (Kind.RATIO, Kind.MEAN_GROWTH, Kind.COMPOUND_GROWTH)
    info = rules_row(rules, row)
    yield f"criterion {row.id}"
    yield f"depth {row.depth}"
    yield f"kind {row.kind.word}"
    yield f"operator {row.op.word}"
    yield " ".join(["facts", *(fact.name for fact in row.facts)])
    yield f"unit {row.unit.word if row.unit else 0}"
    yield f"bound {info.bound}"
    yield f"bound_high {info.bound_high}"
    yield f"bound_denominator {info.bound_denominator}"
    assert fraction or info.bound_denominator == 1
    assert row.op is Operator.NONE or row.bound * info.bound_denominator == info.bound
    yield f"points {int(row.points * 100)}"
    yield f"points_floor {int(row.points_floor * 100)}"
    yield f"total {info.total}"
    yield f"citation {row.citation}"
    yield f"grade {row.grade.word}"


def rules_row(rules, row):
    return littlegiant._native.lib.lg_ruleset_criterion(rules._address, row.index)[0]


def table_lines(rules):
    yield f"rules {rules.id}"
    yield f"programme {rules.programme}"
    yield f"level {rules.level.word}"
    yield f"application {sum(rules.applications)}"
    yield f"in_force_from {day(rules.in_force_from)}"
    yield f"in_force_to {day(rules.in_force_to)}"
    yield f"alternative {int(rules.alternative)}"
    yield f"issuer {rules.issuer}"
    yield f"document {rules.document}"
    for row in rules.criteria:
        yield from row_lines(rules, row)


@pytest.mark.parametrize("name", EVERY)
def test_the_table_is_written_as_documented(name):
    rules = ruleset(name)
    lines = rules.table().splitlines()
    sizes = [line for line in lines if line.startswith("sector ")]
    assert lines == [*table_lines(rules), *sizes]
    assert len(sizes) == (48 if any(row.kind is Kind.SME_SIZE for row in rules.criteria) else 0)


@pytest.mark.parametrize("name", EVERY)
def test_the_digest_is_the_reviewed_one(name):
    rules = ruleset(name)
    assert rules.digest == hashlib.sha256(rules.table().encode()).hexdigest() == REVIEWED[name]


def test_every_edition_has_its_own_digest():
    assert len({rules.digest for rules in rulesets()}) == len(EVERY) == len(REVIEWED)


def test_a_receipt_says_what_the_assessment_rests_on():
    rules = ruleset(REPORTED)
    receipt = dict(line.split(" ", 1) for line in assess(Profile(), REPORTED).receipt().splitlines())
    assert receipt == {
        "library": littlegiant.__version__,
        "rules": REPORTED,
        "document": rules.document,
        "in_force_from": str(day(rules.in_force_from)),
        "in_force_to": str(day(rules.in_force_to)),
        "table": f"sha256 {rules.digest}",
    }
