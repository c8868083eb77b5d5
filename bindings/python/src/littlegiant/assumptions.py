# SPDX-License-Identifier: Apache-2.0
"""Values that are taken for facts that nobody knows, when asked for: one by one or by named groups."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Union

from ._call import counted, decoded
from ._native import lg_default, lib
from .enums import Status
from .errors import WrongTypeError, unknown_name
from .facts import Value, fact_at
from .values import of_keyword

#: A group by its name, values by the names of the facts, or several of either.
Assumptions = Union[str, Mapping[str, object], Iterable[Union[str, Mapping[str, object]]]]


def default_groups() -> Mapping[str, Mapping[str, Value]]:
    """The named groups of values that can be assumed, and what each assumes.

    >>> import littlegiant
    >>> sorted(littlegiant.default_groups())
    ['clean-record', 'judgement']
    >>> littlegiant.default_groups()["judgement"]["leading_quality"]
    True
    """
    groups = {name: {row.fact: row.value for row in rows} for name, rows in _GROUPS.items()}
    return {
        name: MappingProxyType({fact_at(number).name: fact_at(number).value(value) for number, value in group.items()})
        for name, group in groups.items()
    }


def defaults_of(assume: Assumptions) -> list[lg_default]:
    """The rows of all that is assumed. Single values stand before groups: the first row of a fact counts."""
    if not isinstance(assume, Iterable):
        raise _wrong(assume)
    parts = [assume] if isinstance(assume, (str, Mapping)) else list(assume)
    singles = [row for part in parts if isinstance(part, Mapping) for row in _singles(part)]
    return singles + [row for part in parts if not isinstance(part, Mapping) for row in _group(part)]


def _singles(values: Mapping[str, object]) -> list[lg_default]:
    numbers: dict[int, Any] = {about.id: number for about, number in (of_keyword(*item) for item in values.items())}
    return [lg_default(fact, 0, number) for fact, number in numbers.items() if number is not None]


def _group(name: object) -> list[lg_default]:
    if not isinstance(name, str):
        raise _wrong(name)
    # Python writes clean_record where the library writes clean-record.
    rows = _GROUPS.get(name.replace("_", "-"))
    if rows is None:
        raise unknown_name("group of assumptions", name, _GROUPS)
    return rows


def _wrong(given: object) -> WrongTypeError:
    return WrongTypeError(f"assume takes names of groups and mappings of facts to values, not {given!r}")


def _read_group(name: bytes) -> list[lg_default]:
    rows: list[lg_default] = []
    row = lg_default()
    while lib.lg_default_group(name, len(rows), ctypes.byref(row)) == Status.OK:
        rows.append(row)
        row = lg_default()
    return rows


_GROUPS: dict[str, list[lg_default]] = {decoded(name): _read_group(name) for name in counted(lib.lg_default_group_name)}
