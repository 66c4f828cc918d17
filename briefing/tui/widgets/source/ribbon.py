"""The ribbon of a source view, worked out again only when something in it changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from briefing.tui.content.pages.page import NO_SOURCE, SourcePage
from briefing.tui.lineview.blocks import Layout, Mark, Run

if TYPE_CHECKING:
    Marks = Mapping[int, Sequence[Mark]]


class Ribbon:
    """Remembers which sign is in which row."""

    def __init__(self) -> None:
        self._of: tuple[SourcePage, Layout, int] | None = None
        self._base: Sequence[int] = ()
        self._rows: Sequence[int] | None = None
        self._page = NO_SOURCE
        self._hits: Marks = {}
        self._evidence: Marks = {}

    def forget(self) -> None:
        """Forget all that was lit."""
        self._hits, self._evidence, self._rows = {}, {}, None

    def relight(self, page: SourcePage, hits: Marks, evidence: Marks) -> None:
        """Take what is lit by now.

        Args:
            page: The source laid out.
            hits: What a search found, by block.
            evidence: What the item under the card's cursor rests on, by block.
        """
        self._page, self._hits, self._evidence = page, hits, evidence
        self._rows = None

    def at(self, row: int, page: SourcePage, layout: Layout, height: int) -> Run:
        """Return what is in a row.

        Args:
            row: The row, from 0.
            page: The source laid out.
            layout: Where its blocks are.
            height: Rows of the ribbon.
        """
        from briefing.tui.content.pages.ribbon import MANY, NOTHING, RANKS, base_rows, lit_rows

        known = self._of
        same = known is not None and known[0] is page and known[1] is layout
        if known is None or not same or known[2] != height:
            self._of, self._rows = (page, layout, height), None
            self._base = base_rows(page, layout, height)
        if self._rows is None:
            hits: Iterable[int] = self._hits if len(page.numbers) <= MANY else ()
            self._rows = lit_rows(
                self._base, page, layout, _numbers(page, hits), _numbers(page, self._evidence)
            )
        return RANKS[self._rows[row]] if row < len(self._rows) else NOTHING


def _numbers(page: SourcePage, blocks: Iterable[int]) -> Iterable[int]:
    """Return the paragraphs that some blocks stand for."""
    return [number for block in blocks if (number := page.paragraph(block)) is not None]
