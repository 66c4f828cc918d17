"""The blocks of a table: those of each row and heading, made for a width, and again when asked."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import overload

from briefing.tui.content.analysis.table import Lines, TablePage, TableRow
from briefing.tui.lineview.blocks import Block

Made = dict[str, tuple[int, tuple[Block, ...]]]
"""The blocks of rows by their keys, and the width they were made for."""


class TableBlocks(Sequence[Block]):
    """The blocks of a page.

    Rows that look different by now are made anew when they are looked at: a choice of a column
    changes all of some thousands, and a few are in view.

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
                self._add(row.lines, self._blocks_of(row))
            if group.rows:
                self._blocks[-1] = self._blocks[-1]._replace(space_after=True)
        self._add(lambda width: page.below, page.below)

    def _add(self, lines: Lines, blocks: Sequence[Block]) -> None:
        self._pieces.append(lines)
        self._firsts.append(len(self._blocks))
        self._blocks += blocks

    def _blocks_of(self, row: TableRow) -> tuple[Block, ...]:
        known = self._known.get(row.key)
        if known is None or known[0] != self.width:
            known = self._known[row.key] = (self.width, row.lines(self.width))
        return known[1]

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
