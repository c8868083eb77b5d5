# SPDX-License-Identifier: Apache-2.0
"""Builds the library once for every mutant and runs the suites on it until one fails. A mutant that none notices is a
gap in the suites, or means the same as the original: then it stands in equivalent.txt with the reason.

    python tests/mutation/run.py [--only REGEX] [--every N] [--shard I/N] [--stages N] [--survivors] [--fresh]

Goes on where an earlier run stopped: build/mutation/results.jsonl holds what is known of mutants of unchanged sources.
Shards may run at the same time; a run without --shard then tells the score of them all.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import re
import resource
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mutants import Mutant, mutants
from tqdm import tqdm

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "build/mutation"
RESULTS = WORK / "results.jsonl"
EQUIVALENT = Path(__file__).with_name("equivalent.txt")

#: The suites over the shared library, which need no building for a mutant but the library's own.
SHARED = (
    "cases",
    "regulation",
    "boundaries",
    "profile",
    "facts",
    "awards",
    "status",
    "sme_size",
    "arrow",
    "arrow_refusals",
    "arrow_stream",
)
#: The suites that hold the library's objects. Behind a colon the cases of a suite that are run: of receipts all but the
#: reviewed list of digests, which notices any change of a table.
STATIC = (
    "tables",
    "leaves",
    "logic",
    "explain",
    "answers",
    "int128",
    "arrow_random",
    "arrow_memory",
    "receipt:receipt",
    "missing:by hand",
    "columns:calls",
)
#: Those of them that take seconds.
LONG = ("columns:at random", "missing:at random")

#: Builds of a tree by stage, and what CMake is told. The sanitizers notice what reads beyond the end of a table.
PLAIN = ["-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_C_FLAGS_DEBUG=-O1", "-DLG_BUILD_EXAMPLES=OFF"]
OPTIONS = {1: PLAIN, 2: PLAIN, 3: [*PLAIN, "-DLG_SANITIZE=ON"], 4: PLAIN}
FOLDERS = {1: "build", 2: "build", 3: "sanitized", 4: "build"}


#: Seconds that it takes to build a program for a mutant, about.
BUILDING = 0.2


@dataclass
class Suite:
    name: str
    stage: int
    folder: Path
    target: str
    #: What is built anew of it for a mutant: a program over the shared library stays as it is.
    changes: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    #: Processor time over the unchanged library, in seconds.
    takes: float = 0


def builds(folder: Path, target: str) -> bool:
    return subprocess.run(["ninja", "-C", str(folder), "-j1", target], capture_output=True).returncode == 0


def processor_time() -> float:
    """Of all programs that have been run."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def plain(source: Path) -> bytes:
    """The text of a file; the kernel for AVX2 takes too long to compile with -O3."""
    text = source.read_bytes()
    return text.replace(b";-O3", b"") if source == ROOT / "CMakeLists.txt" else text


@dataclass
class Tree:
    """The sources in a place of their own, where they are changed, and what is built of them."""

    root: Path

    def copy(self) -> None:
        """Only what differs, so that little is built anew when a run goes on."""
        command = ["git", "ls-files", "-co", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        for name in listed.stdout.decode().splitlines():
            source, copy = ROOT / name, self.root / name
            if not source.is_file() or (copy.is_file() and copy.read_bytes() == plain(source)):
                continue
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(plain(source))
            shutil.copymode(source, copy)

    def build(self, suites: list[Suite]) -> None:
        for suite in suites:
            if not suite.folder.exists():
                command = ["cmake", "-G", "Ninja", "-S", self.root, "-B", suite.folder, *OPTIONS[suite.stage]]
                subprocess.run(command, check=True, capture_output=True)
            if not builds(suite.folder, suite.target):
                sys.exit("the unchanged library does not build")

    def passes(self, suite: Suite) -> bool:
        """Whether it runs through, in thrice the processor time it takes and some: a mutant may never end."""
        seconds = math.ceil(3 * suite.takes) + 1 if suite.takes else 600
        environment = {**os.environ, "CK_FORK": "no", **suite.environment}
        done = subprocess.run(
            suite.command,
            cwd=self.root,
            env=environment,
            capture_output=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds)),
        )
        return done.returncode == 0

    def measure(self, suite: Suite) -> None:
        before = processor_time()
        if not self.passes(suite):
            sys.exit(f"{suite.name} fails on the unchanged library: nothing can be said of mutants")
        suite.takes = processor_time() - before

    def suite(self, name: str, stage: int) -> Suite:
        program, _, cases = name.partition(":")
        folder, target = self.root / FOLDERS[stage], f"check_{program}"
        return Suite(
            name=f"{name}, sanitized" if stage == 3 else name,
            stage=stage,
            folder=folder,
            target=target,
            changes="littlegiant" if name in SHARED else target,
            command=[str(folder / "tests" / target)],
            environment={"CK_RUN_CASE": cases} if cases else {},
        )

    def suites(self) -> list[Suite]:
        folder = self.root / FOLDERS[4]
        program = ["ctest", "--test-dir", str(folder), "--tests-regex", "^cli$", "--no-tests=error"]
        return [
            *(self.suite(name, 1) for name in (*SHARED, *STATIC)),
            *(self.suite(name, 2) for name in LONG),
            *(self.suite(name, 3) for name in (*SHARED, *STATIC, *LONG)),
            Suite("cli", 4, folder, "all", "all", program),
        ]

    def noticed_by(self, mutant: Mutant, suites: list[Suite]) -> str | None:
        path = self.root / mutant.file
        source = path.read_bytes()
        path.write_bytes(mutant.apply(source))
        try:
            return next(filter(None, map(self.complaint, suites)), None)
        finally:
            path.write_bytes(source)

    def complaint(self, suite: Suite) -> str | None:
        if not builds(suite.folder, suite.changes):
            return "compiler"
        return None if self.passes(suite) else suite.name


