# SPDX-License-Identifier: Apache-2.0
"""The call itself: help, version, and calls that cannot be understood."""

import pytest
from conftest import GOOD_ROW, HEADER, REPORTED, run

COMMANDS = ["rules", "facts", "assess", "screen", "compare", "echelon", "awards", "batches"]


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["help"]])
def test_help_names_every_command_and_the_exit_statuses(arguments):
    result = run(*arguments)
    assert result.status == 0 and result.error == ""
    assert all(f"littlegiant {command}" in result.text for command in COMMANDS)
    assert "Exit status: 0" in result.text


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_three_ways(command):
    texts = [run(*arguments).text for arguments in ([command, "--help"], ["help", command], [command, "-h"])]
    assert texts[0].startswith(f"Usage: littlegiant {command}") and len(set(texts)) == 1


def test_help_fits_a_terminal():
    for command in ["--help"], *(["help", command] for command in COMMANDS):
        assert all(len(line) <= 100 for line in run(*command).text.splitlines())


def test_help_of_screen_warns_of_cells_that_a_spreadsheet_takes_for_formulas():
    assert "= + - or @" in run("help", "screen").text


def test_version_names_program_and_library():
    result = run("--version")
    assert result.status == 0 and result.text.startswith("littlegiant ") and "liblittlegiant" in result.text


@pytest.mark.parametrize("arguments, hints", [
    ([], ["command", "--help"]),
    (["scren"], ["'scren'", "screen"]),
    (["frobnicate"], ["'frobnicate'", "--help"]),
    (["help", "scren"], ["screen"]),
    (["screen"], ["--rules", REPORTED]),
    (["screen", "--rules", REPORTED], ["FILE", "standard input"]),
    (["screen", "FILE"], ["--rules", REPORTED]),
    (["screen", "--rules"], ["--rules", "needs a value"]),
    (["screen", "--rules", REPORTED, "a.csv", "b.csv"], ["'b.csv'"]),
    (["screen", "--rules", REPORTED, "--formt", "csv", "a.csv"], ["'--formt'", "--format"]),
    (["screen", "--rules", REPORTED, "--format", "xml", "a.csv"], ["'xml'", "csv, jsonl"]),
    (["screen", "--rules", REPORTED, "--lang", "zh", "a.csv"], ["--lang"]),
    (["screen", "--rules", REPORTED, "-x", "a.csv"], ["-x"]),
    (["assess", "--rules", REPORTED, "--lang", "fr", "a.csv"], ["'fr'", "en, zh, id"]),
    (["assess", "--rules", REPORTED, "--format", "csv", "a.csv"], ["'csv'", "text, json"]),
    (["facts", "extra"], ["'extra'"]),
    (["rules", REPORTED, "extra"], ["'extra'"]),
    (["facts", "--rules", REPORTED], ["--rules"]),
])
def test_a_call_that_cannot_be_understood_is_refused_with_a_hint(arguments, hints):
    result = run(*arguments)
    assert result.status == 2 and result.raw == b""
    for hint in hints:
        assert hint in result.error
    assert all(line.startswith("littlegiant: ") for line in result.error.splitlines())


def test_arguments_with_control_characters_are_made_visible():
    for arguments in (["\x1b[31m"], ["rules", "\x1b[31m"], ["facts", "--lang", "\x1b[31m"], ["facts", "--\x1b[31m"]):
        result = run(*arguments)
        assert result.status == 2 and b"\x1b" not in result.raw_error and "\\x1b[31m" in result.error


def test_options_may_follow_the_file(write):
    path = write([HEADER, "a," + GOOD_ROW])
    assert run("screen", path, "--rules", REPORTED, "--format", "jsonl").status == 0
    assert run("screen", path, "--rules=" + REPORTED).status == 0


def test_a_file_whose_name_begins_with_a_dash_can_be_named_after_two_dashes(write):
    path = write([HEADER, "a," + GOOD_ROW], name="-dash.csv")
    assert run("screen", "--rules", REPORTED, "--", "-dash.csv", cwd=path.parent).status == 0
