"""What was promised, as seen from a day, and the page before the next round."""

import re
from pathlib import Path

import pytest

from briefing.tui.screens.analysis.phrase import PhraseScreen
from briefing.tui.screens.analysis.topics import ThreadScreen
from tests.analysis.made import write_made
from tests.tui.helpers import wait_until
from tests.tui.libraries import rough
from tests.tui.screens.analysis.views import (
    back_in_reader,
    open_kind,
    open_view,
    reading,
    said,
    text_of,
)


async def test_commitments_stand_by_the_time_they_are_due() -> None:
    async with reading(size=(100, 80)) as pilot:
        screen = await open_view(pilot, "d")
        text = text_of(screen)

        assert said(screen).startswith("Commitments  12 items · as seen on 1 June 2023")
        assert text.index("Overdue or past") < text.index("The G-7 summit meets")
        assert "past · due 2023-05 · 1 day ago" in text
        assert "overdue · due 2023-05 · 1 day ago" in text
        assert text.index("Later · 2 items") < text.index("due FY2027")
        assert text.index("due FY2027") < text.index("Undated")
        await pilot.press("G")
        await wait_until(pilot, lambda: "whether it was kept" in " ".join(text_of(screen).split()))


async def test_what_later_meetings_say_is_offered_below_and_opens_too() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "d")
        await pilot.press("slash", *"taken", "escape", "G")
        await pilot.press("slash", *"confirms")
        await wait_until(pilot, lambda: len(screen.table.rows) == 1)
        assert "↳ taken up in, as its author confirms: In mid-December [2022]" in text_of(screen)
        await pilot.press("enter")
        behind = await back_in_reader(pilot)

        assert behind.card_view.item is not None
        assert behind.card_view.item.text.startswith("In mid-December [2022] Japan endorsed")


async def test_an_offer_says_that_it_is_only_offered() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "d")
        await pilot.press("slash", *"offered")
        await wait_until(pilot, lambda: len(screen.table.rows) < 15)

        assert all("offered, same topic" in row.words for row in screen.table.rows)
        assert "↳ offered, same topic, same series: " in text_of(screen)


async def test_one_series_alone_or_all(tmp_path: Path) -> None:
    root = write_made(tmp_path / "library")
    async with reading(root, start="2023-09-04-harbour") as pilot:
        screen = await open_view(pilot, "d")
        everything = len(screen.table.rows)
        await pilot.press("a")
        await wait_until(pilot, lambda: said(screen).startswith("Commitments  harbour · "))
        assert 0 < len(screen.table.rows) < everything
        assert "quota" not in "".join(row.words for row in screen.table.rows)
        await pilot.press("a")
        await wait_until(pilot, lambda: len(screen.table.rows) == everything)


async def test_the_page_before_the_next_round(tmp_path: Path) -> None:
    root = write_made(tmp_path / "library")
    async with reading(root, start="2023-09-04-harbour", size=(100, 80)) as pilot:
        screen = await open_view(pilot, "p")
        text = text_of(screen)

        assert said(screen).startswith("Before the next round of harbour")
        assert text.index("Last time: 2023-09-04") < text.index("Due")
        assert "Who speaks for the ports." in text
        assert "Left open by these sources" in text
        assert "Dan Reyes → Cara Lind" in text


async def test_its_lines_open_items_threads_phrases_and_cards() -> None:
    async with reading() as pilot:
        await open_view(pilot, "p")
        thread = await open_kind(pilot, ThreadScreen, "G", "enter")
        assert said(thread).startswith("U.S. force posture in Japan")
        await pilot.press("escape")
        page = await open_view(pilot)
        rows = [row for row in page.table.rows if row.key.startswith("phrase")]
        assert "“strike capabilities” · Counterstrike" in "".join(row.words for row in rows)
        page.table.move_cursor(page.table.block_of(rows[0].key) or 0)
        phrase = await open_kind(pilot, PhraseScreen, "enter")
        assert "political, economic, military and technological" in said(phrase)
        await pilot.press("escape")
        await open_view(pilot)
        await pilot.press("slash", *"kishi", "enter")
        behind = await back_in_reader(pilot)
        assert behind.card_view.item is not None


async def test_beside_a_meeting_of_no_series_it_is_the_series_that_met_last() -> None:
    async with reading(start="2023-01-11-us-japan-foreign-ministers") as pilot:
        screen = await open_view(pilot, "p")

        assert said(screen).startswith("Before the next round of us-japan-2plus2")


async def test_without_any_series_there_is_no_such_page(tmp_path: Path) -> None:
    async with reading(rough(tmp_path).root, start="rough") as pilot:
        screen = await open_view(pilot, "p")

        assert "no meeting is of a series" in text_of(screen)
        await pilot.press("x")
        assert pilot.app.screen is screen


async def test_a_page_that_is_cut_says_so_above_and_below(tmp_path: Path) -> None:
    root = write_made(tmp_path / "library")
    card = root / "content/meetings/2023-09-04-harbour.yaml"
    more = (
        f"      - {{point: They will meet again., id: again-{n}, kind: commitment, "
        f"due: {2024 + n}, evidence: [{{source: report-2023-09-04-harbour, "
        "exact: They will meet again.}]}\n"
        for n in range(15)
    )
    card.write_text(card.read_text("utf-8") + "".join(more), "utf-8")
    async with reading(root, start="2023-09-04-harbour", size=(100, 150)) as pilot:
        screen = await open_view(pilot, "p")
        found = re.search(r"(\d+) of (\d+) commitments and dates", said(screen))
        assert found is not None
        assert int(found[1]) < int(found[2])
        assert f"{found[0]} are shown" in " ".join(text_of(screen).split())
        await pilot.press("escape")
        whole = await open_view(pilot, "d", "a")
        await wait_until(pilot, lambda: f"{found[2]} items" in said(whole))


async def test_a_page_that_is_whole_says_nothing_of_it() -> None:
    async with reading(size=(100, 80)) as pilot:
        screen = await open_view(pilot, "p")
        assert " of " not in said(screen).partition("us-japan-2plus2")[2]
        assert "are shown" not in text_of(screen)


@pytest.mark.parametrize(
    ("typed", "held", "gone"),
    [
        ("kishi", "Kishi", "## Topics"),
        ("space", "- Space: 1, then 2", "- China: 7"),
        ("hiroshima", "Hiroshima", "Kishi"),
    ],
)
async def test_a_file_of_the_page_has_the_rows_that_are_shown(
    typed: str, held: str, gone: str
) -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "p")
        whole = screen.exported("markdown")
        assert held in whole
        assert gone in whole
        await pilot.press("slash", *typed)
        await wait_until(pilot, lambda: "rows" in said(screen))
        assert held in screen.exported("markdown")
        assert gone not in screen.exported("markdown")
