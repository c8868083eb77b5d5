# SPDX-License-Identifier: Apache-2.0
"""Many profiles judged in one call, as verdicts only: what 100,000 enterprises are counted by."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from ctypes import POINTER, c_uint8, c_uint64
from typing import Any, NamedTuple

from ._call import check
from ._native import lg_criterion_results, lg_default, lg_results, lg_step, lib
from .profile import Profile
from .rules import RuleSet

# Words in a set of facts.
_WORDS_OF_SET = 4


class Judged(NamedTuple):
    """Verdicts of profiles under one rule set, one byte a profile."""

    #: Overall.
    verdicts: bytes
    #: By criterion, in the order of the rule set; empty if not asked for.
    criteria: list[bytes]
    #: How many overall verdicts rest on what was assumed.
    assumed: int


def judge(profiles: Sequence[Profile], rules: RuleSet, defaults: Sequence[lg_default], *, criteria: bool) -> Judged:
    """The verdicts of all profiles at once; ``defaults`` are taken where a fact is unknown. Releases the GIL."""
    count = len(profiles)
    memory = b"".join(bytes(profile._memory) for profile in profiles)
    overall = (c_uint8 * count)()
    planes = [(c_uint8 * count)() for _ in rules.criteria] if criteria else []
    wanted = (lg_criterion_results * len(planes))(*(lg_criterion_results(verdicts=_start(plane)) for plane in planes))
    assumed = (c_uint64 * (count * _WORDS_OF_SET))()
    results = lg_results(
        struct_size=ctypes.sizeof(lg_results),
        verdicts=_start(overall),
        criteria=wanted,
        criterion_count=len(planes),
        assumed=ctypes.cast(assumed, POINTER(c_uint64)),
    )
    check(
        lib.lg_evaluate_profiles(
            rules._address, memory, lib.lg_profile_size(), _array(defaults), len(defaults), count, results, None
        )
    )
    sets = memoryview(assumed).cast("B").cast("Q")
    resting = sum(any(sets[i : i + _WORDS_OF_SET]) for i in range(0, len(sets), _WORDS_OF_SET)) if defaults else 0
    return Judged(bytes(overall), [bytes(plane) for plane in planes], resting)


def _start(array: Any) -> Any:
    return ctypes.cast(array, POINTER(c_uint8))


def _array(defaults: Sequence[lg_default]) -> Any:
    return (lg_default * len(defaults))(*defaults)


class Router:
    """The shortest ways under one rule set; not to be shared by threads."""

    def __init__(self, rules: RuleSet, defaults: Sequence[lg_default]) -> None:
        self._rules = rules._address
        self._defaults = _array(defaults)
        self._steps = (lg_step * len(rules))()
        self._count = ctypes.c_uint32()

    def steps(self, profile: Profile) -> list[tuple[int, int]]:
        """Index of the criterion and verdict of each step of one profile, with what is assumed."""
        assumed = profile.copy()
        check(lib.lg_profile_fill(assumed._memory, self._defaults, len(self._defaults), None))
        check(lib.lg_route(self._rules, assumed._memory, self._steps, len(self._steps), ctypes.byref(self._count)))
        return [(step.criterion, step.verdict) for step in self._steps[: self._count.value]]
