# SPDX-License-Identifier: Apache-2.0
"""Results as streams: who owns what, errors on the way, readings, threads, progress."""

import fcntl
import gc
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor

import pyarrow as pa
import pytest
from conftest import REPORTED
from littlegiant import LittleGiantError, UnknownNameError, _arrow, assess_table

BATCH = pa.record_batch({"id": ["a", "b", "c"], "province_rank": pa.array([3, 4, None], pa.int8())})
WORDS = ["met", "not_met", "unknown"]


class Source:
    """A table whose streams are watched. It can be read again, and fails after its batches if it has words for it."""

    def __init__(self, batches=2, failure=None, batch=BATCH):
        self.batches, self.failure, self.batch = batches, failure, batch
        self.streams = []

    def __len__(self):
        return self.batches * self.batch.num_rows

    def generate(self):
        for _ in range(self.batches):
            yield self.batch
        if self.failure:
            raise ValueError(self.failure)

    def __arrow_c_stream__(self, requested_schema=None):
        batches = self.generate()
        self.streams.append(weakref.ref(batches))
        return pa.RecordBatchReader.from_batches(self.batch.schema, batches).__arrow_c_stream__()

    def held(self):
        gc.collect()
        return sum(stream() is not None for stream in self.streams)


def words(reading):
    return pa.table(reading)["province-rank"].to_pylist()


# ------------------------------------------------------------------------------- who owns what


def test_nothing_is_judged_before_it_is_asked_for():
    asked = []

    def batches():
        for number in range(3):
            asked.append(number)
            yield BATCH

    reader = pa.RecordBatchReader.from_stream(
        assess_table(pa.RecordBatchReader.from_batches(BATCH.schema, batches()), REPORTED)
    )
    assert asked == []
    reader.read_next_batch()
    assert asked == [0]


def test_a_source_is_released_when_the_reader_is_gone():
    source = Source()
    reader = pa.RecordBatchReader.from_stream(assess_table(source, REPORTED))
    assert source.held() == 1
    assert reader.read_all()["province-rank"].to_pylist() == WORDS * 2
    del reader
    assert source.held() == 0


def test_a_result_that_nobody_reads_is_released():
    source = Source()
    result = assess_table(source, REPORTED)
    assert source.held() == 1
    del result
    assert source.held() == 0


def test_a_capsule_may_outlive_its_result():
    source = Source()
    capsule = assess_table(source, REPORTED).__arrow_c_stream__()
    assert source.held() == 1
    assert words(pa.RecordBatchReader._import_from_c_capsule(capsule)) == WORDS * 2


def test_a_capsule_that_nobody_reads_is_released_with_the_next_result():
    source = Source()
    capsule = assess_table(source, REPORTED).__arrow_c_stream__()
    _arrow.sweep()
    assert source.held() == 1
    del capsule
    assess_table(Source(), REPORTED)
    assert source.held() == 0


def test_a_source_that_is_refused_is_released():
    source = Source(batch=BATCH.rename_columns(["id", "provincial_rank"]))
    with pytest.raises(UnknownNameError, match="column 'provincial_rank' is no fact"):
        assess_table(source, REPORTED)
    assert len(source.streams) == 1 and source.held() == 0


def test_a_reader_that_refuses_what_it_gets_says_so():
    """Its error is under way when the capsule goes, and must not be lost."""
    source = Source()
    with pytest.raises(ValueError, match="PyCapsule_GetPointer called with incorrect name"):
        pa.RecordBatchReader._import_from_c_capsule(assess_table(source, REPORTED).__arrow_c_schema__())
    _arrow.sweep()
    assert source.held() == 0
    with pytest.raises(pa.ArrowInvalid, match="Cannot import released"):
        pa.RecordBatchReader._import_from_c_capsule(taken(assess_table(Source(), REPORTED)))


def taken(result):
    capsule = result.__arrow_c_stream__()
    pa.RecordBatchReader._import_from_c_capsule(capsule)
    return capsule


