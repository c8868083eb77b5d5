# SPDX-License-Identifier: Apache-2.0
"""Amounts with their unit: money, durations, shares and points. Exact; no floating point."""

from __future__ import annotations

import functools
import operator
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any, Generic, Literal, TypeVar, Union

from .enums import Unit
from .errors import InvalidValueError, WrongTypeError

#: A number of units. A str is written as in a table: digits, with an optional minus sign and decimal point.
Number = Union[int, str, Decimal, Fraction]

K = TypeVar("K", covariant=True)

_PLAIN = re.compile(r"\s*(-?[0-9]+(?:\.[0-9]+)?)\s*", re.ASCII)


@functools.total_ordering
class Quantity(Generic[K]):
    """A whole number of a canonical unit, seen in one of the units of its kind.

    Made by the functions that are named as the units: ``yuan("138000000.50")``, ``years(3)``, ``percent("12.5")``.
    For type checkers, a quantity carries the canonical unit of its kind: ``Quantity[Literal["fen"]]`` is money.

    >>> from littlegiant import wan, yuan, years
    >>> wan("13800.5") == yuan(138005000)
    True
    >>> wan("13800.5").to("yuan")
    yuan('138005000')
    >>> yuan(1) < wan(1)
    True
    >>> yuan("99.99") + yuan("0.01")
    yuan('100')
    >>> 2 * wan(3) + sum([wan(1), yuan(1)]), yuan(300) / wan(1)
    (wan('7.0001'), Fraction(3, 100))
    >>> years(3).canonical, years(3).unit.canonical.word
    (36, 'months')
    """

    __slots__ = ("_canonical", "_unit")

    def __init__(self, canonical: int, unit: Unit) -> None:
        self._canonical = canonical
        self._unit = unit

    @property
    def canonical(self) -> int:
        """The amount in the canonical unit of its kind: fen, months, basis points or hundredths of a point."""
        return self._canonical

    @property
    def unit(self) -> Unit:
        """The unit in which it is seen."""
        return self._unit

    @property
    def fraction(self) -> Fraction:
        """The number of units, exactly.

        >>> from littlegiant import months
        >>> months(13).to("years").fraction
        Fraction(13, 12)
        """
        return Fraction(self._canonical, self._unit.factor)

    @property
    def decimal(self) -> Decimal:
        """The number of units as a finite decimal; InvalidValueError where there is none, as for 13 months in years.

        >>> from littlegiant import fen
        >>> fen(13_800_000_050).to("yi").decimal
        Decimal('1.380000005')
        """
        text = decimal_text(self._canonical, self._unit)
        if text is None:
            raise InvalidValueError(
                f"{self!r} is no finite decimal; take its fraction, or .to({self._unit.canonical.word!r})"
            )
        return Decimal(text)

    def to(self, unit: Unit | str) -> Quantity[K]:
        """The same amount in another unit of its kind, by the unit or its word: ``amount.to("wan")``."""
        wanted = Unit.of(unit)
        if wanted not in self._unit.family:
            words = ", ".join(other.word for other in self._unit.family)
            raise WrongTypeError(f"{self!r} cannot be seen in {wanted.word}, only in {words}")
        return Quantity(self._canonical, wanted)

    def __add__(self, other: Quantity[K]) -> Quantity[K]:
        return Quantity(self._canonical + other._canonical, self._unit) if self._is_alike(other) else NotImplemented

    def __sub__(self, other: Quantity[K]) -> Quantity[K]:
        return Quantity(self._canonical - other._canonical, self._unit) if self._is_alike(other) else NotImplemented

    def __radd__(self, other: Literal[0]) -> Quantity[K]:
        """So that ``sum()``, which begins with 0, adds amounts up."""
        return self if type(other) is int and other == 0 else NotImplemented

    def __mul__(self, times: int) -> Quantity[K]:
        return Quantity(self._canonical * times, self._unit) if isinstance(times, int) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other: Quantity[K]) -> Fraction:
        return Fraction(self._canonical, other._canonical) if self._is_alike(other) else NotImplemented

    def __neg__(self) -> Quantity[K]:
        return Quantity(-self._canonical, self._unit)

    def __abs__(self) -> Quantity[K]:
        return Quantity(abs(self._canonical), self._unit)

    def __bool__(self) -> bool:
        return self._canonical != 0

    def __eq__(self, other: object) -> bool:
        return self._key == other._key if isinstance(other, Quantity) else NotImplemented

    def __lt__(self, other: Quantity[K]) -> bool:
        return self._canonical < other._canonical if self._is_alike(other) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key)

    def __repr__(self) -> str:
        text = decimal_text(self._canonical, self._unit)
        return (
            f"{self._unit.word}({text!r})"
            if text is not None
            else f"{self._unit.canonical.word}({str(self._canonical)!r})"
        )

    def __str__(self) -> str:
        text = decimal_text(self._canonical, self._unit) or str(self.fraction)
        return f"{text} {self._unit.word}"

    def __reduce__(self) -> tuple[Any, ...]:
        return Quantity, (self._canonical, self._unit)

    @property
    def _key(self) -> tuple[int, Unit]:
        return self._canonical, self._unit.canonical

    def _is_alike(self, other: object) -> bool:
        return isinstance(other, Quantity) and other._unit.canonical is self._unit.canonical


