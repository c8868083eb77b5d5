# SPDX-License-Identifier: Apache-2.0
"""Many enterprises by one edition, with whole numbers in NumPy: the fast form of the oracle.

Everything is an integer and stays within 64 bits, which the assertions prove from the ranges of the facts; no floating
point is used. The same editions are read as by exact.py, and tests hold the two forms against each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from exact import CP, JUDGEMENT, MET, MISSING, NONE, NOT_APPLICABLE, NOT_MET, UNDEFINED, UNKNOWN
from law import (
    ASSERTED,
    Compare,
    CompoundGrowth,
    Condition,
    Edition,
    Growth,
    Holds,
    IsSme,
    MeanGrowth,
    PointsOf,
    Row,
    Share,
    Total,
    Value,
)
from size import FIGURES, SECTORS

Array = np.ndarray

#: No fact is larger (littlegiant.h: money is within 9 * 10^15 fen, everything else is less).
LARGEST = 9 * 10**15


@dataclass
class Table:
    """Enterprises in columns. Where a fact is not known, its value is 0."""

    count: int
    values: dict[str, Array]  # int64
    known: dict[str, Array]  # bool

    def part(self, start: int, stop: int) -> Table:
        return Table(
            len(range(self.count)[start:stop]),
            {fact: column[start:stop] for fact, column in self.values.items()},
            {fact: column[start:stop] for fact, column in self.known.items()},
        )

    def firm(self, row: int) -> dict[str, int]:
        return {fact: int(column[row]) for fact, column in self.values.items() if self.known[fact][row]}


@dataclass
class Outcomes:
    """Of one row of the edition for all enterprises. Points in hundredths; 0 where a row earns none."""

    verdict: Array
    reason: Array
    low: Array | int = 0
    high: Array | int = 0


# ------------------------------------------------------------------------------------ arithmetic


def times(factor: int, column: Array) -> Array:
    assert abs(factor) * LARGEST < 2**63
    return column * factor


LIMB = 18


def limbs_of(column: Array) -> tuple[Array, Array, Array]:
    """column = c2 * 2^36 + c1 * 2^18 + c0 with 0 <= c0, c1 < 2^18 and, as it is within 2^53, |c2| <= 2^17."""
    return column & (2**LIMB - 1), column >> LIMB & (2**LIMB - 1), column >> 2 * LIMB


def sum_of_products_is_negative(*terms: tuple[int, Array, Array | int]) -> Array:
    """Whether the sum of factor * a * b over the terms is below zero, in five limbs of 18 bits.

    No limb is the sum of more than three products below 2^36 for each term; with factors that add up to less than
    2^24 it stays below 2^62, and so does what is carried.
    """
    assert sum(abs(factor) for factor, _, _ in terms) < 2**24 and LARGEST < 2**53
    limbs: list[Array | int] = [0] * 5
    for factor, a, b in terms:
        for i, left in enumerate(limbs_of(a)):
            for j, right in enumerate(limbs_of(np.asarray(b))):
                limbs[i + j] = limbs[i + j] + factor * (left * right)
    carried = limbs[0]
    for limb in limbs[1:]:
        carried = limb + (carried >> LIMB)
    return carried < 0


def whole(number: Fraction) -> int:
    assert number.denominator == 1, f"{number} is no whole number of the canonical unit"
    return number.numerator


# --------------------------------------------------------------------------------------- leaves


def all_known(table: Table, facts: tuple[str, ...]) -> Array:
    return np.logical_and.reduce([table.known[fact] for fact in facts])


def decided(table: Table, accepted: Array, facts: tuple[str, ...], bases: tuple[str, ...] = ()) -> Outcomes:
    """Unknown from a base of zero or less, else where a fact is not known, else as accepted says."""
    verdict = np.where(accepted, MET, NOT_MET).astype(np.uint8)
    reason = np.zeros(table.count, np.uint8)
    reason[~all_known(table, facts)] = MISSING
    for fact in bases:
        reason[table.known[fact] & (table.values[fact] <= 0)] = UNDEFINED
    verdict[reason != NONE] = UNKNOWN
    return Outcomes(verdict, reason)


def accepts(op: str, value: Array, low: Array | int, high: Array | int | None) -> Array:
    match op:
        case ">=":
            return value >= low
        case ">":
            return value > low
        case "<=":
            return value <= low
        case "<":
            return value < low
        case "within":
            return (low <= value) & (value <= high)
        case "from-to":
            return (low <= value) & (value < high)
    raise ValueError(op)


def judge_value(table: Table, condition: Compare, measure: Value) -> Outcomes:
    low = whole(condition.bound / measure.unit)
    high = None if condition.bound_high is None else whole(condition.bound_high / measure.unit)
    return decided(table, accepts(condition.op, table.values[measure.fact], low, high), measure.facts)


def judge_total(table: Table, condition: Compare, measure: Total) -> Outcomes:
    """What is not known counts as 0, the least that it can be."""
    assert condition.op in (">=", ">")
    least = sum(table.values[fact] for fact in measure.facts)
    enough = accepts(condition.op, least, whole(condition.bound / measure.unit), None)
    found = decided(table, enough, measure.facts)
    found.verdict[enough], found.reason[enough] = MET, NONE
    return found


def accepts_sign(op: str, *terms: tuple[int, Array, Array | int]) -> Array:
    """Whether the sum of factor * a * b over the terms stands to zero as the operator says."""
    negated = ((-factor, a, b) for factor, a, b in terms)
    match op:
        case ">=":
            return ~sum_of_products_is_negative(*terms)
        case ">":
            return sum_of_products_is_negative(*negated)
        case "<=":
            return ~sum_of_products_is_negative(*negated)
        case "<":
            return sum_of_products_is_negative(*terms)
    raise ValueError(op)


def judge_quotient(table: Table, condition: Compare, over: str, under: str, bound: Fraction) -> Outcomes:
    """over / under against the bound p/q: over * q against under * p."""
    assert condition.bound_high is None
    q, p = bound.denominator, bound.numerator
    if max(q, abs(p)) * LARGEST < 2**63:
        accepted = accepts(condition.op, times(q, table.values[over]), times(p, table.values[under]), None)
    else:
        accepted = accepts_sign(condition.op, (q, table.values[over], 1), (-p, table.values[under], 1))
    return decided(table, accepted, (over, under), bases=(under,))


def judge_mean_growth(table: Table, condition: Compare, measure: MeanGrowth) -> Outcomes:
    """(y1/y2 + y2/y3) / 2 - 1 >= r, which is y1 * y3 + y2 * y2 - 2 * (1 + r) * y2 * y3 >= 0."""
    y1, y2, y3 = (table.values[fact] for fact in measure.facts)
    twice = 2 * (1 + condition.bound)
    q, p = twice.denominator, twice.numerator
    accepted = accepts_sign(condition.op, (q, y1, y3), (q, y2, y2), (-p, y2, y3))
    return decided(table, accepted, measure.facts, bases=(measure.y2, measure.y3))


def judge_compare(table: Table, condition: Compare) -> Outcomes:
    bound = condition.bound
    match condition.measure:
        case Value() as measure:
            return judge_value(table, condition, measure)
        case Total() as measure:
            return judge_total(table, condition, measure)
        case Share(part, whole_):
            return judge_quotient(table, condition, part, whole_, bound)
        case Growth(y1, y2):
            return judge_quotient(table, condition, y1, y2, 1 + bound)
        case CompoundGrowth(y1, y3):
            assert condition.op in (">=", ">") and bound > -1
            return judge_quotient(table, condition, y1, y3, (1 + bound) ** 2)
        case MeanGrowth() as measure:
            return judge_mean_growth(table, condition, measure)
    raise TypeError(condition)


def judge_holds(table: Table, condition: Holds) -> Outcomes:
    found = decided(table, table.values[condition.fact] == condition.wanted, condition.facts)
    if condition.fact in ASSERTED:
        found.reason[found.reason == MISSING] = JUDGEMENT
    return found


def limits_by_sector(member: str, unit: int) -> tuple[Array, Array]:
    """For every sector, from 0 to 16: whether there is a limit of large, and the limit."""
    limits = [None, *(getattr(SECTORS[sector].large, member) for sector in sorted(SECTORS))]
    return np.array([limit is not None for limit in limits]), np.array([(limit or 0) * unit for limit in limits])


def size_possible(table: Table, sector: Array | int) -> tuple[Array, Array]:
    """Whether the enterprise may be large, and may be smaller."""
    large, smaller = np.ones(table.count, bool), np.zeros(table.count, bool)
    for fact, (member, unit) in FIGURES.items():
        limited, limit = (column[sector] for column in limits_by_sector(member, unit))
        reached, unknown = table.values[fact] >= limit, ~table.known[fact]
        large &= ~limited | reached | unknown
        smaller |= limited & (~reached | unknown)
    return large, smaller


def judge_size(table: Table, condition: IsSme) -> Outcomes:
    large, smaller = size_possible(table, table.values["size_sector"])
    unknown = np.flatnonzero(~table.known["size_sector"])
    some = Table(
        len(unknown),
        {fact: table.values[fact][unknown] for fact in FIGURES},
        {fact: table.known[fact][unknown] for fact in FIGURES},
    )
    possible = [size_possible(some, sector) for sector in SECTORS]
    large[unknown], smaller[unknown] = (np.logical_or.reduce(answers) for answers in zip(*possible, strict=True))
    verdict = np.where(large & smaller, UNKNOWN, np.where(large, NOT_MET, MET)).astype(np.uint8)
    return Outcomes(verdict, np.where(verdict == UNKNOWN, MISSING, NONE).astype(np.uint8))


def judge_points(table: Table, condition: PointsOf) -> Outcomes:
    known, value = table.known[condition.fact], table.values[condition.fact]
    low, high = np.where(known, value, 0), np.where(known, value, condition.cap * CP)
    return points_row(low, high, np.where(known, NONE, MISSING).astype(np.uint8))


def judge(table: Table, condition: Condition) -> Outcomes:
    match condition:
        case Compare():
            return judge_compare(table, condition)
        case Holds():
            return judge_holds(table, condition)
        case IsSme():
            return judge_size(table, condition)
        case PointsOf():
            return judge_points(table, condition)
    raise TypeError(condition)


def judge_leaf(table: Table, row: Row) -> Outcomes:
    found = judge(table, row.condition)
    if row.points:
        met, unknown = found.verdict == MET, found.verdict == UNKNOWN
        found.low, found.high = row.points * CP * met, row.points * CP * (met | unknown)
    return found


# ---------------------------------------------------------------------------------- combinations


def any_is(verdict: int, below: list[Outcomes]) -> Array:
    return np.logical_or.reduce([outcome.verdict == verdict for outcome in below])


def first_reason(below: list[Outcomes]) -> Array:
    """NONE counts as the last: what is not unknown has no reason."""
    reasons = [np.where(outcome.verdict == UNKNOWN, outcome.reason, 255) for outcome in below]
    first = np.minimum.reduce(reasons)
    return np.where(first == 255, NONE, first).astype(np.uint8)


def combined(verdict: Array, below: list[Outcomes]) -> Outcomes:
    verdict = verdict.astype(np.uint8)
    return Outcomes(verdict, np.where(verdict == UNKNOWN, first_reason(below), NONE).astype(np.uint8))


def join(below: list[Outcomes], first: int, last: int) -> Array:
    """What decides alone, else unknown, else the other; not applicable where nothing applies."""
    rest = np.where(any_is(last, below), last, NOT_APPLICABLE)
    return np.where(any_is(first, below), first, np.where(any_is(UNKNOWN, below), UNKNOWN, rest))


def join_all(below: list[Outcomes]) -> Outcomes:
    return combined(join(below, NOT_MET, MET), below)


def join_any(below: list[Outcomes]) -> Outcomes:
    return combined(join(below, MET, NOT_MET), below)


def join_at_least(count: int, below: list[Outcomes]) -> Outcomes:
    met = sum((outcome.verdict == MET).astype(int) for outcome in below)
    possible = met + sum((outcome.verdict == UNKNOWN).astype(int) for outcome in below)
    return combined(np.where(met >= count, MET, np.where(possible < count, NOT_MET, UNKNOWN)), below)


def join_when(guard: Outcomes, body: list[Outcomes]) -> Outcomes:
    found = join_all(body)
    unknown, barred = guard.verdict == UNKNOWN, (guard.verdict == NOT_MET) | (guard.verdict == NOT_APPLICABLE)
    found.verdict[unknown], found.reason[unknown] = UNKNOWN, guard.reason[unknown]
    found.verdict[barred], found.reason[barred] = NOT_APPLICABLE, NONE
    return found


def points_row(low: Array, high: Array, reason: Array) -> Outcomes:
    verdict = np.where(low > 0, MET, np.where(high > 0, UNKNOWN, NOT_MET)).astype(np.uint8)
    return Outcomes(verdict, np.where(verdict == UNKNOWN, reason, NONE).astype(np.uint8), low, high)


def join_best(row: Row, below: list[Outcomes]) -> Outcomes:
    low = np.maximum(np.maximum.reduce([outcome.low for outcome in below]), row.floor * CP)
    high = np.maximum(np.maximum.reduce([outcome.high for outcome in below]), row.floor * CP)
    return points_row(low, high, first_reason(below))


def join_sum(row: Row, below: list[Outcomes]) -> Outcomes:
    low, high = sum(outcome.low for outcome in below), sum(outcome.high for outcome in below)
    if row.cap is not None:
        low, high = np.minimum(low, row.cap * CP), np.minimum(high, row.cap * CP)
    return points_row(low, high, first_reason(below))


class Assessments:
    """Rows of one edition for all enterprises of a table. Outcomes that are given need no facts."""

    def __init__(self, edition: Edition, table: Table, given: dict[str, Outcomes] | None = None):
        self.table = table
        self.rows = edition.by_id
        self.outcomes = dict(given or {})

    def all(self) -> dict[str, Outcomes]:
        """By the id of the row."""
        for row in self.rows.values():
            self.outcome(row)
        return self.outcomes

    def outcome(self, row: Row) -> Outcomes:
        if row.id not in self.outcomes:
            self.outcomes[row.id] = self.judge(row)
        return self.outcomes[row.id]

    def judge(self, row: Row) -> Outcomes:
        below = [self.outcome(child) for child in row.rows]
        match row.join:
            case "condition":
                return judge_leaf(self.table, row)
            case "all":
                return join_all(below)
            case "any":
                return join_any(below)
            case "at-least":
                return join_at_least(row.count, below)
            case "when":
                return join_when(below[0], below[1:])
            case "best":
                return join_best(row, below)
            case "sum":
                return join_sum(row, below)
            case "pass-mark":
                return self.pass_mark(row)
        raise ValueError(row.join)

    def pass_mark(self, row: Row) -> Outcomes:
        points = self.outcome(self.rows[row.of])
        reached, possible = points.low >= row.count * CP, points.high >= row.count * CP
        verdict = np.where(reached, MET, np.where(possible, UNKNOWN, NOT_MET)).astype(np.uint8)
        reason = self.open_reason(self.rows[row.of])
        return Outcomes(verdict, np.where(verdict == UNKNOWN, reason, NONE).astype(np.uint8))

    def open_reason(self, row: Row) -> Array:
        """The first reason among the conditions that leave the points of a row open; 255 if they are certain."""
        outcome = self.outcomes[row.id]
        reason = np.full(self.table.count, 255, np.uint8) if row.rows else outcome.reason
        for child in row.rows:
            adds = row.join == "sum" or self.outcomes[child.id].high > outcome.low
            reason = np.where(adds, np.minimum(reason, self.open_reason(child)), reason)
        return np.where(outcome.low == outcome.high, 255, reason).astype(np.uint8)
