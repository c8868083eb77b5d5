# SPDX-License-Identifier: Apache-2.0
"""What all peers in Python share: their command line, the clock, and the verdicts that they hand back.

A peer is run as `FOLDER ROWS PERMILLE REPEAT OUT`: it reads the enterprises of FOLDER (data.py), brings
them into the form that it works on, judges them REPEAT times by the clock, and writes one byte per
criterion and enterprise to OUT, criterion after criterion: the verdict's number in the library, or
NO_ANSWER. On standard output it prints one JSON object: `seconds` (one per run), `version`, `timed`
(what the clock saw), and what else it wants to say.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from data import Dataset

UNKNOWN, MET, NOT_MET, NOT_APPLICABLE, NO_ANSWER = range(5)


def arguments() -> tuple[Dataset, int, Path]:
    folder, rows, permille, repeat, out = sys.argv[1:6]
    return Dataset(Path(folder), int(permille), int(rows)), int(repeat), Path(out)


def clock(repeat: int, run: Callable[[], object]) -> tuple[list[float], object]:
    """Seconds of each run, after one that does not count, and the last result."""
    result = run()
    seconds = []
    for _ in range(repeat):
        started = time.perf_counter()
        result = run()
        seconds.append(time.perf_counter() - started)
    return seconds, result


def code(met: np.ndarray, known: np.ndarray | None = None, lapsed: np.ndarray | None = None) -> np.ndarray:
    """Verdict numbers of one criterion. known: where met counts, all if None; lapsed: where it does not apply."""
    verdict = np.where(met, np.uint8(MET), np.uint8(NOT_MET))
    if known is not None:
        verdict[~known] = UNKNOWN
    if lapsed is not None:
        verdict[lapsed] = NOT_APPLICABLE
    return verdict


def write(out: Path, planes: list[np.ndarray]) -> None:
    with open(out, "wb") as file:
        for plane in planes:
            plane.tofile(file)


def finish(seconds: list[float], version: str, timed: str, **more: object) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    json.dump({"seconds": seconds, "version": version, "timed": timed, "peak_bytes": peak, **more}, sys.stdout)
