# SPDX-License-Identifier: Apache-2.0
"""Rule sets and their criteria, as the library describes them."""

from __future__ import annotations

import ctypes
import datetime
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from . import _html
from ._call import check, counted, date_number, date_of, decoded, text_of
from ._lazy import lazy
from ._native import LG_CRITERION_NONE, lib
from .enums import Application, Grade, Kind, Language, Level, Operator, Status, Unit
from .errors import InvalidValueError, LittleGiantError, NoRulesError, unknown_name
from .facts import Fact, fact_at
from .words import language_number


@dataclass(frozen=True, repr=False)
class Criterion:
    """One row of a rule set: a test of facts, or a combination of the rows below it."""

    #: Unique in its rule set.
    id: str
    #: Its place in the rule set; 0 is the whole standard.
    index: int
    #: 0 for the whole standard, 1 for its dimensions, and so on.
    depth: int
    #: Index of the row that it belongs to; None for the whole standard.
    parent: int | None
    kind: Kind
    op: Operator
    #: The unit in which the standard states the bound; None where there is none.
    unit: Unit | None
    #: The facts that it reads, in the order that its kind names; empty for combinations.
    facts: tuple[Fact, ...]
    #: What the measured value is held against, in canonical units, ratios and rates of 1: 5 % is 1/20.
    bound: Fraction | None
    #: The upper bound of a range, else None.
    bound_high: Fraction | None
    #: Points that it earns when met, or the most that a sum of points comes to.
    points: Fraction
    #: Points that it earns in any case.
    points_floor: Fraction
    #: Document, article or item; ``source()`` says it in other languages.
    citation: str
    #: How well the row is evidenced.
    grade: Grade
    _rules: int = field(compare=False)

    def title(self, language: Language | str = "en") -> str:
        """What people call it."""
        return decoded(lib.lg_criterion_title(self._rules, self.index, language_number(language)))

    def caveat(self, language: Language | str = "en") -> str:
        """What the sources leave open; empty if nothing."""
        return decoded(lib.lg_criterion_caveat(self._rules, self.index, language_number(language)))

    def source(self, language: Language | str = "en") -> str:
        """The citation as it reads in a language."""
        return text_of(lib.lg_criterion_source, self._rules, self.index, language_number(language))

    def requirement(self, language: Language | str = "en") -> str:
        """What it demands, in words: ``"at least 3 %"``; empty for combinations that demand no number."""
        return text_of(lib.lg_criterion_requirement, self._rules, self.index, language_number(language))

    def __repr__(self) -> str:
        return f"<Criterion {self.id}: {self.kind}>"


