"""Blocks in two columns: what stands beside each other begins on the same line.

Blocks of the left and blocks of the right that follow them are a band, and both columns of it begin
on one line. A block of the whole width ends a band, and so does one of the left behind one of the
right. Where there is no room for two columns, all blocks are under each other in their order.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from briefing.text.width import cells
from briefing.tui.lineview.block_view import MAX_TEXT_WIDTH
from briefing.tui.lineview.blocks import Block, Layout, Side, Spot
from briefing.tui.lineview.painting import EDGE

LEAST_COLUMN: Final = 36
"""Cells of text that a column has at least; six words a line can still be read."""
GAP: Final = 1
"""Cells that stay empty at the right end of the left column."""
MOST_WIDTH: Final = 2 * MAX_TEXT_WIDTH + EDGE + GAP
"""Cells beyond which the lines of two columns are tiring to read."""


class Rooms(NamedTuple):
    """Cells for text in two columns."""

    left: int
    right: int

    @property
    def edge(self) -> int:
        """Cells from the left edge of the view to that of the right column."""
        return EDGE + self.left + GAP


def column_rooms(width: int) -> Rooms | None:
    """Return the room of two columns in lines of a width; None where that is too little.

    Args:
        width: Cells for text that a line of one column has.
    """
    both = width - GAP - EDGE
    right = both // 2
    return Rooms(both - right, right) if right >= LEAST_COLUMN else None


def other_side(side: Side) -> Side:
    """Return the other column."""
    return "left" if side == "right" else "right"


class SidesLayout(Layout):
    """Blocks set in lines of one width, in two columns where there is room.

    In columns the cursor stops on one side, and at what takes the whole width.

    Args:
        blocks: The blocks of the document.
        width: Cells for text of a line of one column.
        side: Tells on which side the cursor is.
    """

    def __init__(self, blocks: Sequence[Block], width: int, side: Callable[[], Side]) -> None:
        self.columns = column_rooms(width)
        self.has_sides = False
        """Whether the cursor can stop in a column."""
        self._side = side
        super().__init__(blocks, width)
        self._heights = array("I", (end - start for start, end in pairwise(self._tops)))
        self._bands = array("I")
        self._lists: dict[Side, tuple[array[int], array[int]]] = {}
        self._stops: dict[Side, list[int]] = {}
        self._place()

    def _place(self) -> None:
        """Find the band of each block and, in columns, the line it begins on."""
        tops = array("I")
        left = right = begun = band = 0
        before: Side = ""
        for block, height in zip(self.blocks, self._heights, strict=True):
            side = block.side
            if not side or not before or (before == "right" and side == "left"):
                left = right = begun = max(left, right)
                band += 1
            before = side
            self.has_sides = self.has_sides or (block.stop and bool(side))
            tops.append(right if side == "right" else left)
            if side == "right":
                right += height
            else:
                left += height
            if not side:
                right = begun = left
            self._bands.append(band)
        self._end = max(left, right, begun)
        if self.columns is not None:
            self._tops = tops
            self._index()

    def _index(self) -> None:
        """List the blocks of each side with the lines they begin on."""
        for name in ("left", "right"):
            here = [
                index
                for index, block in enumerate(self.blocks)
                if (block.side == "right") == (name == "right")
            ]
            found = array("I", here), array("I", (self._tops[index] for index in here))
            self._lists["right" if name == "right" else "left"] = found

    # Lines

    @property
    def height(self) -> int:
        """Lines of the whole document."""
        return super().height if self.columns is None else self._end

    def room(self, block: Block) -> int:
        """Return the cells for the text of a block, beside its indent and lead."""
        if self.columns is None:
            return super().room(block)
        whole = min(self.width, MAX_TEXT_WIDTH)
        if block.side:
            whole = self.columns.right if block.side == "right" else self.columns.left
        return max(1, whole - block.indent - cells(block.lead.text))

    def bottom(self, index: int) -> int:
        """Return the line just past the text of a block, its empty line left out."""
        return self.top(index) + self._heights[index] - self.blocks[index].space_after

    def spot(self, line: int) -> Spot | None:
        """Return what is on a line, on the left if there is something, or None past the end."""
        if self.columns is None:
            return super().spot(line)
        left, right = self.spots(line)
        return left or right

    def spots(self, line: int) -> tuple[Spot | None, Spot | None]:
        """Return what is on a line on the left, or over the whole width, and on the right."""
        return self._spot_on("left", line), self._spot_on("right", line)

    def _spot_on(self, side: Side, line: int) -> Spot | None:
        indexes, tops = self._lists[side]
        at = bisect_right(tops, line) - 1
        if at < 0 or line >= tops[at] + self._heights[indexes[at]]:
            return None
        return Spot(indexes[at], line - tops[at])

    # Stops

    def nearest_stop(self, index: int, direction: int) -> int | None:
        """Return the first stop from a block on, on the side of the cursor if that has any."""
        if self.columns is None:
            return super().nearest_stop(index, direction)
        stops = self.stops_on(self._side()) or self.stops_on(other_side(self._side()))
        if direction > 0:
            at = bisect_left(stops, index)
            return stops[at] if at < len(stops) else None
        at = bisect_right(stops, index) - 1
        return stops[at] if at >= 0 else None

    def stop_in_view(self, top: int, bottom: int, *, first: bool) -> int | None:
        """Return the first or last stop that begins on some lines, on the side of the cursor.

        Where none begins there, the stop that fills them.
        """
        if self.columns is None:
            return super().stop_in_view(top, bottom, first=first)
        stops = self.stops_on(self._side())
        tops = [self.top(stop) for stop in stops]
        start, end = bisect_left(tops, top), bisect_left(tops, bottom)
        if start < end:
            return stops[start if first else end - 1]
        filling = bool(start) and self.bottom(self.last_attached(stops[start - 1])) > top
        return stops[start - 1] if filling else None

    def lead_in(self, index: int) -> int:
        """Return the first of the headings directly above a stop; itself when there is none."""
        if self.columns is None:
            return super().lead_in(index)
        found = index
        for above in range(index - 1, -1, -1):
            block = self.blocks[above]
            if block.side not in ("", self.blocks[index].side):
                continue
            below = self.top(above) + self._heights[above]
            if block.stop or block.attached or below != self.top(found):
                break
            found = above
        return found

    def stops_on(self, side: Side) -> list[int]:
        """Return the stops on a side and those of the whole width, in order."""
        if side not in self._stops:
            self._stops[side] = [
                index
                for index, block in enumerate(self.blocks)
                if block.stop and block.side in ("", side)
            ]
        return self._stops[side]

    def stop_beside(self, index: int, side: Side) -> int | None:
        """Return the stop on a side that is nearest to a block, in its band if there is one.

        Args:
            index: The block.
            side: Where to look.
        """
        stops = [stop for stop in self.stops_on(side) if self.blocks[stop].side]
        band = self._bands[index]
        beside = [stop for stop in stops if self._bands[stop] == band] or stops
        top = self.top(index)
        return min(beside, key=lambda stop: (abs(self.top(stop) - top), stop), default=None)
