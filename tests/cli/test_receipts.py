# SPDX-License-Identifier: Apache-2.0
"""Digests of rule sets, receipts of runs, and what verify makes of them."""

import hashlib
import json
import os
import pty
import subprocess

import pytest
from conftest import GOOD_ROW, HEADER, PROGRAM, REPORTED, ROOT, run

REVIEWED = [line.split("\t") for line in (ROOT / "tests/cases/digests.tsv").read_text().splitlines()[1:]]


# --------------------------------------------------------------------------------------- rule sets

@pytest.mark.parametrize("rules, digest", REVIEWED)
def test_the_table_of_a_rule_set_has_the_reviewed_digest(rules, digest):
    assert hashlib.sha256(run("rules", rules, "--format", "table").raw).hexdigest() == digest
    assert json.loads(run("rules", rules, "--format", "json").text)["table"] == "sha256:" + digest


@pytest.mark.parametrize("arguments, said", [
    ([], "needs an ID"), (["--on", "2026-05-01"], "takes --format text or json"),
])
def test_a_table_is_that_of_one_rule_set(arguments, said):
    result = run("rules", *arguments, "--format", "table")
    assert result.status == 2 and said in result.error and result.raw == b""


# ------------------------------------------------------------------------------------------ receipts

TABLE = [HEADER + ",rd_staff,employees", f"a,{GOOD_ROW},1,2", f"=b,{GOOD_ROW},3,2", "c,0,1,9,0,,", "d,1,,2,3,,", "e,x,1,1,1,,"]


def sha256(path):
    return "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def screened(write, tmp_path):
    """Screens a table into out.csv; the receipt as an object and the paths."""

    def screener(*options, table=TABLE):
        source, out = write(table), tmp_path / "out.csv"
        result = run("screen", "--rules", REPORTED, source, "-o", out, *options)
        assert result.status in (0, 1), result.error
        return json.loads((tmp_path / "out.csv.receipt").read_text()), source, out

    return screener


def test_a_receipt_names_rules_options_files_and_counts(screened):
    receipt, source, out = screened("--assume", "judgement", "--assume", "own_brand=1")
    rules = json.loads(run("rules", REPORTED, "--format", "json").text)
    assert receipt == {
        "receipt": 1, "program": "0.1.0", "library": "0.1.0",
        "rules": {key: rules[key] for key in ("id", "document", "in_force_from", "in_force_to", "table")},
        "options": {"assume": ["judgement", "own_brand=1"], "format": "csv", "guard_formulas": False},
        "input": {"file": str(source), "bytes": source.stat().st_size, "digest": sha256(source)},
        "output": {"file": str(out), "bytes": out.stat().st_size, "digest": sha256(out)},
        "rows": {"all": 5, "unknown": 1, "met": 2, "not_met": 1, "not_applicable": 0, "error": 1, "warned": 1},
    }


def test_a_second_run_gives_the_same_receipt(screened, tmp_path):
    screened()
    first = (tmp_path / "out.csv.receipt").read_bytes()
    screened("--threads", "3")
    assert (tmp_path / "out.csv.receipt").read_bytes() == first


@pytest.mark.parametrize("size", [0, 1, 70_000])
def test_the_input_is_hashed_to_its_last_byte(screened, size):
    receipt, source, _ = screened(table="\ufeff" + HEADER + "\r\n" + f"a,{GOOD_ROW}\r\n" * size)
    assert receipt["input"]["digest"] == sha256(source) and receipt["rows"]["all"] == size


def test_standard_streams_have_no_names_and_a_receipt_where_it_is_asked_for(tmp_path):
    table = "\n".join(TABLE).encode()
    result = run("screen", "--rules", REPORTED, "-", "--receipt", tmp_path / "receipt", stdin=table)
    receipt = json.loads((tmp_path / "receipt").read_text())
    assert receipt["input"] == {"file": None, "bytes": len(table),
                                "digest": "sha256:" + hashlib.sha256(table).hexdigest()}
    assert receipt["output"] == {"file": None, "bytes": len(result.raw),
                                 "digest": "sha256:" + hashlib.sha256(result.raw).hexdigest()}


def test_without_a_file_or_without_wanting_it_there_is_no_receipt(screen, tmp_path):
    screen(TABLE)
    screen(TABLE, "-o", "/dev/null")
    screen(TABLE, "-o", tmp_path / "out.csv", "--no-receipt")
    assert sorted(os.listdir(tmp_path)) == ["firms.csv", "out.csv"] and not os.path.exists("/dev/null.receipt")


