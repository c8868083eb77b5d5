# SPDX-License-Identifier: Apache-2.0
"""What can go wrong. Every message says what was given, why it cannot be used and what would be right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class LittleGiantError(Exception):
    """Base of all errors of this package."""


class UnknownNameError(LittleGiantError, LookupError):
    """There is no fact, column, rule set, criterion or word of this name."""


class InvalidValueError(LittleGiantError, ValueError):
    """The value is of the right type, but is none that is allowed here."""


class WrongTypeError(LittleGiantError, TypeError):
    """The value is of a type that is not taken here: a float, or an amount without its unit."""


class NoRulesError(LittleGiantError, LookupError):
    """No rule set is in force for what was asked. Nothing is used in its place."""


def unknown_name(what: str, name: object, names: Iterable[str], advice: str = "", unlike: str = "") -> UnknownNameError:
    """The error for a name that does not exist, with advice, the nearest that do, or all if they are few.

    ``unlike`` is said where none of many names is like it.
    """
    known = list(names)
    message = f"there is no {what} {name!r}"
    if advice:
        return UnknownNameError(f"{message}; {advice}")
    nearest = _nearest(name, known) if isinstance(name, str) else []
    if nearest:
        return UnknownNameError(f"{message}; did you mean {either(map(repr, nearest))}?")
    if len(known) <= 20:
        return UnknownNameError(f"{message}; there are {', '.join(known)}")
    return UnknownNameError(f"{message}; none of the {len(known)} names is like it{unlike}")


def either(words: Iterable[str]) -> str:
    """The words as a choice: "a, b or c"."""
    *others, last = list(words) or [""]
    return f"{', '.join(others)} or {last}" if others else last


def _nearest(name: str, known: list[str]) -> list[str]:
    """The names that are most alike, if they are alike at all."""
    likeness = {other: difflib.SequenceMatcher(None, name.lower(), other.lower()).ratio() for other in known}
    best = max(likeness.values(), default=0)
    return [other for other in likeness if likeness[other] == best > 0.6]
