# SPDX-License-Identifier: Apache-2.0
# Written by tools/python_stubs.py from the library's reflection.
from .words import Phrase, UnitPhrase, Word

__all__ = ["Status", "Verdict", "Reason", "Language", "Unit", "FactKind", "Severity", "Level", "Application", "Grade", "Kind", "Operator", "SizeClass"]

class Status(Phrase):
    """Outcome of a call; the phrase is English."""

    E_STREAM = -16
    E_MEMORY = -15
    E_ARGUMENT = -14
    E_DATE = -13
    E_NO_RULES = -12
    E_RULES = -11
    E_LANGUAGE = -10
    E_INEXACT = -9
    E_UNIT = -8
    E_TEXT = -7
    E_CAPACITY = -6
    E_CRITERION = -5
    E_RANGE = -4
    E_FACT = -3
    E_SIZE = -2
    E_NULL = -1
    OK = 0

class Verdict(Phrase):
    """Verdict on one criterion or on a whole standard."""

    UNKNOWN = 0
    MET = 1
    NOT_MET = 2
    NOT_APPLICABLE = 3

class Reason(Phrase):
    """Why a verdict is unknown."""

    NONE = 0
    MISSING = 1
    JUDGEMENT = 2
    UNDEFINED = 3

class Language(Word):
    """Language of texts."""

    EN = 0
    ZH = 1
    ID = 2

class Unit(UnitPhrase):
    """Unit of a fact, a column or a criterion."""

    FEN = 1
    YUAN = 2
    WAN = 3
    YI = 4
    MONTHS = 5
    YEARS = 6
    BP = 7
    PERCENT = 8
    COUNT = 9
    LEVEL = 10
    CP = 11
    POINTS = 12
    FLAG = 13
    CLASS = 14

class FactKind(Word):
    """What sort of statement a fact is."""

    MEASURE = 1
    LEVEL = 2
    REPORTED = 3
    EXCLUSION = 4
    ASSERTED = 5

class Severity(Word):
    """How grave an issue in a profile is."""

    UNUSUAL = 1
    CONTRADICTION = 2
    IMPOSSIBLE = 3

class Level(Phrase):
    """Level of the title that a rule set gives."""

    NONE = 0
    INNOVATIVE_SME = 1
    SPECIALISED_SME = 2
    LITTLE_GIANT = 3

class Application(Word):
    """For what a rule set may be used."""

    NEW = 1
    REVIEW = 2

class Grade(Phrase):
    """How well a rule is evidenced."""

    NONE = 0
    OFFICIAL = 1
    CORROBORATED = 2
    SINGLE_SOURCE = 3
    RECONSTRUCTED = 4

class Kind(Word):
    """Kind of a criterion: what it tests, or how it combines those below it."""

    ALL = 1
    ANY = 2
    AT_LEAST = 3
    WHEN = 4
    BEST = 5
    SUM = 6
    PASS_MARK = 7
    VALUE = 16
    FLAG = 17
    RATIO = 18
    TOTAL = 19
    MEAN_GROWTH = 20
    COMPOUND_GROWTH = 21
    SME_SIZE = 22
    POINTS_VALUE = 23

class Operator(Word):
    """How a measured value is held against the bound."""

    NONE = 0
    GE = 1
    GT = 2
    LE = 3
    LT = 4
    EQ = 5
    BETWEEN = 6
    FROM_TO = 7

class SizeClass(Phrase):
    """Size class of the standard of 2011."""

    UNKNOWN = 0
    MICRO = 1
    SMALL = 2
    MEDIUM = 3
    LARGE = 4
