# SPDX-License-Identifier: Apache-2.0
"""A table of enterprises, row by row: a CSV file, or mappings and profiles. A bad cell spoils its own row alone."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, Union

from ._call import counted, decoded
from ._native import lib
from .enums import Status, Unit
from .errors import InvalidValueError, LittleGiantError, WrongTypeError
from .facts import Fact, facts
from .profile import Profile
from .quantity import Quantity
from .values import column, is_unknown, of_column

#: The columns that say which enterprise a row is about.
LABELS: tuple[str, ...] = tuple(decoded(name) for name in counted(lib.lg_label_name))

#: Rows that are no file: profiles, or what ``Profile.from_mapping()`` takes, labels included.
Rows = Iterable[Union[Profile, Mapping[str, object]]]


class Fault(Enum):
    """What is wrong with a row or a cell."""

    QUOTES = "quotes"
    CELLS = "cells"
    ENCODING = "encoding"
    NUMBER = "number"
    FLAG = "flag"
    STEP = "step"
    INEXACT = "inexact"
    RANGE = "range"
    OTHER = "other"


@dataclass(frozen=True)
class RowError:
    """Why a row could not be judged; several for one row where several cells are wrong."""

    #: The line on which the row begins; of rows that are no file, their number from 1.
    line: int
    fault: Fault
    #: What is wrong and what would be right, in English.
    message: str
    #: The column in question; None where it is the whole row.
    column: str | None = None
    #: What stands there; None where it is the whole row.
    value: str | None = None

    def __str__(self) -> str:
        return f"{self.line}: {self.message}"


class Record(NamedTuple):
    """One row: where it stands, the labels it has, what is known of the enterprise, and what is wrong with the row."""

    line: int
    labels: Mapping[str, str]
    profile: Profile
    errors: list[RowError]


class Column(NamedTuple):
    """A column that holds a fact."""

    name: str
    fact: Fact
    unit: Unit


# ------------------------------------------------------------------------------- CSV


def csv_records(lines: Iterable[str], name: str) -> Iterator[Record]:
    """The rows of a CSV file; blank lines are passed over. Bytes that are no UTF-8 come as lone surrogates.

    UnknownNameError or InvalidValueError, with the place, when the header line cannot be used.
    """
    reader = csv.reader(lines, strict=True)
    header = _header(reader, name)
    line = reader.line_num + 1
    while True:
        try:
            cells = next(reader)
            if cells:
                yield _record(header, line, cells)
        except csv.Error as error:
            yield _spoiled(line, Fault.QUOTES, _about_quotes(line, reader.line_num, error))
        except StopIteration:
            return
        line = reader.line_num + 1


def _about_quotes(first: int, last: int, error: csv.Error) -> str:
    where = f"the row up to line {last}" if last > first else "the row"
    return (
        f"{where} cannot be read ({error}); a cell that begins with a quote ends with one, and a quote inside it "
        "is written twice"
    )


def _header(reader: Iterator[list[str]], name: str) -> list[str | Column]:
    """What each column holds: the name of a label, or a fact."""
    cells = next(reader, [])
    if not cells:
        raise InvalidValueError(f"{name}:1: there is no header line; the first line names the columns")
    if not _is_text(cells):
        raise InvalidValueError(f"{name}:1: the file is not UTF-8; save it as CSV in UTF-8")
    header: list[str | Column] = []
    for number, cell in enumerate(cells, 1):
        try:
            header.append(_meaning(cell.strip(), header))
        except LittleGiantError as error:
            raise type(error)(f"{name}:1: column {number}: {error}") from None
    return header


def _meaning(cell: str, before: list[str | Column]) -> str | Column:
    meaning = cell if cell in LABELS else Column(cell, *column(cell))
    if meaning in before:
        raise InvalidValueError(f"there are two columns {cell!r}; leave one out")
    if isinstance(meaning, Column) and any(isinstance(one, Column) and one.fact is meaning.fact for one in before):
        raise InvalidValueError(f"{cell}: {meaning.fact.name} is given by two columns; leave one out")
    return meaning


def _record(header: list[str | Column], line: int, cells: list[str]) -> Record:
    if len(cells) != len(header):
        return _spoiled(line, Fault.CELLS, _about_cells(header, cells))
    if not _is_text(cells):
        return _spoiled(line, Fault.ENCODING, "the row is not UTF-8 throughout; save the file as CSV in UTF-8")
    record = Record(line, {}, Profile(), [])
    labels: dict[str, str] = {}
    for meaning, cell in zip(header, cells):
        if not isinstance(meaning, Column):
            labels[meaning] = cell
        elif cell:
            _read_text(record, meaning, cell)
    return record._replace(labels=labels)


def _about_cells(header: list[str | Column], cells: list[str]) -> str:
    advice = "; a cell with a comma in it must stand in quotes" if len(cells) > len(header) else ""
    return f"the row has {len(cells)} cells, the header line {len(header)} columns{advice}"


def _is_text(cells: list[str]) -> bool:
    try:
        "".join(cells).encode()
    except UnicodeEncodeError:
        return False
    return True


def _spoiled(line: int, fault: Fault, message: str) -> Record:
    return Record(line, {}, Profile(), [RowError(line, fault, message)])


# ----------------------------------------------------------------- mappings and profiles


def row_records(rows: Rows) -> Iterator[Record]:
    """The rows of something that is no file. UnknownNameError where a key names neither label nor column."""
    if hasattr(rows, "__arrow_c_stream__") or not isinstance(rows, Iterable):
        raise WrongTypeError(
            f"rows are profiles or mappings of columns to values, not a {type(rows).__qualname__}; of a table, pass its "
            "rows: pyarrow.Table.to_pylist(), polars.DataFrame.to_dicts(), or a CSV file"
        )
    if isinstance(rows, (Profile, Mapping)):
        raise WrongTypeError("rows are several enterprises, and this is one: put it in a list, or use assess()")
    for number, row in enumerate(rows, 1):
        if isinstance(row, Profile):
            yield Record(number, {}, row.copy(), [])
        elif isinstance(row, Mapping):
            yield _of_mapping(number, row)
        else:
            raise WrongTypeError(f"row {number} is neither a Profile nor a mapping of columns to values: {row!r}")


def _of_mapping(number: int, row: Mapping[str, object]) -> Record:
    labels = {name: str(row[name]) for name in LABELS if row.get(name) is not None}
    record = Record(number, labels, Profile(), [])
    given: set[int] = set()
    for name, value in row.items():
        if name in LABELS:
            continue
        about = _named(name, value)
        if not is_unknown(value):
            _read_item(record, about, value, about.fact.id in given)
            given.add(about.fact.id)
    return record


def _read_item(record: Record, about: Column, value: object, is_second: bool) -> None:
    if is_second:
        message = f"{about.name}: {about.fact.name} is given by two columns; leave one out"
        record.errors.append(RowError(record.line, Fault.OTHER, message, about.name, str(value)))
    elif isinstance(value, str):
        _read_text(record, about, value)
    else:
        _read_value(record, about, value, Fault.OTHER)


def _named(name: str, value: object) -> Column:
    """An amount with its unit may stand under the name of the fact alone."""
    if isinstance(value, Quantity) and name in _FACTS:
        return Column(name, _FACTS[name], value.unit)
    return Column(name, *column(name))


_FACTS = {fact.name: fact for fact in facts()}


# ------------------------------------------------------------------------------- cells


def _read_text(record: Record, about: Column, text: str) -> None:
    """A cell by the library's own reading; what that refuses is a name of a step, or an error in words."""
    raw = text.encode(errors="replace")
    status = lib.lg_profile_set_text(record.profile._memory, about.fact.id, about.unit, raw, len(raw))
    if status != Status.OK:
        _read_value(record, about, text, _fault(about, status))


