#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The library from ctypes alone, without the package littlegiant: the profile is built from reflection.

python3 plain_ctypes.py [LIBRARY]        default: liblittlegiant.so.0, wherever the loader finds it
"""

import ctypes
import sys
from ctypes import POINTER, c_char_p, c_int32, c_int64, c_uint32, c_uint64, c_void_p
from typing import Any


class Fact(ctypes.Structure):
    """The members of lg_fact that are needed here; the struct grows at the end only."""

    _fields_ = [("id", c_uint32), ("offset", c_uint32), ("name", c_char_p), ("column", c_char_p)]


lg: Any = ctypes.CDLL(sys.argv[1] if len(sys.argv) > 1 else "liblittlegiant.so.0")
lg.lg_fact_describe.restype = POINTER(Fact)
lg.lg_ruleset_find.restype = c_void_p
lg.lg_status_text.restype = c_char_p
lg.lg_explain.argtypes = [c_void_p, c_void_p, c_int32, c_char_p, c_uint64, POINTER(c_uint64)]

facts = {fact.name.decode(): fact for fact in (lg.lg_fact_describe(i)[0] for i in range(lg.lg_fact_count()))}


class Profile(ctypes.Structure):
    """lg_profile: the size, the set of known facts, then one int64_t for each fact at the offset that the library gives."""

    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved", c_uint32),
        ("known", c_uint64 * 4),
        *((fact.column.decode(), c_int64) for fact in sorted(facts.values(), key=lambda fact: int(fact.offset))),
    ]


assert ctypes.sizeof(Profile) == lg.lg_profile_size()

firm = Profile(struct_size=ctypes.sizeof(Profile))
for name, value in {"srdi_title": 1, "revenue_y1": 10_000_000_000, "province_rank": 2}.items():  # money in fen
    setattr(firm, facts[name].column.decode(), value)
    firm.known[facts[name].id // 64] |= 1 << facts[name].id % 64

text = ctypes.create_string_buffer(65536)
rules = lg.lg_ruleset_find(b"cn.little-giant.2020-reported")
status = lg.lg_explain(rules, ctypes.byref(firm), 0, text, len(text), None)
print(text.value.decode() if status == 0 else lg.lg_status_text(status).decode())
