# SPDX-License-Identifier: Apache-2.0
"""What comes out for one enterprise under one rule set."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, overload

from . import _html
from ._call import check, fraction_of, listed, text_of
from ._lazy import lazy
from ._native import LG_FACT_NONE, lg_finding, lg_missing_fact, lg_step, lib
from .assumptions import Assumptions
from .enums import Grade, Language, Reason, Unit, Verdict
from .errors import unknown_name
from .facts import Fact, Value, fact_at, facts, value_of
from .profile import Profile, profile_of
from .rules import Criterion, RuleSet, points_of, ruleset
from .words import language_number


@dataclass(frozen=True, repr=False)
class Finding:
    """What came out for one criterion.

    Measured and required values are exact. They are in canonical units (fen, months, basis points), ratios and
    growth as plain numbers: 3 % is 3/100. ``measured()`` and ``criterion.requirement()`` say them in words.
    """

    criterion: Criterion
    verdict: Verdict
    #: Why the verdict is unknown, else ``Reason.NONE``.
    reason: Reason
    #: The measured value; None while the verdict is unknown, and for combinations that measure nothing.
    observed: Fraction | None
    #: The bound, or the lower one of a range; None where there is none.
    required: Fraction | None
    #: The upper bound of a range, else None.
    required_high: Fraction | None
    #: Distance to the bound: never negative when met, never positive when not.
    margin: Fraction | None
    #: The fact that the enterprise would move to meet it, if there is one.
    lever: Fact | None
    #: By how much the lever must move, all else unchanged, so that it is just met; None where nothing is to be
    #: moved, or no movement can do it.
    lever_change: Value | None
    #: Points earned for certain, and points that are still possible.
    points: tuple[Fraction, Fraction]
    _assessment: Assessment = field(compare=False)

    @property
    def id(self) -> str:
        """Of the criterion."""
        return self.criterion.id

    @property
    def language(self) -> Language:
        """The language of its texts where none is asked for: that of the assessment."""
        return self._assessment.language

    @property
    def citation(self) -> str:
        """Document, article or item."""
        return self.criterion.citation

    @property
    def grade(self) -> Grade:
        """How well the criterion is evidenced."""
        return self.criterion.grade

    def title(self, language: Language | str | None = None) -> str:
        """What people call the criterion."""
        return self.criterion.title(self.language if language is None else language)

    def caveat(self, language: Language | str | None = None) -> str:
        """What the sources leave open on the criterion; empty if nothing."""
        return self.criterion.caveat(self.language if language is None else language)

    def measured(self, language: Language | str | None = None) -> str:
        """The measured value in words, ``"2.93 %"``, rounded so that it never looks better than its verdict."""
        return self._assessment._text(lib.lg_criterion_measured, language, self.criterion.index)

    def text(self, language: Language | str | None = None) -> str:
        """The finding in one paragraph: verdict, title, measured and required value, distance, citation, grade."""
        return self._assessment._text(lib.lg_explain_criterion, language, self.criterion.index)

    def __repr__(self) -> str:
        return f"<Finding {self.id}: {self.verdict}>"

    def __str__(self) -> str:
        return self.text()


class Findings(Sequence[Finding]):
    """The findings in the order of the standard, by their index or by the id of the criterion."""

    def __init__(self, findings: Sequence[Finding], rules: str) -> None:
        self._findings = tuple(findings)
        self._by_id: dict[str, Finding] = {finding.id: finding for finding in findings}
        self._rules = rules

    @overload
    def __getitem__(self, key: int | str) -> Finding: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Finding, ...]: ...

    def __getitem__(self, key: int | str | slice) -> Finding | tuple[Finding, ...]:
        if not isinstance(key, str):
            return self._findings[key]
        try:
            return self._by_id[key]
        except KeyError:
            raise unknown_name(f"criterion of {self._rules}", key, self._by_id) from None

    def __contains__(self, key: object) -> bool:
        """Whether there is such a finding, or one for a criterion of this id."""
        return key in self._by_id if isinstance(key, str) else key in self._findings

    def __len__(self) -> int:
        return len(self._findings)

    def __repr__(self) -> str:
        return f"<{len(self)} findings under {self._rules}>"


@dataclass(frozen=True)
class MissingFact:
    """A fact that is unknown and could still change the overall verdict."""

    fact: Fact
    #: Whether some value of this fact alone would settle the overall verdict.
    settles: bool

    @property
    def name(self) -> str:
        """Of the fact."""
        return self.fact.name

    def __str__(self) -> str:
        return self.fact.name


@dataclass(frozen=True)
class Step:
    """One condition between the enterprise and the title."""

    #: The finding: not met is to be changed, unknown is to be shown.
    finding: Finding
    #: The fact to move, if it is a matter of degree.
    lever: Fact | None
    #: By how much; of a pass mark, the points that are missing for certain. None where it is no matter of degree.
    change: Value | None

    @property
    def verdict(self) -> Verdict:
        """``NOT_MET``: to be changed. ``UNKNOWN``: to be shown."""
        return self.finding.verdict

    def __str__(self) -> str:
        return self.finding.text()


class Assessment:
    """All findings of one profile under one rule set, and the overall verdict. Made by ``assess()``.

    It keeps a copy of the profile, so that it stays what it was. ``print()`` shows it in words, a notebook as a table.
    """

    def __init__(self, profile: Profile, rules: RuleSet, assume: Assumptions, language: Language | str) -> None:
        self._rules = rules
        self._profile = profile.copy()
        self._language = Language(language_number(language))
        self._assumed = self._assume(assume)
        self._found, self._verdict = self._evaluate()

    @property
    def rules(self) -> RuleSet:
        """The rule set."""
        return self._rules

    @property
    def profile(self) -> Profile:
        """A copy of the profile that was judged, with what was assumed."""
        return self._profile.copy()

    @property
    def language(self) -> Language:
        """The language of texts where none is asked for."""
        return self._language

    @property
    def assumed(self) -> tuple[str, ...]:
        """The assumed facts that the verdict rests on: those that could have changed it had they stayed unknown."""
        return self._assumed

    @property
    def verdict(self) -> Verdict:
        """The overall verdict: ``result.verdict is Verdict.MET``; its word is ``result.verdict.word``."""
        return self._verdict

    @lazy
    def criteria(self) -> Findings:
        """What came out for every criterion, by index or id."""
        return Findings([self._finding(row) for row in self._found], self._rules.id)

    def __getitem__(self, criterion: str) -> Finding:
        """The finding for a criterion by its id; UnknownNameError if there is none."""
        return self.criteria[criterion]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.criteria)

    @lazy
    def missing(self) -> tuple[MissingFact, ...]:
        """The facts that are unknown and could still change the verdict, and no others: none if it is settled."""
        return tuple(MissingFact(fact_at(row.fact), bool(row.settles)) for row in self._missing(self._profile))

    @lazy
    def route(self) -> tuple[Step, ...]:
        """The shortest way to meet the whole standard; empty if it is met or does not apply."""
        return tuple(map(self._step, self._list(lib.lg_route, lg_step, len(self._rules), self._profile)))

    def in_language(self, language: Language | str) -> Assessment:
        """The same assessment with its texts in another language."""
        return _assessed(self._profile, self._rules, Language(language_number(language)), self._assumed)

    def explain(self, language: Language | str | None = None) -> str:
        """The whole assessment in words."""
        return self._text(lib.lg_explain, language)

    def receipt(self) -> str:
        """What the assessment rests on, as lines of ``key value``: the library, the edition, the digest of its table.

        >>> from littlegiant import Profile, assess
        >>> lines = assess(Profile(), "cn.little-giant.2022").receipt().splitlines()
        >>> lines[1], [line.split()[0] for line in lines]
        ('rules cn.little-giant.2022', ['library', 'rules', 'document', 'in_force_from', 'in_force_to', 'table'])
        """
        return text_of(lib.lg_receipt, self._rules._address)

    def __str__(self) -> str:
        return self.explain()

    def __repr__(self) -> str:
        return f"<Assessment under {self._rules.id}: {self._verdict}>"

    def _repr_html_(self) -> str:
        return _html.assessment(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return _assessed, (self._profile, self._rules, self._language, self._assumed)

    # ----------------------------------------------------------------------- the library

    def _assume(self, assume: Assumptions) -> tuple[str, ...]:
        missing = {fact_at(row.fact).name for row in self._missing(self._profile)} if assume else set()
        filled = self._profile._fill(assume)
        return tuple(name for name in filled if name in missing)

    def _evaluate(self) -> tuple[Sequence[Any], Verdict]:
        verdict = ctypes.c_int32()
        found: Any = (lg_finding * len(self._rules))()
        check(
            lib.lg_evaluate(self._rules._address, self._profile._memory, found, len(found), None, ctypes.byref(verdict))
        )
        return found, Verdict(verdict.value)

    def _missing(self, profile: Profile) -> Sequence[Any]:
        return self._list(lib.lg_missing, lg_missing_fact, len(facts()), profile)

    def _list(self, function: Any, element: Any, expected: int, profile: Profile) -> Sequence[Any]:
        def write(array: Any, capacity: int, count: Any) -> int:
            return int(function(self._rules._address, profile._memory, array, capacity, count))

        return listed(write, element, expected)

    def _text(self, function: Any, language: Language | str | None, *criterion: int) -> str:
        number = language_number(self._language if language is None else language)
        return text_of(function, self._rules._address, *criterion, self._profile._memory, number)

    def _finding(self, row: Any) -> Finding:
        lever = None if row.lever == LG_FACT_NONE else fact_at(row.lever)
        return Finding(
            criterion=self._rules[row.criterion],
            verdict=Verdict(row.verdict),
            reason=Reason(row.reason),
            observed=fraction_of(row.observed),
            required=fraction_of(row.required),
            required_high=fraction_of(row.required_high),
            margin=fraction_of(row.margin),
            lever=lever,
            lever_change=_change(lever, row.lever_change),
            points=(points_of(row.points_low), points_of(row.points_high)),
            _assessment=self,
        )

    def _step(self, row: Any) -> Step:
        lever = None if row.lever == LG_FACT_NONE else fact_at(row.lever)
        return Step(self.criteria[row.criterion], lever, _change(lever, row.change))


def _change(lever: Fact | None, change: int) -> Value | None:
    """A movement in the unit of what moves; without a lever it is points."""
    if change == 0:
        return None
    if lever is None:
        return value_of(change, Unit.CP)
    return change if lever.unit is Unit.FLAG else lever.value(change)


def assess(
    profile: Profile,
    rules: RuleSet | str,
    *,
    assume: Assumptions = (),
    language: Language | str = "en",
) -> Assessment:
    """Judges a profile by a rule set, given by its id.

    ``assume`` takes values for facts that are unknown, as ``Profile.fill()`` does, for this assessment alone: the names
    of groups, a mapping of facts to values, or several of these. ``language`` is that of the texts.
    UnknownNameError: no such rule set, fact, group or language. Releases the GIL; safe to call from several threads.

    >>> from littlegiant import Profile, assess, yuan
    >>> firm = Profile(srdi_title=True, revenue_y1=yuan(100000000), province_rank=2)
    >>> result = assess(firm, "cn.little-giant.2020-reported")
    >>> result
    <Assessment under cn.little-giant.2020-reported: not_met>
    >>> revenue = result["revenue"]
    >>> revenue.verdict.word, revenue.margin, revenue.lever_change
    ('not_met', Fraction(0, 1), yuan('0.01'))
    >>> print(revenue)
    [not met] Annual operating revenue: measured 100,000,000.00 yuan; required more than 100,000,000.00 yuan; needs 0.01 yuan more of "Operating revenue, last full year", all else unchanged (press report, 13 Nov 2020, requirement 2; single source)
    >>> [step.finding.id for step in result.route]
    ['revenue', 'it-support']

    The verdict is settled, so that no missing fact matters; one fen more, and one does:

    >>> result.missing
    ()
    >>> firm["revenue_y1"] += revenue.lever_change
    >>> [missing.name for missing in assess(firm, "cn.little-giant.2020-reported").missing]
    ['it_supported_businesses']
    >>> assess(firm, "cn.little-giant.2020-reported", assume={"it_supported_businesses": 1}).verdict.word
    'met'
    """
    return Assessment(profile_of(profile, "assess()"), ruleset(rules), assume, language)


def _assessed(profile: Profile, rules: RuleSet, language: Language, assumed: tuple[str, ...]) -> Assessment:
    again = Assessment(profile, rules, (), language)
    again._assumed = assumed
    return again
