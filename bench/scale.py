# SPDX-License-Identifier: Apache-2.0
"""What Spark costs around the engine: bench/results/scale.json and the tables of docs/scale.md (make bench-scale).

One data set, invented enterprises in Parquet, goes two ways: through assess_table() on one machine, and
through littlegiant.spark.assess() on a cluster of two executors on the same machine. Each way is run up to each
of its stages in turn, so that what a stage costs is the difference to the one before; the engine is measured by itself.
Costs are processor seconds of all processes that take part (the driver, the executors, their Python workers), which
other work on the machine moves less than the clock.

    python scale.py [--rows N] [--repeat N] [--out FILE]
    python scale.py --page FILE          only writes the page, from the results in FILE
"""

import argparse
import datetime
import importlib.metadata
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet

import data
import littlegiant
import littlegiant.spark
import machine
import rules
from page import digits, fill, table

WORK = rules.ROOT / "build/bench/scale"
PAGE = rules.ROOT / "docs/scale.md"
RULESET = "cn.little-giant.2022"
FILES = 40
BATCH = 10_000  # rows that Spark hands to Python at a time
EXECUTORS = 2
MEMORY = 1024  # MiB of an executor's heap
COUNTRY, PROVINCE = 60_000_000, 5_000_000
SHOWN_CORES = (2, 16, 64)


def log(text: str) -> None:
    print(f"{datetime.datetime.now():%H:%M:%S} {text}", file=sys.stderr, flush=True)


def enterprises(rows: int) -> Path:
    """The data set, made unless it is there: a file per region, 5 % of the values unknown."""
    folder = WORK / f"firms-{rows}"
    if (folder / "_done").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    each = rows // FILES
    for region in range(FILES):
        (folder / f"region={region}").mkdir(parents=True)
        firms = data.table(rules.ruleset(RULESET), region * each, each, permille=50)
        pa.parquet.write_table(firms, folder / f"region={region}" / "firms.parquet", compression="zstd")
    (folder / "_done").touch()
    return folder


# --------------------------------------------------------------------------------------- clocks

TICKS = os.sysconf("SC_CLK_TCK")


def processes() -> dict[int, list[int]]:
    """The children of every process."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(entry.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        children.setdefault(parent, []).append(int(entry.parent.name))
    return children


def spent(process: int, children: dict[int, list[int]]) -> float:
    """Processor seconds of a process and of all that it has started."""
    try:
        words = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    own = sum(map(int, words[11:15])) / TICKS
    return own + sum(spent(child, children) for child in children.get(process, []))


def peak(process: int | str) -> int:
    """The most memory that a process has held, in MiB."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) >> 10


def peaks(word: str) -> int:
    """The highest peak among the processes that this one has started whose command line has a word."""
    children = processes()
    started = [os.getpid()]
    for process in started:
        started += children.get(process, [])
    return max(peak(p) for p in started if word in Path(f"/proc/{p}/cmdline").read_text())


