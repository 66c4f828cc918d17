"""The panes of the reader: which are there at which size, and the way between them."""

from pathlib import Path

import pytest

from briefing.tui.lineview.line_view import LineView
from briefing.tui.widgets.card_view import CardView
from briefing.tui.widgets.outline import Outline
from briefing.tui.widgets.source.source_view import SourceView
from tests.tui import libraries
from tests.tui.helpers import drawn, wait_until
from tests.tui.reader_host import MEDIUM, NARROW, SMALL, WIDE, ReaderHost, tidy


@pytest.fixture
def rough(tmp_path: Path) -> ReaderHost:
    return ReaderHost(libraries.rough(tmp_path))


async def test_the_outline_opens_meetings_and_sections() -> None:
    app = tidy()
    async with app.run_test(size=WIDE) as pilot:
        assert app.reader.outline.display
        await pilot.press("o", "G", "enter")
        await wait_until(pilot, lambda: app.focused is app.reader.card_view)
        assert "bottom line" in app.where
        await pilot.press("o", "j", "j", "enter")
        await wait_until(pilot, lambda: "4/6" in app.where)
        assert app.reader.card_view.section == 1


async def test_the_outline_is_a_drawer_where_there_is_no_room() -> None:
    app = tidy()
    async with app.run_test(size=NARROW) as pilot:
        assert not app.reader.outline.display
        await pilot.press("o")
        await wait_until(pilot, lambda: app.focused is app.reader.outline)
        await pilot.press("escape")
        await wait_until(pilot, lambda: not app.reader.outline.display)
        assert app.focused is app.reader.card_view
        await pilot.press("o")
        await wait_until(pilot, lambda: app.focused is app.reader.outline)
        await pilot.press("G", "enter")
        await wait_until(pilot, lambda: not app.reader.outline.display)
        assert "bottom line" in app.where


async def test_the_outline_points_at_the_section_of_the_cursor() -> None:
    app = tidy("2021-05-03-river-talks")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("J", "J")
        outline = app.reader.outline
        await wait_until(
            pilot,
            lambda: (
                outline.cursor is not None
                and outline.target(outline.cursor) == ("2021-05-03-river-talks", 1)
            ),
        )


def shown_side_by_side(app: ReaderHost) -> list[type[LineView]]:
    views = (app.reader.outline, app.reader.card_view, app.reader.source_view)
    return [type(view) for view in views if view.display and view.region.width]


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (WIDE, [Outline, CardView, SourceView]),
        (MEDIUM, [CardView, SourceView]),
        (NARROW, [CardView, SourceView]),
        (SMALL, [CardView]),
        ((20, 5), [CardView]),
    ],
)
async def test_as_many_panes_as_fit(size: tuple[int, int], expected: list[type[LineView]]) -> None:
    app = tidy()
    async with app.run_test(size=size) as pilot:
        await wait_until(pilot, lambda: shown_side_by_side(app) == expected)
        card, source = app.reader.card_view.region, app.reader.source_view.region
        if len(expected) == 2:
            assert (card.right <= source.x) is (size is MEDIUM)
        if expected == [CardView]:
            await pilot.press("tab")
            await wait_until(pilot, lambda: shown_side_by_side(app) == [SourceView])
            await wait_until(pilot, lambda: app.focused is app.reader.source_view)
            await pilot.press("tab")
            await wait_until(pilot, lambda: app.focused is app.reader.card_view)


async def test_one_pane_alone_and_back() -> None:
    app = tidy()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("z")
        await wait_until(pilot, lambda: shown_side_by_side(app) == [CardView])
        await pilot.press("enter")
        await wait_until(pilot, lambda: shown_side_by_side(app) == [SourceView])
        await pilot.press("z")
        await wait_until(pilot, lambda: len(shown_side_by_side(app)) == 3)


async def test_panes_by_letter_stop_at_the_edge() -> None:
    app = tidy()
    async with app.run_test(size=WIDE) as pilot:
        for key, expected in (
            ("l", app.reader.source_view),
            ("l", app.reader.source_view),
            ("h", app.reader.card_view),
            ("h", app.reader.outline),
            ("h", app.reader.outline),
            ("tab", app.reader.card_view),
            ("shift+tab", app.reader.outline),
        ):
            await pilot.press(key)
            await wait_until(pilot, lambda: app.focused is expected)  # noqa: B023 # awaited here


async def test_a_resize_keeps_the_item_in_view(rough: ReaderHost) -> None:
    async with rough.run_test(size=WIDE) as pilot:
        await pilot.press("2", "j")
        for size in (SMALL, NARROW, MEDIUM, (30, 8), WIDE):
            await pilot.resize_terminal(*size)
            view = rough.reader.card_view
            await wait_until(pilot, lambda: view.size.height > 0)  # noqa: B023 # awaited here
            await wait_until(pilot, lambda: "others said" in " ".join(drawn(view)))  # noqa: B023
