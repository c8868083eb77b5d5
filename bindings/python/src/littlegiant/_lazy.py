# SPDX-License-Identifier: Apache-2.0
"""An attribute that is worked out when it is first asked for."""

from __future__ import annotations

from typing import Any, Callable, Generic, TypeVar

T = TypeVar("T")


class lazy(Generic[T]):
    """As functools.cached_property, but without its lock, which before Python 3.12 all instances share.

    Threads that ask at once may work it out twice; all of them get the same object.
    """

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self._work_out = work_out
        self.__doc__ = work_out.__doc__

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: type[Any] | None = None) -> T:
        if instance is None:
            return self  # type: ignore[return-value]
        found: T = instance.__dict__.setdefault(self._name, self._work_out(instance))
        return found