def test_an_error_while_a_reading_goes_on_is_not_lost():
    source = Source()

    def read():
        reader = pa.RecordBatchReader.from_stream(assess_table(source, REPORTED))
        reader.read_next_batch()
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        read()
    assert source.held() == 0


def test_an_error_of_the_source_is_passed_on_and_stays():
    reader = pa.RecordBatchReader.from_stream(assess_table(Source(1, "the well is dry"), REPORTED))
    assert reader.read_next_batch().num_rows == 3
    for _ in range(2):
        with pytest.raises(Exception, match="the well is dry"):
            reader.read_next_batch()


def test_a_label_outlives_everything_else_and_nothing_leaks():
    table = pa.Table.from_batches([BATCH] * 1000).combine_chunks()
    gc.collect()
    before = pa.total_allocated_bytes()
    label = pa.table(assess_table(pa.concat_tables([table] * 20).combine_chunks(), REPORTED))["id"]
    gc.collect()
    assert label.chunk(0).slice(0, 3).to_pylist() == ["a", "b", "c"]
    assert 0 < pa.total_allocated_bytes() - before < 2 * label.nbytes
    del label
    gc.collect()
    assert pa.total_allocated_bytes() == before


def test_many_results_leave_nothing_behind():
    source = Source()
    for round in range(300):
        result = assess_table(source, REPORTED)
        if round % 3 == 0:
            pa.table(result)
        if round % 3 == 1:
            result.__arrow_c_stream__(), pa.schema(result)
    del result
    _arrow.sweep()
    assert source.held() == 0
    assert not _arrow._lent


AT_EXIT = """\
import pyarrow, littlegiant
table = pyarrow.table({"province_rank": [1, 2]})
unread = littlegiant.assess_table(table, "cn.little-giant.2020-reported")
capsule = littlegiant.assess_table(table, "cn.little-giant.2020-reported").__arrow_c_stream__()
schema = unread.__arrow_c_schema__()
reader = pyarrow.RecordBatchReader.from_stream(littlegiant.assess_table(table, "cn.little-giant.2020-reported"))
class Late:
    def __del__(self): print(reader.read_all().num_rows)
late = Late()
"""


def test_python_ends_in_peace_whatever_is_still_there():
    done = subprocess.run([sys.executable, "-c", AT_EXIT], capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout, done.stderr) == (0, "2\n", "")


# ----------------------------------------------------------------------------------- readings


def test_a_table_can_be_read_again_and_a_stream_cannot():
    source = Source()
    result = assess_table(source, REPORTED)
    assert [words(result) for _ in range(3)] == [WORDS * 2] * 3
    assert len(source.streams) == 3
    once = assess_table(pa.RecordBatchReader.from_batches(BATCH.schema, [BATCH]), REPORTED)
    assert words(once) == WORDS
    with pytest.raises(LittleGiantError, match="a pyarrow RecordBatchReader, can be read only once: keep the result"):
        words(once)
    assert pa.schema(once).names[-1] == "error"


# ------------------------------------------------------------------------------------ threads

THREADS = 8


def test_threads_may_read_one_result_and_make_their_own():
    big = pa.Table.from_batches([BATCH] * 2000)
    source = Source(50)
    result, start = assess_table(source, REPORTED), threading.Barrier(THREADS)

    def read(_):
        start.wait()
        own = pa.table(assess_table(big, REPORTED, reasons=True))["province-rank"].to_pylist()
        return words(result), own

    with ThreadPoolExecutor(THREADS) as pool:
        for shared, own in pool.map(read, range(THREADS)):
            assert shared == WORDS * 50
            assert own == WORDS * 2000
    assert len(source.streams) == THREADS
    assert source.held() == 0


