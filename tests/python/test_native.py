# SPDX-License-Identifier: Apache-2.0
"""What the package repeats of the headers is what they say, and what the reviewed lists say."""

import ctypes
import ctypes.util
import re

import pytest
from conftest import ROOT
from littlegiant import _native

HEADERS = ROOT / "include" / "littlegiant"
HEADER = "\n".join((HEADERS / name).read_text(encoding="utf-8") for name in ("littlegiant.h", "arrow.h"))
PLAIN = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", HEADER, flags=re.S))
STRUCTS = {
    name: value
    for name, value in vars(_native).items()
    if isinstance(value, type) and issubclass(value, ctypes.Structure) and value is not ctypes.Structure
}
# What the package does not look into.
OPAQUE = ("lg_profile", "lg_ruleset")
LAYOUT = "layout.txt" if ctypes.sizeof(ctypes.c_void_p) == 8 else "layout32.txt"
BASE_TYPES = {
    "int8_t": ctypes.c_int8,
    "uint8_t": ctypes.c_uint8,
    "int32_t": ctypes.c_int32,
    "uint32_t": ctypes.c_uint32,
    "int64_t": ctypes.c_int64,
    "uint64_t": ctypes.c_uint64,
}


def golden(name):
    lines = (ROOT / "tests" / "abi" / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def layout_of(name, struct):
    yield f"{name} {ctypes.sizeof(struct)}"
    for member, *_ in struct._fields_:
        field = getattr(struct, member)
        yield f"{name}.{member} {field.offset} {field.size}"


@pytest.mark.parametrize("name", STRUCTS)
def test_a_struct_has_the_reviewed_layout(name):
    reviewed = [line for line in golden(LAYOUT) if re.match(rf"{name}[ .]", line)]
    assert list(layout_of(name, STRUCTS[name])) == reviewed


def test_members_are_signed_as_in_the_header():
    for name, struct in STRUCTS.items():
        body = re.search(rf"typedef struct {name} \{{(.*?)\}} {name};", PLAIN).group(1)
        declared = re.findall(r"([a-z0-9_ ]+?) ?(\**)(\w+)(\[\d+\])?;", body)
        for (kind, stars, member, length), (ours, ctype) in zip(declared, struct._fields_):
            assert member == ours
            expected = c_type(kind, stars)
            assert ctype is (expected * int(length[1:-1]) if length else expected), (name, member)


def typedefs():
    return {name: base for base, name in re.findall(r"typedef (u?int\d+_t) (lg_\w+);", PLAIN)}


def c_type(kind, stars):
    """The ctypes type for a type of the header, as the package treats it."""
    kind = kind.replace("const", "").strip()
    kind = typedefs().get(kind, kind)
    if kind == "char":
        return ctypes.c_char_p
    if kind.startswith("struct Arrow"):
        return ctypes.c_void_p
    if kind in OPAQUE:
        return ctypes.c_void_p if stars == "*" else ctypes.POINTER(ctypes.c_void_p)
    base = BASE_TYPES.get(kind) or STRUCTS[kind]
    return ctypes.POINTER(base) if stars else base


def parameters(text):
    for parameter in [] if text == "void" else text.split(", "):
        kind, stars, length = re.fullmatch(r"(.*?) ?(\**)\w+(\[\d+\])?", parameter).groups()
        yield c_type(kind, stars or ("*" if length else ""))


@pytest.mark.parametrize("name", _native.PROTOTYPES)
def test_a_function_is_declared_as_in_the_header(name):
    assert name in golden("symbols.txt")
    kind, stars, text = re.search(rf"LG_API ([a-z0-9_ ]+?) ?(\**){name}\((.*?)\);", PLAIN).groups()
    assert list(_native.PROTOTYPES[name]) == [c_type(kind, stars), *parameters(text)]


def test_markers_are_those_of_the_header():
    constants = dict(line.split(" = ") for line in golden("constants.txt"))
    markers = {name: value for name, value in vars(_native).items() if re.fullmatch(r"LG_[A-Z_]+", name)}
    assert markers
    for name, value in markers.items():
        assert int(constants[name].rstrip("u"), 0) == value, name


def test_a_library_with_another_interface_is_refused(monkeypatch):
    monkeypatch.setattr(_native, "LG_ABI_VERSION", _native.LG_ABI_VERSION + 1)
    with pytest.raises(ImportError, match="version 0 of the binary interface; this package needs version 1"):
        _native.load(_native.library_path())


def test_a_library_without_the_functions_is_refused():
    with pytest.raises(ImportError, match=r"has no lg_\w+\(\): it is older than this package, or another library"):
        _native.load(ctypes.util.find_library("c"))


def test_a_package_without_its_library_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.delenv("LITTLEGIANT_LIBRARY", raising=False)
    monkeypatch.setattr(_native, "__file__", str(tmp_path / "_native.py"))
    with pytest.raises(ImportError, match="install the package with pip"):
        _native.library_path()
