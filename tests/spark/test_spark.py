# SPDX-License-Identifier: Apache-2.0
"""littlegiant.spark.assess() against assess_table() on the same rows; what travels with a row; what is refused."""

import datetime
import pathlib
import sys
from decimal import Decimal

import littlegiant
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import pytest
from littlegiant import (
    InvalidValueError,
    LittleGiantError,
    UnknownNameError,
    WrongTypeError,
    assess_table,
    facts,
    rulesets,
    wan,
)
from littlegiant.spark import assess
from pyspark.errors import PythonException
from pyspark.sql.types import ArrayType, IntegerType, StringType

COUNTY = pathlib.Path(__file__).resolve().parents[2] / "examples" / "data" / "county.csv"
REPORTED = "cn.little-giant.2020-reported"
COLUMNS = "id string, revenue_y1_yuan decimal(20,3), srdi_title boolean, province_rank tinyint, office int"
ROWS = [
    ("a", "100000000.010", True, 3, 1),
    ("b", "100000000.000", True, 4, 2),
    ("c", None, None, 2, 3),
    ("d", "0.001", False, 2, 4),
]


@pytest.fixture
def firms(spark):
    rows = [(id, amount and Decimal(amount), *rest) for id, amount, *rest in ROWS]
    return spark.createDataFrame(rows, COLUMNS).coalesce(1)


@pytest.fixture(scope="module")
def county(spark, tmp_path_factory):
    """The example county, as pyarrow and as Spark read it from one Parquet file."""
    decimals = {column: pa.decimal128(30, 10) for fact in facts() for column in fact.columns if fact.unit.suffix}
    options = pa.csv.ConvertOptions(column_types=decimals)
    table = pa.csv.read_csv(COUNTY, convert_options=options)
    path = tmp_path_factory.mktemp("county") / "county.parquet"
    pa.parquet.write_table(table, path, compression="zstd")
    return table, spark.read.parquet(str(path))


def plain(result):
    """The rows of Spark as Python has them, by their id."""
    return sorted((row.asDict(recursive=True) for row in result.collect()), key=lambda row: row["id"])


# ------------------------------------------------------------------- the same as assess_table()

OPTIONS = [
    {},
    {"missing": False},
    {"reasons": True, "points": True},
    {"assume": ("judgement", {"revenue_y2": wan(5000), "employees": 120}), "reasons": True},
]


@pytest.mark.parametrize("options", OPTIONS, ids=lambda options: " ".join(options) or "plain")
@pytest.mark.parametrize("rules", ["cn.little-giant.2022", "cn.srdi-sme.2026"])
def test_every_row_and_column_is_as_on_one_machine(county, rules, options):
    table, df = county
    expected = pa.table(assess_table(table, rules, **options))
    result = assess(df.repartition(7), rules, **options)
    assert result.columns == expected.column_names
    assert plain(result) == sorted(expected.to_pylist(), key=lambda row: row["id"])


@pytest.mark.parametrize("rules", rulesets(), ids=lambda rules: rules.id)
def test_the_type_comes_from_the_library(county, rules):
    table, df = county
    expected = pa.schema(assess_table(table, rules, reasons=True, points=True))
    found = assess(df, rules, reasons=True, points=True).schema
    assert found.names == expected.names
    labels = {field.name: field.dataType for field in df.schema}
    for field, arrow in zip(found, expected):
        if pa.types.is_dictionary(arrow.type):
            assert field.dataType == StringType()
        elif field.name.endswith("_cp"):
            assert field.dataType == IntegerType()
        elif field.name == "missing":
            assert field.dataType.elementType == StringType() and isinstance(field.dataType, ArrayType)
        elif field.name != "error":
            assert field.dataType == labels[field.name]


def test_what_is_assumed_may_be_read_once_and_reaches_every_executor(firms):
    assume = ({"it_supported_businesses": 1} for _ in range(1))
    result = plain(assess(firms.drop("office").repartition(4), REPORTED, assume=assume))
    assert [row["it-support"] for row in result] == ["met", "met", "met", None]
    assert [row["assumed"] for row in result[:2]] == [["it_supported_businesses"], []]


# --------------------------------------------------------------------- what travels with a row


def test_kept_columns_stay_with_their_rows(spark):
    def kept(i):
        return (i, datetime.datetime(2026, 1, 1) + datetime.timedelta(i), [i, -i], (f"nest {i}", None))

    columns = (
        "no bigint, since timestamp, steps array<int>, nest struct<a:string,b:int>, revenue_y1_yuan bigint, name string"
    )
    rows = [(*kept(i), 100_000_000 + i % 3 - 1, f"firm {i}") for i in range(25_000)]
    df = spark.createDataFrame(rows, columns).repartition(3)
    result = assess(df, REPORTED, keep=["nest", "no", "since", "steps", "revenue_y1_yuan"])
    assert result.columns[:7] == [*df.columns, "verdict"]
    found = result.sort("no").collect()
    assert [tuple(row[:6]) for row in found] == rows
    assert [row["revenue"] for row in found] == [["not_met", "not_met", "met"][i % 3] for i in range(25_000)]


