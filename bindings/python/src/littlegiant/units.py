# SPDX-License-Identifier: Apache-2.0
"""A function for each unit that an amount can be given in, made from the library's units. See units.pyi."""

from .enums import Unit
from .quantity import quantity


def _function(unit):
    def of(number):
        return quantity(number, unit)

    of.__name__ = of.__qualname__ = unit.word
    of.__module__ = __name__
    of.__doc__ = _describe(unit)
    return of


def _describe(unit):
    """What the function of a unit says of itself."""
    text = f'An amount in {unit.text()}. The number is an int, a Decimal, a Fraction or a text such as "12"; never a float.'
    if unit is not unit.canonical:
        text += f"\n\n    It must come to a whole number of {unit.canonical.word}, of which {unit.factor} are one of this unit."
    return text


UNITS = tuple(unit for unit in Unit if unit.suffix)
for _unit in UNITS:
    globals()[_unit.word] = _function(_unit)

__all__ = [unit.word for unit in UNITS]
