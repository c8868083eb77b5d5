# SPDX-License-Identifier: Apache-2.0
"""What made the difference between two assessments."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

from ._call import listed
from ._native import LG_CRITERION_NONE, lg_cause, lib
from .assessment import Assessment, Finding
from .enums import Verdict
from .errors import WrongTypeError


@dataclass(frozen=True)
class Cause:
    """One criterion that made the difference."""

    #: True if it held the enterprise back in the earlier assessment, False if it does in the later one.
    before: bool
    #: What came out for it there.
    finding: Finding
    #: What came out for the criterion of the same id in the other assessment; None if there is none.
    other: Finding | None

    def __str__(self) -> str:
        return f"{'before' if self.before else 'after'}: {self.finding.text()}"


@dataclass(frozen=True)
class Flip:
    """Two overall verdicts, and what accounts for the difference."""

    before: Verdict
    after: Verdict
    #: Empty where the verdicts are the same.
    causes: tuple[Cause, ...]

    @property
    def changed(self) -> bool:
        """Whether the verdict is another."""
        return self.before is not self.after

    def __str__(self) -> str:
        return "\n".join([f"{self.before} -> {self.after}", *(f"  {cause}" for cause in self.causes)])


def flip(before: Assessment, after: Assessment) -> Flip:
    """Compares two assessments: one enterprise under two rule sets, or two years of it under one.

    The causes are the criteria that keep the enterprise from being met on the side or sides where it is not.

    >>> from littlegiant import Profile, assess, flip, wan
    >>> firm = Profile(srdi_title=True, revenue_y1=wan(10000), province_rank=2, it_supported_businesses=1)
    >>> before = assess(firm, "cn.little-giant.2020-reported")
    >>> firm["revenue_y1"] = wan(10001)
    >>> difference = flip(before, assess(firm, "cn.little-giant.2020-reported"))
    >>> difference.before.word, difference.after.word, [cause.finding.id for cause in difference.causes]
    ('not_met', 'met', ['revenue'])
    """
    for side in (before, after):
        if not isinstance(side, Assessment):
            raise WrongTypeError(f"flip() compares two assessments, not {side!r}; assess() makes one of a Profile")
    verdicts = ctypes.c_int32(), ctypes.c_int32()
    sides = (before.rules._address, before._profile._memory, after.rules._address, after._profile._memory)

    def write(array: Any, capacity: int, count: Any) -> int:
        return int(lib.lg_flip(*sides, *map(ctypes.byref, verdicts), array, capacity, count))

    causes = listed(write, lg_cause, len(before.rules) + len(after.rules))
    return Flip(
        Verdict(verdicts[0].value), Verdict(verdicts[1].value), tuple(_cause(row, (before, after)) for row in causes)
    )


def _cause(row: Any, sides: tuple[Assessment, Assessment]) -> Cause:
    other = None if row.other == LG_CRITERION_NONE else sides[1 - row.side].criteria[row.other]
    return Cause(row.side == 0, sides[row.side].criteria[row.criterion], other)
