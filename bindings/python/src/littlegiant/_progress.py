# SPDX-License-Identifier: Apache-2.0
"""A progress bar, by tqdm, where that is installed.

On a stream it takes pyarrow as well. The bar is drawn from within the stream, when its reader asks for a batch. That takes a stream written in Python, and
one that stands errors, interrupts and readers that leave early: pyarrow's.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from typing import Any, Callable

from .errors import LittleGiantError

# Seconds before a bar is shown that nobody has asked for.
_DELAY = 1

MakeBar = Callable[[], Any]


def bar_for(table: object, title: str, wanted: bool | None) -> MakeBar | None:
    """What makes a bar for the rows of a table when they begin to come; None if none is wanted."""
    return _maker(title, wanted, ("tqdm", "pyarrow"), _rows(table))


def update_of(rows: object, title: str, wanted: bool | None) -> AbstractContextManager[Callable[[int], object]]:
    """A bar for rows that are read here: within it, what is to be told how many more have been."""
    make = _maker(title, wanted, ("tqdm",), len(rows) if isinstance(rows, (list, tuple)) else None)
    return nullcontext(_ignore) if make is None else _shown(make)


@contextmanager
def _shown(make: MakeBar) -> Iterator[Callable[[int], object]]:
    with make() as bar:
        yield bar.update


def _ignore(count: int) -> None:
    """Where there is no bar."""


def _maker(title: str, wanted: bool | None, needed: tuple[str, ...], total: int | None) -> MakeBar | None:
    if wanted is False or (wanted is None and not sys.stderr.isatty()):
        return None
    try:
        for package in needed:
            importlib.import_module(package)
        tqdm = importlib.import_module("tqdm.auto").tqdm
    except ImportError as error:
        if wanted is None:
            return None
        raise LittleGiantError(f"progress=True needs the packages {' and '.join(needed)}: install them") from error
    delay = 0 if wanted else _DELAY
    return partial(tqdm, total=total, desc=title, unit=" rows", unit_scale=True, delay=delay)


def _rows(table: Any) -> int | None:
    """pyarrow, Polars and pandas know how many rows there are; others might run a query to find out."""
    knows = any(hasattr(type(table), name) for name in ("num_rows", "height", "index"))
    return len(table) if knows else None


def watched(capsule: object, make: MakeBar) -> object:
    """The stream in a capsule, with a bar: in a capsule of its own. The batches are the same."""
    pyarrow = importlib.import_module("pyarrow")
    reader = pyarrow.RecordBatchReader.from_stream(_Capsule(capsule))
    batches = pyarrow.RecordBatchReader.from_batches(reader.schema, _counted(reader, make))
    found: object = batches.__arrow_c_stream__()
    return found


def _counted(reader: Any, make: MakeBar) -> Iterator[Any]:
    with make() as bar:
        for batch in reader:
            bar.update(batch.num_rows)
            yield batch


class _Capsule:
    """What speaks the protocol for a capsule."""

    def __init__(self, capsule: object) -> None:
        self._capsule = capsule

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._capsule
