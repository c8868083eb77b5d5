# SPDX-License-Identifier: Apache-2.0
"""The library as a program sees it: lg_evaluate(), lg_evaluate_columns() and lg_evaluate_profiles() over NumPy arrays."""

from __future__ import annotations

import ctypes
from ctypes import POINTER, Structure, byref, c_int32, c_int64, c_uint8, c_uint32, c_uint64, c_void_p
from dataclasses import dataclass

import numpy as np
from littlegiant._native import lg_criterion, lg_criterion_results, lg_fact, lg_finding, lg_results, lib

from integers import Array, Table

# fmt: off


class lg_column(Structure):
    _fields_ = [
        ("values", c_void_p), ("validity", c_void_p), ("offset", c_int64), ("fact", c_uint32), ("type", c_int32),
        ("unit", c_int32), ("scale", c_int32),
    ]


lib.lg_type_name.restype, lib.lg_type_name.argtypes = ctypes.c_char_p, [c_int32]
lib.lg_capability.restype, lib.lg_capability.argtypes = ctypes.c_char_p, [c_uint32]
lib.lg_evaluate_columns.restype, lib.lg_evaluate_columns.argtypes = c_int32, [
    c_void_p, POINTER(lg_column), c_uint32, c_void_p, c_uint32, c_uint64, POINTER(lg_results), POINTER(c_uint64),
]
# fmt: on


def listed(ask) -> list:
    """What a function counts up from 0 until NULL."""
    found = []
    while item := ask(len(found)):
        found.append(item)
    return found


def start(array: Array, kind: type) -> object:
    """A pointer to the first element."""
    return array.ctypes.data_as(POINTER(kind))


FACTS: dict[str, lg_fact] = {
    fact.contents.name.decode(): fact.contents for fact in listed(lambda i: lib.lg_fact_describe(i))
}
RANGES = {name: (fact.minimum, fact.maximum) for name, fact in FACTS.items()}
TYPES = {lib.lg_type_name(number).decode(): number for number in range(1, 12)}
CAPABILITIES = [word.decode() for word in listed(lib.lg_capability)]

RULES: dict[str, int] = {
    lib.lg_ruleset_describe(handle).contents.id.decode(): handle for handle in listed(lib.lg_ruleset_at)
}

#: The layout of lg_profile, from reflection.
PROFILE = np.dtype(
    {
        "names": ["struct_size", "known", *FACTS],
        "formats": ["u4", ("u8", 4), *["i8"] * len(FACTS)],
        "offsets": [0, 8, *(fact.offset for fact in FACTS.values())],
        "itemsize": lib.lg_profile_size(),
    }
)


@dataclass
class Verdicts:
    """What one function of the library says: of every row, and per criterion of every row."""

    overall: Array
    verdicts: Array
    reasons: Array
    low: Array
    high: Array


