# SPDX-License-Identifier: Apache-2.0
"""Rule sets and facts as the program reflects them, so that no number of a rule is typed twice.

The one table that reflection does not show, the limits of the SME size standard, is read from the
boundary cases that were taken from the standard by hand (tests/cases).
"""

import csv
import json
import subprocess
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "build/release/cli/littlegiant"
POINTS_KINDS = ("best", "sum", "points-value")
SIZE_CLASSES = ("micro", "small", "medium", "large")  # LG_SIZE_MICRO is 1
FEN_PER_WAN = 1_000_000


@dataclass(frozen=True)
class Fact:
    """A fact: its name, the column that holds it in canonical units, and its documented range."""

    name: str
    column: str
    unit: str
    kind: str
    minimum: int
    maximum: int


@dataclass
class Row:
    """A criterion. bound and bound_high stand over denominator; total, parent and children are indices."""

    index: int
    id: str
    kind: str
    op: str | None
    facts: tuple[str, ...]
    bound: int
    bound_high: int
    denominator: int
    points: int
    floor: int
    parent: int | None
    total: int | None
    children: list[int] = field(default_factory=list)

    @property
    def is_leaf(self) -> bool:
        return bool(self.facts)

    @property
    def gives_points(self) -> bool:
        return self.kind in POINTS_KINDS


@dataclass(frozen=True)
class Ruleset:
    id: str
    rows: list[Row]

    @property
    def facts(self) -> list[str]:
        """Names of the facts that the rule set reads, in the order of their ids."""
        read = {fact for row in self.rows for fact in row.facts}
        return [name for name in facts() if name in read]

    @property
    def leaves(self) -> list[Row]:
        return [row for row in self.rows if row.is_leaf]

    def is_guard(self, row: Row) -> bool:
        parent = self.rows[row.parent] if row.parent is not None else None
        return parent is not None and parent.kind == "when" and parent.children[0] == row.index


def _ask(*arguments: str):
    return json.loads(subprocess.run([PROGRAM, *arguments, "--format", "json"], check=True, capture_output=True).stdout)


@cache
def facts() -> dict[str, Fact]:
    names = ("name", "column", "unit", "kind", "minimum", "maximum")
    return {f["name"]: Fact(*(f[name] for name in names)) for f in _ask("facts")}


@cache
def ruleset_ids() -> list[str]:
    return [rules["id"] for rules in _ask("rules")]


@cache
def ruleset(id: str) -> Ruleset:
    told = _ask("rules", id)["criteria"]
    index = {row["id"]: i for i, row in enumerate(told)}
    rows = [
        Row(i, t["id"], t["kind"], t["operator"], tuple(t["facts"]), t["bound"], t["bound_high"],
            t["bound_denominator"], t["points"], t["points_floor"], index.get(t["parent"]), index.get(t["total"]))
        for i, t in enumerate(told)
    ]
    for row in rows[1:]:
        rows[row.parent].children.append(row.index)
    return Ruleset(id, rows)


@cache
def size_limits() -> list[dict[str, dict[str, int]]]:
    """Per sector, in the order of size_sector: {"large": {"employees": 1000, "revenue_y1": 40_000_000_000}, ...}."""
    columns = {"employees": ("employees", 1), "revenue_wan": ("revenue_y1", FEN_PER_WAN),
               "assets_wan": ("total_assets_y1", FEN_PER_WAN)}
    sectors: dict[str, dict[str, dict[str, int]]] = {}
    with open(ROOT / "tests/cases/sme_size_300_vectors.csv", encoding="utf-8", newline="") as file:
        for case in csv.DictReader(file):
            limits = sectors.setdefault(case["industry_key"], {})
            if case["case"] == f"at_{case['expected']}_limit":
                limits[case["expected"]] = {fact: int(case[column]) * unit
                                            for column, (fact, unit) in columns.items() if case[column]}
    return list(sectors.values())
