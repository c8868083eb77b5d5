# SPDX-License-Identifier: Apache-2.0
"""DuckDB on one thread: its own table in memory, SQL from sql.py, result as Arrow booleans.

With --narrow, columns of the smallest type that holds each fact's range, and flags as BOOLEAN."""

import sys

import duckdb
import numpy as np
import pyarrow as pa

import peer
import sql


def booleans(column: pa.ChunkedArray) -> tuple[np.ndarray, np.ndarray]:
    """Values and which of them are not null."""
    return column.fill_null(False).to_numpy(), column.is_valid().to_numpy()


def plane(result: pa.Table, i: int) -> np.ndarray:
    lapsed = booleans(result.column(f"n{i}"))[0] if f"n{i}" in result.column_names else None
    return peer.code(*booleans(result.column(f"c{i}")), lapsed)


def main() -> None:
    dataset, repeat, path = peer.arguments()
    connection = duckdb.connect(config={"threads": 1})
    narrow = "--narrow" in sys.argv
    connection.register("arrow", dataset.arrow(narrow))
    connection.execute("CREATE TABLE enterprises AS SELECT * FROM arrow")
    query = sql.Query(dataset.ruleset, narrow)
    text = query.select("enterprises", query.names())
    seconds, result = peer.clock(repeat, lambda: connection.sql(text).to_arrow_table())
    peer.write(path, [plane(result, row.index) for row in dataset.ruleset.rows])
    types = "narrow types" if narrow else "BIGINT"
    peer.finish(seconds, duckdb.__version__, f"table of {types} in memory to Arrow booleans in memory; one thread")


if __name__ == "__main__":
    main()
