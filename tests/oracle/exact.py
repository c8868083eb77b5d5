# SPDX-License-Identifier: Apache-2.0
"""One enterprise by one edition, with fractions: the slow and obvious form of the oracle.

docs/logic.md says how verdicts join; every function here is one of its tables or lists, written out.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

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
    Measure,
    PointsOf,
    Row,
    Share,
    Total,
    Value,
)
from size import FIGURES, SECTORS

UNKNOWN, MET, NOT_MET, NOT_APPLICABLE = 0, 1, 2, 3
NONE, MISSING, JUDGEMENT, UNDEFINED = 0, 1, 2, 3

#: Hundredths in a point.
CP = 100

#: The facts that are known about an enterprise, in canonical units.
Firm = dict[str, int]


class Outcome(NamedTuple):
    """Of one row. Points in hundredths: earned for certain, and still possible."""

    verdict: int
    reason: int = NONE
    low: int = 0
    high: int = 0


# ------------------------------------------------------------------------------------- measuring


class Undecided(Exception):
    """Nothing can be measured, for this reason."""

    def __init__(self, reason: int):
        self.reason = reason


def base(firm: Firm, *facts: str) -> list[Fraction]:
    """What is divided by. From zero or less there is no rate, whatever else may become known."""
    if any(firm.get(fact, 1) <= 0 for fact in facts):
        raise Undecided(UNDEFINED)
    return known(firm, *facts)


def known(firm: Firm, *facts: str) -> list[Fraction]:
    if any(fact not in firm for fact in facts):
        raise Undecided(MISSING)
    return [Fraction(firm[fact]) for fact in facts]


def measured(measure: Measure, firm: Firm) -> Fraction:
    match measure:
        case Value(fact, unit):
            return known(firm, fact)[0] * unit
        case Share(part, whole):
            (divisor,) = base(firm, whole)
            return known(firm, part)[0] / divisor
        case Growth(y1, y2):
            (old,) = base(firm, y2)
            (new,) = known(firm, y1)
            return (new - old) / old
        case MeanGrowth(y1, y2, y3):
            middle, old = base(firm, y2, y3)
            (new,) = known(firm, y1)
            return ((new - middle) / middle + (middle - old) / old) / 2
    raise TypeError(measure)


def accepts(op: str, value: Fraction, low: Fraction, high: Fraction | None) -> bool:
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
            return low <= value <= high
        case "from-to":
            return low <= value < high
    raise ValueError(op)


def total_is_enough(condition: Compare, measure: Total, firm: Firm) -> bool:
    """What is not known is at least zero, and may be any amount above."""
    assert condition.op in (">=", ">")
    least = sum(firm.get(fact, 0) for fact in measure.facts) * measure.unit
    if not accepts(condition.op, least, condition.bound, None):
        known(firm, *measure.facts)
        return False
    return True


def growth_is_enough(condition: Compare, measure: CompoundGrowth, firm: Firm) -> bool:
    """The rate is at least the bound where the new figure is at least what two years at the bound make of the old."""
    assert condition.op in (">=", ">") and condition.bound > -1
    (old,) = base(firm, measure.y3)
    (new,) = known(firm, measure.y1)
    return accepts(condition.op, new, old * (1 + condition.bound) ** 2, None)


def compare(condition: Compare, firm: Firm) -> bool:
    match condition.measure:
        case Total() as measure:
            return total_is_enough(condition, measure, firm)
        case CompoundGrowth() as measure:
            return growth_is_enough(condition, measure, firm)
        case measure:
            return accepts(condition.op, measured(measure, firm), condition.bound, condition.bound_high)


# ------------------------------------------------------------------------------------------ size


def reaches(figure: int | None, limit: int | None, unit: int) -> set[bool]:
    """Whether a figure reaches a limit: both where it is not known, and always where there is no limit."""
    if limit is None:
        return {True}
    return {True, False} if figure is None else {figure >= limit * unit}


def is_large(sector: int, firm: Firm) -> set[bool]:
    """Large is who reaches every limit; all answers that what is not known leaves open."""
    large = {True}
    for fact, (member, unit) in FIGURES.items():
        reached = reaches(firm.get(fact), getattr(SECTORS[sector].large, member), unit)
        large = {a and b for a in large for b in reached}
    return large


def is_sme(firm: Firm) -> bool:
    sectors = [firm["size_sector"]] if "size_sector" in firm else list(SECTORS)
    answers = set().union(*(is_large(sector, firm) for sector in sectors))
    if len(answers) == 2:
        raise Undecided(MISSING)
    return answers == {False}


# ----------------------------------------------------------------------------------------- leaves


def holds(condition: Holds, firm: Firm) -> bool:
    if condition.fact not in firm:
        raise Undecided(JUDGEMENT if condition.fact in ASSERTED else MISSING)
    return firm[condition.fact] == condition.wanted


def is_met(condition: Condition, firm: Firm) -> bool:
    match condition:
        case Compare():
            return compare(condition, firm)
        case Holds():
            return holds(condition, firm)
        case IsSme():
            return is_sme(firm)
    raise TypeError(condition)


def judge(condition: Condition, firm: Firm) -> tuple[int, int]:
    """Verdict, and why it is unknown."""
    try:
        return MET if is_met(condition, firm) else NOT_MET, NONE
    except Undecided as undecided:
        return UNKNOWN, undecided.reason


def earned(verdict: int, points: int) -> tuple[int, int]:
    """Met: its points. Not met: none. Unknown: possibly its points."""
    return points * CP * (verdict == MET), points * CP * (verdict in (MET, UNKNOWN))


def judge_leaf(row: Row, firm: Firm) -> Outcome:
    condition = row.condition
    if isinstance(condition, PointsOf):
        value = firm.get(condition.fact)
        low, high = (0, condition.cap * CP) if value is None else (value, value)
        return points_row(low, high, MISSING)
    verdict, reason = judge(condition, firm)
    return Outcome(verdict, reason, *earned(verdict, row.points))


# ---------------------------------------------------------------------------------- combinations


def join_all(verdicts: list[int]) -> int:
    applying = [verdict for verdict in verdicts if verdict != NOT_APPLICABLE]
    if not applying:
        return NOT_APPLICABLE
    if NOT_MET in applying:
        return NOT_MET
    return UNKNOWN if UNKNOWN in applying else MET


def join_any(verdicts: list[int]) -> int:
    applying = [verdict for verdict in verdicts if verdict != NOT_APPLICABLE]
    if not applying:
        return NOT_APPLICABLE
    if MET in applying:
        return MET
    return UNKNOWN if UNKNOWN in applying else NOT_MET


def join_at_least(count: int, verdicts: list[int]) -> int:
    if verdicts.count(MET) >= count:
        return MET
    return NOT_MET if verdicts.count(MET) + verdicts.count(UNKNOWN) < count else UNKNOWN


def first_reason(outcomes: list[Outcome]) -> int:
    """The first of the reasons that occur among the rows that are unknown."""
    return min((outcome.reason for outcome in outcomes if outcome.verdict == UNKNOWN), default=NONE)


def combined(verdict: int, below: list[Outcome]) -> Outcome:
    return Outcome(verdict, first_reason(below) if verdict == UNKNOWN else NONE)


def join_when(guard: Outcome, body: list[Outcome]) -> Outcome:
    if guard.verdict == UNKNOWN:
        return combined(UNKNOWN, [guard])
    if guard.verdict != MET:
        return Outcome(NOT_APPLICABLE)
    return combined(join_all([outcome.verdict for outcome in body]), body)


def points_row(low: int, high: int, reason: int) -> Outcome:
    """Says only whether it has earned anything."""
    if low > 0:
        return Outcome(MET, NONE, low, high)
    return Outcome(UNKNOWN, reason, low, high) if high > 0 else Outcome(NOT_MET, NONE, low, high)


def join_best(row: Row, below: list[Outcome]) -> Outcome:
    floor = row.floor * CP
    low = max([floor, *(outcome.low for outcome in below)])
    high = max([floor, *(outcome.high for outcome in below)])
    return points_row(low, high, first_reason(below))


def join_sum(row: Row, below: list[Outcome]) -> Outcome:
    low = sum(outcome.low for outcome in below)
    high = sum(outcome.high for outcome in below)
    if row.cap is not None:
        low, high = min(low, row.cap * CP), min(high, row.cap * CP)
    return points_row(low, high, first_reason(below))


def open_reason(row: Row, found: dict[str, Outcome]) -> int:
    """The first reason among the conditions that leave the points of a row open; NONE if they are certain."""
    outcome = found[row.id]
    if outcome.low == outcome.high:
        return NONE
    if any(below.id not in found for below in row.rows) or not row.rows:  # given, or a condition
        return outcome.reason
    reasons = (open_reason(below, found) for below in row.rows if adds_to(row, outcome, found[below.id]))
    return min((reason for reason in reasons if reason != NONE), default=NONE)


def adds_to(row: Row, outcome: Outcome, below: Outcome) -> bool:
    """Whether what is open below could still bring the row more than it has for certain."""
    return row.join == "sum" or below.high > outcome.low


class Assessment:
    """Rows of one edition for one enterprise. Outcomes that are given need no facts."""

    def __init__(self, edition: Edition, firm: Firm, given: dict[str, Outcome] | None = None):
        self.edition = edition
        self.firm = firm
        self.rows = edition.by_id
        self.outcomes = dict(given or {})

    def all(self) -> dict[str, Outcome]:
        """By the id of the row."""
        for row in self.rows.values():
            self.outcome(row)
        return self.outcomes

    def outcome(self, row: Row) -> Outcome:
        if row.id not in self.outcomes:
            self.outcomes[row.id] = self.judge(row)
        return self.outcomes[row.id]

    def judge(self, row: Row) -> Outcome:
        below = [self.outcome(child) for child in row.rows]
        verdicts = [outcome.verdict for outcome in below]
        match row.join:
            case "condition":
                return judge_leaf(row, self.firm)
            case "all":
                return combined(join_all(verdicts), below)
            case "any":
                return combined(join_any(verdicts), below)
            case "at-least":
                return combined(join_at_least(row.count, verdicts), below)
            case "when":
                return join_when(below[0], below[1:])
            case "best":
                return join_best(row, below)
            case "sum":
                return join_sum(row, below)
            case "pass-mark":
                return self.pass_mark(row)
        raise ValueError(row.join)

    def pass_mark(self, row: Row) -> Outcome:
        points = self.outcome(self.rows[row.of])
        if points.low >= row.count * CP:
            return Outcome(MET)
        if points.high < row.count * CP:
            return Outcome(NOT_MET)
        return Outcome(UNKNOWN, open_reason(self.rows[row.of], self.outcomes))
