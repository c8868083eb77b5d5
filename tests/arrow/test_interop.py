# SPDX-License-Identifier: Apache-2.0
"""Tables from one Arrow implementation, judged, and read by another."""
import gc
from decimal import Decimal

import duckdb
import littlegiant_arrow as lg
import nanoarrow
import pandas
import polars
import pyarrow as pa
import pytest

RULES = "cn.little-giant.2020-reported"

# Four requirements: title, revenue above 100 million yuan, rank among the first 3, one business on a system.
TABLE = pa.table({
    "id": ["a", "b", "c", "d", "e"],
    "region": pa.array(["泉州", "福州", "泉州", None, "福州"]).dictionary_encode(),
    "revenue_y1_yuan": pa.array([Decimal("100000000.010"), Decimal("100000000.000"), None, Decimal("0.001"),
                                 Decimal("100000000.010")], pa.decimal128(20, 3)),
    "srdi_title": [True, True, None, False, True],
    "province_rank": pa.array([3, 4, 2, 2, 1], pa.int8()),
    "it_supported_businesses": pa.array([1, None, 1, 1, None], pa.uint32()),
})
WORDS = ["verdict", "srdi-title", "revenue", "province-rank", "it-support"]
NULLS = dict.fromkeys(WORDS + ["missing", "assumed"])


def judged(words, missing, assumed):
    return dict(zip(WORDS, words.split()), missing=missing, assumed=assumed, error=None)


EXPECTED = [
    {"id": "a", "region": "泉州", **judged("met met met met met", [], [])},
    {"id": "b", "region": "福州", **judged("not_met met not_met not_met met", [], [])},
    {"id": "c", "region": "泉州", **judged("unknown unknown unknown met met", ["revenue_y1", "srdi_title"], [])},
    {"id": "d", "region": None, **NULLS,
     "error": "column revenue_y1_yuan, row 3: 0.001 is not a whole number of fen"},
    {"id": "e", "region": "福州", **judged("met met met met met", [], ["it_supported_businesses"])},
]

PRODUCERS = {
    "pyarrow": lambda table: table,
    "pyarrow, 3 chunks": lambda table: pa.concat_tables([table.slice(0, 1), table.slice(1, 0), table.slice(1)]),
    "pyarrow reader": lambda table: table.to_reader(max_chunksize=2),
    "polars": lambda table: polars.DataFrame(table),
    "duckdb": lambda rows: duckdb.connect().sql("from rows"),
    "pandas": lambda table: table.to_pandas(types_mapper=pandas.ArrowDtype),
    "nanoarrow": lambda table: nanoarrow.ArrayStream(table),
}

CONSUMERS = {
    "pyarrow": lambda stream: pa.table(stream).to_pylist(),
    "polars": lambda stream: polars.DataFrame(stream).to_dicts(),
    "duckdb": lambda stream: duckdb.connect().sql("from stream").to_arrow_table().to_pylist(),
    "pandas": lambda stream: pa.table(pandas.DataFrame.from_arrow(stream)).to_pylist(),
    "nanoarrow": lambda stream: nanoarrow.Array(stream).to_pylist(),
}


def judge(table):
    return lg.evaluate_stream(RULES, table, lg.MISSING, {"it_supported_businesses": 1})


@pytest.mark.parametrize("consumer", CONSUMERS)
@pytest.mark.parametrize("producer", PRODUCERS)
def test_every_producer_and_consumer(producer, consumer):
    assert CONSUMERS[consumer](judge(PRODUCERS[producer](TABLE))) == EXPECTED


def test_result_is_valid_by_pyarrow():
    result = pa.table(lg.evaluate_stream("cn.little-giant.2022", TABLE, lg.REASONS | lg.POINTS | lg.MISSING))
    result.validate(full=True)
    assert result.num_rows == TABLE.num_rows


def test_batch_and_its_slices():
    batch = TABLE.combine_chunks().to_batches()[0]
    for offset in range(batch.num_rows + 1):
        for length in range(batch.num_rows - offset + 1):
            result = pa.record_batch(lg.evaluate(RULES, batch.slice(offset, length), lg.MISSING,
                                                 {"it_supported_businesses": 1}))
            result.validate(full=True)
            expected = [dict(row) for row in EXPECTED[offset:offset + length]]
            for row in expected:
                row["error"] = row["error"] and row["error"].replace("row 3", f"row {3 - offset}")
            assert result.to_pylist() == expected


@pytest.mark.parametrize("type", [pa.int8(), pa.int16(), pa.int32(), pa.int64(), pa.uint8(), pa.uint16(), pa.uint32(),
                                  pa.uint64(), pa.float64(), pa.decimal128(5), pa.decimal128(7, 2)], ids=str)
def test_types_of_a_fact(type):
    ranks = pa.array([Decimal(3), Decimal(4), None, Decimal(0)], pa.decimal128(38, 2)).cast(type)
    result = pa.table(lg.evaluate_stream(RULES, pa.table({"province_rank": ranks})))
    zero = "0.00" if type == pa.decimal128(7, 2) else "0"
    assert result["province-rank"].to_pylist() == ["met", "not_met", "unknown", None]
    assert result["error"].to_pylist()[3] == f"column province_rank, row 3: {zero} is out of range, from 1 to 1000000"


@pytest.mark.parametrize("array, message", [
    (pa.array(["1"]), "column province_rank is of type utf8 (u); an integer, decimal128 or float64 column is wanted"),
    (pa.array([1], pa.float32()),
     "column province_rank is of type float32 (f); an integer, decimal128 or float64 column is wanted"),
    (pa.array([1], pa.int64()).dictionary_encode(),
     "column province_rank is of type int32 (i) and dictionary-encoded; decode it"),
])
def test_types_that_are_refused(array, message):
    with pytest.raises(lg.Error) as refused:
        lg.evaluate_stream(RULES, pa.table({"province_rank": array}))
    assert refused.value.args == ("LG_E_ARGUMENT", message)


def test_error_of_the_producer_is_passed_on():
    def batches():
        yield TABLE.to_batches()[0]
        raise ValueError("the well is dry")

    reader = pa.RecordBatchReader.from_batches(TABLE.schema, batches())
    result = pa.RecordBatchReader.from_stream(lg.evaluate_stream(RULES, reader))
    assert result.read_next_batch().num_rows == TABLE.num_rows
    with pytest.raises(Exception, match="the well is dry"):
        result.read_next_batch()


def test_a_label_outlives_everything_else_and_nothing_leaks():
    gc.collect()
    before = pa.total_allocated_bytes()
    label = pa.table(judge(pa.concat_tables([TABLE] * 10000).combine_chunks()))["id"]
    gc.collect()
    assert label.chunk(0).slice(0, 5).to_pylist() == ["a", "b", "c", "d", "e"]
    assert 0 < pa.total_allocated_bytes() - before < 2 * label.nbytes
    del label
    gc.collect()
    assert pa.total_allocated_bytes() == before
