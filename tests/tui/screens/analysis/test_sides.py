"""Two speakers, and two meetings, in columns: every key acts on the row under the cursor."""

import csv
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.tui.screens.analysis.compare import ChoosingScreen
from briefing.tui.screens.analysis.speakers import PairScreen
from briefing.tui.screens.views.view_screen import AnyView
from briefing.tui.widgets.key_bar import KeyBar
from tests.analysis.made import write_made
from tests.tui.helpers import drawn, wait_until
from tests.tui.screens.analysis.views import (
    back_in_reader,
    open_kind,
    open_view,
    reading,
    said,
    text_of,
)

SIDE_KEYS = ("tab", "right", "l")


async def open_pair(pilot: Pilot[None]) -> AnyView:
    """Open Blinken's words beside Hayashi's."""
    screen = await open_view(pilot, "s", "slash", *"blinken", "escape", "home", "a")
    await wait_until(pilot, lambda: "beside Antony Blinken" in said(screen))
    return await open_kind(pilot, PairScreen, "slash", *"hayashi", "enter")


def key_of(screen: AnyView) -> str:
    return screen.table.row.key if screen.table.row else ""


@pytest.mark.parametrize(
    ("size", "columns"), [((120, 40), True), ((80, 24), True), ((77, 24), False), ((60, 20), False)]
)
async def test_two_speakers_stand_in_columns_where_there_is_room(
    size: tuple[int, int], columns: bool
) -> None:
    async with reading(size=size) as pilot:
        screen = await open_pair(pilot)
        name = next(line for line in drawn(screen.table) if "Yoshimasa Hayashi" in line)
        assert ("Antony Blinken" in name) is columns


@pytest.mark.parametrize("key", SIDE_KEYS)
async def test_a_row_of_the_right_column_opens_and_is_come_back_to(key: str) -> None:
    async with reading(size=(80, 24)) as pilot:
        screen = await open_pair(pilot)
        assert key_of(screen).startswith("blinken\t")
        await pilot.press(key, "j")
        row = screen.table.row
        assert row is not None
        assert row.key.startswith("hayashi\t")
        await pilot.press("enter")
        behind = await back_in_reader(pilot)
        assert behind.card_view.item is not None
        assert behind.card_view.item.text.split()[-1] in row.words

        await pilot.press("escape")
        again = await open_view(pilot)
        assert key_of(again) == row.key
        await pilot.press("left")
        assert key_of(again).startswith("blinken\t")


async def test_a_row_of_the_right_column_is_copied_with_its_citation() -> None:
    async with reading(size=(120, 40)) as pilot:
        screen = await open_pair(pilot)
        await pilot.press("tab", "y")
        await wait_until(pilot, lambda: bool(pilot.app.clipboard))
        words = next(b.text for b in screen.table.blocks if "human rights" in b.text)
        assert words.rstrip(".") in pilot.app.clipboard
        assert "Reuters" in pilot.app.clipboard


async def test_a_filter_leaves_its_rows_on_their_sides() -> None:
    async with reading(size=(120, 40)) as pilot:
        screen = await open_pair(pilot)
        await pilot.press("tab", "slash", *"unwavering", "enter")
        behind = await back_in_reader(pilot)
        assert behind.card_view.item is not None
        assert "unwavering" in behind.card_view.item.text
        await pilot.press("escape")
        again = await open_view(pilot)
        rows = {row.key.partition("\t")[0] for row in again.table.rows}
        assert rows == {"blinken", "hayashi"}
        assert type(again) is type(screen)


async def test_what_is_shown_of_both_sides_is_written_to_a_file(tmp_path: Path) -> None:
    async with reading(size=(120, 40)) as pilot:
        screen = await open_pair(pilot)
        await pilot.press("slash", *"taiwan", "escape")
        await pilot.press("slash", *"taiwan")
        await wait_until(pilot, lambda: 0 < len(screen.table.rows) < 12)
        rows = list(csv.DictReader(screen.exported("csv").splitlines()))
        assert {row["speaker"] for row in rows} == {"Antony Blinken", "Yoshimasa Hayashi"}
        assert len(rows) == len(screen.table.rows)


async def test_the_keys_of_the_sides_are_offered_where_there_are_any(tmp_path: Path) -> None:
    def offered(screen: AnyView) -> bool:
        return "views.other-side" in [key.id for key in screen.query_one(KeyBar).keys]

    async with reading(size=(120, 40)) as pilot:
        compared = await open_view(pilot, "c")
        await wait_until(pilot, lambda: offered(compared))
    async with reading(write_made(tmp_path / "made"), start="2023-09-04-harbour") as pilot:
        compared = await open_view(pilot, "c")
        assert "0 continued" in said(compared)
        assert not offered(compared), "no topic is on both sides"
        await open_kind(pilot, ChoosingScreen, "c")
        await pilot.press("slash", *"harbour", "enter")
        await wait_until(pilot, lambda: "12 meetings" in said(compared))
        assert not offered(compared), "twelve meetings have no two sides"


async def test_of_a_speaker_without_rows_it_is_said_that_there_are_none() -> None:
    async with reading(size=(120, 40)) as pilot:
        screen = await open_pair(pilot)
        await pilot.press("slash", *"tools", "escape")
        await pilot.press("slash", *"tools")
        await wait_until(pilot, lambda: len(screen.table.rows) == 1)
        await pilot.press("up")
        screen.table.focus()
        await pilot.press("tab")
        assert "nothing on that side" in said(screen)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_continued_topic_has_the_earlier_wording_on_the_left(
    size: tuple[int, int],
) -> None:
    async with reading(size=size) as pilot:
        screen = await open_view(pilot, "c", "slash", *"tomahawk")
        await wait_until(pilot, lambda: "counterstrike" in text_of(screen))
        first = next(line for line in drawn(screen.table) if "Kishida promised" in line)
        assert first.index("Kishida promised") < size[0] // 2
        left = screen.table.row
        await pilot.press("escape", "tab")
        right = screen.table.row
        assert left is not None
        assert right is not None
        assert "2022-01-07" in left.key
        assert "2023-01-11" in right.key


async def test_a_filter_keeps_what_a_wording_is_laid_beside() -> None:
    async with reading(size=(120, 40)) as pilot:
        screen = await open_view(pilot, "c", "slash", *"tomahawk")
        await wait_until(pilot, lambda: 0 < len(screen.table.rows) < 10)
        cards = {row.key.partition("\t")[2][:4] for row in screen.table.rows}
        assert cards == {"2022", "2023"}


async def test_a_topic_of_one_meeting_takes_the_whole_width() -> None:
    async with reading(size=(120, 40)) as pilot:
        screen = await open_view(pilot, "c", "slash", *"xinjiang", "escape")
        await pilot.press("slash", *"xinjiang")
        await wait_until(pilot, lambda: "Human rights" in text_of(screen))
        sides = {block.side for block in screen.table.blocks if "Xinjiang" in block.text}
        assert "" in sides
