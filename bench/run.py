# SPDX-License-Identifier: Apache-2.0
"""Runs the whole benchmark on this machine and writes bench/results/last.json (make bench, make bench-quick). The run
before stays beside it as earlier.json: how far the two differ tells how far either can be trusted.

Every contender judges the same enterprises (data.py), in processes of its own, one after the other, and
what is meant to use one thread is held to one processor. Times are medians; the raw ones are kept. Before
each peer the engine runs again, so that the two are compared under the same conditions.

    python run.py [--quick] [--only NAME ...] [--out FILE]
"""

import argparse
import datetime
import importlib.metadata
import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import data
import machine
import peer
import rules
import screen
import translate

ROOT = rules.ROOT
WORK = ROOT / "build/bench"
HERE = ROOT / "bench"
ENGINE = ROOT / "build/release/bench/bench_columns"
SCALAR = ROOT / "build/release/bench/bench_scalar"
LAST = HERE / "results/last.json"
RULESET = "cn.little-giant.2022"
OTHER_RULESETS = ("cn.little-giant.2020-reported", "cn.little-giant.2026", "cn.srdi-sme.2022")
ONE_PROCESSOR = {max(os.sched_getaffinity(0))}
TRUTH, PLANES = WORK / "truth.planes", WORK / "peer.planes"
OUTCOMES = ("right", "wrong", "guessed", "left_open", "refused")


@dataclass(frozen=True)
class Peer:
    """A contender. rows: for the full and for the quick run; None: all that there are."""

    name: str
    command: tuple[str, ...]
    rows: tuple[int, int] | None = None
    permilles: tuple[int, ...] = (0, 50)
    repeat: int = 5


PYTHON = sys.executable
PEERS = (
    Peer("liblittlegiant, Arrow", (PYTHON, "peers/arrow_table.py")),
    Peer("DuckDB", (PYTHON, "peers/duckdb_sql.py")),
    Peer("DuckDB, narrow types", (PYTHON, "peers/duckdb_sql.py", "--narrow")),
    Peer("NumPy", (PYTHON, "peers/numpy_int64.py"), permilles=(0,)),
    Peer("Polars", (PYTHON, "peers/polars_kleene.py")),
    Peer("OpenFisca", (PYTHON, "peers/openfisca.py")),
    Peer("seine-rs, columns", (PYTHON, "peers/seine_derive.py"), rows=(1_000_000, 100_000)),
    Peer("Drools", (PYTHON, "peers/drools_drl.py"), rows=(100_000, 5_000), repeat=9),
    Peer("ZEN", (PYTHON, "peers/zen_jdm.py"), rows=(20_000, 1_000)),
    Peer("json-rules-engine", ("node", "peers/json_rules.mjs"), rows=(10_000, 1_000), repeat=3),
    Peer("seine-rs, rules", (PYTHON, "peers/seine_rules.py"), rows=(5_000, 1_000), repeat=3),
)


def log(text: str) -> None:
    print(f"{datetime.datetime.now():%H:%M:%S} {text}", file=sys.stderr, flush=True)


def median(seconds: list[float]) -> float:
    return statistics.median(seconds)


def run_json(command: list[str], processors: set[int] | None, environment: dict[str, str] | None = None) -> dict:
    """What a program prints as JSON. processors: the only ones it may use; all if None."""
    limit = (lambda: os.sched_setaffinity(0, processors)) if processors else None
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, preexec_fn=limit,
                          env={**os.environ, "PYTHONPATH": str(HERE), **(environment or {})})
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}\n{done.stderr[-4000:]}")
    return json.loads(done.stdout)


# --------------------------------------------------------------------------------------- the engine

@dataclass(frozen=True)
class Measure:
    """One run of bench_columns; USAGE in columns.c tells the options."""

    name: str
    options: tuple[str, ...] = ()
    threads: int = 1
    permille: int = 0
    rows: int = 0
    ruleset: str = RULESET


