"""The installed program in a real terminal: open, look around, leave."""

import os
import re
import signal
from collections.abc import Sequence

import pytest

from tests.e2e.harbour import FIRST, SECOND
from tests.e2e.terminal import MODULE, SCRIPT, Tmux, window

pytestmark = [pytest.mark.terminal, pytest.mark.usefixtures("tmux")]

SHELL_MODES = {
    "alternate_on": False,
    "cursor_flag": True,
    "mouse_any_flag": False,
    "mouse_sgr_flag": False,
    "wrap_flag": True,
}


def open_first(terminal: Tmux, command: Sequence[str] = MODULE) -> str:
    """Open the newest card and return the screen."""
    terminal.run(command)
    return terminal.wait_for(FIRST)


@pytest.mark.parametrize("command", [MODULE, SCRIPT], ids=["module", "script"])
def test_a_first_visit(command: Sequence[str], bare: dict[str, str]) -> None:
    with window(bare) as terminal:
        open_first(terminal, command)
        assert terminal.flags()["alternate_on"]

        terminal.press("?")
        terminal.wait_for("Show every key and what it does")
        terminal.type("leave the program from")
        terminal.wait_gone("Show every key and what it does")
        assert "Leave the program from anywhere" in terminal.screen()
        terminal.press("Escape")
        terminal.wait_gone("Leave the program from anywhere")

        terminal.press("C-p")
        terminal.wait_for("meeting or its day")
        terminal.type("far shore")
        terminal.wait_for(f"Open meeting: {SECOND}")
        terminal.press("Enter")
        terminal.wait_until(
            "the other card is open",
            lambda screen: SECOND in screen and "Open meeting" not in screen,
        )

        terminal.press("q")
        assert terminal.exit_status() == 0
        assert terminal.flags() == SHELL_MODES


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (60, 20), (20, 5)])
def test_it_opens_and_quits_at_every_size(size: tuple[int, int], bare: dict[str, str]) -> None:
    with window(bare, *size) as terminal:
        terminal.run(MODULE)
        terminal.wait_until("the reader is open", lambda _: terminal.flags()["alternate_on"])
        terminal.press("C-q")

        assert terminal.exit_status() == 0
        assert terminal.flags() == SHELL_MODES


def test_the_screen_follows_the_window(bare: dict[str, str]) -> None:
    with window(bare) as terminal:
        open_first(terminal)
        for columns, rows in ((60, 20), (160, 45), (80, 24), (120, 40)):
            terminal.resize(columns, rows)
            # A row that is as wide as the window shows that the reader has seen the new size.
            terminal.wait_until(
                "the whole width is painted",
                lambda screen, columns=columns: (  # type: ignore[misc]
                    FIRST in screen and max(map(len, screen.splitlines())) > columns * 0.9
                ),
            )
        terminal.press("q")

        assert terminal.exit_status() == 0


@pytest.mark.parametrize("how", ["key", "signal"])
def test_stopped_and_brought_back_it_shows_the_same(how: str, bare: dict[str, str]) -> None:
    with window(bare) as terminal:
        open_first(terminal)
        # What is found has been catalogued, so nothing will change behind the test's back.
        terminal.press("/")
        terminal.type("tides")
        terminal.wait_for(" hits")
        terminal.press("Escape")
        terminal.wait_gone("tides │")
        terminal.wait_for("2 of 3 paragraphs cited")
        before = terminal.settled()

        for _ in range(2):
            if how == "key":
                terminal.press("C-z")
            else:
                os.kill(terminal.child(), signal.SIGTSTP)
            terminal.wait_until("the shell is back", lambda _: terminal.in_front() == "bash")
            terminal.wait_for("Stopped")
            assert terminal.flags() == SHELL_MODES
            terminal.press("C-l")
            terminal.run(["fg"])
            terminal.wait_until(
                "the same screen", lambda _: terminal.screen(colours=True) == before
            )

        terminal.press("?")
        terminal.wait_for("Show every key and what it does")
        terminal.press("C-q")
        assert terminal.exit_status() == 0


def test_a_copy_reaches_the_buffer_of_tmux(bare: dict[str, str]) -> None:
    with window(bare) as terminal:
        open_first(terminal)
        terminal.press("J", "J", "y")
        terminal.wait_until(
            "tmux holds the copy",
            lambda _: "The tides are a shared concern" in terminal.tmux("show-buffer", check=False),
        )
        terminal.press("q")

        assert terminal.exit_status() == 0


def test_a_terminal_of_sixteen_colours_gets_no_others(bare: dict[str, str]) -> None:
    with window({**bare, "TERM": "screen"}) as terminal:
        open_first(terminal)

        assert not re.search(r"\x1b\[[\d;]*[34]8;[25]", terminal.screen(colours=True))
