# SPDX-License-Identifier: Apache-2.0
"""arrow.h through ctypes and the Arrow PyCapsule interface: no Arrow library is needed on this side."""
import ctypes
import os
from ctypes import POINTER, Structure, byref, c_char_p, c_int32, c_int64, c_uint32, c_uint64, c_void_p, py_object

lib = ctypes.CDLL(os.environ["LITTLEGIANT_LIBRARY"])

REASONS, POINTS, MISSING = 1, 2, 4


class Default(Structure):
    _fields_ = [("fact", c_uint32), ("reserved", c_uint32), ("value", c_int64)]


class Options(Structure):
    _fields_ = [("struct_size", c_uint32), ("contents", c_uint32), ("defaults", POINTER(Default)),
                ("default_count", c_uint32), ("reserved", c_uint32)]


class ArrowSchema(Structure):
    _fields_ = [("bytes", c_int64 * 9)]


class ArrowArray(Structure):
    _fields_ = [("bytes", c_int64 * 10)]


class ArrowArrayStream(Structure):
    _fields_ = [("bytes", c_int64 * 5)]


lib.lg_ruleset_find.restype = c_void_p
lib.lg_fact_find.argtypes = [c_char_p]
lib.lg_fact_find.restype = c_uint32
lib.lg_status_name.restype = c_char_p
lib.lg_arrow_evaluate_stream.argtypes = [c_void_p, c_void_p, POINTER(Options), c_void_p, c_char_p, c_uint64]
lib.lg_arrow_evaluate_stream.restype = c_int32
lib.lg_arrow_evaluate.argtypes = [c_void_p, c_void_p, c_void_p, POINTER(Options), c_void_p, c_void_p, c_char_p, c_uint64]
lib.lg_arrow_evaluate.restype = c_int32

api = ctypes.pythonapi
api.PyCapsule_GetPointer.argtypes = [py_object, c_char_p]
api.PyCapsule_GetPointer.restype = c_void_p
api.PyCapsule_New.argtypes = [c_void_p, c_char_p, c_void_p]
api.PyCapsule_New.restype = py_object


class Error(Exception):
    pass


def check(status, message):
    if status != 0:
        raise Error(lib.lg_status_name(status).decode(), message.value.decode())


def options_of(contents, defaults):
    values = (Default * len(defaults))(*[Default(lib.lg_fact_find(name.encode()), 0, value)
                                         for name, value in defaults.items()])
    return Options(ctypes.sizeof(Options), contents, values, len(defaults), 0)


class Stream:
    """A stream that a consumer may take once; what nobody has taken is released."""

    def __init__(self):
        self.struct = ArrowArrayStream()

    def __arrow_c_stream__(self, requested_schema=None):
        return api.PyCapsule_New(ctypes.addressof(self.struct), b"arrow_array_stream", None)

    def __del__(self):
        release = self.struct.bytes[3]
        if release:
            ctypes.CFUNCTYPE(None, c_void_p)(release)(byref(self.struct))


class Batch:
    def __init__(self):
        self.schema, self.array = ArrowSchema(), ArrowArray()

    def __arrow_c_array__(self, requested_schema=None):
        return (api.PyCapsule_New(ctypes.addressof(self.schema), b"arrow_schema", None),
                api.PyCapsule_New(ctypes.addressof(self.array), b"arrow_array", None))

    def __del__(self):
        for struct, index in (self.schema, 7), (self.array, 8):
            if struct.bytes[index]:
                ctypes.CFUNCTYPE(None, c_void_p)(struct.bytes[index])(byref(struct))


def evaluate_stream(rules, source, contents=0, defaults={}):
    capsule = source.__arrow_c_stream__()
    result, message = Stream(), ctypes.create_string_buffer(512)
    check(lib.lg_arrow_evaluate_stream(lib.lg_ruleset_find(rules.encode()),
                                       api.PyCapsule_GetPointer(capsule, b"arrow_array_stream"),
                                       options_of(contents, defaults), byref(result.struct), message, len(message)),
          message)
    return result


def evaluate(rules, source, contents=0, defaults={}):
    schema, array = source.__arrow_c_array__()
    result, message = Batch(), ctypes.create_string_buffer(512)
    check(lib.lg_arrow_evaluate(lib.lg_ruleset_find(rules.encode()), api.PyCapsule_GetPointer(schema, b"arrow_schema"),
                                api.PyCapsule_GetPointer(array, b"arrow_array"), options_of(contents, defaults),
                                byref(result.schema), byref(result.array), message, len(message)),
          message)
    return result
