# SPDX-License-Identifier: Apache-2.0
"""The facts that a profile can know, as the library describes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Union, cast

from ._call import counted, decoded, text_of
from ._native import lib
from .enums import FactKind, Language, Unit
from .errors import unknown_name
from .quantity import Quantity, readable
from .words import language_number

#: What a profile holds: amounts with a unit, whole numbers, and yes or no.
Value = Union[Quantity[Any], int, bool]


@dataclass(frozen=True, repr=False)
class Fact:
    """One fact about an enterprise: its name, unit, range and meaning.

    >>> from littlegiant import fact
    >>> share = fact("market_share")
    >>> share.title(), share.unit.word, share.maximum
    ('Market share of the main product', 'bp', percent('100'))
    >>> fact("rd_body_level").steps()[3]
    'province or ministry'
    """

    id: int
    name: str
    #: The name of a column that holds it in its canonical unit: ``"revenue_y1_fen"``.
    column: str
    #: The canonical unit.
    unit: Unit
    kind: FactKind
    minimum: Value
    maximum: Value
    definition: str
    #: What proves it.
    evidence: str
    #: The standard or annex that defines it.
    source: str

    def title(self, language: Language | str = "en") -> str:
        """What people call it."""
        return decoded(lib.lg_fact_title(self.id, language_number(language)))

    def steps(self, language: Language | str = "en") -> Mapping[int, str]:
        """The names of the steps of a level; empty for other facts and for steps that are mere numbers."""
        if self.kind is not FactKind.LEVEL:
            return MappingProxyType({})
        number = language_number(language)
        names = ((step, lib.lg_fact_step(self.id, step, number)) for step in self._steps)
        return MappingProxyType({step: decoded(name) for step, name in names if name is not None})

    @property
    def columns(self) -> tuple[str, ...]:
        """The names that a column with this fact can have: one per unit."""
        return tuple(self.name + unit.suffix for unit in self.unit.family) or (self.name,)

    def format(self, value: Value, language: Language | str = "en") -> str:
        """A value of this fact for people.

        >>> from littlegiant import fact, wan
        >>> fact("revenue_y1").format(wan("13800.5"))
        '138,005,000.00 yuan'
        >>> fact("revenue_y1").format(wan("13800.5"), "zh")
        '13,800.5万元'
        """
        number = value.canonical if isinstance(value, Quantity) else int(value)
        return text_of(lib.lg_fact_format, self.id, number, language_number(language))

    def value(self, canonical: int) -> Value:
        """A number in the canonical unit as what a profile shows for this fact."""
        return value_of(canonical, self.unit)

    @property
    def _steps(self) -> range:
        return range(cast(int, self.minimum), cast(int, self.maximum) + 1)

    def __repr__(self) -> str:
        return f"fact({self.name!r})"

    def __str__(self) -> str:
        return self.name


def value_of(canonical: int, unit: Unit) -> Value:
    """A number in a canonical unit as what a profile shows for it."""
    if unit.suffix:
        return readable(canonical, unit)
    return bool(canonical) if unit is Unit.FLAG else canonical


def _describe(number: int) -> Any:
    found = lib.lg_fact_describe(number)
    return _fact(found[0]) if found else None


def _fact(info: Any) -> Fact:
    unit = Unit(info.unit)
    return Fact(
        id=info.id,
        name=decoded(info.name),
        column=decoded(info.column),
        unit=unit,
        kind=FactKind(info.kind),
        minimum=value_of(info.minimum, unit),
        maximum=value_of(info.maximum, unit),
        definition=decoded(info.definition),
        evidence=decoded(info.evidence),
        source=decoded(info.source),
    )


_FACTS: tuple[Fact, ...] = tuple(counted(_describe))
_BY_NAME: dict[str, Fact] = {fact.name: fact for fact in _FACTS}


def facts() -> tuple[Fact, ...]:
    """All facts, in the order of their ids.

    >>> import littlegiant
    >>> [fact.name for fact in littlegiant.facts() if fact.kind is littlegiant.FactKind.EXCLUSION][:2]
    ['abnormal_operation_list', 'dishonesty_list']
    """
    return _FACTS


def fact(name: str | Fact) -> Fact:
    """The fact of this name; UnknownNameError, with the nearest name, if there is none."""
    if isinstance(name, Fact):
        return name
    try:
        return _BY_NAME[name]
    except (KeyError, TypeError):
        raise unknown_name("fact", name, _BY_NAME) from None


def fact_at(number: int) -> Fact:
    """The fact with an id that the library gave."""
    return _FACTS[number]
