# SPDX-License-Identifier: Apache-2.0
"""Progress: a line on a terminal that never tears a message, and nothing in a pipe."""

import os
import pty
import re
import subprocess
import time

from conftest import GOOD_ROW, HEADER, PROGRAM, REPORTED, run


def on_terminal(arguments, feed, **options):
    """Runs the program with standard error on a terminal; gives its status and what was shown."""
    master, slave = pty.openpty()
    process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdin=subprocess.PIPE, stderr=slave,
                               **{"stdout": subprocess.DEVNULL, **options})
    os.close(slave)
    feed(process.stdin)
    process.stdin.close()
    shown = b""
    while True:
        try:
            data = os.read(master, 65536)
        except OSError:  # the terminal is gone when its last user is
            break
        if not data:
            break
        shown += data
    os.close(master)
    return process.wait(timeout=60), shown.decode()


def slow_rows(bad_after=None):
    def feed(stdin):
        stdin.write((HEADER + "\n").encode())
        for i in range(20):
            row = "x,x,1,1,1" if i == bad_after else "firm," + GOOD_ROW
            stdin.write((row + "\n").encode() * 50)
            stdin.flush()
            time.sleep(0.05)
    return feed


def test_a_terminal_shows_rows_rate_and_megabytes():
    begun = time.monotonic()
    status, shown = on_terminal(["screen", "--rules", REPORTED, "-"], slow_rows())
    elapsed = time.monotonic() - begun
    assert status == 0
    updates = re.findall(r"\r\x1b\[K[\d,]+ rows, [\d,]+ rows/s, [\d.]+ MB", shown)
    assert 2 <= len(updates) <= 5 * elapsed + 1  # at most five a second
    assert shown.rstrip().splitlines()[-1].split()[0] in ("criterion", "it-support")


def test_the_size_of_a_file_is_shown_when_it_is_known(tmp_path):
    path = tmp_path / "many.csv"
    path.write_text(HEADER + "\n" + ("firm," + GOOD_ROW + "\n") * 1_000_000)
    status, shown = on_terminal(["screen", "--rules", REPORTED, path], lambda stdin: None)
    assert status == 0
    size = re.escape(f"{path.stat().st_size / 1e6:.1f}")
    assert re.search(rf"\r\x1b\[K[\d,]+ rows, [\d,]+ rows/s, [\d.]+ of {size} MB", shown)


def test_a_message_clears_the_progress_line_first():
    status, shown = on_terminal(["screen", "--rules", REPORTED, "-"], slow_rows(bad_after=10))
    assert status == 1
    for line in shown.replace("\r\n", "\n").split("\n"):
        last = line.split("\r\x1b[K")[-1]
        assert not ("rows/s" in last and "error" in last)


def test_a_pipe_gets_no_progress():
    table = HEADER + "\n" + ("firm," + GOOD_ROW + "\n") * 200_000
    result = run("screen", "--rules", REPORTED, "-", stdin=table.encode())
    assert b"\r" not in result.raw_error and b"\x1b" not in result.raw_error and b"rows/s" not in result.raw_error


def test_labels_cannot_steer_a_terminal_that_the_table_is_written_to():
    master, slave = pty.openpty()
    done = subprocess.run([PROGRAM, "screen", "--rules", REPORTED, "-"], input=b"id,employees\n\x1b[31mred,5\n",
                          stdout=slave, stderr=subprocess.DEVNULL, check=False)
    os.close(slave)
    shown = os.read(master, 65536)
    os.close(master)
    assert done.returncode == 0 and b"\x1b" not in shown and b"\\x1b[31mred" in shown
