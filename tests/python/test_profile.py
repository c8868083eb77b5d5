# SPDX-License-Identifier: Apache-2.0
"""A profile knows what it was given, as it was given, and refuses what cannot be right."""

import copy
import ctypes
import inspect
import pickle
from decimal import Decimal

import numpy
import pandas
import pytest
from littlegiant import (
    FactKind,
    InvalidValueError,
    Profile,
    Quantity,
    Severity,
    Unit,
    UnknownNameError,
    WrongTypeError,
    default_groups,
    fact,
    facts,
    fen,
    months,
    percent,
    points,
    wan,
    years,
    yuan,
)
from littlegiant._native import lib

FIRM = {
    "revenue_y1": yuan("138000000"),
    "employees": 120,
    "own_brand": True,
    "gap_filling": False,
    "segment_age": months(35),
    "market_share": percent("9.99"),
    "local_score": points("14.5"),
    "size_sector": 2,
}


@pytest.fixture
def firm():
    return Profile(**FIRM)


def bounds():
    return [(about, value) for about in facts() for value in (about.minimum, about.maximum)]


@pytest.mark.parametrize("about, value", bounds(), ids=str)
def test_every_fact_keeps_its_smallest_and_largest_value(about, value):
    assert dict(Profile(**{about.name: value})) == {about.name: value}


@pytest.mark.parametrize("about", facts(), ids=str)
def test_beyond_its_range_a_fact_is_refused(about):
    lowest, highest = (
        value.canonical if isinstance(value, Quantity) else int(value) for value in (about.minimum, about.maximum)
    )
    for number in (lowest - 1, highest + 1, 2**63, -(2**80)):
        value = Quantity(number, about.unit) if about.unit.suffix else number
        with pytest.raises(
            InvalidValueError, match=f"{about.name}: .* (is outside the range from|is neither yes nor no)"
        ):
            Profile(**{about.name: value})


@pytest.mark.parametrize("about", facts(), ids=str)
def test_every_column_name_is_known_by_the_library_as_by_the_package(about):
    """A column of one canonical unit comes out as the value of that unit's factor."""
    units = about.unit.family or (about.unit,)
    assert len(about.columns) == len(units) and about.column in about.columns
    for column, unit in zip(about.columns, units):
        text = "1" if about.unit is not Unit.BP and about.unit is not Unit.CP else "0"
        number = ctypes.c_int64()
        assert lib.lg_fact_parse(about.id, unit, text.encode(), len(text), ctypes.byref(number)) in (0, -4)
        if number.value:
            value = Profile.from_mapping({column: text})[about.name]
            assert (value.canonical if isinstance(value, Quantity) else int(value)) == number.value == unit.factor


def test_a_profile_is_a_mapping_of_what_it_knows(firm):
    assert dict(firm) == FIRM and len(firm) == len(FIRM)
    assert firm.known == tuple(about.name for about in facts() if about.name in FIRM)
    assert "employees" in firm and "rd_staff" not in firm and firm.get("rd_staff") is None
    assert isinstance(firm["own_brand"], bool) and isinstance(firm["employees"], int)
    assert not Profile() and Profile() == Profile() != firm and firm != dict(firm)
    with pytest.raises(KeyError, match="rd_staff"):
        firm["rd_staff"]
    with pytest.raises(KeyError, match="rd_staff"):
        del firm["rd_staff"]
    with pytest.raises(TypeError):
        hash(firm)


def test_unknown_is_not_zero():
    assert Profile(employees=0) != Profile() and Profile(employees=0)["employees"] == 0
    assert Profile(employees=None) == Profile() == Profile(own_brand="")


def test_facts_are_set_and_unset(firm):
    firm.set(employees=7, own_brand=None)
    assert firm["employees"] == 7 and "own_brand" not in firm
    firm.unset("employees", "rd_staff")
    assert "employees" not in firm
    firm.update(employees=8, revenue_y1=wan(1))
    assert firm.pop("employees") == 8 and firm["revenue_y1"] == yuan(10000)


