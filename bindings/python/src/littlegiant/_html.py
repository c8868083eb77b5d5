# SPDX-License-Identifier: Apache-2.0
"""An assessment, or a rule set, as a table for notebooks: one self-contained piece of HTML, everything escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

from .enums import Kind, Language, Unit, Verdict
from .facts import fact
from .quantity import Quantity
from .values import number_of

if TYPE_CHECKING:
    from .assessment import Assessment, Finding
    from .rules import Criterion, RuleSet

# Colours that white text stands out from, and that are told apart by the words as well.
COLOURS = {
    Verdict.MET: "#1a7f37",
    Verdict.NOT_MET: "#b42318",
    Verdict.UNKNOWN: "#805a00",
    Verdict.NOT_APPLICABLE: "#57606a",
}

_STYLE = """
.littlegiant table { border-collapse: collapse; width: 100%; }
.littlegiant th, .littlegiant td { text-align: left !important; vertical-align: top; padding: .25em .6em;
  border-bottom: 1px solid rgba(128, 128, 128, .35); }
.littlegiant tr.dimension th { padding-top: .9em; }
.littlegiant small { opacity: .75; }
.littlegiant .verdict { color: #fff; border-radius: .25em; padding: 0 .45em; white-space: nowrap; }
""" + "".join(f".littlegiant .{verdict} {{ background: {colour}; }}\n" for verdict, colour in COLOURS.items())

# The headings, in the languages of the library.
_WORDS: dict[str, tuple[str, ...]] = {
    "en": (
        "Condition",
        "Verdict",
        "Measured",
        "Required",
        "Distance",
        "Source",
        "Still missing",
        "Shortest way",
        "Assumed",
    ),
    "zh": ("条件", "结论", "实测", "要求", "差距", "依据", "尚缺", "最短路径", "假定"),
    "id": (
        "Syarat",
        "Putusan",
        "Terukur",
        "Diminta",
        "Jarak",
        "Sumber",
        "Masih kurang",
        "Jalan terpendek",
        "Diandaikan",
    ),
}


def assessment(found: Assessment) -> str:
    """The whole assessment: verdict, a table by dimension, what is missing, the shortest way."""
    words = _WORDS.get(found.language.word, _WORDS["en"])
    return "".join(
        [
            f'<div class="littlegiant" lang="{found.language.word}"><style>{_STYLE}</style>',
            f"<p>{_badge(found.verdict, found.language)} <b>{escape(found.rules.title(found.language))}</b> "
            f"<small>[{escape(found.rules.id)}] {escape(found.rules.document)}</small></p>",
            f"<table><thead><tr>{''.join(f'<th>{word}</th>' for word in words[:6])}</tr></thead>",
            *map(_dimension, dimensions(found)),
            "</table>",
            _list(words[6], (missing.fact.title(found.language) for missing in found.missing)),
            _list(words[7], (step.finding.title() for step in found.route)),
            _list(words[8], (fact(name).title(found.language) for name in found.assumed)),
            f"<p><small>{escape(promise(found))}</small></p></div>",
        ]
    )


def ruleset(rules: RuleSet) -> str:
    """The conditions of a rule set, in English as its ``str()`` is."""
    until = f"to {rules.in_force_to}" if rules.in_force_to else "on"
    words = _WORDS["en"]
    return "".join(
        [
            f'<div class="littlegiant" lang="en"><style>{_STYLE}</style>',
            f"<p><b>{escape(rules.title())}</b> <small>[{escape(rules.id)}] {escape(rules.document)}, "
            f"for applications from {rules.in_force_from} {until}</small></p>",
            f"<table><thead><tr><th>{words[0]}</th><th>{words[3]}</th><th>{words[5]}</th></tr></thead><tbody>",
            *map(_condition, rules.criteria),
            f"</tbody></table><p><small>{escape(rules.caveat())}</small></p></div>",
        ]
    )


# How a row combines those below it, in the words of the catalogue in docs/rules.
_COMBINES = {
    Kind.ALL: "all of these",
    Kind.ANY: "any of these",
    Kind.WHEN: "where the first holds, the others",
    Kind.BEST: "points of the best of these",
    Kind.SUM: "points of these together",
}


def _condition(row: Criterion) -> str:
    title = escape(row.title()) if row.facts else f"<b>{escape(row.title())}</b>"
    cells = ("; ".join(filter(None, _demands(row))), f"{row.source()}; {row.grade.text()}")
    return (
        f'<tr><td style="padding-left: {row.depth * 1.2 + 0.6:.1f}em">{title}{_caveat(row)}</td>'
        f"{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
    )


def _demands(row: Criterion) -> Iterator[str]:
    yield row.requirement() or _COMBINES.get(row.kind, "")
    if row.points_floor:
        yield f"at least {row.points_floor} points"
    if row.points:
        yield f"{'' if row.facts else 'at most '}{row.points} points"


def dimensions(found: Assessment) -> Iterator[list[Finding]]:
    """The rows below the whole standard, cut where a dimension begins. A dimension may be a single condition."""
    rows = [row for row in found.criteria[1:] if not _is_left_out(found, row)]
    starts = [i for i, row in enumerate(rows) if row.criterion.depth == 1]
    return (rows[start:end] for start, end in zip(starts, [*starts[1:], len(rows)]))


def _is_left_out(found: Assessment, row: Finding) -> bool:
    """Below a condition that does not apply only its guard is shown, as the reason; so do the explanations."""
    above = row.criterion.parent
    while above is not None:
        parent = found.criteria[above]
        is_guard = row.criterion.index == above + 1
        if parent.criterion.kind is Kind.WHEN and parent.verdict is Verdict.NOT_APPLICABLE and not is_guard:
            return True
        row, above = parent, parent.criterion.parent
    return False


def _dimension(rows: list[Finding]) -> str:
    if len(rows) == 1:
        return f"<tbody>{_row(rows[0], 0)}</tbody>"
    head = rows[0]
    title = f'<th colspan="6" scope="rowgroup">{_badge(head.verdict, head.language)} {escape(head.title())}{_caveat(head)}</th>'
    return f'<tbody><tr class="dimension">{title}</tr>{"".join(_row(row, row.criterion.depth - 1) for row in rows[1:])}</tbody>'


def _row(row: Finding, depth: int) -> str:
    source = f"{row.criterion.source(row.language)}; {row.grade.text(row.language)}" if row.criterion.facts else ""
    cells = (row.measured(), row.criterion.requirement(row.language), distance(row), source)
    return (
        f'<tr><td style="padding-left: {depth * 1.2 + 0.6:.1f}em">{escape(row.title())}{_caveat(row)}</td>'
        f"<td>{_badge(row.verdict, row.language)}</td>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
    )


def distance(row: Finding) -> str:
    """By how much the lever must move: "+0.01 yuan (Operating revenue)". A flag must turn; that says nothing more."""
    if row.lever is None or row.lever_change is None or row.lever.unit is Unit.FLAG:
        return ""
    change = row.lever_change
    sign = "+" if number_of(change) > 0 else "−"
    size = abs(change) if isinstance(change, Quantity) else abs(int(change))
    return f"{sign}{row.lever.format(size, row.language)} ({row.lever.title(row.language)})"


def _badge(verdict: Verdict, language: Language) -> str:
    return f'<span class="verdict {verdict}">{escape(verdict.text(language))}</span>'


def _caveat(row: Finding | Criterion) -> str:
    return f"<br><small>{escape(row.caveat())}</small>" if row.caveat() else ""


def _list(heading: str, items: Iterable[str]) -> str:
    text = "; ".join(items)
    return f"<p><b>{heading}:</b> {escape(text)}</p>" if text else ""


def promise(found: Assessment) -> str:
    """What a verdict does not promise: the last line of every explanation."""
    return found.explain().splitlines()[-1]
