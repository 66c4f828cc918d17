"""Text blocks drawn line by line in a scrolling view.

Only the lines on screen are wrapped and drawn, so a document of thirty thousand paragraphs opens
and jumps like one of thirty. Text is never markup: it is drawn as it is, with roles from the
style sheet over stretches of it.
"""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from textual.geometry import Size
from textual.selection import Selection

from briefing.tui.lineview.anchoring import Anchor, anchor_of, top_to_show
from briefing.tui.lineview.blocks import Block, Layout, Mark, gutter_width, tail_width
from briefing.tui.lineview.drawn_view import DrawnView
from briefing.tui.lineview.painting import EDGE, gutter_cells
from briefing.tui.lineview.selection import selected_text
from briefing.tui.lineview.thumb import retell_height

MAX_TEXT_WIDTH = 88
"""Cells beyond which a line is tiring to read."""

MARGIN = 3
"""Lines of context that scrolling leaves above or below the cursor, where there is room."""


class BlockView(DrawnView):
    """Shows blocks, one of them under the cursor, some stretches lit.

    The text that the user selects with the mouse is kept by block and code point, so it stays
    selected when the view is wrapped again.
    """

    RIGHT = 1
    """Cells right of the text that are not its own: the scrollbar's."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._unseen = False
        self._fitted = Size(0, 0)
        self._measured = False
        self._height_before = 0
        self.most_width = MAX_TEXT_WIDTH
        """The most cells a line may take; more than usual for columns of numbers."""

    # Showing

    def show_blocks(
        self,
        blocks: Sequence[Block],
        cursor: int | None = None,
        lit: Mapping[int, Sequence[Mark]] = MappingProxyType({}),
    ) -> None:
        """Show a new document from its top, or with a block in view.

        No message is posted: whoever shows a document knows where its cursor is.

        Args:
            blocks: The blocks.
            cursor: Index of the block under the cursor; by default the first that can have it.
            lit: Block index to the stretches to light in it.
        """
        if self.is_attached and self.text_selection is not None:
            self.screen.clear_selection()
        self._lit, self._bright = lit, None
        self._take(blocks)
        self._cursor = self._lines.nearest_stop(0, 1) if cursor is None else cursor
        top = 0
        if self._cursor is not None:
            top = self._line_to_show(self._cursor, 0, centre=cursor is not None) or 0
        if self.is_attached:
            # Once, and not to the top first: every line is redrawn after a scroll.
            self._scroll_lines_to(top)
        self._repaint()

    def replace_blocks(self, blocks: Sequence[Block]) -> None:
        """Show blocks in the place of as many others; cursor, light and words in view stay.

        Args:
            blocks: The blocks; the cursor can stop at the same ones.
        """
        anchor = self._anchor()
        self._take(blocks)
        if anchor is not None:
            self._scroll_lines_to(anchor.top(self._lines))
        self._repaint()

    def exchange_blocks(
        self, blocks: Sequence[Block], cursor: int | None, row: int | None = None
    ) -> None:
        """Show other blocks, with the cursor's at the height at which it was.

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
        self._repaint()

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
        self._repaint()

    def reveal(
        self, index: int, span: tuple[int, int] | None = None, *, centre: bool = False
    ) -> None:
        """Scroll as little as needed to show a block, with its heading if there is room.

        Args:
            index: The block.
            span: Code points of its text that matter most, for a block taller than the view.
            centre: Whether to put it in the middle when it is not in view.
        """
        target = self._line_to_show(index, self.scroll_offset.y, span, centre=centre)
        if target is not None:
            self._scroll_lines_to(target)

    def _line_to_show(
        self, index: int, at: int, span: tuple[int, int] | None = None, *, centre: bool
    ) -> int | None:
        """Return the line to scroll to from line `at` to show a block; None where it is shown."""
        height = self.size.height
        if not height:
            self._unseen = True
            return None
        lines = self._lines
        bottom = lines.bottom(lines.last_attached(index))
        bounds = [(lines.top(lines.lead_in(index)), bottom), (lines.top(index), bottom)]
        if span is not None:
            end = max(span[0], span[1] - 1)
            bounds.append((lines.line_of(index, span[0]), lines.line_of(index, end) + 1))
        top, bottom = next((b for b in bounds if b[1] - b[0] <= height), bounds[-1])
        return top_to_show(top, bottom, at, height, MARGIN, centre=centre)

    def _scroll_lines_to(self, line: int) -> None:
        self.scroll_to(y=line, animate=False, force=True, immediate=True)

    # Setting in lines

    def on_resize(self) -> None:
        """Set the text in lines for the new size, unless it was drawn at that size already."""
        self._fit()

    def _fit(self) -> None:
        """Wrap again at a new width and keep the same words at the same height."""
        is_settled = self._measured and not (self._unseen and self.size.height)
        if self.size == self._fitted and is_settled:
            return  # a view that was hidden meanwhile comes back at the size that it had
        self._fitted = self.size
        anchor = self._anchor()
        self._height_before = self.size.height
        if not self._measured or self._text_width() != self._lines.width:
            self._set_lines()
            self.refresh()
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
        return self._width_beside(gutter_width(blocks), tail_width(blocks))

    def _text_width(self) -> int:
        return self._width_beside(self._gutter, self._tail)

    def _width_beside(self, gutter: int, tail: int) -> int:
        # Without a size yet, any width does, and a wide one is the least work.
        if not self.size.width:
            return self.most_width
        room = self.size.width - EDGE - gutter_cells(gutter) - tail - self.RIGHT
        return max(1, min(self.most_width, room))

    def _set_lines(self) -> None:
        self._lines = self._layout(self._text_width())
        self._measured = self.size.width > 0
        if not self._measured:
            return
        size = Size(self.size.width, self._lines.height)
        if self.show_vertical_scrollbar:
            # Nothing on the screen moves, so that it need not be laid out for every key typed.
            self.set_reactive(BlockView.virtual_size, size)
            retell_height(self.vertical_scrollbar, size.height)
            self.scroll_y = min(self.scroll_y, self.max_scroll_y)
        else:
            self.virtual_size = size

    def _layout(self, width: int) -> Layout:
        """Return the blocks set in lines of a width."""
        return Layout(self._blocks, width)

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
