# SPDX-License-Identifier: Apache-2.0
"""The program on another machine does what it does here: status, output, messages and files, byte for byte.

LITTLEGIANT is the program of this machine, LITTLEGIANT_THERE the words that run that of the other one. What is right the
tests in tests/cli say; their tables are used here, with PYTHONPATH naming their folder.
"""

import json
import os
import pathlib
import shlex
import subprocess

import pytest
from conftest import GOOD_ROW, HEADER, REPORTED, ROOT, as_bytes
from firms import SIXTY_MILLION, STRONG, ZIGZAG, labelled, table
from test_threads import hostile_table

HERE = [os.environ["LITTLEGIANT"]]
THERE = shlex.split(os.environ["LITTLEGIANT_THERE"])
RULES = sorted(path.stem for path in (ROOT / "tests" / "cases").glob("cn.*.tsv"))
COUNTY = (ROOT / "examples" / "data" / "county.csv").read_bytes()
FIRMS = as_bytes(table(labelled(STRONG, id="1", region="350502"), labelled(ZIGZAG, id="2"),
                       labelled(SIXTY_MILLION, id="3")))
GAPS = as_bytes(table(*(labelled(STRONG, id=column) | {column: ""} for column in STRONG)))


def run_in(folder, program, arguments, files, stdin):
    """Status, output, messages, and every file that the folder then holds."""
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    done = subprocess.run([*program, *arguments], cwd=folder, input=stdin, capture_output=True, timeout=300,
                          check=False)
    kept = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    return done.returncode, done.stdout, done.stderr, kept


@pytest.fixture
def both(tmp_path):
    """Runs the same on both machines, each in a folder of its own with the same files; what both did."""

    def runner(*arguments, status=0, stdin=b"", **files):
        files = {name.replace("_", "."): as_bytes(content) for name, content in files.items()}
        number = len(list(tmp_path.iterdir()))
        here = run_in(tmp_path / str(number), HERE, arguments, files, stdin)
        there = run_in(tmp_path / str(number + 1), THERE, arguments, files, stdin)
        assert there == here
        assert here[0] == status, here[2]
        return here

    return runner


def test_it_is_another_machine():
    programs = [pathlib.Path(words[-1]).read_bytes()[:20] for words in (HERE, THERE)]
    assert programs[0][:4] == programs[1][:4] == b"\x7fELF"
    # word size, byte order, processor
    assert programs[0][4:6] + programs[0][18:] != programs[1][4:6] + programs[1][18:]


# ------------------------------------------------------------------------------------ listings

LISTINGS = [
    ["--version"], ["help"], ["help", "screen"],
    ["rules", "--on", "2026-05-01"], ["rules", "--on", "2026-05-01", "--format", "json"],
    *(["rules", "--lang", language] for language in ("en", "zh", "id")),
    ["rules", "--format", "json"], ["rules", "--format", "markdown"],
    *(["facts", "--lang", language] for language in ("en", "zh", "id")), ["facts", "--format", "json"],
    *(["batches", "--format", kind] for kind in ("text", "json", "csv")),
    *(["awards", "--title", "little-giant", "--region", "350502", "--on", "2020-11-13", "--format", kind]
      for kind in ("text", "json", "csv")),
]


@pytest.mark.parametrize("arguments", LISTINGS, ids=" ".join)
def test_listings(both, arguments):
    assert len(both(*arguments)[1]) > 10


@pytest.mark.parametrize("rules", RULES)
def test_rules(both, rules):
    for kind in ("text", "json", "table"):
        assert len(both("rules", rules, "--format", kind)[1]) > 1000


# ---------------------------------------------------------------------------------- enterprises

@pytest.mark.parametrize("rules", RULES)
def test_screen(both, rules):
    for table_of, options in ((COUNTY, ["--format", "csv", "--threads", "2"]),
                              (FIRMS, ["--format", "jsonl", "--assume", "judgement", "--assume", "clean-record"]),
                              (GAPS, ["--format", "csv"])):
        *_, files = both("screen", "--rules", rules, "in.csv", "-o", "out", *options, in_csv=table_of)
        assert len(files["out"]) > 100 and json.loads(files["out.receipt"])["rules"]["id"] == rules


