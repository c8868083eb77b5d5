# SPDX-License-Identifier: Apache-2.0
"""A rule set in the language of a peer.

A peer says how it names facts and earlier rows, and its objects carry Python's operators: NumPy
arrays, Polars and seine expressions do already, and Text writes them down for languages that are
read as text. What a peer does better in another way it overrides.

Each row of the rule set becomes a column c<i>, true when the row is met; where it can come out as
not applicable also n<i>, true when it is, and c<i> then says nothing.
"""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import and_, ge, gt, le, lt, or_
from typing import Any

import rules
from rules import Row, Ruleset

COMPARE = {"ge": ge, "gt": gt, "le": le, "lt": lt, "eq": lambda a, b: a == b}


class Translation:
    has_null = False  # whether the peer's logic has a third value

    def __init__(self, ruleset: Ruleset):
        self.ruleset = ruleset
        self.lapsing: set[int] = set()

    # ------------------------------------------------------------------- what a peer's language offers

    def fact(self, name: str) -> Any:
        raise NotImplementedError

    def earlier(self, name: str) -> Any:
        """A column that columns() has given before."""
        raise NotImplementedError

    def where(self, condition: Any, value: Any) -> Any:
        """The value where the condition holds. Elsewhere unknown; without such a thing, false."""
        return condition & value

    def is_false(self, verdict: Any) -> Any:
        """Settled, and not met."""
        return ~verdict

    def conjunction(self, items: Iterable[Any]) -> Any:
        return reduce(and_, items)

    def disjunction(self, items: Iterable[Any]) -> Any:
        return reduce(or_, items)

    # ------------------------------------------------------------------------------------------ leaves

    def against(self, row: Row, value: Any, base: Any = None) -> Any:
        """value, or value / base by cross-multiplication, against the bounds."""
        left = value * row.denominator if row.denominator != 1 else value
        low, high = (bound if base is None else base * bound for bound in (row.bound, row.bound_high))
        if row.op in COMPARE:
            return COMPARE[row.op](left, low)
        return (left >= low) & ((left <= high) if row.op == "between" else (left < high))

    def flag(self, row: Row) -> Any:
        return self.fact(row.facts[0]) == row.bound

    def ratio(self, row: Row) -> Any:
        a, b = map(self.fact, row.facts)
        return self.where(b > 0, self.against(row, a, b))

    def growth(self, row: Row) -> Any:
        y1, y2, y3 = map(self.fact, row.facts)
        twice = y2 * y3 * 2
        return self.where((y2 > 0) & (y3 > 0), self.against(row, y1 * y3 + y2 * y2 - twice, twice))

    def size(self, row: Row) -> Any:
        sector = self.fact("size_sector")
        below = [self.disjunction(self.fact(name) < limit for name, limit in limits.items()) for limits in above(row)]
        cases = self.disjunction((sector == i + 1) & test for i, test in enumerate(below))
        return cases | self.conjunction(below) if self.has_null else cases  # small in any sector, so in an unknown one

    def leaf(self, row: Row) -> Any:
        special = {"flag": self.flag, "ratio": self.ratio, "mean-growth": self.growth, "sme-size": self.size}
        return special[row.kind](row) if row.kind in special else self.against(row, self.fact(row.facts[0]))

    # ------------------------------------------------------------------------------------ combinations

    def in_all(self, i: int) -> Any:
        return self.earlier(f"c{i}") | self.earlier(f"n{i}") if i in self.lapsing else self.earlier(f"c{i}")

    def in_any(self, i: int) -> Any:
        return self.earlier(f"c{i}") & ~self.earlier(f"n{i}") if i in self.lapsing else self.earlier(f"c{i}")

    def all_of(self, children: list[int]) -> Any:
        return self.conjunction(map(self.in_all, children))

    def any_of(self, children: list[int]) -> Any:
        return self.disjunction(map(self.in_any, children))

    def when(self, guard: Any, body: Any) -> Any:
        return self.where(guard, body)

    def columns(self, row: Row) -> dict[str, Any]:
        if row.is_leaf:
            return {"c": self.leaf(row)}
        if row.kind == "when":
            guard, *body = row.children
            assert not self.lapsing.intersection(row.children), "conditions of a WHEN that lapse are not written"
            self.lapsing.add(row.index)
            holds = self.earlier(f"c{guard}")
            return {"c": self.when(holds, self.all_of(body)), "n": self.is_false(holds)}
        verdict = {"all": self.all_of, "any": self.any_of}[row.kind](row.children)
        if not self.lapsing.issuperset(row.children):
            return {"c": verdict}
        self.lapsing.add(row.index)
        return {"c": verdict, "n": self.conjunction(self.earlier(f"n{i}") for i in row.children)}

    def layers(self) -> list[dict[str, Any]]:
        """All columns, so that each needs none but those of earlier layers."""
        height: dict[int, int] = {}
        layers: list[dict[str, Any]] = []
        for row in reversed(self.ruleset.rows):
            height[row.index] = 1 + max((height[i] for i in row.children), default=-1)
            while len(layers) <= height[row.index]:
                layers.append({})
            layers[height[row.index]].update(
                {f"{kind}{row.index}": column for kind, column in self.columns(row).items()})
        return layers

    def in_order(self) -> Iterator[tuple[str, Any]]:
        """One column after the other, children before parents; each is wanted before the next is given."""
        for row in reversed(self.ruleset.rows):
            for kind, column in self.columns(row).items():
                yield f"{kind}{row.index}", column


