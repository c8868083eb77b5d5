# SPDX-License-Identifier: Apache-2.0
"""A small part of what soak.py does, in seconds; and what shows that it would find something.

With LG_SOAK in the environment, every wrong number of every edition is tried.
"""

import os
import random
from dataclasses import replace

import numpy as np
import pytest

from compare import Parts, compare, compare_conditions, compare_invented, compare_row
from editions import EDITIONS
from enterprises import Inventor
from exact import MET, NOT_APPLICABLE, NOT_MET, UNKNOWN
from integers import LARGEST, sum_of_products_is_negative
from law import ASSERTED, Edition, Row
from library import FACTS, RANGES, RULES, Rules
from mutants import Judge, mutants
from size import SECTORS
from small_world import Combinations

#: A small edition, and one with points.
SMALL, POINTS = "cn.little-giant.2026", "cn.innovative-sme.2022"

every_edition = pytest.mark.parametrize("rules", EDITIONS)
some_editions = pytest.mark.parametrize("rules", EDITIONS if "LG_SOAK" in os.environ else [SMALL])

#: Mutants that mean the same, and why.
ALIKE = {
    "cn.little-giant.2021, classification: any as all": "exactly one class applies",
    "cn.innovative-sme.2022, innovation-minimum: count or mark one less": "points come in fives",
    "cn.innovative-sme.2022, growth-minimum: count or mark one less": "points come in fives",
    "cn.innovative-sme.2022, specialisation-minimum: count or mark one less": "points come in fives",
    "cn.innovative-sme.2022, total-minimum: count or mark one less": "points come in fives",
}


def parents(row, above=None):
    yield row.id, above
    for below in row.rows:
        yield from parents(below, row.id)


@every_edition
def test_the_rows_are_those_of_the_library(rules):
    assert dict(parents(EDITIONS[rules].standard)) == Rules(rules).parents


def test_every_rule_set_has_an_edition():
    assert list(EDITIONS) == list(RULES)


def test_what_the_oracle_says_of_facts_is_what_the_library_says():
    assert {fact for edition in EDITIONS.values() for fact in edition.facts()} <= set(FACTS)
    assert {name for name, fact in FACTS.items() if fact.kind == 5} == ASSERTED
    assert max(abs(end) for ends in RANGES.values() for end in ends) == LARGEST
    assert RANGES["size_sector"] == (min(SECTORS), max(SECTORS))


@every_edition
def test_library_and_oracle_agree_on_invented_enterprises(rules):
    tally = compare_invented(rules, 0, 0, 8000, Parts(fractions=40, one_by_one=400, profiles=400))
    assert tally.told == []
    assert tally.differences == 0
    for row in EDITIONS[rules].rows():
        for verdict in conceivable(row):
            assert tally.seen[row.id, verdict] > 0, f"{row.id} never comes to verdict {verdict}"


def conceivable(row):
    """The verdicts that a row must come to if enterprises are dense enough."""
    if row.floor or (any(below.floor for below in row.walk()) and row.join == "sum"):
        return [MET]
    if row.join == "sum":
        return [MET, UNKNOWN]
    return [UNKNOWN, MET, NOT_MET, *([NOT_APPLICABLE] if row.join == "when" else [])]


@some_editions
def test_every_wrong_number_would_be_noticed(rules):
    edition = EDITIONS[rules]
    judge = Judge(edition, Inventor(edition, RANGES).invent(np.random.default_rng(0), 40_000))
    missed = [mutant.what for mutant in mutants(edition) if not judge.notices(mutant)]
    assert [what for what in missed if what not in ALIKE] == []


def test_library_and_oracle_agree_on_every_value_of_every_condition():
    tally = compare_conditions(SMALL)
    assert tally.told == []
    assert tally.differences == 0


@pytest.mark.parametrize("rules", [SMALL, POINTS])
def test_library_and_oracle_agree_on_every_mixture_of_outcomes(rules):
    combinations = Combinations(EDITIONS[rules], RANGES)
    for row in combinations.joining_rows():
        tally, found = compare_row(combinations, row)
        assert found.complete, row.id
        assert tally.told == []
        assert tally.differences == 0


@pytest.mark.parametrize("size", [1, 1000, 10**9, LARGEST])
def test_sums_of_products_are_exact(size):
    """Against Python's own integers, on sums of any size and on sums that are nearly zero."""
    luck = random.Random(size)
    rows = [[luck.randint(-size, size) for _ in range(6)] for _ in range(2000)]
    rows += [[a, b, a, -b, luck.randint(-1, 1), 1] for a, b, *_ in rows]
    factors = (luck.randint(1, 100_000), luck.randint(1, 100_000), -luck.randint(1, 200_000))
    for signs in (factors, (1, 1, -1)):
        columns = np.array(rows, np.int64).T
        found = sum_of_products_is_negative(*((f, columns[2 * i], columns[2 * i + 1]) for i, f in enumerate(signs)))
        assert found.tolist() == [sum(f * row[2 * i] * row[2 * i + 1] for i, f in enumerate(signs)) < 0 for row in rows]


def with_row(row: Row, other: Row) -> Row:
    return other if row.id == other.id else replace(row, rows=tuple(with_row(below, other) for below in row.rows))


def test_a_difference_is_told():
    """Were the library's bound one fen too low, each of its functions would be caught."""
    right = EDITIONS[SMALL]
    mutant = next(each for each in mutants(right) if each.what.endswith(", revenue: bound one above"))
    wrong = Edition(right.rules, with_row(right.standard, mutant.row))
    table = Inventor(right, RANGES).invent(np.random.default_rng(0), 1000)
    found = [
        compare(wrong, table, np.random.default_rng(0), parts)
        for parts in (Parts(), Parts(one_by_one=1000), Parts(profiles=1000), Parts(fractions=100))
    ]
    columns, one_by_one, profiles, fractions = (tally.differences for tally in found)
    assert one_by_one == profiles == 2 * columns > 0
    assert fractions == columns
    assert found[0].told[0] == (
        "cn.little-giant.2026, revenue (L26-21): lg_evaluate_columns says met, "
        "the oracle in integers not met: revenue_y1=5000000000"
    )
