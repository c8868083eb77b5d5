# SPDX-License-Identifier: Apache-2.0
"""Where the programs under test and the example data are, and what both test files ask of them."""
import csv
import io
import json
import os
import pathlib
import subprocess

import pytest

DATA = pathlib.Path(__file__).resolve().parents[2] / "examples" / "data"
COUNTY = DATA / "county.csv"
RULE_SETS = ("cn.little-giant.2020-reported", "cn.little-giant.2022")


def run(program, *arguments):
    return subprocess.run([str(program), *map(str, arguments)], capture_output=True, encoding="utf-8",
                          stdin=subprocess.DEVNULL)


@pytest.fixture(scope="session")
def littlegiant():
    return os.environ["LITTLEGIANT"]


@pytest.fixture(scope="session")
def examples():
    return pathlib.Path(os.environ["EXAMPLES"])


@pytest.fixture(scope="session")
def county():
    with open(COUNTY, encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


@pytest.fixture(scope="session", params=RULE_SETS)
def rules(request):
    return request.param


@pytest.fixture(scope="session")
def criteria(littlegiant, rules):
    done = run(littlegiant, "rules", rules, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["criteria"]


@pytest.fixture(scope="session")
def screened(littlegiant, rules):
    """What the program says of each enterprise of the county: verdict and one column per criterion."""
    done = run(littlegiant, "screen", "--rules", rules, COUNTY)
    assert done.returncode == 0, done.stderr
    assert "warning" not in done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout)))
