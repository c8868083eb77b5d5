# SPDX-License-Identifier: Apache-2.0
"""A file of enterprises from CSV to CSV: `littlegiant screen` beside DuckDB on one thread.

The file has id, name and region and every fact that the library knows, money in fen, 5 % of the cells
empty. DuckDB is told the columns' types, judges by the SQL of sql.py and writes the same columns, but
for `missing`, which it does not know. The verdicts of both are then compared.

    python screen.py ROWS
"""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

import data
import rules
import sql

RULESET = "cn.little-giant.2022"
WORK = rules.ROOT / "build/bench"
LABELS = ("id", "name", "region")
PERMILLE = 50
REGIONS = ("110000", "310000", "330100", "350502", "440300", "510100")


def labels(rows: int) -> dict[str, pa.Array]:
    number = pa.array(range(1, rows + 1), pa.int64()).cast(pa.string())
    regions = pa.array(REGIONS).take(pa.array(np.arange(rows) % len(REGIONS)))
    return {"id": number, "name": pc.binary_join_element_wise("企业", number, "有限公司", ""), "region": regions}


def write(table: pa.Table, file: Path) -> None:
    """Facts under the names of their columns, labels in front."""
    table = table.rename_columns([rules.facts()[name].column for name in table.column_names])
    for name, column in reversed(labels(len(table)).items()):
        table = table.add_column(0, name, column)
    pacsv.write_csv(table, file, pacsv.WriteOptions(quoting_style="none", quoting_header="none"))


def contradictions(table: pa.Table) -> set[tuple[str, str]]:
    """Pairs of facts of which the program warns because the first exceeds the second, as it tells of some rows."""
    sample = WORK / "sample.csv"
    write(table.slice(0, 5000), sample)
    told = subprocess.run([rules.PROGRAM, "screen", "--rules", RULESET, sample, "-o", os.devnull], capture_output=True)
    return set(re.findall(r"warning: (\w+) = [^:]*, (\w+) = ", told.stderr.decode()))


def settled(table: pa.Table) -> pa.Table:
    """Without those contradictions, as a register would mostly be: the greater fact is raised."""
    for lesser, greater in sorted(contradictions(table)):
        a, b = table.column(lesser), table.column(greater)
        value = pc.if_else(pc.fill_null(pc.greater(a, b), False), a, b)
        table = table.set_column(table.column_names.index(greater), greater, value)
    return table


def make_file(rows: int) -> Path:
    file = WORK / f"screen-{rows}.csv"
    if not file.exists():
        folder = WORK / f"data/all-facts-{rows}"
        data.generate(RULESET, rows, folder, all_facts=True)
        write(settled(data.Dataset(folder, PERMILLE).arrow()), file)
    return file


def duckdb_statement(file: Path, out: Path) -> str:
    types = {**{label: "VARCHAR" for label in LABELS},
             **{fact.column: sql_type(fact) for fact in rules.facts().values()}}
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
    facts = ", ".join(f"{fact.column} AS {fact.name}" for fact in map(rules.facts().get, ruleset().facts))
    source = (f"(SELECT {', '.join(LABELS)}, {facts} FROM read_csv('{file}', header = true, auto_detect = false, "
              f"delim = ',', columns = {{{columns}}}))")
    query = sql.Query(ruleset(), booleans=True)
    words = [f'{query.word(row)} AS "{row.id if row.index else "verdict"}"' for row in ruleset().rows]
    return f"COPY ({query.select(source, words, LABELS)}) TO '{out}' (HEADER)"


def ruleset() -> rules.Ruleset:
    return rules.ruleset(RULESET)


def sql_type(fact: rules.Fact) -> str:
    narrow = {"bool": "BOOLEAN", "int8": "TINYINT", "int16": "SMALLINT", "int32": "INTEGER", "int64": "BIGINT"}
    return narrow[str(data.narrow_type(fact))]


def peak_of(process: int) -> int:
    """Most memory that a process has held so far, in bytes; 0 once it has ended. What the system tells of an ended process
    includes the memory of the one that started it."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return max((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), default=0)


def timed(command: list[str], processors: set[int]) -> tuple[float, int]:
    """Seconds and peak memory of a process of its own."""
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(command, stderr=errors, preexec_fn=lambda: os.sched_setaffinity(0, processors))
        peak = 0
        while process.poll() is None:
            peak = max(peak, peak_of(process.pid))
            time.sleep(0.002)
        seconds = time.perf_counter() - started
        errors.seek(0)
        if process.returncode != 0:
            raise RuntimeError(f"{command[0]}: {errors.read().decode()[-2000:]}")
    return seconds, peak


def same_verdicts(ours: Path, theirs: Path) -> int:
    """Cells that differ."""
    text = pacsv.ConvertOptions(column_types={name: pa.string() for name in LABELS})
    mine, other = (pacsv.read_csv(path, convert_options=text) for path in (ours, theirs))
    return sum(pc.sum(pc.not_equal(mine.column(name), other.column(name))).as_py() for name in other.column_names)


def measure(rows: int, repeat: int, processors: set[int]) -> dict:
    file = make_file(rows)
    ours, theirs = WORK / "screened.csv", WORK / "duckdb.csv"
    commands = {"littlegiant": [str(rules.PROGRAM), "screen", "--rules", RULESET, str(file), "-o", str(ours)],
                "duckdb": [sys.executable, __file__, "--duckdb", str(file), str(theirs)]}
    runs = {name: [] for name in commands}
    for _ in range(repeat):
        for name, command in commands.items():
            runs[name].append(timed(command, processors))
    result = {"rows": rows, "columns": len(rules.facts()) + len(LABELS), "bytes": file.stat().st_size,
              "differences": same_verdicts(ours, theirs)}
    for name, taken in runs.items():
        result[name] = {"seconds": [seconds for seconds, _ in taken], "peak_bytes": max(peak for _, peak in taken)}
    return result


def main() -> None:
    if sys.argv[1] == "--duckdb":
        duckdb.connect(config={"threads": 1}).execute(duckdb_statement(Path(sys.argv[2]), Path(sys.argv[3])))
        return
    result = measure(int(sys.argv[1]), 3, {max(os.sched_getaffinity(0))})
    json.dump(result, sys.stdout, indent=1)
    print()
    for name in ("littlegiant", "duckdb"):
        print(f"{name}: {statistics.median(result[name]['seconds']):.2f} s, {result[name]['peak_bytes'] >> 20} MiB")


if __name__ == "__main__":
    main()
