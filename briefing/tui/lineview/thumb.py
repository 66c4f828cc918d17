"""Which rows of a scrollbar look different when what is scrolled has another height."""

from functools import lru_cache

from rich.segment import Segment
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender


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
    place = bar.size.height, bar.window_virtual_size, window, bar.position
    return _drawn(*place)


@lru_cache(maxsize=64)
def _drawn(size: int, virtual: int, window: int, position: float) -> list[Segment]:
    return list(ScrollBarRender.render_bar(size, virtual, window, position).segments)
