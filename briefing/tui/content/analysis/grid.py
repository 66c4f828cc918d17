"""Columns of numbers by meeting: how many fit, which one is chosen, and each row set in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from briefing.text.width import cells, cut
from briefing.tui.content.line import shown
from briefing.tui.lineview.blocks import Block, Mark, Run
from briefing.tui.lineview.roles import TextRole

EVERYWHERE = "All meetings"
"""Stands for the id of a series where what is counted of all meetings is meant."""
GRID_WIDTH = 200
"""The most cells that columns of numbers are spread over."""
NONE = "·"
"""Stands where there is nothing to count."""
_GAP = 2
_MOST_LABEL = 38
_LEAST_LABEL = 12
_TOTAL = "all"


def counted_key(series: str, counted: str) -> str:
    """Return what a row of counts is known by.

    Args:
        series: Id of the series; empty for meetings of none.
        counted: Id of what is counted, such as a topic.
    """
    return f"{series}\t{counted}"


@dataclass
class ColumnChoice:
    """Which column is chosen, counted back from the last one; None for the whole row."""

    back: int | None = None

    def step(self, direction: int, most: int) -> bool:
        """Choose the next column to the right (1) or left (-1); tell whether that changed it.

        Args:
            direction: Where to; right of the last column is the whole row.
            most: How many columns there are.
        """
        before = self.back
        here = -1 if before is None else before
        there = max(-1, min(most - 1, here - direction))
        self.back = None if there < 0 else there
        return self.back != before

    def index(self, number: int) -> int | None:
        """Return the index of the chosen one of so many columns."""
        return None if self.back is None or self.back >= number else number - 1 - self.back


class Fitted(NamedTuple):
    """The columns that are shown at a width."""

    label: int
    """Cells of the names."""
    widths: tuple[int, ...]
    first: int
    """Index of the first column shown."""


class Grid:
    """The columns of one series.

    Args:
        days: The days of its meetings, in order.
        labels: The names of the rows.
        numbers: The numbers of each row, by meeting.
        choice: Which column is chosen, which is then in view.
    """

    def __init__(
        self,
        days: Sequence[date],
        labels: Sequence[str],
        numbers: Sequence[Sequence[str]],
        choice: ColumnChoice,
    ) -> None:
        self.days = tuple(days)
        self.choice = choice
        self._label = max((cells(label) for label in labels), default=0)
        self._digits = max((len(number) for row in numbers for number in row), default=1)
        self._last = max(len(_TOTAL), self._digits + 1) + _GAP
        self._each = max(self._digits, len("30 Sep")) + _GAP
        self._kept: dict[tuple[int, int | None], Fitted] = {}

    @property
    def least(self) -> int:
        """From how many cells on a row is one line: there is room for a column beside the whole."""
        return 1 + self._each + self._last

    def fitted(self, width: int) -> Fitted:
        """Return which columns are shown: the latest that fit, or those up to the chosen one."""
        found = self._kept.get((width, self.choice.back))
        if found is None:
            found = self._kept[width, self.choice.back] = self._fit(width)
        return found

    def _fit(self, width: int) -> Fitted:
        each = self._each
        label = max(_LEAST_LABEL, min(self._label, _MOST_LABEL, width - self._last - 2 * each))
        # A row is one line: whatever column is chosen, it is as tall as it was.
        label = max(1, min(label, width - self._last - each))
        room = max(1, (width - label - self._last) // each)
        number = len(self.days)
        chosen = self.choice.index(number)
        first = max(0, number - room)
        first = first if chosen is None else min(first, chosen)
        return Fitted(label, tuple([each] * min(room, number - first)), first)

    def heads(self, title: Sequence[tuple[str, TextRole]], width: int) -> tuple[Block, ...]:
        """Return the heading of a series over its columns: the years, and below them the days.

        Args:
            title: What the series is called, with its roles.
            width: Cells there are.
        """
        label, widths, first = self.fitted(width)
        days = self.days[first : first + len(widths)]
        years = [
            str(d.year) if not n or d.year != days[n - 1].year else "" for n, d in enumerate(days)
        ]
        text, marks = "", list[Mark]()
        for part, role in title:
            part = shown(part)
            marks.append(Mark(len(text), len(text) + len(part), role))
            text += part
        above = "".join(f"{year:>{w}}" for year, w in zip(years, widths, strict=True))
        dated = zip(days, widths, strict=True)
        below = "".join(f"{day.day} {day:%b}".rjust(width) for day, width in dated)
        below += f"{_TOTAL:>{self._last}}"
        hidden = cut(f"← {first} earlier" if first else "", label)
        return (
            Block(text, "", tuple(marks)),
            Block(above.strip(), "quiet", lead=_before(above, label)),
            Block(below.strip(), "quiet", lead=_before(below, label, hidden)),
        )

    def line(self, label: str, numbers: Sequence[str], total: str, width: int) -> Block:
        """Return a row: its name, the numbers of the columns that are shown, and the whole."""
        room, widths, first = self.fitted(width)
        name = shown(label)
        name = name if cells(name) <= room else f"{cut(name, room - 1)}…"
        text = name + " " * (room - cells(name))
        marks: list[Mark] = []
        chosen = self.choice.index(len(self.days))
        for index, size in enumerate(widths, first):
            number = numbers[index] or NONE
            start = len(text) + size - len(number)
            text += number.rjust(size)
            if index == chosen:
                marks.append(Mark(start - 1, len(text), "chosen"))
            elif number == NONE:
                marks.append(Mark(start, len(text), "gutter"))
        marks.append(Mark(len(text), len(text) + self._last, "label"))
        return Block(text + total.rjust(self._last), "", tuple(marks))


def _before(text: str, label: int, words: str = "") -> Run:
    """Return what stands before the first word of a heading; a line of its own drops blanks."""
    blanks = len(text) - len(text.lstrip())
    return Run(words + " " * (label + blanks - cells(words)), "quiet")