def quantity(number: Number, unit: Unit) -> Quantity[Any]:
    """So many of a unit. InvalidValueError if that is no whole number of the canonical unit."""
    return Quantity(canonical_number(number, unit, unit.word), unit)


def canonical_number(number: object, unit: Unit, where: str) -> int:
    """How many of the canonical unit a number of units is. ``where`` stands at the head of complaints."""
    amount = exact(number, where) * unit.factor
    if amount.denominator != 1:
        raise InvalidValueError(f"{where}: {number} {unit.word} is not a whole number of {unit.canonical.word}")
    return amount.numerator


def exact(number: object, where: str) -> Fraction:
    """The number that is meant, exactly. Floats are refused: 0.1 is not a tenth."""
    if isinstance(number, float) and number != number:
        raise WrongTypeError(f"{where}: {number} is no number; None stands for what is not known")
    if isinstance(number, float):
        raise WrongTypeError(
            f"{where}: {float(number)} is a float, which may differ from the number that was meant; "
            f"give an int, a Decimal, a Fraction or a text such as '{float(number)}'"
        )
    if isinstance(number, str):
        return Fraction(_plain_text(number, where))
    if isinstance(number, Decimal) and not number.is_finite():
        raise InvalidValueError(f"{where}: {number} is no number; None stands for what is not known")
    if isinstance(number, (Decimal, Fraction)):
        return Fraction(number)
    if isinstance(number, bool) or not hasattr(number, "__index__"):
        raise WrongTypeError(
            f"{where}: {number!r} is of type {type(number).__name__}; give an int, a Decimal, a Fraction or a text"
        )
    return Fraction(operator.index(number))


def _plain_text(text: str, where: str) -> str:
    found = _PLAIN.fullmatch(text)
    if found is None:
        raise InvalidValueError(
            f"{where}: {text!r} is not a number; write it with digits, an optional minus sign "
            f"and decimal point, and nothing else: '-1234.50'"
        )
    return found.group(1)


def decimal_text(canonical: int, unit: Unit) -> str | None:
    """The number of units as decimal text; None where it is no finite decimal."""
    number = Fraction(canonical, unit.factor)
    places = next((places for places in range(20) if 10**places % number.denominator == 0), None)
    if places is None:
        return None
    scaled = abs(number.numerator) * 10**places // number.denominator
    whole, rest = divmod(scaled, 10**places)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole}.{rest:0{places}}" if places else f"{sign}{whole}"


def readable(canonical: int, unit: Unit) -> Quantity[Any]:
    """An amount in the unit next to the canonical one, in which people read it: yuan, years, percent, points.

    Where it is no finite decimal there, in the canonical unit: 13 months.
    """
    for other in unit.family:
        if other.factor > 1 and decimal_text(canonical, other) is not None:
            return Quantity(canonical, other)
    return Quantity(canonical, unit)
