# SPDX-License-Identifier: Apache-2.0
"""Invented enterprises, most of them on or beside a bound of the edition at hand, many of them with gaps.

The bounds are those of the oracle's own editions. A fact is chosen among its recipes: a number (a bound, one less, one
more, zero, the ends of its range), or what puts a ratio, a rate or a total on its bound given the other facts, one
less, one more. Rows differ in how favourable the choices are, so that verdicts of every kind come out, and in how
much is left unknown; in many, one branch of the standard alone is spoilt. What a test means by "every value" (small_world.py) are the same recipes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from graphlib import TopologicalSorter

import numpy as np

from exact import CP
from integers import LARGEST, Array, Table, limits_by_sector, whole
from law import Compare, CompoundGrowth, Edition, Growth, Holds, IsSme, MeanGrowth, PointsOf, Row, Share, Total, Value
from size import FIGURES

#: Fact to its smallest and largest value.
Ranges = dict[str, tuple[int, int]]

Columns = dict[str, Array]


@dataclass(frozen=True)
class Tie:
    """The value of a fact that puts a condition on its bound, given other facts; rounded down where it is none."""

    sources: tuple[str, ...]
    value: Callable[..., Array]


@dataclass(frozen=True)
class Recipe:
    """A number, or what is so much more than a tie."""

    offset: int
    tie: Tie | None = None
    favourable: bool = False


@dataclass
class Recipes:
    of: dict[str, list[Recipe]] = field(default_factory=dict)

    def add(self, fact: str, recipe: Recipe) -> None:
        recipes = self.of.setdefault(fact, [])
        if recipe not in recipes:
            recipes.append(recipe)

    def around(self, fact: str, offset: int, tie: Tie | None, op: str) -> None:
        """The bound, one less and one more."""
        for more in (-1, 0, 1):
            favourable = more in {">=": (0, 1), ">": (1,), "<=": (-1, 0), "<": (-1,)}[op]
            self.add(fact, Recipe(offset + more, tie, favourable))


# ------------------------------------------------------------------------------------------ ties


def quotient(bound: Fraction) -> Callable[[Array], Array]:
    """Of the whole, the part that is the bound."""
    return lambda whole: whole * bound.numerator // bound.denominator


def divided(bound: Fraction) -> Callable[[Array], Array]:
    """Of a year, what was the base of a growth to so many times as much."""
    return quotient(1 / bound)


def mean_growth_base(bound: Fraction) -> Callable[[Array, Array], Array]:
    """y3 = y2 / (2 * (1 + r) - y1 / y2), as near as a double comes; exact_growth() makes real ties."""
    twice = float(2 * (1 + bound))

    def base(y1: Array, y2: Array) -> Array:
        with np.errstate(divide="ignore", invalid="ignore"):
            y3 = np.floor(y2 / (twice - y1 / y2))
        return np.where(np.isfinite(y3), np.clip(y3, -LARGEST, LARGEST), 0).astype(np.int64)

    return base


def size_limit(member: str, unit: int) -> Callable[[Array], Array]:
    return lambda sector: limits_by_sector(member, unit)[1][sector]


def ties_of(condition: Compare) -> tuple[str, Tie] | None:
    """The fact that is moved to put a condition of several facts on its bound, and where to."""
    measure, bound = condition.measure, condition.bound
    match measure:
        case Share(part, whole_):
            return part, Tie((whole_,), quotient(bound))
        case Growth(y1, y2):
            return y2, Tie((y1,), divided(1 + bound))
        case CompoundGrowth(y1, y3):
            return y3, Tie((y1,), divided((1 + bound) ** 2))
        case MeanGrowth(y1, y2, y3):
            return y3, Tie((y1, y2), mean_growth_base(bound))
        case Total(facts, unit):
            *others, last = facts
            enough = whole(bound / unit)
            return last, Tie(tuple(others), lambda *known: enough - sum(known))
    return None


#: Where more of the moved fact is worse for what the condition measures.
REVERSED = {">=": "<=", "<=": ">="}


def recipes_of_compare(recipes: Recipes, condition: Compare) -> None:
    measure = condition.measure
    if isinstance(measure, Value):
        low_op = {"within": ">=", "from-to": ">="}.get(condition.op, condition.op)
        recipes.around(measure.fact, whole(condition.bound / measure.unit), None, low_op)
        if condition.bound_high is not None:
            high_op = {"within": "<=", "from-to": "<"}[condition.op]
            recipes.around(measure.fact, whole(condition.bound_high / measure.unit), None, high_op)
        return
    fact, tie = ties_of(condition)
    is_base = isinstance(measure, (Growth, CompoundGrowth, MeanGrowth))
    recipes.around(fact, 0, tie, REVERSED[condition.op] if is_base else condition.op)


def recipes_of_size(recipes: Recipes) -> None:
    for fact, (member, unit) in FIGURES.items():
        recipes.around(fact, 0, Tie(("size_sector",), size_limit(member, unit)), "<")


def recipes_of(edition: Edition) -> Recipes:
    """What puts a condition on its bound or beside it."""
    recipes = Recipes()
    for condition in edition.standard.conditions():
        match condition:
            case Compare():
                recipes_of_compare(recipes, condition)
            case Holds(fact, wanted):
                recipes.add(fact, Recipe(wanted, favourable=True))
                recipes.add(fact, Recipe(1 - wanted))
            case IsSme():
                recipes_of_size(recipes)
            case PointsOf(fact, cap):
                for points in (0, 1, cap * CP):
                    recipes.add(fact, Recipe(points, favourable=points > 0))
    return recipes


def order_of(recipes: Recipes, facts: list[str]) -> list[str]:
    """Facts after those that their ties need."""
    sorter = TopologicalSorter({fact: [] for fact in facts})
    for fact in facts:
        for recipe in recipes.of.get(fact, []):
            sorter.add(fact, *(recipe.tie.sources if recipe.tie else ()))
    return list(sorter.static_order())


# -------------------------------------------------------------------------------------- invention


def any_number(rng: np.random.Generator, low: int, high: int, count: int) -> Array:
    """Of any magnitude within the range; now and then negative, where that can be."""
    if high - low <= 64:
        return rng.integers(low, high + 1, count)
    number = np.exp2(rng.uniform(0, np.log2(high), count)).astype(np.int64)
    return np.where((low < 0) & (rng.random(count) < 0.06), -number, number)


def of_the_year_after(rng: np.random.Generator, column: Array) -> Array:
    """A figure of the year before, from half as much to a half more."""
    return (column // 1000) * rng.integers(500, 1500, len(column))


def facts_below(row: Row) -> set[str]:
    return {fact for condition in row.conditions() for fact in condition.facts}


class Inventor:
    """Invents enterprises for one edition. The same seed invents the same ones."""

    def __init__(self, edition: Edition, ranges: Ranges):
        self.edition = edition
        self.ranges = ranges
        self.facts = edition.facts()
        self.recipes = recipes_of(edition)
        self.order = order_of(self.recipes, self.facts)
        self.others = sorted(set(ranges) - set(self.facts))
        self.branches = [facts_below(row) for row in edition.rows()]
        self.growths = [
            condition
            for condition in edition.standard.conditions()
            if isinstance(condition, Compare) and isinstance(condition.measure, (MeanGrowth, CompoundGrowth))
        ]

    def invent(self, rng: np.random.Generator, count: int) -> Table:
        favour = rng.choice([0, 0.5, 0.8, 0.95, 1, 1, 1, 1], count)
        spoilt = np.where(rng.random(count) < 0.4, rng.integers(0, len(self.branches), count), -1)
        values: Columns = {}
        for fact in self.order:
            branches = [number for number, facts in enumerate(self.branches) if fact in facts]
            values[fact] = self.column(rng, fact, values, favour, np.isin(spoilt, branches))
        self.exact_growth(rng, values, count)
        for fact in rng.choice(self.others, 3, replace=False):
            values[str(fact)] = any_number(rng, *self.ranges[fact], count)
        gaps = rng.choice([0, 0, 0, 0.02, 0.05, 0.1, 0.3, 0.6, 0.9], count)
        known = {fact: rng.random(count) >= gaps for fact in values}
        return Table(count, {fact: values[fact] * known[fact] for fact in values}, known)

    def column(self, rng: np.random.Generator, fact: str, values: Columns, favour: Array, spoilt: Array) -> Array:
        """One fact of every enterprise: a favourable recipe, one of all, or any number; where spoilt, no favourable
        one."""
        low, high = self.ranges[fact]
        count = len(favour)
        recipes = self.recipes.of.get(fact, [])
        column = self.unbound(rng, fact, values, count)
        if not recipes:
            return column
        recipes = [*recipes, Recipe(0), Recipe(1), Recipe(low), Recipe(high)]
        liked = [number for number, recipe in enumerate(recipes) if recipe.favourable]
        disliked = [number for number, recipe in enumerate(recipes) if not recipe.favourable]
        chosen = rng.integers(0, len(recipes), count)
        if liked:
            chosen = np.where(rng.random(count) < favour, rng.choice(liked, count), chosen)
        chosen = np.where(spoilt, rng.choice(disliked, count), chosen)
        mixed = self.follow(recipes, chosen, values)
        free = (rng.random(count) >= favour) & (rng.random(count) < 0.25)
        return np.clip(np.where(free, column, mixed), low, high)

    def unbound(self, rng: np.random.Generator, fact: str, values: Columns, count: int) -> Array:
        """Any number; of a year before one that is known already, often one that goes with it."""
        column = any_number(rng, *self.ranges[fact], count)
        stem, year = fact[:-1], fact[-1:]
        after = f"{stem}{int(year) - 1}" if year in ("2", "3") else ""
        if after in values:
            column = np.where(rng.random(count) < 0.7, of_the_year_after(rng, values[after]), column)
        return np.clip(column, *self.ranges[fact])

    def follow(self, recipes: list[Recipe], chosen: Array, values: Columns) -> Array:
        column = np.array([recipe.offset for recipe in recipes])[chosen]
        ties = list(dict.fromkeys(recipe.tie for recipe in recipes if recipe.tie is not None))
        tie_of = np.array([ties.index(recipe.tie) if recipe.tie else -1 for recipe in recipes])[chosen]
        for number, tie in enumerate(ties):
            rows = np.flatnonzero(tie_of == number)
            column[rows] += tie.value(*(values[source][rows] for source in tie.sources))
        return column

    def exact_growth(self, rng: np.random.Generator, values: Columns, count: int) -> None:
        """Growth on a bound to the last fen, or one fen beside it: divisions seldom come out even."""
        for condition in self.growths:
            rows = np.flatnonzero(rng.random(count) < 0.1)
            make = mean_growth_years if isinstance(condition.measure, MeanGrowth) else compound_growth_years
            first, *before = make(rng, condition.bound, len(rows))
            for fact, years in zip(
                condition.measure.facts, [first + rng.integers(-1, 2, len(rows)), *before], strict=True
            ):
                values[fact][rows] = years


def mean_growth_years(rng: np.random.Generator, bound: Fraction, count: int) -> tuple[Array, Array, Array]:
    """With the bound r and 2 * (1 + r) = p/q: y3 = t*t*q*m, y2 = s*t*q*m, y1 = s*(p*t - q*s)*m; then y1/y2 + y2/y3 is
    (p*t - q*s)/(t*q) + s/t = p/q."""
    p, q = (2 * (1 + bound)).as_integer_ratio()
    s, t = rng.integers(1, 40, (2, count))
    m = any_number(rng, 1, LARGEST // (40 * 40 * (p + q)), count)
    return s * (p * t - q * s) * m, s * t * q * m, t * t * q * m


def compound_growth_years(rng: np.random.Generator, bound: Fraction, count: int) -> tuple[Array, Array]:
    """With the bound r and (1 + r)^2 = p/q: y3 = q*m and y1 = p*m."""
    p, q = ((1 + bound) ** 2).as_integer_ratio()
    m = any_number(rng, 1, LARGEST // p - 1, count)
    return p * m, q * m
