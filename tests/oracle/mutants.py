# SPDX-License-Identifier: Apache-2.0
"""Editions in which one number, operator or combination is wrong by the least amount, to see whether anybody notices.

A comparison that finds no difference proves little unless the enterprises would show one. So each of these is judged
as well, and must come out differently for some enterprise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from integers import Assessments, Outcomes, Table
from law import Compare, CompoundGrowth, Edition, Holds, Measure, PointsOf, Row, Total, Value

#: What is put in the place of an operator. A range ends one step earlier or later instead.
LOOSER_OR_STRICTER = {">=": ">", ">": ">=", "<=": "<", "<": "<=", "from-to": "within", "within": "from-to"}


def step_of(measure: Measure) -> Fraction:
    """A whole unit of what is counted; of a ratio or a rate, as little as integers.py can take."""
    if isinstance(measure, (Value, Total)):
        return measure.unit
    return Fraction(1, 1000 if isinstance(measure, CompoundGrowth) else 100_000)


@dataclass(frozen=True)
class Mutant:
    what: str
    row: Row


def of_compare(condition: Compare) -> Iterator[tuple[str, Compare]]:
    step = step_of(condition.measure)
    for sign, word in ((1, "above"), (-1, "below")):
        yield f"bound one {word}", replace(condition, bound=condition.bound + sign * step)
        if condition.bound_high is not None:
            yield f"upper bound one {word}", replace(condition, bound_high=condition.bound_high + sign * step)
    yield "operator", replace(condition, op=LOOSER_OR_STRICTER[condition.op])


def of_condition(row: Row) -> Iterator[tuple[str, Row]]:
    match row.condition:
        case Compare() as condition:
            for what, mutant in of_compare(condition):
                yield what, replace(row, condition=mutant)
        case Holds(fact, wanted):
            yield "flag", replace(row, condition=Holds(fact, 1 - wanted))
        case PointsOf(fact, cap):
            yield "cap", replace(row, condition=PointsOf(fact, cap - 1))


def most(row: Row) -> int:
    """The most points that the rows below can bring together when each brings its most."""
    points = [min(most(below), below.cap) if below.cap is not None else most(below) for below in row.rows]
    if isinstance(row.condition, PointsOf):
        return row.condition.cap
    return {"best": max, "sum": sum}[row.join](points) if points else row.points


def of_numbers(row: Row) -> Iterator[tuple[str, Row]]:
    for sign, word in ((1, "more"), (-1, "less")):
        if row.points:
            yield f"a point {word}", replace(row, points=row.points + sign)
        if row.count:
            yield f"count or mark one {word}", replace(row, count=row.count + sign)
        if row.join == "best":
            yield f"floor one {word}", replace(row, floor=row.floor + sign)
        if row.cap is not None and (sign < 0 or most(row) > row.cap):
            yield f"cap one {word}", replace(row, cap=row.cap + sign)


OTHER_JOIN = {"all": "any", "any": "all", "at-least": "any", "when": "all", "best": "sum"}


def of_join(row: Row) -> Iterator[tuple[str, Row]]:
    if row.join in OTHER_JOIN and len(row.rows) > 1:
        yield f"{row.join} as {OTHER_JOIN[row.join]}", replace(row, join=OTHER_JOIN[row.join])
    for number, below in enumerate(row.rows if len(row.rows) > 1 else ()):
        yield f"without {below.id}", replace(row, rows=row.rows[:number] + row.rows[number + 1 :])


def mutants(edition: Edition) -> Iterator[Mutant]:
    for row in edition.rows():
        for make in (of_condition, of_numbers, of_join):
            for what, mutant in make(row):
                if mutant != row and not is_alike(row, mutant):
                    yield Mutant(f"{edition.rules}, {row.id}: {what}", mutant)


def is_alike(row: Row, mutant: Row) -> bool:
    """A floor below zero is no floor, and a pass mark sees nothing of the rows below it but the points it looks at."""
    return (mutant.join == "best" and mutant.floor < 0) or (row.join == "pass-mark" and row.rows != mutant.rows)


class Judge:
    """Says whether a mutant comes out differently on some enterprise of a table."""

    def __init__(self, edition: Edition, table: Table):
        self.edition = edition
        self.table = table
        self.outcomes = Assessments(edition, table).all()

    def notices(self, mutant: Mutant) -> bool:
        given = {name: outcome for name, outcome in self.outcomes.items() if name != mutant.row.id}
        found = Assessments(self.edition, self.table, given).judge(mutant.row)
        return not alike(found, self.outcomes[mutant.row.id])


def alike(one: Outcomes, other: Outcomes) -> bool:
    return all(np.all(getattr(one, member) == getattr(other, member)) for member in ("verdict", "low", "high"))
