# SPDX-License-Identifier: Apache-2.0
"""Tables from one library, judged, and read by another; and row by row against assess()."""

import random
from decimal import Decimal

import duckdb
import nanoarrow
import pandas
import polars
import pyarrow as pa
import pytest
from conftest import ALL_CASES, REPORTED
from littlegiant import (
    InvalidValueError,
    Kind,
    LittleGiantError,
    Profile,
    Unit,
    UnknownNameError,
    WrongTypeError,
    assess,
    assess_table,
    facts,
    ruleset,
    rulesets,
)
from littlegiant.tables import AssessedBatch, AssessedTable

# ------------------------------------------------------------------------ every producer and consumer

# Four requirements: title, revenue above 100 million yuan, rank among the first 3, one business on a system.
TABLE = pa.table(
    {
        "id": ["a", "b", "c", "d", "e"],
        "region": pa.array(["泉州", "福州", "泉州", None, "福州"]).dictionary_encode(),
        "revenue_y1_yuan": pa.array(
            [
                Decimal("100000000.010"),
                Decimal("100000000.000"),
                None,
                Decimal("0.001"),
                Decimal("100000000.010"),
            ],
            pa.decimal128(20, 3),
        ),
        "srdi_title": [True, True, None, False, True],
        "province_rank": pa.array([3, 4, 2, 2, 1], pa.int8()),
        "it_supported_businesses": pa.array([1, None, 1, 1, None], pa.uint32()),
    }
)
WORDS = ["verdict", "srdi-title", "revenue", "province-rank", "it-support"]
NULLS = dict.fromkeys([*WORDS, "missing", "assumed"])


def judged(words, missing, assumed):
    return dict(zip(WORDS, words.split()), missing=missing, assumed=assumed, error=None)


EXPECTED = [
    {"id": "a", "region": "泉州", **judged("met met met met met", [], [])},
    {"id": "b", "region": "福州", **judged("not_met met not_met not_met met", [], [])},
    {"id": "c", "region": "泉州", **judged("unknown unknown unknown met met", ["revenue_y1", "srdi_title"], [])},
    {"id": "d", "region": None, **NULLS, "error": "column revenue_y1_yuan, row 3: 0.001 is not a whole number of fen"},
    {"id": "e", "region": "福州", **judged("met met met met met", [], ["it_supported_businesses"])},
]

PRODUCERS = {
    "pyarrow": lambda table: table,
    "pyarrow, 3 chunks": lambda table: pa.concat_tables([table.slice(0, 1), table.slice(1, 0), table.slice(1)]),
    "pyarrow batch": lambda table: table.combine_chunks().to_batches()[0],
    "pyarrow reader": lambda table: table.to_reader(max_chunksize=2),
    "polars": polars.DataFrame,
    "duckdb": lambda rows: duckdb.connect().sql("from rows"),
    "pandas": lambda table: table.to_pandas(types_mapper=pandas.ArrowDtype),
    "pandas with types of NumPy": lambda table: table.to_pandas(),
    "nanoarrow": nanoarrow.ArrayStream,
    "nanoarrow array": lambda table: nanoarrow.Array(table.combine_chunks().to_batches()[0]),
}

CONSUMERS = {
    "pyarrow": lambda result: pa.table(result).to_pylist(),
    "polars": lambda result: polars.DataFrame(result).to_dicts(),
    "duckdb": lambda result: duckdb.connect().sql("from result").to_arrow_table().to_pylist(),
    "pandas": lambda result: pa.table(pandas.DataFrame.from_arrow(result)).to_pylist(),
    "nanoarrow": lambda result: nanoarrow.Array(result).to_pylist(),
}


def judge(table, **options):
    return assess_table(table, REPORTED, assume={"it_supported_businesses": 1}, **options)


@pytest.mark.parametrize("consumer", CONSUMERS)
@pytest.mark.parametrize("producer", PRODUCERS)
def test_every_producer_and_consumer(producer, consumer):
    result = judge(PRODUCERS[producer](TABLE))
    assert isinstance(result, AssessedTable)
    assert CONSUMERS[consumer](result) == EXPECTED


