#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A county's coaching list: who qualifies, and who misses the title by the fewest conditions.

python3 coaching_list.py RULES FILE.csv
"""

import csv
import sys

from littlegiant import Assessment, LittleGiantError, Profile, Verdict, assess

LABELS = ("id", "name", "credit_code", "region")


def judge(path: str, rules: str) -> list[tuple[str, Assessment]]:
    """Every enterprise of the file that can be judged; what cannot is told with its line."""
    judged = []
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            try:
                judged.append((row["id"], assess(Profile.from_mapping(row, ignore=LABELS), rules)))
            except LittleGiantError as error:
                print(f"{path}:{reader.line_num}: {error}", file=sys.stderr)
    return judged


def main() -> None:
    rules, path = sys.argv[1:]
    judged = judge(path, rules)
    counts: dict[Verdict, int] = dict.fromkeys(Verdict, 0)
    for _, result in judged:
        counts[result.verdict] += 1
    print(", ".join(f"{count} {verdict.text()}" for verdict, count in counts.items()))
    near = sorted((len(result.route), name, result) for name, result in judged if result.route)
    for steps, name, result in near[:10]:
        print(f"{name}: {steps} to go, first {result.route[0].finding.title()}")


if __name__ == "__main__":
    main()
