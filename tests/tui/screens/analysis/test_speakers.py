"""Everyone who speaks, one speaker's words by manner, and two of them side by side."""

from pathlib import Path

from briefing.tui.screens.analysis.speakers import PairScreen, SpeakersScreen, WordsScreen
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


async def test_speakers_stand_by_meeting_with_office_and_manner() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "s")
        lines = [" ".join(line.split()) for line in drawn(screen.table)]

        assert "▌ Antony Blinken 5 6 11" in lines
        assert "Yasukazu Hamada · 5 5" in lines
        silent = lines[lines.index("Yasukazu Hamada · 5 5") + 1]
        assert silent.startswith("Japanese Defense Minister · Japan")
        assert "took part, and no words of their own are quoted" in " ".join(lines)


async def test_a_speaker_opens_their_words_own_ones_apart() -> None:
    async with reading(size=(100, 90)) as pilot:
        await open_view(pilot, "s")
        screen = await open_kind(pilot, WordsScreen, "slash", *"blinken", "enter")
        text = text_of(screen)

        assert said(screen).startswith("Antony Blinken  U.S. Secretary of State · 15 items")
        assert text.index("Own words · 2 items") < text.index("“must not only strengthen")
        assert text.index("“must not only") < text.index("Joint words · 3 items")
        assert text.index("Joint words") < text.index("Told in our words · 10 items")


async def test_an_office_held_at_several_meetings_is_one_line(tmp_path: Path) -> None:
    made = write_made(tmp_path / "library")
    async with reading(made, size=(120, 60), start="2023-09-04-harbour") as pilot:
        await open_view(pilot, "s")
        screen = await open_kind(pilot, WordsScreen, "slash", *"voss", "enter")
        offices = [line.strip() for line in drawn(screen.table) if "Office" in line]

        assert offices == [
            "Office: 2018-03-05 to 2023-03-06, Minister, Upper Bank, 11 meetings",
            "Office: 2023-09-04, Prime Minister, Upper Bank, 2023-09-04-harbour",
        ]


async def test_a_speaker_without_own_words_is_said_to_have_none() -> None:
    async with reading(size=(100, 60)) as pilot:
        await open_view(pilot, "s")
        screen = await open_kind(pilot, WordsScreen, "slash", *"hamada", "enter")

        assert "Own words" not in text_of(screen)
        assert "Took part, and no words of their own are quoted." in text_of(screen)


async def test_two_speakers_stand_side_by_side_and_a_filter_leaves_one_topic() -> None:
    async with reading(size=(100, 60)) as pilot:
        screen = await open_view(pilot, "s")
        assert isinstance(screen, SpeakersScreen)
        await pilot.press("slash", *"blinken", "escape", "home", "a")
        await wait_until(pilot, lambda: "beside Antony Blinken" in said(screen))
        pair = await open_kind(pilot, PairScreen, "slash", *"hayashi", "enter")
        assert said(pair).startswith("Antony Blinken and Yoshimasa Hayashi  both on ")
        names = next(line for line in drawn(pair.table) if "Yoshimasa Hayashi · 2 items" in line)
        assert names.strip().startswith("Antony Blinken · 5 items")

        everything = len(pair.table.rows)
        await pilot.press("slash", *"counterstrike")
        await wait_until(pilot, lambda: 0 < len(pair.table.rows) < everything)
        assert all("strike" in row.words for row in pair.table.rows)


async def test_taking_the_same_speaker_twice_lets_go_of_them() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "s", "a")
        await wait_until(pilot, lambda: "beside" in said(screen))
        await pilot.press("a")
        await wait_until(pilot, lambda: "beside" not in said(screen))


async def test_escape_lets_go_of_them_before_it_leads_back() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "s", "a")
        await wait_until(pilot, lambda: "beside" in said(screen))
        await pilot.press("slash", *"hay", "escape", "escape")
        await wait_until(pilot, lambda: "beside" not in said(screen))
        assert pilot.app.screen is screen
        await pilot.press("escape")
        await back_in_reader(pilot)
