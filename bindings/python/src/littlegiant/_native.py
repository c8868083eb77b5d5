# SPDX-License-Identifier: Apache-2.0
"""The structs, markers and functions of littlegiant.h and arrow.h that the package uses, and the loaded library.

This is the only module that repeats the headers. The struct of a profile is not here: its size comes
from the library, and facts go through the library's own setters. tests/python/test_native.py holds
every line below against the header and the reviewed lists in tests/abi.
"""

from __future__ import annotations

import ctypes
import os
import sys
from ctypes import POINTER, Structure, c_char_p, c_int8, c_int32, c_int64, c_uint8, c_uint32, c_uint64, c_void_p
from pathlib import Path
from typing import Any

LG_ABI_VERSION = 0
LG_FACT_NONE = 0xFFFFFFFF
LG_CRITERION_NONE = 0xFFFFFFFF
LG_ARROW_REASONS = 1
LG_ARROW_POINTS = 2
LG_ARROW_MISSING = 4


# fmt: off
class lg_int128(Structure):
    _fields_ = [("low", c_uint64), ("high", c_int64)]


class lg_fraction(Structure):
    _fields_ = [("numerator", lg_int128), ("denominator", lg_int128)]


class lg_unit_info(Structure):
    _fields_ = [("unit", c_int32), ("canonical", c_int32), ("factor", c_int64), ("name", c_char_p), ("suffix", c_char_p)]


class lg_fact(Structure):
    _fields_ = [
        ("id", c_uint32), ("offset", c_uint32), ("name", c_char_p), ("column", c_char_p), ("unit", c_int32),
        ("kind", c_int32), ("minimum", c_int64), ("maximum", c_int64), ("definition", c_char_p),
        ("evidence", c_char_p), ("source", c_char_p),
    ]


class lg_default(Structure):
    _fields_ = [("fact", c_uint32), ("reserved", c_uint32), ("value", c_int64)]


class lg_issue(Structure):
    _fields_ = [("severity", c_int32), ("fact", c_uint32), ("other", c_uint32), ("code", c_uint32), ("text", c_char_p)]


class lg_ruleset_info(Structure):
    _fields_ = [
        ("id", c_char_p), ("programme", c_char_p), ("level", c_int32), ("application", c_int32),
        ("in_force_from", c_int32), ("in_force_to", c_int32), ("compared_on", c_int32), ("grade", c_int32),
        ("criterion_count", c_uint32), ("alternative", c_uint32), ("issuer", c_char_p), ("document", c_char_p),
    ]


class lg_criterion(Structure):
    _fields_ = [
        ("id", c_char_p), ("citation", c_char_p), ("depth", c_uint32), ("kind", c_int32), ("op", c_int32),
        ("unit", c_int32), ("grade", c_int32), ("fact_count", c_uint32), ("facts", c_uint32 * 4),
        ("bound", c_int64), ("bound_high", c_int64), ("bound_denominator", c_int64), ("points", c_int64),
        ("points_floor", c_int64), ("total", c_uint32), ("reserved", c_uint32),
    ]


class lg_finding(Structure):
    _fields_ = [
        ("criterion", c_uint32), ("verdict", c_int32), ("reason", c_int32), ("lever", c_uint32),
        ("observed", lg_fraction), ("required", lg_fraction), ("required_high", lg_fraction),
        ("margin", lg_fraction), ("lever_change", c_int64), ("points_low", c_int64), ("points_high", c_int64),
    ]


class lg_missing_fact(Structure):
    _fields_ = [("fact", c_uint32), ("settles", c_int32)]


class lg_criterion_results(Structure):
    _fields_ = [
        ("verdicts", POINTER(c_uint8)), ("reasons", POINTER(c_uint8)), ("low_bits", POINTER(c_uint8)),
        ("high_bits", POINTER(c_uint8)), ("points_low", POINTER(c_int32)), ("points_high", POINTER(c_int32)),
    ]


class lg_row_error(Structure):
    _fields_ = [("row", c_uint64), ("column", c_uint32), ("status", c_int32)]


class lg_results(Structure):
    _fields_ = [
        ("struct_size", c_uint32), ("reserved", c_uint32), ("verdicts", POINTER(c_uint8)),
        ("statuses", POINTER(c_int8)), ("criteria", POINTER(lg_criterion_results)), ("criterion_count", c_uint32),
        ("error_capacity", c_uint32), ("errors", POINTER(lg_row_error)), ("missing", POINTER(c_uint64)),
        ("assumed", POINTER(c_uint64)),
    ]


class lg_step(Structure):
    _fields_ = [
        ("criterion", c_uint32), ("verdict", c_int32), ("reason", c_int32), ("lever", c_uint32), ("change", c_int64),
    ]


class lg_cause(Structure):
    _fields_ = [
        ("side", c_uint32), ("criterion", c_uint32), ("verdict", c_int32), ("other", c_uint32),
        ("other_verdict", c_int32), ("reserved", c_uint32),
    ]


