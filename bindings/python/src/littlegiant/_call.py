# SPDX-License-Identifier: Apache-2.0
"""The four ways in which the library hands something over: a status, a text, a list, a date."""

from __future__ import annotations

import ctypes
import datetime
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any, Callable, cast

from ._native import lg_fraction
from .enums import Status
from .errors import InvalidValueError, LittleGiantError, WrongTypeError


def check(status: int) -> None:
    """Raises what a status means where no better message is at hand."""
    if status != Status.OK:
        error = InvalidValueError if status == Status.E_RANGE else LittleGiantError
        raise error(f"{Status(status).word}: {Status(status).text()}")


def decoded(text: bytes | None) -> str:
    """A text that the library always has."""
    return cast(bytes, text).decode()


def text_of(function: Callable[..., int], *arguments: Any) -> str:
    """The text that a function writes into the buffer behind its arguments."""
    needed = ctypes.c_uint64()
    check(function(*arguments, None, 0, ctypes.byref(needed)))
    text = ctypes.create_string_buffer(needed.value)
    check(function(*arguments, text, needed.value, ctypes.byref(needed)))
    return text.value.decode()


def listed(write: Callable[[Any, int, Any], int], element: Any, expected: int) -> Sequence[Any]:
    """The list that ``write(array, capacity, count)`` writes: in one call if there are no more than expected."""
    count = ctypes.c_uint32(expected)
    status = int(Status.E_CAPACITY)
    while status == Status.E_CAPACITY:
        capacity = count.value
        array = (element * capacity)()
        status = write(array, capacity, ctypes.byref(count))
    check(status)
    return cast(list[Any], array[: count.value])


def counted(at: Callable[[int], Any]) -> Iterator[Any]:
    """What a function gives for 0, 1, 2, ... until it gives nothing more."""
    number = 0
    while item := at(number):
        yield item
        number += 1


def fraction_of(number: lg_fraction) -> Fraction | None:
    """An exact number; None where there is none."""
    denominator = _int128(number.denominator)
    return Fraction(_int128(number.numerator), denominator) if denominator else None


def _int128(number: Any) -> int:
    return cast(int, (number.high << 64) + number.low)


def date_of(number: int) -> datetime.date | None:
    """A day given as YYYYMMDD; None for 0, which means open or not known."""
    return datetime.date(number // 10000, number // 100 % 100, number % 100) if number else None


def date_number(date: datetime.date) -> int:
    """A day as YYYYMMDD."""
    if not isinstance(date, datetime.date):
        raise WrongTypeError(f"a day is a datetime.date, not {date!r}; write {_meant(date)!r}")
    return date.year * 10000 + date.month * 100 + date.day


def _meant(text: object) -> datetime.date:
    """The day that a text of digits means, or some day."""
    try:
        return datetime.date.fromisoformat(str(text))
    except ValueError:
        return datetime.date(2026, 5, 1)
