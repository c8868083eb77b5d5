# SPDX-License-Identifier: Apache-2.0
"""Invented enterprises that stand densely on the bounds of a rule set.

For every condition: values on its bound, one unit below and one above; ratios and sums exactly on
their bound and one unit off; growth rates that are exact ties (-8.5 % and then +18.5 %); ends of the
facts' ranges, zero and negative bases; and broad values besides. About a third of the enterprises
lean to the side that qualifies, so that every verdict occurs. Whole numbers only, no floating point;
the same seed gives the same bytes whatever the machine.

    python data.py RULESET ROWS FOLDER [--all-facts]

writes FOLDER/<fact>.i64 (int64, canonical unit), FOLDER/<fact>.<permille>.bits (which values are known when
50 or 500 in a thousand are not: one bit each, least significant first, as in Arrow) and FOLDER/data.json. A
value stands below every null, so that a reader who looks at it is found out.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import pyarrow as pa

import rules
from rules import Fact, Row, Ruleset

SEED = 20220801
CHUNK = 1 << 20
PERMILLES = (50, 500)  # shares of unknown values that are written
Columns = dict[str, np.ndarray]


# ------------------------------------------------------------------------------------- single facts

def broad(fact: Fact, n: int, rng: np.random.Generator) -> np.ndarray:
    """Values over the whole span that a register would hold, small ones as often as large ones."""
    if fact.unit == "fen":
        yuan = rng.integers(1000, 10_000, n) * 10 ** rng.integers(2, 7, n)
        fen = yuan * 100 + rng.integers(0, 100, n) * rng.integers(0, 2, n)
        return np.where((rng.integers(0, 20, n) == 0) & (fact.minimum < 0), -fen, fen)
    if fact.unit == "count":
        return np.clip(rng.integers(0, 2 * 10 ** rng.integers(1, 5, n)), fact.minimum, fact.maximum)
    return rng.integers(fact.minimum, min(fact.maximum, 240 if fact.unit == "months" else 10_000) + 1, n)


def bounds(row: Row) -> list[int]:
    """The whole numbers at which a test of single facts changes."""
    if row.kind in ("value", "flag"):
        high = [row.bound_high] if row.bound_high else []
        return [bound // row.denominator for bound in (row.bound, *high)]
    return [row.points] if row.kind == "points-value" else []


def edges(fact: Fact, ruleset: Ruleset) -> np.ndarray:
    """On every bound, one below and one above."""
    at = [b for row in ruleset.leaves if fact.name in row.facts for b in bounds(row)]
    if any(row.kind == "sme-size" for row in ruleset.leaves):
        at += [limits[fact.name] for sector in rules.size_limits() for limits in sector.values() if fact.name in limits]
    near = {value + off for value in at for off in (-1, 0, 1)}
    return np.array(sorted(v for v in near if fact.minimum <= v <= fact.maximum), dtype=np.int64)


def single(fact: Fact, ruleset: Ruleset, n: int, rng: np.random.Generator) -> np.ndarray:
    values = broad(fact, n, rng)
    near = edges(fact, ruleset)
    if len(near):
        values = np.where(rng.integers(0, 10, n) < 4, rng.choice(near, n), values)
    ends = rng.choice(np.array([fact.minimum, max(fact.minimum, 0), fact.maximum]), n)
    return np.where(rng.integers(0, 500, n) == 0, ends, values)


# ----------------------------------------------------------------------------------- related facts

def put(columns: Columns, name: str, where: np.ndarray, values: np.ndarray) -> None:
    """Writes values that lie within the fact's range, and leaves the others as they are."""
    fact = rules.facts()[name]
    where = where & (values >= fact.minimum) & (values <= fact.maximum)
    columns[name] = np.where(where, values, columns[name])


def offsets(n: int, rng: np.random.Generator) -> np.ndarray:
    return rng.integers(-1, 2, n)


def tie_ratio(row: Row, columns: Columns, where: np.ndarray, rng: np.random.Generator) -> None:
    a, b = row.facts
    base = columns[b]
    put(columns, b, where & (base > 0), base - base % row.denominator)
    tie = columns[b] // row.denominator * row.bound
    put(columns, a, where & (columns[b] > 0), tie + offsets(len(base), rng))