def measured(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock and of processors."""
    clock, before = time.monotonic(), spent(os.getpid(), processes())
    work()
    return round(time.monotonic() - clock, 3), round(spent(os.getpid(), processes()) - before, 3)


# ------------------------------------------------------------------------------------ one machine

def reading(folder: Path) -> pa.RecordBatchReader:
    files = pa.dataset.dataset(folder, format="parquet", partitioning="hive")
    return files.scanner().to_reader()


def drain(batches: Any) -> None:
    for _ in batches:
        pass


def written(result: pa.RecordBatchReader, path: Path) -> None:
    with pa.parquet.ParquetWriter(path, result.schema, compression="zstd") as file:
        for batch in result:
            file.write_batch(batch)


def one_machine(folder: Path) -> dict[str, Callable[[], object]]:
    def judged() -> pa.RecordBatchReader:
        return pa.RecordBatchReader.from_stream(littlegiant.assess_table(reading(folder), RULESET))

    @cache
    def held() -> pa.Table:
        return pa.Table.from_batches(reading(folder).read_all().combine_chunks().to_batches(BATCH))

    out = WORK / "found.parquet"
    return {
        "engine": lambda: drain(pa.RecordBatchReader.from_stream(littlegiant.assess_table(held(), RULESET))),
        "read": lambda: drain(reading(folder)),
        "judge": lambda: drain(judged()),
        "write": lambda: written(judged(), out),
    }


# ------------------------------------------------------------------------------------------ Spark

@contextmanager
def cluster() -> Iterator[Any]:
    os.environ.update(SPARK_LOCAL_IP="127.0.0.1", SPARK_LOCAL_DIRS=str(WORK / "scratch"), PYSPARK_PYTHON=sys.executable,
                      PYSPARK_DRIVER_PYTHON=sys.executable, SPARK_WORKER_DIR=str(WORK / "workers"))
    from pyspark.sql import SparkSession

    settings = {"spark.ui.enabled": "false", "spark.sql.files.maxPartitionBytes": "16m",
                "spark.scheduler.minRegisteredResourcesRatio": "1.0",
                "spark.scheduler.maxRegisteredResourcesWaitingTime": "300s",
                "spark.sql.parquet.compression.codec": "zstd"}
    builder = SparkSession.builder.master(f"local-cluster[{EXECUTORS},1,{MEMORY}]").appName("scale")
    session = builder.config(map=settings).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield session
    finally:
        session.stop()


def to_nowhere(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    drain(batches)
    yield from ()


def on_spark(spark: Any, folder: Path) -> dict[str, Callable[[], object]]:
    firms = spark.read.parquet(str(folder))
    out = str(WORK / "found")

    def run(frame: Any) -> None:
        frame.write.format("noop").mode("overwrite").save()

    return {
        "read": lambda: run(firms),
        "to Python": lambda: run(firms.mapInArrow(to_nowhere, "nothing int")),
        "back": lambda: run(littlegiant.spark.assess(firms, RULESET)),
        "write": lambda: littlegiant.spark.assess(firms, RULESET).write.mode("overwrite").parquet(out),
    }


# ---------------------------------------------------------------------------------------- the page

# What each stage adds: where it is told, up to which stage and from which on, and in words. "engine" is on its own.
STAGES = [
    ("one", "read", None, "reading Parquet into Arrow"),
    ("one", "engine", None, "**the engine**, Arrow to Arrow"),
    ("one", "write", "judge", "writing Parquet, words by dictionary"),
    ("spark", "read", None, "reading Parquet into rows"),
    ("spark", "to Python", "read", "rows to Arrow, and from the executor to its Python worker"),
    ("spark", "engine", None, "**the engine** in the Python worker"),
    ("spark", "back", "to Python", "words written out, from the worker to the executor, Arrow to rows"),
    ("spark", "write", "back", "writing Parquet"),
]


class Results:
    def __init__(self, path: Path):
        self.told = json.loads(path.read_text())
        self.millions = self.told["rows"] / 1e6

    def total(self, way: str) -> float:
        """Processor seconds of the whole way, per million enterprises."""
        return self.up_to(way, "write")

    def up_to(self, way: str, stage: str) -> float:
        """Processor seconds of a way up to a stage, per million enterprises."""
        return statistics.median(self.told[way][stage]["processor"]) / self.millions

    def engine(self) -> float:
        return self.up_to("one", "engine")

    def stage(self, way: str, stage: str, before: str | None) -> float:
        """Processor seconds that a stage adds, per million enterprises."""
        if stage == "engine":
            return self.engine()
        added = self.up_to(way, stage) - (self.up_to(way, before) if before else 0)
        return added - self.engine() if stage == "back" else added


def stages(results: Results) -> str:
    """One table per way; what differences leave over (files opened, batches of other sizes) is told as such."""
    parts = []
    for way, title in (("one", "one process"), ("spark", "Spark")):
        added = [(words, results.stage(way, stage, before)) for at, stage, before, words in STAGES if at == way]
        total = results.total(way)
        rest = total - sum(seconds for _, seconds in added)
        if abs(rest) > 0.005:
            added.append(("not told apart", rest))
        added.append(("**together**", total))
        lines = [[words, f"{seconds:.2f}", f"{seconds / total:.0%}"] for words, seconds in added]
        parts.append(table([title, "processor seconds per million", "share"], lines))
    return "\n\n".join(parts)


def whole(results: Results) -> str:
    names = {"one": "`assess_table()`, one process", "spark": f"`littlegiant.spark.assess()`, {EXECUTORS} executors of 1 core"}
    lines = [[name, f"{results.total(way):.2f} s", f"{results.engine() / results.total(way):.1%}"]
             for way, name in names.items()]
    text = (f"{results.told['rows']:,} enterprises, {results.told['columns']} columns in and "
            f"{results.told['found']} out. For the same enterprises Spark took "
            f"{results.total('spark') / results.total('one'):.1f} times the processor time.\n\n")
    return text + table(["Parquet to Parquet", "processor time per million", "of that the engine"], lines)


def duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 120 else f"{seconds / 60:.0f} min"


def extrapolated(results: Results) -> str:
    lines = []
    for name, rows in (("a province, 5 million", PROVINCE), ("the country, 60 million", COUNTRY)):
        seconds = results.total("spark") * rows / 1e6
        lines.append([name, duration(results.total("one") * rows / 1e6), *(duration(seconds / cores) for cores in SHOWN_CORES)])
    return table(["", "`assess_table()`, 1 core", *(f"Spark, {c} cores" for c in SHOWN_CORES)],
                 lines)


def sizes(results: Results) -> str:
    told = results.told
    each = told["rows"] // told["tasks"]
    lines = [[name, f"{rows * told['bytes'] / told['rows'] / 1e9:.2f} GB", f"{rows * told['bytes_out'] / told['rows'] / 1e9:.2f} GB",
              f"{rows // each:,}"]
             for name, rows in (("a province, 5 million", PROVINCE), ("the country, 60 million", COUNTRY))]
    return table(["", "Parquet in", "Parquet out", f"tasks of {each:,} rows"], lines)


def on_what(results: Results) -> str:
    m, versions = results.told["machine"], results.told["versions"]
    return (f"{results.told['date']}, `{results.told['command']}`: {m['processor']} (family {m['family']}, model {m['model']}), "
            f"{m['cores']} processors, {m['memory_gib']} GiB; {m['system']}; Python {m['python']}, {m['java']}; "
            + ", ".join(f"{name} {version}" for name, version in versions.items())
            + f". Load of the machine by other work when it began: {results.told['load']}. "
            f"Peak memory: " + ", ".join(f"{who} {mib:,} MiB" for who, mib in results.told["peak_mib"].items())
            + f" (heap of an executor: {MEMORY} MiB).")


BLOCKS = {"machine": on_what, "whole": whole, "stages": stages, "extrapolated": extrapolated, "sizes": sizes}


def write_page(path: Path) -> None:
    results = Results(path)
    fill(PAGE, {name: block(results) for name, block in BLOCKS.items()})


# --------------------------------------------------------------------------------------------- run

def size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*.parquet"))


def timed(title: str, way: Callable[[Path], dict[str, Callable[[], object]]], folder: Path, warm: Path,
          repeat: int) -> dict[str, dict[str, list[float]]]:
    """Every stage of a way, in turns, after all of them have been through fewer rows."""
    for work in way(warm).values():
        work()
    works = way(folder)
    next(iter(works.values()))()  # what is kept for the others is made here
    found: dict[str, dict[str, list[float]]] = {name: {"seconds": [], "processor": []} for name in works}
    for _ in range(repeat):
        for name, work in works.items():
            for what, seconds in zip(("seconds", "processor"), measured(work)):
                found[name][what].append(seconds)
            log(f"{title}, {name}: {found[name]}")
    return found


def run(rows: int, repeat: int) -> dict[str, Any]:
    load = os.getloadavg()[1]
    log(f"{rows:,} enterprises")
    folder, warm = enterprises(rows), enterprises(rows // 10)
    told: dict[str, Any] = {
        "date": f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC",
        "command": f"make bench-scale SCALE_ROWS={rows} SCALE_REPEAT={repeat}", "ruleset": RULESET, "rows": rows, "repeat": repeat,
        "machine": machine.describe(), "load": round(load, 1),
        "versions": {name: importlib.metadata.version(name) for name in ("littlegiant", "pyspark", "pyarrow")},
    }
    pa.set_cpu_count(EXECUTORS)
    told["one"] = timed("one machine", one_machine, folder, warm, repeat)
    alone = subprocess.run([sys.executable, __file__, "--peak", str(folder)], check=True, capture_output=True, text=True)
    told["peak_mib"] = {"one process": int(alone.stdout)}
    with cluster() as spark:
        told["spark"] = timed("Spark", partial(on_spark, spark), folder, warm, repeat)
        told["peak_mib"].update({"executor": peaks("CoarseGrainedExecutorBackend"), "Python worker": peaks("pyspark.daemon")})
        firms = spark.read.parquet(str(folder))
        told["columns"], told["tasks"] = len(firms.columns), firms.rdd.getNumPartitions()
        told["found"] = len(littlegiant.spark.assess(firms, RULESET).columns)
    told["bytes"], told["bytes_out"] = size(folder), size(WORK / "found")
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=PROVINCE)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--out", type=Path, default=rules.ROOT / "bench/results/scale.json")
    parser.add_argument("--page", type=Path, metavar="FILE", help="only write the page, from these results")
    parser.add_argument("--peak", type=Path, metavar="FOLDER", help="only judge a data set, and print the peak memory")
    options = parser.parse_args()
    if options.peak:
        pa.set_cpu_count(EXECUTORS)
        one_machine(options.peak)["write"]()
        print(peak("self"))
        return
    if not options.page:
        told = run(options.rows, options.repeat)
        options.out.parent.mkdir(exist_ok=True)
        options.out.write_text(json.dumps(told, indent=1) + "\n")
        log(f"written: {options.out}")
    write_page(options.page or options.out)


if __name__ == "__main__":
    main()
