# SPDX-License-Identifier: Apache-2.0
"""The words in which the editions are written down: what is measured, what it is held against, how conditions join.

An edition (editions/) says what a regulation demands and nothing else. Two evaluators read it, exact.py with
fractions and integers.py with whole numbers, and enterprises.py takes the bounds from it near which it invents.
Nothing here knows the library's tables: facts and criteria are known by name alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

# ------------------------------------------------------------------------------ what is measured


class Measure:
    """What a condition measures. Comparing it with a number makes a condition."""

    facts: tuple[str, ...]

    def __ge__(self, bound: object) -> Compare:
        return Compare(self, ">=", number(bound))

    def __gt__(self, bound: object) -> Compare:
        return Compare(self, ">", number(bound))

    def __le__(self, bound: object) -> Compare:
        return Compare(self, "<=", number(bound))

    def __lt__(self, bound: object) -> Compare:
        return Compare(self, "<", number(bound))

    def within(self, low: object, high: object) -> Compare:
        """From low to high, both included."""
        return Compare(self, "within", number(low), number(high))

    def from_to(self, low: object, high: object) -> Compare:
        """From low, included, to high, excluded."""
        return Compare(self, "from-to", number(low), number(high))


def number(value: object) -> Fraction:
    assert isinstance(value, (int, Fraction)), value
    return Fraction(value)


@dataclass(frozen=True)
class Value(Measure):
    """One fact, in a unit of which the canonical one is the part `unit`: months are 1/12 of a year."""

    fact: str
    unit: Fraction = Fraction(1)

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.fact,)


@dataclass(frozen=True)
class Total(Measure):
    """Several facts added up, in a unit as of Value. None can be negative: what is known of them may be enough."""

    facts: tuple[str, ...]
    unit: Fraction = Fraction(1)


@dataclass(frozen=True)
class Share(Measure):
    """part / whole; it means nothing where the whole is zero or less."""

    part: str
    whole: str

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.part, self.whole)


@dataclass(frozen=True)
class Growth(Measure):
    """(y1 - y2) / y2, a rate over one year; it means nothing from a base of zero or less."""

    y1: str
    y2: str

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.y1, self.y2)


@dataclass(frozen=True)
class MeanGrowth(Measure):
    """The arithmetic mean of the yearly rates from y3 to y2 and from y2 to y1."""

    y1: str
    y2: str
    y3: str

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.y1, self.y2, self.y3)


@dataclass(frozen=True)
class CompoundGrowth(Measure):
    """The rate r with y3 * (1 + r) * (1 + r) = y1."""

    y1: str
    y3: str

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.y1, self.y3)


def value(fact: str) -> Value:
    """A number of things, a rank, a level."""
    return Value(fact)


def money(fact: str) -> Value:
    """In yuan; kept in fen."""
    return Value(fact, Fraction(1, 100))


def years(fact: str) -> Value:
    """Kept in months."""
    return Value(fact, Fraction(1, 12))


def part(fact: str) -> Value:
    """A share that is reported as such; kept in basis points."""
    return Value(fact, Fraction(1, 10000))


def score(fact: str) -> Value:
    """In points; kept in hundredths."""
    return Value(fact, Fraction(1, 100))


def share(of: str, in_: str) -> Share:
    return Share(of, in_)


def total(*facts: str) -> Total:
    """Of things."""
    return Total(facts)


def total_money(*facts: str) -> Total:
    """In yuan."""
    return Total(facts, Fraction(1, 100))


def mean_money(*facts: str) -> Total:
    """Their mean, in yuan."""
    return Total(facts, Fraction(1, 100 * len(facts)))


def growth(stem: str) -> Growth:
    return Growth(f"{stem}_y1", f"{stem}_y2")


def mean_growth(stem: str) -> MeanGrowth:
    return MeanGrowth(f"{stem}_y1", f"{stem}_y2", f"{stem}_y3")


def compound_growth(stem: str) -> CompoundGrowth:
    return CompoundGrowth(f"{stem}_y1", f"{stem}_y3")


def wan(amount: int) -> int:
    """万元, as the regulations count money: 10,000 yuan."""
    return amount * 10000


def percent(amount: int) -> Fraction:
    return Fraction(amount, 100)


# ------------------------------------------------------------------------------------ conditions


@dataclass(frozen=True)
class Compare:
    measure: Measure
    op: str
    bound: Fraction
    bound_high: Fraction | None = None

    @property
    def facts(self) -> tuple[str, ...]:
        return self.measure.facts


@dataclass(frozen=True)
class Holds:
    """A flag that must be yes, or (wanted = 0) no."""

    fact: str
    wanted: int = 1

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.fact,)


@dataclass(frozen=True)
class IsSme:
    """Micro, small or medium-sized by the size standard (size.py)."""

    facts: tuple[str, ...] = ("size_sector", "employees", "revenue_y1", "total_assets_y1")


@dataclass(frozen=True)
class PointsOf:
    """As many points as the fact says, in hundredths; at most so many."""

    fact: str
    cap: int

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.fact,)


Condition = Compare | Holds | IsSme | PointsOf


def holds(fact: str) -> Holds:
    return Holds(fact)


def free_of(fact: str) -> Holds:
    return Holds(fact, 0)


def is_sme() -> IsSme:
    return IsSme()


def points_of(fact: str, cap: int) -> PointsOf:
    return PointsOf(fact, cap)


# ------------------------------------------------------------------------------------------ rows


@dataclass(frozen=True)
class Row:
    """One row of a standard: a condition, or how the rows below it join. `id` is the criterion's name in the library,
    `item` the item of the regulation as tests/cases counts them. Points are whole points."""

    id: str
    join: str
    rows: tuple[Row, ...] = ()
    item: str = ""
    condition: Condition | None = None
    count: int = 0  # at least so many; the pass mark
    points: int = 0  # what a row earns when it is met
    floor: int = 0  # what a choice of bands earns in any case
    cap: int | None = None  # what a sum can bring at most
    of: str = ""  # the row whose points a pass mark looks at

    def walk(self) -> Iterator[Row]:
        yield self
        for row in self.rows:
            yield from row.walk()

    def conditions(self) -> Iterator[Condition]:
        return (row.condition for row in self.walk() if row.condition is not None)


def row(id: str, item: str, condition: Condition, points: int = 0) -> Row:
    return Row(id, "condition", item=item, condition=condition, points=points)


def all_of(id: str, *rows: Row) -> Row:
    return Row(id, "all", rows)


def any_of(id: str, *rows: Row) -> Row:
    return Row(id, "any", rows)


def at_least(id: str, count: int, *rows: Row) -> Row:
    return Row(id, "at-least", rows, count=count)


def if_then(id: str, guard: Row, *rows: Row) -> Row:
    return Row(id, "when", (guard, *rows))


def best_of(id: str, *rows: Row, floor: int = 0) -> Row:
    """The row that brings most."""
    return Row(id, "best", rows, floor=floor)


def sum_of(id: str, *rows: Row, cap: int | None = None) -> Row:
    return Row(id, "sum", rows, cap=cap)


def steps(stem: str, item: str, points: dict[int, int], test: Callable[[int], Condition]) -> tuple[Row, ...]:
    """A scoring table: step to points. test makes the condition of a step, whose row is called `stem`-`step`."""
    return tuple(row(f"{stem}-{step}", item, test(step), earned) for step, earned in points.items())


def pass_mark(id: str, item: str, of: str, mark: int, *rows: Row) -> Row:
    """The points of the row `of`, wherever it stands, reach the mark."""
    return Row(id, "pass-mark", rows, item=item, count=mark, of=of)


@dataclass(frozen=True)
class Edition:
    """One edition of one standard; `rules` is its id."""

    rules: str
    standard: Row

    def rows(self) -> list[Row]:
        return list(self.standard.walk())

    @cached_property
    def by_id(self) -> dict[str, Row]:
        return {row.id: row for row in self.rows()}

    def facts(self) -> list[str]:
        """Every fact that a condition reads, in order of first mention."""
        return list(dict.fromkeys(fact for condition in self.standard.conditions() for fact in condition.facts))


# ------------------------------------------------------------- what is known of facts by the header

#: Flags that a person must judge (littlegiant.h, "Flags that a person must judge").
ASSERTED = frozenset(
    {
        "strong_innovator",
        "specialised_strategy",
        "sound_governance",
        "leading_quality",
        "high_reputation",
        "key_chain_link",
        "key_breakthrough",
        "rd_ratio_leading",
        "nationally_leading_share",
    }
)
