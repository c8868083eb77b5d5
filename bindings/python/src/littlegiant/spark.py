# SPDX-License-Identifier: Apache-2.0
"""DataFrames of Spark, judged where their partitions lie.

Driver and executors need this package and those of ``pip install 'littlegiant[spark]'``.
"""

from __future__ import annotations

import importlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Callable, Protocol, TypeVar

from ._rows import LABELS
from .assumptions import Assumptions
from .errors import InvalidValueError, LittleGiantError, WrongTypeError, unknown_name
from .facts import facts
from .rules import RuleSet, ruleset
from .tables import assess_table


class SparkDataFrame(Protocol):
    """What is asked of a DataFrame of Spark, be it the classic one or that of Spark Connect."""

    @property
    def columns(self) -> list[str]: ...
    @property
    def schema(self) -> Any: ...
    def mapInArrow(self, func: Callable[[Iterator[Any]], Iterator[Any]], schema: Any) -> Any: ...


D = TypeVar("D", bound=SparkDataFrame)

# What Spark needs itself for mapInArrow().
_PACKAGES = ("pyspark", "pyarrow", "pandas")


@dataclass(frozen=True)
class _Question:
    """What is asked of every partition. It is pickled: rules go by their id, for addresses are of one process."""

    rules: str
    options: dict[str, Any]
    #: The columns that go into the result as they came, and those that are judged.
    carried: list[str]
    judged: list[str]
    #: What the driver judges by.
    edition: str

    def type(self, schema: Any) -> Any:
        """The type of the verdicts, in Arrow, for facts of this type."""
        pyarrow = importlib.import_module("pyarrow")
        return pyarrow.schema(self._assess(schema.empty_table()))

    def judge(self, batches: Iterable[Any]) -> Iterator[Any]:
        """The batches of one partition with their verdicts, one after the other."""
        self._refuse_other_edition()
        pyarrow = importlib.import_module("pyarrow")
        coming = iter(batches)
        first = next(coming, None)
        if first is None:
            return
        waiting: deque[Any] = deque()
        given = self._set_aside(chain([first], coming), waiting)
        reader = pyarrow.RecordBatchReader.from_batches(first.select(self.judged).schema, given)
        for found in pyarrow.RecordBatchReader.from_stream(self._assess(reader)):
            yield _side_by_side(waiting.popleft(), found)

    def _set_aside(self, batches: Iterable[Any], waiting: deque[Any]) -> Iterator[Any]:
        """The facts of each batch. A stream asks for a batch when the verdicts of the last have been fetched."""
        for batch in batches:
            waiting.append(batch.select(self.carried))
            yield batch.select(self.judged)

    def _assess(self, table: Any) -> Any:
        return assess_table(table, self.rules, progress=False, **self.options)

    def _refuse_other_edition(self) -> None:
        here = _edition(self.rules)
        if here != self.edition:
            raise LittleGiantError(
                f"this executor has {here}, the driver {self.edition}: install the same package on all of them"
            )


def _side_by_side(carried: Any, found: Any) -> Any:
    """One batch of both. Spark reads no dictionaries: words are written out."""
    words = [column.dictionary_decode() if hasattr(column, "dictionary") else column for column in found.columns]
    names = carried.schema.names + found.schema.names
    return type(found).from_arrays([*carried.columns, *words], names)


