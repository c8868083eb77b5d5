# SPDX-License-Identifier: Apache-2.0
"""The charts of a report as pieces of SVG, drawn by matplotlib. Their text stays text, in the fonts of the reader.

Charts are drawn from numbers that are exact elsewhere on the page: here alone they become floats.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

import matplotlib
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from .._html import COLOURS
from ..enums import Verdict

#: What tells verdicts apart besides colours.
SYMBOLS = {Verdict.MET: "✓", Verdict.NOT_MET: "✗", Verdict.UNKNOWN: "?", Verdict.NOT_APPLICABLE: "–"}

# All lengths are in pixels.
_WIDTH = 880
_LABELS = 380
_ROW = 34
_LINE = 14
_HEAD = 30
_INK, _PALE = "#1f2933", "#ffffff"
# Widths of letters in a label, of which a Chinese one counts twice.
_UNITS = 54
_SHADES = LinearSegmentedColormap.from_list("shades", ["#f4f6f9", "#7f9ac0", "#12355b"])
_OPTIONS: Any = {"svg.fonttype": "none", "svg.hashsalt": "littlegiant"}


class Bar(NamedTuple):
    """One condition: how the measured value stands to what is required."""

    label: str
    verdict: Verdict
    #: Measured by required.
    ratio: float
    #: What stands beside it.
    measured: str
    required: str


class Heat(NamedTuple):
    """How many there are in each cell, and their share of the column, which is the shade."""

    rows: Sequence[str]
    columns: Sequence[str]
    numbers: Sequence[Sequence[int]]
    shares: Sequence[Sequence[float]]


class _Drawing:
    """A chart with a line for each row: labels at the left, and axes beside them.

    matplotlib sees a mark in place of each text. It knows neither the fonts of the reader nor Chinese, and
    would take a dollar sign for a formula; the texts themselves are put in, escaped, when all is drawn.
    """

    def __init__(self, name: str, labels: Sequence[str], columns: float, right: int = 12, head: int = _HEAD) -> None:
        self._name, self._texts = name, [""]
        height = head + _ROW * len(labels) + 6
        self._figure = Figure(figsize=(_WIDTH / 72, height / 72), dpi=72)
        box = (_LABELS / _WIDTH, 6 / height, (_WIDTH - _LABELS - right) / _WIDTH, _ROW * len(labels) / height)
        self.axes: Any = self._figure.add_axes(box)
        self.axes.set(xlim=(0, columns), ylim=(len(labels), 0), xticks=[], yticks=[])
        self.axes.set_frame_on(False)
        for row, label in enumerate(labels):
            self._label(row + 0.5, label)

    def text(self, x: float, y: float, text: str, **look: Any) -> None:
        """A text in the axes."""
        self._texts.append(text)
        look = {"ha": "center", "va": "center_baseline", "color": _INK, "size": 12, **look}
        self.axes.text(x, y, f"@{len(self._texts) - 1}@", **look)

    def heading(self, x: float, text: str) -> None:
        """A text above the axes."""
        self.text(x, -0.35, text)

    def _label(self, y: float, text: str) -> None:
        lines = wrapped(text)
        left = self.axes.transData.inverted().transform((_LABELS - 10, 0))[0]
        for number, line in enumerate(lines):
            self.text(left, y + (number - (len(lines) - 1) / 2) * _LINE / _ROW, line, ha="right")

    def svg(self, title: str) -> str:
        """The drawing, with ids that are its own on the page."""
        file = io.StringIO()
        with matplotlib.rc_context(_OPTIONS):
            self._figure.savefig(file, format="svg", metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
        drawn = file.getvalue()
        body = re.sub(r"<metadata>.*?</metadata>", "", drawn[drawn.index(">", drawn.index("<svg")) + 1 :], flags=re.S)
        body = re.sub(r'( id="|url\(#|href="#)', rf"\g<1>{self._name}-", body).replace("xlink:href", "href")
        body = re.sub(r"@(\d+)@", lambda mark: escape(self._texts[int(mark[1])]), body)
        height = round(self._figure.get_figheight() * 72)
        return f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(title)}">{body}'


# ------------------------------------------------------------------------------------ charts


def bars(title: str, rows: Sequence[Bar]) -> str:
    """Measured values in percent of what is required, up to twice as much."""
    drawing = _Drawing("bars", [row.label for row in rows], 2, right=250)
    for share in (0.5, 1.5, 2):
        drawing.axes.axvline(share, color="#d5dbe3", linewidth=1, zorder=0)
    for number, row in enumerate(rows):
        drawing.axes.barh(number + 0.5, min(max(row.ratio, 0), 2), 0.5, color=COLOURS[row.verdict])
        drawing.text(2.06, number + 0.3, f"{SYMBOLS[row.verdict]} {row.measured}", ha="left", weight="bold")
        drawing.text(2.06, number + 0.72, row.required, ha="left", size=11)
    drawing.axes.axvline(1, color=_INK, linewidth=2)
    for percent in (0, 50, 100, 150, 200):
        drawing.heading(percent / 100, f"{percent} %" if percent < 200 else "≥ 200 %")
    return drawing.svg(title)


def stacks(title: str, rows: Sequence[tuple[str, Mapping[Verdict, int]]]) -> str:
    """How many enterprises come out how, a bar for each level."""
    whole = max((sum(numbers.values()) for _, numbers in rows), default=0) or 1
    drawing = _Drawing("stacks", [label for label, _ in rows], whole, right=120, head=0)
    for number, (_, numbers) in enumerate(rows):
        left = 0
        for verdict in SYMBOLS:
            _stack(drawing, number, left, verdict, numbers[verdict], whole)
            left += numbers[verdict]
        met = numbers[Verdict.MET]
        drawing.text(whole * 1.02, number + 0.5, f"✓ {met} ({met * 100 // whole} %)", ha="left", weight="bold")
    return drawing.svg(title)


def _stack(drawing: _Drawing, row: int, left: int, verdict: Verdict, number: int, whole: int) -> None:
    hatch = "///" if verdict is Verdict.UNKNOWN else None
    drawing.axes.barh(row + 0.5, number, 0.66, left, color=COLOURS[verdict], edgecolor=_PALE, linewidth=1, hatch=hatch)
    if number * 14 > whole:
        look = {"color": _PALE, "weight": "bold"}
        if hatch:
            look["bbox"] = {"boxstyle": "square,pad=0.25", "color": COLOURS[verdict]}  # type: ignore[assignment]
        drawing.text(left + number / 2, row + 0.5, f"{SYMBOLS[verdict]} {number}", **look)


def heat(name: str, title: str, table: Heat) -> str:
    """A map: the darker a cell, the larger its share."""
    drawing = _Drawing(name, table.rows, max(len(table.columns), 1))
    drawing.axes.pcolormesh(table.shares, cmap=_SHADES, vmin=0, vmax=1, edgecolors=_PALE, linewidth=2)
    for x, column in enumerate(table.columns):
        drawing.heading(x + 0.5, wrapped(column, _UNITS * 8 // 5 // len(table.columns), 1)[0])
    for y, (numbers, shares) in enumerate(zip(table.numbers, table.shares)):
        for x, (number, share) in enumerate(zip(numbers, shares)):
            drawing.text(x + 0.5, y + 0.5, str(number), color=ink_on(share))
    return drawing.svg(title)


def ink_on(share: float) -> str:
    """What can be read on a shade. Only black and white contrast enough with all of them."""
    return max(("#000000", _PALE), key=lambda ink: contrast(ink, matplotlib.colors.to_hex(_SHADES(share))))


def contrast(one: str, other: str) -> float:
    """Of two colours, by the Web Content Accessibility Guidelines."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# ------------------------------------------------------------------------------------- lines


def wrapped(text: str, units: int = _UNITS, lines: int = 2) -> list[str]:
    """A text in so many lines at the most, and what is cut off is shown by an ellipsis."""
    found: list[str] = []
    rest = text.strip()
    while rest and len(found) < lines - 1:
        end = _end_of_line(rest, units)
        found.append(rest[:end].strip())
        rest = rest[end:].strip()
    if width(rest) > units:
        rest = rest[: _fitting(rest, units - 1)].strip() + "…"
    return [*found, rest] if rest or not found else found


def _end_of_line(text: str, units: int) -> int:
    """Behind the last word that fits; within a word where it is Chinese or too long."""
    fits = _fitting(text, units)
    space = text.rfind(" ", 0, fits + 1)
    return fits if fits == len(text) or space < fits // 2 else space


def _fitting(text: str, units: int) -> int:
    """How many letters fit, one at least."""
    taken = 0
    for number, letter in enumerate(text):
        taken += width(letter)
        if taken > units:
            return max(number, 1)
    return len(text)


def width(text: str) -> int:
    """Of a text, in letters of which a Chinese one counts twice."""
    return sum(1 + (unicodedata.east_asian_width(letter) in "WF") for letter in text)
