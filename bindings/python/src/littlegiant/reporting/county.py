# SPDX-License-Identifier: Apache-2.0
"""What the page on a table of enterprises shows."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from .. import _html
from ..assessment import Step, assess
from ..enums import Language, Level, Verdict
from ..facts import fact
from ..profile import Profile
from ..rules import RuleSet
from ..screening import CriterionCount, RegionCount, Screening
from . import plots
from .enterprise import weak_sources
from .words import fault_word

# The largest of each that a map shows; the tables show all.
_MAP_ROWS, _MAP_REGIONS, _MAP_DISTANCES = 14, 8, 6


def page(found: Screening, words: dict[str, str], language: Language) -> dict[str, Any]:
    """What the template ``county.html`` takes."""
    leaves = [count for count in found.criteria if count.criterion.facts]
    return {
        "found": found,
        "source": os.path.basename(found.source),
        "promise": _html.promise(assess(Profile(), found.rules, language=language)),
        "levels_chart": plots.stacks(words["levels"], _levels(found, language)),
        "maps": _maps(found, leaves, words, language),
        "leaves": leaves,
        "nearest": [(firm, firm.assessment.in_language(language)) for firm in found.nearest],
        "step": _step_text,
        "region": lambda region: words["further"] if region is None else region or words["no_region"],
        "level_names": {level: level.text(language) if level else words["none"] for level in _levels_of(found)},
        "fault": lambda fault: fault_word(fault, language),
        "weak": list(weak_sources(found.rules.criteria)),
        "assumed": [fact(name).title(language) for name in found.assumed],
        "fact_title": lambda name: fact(name).title(language),
    }


def _levels_of(found: Screening) -> list[Level]:
    return [Level.NONE, *(count.level for count in found.levels)]


def _levels(found: Screening, language: Language) -> list[tuple[str, Mapping[Verdict, int]]]:
    return [(count.level.text(language), count.verdicts) for count in found.levels]


def _step_text(step: Step) -> str:
    """A condition and how far it is: "R&D to revenue: +200.00 yuan (R&D expense)"."""
    distance = _html.distance(step.finding)
    return f"{step.finding.title()}: {distance}" if distance else step.finding.title()


# ----------------------------------------------------------------------------------- the maps


def _maps(
    found: Screening, leaves: Sequence[CriterionCount], words: dict[str, str], language: Language
) -> list[tuple[str, str, str]]:
    """Heading, explanation and drawing of each map; by region only where there are several."""
    maps = []
    if any(found.obstacles.values()):
        maps.append(("map_distance", _by_distance(found, language)))
    if len(found.regions) > 1 and any(count.steps for count in found.regions):
        maps.append(("map_region", _by_region(found, words, language)))
    return [(words[name], words[f"{name}_intro"], plots.heat(name, words[name], table)) for name, table in maps]


def _by_distance(found: Screening, language: Language) -> plots.Heat:
    """Conditions to change, by how many there are; the last column has all that are farther away."""
    distances = [distance for distance in found.distances if distance]
    near, far = distances[: _MAP_DISTANCES - 1], distances[_MAP_DISTANCES - 1 :]
    groups = [[distance] for distance in near] + [far] * bool(far)
    names = [str(group[0]) if len(group) == 1 else f"{group[0]}–{group[-1]}" for group in groups]
    steps = [_sum([found.obstacles[distance] for distance in group]) for group in groups]
    return _heat(found.rules, names, steps, [sum(found.distances[one] for one in group) for group in groups], language)


def _by_region(found: Screening, words: dict[str, str], language: Language) -> plots.Heat:
    regions = found.regions[:_MAP_REGIONS]
    names = [words["further"] if count.region is None else count.region or words["no_region"] for count in regions]
    return _heat(found.rules, names, [count.steps for count in regions], [_size(count) for count in regions], language)


def _heat(
    rules: RuleSet, columns: Sequence[str], steps: Sequence[Mapping[str, int]], sizes: Sequence[int], language: Language
) -> plots.Heat:
    """The criteria that are most often in the way, the most frequent first."""
    total = _sum(steps)
    top = sorted(total, key=lambda name: -total[name])[:_MAP_ROWS]
    numbers = [[column.get(name, 0) for column in steps] for name in top]
    shares = [[number / (size or 1) for number, size in zip(row, sizes)] for row in numbers]
    names = [f"{column} ({size})" for column, size in zip(columns, sizes)]
    return plots.Heat([rules[name].title(language) for name in top], names, numbers, shares)


def _size(count: RegionCount) -> int:
    return sum(count.verdicts.values())


def _sum(counts: Sequence[Mapping[str, int]]) -> dict[str, int]:
    names = dict.fromkeys(name for count in counts for name in count)
    return {name: sum(count.get(name, 0) for count in counts) for name in names}
