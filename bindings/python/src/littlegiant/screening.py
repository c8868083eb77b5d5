# SPDX-License-Identifier: Apache-2.0
"""Many enterprises under one rule set: who qualifies, what holds the others back, and who is closest."""

from __future__ import annotations

import datetime
import heapq
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeVar

from ._call import date_number
from ._judged import Router, judge
from ._progress import update_of
from ._rows import Fault, Record, RowError, Source, name_of, records
from .assessment import Assessment, assess
from .assumptions import Assumptions, defaults_of
from .enums import Application, Level, Verdict
from .errors import NoRulesError
from .facts import fact_at
from .profile import Issue
from .rules import Criterion, RuleSet, ruleset, select

# Rows that are judged in one call, a few megabytes of them; regions that are counted apart; errors and doubts that
# are kept, of which there may be one a row.
_CHUNK = 2048
_REGIONS = 200
_KEPT = 1000

K = TypeVar("K")


@dataclass(frozen=True)
class Enterprise:
    """One row of a table."""

    #: The line on which it begins; of rows that are no file, its number from 1.
    line: int
    #: What the columns ``id``, ``name``, ``credit_code`` and ``region`` say, as far as there are such columns.
    labels: Mapping[str, str]
    assessment: Assessment


@dataclass(frozen=True)
class Doubt:
    """A row whose figures do not fit together. It is judged all the same."""

    line: int
    labels: Mapping[str, str]
    issues: tuple[Issue, ...]


@dataclass(frozen=True)
class CriterionCount:
    """How many enterprises came out how for one criterion."""

    criterion: Criterion
    verdicts: Mapping[Verdict, int]
    #: Enterprises on whose shortest way it has to be changed, for it is not met.
    to_change: int
    #: Enterprises on whose shortest way it has to be shown, for it is unknown.
    to_show: int


@dataclass(frozen=True)
class LevelCount:
    """How many enterprises meet the conditions of one level of titles."""

    level: Level
    rules: RuleSet
    verdicts: Mapping[Verdict, int]
    #: Enterprises for which it is the highest level whose conditions are all met.
    reached: int


@dataclass(frozen=True)
class RegionCount:
    """The enterprises of one region."""

    #: As the table calls it; empty for rows without one, None for the further ones of a table of very many.
    region: str | None
    verdicts: Mapping[Verdict, int]
    #: Enterprises by the highest level whose conditions are all met.
    reached: Mapping[Level, int]
    #: Ids of criteria, and on the shortest way of how many enterprises each is a step.
    steps: Mapping[str, int]


@dataclass(frozen=True)
class Screening:
    """What came out for a table of enterprises. Made by ``screen()``."""

    rules: RuleSet
    #: The day for which the levels below and above were looked up.
    on: datetime.date
    #: The file; empty for rows that are none.
    source: str
    #: Rows of the table, those in error included.
    rows: int
    #: Enterprises that were judged, by their overall verdict.
    verdicts: Mapping[Verdict, int]
    #: By criterion, in the order of the rule set.
    criteria: tuple[CriterionCount, ...]
    #: By level, from below; the level of ``rules`` by these, the others by the rules for new applications on the day.
    levels: tuple[LevelCount, ...]
    #: By region, the largest first.
    regions: tuple[RegionCount, ...]
    #: Conditions to change on the shortest way, and how many enterprises that do not qualify have so many.
    distances: Mapping[int, int]
    #: The same, and the ids of the criteria that so many of these enterprises would have to change.
    obstacles: Mapping[int, Mapping[str, int]]
    #: Enterprises that do not qualify, the nearest first: fewest conditions to change, then fewest to show.
    nearest: tuple[Enterprise, ...]
    #: The names of the facts for which values were assumed where they were unknown.
    assumed: tuple[str, ...]
    #: Enterprises whose overall verdict rests on what was assumed.
    assumed_verdicts: int
    #: Rows in error.
    error_rows: int
    #: Column (None: the whole row) and what is wrong, and how many cells or rows have that.
    faults: Mapping[tuple[str | None, Fault], int]
    #: The first 1,000 errors.
    errors: tuple[RowError, ...]
    #: Rows whose figures do not fit together.
    doubtful_rows: int
    #: The first 1,000 of these.
    doubts: tuple[Doubt, ...]

    @property
    def judged(self) -> int:
        """Enterprises that were judged: all rows but those in error."""
        return self.rows - self.error_rows

    def __repr__(self) -> str:
        found = ", ".join(f"{self.verdicts[verdict]} {verdict}" for verdict in Verdict)
        return f"<Screening of {self.rows} rows under {self.rules.id}: {found}, {self.error_rows} in error>"


