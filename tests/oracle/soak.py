# SPDX-License-Identifier: Apache-2.0
"""Holds the library against the oracle on millions of invented enterprises and on the whole small world.

    python soak.py [--rows N] [--seed N] [--jobs N] [--log FOLDER]

N invented enterprises are shared out among the rule sets. What is done is noted in FOLDER, so that a run that was
stopped goes on where it was, as long as the library, the oracle and the seed are the same. The first table with a
difference ends the run with status 1, after telling the enterprise, the criterion and both answers.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, astuple, dataclass, field, fields
from multiprocessing import Pool
from pathlib import Path

from littlegiant._native import library_path
from tqdm import tqdm

from compare import TABLE_ROWS, Parts, Tally, compare_conditions, compare_invented, compare_row
from editions import EDITIONS
from library import CAPABILITIES, RANGES
from small_world import Combinations

#: Of each table of TABLE_ROWS invented enterprises; 10 million of them make more than 200,000 fractions.
PARTS = Parts(fractions=660, one_by_one=4096, profiles=4096)

INVENTED, CONDITIONS, MIXTURES = "invented", "conditions", "mixtures"


@dataclass(frozen=True)
class Task:
    """One table of invented enterprises; or all conditions, or all rows that join others, of the small world."""

    what: str
    rules: str
    seed: int
    number: int = 0


@dataclass
class Count:
    """Of one task. Two of them add up."""

    enterprises: int = 0
    one_by_one: int = 0
    fractions: int = 0
    verdicts: int = 0
    met: int = 0
    not_met: int = 0
    unknown: int = 0
    conceivable: int = 0
    differences: int = 0
    seconds: float = 0
    told: list[str] = field(default_factory=list)

    def __iadd__(self, other: Count) -> Count:
        for member in fields(self):
            setattr(self, member.name, getattr(self, member.name) + getattr(other, member.name))
        return self


def counted(task: Task, tally: Tally) -> Count:
    unknown, met, not_met = (tally.seen[EDITIONS[task.rules].standard.id, verdict] for verdict in range(3))
    same = {
        name: getattr(tally, name) for name in ("enterprises", "one_by_one", "fractions", "verdicts", "differences")
    }
    return Count(**same, met=met, not_met=not_met, unknown=unknown, told=tally.told)


def mixtures(task: Task) -> Count:
    count, combinations = Count(), Combinations(EDITIONS[task.rules], RANGES)
    for row in combinations.joining_rows():
        tally, found = compare_row(combinations, row)
        count += counted(task, tally)
        count.conceivable += tally.enterprises if found.by_pairs else found.conceivable
        if not found.complete:
            count.differences += 1
            count.told.append(f"{task.rules}, {row.id}: not all values of the facts that its parts share were tried")
    return count


def run(task: Task) -> tuple[Task, Count]:
    began = time.monotonic()
    if task.what == INVENTED:
        count = counted(task, compare_invented(task.rules, task.seed, task.number, TABLE_ROWS, PARTS))
    elif task.what == CONDITIONS:
        count = counted(task, compare_conditions(task.rules))
    else:
        count = mixtures(task)
    count.seconds = time.monotonic() - began
    return task, count


def tasks(rows: int, seed: int) -> Iterator[Task]:
    yield from (Task(CONDITIONS, rules, seed) for rules in EDITIONS)
    for number in range(-(-rows // (TABLE_ROWS * len(EDITIONS)))):
        yield from (Task(INVENTED, rules, seed, number) for rules in EDITIONS)
    yield from (Task(MIXTURES, rules, seed) for rules in EDITIONS)


# ------------------------------------------------------------------------------------------- log


class Log:
    """What was done, one line a task. It is named after the bytes of the library and of the oracle."""

    def __init__(self, folder: Path):
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / f"{digest()}.jsonl"
        lines = self.path.read_text().splitlines() if self.path.exists() else []
        self.done = {Task(*task): Count(**count) for task, count in map(json.loads, lines)}

    def note(self, task: Task, count: Count) -> None:
        self.done[task] = count
        if not count.differences:
            with self.path.open("a") as log:
                log.write(json.dumps([astuple(task), asdict(count)]) + "\n")


def digest() -> str:
    found = hashlib.sha256()
    for path in (Path(library_path()), *sorted(Path(__file__).parent.rglob("*.py"))):
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def work_off(wanted: list[Task], log: Log, jobs: int) -> bool:
    """Whether all of it was done without a difference."""
    left = [task for task in wanted if task not in log.done]
    bar = tqdm(total=len(wanted), initial=len(wanted) - len(left), unit="table", mininterval=1)
    with Pool(jobs, signal.signal, (signal.SIGINT, signal.SIG_IGN)) as pool, bar:
        for task, count in pool.imap_unordered(run, left):
            log.note(task, count)
            if count.differences:
                return False
            bar.update()
    return True


# --------------------------------------------------------------------------------------- summary

#: What is told of each kind of task: a member of Count, and how it is called. In fractions, conditions are tried once;
#: as columns twice, alone and amid other facts.
TOLD = {
    INVENTED: {
        "enterprises": "enterprises",
        "one_by_one": "one by one",
        "fractions": "fractions",
        "met": "met",
        "not_met": "not met",
        "unknown": "unknown",
    },
    CONDITIONS: {"fractions": "combinations", "enterprises": "alone and amid", "one_by_one": "one by one"},
    MIXTURES: {
        "enterprises": "mixtures",
        "conceivable": "conceivable",
        "one_by_one": "one by one",
        "fractions": "fractions",
    },
}
ALWAYS = {"verdicts": "compared", "differences": "different", "seconds": "seconds"}


def summary(what: str, done: Iterable[tuple[Task, Count]]) -> list[str]:
    """One line a rule set, and one for all."""
    counts = {rules: Count() for rules in (*EDITIONS, "all")}
    for task, count in done:
        if task.what == what:
            counts[task.rules] += count
            counts["all"] += count
    members = TOLD[what] | ALWAYS
    lines = [f"{what:30}" + "".join(f"{title:>15}" for title in members.values())]
    for rules, count in counts.items():
        lines.append(f"{rules:30}" + "".join(f"{getattr(count, member):15,.0f}" for member in members))
    return lines


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=10_000_000, help="invented enterprises, at least (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of what is invented (%(default)s)")
    parser.add_argument("--jobs", type=int, default=1, help="processes (%(default)s)")
    parser.add_argument("--log", type=Path, default=Path("build/soak"), help="folder (%(default)s)")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    log, wanted = Log(options.log), list(tasks(options.rows, options.seed))
    print(f"library: {library_path()} ({', '.join(CAPABILITIES)}); seed {options.seed}; notes in {log.path}")
    try:
        agreed = work_off(wanted, log, options.jobs)
    except KeyboardInterrupt:
        print("stopped; the same command goes on from here", file=sys.stderr)
        return 130
    done = [(task, log.done[task]) for task in wanted if task in log.done]
    for what in (INVENTED, CONDITIONS, MIXTURES):
        print("", *summary(what, done), sep="\n")
    for _, count in done:
        print(*count.told, sep="\n", end="\n" if count.told else "", file=sys.stderr)
    return 0 if agreed else 1


if __name__ == "__main__":
    sys.exit(main())
