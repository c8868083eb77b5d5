# SPDX-License-Identifier: Apache-2.0
"""Labels that a spreadsheet would take for formulas, and labels that would steer a terminal."""

import csv
import io
import os
import pty
import re
import subprocess
import unicodedata

import pytest
from conftest import CRITERIA, GOOD_ROW, HEADER, PROGRAM, REPORTED, run

# As OWASP lists them ("CSV Injection"), with the wide forms that East Asian spreadsheets take for the same.
FORMULAS = ["=1+1", "+86 595 1234", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=", "-", "＝1+1", "＋1", "－1", "＠A1",
            " =1", "'=1", "''-5x", "=HYPERLINK(\"http://x\",\"y\")", "-1e5", "-.5", "-5.", "--5", "+5", "-1.2.3", "- 5"]
PLAIN = ["七星", "-5", "-12.50", "0", "12.5", "'abc", "''", "a=b", "1-1", "", " ", "x@y.cn", "' a", "https://x/?a=b"]
COMMANDS = [["screen", "--rules", REPORTED], ["compare", "--rules", REPORTED, "--rules", "cn.little-giant.2022"],
            ["echelon", "--on", "2026-05-01"]]


def table(labels):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["name", *HEADER.split(",")])
    writer.writerows([label, i, *GOOD_ROW.split(",")] for i, label in enumerate(labels))
    return text.getvalue().encode()


def names(command, labels, *options):
    result = run(*command, *options, "-", stdin=table(labels))
    return [row["name"] for row in result.rows]


def is_number(label):
    return re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", label) is not None


def undone(cell):
    """What the documentation says: drop the first apostrophe from a cell that would be a formula without it."""
    rest = cell[1:]
    formula = re.match(r"[ ']*[=+\-@\t\r\n＝＋－＠]", rest) and not is_number(rest)
    return rest if cell.startswith("'") and formula else cell


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_labels_are_carried_through_unless_asked_otherwise(command):
    assert names(command, FORMULAS + PLAIN) == FORMULAS + PLAIN


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_formulas_are_guarded_numbers_stay_numbers_and_all_come_back(command):
    found = names(command, FORMULAS + PLAIN, "--guard-formulas")
    assert found == ["'" + label for label in FORMULAS] + PLAIN
    assert [undone(cell) for cell in found] == FORMULAS + PLAIN


def test_every_short_label_of_dangerous_characters_comes_back():
    letters = ["=", "-", "'", " ", "5", ".", "a", "＝"]
    labels = [a + b + c for a in letters for b in ["", *letters] for c in ["", *letters]]
    found = names(COMMANDS[0], labels, "--guard-formulas")
    assert [undone(cell) for cell in found] == labels
    for cell in found:
        assert is_number(cell) or not re.match(r"[=+\-@\t\r\n＝＋－＠]", cell.lstrip(" ")), cell


def test_a_row_in_error_is_guarded_too():
    result = run("screen", "--rules", REPORTED, "--guard-formulas", "-", stdin=(HEADER + "\n=1+1,x,1,1,1\n").encode())
    assert result.status == 1 and result.rows[0]["id"] == "'=1+1"


def test_what_the_program_writes_itself_is_no_formula(screen):
    result = screen([HEADER, "1,x,1,1,1", "2,0,-5,,", f"3,{GOOD_ROW}"], "--assume", "judgement")
    cells = [cell for row in result.rows for cell in [*row, *row.values()]]
    assert set(CRITERIA) < set(cells) and not [cell for cell in cells if re.match(r"[=+\-@\t\r]", cell)]


def test_json_has_strings_and_needs_no_guard(screen):
    result = screen([HEADER, f"=1,{GOOD_ROW}"], "--guard-formulas", "--format", "jsonl")
    assert result.status == 2 and "--guard-formulas is for --format csv" in result.error


# ------------------------------------------------------------------------------------------ terminals

STEERING = "a\x1b[31m\u009b1m\u202e\u2066\x07\x08\u200b\ufeff\u2028\U000e0001"
HOSTILE = [HEADER + ",name,region,rd_staff,employees", f"{STEERING},{GOOD_ROW},{STEERING},{STEERING},5,1",
           f"x,0\x1b,1,1,1,{STEERING},{STEERING},1,2", f'"y{STEERING}",1,1,,,{STEERING},,,"']


def steers(text):
    """Characters other than line ends that a terminal obeys or that reorder a line."""
    return {hex(ord(c)) for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")}


NO_CSV = [["screen", "--rules", REPORTED, "--format", "jsonl"], ["assess", "--rules", REPORTED],
          ["assess", "--rules", REPORTED, "--format", "json"], ["assess", "--rules", REPORTED, "--lang", "zh"],
          ["echelon", "--on", "2026-05-01", "--format", "jsonl"],
          ["compare", "--rules", REPORTED, "--rules", "cn.little-giant.2022", "--format", "jsonl"]]


@pytest.mark.parametrize("command", NO_CSV, ids=lambda command: " ".join(command[:1] + command[3:]))
def test_only_csv_for_programs_holds_what_steers_a_terminal(write, command):
    result = run(*command, write(HOSTILE, f"na\x1bme\u202e.csv"))
    assert result.status == 1 and steers(result.text) == set() and steers(result.error) == set()
    assert "\\x1b" in result.error


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_csv_on_a_terminal_and_all_messages_show_what_would_steer_it(write, command):
    path = write(HOSTILE)
    master, slave = pty.openpty()
    with subprocess.Popen([PROGRAM, *command, path], stdout=slave, stderr=subprocess.PIPE) as process:
        os.close(slave)
        shown = b""
        while True:
            try:
                shown += os.read(master, 65536)
            except OSError:  # the other side is closed
                break
        error = process.stderr.read().decode()
    os.close(master)
    assert steers(shown.decode().replace("\r\n", "\n")) == set() and steers(error) == set()
    assert "\\x1b" in shown.decode()


def test_two_files_with_ids_that_steer_are_told_of_visibly(write):
    first, second = write(HOSTILE, "first.csv"), write([HOSTILE[0], f"z{STEERING},{GOOD_ROW},,,,"], "second.csv")
    result = run("compare", "--rules", REPORTED, first, second, "--format", "jsonl")
    assert steers(result.text + result.error) == set() and "\\x1b" in result.error