def test_a_failed_change_changes_nothing(firm):
    with pytest.raises(InvalidValueError):
        firm.set(employees=7, rd_staff=-1)
    with pytest.raises(UnknownNameError):
        firm.unset("employees", "rd_stuff")
    assert dict(firm) == FIRM


def test_a_copy_goes_its_own_way(firm):
    for twin in (firm.copy(), copy.copy(firm), copy.deepcopy(firm), pickle.loads(pickle.dumps(firm))):
        assert twin == firm
        twin["employees"] = 1
        assert firm["employees"] == 120


def test_it_is_shown_as_it_is_written(firm):
    assert eval(repr(firm)) == firm
    assert repr(Profile()) == "Profile()"


def test_help_lists_the_facts():
    assert list(inspect.signature(Profile).parameters) == [about.name for about in facts()]


@pytest.mark.parametrize(
    "written, value",
    [
        ({"own_brand": 1}, True),
        ({"own_brand": "yes"}, True),
        ({"own_brand": "否"}, False),
        ({"own_brand": "TRUE"}, True),
        ({"employees": "120"}, 120),
        ({"employees": Decimal(120)}, 120),
        ({"size_sector": "industry"}, 2),
        ({"size_sector": "工业"}, 2),
        ({"size_sector": "2"}, 2),
        ({"rd_body_level": "national"}, 4),
        ({"revenue_y1": fen(1)}, yuan("0.01")),
        ({"segment_age": years(3)}, months(36)),
    ],
)
def test_values_may_be_written_in_several_ways(written, value):
    assert list(Profile(**written).values()) == [value]


@pytest.mark.parametrize(
    "written, error, says",
    [
        ({"revenu_y1": yuan(1)}, UnknownNameError, "no fact 'revenu_y1'; did you mean 'revenue_y1'?"),
        ({"revenue": yuan(1)}, UnknownNameError, "did you mean 'revenue_y1', 'revenue_y2' or 'revenue_y3'?"),
        ({"REVENUE_Y1": yuan(1)}, UnknownNameError, "did you mean 'revenue_y1'?"),
        ({"zzz": 1}, UnknownNameError, "none of the 78 names is like it"),
        ({"revenue_y1": 138000000}, WrongTypeError, r"needs a unit: write fen\(138000000\), yuan\(138000000\), wan\("),
        ({"revenue_y1": 1.38e8}, WrongTypeError, r"yuan\('138000000.0'\).* a float may differ"),
        ({"revenue_y1": Decimal("1.5")}, WrongTypeError, r"yuan\('1.5'\)"),
        ({"revenue_y1": "1.5"}, WrongTypeError, r"yuan\('1.5'\)"),
        ({"revenue_y1": percent(5)}, WrongTypeError, "revenue_y1 takes fen, yuan, wan or yi, not percent"),
        ({"revenue_y1_wan": 3}, WrongTypeError, r"is the name of a column; write revenue_y1=wan\(...\)"),
        ({"employees": yuan(3)}, WrongTypeError, "employees takes a number without a unit, not yuan"),
        ({"employees": 12.0}, WrongTypeError, "12.0 is a float"),
        ({"employees": True}, WrongTypeError, "of type bool"),
        ({"employees": object()}, WrongTypeError, "of type object"),
        ({"employees": "1.5"}, InvalidValueError, "'1.5' is not a whole number"),
        ({"employees": Decimal("1.5")}, InvalidValueError, "1.5 .*is not a whole number"),
        ({"employees": "x"}, InvalidValueError, "'x' is not a number"),
        ({"own_brand": 2}, InvalidValueError, "2 is neither yes nor no"),
        ({"own_brand": "maybe"}, InvalidValueError, "'maybe' is neither yes nor no; write 1 or 0, yes or no"),
        ({"size_sector": "industy"}, UnknownNameError, "no step of size_sector 'industy'; did you mean 'industry'?"),
        ({"size_sector": 17}, InvalidValueError, "17 is outside the range from 1 to 16"),
        ({"size_sector": "17"}, InvalidValueError, "'17' is outside the range from 1 to 16"),
        (
            {"market_share": percent("100.01")},
            InvalidValueError,
            "100.01 percent is outside the range from 0 percent to 100",
        ),
    ],
)
def test_a_mistake_is_told_with_what_would_be_right(written, error, says):
    with pytest.raises(error, match=says):
        Profile(**written)


