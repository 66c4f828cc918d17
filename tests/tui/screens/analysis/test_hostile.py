"""Views of a rough library: states are named, quotation marks are earned, and nothing escapes."""

from pathlib import Path

from textual.widgets import Input

from briefing.tui.screens.analysis.phrase import PhraseScreen
from briefing.tui.screens.views.view_screen import AnyView
from tests.tui.helpers import control_characters, drawn, wait_until
from tests.tui.libraries import rough
from tests.tui.screens.analysis.views import (
    back_in_reader,
    open_kind,
    open_view,
    reading,
    text_of,
)

KEYS = ("t", "s", "d", "T", "c", "p")
PHRASE = "the ports"


def rough_series(folder: Path) -> Path:
    """Write the rough library with its card twice, as two meetings of a series."""
    root = rough(folder).root
    first = root / "content/meetings/rough.yaml"
    text = first.read_text("utf-8").replace("status: draft", "status: draft\nseries: talks")
    first.write_text(text, "utf-8")
    later = text.replace("date: 2023-01-11", "date: 2024-01-11")
    (root / "content/meetings/rougher.yaml").write_text(later, "utf-8")
    return root


def assert_clean(screen: AnyView) -> None:
    shown = "\n".join((*drawn(screen.table), *drawn(screen.said)))
    assert control_characters(shown) == []
    assert len([line for line in drawn(screen.table) if line.strip()]) > 2


async def test_nothing_of_the_library_reaches_the_terminal(tmp_path: Path) -> None:
    async with reading(rough_series(tmp_path), start="rough#ports", size=(100, 60)) as pilot:
        for key in KEYS:
            screen = await open_view(pilot, key)
            assert screen.table.rows, f"{key} has rows"
            assert_clean(screen)
            for form in ("markdown", "csv"):
                assert control_characters(screen.exported(form)) == []
            await pilot.press("y")
            assert control_characters(pilot.app.clipboard) == []
            await pilot.press("q")
            await back_in_reader(pilot)


async def test_neither_does_it_where_a_phrase_is_traced(tmp_path: Path) -> None:
    async with reading(rough_series(tmp_path), start="rough#ports", size=(100, 60)) as pilot:
        for words in (PHRASE, "ports [the President] will close"):
            await pilot.press("w")
            await wait_until(pilot, lambda: isinstance(pilot.app.focused, Input))
            assert isinstance(pilot.app.focused, Input)
            pilot.app.focused.value = words
            screen = await open_kind(pilot, PhraseScreen, "enter")
            assert_clean(screen)
            await pilot.press("y", "q")
            assert control_characters(pilot.app.clipboard) == []
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
