# SPDX-License-Identifier: Apache-2.0
"""The examples in Python, and the Python program of the main README, do what they say."""

import csv
import re
import subprocess
import sys
from collections import Counter

import duckdb
import pytest
from conftest import COUNTY, REPORTED, ROOT
from littlegiant import Profile, assess, wan
from littlegiant._native import library_path

EXAMPLES = ROOT / "examples" / "python"


def run(name, *arguments):
    return subprocess.run(
        [sys.executable, str(EXAMPLES / name), *map(str, arguments)], capture_output=True, encoding="utf-8"
    )


def test_plain_ctypes_needs_nothing_but_the_library():
    text = (EXAMPLES / "plain_ctypes.py").read_text(encoding="utf-8")
    assert "import littlegiant" not in text and "from littlegiant" not in text
    done = run("plain_ctypes.py", library_path())
    assert (done.returncode, done.stderr) == (0, "")
    firm = Profile(srdi_title=True, revenue_y1=wan(10000), province_rank=2)
    assert done.stdout.rstrip("\n") == assess(firm, REPORTED).explain().rstrip("\n")


def test_one_enterprise_is_told_what_it_takes():
    done = run("one_enterprise.py")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Little Giant 2025, new applications [cn.little-giant.2025]: not met\n")
    assert "Core businesses on an information system: 1 more, all else unchanged\n" in done.stdout


@pytest.mark.parametrize("rules", [REPORTED, "cn.little-giant.2022"])
def test_the_coaching_list_begins_with_the_nearest(rules, program):
    done = run("coaching_list.py", rules, COUNTY)
    assert (done.returncode, done.stderr) == (0, "")
    counts, *near = done.stdout.splitlines()
    assert sum(map(int, re.findall(r"\d+", counts))) == 200
    distances = [int(re.search(r": (\d+) to go", line).group(1)) for line in near]
    assert distances == sorted(distances) and distances[0] == 1
    screened = subprocess.run(
        [program, "screen", "--rules", rules, str(COUNTY)], capture_output=True, encoding="utf-8", check=True
    )
    verdicts = [line.split(",")[3] for line in screened.stdout.splitlines()[1:]]
    assert counts.startswith(f"{verdicts.count('unknown')} unknown, {verdicts.count('met')} met, ")


def test_the_coaching_list_tells_of_bad_rows(tmp_path):
    table = tmp_path / "bad.csv"
    table.write_text("id,revenue_y1_yuan\nA,100\nB,1.005\n", encoding="utf-8")
    done = run("coaching_list.py", REPORTED, table)
    assert "bad.csv:3: revenue_y1_yuan: '1.005' is not a whole number of fen" in done.stderr
    assert done.stdout.startswith("1 unknown, 0 met") or done.stdout.startswith("0 unknown, 0 met, 1 not met")


def test_a_parquet_file_is_judged_as_the_program_judges_the_same_table(tmp_path, program):
    source, target, table = tmp_path / "in.parquet", tmp_path / "out.parquet", tmp_path / "in.csv"
    made = run("duckdb_parquet.py", "--make", 10, COUNTY, source)
    assert (made.returncode, made.stderr) == (0, "")
    done = run("duckdb_parquet.py", "cn.little-giant.2022", source, target)
    assert (done.returncode, done.stderr) == (0, "")
    duckdb.read_parquet(str(source)).write_csv(str(table))
    command = [program, "screen", "--rules", "cn.little-giant.2022", str(table)]
    screened = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    expected = [(row["id"], row["verdict"]) for row in csv.DictReader(screened.stdout.splitlines())]
    assert len(expected) == 2000 and len({verdict for _, verdict in expected}) == 3
    assert duckdb.sql(f"select id, verdict from '{target}'").fetchall() == expected
    for verdict, count in Counter(verdict for _, verdict in expected).items():
        assert re.search(rf"│ {verdict} +│ +{count} │ +0 │", done.stdout)


def test_the_program_of_the_readme_prints_what_its_comments_say(capsys):
    program = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S).group(1)
    exec(compile(program, "README.md", "exec"), {})
    assert capsys.readouterr().out.splitlines() == re.findall(r"# (.+)$", program, re.M)