class Bench:
    def __init__(self, quick: bool):
        self.quick = quick
        self.rows = 200_000 if quick else 10_000_000
        self.repeat = 3 if quick else 7
        self.folder = self.enterprises(RULESET, self.rows)

    def enterprises(self, ruleset: str, rows: int) -> Path:
        folder = WORK / f"data/{ruleset}-{rows}"
        if not (folder / "data.json").exists():
            log(f"enterprises: {rows} for {ruleset}")
        data.generate(ruleset, rows, folder)
        return folder

    def engine(self, m: Measure) -> dict:
        rows = m.rows or self.rows
        folder = self.folder if m.ruleset == RULESET else self.enterprises(m.ruleset, rows)
        command = [ENGINE, "-r", m.ruleset, "-d", folder, "-n", rows, "-u", m.permille, "-t", m.threads,
                   "-i", self.repeat, *m.options]
        told = run_json(list(map(str, command)), ONE_PROCESSOR if m.threads == 1 else None)
        log(f"engine: {m.name}: {rows / median(told['seconds']) / 1e6:.2f} million enterprises a second")
        return {"name": m.name, "permille": m.permille, "options": list(m.options), **told}

    def engine_measures(self) -> dict[str, list[Measure]]:
        some = min(self.rows, 500_000)
        sizes = [rows for rows in (1_000, 10_000, 100_000, 1_000_000, 10_000_000) if rows <= self.rows]
        facts = len(rules.ruleset(RULESET).facts)
        return {
            "main": [Measure(f"{t} thread{'s' * (t > 1)}, {p / 10:g} % unknown", threads=t, permille=p)
                     for p in (0, 50, 500) for t in (1, 2)],
            "types": [Measure(f"narrow types, {p / 10:g} % unknown", ("-w",), permille=p) for p in (0, 50)],
            "outputs": [Measure(name, ("-o", letters), permille=50, rows=some) for name, letters in (
                ("overall verdict alone", "v"), ("verdicts as bits", "vb"), ("verdicts as bytes", "vc"),
                ("bits and reasons", "vbr"), ("bits and points", "vbp"), ("bits and missing facts", "vbm"))],
            "rows": [Measure(f"{rows} rows", rows=rows) for rows in sizes],
            "calls": [Measure(f"{size} rows per call", ("-k", str(size)), rows=min(self.rows, size * 2000))
                      for size in (1, 8, 64, 512, 4096, 32768)],
            "columns": [Measure(f"{n} columns", ("-c", str(n)), rows=some)
                        for n in range(facts // 4, facts + 1, facts // 4)],
            "criteria": [Measure(id, rows=some, ruleset=id) for id in (*OTHER_RULESETS, RULESET)],
            "profiles": [Measure("array of profiles", ("-f",), permille=50, rows=some)],
        }

    # ------------------------------------------------------------------------------------- the peers

    def truth(self, permille: int) -> np.ndarray:
        """Verdicts of the engine: criterion by enterprise."""
        self.engine_quietly("-u", permille, "-o", "vc", "-i", 0, "-p", TRUTH)
        return np.memmap(TRUTH, np.uint8, "r").reshape(-1, self.rows)

    def engine_quietly(self, *options: object) -> dict:
        return run_json(list(map(str, [ENGINE, "-r", RULESET, "-d", self.folder, "-n", self.rows, *options])),
                        ONE_PROCESSOR)

    def peer(self, contender: Peer, permille: int, truth: np.ndarray) -> dict:
        rows = contender.rows[self.quick] if contender.rows else self.rows
        engine = self.engine_quietly("-u", permille, "-i", 3)
        repeat = min(contender.repeat, 3) if self.quick else contender.repeat
        command = [*contender.command[:2], str(self.folder), str(rows), str(permille), str(repeat), str(PLANES),
                   *contender.command[2:]]
        environment = {}
        if contender.command[0] == "node":
            environment = {"LG_NODE_MODULES": str(WORK / "node_modules"), "LG_RULESET": str(ruleset_for_javascript())}
        told = run_json(command, ONE_PROCESSOR, environment)
        cells = cells_of(truth[:, :rows], np.memmap(PLANES, np.uint8, "r").reshape(len(truth), rows))
        PLANES.unlink()
        log(f"{contender.name}, {permille / 10:g} % unknown: {rows / median(told['seconds']):,.0f} enterprises a second, "
            f"{cells}")
        return {"name": contender.name, "permille": permille, "rows": rows, **told, "cells": cells,
                "engine_rows": self.rows, "engine_seconds": engine["seconds"]}


def cells_of(truth: np.ndarray, told: np.ndarray) -> dict[str, int]:
    """Verdicts of a peer by how they compare with the engine's, counted over all criteria and enterprises; and how many the
    engine leaves unknown."""
    counts = np.zeros((4, 5), dtype=np.int64)
    for mine, other in zip(truth, told):
        counts += np.bincount(mine.astype(np.int64) * 5 + other, minlength=20).reshape(4, 5)
    right = int(np.trace(counts))
    refused = int(counts[:, peer.NO_ANSWER].sum())
    guessed = int(counts[peer.UNKNOWN, 1:4].sum())
    left_open = int(counts[1:, peer.UNKNOWN].sum())
    wrong = int(counts.sum()) - right - refused - guessed - left_open
    unknown = int(counts[peer.UNKNOWN].sum())
    return {**dict(zip(OUTCOMES, (right, wrong, guessed, left_open, refused))), "unknown": unknown}


def ruleset_for_javascript() -> Path:
    """What json_rules.mjs needs to know of the rule set."""
    path = WORK / "ruleset.json"
    ruleset = rules.ruleset(RULESET)
    criteria = [{**vars(row), "limits": translate.above(row) if row.kind == "sme-size" else None}
                for row in ruleset.rows]
    path.write_text(json.dumps({"facts": ruleset.facts, "criteria": criteria}))
    return path


# ------------------------------------------------------------------------------------- the machine

def compiler() -> str:
    cache = (ROOT / "build/release/CMakeCache.txt").read_text().splitlines()
    values = dict(line.split("=", 1) for line in cache if "=" in line and not line.startswith(("#", "//")))
    return f"{machine.first_line(values['CMAKE_C_COMPILER:FILEPATH'], '--version')}, {values['CMAKE_BUILD_TYPE:STRING']}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="200,000 enterprises in place of 10 million")
    parser.add_argument("--only", nargs="*", metavar="NAME", help="engine, scalar, screen, or names of peers")
    parser.add_argument("--out", type=Path, help="file for the results")
    options = parser.parse_args()

    def wanted(name: str) -> bool:
        return not options.only or name in options.only

    bench = Bench(options.quick)
    results = {"date": f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d %H:%M} UTC",
               "command": "make bench-quick" if options.quick else "make bench", "ruleset": RULESET,
               "rows": bench.rows,
               "machine": {**machine.describe(), "compiler": compiler(),
                           "node": machine.first_line("node", "--version")},
               "packages": {name: importlib.metadata.version(name) for name in ("numpy", "pyarrow")}}
    if wanted("engine"):
        results["engine"] = {group: [bench.engine(m) for m in measures]
                             for group, measures in bench.engine_measures().items()}
    if wanted("scalar") and SCALAR.exists():
        results["scalar"] = run_json([str(SCALAR)], ONE_PROCESSOR)
        log(f"scalar: {results['scalar']}")
    results["peers"] = []
    for permille in (0, 50):
        chosen = [p for p in PEERS if wanted(p.name) and permille in p.permilles]
        truth = bench.truth(permille) if chosen else np.empty((0, 0), dtype=np.uint8)
        results["peers"] += [bench.peer(p, permille, truth) for p in chosen]
    if wanted("screen"):
        results["screen"] = screen.measure(50_000 if options.quick else 1_000_000, 3, ONE_PROCESSOR)
        log(f"screen: {results['screen']}")
    out = options.out or (WORK / "quick.json" if options.quick else LAST)
    out.parent.mkdir(exist_ok=True)
    if out == LAST and LAST.exists():
        LAST.replace(LAST.with_name("earlier.json"))
    out.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n")
    log(f"written: {out}")


if __name__ == "__main__":
    main()
