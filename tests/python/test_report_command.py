# SPDX-License-Identifier: Apache-2.0
"""``python -m littlegiant report``: what it writes, what it says, and its exit status."""

import re
import subprocess
import sys

import pytest
from conftest import COUNTY, REPORTED

pytest.importorskip("littlegiant.reporting.plots")
from littlegiant import Profile, report, screen
from littlegiant.__main__ import main


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.csv").write_text("id,name,employees\nA,甲,10\nB,乙,1o\n", encoding="utf-8")
    return tmp_path


def files(here):
    return sorted(path.name for path in here.iterdir())


def test_a_county_has_its_page_beside(here, capsys):
    assert (
        main(["report", str(COUNTY), "--rules", REPORTED, "--lang", "zh", "--title", "鲤城区", "--nearest", "3"]) == 0
    )
    expected = report(screen(COUNTY, REPORTED, nearest=3), language="zh", title="鲤城区").html
    assert (here / "county.html").read_text(encoding="utf-8") == expected
    assert files(here) == ["bad.csv", "county.html"]
    said = capsys.readouterr()
    assert said.out == ""
    assert re.fullmatch(r"littlegiant: 200 rows: .*\d+ not met\nlittlegiant: wrote county\.html\n", said.err)


def test_the_module_runs_as_a_program_and_reads_standard_input(here):
    command = [sys.executable, "-m", "littlegiant", "report", "-", "--rules", REPORTED, "-o", "-"]
    done = subprocess.run(command, input=b"\xef\xbb\xbf" + (here / "bad.csv").read_bytes(), capture_output=True)
    assert done.returncode == 1, "a row is in error"
    page = done.stdout.decode()
    assert page.startswith("<!DOCTYPE html>") and "1o" in page and "甲" in page
    assert done.stderr.decode() == "littlegiant: 2 rows: 1 unknown; 1 in error, see the page\n"
    assert files(here) == ["bad.csv"]


def test_one_enterprise_is_found_by_its_id_or_name(here, capsys):
    for name in ("A", "甲"):
        assert (
            main(["report", "bad.csv", "--rules", REPORTED, "--id", name, "-o", "one.html", "--assume", "judgement"])
            == 0
        )
        expected = report(Profile(employees=10), REPORTED, title="甲", assume=["judgement"]).html
        assert (here / "one.html").read_text(encoding="utf-8") == expected


BAD_CALLS = [
    (["none.csv", "--rules", REPORTED], "No such file or directory: 'none.csv'"),
    (["bad.csv", "--rules", "cn.little-gaint.2022"], "did you mean 'cn.little-giant.2022'?"),
    (["bad.csv", "--rules", REPORTED, "--id", "C"], "bad.csv has no enterprise 'C' in its columns id and name"),
    (["bad.csv", "--rules", REPORTED, "--id", "B"], "bad.csv:3: employees: '1o' is not a number"),
    (["bad.csv", "--rules", REPORTED, "-o", "no/page.html"], "No such file or directory"),
    (
        ["head.csv", "--rules", REPORTED],
        "head.csv:1: column 1: there is no column 'employes'; did you mean 'employees'?",
    ),
]


@pytest.mark.parametrize("call, message", BAD_CALLS)
def test_what_cannot_be_done_is_told_and_nothing_is_written(here, capsys, call, message):
    (here / "head.csv").write_text("employes\n1\n", encoding="utf-8")
    assert main(["report", *call]) == 2
    said = capsys.readouterr()
    assert message in said.err and said.err.startswith("littlegiant: ") and said.out == ""
    assert files(here) == ["bad.csv", "head.csv"]


def test_packages_that_are_not_there_are_named_before_anything_is_read(here, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    assert main(["report", "none.csv", "--rules", REPORTED]) == 2
    assert "report() needs jinja2: pip install 'littlegiant[report]'" in capsys.readouterr().err


@pytest.mark.parametrize(
    "call, message",
    [
        ([], "COMMAND"),
        (["report", "bad.csv"], "--rules"),
        (["report", "bad.csv", "--rules", REPORTED, "--on", "2026-13-01"], "'2026-13-01' is no day; write YYYY-MM-DD"),
        (["report", "bad.csv", "--rules", REPORTED, "--nearest", "-1"], "--nearest"),
        (["report", "bad.csv", "--rules", REPORTED, "--lang", "xx"], "invalid choice: 'xx'"),
    ],
)
def test_a_call_that_is_not_understood_says_why(here, capsys, call, message):
    with pytest.raises(SystemExit) as stopped:
        main(call)
    assert stopped.value.code == 2 and message in capsys.readouterr().err


def test_help_names_every_option(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["report", "--help"])
    assert stopped.value.code == 0
    text = capsys.readouterr().out
    assert all(
        option in text for option in ("--rules", "--id", "--lang", "--title", "--assume", "--on", "--nearest", "-o")
    )
    assert "Exit status: 0" in text