def test_a_batch_that_is_an_array_alone_gives_an_array():
    rows = pa.StructArray.from_arrays([column.combine_chunks() for column in TABLE.columns], fields=list(TABLE.schema))
    result = judge(rows)
    assert isinstance(result, AssessedBatch)
    for _ in range(2):
        assert pa.record_batch(result).to_pylist() == EXPECTED
    assert pa.schema(result) == pa.record_batch(result).schema


def test_a_result_is_valid_and_of_the_type_that_it_says():
    for rules in rulesets():
        for options in [{}, {"missing": False}, {"reasons": True, "points": True, "assume": "judgement"}]:
            result = assess_table(TABLE, rules, **options)
            schema = pa.schema(result)
            table = pa.table(result)
            table.validate(full=True)
            assert table.num_rows == TABLE.num_rows
            assert table.schema == schema == pa.schema(result)
            assert result.rules == rules


def test_a_batch_and_its_slices():
    batch = TABLE.combine_chunks().to_batches()[0]
    for offset in range(batch.num_rows + 1):
        for length in range(batch.num_rows - offset + 1):
            result = pa.table(judge(batch.slice(offset, length)))
            result.validate(full=True)
            expected = [dict(row) for row in EXPECTED[offset : offset + length]]
            for row in expected:
                row["error"] = row["error"] and row["error"].replace("row 3", f"row {3 - offset}")
            assert result.to_pylist() == expected


def test_no_rows_give_no_rows_but_all_columns():
    for empty in TABLE.slice(0, 0), TABLE.schema.empty_table(), TABLE.slice(0, 0).to_reader():
        result = pa.table(judge(empty))
        assert result.num_rows == 0
        assert result.column_names == list(EXPECTED[0])


# ------------------------------------------------------------------------------------- types


@pytest.mark.parametrize(
    "type",
    [
        pa.int8(),
        pa.int16(),
        pa.int32(),
        pa.int64(),
        pa.uint8(),
        pa.uint16(),
        pa.uint32(),
        pa.uint64(),
        pa.float64(),
        pa.decimal128(5),
        pa.decimal128(7, 2),
    ],
    ids=str,
)
def test_types_of_a_fact(type):
    ranks = pa.array([Decimal(3), Decimal(4), None, Decimal(0)], pa.decimal128(38, 2)).cast(type)
    result = pa.table(assess_table(pa.table({"province_rank": ranks}), REPORTED))
    zero = "0.00" if type == pa.decimal128(7, 2) else "0"
    assert result["province-rank"].to_pylist() == ["met", "not_met", "unknown", None]
    assert result["error"].to_pylist()[3] == f"column province_rank, row 3: {zero} is out of range, from 1 to 1000000"


def test_rows_of_errors_are_counted_through_all_chunks():
    ranks = pa.chunked_array([[1, 0], [], [2, 3, -1]])
    errors = pa.table(assess_table(pa.table({"province_rank": ranks}), REPORTED))["error"].to_pylist()
    assert [row for row, error in enumerate(errors) if error] == [1, 4]
    assert errors[4] == "column province_rank, row 4: -1 is out of range, from 1 to 1000000"


def test_a_float_is_taken_only_where_it_is_exact():
    frame = pandas.DataFrame({"revenue_y1_yuan": [100000000.25, 0.1, float("nan")]})
    result = pa.table(assess_table(frame, REPORTED)).to_pylist()
    assert [row["revenue"] for row in result] == ["met", None, "unknown"]
    assert result[1]["error"].startswith("column revenue_y1_yuan, row 1: 0.1")


