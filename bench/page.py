# SPDX-License-Identifier: Apache-2.0
"""Figures into a page of the documentation, so that none is typed."""

import re
from pathlib import Path


def digits(value: float) -> str:
    """Three significant digits, thousands apart."""
    if value >= 100:
        magnitude = 10 ** (len(str(int(value))) - 3)
        return f"{round(value / magnitude) * magnitude:,.0f}"
    return f"{value:.3g}"


def table(heads: list[str], lines: list[list[str]]) -> str:
    rule = "|".join("---" if i == 0 else "---:" for i in range(len(heads)))
    return "\n".join(["| " + " | ".join(heads) + " |", f"|{rule}|", *("| " + " | ".join(l) + " |" for l in lines)])


def fill(page: Path, blocks: dict[str, str]) -> None:
    """Writes the text between the lines `<!-- begin NAME -->` and `<!-- end NAME -->` anew."""
    text = page.read_text()
    for name, block in blocks.items():
        pattern = re.compile(rf"(<!-- begin {name} -->\n).*?(<!-- end {name} -->)", re.DOTALL)
        assert pattern.search(text), f"{page.name} has no block {name}"
        text = pattern.sub(lambda found: f"{found[1]}{block}\n{found[2]}", text)
    page.write_text(text)
