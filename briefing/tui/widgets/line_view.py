"""A list of text blocks with a cursor: the one view that card, source and outline share."""

from dataclasses import dataclass

from textual import events
from textual.message import Message

<<<<<<< HEAD
from briefing.tui.anchoring import Anchor, anchor_of, top_to_show
from briefing.tui.blocks import Block, Layout, Mark, Spot, gutter_width, tail_width
=======
>>>>>>> source
from briefing.tui.paging import stop_after_paging
from briefing.tui.reading_keys import READING_KEYS
from briefing.tui.widgets.block_view import BlockView


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
            """The view it stands in."""
            return self.view

    class CursorMoved(AtBlock):
        """The cursor stands on another block."""

    class Activated(AtBlock):
        """The block under the cursor was opened, by key or by double click."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
<<<<<<< HEAD
        self._blocks: Sequence[Block] = ()
        self._lines = Layout((), 1)
        self._gutter = 0
        self._tail = 0
        self._cursor: int | None = None
        self._lit: Mapping[int, Sequence[Mark]] = {}
        self._bright: Collection[int] | None = None
        self._style = Styles(self)
        self._unseen = False
        self._fitted = Size(0, 0)
        self._height_before = 0
        self._g_pressed = False

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks shown."""
        return self._blocks

    @property
    def cursor(self) -> int | None:
        """Index of the block under the cursor, or None when nothing can be stopped at."""
        return self._cursor

    @property
    def lines(self) -> Layout:
        """Where each block stands at the present width."""
        return self._lines

    # Showing

    def show_blocks(self, blocks: Sequence[Block], cursor: int | None = None) -> None:
        """Show a new document from its top, or with a block in view.

        No message is posted: whoever shows a document knows where its cursor stands.

        Args:
            blocks: The blocks.
            cursor: Index of the block under the cursor; by default the first that can have it.
        """
        if self.is_attached and self.text_selection is not None:
            self.screen.clear_selection()
        self._lit, self._bright = {}, None
        self._take(blocks)
        self._cursor = self._lines.nearest_stop(0, 1) if cursor is None else cursor
        if self.is_attached:
            self._scroll_lines_to(0)
        if self._cursor is not None:
            self.reveal(self._cursor, centre=cursor is not None)

    def replace_blocks(self, blocks: Sequence[Block]) -> None:
        """Show blocks in the place of as many others; cursor, light and words in view stay.

        Args:
            blocks: The blocks; the cursor can stop at the same ones.
        """
        anchor = self._anchor()
        self._take(blocks)
        if anchor is not None:
            self._scroll_lines_to(anchor.top(self._lines))

    def exchange_blocks(
        self, blocks: Sequence[Block], cursor: int | None, row: int | None = None
    ) -> None:
        """Show other blocks, with the cursor's at the height at which it stood.

        Nothing is lit in them, and no message is posted.

        Args:
            blocks: The blocks.
            cursor: Index of the block under the cursor.
            row: Line of the view on which that block is to begin instead.
        """
        if row is None:
            at = 0 if self._cursor is None else self._lines.top(self._cursor)
            row = at - self.scroll_offset.y
        self._lit, self._bright = {}, None
        self._take(blocks)
        self._cursor = cursor
        if cursor is not None:
            self._scroll_lines_to(self._lines.top(cursor) - row)
            self.reveal(cursor)

    def _take(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._gutter = gutter_width(blocks)
        self._tail = tail_width(blocks)
        self._set_lines()

    def light(
        self, marks: Mapping[int, Sequence[Mark]], bright: Collection[int] | None = None
    ) -> None:
        """Light stretches of the text, replacing what was lit before.

        Args:
            marks: Block index to the stretches to light in it.
            bright: Blocks to leave as they are while the others are dimmed; None dims nothing.
        """
        self._lit, self._bright = marks, bright
        self.refresh()

=======
        self._g_pressed = False

>>>>>>> source
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
        self.refresh()
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
        spot = self._lines.spot(place.y + self.scroll_offset.y)
        stop = None if spot is None else self._lines.stop_of(spot.block)
        if stop is None:
            return
        self.move_cursor(stop, reveal=False)
        if event.chain == self.OPENING_CLICK:
            self.action_activate()

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
<<<<<<< HEAD

    # Setting in lines

    def on_resize(self) -> None:
        """Set the text in lines for the new size, unless it was drawn at that size already."""
        self._fit()

    def _fit(self) -> None:
        """Wrap anew at a new width and keep the same words at the same height."""
        if self.size == self._fitted:
            return
        self._fitted = self.size
        anchor = self._anchor()
        self._height_before = self.size.height
        if self._text_width() != self._lines.width:
            self._set_lines()
            if anchor is not None:
                self._scroll_lines_to(anchor.top(self._lines))
        in_view = anchor is not None and anchor.block == self._cursor
        if self._cursor is not None and self.size.height and (self._unseen or in_view):
            self._unseen = False
            self.reveal(self._cursor)

    def _anchor(self) -> Anchor | None:
        return anchor_of(self._lines, self._cursor, self.scroll_offset.y, self._height_before)

    def width_for(self, blocks: Sequence[Block]) -> int:
        """Return how many cells lines would have in which these blocks were set now."""
        return self._width_beside(gutter_width(blocks))

    def _text_width(self) -> int:
        return self._width_beside(self._gutter)

    def _width_beside(self, gutter: int) -> int:
        # Without a size yet, any width does, and a wide one is the least work.
        if not self.size.width:
            return MAX_TEXT_WIDTH
        room = self.size.width - EDGE - gutter_cells(gutter) - self.RIGHT - self._tail
        return max(1, min(MAX_TEXT_WIDTH, room))

    def _text_left(self) -> int:
        return EDGE + gutter_cells(self._gutter)

    def _set_lines(self) -> None:
        self._lines = Layout(self._blocks, self._text_width())
        size = Size(self.size.width, self._lines.height)
        if self.show_vertical_scrollbar:
            # Nothing on the screen moves, so that it need not be laid out for every key typed.
            self.set_reactive(LineView.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
            self.scroll_y = min(self.scroll_y, self.max_scroll_y)
        else:
            self.virtual_size = size
        self.refresh()

    # Selecting

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text, each block on a line of its own.

        Args:
            selection: Its offsets are code points of a block (x) and the block's index (y).
        """
        return (selected_text(self._blocks, selection), "\n") if self._blocks else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self.refresh()

    # Drawing

    def notify_style_update(self) -> None:
        """Forget styles that another theme or pseudo class has replaced."""
        super().notify_style_update()
        self._style.forget()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of a region.

        A view is drawn at a new size before it is told of it; what was set for another size must
        not be seen, least of all in the first frame.

        Args:
            crop: The part of the view to draw, in cells.
        """
        self._fit()
        self._place_terminal_cursor()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the view.

        Args:
            y: Line within the view.
        """
        width, lines = self.size.width, self._lines
        spot = lines.spot(y + self.scroll_offset.y)
        if spot is None:
            return Strip.blank(width, self._style())
        return paint(self._line(spot), width, self._style)

    def _line(self, spot: Spot) -> PaintedLine:
        index, row = spot
        lines, selection = self._lines, self.text_selection
        rows = lines.rows(index)
        block = self._blocks[index]
        return PaintedLine(
            block=block,
            index=index,
            row=row,
            span=rows[row] if row < len(rows) else None,
            gutter=self._gutter,
            right=EDGE + gutter_cells(self._gutter) + lines.width + self._tail,
            bar=self._bar(index) if row < len(rows) else "",
            lit=self._lit.get(index, ()),
            dimmed=self._bright is not None and index not in self._bright,
            selected=selected_span(block, index, selection) if selection else None,
        )

    def _place_terminal_cursor(self) -> None:
        """Put the terminal's own cursor where the cursor's bar begins.

        It is not seen by most readers, but braille displays and screen magnifiers follow it.
        """
        if self._cursor is None or not self.has_focus or not self.size:
            return
        row = self._lines.top(self._cursor) - self.scroll_offset.y
        shown = max(0, min(row, self.size.height - 1))
        self.app.cursor_position = self.content_region.offset + Offset(0, shown)

    def _bar(self, index: int) -> Bar:
        if self._cursor is None or self._lines.stop_of(index) != self._cursor:
            return ""
        return "bar" if self.has_focus else "quiet-bar"
=======
>>>>>>> source
