"""A view that is hidden for a while, as one of two panes in turn, and comes back."""

from collections.abc import Callable

import pytest

from briefing.tui.lineview.line_view import LineView
from tests.tui.helpers import drawn
from tests.tui.lineview.view_host import host, stops

SIZE = (40, 10)


def go_down(view: LineView) -> None:
    view.move_cursor(20)


def open_another(view: LineView) -> None:
    view.show_blocks(stops(30, "another line"), 20)


def exchange(view: LineView) -> None:
    view.exchange_blocks(stops(30, "another line"), 20)


@pytest.mark.parametrize("change", [go_down, open_another, exchange])
async def test_the_cursor_is_in_view_when_it_comes_back(change: Callable[[LineView], None]) -> None:
    app = host(stops(30, "a line"))
    async with app.run_test(size=SIZE) as pilot:
        app.view.display = False
        await pilot.pause()
        change(app.view)
        await pilot.pause()
        app.view.display = True
        await pilot.pause()
        assert any(line.lstrip(" ▌▏").startswith("20 ") for line in drawn(app.view))
        top = app.view.scroll_offset.y
        assert top <= app.view.lines.top(20) < top + SIZE[1]
        assert app.view.max_scroll_y > 0


async def test_what_was_shown_meanwhile_is_set_to_the_width_it_has() -> None:
    app = host(stops(3))
    async with app.run_test(size=SIZE) as pilot:
        before = [line.strip(" ▌▏") for line in drawn(app.view)]
        app.view.display = False
        await pilot.pause()
        app.view.show_blocks(stops(4))
        await pilot.pause()
        app.view.display = True
        await pilot.pause()
        assert app.view.lines.width <= SIZE[0]
        assert [line.strip(" ▌▏") for line in drawn(app.view)][:3] == before[:3]


async def test_a_place_is_kept_where_nothing_happened_meanwhile() -> None:
    app = host(stops(30, "a line"), 20)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        top = app.view.scroll_offset.y
        app.view.display = False
        await pilot.pause()
        app.view.display = True
        await pilot.pause()
        assert app.view.scroll_offset.y == top > 0
