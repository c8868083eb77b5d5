# SPDX-License-Identifier: Apache-2.0
"""NumPy: int64 arrays, block by block so that what is in between stays in the cache.

NumPy has no unknown: a base of zero or less counts as not met, and a null would be whatever stands
below it, so this peer runs without nulls only. Growth does not fit int64 (y1 * y3 of ordinary
enterprises exceeds it), so it is float64, as most would write it.
"""

import numpy as np

import peer
from rules import Row
from translate import Translation, above

BLOCK = 1 << 15  # the fastest of 2^12 to 2^20


class Numpy(Translation):
    def __init__(self, ruleset, facts: dict[str, np.ndarray]):
        super().__init__(ruleset)
        self.facts = facts
        self.done: dict[str, np.ndarray] = {}

    def fact(self, name: str) -> np.ndarray:
        return self.facts[name]

    def earlier(self, name: str) -> np.ndarray:
        return self.done[name]

    def growth(self, row: Row) -> np.ndarray:
        y1, y2, y3 = map(self.fact, row.facts)
        rate = (y1 / y2 + y2 / y3) / 2 - 1
        return (y2 > 0) & (y3 > 0) & (rate >= row.bound / row.denominator)

    def size(self, row: Row) -> np.ndarray:
        """The limits of the enterprise's own sector, looked up; a limit below every value where it has none."""
        sector = self.fact("size_sector") - 1
        none = np.iinfo(np.int64).min
        limits = {name: np.array([sector.get(name, none) for sector in above(row)]) for name in row.facts[1:]}
        small = [self.fact(name) < limits[name][sector] for name in limits]
        return small[0] | small[1] | small[2]


def judge(dataset, facts: dict[str, np.ndarray], out: dict[str, np.ndarray]) -> None:
    for start in range(0, dataset.rows, BLOCK):
        block = slice(start, min(start + BLOCK, dataset.rows))
        numpy = Numpy(dataset.ruleset, {name: values[block] for name, values in facts.items()})
        for name, column in numpy.in_order():
            numpy.done[name] = column
            out[name][block] = column


def main() -> None:
    dataset, repeat, path = peer.arguments()
    assert not dataset.permille, "NumPy's integers cannot be null"
    np.seterr(divide="ignore", invalid="ignore")
    facts = {name: np.array(dataset.values(name)) for name in dataset.names}
    probe = Numpy(dataset.ruleset, {name: values[:1] for name, values in facts.items()})
    for name, column in probe.in_order():
        probe.done[name] = column
    out = {name: np.empty(dataset.rows, dtype=bool) for name in probe.done}
    seconds, _ = peer.clock(repeat, lambda: judge(dataset, facts, out))
    peer.write(path, [peer.code(out[f"c{row.index}"], None, out.get(f"n{row.index}")) for row in dataset.ruleset.rows])
    peer.finish(seconds, np.__version__, f"int64 arrays to boolean arrays in memory, {BLOCK} rows at a time")


if __name__ == "__main__":
    main()
