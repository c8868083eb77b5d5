# SPDX-License-Identifier: Apache-2.0
"""A rule set as SQL, written from its reflection: an independent reading of docs/logic.md.

SQL's own three-valued logic carries met (TRUE), not met (FALSE) and unknown (NULL). Of row i:

    c<i>   the verdict
    n<i>   TRUE where the row does not apply (only for rows that can come to that); c<i> then says nothing
    l<i>, h<i>   points for certain and still possible (only for BEST, SUM and POINTS_VALUE)

Products are of the smallest type that the documented ranges of the facts allow, up to HUGEINT.
"""

from dataclasses import dataclass

import rules
from rules import Row, Ruleset

INTEGER_MAX = 2**31 - 1  # the type of small literals
BIGINT_MAX = 2**63 - 1
HUGEINT_MAX = 2**127 - 1
COMPARE = {"ge": ">=", "gt": ">", "le": "<=", "lt": "<", "eq": "="}
SIZE_FACTS = ("employees", "revenue_y1", "total_assets_y1")


@dataclass(frozen=True)
class Term:
    """An exact whole number: its SQL, and the largest magnitude it can have."""

    sql: str
    size: int

    def __mul__(self, other: "Term") -> "Term":
        if self.sql == "1" or other.sql == "1":
            return other if self.sql == "1" else self
        size, operand = self.size * other.size, max(self.size, other.size)
        cast = "::HUGEINT" if size > BIGINT_MAX >= operand else "::BIGINT" if size > INTEGER_MAX >= operand else ""
        return Term(f"{self.sql}{cast} * {other.sql}", _checked(size))

    def __add__(self, other: "Term") -> "Term":
        return Term(f"({self.sql} + {other.sql})", _checked(self.size + other.size))

    def __sub__(self, other: "Term") -> "Term":
        return Term(f"({self.sql} - {other.sql})", _checked(self.size + other.size))


def _checked(size: int) -> int:
    assert size <= HUGEINT_MAX, "a product exceeds HUGEINT"
    return size


def number(n: int) -> Term:
    return Term(str(n), abs(n))


def fact(name: str) -> Term:
    info = rules.facts()[name]
    return Term(name, max(abs(info.minimum), abs(info.maximum)))


# ------------------------------------------------------------------------------------------- leaves

def against(row: Row, numerator: Term, denominator: Term) -> str:
    """numerator / denominator against the bounds of the row, by cross-multiplication."""
    left = (numerator * number(row.denominator)).sql
    low = (denominator * number(row.bound)).sql
    if row.op in COMPARE:
        return f"{left} {COMPARE[row.op]} {low}"
    high = (denominator * number(row.bound_high)).sql
    return f"({left} >= {low} AND {left} {'<=' if row.op == 'between' else '<'} {high})"


def with_bases(bases: list[str], test: str) -> str:
    """Undefined, hence unknown, over a base that is zero or less."""
    return f"CASE WHEN {' AND '.join(f'{b} > 0' for b in bases)} THEN {test} END"


def mean_growth(row: Row) -> str:
    y1, y2, y3 = map(fact, row.facts)
    twice = number(2) * y2 * y3
    return with_bases([y2.sql, y3.sql], against(row, y1 * y3 + y2 * y2 - twice, twice))


def compound_growth(row: Row) -> str:
    """y1 / y3 against (1 + p/q)^2; only for bounds from which the rate itself follows (at least, more than, ...)."""
    y1, y3 = map(fact, row.facts)
    q = row.denominator
    left, right = y1 * number(q * q), y3 * number((q + row.bound) ** 2)
    return with_bases([y3.sql], f"{left.sql} {COMPARE[row.op]} {right.sql}")


def below_limits(limits: dict[str, int]) -> str:
    """An enterprise is in the larger class only if it reaches the limits of all its sector's indicators."""
    return "(" + " OR ".join(f"{name} < {limit}" for name, limit in limits.items()) + ")"


