# SPDX-License-Identifier: Apache-2.0
"""What the page on one enterprise shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from .. import _html
from ..assessment import Assessment, Finding
from ..enums import Grade, Kind, Operator, Unit, Verdict
from ..facts import fact
from ..rules import Criterion
from . import plots

_WEAK = (Grade.NONE, Grade.SINGLE_SOURCE, Grade.RECONSTRUCTED)
_AMOUNTS = (Kind.VALUE, Kind.TOTAL)
_SHARES = (Kind.RATIO, Kind.MEAN_GROWTH)
# Basis points in a whole.
_WHOLE_BP = 100 * Unit.PERCENT.factor
_ONE_SIDED = (Operator.GE, Operator.GT, Operator.LE, Operator.LT)


class Row(NamedTuple):
    """A line of the table of conditions."""

    finding: Finding
    depth: int
    points: str
    margin: str
    distance: str
    source: str
    is_weak: bool


def page(found: Assessment, words: dict[str, str]) -> dict[str, Any]:
    """What the template ``enterprise.html`` takes."""
    language = found.language
    parts = [list(_rows(part, words)) for part in _html.dimensions(found)]
    leaves = [row.finding for part in parts for row in part if row.finding.criterion.facts]
    bars = list(_bars(found, leaves))
    return {
        "found": found,
        "promise": _html.promise(found),
        "counts": Counter(leaf.verdict for leaf in leaves if not _is_guard(found, leaf.criterion)),
        "dimensions": [(part[0], part[1:]) for part in parts],
        "distance": _html.distance,
        "weak": list(weak_sources(found.rules.criteria)),
        "assumed": [fact(name).title(language) for name in found.assumed],
        "issues": [
            (fact(issue.fact), issue.other and fact(issue.other), issue.text) for issue in found.profile.issues()
        ],
        "figures": [
            (fact(name).title(language), fact(name).format(value, language), name in found.assumed)
            for name, value in found.profile.items()
        ],
        "chart": plots.bars(words["bars"], bars) if bars else "",
    }


def is_weak(criterion: Criterion) -> bool:
    """Whether its source should be checked before it is relied on. Combinations have none of their own."""
    return bool(criterion.facts) and criterion.grade in _WEAK


def weak_sources(criteria: Iterable[Criterion]) -> Iterator[Criterion]:
    """The criteria whose sources are weak, conflict, or leave something open."""
    return (criterion for criterion in criteria if is_weak(criterion) or criterion.caveat())


def _rows(findings: Iterable[Finding], words: dict[str, str]) -> Iterator[Row]:
    for finding in findings:
        about, depth = finding.criterion, max(finding.criterion.depth - 1, 0)
        source = about.source(finding.language) if about.facts else ""
        numbers = _earned(finding, words), margin(finding, words), _html.distance(finding)
        yield Row(finding, depth, *numbers, source, is_weak(about))


def _earned(finding: Finding, words: dict[str, str]) -> str:
    """Points earned, of how many; from what is certain to what is possible where that differs."""
    if not finding.criterion.points:
        return ""
    low, high = (localized(f"{float(points):g}", words) for points in finding.points)
    most = localized(f"{float(finding.criterion.points):g}", words)
    return words["points"].format(got=low if low == high else f"{low}–{high}", most=most)


# ----------------------------------------------------------------------------------- margins


def margin(finding: Finding, words: dict[str, str]) -> str:
    """The distance to the bound in words: "+2.97 percentage points"; empty where a number says nothing."""
    size = finding.margin
    if size is None or not _is_of_degree(finding.criterion):
        return ""
    sign = "−" if finding.verdict is Verdict.NOT_MET else "+"
    about = finding.criterion.facts[0]
    if finding.criterion.kind in _SHARES:
        return _points(abs(size), sign, words)
    if about.unit is Unit.BP:
        return _points(abs(size) / _WHOLE_BP, sign, words)
    return sign + about.format(about.value(int(abs(size))), finding.language)


def _is_of_degree(criterion: Criterion) -> bool:
    counts = any(about.unit in (Unit.LEVEL, Unit.FLAG) for about in criterion.facts)
    return criterion.kind in _AMOUNTS + _SHARES and not counts


def _points(size: Fraction, sign: str, words: dict[str, str]) -> str:
    """A difference of shares, cut to hundredths of a point, so that it never looks larger than it is."""
    cut = int(size * _WHOLE_BP)
    number = f"{cut // 100:,}.{cut % 100:02d}" if cut or not size else "<0.01"
    return f"{sign}{localized(number, words)} {words['point']}"


def localized(number: str, words: dict[str, str]) -> str:
    """A number as English writes it, with the marks of a language."""
    return number.translate({ord(","): words["thousands"], ord("."): words["decimal"]})


# -------------------------------------------------------------------------------------- bars


def _bars(found: Assessment, leaves: Iterable[Finding]) -> Iterator[plots.Bar]:
    """The conditions that are a matter of degree; not the guards of others, and not what only earns points."""
    for leaf in leaves:
        about = leaf.criterion
        is_bar = about.op in _ONE_SIDED and _is_of_degree(about) and not about.points and not _is_guard(found, about)
        if is_bar and leaf.observed is not None and leaf.required:
            ratio = float(leaf.observed / leaf.required)
            yield plots.Bar(leaf.title(), leaf.verdict, ratio, leaf.measured(), about.requirement(leaf.language))


def _is_guard(found: Assessment, about: Criterion) -> bool:
    above = about.parent
    return above is not None and found.rules[above].kind is Kind.WHEN and about.index == above + 1
