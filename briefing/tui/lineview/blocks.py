"""What a line view shows: blocks of text, and where each of their lines falls.

A block is one paragraph of display text with named styles; a `Layout` holds the blocks of one view
at one width. Line numbers count from 0 over the whole document, offsets are code points into a
block's text.
"""

from abc import ABC, abstractmethod
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Literal, NamedTuple

from briefing.text.width import cells
from briefing.tui.lineview.roles import TextRole
from briefing.tui.lineview.wrapping import Line, count_all_lines, wrap_all


class Run(NamedTuple):
    """A few words outside the running text, such as a paragraph number, with one role."""

    text: str
    role: TextRole = ""


NO_WORDS = Run("")
"""Nothing at all."""

Side = Literal["", "left", "right"]
"""Which of two columns a block is in, in a view that has columns; empty for the whole width."""


class Mark(NamedTuple):
    """A role for a stretch of a block's text, `start` included and `end` not, in code points."""

    start: int
    end: int
    role: TextRole


class Block(NamedTuple):
    """One paragraph of a line view. All of its text must be clean and free of line breaks."""

    text: str
    role: TextRole = ""
    """The role of the whole text."""
    marks: tuple[Mark, ...] = ()
    """Looks of stretches, later ones over earlier ones."""
    indent: int = 0
    """Cells left of every line."""
    lead: Run = NO_WORDS
    """Words before the first line, such as `1` or `•`; further lines are under its end."""
    further: Run = NO_WORDS
    """Words in the place of the lead on further lines, such as `│`; no wider than it."""
    gutter: tuple[Run, ...] = ()
    """Words in the gutter beside the first line, set flush right."""
    tail: Run = NO_WORDS
    """Words at the right edge of the view, on the first line, such as `¶12`."""
    stop: bool = False
    """Whether the cursor stops here."""
    attached: bool = False
    """Whether this block belongs to the stop before it and is lit and shown with it."""
    space_after: bool = False
    """Whether an empty line follows."""
    breaks: tuple[int, ...] = ()
    """Offsets of spaces in the text that are line breaks where it comes from, and stay ones."""

    pads: tuple[tuple[int, int], ...] = ()
    """Offsets of spaces that were tabs, and the cells to add there so that columns are aligned."""

    side: Side = ""
    """The column it is in, where the view has room for two."""

    @property
    def lined(self) -> str:
        """The text with its line breaks and tabs, for a copy; offsets are the same."""
        if not self.breaks and not self.pads:
            return self.text
        pieces = list(self.text)
        for place in self.breaks:
            pieces[place] = "\n"
        for place, _ in self.pads:
            pieces[place] = "\t"
        return "".join(pieces)

    @property
    def gutter_width(self) -> int:
        """Cells that the gutter needs."""
        return sum(cells(run.text) for run in self.gutter)


class MadeBlocks(Sequence[Block], ABC):
    """Blocks that are made when asked for, and measured without being made."""

    @property
    @abstractmethod
    def gutter_width(self) -> int:
        """Cells that the widest gutter needs."""

    @abstractmethod
    def heights(self, width: int, room: Callable[[Block], int]) -> Iterable[int]:
        """Yield the lines that each block takes, the empty line after it included.

        Args:
            width: Cells for the text of a block without indent and lead.
            room: Gives them for any block.
        """


def tail_width(blocks: Sequence[Block]) -> int:
    """Return the cells that the widest tail of some blocks needs, the space before it included."""
    if isinstance(blocks, MadeBlocks):
        return 0
    return max((cells(block.tail.text) + 1 for block in blocks if block.tail.text), default=0)


def gutter_width(blocks: Sequence[Block]) -> int:
    """Return the cells that the widest gutter of some blocks needs."""
    if isinstance(blocks, MadeBlocks):
        return blocks.gutter_width
    each = (cells("".join([run.text for run in block.gutter])) for block in blocks if block.gutter)
    return max(each, default=0)


class Spot(NamedTuple):
    """A line of the document, seen from the block it belongs to."""

    block: int
    """Index of the block."""
    row: int
    """Line within the block, from 0; the number of text lines for the empty line after it."""