def sme_size(row: Row) -> str:
    assert row.op == "le", "only 'at most this class' is written"
    above = rules.SIZE_CLASSES[row.bound]  # classes count from 1, so this is the next larger one
    sectors = [below_limits(limits[above]) for limits in rules.size_limits()]
    cases = " ".join(f"WHEN {i + 1} THEN {test}" for i, test in enumerate(sectors))
    settled = f"CASE WHEN {' AND '.join(sectors)} THEN TRUE WHEN NOT ({' OR '.join(sectors)}) THEN FALSE END"
    return f"CASE WHEN size_sector IS NULL THEN {settled} ELSE CASE size_sector {cases} END END"


def total(row: Row) -> str:
    """Facts of which none can be negative: those that are known may be enough."""
    assert row.op == "ge", "only 'at least' is written"
    known = " + ".join(f"coalesce({name}, 0)" for name in row.facts)
    return f"CASE WHEN {known} >= {row.bound} THEN TRUE ELSE {' + '.join(row.facts)} >= {row.bound} END"


def leaf(row: Row, booleans: bool) -> str:
    first = fact(row.facts[0])
    one = number(1)
    if row.kind == "flag" and booleans:
        return first.sql if row.bound else f"NOT {first.sql}"
    if row.kind in ("value", "flag"):
        return against(row, first, one)
    if row.kind == "ratio":
        return with_bases([row.facts[1]], against(row, first, fact(row.facts[1])))
    if row.kind == "total":
        return total(row)
    return {"mean-growth": mean_growth, "compound-growth": compound_growth, "sme-size": sme_size}[row.kind](row)


# ------------------------------------------------------------------------------------- combinations

def join(terms: list[str], operator: str) -> str:
    return "(" + f" {operator} ".join(terms) + ")"