@pytest.mark.parametrize("options", [
    ["--threads", "2"], ["--format", "jsonl", "--threads", "2"],
    ["--guard-formulas", "--assume", "judgement", "--assume", "rd_staff=60"],
], ids=" ".join)
def test_screen_of_cells_and_lines_with_something_wrong(both, options):
    for seed in (1, 2):
        _, out, messages, _ = both("screen", "--rules", REPORTED, "-", *options, stdin=hostile_table(seed), status=1)
        assert out.count(b"error") > 100 and messages.count(b": error: ") > 100


@pytest.mark.parametrize("rules", RULES)
def test_assess(both, rules):
    first = b"\n".join(COUNTY.split(b"\n")[:8])
    assert b'"route"' in both("assess", "--rules", rules, "in.csv", "--format", "json", in_csv=first)[1]
    for language in ("en", "zh", "id"):
        assert len(both("assess", "--rules", rules, "in.csv", "--lang", language, in_csv=FIRMS)[1]) > 1000


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_compare(both, kind):
    editions = ["--rules", "cn.little-giant.2022", "--rules", "cn.little-giant.2026"]
    assert b"after:growth" in both("compare", *editions, "in.csv", "--format", kind, in_csv=FIRMS)[1]
    both("compare", *editions, "in.csv", "--format", kind, in_csv=COUNTY)
    years = [HEADER, "a," + GOOD_ROW, "b," + GOOD_ROW, "a," + GOOD_ROW], [HEADER, "b,1,1,1,1", "c," + GOOD_ROW]
    assert b"absent" in both("compare", "--rules", REPORTED, "one.csv", "two.csv", "--format", kind, status=1,
                             one_csv=years[0], two_csv=years[1])[1]


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_echelon(both, kind):
    for language in ("en", "zh", "id"):
        _, out, messages, _ = both("echelon", "--on", "2026-05-01", "in.csv", "--lang", language, "--format", kind,
                                   in_csv=COUNTY)
        assert out.count(b"specialised-sme") > 10 and len(messages) > 1000


# ------------------------------------------------------------------------------------- receipts

def test_a_receipt_of_this_machine_holds_on_the_other_one(both):
    *_, files = both("screen", "--rules", REPORTED, "in.csv", "-o", "out.csv", in_csv=COUNTY)
    kept = {name.replace(".", "_"): content for name, content in files.items()}
    assert b"same" in both("verify", "out.csv.receipt", "--rerun", "--threads", "2", **kept)[1]
    changed = kept | {"out_csv": kept["out_csv"].replace(b"not_met", b"met", 1)}
    both("verify", "out.csv.receipt", "--rerun", **changed, status=1)
    both("verify", "out.csv.receipt", **kept | {"out_csv_receipt": b"{}"}, status=2)


# --------------------------------------------------------------------------------------- errors

UTF_16 = f"{HEADER}\n1,{GOOD_ROW}\n".encode("utf-16")
SCREEN = ["screen", "--rules", REPORTED, "in.csv"]
REFUSED = [
    (["screen", "--rules", "cn.none", "in.csv"], COUNTY), (["screen", "--rules", REPORTED, "none.csv"], COUNTY),
    (["screen", "--rules", REPORTED, "."], COUNTY), ([*SCREEN, "-o", "in.csv"], COUNTY),
    ([*SCREEN, "-o", "none/out.csv"], COUNTY), ([*SCREEN, "-o", "/dev/full"], COUNTY),
    ([*SCREEN, "--threads", "99999999999999999999"], COUNTY),
    ([*SCREEN, "--assume", "employees=9223372036854775808"], COUNTY),
    (SCREEN, b""), (SCREEN, UTF_16), (SCREEN, b"id,employees,revenue\n"), (SCREEN, b"x," * (5 << 18)),
    (["echelon", "--on", "2026-02-30", "in.csv"], COUNTY), (["echelon", "--on", "1900-01-01", "in.csv"], COUNTY),
    (["awards", "--title", "x", "--region", "1", "--on", "2020-01-01"], b""), (["nonsense"], b""), ([], b""),
]


@pytest.mark.parametrize("arguments, content", REFUSED, ids=range(len(REFUSED)))
def test_what_is_refused(both, arguments, content):
    assert both(*arguments, in_csv=content, status=2)[2]
