"""Two meetings or a series beside each other: wordings, differences, verbs, and the choice."""

from pathlib import Path

from briefing.tui.screens.analysis.compare import ChoosingScreen, CompareScreen
from tests.analysis.made import write_made
from tests.e2e.harbour import write_library
from tests.tui.helpers import drawn, wait_until
from tests.tui.screens.analysis.views import open_kind, open_view, reading, said, text_of


async def test_the_open_meeting_stands_beside_the_one_before() -> None:
    async with reading(size=(120, 60)) as pilot:
        screen = await open_view(pilot, "c")
        assert said(screen).startswith("2022-01-07 → 2023-01-11  16 topics: 13 continued")
        await pilot.press("slash", *"space")
        await wait_until(pilot, lambda: text_of(screen).lstrip().startswith("Space · continued"))
        text = " ".join(text_of(screen).split())

        assert "1 → 2 statements" in text
        first = next(line for line in drawn(screen.table) if "Blinken said beforehand" in line)
        assert first.index("Blinken said") < first.index("Vowing to reinforce deterrence")
        assert "“Ahead of the talks, US Secretary of State" in text
        assert "Verbs of the sources: none → “agreed”" in text
        assert "are laid beside each other: both have" in text


async def test_the_later_wording_is_marked_where_it_differs() -> None:
    async with reading(size=(120, 60)) as pilot:
        screen = await open_view(pilot, "c")
        await pilot.press("slash", *"reshape")
        await wait_until(pilot, lambda: "Word by word" in text_of(screen))
        blocks = [b for b in screen.table.blocks if b.text.startswith("Word by word")]
        marked = {m.role: blocks[0].text[m.start : m.end] for m in blocks[0].marks}

        assert marked["removed"].strip()
        assert marked["added"].strip()
        added = [blocks[0].text[m.start : m.end] for m in blocks[0].marks if m.role == "added"]
        assert "reshape" in added


async def test_a_statement_without_a_counterpart_has_its_own_verb() -> None:
    async with reading(size=(120, 60)) as pilot:
        screen = await open_view(pilot, "c", "slash", *"communication")
        await wait_until(pilot, lambda: "strengthen communication" in text_of(screen))
        verbs = [block for block in screen.table.blocks if block.text.startswith("verb of the")]

        assert {block.text for block in verbs} == {
            "verb of the source: “reaffirmed” (paragraph 19 of Kyodo)"
        }
        await pilot.press("escape", "slash", *"2027")
        await wait_until(pilot, lambda: "gross domestic product" in text_of(screen))
        paired = [block.text for block in screen.table.blocks if "→ “vowed”" in block.text]
        assert len(paired) == 3, "what is laid beside another statement has its verb there"


async def test_silence_is_said_to_be_no_change_of_policy() -> None:
    async with reading(size=(120, 60)) as pilot:
        screen = await open_view(pilot, "c", "G")
        text = " ".join(text_of(screen).split())
        assert "a source is silent on something is no change of policy" in text
        await pilot.press("slash", *"xinjiang")
        await wait_until(pilot, lambda: "Human rights" in text_of(screen))
        assert "not in these sources" in text_of(screen)


async def test_another_meeting_is_chosen_to_compare_with() -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "c")
        chooser = await open_kind(pilot, ChoosingScreen, "c")
        assert "us-japan-2plus2 · 2 meetings" in text_of(chooser)
        await pilot.press("slash", *"hayashi", "enter")
        await wait_until(pilot, lambda: pilot.app.screen is screen)
        await wait_until(pilot, lambda: said(screen).startswith("2023-01-11 → 2023-01-11"))

        assert "Hayashi–Blinken meeting" in "".join(row.words for row in screen.table.rows)


async def test_beside_a_meeting_of_no_series_the_newest_pair_is_compared() -> None:
    async with reading(start="2023-01-11-us-japan-foreign-ministers") as pilot:
        screen = await open_view(pilot, "c")
        assert said(screen).startswith("2022-01-07 → 2023-01-11")
        await open_kind(pilot, ChoosingScreen, "c")
        await pilot.press("slash", *"virtual", "enter")
        await wait_until(pilot, lambda: pilot.app.screen is screen)
        await wait_until(pilot, lambda: "Hayashi–Blinken" in screen.table.rows[-1].words)


async def test_where_no_series_has_two_meetings_it_says_so(tmp_path: Path) -> None:
    root = write_library(tmp_path / "library")
    (root / "content/meetings/2022-01-07-shore.yaml").unlink()
    async with reading(root, start=None) as pilot:
        screen = await open_view(pilot, "c")
        assert "no series has two meetings" in text_of(screen)
        await pilot.press("slash", *"space")
        assert "no series has two meetings" in text_of(screen)


async def test_a_whole_series_is_compared(tmp_path: Path) -> None:
    root = write_made(tmp_path / "library")
    async with reading(root, start="2023-09-04-harbour") as pilot:
        screen = await open_view(pilot, "c")
        assert isinstance(screen, CompareScreen)
        await open_kind(pilot, ChoosingScreen, "c")
        await pilot.press("slash", *"harbour", "enter")
        head = "2018-03-05 → 2023-09-04  12 meetings · 4 topics: "
        await wait_until(pilot, lambda: said(screen).startswith(head))
        heads = {block.text.partition(" · ")[0] for block in screen.table.blocks}
        assert {"Water", "Ferry", "Dam", "Hotline"} <= heads
        assert screen.file_name == "compare-2018-03-05-2023-09-04"
