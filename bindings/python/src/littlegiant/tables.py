# SPDX-License-Identifier: Apache-2.0
"""Whole tables at once, from any library that speaks Arrow and back into any, without copies."""

from __future__ import annotations

import ctypes
import weakref
from typing import Any, Protocol, overload

from . import _arrow, _progress
from ._arrow import ArrowArray, ArrowArrayStream, ArrowSchema
from ._native import LG_ARROW_MISSING, LG_ARROW_POINTS, LG_ARROW_REASONS, lg_arrow_options, lg_default, lib
from .assumptions import Assumptions, defaults_of
from .enums import Status
from .errors import InvalidValueError, LittleGiantError, UnknownNameError, WrongTypeError
from .rules import RuleSet, ruleset


class ArrowStream(Protocol):
    """What hands itself over batch by batch: tables of pyarrow, pandas, Polars, DuckDB, nanoarrow and others."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...


class ArrowBatch(Protocol):
    """What hands itself over as one array of structs."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...


# What went wrong, where that is more than a LittleGiantError.
_ERRORS: dict[int, type[Exception]] = {
    Status.E_FACT: UnknownNameError,
    Status.E_UNIT: UnknownNameError,
    Status.E_RANGE: InvalidValueError,
    Status.E_ARGUMENT: InvalidValueError,
    Status.E_MEMORY: MemoryError,
}


class _Question:
    """What is asked of a table."""

    def __init__(self, rules: RuleSet, assume: Assumptions, contents: int) -> None:
        self.rules = rules
        rows = defaults_of(assume)
        self._defaults = (lg_default * len(rows))(*rows)
        self._options = lg_arrow_options(ctypes.sizeof(lg_arrow_options), contents, self._defaults, len(rows), 0)

    def type(self, schema: ArrowSchema) -> ArrowSchema:
        """The type of the result for a table of this type."""
        found = ArrowSchema()
        self._ask(lib.lg_arrow_result_schema, [ctypes.byref(schema)], [ctypes.byref(found)])
        return found

    def stream(self, source: int) -> ArrowArrayStream:
        """The result for the stream at an address, which is taken."""
        found = ArrowArrayStream()
        self._ask(lib.lg_arrow_evaluate_stream, [source], [ctypes.byref(found)])
        return found

    def array(self, schema: int, array: int) -> tuple[ArrowSchema, ArrowArray]:
        """The result for the array at an address, which is taken, and its type."""
        found = ArrowSchema(), ArrowArray()
        self._ask(lib.lg_arrow_evaluate, [schema, array], [ctypes.byref(struct) for struct in found])
        return found

    def _ask(self, function: Any, given: list[Any], found: list[Any]) -> None:
        message = ctypes.create_string_buffer(1024)
        status = function(self.rules._address, *given, ctypes.byref(self._options), *found, message, len(message))
        if status != Status.OK:
            raise _ERRORS.get(status, LittleGiantError)(message.value.decode("utf-8", "replace"))


class _Result:
    def __init__(self, question: _Question, schema: ArrowSchema) -> None:
        """Takes the schema of what is judged."""
        self._question = question
        self._schema = schema
        weakref.finalize(self, _arrow.release, schema)

    @property
    def rules(self) -> RuleSet:
        """The rule set."""
        return self._question.rules

    def __arrow_c_schema__(self) -> object:
        """The type of the result: a capsule with an ``ArrowSchema`` of a struct type, one child per column."""
        return _arrow.lend(self._question.type(self._schema), _arrow.SCHEMA)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} under {self.rules.id}>"


