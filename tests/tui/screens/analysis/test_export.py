"""Writing what is shown: the form by the ending, only these rows, and never over a file."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from briefing.tui.screens.views.export import ExportScreen, unused_name
from briefing.tui.screens.views.view_screen import ViewScreen
from tests.tui.helpers import drawn, wait_until
from tests.tui.screens.analysis.views import KEYS, back_in_reader, open_view, reading, view


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_each_view_is_written_as_markdown_and_as_csv(folder: Path) -> None:
    async with reading() as pilot:
        for key in KEYS.values():
            screen = await open_view(pilot, key)
            markdown = await _written(pilot, screen, folder, ".md")
            table = await _written(pilot, screen, folder, ".csv", "tab")
            assert markdown.startswith("#")
            assert "2023" in markdown
            assert "2023" in table
            assert "," in table
            await pilot.press("escape")
            await back_in_reader(pilot)


async def _written(
    pilot: Pilot[None], screen: ViewScreen, folder: Path, ending: str, *keys: str
) -> str:
    await pilot.press("x")
    await wait_until(pilot, lambda: isinstance(pilot.app.focused, Input))
    await pilot.press(*keys, "enter")
    await wait_until(pilot, lambda: pilot.app.screen is screen)
    return (folder / f"{screen.file_name}{ending}").read_text(encoding="utf-8")


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


async def test_what_is_due_is_written_as_a_calendar_too(folder: Path) -> None:
    async with reading() as pilot:
        screen = await open_view(pilot, "d")
        text = await _written(pilot, screen, folder, ".ics", "tab", "tab")

    assert text.startswith("BEGIN:VCALENDAR\n")
    assert text.count("BEGIN:VEVENT") == 4
    assert (folder / "commitments.ics").read_bytes().count(b"\r\r\n") == 0


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
