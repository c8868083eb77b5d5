# SPDX-License-Identifier: Apache-2.0
# Written by tools/python_stubs.py from the library's reflection.
from typing import Literal

from .quantity import Number, Quantity

__all__ = ["fen", "yuan", "wan", "yi", "months", "years", "bp", "percent", "cp", "points"]

def fen(number: Number) -> Quantity[Literal["fen"]]:
    """An amount in fen. The number is an int, a Decimal, a Fraction or a text such as "12"; never a float."""

def yuan(number: Number) -> Quantity[Literal["fen"]]:
    """An amount in yuan. The number is an int, a Decimal, a Fraction or a text such as "12"; never a float.

    It must come to a whole number of fen, of which 100 are one of this unit."""

def wan(number: Number) -> Quantity[Literal["fen"]]:
    """An amount in 10,000 yuan. The number is an int, a Decimal, a Fraction or a text such as "12"; never a float.

    It must come to a whole number of fen, of which 1000000 are one of this unit."""

def yi(number: Number) -> Quantity[Literal["fen"]]:
    """An amount in 100 million yuan. The number is an int, a Decimal, a Fraction or a text such as "12"; never a float.

    It must come to a whole number of fen, of which 10000000000 are one of this unit."""

def months(number: Number) -> Quantity[Literal["months"]]:
    """An amount in months. The number is an int, a Decimal, a Fraction or a text such as "12"; never a float."""

def years(number: Number) -> Quantity[Literal["months"]]:
    """An amount in years. The number is an int, a Decimal, a Fraction or a text such as "12"; never a float.

    It must come to a whole number of months, of which 12 are one of this unit."""

def bp(number: Number) -> Quantity[Literal["bp"]]:
    """An amount in basis points. The number is an int, a Decimal, a Fraction or a text such as "12"; never a float."""

def percent(number: Number) -> Quantity[Literal["bp"]]:
    """An amount in %. The number is an int, a Decimal, a Fraction or a text such as "12"; never a float.

    It must come to a whole number of bp, of which 100 are one of this unit."""

def cp(number: Number) -> Quantity[Literal["cp"]]:
    """An amount in hundredths of a point. The number is an int, a Decimal, a Fraction or a text such as "12"; never a float."""

def points(number: Number) -> Quantity[Literal["cp"]]:
    """An amount in points. The number is an int, a Decimal, a Fraction or a text such as "12"; never a float.

    It must come to a whole number of cp, of which 100 are one of this unit."""
