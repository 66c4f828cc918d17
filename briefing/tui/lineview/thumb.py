"""Scrollbars that draw only rows that look different, and what looks the same only once."""

from functools import lru_cache
from typing import NamedTuple

from rich.color import Color
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.css.styles import RulesMap
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class _Place(NamedTuple):
    """What decides where the thumb of a scrollbar is."""

    length: int
    """Cells along the scrollbar."""
    virtual: int
    """Lines or columns of what is scrolled."""
    window: int
    """How many of them are in view; 0 where there is nothing to scroll."""
    position: float
    """The first of these."""


class Thumb(ScrollBarRender, Visual):
    """Draws a scrollbar as Textual's own renderer does, from what it drew before.

    Textual takes that one for something of Rich's, and sends all of it through Rich's console
    whenever a row changes, which takes longer than drawing the text beside it.
    """

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the rows of the scrollbar.

        Args:
            width: Cells of a row.
            height: How many rows; None for as many as it needs.
            style: The style under the scrollbar's own.
            options: Not needed: there is no text in it.
        """
        rows = self.get_height({}, width) if height is None else height
        length = rows if self.vertical else width
        place = _Place(length, self.virtual_size, self.window_size, self.position)
        own = self.style if isinstance(self.style, RichStyle) else RichStyle.parse(self.style)
        looks = own, style.rich_style
        if self.vertical:
            return [*_upright(place, width, *looks)]
        return [_lying(place, *looks)] * rows

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the cells it takes from left to right."""
        return self.thickness if self.vertical else container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the cells it takes from top to bottom."""
        return 1 if self.vertical else self.thickness


@lru_cache(maxsize=256)
def _upright(place: _Place, width: int, own: RichStyle, under: RichStyle) -> tuple[Strip, ...]:
    cells = Segment.apply_style(_cells(place, width, True, own), under)
    return tuple(Strip([cell], width) for cell in cells)


@lru_cache(maxsize=64)
def _lying(place: _Place, own: RichStyle, under: RichStyle) -> Strip:
    cells = _cells(place, 1, False, own)[: place.length]
    return Strip(Segment.apply_style(cells, under), place.length)


def _cells(place: _Place, thickness: int, vertical: bool, own: RichStyle) -> list[Segment]:
    back, bar = own.bgcolor or Color.default(), own.color or Color.default()
    return list(ScrollBarRender.render_bar(*place, thickness, vertical, back, bar).segments)


def retell_height(bar: ScrollBar, height: int) -> None:
    """Tell a vertical scrollbar how many lines there are; only rows that change are redrawn.

    Told as usual, it draws all of itself again, which takes longer than drawing the text beside it.

    Args:
        bar: The scrollbar.
        height: Lines of what is scrolled.
    """
    before = _rows(bar)
    bar.set_reactive(ScrollBar.window_virtual_size, height)
    after = _rows(bar)
    # While the window is being resized, a bar may be longer than there is room for.
    changed = [y for y in range(bar.size.height) if before[y : y + 1] != after[y : y + 1]]
    if changed:
        bar.refresh(*(Region(0, y, bar.size.width, 1) for y in changed))


def _rows(bar: ScrollBar) -> list[Segment]:
    window = bar.window_size if bar.window_size < bar.window_virtual_size else 0
    return _drawn(_Place(bar.size.height, bar.window_virtual_size, window, bar.position))


@lru_cache(maxsize=64)
def _drawn(place: _Place) -> list[Segment]:
    return list(ScrollBarRender.render_bar(*place).segments)
