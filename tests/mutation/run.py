# SPDX-License-Identifier: Apache-2.0
"""Builds the library once for every mutant and runs the suites on it until one fails. A mutant that none notices is a
gap in the suites, or means the same as the original: then it stands in equivalent.txt with the reason.

    python tests/mutation/run.py [--only REGEX] [--every N] [--stages N] [--fresh]

Goes on where an earlier run stopped: build/mutation/results.jsonl holds what is known of mutants of unchanged sources.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mutants import Mutant, mutants
from tqdm import tqdm

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "build/mutation"
TREE = WORK / "tree"
BUILD = TREE / "build"
RESULTS = WORK / "results.jsonl"
EQUIVALENT = Path(__file__).with_name("equivalent.txt")

#: The suites over the shared library, which need no building for a mutant but the library's own.
SHARED = (
    "cases",
    "regulation",
    "boundaries",
    "profile",
    "facts",
    "status",
    "sme_size",
    "arrow",
    "arrow_refusals",
    "arrow_stream",
)
#: The suites that hold the library's objects.
STATIC = (
    "tables",
    "leaves",
    "logic",
    "explain",
    "answers",
    "missing",
    "int128",
    "columns",
    "arrow_random",
    "arrow_memory",
)

ENVIRONMENT = {
    **os.environ,
    "CK_FORK": "no",
    "LITTLEGIANT_LIBRARY": str(BUILD / "liblittlegiant.so"),
    "LITTLEGIANT": str(BUILD / "cli/littlegiant"),
    "PYTHONPATH": str(TREE / "bindings/python/src"),
    "PYTHONDONTWRITEBYTECODE": "1",
}


@dataclass
class Suite:
    name: str
    command: list[str]
    #: Of the unchanged library, in seconds.
    takes: float = 0

    def passes(self) -> bool:
        """Whether it runs through, in five times the time it takes and some: a mutant may never end."""
        limit = 600 if not self.takes else 5 * self.takes + 5
        try:
            return (
                subprocess.run(self.command, cwd=TREE, env=ENVIRONMENT, capture_output=True, timeout=limit).returncode
                == 0
            )
        except subprocess.TimeoutExpired:
            return False

    def measure(self) -> None:
        started = time.monotonic()
        if not self.passes():
            sys.exit(f"{self.name} fails on the unchanged library: nothing can be said of mutants")
        self.takes = time.monotonic() - started


@dataclass
class Stage:
    """Suites that need the same targets, the quickest first."""

    targets: list[str]
    suites: list[Suite]

    def noticed_by(self) -> str | None:
        if not build(self.targets):
            return "compiler"
        return next((suite.name for suite in self.suites if not suite.passes()), None)

    def measure(self) -> None:
        for suite in self.suites:
            suite.measure()
        self.suites.sort(key=lambda suite: suite.takes)


def build(targets: list[str]) -> bool:
    command = ["cmake", "--build", str(BUILD), "--parallel", "1", "--target", *targets]
    return subprocess.run(command, capture_output=True).returncode == 0


def copy_tree() -> None:
    """The sources as they are, in a place of their own: they are going to be changed."""
    shutil.rmtree(TREE, ignore_errors=True)
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True)
    for name in listed.stdout.decode().splitlines():
        if (ROOT / name).is_file():
            (TREE / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, TREE / name, follow_symlinks=False)


def configure() -> None:
    options = ["-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_C_FLAGS=-O1 -g0", "-DLG_BUILD_EXAMPLES=OFF"]
    subprocess.run(["cmake", "-G", "Ninja", "-S", TREE, "-B", BUILD, *options], check=True, capture_output=True)


def stages() -> list[Stage]:
    def check(names: tuple[str, ...]) -> list[Suite]:
        return [Suite(name, [str(BUILD / f"tests/check_{name}")]) for name in names]

    def ctest(name: str) -> Suite:
        return Suite(name, ["ctest", "--test-dir", str(BUILD), "--tests-regex", f"^{name}$", "--no-tests=error"])

    return [
        Stage(["littlegiant"], check(SHARED)),
        Stage([f"check_{name}" for name in STATIC], check(STATIC)),
        Stage(["all"], [ctest("cli")]),
    ]


def noticed_by(mutant: Mutant, to_run: list[Stage]) -> str | None:
    path = TREE / mutant.file
    source = path.read_bytes()
    path.write_bytes(mutant.apply(source))
    try:
        return next(filter(None, (stage.noticed_by() for stage in to_run)), None)
    finally:
        path.write_bytes(source)


# --------------------------------------------------------------------------------- results


def key(mutant: Mutant) -> str:
    """What a result is good for: this change of this text."""
    return hashlib.sha256(mutant.apply((ROOT / mutant.file).read_bytes())).hexdigest()


@dataclass(frozen=True)
class Result:
    noticed_by: str | None
    #: How many stages were run, where none noticed.
    stages: int


def known() -> dict[str, Result]:
    if not RESULTS.exists():
        return {}
    rows = map(json.loads, RESULTS.read_text().splitlines())
    return {row["key"]: Result(row["noticed by"], row["stages"]) for row in rows}


def judge(wanted: list[Mutant], stage_count: int) -> Iterator[tuple[Mutant, str | None]]:
    """What is known already, and then what is not."""
    results = known()
    left = []
    for mutant in wanted:
        result = results.get(key(mutant), Result(None, 0))
        if result.noticed_by or result.stages >= stage_count:
            yield mutant, result.noticed_by
        else:
            left.append((mutant, result.stages))
    if left:
        yield from judge_now(left, prepare(stage_count))


def judge_now(left: list[tuple[Mutant, int]], all_stages: list[Stage]) -> Iterator[tuple[Mutant, str | None]]:
    with RESULTS.open("a") as file:
        for mutant, done in tqdm(left, unit="mutant", disable=None):
            by = noticed_by(mutant, all_stages[done:])
            row = {"key": key(mutant), "name": mutant.name, "noticed by": by, "stages": len(all_stages)}
            print(json.dumps(row), file=file, flush=True)
            yield mutant, by


def prepare(stage_count: int) -> list[Stage]:
    copy_tree()
    configure()
    if not build(["all"]):
        sys.exit("the unchanged library does not build")
    all_stages = stages()[:stage_count]
    for stage in all_stages:
        stage.measure()
    return all_stages


def equivalent() -> dict[str, str]:
    """Name of a mutant that means the same, and why: two lines."""
    lines = [line for line in EQUIVALENT.read_text().splitlines() if line and not line.startswith("#")]
    return dict(zip(lines[::2], lines[1::2]))


def kind(mutant: Mutant) -> str:
    return "rule tables" if mutant.file.startswith("lib/rules/") else "code"


def report(found: list[tuple[Mutant, str | None]]) -> list[str]:
    """Prints the score; gives the names of those that nobody noticed and that are not known to mean the same."""
    alike = equivalent()
    score = Counter()
    survivors = []
    for mutant, by in found:
        outcome = (
            "does not compile"
            if by == "compiler"
            else "noticed"
            if by
            else "means the same"
            if mutant.name in alike
            else "survives"
        )
        score[kind(mutant), outcome] += 1
        survivors += [mutant.name] if outcome == "survives" else []
    for (of, outcome), count in sorted(score.items()):
        print(f"{of:12} {outcome:17} {count:6}")
    return survivors


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", default="", metavar="REGEX", help="mutants whose name matches")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="one mutant in N")
    parser.add_argument(
        "--stages", type=int, default=3, help="1: suites over the shared library; 2: all in C; 3: the program"
    )
    parser.add_argument("--fresh", action="store_true", help="forget what earlier runs found")
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    if options.fresh:
        RESULTS.unlink(missing_ok=True)
    wanted = [mutant for mutant in mutants(ROOT) if re.search(options.only, mutant.name)][:: options.every]
    survivors = report(list(judge(wanted, options.stages)))
    print(*survivors, sep="\n")
    sys.exit(1 if survivors else 0)


if __name__ == "__main__":
    main()
