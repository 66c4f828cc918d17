"""Rows in groups on a line view: the one table that all views over time share."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.tui.content.analysis.table import TablePage, TableRow
from briefing.tui.content.line import shown
from briefing.tui.lineview.block_view import MAX_TEXT_WIDTH
from briefing.tui.lineview.blocks import Block
from briefing.tui.lineview.line_view import LineView

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
        self._starts: list[int] = []
        """Index of the first block of each row."""
        self._groups: list[int] = []
        """Index of the first block of the first row of each group."""
        self._made_for = 0
        self._known: dict[str, tuple[int, tuple[Block, ...]]] = {}
        """The blocks of each row and the width they were made for."""

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
        number = bisect_right(self._starts, block) - 1
        stop = self.lines.stop_of(block)
        return self._rows[number] if number >= 0 and stop == self._starts[number] else None

    def block_of(self, key: str) -> int | None:
        """Return the first block of a row; None where it is not shown."""
        for start, row in zip(self._starts, self._rows, strict=True):
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
        if anew:
            self._known.clear()
        self._page, self._rows = page, tuple(page.rows)
        self.most_width = page.most or MAX_TEXT_WIDTH
        blocks = self._made(self.width_for(()))
        self.show_blocks(blocks, self.block_of(key) if key else None)

    def action_step_group(self, direction: int) -> None:
        """Go to the first row of the next or previous group, with its heading in view.

        Args:
            direction: 1 or -1.
        """
        here = -1 if self.cursor is None else self.cursor
        if direction > 0:
            there = next((start for start in self._groups if start > here), None)
        else:
            there = next((start for start in reversed(self._groups) if start < here), None)
        if there is not None:
            self.move_cursor(there, reveal=False)
            self.scroll_to(y=self.lines.top(self.lines.lead_in(there)), animate=False, force=True)

    def relay(self) -> None:
        """Make all rows anew, where they stand, for they look different now."""
        self._known.clear()
        self.replace_blocks(self._made(self.width_for(())))

    def _set_lines(self) -> None:
        # A row is made for a width, and has as many blocks at every width.
        width = self.width_for(())
        if self._rows and width != self._made_for:
            self._blocks = self._made(width)
        super()._set_lines()

    def _made(self, width: int) -> list[Block]:
        self._made_for = width
        self._starts, self._groups = [], []
        blocks: list[Block] = []
        for group in self._page.groups:
            blocks += group.head(width)
            self._groups += [len(blocks)] if group.rows else []
            for row in group.rows:
                self._starts.append(len(blocks))
                blocks += self._blocks_of(row, width)
            if group.rows:
                blocks[-1] = blocks[-1]._replace(space_after=True)
        if not blocks:
            return [Block(shown(self._page.nothing), "quiet")]
        return [*blocks, *self._page.foot]

    def _blocks_of(self, row: TableRow, width: int) -> tuple[Block, ...]:
        known = self._known.get(row.key)
        if known is None or known[0] != width:
            known = self._known[row.key] = (width, row.lines(width))
        return known[1]
