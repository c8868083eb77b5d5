# SPDX-License-Identifier: Apache-2.0
"""The structs of the Arrow C Data Interface, and the capsules in which Python hands them over.

A capsule owns its struct, and whoever takes the struct marks it as released. What nobody has taken must be released
when the capsule goes. The usual way, a destructor in the capsule, is closed to Python code: destructors also run while
an error is under way (a consumer that refuses what it got), and Python code that runs then loses that error. So
the capsules and their structs are kept here, and go when nobody else has the capsule any more: `sweep()`. For the same
reason no function that Arrow may call to release something is written in Python.
"""

from __future__ import annotations

import ctypes
import itertools
import sys
from ctypes import CFUNCTYPE, Structure, c_char_p, c_int, c_int64, c_void_p
from typing import Any, Union

# A capsule points to its name: these are kept for as long as there can be capsules.
STREAM = b"arrow_array_stream"
ARRAY = b"arrow_array"
SCHEMA = b"arrow_schema"


# fmt: off
class ArrowSchema(Structure):
    _fields_ = [
        ("format", c_void_p), ("name", c_void_p), ("metadata", c_void_p), ("flags", c_int64), ("n_children", c_int64),
        ("children", c_void_p), ("dictionary", c_void_p), ("release", c_void_p), ("private_data", c_void_p),
    ]


class ArrowArray(Structure):
    _fields_ = [
        ("length", c_int64), ("null_count", c_int64), ("offset", c_int64), ("n_buffers", c_int64),
        ("n_children", c_int64), ("buffers", c_void_p), ("children", c_void_p), ("dictionary", c_void_p),
        ("release", c_void_p), ("private_data", c_void_p),
    ]


class ArrowArrayStream(Structure):
    _fields_ = [
        ("get_schema", c_void_p), ("get_next", c_void_p), ("get_last_error", c_void_p), ("release", c_void_p),
        ("private_data", c_void_p),
    ]
# fmt: on


Struct = Union[ArrowSchema, ArrowArray, ArrowArrayStream]

#: ``get_schema`` and ``get_next`` of a stream: both write a struct and return 0 or an error number.
GET = CFUNCTYPE(c_int, c_void_p, c_void_p)
_RELEASE = CFUNCTYPE(None, c_void_p)

_new = ctypes.pythonapi.PyCapsule_New
_new.argtypes, _new.restype = [c_void_p, c_char_p, c_void_p], ctypes.py_object
_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_pointer.argtypes, _pointer.restype = [ctypes.py_object, c_char_p], c_void_p

# What is handed over: the capsules and their structs, by a number that is not used again.
_lent: dict[int, tuple[Any, Struct]] = {}
_numbers = itertools.count()


def address_in(capsule: object, name: bytes) -> int:
    """Where the struct in a capsule is; ValueError if the capsule holds something else."""
    address: int = _pointer(capsule, name)
    return address


def take_schema(capsule: object) -> ArrowSchema:
    """The schema in a capsule, which is then the caller's to release."""
    found = ArrowSchema()
    address = address_in(capsule, SCHEMA)
    ctypes.memmove(ctypes.addressof(found), address, ctypes.sizeof(found))
    ArrowSchema.from_address(address).release = None
    return found


def schema_of(stream: int) -> ArrowSchema:
    """The schema of a stream, which is the caller's to release; a released one if the stream has none to give."""
    found = ArrowSchema()
    if GET(ArrowArrayStream.from_address(stream).get_schema)(stream, ctypes.addressof(found)):
        found.release = None
    return found


def release(struct: Struct) -> None:
    """Releases what the struct holds, unless it has been released or taken."""
    if struct.release:
        _RELEASE(struct.release)(ctypes.addressof(struct))


def lend(struct: Struct, name: bytes) -> object:
    """A capsule with this struct, which from now on lives as long as the capsule does."""
    sweep()
    capsule: object = _new(ctypes.addressof(struct), name, None)
    _lent[next(_numbers)] = (capsule, struct)
    return capsule


def sweep() -> None:
    """Releases the structs whose capsules nobody has any more. Threads may sweep at once."""
    for number in list(_lent):
        pair = _lent.get(number)
        if pair is not None and _references(pair) == _UNUSED and _lent.pop(number, None) is not None:
            release(pair[1])


def _references(pair: tuple[Any, Struct]) -> int:
    return sys.getrefcount(pair[0])


# What is counted for a capsule that only its pair has.
_UNUSED = _references((_new(1, SCHEMA, None), ArrowSchema()))
