# SPDX-License-Identifier: Apache-2.0
"""``python -m littlegiant report FILE.csv --rules ID``: a page for people, of a table of enterprises or of one of them."""

from __future__ import annotations

import argparse
import datetime
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from ._rows import Record, Source, records
from .assumptions import default_groups
from .enums import Language, Verdict
from .errors import InvalidValueError, LittleGiantError
from .reporting import Report, check_packages, report
from .rules import ruleset
from .screening import Screening, screen

_DONE, _ROWS_IN_ERROR, _UNUSABLE, _INTERRUPTED = 0, 1, 2, 130

_EPILOGUE = """\
FILE is CSV in UTF-8 with a header line, and the name of a column carries its unit (revenue_y1_wan); the program
"littlegiant facts" lists the columns, "littlegiant rules" the rule sets.
Exit status: 0 all rows were judged, 1 some rows are in error, 2 the call or a file is unusable.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the command line says, and gives the exit status."""
    given = _parser().parse_args(arguments)
    try:
        return _report(given)
    except (LittleGiantError, OSError) as error:
        print(f"littlegiant: {error}", file=sys.stderr)
        return _UNUSABLE
    except KeyboardInterrupt:
        return _INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    plain = argparse.RawDescriptionHelpFormatter
    program = argparse.ArgumentParser("python -m littlegiant", description=__doc__.replace("``", ""))
    commands = program.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser(
        "report", help="a page of HTML for people", epilog=_EPILOGUE, formatter_class=plain, allow_abbrev=False
    )
    command.add_argument("file", metavar="FILE", help="the table; - is standard input")
    command.add_argument("--rules", metavar="ID", required=True, help="the rule set, for example cn.little-giant.2026")
    command.add_argument("--id", help="the page is on this enterprise alone: what the column id or name says")
    command.add_argument("--lang", default="en", choices=[language.word for language in Language], help="language")
    command.add_argument("--title", default="", help="heading of the page: by default the name of the enterprise")
    command.add_argument(
        "--assume",
        action="append",
        default=[],
        choices=sorted(default_groups()),
        help="take what is unknown as favourable: what a person must judge, or a clean record",
    )
    command.add_argument("--on", type=_day, metavar="DATE", help="day for which the other levels are looked up")
    command.add_argument("--nearest", type=_count, default=50, metavar="N", help="length of the coaching list: 50")
    command.add_argument(
        "-o", "--out", metavar="OUT", help="where to write: by default FILE's name with .html; - is standard output"
    )
    return program


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write YYYY-MM-DD") from None


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0 on")
    return int(text)


# -------------------------------------------------------------------------------- the report


def _report(given: argparse.Namespace) -> int:
    check_packages()
    rules = ruleset(given.rules)
    source = _standard_input() if given.file == "-" else given.file
    if given.id is not None:
        record = _one(source, given)
        page = report(
            record.profile, rules, title=given.title or _name(record), language=given.lang, assume=given.assume
        )
        return _written(page, given, _DONE)
    found = screen(source, rules, on=given.on, assume=given.assume, nearest=given.nearest)
    page = report(found, title=given.title, language=given.lang)
    print(_summary(found), file=sys.stderr)
    return _written(page, given, _ROWS_IN_ERROR if found.error_rows else _DONE)


def _standard_input() -> Source:
    return io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="surrogateescape", newline="")


def _one(source: Source, given: argparse.Namespace) -> Record:
    """The first row of this id or name."""
    for record in records(source):
        if given.id in (record.labels.get("id"), record.labels.get("name")):
            if record.errors:
                raise InvalidValueError("; ".join(f"{given.file}:{error}" for error in record.errors))
            return record
    raise InvalidValueError(f"{given.file} has no enterprise {given.id!r} in its columns id and name")


def _name(record: Record) -> str:
    return record.labels.get("name") or record.labels.get("id") or ""


def _summary(found: Screening) -> str:
    counts = ", ".join(f"{found.verdicts[verdict]} {verdict.text()}" for verdict in Verdict if found.verdicts[verdict])
    errors = f"; {found.error_rows} in error, see the page" if found.error_rows else ""
    return f"littlegiant: {found.rows} rows: {counts or 'none judged'}{errors}"


def _written(page: Report, given: argparse.Namespace, status: int) -> int:
    if given.out == "-":
        sys.stdout.buffer.write(page.html.encode())
        return status
    path = Path(given.out or Path("report" if given.file == "-" else given.file).with_suffix(".html").name)
    page.save(path)
    print(f"littlegiant: wrote {path}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
