# SPDX-License-Identifier: Apache-2.0
"""What a title brings in a place, and the batches of national Little Giants."""

from __future__ import annotations

import datetime
from ctypes import c_uint32
from dataclasses import dataclass, field
from typing import Any

from ._call import counted, date_number, date_of, decoded, listed
from ._native import lib
from .enums import Grade, Language, Level, Status, Unit
from .errors import InvalidValueError, WrongTypeError
from .quantity import Quantity, readable
from .words import language_number


@dataclass(frozen=True)
class Region:
    """A place that the table of awards names."""

    #: By GB/T 2260; 0 for the whole country.
    code: int
    name: str
    name_zh: str


@dataclass(frozen=True)
class Award:
    """What a title brings in one place."""

    id: str
    title: Level
    #: Who pays: code of the province, city or county; 0 for the central budget.
    region: int
    paid_from: datetime.date | None
    #: Last day; None if it is open.
    paid_to: datetime.date | None
    #: Certain amount; None if it is not known.
    amount_low: Quantity[Any] | None
    #: More than the certain one for "up to" and for sources that conflict; None if it is not known.
    amount_high: Quantity[Any] | None
    #: Over how many years it is paid; 1: once.
    years: int
    #: Whether it is paid on top of other levels' awards; None if that is not known.
    cumulative: bool | None
    #: Whether only some holders of the title get it; see the note.
    selective: bool
    grade: Grade
    #: Its basis; empty if it is not known.
    document: str
    #: Where it was read.
    source: str
    _index: int = field(repr=False)

    def note(self, language: Language | str = "en") -> str:
        """What it is, and what is uncertain about it."""
        return decoded(lib.lg_award_note(self._index, language_number(language)))

    def __str__(self) -> str:
        return f"{self.id}: {_span(self.amount_low, self.amount_high)} ({self.grade.text()}). {self.note()}"


@dataclass(frozen=True)
class Batch:
    """One batch of national Little Giants."""

    number: int
    #: Id of the rule set for new applications.
    rules: str
    #: Year, month and day of the list; None for a month or day that is not known.
    announced: tuple[int, int | None, int | None]
    #: Enterprises on the list as published; None if that is not known.
    published: int | None
    #: Enterprises in later official totals; None if that is not known.
    confirmed: int | None
    grade: Grade
    #: Where the figures were read.
    source: str


def regions() -> tuple[Region, ...]:
    """The places that the table of awards names; any other code may be asked for as well."""
    rows = (pointer[0] for pointer in counted(lib.lg_region_at))
    return tuple(Region(row.code, decoded(row.name), decoded(row.name_zh)) for row in rows)


def awards(level: Level | str, region: int, date: datetime.date) -> tuple[Award, ...]:
    """The awards for a title in a place on a day: of the place itself and of what it belongs to.

    ``region`` is a code of GB/T 2260, 0 for the whole country. That none is found does not prove that none exists.

    >>> import datetime
    >>> from littlegiant import awards
    >>> [award.region for award in awards("little-giant", 350502, datetime.date(2020, 11, 13))]
    [350000, 0]
    """
    title, day = Level.of(level), date_number(date)
    if not isinstance(region, int):
        raise WrongTypeError(f"a region is a code of GB/T 2260 as a whole number, such as 350502, not {region!r}")

    def write(array: Any, capacity: int, count: Any) -> int:
        status = int(lib.lg_award_select(title, region, day, array, capacity, count))
        if status == Status.E_ARGUMENT:
            wrong = f"{region} is neither 0 nor a code of six digits" if title else f"{title} is no title"
            raise InvalidValueError(wrong)
        return status

    return tuple(_award(index) for index in listed(write, c_uint32, 16))


def batches() -> tuple[Batch, ...]:
    """The batches of national Little Giants, oldest first.

    >>> from littlegiant import batches
    >>> batches()[0].number, batches()[0].rules
    (1, 'cn.little-giant.2018')
    """
    return tuple(_batch(pointer[0]) for pointer in counted(lib.lg_batch_at))


def _award(index: int) -> Award:
    row = lib.lg_award_at(index)[0]
    return Award(
        id=decoded(row.id),
        title=Level(row.title),
        region=row.region,
        paid_from=date_of(row.paid_from),
        paid_to=date_of(row.paid_to),
        amount_low=_amount(row.amount_low),
        amount_high=_amount(row.amount_high),
        years=row.years,
        cumulative={1: True, -1: False}.get(row.cumulative),
        selective=bool(row.selective),
        grade=Grade(row.grade),
        document=decoded(row.document),
        source=decoded(row.source),
        _index=index,
    )


def _span(low: Quantity[Any] | None, high: Quantity[Any] | None) -> str:
    if high is None:
        return "amount not known" if low is None else f"{low} or more"
    return str(high) if low == high else f"up to {high}" if not low else f"{low} to {high}"


def _amount(fen: int) -> Quantity[Any] | None:
    return None if fen < 0 else readable(fen, Unit.FEN)


def _batch(row: Any) -> Batch:
    year, month, day = row.announced // 10000, row.announced // 100 % 100, row.announced % 100
    return Batch(
        number=row.number,
        rules=decoded(row.rules),
        announced=(year, month or None, day or None),
        published=row.published or None,
        confirmed=row.confirmed or None,
        grade=Grade(row.grade),
        source=decoded(row.source),
    )