def screen(
    source: Source,
    rules: RuleSet | str,
    *,
    on: datetime.date | None = None,
    assume: Assumptions = (),
    nearest: int = 50,
    progress: bool | None = None,
) -> Screening:
    """Judges every enterprise of a table, and keeps what a bureau asks for: counts, obstacles, and who is closest.

    ``source`` is a CSV file (UTF-8, the names of the columns carry the units, empty cells are unknown), or rows:
    profiles, or mappings as ``Profile.from_mapping()`` takes them, with the labels ``id``, ``name``, ``credit_code``
    and ``region``. A row with a bad cell is in error, the others are judged. ``on`` is the day for which the other
    levels of titles are looked up: by default today, or the last day on which ``rules`` were in force. ``nearest``
    is how many of the enterprises that are closest to qualifying are kept. ``progress`` shows a bar, by the package
    tqdm: None on a terminal if that is installed, when it takes more than a second; True always; False never.
    UnknownNameError and InvalidValueError for rules, assumptions, or a header line that cannot be used; OSError for a
    file that cannot be read. Memory does not grow with the table.

    >>> from littlegiant import screen
    >>> found = screen(
    ...     [
    ...         {"id": "A", "revenue_y1_wan": "10001", "srdi_title": "yes", "province_rank": "3", "it_supported_businesses": "1"},
    ...         {"id": "B", "revenue_y1_wan": "10000", "srdi_title": "yes", "province_rank": "3"},
    ...         {"id": "C", "revenue_y1_wan": "1O000"},
    ...     ],
    ...     "cn.little-giant.2020-reported",
    ... )
    >>> found
    <Screening of 3 rows under cn.little-giant.2020-reported: 0 unknown, 1 met, 1 not_met, 0 not_applicable, 1 in error>
    >>> [(enterprise.labels["id"], len(enterprise.assessment.route)) for enterprise in found.nearest]
    [('B', 2)]
    >>> [(count.criterion.id, count.to_change, count.to_show) for count in found.criteria if count.to_change]
    [('revenue', 1, 0)]
    >>> print(found.errors[0])
    3: revenue_y1_wan: '1O000' is not a number; write it with digits, an optional minus sign and decimal point, and nothing else
    """
    tally = _Tally(ruleset(rules), on, assume, nearest)
    rows = records(source)
    with update_of(source, tally.rules.id, progress) as update:
        while chunk := list(islice(rows, _CHUNK)):
            tally.add(chunk)
            update(len(chunk))
    return tally.screening(name_of(source))


def day_for(rules: RuleSet, on: datetime.date | None) -> datetime.date:
    """The day that is asked for; else today, or the nearest day on which the rules are in force."""
    if on is not None:
        date_number(on)
        return on
    today = datetime.date.today()
    return max(rules.in_force_from or today, min(rules.in_force_to or today, today))


def ladder(rules: RuleSet, on: datetime.date) -> list[RuleSet]:
    """The rule sets of all levels, from below: ``rules`` themselves, and the others for new applications on a day."""
    return [found for level in Level if level for found in _rules_of(level, rules, on)]


def _rules_of(level: Level, rules: RuleSet, on: datetime.date) -> list[RuleSet]:
    try:
        return [rules if level is rules.level else select(level, Application.NEW, on)]
    except NoRulesError:
        return []


# ----------------------------------------------------------------------------- counting


