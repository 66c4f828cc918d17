"""Tables in print: which lines are their rows, and which cells are in one column.

A wide gap alone is no table: lines that are justified in a narrow column have them too. Cells are
below cells.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from briefing.importing.formats.pdf.layout import PageLine

_ALIGNED: Final = 4.0
"""Points within which cells are below each other."""
_NUMBER: Final = re.compile(r"[-+−–(~]?[$€£¥]?\d[\d.,  ]*[%)*]?|[-–—.…]+")
"""A number as it stands in a cell, or the sign for none."""
_CLOSE: Final = 1.7
"""Sizes within which a cell goes on in a further line."""


def in_tables(lines: Sequence[PageLine]) -> frozenset[int]:
    """Return the places of lines that are rows of a table, or in which a cell of one goes on.

    Args:
        lines: The lines of a page, in reading order.
    """
    found: set[int] = set()
    row: int | None = None
    for place, line in enumerate(lines):
        if row is not None and line.column != lines[row].column:
            row = None
        if len(line.cells) > 1 and row is not None and _is_below(line, lines[row]):
            found.update(range(row, place + 1))
            row = place
        elif row is not None and _goes_on(line, lines[row], lines[place - 1]):
            if row in found:
                found.add(place)
        else:
            row = place if len(line.cells) > 1 else None
    return frozenset(found)


def _is_below(line: PageLine, row: PageLine) -> bool:
    """Return whether a cell other than the first is below one of the row before.

    Numbers may be set flush right; the ends of justified lines are below each other anyway.
    """
    pairs = product(row.starts[1:], line.starts[1:])
    numbers = product(_ends_of_numbers(row), _ends_of_numbers(line))
    return any(abs(one - other) < _ALIGNED for one, other in (*pairs, *numbers))


def _ends_of_numbers(line: PageLine) -> Iterator[float]:
    for text, (_, end) in zip(line.cells[1:], line.extents[1:], strict=True):
        if _NUMBER.fullmatch(text):
            yield end


def _goes_on(line: PageLine, row: PageLine, before: PageLine) -> bool:
    """Return whether all of a line is right below cells other than the first."""
    below = all(
        any(abs(start - other) < _ALIGNED for other in row.starts[1:]) for start in line.starts
    )
    return below and line.y - before.y < _CLOSE * line.size


def rows_of(lines: Sequence[PageLine]) -> list[list[str]]:
    """Return the cells of the rows of a table.

    A cell that goes over several lines is one again; a row that lacks a cell has an empty one in
    its place, as far as its column can be told.

    Args:
        lines: The lines of the table.
    """
    widest = max(lines, key=lambda line: len(line.cells))
    rows: list[list[str]] = []
    for line in lines:
        cells = _in_columns(line, widest)
        if rows and len(line.cells) == 1 and not cells[0] and len(cells) == len(rows[-1]):
            rows[-1] = [_joined(one, other) for one, other in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    return rows


def _joined(cell: str, more: str) -> str:
    return f"{cell} {more}".strip()


def _in_columns(line: PageLine, widest: PageLine) -> list[str]:
    """Return the cells of a line in the columns of the row with most cells."""
    places = [next(_columns(start, end, widest), -1) for start, end in line.extents]
    if -1 in places or len(set(places)) < len(places):
        return list(line.cells)
    cells = [""] * len(widest.cells)
    for place, text in zip(places, line.cells, strict=True):
        cells[place] = text
    return cells


def _columns(start: float, end: float, widest: PageLine) -> Iterator[int]:
    """Yield the columns that a cell may be in: those with its edge, then those it is under."""
    extents = list(enumerate(widest.extents))
    for place, (left, right) in extents:
        if abs(start - left) < _ALIGNED or abs(end - right) < _ALIGNED:
            yield place
    for place, (left, right) in extents:
        if start < right and left < end:
            yield place
