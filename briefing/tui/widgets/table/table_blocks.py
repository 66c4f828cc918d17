"""The blocks of a table: those of each row and heading, made for a width, and again when asked."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, overload

from briefing.tui.content.analysis.table import Lines, TablePage, TableRow
from briefing.tui.lineview.blocks import Block, MadeBlocks
from briefing.tui.lineview.wrapping import count_all_lines

Made = dict[str, tuple[int, tuple[Block, ...]]]
"""The blocks of rows by their keys, and the width they were made for."""
_LINE: Final = Block("", stop=True)
"""Stands for a row that is a line, until that is made."""


class TableBlocks(MadeBlocks):
    """The blocks of a page.

    Rows that are a line each are made when they are looked at, and so are those that look different
    by now: there may be thousands, and a few are in view.

    Args:
        page: The rows.
        width: Cells to make them for.
        made: The blocks of rows that were made before; what is made here is added.
    """

    def __init__(self, page: TablePage, width: int, made: Made) -> None:
        self.width = width
        self.starts: list[int] = []
        """Index of the first block of each row."""
        self.groups: list[int] = []
        """Index of the first block of the first row of each group that has rows."""
        self._known = made
        self._blocks: list[Block] = []
        self._pieces: list[Lines] = []
        """What makes each heading and each row."""
        self._firsts: list[int] = []
        """Index of the first block of each of them."""
        self._stale: set[int] = set()
        for group in page.groups:
            self._add(group.head, group.head(width))
            self.groups += [len(self._blocks)] if group.rows else []
            for row in group.rows:
                self.starts.append(len(self._blocks))
                self._add_row(row)
            if group.rows:
                self._blocks[-1] = self._blocks[-1]._replace(space_after=True)
        self._add(lambda width: page.below, page.below)

    def _add(self, lines: Lines, blocks: Sequence[Block]) -> None:
        self._pieces.append(lines)
        self._firsts.append(len(self._blocks))
        self._blocks += blocks

    def _add_row(self, row: TableRow) -> None:
        known = self._known.get(row.key)
        if known is not None and known[0] == self.width:
            self._add(row.lines, known[1])
        elif row.is_line(self.width):
            self._stale.add(len(self._pieces))
            self._add(row.lines, (_LINE,))
        else:
            made = row.lines(self.width)
            self._known[row.key] = (self.width, made)
            self._add(row.lines, made)

    def forget(self) -> None:
        """Make everything anew when it is looked at; it takes as many lines as before."""
        self._known.clear()
        self._stale = set(range(len(self._pieces)))

    def _renew(self, piece: int) -> None:
        self._stale.discard(piece)
        first = self._firsts[piece]
        for index, block in enumerate(self._pieces[piece](self.width), first):
            spaced = block.space_after or self._blocks[index].space_after
            self._blocks[index] = block._replace(space_after=spaced)

    @property
    def gutter_width(self) -> int:
        """Nothing is in the gutter of a table."""
        return 0

    def heights(self, width: int, room: Callable[[Block], int]) -> Iterable[int]:
        """Return the lines that each block takes, without any being made.

        Args:
            width: Cells for the text of a block without indent and lead.
            room: Gives them for any block.
        """
        # What is still to be made fits in a line, as the empty block in its place does.
        return (
            count_all_lines(block.text, room(block), block.breaks) + block.space_after
            for block in self._blocks
        )

    def __len__(self) -> int:
        return len(self._blocks)

    @overload
    def __getitem__(self, index: int) -> Block: ...

    @overload
    def __getitem__(self, index: slice) -> list[Block]: ...

    def __getitem__(self, index: int | slice) -> Block | list[Block]:
        if isinstance(index, slice):
            return list(self)[index]
        if self._stale:
            piece = bisect_right(self._firsts, index % max(1, len(self._blocks))) - 1
            if piece in self._stale:
                self._renew(piece)
        return self._blocks[index]

    def __iter__(self) -> Iterator[Block]:
        for piece in sorted(self._stale):
            self._renew(piece)
        return iter(self._blocks)