def _read_value(record: Record, about: Column, value: object, fault: Fault) -> None:
    try:
        record.profile._put(*of_column(about.name, value))
    except LittleGiantError as error:
        record.errors.append(RowError(record.line, fault, str(error), about.name, str(value)))


def _fault(about: Column, status: int) -> Fault:
    if status == Status.E_TEXT:
        return _UNREADABLE.get(about.fact.unit, Fault.NUMBER)
    return {Status.E_INEXACT: Fault.INEXACT, Status.E_RANGE: Fault.RANGE}.get(Status(status), Fault.OTHER)


_UNREADABLE = {Unit.FLAG: Fault.FLAG, Unit.LEVEL: Fault.STEP}


# ----------------------------------------------------------------------------- sources

#: A CSV file by its name or opened as text, or rows that are no file.
Source = Union[str, "os.PathLike[str]", io.TextIOBase, Rows]


def records(source: Source) -> Iterator[Record]:
    """The rows of any source; a file that is named is closed in the end.

    It is UTF-8 with or without byte order mark; bytes that are none come as lone surrogates.
    """
    if isinstance(source, (str, os.PathLike)):
        with open(source, encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            yield from csv_records(file, name_of(source))
    elif isinstance(source, io.TextIOBase):
        yield from csv_records(source, name_of(source))
    else:
        yield from row_records(source)


def name_of(source: Source) -> str:
    """What a source is called in messages and titles; empty for rows that are no file."""
    if isinstance(source, (str, os.PathLike)):
        return os.fspath(source)
    name = getattr(source, "name", "")
    return name if isinstance(name, str) else ""