def test_an_error_names_column_and_row_and_spoils_no_other(firms):
    result = plain(assess(firms, REPORTED, keep="office"))
    assert [row["office"] for row in result] == [1, 2, 3, 4]
    assert [row["province-rank"] for row in result] == ["met", "not_met", "met", None]
    assert [row["error"] for row in result[:3]] == [None, None, None]
    assert result[3]["error"] == "column revenue_y1_yuan, row 3: 0.001 is not a whole number of fen"
    assert {name for name, value in result[3].items() if value is not None} == {"id", "office", "error"}


def test_rows_of_errors_are_counted_through_the_batches_of_a_partition(spark):
    ranks = [0 if i in (7, 12_345) else 1 for i in range(20_001)]
    df = spark.createDataFrame([(f"{i:05}", rank) for i, rank in enumerate(ranks)], "id string, province_rank int")
    errors = assess(df.coalesce(1).sortWithinPartitions("id"), REPORTED).where("error is not null").sort("id")
    assert [(row.id, row.error) for row in errors.collect()] == [
        (f"{i:05}", f"column province_rank, row {i}: 0 is out of range, from 1 to 1000000") for i in (7, 12_345)
    ]


def test_no_rows_and_no_labels(spark, firms):
    assert assess(firms.where("false").drop("office"), REPORTED).collect() == []
    unlabelled = assess(firms.select("province_rank"), REPORTED)
    assert unlabelled.columns[0] == "verdict"
    assert sorted(row["province-rank"] for row in unlabelled.collect()) == ["met", "met", "met", "not_met"]


@pytest.mark.parametrize("name, value", [("useLargeVarTypes", "true"), ("maxRecordsPerBatch", "1")])
def test_settings_of_spark_change_nothing(spark, firms, name, value):
    expected = plain(assess(firms, REPORTED, keep="office"))
    spark.conf.set(f"spark.sql.execution.arrow.{name}", value)
    try:
        assert plain(assess(firms, REPORTED, keep="office")) == expected
    finally:
        spark.conf.unset(f"spark.sql.execution.arrow.{name}")


# -------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    "change, options, error, message",
    [
        (lambda df: df, {}, UnknownNameError, "column 'office' is no fact"),
        (lambda df: df.select("id"), {}, UnknownNameError, "no column holds a fact"),
        (lambda df: df, {"keep": "ofice"}, UnknownNameError, "no column to keep 'ofice'; did you mean 'office'?"),
        (
            lambda df: df.withColumnRenamed("revenue_y1_yuan", "revenue_y1"),
            {"keep": "office"},
            UnknownNameError,
            "column 'revenue_y1' needs its unit in the name: revenue_y1_fen",
        ),
        (
            lambda df: df.withColumn("province_rank", df.province_rank.cast("string")),
            {"keep": "office"},
            InvalidValueError,
            r"column province_rank is of type utf8 \(u\); an integer, decimal128 or float64 column is wanted",
        ),
        (
            lambda df: df.withColumnRenamed("office", "Verdict"),
            {"keep": "Verdict"},
            InvalidValueError,
            "the result would have columns 'Verdict' and 'verdict', which are one name to Spark: rename one of them",
        ),
        (
            lambda df: df.select("*", df.id),
            {"keep": "office"},
            InvalidValueError,
            "df has columns 'id' and 'id', which are one name to Spark",
        ),
        (
            lambda df: df.withColumn("revenue_y1_wan", df.office),
            {"keep": "office"},
            InvalidValueError,
            "revenue_y1_wan",
        ),
        (lambda df: df, {"keep": "office", "assume": "jugement"}, UnknownNameError, "did you mean 'judgement'"),
    ],
    ids=["no fact", "no facts", "kept", "unit", "type", "clash", "twice", "two units", "assume"],
)
def test_what_cannot_be_judged_is_refused_before_a_job_runs(firms, change, options, error, message):
    with pytest.raises(error, match=message):
        assess(change(firms), REPORTED, **options)


def test_no_such_rules(firms):
    with pytest.raises(UnknownNameError, match=r"did you mean 'cn\.little-giant\.2022'"):
        assess(firms, "cn.little-gaint.2022")


def test_what_is_no_dataframe_of_spark(county):
    with pytest.raises(WrongTypeError, match="takes a DataFrame of Spark, not a Table; assess_table"):
        assess(county[0], REPORTED)


@pytest.mark.parametrize("package", ["pyspark", "pyarrow", "pandas"])
def test_a_missing_package_is_named(monkeypatch, firms, package):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(LittleGiantError, match=rf"pip install 'littlegiant\[spark\]' \(.*{package}"):
        assess(firms, REPORTED)


def test_an_executor_with_another_build_is_refused(monkeypatch, firms):
    monkeypatch.setattr(littlegiant, "__version__", "99.0")
    result = assess(firms, REPORTED, keep="office")
    with pytest.raises(PythonException, match=r"this executor has littlegiant \d.*, the driver littlegiant 99\.0 "):
        result.collect()