class Layout:
    """Blocks set in lines of one width.

    Args:
        blocks: The blocks of the document.
        width: Cells for text, without the gutter.
    """

    def __init__(self, blocks: Sequence[Block], width: int) -> None:
        self.blocks = blocks
        self.width = max(1, width)
        self._rows: dict[int, list[Line]] = {}
        self._rooms: dict[tuple[int, Run], int] = {}

    @cached_property
    def _tops(self) -> "array[int]":
        """The first line of each block, and the line past the last one.

        Not needed before a size is known, and long to find for ten thousand.
        """
        if isinstance(self.blocks, MadeBlocks):
            heights = self.blocks.heights(self.width, self.room)
        else:
            heights = map(self._height, self.blocks)
        return array("I", accumulate(heights, initial=0))

    @property
    def height(self) -> int:
        """Lines of the whole document."""
        return self._tops[-1]

    def _height(self, block: Block) -> int:
        return count_all_lines(block.text, self.room(block), block.breaks) + block.space_after

    def room(self, block: Block) -> int:
        """Return the cells for the text of a block, beside its indent and lead."""
        if not block.indent and not block.lead.text:
            return self.width
        known = self._rooms.get((block.indent, block.lead))
        if known is None:
            known = max(1, self.width - block.indent - cells(block.lead.text))
            self._rooms[block.indent, block.lead] = known
        return known

    def top(self, index: int) -> int:
        """Return the first line of a block."""
        return self._tops[index]

    def bottom(self, index: int) -> int:
        """Return the line just past the text of a block, its empty line left out."""
        return self._tops[index + 1] - self.blocks[index].space_after

    def spot(self, line: int) -> Spot | None:
        """Return what is on a line, or None past the end."""
        if not 0 <= line < self.height:
            return None
        index = bisect_right(self._tops, line) - 1
        return Spot(index, line - self._tops[index])

    def rows(self, index: int) -> list[Line]:
        """Return where the lines of a block begin and end; found when first asked for."""
        found = self._rows.get(index)
        if found is None:
            block = self.blocks[index]
            found = self._rows[index] = wrap_all(block.text, self.room(block), block.breaks)
        return found

    def forget(self) -> None:
        """Find lines anew: blocks look different now, and take as many lines as before."""
        self._rows.clear()

    def line_of(self, index: int, offset: int) -> int:
        """Return the line on which a code point of a block is."""
        row = bisect_right([start for start, _ in self.rows(index)], offset) - 1
        return self.top(index) + max(0, row)

    # Stops

    def nearest_stop(self, index: int, direction: int) -> int | None:
        """Return the first stop from a block on, itself included, down (1) or up (-1)."""
        while 0 <= index < len(self.blocks):
            if self.blocks[index].stop:
                return index
            index += direction
        return None

    def stop_of(self, index: int) -> int | None:
        """Return the stop that a block is or belongs to."""
        while index > 0 and self.blocks[index].attached:
            index -= 1
        return index if self.blocks[index].stop else None

    def last_attached(self, index: int) -> int:
        """Return the last block that is shown together with a stop."""
        while index + 1 < len(self.blocks) and self.blocks[index + 1].attached:
            index += 1
        return index

    def lead_in(self, index: int) -> int:
        """Return the first of the headings directly above a stop; itself when there is none."""
        while index > 0 and not (self.blocks[index - 1].stop or self.blocks[index - 1].attached):
            index -= 1
        return index

    def stop_in_view(self, top: int, bottom: int, *, first: bool) -> int | None:
        """Return the first or last stop that begins on the lines from `top` to just above `bottom`.

        Where none begins there, the stop that fills them.
        """
        spot = self.spot(top if first else min(bottom, self.height) - 1)
        if spot is None:
            return None
        begun_above = first and self.top(spot.block) < top
        found = self.nearest_stop(spot.block + begun_above, 1 if first else -1)
        if found is not None and top <= self.top(found) < bottom:
            return found
        return self.stop_of(spot.block)
