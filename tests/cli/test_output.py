# SPDX-License-Identifier: Apache-2.0
"""Where results go: OUT is complete or as it was, and what cannot be written is no success."""

import os
import pathlib
import resource
import signal
import stat
import subprocess
import tempfile
import threading
import time

import pytest
from conftest import GOOD_ROW, HEADER, PROGRAM, REPORTED, as_bytes, run

TABLE = [HEADER] + [f"firm {i}," + GOOD_ROW for i in range(100)]
BIG = [HEADER] + [f"firm {i}," + GOOD_ROW for i in range(50_000)]


def leftovers(folder, *expected):
    """Beside the table, what is expected, and the receipt of it."""
    return sorted(set(os.listdir(folder)) - {"firms.csv", *expected, *(f"{name}.receipt" for name in expected)})


def test_the_output_file_holds_what_standard_output_would(screen, tmp_path):
    to_file = screen(TABLE, "-o", tmp_path / "out.csv")
    assert to_file.status == 0 and to_file.raw == b""
    assert (tmp_path / "out.csv").read_bytes() == screen(TABLE).raw
    assert leftovers(tmp_path, "out.csv") == []


def test_a_new_output_file_has_the_ordinary_mode(screen, tmp_path):
    umask = os.umask(0o027)
    try:
        screen(TABLE, "-o", tmp_path / "out.csv")
    finally:
        os.umask(umask)
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == 0o640


def test_an_existing_output_file_is_replaced_and_keeps_its_mode(screen, tmp_path):
    out = tmp_path / "out.csv"
    out.write_text("before")
    out.chmod(0o604)
    assert screen(TABLE, "-o", out).status == 0
    assert out.read_text().startswith("id,verdict") and stat.S_IMODE(out.stat().st_mode) == 0o604


def test_an_existing_output_file_may_be_larger_and_younger_than_32_bits_say(screen, tmp_path):
    out = tmp_path / "out.csv"
    out.touch()
    os.truncate(out, 5 << 30)  # takes no room
    os.utime(out, (1 << 32, 1 << 32))
    result = screen(TABLE, "-o", out)
    assert result.status == 0, result.error
    assert out.read_bytes() == screen(TABLE).raw


def test_a_link_stays_a_link_and_its_target_is_replaced(screen, tmp_path):
    (tmp_path / "target.csv").write_text("before")
    (tmp_path / "link.csv").symlink_to("target.csv")
    assert screen(TABLE, "-o", tmp_path / "link.csv").status == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "target.csv").read_text().startswith("id,verdict")


def test_rows_in_error_still_complete_the_output(screen, tmp_path):
    result = screen([HEADER, "bad,x,1,1,1"], "-o", tmp_path / "out.csv")
    assert result.status == 1 and "error" in (tmp_path / "out.csv").read_text()


@pytest.mark.parametrize("through", ["path", "link", "hard link"])
def test_the_input_is_not_overwritten(write, tmp_path, through):
    path = write(TABLE)
    before = path.read_bytes()
    out = path
    if through != "path":
        out = tmp_path / "other.csv"
        out.symlink_to(path) if through == "link" else os.link(path, out)
    result = run("screen", "--rules", REPORTED, path, "-o", out)
    assert result.status == 2 and "input file" in result.error and path.read_bytes() == before


def test_standard_input_is_not_overwritten_either(write):
    path = write(TABLE)
    with path.open("rb") as file:
        done = subprocess.run([PROGRAM, "screen", "--rules", REPORTED, "-", "-o", path], stdin=file,
                              capture_output=True, check=False)
    assert done.returncode == 2 and b"input file" in done.stderr


def test_results_are_not_appended_to_the_input(write):
    path = write(TABLE)
    before = path.read_bytes()
    with path.open("ab") as file:
        done = subprocess.run([PROGRAM, "screen", "--rules", REPORTED, path], stdout=file,
                              stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2 and path.read_bytes() == before


@pytest.mark.parametrize("out", ["no/such/folder/out.csv", "."])
def test_an_output_that_cannot_be_made_is_unusable(screen, tmp_path, out):
    result = screen(TABLE, "-o", tmp_path / out)
    assert result.status == 2 and "cannot be written" in result.error


def lose_rights():
    if os.geteuid() == 0:  # root may write everywhere
        os.setgid(65534)
        os.setuid(65534)


@pytest.mark.parametrize("exists", [True, False])
def test_an_output_without_permission_is_unusable(exists):
    with tempfile.TemporaryDirectory() as name:  # in a place that is open to others
        folder = pathlib.Path(name)
        (folder / "firms.csv").write_bytes(as_bytes(TABLE))
        if exists:
            (folder / "out.csv").write_text("before")
            (folder / "out.csv").chmod(0o444)
        folder.chmod(0o555)
        try:
            result = run("screen", "--rules", REPORTED, folder / "firms.csv", "-o", folder / "out.csv",
                         preexec_fn=lose_rights)
        except PermissionError:
            pytest.skip("the program itself is closed to others")
        finally:
            folder.chmod(0o755)
        assert result.status == 2 and "cannot be written: Permission denied" in result.error
        assert not exists or (folder / "out.csv").read_text() == "before"


@pytest.mark.parametrize("table", [TABLE, BIG])
def test_a_full_disk_behind_o_is_unusable(screen, tmp_path, table):
    result = screen(table, "-o", "/dev/full")
    assert result.status == 2 and "No space left" in result.error
    assert " met" not in result.error
    assert leftovers(tmp_path) == []


def test_a_file_size_limit_leaves_the_output_as_it_was(write, tmp_path):
    out = tmp_path / "out.csv"
    out.write_text("before")

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))

    result = run("screen", "--rules", REPORTED, write(BIG), "-o", out, preexec_fn=limit)
    assert result.status == 2 and "File too large" in result.error
    assert out.read_text() == "before" and leftovers(tmp_path, "out.csv") == []


