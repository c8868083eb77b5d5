#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the stubs of the Python package, which list facts, units and words for type checkers.

    LITTLEGIANT_LIBRARY=build/dev/liblittlegiant.so PYTHONPATH=bindings/python/src tools/python_stubs.py

The package itself makes all of these from the library's reflection when it is imported; so does this
script. tests/python/test_stubs.py fails when a stub is not what this script writes.
"""

from __future__ import annotations

import pathlib
from collections.abc import Iterable
from typing import Callable

from littlegiant import Fact, Unit, enums, facts, units
from littlegiant.words import Word

PACKAGE = pathlib.Path(__file__).resolve().parents[1] / "bindings" / "python" / "src" / "littlegiant"
HEAD = "# SPDX-License-Identifier: Apache-2.0\n# Written by tools/python_stubs.py from the library's reflection.\n"


def lines_of(*parts: Iterable[str]) -> str:
    return HEAD + "\n".join(line for part in parts for line in part) + "\n"


def literal(words: Iterable[str]) -> str:
    return f"Literal[{', '.join(f'{chr(34)}{word}{chr(34)}' for word in words)}]"


def enumeration(made: type[Word]) -> list[str]:
    members = [f"    {member.name} = {int(member)}" for member in made]
    return ["", f"class {made.__name__}({base_of(made)}):", f'    """{made.__doc__}"""', "", *members]


def base_of(made: type[Word]) -> str:
    return made.__bases__[0].__name__


def enums_stub() -> str:
    made = [getattr(enums, name) for name in enums.__all__]
    bases = sorted(set(map(base_of, made)))
    return lines_of([f"from .words import {', '.join(bases)}", "", all_of(enums.__all__)], *map(enumeration, made))


def all_of(names: list[str]) -> str:
    return f"__all__ = [{', '.join(f'{chr(34)}{name}{chr(34)}' for name in names)}]"


def unit_function(word: str) -> list[str]:
    doc = getattr(units, word).__doc__
    return ["", f"def {word}(number: Number) -> {quantity(Unit.of(word))}:", f'    """{doc}"""']


def quantity(unit: Unit) -> str:
    return f"Quantity[{literal([unit.canonical.word])}]"


def units_stub() -> str:
    imports = ["from typing import Literal", "", "from .quantity import Number, Quantity", "", all_of(units.__all__)]
    return lines_of(imports, *map(unit_function, units.__all__))


def type_of(fact: Fact) -> str:
    if fact.unit.suffix:
        return quantity(fact.unit)
    if fact.unit is Unit.FLAG:
        return "bool"
    return "Union[int, str]" if fact.steps() else "int"


def value(fact: Fact) -> list[str]:
    return [f"    {fact.name}: Optional[{type_of(fact)}]", f'    """{fact.title()}. {fact.definition}"""']


def names_of(name: str, belongs: Callable[[Fact], bool]) -> list[str]:
    return ["", f"{name} = {literal(fact.name for fact in facts() if belongs(fact))}"]


def facts_stub() -> str:
    return lines_of(
        ["from typing import Literal, Optional, TypedDict, Union", "", "from .quantity import Quantity"],
        names_of("AmountName", lambda fact: bool(fact.unit.suffix)),
        names_of("NumberName", lambda fact: not fact.unit.suffix and fact.unit is not Unit.FLAG),
        names_of("FlagName", lambda fact: fact.unit is Unit.FLAG),
        [
            "",
            "class FactValues(TypedDict, total=False):",
            '    """The facts by name, with what each takes; None is unknown."""',
            "",
        ],
        *map(value, facts()),
    )


def stubs() -> dict[str, str]:
    """What each stub should hold, by the name of its file."""
    return {"enums.pyi": enums_stub(), "units.pyi": units_stub(), "_facts.pyi": facts_stub()}


if __name__ == "__main__":
    for file_name, text in stubs().items():
        (PACKAGE / file_name).write_text(text, encoding="utf-8")
        print(f"{PACKAGE / file_name}: {text.count(chr(10))} lines")
