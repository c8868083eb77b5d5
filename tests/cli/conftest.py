# SPDX-License-Identifier: Apache-2.0
"""Runs the program as a user would. LITTLEGIANT names it; the default is where the build puts it."""

import csv
import io
import json
import os
import pathlib
import subprocess

import pytest

csv.field_size_limit(1 << 24)

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("LITTLEGIANT", str(ROOT / "build" / "cli" / "littlegiant"))

# The four requirements reported for the second batch: title, revenue of more than 100 million yuan,
# among the first three of the province, at least one core business on an information system.
REPORTED = "cn.little-giant.2020-reported"
CRITERIA = ["srdi-title", "revenue", "province-rank", "it-support"]
HEADER = "id,srdi_title,revenue_y1_yuan,province_rank,it_supported_businesses"
GOOD_ROW = "1,138000000.00,2,3"


def pytest_configure():
    if not os.access(PROGRAM, os.X_OK):
        pytest.exit(f"{PROGRAM} is not there; build the program or set LITTLEGIANT", returncode=2)


class Result:
    """What a run of the program left behind."""

    def __init__(self, done):
        self.status = done.returncode
        self.raw = done.stdout
        self.raw_error = done.stderr
        self.error = done.stderr.decode("utf-8")

    @property
    def text(self):
        return self.raw.decode("utf-8")

    @property
    def rows(self):
        """The output as CSV."""
        return list(csv.DictReader(io.StringIO(self.text, newline="")))

    @property
    def objects(self):
        """The output as JSON lines."""
        return [json.loads(line) for line in self.text.splitlines()]

    @property
    def messages(self):
        """Lines of standard error that are about a place in the input."""
        return [line for line in self.error.splitlines() if ": error: " in line or ": warning: " in line]

    def count(self, word):
        """A count of the summary, such as 3 for '3  met'."""
        for line in self.error.splitlines():
            number, _, what = line.strip().partition("  ")
            if what == word:
                return int(number.replace(",", ""))
        raise AssertionError(f"no count of {word!r} in:\n{self.error}")


def run(*arguments, stdin=b"", **options):
    """Runs the program with these arguments."""
    options.setdefault("timeout", 120)
    return Result(subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True,
                                 check=False, **options))


def as_bytes(table):
    """A table as bytes; a list is taken as lines."""
    if isinstance(table, bytes):
        return table
    if isinstance(table, str):
        return table.encode("utf-8")
    return "".join(line + "\n" for line in table).encode("utf-8")


@pytest.fixture
def write(tmp_path):
    """Writes a table to a file of its own."""

    def writer(table, name="firms.csv"):
        path = tmp_path / name
        path.write_bytes(as_bytes(table))
        return path

    return writer


@pytest.fixture
def screen(write):
    """Screens a table by the reported requirements of 2020."""

    def screener(table, *options, rules=REPORTED):
        return run("screen", "--rules", rules, write(table), *options)

    return screener


@pytest.fixture
def assess(write):
    """Assesses a table by the reported requirements of 2020."""

    def assessor(table, *options, rules=REPORTED):
        return run("assess", "--rules", rules, write(table), *options)

    return assessor
