# SPDX-License-Identifier: Apache-2.0
"""Faults that really happen: every allocation and every system call of a run fails once, and the program is killed at
every one of them. OUT is complete or as it was, and a run that failed says so."""

import collections
import hashlib
import json
import os
import re
import subprocess
import time
import tty

import pytest
from conftest import GOOD_ROW, HEADER, PROGRAM, REPORTED, as_bytes, run

FAULTY_MEMORY = os.environ.get("LG_FAULTY_MEMORY", "")
EVERY_FAULT = os.environ.get("LG_EVERY_FAULT") == "1"  # also where the same place allocates thousands of times
LATEST = "cn.little-giant.2022"
TABLE = [f"{HEADER},name", f"1,{GOOD_ROW},七星", '2,1,138000000.00,2,,"say ""hi"""', "3,1,abc,2,3,x", "4,0,1,9,0,",
         '5,1,2,3,4,"two', 'lines"', f'6,{GOOD_ROW},open "quote']
BEFORE = "what was there before\n"
NEVER_FAIL = ("brk", "exit_group")  # brk answers with the break that is
TEMPORARY = re.compile(r"\.littlegiant-\w{6}")


class Place:
    """A folder with a table in it, and maybe an output of an earlier run."""

    def __init__(self, folder, exists=True):
        self.folder, self.exists, self.out = folder, exists, folder / "out.csv"
        self.receipt, self.no_receipts = folder / "out.csv.receipt", False
        (folder / "firms.csv").write_bytes(as_bytes(TABLE))
        self.put_back()

    def put_back(self):
        for name in self.strangers():
            (self.folder / name).unlink()
        self.out.unlink(missing_ok=True)
        self.receipt.unlink(missing_ok=True)
        if self.exists:
            self.out.write_text(BEFORE)

    def is_as_before(self):
        return self.out.read_text() == BEFORE if self.exists else not self.out.exists()

    def strangers(self):
        return sorted(set(os.listdir(self.folder)) - {"firms.csv", "out.csv", "out.csv.receipt"})

    def has_receipt(self):
        if not self.receipt.exists():
            return False
        digest = json.loads(self.receipt.read_text())["output"]["digest"]
        return digest == "sha256:" + hashlib.sha256(self.out.read_bytes()).hexdigest()

    def check(self, status, message, good, complete):
        """OUT is what the status and the message say, and so is its receipt, which only screen writes."""
        says_complete = re.search(r"out\.csv:? is complete", message)
        if status == 2 and not says_complete:
            assert self.is_as_before() and not self.receipt.exists(), message
            assert re.search("cannot be (written|read|opened)|memory", message), message
            return
        assert self.out.read_bytes() == complete, message
        assert status == good or (status == 2 and says_complete), message
        if self.receipt.exists() or status == good:
            assert self.has_receipt() or self.no_receipts, message


@pytest.fixture(params=[True, False], ids=["over a file", "new file"])
def place(request, tmp_path):
    return Place(tmp_path, request.param)


# ------------------------------------------------------------------------------------------ allocations

def run_with_fault(place, arguments, n):
    environment = {"LD_PRELOAD": FAULTY_MEMORY, "LG_FAULT": str(n)}
    return run(*arguments, cwd=place.folder, env=environment)


def count_allocations(place, arguments):
    counted = run_with_fault(place, arguments, 0)
    allocations = int(counted.error.splitlines()[-1])
    assert allocations > 0
    return counted, allocations


def fail_every_allocation(place, arguments):
    """Without memory the run says so, or does without and gives the same as ever."""
    counted, allocations = count_allocations(place, arguments)
    complete = place.out.read_bytes()
    place.no_receipts = not place.receipt.exists()
    place.put_back()
    for n in range(1 if EVERY_FAULT else 1 + place.exists, allocations + 1, 1 if EVERY_FAULT else 4):
        result = run_with_fault(place, arguments, n)
        assert place.strangers() == [], n
        place.check(result.status, result.error, counted.status, complete)
        assert result.status == counted.status or "memory" in result.error, (n, result.error)
        place.put_back()


TO_FILE = [
    ["screen", "--rules", REPORTED, "firms.csv"],
    ["screen", "--rules", REPORTED, "firms.csv", "--format", "jsonl", "--assume", "judgement"],
    ["compare", "--rules", REPORTED, "--rules", LATEST, "firms.csv"],
    ["echelon", "--on", "2026-05-01", "firms.csv"],
]


@pytest.mark.parametrize("command", TO_FILE, ids=lambda command: " ".join(command))
def test_any_allocation_may_fail(place, command):
    fail_every_allocation(place, [*command, "-o", "out.csv"])


TO_STANDARD_OUTPUT = [
    (["assess", "--rules", REPORTED, "firms.csv"], 1), (["rules"], 1), (["facts"], 13), (["batches"], 1),
    (["awards", "--title", "little-giant", "--region", "350502", "--on", "2020-11-13"], 1),
    (["help", "screen"], 1), (["screen", "--rules", "cn.little-gaint.2022", "firms.csv"], 1),
    (["assess", "--rules", REPORTED, "--format", "json", "firms.csv"], 13),
    (["rules", REPORTED, "--format", "json"], 13), (["facts", "--format", "json"], 97),
]


