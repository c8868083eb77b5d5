# SPDX-License-Identifier: Apache-2.0
"""seine-rs, its column layer: expressions over Arrow columns with SQL's three-valued logic, evaluated in Rust.

Its integers are 64 bits wide and an overflow is an error, so growth is in float64.
"""

import numpy as np
import pyarrow as pa
import seine_rs
from seine_rs.derive import Expr, col, if_else, with_columns

import peer
from rules import Row
from translate import Translation

NULL = "unknown"  # a column of nulls: there is no null literal


class Seine(Translation):
    has_null = True

    def fact(self, name: str) -> Expr:
        return col(name)

    def earlier(self, name: str) -> Expr:
        return col(name)

    def where(self, condition: Expr, value: Expr) -> Expr:
        return if_else(condition, value, col(NULL))

    def is_false(self, verdict: Expr) -> Expr:
        return ~verdict.fill_null(True)

    def growth(self, row: Row) -> Expr:
        y1, y2, y3 = (col(name).cast("f64") for name in row.facts)
        rate = (y1 / y2 + y2 / y3) / 2.0 - 1.0
        return if_else((y2 > 0.0) & (y3 > 0.0), rate >= row.bound / row.denominator, col(NULL))


def judge(table: pa.Table, layers: list[dict[str, Expr]]):
    for layer in layers:
        table = with_columns(table, **layer)
    return table


def plane(result: pa.Table, i: int) -> np.ndarray:
    met = result.column(f"c{i}")
    lapsed = result.column(f"n{i}").to_numpy() if f"n{i}" in result.column_names else None
    return peer.code(met.fill_null(False).to_numpy(), met.is_valid().to_numpy(), lapsed)


def main() -> None:
    dataset, repeat, path = peer.arguments()
    table = dataset.arrow().append_column(NULL, pa.nulls(dataset.rows, pa.bool_()))
    layers = Seine(dataset.ruleset).layers()
    seconds, result = peer.clock(repeat, lambda: judge(table, layers))
    verdicts = pa.table(result)
    peer.write(path, [plane(verdicts, row.index) for row in dataset.ruleset.rows])
    peer.finish(seconds, seine_rs.__version__, "Arrow int64 columns to Arrow booleans in memory")


if __name__ == "__main__":
    main()
