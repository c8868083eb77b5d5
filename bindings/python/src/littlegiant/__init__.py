# SPDX-License-Identifier: Apache-2.0
"""Does this enterprise meet the conditions of China's "Little Giant" programme (专精特新"小巨人"), or of a title below it?

>>> from littlegiant import Profile, assess, yuan
>>> firm = Profile(srdi_title=True, revenue_y1=yuan("100000000.01"), province_rank=2, it_supported_businesses=1)
>>> assess(firm, "cn.little-giant.2020-reported").verdict
<Verdict.MET: 1>

Everything about facts, units, rule sets and words comes from the C library liblittlegiant when this package is
imported. Decisions are exact: no floating point takes part in one. All functions may be called from several threads;
a ``Profile`` that one thread changes must not be used by another at the same time.
"""

from . import enums, units
from ._native import lib as _lib
from ._rows import Fault, RowError
from .assessment import Assessment, Finding, Findings, MissingFact, Step, assess
from .assumptions import Assumptions, default_groups
from .awards import Award, Batch, Region, awards, batches, regions
from .compare import Cause, Flip, flip
from .echelon import Echelon, Rung, SmeSize, echelon, sme_size
from .enums import *  # noqa: F403
from .errors import InvalidValueError, LittleGiantError, NoRulesError, UnknownNameError, WrongTypeError
from .facts import Fact, Value, fact, facts
from .profile import Issue, Profile
from .quantity import Number, Quantity
from .reporting import Report, report
from .rules import Criterion, RuleSet, ruleset, rulesets, select
from .screening import CriterionCount, Doubt, Enterprise, LevelCount, RegionCount, Screening, screen
from .tables import AssessedBatch, AssessedTable, assess_table
from .units import *  # noqa: F403


def version() -> str:
    """The version of the C library that is loaded.

    >>> import littlegiant
    >>> littlegiant.version() == littlegiant.__version__
    True
    """
    found: bytes = _lib.lg_version()
    return found.decode()


__version__ = version()

__all__ = [
    "AssessedBatch",
    "AssessedTable",
    "Assessment",
    "Assumptions",
    "Award",
    "Batch",
    "Cause",
    "Criterion",
    "CriterionCount",
    "Doubt",
    "Echelon",
    "Enterprise",
    "Fact",
    "Fault",
    "Finding",
    "Findings",
    "Flip",
    "InvalidValueError",
    "Issue",
    "LevelCount",
    "LittleGiantError",
    "MissingFact",
    "NoRulesError",
    "Number",
    "Profile",
    "Quantity",
    "Region",
    "RegionCount",
    "Report",
    "RowError",
    "RuleSet",
    "Rung",
    "Screening",
    "SmeSize",
    "Step",
    "UnknownNameError",
    "Value",
    "WrongTypeError",
    "assess",
    "assess_table",
    "awards",
    "batches",
    "default_groups",
    "echelon",
    "fact",
    "facts",
    "flip",
    "regions",
    "report",
    "ruleset",
    "rulesets",
    "screen",
    "select",
    "sme_size",
    "version",
]
__all__ += enums.__all__
__all__ += units.__all__