# ----------------------------------------------------------------------------------- columns


def test_columns_carry_their_unit():
    row = {
        "revenue_y1_wan": "13800",
        "revenue_y2_yi": Decimal("1.38"),
        "segment_age_years": 3,
        "market_share_bp": "999",
        "employees": " 120 ",
        "own_brand": "是",
        "rd_staff": "",
        "gap_filling": None,
        "size_sector": "industry",
    }
    assert Profile.from_mapping(row) == Profile(
        revenue_y1=wan(13800),
        revenue_y2=wan(13800),
        segment_age=months(36),
        market_share=percent("9.99"),
        employees=120,
        own_brand=True,
        size_sector=2,
    )


def test_what_a_profile_holds_can_be_read_again(firm):
    assert Profile.from_mapping(firm) == firm


def test_labels_are_left_out_when_they_are_named():
    assert Profile.from_mapping({"id": "A", "name": "B", "employees": "1"}, ignore=["id", "name"]) == Profile(
        employees=1
    )


def test_rows_of_pandas_are_taken():
    row = pandas.Series({"id": "A", "employees": 3, "own_brand": True, "revenue_y1_yuan": Decimal("0.10")})
    typed = pandas.DataFrame({"employees": [3], "own_brand": [True]}).loc[0]
    assert Profile.from_mapping(row, ignore=["id"]) == Profile(employees=3, own_brand=True, revenue_y1=fen(10))
    assert Profile.from_mapping(typed) == Profile(employees=3, own_brand=True)
    assert Profile(own_brand=numpy.bool_(False)) == Profile(own_brand=False)
    with pytest.raises(WrongTypeError, match=r"employees: 3.0 is a float, .* such as '3.0'"):
        Profile(employees=numpy.float64(3))
    with pytest.raises(WrongTypeError, match="takes a mapping of columns to values, not 'A'"):
        Profile.from_mapping("A")


@pytest.mark.parametrize(
    "row, error, says",
    [
        ({"id": "A"}, UnknownNameError, "no column 'id'"),
        ({"revenue_y1": "3"}, UnknownNameError, "must carry the unit: write 'revenue_y1_fen', 'revenue_y1_yuan',"),
        ({"revenue_y1_years": "3"}, UnknownNameError, "write 'revenue_y1_fen', 'revenue_y1_yuan',"),
        ({"employees_wan": "3"}, UnknownNameError, "employees has no unit: write 'employees'"),
        ({"revenu_y1_wan": "3"}, UnknownNameError, "did you mean 'revenue_y1_wan'?"),
        ({"remarks": "3"}, UnknownNameError, "'remarks'; none of the .* a column that is no fact is to be left out"),
        ({"employees": float("nan")}, WrongTypeError, "nan is no number; None stands for what is not known"),
        ({"revenue_y1_wan\0": "3"}, UnknownNameError, "no column"),
        ({3: "3"}, UnknownNameError, "no column 3"),
        ({"revenue_y1_wan": "3", "revenue_y1_yuan": "3"}, InvalidValueError, "revenue_y1 is given by two columns"),
        ({"revenue_y1_wan": 0.5}, WrongTypeError, "0.5 is a float"),
        ({"revenue_y1_wan": "1e5"}, InvalidValueError, "revenue_y1_wan: '1e5' is not a number"),
        ({"revenue_y1_wan": "1\0"}, InvalidValueError, "is not a number"),
        ({"revenue_y1_wan": "0.0000001"}, InvalidValueError, "is not a whole number of fen"),
        ({"revenue_y1_yi": "9000000000"}, InvalidValueError, "is outside the range"),
        ({"revenue_y1_wan": yuan(3)}, WrongTypeError, "brings its unit, put it under 'revenue_y1'"),
        ({"rd_expense_y1_wan": "-1"}, InvalidValueError, "'-1' is outside the range from 0 yuan to"),
    ],
)
def test_a_bad_row_is_told_with_column_and_value(row, error, says):
    with pytest.raises(error, match=says):
        Profile.from_mapping(row)


