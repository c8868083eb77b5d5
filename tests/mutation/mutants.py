# SPDX-License-Identifier: Apache-2.0
"""The library's sources with one thing changed: a number, an operator or a combination in a table of rules, a fact's
year, a comparison or a logical operator in the code.

Tree-sitter finds the places; nothing is compiled here. A mutant is named by its file, the text of its line and the
change, so that a list of names outlives changes elsewhere in the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import tree_sitter_c
from tree_sitter import Language, Node, Parser

C = Parser(Language(tree_sitter_c.language()))

#: What a comparison becomes: the bound moved by one, and the opposite.
COMPARISONS = {
    "<": ("<=", ">="),
    "<=": ("<", ">"),
    ">": (">=", "<="),
    ">=": (">", "<"),
    "==": ("!=",),
    "!=": ("==",),
    "&&": ("||",),
    "||": ("&&",),
}

#: What the operator of a row becomes.
OPERATORS = {
    "GE": ("GT", "LE"),
    "GT": ("GE", "LE"),
    "LE": ("LT", "GE"),
    "LT": ("LE", "GE"),
    "EQ": ("GE", "LE"),
    "BETWEEN": ("FROM_TO",),
    "FROM_TO": ("BETWEEN",),
}

#: What a kind of row becomes, where both take the same arguments.
KINDS = {
    "ALL": ("ANY", "WHEN"),
    "ANY": ("ALL", "WHEN"),
    "WHEN": ("ALL", "ANY"),
    "HOLDS": ("ABSENT",),
    "ABSENT": ("HOLDS",),
    "RATIO": ("TOTAL2",),
    "TOTAL2": ("RATIO",),
    "MEAN_GROWTH": ("COMPOUND_GROWTH",),
    "COMPOUND_GROWTH": ("MEAN_GROWTH",),
    "SUM": ("BEST",),
    "BEST": ("SUM",),
}

#: Code with tables of numbers from regulations.
TABLES = ("size.c", "awards.c")

#: The year that a fact is of becomes another.
YEARS = {"_Y1": "_Y2", "_Y2": "_Y3", "_Y3": "_Y2"}


@dataclass(frozen=True)
class Mutant:
    file: str
    start: int
    end: int
    new: str
    #: File, line of text and change, and which of several that read the same.
    name: str

    def apply(self, source: bytes) -> bytes:
        return source[: self.start] + self.new.encode() + source[self.end :]


@dataclass(frozen=True)
class Change:
    start: int
    end: int
    new: str


def walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from walk(child)


def text(node: Node) -> str:
    return node.text.decode()


def replaced(node: Node, words: tuple[str, ...], base: int) -> Iterator[Change]:
    for word in words:
        yield Change(base + node.start_byte, base + node.end_byte, word)


# ------------------------------------------------------------------------------------ code


def of_code(tree: Node) -> Iterator[Change]:
    for node in walk(tree):
        if node.type == "binary_expression":
            operator = node.child_by_field_name("operator")
            yield from replaced(operator, COMPARISONS.get(text(operator), ()), 0)


def of_tables_in_code(tree: Node) -> Iterator[Change]:
    """Limits of size classes, amounts and days of awards: tables that stand beside the code that reads them."""
    yield from of_code(tree)
    for node in walk(tree):
        if node.type == "number_literal" and any(above.type == "initializer_list" for above in parents(node)):
            yield from of_number(node, 0)


def parents(node: Node) -> Iterator[Node]:
    while node := node.parent:
        yield node


# ---------------------------------------------------------------------------------- tables


def of_number(node: Node, base: int) -> Iterator[Change]:
    if re.fullmatch(r"\d+", text(node)):
        number = int(text(node))
        yield from replaced(node, (str(number + 1), *([str(number - 1)] if number else [])), base)


def of_word(node: Node, base: int) -> Iterator[Change]:
    yield from replaced(node, OPERATORS.get(text(node), ()), base)
    year = text(node)[-3:]
    if year in YEARS and not text(node).startswith("TITLE_"):
        yield from replaced(node, (text(node)[:-3] + YEARS[year],), base)


def of_call(node: Node, base: int) -> Iterator[Change]:
    """A row or a bound, as rows.h has them."""
    name = node.child_by_field_name("function")
    yield from replaced(name, KINDS.get(text(name), ()), base)
    for argument in node.child_by_field_name("arguments").named_children:
        if argument.type == "number_literal":
            yield from of_number(argument, base)
        elif argument.type == "identifier":
            yield from of_word(argument, base)


def of_rows(tree: Node, base: int = 0) -> Iterator[Change]:
    for node in walk(tree):
        if node.type == "call_expression":
            yield from of_call(node, base)
        elif node.type == "initializer_pair":
            yield from of_member(node, base)
        elif node.type == "preproc_arg":
            yield from of_block(node)


def of_member(node: Node, base: int) -> Iterator[Change]:
    """What a rule set says of itself in a number: from when to when it is in force."""
    value = node.child_by_field_name("value")
    if value.type == "number_literal" and not text(node).startswith(".info.compared_on"):
        yield from of_number(value, base)


def of_block(node: Node) -> Iterator[Change]:
    """Rows that several editions share are the text of a macro, which is no C until it stands in a table."""
    start = b"int x[] = {"
    rows = start + node.text.replace(b"\\\n", b" \n") + b"};"
    yield from of_rows(C.parse(rows).root_node, node.start_byte - len(start))


# ----------------------------------------------------------------------------------- files


def line_of(source: bytes, at: int) -> str:
    start = source.rfind(b"\n", 0, at) + 1
    return source[start : source.find(b"\n", at)].decode().strip(" \\")


def mutants_of(root: Path, path: Path) -> Iterator[Mutant]:
    source = path.read_bytes()
    file = path.relative_to(root).as_posix()
    find = of_rows if path.parent.name == "rules" else of_tables_in_code if path.name in TABLES else of_code
    same = Counter()
    for change in find(C.parse(source).root_node):
        old = source[change.start : change.end].decode()
        name = f"{file}: {line_of(source, change.start)} | {old} -> {change.new}"
        same[name] += 1
        number = f" ({same[name]})" if same[name] > 1 else ""
        yield Mutant(file, change.start, change.end, change.new, name + number)


def mutants(root: Path) -> list[Mutant]:
    """All of lib/; but rows.h, whose macros are not rules, and the texts. Headers last: most is built anew for them."""
    paths = [path for path in (root / "lib").rglob("*.[ch]") if path.name not in ("rows.h", "titles.h", "index.h")]
    paths.sort(key=lambda path: (path.suffix, len(path.parts), path))
    return [mutant for path in paths for mutant in mutants_of(root, path)]