class AssessedTable(_Result):
    """A table with its verdicts, for any library that reads Arrow streams. Made by ``assess_table()``.

    Nothing is judged before a reader asks for a batch. A reading is for one thread at a time; each of several threads
    may have its own.
    """

    def __init__(self, table: Any, question: _Question, progress: bool | None) -> None:
        self._table = table
        self._bar = _progress.bar_for(table, question.rules.id, progress)
        self._can_again = hasattr(type(table), "__len__")
        opened = table.__arrow_c_stream__()
        super().__init__(question, _arrow.schema_of(_arrow.address_in(opened, _arrow.STREAM)))
        self._first = _First(self._judge(opened))
        weakref.finalize(self, self._first.give_up)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The result from its first row: a capsule with an ``ArrowArrayStream``.

        Its types are those that it has; ``requested_schema`` is not looked at, which the protocol leaves open.
        LittleGiantError if it was read before and its source can be read only once. Errors of later batches are the
        reader's, with one sentence from this library or from the source.
        """
        first = self._first.take()
        if first is not None:
            return first
        if not self._can_again:
            raise LittleGiantError(
                f"this result has been read, and its source, a {_name_of(self._table)}, can be read only once: "
                "keep the result in a table, for example pyarrow.table(result), and read that"
            )
        return self._judge(self._table.__arrow_c_stream__())

    def _judge(self, opened: object) -> object:
        stream = self._question.stream(_arrow.address_in(opened, _arrow.STREAM))
        capsule = _arrow.lend(stream, _arrow.STREAM)
        return capsule if self._bar is None else _progress.watched(capsule, self._bar)


class _First:
    """The stream that was opened to see whether the table can be judged, until somebody takes it."""

    def __init__(self, capsule: object) -> None:
        self._capsules = [capsule]

    def take(self) -> object | None:
        """The capsule, once, also when threads ask at the same time."""
        try:
            return self._capsules.pop()
        except IndexError:
            return None

    def give_up(self) -> None:
        """Releases it, if nobody has taken it."""
        self.take()
        _arrow.sweep()


class AssessedBatch(_Result):
    """A single batch with its verdicts, for any library that reads Arrow arrays. Made by ``assess_table()``."""

    def __init__(self, batch: Any, question: _Question) -> None:
        self._batch = batch
        schema, _ = batch.__arrow_c_array__()
        super().__init__(question, _arrow.take_schema(schema))
        _arrow.release(question.type(self._schema))

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        """The result: capsules with an ``ArrowSchema`` and an ``ArrowArray``. It is judged anew each time."""
        given, array = self._batch.__arrow_c_array__()
        found = self._question.array(_arrow.address_in(given, _arrow.SCHEMA), _arrow.address_in(array, _arrow.ARRAY))
        return _arrow.lend(found[0], _arrow.SCHEMA), _arrow.lend(found[1], _arrow.ARRAY)


@overload
def assess_table(
    table: ArrowStream,
    rules: RuleSet | str,
    *,
    assume: Assumptions = ...,
    reasons: bool = ...,
    points: bool = ...,
    missing: bool = ...,
    progress: bool | None = ...,
) -> AssessedTable: ...
@overload
def assess_table(
    table: ArrowBatch,
    rules: RuleSet | str,
    *,
    assume: Assumptions = ...,
    reasons: bool = ...,
    points: bool = ...,
    missing: bool = ...,
    progress: bool | None = ...,
) -> AssessedBatch: ...
def assess_table(
    table: Any,
    rules: RuleSet | str,
    *,
    assume: Assumptions = (),
    reasons: bool = False,
    points: bool = False,
    missing: bool = True,
    progress: bool | None = None,
) -> AssessedTable | AssessedBatch:
    """Judges every row of a table by a rule set, given by its id. Nothing is copied, and no other package is needed.

    ``table`` is anything with ``__arrow_c_stream__`` (a pyarrow Table, RecordBatch or RecordBatchReader, a pandas or
    Polars DataFrame, a DuckDB relation, a nanoarrow Array or ArrayStream), or with
    ``__arrow_c_array__`` alone. Each column is a fact whose unit its name carries (``revenue_y1_wan``; see
    ``facts()``) or a label: ``id``, ``name``, ``credit_code``, ``region``. Facts are integers, decimals, booleans
    (flags) or floats; null is unknown, and so is a fact without a column. Money belongs in decimals or integers: a
    float is taken only if it is, exactly, a whole number of the canonical unit.

    The result has as many rows in the same order, and speaks the same protocol, so that any of these libraries reads
    it: ``pyarrow.table(result)``, ``polars.DataFrame(result)``, ``pandas.DataFrame.from_arrow(result)``, ``from
    result`` in DuckDB, ``nanoarrow.ArrayStream(result)``. Its columns:

    ====================================== ==================== ====================================================
    the labels                             as they came
    ``verdict``, and one per criterion     dictionary of words  ``met``, ``not_met``, ``unknown``, ``not_applicable``
    ``ID.reason`` behind each              dictionary of words  with ``reasons``: why it is unknown
    ``ID.points_low_cp``, ``..._high_cp``  int32                with ``points``: hundredths of points, sure and possible
    ``missing``                            list of texts        with ``missing``: facts that could change the verdict
    ``assumed``                            list of texts        with ``assume``: assumed facts the verdict rests on
    ``error``                              text                 null, or why this row could not be judged
    ====================================== ==================== ====================================================

    A row with an error has null for all verdicts; the error names column, row (from 0) and value.

    ``assume`` is as for ``assess()``. ``progress`` shows a bar, by the packages tqdm and pyarrow: None on a terminal if
    both are installed, when it takes more than a second; True always; False never.

    A stream is judged batch by batch, as its reader asks: a file larger than memory passes through. A result can
    be read as often as its source: again and again if that is a table (it has a length), once if it is a
    stream. It keeps its source alive.

    UnknownNameError: no such rule set, or a column that is neither fact nor label. InvalidValueError: a column of a
    type that is not taken, or one fact in two columns. WrongTypeError: ``table`` does not speak Arrow; the message
    says how to make it. Releases the GIL; safe to call from several threads.

    >>> import pyarrow as pa
    >>> from littlegiant import assess_table
    >>> county = pa.table({
    ...     "id": ["A", "B", "C"],
    ...     "srdi_title": [True, True, None],
    ...     "revenue_y1_wan": pa.array([10001, 10000, 20000], pa.int32()),
    ...     "province_rank": [3, 4, 11],
    ...     "it_supported_businesses": [1, None, 1],
    ... })
    >>> result = pa.table(assess_table(county, "cn.little-giant.2020-reported"))
    >>> result["verdict"].to_pylist()
    ['met', 'not_met', 'not_met']
    >>> result.select(["id", "revenue", "it-support", "missing", "error"]).to_pylist()[1]
    {'id': 'B', 'revenue': 'not_met', 'it-support': 'unknown', 'missing': [], 'error': None}

    >>> assess_table(county.rename_columns({"revenue_y1_wan": "revenue_y1"}), "cn.little-giant.2020-reported")
    Traceback (most recent call last):
      ...
    littlegiant.errors.UnknownNameError: column 'revenue_y1' needs its unit in the name: revenue_y1_fen, revenue_y1_yuan, revenue_y1_wan or revenue_y1_yi
    """
    contents = reasons * LG_ARROW_REASONS | points * LG_ARROW_POINTS | missing * LG_ARROW_MISSING
    question = _Question(ruleset(rules), assume, contents)
    if hasattr(table, "__arrow_c_stream__"):
        return AssessedTable(_without_plain_index(table), question, progress)
    if hasattr(table, "__arrow_c_array__"):
        return AssessedBatch(table, question)
    raise WrongTypeError(f"assess_table() takes what speaks Arrow, not a {_name_of(table)}; {_advice(table)}")


def _without_plain_index(table: Any) -> Any:
    """pandas makes a column of an index that is no mere count of rows. Without a name it says nothing about them."""
    index = getattr(table, "index", None) if _package_of(table) == "pandas" else None
    if index is None or type(index).__name__ == "RangeIndex" or any(name is not None for name in index.names):
        return table
    return table.reset_index(drop=True)


# What to do with an object of a package that does not speak Arrow.
_ADVICE = {
    "pandas": "pandas speaks it from 2.2 on: pass pyarrow.Table.from_pandas(table, preserve_index=False)",
    "polars": "pass table.collect() for a LazyFrame, table.to_arrow() for a DataFrame of a Polars before 1.3",
    "duckdb": "pass the relation that connection.sql(...) gives",
    "pyspark": "littlegiant.spark.assess() judges a DataFrame of Spark",
    "numpy": "pass pyarrow.table() of a dictionary of its columns",
    "builtins": "pass pyarrow.table() of a dictionary of columns, pyarrow.Table.from_pylist() of a list of rows, "
    "or what pyarrow reads from a file",
}


def _advice(table: object) -> str:
    return _ADVICE.get(_package_of(table), "pass a table of pyarrow, pandas, Polars, DuckDB or nanoarrow")


def _package_of(table: object) -> str:
    return type(table).__module__.partition(".")[0].lstrip("_")


def _name_of(table: object) -> str:
    kind = type(table)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{_package_of(table)} {kind.__qualname__}"
