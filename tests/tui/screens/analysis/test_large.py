"""A library of many cards: read in a thread, one series by meeting, all others together."""

from pathlib import Path
from weakref import ref

import pytest
from textual.widgets import Input

from briefing.tui.screens.analysis.speakers import WordsScreen
from briefing.tui.screens.analysis.topics import ThreadScreen
from briefing.tui.screens.views import grid_screen
from briefing.tui.session.library.library_access import AT_ONCE
from tests.analysis.made import write_made
from tests.tui.helpers import wait_until
from tests.tui.screens.analysis.views import (
    KEYS,
    back_in_reader,
    open_kind,
    open_view,
    reader,
    reading,
    said,
    text_of,
    view,
)

FEW = 5
"""The made library has more cards, and is treated as one of very many."""


async def test_topics_of_the_open_series_and_then_all_together(tmp_path: Path) -> None:
    root = write_made(tmp_path / "library")
    async with reading(root, start="2023-09-04-harbour", at_once=FEW, size=(100, 50)) as pilot:
        screen = await open_view(pilot, "t")
        await wait_until(pilot, lambda: "All meetings" in text_of(screen))
        text = text_of(screen)

        assert text.index("harbour · 12 meetings") < text.index("All meetings")
        assert "fishery · " not in text
        assert "Fish · 6 items in 6 meetings" in text
        thread = await open_kind(pilot, ThreadScreen, "slash", *"fish", "enter")
        await wait_until(pilot, lambda: said(thread).startswith("Fish  6 items"))


async def test_speakers_of_the_open_series_and_then_all_together(tmp_path: Path) -> None:
    root = write_made(tmp_path / "library")
    async with reading(root, start="2023-09-04-harbour", at_once=FEW, size=(100, 60)) as pilot:
        screen = await open_view(pilot, "s")
        await wait_until(pilot, lambda: "All meetings" in text_of(screen))
        assert "Fishery Council · 6 items in 6 meetings" in text_of(screen)
        await pilot.press("slash", *"council", "y", "escape", "end", "y")
        assert "1 item" in pilot.app.clipboard
        words = await open_kind(pilot, WordsScreen, "slash", *"council", "enter")
        await wait_until(pilot, lambda: said(words).startswith("Fishery Council"))


async def test_a_series_of_too_many_meetings_has_no_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grid_screen, "MOST_COLUMNS", 3)
    root = write_made(tmp_path / "library")
    async with reading(root, start="2023-09-04-harbour", at_once=FEW, size=(100, 50)) as pilot:
        screen = await open_view(pilot, "t")
        await wait_until(pilot, lambda: "All meetings" in text_of(screen))

        assert "harbour · " not in text_of(screen)


async def test_totals_are_written_to_a_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_made(tmp_path / "library")
    monkeypatch.chdir(tmp_path)
    async with reading(root, start="2023-09-04-harbour", at_once=FEW) as pilot:
        screen = await open_view(pilot, "t")
        await wait_until(pilot, lambda: "All meetings" in text_of(screen))
        await pilot.press("x")
        await wait_until(pilot, lambda: isinstance(pilot.app.focused, Input))
        await pilot.press("enter")
        await wait_until(pilot, lambda: pilot.app.screen is screen)
        assert "| Fish | 6 | 6 |" in (tmp_path / "topics.md").read_text("utf-8")
        await pilot.press("x")
        await wait_until(pilot, lambda: isinstance(pilot.app.focused, Input))
        await pilot.press("tab", "enter")
        await wait_until(pilot, lambda: pilot.app.screen is screen)
        assert "fish,Fish,6,6" in (tmp_path / "topics.csv").read_text("utf-8")


async def test_one_of_a_thing_is_copied_as_one(tmp_path: Path) -> None:
    root = write_made(tmp_path / "library")
    card = root / "content/meetings/2023-09-04-harbour.yaml"
    card.write_text(card.read_text("utf-8").replace("[water]", "[border]", 1), "utf-8")
    async with reading(root, start="2023-09-04-harbour", at_once=FEW) as pilot:
        screen = await open_view(pilot, "t")
        await wait_until(pilot, lambda: "All meetings" in text_of(screen))
        rows = [row for row in screen.table.rows if row.key.startswith("All meetings")]
        copied = [screen.citation(row) for row in rows]

        assert "Fish, 6 items, 6 meetings" in copied
        assert "Border, 1 item, 1 meeting" in copied


@pytest.mark.parametrize("at_once", [FEW, AT_ONCE])
async def test_the_library_is_looked_through_once_and_after_the_first_view_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    seen: list[bool] = []
    root = write_made(tmp_path / "library")
    async with reading(root, start="2023-09-04-harbour", at_once=at_once) as pilot:
        monkeypatch.setattr(
            reader(pilot), "catch_up", lambda: seen.append(bool(view(pilot).table.rows))
        )
        await open_view(pilot, "t")
        await wait_until(pilot, lambda: bool(seen))
        await open_kind(pilot, ThreadScreen, "enter")
        assert seen == [True]
        await pilot.press("escape", "escape")
        await back_in_reader(pilot)
        await open_view(pilot, "s")
        await wait_until(pilot, lambda: len(seen) > 1)
        assert seen == [True, True]


async def test_rows_of_a_view_that_is_closed_are_let_go_at_once(tmp_path: Path) -> None:
    root = write_made(tmp_path / "library")
    async with reading(root, start="2023-09-04-harbour", at_once=FEW) as pilot:
        for key in KEYS.values():
            screen = await open_view(pilot, key)
            page = ref(screen.table.page)
            await pilot.press("escape")
            await back_in_reader(pilot)
            await pilot.app.workers.wait_for_complete()
            # Not by the collector of garbage, which would come while another view is opened.
            assert page() is None, key
