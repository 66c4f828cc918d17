"""Text blocks drawn line by line, each from what of them is there; only changed lines again."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, Self

from textual.geometry import Offset, Region
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from briefing.tui.lineview.blocks import Block, Layout, Mark, Spot
from briefing.tui.lineview.painting import EDGE, Bar, Painted, PaintedLine, gutter_cells, paint
from briefing.tui.lineview.selection import selected_span
from briefing.tui.lineview.styles import Styles


class Glimpse(NamedTuple):
    """What of a view's state is the same for all the lines that are drawn together."""

    width: int
    height: int
    top: int
    """Line of the document that is on the first line of the view."""
    focused: bool
    selection: Selection | None


class DrawnView(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws blocks, one of them under the cursor, some stretches lit.

    What inherits from it decides which blocks these are, and sets them in lines.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        self._strips: dict[int, Strip] = {}
        """The lines of the view that need not be drawn anew, ready to be put on the screen."""
        super().__init__(id=id, classes=classes)
        self._blocks: Sequence[Block] = ()
        self._lines = Layout((), 1)
        self._gutter = 0
        self._tail = 0
        self._cursor: int | None = None
        self._lit: Mapping[int, Sequence[Mark]] = {}
        self._bright: Collection[int] | None = None
        self._style = Styles(self)
        self._glimpse: Glimpse | None = None
        """The state of the view while it is drawn; asking Textual for each line takes long."""
        self._drawn: dict[int, object] = {}
        """How each line of the view looked when it was drawn last."""
        self._drawn_for: object = None
        """What they were drawn for, beside the blocks."""

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
        """Where each block is at the present width."""
        return self._lines

    def _fit(self) -> None:
        """Set the blocks in lines for the size the view has now."""
        raise NotImplementedError

    def notify_style_update(self) -> None:
        """Forget styles that another theme or pseudo class has replaced."""
        super().notify_style_update()
        self._style.forget()
        self._strips.clear()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Have lines drawn anew: those in some regions, or all."""
        if regions:
            for y in (y for region in regions for y in region.line_range):
                self._strips.pop(y, None)
        else:
            self._strips.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of a region.

        A view is drawn at a new size before it is told of it; what was set for another size must
        not be seen, least of all in the first frame.

        Args:
            crop: The part of the view to draw, in cells.
        """
        if not self.is_attached:  # a screen may draw once more what has just been taken from it
            return [Strip.blank(crop.width)] * crop.height
        self._fit()
        self._place_terminal_cursor()
        self._glimpse = self._look()
        above, right, below, left = self.styles.gutter
        if right or below or left:
            strips = super().render_lines(crop)
        else:
            strips = self._kept_lines(crop, above)
        self._glimpse = None
        return strips

    def _kept_lines(self, crop: Region, above: int) -> list[Strip]:
        """Return the lines of a region; those that look the same as before are not drawn anew.

        Textual would ask the style sheet about each line for what no line here has: borders beside
        it, a hatch, a tint. That takes as long as drawing its text.

        Args:
            crop: The part of the view, in cells.
            above: Rows above the text.
        """
        whole = self.outer_size.width
        frame = Region(0, crop.y, whole, max(0, min(above, crop.bottom) - crop.y))
        strips = super().render_lines(frame) if frame else []
        filters, (_, ground) = self.get_line_filters(), self.background_colors
        drawn_for = self._glimpse, ground, tuple(filters)
        if drawn_for != self._drawn_for:
            self._strips.clear()
            self._drawn_for = drawn_for
        for y in range(max(0, crop.y - above), crop.bottom - above):
            strip = self._strips.get(y)
            if strip is None:
                strip = self.render_line(y)
                for each in filters:
                    strip = strip.apply_filter(each, ground)
                self._strips[y] = strip
            strips.append(strip)
        span = crop.column_span
        return strips if span == (0, whole) else [strip.crop(*span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Draw one line of the view.

        Textual asks for it alone to find what is under the mouse, and only then needs to know the
        place of the text that is there.

        Args:
            y: Line within the view.
        """
        glimpse = self._glimpse or self._look()
        line = self._line(y, glimpse)
        if self._glimpse is not None:
            self._drawn[y] = self._picture_of(y, line)
        return paint(line, glimpse.width, self._style, placed=self._glimpse is None)

    def _look(self) -> Glimpse:
        return Glimpse(*self.size, self.scroll_offset.y, self.has_focus, self.text_selection)

    def _picture_of(self, y: int, line: Painted | None) -> object:
        """Return all that decides how a line of the view is drawn, size and styles left out.

        Args:
            y: Line within the view.
            line: What of the blocks is there.
        """
        return line

    def _repaint(self) -> None:
        """Have the lines redrawn that do not look as they did when they were drawn last.

        Most of what a key costs is painting, and most keys change a few lines only. A line that is
        to be redrawn for another reason still will be.
        """
        if not self.is_attached or not self.size:
            self.refresh()
            return
        known, glimpse = self._drawn, self._look()
        changed = [
            Region(0, y, glimpse.width, 1)
            for y in range(glimpse.height)
            if y not in known or known[y] != self._picture_of(y, self._line(y, glimpse))
        ]
        if changed:
            self.refresh(*changed)

    def _line(self, y: int, glimpse: Glimpse) -> Painted | None:
        """Return what is on a line of the view; None below the end."""
        spot = self._lines.spot(y + glimpse.top)
        return None if spot is None else self._line_at(spot, glimpse)

    def _line_at(self, spot: Spot, glimpse: Glimpse) -> PaintedLine:
        """Return a line of a block."""
        lines, selection = self._lines, glimpse.selection
        index, row = spot
        rows = lines.rows(index)
        block = self._blocks[index]
        text = row < len(rows)
        return PaintedLine(
            block=block,
            number=index,
            row=row,
            span=rows[row] if text else None,
            gutter=self._gutter,
            right=EDGE + gutter_cells(self._gutter) + lines.width + self._tail,
            bar=self._bar(index, glimpse) if text else "",
            lit=tuple(self._lit.get(index, ())) if text else (),
            dimmed=text and self._bright is not None and index not in self._bright,
            selected=selected_span(block, index, selection) if text and selection else None,
        )

    def _place_terminal_cursor(self) -> None:
        """Put the terminal's own cursor where the cursor's bar begins.

        It is not seen by most readers, but braille displays and screen magnifiers follow it.
        """
        if self._cursor is None or not self.has_focus or not self.size:
            return
        row = self._lines.top(self._cursor) - self.scroll_offset.y
        shown = max(0, min(row, self.size.height - 1))
        edge = Offset(self._edge_of(self._cursor), shown)
        self.app.cursor_position = self.content_region.offset + edge

    def _edge_of(self, index: int) -> int:
        """Return the cell of the view in which the bar of a block is."""
        return 0

    def _bar(self, index: int, glimpse: Glimpse) -> Bar:
        if self._cursor is None or self._lines.stop_of(index) != self._cursor:
            return ""
        return "bar" if glimpse.focused else "quiet-bar"