class Rules:
    """A rule set by its id: what its criteria are called, and what they say of tables of enterprises."""

    def __init__(self, rules: str):
        self.id = rules
        self.handle = RULES[rules]
        criteria: list[lg_criterion] = [
            row.contents for row in listed(lambda i: lib.lg_ruleset_criterion(self.handle, i))
        ]
        self.ids = [criterion.id.decode() for criterion in criteria]
        parents = [lib.lg_criterion_parent(self.handle, i) for i in range(len(criteria))]
        self.parents = {
            name: self.ids[parent] if parent < len(self.ids) else None
            for name, parent in zip(self.ids, parents, strict=True)
        }

    # ---------------------------------------------------------------------------------- columns

    def results(self, count: int) -> tuple[Verdicts, lg_results, list[object]]:
        """Arrays for count rows, all bytes set to nonsense before, and the struct that points to them."""
        criteria = len(self.ids)
        found = Verdicts(
            np.full(count, 0xA5, np.uint8),
            np.full((criteria, count), 0xA5, np.uint8),
            np.full((criteria, count), 0xA5, np.uint8),
            np.full((criteria, count), -1, np.int32),
            np.full((criteria, count), -1, np.int32),
        )
        pointers = (lg_criterion_results * criteria)()
        for i, pointer in enumerate(pointers):
            pointer.verdicts, pointer.reasons = start(found.verdicts[i], c_uint8), start(found.reasons[i], c_uint8)
            pointer.points_low, pointer.points_high = start(found.low[i], c_int32), start(found.high[i], c_int32)
        results = lg_results(struct_size=ctypes.sizeof(lg_results), criterion_count=criteria, criteria=pointers)
        results.verdicts = start(found.overall, c_uint8)
        return found, results, [pointers]

    def columns(self, table: Table, rng: np.random.Generator) -> Verdicts:
        """Every column in a type of its own, with an offset, and with nonsense where nothing is known. Of those of
        which nothing is known, half are left out."""
        given = [fact for fact in table.values if table.known[fact].any() or rng.random() < 0.5]
        kept = [laid_out(fact, table, rng) for fact in given]
        columns = (lg_column * len(kept))(*(column for column, _ in kept))
        found, results, _pointers = self.results(table.count)
        errors = c_uint64()
        status = lib.lg_evaluate_columns(
            self.handle, columns, len(columns), None, 0, table.count, byref(results), byref(errors)
        )
        assert (status, errors.value) == (0, 0)
        return found

    # --------------------------------------------------------------------------------- profiles

    def profiles(self, table: Table) -> Verdicts:
        """Through an array of profiles."""
        found, results, _pointers = self.results(table.count)
        firms, errors = profiles_of(table), c_uint64()
        status = lib.lg_evaluate_profiles(
            self.handle, firms.ctypes.data, PROFILE.itemsize, None, 0, table.count, byref(results), byref(errors)
        )
        assert (status, errors.value) == (0, 0)
        return found

    def one_by_one(self, table: Table) -> Verdicts:
        """Through lg_evaluate(), one enterprise after the other."""
        found, _results, _pointers = self.results(table.count)
        firms = profiles_of(table)
        findings = np.zeros(len(self.ids), FINDING)
        pointer = findings.ctypes.data_as(POINTER(lg_finding))
        verdict, capacity = c_int32(), len(self.ids)
        for row in range(table.count):
            firm = firms.ctypes.data + row * PROFILE.itemsize
            assert lib.lg_evaluate(self.handle, firm, pointer, capacity, None, byref(verdict)) == 0
            found.overall[row] = verdict.value
            found.verdicts[:, row], found.reasons[:, row] = findings["verdict"], findings["reason"]
            found.low[:, row], found.high[:, row] = findings["points_low"], findings["points_high"]
        return found


#: The members of lg_finding that are looked at, from the struct of the package.
FINDING = np.dtype(
    {
        "names": ["verdict", "reason", "points_low", "points_high"],
        "formats": ["i4", "i4", "i8", "i8"],
        "offsets": [getattr(lg_finding, name).offset for name in ("verdict", "reason", "points_low", "points_high")],
        "itemsize": ctypes.sizeof(lg_finding),
    }
)


def profiles_of(table: Table) -> Array:
    """An lg_profile per enterprise; what is not known holds nonsense."""
    firms = np.zeros(table.count, PROFILE)
    firms["struct_size"] = PROFILE.itemsize
    for fact, value in table.values.items():
        known = table.known[fact]
        firms[fact] = np.where(known, value, np.iinfo(np.int64).min)
        number = FACTS[fact].id
        firms["known"][:, number // 64] |= known.astype(np.uint64) << np.uint64(number % 64)
    return firms


def laid_out(fact: str, table: Table, rng: np.random.Generator) -> tuple[lg_column, list[Array]]:
    """A column of a random type that can hold its values, from a random offset on; and the arrays behind it."""
    value, known = table.values[fact], table.known[fact]
    fitting = [
        name
        for name in ("int64", "int32", "int16", "int8", "uint64", "uint32", "uint16", "uint8")
        if value.size == 0 or (np.iinfo(name).min <= value.min() and value.max() <= np.iinfo(name).max)
    ]
    name = str(rng.choice(fitting))
    offset = int(rng.integers(0, 17))
    nonsense = rng.integers(np.iinfo(name).min, np.iinfo(name).max, offset + table.count, name, endpoint=True)
    nonsense[offset:] = np.where(known, value.astype(name), nonsense[offset:])
    validity = np.packbits(np.concatenate([rng.random(offset) < 0.5, known]), bitorder="little")
    column = lg_column(offset=offset, fact=FACTS[fact].id, type=TYPES[name])
    column.values, column.validity = nonsense.ctypes.data, validity.ctypes.data
    return column, [nonsense, validity]
