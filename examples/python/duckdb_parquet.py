#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A Parquet file larger than memory: SQL reads it, the library judges it batch by batch, SQL writes and sums up.

python3 duckdb_parquet.py RULES IN.parquet OUT.parquet
python3 duckdb_parquet.py --make COPIES county.csv IN.parquet     invented enterprises to try it on

DuckDB keeps to its limit, and of all else a few batches are held. tests/python/check_large_parquet.py watches that:
4 million enterprises, 1,802 MiB when decoded, took a peak of 210 MiB, Python and all libraries included.
"""

import sys

import duckdb
from littlegiant import assess_table, facts

BATCH = 4096  # enterprises that are judged at once
ROW_GROUP = 20480  # verdicts that are written at once; DuckDB's own 122,880 take too much of this memory


def connect() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config={"memory_limit": "256MB", "threads": 2})


def judge(rules: str, source: str, target: str) -> None:
    connection = connect()
    # Any SQL will do here, connection.sql("select ..."), that gives facts and labels and no other columns.
    enterprises = connection.read_parquet(source)
    verdicts = assess_table(enterprises.to_arrow_reader(BATCH), rules)
    # Over another connection to the same database, for the first one is busy with reading.
    connection.cursor().from_arrow(verdicts).write_parquet(target, row_group_size=ROW_GROUP)


def sum_up(target: str) -> None:
    judged = connect().read_parquet(target)
    print(judged.aggregate("verdict, count(*) as enterprises, count(error) as in_error").order("verdict"))
    print("What is missing where the verdict is open, most often first:")
    missing = judged.filter("verdict = 'unknown'").project("unnest(missing) as fact")
    print(missing.aggregate("fact, count(*) as enterprises").order("enterprises desc, fact").limit(10))


def make(copies: int, county: str, target: str) -> None:
    """The enterprises of a CSV file again and again, each time with revenues of their own."""
    amounts = {column: "DECIMAL(18, 2)" for fact in facts() for column in fact.columns if fact.unit.suffix}
    connection = connect()
    columns = connection.read_csv(county, all_varchar=True).columns
    firms = connection.read_csv(county, dtype={column: amounts[column] for column in columns if column in amounts})
    revenue = "(revenue_y1_yuan * (80 + hash(id, copy) % 41) / 100)::decimal(18, 2)"
    changed = f"* exclude copy replace (id || '-' || copy as id, {revenue} as revenue_y1_yuan)"
    numbers = connection.sql(f"from range({copies}) copies(copy)")
    firms.cross(numbers).project(changed).write_parquet(target, row_group_size=ROW_GROUP)


if __name__ == "__main__":
    if sys.argv[1] == "--make":
        make(int(sys.argv[2]), *sys.argv[3:])
    else:
        judge(*sys.argv[1:])
        sum_up(sys.argv[3])
