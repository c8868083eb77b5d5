# SPDX-License-Identifier: Apache-2.0
"""Amounts are exact, know their unit, and take nothing that is not exact."""

import copy
import pickle
from decimal import Decimal
from fractions import Fraction

import littlegiant
import pytest
from littlegiant import (
    InvalidValueError,
    Quantity,
    Unit,
    UnknownNameError,
    WrongTypeError,
    bp,
    cp,
    fen,
    months,
    percent,
    points,
    wan,
    years,
    yi,
    yuan,
)


@pytest.mark.parametrize(
    "amount, canonical",
    [
        (fen(1), 1),
        (yuan(1), 100),
        (wan(1), 1_000_000),
        (yi(1), 10_000_000_000),
        (months(1), 1),
        (years(1), 12),
        (bp(1), 1),
        (percent(1), 100),
        (cp(1), 1),
        (points(1), 100),
        (yuan("138000000.01"), 13_800_000_001),
        (yuan(Decimal("0.10")), 10),
        (wan(Fraction(1, 10_000)), 100),
        (yuan("-0.01"), -1),
        (years(Fraction(13, 12)), 13),
        (yuan(" 7 "), 700),
        (percent("0.01"), 1),
    ],
)
def test_an_amount_is_a_whole_number_of_its_canonical_unit(amount, canonical):
    assert amount.canonical == canonical


def test_there_is_a_function_for_every_unit_that_a_column_can_carry():
    for unit in Unit:
        assert hasattr(littlegiant, unit.word) == bool(unit.suffix)
        if unit.suffix:
            assert getattr(littlegiant, unit.word)(1).canonical == unit.factor


@pytest.mark.parametrize(
    "make, error, says",
    [
        (lambda: yuan(0.1), WrongTypeError, "0.1 is a float"),
        (lambda: yuan(float("nan")), WrongTypeError, "nan is no number; None stands for what is not known"),
        (lambda: yuan(True), WrongTypeError, "True is of type bool"),
        (lambda: yuan(None), WrongTypeError, "None is of type NoneType"),
        (lambda: yuan("0.001"), InvalidValueError, "0.001 yuan is not a whole number of fen"),
        (lambda: years("0.1"), InvalidValueError, "not a whole number of months"),
        (lambda: yuan("1,000"), InvalidValueError, "'1,000' is not a number"),
        (lambda: yuan("1e5"), InvalidValueError, "'1e5' is not a number"),
        (lambda: yuan(""), InvalidValueError, "'' is not a number"),
        (lambda: yuan("١"), InvalidValueError, "is not a number"),
        (lambda: yuan(".5"), InvalidValueError, "is not a number"),
        (lambda: yuan("5."), InvalidValueError, "is not a number"),
        (lambda: yuan("+5"), InvalidValueError, "is not a number"),
        (lambda: yuan(Decimal("NaN")), InvalidValueError, "None stands for what is not known"),
        (lambda: yuan(Decimal("Infinity")), InvalidValueError, "is no number"),
        (lambda: yuan(1).to("years"), WrongTypeError, "only in fen, yuan, wan, yi"),
        (lambda: yuan(1).to("yaun"), UnknownNameError, "did you mean 'yuan'"),
        (lambda: months(13).to("years").decimal, InvalidValueError, "no finite decimal"),
    ],
)
def test_what_is_not_exact_is_refused(make, error, says):
    with pytest.raises(error, match=says):
        make()


def test_errors_are_errors_of_python_as_well():
    with pytest.raises(TypeError):
        yuan(0.1)
    with pytest.raises(ValueError):
        yuan("x")
    with pytest.raises(LookupError):
        yuan(1).to("yaun")
    for error in (WrongTypeError, InvalidValueError, UnknownNameError):
        assert issubclass(error, littlegiant.LittleGiantError)


def test_amounts_of_one_kind_compare_and_add_up():
    assert yuan(10_000) == wan(1) and hash(yuan(10_000)) == hash(wan(1))
    assert yuan(1) != points(1) and cp(100) != fen(100) and yuan(1) != 100
    assert yuan("9999.99") < wan(1) <= yuan(10_000) < yi(1)
    assert wan(1) + yuan(1) == yuan(10_001) and (wan(1) + yuan(1)).unit is Unit.WAN
    assert wan(1) - yuan(1) == yuan(9_999)
    assert -yuan(1) == yuan(-1) and abs(yuan(-1)) == yuan(1)
    assert yuan(1) and not yuan(0)
    assert sum([wan(1), yuan(1)]) == yuan(10_001) and 3 * yuan("0.01") == yuan("0.01") * 3 == fen(3)
    assert yuan(3) / wan(1) == Fraction(3, 10_000)
    for wrong in (
        lambda: yuan(1) + years(1),
        lambda: yuan(1) + 1,
        lambda: yuan(1) < years(1),
        lambda: 1 + yuan(1),
        lambda: yuan(1) * 1.5,
        lambda: yuan(1) * yuan(1),
        lambda: yuan(1) / years(1),
        lambda: yuan(1) / 2,
    ):
        with pytest.raises(TypeError):
            wrong()


def test_an_amount_is_shown_as_it_is_written():
    for amount in (yuan("138000000.5"), yuan(-1), wan("0.0001"), percent("12.5"), months(13), years(3)):
        assert eval(repr(amount)) == amount
    assert str(wan("13800.5")) == "13800.5 wan"
    assert repr(months(13).to("years")) == "months('13')"
    assert yuan("1.10").decimal == Decimal("1.1") and yuan("1.10").fraction == Fraction(11, 10)


def test_an_amount_survives_copies_and_pickles():
    assert pickle.loads(pickle.dumps(wan(3))) == copy.deepcopy(wan(3)) == wan(3)
    assert pickle.loads(pickle.dumps(wan(3))).unit is Unit.WAN
    assert isinstance(wan(3), Quantity)