class RuleSet:
    """One edition of one standard. A notebook shows its conditions as a table.

    >>> from littlegiant import ruleset
    >>> rules = ruleset("cn.little-giant.2022")
    >>> rules.title(), rules.in_force_from, rules.level.word
    ('Little Giant 2022', datetime.date(2022, 8, 1), 'little-giant')
    >>> rules["debt-ratio"].requirement(), rules["debt-ratio"].bound
    ('at most 70 %', Fraction(7, 10))
    >>> rules.criteria[0].depth, len(rules) == len(rules.criteria)
    (0, True)
    """

    def __init__(self, address: int) -> None:
        """Of the library's own; made by ``ruleset()``, ``rulesets()`` and ``select()``."""
        self._address = address
        self._info = lib.lg_ruleset_describe(address)[0]

    @property
    def id(self) -> str:
        """For example ``"cn.little-giant.2022"``."""
        return decoded(self._info.id)

    @property
    def programme(self) -> str:
        """What it belongs to, for example ``"cn.sme-gradient"``."""
        return decoded(self._info.programme)

    @property
    def level(self) -> Level:
        """The title that it gives."""
        return Level(self._info.level)

    @property
    def applications(self) -> tuple[Application, ...]:
        """For what it may be used."""
        return tuple(bit for bit in Application if self._info.application & bit)

    @property
    def in_force_from(self) -> datetime.date | None:
        """First day for applications; None if that is open."""
        return date_of(self._info.in_force_from)

    @property
    def in_force_to(self) -> datetime.date | None:
        """Last day for applications; None while it is in force."""
        return date_of(self._info.in_force_to)

    @property
    def compared_on(self) -> datetime.date | None:
        """When the table was last compared with its sources."""
        return date_of(self._info.compared_on)

    @property
    def grade(self) -> Grade:
        """How well its weakest criterion is evidenced."""
        return Grade(self._info.grade)

    @property
    def alternative(self) -> bool:
        """Whether it is a second reading of the sources, or the edition of one province: never selected by date."""
        return bool(self._info.alternative)

    @property
    def issuer(self) -> str:
        """Who issued it, in English."""
        return decoded(self._info.issuer)

    @property
    def document(self) -> str:
        """The number of the document, in Chinese."""
        return decoded(self._info.document)

    def title(self, language: Language | str = "en") -> str:
        """What people call it."""
        return decoded(lib.lg_ruleset_title(self._address, language_number(language)))

    def caveat(self, language: Language | str = "en") -> str:
        """What its sources leave open; empty if nothing."""
        return decoded(lib.lg_ruleset_caveat(self._address, language_number(language)))

    @lazy
    def digest(self) -> str:
        """The SHA-256 of ``table()`` in hexadecimal digits: another if any number, operator, article or grade is another.

        >>> from littlegiant import ruleset
        >>> import hashlib
        >>> rules = ruleset("cn.little-giant.2022")
        >>> rules.digest == hashlib.sha256(rules.table().encode()).hexdigest()
        True
        """
        digest = (ctypes.c_uint8 * _DIGEST_BYTES)()
        check(lib.lg_ruleset_digest(self._address, digest))
        return bytes(digest).hex()

    def table(self) -> str:
        """All that decides a verdict as one canonical text, the same on every machine."""
        return text_of(lib.lg_ruleset_table, self._address)

    @lazy
    def criteria(self) -> tuple[Criterion, ...]:
        """All rows in the order of the standard: a row's children follow it, one deeper."""
        return tuple(self._criterion(index) for index in range(self._info.criterion_count))

    @lazy
    def _by_id(self) -> dict[str, Criterion]:
        return {criterion.id: criterion for criterion in self.criteria}

    def __getitem__(self, criterion: str | int) -> Criterion:
        """A criterion by its id or its index; UnknownNameError if there is none of this id."""
        if isinstance(criterion, int):
            return self.criteria[criterion]
        try:
            return self._by_id[criterion]
        except (KeyError, TypeError):
            raise unknown_name(f"criterion of {self.id}", criterion, self._by_id) from None

    def __len__(self) -> int:
        return len(self.criteria)

    def __eq__(self, other: object) -> bool:
        return self._address == other._address if isinstance(other, RuleSet) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._address)

    def __repr__(self) -> str:
        return f"ruleset({self.id!r})"

    def __str__(self) -> str:
        return f"{self.title()} [{self.id}]"

    def _repr_html_(self) -> str:
        return _html.ruleset(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return ruleset, (self.id,)

    def _criterion(self, index: int) -> Criterion:
        row = lib.lg_ruleset_criterion(self._address, index)[0]
        parent = lib.lg_criterion_parent(self._address, index)
        return Criterion(
            id=decoded(row.id),
            index=index,
            depth=row.depth,
            parent=None if parent == LG_CRITERION_NONE else parent,
            kind=Kind(row.kind),
            op=Operator(row.op),
            unit=Unit(row.unit) if row.unit else None,
            facts=tuple(fact_at(number) for number in row.facts[: row.fact_count]),
            bound=None if row.op == Operator.NONE else Fraction(row.bound, row.bound_denominator),
            bound_high=Fraction(row.bound_high, row.bound_denominator) if row.op in _RANGES else None,
            points=points_of(row.points),
            points_floor=points_of(row.points_floor),
            citation=decoded(row.citation),
            grade=Grade(row.grade),
            _rules=self._address,
        )


_DIGEST_BYTES = 32
_RANGES = (Operator.BETWEEN, Operator.FROM_TO)


def points_of(hundredths: int) -> Fraction:
    """Points, exactly, from the hundredths in which the library keeps them."""
    return Fraction(hundredths, Unit.POINTS.factor)


_LEVELS = [level.word for level in Level if level]
_RULESETS: dict[str, RuleSet] = {rules.id: rules for rules in map(RuleSet, counted(lib.lg_ruleset_at))}


def rulesets() -> tuple[RuleSet, ...]:
    """All built-in rule sets, oldest first.

    >>> import littlegiant
    >>> littlegiant.rulesets()[0]
    ruleset('cn.little-giant.2018')
    """
    return tuple(_RULESETS.values())


def ruleset(id: str | RuleSet) -> RuleSet:
    """The rule set of this id; UnknownNameError, with the nearest id, if there is none.

    >>> import littlegiant
    >>> littlegiant.ruleset("cn.little-gaint.2022")
    Traceback (most recent call last):
      ...
    littlegiant.errors.UnknownNameError: there is no rule set 'cn.little-gaint.2022'; did you mean 'cn.little-giant.2022'?
    """
    if isinstance(id, RuleSet):
        return id
    try:
        return _RULESETS[id]
    except (KeyError, TypeError):
        advice = f"{id!r} is a level: select({id!r}, 'new', date) gives its rule set" if id in _LEVELS else ""
        raise unknown_name("rule set", id, _RULESETS, advice) from None


def select(
    level: Level | str,
    application: Application | str,
    date: datetime.date,
    *,
    programme: str | None = None,
) -> RuleSet:
    """The rule set in force for applications of this kind on this day. There is no fallback: NoRulesError if none is.

    >>> import datetime, littlegiant
    >>> littlegiant.select("little-giant", "new", datetime.date(2026, 5, 1))
    ruleset('cn.little-giant.2026')
    """
    asked = Level.of(level), Application.of(application), date_number(date)
    found = ctypes.c_void_p()
    name = None if programme is None else programme.encode()
    status = lib.lg_ruleset_select(name, *asked, ctypes.byref(found))
    if status == Status.E_NO_RULES:
        raise NoRulesError(
            f"no rule set is in force for {asked[0]}, application {asked[1]}, on {date}; "
            f"there are {_periods(*asked[:2], programme) or 'none on any day'}"
        )
    if status == Status.E_ARGUMENT:
        raise InvalidValueError(f"{asked[0]} is no level for which there are rule sets")
    if status != Status.OK or found.value is None:
        raise LittleGiantError(Status(status).text())
    return RuleSet(found.value)


def _periods(level: Level, application: Application, programme: str | None) -> str:
    """When rule sets can be selected."""
    found = (rules for rules in rulesets() if rules.level is level and application in rules.applications)
    if programme is not None:
        found = (rules for rules in found if rules.programme == programme)
    return ", ".join(
        f"{rules.id} from {rules.in_force_from} {f'to {rules.in_force_to}' if rules.in_force_to else 'on'}"
        for rules in found
        if not rules.alternative
    )