@pytest.mark.parametrize(
    "column, array, error, message",
    [
        (
            "province_rank",
            pa.array(["1"]),
            InvalidValueError,
            "column province_rank is of type utf8 (u); an integer, decimal128 or float64 column is wanted",
        ),
        (
            "province_rank",
            pa.array([1], pa.int64()).dictionary_encode(),
            InvalidValueError,
            "column province_rank is of type int32 (i) and dictionary-encoded; decode it",
        ),
        (
            "employees_count",
            pa.array([1]),
            UnknownNameError,
            "column 'employees_count' is no fact; did you mean employees?",
        ),
        (
            "market_share",
            pa.array([1]),
            UnknownNameError,
            "column 'market_share' needs its unit in the name: market_share_bp or market_share_percent",
        ),
    ],
)
@pytest.mark.parametrize("as_array", [False, True])
def test_columns_that_are_refused(column, array, error, message, as_array):
    table = pa.StructArray.from_arrays([array], [column]) if as_array else pa.table({column: array})
    with pytest.raises(error) as refused:
        assess_table(table, REPORTED)
    assert str(refused.value) == message
    assert isinstance(refused.value, LittleGiantError)


def test_rules_and_assumptions_are_checked_as_elsewhere():
    with pytest.raises(UnknownNameError, match=r"did you mean 'cn\.little-giant\.2022'"):
        assess_table(TABLE, "cn.little-gaint.2022")
    with pytest.raises(UnknownNameError, match="did you mean 'province_rank'"):
        assess_table(TABLE, REPORTED, assume={"provincerank": 1})


# ------------------------------------------------------------------------- row by row as assess()

ROWS = 120


def known_case(rules):
    """The facts of a worked case that meets everything, to begin with."""
    met = next(case for case in ALL_CASES if case.rules == rules.id and case.expect["overall"] == "met")
    return Profile.from_mapping(met.facts)


def near_bounds(rules):
    """For every fact of the rules the bounds that it alone is held against, and one unit beside them."""
    near = {fact: [] for fact in facts() if any(fact in criterion.facts for criterion in rules.criteria)}
    for criterion in rules.criteria:
        for bound in (criterion.bound, criterion.bound_high):
            if bound is not None and len(criterion.facts) == 1 and bound.denominator == 1:
                near[criterion.facts[0]].extend(int(bound) + i for i in (-1, 0, 1))
    return near


def invent(fact, near, usual, is_wild, dice):
    """A value of one row: mostly that of the known case, or of a wild row anything; sometimes unknown."""
    if dice.random() < 0.1:
        return None
    if usual is not None and not is_wild and dice.random() < 0.9:
        return canonical(usual)
    low, high = canonical(fact.minimum), canonical(fact.maximum)
    values = [*near, low, high, dice.randint(max(low, 0), min(high, 10**10))]
    return dice.choice([value for value in values if low <= value <= high])


def canonical(value):
    return getattr(value, "canonical", value) + 0


def as_column(fact, numbers):
    """A column as people have it: amounts as decimals in yuan and percent, flags as booleans, in uneven chunks."""
    people = {Unit.FEN: Unit.YUAN, Unit.BP: Unit.PERCENT}.get(fact.unit, fact.unit)
    if people is not fact.unit:
        values = [number if number is None else Decimal(number).scaleb(-2) for number in numbers]
        return fact.name + people.suffix, pa.array(values, pa.decimal128(22, 2))
    type = pa.bool_() if fact.unit is Unit.FLAG else pa.int64()
    return fact.column, pa.array(numbers).cast(type)


def random_table(rules, dice):
    usual, wild = known_case(rules), [dice.random() < 0.3 for _ in range(ROWS)]
    invented = {
        fact: [invent(fact, near, usual.get(fact.name), is_wild, dice) for is_wild in wild]
        for fact, near in near_bounds(rules).items()
    }
    columns = dict(as_column(fact, numbers) for fact, numbers in invented.items())
    table = pa.table({"id": [f"INV-{i}" for i in range(ROWS)], **columns})
    cuts = sorted(dice.randrange(ROWS) for _ in range(4))
    parts = [table.slice(low, high - low) for low, high in zip([0, *cuts], [*cuts, ROWS])]
    return pa.concat_tables(parts)