@pytest.mark.parametrize("options, said", [
    (["--receipt", "firms.csv"], "it is the input file"), (["--receipt", "out.csv"], "the output and its receipt"),
    (["--receipt", "-"], "needs the name of a file"), (["--receipt", "a", "--no-receipt"], "not both"),
])
def test_a_receipt_takes_nobody_elses_place(write, tmp_path, options, said):
    before = write(TABLE).read_bytes()
    result = run("screen", "--rules", REPORTED, "firms.csv", "-o", "out.csv", *options, cwd=tmp_path)
    assert result.status == 2 and said in result.error
    assert os.listdir(tmp_path) == ["firms.csv"] and (tmp_path / "firms.csv").read_bytes() == before


def test_a_receipt_that_cannot_be_written_is_told_and_the_output_is_complete(screen, tmp_path):
    (tmp_path / "out.csv.receipt").mkdir()
    result = screen(TABLE, "-o", tmp_path / "out.csv")
    assert result.status == 2 and "out.csv: is complete, but has no receipt" in result.error
    assert (tmp_path / "out.csv").read_bytes() == screen(TABLE).raw


def test_a_terminal_is_shown_something_else_and_gets_no_receipt(write, tmp_path):
    master, slave = pty.openpty()
    done = subprocess.run([PROGRAM, "screen", "--rules", REPORTED, write(TABLE), "--receipt", tmp_path / "r"],
                          stdout=slave, stderr=subprocess.PIPE, check=False)
    os.close(slave)
    os.close(master)
    assert done.returncode == 2 and b"needs -o OUT" in done.stderr and not (tmp_path / "r").exists()


# -------------------------------------------------------------------------------------------- verify

def verify(receipt, *arguments, **options):
    result = run("verify", receipt, *arguments, **options)
    return result.status, dict(line.split(": ", 1) for line in result.text.splitlines())


def change(path, key, value):
    """Writes the receipt with another value at a place like "output.digest"."""
    receipt = json.loads(path.read_text())
    *outer, last = key.split(".")
    inner = receipt
    for name in outer:
        inner = inner[name]
    inner[last] = value
    path.write_text(json.dumps(receipt))


@pytest.mark.parametrize("options", [[], ["--format", "jsonl"], ["--guard-formulas"], ["--assume", "judgement", "--assume", "own_brand=1"]])
def test_what_is_as_it_was_is_verified_also_by_judging_it_again(screened, tmp_path, options):
    screened(*options)
    for again in ([], ["--rerun"], ["--rerun", "--threads", "3"]):
        status, said = verify(tmp_path / "out.csv.receipt", *again)
        assert status == 0 and said["verified"] == "everything is as the receipt says"
        assert ("rerun" in said) == bool(again)


def test_another_byte_of_a_file_differs(screened, tmp_path):
    _, source, out = screened()
    for path, what in ((source, "input"), (out, "output")):
        good = path.read_bytes()
        path.write_bytes(good[:-2] + b"!\n")
        status, said = verify(tmp_path / "out.csv.receipt", "--rerun")
        assert status == 1 and "is another" in said[what] and said["differs"].startswith("1 of ")
        path.write_bytes(good)


def test_an_output_that_was_forged_with_its_receipt_is_found_by_judging_again(screened, tmp_path):
    _, _, out = screened()
    receipt = tmp_path / "out.csv.receipt"
    out.write_bytes(out.read_bytes().replace(b"not_met", b"met", 1))
    change(receipt, "output.digest", sha256(out))
    change(receipt, "output.bytes", out.stat().st_size)
    assert verify(receipt)[0] == 0
    status, said = verify(receipt, "--rerun")
    assert status == 1 and said["rerun"].startswith("the input gives another output")


@pytest.mark.parametrize("key, value, line, status", [
    ("rules.table", "sha256:" + "0" * 64, "rules", 1), ("rules.id", "cn.little-giant.1999", "rules", 1),
    ("library", "0.0.9", "library", 0),
])
def test_other_rules_differ_and_another_version_is_told(screened, tmp_path, key, value, line, status):
    screened()
    change(tmp_path / "out.csv.receipt", key, value)
    found, said = verify(tmp_path / "out.csv.receipt")
    assert found == status and value in said[line]