class lg_rung(Structure):
    _fields_ = [
        ("rules", c_void_p), ("level", c_int32), ("verdict", c_int32), ("not_met", c_uint32), ("unknown", c_uint32),
    ]


class lg_region(Structure):
    _fields_ = [("code", c_int32), ("reserved", c_int32), ("name", c_char_p), ("name_zh", c_char_p)]


class lg_award(Structure):
    _fields_ = [
        ("id", c_char_p), ("document", c_char_p), ("source", c_char_p), ("region", c_int32), ("title", c_int32),
        ("paid_from", c_int32), ("paid_to", c_int32), ("grade", c_int32), ("years", c_int32),
        ("amount_low", c_int64), ("amount_high", c_int64), ("cumulative", c_int32), ("selective", c_int32),
    ]


class lg_batch(Structure):
    _fields_ = [
        ("rules", c_char_p), ("source", c_char_p), ("number", c_int32), ("announced", c_int32),
        ("published", c_int32), ("confirmed", c_int32), ("grade", c_int32), ("reserved", c_int32),
    ]


class lg_arrow_options(Structure):
    _fields_ = [
        ("struct_size", c_uint32), ("contents", c_uint32), ("defaults", POINTER(lg_default)),
        ("default_count", c_uint32), ("reserved", c_uint32),
    ]


# What a text is written to: buffer, capacity, size needed.
_TEXT = (c_char_p, c_uint64, POINTER(c_uint64))
_PROFILE = c_void_p
_RULES = c_void_p
# The structs of Arrow are in _arrow.py.
_ARROW = c_void_p

