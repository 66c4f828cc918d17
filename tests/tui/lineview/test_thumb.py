"""Scrollbars look as the toolkit draws them."""

from itertools import product

import pytest
from textual.app import App, ComposeResult
from textual.containers import ScrollableContainer
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widgets import Static

from briefing.tui.lineview.thumb import Thumb


class Scrolled(App[None]):
    """Shows something too large in a container that scrolls both ways."""

    CSS = """
    ScrollableContainer { scrollbar-size: 2 3; scrollbar-color: red 50%; overflow: scroll scroll; }
    Static { width: 200; height: 300; }
    """

    def __init__(self, renderer: type[ScrollBarRender]) -> None:
        super().__init__()
        ScrollBar.renderer = renderer

    def compose(self) -> ComposeResult:
        with ScrollableContainer():
            yield Static()


async def looks(renderer: type[ScrollBarRender], at: tuple[int, int], hover: bool) -> list[Strip]:
    """Return how both scrollbars look somewhere, their effects at a click among it."""
    app = Scrolled(renderer)
    async with app.run_test(size=(40, 20)) as pilot:
        scrolled = app.query_one(ScrollableContainer)
        scrolled.scroll_to(*at, animate=False, immediate=True)
        bars = scrolled.vertical_scrollbar, scrolled.horizontal_scrollbar
        bars[0].mouse_over = hover
        await pilot.pause()
        return [
            line.simplify()
            for bar in bars
            for line in bar.render_lines(Region(0, 0, *bar.outer_size))
        ]


@pytest.fixture(autouse=True)
def _as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ScrollBar, "renderer", ScrollBar.renderer)


@pytest.mark.parametrize(
    ("at", "hover"), [*product([(0, 0), (3, 7), (101, 140), (200, 300)], [False]), ((3, 7), True)]
)
async def test_a_scrollbar_looks_as_the_toolkit_draws_it(at: tuple[int, int], hover: bool) -> None:
    theirs = await looks(ScrollBarRender, at, hover)
    ours = await looks(Thumb, at, hover)

    assert ours == theirs
    assert any(style and "@mouse.down" in style.meta for line in ours for _, style, _ in line)
