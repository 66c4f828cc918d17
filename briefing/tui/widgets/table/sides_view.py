"""A table whose rows may stand in two columns, with one cursor that goes from side to side."""

from textual.geometry import Offset

from briefing.tui.content.analysis.table import TablePage
from briefing.tui.lineview.blocks import Layout, Side, Spot
from briefing.tui.lineview.drawn_view import Glimpse
from briefing.tui.lineview.painting import Painted, PaintedSides
from briefing.tui.lineview.sides import Rooms, SidesLayout, other_side
from briefing.tui.widgets.table.table_view import TableView


class SidesView(TableView):
    """Shows a page of rows, those with a side in columns where there is room for two.

    In columns the cursor moves within its own; `change_side` brings it to the other one.
    """

    def __init__(self, *, id: str | None = None) -> None:
        self._side: Side = "left"
        super().__init__(id=id)

    def _layout(self, width: int) -> Layout:
        return SidesLayout(self._blocks, width, lambda: self._side)

    @property
    def _sides(self) -> SidesLayout | None:
        """The lines; None before there are any."""
        return self._lines if isinstance(self._lines, SidesLayout) else None

    @property
    def columns(self) -> Rooms | None:
        """The room of both columns; None where all rows are under each other."""
        return self._sides.columns if self._sides else None

    @property
    def has_sides(self) -> bool:
        """Whether any row has a side."""
        return self._sides is not None and self._sides.has_sides

    # The cursor

    def change_side(self, side: Side = "") -> bool:
        """Go to the row beside the one under the cursor; return whether there is one.

        Args:
            side: The side to go to; by default the other one.
        """
        sides, cursor = self._sides, self._cursor
        if sides is None or cursor is None:
            return False
        here = sides.blocks[cursor].side
        side = side or other_side(here or self._side)
        if here == side:
            return True
        there = sides.stop_beside(cursor, side)
        if there is not None:
            self.move_cursor(there)
        return there is not None

    def move_cursor(self, index: int, *, reveal: bool = True, centre: bool = False) -> None:
        """Put the cursor on a block and say so, if it was not there.

        Args:
            index: A block that the cursor can stop at.
            reveal: Whether to scroll it into view.
            centre: Whether to put it in the middle when it was not in view.
        """
        self._keep_side(index)
        super().move_cursor(index, reveal=reveal, centre=centre)

    def show_page(self, page: TablePage, key: str = "", *, anew: bool = True) -> None:
        """Show rows, with one of them under the cursor.

        Args:
            page: The rows.
            key: The row; by default, and where it is not there, the first.
            anew: Whether what the rows look like has changed since they were shown last.
        """
        super().show_page(page, key, anew=anew)
        self._keep_side(self._cursor)

    def renew_page(self, page: TablePage) -> None:
        """Show the same as it is by now: cursor, selection and the rows in view stay in place.

        Args:
            page: The rows.
        """
        super().renew_page(page)
        self._keep_side(self._cursor)

    def _keep_side(self, index: int | None) -> None:
        if index is not None and (side := self._blocks[index].side):
            self._side = side

    def _group_starts(self) -> list[int]:
        sides, starts = self._sides, super()._group_starts()
        if sides is None or sides.columns is None:
            return starts
        ends = [*starts[1:], len(self._blocks)]
        own = sides.stops_on(self._side)
        first = (
            next((stop for stop in own if start <= stop < end), start)
            for start, end in zip(starts, ends, strict=True)
        )
        return list(first)

    # Drawing

    def _line(self, y: int, glimpse: Glimpse) -> Painted | None:
        sides = self._sides
        if sides is None or sides.columns is None:
            return super()._line(y, glimpse)
        left, right = sides.spots(y + glimpse.top)
        if left is not None and not sides.blocks[left.block].side:
            return self._line_at(left, glimpse)
        if left is None and right is None:
            return None
        return PaintedSides(
            None if left is None else self._line_at(left, glimpse),
            None if right is None else self._line_at(right, glimpse),
            sides.columns.edge,
        )

    def _edge_of(self, index: int) -> int:
        in_right = self.columns is not None and self._blocks[index].side == "right"
        return self.columns.edge if in_right and self.columns else 0

    def _spot_at(self, place: Offset) -> Spot | None:
        sides = self._sides
        if sides is None or sides.columns is None:
            return super()._spot_at(place)
        left, right = sides.spots(place.y + self.scroll_offset.y)
        whole = left is not None and not sides.blocks[left.block].side
        return left if whole or place.x < sides.columns.edge else right