def assess(
    df: D,
    rules: RuleSet | str,
    *,
    assume: Assumptions = (),
    reasons: bool = False,
    points: bool = False,
    missing: bool = True,
    keep: str | Iterable[str] = (),
) -> D:
    """Judges every row of a DataFrame by a rule set, given by its id: `assess_table()` where the rows are.

    ``df`` has a column per fact, whose name carries the unit (``revenue_y1_wan``; see ``facts()``), labels (``id``,
    ``name``, ``credit_code``, ``region``), and what ``keep`` names. Facts are tinyint to bigint, decimal, boolean
    (flags) or double; null is unknown, and so is a fact without a column. Money belongs in decimals or
    integers: a double is taken only if it is, exactly, a whole number of the canonical unit.

    The result has one row for each row, and beside its verdicts the columns that tell which enterprise it is: the labels
    and those that ``keep`` names (a key of your own, a column of partitions, a fact), as they came and in the
    order of ``df``. Rows of Spark have no order, so there must be a key among them; other columns do not
    travel twice. A fact that is kept is judged all the same; any other column that is neither label nor kept is
    refused, for a slip must not look like a missing fact.

    ========================================== ============= ========================================================
    labels, and columns of ``keep``            as they came
    ``verdict``, and one per criterion         string        ``met``, ``not_met``, ``unknown``, ``not_applicable``
    ``ID.reason`` behind each                  string        with ``reasons``: why it is unknown
    ``ID.points_low_cp``, ``..._high_cp``      int           with ``points``: hundredths of points, sure and possible
    ``missing``                                array<string> with ``missing``: facts that could change the verdict
    ``assumed``                                array<string> with ``assume``: assumed facts the verdict rests on
    ``error``                                  string        null, or why this row could not be judged
    ========================================== ============= ========================================================

    A row with an error has null for all verdicts; the error names column, row (from 0 in its partition) and value. In
    expressions, names with a hyphen or dot stand in backticks: ``"`debt-ratio`"``. ``assume`` is as for ``assess()``.

    Types and names are refused here, before a job runs. WrongTypeError: ``df`` is no DataFrame of Spark.
    UnknownNameError: no such rule set, a column that is neither fact nor label nor kept, a kept one that does not
    exist, or no fact among the columns. InvalidValueError: a column of a type that is not taken, one fact in two columns, or two columns of the
    result with one name. LittleGiantError: pyspark, pyarrow or pandas is not installed; while the job runs, an executor that has
    another build of this package. Judging is lazy, as everything in Spark; works over Spark Connect as well.

    >>> from pyspark.sql import SparkSession
    >>> import littlegiant.spark
    >>> spark = SparkSession.builder.master("local[1]").getOrCreate()
    >>> county = spark.createDataFrame(
    ...     [("A", 7, True, 10001, 3, 1), ("B", 8, True, 10000, 4, None), ("C", 9, None, 20000, 11, 1)],
    ...     "id string, office int, srdi_title boolean, revenue_y1_wan int, province_rank int, "
    ...     "it_supported_businesses int",
    ... )
    >>> result = littlegiant.spark.assess(county, "cn.little-giant.2020-reported", keep="office")
    >>> result.select("id", "office", "verdict", "revenue", "it-support").show()
    +---+------+-------+-------+----------+
    | id|office|verdict|revenue|it-support|
    +---+------+-------+-------+----------+
    |  A|     7|    met|    met|       met|
    |  B|     8|not_met|not_met|   unknown|
    |  C|     9|not_met|    met|       met|
    +---+------+-------+-------+----------+
    <BLANKLINE>
    >>> littlegiant.spark.assess(county, "cn.little-giant.2020-reported")
    Traceback (most recent call last):
      ...
    littlegiant.errors.UnknownNameError: column 'office' is no fact and no label; drop it, or rename it to a label (id, ...) to keep it
    """
    _refuse_other_types(df)
    kept = [keep] if isinstance(keep, str) else list(keep)
    _refuse_unknown(kept, df.columns)
    question = _Question(
        rules=ruleset(rules).id,
        options={"assume": _pickled(assume), "reasons": reasons, "points": points, "missing": missing},
        carried=[name for name in df.columns if name in LABELS or name in kept],
        judged=[name for name in df.columns if name not in LABELS and (name not in kept or name in _FACTS)],
        edition=_edition(rules),
    )

    def judge(batches: Iterator[Any]) -> Iterator[Any]:
        return question.judge(batches)

    found: D = df.mapInArrow(judge, _result_type(df, question))
    return found


# The names that a column with a fact can have.
_FACTS = frozenset(column for fact in facts() for column in fact.columns)


def _pickled(assume: Assumptions) -> Any:
    """What can be read again and again."""
    return assume if isinstance(assume, str) or hasattr(assume, "keys") else list(assume)


def _result_type(df: SparkDataFrame, question: _Question) -> Any:
    spark = importlib.import_module("pyspark.sql.types")
    convert = importlib.import_module("pyspark.sql.pandas.types")
    _refuse_twice(df.columns, "df has")
    judged = spark.StructType([field for field in df.schema if field.name in question.judged])
    carried = [field for field in df.schema if field.name in question.carried]
    found = convert.from_arrow_schema(question.type(convert.to_arrow_schema(judged)))
    result = spark.StructType([*carried, *found])
    _refuse_twice(result.names, "the result would have")
    return result


# ---------------------------------------------------------------------------------- refusals


def _refuse_other_types(df: object) -> None:
    try:
        for package in _PACKAGES:
            importlib.import_module(package)
    except ImportError as error:
        raise LittleGiantError(
            f"littlegiant.spark needs the packages {', '.join(_PACKAGES)}: pip install 'littlegiant[spark]' ({error})"
        ) from error
    if not hasattr(df, "mapInArrow"):
        raise WrongTypeError(
            f"littlegiant.spark.assess() takes a DataFrame of Spark, not a {type(df).__qualname__}; "
            "assess_table() judges tables of other packages"
        )


def _refuse_unknown(kept: list[str], names: list[str]) -> None:
    for name in kept:
        if name not in names:
            raise unknown_name("column to keep", name, names)


def _refuse_twice(names: list[str], who: str) -> None:
    """Spark does not tell capitals from small letters in names, unless it is asked to."""
    seen: dict[str, str] = {}
    for name in names:
        if name.lower() in seen:
            pair = f"{seen[name.lower()]!r} and {name!r}"
            raise InvalidValueError(f"{who} columns {pair}, which are one name to Spark: rename one of them")
        seen[name.lower()] = name


def _edition(rules: RuleSet | str) -> str:
    """This package and its table of the rules: two builds of one version may differ in it."""
    version = importlib.import_module("littlegiant").__version__
    return f"littlegiant {version} ({ruleset(rules).id} {ruleset(rules).digest})"