# ----------------------------------------------------------------------------- assumed, odd


def test_groups_assume_what_they_say():
    groups = default_groups()
    asserted = {about.name for about in facts() if about.kind is FactKind.ASSERTED}
    exclusions = {about.name for about in facts() if about.kind is FactKind.EXCLUSION}
    assert groups["judgement"] == dict.fromkeys(asserted, True)
    assert groups["clean-record"] == dict.fromkeys(exclusions, False)


def test_filling_changes_no_known_fact():
    profile = Profile(leading_quality=False, dishonesty_list=True)
    filled = profile.fill("judgement", "clean_record", {"employees": 10, "high_reputation": False}, rd_staff=3)
    assert profile["leading_quality"] is False and profile["dishonesty_list"] is True
    assert profile["employees"] == 10 and profile["rd_staff"] == 3
    assert profile["high_reputation"] is False, "a single value comes before a group"
    assert profile["sound_governance"] is True and profile["tax_violation_3y"] is False
    assert set(filled) == set(profile) - {"leading_quality", "dishonesty_list"}
    assert profile.fill("judgement") == ()


@pytest.mark.parametrize(
    "assume, error, says",
    [
        ("judgment", UnknownNameError, "no group of assumptions 'judgment'; did you mean 'judgement'?"),
        (3, WrongTypeError, "names of groups and mappings"),
        ({"employes": 3}, UnknownNameError, "did you mean 'employees'?"),
        ({"employees": -3}, InvalidValueError, "outside the range"),
    ],
)
def test_a_wrong_assumption_is_told(assume, error, says):
    profile = Profile()
    with pytest.raises(error, match=says):
        profile.fill(assume)
    assert not profile


def test_figures_that_do_not_fit_are_told():
    (issue,) = Profile(employees=10, rd_staff=11).issues()
    assert (issue.severity, issue.fact, issue.other) == (Severity.CONTRADICTION, "rd_staff", "employees")
    assert issue.text.startswith("R&D staff exceed employees")
    assert Profile(employees=10, rd_staff=10).issues() == ()
    many = Profile(
        **{f"main_revenue_y{year}": yuan(2) for year in (1, 2, 3)},
        **{f"revenue_y{year}": yuan(1) for year in (1, 2, 3)},
        **{f"rd_expense_y{year}": yuan(3) for year in (1, 2)},
        employees=1,
        rd_staff=2,
        ip_class1=1,
        ip_class1_own=2,
        ip_class1_high_value=3,
        total_assets_y1=yuan(1),
        total_liabilities_y1=yuan(2),
        equity_financing_2y=yuan(2),
        equity_financing_3y=yuan(1),
    )
    assert len({issue.text for issue in many.issues()}) == len(many.issues()) > 8


def test_facts_describe_themselves():
    revenue = fact("revenue_y1")
    assert (revenue.column, revenue.unit, revenue.kind) == ("revenue_y1_fen", Unit.FEN, FactKind.MEASURE)
    assert revenue.columns == ("revenue_y1_fen", "revenue_y1_yuan", "revenue_y1_wan", "revenue_y1_yi")
    assert (
        "营业收入" in revenue.definition and "营业收入" in revenue.title("zh") and revenue.evidence and revenue.source
    )
    assert fact("size_sector").steps("zh")[2] == "工业" and not fact("employees").steps() and not revenue.steps()
    assert fact("own_brand").format(True) == "yes" and fact("own_brand").format(False, "id") == "tidak"
    assert [about.id for about in facts()] == list(range(len(facts())))