class _Tally:
    """Counts chunk by chunk."""

    def __init__(self, rules: RuleSet, on: datetime.date | None, assume: Assumptions, nearest: int) -> None:
        self.rules, self.on = rules, day_for(rules, on)
        self.ladder = ladder(rules, self.on)
        self.assume, self.defaults = assume, defaults_of(assume)
        self.router = Router(rules, self.defaults)
        self.rows = self.error_rows = self.doubtful_rows = self.assumed_verdicts = 0
        self.wanted = nearest
        self.nearest: list[tuple[int, int, Record]] = []
        self.errors: list[RowError] = []
        self.faults: Counter[tuple[str | None, Fault]] = Counter()
        self.doubts: list[Doubt] = []
        self.criteria: list[Counter[int]] = [Counter() for _ in rules.criteria]
        self.levels: list[Counter[int]] = [Counter() for _ in self.ladder]
        self.verdicts: Counter[tuple[str | None, int]] = Counter()
        self.reached: Counter[tuple[str | None, Level]] = Counter()
        self.steps: Counter[tuple[int, int]] = Counter()
        self.region_steps: Counter[tuple[str | None, int]] = Counter()
        self.distances: Counter[int] = Counter()
        self.obstacles: Counter[tuple[int, int]] = Counter()
        self.regions: set[str] = set()

    def add(self, chunk: list[Record]) -> None:
        self.rows += len(chunk)
        for record in chunk:
            self._look_at(record)
        sound = [record for record in chunk if not record.errors]
        regions = [self._region(record) for record in sound]
        verdicts = self._judge(sound)
        self.verdicts.update(zip(regions, verdicts))
        self.reached.update(zip(regions, self._climb(sound, verdicts)))
        ways = [(*way, record) for record, region in zip(sound, regions) if (way := self._way(record, region))]
        self.nearest = heapq.nsmallest(self.wanted, chain(self.nearest, ways), key=lambda way: way[:2])

    def _look_at(self, record: Record) -> None:
        if record.errors:
            self.error_rows += 1
            self.errors += record.errors[: _KEPT - len(self.errors)]
            self.faults.update((error.column, error.fault) for error in record.errors)
        elif issues := record.profile.issues():
            self.doubtful_rows += 1
            self.doubts += [Doubt(record.line, record.labels, issues)][: _KEPT - len(self.doubts)]

    def _region(self, record: Record) -> str | None:
        region = record.labels.get("region", "").strip()
        if region not in self.regions and len(self.regions) == _REGIONS:
            return None
        self.regions.add(region)
        return region

    def _judge(self, sound: list[Record]) -> bytes:
        """Overall verdicts, while criteria are counted."""
        found = judge([record.profile for record in sound], self.rules, self.defaults, criteria=True)
        self.assumed_verdicts += found.assumed
        for counts, plane in zip(self.criteria, found.criteria):
            _count(counts, plane)
        return found.verdicts

    def _climb(self, sound: list[Record], verdicts: bytes) -> list[Level]:
        """The highest level that each enterprise reaches, while the levels are counted."""
        reached = [Level.NONE] * len(sound)
        profiles = [record.profile for record in sound]
        for rules, counts in zip(self.ladder, self.levels):
            same = rules == self.rules
            plane = verdicts if same else judge(profiles, rules, self.defaults, criteria=False).verdicts
            _count(counts, plane)
            reached = [rules.level if verdict == Verdict.MET else below for verdict, below in zip(plane, reached)]
        return reached

    def _way(self, record: Record, region: str | None) -> tuple[int, int] | None:
        """Conditions to change and to show on the shortest way; None if there is nothing to do."""
        steps = self.router.steps(record.profile)
        if not steps:
            return None
        self.steps.update(steps)
        self.region_steps.update((region, criterion) for criterion, _ in steps)
        change = sum(verdict == Verdict.NOT_MET for _, verdict in steps)
        self.distances[change] += 1
        self.obstacles.update((change, criterion) for criterion, verdict in steps if verdict == Verdict.NOT_MET)
        return change, len(steps) - change

    # --------------------------------------------------------------------- what comes out

    def screening(self, source: str) -> Screening:
        return Screening(
            rules=self.rules,
            on=self.on,
            source=source,
            rows=self.rows,
            verdicts=_verdicts(_summed((verdict, number) for (_, verdict), number in self.verdicts.items())),
            criteria=tuple(map(self._criterion, self.rules.criteria)),
            levels=tuple(map(self._level, self.ladder, self.levels)),
            regions=self._regions(),
            distances=dict(sorted(self.distances.items())),
            obstacles={change: self._by_criterion(self.obstacles, change) for change in sorted(self.distances)},
            nearest=tuple(self._enterprise(record) for _, _, record in self.nearest),
            assumed=tuple(dict.fromkeys(fact_at(row.fact).name for row in self.defaults)),
            assumed_verdicts=self.assumed_verdicts,
            error_rows=self.error_rows,
            faults=dict(self.faults.most_common()),
            errors=tuple(self.errors),
            doubtful_rows=self.doubtful_rows,
            doubts=tuple(self.doubts),
        )

    def _criterion(self, criterion: Criterion) -> CriterionCount:
        steps = (self.steps[criterion.index, verdict] for verdict in (Verdict.NOT_MET, Verdict.UNKNOWN))
        return CriterionCount(criterion, _verdicts(self.criteria[criterion.index]), *steps)

    def _level(self, rules: RuleSet, counts: Counter[int]) -> LevelCount:
        reached = sum(number for (_, level), number in self.reached.items() if level is rules.level)
        return LevelCount(rules.level, rules, _verdicts(counts), reached)

    def _regions(self) -> tuple[RegionCount, ...]:
        names = _summed((region, number) for (region, _), number in self.verdicts.items())
        return tuple(self._one_region(region) for region, _ in names.most_common())

    def _one_region(self, region: str | None) -> RegionCount:
        return RegionCount(
            region,
            {verdict: self.verdicts[region, verdict] for verdict in Verdict},
            {level: self.reached[region, level] for level in Level},
            self._by_criterion(self.region_steps, region),
        )

    def _by_criterion(self, counts: Counter[tuple[K, int]], key: K) -> dict[str, int]:
        """What is counted under a key, by the ids of criteria."""
        found = ((criterion.id, counts[key, criterion.index]) for criterion in self.rules.criteria)
        return {name: number for name, number in found if number}

    def _enterprise(self, record: Record) -> Enterprise:
        return Enterprise(record.line, record.labels, assess(record.profile, self.rules, assume=self.assume))


def _count(counts: Counter[int], plane: bytes) -> None:
    for verdict in Verdict:
        counts[verdict] += plane.count(verdict)


def _verdicts(counts: Mapping[int, int]) -> dict[Verdict, int]:
    return {verdict: counts.get(verdict, 0) for verdict in Verdict}


def _summed(pairs: Iterable[tuple[K, int]]) -> Counter[K]:
    total: Counter[K] = Counter()
    for key, number in pairs:
        total[key] += number
    return total