def told(found, criterion):
    return {
        criterion: found.verdict.word,
        f"{criterion}.reason": found.reason.word,
        f"{criterion}.points_low_cp": found.points[0] * 100,
        f"{criterion}.points_high_cp": found.points[1] * 100,
    }


@pytest.mark.parametrize("rules", rulesets(), ids=lambda rules: rules.id)
@pytest.mark.parametrize("assume", [(), ("judgement", "clean_record", {"employees": 100})], ids=["", "assuming"])
def test_every_row_is_judged_as_assess_does(rules, assume):
    table = random_table(rules, random.Random(f"{rules.id} {bool(assume)}"))
    result = pa.table(assess_table(table, rules, assume=assume, reasons=True, points=True))
    assert result.num_rows == ROWS
    # Points stand only behind criteria that add some up, assumptions only where there were any.
    left_out = {
        f"{criterion.id if criterion.index else 'verdict'}.points_{end}_cp"
        for criterion in rules.criteria
        for end in ("low", "high")
        if criterion.kind not in (Kind.BEST, Kind.SUM, Kind.POINTS_VALUE)
    } | ({"assumed"} if not assume else set())
    for given, row in zip(table.to_pylist(), result.to_pylist()):
        found = assess(Profile.from_mapping(given, ignore=["id"]), rules, assume=assume)
        expected = {"id": given["id"], "error": None}
        expected["missing"] = [missing.name for missing in found.missing]
        expected["assumed"] = list(found.assumed)
        for finding in found.criteria[1:]:
            expected.update(told(finding, finding.id))
        expected.update(told(found.criteria[0], "verdict"))
        assert row == {name: expected.pop(name) for name in row}
        assert expected.keys() == left_out


def test_verdicts_of_many_kinds_occur():
    """So that the comparison above says something."""
    rules = ruleset("cn.little-giant.2022")
    table = random_table(rules, random.Random(f"{rules.id} {True}"))
    result = pa.table(assess_table(table, rules, assume=("judgement", "clean_record"))).to_pydict()
    words = {
        word for name, column in result.items() if name not in ("id", "missing", "assumed", "error") for word in column
    }
    assert words == {"met", "not_met", "unknown", "not_applicable"}
    assert any(result["missing"]) and any(result["assumed"])


# ---------------------------------------------------------------------------- pandas, and what is no table


def test_an_index_without_a_name_is_left_out():
    frame = TABLE.to_pandas().iloc[[0, 2, 3]]
    assert pa.table(frame).column_names[-1] == "__index_level_0__"
    result = pa.table(judge(frame)).to_pylist()
    assert [row["verdict"] for row in result] == ["met", "unknown", None]


def test_an_index_with_a_name_is_a_column():
    frame = TABLE.to_pandas().set_index("id")
    assert pa.table(judge(frame))["id"].to_pylist() == list("abcde")
    with pytest.raises(UnknownNameError, match="column 'number' is no fact"):
        judge(frame.rename_axis("number"))


@pytest.mark.parametrize(
    "table, message",
    [
        (polars.LazyFrame(TABLE.to_pydict()), r"polars LazyFrame; pass table.collect\(\)"),
        (duckdb.connect(), "duckdb DuckDBPyConnection; pass the relation"),
        (pandas.Index([1]), r"pandas Index; .* pyarrow.Table.from_pandas\(table, preserve_index=False\)"),
        (TABLE.to_pylist(), r"not a list; .* pyarrow.Table.from_pylist\(\)"),
        ("county.csv", "not a str; .* reads from a file"),
        (Profile(), "not a littlegiant Profile; pass a table of pyarrow, pandas"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_what_does_not_speak_arrow_is_told_how_to(table, message):
    with pytest.raises(WrongTypeError, match=message):
        assess_table(table, REPORTED)


def test_a_result_says_what_it_is():
    assert repr(judge(TABLE)) == f"<AssessedTable under {REPORTED}>"
