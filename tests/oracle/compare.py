# SPDX-License-Identifier: Apache-2.0
"""Holds what the library says against what the oracle says, criterion by criterion, and counts what came out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

import numpy as np

import exact
import small_world
from editions import EDITIONS
from enterprises import Inventor
from integers import Array, Assessments, Table
from law import Condition, Edition, Row
from library import RANGES, Rules, Verdicts
from small_world import Combinations, Found, Vector, World, facts_of, put_together, table_of

WORDS = ("unknown", "met", "not met", "not applicable")
REASONS = ("", "missing", "judgement", "undefined")

#: How many enterprises are held in memory at once.
TABLE_ROWS = 1 << 15

#: How many differences are told in full.
TOLD = 20


@dataclass
class Tally:
    """What was compared. Two tallies add up."""

    enterprises: int = 0
    one_by_one: int = 0
    fractions: int = 0
    verdicts: int = 0
    differences: int = 0
    told: list[str] = field(default_factory=list)
    #: (criterion, verdict) to how often.
    seen: Counter[tuple[str, int]] = field(default_factory=Counter)

    def __iadd__(self, other: Tally) -> Tally:
        self.enterprises += other.enterprises
        self.one_by_one += other.one_by_one
        self.fractions += other.fractions
        self.verdicts += other.verdicts
        self.differences += other.differences
        self.told = [*self.told, *other.told][:TOLD]
        self.seen += other.seen
        return self


def written(outcome: tuple[int, int, int, int]) -> str:
    verdict, reason, low, high = outcome
    why = f" ({REASONS[reason]})" if reason else ""
    points = f", {low / 100:g} to {high / 100:g} points" if high else ""
    return WORDS[verdict] + why + points


def known_of(firm: dict[str, int], facts: Iterable[str]) -> str:
    return " ".join(f"{fact}={firm.get(fact, 'unknown')}" for fact in facts)


class Side:
    """What one side says of a table, as arrays with a row per criterion, in the order of the library."""

    def __init__(self, name: str, overall: Array, verdicts: Array, reasons: Array, low: Array, high: Array):
        self.name = name
        self.overall = overall
        self.members = (verdicts, reasons, low, high)

    def outcome(self, criterion: int, row: int) -> tuple[int, int, int, int]:
        return tuple(int(member[criterion, row]) for member in self.members)

    def unlike(self, other: Side) -> Iterator[tuple[int, int]]:
        """Where the two do not say the same: criterion and row."""
        for mine, its in zip(self.members, other.members, strict=True):
            if not np.array_equal(mine, its):
                yield from zip(*np.nonzero(mine != its), strict=True)


def of_library(name: str, found: Verdicts) -> Side:
    return Side(name, found.overall, found.verdicts, found.reasons, found.low, found.high)


def of_integers(edition: Edition, rules: Rules, table: Table) -> Side:
    found = Assessments(edition, table).all()

    def stacked(member: str, kind: type) -> Array:
        columns = [np.broadcast_to(getattr(found[name], member), table.count) for name in rules.ids]
        return np.array(columns, kind)

    return Side(
        "the oracle in integers",
        found[edition.standard.id].verdict,
        stacked("verdict", np.uint8),
        stacked("reason", np.uint8),
        stacked("low", np.int32),
        stacked("high", np.int32),
    )


def of_fractions(edition: Edition, ids: list[str], table: Table) -> Side:
    """Of these criteria; the first of them stands for all."""
    assessments = [exact.Assessment(edition, table.firm(row)) for row in range(table.count)]
    found = [[each.outcome(edition.by_id[name]) for each in assessments] for name in ids]
    verdicts, *others = np.moveaxis(np.array(found, np.int64), 2, 0)
    return Side("the oracle in fractions", verdicts[0], verdicts, *others)


def told(edition: Edition, ids: list[str], table: Table, one: Side, other: Side, criterion: int, row: int) -> str:
    """The criterion with its item of the regulation, both answers, and the facts that it can see."""
    seen = edition.by_id[ids[criterion]]
    facts = facts_of(seen.conditions()) or facts_of(edition.by_id[seen.of].conditions())
    return (
        f"{edition.rules}, {seen.id}{f' ({seen.item})' if seen.item else ''}: "
        f"{one.name} says {written(one.outcome(criterion, row))}, "
        f"{other.name} {written(other.outcome(criterion, row))}: {known_of(table.firm(row), facts)}"
    )


def hold(edition: Edition, ids: list[str], table: Table, one: Side, other: Side) -> Tally:
    """Every criterion of every row, and the overall verdict. Of differences, those of conditions are told first."""
    conditions = [edition.by_id[name].join == "condition" for name in ids]
    places = sorted(set(one.unlike(other)), key=lambda place: (not conditions[place[0]], *place))
    wrong = np.flatnonzero(one.overall != other.overall)
    texts = [told(edition, ids, table, one, other, *place) for place in places[:TOLD]]
    texts += [
        f"{edition.rules}: overall, {one.name} says {WORDS[one.overall[row]]}, "
        f"{other.name} {WORDS[other.overall[row]]}: {known_of(table.firm(row), edition.facts())}"
        for row in wrong[:TOLD]
    ]
    return Tally(verdicts=one.members[0].size, differences=len(places) + len(wrong), told=texts)


def count_seen(rules: Rules, side: Side) -> Counter[tuple[str, int]]:
    counts = {
        (name, verdict): int(np.count_nonzero(side.members[0][number] == verdict))
        for number, name in enumerate(rules.ids)
        for verdict in range(4)
    }
    return Counter({key: count for key, count in counts.items() if count})


@dataclass(frozen=True)
class Parts:
    """How many rows of a table also go the slower ways."""

    fractions: int = 0
    one_by_one: int = 0
    profiles: int = 0


def compare(
    edition: Edition, table: Table, rng: np.random.Generator, parts: Parts, oracle: Side | None = None
) -> Tally:
    """All rows: columns against integers. The first few: one by one, as profiles, and in fractions against the same."""
    rules = Rules(edition.rules)
    oracle = oracle or of_integers(edition, rules, table)
    tally = hold(edition, rules.ids, table, of_library("lg_evaluate_columns", rules.columns(table, rng)), oracle)
    tally.enterprises, tally.seen = table.count, count_seen(rules, oracle)
    tally.one_by_one, tally.fractions = (min(count, table.count) for count in (parts.one_by_one, parts.fractions))
    slower = (
        (parts.one_by_one, lambda some: of_library("lg_evaluate", rules.one_by_one(some))),
        (parts.profiles, lambda some: of_library("lg_evaluate_profiles", rules.profiles(some))),
        (parts.fractions, lambda some: of_fractions(edition, rules.ids, some)),
    )
    for count, say in slower:
        if count := min(count, table.count):
            some = table.part(0, count)
            tally += hold(edition, rules.ids, some, say(some), cut(oracle, count))
    return tally


def cut(side: Side, count: int) -> Side:
    return Side(side.name, side.overall[:count], *(member[:, :count] for member in side.members))


def compare_invented(rules: str, seed: int, number: int, count: int, parts: Parts) -> Tally:
    """count enterprises of one rule set: the table of this number that the seed invents."""
    edition = EDITIONS[rules]
    rng = np.random.default_rng([seed, number, *rules.encode()])
    return compare(edition, Inventor(edition, RANGES).invent(rng, count), rng, parts)


# ---------------------------------------------------------------------------------- the small world


def in_tables(worlds: Iterable[World]) -> Iterator[list[World]]:
    every = iter(worlds)
    while some := list(islice(every, TABLE_ROWS)):
        yield some


def surrounded(edition: Edition, worlds: list[World], rng: np.random.Generator) -> Table:
    """The same, and all other facts invented: what a condition says must not depend on them."""
    invented, alone = Inventor(edition, RANGES).invent(rng, len(worlds)), table_of(worlds, edition)
    for fact in worlds[0]:
        invented.values[fact], invented.known[fact] = alone.values[fact], alone.known[fact]
    return invented


def compare_condition(edition: Edition, condition: Condition, worlds: list[World], rng: np.random.Generator) -> Tally:
    """One condition with these values of its facts: once alone, also in fractions, and once amid other facts."""
    rules, tally = Rules(edition.rules), Tally()
    alone, ids = table_of(worlds, edition), [row.id for row in edition.rows() if row.condition == condition]
    oracle = of_integers(edition, rules, alone)
    tally += compare(edition, alone, rng, Parts(one_by_one=TABLE_ROWS, profiles=TABLE_ROWS), oracle)
    tally += hold(edition, ids, alone, of_fractions(edition, ids, alone), picked(oracle, [*map(rules.ids.index, ids)]))
    tally += compare(edition, surrounded(edition, worlds, rng), rng, Parts(one_by_one=TABLE_ROWS))
    tally.fractions += alone.count
    return tally


def picked(side: Side, criteria: list[int]) -> Side:
    return Side(side.name, side.members[0][criteria[0]], *(member[criteria] for member in side.members))


def compare_conditions(rules: str) -> Tally:
    """Every condition with every combination of the values of its facts."""
    edition, tally, rng = EDITIONS[rules], Tally(), np.random.default_rng(0)
    for condition in dict.fromkeys(edition.standard.conditions()):
        for worlds in in_tables(small_world.of_condition(condition, RANGES)):
            tally += compare_condition(edition, condition, worlds, rng)
    return tally


def is_what_was_built(
    inputs: tuple[Row, ...], vectors: list[Vector], by_pairs: bool, side: Side, ids: list[str]
) -> bool:
    """Whether the rows below have come to what the enterprises were built for."""
    columns = [ids.index(below.id) for below in inputs]
    verdict, _, low, high = (member[columns] for member in side.members)
    return are_pairs(vectors, low, high) if by_pairs else are_vectors(vectors, verdict, low, high)


def are_vectors(vectors: list[Vector], *members: Array) -> bool:
    said = np.stack(members, axis=-1).transpose(1, 0, 2)
    return np.array_equal(said, [[(each.verdict, each.low, each.high) for each in vector] for vector in vectors])


def are_pairs(vectors: list[Vector], low: Array, high: Array) -> bool:
    """Points of the rows before together, and of the next row. The verdict of what came before counts these rows."""
    number = np.array([before.verdict for before, _ in vectors])
    earlier = np.arange(len(low))[:, None] < number
    next_one = number, np.arange(len(vectors))
    said = np.stack([(low * earlier).sum(0), (high * earlier).sum(0), low[next_one], high[next_one]], axis=-1)
    return np.array_equal(said, [(before.low, before.high, after.low, after.high) for before, after in vectors])


def compare_row(combinations: Combinations, row: Row) -> tuple[Tally, Found]:
    """One combination with every vector of outcomes of the rows below it."""
    edition, tally, rng = combinations.edition, Tally(), np.random.default_rng(0)
    rules, found, inputs = Rules(edition.rules), combinations.search(row), combinations.inputs(row)
    every = iter(found.worlds.items())
    while some := list(islice(every, TABLE_ROWS)):
        table = table_of([put_together(parts) for _, parts in some], edition)
        oracle = of_integers(edition, rules, table)
        vectors = [vector for vector, _ in some]
        assert is_what_was_built(inputs, vectors, found.by_pairs, oracle, rules.ids), row.id
        tally += compare(edition, table, rng, Parts(20, TABLE_ROWS, TABLE_ROWS), oracle)
    return tally, found
