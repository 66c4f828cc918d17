"""The application's own manners: back, quit, close, copy, resume."""

import gc
import html
import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from textual.app import App
from textual.geometry import Offset
from textual.selection import Selection
from textual.widgets import Static

from briefing.tui.app import BriefingApp
from briefing.tui.screens.help import HelpScreen
from briefing.tui.themes.themes import READER_VARIABLES, theme_names
from tests.e2e.harbour import write_library
from tests.tui.helpers import wait_until
from tests.tui.shell import HOSTILE, HostApp, card


def shown(app: HostApp) -> str:
    """Return the words on the screen, one blank between any two."""
    return shown_by(app)


def shown_by(app: App[None]) -> str:
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", app.export_screenshot())
    return " ".join(html.unescape(" ".join(texts)).split())


async def test_q_goes_back_and_quits_only_at_the_top() -> None:
    app = HostApp()
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        opened = app.screen
        await pilot.press("escape")

        assert isinstance(opened, HelpScreen)
        assert app.screen is app.host
        assert app.is_running

        await pilot.press("q")

    assert app.return_code == 0
    assert not app.is_running


async def test_escape_never_leaves_the_program() -> None:
    app = HostApp()
    async with app.run_test() as pilot:
        await pilot.press("escape", "escape")

        assert app.screen is app.host
        assert app.is_running


@pytest.mark.parametrize("opened", [[], ["question_mark"], ["ctrl+p"]])
async def test_ctrl_q_leaves_from_anywhere(opened: list[str]) -> None:
    app = HostApp()
    async with app.run_test() as pilot:
        await pilot.press(*opened, "ctrl+q")

    assert not app.is_running


async def test_copying_without_a_selection_says_how_to_leave() -> None:
    app = HostApp()
    async with app.run_test(size=(120, 20), notifications=True) as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()

        assert "Nothing is selected. To leave the program, press ^q." in shown(app)
        assert app.clipboard == ""


async def test_copying_takes_the_selected_text() -> None:
    app = HostApp(card("one", "Verified words"))
    async with app.run_test() as pilot:
        line = app.host.query_one(Static)
        app.host.selections = {line: Selection(Offset(0, 0), Offset(8, 0))}
        await pilot.press("ctrl+c")

        assert app.clipboard == "Verified"


async def test_a_message_that_quotes_a_library_is_not_read_as_markup() -> None:
    app = HostApp()
    async with app.run_test(size=(120, 20), notifications=True) as pilot:
        app.notify(HOSTILE, markup=True)
        await pilot.pause()

        await wait_until(pilot, lambda: HOSTILE in shown(app))
        assert app.is_running


async def test_garbage_is_collected_again_after_the_first_frame() -> None:
    gc.disable()
    try:
        app = HostApp()
        async with app.run_test() as pilot:
            await wait_until(pilot, gc.isenabled)
    finally:
        gc.unfreeze()
        gc.enable()


@pytest.mark.parametrize(
    ("environ", "theme", "expected"),
    [
        ({"TERM": "xterm-256color"}, "", "briefing-dark"),
        ({"TERM": "xterm"}, "", "briefing-ansi"),
        ({"TERM": "linux"}, "", "briefing-ansi"),
        ({"TERM": "vt100"}, "", "briefing-ansi"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "", "briefing-dark"),
        ({"TERM": "xterm-256color", "COLORFGBG": "0;15"}, "", "briefing-light"),
        ({"TERM": "xterm"}, "briefing-light", "briefing-light"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "briefing-light", "briefing-ansi"),
    ],
)
async def test_the_terminal_decides_the_theme(
    environ: Mapping[str, str], theme: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)

    app = HostApp(theme=theme)

    assert app.theme == expected
    # Textual takes NO_COLOR out of the environment once it has seen it.
    os.environ.pop("NO_COLOR", None)


async def test_every_theme_that_is_offered_can_be_chosen(tmp_path: Path) -> None:
    app = BriefingApp(write_library(tmp_path / "library"))
    async with app.run_test() as pilot:
        for name in theme_names():
            app.theme = name
            await pilot.pause()

            assert app.is_running, name
            assert app.theme_variables.keys() >= READER_VARIABLES.keys(), name


async def test_only_one_message_is_shown_and_it_covers_nothing_that_is_read(
    tmp_path: Path,
) -> None:
    app = BriefingApp(write_library(tmp_path / "library"))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for number in range(5):
            app.notify(f"message {number}")
        app.notify("a long message " * 40 + "with an end")
        await pilot.pause()
        await wait_until(pilot, lambda: "with an end" in shown_by(app))

        assert "message 4" not in shown_by(app)
        panes = app.screen.query_one("#panes").region
        toasts = [toast.region for toast in app.screen.query("Toast")]
        assert len(toasts) == 1
        assert toasts[0].y >= panes.bottom


async def test_the_last_of_many_messages_is_shown_and_leaves_nothing_behind(tmp_path: Path) -> None:
    app = BriefingApp(write_library(tmp_path / "library"))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        for number in range(8):
            app.notify(f"message {number}")
            await wait_until(pilot, lambda said=f"message {number}": said in shown_by(app))  # type: ignore[misc]  # mypy cannot infer a lambda's default

        assert len(app.screen.query("ToastHolder")) == 1


async def test_what_the_first_one_says_decides_how_it_ends() -> None:
    app = HostApp()
    async with app.run_test():
        app.exit(return_code=143)
        app.exit()

    assert app.return_code == 143


async def test_the_users_keys_take_the_place_of_the_shipped_ones() -> None:
    app = HostApp(keymap={"host.next": "x"})
    async with app.run_test() as pilot:
        await pilot.press("j", "x")

        assert app.host.asked == ["next"]