@pytest.mark.parametrize("command, step", TO_STANDARD_OUTPUT, ids=lambda value: str(value))
def test_any_allocation_may_fail_on_the_way_to_standard_output(tmp_path, command, step):
    place = Place(tmp_path)
    counted, allocations = count_allocations(place, command)
    for n in range(1, allocations + 1, 1 if EVERY_FAULT else step):
        result = run_with_fault(place, command, n)
        if result.status != counted.status or result.raw != counted.raw:
            assert result.status == 2 and "memory" in result.error, (n, result.error)


def test_any_allocation_may_fail_while_a_receipt_is_checked(tmp_path):
    place = Place(tmp_path)
    assert run("screen", "--rules", REPORTED, "firms.csv", "-o", "out.csv", cwd=place.folder).status == 1
    command = ["verify", "out.csv.receipt", "--rerun"]
    counted, allocations = count_allocations(place, command)
    assert counted.status == 0
    for n in range(1, allocations + 1, 1 if EVERY_FAULT else 5):
        result = run_with_fault(place, command, n)
        assert result.status == 0 or (result.status == 2 and "memory" in result.error), (n, result.error)


def test_threads_that_all_lack_memory_end_the_program_once(tmp_path):
    place = Place(tmp_path)
    (place.folder / "firms.csv").write_bytes(as_bytes([HEADER] + [f"{i}," + GOOD_ROW for i in range(20_000)]))
    arguments = ["screen", "--rules", REPORTED, "firms.csv", "-o", "out.csv", "--threads", "7"]
    for n in range(60, 260, 4 if EVERY_FAULT else 25):
        result = run_with_fault(place, arguments, n)
        assert result.status in (0, 2) and place.strangers() == [], (n, result.error)
        assert place.is_as_before() == (result.status == 2 and "out.csv is complete" not in result.error)
        place.put_back()


# ----------------------------------------------------------------------------------------- system calls

def trace(place, arguments, *options):
    log = place.folder.parent / f"{place.folder.name}.trace"
    done = subprocess.run(["strace", "-f", "-o", log, *options, PROGRAM, *arguments], cwd=place.folder,
                          capture_output=True, check=False, timeout=120)
    return done, log.read_text()


def calls_of(log):
    """Every system call from the opening of the input on, with how often its name was called up to then."""
    counts, calls, begun = collections.Counter(), [], False
    for name, rest in re.findall(r"^\d+ +(\w+)\((.*)$", log, re.MULTILINE):
        counts[name] += 1
        begun = begun or (name == "openat" and '"firms.csv"' in rest)
        if begun and name not in NEVER_FAIL:
            calls.append((name, counts[name]))
    return calls


@pytest.fixture
def screening(place):
    """What a run without faults does and leaves."""
    arguments = ["screen", "--rules", REPORTED, "firms.csv", "-o", "out.csv"]
    done, log = trace(place, arguments)
    assert done.returncode == 1, done.stderr
    complete, calls = place.out.read_bytes(), calls_of(log)
    assert {"read", "write", "fsync", "rename", "close"} <= {name for name, _ in calls}
    place.put_back()
    return arguments, complete, calls


@pytest.mark.parametrize("error", ["EIO", "ENOSPC"] if EVERY_FAULT else ["EIO"])
def test_any_system_call_may_fail(place, screening, error):
    arguments, complete, calls = screening
    for name, n in calls:
        done, _ = trace(place, arguments, "-e", f"inject={name}:error={error}:when={n}")
        message = done.stderr.decode()
        assert place.strangers() == [] or name == "unlink", (name, n)
        place.check(done.returncode, message, 1, complete)
        place.put_back()


def test_a_run_may_be_killed_at_any_system_call(place, screening):
    arguments, complete, calls = screening
    killed = 0
    for name, n in calls:
        done, _ = trace(place, arguments, "-e", f"inject={name}:signal=KILL:when={n}")
        killed += done.returncode == -9
        assert done.returncode in (-9, 1), (name, n)  # 1: this time there were fewer calls for a random name
        assert place.is_as_before() or place.out.read_bytes() == complete, (name, n)
        assert place.has_receipt() or not place.receipt.exists(), (name, n)
        strangers = place.strangers()
        assert len(strangers) <= 1 and all(TEMPORARY.fullmatch(stranger) for stranger in strangers)
        again = run(*arguments, cwd=place.folder)
        assert again.status == 1 and place.out.read_bytes() == complete and place.has_receipt()
        assert place.strangers() == strangers
        place.put_back()
    assert killed >= len(calls) - 2


# ---------------------------------------------------------------------------------- reading and writing

LONG = [HEADER] + [f"firm {i}," + GOOD_ROW for i in range(4_000)]


