# SPDX-License-Identifier: Apache-2.0
"""The library's enumerations, made from its own words. enums.pyi lists them for type checkers."""

from ._native import lib
from .words import Phrase, UnitPhrase, Word, enumeration


def _unit_word(unit):
    info = lib.lg_unit_describe(unit)
    return info[0].name if info else None


def _status_phrase(status, language):
    return lib.lg_status_text(status)


# Name, base, function of the words, function of the phrases, and what it is.
ENUMERATIONS = (
    ("Status", Phrase, lib.lg_status_name, _status_phrase, "Outcome of a call; the phrase is English."),
    ("Verdict", Phrase, lib.lg_verdict_name, lib.lg_verdict_text, "Verdict on one criterion or on a whole standard."),
    ("Reason", Phrase, lib.lg_reason_name, lib.lg_reason_text, "Why a verdict is unknown."),
    ("Language", Word, lib.lg_language_name, None, "Language of texts."),
    ("Unit", UnitPhrase, _unit_word, lib.lg_unit_text, "Unit of a fact, a column or a criterion."),
    ("FactKind", Word, lib.lg_fact_kind_name, None, "What sort of statement a fact is."),
    ("Severity", Word, lib.lg_severity_name, None, "How grave an issue in a profile is."),
    ("Level", Phrase, lib.lg_level_name, lib.lg_level_text, "Level of the title that a rule set gives."),
    ("Application", Word, lib.lg_application_name, None, "For what a rule set may be used."),
    ("Grade", Phrase, lib.lg_grade_name, lib.lg_grade_text, "How well a rule is evidenced."),
    ("Kind", Word, lib.lg_kind_name, None, "Kind of a criterion: what it tests, or how it combines those below it."),
    ("Operator", Word, lib.lg_operator_name, None, "How a measured value is held against the bound."),
    ("SizeClass", Phrase, lib.lg_size_class_name, lib.lg_size_class_text, "Size class of the standard of 2011."),
)

for _name, _base, _word_of, _phrase_of, _doc in ENUMERATIONS:
    globals()[_name] = enumeration(_base, _name, _word_of, _phrase_of, _doc)

__all__ = [name for name, *_ in ENUMERATIONS]
