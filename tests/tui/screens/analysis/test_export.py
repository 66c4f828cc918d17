"""Writing what is shown: the form by the ending, only these rows, and never over a file."""

from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from briefing.tui.screens.views.export import ExportScreen, unused_name
from tests.tui.helpers import drawn, wait_until
from tests.tui.screens.analysis.views import KEYS, open_view, reading, view


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def is_shown(screen: Screen[None], pilot: Pilot[None]) -> bool:
    return pilot.app.screen is screen


async def test_each_view_is_written_as_markdown_and_as_csv(folder: Path) -> None:
    async with reading() as pilot:
        for key in KEYS.values():
            screen = await open_view(pilot, key)
            for keys, ending in (((), ".md"), (("tab",), ".csv")):
                await pilot.press("x")
                await wait_until(pilot, lambda: isinstance(pilot.app.focused, Input))
                await pilot.press(*keys, "enter")
                await wait_until(pilot, partial(is_shown, screen, pilot))
                text = (folder / f"{screen.file_name}{ending}").read_text(encoding="utf-8")
                assert "2023" in text
                assert text.startswith("#") if ending == ".md" else "," in text
            await pilot.press("escape")
            await wait_until(pilot, lambda: len(pilot.app.screen_stack) == 1)


async def test_only_the_rows_that_are_shown_are_written(folder: Path) -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "t")
        await pilot.press("slash", *"taiwan")
        await wait_until(pilot, lambda: len(screen.table.rows) == 1)
        screen.leave_filter()
        await pilot.press("x")
        await wait_until(pilot, lambda: isinstance(pilot.app.focused, Input))
        await pilot.press("tab", "enter")
        await wait_until(pilot, lambda: pilot.app.screen is screen)

        lines = (folder / "topics.csv").read_text(encoding="utf-8").splitlines()
        assert lines[0] == "series,card,date,topic,label,items"
        assert [line.split(",")[3] for line in lines[1:]] == ["taiwan", "taiwan"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("there.md", "is there already and is not overwritten"),
        ("no-ending", "the ending says the form"),
        ("", "the ending says the form"),
        ("missing/folder.md", "cannot be written"),
        ("picture.png", "the ending says the form"),
    ],
)
async def test_a_name_that_cannot_be_written_is_told_and_nothing_is_lost(
    name: str, says: str, folder: Path
) -> None:
    (folder / "there.md").write_text("mine", encoding="utf-8")
    async with reading() as pilot:
        screen = await open_view(pilot, "t")
        await pilot.press("x")
        await wait_until(pilot, lambda: isinstance(pilot.app.focused, Input))
        dialog = pilot.app.screen
        assert isinstance(dialog, ExportScreen)
        dialog.line.value = name
        await pilot.pause()
        await pilot.press("enter")
        await wait_until(pilot, lambda: says in " ".join(" ".join(drawn(dialog.said)).split()))
        assert pilot.app.screen is dialog
        await pilot.press("escape")
        await wait_until(pilot, lambda: view(pilot) is screen)

    assert (folder / "there.md").read_text(encoding="utf-8") == "mine"
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == ["there.md"]


def test_a_name_is_offered_that_no_file_has(folder: Path) -> None:
    assert unused_name("topics", ".md") == "topics.md"
    (folder / "topics.md").touch()
    (folder / "topics-2.md").touch()
    assert unused_name("topics", ".md") == "topics-3.md"
