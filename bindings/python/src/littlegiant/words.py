# SPDX-License-Identifier: Apache-2.0
"""Numbers that the library has words for. The enumerations themselves are made in littlegiant.enums."""

from __future__ import annotations

import functools
from enum import IntEnum
from typing import Any, Callable, ClassVar, TypeVar, cast

from ._native import lib
from .errors import WrongTypeError, unknown_name

W = TypeVar("W", bound="Word")

# No enumeration of the library reaches beyond these; some have gaps.
_NUMBERS = range(-64, 256)


class Word(IntEnum):
    """A number with a stable word: ``Verdict.NOT_MET`` is 2, ``"not_met"`` in a format and in ``str()``."""

    _word_of: ClassVar[Callable[[int], bytes | None]]

    @property
    def word(self) -> str:
        """The library's own word for it, as in the files that the program ``littlegiant`` writes."""
        return cast(bytes, type(self)._word_of(int(self))).decode()

    @classmethod
    def of(cls: type[W], value: W | str | int) -> W:
        """The member that is meant by itself, by its word or by its number; UnknownNameError if there is none."""
        if isinstance(value, str):
            for member in cls:
                if member.word == value:
                    return member
        elif isinstance(value, int) and value in cls._value2member_map_:
            return cls(value)
        raise unknown_name(cls.__name__.lower(), value, (member.word for member in cls))

    def __str__(self) -> str:
        return self.word

    def __format__(self, spec: str) -> str:
        return format(self.word, spec)


class Phrase(Word):
    """A word that can also be said to people."""

    _phrase_of: ClassVar[Callable[[int, int], bytes | None]]

    def text(self, language: str | int = "en") -> str:
        """The phrase for people in a language: ``"en"``, ``"zh"``, ``"id"`` or a ``Language``."""
        return cast(bytes, type(self)._phrase_of(int(self), language_number(language))).decode()


class UnitPhrase(Phrase):
    """A unit and how it stands to the others of its kind."""

    @property
    def canonical(self: W) -> W:
        """The unit in which the library keeps amounts of this kind: ``Unit.FEN`` for ``Unit.YUAN``."""
        return type(self)(_unit(int(self)).canonical)

    @property
    def factor(self) -> int:
        """How many of the canonical unit are in one of this: 100 for ``Unit.YUAN``."""
        return cast(int, _unit(int(self)).factor)

    @property
    def suffix(self) -> str:
        """What the name of a column carries: ``"_yuan"``; empty for counts, levels and flags."""
        return cast(bytes, _unit(int(self)).suffix).decode()

    @property
    def family(self: W) -> tuple[W, ...]:
        """The units of its kind that a column may name, itself included; none for counts, levels and flags."""
        return cast(tuple[W, ...], _family(cast(Any, self)))


@functools.cache
def _unit(number: int) -> Any:
    return lib.lg_unit_describe(number)[0]


@functools.cache
def _family(unit: UnitPhrase) -> tuple[UnitPhrase, ...]:
    return tuple(other for other in type(unit) if other.suffix and other.canonical is unit.canonical)


def words_of(word_of: Callable[[int], bytes | None]) -> dict[str, int]:
    """All words that a function of the library has, with their numbers."""
    found = ((word_of(number), number) for number in _NUMBERS)
    return {word.decode(): number for word, number in found if word is not None}


_LANGUAGES = words_of(lib.lg_language_name)


def language_number(language: str | int) -> int:
    """The number of a language that is given by its word or by its number."""
    if isinstance(language, str) and language in _LANGUAGES:
        return _LANGUAGES[language]
    if isinstance(language, int) and int(language) in _LANGUAGES.values():
        return int(language)
    if not isinstance(language, (str, int)):
        raise WrongTypeError(f"a language is a word such as 'en', not {language!r}")
    raise unknown_name("language", language, _LANGUAGES)


def enumeration(base: type[W], name: str, word_of: Any, phrase_of: Any, doc: str) -> type[W]:
    """Makes an enumeration of what the library has words for: ``NOT_MET`` for ``"not_met"``."""
    constants = [(constant(word), number) for word, number in words_of(word_of).items()]
    made = cast(Any, base)(name, constants, module="littlegiant.enums")
    made.__doc__ = doc
    made._word_of = staticmethod(word_of)
    if phrase_of is not None:
        made._phrase_of = staticmethod(phrase_of)
    return cast(type[W], made)


def constant(word: str) -> str:
    """The name of a member: ``"LG_E_RANGE"`` gives ``E_RANGE``, ``"at-least"`` gives ``AT_LEAST``."""
    plain = word[3:] if word.startswith("LG_") else word
    return plain.upper().replace("-", "_")
