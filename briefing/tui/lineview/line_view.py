"""A list of text blocks with a cursor: the one view that card, source and outline share."""

from dataclasses import dataclass

from textual import events
from textual.geometry import Offset
from textual.message import Message

from briefing.tui.keys.line_view import READING_KEYS
from briefing.tui.lineview.block_view import BlockView
from briefing.tui.lineview.blocks import Spot
from briefing.tui.lineview.paging import stop_after_paging


class LineView(BlockView, can_focus=True, inherit_bindings=False):
    """A scrolling list of blocks with a cursor that stops at some of them."""

    DEFAULT_CSS = """
    LineView {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        background: $background;
        color: $foreground;
    }
    """

    OPENING_CLICK = 2
    """Which click on a block opens it."""

    BINDING_GROUP_TITLE = "Reading"

    BINDINGS = READING_KEYS

    @dataclass
    class AtBlock(Message):
        """Something happened to a block."""

        view: "LineView"
        block: int
        """Index of the block."""

        @property
        def control(self) -> "LineView":
            """The view it is in."""
            return self.view

    class CursorMoved(AtBlock):
        """The cursor is on another block."""

    class Activated(AtBlock):
        """The block under the cursor was opened, by key or by double click."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._g_pressed = False

    def move_cursor(self, index: int, *, reveal: bool = True, centre: bool = False) -> None:
        """Put the cursor on a block and say so, if it was not there.

        Args:
            index: A block that the cursor can stop at.
            reveal: Whether to scroll it into view.
            centre: Whether to put it in the middle when it was not in view.
        """
        moved = index != self._cursor
        self._cursor = index
        if reveal:
            self.reveal(index, centre=centre)
        self._repaint()
        if moved:
            self.post_message(self.CursorMoved(self, index))

    # Moving

    def action_step(self, direction: int) -> None:
        """Go to the next stop, scrolling first through a block taller than the view."""
        if self._scroll_within(direction):
            return
        start = 0 if self._cursor is None else self._cursor + direction
        target = self._lines.nearest_stop(start, direction)
        if target is not None:
            self.move_cursor(target)
        else:
            self._scroll_lines_to(0 if direction < 0 else self._lines.height)

    def action_begin_top(self) -> None:
        """Remember the first of two presses; go to the top at the second."""
        if self._g_pressed:
            self.action_top()
        self._g_pressed = not self._g_pressed

    def action_top(self) -> None:
        """Go to the first stop and show the very top."""
        self._go_to_end(self._lines.nearest_stop(0, 1), 0)

    def action_bottom(self) -> None:
        """Go to the last stop and show the very end."""
        last = self._lines.nearest_stop(len(self._blocks) - 1, -1)
        self._go_to_end(last, self._lines.height)

    def action_pages(self, screens: float) -> None:
        """Move text and cursor by some part of the view's height."""
        height, whole = self.size.height, abs(screens) >= 1
        step = round(height * screens)
        if whole:
            step -= 1 if screens > 0 else -1
        before, lines = self.scroll_offset.y, self._lines
        self._scroll_lines_to(before + step)
        now = self.scroll_offset.y
        if now != before:
            target = stop_after_paging(lines, self._cursor, before, now, height, whole=whole)
        elif step > 0:
            target = lines.nearest_stop(len(self._blocks) - 1, -1)
        else:
            target = lines.nearest_stop(0, 1)
        if target is not None:
            self.move_cursor(target, reveal=False)

    def action_activate(self) -> None:
        """Open what is under the cursor."""
        if self._cursor is not None:
            self.post_message(self.Activated(self, self._cursor))

    def on_key(self, event: events.Key) -> None:
        """Forget a first `g` when another key follows it."""
        if event.key != "g":
            self._g_pressed = False

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse was clicked; open it at the opening click."""
        place = event.get_content_offset(self)
        if place is None or self.text_selection is not None:
            return
        spot = self._spot_at(place)
        stop = None if spot is None else self._lines.stop_of(spot.block)
        if stop is None:
            return
        self.move_cursor(stop, reveal=False)
        if event.chain == self.OPENING_CLICK:
            self.action_activate()

    def _spot_at(self, place: Offset) -> Spot | None:
        """Return what is at a place of the view, in cells; None below the end."""
        return self._lines.spot(place.y + self.scroll_offset.y)

    def _scroll_within(self, direction: int) -> bool:
        """Scroll through a cursor block taller than the view; return whether there was more."""
        if self._cursor is None:
            return False
        last = self._lines.last_attached(self._cursor)
        top, bottom = self._lines.top(self._cursor), self._lines.bottom(last)
        now, height = self.scroll_offset.y, self.size.height
        hidden = bottom - (now + height) if direction > 0 else now - top
        in_view = top < now + height and bottom > now
        if bottom - top <= height or hidden <= 0 or not in_view:
            return False
        self._scroll_lines_to(now + direction * min(hidden, max(1, height // 2)))
        return True

    def _go_to_end(self, stop: int | None, line: int) -> None:
        if stop is not None:
            self.move_cursor(stop, reveal=False)
        self._scroll_lines_to(line)
