"""Rows of counts of all meetings together: there may be thousands, each a line where there is room.

They are put together when they are looked at, or looked through by a filter.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from briefing.tui.content.analysis.grid import EVERYWHERE, counted_key
from briefing.tui.content.analysis.items import INDENT
from briefing.tui.content.analysis.table import TableRow
from briefing.tui.content.line import BETWEEN, join
from briefing.tui.lineview.blocks import Block, Run

Total = TypeVar("Total")
Parts = Callable[[Total], Iterable[Run | str]]
"""Makes what a row says of its counts: the words that are given with it, and how much there is."""

_COUNTS = len("1,234,567 items in 1,234,567 meetings")
"""Cells that the numbers take at most."""


def total_row(counted: str, total: Total, parts: Parts[Total], *words: str) -> TableRow:
    """Return what is counted of all meetings as a row.

    Args:
        counted: Id of what is counted.
        total: Its counts.
        parts: Makes what the row says of them.
        words: The words among that, by which it is known how long it is at most.
    """
    # No code point takes more than two cells.
    most = sum(
        len(BETWEEN) + (len(each) if each.isascii() else 2 * len(each)) for each in words if each
    )
    return TableRow(
        counted_key(EVERYWHERE, counted),
        partial(_found_by, counted, total, parts),
        partial(_lines, total, parts),
        INDENT + most + _COUNTS,
    )


def _lines(total: Total, parts: Parts[Total], width: int) -> tuple[Block, ...]:
    line = join(parts(total))
    return (Block(line.text, "", line.marks, indent=INDENT, stop=True),)


def _found_by(counted: str, total: Total, parts: Parts[Total]) -> str:
    return f"{join(parts(total)).text} {counted}"
