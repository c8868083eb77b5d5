# SPDX-License-Identifier: Apache-2.0
"""Polars on one thread: lazy expressions, nulls by Kleene's logic, growth in 128-bit integers."""

import os

os.environ["POLARS_MAX_THREADS"] = "1"  # read when Polars is loaded

import numpy as np
import polars as pl

import peer
from rules import Row
from translate import Translation, above


class Polars(Translation):
    def fact(self, name: str) -> pl.Expr:
        return pl.col(name)

    def earlier(self, name: str) -> pl.Expr:
        return pl.col(name)

    def where(self, condition: pl.Expr, value: pl.Expr) -> pl.Expr:
        return pl.when(condition).then(value)

    def is_false(self, verdict: pl.Expr) -> pl.Expr:
        return ~verdict.fill_null(True)

    def growth(self, row: Row) -> pl.Expr:
        y1, y2, y3 = (pl.col(name).cast(pl.Int128) for name in row.facts)
        twice = y2 * y3 * 2
        return self.where((y2 > 0) & (y3 > 0), self.against(row, y1 * y3 + y2 * y2 - twice, twice))

    def size(self, row: Row) -> pl.Expr:
        """The limits of the enterprise's own sector, looked up; below every value where it has none."""
        sectors = above(row)
        none = np.iinfo(np.int64).min
        small = [self._below(name, [limits.get(name, none) for limits in sectors]) for name in row.facts[1:]]
        every = [pl.any_horizontal(pl.col(name) < limit for name, limit in limits.items()) for limits in sectors]
        settled = pl.when(pl.all_horizontal(every)).then(True).when(~pl.any_horizontal(every)).then(False)
        return pl.when(pl.col("size_sector").is_null()).then(settled).otherwise(pl.any_horizontal(small))

    def _below(self, name: str, limits: list[int]) -> pl.Expr:
        """Of no weight, even when unknown, where the sector does not use the figure."""
        limit = pl.lit(pl.Series(limits)).gather(pl.col("size_sector") - 1)
        return (limit != np.iinfo(np.int64).min) & (pl.col(name) < limit)


def plane(result: pl.DataFrame, i: int) -> np.ndarray:
    met = result.get_column(f"c{i}")
    lapsed = result.get_column(f"n{i}").to_numpy() if f"n{i}" in result.columns else None
    return peer.code(met.fill_null(False).to_numpy(), met.is_not_null().to_numpy(), lapsed)


def main() -> None:
    dataset, repeat, path = peer.arguments()
    assert pl.thread_pool_size() == 1
    frame = pl.from_arrow(dataset.arrow())
    query = frame.lazy()
    layers = Polars(dataset.ruleset).layers()
    for layer in layers:
        query = query.with_columns(**layer)
    query = query.select([name for layer in layers for name in layer])
    seconds, result = peer.clock(repeat, query.collect)
    peer.write(path, [plane(result, row.index) for row in dataset.ruleset.rows])
    peer.finish(seconds, pl.__version__, "data frame of Int64 in memory to booleans in memory; one thread")


if __name__ == "__main__":
    main()
