"""A matrix on a terminal: names down, meetings across; as many of the latest as fit."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.output.lines import Piece, PrintedLine, Role, block
from briefing.output.wording import count
from briefing.text.width import cells as width_of
from briefing.text.width import cut

_GAP = 2
_LEAST_LABEL, _MOST_LABEL = 8, 34
"""Cells that a name may take; where not even the least is left, the counts by meeting go."""

GridRow = tuple[str, Sequence[str], str]
"""A name, a cell for each column, and what all of them come to."""


def grid_page(
    title: str,
    heads: Sequence[str],
    rows: Sequence[GridRow],
    total: str,
    columns: int,
    each: str = "earlier meeting",
) -> Iterator[PrintedLine]:
    """Yield a matrix under its title; earlier columns that do not fit are counted.

    Args:
        title: What is above it.
        heads: The heads of the columns, in order.
        rows: The rows.
        total: The head of the last column.
        columns: The most cells a line may take.
        each: What a column is that does not fit.
    """
    yield from block(title, "heading", columns)
    last = max((len(total), *(width_of(row[2]) for row in rows)))
    widths = [_width(number, heads, rows) for number in range(len(heads))]
    room = columns - last - _GAP
    one = room - (widths[-1] + _GAP if widths else 0)
    label = max((width_of(name) for name, *_ in rows), default=0)
    label = min(label, _MOST_LABEL, one if one >= _LEAST_LABEL else max(1, room))
    kept = _fitting(widths, room - label)
    hidden = len(heads) - kept
    if hidden:
        yield from block(f"{count(hidden, each)} not shown", "dim", columns)
    widths = widths[hidden:]
    yield tuple(_line(" " * label, heads[hidden:], total, widths, last, "dim"))
    for name, some, whole in rows:
        text = name if width_of(name) <= label else f"{cut(name, label - 1)}…"
        text += " " * (label - width_of(text))
        yield tuple(_line(text, some[hidden:], whole, widths, last, "text"))


def _width(number: int, heads: Sequence[str], rows: Iterable[GridRow]) -> int:
    return max((width_of(heads[number]), *(width_of(row[1][number]) for row in rows)))


def _fitting(widths: Sequence[int], room: int) -> int:
    """Return how many of the last columns fit."""
    kept = 0
    for width in reversed(widths):
        room -= width + _GAP
        if room < 0:
            break
        kept += 1
    return kept


def _line(
    name: str, some: Sequence[str], total: str, widths: Sequence[int], last: int, role: Role
) -> Iterator[Piece]:
    yield Piece(name, role)
    for cell, width in zip(some, widths, strict=True):
        yield Piece(" " * (_GAP + width - width_of(cell)) + cell, role)
    yield Piece(" " * (_GAP + last - width_of(total)) + total, "dim")
