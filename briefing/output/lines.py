"""Lines for a terminal, made of stretches that have a meaning and not yet a look.

The command line decides how each role looks, so nothing here holds an instruction to a terminal.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple

from briefing.model.core import Span
from briefing.text.width import cells, wrap

Role = Literal["text", "title", "heading", "quote", "dim", "good", "warning", "error", "hit"]
"""What a stretch of a line means."""


class Piece(NamedTuple):
    """A stretch of one line with its meaning."""

    text: str
    role: Role = "text"


PrintedLine = tuple[Piece, ...]
"""One line; an empty tuple is an empty line."""
DATED = 12
"""Cells of a day and two blanks."""


def block(text: str, role: Role, columns: int, indent: int = 0) -> Iterator[PrintedLine]:
    """Yield a text as lines no wider than so many columns, the indent included."""
    yield from indented(wrap(text, max(1, columns - indent)), role, indent)


def indented(lines: Iterable[str], role: Role, indent: int) -> Iterator[PrintedLine]:
    """Yield lines of text, each behind an indent."""
    for line in lines:
        yield (Piece(" " * indent), Piece(line, role)) if indent else (Piece(line, role),)


def lit(text: str, spans: Iterable[Span], role: Role) -> Iterator[Piece]:
    """Cut a text at the edges of the stretches that were looked for, which are lit.

    Args:
        text: The text.
        spans: The stretches, apart from each other.
        role: What the rest of the text means.
    """
    at = 0
    for span in sorted(spans):
        if at < span.start:
            yield Piece(text[at : span.start], role)
        yield Piece(text[span.start : span.end], "hit")
        at = span.end
    if at < len(text):
        yield Piece(text[at:], role)


def wrapped(pieces: Sequence[Piece], columns: int, indent: int) -> Iterator[PrintedLine]:
    """Break pieces into lines at their blanks, each behind an indent; all keep their roles.

    Args:
        pieces: One text, in stretches.
        columns: The most cells a line may take, the indent included.
        indent: Cells before each line.
    """
    text = "".join(piece.text for piece in pieces)
    roles: list[Role] = [piece.role for piece in pieces for _ in piece.text]
    at = 0
    for line in wrap(text, max(1, columns - indent)):
        made: list[Piece] = [Piece(" " * indent)]
        for character in line:
            # Wrapping drops blanks and breaks at them; everything else comes in its order.
            while text[at] != character:
                at += 1
            if made[-1].role == roles[at] and len(made) > 1:
                made[-1] = Piece(made[-1].text + character, roles[at])
            else:
                made.append(Piece(character, roles[at]))
            at += 1
        yield tuple(made)


def behind(head: PrintedLine, lines: Iterable[PrintedLine]) -> Iterator[PrintedLine]:
    """Yield indented lines, with a head in place of the first one's indent."""
    for number, line in enumerate(lines):
        yield line if number else (*head, *line[1:])


def beside(
    left: Iterable[PrintedLine], right: Iterable[PrintedLine], width: int
) -> Iterator[PrintedLine]:
    """Yield the lines of two columns, each pair as one.

    Args:
        left: Lines no wider than the left column.
        right: Lines of the right column.
        width: Cells from the left edge to the right column.
    """
    for one, other in zip_longest(left, right, fillvalue=()):
        gap = width - sum(cells(piece.text) for piece in one)
        yield (*one, Piece(" " * gap), *other) if other else one


def dated(day: str, lines: Iterable[PrintedLine]) -> Iterator[PrintedLine]:
    """Yield lines that are indented by `DATED` behind a day, or what stands for one."""
    return behind((Piece(f"{day:<10}", "dim"), Piece("  ")), lines)
