# SPDX-License-Identifier: Apache-2.0
"""Where the data of the tests is, and how the worked cases are read (tests/cases/README.md)."""

import csv
import os
import pathlib
from typing import NamedTuple

import pytest
from littlegiant import facts

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
COUNTY = ROOT / "examples" / "data" / "county.csv"
REPORTED = "cn.little-giant.2020-reported"


class Case(NamedTuple):
    rules: str
    name: str
    #: Column to text, as in a table.
    facts: dict[str, str]
    #: Criterion, or "overall", to the word of its verdict.
    expect: dict[str, str]


def read_table(path: pathlib.Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if line.strip() and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def words(cell: str) -> dict[str, str]:
    return dict(word.split("=", 1) for word in cell.split())


FACT_OF = {column: fact.name for fact in facts() for column in fact.columns}


def changed(base: dict[str, str], own: dict[str, str]) -> dict[str, str]:
    """A case's own columns take the place of those with the same fact, whatever their units."""
    named = {FACT_OF[column] for column in own}
    return {**{column: text for column, text in base.items() if FACT_OF[column] not in named}, **own}


def read_cases(path: pathlib.Path) -> list[Case]:
    cases: dict[str, Case] = {"": Case("", "", {}, {})}
    for row in read_table(path):
        base = cases[row["based_on"]]
        cases[row["case"]] = Case(
            path.stem, row["case"], changed(base.facts, words(row["facts"])), {**base.expect, **words(row["expect"])}
        )
    return [case for name, case in cases.items() if name]


ALL_CASES = [case for path in sorted(CASES.glob("cn.*.tsv")) for case in read_cases(path)]


@pytest.fixture(scope="session")
def program() -> str:
    """The command-line program, for comparison."""
    return os.environ["LITTLEGIANT"]


@pytest.fixture(scope="session")
def county() -> list[dict[str, str]]:
    with COUNTY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