@pytest.mark.parametrize("command", [
    ["screen", "--rules", REPORTED], ["screen", "--format", "jsonl", "--rules", REPORTED],
    ["assess", "--rules", REPORTED], ["assess", "--format", "json", "--rules", REPORTED],
    ["rules"], ["rules", REPORTED], ["rules", "--format", "json"], ["facts"], ["facts", "--format", "json"],
    ["--help"], ["--version"], ["help", "screen"], ["screen", "--help"],
])
def test_a_full_disk_behind_standard_output_is_unusable(write, command):
    files = [write(TABLE)] if "--rules" in command else []
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, *command, *files], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2 and b"No space left" in done.stderr and b"standard output" in done.stderr


@pytest.mark.parametrize("command", [["screen", "--rules", REPORTED], ["rules"]])
def test_a_closed_standard_output_is_unusable(write, command):
    files = [write(TABLE)] if "--rules" in command else []
    result = run(*command, *files, preexec_fn=lambda: os.close(1))
    assert result.status == 2 and "standard output" in result.error


def test_a_closed_standard_error_does_no_harm(write, tmp_path):
    path = write(TABLE)
    result = run("screen", "--rules", REPORTED, path, "-o", tmp_path / "out.csv", preexec_fn=lambda: os.close(2))
    assert result.status == 0
    assert len((tmp_path / "out.csv").read_text().splitlines()) == 101


def test_a_closed_pipe_ends_the_program_quietly_with_status_2(write):
    path = write(BIG)
    with subprocess.Popen([PROGRAM, "screen", "--rules", REPORTED, path], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as process:
        assert process.stdout.readline().startswith(b"id,verdict")
        process.stdout.close()
        assert process.wait(timeout=60) == 2
        assert process.stderr.read() == b""


@pytest.mark.parametrize("out", ["-", "/dev/stdout", "/dev/fd/1"])
def test_standard_output_can_be_named(screen, out):
    assert screen(TABLE, "-o", out).raw == screen(TABLE).raw


def test_dev_stdout_is_written_directly_even_if_it_is_a_file(write, tmp_path):
    path = write(TABLE)
    with (tmp_path / "out.csv").open("wb") as file:
        subprocess.run([PROGRAM, "screen", "--rules", REPORTED, path, "-o", "/dev/stdout"], stdout=file,
                       stderr=subprocess.DEVNULL, check=True)
        size = os.fstat(file.fileno()).st_size
    assert size == (tmp_path / "out.csv").stat().st_size > 0


def test_a_fifo_is_written_directly(screen, tmp_path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    received = []
    reader = threading.Thread(target=lambda: received.append(fifo.read_bytes()), daemon=True)
    reader.start()
    result = screen(TABLE, "-o", fifo)
    reader.join(timeout=30)
    assert result.status == 0 and received[0].count(b"\n") == 101
    assert stat.S_ISFIFO(fifo.stat().st_mode)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupted_run_leaves_the_output_as_it_was(tmp_path, number):
    out = tmp_path / "out.csv"
    out.write_text("before")
    # Whoever started the tests may ignore the signal, as nohup does, and the program then does too.
    with subprocess.Popen([PROGRAM, "screen", "--rules", REPORTED, "-", "-o", out], stdin=subprocess.PIPE,
                          stderr=subprocess.DEVNULL,
                          preexec_fn=lambda: signal.signal(number, signal.SIG_DFL)) as process:
        process.stdin.write((HEADER + "\na," + GOOD_ROW + "\n").encode())
        process.stdin.flush()
        deadline = time.monotonic() + 30
        while leftovers(tmp_path, "out.csv") == [] and time.monotonic() < deadline:
            time.sleep(0.01)
        assert leftovers(tmp_path, "out.csv") != []
        process.send_signal(number)
        assert process.wait(timeout=30) == -number
    assert out.read_text() == "before" and leftovers(tmp_path, "out.csv") == []