def test_rules_that_do_not_exist_are_not_those_of_a_receipt_without_a_table(screened, tmp_path):
    screened()
    change(tmp_path / "out.csv.receipt", "rules.id", "cn.little-giant.1999")
    change(tmp_path / "out.csv.receipt", "rules.table", "")
    status, said = verify(tmp_path / "out.csv.receipt")
    assert status == 1 and "is no rule set of this library" in said["rules"]


def test_files_are_found_beside_a_receipt_that_was_moved_with_them(screened, tmp_path):
    _, source, out = screened()
    archive = tmp_path / "archive"
    archive.mkdir()
    for path in (source, out, tmp_path / "out.csv.receipt"):
        path.rename(archive / path.name)
    assert verify(archive / "out.csv.receipt", "--rerun")[0] == 0


def test_what_cannot_be_checked_is_not_verified(screened, tmp_path):
    _, source, _ = screened()
    source.rename(tmp_path / "elsewhere.csv")
    status, said = verify(tmp_path / "out.csv.receipt", "--rerun")
    assert status == 2 and said["input"].startswith("not checked") and said["rerun"].startswith("not checked")
    assert said["not verified"] == "2 could not be checked"
    assert verify(tmp_path / "out.csv.receipt", tmp_path / "elsewhere.csv", "--rerun")[0] == 0


def test_what_went_through_a_pipe_is_named_behind_the_receipt(write, tmp_path):
    source = write(TABLE)
    result = run("screen", "--rules", REPORTED, "-", "--receipt", tmp_path / "r", stdin=source.read_bytes())
    (tmp_path / "out.csv").write_bytes(result.raw)
    assert verify(tmp_path / "r")[0] == 2
    assert verify(tmp_path / "r", source)[0] == 2
    assert verify(tmp_path / "r", source, tmp_path / "out.csv", "--rerun")[0] == 0


@pytest.mark.parametrize("key, value, said", [
    ("receipt", 2, "a receipt of format 2; this program reads format 1"), ("receipt", "1", "no receipt"),
    ("rules", [], "no receipt"), ("input.bytes", None, "no receipt"), ("output.digest", 5, "no receipt"),
    ("options.assume", "judgement", "no receipt"), ("input.bytes", -1, "below 0"), ("output.bytes", -2**63, "below 0"),
])
def test_what_is_no_receipt_is_unusable(screened, tmp_path, key, value, said):
    screened()
    change(tmp_path / "out.csv.receipt", key, value)
    result = run("verify", tmp_path / "out.csv.receipt")
    assert result.status == 2 and said in result.error and result.raw == b""


@pytest.mark.parametrize("key, value", [("options.format", "xml"), ("options.assume", ["nonsense"]),
                                        ("options.assume", [7])])
def test_options_that_screen_does_not_take_cannot_be_checked(screened, tmp_path, key, value):
    screened()
    change(tmp_path / "out.csv.receipt", key, value)
    status, said = verify(tmp_path / "out.csv.receipt", "--rerun")
    assert status == 2 and "cannot be judged" in said["rerun"]


@pytest.mark.parametrize("name", ["/dev/zero", "pipe", "."])
def test_a_receipt_that_names_what_has_no_end_is_not_verified(screened, tmp_path, name):
    screened()
    os.mkfifo(tmp_path / "pipe")
    for which in ("input", "output"):
        change(tmp_path / "out.csv.receipt", f"{which}.file", name)
        status, said = verify(tmp_path / "out.csv.receipt", "--rerun", timeout=20, cwd=tmp_path)
        assert status == 2 and "no regular file" in said[which]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"receipt":1}', b'{"receipt":1,"receipt":1}'])
def test_files_of_another_kind_are_unusable(write, content):
    result = run("verify", write(content))
    assert result.status == 2 and "is no receipt of littlegiant screen" in result.error


def test_nothing_of_a_receipt_reaches_the_terminal_raw(screened, tmp_path):
    screened()
    for key in ("rules.id", "rules.table", "library", "input.file", "output.digest"):
        change(tmp_path / "out.csv.receipt", key, "\x1b[31m\u202e\u009b")
    result = run("verify", tmp_path / "out.csv.receipt", "--rerun")
    assert result.status == 1
    assert not set("\x1b\u202e\u009b") & set(result.text + result.error)
