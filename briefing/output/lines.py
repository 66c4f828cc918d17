"""Lines for a terminal, made of stretches that have a meaning and not yet a look.

The command line decides how each role looks, so nothing here holds an instruction to a terminal.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from briefing.text.width import wrap

Role = Literal["text", "title", "heading", "quote", "dim", "good", "warning", "error", "hit"]
"""What a stretch of a line means."""


class Piece(NamedTuple):
    """A stretch of one line with its meaning."""

    text: str
    role: Role = "text"


PrintedLine = tuple[Piece, ...]
"""One line; an empty tuple is an empty line."""


def block(text: str, role: Role, columns: int, indent: int = 0) -> Iterator[PrintedLine]:
    """Yield a text as lines no wider than so many columns, the indent included."""
    yield from indented(wrap(text, max(1, columns - indent)), role, indent)


def indented(lines: Iterable[str], role: Role, indent: int) -> Iterator[PrintedLine]:
    """Yield lines of text, each behind an indent."""
    for line in lines:
        yield (Piece(" " * indent), Piece(line, role)) if indent else (Piece(line, role),)