def broad_ratio(row: Row, columns: Columns, where: np.ndarray, rng: np.random.Generator) -> None:
    a, b = row.facts
    base = columns[b]
    share = rng.integers(0, 2000 * row.bound // row.denominator + 1, len(base))
    put(columns, a, where & (base > 0), base // 1000 * share)


def tie_mean_growth(row: Row, columns: Columns, where: np.ndarray, rng: np.random.Generator) -> None:
    """y3 = m * 10^6, then rates of d1 and d2 thousandths whose sum is exactly twice the bound."""
    n = len(where)
    y1, y2, y3 = row.facts
    twice = 2000 * row.bound // row.denominator
    m = rng.integers(1, 100, n) * 10 ** rng.integers(1, 6, n)
    d1 = rng.integers(-300, 301, n)
    put(columns, y3, where, m * 1_000_000)
    put(columns, y2, where, m * 1000 * (1000 + d1))
    put(columns, y1, where, m * (1000 + d1) * (1000 + twice - d1) + offsets(n, rng))


def tie_compound_growth(row: Row, columns: Columns, where: np.ndarray, rng: np.random.Generator) -> None:
    n = len(where)
    y1, y3 = row.facts
    m = rng.integers(1, 100, n) * 10 ** rng.integers(1, 8, n)
    put(columns, y3, where, m * row.denominator**2)
    put(columns, y1, where, m * (row.denominator + row.bound) ** 2 + offsets(n, rng))


def tie_total(row: Row, columns: Columns, where: np.ndarray, rng: np.random.Generator) -> None:
    *others, last = row.facts
    rest = sum(columns[name] for name in others)
    put(columns, last, where, row.bound // row.denominator - rest + offsets(len(where), rng))


TIES = {"ratio": tie_ratio, "mean-growth": tie_mean_growth, "compound-growth": tie_compound_growth,
        "total": tie_total}


def relate(ruleset: Ruleset, columns: Columns, rng: np.random.Generator) -> None:
    """In an order that changes from chunk to chunk, since a later tie may undo an earlier one."""
    related = [row for row in ruleset.leaves if row.kind in TIES]
    for i in rng.permutation(len(related)):
        row = related[i]
        pick = rng.integers(0, 10, len(columns[row.facts[0]]))
        if row.kind == "ratio":
            broad_ratio(row, columns, pick < 4, rng)
        TIES[row.kind](row, columns, pick >= 7, rng)


# -------------------------------------------------------------------------- enterprises that qualify

def toward(row: Row, columns: Columns, where: np.ndarray, rng: np.random.Generator) -> None:
    """Moves facts just far enough that the condition is met."""
    name = row.facts[0]
    now = columns[name]
    low, high = row.bound // row.denominator, row.bound_high // row.denominator
    if row.kind in ("value", "flag"):
        meets = {"ge": np.maximum(now, low), "gt": np.maximum(now, low + 1), "le": np.minimum(now, low),
                 "lt": np.minimum(now, low - 1), "between": np.clip(now, low, high)}
        put(columns, name, where, meets.get(row.op, np.full_like(now, low)))
    elif row.kind == "ratio":
        base = columns[row.facts[1]]
        at = base // row.denominator * row.bound
        put(columns, name, where & (base > 0), np.minimum(now, at) if row.op in ("le", "lt") else
            np.maximum(now, at + row.bound))
    elif row.kind == "mean-growth":
        y2 = columns[row.facts[1]]
        put(columns, row.facts[2], where & (y2 > 0), y2)
        put(columns, name, where, np.maximum(now, y2 + 2 * (y2 // row.denominator + 1) * row.bound))
    elif row.kind == "sme-size":
        put(columns, "employees", where, columns["employees"] % 200 + 1)
        put(columns, "size_sector", where, rng.choice(np.array([2, 6, 8, 14]), len(where)))


def lean(ruleset: Ruleset, columns: Columns, rng: np.random.Generator) -> None:
    """A third of the enterprises: nearly every condition met, some alternatives left open."""
    n = len(next(iter(columns.values())))
    leaning = rng.integers(0, 3, n) == 0
    for row in ruleset.leaves:
        if ruleset.is_guard(row):
            continue
        under_any = ruleset.rows[row.parent].kind in ("any", "best", "at-least", "sum")
        keep = rng.integers(0, 1000, n) < (700 if under_any else 990)
        toward(row, columns, leaning & keep, rng)


# -------------------------------------------------------------------------------------------- files

def chunk(ruleset: Ruleset, names: list[str], start: int, n: int) -> Columns:
    rng = np.random.Generator(np.random.PCG64([SEED, start]))
    columns = {name: single(rules.facts()[name], ruleset, n, rng) for name in names}
    relate(ruleset, columns, rng)
    lean(ruleset, columns, rng)
    return columns


def known_bits(permille: int, start: int, index: int, n: int) -> np.ndarray:
    rng = np.random.Generator(np.random.PCG64([SEED + permille, start, index]))
    return np.packbits(rng.integers(0, 1000, n) >= permille, bitorder="little")


def append(path: Path, values: np.ndarray) -> None:
    with open(path, "ab") as file:
        values.tofile(file)


def generate(id: str, rows: int, folder: Path, all_facts: bool = False) -> None:
    """Writes the files, a chunk at a time, unless they stand there already."""
    done = folder / "data.json"
    if done.exists():
        return
    ruleset = rules.ruleset(id)
    names = list(rules.facts()) if all_facts else ruleset.facts
    folder.mkdir(parents=True, exist_ok=True)
    for file in (*folder.glob("*.i64"), *folder.glob("*.bits")):
        file.unlink()
    for start in range(0, rows, CHUNK):
        columns = chunk(ruleset, names, start, min(CHUNK, rows - start))
        for index, name in enumerate(names):
            append(folder / f"{name}.i64", columns[name].astype("<i8"))
            for permille in PERMILLES:
                append(folder / f"{name}.{permille}.bits", known_bits(permille, start, index, len(columns[name])))
    done.write_text(json.dumps({"ruleset": id, "rows": rows, "seed": SEED, "facts": names}, indent=1) + "\n")


def narrow_type(fact: Fact) -> pa.DataType:
    """The smallest usual type that holds the fact's documented range."""
    if fact.unit == "flag":
        return pa.bool_()
    for bits in (8, 16, 32):
        if -(1 << bits - 1) <= fact.minimum and fact.maximum < 1 << bits - 1:
            return {8: pa.int8(), 16: pa.int16(), 32: pa.int32()}[bits]
    return pa.int64()


def table(ruleset: Ruleset, start: int, n: int, permille: int) -> pa.Table:
    """Enterprises with their number as `id` and a column per fact that the rule set reads, in the smallest types."""
    columns = chunk(ruleset, ruleset.facts, start, n)

    def column(index: int, name: str) -> pa.Array:
        validity = pa.py_buffer(known_bits(permille, start, index, n))
        wide = pa.Array.from_buffers(pa.int64(), n, [validity, pa.py_buffer(columns[name].astype("<i8"))])
        return wide.cast(narrow_type(rules.facts()[name]))

    facts = {rules.facts()[name].column: column(index, name) for index, name in enumerate(ruleset.facts)}
    return pa.table({"id": np.arange(start, start + n), **facts})


class Dataset:
    """The files of a folder, mapped into memory. permille: so many in a thousand values count as unknown."""

    def __init__(self, folder: Path, permille: int = 0, rows: int | None = None):
        self.folder = folder
        self.permille = permille
        told = json.loads((folder / "data.json").read_text())
        self.ruleset: Ruleset = rules.ruleset(told["ruleset"])
        self.names: list[str] = told["facts"]
        self.rows: int = min(rows or told["rows"], told["rows"])

    def values(self, name: str) -> np.ndarray:
        return np.memmap(self.folder / f"{name}.i64", "<i8", "r")[: self.rows]

    def bits(self, name: str) -> np.ndarray:
        return np.memmap(self.folder / f"{name}.{self.permille}.bits", np.uint8, "r")[: (self.rows + 7) // 8]

    def known(self, name: str) -> np.ndarray:
        if not self.permille:
            return np.ones(self.rows, dtype=bool)
        return np.unpackbits(self.bits(name), count=self.rows, bitorder="little").astype(bool)

    def arrow(self, narrow: bool = False) -> pa.Table:
        """The columns without a copy; narrow: in the smallest type that holds each fact's range, flags as bits."""
        def column(name: str) -> pa.Array:
            validity = pa.py_buffer(self.bits(name)) if self.permille else None
            wide = pa.Array.from_buffers(pa.int64(), self.rows, [validity, pa.py_buffer(self.values(name))])
            return wide.cast(narrow_type(rules.facts()[name])) if narrow else wide
        return pa.table({name: column(name) for name in self.names})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("ruleset")
    parser.add_argument("rows", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all-facts", action="store_true", help="every fact of the library, not only those it reads")
    options = parser.parse_args()
    generate(options.ruleset, options.rows, options.folder, options.all_facts)


if __name__ == "__main__":
    main()