def test_judging_releases_the_interpreter():
    """Another thread gets its turn although the interpreter itself would not switch for an hour."""
    ready, done = threading.Event(), []
    batch = pa.Table.from_batches([BATCH] * 1000).combine_chunks().to_batches()[0]
    rows = pa.StructArray.from_arrays(batch.columns, batch.schema.names)

    def other():
        ready.wait()
        done.append(True)

    thread = threading.Thread(target=other)
    thread.start()
    result = assess_table(rows, REPORTED)
    before = sys.getswitchinterval()
    sys.setswitchinterval(3600)
    try:
        ready.set()
        deadline = time.monotonic() + 20
        while not done and time.monotonic() < deadline:
            result.__arrow_c_array__()
        released = bool(done)
    finally:
        sys.setswitchinterval(before)
        thread.join()
    assert released


# ----------------------------------------------------------------------------------- progress


def test_a_bar_counts_rows(capsys):
    source = pa.Table.from_batches([BATCH] * 4)
    for _ in range(2):
        assert words(assess_table(source, REPORTED, progress=True)) == WORDS * 4
        shown = capsys.readouterr().err
        assert REPORTED in shown and "100%" in shown and "12.0/12.0" in shown


def test_a_stream_is_counted_without_being_read_first(capsys):
    reader = pa.RecordBatchReader.from_batches(BATCH.schema, [BATCH] * 4)
    result = assess_table(reader, REPORTED, progress=True)
    assert capsys.readouterr().err == ""
    assert words(result) == WORDS * 4
    assert "12.0 rows" in capsys.readouterr().err


def test_no_bar_where_nobody_looks(capsys):
    for progress in (None, False):
        assert words(assess_table(Source(), REPORTED, progress=progress)) == WORDS * 2
    assert capsys.readouterr().err == ""


ON_A_TERMINAL = """\
import sys, time, pyarrow, littlegiant
batch = pyarrow.record_batch({"province_rank": [1]})
def batches():
    for _ in range(4):
        time.sleep(float(sys.argv[1]))
        yield batch
reader = pyarrow.RecordBatchReader.from_batches(batch.schema, batches())
assert pyarrow.table(littlegiant.assess_table(reader, "cn.little-giant.2020-reported")).num_rows == 4
"""


@pytest.mark.parametrize("pause, is_shown", [(0, False), (0.4, True)])
def test_a_bar_comes_by_itself_on_a_terminal_when_it_takes_long(pause, is_shown):
    terminal, other_end = pty.openpty()
    fcntl.ioctl(other_end, termios.TIOCSWINSZ, struct.pack("4H", 24, 100, 0, 0))
    command = [sys.executable, "-c", ON_A_TERMINAL, str(pause)]
    subprocess.run(command, stderr=other_end, check=True)
    os.close(other_end)
    shown = b""
    with open(terminal, "rb", buffering=0) as file:
        try:
            while part := file.read(1000):
                shown += part
        except OSError:  # what Linux says at the end
            pass
    assert (REPORTED.encode() in shown) == is_shown
    assert is_shown or shown == b""


@pytest.fixture
def interruptible():
    """Shells start jobs in the background with interrupts ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_an_interrupt_stops_the_reader(interruptible):
    def batches():
        yield BATCH
        os.kill(os.getpid(), signal.SIGINT)
        yield BATCH

    reader = pa.RecordBatchReader.from_batches(BATCH.schema, batches())
    with pytest.raises(Exception, match="KeyboardInterrupt"):
        words(assess_table(reader, REPORTED, progress=True))


def test_an_error_passes_by_the_bar(capsys):
    source = Source(1, "the well is dry")
    with pytest.raises(Exception, match="the well is dry"):
        words(assess_table(source, REPORTED, progress=True))
    assert source.held() == 0
    assert "3.00 rows" in capsys.readouterr().err


def test_a_reading_with_a_bar_may_be_left():
    source = Source()
    reader = pa.RecordBatchReader.from_stream(assess_table(source, REPORTED, progress=True))
    reader.read_next_batch()
    del reader
    assert source.held() == 0


@pytest.mark.parametrize("package", ["tqdm.auto", "pyarrow"])
def test_a_bar_needs_packages(monkeypatch, package):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(LittleGiantError, match="progress=True needs the packages tqdm and pyarrow"):
        assess_table(Source(), REPORTED, progress=True)
    assert words(assess_table(Source(), REPORTED)) == WORDS * 2
