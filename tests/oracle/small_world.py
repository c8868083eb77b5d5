# SPDX-License-Identifier: Apache-2.0
"""The small world of an edition: every fact unknown, at the ends of its range, at 0, and on, one below and one above
every bound, in all combinations that the rows can tell apart.

The product over all facts has up to 10^29 members. It falls apart, because a row sees nothing of the world but
the facts of its condition, or what the rows it joins have come to (docs/logic.md). So it is enough to try

  * of every condition, the full product over its own facts (of_condition());
  * of every combination, one enterprise for each vector of outcomes (verdict and points) that the rows below it can
    come to together (Combinations). Rows below that share no fact come to every mixture of what each can come to
    alone. Where they share facts, these are given every value in turn, after which the rest is shared no longer; this
    ends early when every mixture that is conceivable has been found, and otherwise goes on to the end of the
    product, so that a mixture that was not found does not exist in the small world. Of a sum of many bands, which can
    tell apart every amount, every pair of an amount so far and what is added next is tried instead of all vectors.

docs/trust.md argues this at more length. What is built here is checked: whatever an enterprise was built to come to, the
oracle must say that it does.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, product
from math import prod

import numpy as np

from enterprises import Ranges, Recipe, Recipes, order_of, recipes_of
from exact import MET, NOT_APPLICABLE, UNKNOWN, Assessment, Outcome, join_all, join_any
from integers import Table
from law import Condition, Edition, IsSme, Row
from size import SECTORS

#: A fact to its value, None where it is known to nobody.
World = dict[str, int | None]

#: Outcomes of the rows below one. Of sums by pairs, what came before (its verdict is how many rows) and what comes next.
Vector = tuple[Outcome, ...]

#: Sector of each kind: revenue alone, employees and revenue, revenue and assets, employees and assets, employees.
SECTOR_OF_EACH_KIND = (1, 2, 3, 15, 16)

#: Money of a usual size (388 million yuan) that every rate and ratio of the regulations divides without a rest.
USUAL = 2 * 2 * 3**3 * 7 * 7 * 11 * 23 * 29 * 1000

#: How many values of shared facts are tried at random before all of them are, and how many are the most.
RANDOM_TRIES, ALL_TRIES = 200, 300_000

#: Sums of which more vectors than this could be tried are tried pair by pair.
VECTORS_MAX = 60_000


# ---------------------------------------------------------------------------------------- values


class Values:
    """The values of facts that the conditions below one row can tell apart."""

    def __init__(self, recipes: Recipes, facts: list[str], ranges: Ranges, sectors: tuple[int, ...]):
        self.recipes = recipes
        self.order = [fact for fact in order_of(recipes, facts) if fact in facts]
        self.ranges = ranges
        self.sectors = sectors

    def sources(self, fact: str) -> set[str]:
        return {source for recipe in self.recipes.of.get(fact, []) if recipe.tie for source in recipe.tie.sources}

    def of(self, fact: str, others: World) -> list[int | None]:
        """Of one fact, the others being what they are."""
        low, high = self.ranges[fact]
        if fact == "size_sector":
            return [None, *self.sectors]
        if high == 1:
            return [None, 0, 1]
        found = {low, high, -1, 0, 1}  # a base that means nothing, and one that does
        found.update(self.placed(fact, others))
        if high >= USUAL:
            found.add(USUAL)
        return [None, *sorted(value for value in found if low <= value <= high)]

    def placed(self, fact: str, others: World) -> Iterator[int]:
        """On the bounds and beside them."""
        for recipe in self.recipes.of.get(fact, []):
            yield from self.place(recipe, others)

    def place(self, recipe: Recipe, others: World) -> Iterator[int]:
        if recipe.tie is None:
            yield recipe.offset
            return
        known = [others.get(source) for source in recipe.tie.sources]
        if recipe.tie.sources == ("size_sector",) and known == [None]:
            for sector in self.sectors:
                yield int(recipe.tie.value(np.int64(sector))) + recipe.offset
        elif None not in known:
            yield int(recipe.tie.value(*map(np.int64, known))) + recipe.offset

    def all_of(self, facts: list[str], others: World) -> Iterator[World]:
        """The product over the facts, each after those on which its values depend."""
        if not facts:
            yield others
            return
        first, *rest = facts
        for value in self.of(first, others):
            yield from self.all_of(rest, {**others, first: value})

    def some_of(self, facts: list[str], others: World, luck: random.Random) -> World:
        world = dict(others)
        for fact in facts:
            world[fact] = luck.choice(self.of(fact, world))
        return world


def facts_of(conditions: Iterator[Condition]) -> list[str]:
    return list(dict.fromkeys(fact for condition in conditions for fact in condition.facts))


def of_condition(condition: Condition, ranges: Ranges) -> Iterator[World]:
    """All combinations of the values of its facts."""
    alone = Edition("", Row("alone", "condition", condition=condition))
    sectors = tuple(SECTORS) if isinstance(condition, IsSme) else ()
    values = Values(recipes_of(alone), list(condition.facts), ranges, sectors)
    return values.all_of(values.order, {})


# --------------------------------------------------------------------------------------- folding


@dataclass(frozen=True)
class Fold:
    """How the outcomes of the rows below are taken into account one after the other."""

    row: Row

    def start(self) -> tuple:
        return {"best": (0, 0), "sum": (0, 0), "at-least": (0, 0), "when": ()}.get(self.row.join, (NOT_APPLICABLE,))

    def step(self, state: tuple, outcome: Outcome) -> tuple:
        match self.row.join:
            case "all":
                return (join_all([*state, outcome.verdict]),)
            case "any":
                return (join_any([*state, outcome.verdict]),)
            case "at-least":
                return state[0] + (outcome.verdict == MET), state[1] + (outcome.verdict == UNKNOWN)
            case "when":
                return (outcome.verdict,) if not state else (state[0], join_all([*state[1:], outcome.verdict]))
            case "best":
                return max(state[0], outcome.low), max(state[1], outcome.high)
            case "sum":
                return state[0] + outcome.low, state[1] + outcome.high
        raise ValueError(self.row.join)

    def stands_for(self, state: tuple) -> list[Outcome]:
        """Outcomes of rows that would come to the same together, for Assessment to join."""
        if self.row.join in ("best", "sum"):
            return [Outcome(UNKNOWN, 0, *state)]
        if self.row.join == "at-least":
            return [Outcome(MET)] * state[0] + [Outcome(UNKNOWN)] * state[1]
        return [Outcome(verdict) for verdict in state]


def extremes(outcomes: dict[Outcome, World]) -> dict[Outcome, World]:
    """Of intervals of points, the highest, the lowest, and the one that holds all. Who adds them up and looks whether
    a mark is reached, possible or missed finds all the verdicts with these that it finds with all of them: it is
    reached for some if for the highest, missed for some if for the lowest, and open for some if for the widest."""
    if len(outcomes) <= 3 or any(outcome.high == 0 == outcome.low and outcome.verdict == MET for outcome in outcomes):
        return outcomes
    low, high = min(each.low for each in outcomes), max(each.high for each in outcomes)
    kept = {
        max(outcomes, key=lambda each: (each.low, each.high)),
        min(outcomes, key=lambda each: (each.high, each.low)),
    }
    widest = [each for each in outcomes if (each.low, each.high) == (low, high)]
    return {each: outcomes[each] for each in (*kept, *widest)} if widest else outcomes


# ---------------------------------------------------------------------------------- combinations


@dataclass
class Found:
    """Of one row: the vectors of outcomes that were found, and for each the parts of an enterprise."""

    worlds: dict[Vector, tuple[World, ...]] = field(default_factory=dict)
    conceivable: int = 0
    by_pairs: bool = False
    complete: bool = True  # every other vector is impossible


class Combinations:
    """Builds, for every combination of an edition, an enterprise for each vector of outcomes of the rows below."""

    def __init__(self, edition: Edition, ranges: Ranges):
        self.edition = edition
        self.rows = edition.by_id
        self.ranges = ranges
        self.values: dict[str, Values] = {}
        self.known: dict[tuple, dict[Outcome, World]] = {}
        self.luck = random.Random(edition.rules)

    # ------------------------------------------------------------------------------- what is joined

    def inputs(self, row: Row) -> tuple[Row, ...]:
        """The rows on whose outcomes a row depends. Pass marks that look into each other's points depend on the parts
        of the largest sum."""
        if row.join == "pass-mark":
            return (self.rows[row.of],)
        marks = [below for below in row.rows if below.join == "pass-mark"]
        if len(marks) > 1:
            return next(below.rows for mark in marks for below in mark.rows)
        return row.rows

    def facts(self, row: Row) -> list[str]:
        if row.join == "pass-mark":
            return self.facts(self.rows[row.of])
        return facts_of(row.conditions())

    def values_below(self, row: Row) -> Values:
        if row.id not in self.values:
            below = self.rows[row.of] if row.join == "pass-mark" else row
            facts = self.facts(row)
            self.values[row.id] = Values(
                recipes_of(Edition("", below)),
                facts,
                self.ranges,
                SECTOR_OF_EACH_KIND if "size_sector" in facts else (),
            )
        return self.values[row.id]

    def shared(self, row: Row, world: World) -> list[str]:
        """Facts that more than one of the joined rows read, and those on which their values depend."""
        counts = Counter(fact for below in self.inputs(row) for fact in set(self.facts(below)))
        shared = {fact for fact, count in counts.items() if count > 1}
        values = self.values_below(row)
        while more := {source for fact in shared for source in values.sources(fact)} & set(counts) - shared:
            shared |= more
        return [fact for fact in values.order if fact in shared and fact not in world]

    # ---------------------------------------------------------------------------------- outcomes

    def outcomes(self, row: Row, world: World) -> dict[Outcome, World]:
        """What a row can come to, some of its facts being given, and how."""
        facts = self.facts(row)
        world = {fact: world[fact] for fact in facts if fact in world}
        key = (row.id, *world.items())
        if key not in self.known:
            self.known[key] = self.condition(row, world) if row.join == "condition" else self.combined(row, world)
        return self.known[key]

    def condition(self, row: Row, world: World) -> dict[Outcome, World]:
        values = self.values_below(row)
        found: dict[Outcome, World] = {}
        for each in values.all_of([fact for fact in values.order if fact not in world], world):
            found.setdefault(self.judged(row, {}, each), each)
        return found

    def judged(self, row: Row, given: dict[str, Outcome], world: World) -> Outcome:
        firm = {fact: value for fact, value in world.items() if value is not None}
        return Assessment(self.edition, firm, given).outcome(row)._replace(reason=0)

    def combined(self, row: Row, world: World) -> dict[Outcome, World]:
        found: dict[Outcome, World] = {}
        for each in self.values_below(row).all_of(self.shared(row, world), world):
            for outcome, how in self.mixed(row, each).items():
                found.setdefault(outcome, how)
        return extremes(found) if row.join in ("sum", "best") else found

    def mixed(self, row: Row, world: World) -> dict[Outcome, World]:
        """The same once no fact is shared that is not given."""
        inputs = self.inputs(row)
        choices = [self.outcomes(below, world) for below in inputs]
        if row.join == "pass-mark" or inputs != row.rows:
            mixtures = self.mixtures(inputs, choices, world)
            return {self.judged(row, given_by(inputs, vector), {}): how for vector, how in mixtures}
        states: dict[tuple, World] = {(fold := Fold(row)).start(): world}
        for choice in choices:
            states = {
                fold.step(state, outcome): {**before, **how}
                for state, before in states.items()
                for outcome, how in choice.items()
            }
        return {self.joined(row, fold.stands_for(state)): how for state, how in states.items()}

    def joined(self, row: Row, below: list[Outcome]) -> Outcome:
        rows = tuple(Row(f"part-{number}", "given") for number in range(len(below)))
        stand_in = Row(row.id, row.join, rows, count=row.count, floor=row.floor, cap=row.cap)
        return self.judged(stand_in, given_by(rows, tuple(below)), {})

    def mixtures(
        self, inputs: tuple[Row, ...], choices: list[dict[Outcome, World]], world: World
    ) -> Iterator[tuple[Vector, World]]:
        for vector in product(*choices):
            how = dict(world)
            for choice, outcome in zip(choices, vector, strict=True):
                how.update(choice[outcome])
            yield vector, how

    # ----------------------------------------------------------------------------------- vectors

    def search(self, row: Row) -> Found:
        """All vectors of one row."""
        found = Found(conceivable=prod(len(self.everything(below)) for below in self.inputs(row)))
        found.by_pairs = row.join == "sum" and found.conceivable > VECTORS_MAX
        seen: set[tuple] = set()
        for world in self.givens(row, found):
            choices = [self.everything(below, world) for below in self.inputs(row)]
            signature = tuple(frozenset(choice) for choice in choices)
            if signature not in seen:
                seen.add(signature)
                (self.add_pairs if found.by_pairs else self.add_vectors)(row, choices, world, found)
            if len(found.worlds) == found.conceivable:
                break
        return found

    def givens(self, row: Row, found: Found) -> Iterator[World]:
        """Values of the shared facts: some at random first, as these mostly do, then all."""
        shared = self.shared(row, {})
        values = self.values_below(row)
        if shared:
            yield from (values.some_of(shared, {}, self.luck) for _ in range(RANDOM_TRIES))
        every = values.all_of(shared, {})
        yield from islice(every, ALL_TRIES)
        found.complete = next(every, None) is None

    def everything(self, row: Row, world: World | None = None) -> dict[Outcome, World]:
        """What a row can come to, of points every interval, not the extremes alone."""
        world = {fact: value for fact, value in (world or {}).items() if fact in self.facts(row)}
        key = ("everything", row.id, *world.items())
        if key not in self.known:
            self.known[key] = self.intervals(row, world) if row.join in ("sum", "best") else self.outcomes(row, world)
        return self.known[key]

    def intervals(self, row: Row, world: World) -> dict[Outcome, World]:
        found: dict[Outcome, World] = {}
        fold = Fold(row)
        for each in self.values_below(row).all_of(self.shared(row, world), world):
            states: dict[tuple, World] = {fold.start(): each}
            for below in row.rows:
                states = {
                    fold.step(state, outcome): {**before, **how}
                    for state, before in states.items()
                    for outcome, how in self.everything(below, each).items()
                }
            for state, how in states.items():
                found.setdefault(self.joined(row, fold.stands_for(state)), how)
        return found

    def add_vectors(self, row: Row, choices: list[dict[Outcome, World]], world: World, found: Found) -> None:
        for vector, how in self.mixtures(self.inputs(row), choices, world):
            found.worlds.setdefault(vector, (how,))

    def add_pairs(self, row: Row, choices: list[dict[Outcome, World]], world: World, found: Found) -> None:
        """Every amount that the rows before come to, with everything that the next row can add."""
        fold = Fold(row)
        states: dict[tuple, World] = {fold.start(): world}
        for number, choice in enumerate(choices):
            after: dict[tuple, World] = {}
            for state, before in states.items():
                for outcome, how in choice.items():
                    found.worlds.setdefault((Outcome(number, 0, *state), outcome), (before, how))
                    if (total := fold.step(state, outcome)) not in after:
                        after[total] = {**before, **how}
            states = after

    def joining_rows(self) -> list[Row]:
        """The rows to search. A pass mark is seen to by the sum that it looks at."""
        return [row for row in self.edition.rows() if row.join not in ("condition", "pass-mark")]


def given_by(rows: tuple[Row, ...], vector: Vector) -> dict[str, Outcome]:
    return {row.id: outcome for row, outcome in zip(rows, vector, strict=True)}


def put_together(parts: tuple[World, ...]) -> World:
    return {fact: value for part in parts for fact, value in part.items()}


def table_of(worlds: list[World], edition: Edition) -> Table:
    """A fact that a world does not speak of is unknown in it."""
    facts = edition.facts()
    known = {fact: np.array([world.get(fact) is not None for world in worlds]) for fact in facts}
    values = {fact: np.array([world.get(fact) or 0 for world in worlds], np.int64) for fact in facts}
    return Table(len(worlds), values, known)
