# SPDX-License-Identifier: Apache-2.0
"""Where an enterprise stands on the ladder of titles, and its size class."""

from __future__ import annotations

import ctypes
import datetime
from dataclasses import dataclass
from typing import Any

from ._call import check, date_number, listed
from ._native import lg_rung, lib
from .assumptions import Assumptions
from .enums import Level, SizeClass, Status, Verdict
from .errors import NoRulesError
from .profile import Profile, profile_of
from .rules import RuleSet


@dataclass(frozen=True)
class Rung:
    """How an enterprise stands to one level of titles on a day."""

    level: Level
    #: In force for new applications; None if none is.
    rules: RuleSet | None
    verdict: Verdict
    #: Conditions to change on the shortest way.
    not_met: int
    #: Conditions to show on the shortest way.
    unknown: int


@dataclass(frozen=True)
class Echelon:
    """The highest level whose conditions are all met, and how the enterprise stands to each."""

    date: datetime.date
    #: ``Level.NONE`` if it meets no level.
    level: Level
    #: The lowest level above that has rules; None at the top.
    next: Level | None
    #: From below.
    rungs: tuple[Rung, ...]

    def __str__(self) -> str:
        lines = [
            f"{rung.level.text()}: {rung.verdict.text()}, {rung.not_met} to change, {rung.unknown} to show"
            for rung in self.rungs
        ]
        return "\n".join([f"{self.date}: {self.level.text()}", *(f"  {line}" for line in lines)])


def echelon(profile: Profile, date: datetime.date, *, assume: Assumptions = ()) -> Echelon:
    """Sorts an enterprise into the levels of titles by the rules for new applications on a day.

    ``assume`` is as for ``assess()``. NoRulesError when no level has rules in force on that day.

    >>> import datetime
    >>> from littlegiant import Profile, echelon
    >>> stands = echelon(Profile(), datetime.date(2026, 5, 1))
    >>> stands.level.word, stands.next.word, [rung.verdict.word for rung in stands.rungs]
    ('none', 'innovative-sme', ['unknown', 'unknown', 'unknown'])
    """
    level, above = ctypes.c_int32(), ctypes.c_int32()
    day = date_number(date)
    judged = profile_of(profile, "echelon()").copy()
    judged._fill(assume)

    def write(array: Any, capacity: int, count: Any) -> int:
        found = ctypes.byref(level), ctypes.byref(above)
        status = int(lib.lg_echelon(judged._memory, day, array, capacity, count, *found))
        if status == Status.E_NO_RULES:
            raise NoRulesError(f"no level has rules in force on {date}")
        return status

    rungs = tuple(map(_rung, listed(write, lg_rung, len(Level))))
    return Echelon(date, Level(level.value), Level(above.value) if above.value else None, rungs)


def _rung(row: Any) -> Rung:
    rules = None if row.rules is None else RuleSet(row.rules)
    return Rung(Level(row.level), rules, Verdict(row.verdict), row.not_met, row.unknown)


@dataclass(frozen=True)
class SmeSize:
    """The size class of an enterprise by the standard of 2011."""

    #: ``SizeClass.UNKNOWN`` while figures are missing.
    size_class: SizeClass
    #: The classes that remain; the one if it is known.
    possible: frozenset[SizeClass]


def sme_size(profile: Profile) -> SmeSize:
    """The size class from sector, employees, revenue and assets.

    >>> from littlegiant import Profile, sme_size, wan
    >>> sme_size(Profile(size_sector="industry", employees=120, revenue_y1=wan(13800))).size_class.word
    'small'
    >>> sorted(size.word for size in sme_size(Profile(size_sector="industry", employees=300)).possible)
    ['medium', 'micro', 'small']
    """
    size, possible = ctypes.c_int32(), ctypes.c_uint32()
    memory = profile_of(profile, "sme_size()")._memory
    check(lib.lg_sme_size(memory, ctypes.byref(size), ctypes.byref(possible)))
    return SmeSize(SizeClass(size.value), frozenset(c for c in SizeClass if possible.value >> c & 1))
