"""Topics by meeting, the thread of one, the topics beside it, and the way from an item."""

from pathlib import Path

from briefing.tui.screens.analysis.topics import ThreadScreen, TopicsScreen
from tests.analysis.made import write_made
from tests.tui.helpers import drawn, wait_until
from tests.tui.screens.analysis.views import (
    back_in_reader,
    open_kind,
    open_view,
    reader,
    reading,
    said,
    text_of,
)


async def test_topics_stand_by_meeting_series_apart_that_of_the_open_card_first() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "t")
        lines = [line.split() for line in drawn(screen.table)]

        assert said(screen).startswith("Topics  16 topics in 3 meetings")
        assert lines[0][:2] == ["us-japan-2plus2", "·"]
        assert lines[1] == ["2022", "2023"]
        assert lines[2] == ["7", "Jan", "11", "Jan", "all"]
        assert ["▌", "Japan–U.S.", "alliance", "8", "7", "15"] in lines
        assert ["Space", "1", "2", "3"] in lines
        assert ["Human", "rights", "1", "·", "1"] in lines
        assert ["meetings", "of", "no", "series", "·", "1", "meeting"] in lines


async def test_the_cursor_stands_on_the_topic_of_the_item_one_came_from() -> None:
    async with reading() as pilot:
        await pilot.press("j")
        item = reader(pilot).card_view.item
        screen = await open_view(pilot, "t")

        assert item is not None
        assert screen.table.row is not None
        assert screen.table.row.key == f"us-japan-2plus2\t{item.topics[0]}"


async def test_the_topics_of_the_item_one_came_from_are_named_where_they_are_several() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "t")
        assert "the item's" not in said(screen), "the bottom line is filed under none"
        await pilot.press("escape")
        await back_in_reader(pilot)
        await pilot.press("j")
        named = "the item's: Space, Deterrence and the security treaty"
        screen = await open_view(pilot, "t")
        assert said(screen).endswith(named)
        await open_kind(pilot, ThreadScreen, "enter")
        await pilot.press("enter")
        await back_in_reader(pilot)
        await pilot.press("escape", "escape")
        screen = await open_view(pilot)
        assert said(screen).endswith(named)


async def test_a_topic_opens_its_thread_in_order_of_date_across_series() -> None:
    async with reading() as pilot:
        await open_view(pilot, "t")
        screen = await open_kind(pilot, ThreadScreen, "slash", *"russia", "enter")
        text = text_of(screen)

        assert said(screen).startswith("Russia and Ukraine  6 items in 3 meetings")
        assert text.index("2022-01-07  U.S.–Japan") < text.index("2023-01-11  U.S.–Japan")
        assert text.index("2023-01-11  U.S.–Japan") < text.index("2023-01-11  Hayashi–Blinken")
        assert "rests on Kyodo ¶27" in text


async def test_a_chosen_meeting_opens_the_thread_at_its_first_item() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "t")
        assert isinstance(screen, TopicsScreen)
        thread = await open_kind(pilot, ThreadScreen, "home", "left", "enter")

        assert thread.table.row is not None
        assert "2023-01-11-us-japan-2plus2#" in thread.table.row.key
        await pilot.press("escape")
        back = await open_kind(pilot, TopicsScreen)
        assert screen.choice.back == 0
        assert back is screen
        older = await open_kind(pilot, ThreadScreen, "left", "enter")
        assert older.table.row is not None
        assert "2022-01-07-us-japan-2plus2#" in older.table.row.key


async def test_a_topic_that_shares_items_opens_its_own_thread() -> None:
    async with reading() as pilot:
        await open_view(pilot, "t")
        first = await open_kind(pilot, ThreadScreen, "slash", *"space", "enter")
        assert "Topics that share items with it" in text_of(first)
        await pilot.press("G", "k", "k", "enter")
        await wait_until(pilot, lambda: pilot.app.screen is not first)
        second = await open_kind(pilot, ThreadScreen)

        assert said(second).startswith("Deterrence and the security treaty")
        assert len(pilot.app.screen_stack) == 4


async def test_coming_back_opens_all_the_views_one_went_through() -> None:
    async with reading() as pilot:
        await open_view(pilot, "t")
        await open_kind(pilot, ThreadScreen, "slash", *"space", "enter")
        await pilot.press("enter")
        await back_in_reader(pilot)
        await pilot.press("escape")
        await open_kind(pilot, ThreadScreen)
        await pilot.press("escape")
        screen = await open_kind(pilot, TopicsScreen)

        assert screen.filter_line.value == "space"
        assert [row.key for row in screen.table.rows] == ["us-japan-2plus2\tspace"]


async def test_twenty_meetings_over_six_years_leave_room_for_the_latest(tmp_path: Path) -> None:
    root = write_made(tmp_path / "library")
    async with reading(root, start=None, size=(60, 20)) as pilot:
        screen = await open_view(pilot, "t")
        head = "\n".join(drawn(screen.table)[:4])

        assert "earlier" in head
        assert all(len(line) <= 60 for line in drawn(screen.table))
        before = drawn(screen.table)
        await pilot.press(*["left"] * 9)
        await wait_until(pilot, lambda: drawn(screen.table) != before)
        assert "·" in "\n".join(drawn(screen.table))
