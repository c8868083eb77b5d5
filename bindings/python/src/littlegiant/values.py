# SPDX-License-Identifier: Apache-2.0
"""From what people write for a fact to the whole number that the library keeps."""

from __future__ import annotations

import ctypes
from typing import Any, Callable

from ._call import check
from ._native import lib
from .enums import FactKind, Language, Status, Unit
from .errors import InvalidValueError, LittleGiantError, WrongTypeError, either, unknown_name
from .facts import Fact, Value, fact, facts
from .quantity import Quantity, canonical_number

# The steps of levels by their names in all languages.
_STEPS: dict[str, dict[str, int]] = {
    about.name: {name: step for language in Language for step, name in about.steps(language).items()}
    for about in facts()
    if about.kind is FactKind.LEVEL
}

_NAMES = frozenset(about.name for about in facts())
_COLUMNS: dict[str, tuple[Fact, Unit]] = {
    column: (about, unit)
    for about in facts()
    for column, unit in zip(about.columns, about.unit.family or (about.unit,))
}


def is_unknown(value: object) -> bool:
    """Whether a value says that a fact is not known: None, and text that is empty or blank."""
    return value is None or (isinstance(value, str) and not value.strip())


def number_of(value: Value) -> int:
    """A value that a profile holds, as the library keeps it."""
    return value.canonical if isinstance(value, Quantity) else int(value)


# ------------------------------------------------------------- under the name of the fact


def of_keyword(name: str, value: object) -> tuple[Fact, int | None]:
    """The fact of a keyword and its number: ``employees=120``. No number where the fact is to be unknown."""
    if name in _COLUMNS and name not in _NAMES:
        about, unit = _COLUMNS[name]
        raise WrongTypeError(
            f"{name} is the name of a column; write {about.name}={unit.word}(...), "
            f"or Profile.from_mapping({{{name!r}: ...}})"
        )
    about = fact(name)
    return about, None if is_unknown(value) else canonical(about, value)


def canonical(about: Fact, value: object) -> int:
    """The number for a fact: amounts bring their unit, counts, levels and flags need none."""
    if isinstance(value, Quantity):
        number = _of_quantity(about, value)
    elif about.unit.family:
        raise _lacks_unit(about, value)
    else:
        number = _plain(about, about.unit, value, about.name)
    return _in_range(about, number)


def _of_quantity(about: Fact, value: Quantity[Any]) -> int:
    if value.unit.canonical is not about.unit:
        takes = either(unit.word for unit in about.unit.family) or "a number without a unit"
        raise WrongTypeError(f"{about.name} takes {takes}, not {value!r}")
    return value.canonical


def _lacks_unit(about: Fact, value: object) -> WrongTypeError:
    shown = repr(value) if isinstance(value, (int, str)) else repr(str(value))
    message = f"{about.name} needs a unit: write {either(f'{unit.word}({shown})' for unit in about.unit.family)}"
    if isinstance(value, float):
        message += "; as a text, for a float may differ from the number that was meant"
    return WrongTypeError(message)


def _plain(about: Fact, unit: Unit, value: object, where: str) -> int:
    """A number, a text or a yes or no, in a unit that is known from elsewhere."""
    if type(value).__name__ in ("bool", "bool_") and unit is Unit.FLAG:  # of Python and of NumPy
        return int(bool(value))
    if not isinstance(value, str):
        return canonical_number(value, unit, where)
    steps = _STEPS.get(about.name, {})
    if value.strip() in steps:
        return steps[value.strip()]
    if steps and not value.strip().lstrip("-").isdigit():
        raise unknown_name(f"step of {about.name}", value, about.steps().values())
    return _parsed(about, unit, value, where)


# ---------------------------------------------------------------- under the name of a column


def of_column(name: str, value: object) -> tuple[Fact, int | None]:
    """The fact of a column and its number: ``"revenue_y1_wan": "13800"``. None where it is to be unknown."""
    if name in _NAMES and isinstance(value, Quantity):
        return of_keyword(name, value)
    about, unit = column(name)
    if is_unknown(value):
        return about, None
    if isinstance(value, Quantity):
        raise WrongTypeError(
            f"{name} takes a number of {unit.word}; {value!r} brings its unit, put it under {about.name!r}"
        )
    return about, _in_range(about, _plain(about, unit, value, name), name)


def column(name: str) -> tuple[Fact, Unit]:
    """The fact and the unit that a column of this name holds; UnknownNameError, with what would be right, if none."""
    try:
        return _COLUMNS[name]
    except (KeyError, TypeError):
        raise _no_column(name) from None


def _no_column(name: object) -> LittleGiantError:
    about = _meant(name)
    if about is None:
        return unknown_name("column", name, _COLUMNS, unlike="; a column that is no fact is to be left out")
    why = "its name must carry the unit" if about.unit.family else f"{about.name} has no unit"
    return unknown_name("column", name, about.columns, f"{why}: write {either(map(repr, about.columns))}")


def _meant(name: object) -> Fact | None:
    """The fact of a column whose name has no unit, or one of another kind."""
    stems = (
        name[: -len(unit.suffix)] if unit.suffix else name
        for unit in Unit
        if isinstance(name, str) and name.endswith(unit.suffix)
    )
    return next((fact(stem) for stem in stems if stem in _NAMES), None)


# ------------------------------------------------------------------------------ complaints

_WHY_NOT: dict[Status, Callable[[Fact, Unit], str]] = {
    Status.E_TEXT: lambda about, unit: (
        "is neither yes nor no; write 1 or 0, yes or no, true or false, 是 or 否"
        if unit is Unit.FLAG
        else "is not a number; write it with digits, an optional minus sign and decimal point, and nothing else"
    ),
    Status.E_INEXACT: lambda about, unit: (
        f"is not a whole number of {unit.canonical.word}" if unit.suffix else "is not a whole number"
    ),
    Status.E_RANGE: lambda about, unit: _range(about),
}


def _parsed(about: Fact, unit: Unit, text: str, where: str) -> int:
    """What the library reads in a text, as in a cell of a table."""
    number = ctypes.c_int64()
    encoded = text.encode()
    status = Status(lib.lg_fact_parse(about.id, unit, encoded, len(encoded), ctypes.byref(number)))
    if status in _WHY_NOT:
        raise InvalidValueError(f"{where}: {text!r} {_WHY_NOT[status](about, unit)}")
    check(status)
    return number.value


def _in_range(about: Fact, number: int, where: str = "") -> int:
    if not number_of(about.minimum) <= number <= number_of(about.maximum):
        shown = about.value(number) if about.unit.suffix else number
        raise InvalidValueError(f"{where or about.name}: {shown} {_range(about)}")
    return number


def _range(about: Fact) -> str:
    if about.unit is Unit.FLAG:
        return "is neither yes nor no; write True or False"
    return f"is outside the range from {about.minimum} to {about.maximum}"
