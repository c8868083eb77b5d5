# SPDX-License-Identifier: Apache-2.0
"""Holds every verdict of every criterion against DuckDB's three-valued logic.

For each rule set the same invented enterprises are judged by the column engine, by `littlegiant screen`,
and by SQL that is written from the rule set's reflection (sql.py). Every verdict and every criterion's points
are compared; a difference is printed with the enterprise's facts, and the exit status is then 1.

    python oracle.py [--rows N] [RULESET ...]
"""

import argparse
import subprocess
import sys
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow.csv as pacsv

import data
import rules
import sql

WORK = rules.ROOT / "build/bench"
ENGINE = rules.ROOT / "build/release/bench/bench_columns"
WORDS = ("unknown", "met", "not_met", "not_applicable")


@dataclass
class Judged:
    """Of every criterion (first index) and enterprise: the verdict's number, and the points it earns."""

    verdicts: np.ndarray
    low: np.ndarray | None = None
    high: np.ndarray | None = None


def judged_by_sql(dataset: data.Dataset) -> Judged:
    query = sql.Query(dataset.ruleset)
    rows = dataset.ruleset.rows
    columns = [f"{query.code(row)} AS v{row.index}" for row in rows]
    columns += [f"{query.points(row, end)} AS {name}{row.index}" for row in rows for end, name in (("l", "low"), ("h", "high"))]
    with duckdb.connect() as connection:
        connection.register("enterprises", dataset.arrow())
        told = connection.sql(query.select("enterprises", columns)).fetchnumpy()
    return Judged(*(np.stack([np.ma.getdata(told[f"{name}{row.index}"]) for row in rows])
                    for name in ("v", "low", "high")))


def judged_by_engine(dataset: data.Dataset) -> Judged:
    """The column engine: bench_columns writes verdicts, points for certain and points still possible."""
    planes = WORK / "oracle.planes"
    subprocess.run([ENGINE, "-r", dataset.ruleset.id, "-d", dataset.folder, "-n", str(dataset.rows), "-u",
                    str(dataset.permille), "-o", "vcp", "-i", "0", "-p", planes], check=True, stdout=subprocess.DEVNULL)
    shape = (len(dataset.ruleset.rows), dataset.rows)
    cells = shape[0] * shape[1]
    return Judged(np.memmap(planes, np.uint8, "r", 0, shape), np.memmap(planes, "<i4", "r", cells, shape),
                  np.memmap(planes, "<i4", "r", cells * 5, shape))


def judged_by_screen(dataset: data.Dataset) -> Judged:
    """The same from the program, through CSV."""
    table = dataset.arrow()
    table = table.rename_columns([rules.facts()[name].column for name in table.column_names])
    enterprises, result = WORK / "oracle.csv", WORK / "oracle.screened.csv"
    pacsv.write_csv(table, enterprises, pacsv.WriteOptions(quoting_style="none"))
    subprocess.run([rules.PROGRAM, "screen", "--rules", dataset.ruleset.id, enterprises, "-o", result],
                   check=True, stderr=subprocess.DEVNULL)
    verdicts = pacsv.read_csv(result)
    codes = {word: code for code, word in enumerate(WORDS)}
    names = ["verdict"] + [row.id for row in dataset.ruleset.rows[1:]]
    return Judged(np.stack([_codes(verdicts.column(name), codes) for name in names]))


def _codes(column, codes: dict[str, int]) -> np.ndarray:
    words = column.combine_chunks().dictionary_encode()
    table = np.array([codes[word] for word in words.dictionary.to_pylist()], dtype=np.uint8)
    return table[words.indices.to_numpy()]


def tell(dataset: data.Dataset, row: rules.Row, what: str, library: np.ndarray, oracle: np.ndarray) -> None:
    """The first difference on a criterion, with the facts below it."""
    differ = np.flatnonzero(library != oracle)
    at = differ[0]
    print(f"  {row.id}: {what} differ in {len(differ)} enterprises; in number {at} library {library[at]}, "
          f"SQL {oracle[at]}")
    below, names = [row.index], []
    while below:
        below += dataset.ruleset.rows[below[0]].children
        names += dataset.ruleset.rows[below.pop(0)].facts
    for name in dict.fromkeys(names):
        print(f"    {name} = {dataset.values(name)[at] if dataset.known(name)[at] else 'unknown'}")


def differences(dataset: data.Dataset, library: Judged, oracle: Judged) -> int:
    count = 0
    for what in ("verdicts", "low", "high"):
        mine, other = getattr(library, what), getattr(oracle, what)
        for row in dataset.ruleset.rows if mine is not None else ():
            differ = int((mine[row.index] != other[row.index]).sum())
            if differ:
                tell(dataset, row, what, mine[row.index], other[row.index])
            count += differ
    return count


def compare(dataset: data.Dataset) -> int:
    """Number of cells in which engine or program differ from the oracle."""
    oracle = judged_by_sql(dataset)
    found = sum(differences(dataset, judge(dataset), oracle) for judge in (judged_by_engine, judged_by_screen))
    counts = np.bincount(oracle.verdicts[0], minlength=len(WORDS))
    overall = ", ".join(f"{count} {word}" for word, count in zip(WORDS, counts) if count)
    print(f"{dataset.ruleset.id}: {dataset.rows} enterprises, {dataset.permille / 10:g} % of their facts unknown, "
          f"{oracle.verdicts.size} verdicts, {found} differences; overall {overall}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("rulesets", nargs="*", metavar="RULESET", help="all of them if none is named")
    parser.add_argument("--rows", type=int, default=50_000)
    options = parser.parse_args()
    found = 0
    for id in options.rulesets or rules.ruleset_ids():
        folder = WORK / f"data/{id}-{options.rows}"
        data.generate(id, options.rows, folder)
        for permille in (0, *data.PERMILLES):
            found += compare(data.Dataset(folder, permille))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
