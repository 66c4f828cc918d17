"""What all views do alike: filter, open beside the source, back to the row, copy, small screens."""

import pytest
from textual.pilot import Pilot

from briefing.tui.screens.views.view_screen import ViewScreen
from briefing.tui.widgets.key_bar import KeyBar
from tests.tui.helpers import drawn, wait_until
from tests.tui.screens.analysis.views import (
    KEYS,
    back_in_reader,
    open_view,
    reader,
    reading,
    said,
    text_of,
    view,
)

ITEM_VIEWS = ("commitments", "compare", "prepare")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
async def test_a_key_opens_each_at_any_size(size: tuple[int, int]) -> None:
    async with reading(size=size) as pilot:
        for key in KEYS.values():
            screen = await open_view(pilot, key)
            assert screen.table.row is not None
            assert len([line for line in drawn(screen.table) if line.strip()]) > 4
            assert all(len(line) <= size[0] for line in drawn(screen.table))
            shown = [key.id for key in screen.query_one(KeyBar).keys]
            assert {"views.filter", "views.copy", "app.help", "app.back"} <= set(shown)
            await pilot.press("escape")
            await back_in_reader(pilot)


async def test_a_filter_narrows_each_as_it_is_typed_and_escape_takes_it_off() -> None:
    async with reading() as pilot:
        for key in KEYS.values():
            await _filter(pilot, key)
            await pilot.press("escape")
            await back_in_reader(pilot)


async def _filter(pilot: Pilot[None], key: str) -> None:
    screen = await open_view(pilot, key)
    everything = len(screen.table.rows)
    await pilot.press("slash", *"jap")
    await wait_until(pilot, lambda: 0 < len(screen.table.rows) < everything)
    assert f"of {everything} rows" in said(screen)
    await pilot.press(*"zz")
    await wait_until(pilot, lambda: not screen.table.rows)
    assert "“japzz”" in text_of(screen)

    await pilot.press("escape")
    await wait_until(pilot, lambda: len(screen.table.rows) == everything)
    assert screen.table.has_focus
    assert view(pilot) is screen


@pytest.mark.parametrize("name", ITEM_VIEWS)
async def test_an_item_opens_beside_its_source_and_escape_comes_back_to_its_row(name: str) -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, KEYS[name])
        await pilot.press("j", "j")
        row = screen.table.row
        assert row is not None
        await pilot.press("enter")
        behind = await back_in_reader(pilot)
        item = behind.card_view.item
        assert item is not None
        assert item.text.split()[-1].strip("”.") in row.words
        await wait_until(pilot, lambda: behind.source_view.source is not None)
        assert "esc: back" in "".join(drawn(behind.status))

        await pilot.press("escape")
        again = await open_view(pilot)
        assert type(again) is type(screen)
        assert again.table.row is not None
        assert again.table.row.key == row.key
        await pilot.press("escape")
        await back_in_reader(pilot)
        await pilot.press("escape")
        assert reader(pilot) is pilot.app.screen


async def test_the_filter_is_still_there_when_one_comes_back() -> None:
    async with reading() as pilot:
        await open_view(pilot, "d")
        await pilot.press("slash", *"hiroshima", "down", "enter")
        await back_in_reader(pilot)
        await pilot.press("escape")
        screen = await open_view(pilot)

        assert screen.filter_line.value == "hiroshima"
        assert screen.table.row is not None
        assert screen.table.row is screen.table.rows[1]


@pytest.mark.parametrize("name", ITEM_VIEWS)
async def test_copying_takes_the_words_with_their_source(name: str) -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, KEYS[name])
        await pilot.press("g", "g", "y")
        copied = pilot.app.clipboard

        assert screen.table.row is not None
        assert "¶" in copied
        assert "seeds/" in copied
        assert "\x1b" not in copied


@pytest.mark.parametrize("name", ["topics", "speakers"])
async def test_copying_counts_names_the_series_and_every_meeting(name: str) -> None:
    async with reading() as pilot:
        await open_view(pilot, KEYS[name], "g", "g", "y")

        assert pilot.app.clipboard.startswith("us-japan-2plus2, ")
        assert "2022-01-07" in pilot.app.clipboard
        assert "2023-01-11" in pilot.app.clipboard


async def test_a_view_is_found_in_the_palette_also_from_another_view() -> None:
    async with reading() as pilot:
        first: ViewScreen = await open_view(pilot, "t")
        await pilot.press("ctrl+p", *"speakers")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("enter")
        await wait_until(
            pilot,
            lambda: isinstance(pilot.app.screen, ViewScreen) and pilot.app.screen is not first,
        )

        assert type(view(pilot)).__name__ == "SpeakersScreen"
        assert len(pilot.app.screen_stack) == 2


async def test_help_and_leaving_act_on_a_view() -> None:
    async with reading() as pilot:
        await open_view(pilot, "t")
        await pilot.press("question_mark")
        await wait_until(pilot, lambda: type(pilot.app.screen).__name__ == "HelpScreen")
        await pilot.press("escape", "q")
        await back_in_reader(pilot)


async def test_keys_typed_in_a_burst_reach_the_item() -> None:
    async with reading() as pilot:
        for key in ("t", "slash", *"space", "enter", "enter"):
            pilot.app.simulate_key(key)
        behind = reader(pilot)
        await wait_until(pilot, lambda: "esc: back" in "".join(drawn(behind.status)))

        assert pilot.app.screen is behind
        assert behind.card_view.item is not None
        assert behind.card_view.item.text.startswith("Blinken said beforehand")


async def test_more_of_the_library_may_be_known_before_a_view_is_there() -> None:
    async with reading() as pilot:
        await pilot.app.run_action("screen.view('topics')")
        screen = pilot.app.screen
        assert isinstance(screen, ViewScreen)
        screen.refresh_view()
        await open_view(pilot)

        assert screen.table.row is not None


async def test_a_refresh_leaves_filter_and_cursor_where_they_are() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "d")
        await pilot.press("slash", *"hiroshima", "down")
        row = screen.table.row
        screen.refresh_view()
        await pilot.pause()

        assert row is not None
        assert screen.table.row is not None
        assert screen.table.row.key == row.key
        assert screen.filter_line.value == "hiroshima"
