"""What a mutation run changes in a module: one small thing at a time, by its place in the text.

Constants and regular expressions of a module are changed too, which tools that mutate functions
leave alone: the faults that tests had overlooked here were in these. Tables that are written in
columns (`# fmt: skip`) are left out, for they are data, and so is what makes no visible difference:
the size of a cache, a name for a type.
"""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_COMPARED = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"), ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"),
}  # fmt: skip
_COUNTED = {ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "+")}
_ALTERNATIVE = re.compile(r"\|[^|()\[\]{}\"'\\\n]+(?=[|)])")
"""One of several ways of a regular expression, with the bar before it."""


class Mutation(NamedTuple):
    """A stretch of a module's text, and what is put in its place."""

    start: int
    end: int
    text: str

    def of(self, source: str) -> str:
        """Return a module's text with the change made."""
        return source[: self.start] + self.text + source[self.end :]


def mutations(source: str) -> list[Mutation]:
    """Return all changes to make in a module, each of which leaves it a valid one.

    Args:
        source: The module's text.
    """
    places = _Places(source)
    found: list[Mutation] = []
    lines = source.splitlines()
    for statement in ast.parse(source).body:
        if lines[(statement.end_lineno or 1) - 1].endswith("# fmt: skip"):
            continue
        for node in _code(statement):
            found += _of(node, source, places)
    return sorted({change for change in found if _is_valid(change.of(source))})


def _is_valid(source: str) -> bool:
    try:
        compile(source, "<mutant>", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


class _Places:
    """Places in a text, from the lines and bytes that the parser counts in."""

    def __init__(self, source: str) -> None:
        self._lines = source.splitlines(keepends=True)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))

    def at(self, line: int, column: int) -> int:
        before = self._lines[line - 1].encode()[:column].decode() if column else ""
        return self._starts[line - 1] + len(before)

    def of(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = self.at(node.lineno, node.col_offset)
        return start, self.at(node.end_lineno, node.end_col_offset)


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what is run of a statement: neither types nor the parts of a formatted text."""
    match node:
        case ast.If(test=test) if "TYPE_CHECKING" in ast.unparse(test):
            return
        case ast.Subscript(value=ast.Name(id="Literal")):
            return
        case ast.Call(func=ast.Name(id="lru_cache")):
            return
    yield node
    if isinstance(node, ast.JoinedStr):
        return
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "type_comment"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _code(child)


def _of(node: ast.AST, source: str, places: _Places) -> Iterator[Mutation]:
    match node:
        case ast.Compare():
            yield from _compared(node, source, places)
        case ast.BoolOp():
            before, after = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
            for left, right in pairwise(node.values):
                yield from _between(left, right, (before, after), source, places)
        case ast.BinOp() if type(node.op) in _COUNTED:
            swap = _COUNTED[type(node.op)]
            yield from _between(node.left, node.right, swap, source, places)
        case ast.UnaryOp(op=ast.Not()):
            start, end = places.of(node)
            yield Mutation(start, end, source[slice(*places.of(node.operand))])
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            if _turns_into_its_opposite(test):
                return
            start, end = places.of(test)
            yield Mutation(start, end, f"(not ({source[start:end]}))")
        case ast.Constant(value=bool()):
            yield Mutation(*places.of(node), str(not node.value))
        case ast.Constant(value=int() | float()):
            yield Mutation(*places.of(node), "0" if node.value else "1")
            if not node.value:
                return
            yield Mutation(*places.of(node), f"({source[slice(*places.of(node))]} * 1000 + 1)")
        case ast.Continue():
            yield Mutation(*places.of(node), "break")
        case ast.Call(func=ast.Attribute(value=ast.Name(id="re"))):
            start, end = places.of(node)
            for way in _ALTERNATIVE.finditer(source, start, end):
                yield Mutation(way.start(), way.end(), "")
        case ast.Set():
            for element in node.elts[1:]:
                yield Mutation(*places.of(element), source[slice(*places.of(node.elts[0]))])


def _turns_into_its_opposite(test: ast.expr) -> bool:
    """Whether a condition is reversed already where its own sign or its `not` is changed."""
    match test:
        case ast.UnaryOp(op=ast.Not()):
            return True
        case ast.Compare(ops=[sign]):
            return not isinstance(sign, ast.Lt | ast.LtE | ast.Gt | ast.GtE)
    return False


def _compared(node: ast.Compare, source: str, places: _Places) -> Iterator[Mutation]:
    for left, operator, right in zip(
        [node.left, *node.comparators], node.ops, node.comparators, strict=False
    ):
        yield from _between(left, right, _COMPARED[type(operator)], source, places)


def _between(
    left: ast.expr, right: ast.expr, swap: tuple[str, str], source: str, places: _Places
) -> Iterator[Mutation]:
    """Yield the change of the sign between two terms, if it is found there."""
    start, end = places.of(left)[1], places.of(right)[0]
    before, after = swap
    at = source.find(before, start, end)
    if at >= 0:
        yield Mutation(at, at + len(before), after)
