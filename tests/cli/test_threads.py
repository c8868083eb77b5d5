# SPDX-License-Identifier: Apache-2.0
"""screen works on many rows at a time, with as many threads as it is told: the output does not show it."""

import csv
import io
import os
import random
import subprocess

import pytest
from conftest import GOOD_ROW, HEADER, PROGRAM, REPORTED, as_bytes, run

COLUMNS = ["name", "id", "srdi_title", "revenue_y1_wan", "province_rank", "it_supported_businesses", "employees",
           "rd_staff"]
NAMES = ["七星", "plain", 'say "hi"', "a,b", " spaces ", "two\nlines", "two\r\nlines", "=1+1", "\u202e", ""]
CELLS = {
    "srdi_title": ["1", "0", "", "yes", "maybe"],
    "revenue_y1_wan": ["10000", "10000.000001", "9999.999999", "", "1e9", " 13800 ", "-0"],
    "province_rank": ["1", "3", "4", "", "0"],
    "it_supported_businesses": ["0", "1", "", "１"],
    "employees": ["100", "", "x"],
    "rd_staff": ["40", "500", ""],
}
THREADS = [1, 2, 3, 7]


def random_rows(rng, count, names=NAMES):
    """Rows of cells, a few of them bad, as people write them."""
    return [[rng.choice(names), str(i)] + [rng.choice(CELLS[column]) for column in COLUMNS[2:]] for i in range(count)]


def as_table(rows, quoting=csv.QUOTE_MINIMAL, end="\n"):
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=quoting, lineterminator=end)
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return text.getvalue()


def spoil(rng, line):
    """A line with something wrong about its quotes, its cells or its bytes."""
    at = rng.randrange(len(line) + 1)
    return rng.choice([
        lambda: line[:at] + b'"' + line[at:],
        lambda: b'"' + line,
        lambda: line.replace(b",", b',"', 1),
        lambda: line[:at] + b"\xd6\xdd" + line[at:],
        lambda: line[:at] + b"\0" + line[at:],
        lambda: line + b",one,more",
        lambda: line.rpartition(b",")[0],
        lambda: b"",
        lambda: b"," * (len(COLUMNS) - 1),
        lambda: line[:at] + b'"\n' + line[at:],
    ])()


def hostile_table(seed, count=3000):
    rng = random.Random(seed)
    lines = as_bytes(as_table(random_rows(rng, count))).split(b"\n")
    return b"\n".join([lines[0]] + [spoil(rng, line) if rng.random() < 0.05 else line for line in lines[1:]])


def told(result):
    return result.status, result.raw, result.raw_error


# ------------------------------------------------------------------------------- threads

@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("options", [[], ["--format", "jsonl"], ["--assume", "judgement", "--assume", "rd_staff=60"]])
def test_output_and_messages_do_not_depend_on_the_number_of_threads(screen, seed, options):
    table = hostile_table(seed)
    one, *others = [screen(table, "--threads", threads, *options) for threads in THREADS]
    assert one.status == 1 and one.count("in error") > 100 and one.count("warned of") > 100
    for other in others:
        assert told(other) == told(one)


def test_one_thread_is_the_default(screen):
    assert told(screen(hostile_table(3))) == told(screen(hostile_table(3), "--threads", 1))


def test_zero_takes_as_many_threads_as_there_are_processors(screen):
    table = hostile_table(4)
    assert told(screen(table, "--threads", 0)) == told(screen(table))


@pytest.mark.parametrize("threads", THREADS)
def test_an_open_quote_swallows_no_row_wherever_it_stands(screen, threads):
    rows = [f"{i}," + GOOD_ROW for i in range(1200)]
    for at in (0, 200, 255, 256, 257, 511, 512, 900):
        rows[at] = '"' + rows[at]
    result = screen([HEADER] + rows, "--threads", threads)
    verdicts = {row["id"]: row["verdict"] for row in result.rows if row["id"]}
    assert len(result.rows) == 1200 and result.count("in error") == 8
    assert len(verdicts) == 1192 and set(verdicts.values()) == {"met"}