@pytest.mark.parametrize("fault", ["error=ENOSPC", "signal=KILL", "signal=TERM"])
@pytest.mark.parametrize("n", [2, 9, 30])
def test_an_output_of_many_writes_is_not_left_in_part(place, fault, n):
    (place.folder / "firms.csv").write_bytes(as_bytes(LONG))
    arguments = ["screen", "--rules", REPORTED, "firms.csv", "-o", "out.csv"]
    done, _ = trace(place, arguments, "-e", f"inject=write:{fault}:when={n}")
    assert done.returncode == {"error=ENOSPC": 2, "signal=KILL": -9, "signal=TERM": -15}[fault]
    assert place.is_as_before() and len(place.strangers()) == ("KILL" in fault)
    assert "KILL" in fault or (b"is as it was before" if place.exists else b"was not made") in done.stderr
    assert "ENOSPC" not in fault or b"out.csv: cannot be written: No space left on device" in done.stderr


def test_a_read_error_amid_the_table_leaves_the_output_as_it_was(place):
    """A terminal whose other side has gone gives what it holds, and then EIO."""
    master, slave = os.openpty()
    tty.setraw(slave)
    os.write(slave, as_bytes(TABLE))
    os.close(slave)
    result = subprocess.run([PROGRAM, "screen", "--rules", REPORTED, "-", "-o", "out.csv"], stdin=master,
                            cwd=place.folder, capture_output=True, check=False)
    os.close(master)
    assert result.returncode == 2 and b"standard input: cannot be read to its end: Input/output error" in result.stderr
    assert (b"out.csv is as it was before" if place.exists else b"out.csv was not made") in result.stderr
    assert place.is_as_before() and place.strangers() == []


@pytest.mark.parametrize("command", TO_FILE, ids=lambda command: " ".join(command))
def test_a_read_error_at_once_is_told(place, command):
    result = run(*["/proc/self/mem" if word == "firms.csv" else word for word in command], "-o", "out.csv",
                 cwd=place.folder)
    assert result.status == 2 and "/proc/self/mem" in result.error and "Input/output error" in result.error
    assert place.is_as_before() and place.strangers() == []


# ------------------------------------------------------------------------------ a disk that fills up

PAGE = os.sysconf("SC_PAGESIZE")


@pytest.fixture
def disk(tmp_path):
    """A file system of its own in memory, which `resize` gives room for so many pages."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", folder], capture_output=True, check=False)
    if mounted.returncode != 0:
        pytest.skip(f"a small disk needs the right to mount one: {mounted.stderr.decode().splitlines()[0]}")
    yield folder
    subprocess.run(["umount", folder], check=True)


def resize(disk, pages):
    subprocess.run(["mount", "-o", f"remount,size={pages * PAGE}", disk], check=True)


@pytest.mark.parametrize("threads", ["1", "3"])
@pytest.mark.parametrize("exists", [True, False], ids=["over a file", "new file"])
def test_a_disk_may_fill_up_at_any_page(disk, tmp_path, exists, threads):
    """With room for nothing, for a part of OUT, for OUT without its receipt, at last for both. A file that was there
    gives back its own page, on which the receipt finds room."""
    (tmp_path / "firms.csv").write_bytes(as_bytes(LONG))
    place = Place(disk, exists)
    arguments = ["screen", "--rules", REPORTED, "--threads", threads, "../firms.csv", "-o", "out.csv"]
    assert run(*arguments, cwd=disk).status == 0
    complete, messages = place.out.read_bytes(), set()
    (disk / "firms.csv").unlink()
    for pages in range(1, len(complete) // PAGE + 4):
        place.put_back()
        resize(disk, pages)
        result = run(*arguments, cwd=disk)
        place.check(result.status, result.error, 0, complete)
        assert place.strangers() == [] and (result.status == 0) == ("No space left on device" not in result.error)
        messages.update(re.findall("is as it was before|was not made|has no receipt", result.error))
    assert result.status == 0 and place.has_receipt()
    assert messages == ({"is as it was before"} if exists else {"was not made", "has no receipt"})


# ------------------------------------------------------------------------------------ two runs at once

def test_of_two_runs_that_write_the_same_output_one_stands_whole(place):
    """Both have begun before either ends. The receipt beside it is of the same run, or verify says that it is not."""
    names = ["one", "other"]
    tables = [as_bytes([HEADER] + [f"{name} {i}," + GOOD_ROW for i in range(4_000)]) for name in names]
    results = [run("screen", "--rules", REPORTED, "-", stdin=table).raw for table in tables]
    runs = [subprocess.Popen([PROGRAM, "screen", "--rules", REPORTED, "-", "-o", "out.csv"], cwd=place.folder,
                             stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) for _ in tables]
    for process, table in zip(runs, tables):
        process.stdin.write(table[:-1])
        process.stdin.flush()
    deadline = time.monotonic() + 30
    while len(place.strangers()) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(place.strangers()) == 2 and place.is_as_before()
    for process in runs:
        process.stdin.close()
    assert [process.wait(timeout=60) for process in runs] == [0, 0]
    assert place.out.read_bytes() in results and place.strangers() == []
    verified = run("verify", "out.csv.receipt", cwd=place.folder)
    assert place.receipt.exists() and verified.status == (2 if place.has_receipt() else 1)  # 2: the input was a pipe
