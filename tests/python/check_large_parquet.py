# SPDX-License-Identifier: Apache-2.0
"""examples/python/duckdb_parquet.py judges a file that is several times larger than the memory it takes.

Takes about a minute, so that only `make check-all` runs it.
"""

import re
import subprocess
import sys

import duckdb
import pytest
from conftest import COUNTY, ROOT

EXAMPLE = ROOT / "examples" / "python" / "duckdb_parquet.py"
COPIES = 20_000
ROWS = COPIES * 200
MEBIBYTE = 1 << 20
MOST = (
    280 * MEBIBYTE
)  # DuckDB's limit is 244 MiB, of which it takes what it needs; Python and the libraries come on top

# The peak is the program's own, which that of a child in the usage of resources would not be.
WATCHED = """\
import runpy, sys
del sys.argv[0]
runpy.run_path(sys.argv[0], run_name="__main__")
with open("/proc/self/status") as status:
    print(*(line.split()[1] for line in status if line.startswith("VmHWM")), file=sys.stderr)
"""


def run(*arguments):
    """What the example prints, and the peak of its memory in bytes."""
    command = [sys.executable, "-c", WATCHED, str(EXAMPLE), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert done.returncode == 0 and done.stderr.strip().isdigit(), done.stderr
    return done.stdout, int(done.stderr) * 1024


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    path = tmp_path_factory.mktemp("large") / "in.parquet"
    run("--make", COPIES, COUNTY, path)
    return path


def decoded_size(path):
    """Bytes of all batches together."""
    reader = (
        duckdb.connect(config={"memory_limit": "256MB", "threads": 2}).read_parquet(str(path)).to_arrow_reader(4096)
    )
    return sum(batch.nbytes for batch in reader)


def test_memory_is_a_fraction_of_the_file(large, tmp_path, capsys):
    out = tmp_path / "out.parquet"
    printed, peak = run("cn.little-giant.2022", large, out)
    size = decoded_size(large)
    with capsys.disabled():
        print(f"\n{ROWS:,} enterprises, {size // MEBIBYTE} MiB decoded, judged in a peak of {peak // MEBIBYTE} MiB")
    assert size > 6 * MOST and peak < MOST
    counts = {verdict: int(number) for verdict, number in re.findall(r"│ (\w+) +│ +(\d+) │ +0 │", printed)}
    # Two lack papers (examples/data/README.md), in every copy and whatever their revenue.
    assert sum(counts.values()) == ROWS and counts["unknown"] == 2 * COPIES
    pairs = f"(select id as given from '{large}') positional join (select id from '{out}')"
    assert duckdb.sql(f"select count(*), count(*) filter (given = id) from {pairs}").fetchall() == [(ROWS, ROWS)]
