"""Views of a rough library: states are named, quotation marks are earned, and nothing escapes."""

from pathlib import Path

from tests.tui.helpers import control_characters, drawn
from tests.tui.libraries import rough
from tests.tui.screens.analysis.views import back_in_reader, open_view, reading, text_of

KEYS = ("t", "s", "d", "T")


async def test_nothing_of_the_library_reaches_the_terminal(tmp_path: Path) -> None:
    root = rough(tmp_path).root
    async with reading(root, start="rough#ports") as pilot:
        for key in KEYS:
            screen = await open_view(pilot, key)
            shown = "\n".join((*drawn(screen.table), *drawn(screen.said)))
            assert control_characters(shown) == []
            await pilot.press("y")
            assert control_characters(pilot.app.clipboard) == []
            await pilot.press("q")
            await back_in_reader(pilot)


async def test_words_that_were_not_found_stand_without_quotation_marks(tmp_path: Path) -> None:
    root = rough(tmp_path).root
    async with reading(root, start="rough#ports", size=(100, 60)) as pilot:
        await open_view(pilot, "s")
        await pilot.press("slash", *"lee", "enter")
        screen = await open_view(pilot)
        text = text_of(screen)

        assert "“It was a long day.”" in text
        assert "“the ports will close" not in text
        assert "the ports will close before the fifth of March 2024" in text
        assert "drifted" in text
        assert "ambiguous" in text
        assert "caution" in text
