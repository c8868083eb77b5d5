# SPDX-License-Identifier: Apache-2.0
"""Reports for people: one HTML page that needs no network, on one enterprise or on a table of many."""

from __future__ import annotations

import base64
import datetime
import functools
import hashlib
import importlib.util
import os
from html import escape
from pathlib import Path
from typing import Any, Union

from .._call import decoded
from .._native import lib
from .._rows import Source
from ..assessment import Assessment, assess
from ..assumptions import Assumptions
from ..enums import Language, Verdict
from ..errors import LittleGiantError, WrongTypeError
from ..profile import Profile
from ..rules import RuleSet
from ..screening import Screening, screen
from ..words import language_number
from .words import words_of

_HERE = Path(__file__).parent

#: What a report can be made of.
Subject = Union[Assessment, Profile, Screening, Source]


class Report:
    """A page of HTML. Made by ``report()``; a notebook shows it in a frame."""

    def __init__(self, html: str) -> None:
        self._html = html

    @property
    def html(self) -> str:
        """The whole page."""
        return self._html

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes the page as UTF-8, under another name first: a page that is there is replaced whole or not at all."""
        target = Path(path)
        beside = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            beside.write_text(self._html, encoding="utf-8")
            os.replace(beside, target)
        finally:
            beside.unlink(missing_ok=True)

    def __str__(self) -> str:
        return self._html

    def __repr__(self) -> str:
        return f"<Report of {len(self._html)} characters>"

    def _repr_html_(self) -> str:
        return f'<iframe srcdoc="{escape(self._html)}" style="width: 100%; height: 40em; border: 0"></iframe>'


def report(
    subject: Subject,
    rules: RuleSet | str | None = None,
    *,
    title: str = "",
    language: Language | str | None = None,
    assume: Assumptions = (),
    on: datetime.date | None = None,
    nearest: int = 50,
    progress: bool | None = None,
) -> Report:
    """A page for people, to be read on a screen or printed. It loads nothing: no font, no script, no picture.

    ``subject`` is one enterprise, an ``Assessment`` or a ``Profile``; or many: a ``Screening``, a CSV file, or rows as
    ``screen()`` takes them. All but an assessment and a screening need ``rules``, and take ``assume``, ``on``,
    ``nearest`` and ``progress`` as ``assess()`` and ``screen()`` do. ``title`` is what the page is about: the name of the
    enterprise or of the county. ``language`` is English, or that of the assessment, if none is given.

    It takes the packages Jinja2 and matplotlib: ``pip install 'littlegiant[report]'``. LittleGiantError if they are not
    there; WrongTypeError where rules are missing, or given twice; else what ``assess()`` and ``screen()`` raise.

    >>> from littlegiant import Profile, report, wan
    >>> page = report(Profile(revenue_y1=wan(9000)), "cn.little-giant.2020-reported", title="Seven Stars", language="zh")
    >>> page.html.splitlines()[1], "<h1>Seven Stars</h1>" in page.html
    ('<html lang="zh">', True)
    >>> page.save("seven-stars.html")  # doctest: +SKIP
    """
    check_packages()
    found = _judged(subject, rules, assume, on, nearest, language, progress)
    if isinstance(found, Assessment):
        return _report_one(found, title)
    return _report_many(found, title, Language(language_number("en" if language is None else language)))


def _judged(
    subject: Subject,
    rules: RuleSet | str | None,
    assume: Assumptions,
    on: datetime.date | None,
    nearest: int,
    language: Language | str | None,
    progress: bool | None,
) -> Assessment | Screening:
    if isinstance(subject, (Assessment, Screening)):
        if rules is not None or assume:
            raise WrongTypeError(f"{subject!r} is judged already: leave out rules and assume")
        return subject if isinstance(subject, Screening) else _spoken(subject, language)
    if rules is None:
        raise WrongTypeError("report() needs rules, for example report(profile, 'cn.little-giant.2022')")
    if isinstance(subject, Profile):
        return assess(subject, rules, assume=assume, language="en" if language is None else language)
    return screen(subject, rules, on=on, assume=assume, nearest=nearest, progress=progress)


def _spoken(found: Assessment, language: Language | str | None) -> Assessment:
    return found if language is None else found.in_language(language)


def check_packages() -> None:
    """LittleGiantError, with what to install, if a report cannot be made."""
    lacking = [name for name in ("jinja2", "matplotlib") if importlib.util.find_spec(name) is None]
    if lacking:
        raise LittleGiantError(f"report() needs {' and '.join(lacking)}: pip install 'littlegiant[report]'")


def _report_one(found: Assessment, title: str) -> Report:
    from . import enterprise

    words = words_of(found.language)
    return _render("enterprise.html", found.language, words, title or words["one"], enterprise.page(found, words))


def _report_many(found: Screening, title: str, language: Language) -> Report:
    from . import county

    words = words_of(language)
    return _render("county.html", language, words, title or words["county"], county.page(found, words, language))


def _render(template: str, language: Language, words: dict[str, str], title: str, view: dict[str, Any]) -> Report:
    from .enterprise import localized
    from .plots import SYMBOLS

    html: str = (
        _templates()
        .get_template(template)
        .render(
            view,
            w=words,
            lang=language.word,
            title=title,
            digits=lambda number: localized(f"{number:,}", words),
            Verdict=Verdict,
            symbols=SYMBOLS,
            made=words["made"].format(day=datetime.date.today().isoformat(), version=decoded(lib.lg_version())),
        )
    )
    return Report(html + "\n")


@functools.cache
def _templates() -> Any:
    """The templates, in which everything is escaped that is put into them, but for drawings, style and script."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(_HERE)
    found = Environment(autoescape=True, loader=loader, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    script = (_HERE / "sort.js").read_text(encoding="utf-8")
    found.globals.update(
        style=(_HERE / "style.css").read_text(encoding="utf-8"),
        script=script,
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    )
    return found