class Query:
    """The columns of a rule set, in layers: each row stands one layer above the highest row that it needs.

    booleans: flags are columns of BOOLEAN, not the numbers 0 and 1."""

    def __init__(self, ruleset: Ruleset, booleans: bool = False):
        self.rows = ruleset.rows
        self.booleans = booleans
        self.layers: list[dict[str, str]] = []
        self.height: dict[int, int] = {}
        self.can_lapse: dict[int, bool] = {}
        for row in reversed(self.rows):
            self._place(row)

    def _place(self, row: Row) -> None:
        needs = row.children + ([row.total] if row.total is not None else [])
        height = 1 + max((self.height[i] for i in needs), default=-1)
        self.height[row.index] = height
        self.can_lapse[row.index] = False
        while len(self.layers) <= height:
            self.layers.append({})
        for name, sql in self._columns(row).items():
            self.layers[height][f"{name}{row.index}"] = sql
            self.can_lapse[row.index] |= name == "n"

    # What a child is to its parent: neutral where it does not apply.
    def _in_all(self, i: int) -> str:
        return f"(c{i} OR n{i})" if self.can_lapse[i] else f"c{i}"

    def _in_any(self, i: int) -> str:
        return f"(c{i} AND NOT n{i})" if self.can_lapse[i] else f"c{i}"

    def _all_lapse(self, children: list[int]) -> str | None:
        return join([f"n{i}" for i in children], "AND") if all(self.can_lapse[i] for i in children) else None

    def _columns(self, row: Row) -> dict[str, str]:
        if row.gives_points:
            return self._points(row)
        if row.is_leaf:
            return {"c": leaf(row, self.booleans)}
        return {"all": self._all, "any": self._any, "at-least": self._at_least, "when": self._when,
                "pass-mark": self._pass_mark}[row.kind](row)

    def _lapsing(self, verdict: str, lapses: str | None) -> dict[str, str]:
        return {"c": verdict} if lapses is None else {"c": verdict, "n": lapses}

    def _all(self, row: Row) -> dict[str, str]:
        return self._lapsing(join([self._in_all(i) for i in row.children], "AND"), self._all_lapse(row.children))

    def _any(self, row: Row) -> dict[str, str]:
        return self._lapsing(join([self._in_any(i) for i in row.children], "OR"), self._all_lapse(row.children))

    def _when(self, row: Row) -> dict[str, str]:
        guard, *body = row.children
        lapses = self._all_lapse(body)
        holds = self._in_any(guard)
        na = f"({holds}) IS FALSE" if lapses is None else f"(({holds}) IS FALSE OR ({holds} AND {lapses}) IS TRUE)"
        return {"c": f"CASE WHEN {holds} THEN {join([self._in_all(i) for i in body], 'AND')} END", "n": na}

    def _at_least(self, row: Row) -> dict[str, str]:
        met = " + ".join(f"coalesce({self._in_any(i)}, FALSE)::INTEGER" for i in row.children)
        possible = " + ".join(f"coalesce({self._in_any(i)}, TRUE)::INTEGER" for i in row.children)
        return {"c": f"CASE WHEN {met} >= {row.bound} THEN TRUE WHEN {possible} < {row.bound} THEN FALSE END"}

    def _pass_mark(self, row: Row) -> dict[str, str]:
        return {"c": f"CASE WHEN l{row.total} >= {row.bound} THEN TRUE WHEN h{row.total} < {row.bound} THEN FALSE END"}

    def _earned(self, i: int, end: str) -> str:
        """Points of a child at the low or the high end of its interval."""
        child = self.rows[i]
        if child.gives_points:
            return f"{end}{i}"
        open_counts = "TRUE" if end == "h" else "FALSE"
        return f"CASE WHEN coalesce({self._in_any(i)}, {open_counts}) THEN {child.points} ELSE 0 END" \
            if child.points else "0"

    def _points(self, row: Row) -> dict[str, str]:
        if row.kind == "points-value":
            value = row.facts[0]  # least() would take NULL for nothing
            capped = f"CASE WHEN {value} < {row.points} THEN {value} WHEN {value} >= {row.points} THEN {row.points} END"
            low, high = f"coalesce({capped}, 0)", f"coalesce({capped}, {row.points})"
        else:
            low, high = (self._clamped(row, end) for end in "lh")
        return {"l": low, "h": high, "c": f"CASE WHEN {low} > 0 THEN TRUE WHEN {high} <= 0 THEN FALSE END"}

    def _clamped(self, row: Row, end: str) -> str:
        earned = [self._earned(i, end) for i in row.children]
        value = f"greatest(0, {', '.join(earned)})" if row.kind == "best" else f"({' + '.join(earned)})"
        capped = f"least({value}, {row.points})" if row.kind == "sum" or row.points else value
        return f"greatest({capped}, {row.floor})" if row.floor or row.kind == "sum" else capped

    def names(self, kinds: str = "cn") -> list[str]:
        """Columns of these kinds in the order of the rows."""
        made = {name for layer in self.layers for name in layer}
        return [f"{kind}{row.index}" for row in self.rows for kind in kinds if f"{kind}{row.index}" in made]

    def select(self, source: str, outputs: list[str], labels: tuple[str, ...] = ()) -> str:
        """SELECT of labels and outputs over a table of facts, one subquery per layer."""
        query = source
        for layer in self.layers:
            columns = ", ".join(f"{sql} AS {name}" for name, sql in layer.items())
            query = f"(SELECT *, {columns} FROM {query})"
        return f"SELECT {', '.join((*labels, *outputs))} FROM {query}"

    def code(self, row: Row) -> str:
        """The verdict as its number in the library: 0 unknown, 1 met, 2 not met, 3 not applicable."""
        return self._words(row, ("0", "1", "2", "3")) + "::UTINYINT"

    def points(self, row: Row, end: str) -> str:
        """Points of a row for certain (end l) or still possible (h), in hundredths."""
        return self._earned(row.index, end) + "::INTEGER"

    def word(self, row: Row) -> str:
        return self._words(row, ("'unknown'", "'met'", "'not_met'", "'not_applicable'"))

    def _words(self, row: Row, words: tuple[str, str, str, str]) -> str:
        i = row.index
        lapsed = f"WHEN n{i} THEN {words[3]} " if self.can_lapse[i] else ""
        return f"CASE {lapsed}WHEN c{i} THEN {words[1]} WHEN NOT c{i} THEN {words[2]} ELSE {words[0]} END"