# Function: what it returns, and what it takes.
PROTOTYPES: dict[str, tuple[Any, ...]] = {
    "lg_version": (c_char_p,),
    "lg_abi_version": (c_int32,),
    "lg_status_name": (c_char_p, c_int32),
    "lg_status_text": (c_char_p, c_int32),
    "lg_verdict_name": (c_char_p, c_int32),
    "lg_verdict_text": (c_char_p, c_int32, c_int32),
    "lg_reason_name": (c_char_p, c_int32),
    "lg_reason_text": (c_char_p, c_int32, c_int32),
    "lg_language_name": (c_char_p, c_int32),
    "lg_kind_name": (c_char_p, c_int32),
    "lg_operator_name": (c_char_p, c_int32),
    "lg_grade_name": (c_char_p, c_int32),
    "lg_grade_text": (c_char_p, c_int32, c_int32),
    "lg_fact_kind_name": (c_char_p, c_int32),
    "lg_application_name": (c_char_p, c_int32),
    "lg_level_name": (c_char_p, c_int32),
    "lg_level_text": (c_char_p, c_int32, c_int32),
    "lg_severity_name": (c_char_p, c_int32),
    "lg_size_class_name": (c_char_p, c_int32),
    "lg_size_class_text": (c_char_p, c_int32, c_int32),
    "lg_unit_describe": (POINTER(lg_unit_info), c_int32),
    "lg_unit_text": (c_char_p, c_int32, c_int32),
    "lg_fact_describe": (POINTER(lg_fact), c_uint32),
    "lg_fact_title": (c_char_p, c_uint32, c_int32),
    "lg_fact_parse": (c_int32, c_uint32, c_int32, c_char_p, c_uint64, POINTER(c_int64)),
    "lg_fact_step": (c_char_p, c_uint32, c_int64, c_int32),
    "lg_fact_format": (c_int32, c_uint32, c_int64, c_int32, *_TEXT),
    "lg_label_name": (c_char_p, c_uint32),
    "lg_profile_size": (c_uint32,),
    "lg_profile_init": (c_int32, _PROFILE, c_uint32),
    "lg_profile_set": (c_int32, _PROFILE, c_uint32, c_int64),
    "lg_profile_set_text": (c_int32, _PROFILE, c_uint32, c_int32, c_char_p, c_uint64),
    "lg_profile_clear": (c_int32, _PROFILE, c_uint32),
    "lg_profile_get": (c_int32, _PROFILE, c_uint32, POINTER(c_int64), POINTER(c_int32)),
    "lg_profile_fill": (c_int32, _PROFILE, POINTER(lg_default), c_uint32, POINTER(c_uint64)),
    "lg_profile_check": (c_int32, _PROFILE, POINTER(lg_issue), c_uint32, POINTER(c_uint32)),
    "lg_default_group_name": (c_char_p, c_uint32),
    "lg_default_group": (c_int32, c_char_p, c_uint32, POINTER(lg_default)),
    "lg_ruleset_at": (_RULES, c_uint32),
    "lg_ruleset_describe": (POINTER(lg_ruleset_info), _RULES),
    "lg_ruleset_title": (c_char_p, _RULES, c_int32),
    "lg_ruleset_caveat": (c_char_p, _RULES, c_int32),
    "lg_ruleset_select": (c_int32, c_char_p, c_int32, c_int32, c_int32, POINTER(_RULES)),
    "lg_ruleset_criterion": (POINTER(lg_criterion), _RULES, c_uint32),
    "lg_criterion_parent": (c_uint32, _RULES, c_uint32),
    "lg_criterion_title": (c_char_p, _RULES, c_uint32, c_int32),
    "lg_criterion_caveat": (c_char_p, _RULES, c_uint32, c_int32),
    "lg_criterion_requirement": (c_int32, _RULES, c_uint32, c_int32, *_TEXT),
    "lg_evaluate": (c_int32, _RULES, _PROFILE, POINTER(lg_finding), c_uint32, POINTER(c_uint32), POINTER(c_int32)),
    "lg_evaluate_profiles": (
        c_int32, _RULES, _PROFILE, c_uint64, POINTER(lg_default), c_uint32, c_uint64, POINTER(lg_results),
        POINTER(c_uint64),
    ),
    "lg_sme_size": (c_int32, _PROFILE, POINTER(c_int32), POINTER(c_uint32)),
    "lg_missing": (c_int32, _RULES, _PROFILE, POINTER(lg_missing_fact), c_uint32, POINTER(c_uint32)),
    "lg_route": (c_int32, _RULES, _PROFILE, POINTER(lg_step), c_uint32, POINTER(c_uint32)),
    "lg_flip": (
        c_int32, _RULES, _PROFILE, _RULES, _PROFILE, POINTER(c_int32), POINTER(c_int32),
        POINTER(lg_cause), c_uint32, POINTER(c_uint32),
    ),
    "lg_echelon": (
        c_int32, _PROFILE, c_int32, POINTER(lg_rung), c_uint32, POINTER(c_uint32), POINTER(c_int32), POINTER(c_int32),
    ),
    "lg_region_at": (POINTER(lg_region), c_uint32),
    "lg_award_at": (POINTER(lg_award), c_uint32),
    "lg_award_note": (c_char_p, c_uint32, c_int32),
    "lg_award_select": (c_int32, c_int32, c_int32, c_int32, POINTER(c_uint32), c_uint32, POINTER(c_uint32)),
    "lg_batch_at": (POINTER(lg_batch), c_uint32),
    "lg_criterion_source": (c_int32, _RULES, c_uint32, c_int32, *_TEXT),
    "lg_criterion_measured": (c_int32, _RULES, c_uint32, _PROFILE, c_int32, *_TEXT),
    "lg_explain_criterion": (c_int32, _RULES, c_uint32, _PROFILE, c_int32, *_TEXT),
    "lg_explain": (c_int32, _RULES, _PROFILE, c_int32, *_TEXT),
    "lg_ruleset_table": (c_int32, _RULES, *_TEXT),
    "lg_ruleset_digest": (c_int32, _RULES, POINTER(c_uint8)),
    "lg_receipt": (c_int32, _RULES, *_TEXT),
    "lg_arrow_evaluate": (
        c_int32, _RULES, _ARROW, _ARROW, POINTER(lg_arrow_options), _ARROW, _ARROW, c_char_p, c_uint64,
    ),
    "lg_arrow_result_schema": (
        c_int32, _RULES, _ARROW, POINTER(lg_arrow_options), _ARROW, c_char_p, c_uint64,
    ),
    "lg_arrow_evaluate_stream": (
        c_int32, _RULES, _ARROW, POINTER(lg_arrow_options), _ARROW, c_char_p, c_uint64,
    ),
}
# fmt: on


def library_path() -> str:
    """The shared library: what LITTLEGIANT_LIBRARY names, else the one that came with the package."""
    chosen = os.environ.get("LITTLEGIANT_LIBRARY")
    if chosen:
        return chosen
    name = {"win32": "littlegiant.dll", "darwin": "liblittlegiant.dylib"}.get(sys.platform, "liblittlegiant.so")
    bundled = Path(__file__).with_name(name)
    if not bundled.exists():
        raise ImportError(
            f"the shared library {bundled} is missing: install the package with pip, "
            f"or let LITTLEGIANT_LIBRARY name a library that was built elsewhere"
        )
    return str(bundled)


def load(path: str) -> ctypes.CDLL:
    """Loads the library and declares its functions. Calls through CDLL release the GIL."""
    loaded = ctypes.CDLL(path)
    for name, (result, *arguments) in PROTOTYPES.items():
        function = _function(loaded, name)
        function.restype = result
        function.argtypes = arguments
    if loaded.lg_abi_version() != LG_ABI_VERSION:
        raise ImportError(
            f"{path} has version {loaded.lg_abi_version()} of the binary interface; "
            f"this package needs version {LG_ABI_VERSION}"
        )
    return loaded


def _function(loaded: ctypes.CDLL, name: str) -> Any:
    try:
        return getattr(loaded, name)
    except AttributeError:
        raise ImportError(
            f"{loaded._name} has no {name}(): it is older than this package, or another library; "
            f"build liblittlegiant from the sources of this package"
        ) from None


lib = load(library_path())