@pytest.mark.parametrize("threads", THREADS)
def test_rows_come_out_in_the_order_of_the_input(screen, threads):
    result = screen([HEADER] + [f"{i}," + GOOD_ROW for i in range(20_000)], "--threads", threads)
    assert [row["id"] for row in result.rows] == [str(i) for i in range(20_000)]


@pytest.mark.parametrize("threads", [1, 3])
def test_a_closed_pipe_ends_all_threads(write, threads):
    path = write([HEADER] + [f"firm {i}," + GOOD_ROW for i in range(50_000)])
    with subprocess.Popen([PROGRAM, "screen", "--rules", REPORTED, "--threads", str(threads), path],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.readline().startswith(b"id,verdict")
        process.stdout.close()
        assert process.wait(timeout=60) == 2
        assert process.stderr.read() == b""


@pytest.mark.parametrize("number", ["-1", "x", "", "1.5", "65", "99999", "99999999999999999999"])
def test_a_number_of_threads_that_cannot_be_is_refused(screen, number):
    result = screen([HEADER, "a," + GOOD_ROW], "--threads", number)
    assert result.status == 2 and result.raw == b"" and "--threads" in result.error and "from 0 to 64" in result.error


# --------------------------------------------------------------- ways to write the same table

@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_says_the_same_with_every_cell_in_quotes(write, seed, end):
    rng = random.Random(seed)
    rows = random_rows(rng, 700, [name for name in NAMES if "\n" not in name])
    for i in range(0, 700, 50):
        rows[i] = rows[i][:rng.randrange(2, len(COLUMNS))] if i % 100 else rows[i] + ["more"]
    plain = run("screen", "--rules", REPORTED, write(as_table(rows, end=end)))
    quoted = run("screen", "--rules", REPORTED, write(as_table(rows, csv.QUOTE_ALL, end)))
    assert plain.count("in error") > 100 and plain.count("met") > 0
    assert told(quoted) == told(plain)


def test_the_cells_of_a_quoted_table_are_those_that_were_written(screen):
    rows = [[name, str(i), "1", "13800", "2", "3", "", ""] for i, name in enumerate(NAMES * 60)]
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL):
        result = screen(as_table(rows, quoting))
        assert [[row["name"], row["id"]] for row in result.rows] == [row[:2] for row in rows]
        assert {row["verdict"] for row in result.rows} == {"met"}


def test_a_table_that_comes_in_drops_says_the_same():
    table = hostile_table(6, 300)
    rng = random.Random(6)
    with subprocess.Popen([PROGRAM, "screen", "--rules", REPORTED, "--threads", "2", "-"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        at = 0
        while at < len(table):
            step = rng.randrange(1, 200)
            os.write(process.stdin.fileno(), table[at:at + step])
            at += step
        out, error = process.communicate(timeout=60)
    whole = run("screen", "--rules", REPORTED, "-", stdin=table)
    assert (process.returncode, out, error) == told(whole)


# --------------------------------------------------------------------------------- memory

def peak_memory(process):
    """Of the program alone: what wait4() gives is never below the memory of the process that started it."""
    with open(f"/proc/{process}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))


@pytest.mark.parametrize("threads", [1, 4])
def test_the_memory_for_200_megabytes_of_input_is_below_64_mebibytes(threads):
    with open(PROGRAM, "rb") as program:
        if b"__asan" in program.read():
            pytest.skip("the memory of a program with the address sanitizer is not its own")
    rows = (f'"{"一" * 600}","label with a ""quote"""' + ",1,13800,2,3,100,40\n").encode() * 500
    with subprocess.Popen([PROGRAM, "screen", "--rules", REPORTED, "--threads", str(threads), "-"],
                          stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        process.stdin.write((",".join(COLUMNS) + "\n").encode())
        for _ in range(200_000_000 // len(rows) + 1):
            process.stdin.write(rows)
        peak = peak_memory(process.pid)
        process.stdin.close()
        assert process.wait(timeout=60) == 0
    assert 1 << 20 < peak < 64 << 20
