"""Rows in groups on a line view: the one table that all views over time share."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.tui.content.analysis.table import TablePage, TableRow
from briefing.tui.lineview.block_view import MAX_TEXT_WIDTH
from briefing.tui.lineview.blocks import Layout
from briefing.tui.lineview.line_view import LineView
from briefing.tui.lineview.selection import keep_selection
from briefing.tui.widgets.table.table_blocks import Made, TableBlocks

NO_PAGE = TablePage(())


class TableView(LineView):
    """Shows a page of rows; the cursor stays on its row when the width or the page changes."""

    BINDING_GROUP_TITLE = "Table"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "J",
            "step_group(1)",
            "Next group",
            id="table.next-group",
            show=False,
            tooltip="Go to the first row of the next group",
        ),
        Binding(
            "K",
            "step_group(-1)",
            "Previous group",
            id="table.previous-group",
            show=False,
            tooltip="Go to the first row of this group, or of the one before",
        ),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._page = NO_PAGE
        self._rows: tuple[TableRow, ...] = ()
        self._made = TableBlocks(NO_PAGE, 0, {})
        self._known: Made = {}

    def on_unmount(self) -> None:
        """Let go of the rows."""
        self._page, self._rows, self._known = NO_PAGE, (), {}
        self._made = TableBlocks(NO_PAGE, 0, {})
        self._blocks = self._made
        self._lines = Layout((), 1)
        self._cursor = None  # it may be drawn once more

    @property
    def page(self) -> TablePage:
        """The page that is shown."""
        return self._page

    @property
    def rows(self) -> Sequence[TableRow]:
        """The rows that are shown, in order."""
        return self._rows

    @property
    def row(self) -> TableRow | None:
        """The row under the cursor."""
        return None if self.cursor is None else self.row_at(self.cursor)

    def row_at(self, block: int) -> TableRow | None:
        """Return the row that a block belongs to; None for a heading or what stands below."""
        number = bisect_right(self._made.starts, block) - 1
        stop = self.lines.stop_of(block)
        return self._rows[number] if number >= 0 and stop == self._made.starts[number] else None

    def block_of(self, key: str) -> int | None:
        """Return the first block of a row; None where it is not shown."""
        for start, row in zip(self._made.starts, self._rows, strict=True):
            if row.key == key:
                return start
        return None

    def show_page(self, page: TablePage, key: str = "", *, anew: bool = True) -> None:
        """Show rows, with one of them under the cursor.

        Args:
            page: The rows.
            key: The row; by default, and where it is not there, the first.
            anew: Whether what the rows look like has changed since they were shown last.
        """
        self._lay(page, anew=anew)
        self.show_blocks(self._made, self.block_of(key) if key else None)

    def renew_page(self, page: TablePage) -> None:
        """Show the same as it is by now: cursor, selection and the rows in view stay in place.

        Args:
            page: The rows.
        """
        before, cursor, row, number = self._blocks, self._cursor, self.row, self._number()
        held, height = self._held()
        self._lay(page, anew=True)
        self._take(self._made)
        here = self.block_of(row.key) if row else None
        if here is None and self._made.starts:
            # Its row is gone: the one in its place is next to what was read.
            here = self._made.starts[min(number, len(self._made.starts) - 1)]
        self._cursor = here
        anchor = self.block_of(held.key) if held else None
        if anchor is not None:
            self._scroll_lines_to(self.lines.top(anchor) - height)
        keep_selection(self, before, self._made, (here or 0) - (cursor or 0))
        self._repaint()

    def _number(self) -> int:
        """Return how many rows begin above the cursor."""
        return 0 if self._cursor is None else bisect_right(self._made.starts, self._cursor) - 1

    def _held(self) -> tuple[TableRow | None, int]:
        """Return a row that is to stay in its place, and the line of the view it begins on.

        It is the row under the cursor where that is in view, else the first one in view.
        """
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        block = self._cursor
        if block is None or not top <= self.lines.top(block) < bottom:
            block = self.lines.stop_in_view(top, bottom, first=True)
        row = None if block is None else self.row_at(block)
        return (None, 0) if block is None or row is None else (row, self.lines.top(block) - top)

    def _lay(self, page: TablePage, *, anew: bool) -> None:
        if anew:
            self._known.clear()
        self._page, self._rows = page, tuple(page.rows)
        self.most_width = page.most or MAX_TEXT_WIDTH
        self._make(self.width_for(()))

    def action_step_group(self, direction: int) -> None:
        """Go to the first row of the next or previous group, with its heading in view.

        Args:
            direction: 1 or -1.
        """
        here = -1 if self.cursor is None else self.cursor
        starts = self._group_starts()
        if direction > 0:
            there = next((start for start in starts if start > here), None)
        else:
            there = next((start for start in reversed(starts) if start < here), None)
        if there is not None:
            self.move_cursor(there, reveal=False)
            self.scroll_to(y=self.lines.top(self.lines.lead_in(there)), animate=False, force=True)

    def _group_starts(self) -> list[int]:
        """Return the block at which the cursor stops first in each group."""
        return self._made.groups

    def relay(self) -> None:
        """Show all rows anew, where they stand: they look different now, and are as tall."""
        self._made.forget()
        self._lines.forget()
        self._repaint()

    def _set_lines(self) -> None:
        # A row is made for a width, and has as many blocks at every width.
        width = self.width_for(())
        if self._blocks is self._made and width != self._made.width:
            self._blocks = self._make(width)
        super()._set_lines()

    def _make(self, width: int) -> TableBlocks:
        self._made = TableBlocks(self._page, width, self._known)
        return self._made