class Order:
    """Which suites first: those that notice most of a file's mutants in the time they take. Stage by stage."""

    def __init__(self, suites: list[Suite]) -> None:
        self.suites = suites
        self.noticed: Counter[tuple[str, str | None]] = Counter()

    def of(self, mutant: Mutant, after: int) -> list[Suite]:
        """Those of the stages after this one."""

        def rank(suite: Suite) -> tuple[int, float]:
            return suite.stage, -(1 + self.noticed[mutant.file, suite.name]) / (suite.takes + BUILDING)

        return sorted((suite for suite in self.suites if suite.stage > after), key=rank)


# --------------------------------------------------------------------------------- results


def key(mutant: Mutant) -> str:
    """What a result is good for: this change of this text."""
    return hashlib.sha256(mutant.apply((ROOT / mutant.file).read_bytes())).hexdigest()


@dataclass(frozen=True)
class Left:
    """To be judged; the sources may be edited meanwhile, so the key is that of when they were copied."""

    mutant: Mutant
    key: str
    stages: int


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


def forget_survivors() -> None:
    """A suite may have been added since."""
    if RESULTS.exists():
        lines = RESULTS.read_text().splitlines(keepends=True)
        RESULTS.write_text("".join(line for line in lines if json.loads(line)["noticed by"]))


def judge(wanted: list[Mutant], stage_count: int, tree: Tree) -> Iterator[tuple[Mutant, str | None]]:
    """What is known already, and then what is not."""
    results = known()
    left = []
    for mutant in wanted:
        name = key(mutant)
        result = results.get(name, Result(None, 0))
        if result.noticed_by or result.stages >= stage_count:
            yield mutant, result.noticed_by
        else:
            left.append(Left(mutant, name, result.stages))
    if left:
        yield from judge_now(left, prepare(tree, stage_count), tree)


def judge_now(left: list[Left], suites: list[Suite], tree: Tree) -> Iterator[tuple[Mutant, str | None]]:
    order = Order(suites)
    with RESULTS.open("a") as file:
        for one in tqdm(left, unit="mutant", disable=None):
            by = tree.noticed_by(one.mutant, order.of(one.mutant, one.stages))
            order.noticed[one.mutant.file, by] += 1
            row = {"key": one.key, "name": one.mutant.name, "noticed by": by, "stages": suites[-1].stage}
            print(json.dumps(row), file=file, flush=True)
            yield one.mutant, by


def prepare(tree: Tree, stage_count: int) -> list[Suite]:
    tree.copy()
    suites = [suite for suite in tree.suites() if suite.stage <= stage_count]
    tree.build(suites)
    for suite in suites:
        tree.measure(suite)
    return suites


def equivalent() -> dict[str, str]:
    """Name of a mutant that means the same, and why: two lines."""
    lines = [line for line in EQUIVALENT.read_text().splitlines() if line and not line.startswith("#")]
    return dict(zip(lines[::2], lines[1::2]))


def part(mutant: Mutant) -> str:
    """A folder of lib/, or a file that stands in none."""
    path = Path(mutant.file)
    return mutant.file if path.parent.name == "lib" else path.parent.as_posix()


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
        score[part(mutant), outcome] += 1
        survivors += [mutant.name] if outcome == "survives" else []
    for (of, outcome), count in sorted(score.items()):
        print(f"{of:16} {outcome:17} {count:6}")
    return survivors


def in_order(found: list[Mutant], patterns: list[str]) -> list[Mutant]:
    return list({m.name: m for pattern in patterns for m in found if re.search(pattern, m.name)}.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--only", action="append", metavar="REGEX", help="mutants whose name matches; may be given again: in this order"
    )
    parser.add_argument("--every", type=int, default=1, metavar="N", help="one mutant in N")
    parser.add_argument("--shard", default="0/1", metavar="I/N", help="one mutant in N, in a tree of its own")
    parser.add_argument(
        "--stages",
        type=int,
        default=3,
        help="1: suites in C that take no second; 2: all in C; 3: these with the sanitizers; 4: the program",
    )
    parser.add_argument("--survivors", action="store_true", help="try again what no suite noticed")
    parser.add_argument("--fresh", action="store_true", help="forget what earlier runs found")
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    if options.fresh:
        RESULTS.unlink(missing_ok=True)
    if options.survivors:
        forget_survivors()
    shard, shards = map(int, options.shard.split("/"))
    wanted = in_order(mutants(ROOT), options.only or [""])[:: options.every]
    tree = Tree(WORK / f"tree{shard}")
    survivors = report(list(judge(wanted[shard::shards], options.stages, tree)))
    print(*survivors, sep="\n")
    sys.exit(1 if survivors else 0)


if __name__ == "__main__":
    main()
