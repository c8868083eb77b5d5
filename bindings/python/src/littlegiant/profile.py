# SPDX-License-Identifier: Apache-2.0
"""What is known of one enterprise."""

from __future__ import annotations

import ctypes
import inspect
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, overload

from ._call import check, decoded, listed
from ._native import LG_FACT_NONE, lg_default, lg_issue, lib
from .assumptions import Assumptions, defaults_of
from .enums import Severity
from .errors import InvalidValueError, WrongTypeError
from .facts import Fact, Value, fact, fact_at, facts
from .quantity import Quantity
from .values import of_column, of_keyword

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._facts import AmountName, FactValues, FlagName, NumberName

_WORDS = (lib.lg_profile_size() + 7) // 8


class Profile(MutableMapping[str, Value]):
    """The known facts about one enterprise. What is not given stays unknown, which is never taken as zero or as no.

    Facts are given by name. Money, durations, shares and points bring their unit, counts and levels are whole
    numbers, flags are True or False, and None is unknown. A profile is a mapping of the facts that it knows.

    >>> from littlegiant import Profile, percent, wan, yuan
    >>> firm = Profile(revenue_y1=yuan("138000000"), employees=120, own_brand=True, size_sector="industry")
    >>> firm["revenue_y1"], firm["employees"], firm["size_sector"]
    (yuan('138000000'), 120, 2)
    >>> "rd_staff" in firm
    False
    >>> firm["rd_staff"] = 30
    >>> del firm["own_brand"]
    >>> firm
    Profile(revenue_y1=yuan('138000000'), employees=120, rd_staff=30, size_sector=2)
    >>> firm == Profile(revenue_y1=wan(13800), employees=120, rd_staff=30, size_sector=2)
    True

    What cannot be right is refused, with what would be right:

    >>> Profile(revenu_y1=yuan(1))
    Traceback (most recent call last):
      ...
    littlegiant.errors.UnknownNameError: there is no fact 'revenu_y1'; did you mean 'revenue_y1'?
    >>> Profile(revenue_y1=138000000)
    Traceback (most recent call last):
      ...
    littlegiant.errors.WrongTypeError: revenue_y1 needs a unit: write fen(138000000), yuan(138000000), wan(138000000) or yi(138000000)
    >>> Profile(market_share=percent("100.01"))
    Traceback (most recent call last):
      ...
    littlegiant.errors.InvalidValueError: market_share: 100.01 percent is outside the range from 0 percent to 100 percent
    """

    __slots__ = ("__weakref__", "_memory")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, **facts: Unpack[FactValues]) -> None:
        self._memory = (ctypes.c_uint64 * _WORDS)()
        check(lib.lg_profile_init(self._memory, lib.lg_profile_size()))
        self.set(**facts)

    @classmethod
    def from_mapping(cls, columns: Mapping[str, object], *, ignore: Iterable[str] = ()) -> Profile:
        """A profile from a row of a table, in which the names of the columns carry the units.

        Values are numbers, or text as in a cell; None and empty text are unknown. Columns that are no facts, such as
        labels, are left out, or named in ``ignore``. A row of pandas is taken as well, but its floats are not.
        UnknownNameError, InvalidValueError or WrongTypeError otherwise.

        >>> Profile.from_mapping({"id": "A-1", "revenue_y1_wan": "13800", "own_brand": "yes", "rd_staff": ""}, ignore=["id"])
        Profile(revenue_y1=yuan('138000000'), own_brand=True)
        >>> Profile.from_mapping({"revenue_y1": "13800"})
        Traceback (most recent call last):
          ...
        littlegiant.errors.UnknownNameError: there is no column 'revenue_y1'; its name must carry the unit: write 'revenue_y1_fen', 'revenue_y1_yuan', 'revenue_y1_wan' or 'revenue_y1_yi'
        """
        if not hasattr(columns, "items"):  # a row of pandas has items, and is no Mapping
            raise WrongTypeError(f"from_mapping() takes a mapping of columns to values, not {columns!r}")
        profile = cls()
        skipped = set(ignore)
        for name, value in ((name, value) for name, value in columns.items() if name not in skipped):
            about, number = of_column(name, value)
            if number is not None and about.name in profile:
                raise InvalidValueError(f"{name}: {about.name} is given by two columns; leave one out")
            if number is not None:
                profile._put(about, number)
        return profile

    # ------------------------------------------------------------------------- one fact

    @overload
    def __getitem__(self, name: AmountName) -> Quantity[Any]: ...
    @overload
    def __getitem__(self, name: NumberName) -> int: ...
    @overload
    def __getitem__(self, name: FlagName) -> bool: ...
    @overload
    def __getitem__(self, name: str) -> Value: ...

    def __getitem__(self, name: str) -> Value:
        """The value of a fact; KeyError if it is not known, UnknownNameError if there is no such fact."""
        about = fact(name)
        number = self._number(about)
        if number is None:
            raise KeyError(about.name)
        return about.value(number)

    def __setitem__(self, name: str, value: object) -> None:
        """Makes a fact known, or unknown if the value is None."""
        self._put(*of_keyword(name, value))

    def __delitem__(self, name: str) -> None:
        """Makes a fact unknown again; KeyError if it was."""
        if self._number(fact(name)) is None:
            raise KeyError(name)
        self._put(fact(name), None)

    def set(self, **facts: Unpack[FactValues]) -> None:
        """Makes facts known, or unknown where the value is None; all of them or, on an error, none."""
        for item in [of_keyword(name, value) for name, value in facts.items()]:
            self._put(*item)

    def unset(self, *names: str) -> None:
        """Makes facts unknown, whether they were known or not."""
        for about in [fact(name) for name in names]:
            self._put(about, None)

    # ----------------------------------------------------------------------- all facts

    @property
    def known(self) -> tuple[str, ...]:
        """The names of the facts that are known, in the order of ``facts()``."""
        return tuple(self)

    def __iter__(self) -> Iterator[str]:
        return (about.name for about in facts() if self._number(about) is not None)

    def __len__(self) -> int:
        return sum(self._number(about) is not None for about in facts())

    def __eq__(self, other: object) -> bool:
        return dict(self) == dict(other) if isinstance(other, Profile) else NotImplemented

    def copy(self) -> Profile:
        """A profile of its own that knows the same."""
        twin = type(self)()
        ctypes.memmove(twin._memory, self._memory, ctypes.sizeof(self._memory))
        return twin

    __copy__ = copy

    def __repr__(self) -> str:
        return f"Profile({', '.join(f'{name}={value!r}' for name, value in self.items())})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickled, (dict(self),)

    # ------------------------------------------------------------------- what is unknown

    def fill(self, *assume: str | Mapping[str, object], **facts: Unpack[FactValues]) -> tuple[str, ...]:
        """Takes values for facts that are unknown, and returns their names. A known fact is never changed.

        ``"judgement"`` takes every fact that a person must judge as favourable, ``"clean_record"`` every bad
        record as absent (not ``single_champion``, an exclusion that is a title); see ``default_groups()``. Single values
        come before groups.

        >>> firm = Profile(leading_quality=False)
        >>> filled = firm.fill("judgement", "clean_record", employees=10)
        >>> firm["leading_quality"], firm["sound_governance"], firm["dishonesty_list"], firm["employees"]
        (False, True, False, 10)
        >>> "leading_quality" in filled, "employees" in filled
        (False, True)
        """
        return self._fill([facts, *assume])

    def _fill(self, assume: Assumptions) -> tuple[str, ...]:
        rows = defaults_of(assume)
        filled = (ctypes.c_uint64 * 4)()
        check(lib.lg_profile_fill(self._memory, (lg_default * len(rows))(*rows), len(rows), filled))
        return tuple(about.name for about in facts() if filled[about.id // 64] >> about.id % 64 & 1)

    def issues(self) -> tuple[Issue, ...]:
        """What is odd about the figures; empty if nothing is.

        >>> [issue.text for issue in Profile(employees=10, rd_staff=11).issues()]
        ['R&D staff exceed employees, of whom they are a part.']
        """

        def write(array: Any, capacity: int, count: Any) -> int:
            return int(lib.lg_profile_check(self._memory, array, capacity, count))

        return tuple(map(_issue, listed(write, lg_issue, 8)))

    # ------------------------------------------------------------------------- memory

    def _number(self, about: Fact) -> int | None:
        number, known = ctypes.c_int64(), ctypes.c_int32()
        check(lib.lg_profile_get(self._memory, about.id, ctypes.byref(number), ctypes.byref(known)))
        return number.value if known.value else None

    def _put(self, about: Fact, number: int | None) -> None:
        if number is None:
            check(lib.lg_profile_clear(self._memory, about.id))
        else:
            check(lib.lg_profile_set(self._memory, about.id, number))


def profile_of(given: object, function: str) -> Profile:
    """What a function was given, which must be a profile; WrongTypeError otherwise."""
    if not isinstance(given, Profile):
        raise WrongTypeError(f"{function} takes a Profile, not {given!r}; Profile.from_mapping() makes one of a row")
    return given


def _unpickled(values: Mapping[str, Value]) -> Profile:
    profile = Profile()
    profile.update(values)
    return profile


def _signature() -> inspect.Signature:
    """Lets help() and completion list the facts."""
    keyword = inspect.Parameter.KEYWORD_ONLY
    return inspect.Signature([inspect.Parameter(about.name, keyword, default=None) for about in facts()])


Profile.__signature__ = _signature()  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Issue:
    """One thing that is odd about a profile."""

    severity: Severity
    #: The name of the fact in question.
    fact: str
    #: The name of the fact that it was held against, if any.
    other: str | None
    #: One English sentence.
    text: str


def _issue(issue: Any) -> Issue:
    other = None if issue.other == LG_FACT_NONE else fact_at(issue.other).name
    return Issue(Severity(issue.severity), fact_at(issue.fact).name, other, decoded(issue.text))
