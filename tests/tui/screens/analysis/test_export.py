"""Writing what is shown: the form by the ending, only these rows, and never over a file."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from briefing.errors import CardError
from briefing.tui.screens.analysis.compare import ChoosingScreen
from briefing.tui.screens.views.export import ExportScreen, file_stem, unused_name
from briefing.tui.screens.views.view_screen import AnyView
from briefing.tui.widgets.key_bar import KeyBar
from tests.tui.helpers import Host, drawn, wait_until
from tests.tui.screens.analysis.views import (
    KEYS,
    back_in_reader,
    open_kind,
    open_view,
    reading,
    said,
    view,
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def words_of(dialog: ExportScreen) -> str:
    """Return what the dialog says, in one line."""
    return " ".join(" ".join(drawn(dialog.said)).split())


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
    pilot: Pilot[None], screen: AnyView, folder: Path, ending: str, *keys: str
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
        await wait_until(pilot, lambda: says in " ".join(words_of(dialog).split()))
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


@pytest.mark.parametrize("when", ["fsync", "link"])
async def test_a_disk_that_fails_leaves_nothing_half(
    when: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    async with reading() as pilot:
        await open_view(pilot, "t")
        await pilot.press("x")
        await wait_until(pilot, lambda: isinstance(pilot.app.focused, Input))
        dialog = pilot.app.screen
        assert isinstance(dialog, ExportScreen)
        monkeypatch.setattr(os, when, fails)
        monkeypatch.setattr(Path, "rename", fails)
        await pilot.press("enter")
        await wait_until(pilot, lambda: "No space left" in words_of(dialog))
        monkeypatch.undo()
        assert [path.name for path in folder.iterdir() if path.is_file()] == []


@pytest.mark.parametrize(
    "error",
    [
        sqlite3.OperationalError("disk I/O error"),
        CardError("the card is broken"),
        UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed"),
    ],
)
async def test_what_cannot_be_asked_for_any_more_is_said(error: Exception, folder: Path) -> None:
    def fails(form: str) -> str:
        raise error

    screen = ExportScreen("topics", fails)
    async with Host().run_test() as pilot:
        await pilot.app.push_screen(screen)
        await pilot.press("enter")
        await wait_until(pilot, lambda: "cannot be written" in words_of(screen))
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("topic-sea lanes", "topic-sea-lanes"),
        ("speaker-../../etc/passwd", "speaker-..-..-etc-passwd"),
        ("x" * 300, "x" * 80),
        ("/", "rows"),
        ("phrase-自由で-開かれた", "phrase-自由で-開かれた"),
    ],
)
def test_a_name_that_is_offered_stays_in_the_folder(name: str, stem: str) -> None:
    assert file_stem(name) == stem


async def test_a_name_that_is_too_long_changes_its_form_too(folder: Path) -> None:
    screen = ExportScreen("topics", lambda form: "")
    async with Host().run_test() as pilot:
        await pilot.app.push_screen(screen)
        screen.line.value = "y" * 300 + ".md"
        await pilot.press("tab")
        assert screen.line.value == "y" * 300 + ".csv"
        await pilot.press("enter")
        await wait_until(pilot, lambda: "cannot be written" in words_of(screen))


async def test_what_is_chosen_from_is_not_written() -> None:
    async with reading() as pilot:
        await open_view(pilot, "c")
        chooser = await open_kind(pilot, ChoosingScreen, "c")
        assert "views.export" not in [key.id for key in chooser.query_one(KeyBar).keys]
        await pilot.press("x")
        await wait_until(pilot, lambda: "x does nothing here" in said(chooser))
        assert pilot.app.screen is chooser
