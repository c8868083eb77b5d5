# SPDX-License-Identifier: Apache-2.0
"""A province of five million enterprises, from partitioned Parquet to Parquet, while an executor is killed.

LG_SPARK_ROWS is another number of enterprises, to try this in less time.
"""

import collections
import json
import os
import pathlib
import signal
import sys
import threading
import time

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as pads
import pyarrow.parquet
import pytest
from littlegiant import assess_table
from littlegiant.spark import assess

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bench"))
import data
import rules

RULES = "cn.little-giant.2022"
ROWS = int(os.environ.get("LG_SPARK_ROWS", "5000000"))
REGIONS = 40
EACH = ROWS // REGIONS
WRONG_EVERY = 10_007  # so many enterprises have one value that is out of range


def invented(region):
    """The enterprises of one region; 5 % of all values are unknown."""
    table = data.table(rules.ruleset(RULES), region * EACH, EACH, permille=50)
    wrong = pa.array(table["id"].to_numpy() % WRONG_EVERY == 0)
    at = table.column_names.index("employees")
    employees = pc.if_else(wrong, pa.scalar(-1, table["employees"].type), table["employees"])
    return table.set_column(at, "employees", employees)


@pytest.fixture(scope="module")
def province(tmp_path_factory):
    """Two data sets, one file per region: the enterprises, and what a single machine finds."""
    folder = tmp_path_factory.mktemp("province")
    for region in range(REGIONS):
        table = invented(region)
        given = folder / "firms" / f"region={region}"
        given.mkdir(parents=True)
        pa.parquet.write_table(table, given / "firms.parquet", compression="zstd")
        table = table.append_column("region", pa.array([region] * table.num_rows, pa.int32()))
        found = pa.table(assess_table(table, RULES))
        (folder / "expected").mkdir(exist_ok=True)
        pa.parquet.write_table(found, folder / "expected" / f"{region:02}.parquet", compression="zstd")
    return folder


# ---------------------------------------------------------------------------- losing an executor


def executors(app):
    """The process ids of the executors of an application."""
    found = []
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if app.encode() in words and b"org.apache.spark.executor.CoarseGrainedExecutorBackend" in words:
            found.append(int(entry.name))
    return found


class Killer(threading.Thread):
    """Kills one executor as soon as a quarter of the tasks of a stage has been done."""

    def __init__(self, context):
        super().__init__(daemon=True)
        self.context = context
        self.before, self.killed, self.completed = [], None, None
        self.over = threading.Event()

    def run(self):
        while self.killed is None and not self.over.wait(0.1):
            for stage in map(
                self.context.statusTracker().getStageInfo, self.context.statusTracker().getActiveStageIds()
            ):
                if stage and stage.numTasks >= REGIONS // 4 and 4 * stage.numCompletedTasks >= stage.numTasks:
                    self.kill(stage)
                    return

    def kill(self, stage):
        self.before = executors(self.context.applicationId)
        self.completed = stage.numCompletedTasks, stage.numTasks
        self.killed = self.before[0]
        os.kill(self.killed, signal.SIGKILL)


def events(context):
    """What the log of the application has so far, by kind."""
    log = pathlib.Path(context.getConf().get("spark.eventLog.dir").removeprefix("file://"))
    (path,) = log.glob(f"{context.applicationId}*")
    found = collections.defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        found[event["Event"]].append(event)
    return found


@pytest.fixture(scope="module")
def judged(spark, province):
    """The verdicts that Spark wrote, and who killed an executor on the way."""
    spark.conf.set("spark.sql.files.maxPartitionBytes", "8m")  # about one task per region
    spark.conf.set("spark.sql.parquet.compression.codec", "zstd")
    killer = Killer(spark.sparkContext)
    killer.start()
    start = time.monotonic()
    try:
        firms = spark.read.parquet(str(province / "firms"))
        assess(firms, RULES).write.parquet(str(province / "found"))
    finally:
        killer.over.set()
        killer.join()
    print(f"{ROWS:,} enterprises in {time.monotonic() - start:.0f} s; {killer.completed} tasks done before the loss")
    return province, killer


def test_the_executor_was_lost_while_it_worked(spark, judged):
    _, killer = judged
    context = spark.sparkContext
    assert len(killer.before) == 2
    assert killer.killed not in executors(context.applicationId)
    done, tasks = killer.completed
    assert tasks / 4 <= done < tasks
    for _ in range(100):
        log = events(context)
        if log["SparkListenerExecutorRemoved"]:
            break
        time.sleep(0.1)
    (removed,) = log["SparkListenerExecutorRemoved"]
    lost = [task for task in log["SparkListenerTaskEnd"] if task["Task End Reason"]["Reason"] == "ExecutorLostFailure"]
    assert {task["Task End Reason"]["Executor ID"] for task in lost} == {removed["Executor ID"]}
    # What it was doing has been done again, by another.
    for task in lost:
        again = [
            other["Task Info"]["Executor ID"]
            for other in log["SparkListenerTaskEnd"]
            if other["Stage ID"] == task["Stage ID"]
            and other["Task Info"]["Index"] == task["Task Info"]["Index"]
            and other["Task End Reason"]["Reason"] == "Success"
        ]
        assert len(again) == 1 and removed["Executor ID"] not in again


# ----------------------------------------------------------------------------------- the verdicts


@pytest.fixture(scope="module")
def both(judged):
    """Both results as data sets, and where the first of them has the rows in the order of the second."""
    folder, _ = judged
    found, expected = (
        pads.dataset(folder / "found", format="parquet"),
        pads.dataset(folder / "expected", format="parquet"),
    )
    order = pc.sort_indices(found.to_table(columns=["id"])["id"])
    return found, expected, order


def test_every_row_is_there_once(both):
    found, _, order = both
    numbers = found.to_table(columns=["id"])["id"].take(order)
    assert numbers.equals(pa.chunked_array([pa.array(range(ROWS), pa.int64())]))


def column(dataset, name):
    values = dataset.to_table(columns=[name])[name]
    if pa.types.is_dictionary(values.type):
        values = values.cast(values.type.value_type)
    if name == "error":  # Spark counts rows in their partition
        values = pc.replace_substring_regex(values, pattern=r", row \d+:", replacement=", row:")
    return values.cast(pa.list_(pa.string())) if name == "missing" else values


def test_every_cell_is_as_on_a_single_machine(both):
    found, expected, order = both
    assert found.schema.names == expected.schema.names
    for name in expected.schema.names:
        assert column(found, name).take(order).equals(column(expected, name)), name


def test_verdicts_and_errors_of_all_kinds_are_among_them(both):
    counts = {row["values"]: row["counts"] for row in column(both[0], "verdict").value_counts().to_pylist()}
    assert counts.pop(None) == len(range(0, ROWS, WRONG_EVERY))
    assert counts.keys() == {"met", "not_met", "unknown"}
    errors = column(both[0], "error").drop_null().unique().to_pylist()
    assert errors == ["column employees, row: -1 is out of range, from 0 to 1000000000"]
