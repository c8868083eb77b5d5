# SPDX-License-Identifier: Apache-2.0
"""Sums up what llvm-cov has measured of lib/, lists every place that is not covered, and fails if there is one.

    llvm-cov export ... | python3 tools/coverage_places.py LCOV

Standard input is the JSON export; LCOV is the file of the lcov export, of which lines are taken. A function of a
header is compiled into many units: what any of them does counts. The kernels of the column engine are compiled twice
from one text, and that is two functions, each to be covered by itself.
"""

import collections
import json
import os
import sys
from typing import NamedTuple

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
KERNELS = ("lib/columns/kernel_", "lib/columns/vector")
CODE = 0  # kind of a region
MEASURES = ("lines", "regions", "branches", "conditions")


class Place(NamedTuple):
    """What can be covered: the first four and the words say where, the rest tells apart what they leave alike."""

    file: str
    line: int
    column: int
    unit: str
    what: str
    lack: str
    measure: str
    function: tuple  # file, line and column in which it begins
    expansion: int  # of a macro, within the function


def in_lib(path):
    """The path from the root of the project, if the file is one of the library's."""
    relative = os.path.relpath(path, ROOT)
    return relative if relative.startswith("lib" + os.sep) else None


def unit_of(function, file):
    """Which compilation a function is told apart by: of kernels alone the unit, 'kernel_avx2.c:name'."""
    return function["name"].split(":")[0].split(";")[-1] if file.startswith(KERNELS) else ""


def items_of(function):
    """What can be covered in a function, as (measure, number of file, line, column, what, lack) -> whether it is."""
    items = {}
    for line, column, end, end_column, count, file, _, kind in function["regions"]:
        if kind == CODE:
            items["regions", file, line, column, f"to {end}:{end_column}", "is never reached"] = count > 0
    for line, column, _, end_column, true, false, file, _, _ in function["branches"]:
        if true or false:  # neither: constant, or in a region that is never reached
            items["branches", file, line, column, f"to {end_column}", "is never true"] = true > 0
            items["branches", file, line, column, f"to {end_column}", "is never false"] = false > 0
    for line, column, _, _, file, _, conditions in function["mcdc_records"]:
        for i, covered in enumerate(conditions):
            text = f"condition {i + 1} of {len(conditions)}"
            items["conditions", file, line, column, text, "is never shown to decide alone"] = covered
    return items


def gather(functions):
    """Every place of every function of lib/, covered if any compilation has covered it."""
    covered = collections.defaultdict(bool)
    for function in functions:
        names = [in_lib(name) for name in function["filenames"]]
        if not names[0]:
            continue
        start = (names[0], *function["regions"][0][:2])
        unit = unit_of(function, names[0])
        for (measure, file, line, column, what, lack), is_covered in items_of(function).items():
            if names[file]:
                covered[Place(names[file], line, column, unit, what, lack, measure, start, file)] |= is_covered
    return covered


def line_counts(lcov):
    """Number of lines, and those never reached, of each file of lib/."""
    lines, file = {}, None
    with open(lcov, encoding="utf-8") as report:
        for row in report:
            tag, _, rest = row.strip().partition(":")
            if tag == "SF":
                file = in_lib(rest)
            elif tag == "DA" and file:
                number, count = rest.split(",")[:2]
                lines.setdefault(file, {})[int(number)] = int(count) > 0
    return lines


def sum_up(covered, lines):
    """Per file and measure: how many there are, how many are covered."""
    table = collections.defaultdict(lambda: {measure: [0, 0] for measure in MEASURES})
    for place, is_covered in covered.items():
        table[place.file][place.measure][0] += 1
        table[place.file][place.measure][1] += is_covered
    for file, numbers in lines.items():
        table[file]["lines"] = [len(numbers), sum(numbers.values())]
    return table


def print_table(table):
    """A line per file, and all together."""
    total = {measure: [sum(row[measure][i] for row in table.values()) for i in (0, 1)] for measure in MEASURES}
    print(f"{'':32}" + "".join(f"{measure:>24}" for measure in MEASURES))
    for file, row in [*sorted(table.items()), ("all", total)]:
        cells = (f"{has:>6} of {of:<6}{100 * has / of if of else 100:6.2f} %" for of, has in map(row.get, MEASURES))
        print(f"{file:32}" + "".join(f"{cell:>24}" for cell in cells))


def main():
    """Prints table and places; 1 if there is a place."""
    functions = json.load(sys.stdin)["data"][0]["functions"]
    covered = gather(functions)
    lines = line_counts(sys.argv[1])
    print_table(sum_up(covered, lines))
    places = sorted({place[:6] for place, is_covered in covered.items() if not is_covered})
    for file, line, column, unit, what, lack in places:
        print(f"{file}:{line}:{column}: {what} {lack}" + (f" [{unit}]" if unit else ""))
    return 1 if places or not all(all(numbers.values()) for numbers in lines.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