def above(row: Row) -> list[dict[str, int]]:
    """Per sector, the limits at which an enterprise leaves the largest class that the row allows."""
    assert row.op == "le", "only 'at most this class' is written"
    return [limits[rules.SIZE_CLASSES[row.bound]] for limits in rules.size_limits()]


class Text:
    """An expression as text, in a language with these words for and, or, not."""

    words = ("&&", "||", "!")

    def __init__(self, text: str):
        self.text = text

    def __str__(self) -> str:
        return self.text

    def _join(self, operator: str, other: Any) -> "Text":
        return type(self)(f"({self} {operator} {other})")

    def __and__(self, other: Any) -> "Text":
        return self._join(self.words[0], other)

    def __or__(self, other: Any) -> "Text":
        return self._join(self.words[1], other)

    def __invert__(self) -> "Text":
        return type(self)(f"{self.words[2]}({self})")

    def __add__(self, other: Any) -> "Text":
        return self._join("+", other)

    def __sub__(self, other: Any) -> "Text":
        return self._join("-", other)

    def __mul__(self, other: Any) -> "Text":
        return self._join("*", other)

    def __ge__(self, other: Any) -> "Text":
        return self._join(">=", other)

    def __gt__(self, other: Any) -> "Text":
        return self._join(">", other)

    def __le__(self, other: Any) -> "Text":
        return self._join("<=", other)

    def __lt__(self, other: Any) -> "Text":
        return self._join("<", other)

    def __eq__(self, other: Any) -> "Text":  # type: ignore[override]
        return self._join("==", other)


class WrittenOut(Translation):
    """For languages in which a rule cannot refer to another: each row with all that is below it, as text."""

    def __init__(self, ruleset: Ruleset):
        super().__init__(ruleset)
        self.done: dict[str, Text] = {}

    def fact(self, name: str) -> Text:
        return Text(name)

    def earlier(self, name: str) -> Text:
        return self.done[name]

    def conjunction(self, items: Iterable[Text]) -> Text:
        return self._flat("&&", items)

    def disjunction(self, items: Iterable[Text]) -> Text:
        return self._flat("||", items)

    def _flat(self, word: str, items: Iterable[Text]) -> Text:
        """Without a parenthesis around every pair, which some parsers take ages over."""
        texts = [str(item) for item in items]
        return Text(f"({f' {word} '.join(texts)})" if len(texts) > 1 else texts[0])

    def in_any(self, i: int) -> Text:
        return self.done[f"c{i}"]  # a WHEN that does not apply is not met, so its guard need not be asked again

    def all(self) -> dict[str, Text]:
        for name, condition in self.in_order():
            self.done[name] = condition
        return self.done
