"""From one library to another and back in one run, in a real terminal."""

import signal
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.e2e.harbour import FIRST, write_library
from tests.e2e.terminal import MODULE, Pty, assert_restored

pytestmark = pytest.mark.terminal

QUARRELS = FIRST.replace("Talks", "Quarrels")
"""What the newest card of the other library is called."""
LAST = "2/2"
"""What the status line says at the last item of the card."""
CTRL_P = b"\x10"
ENDS = "\x1b[?1049l"
"""What is written when a reader gives the terminal back."""


@pytest.fixture
def named(bare: Mapping[str, str], tmp_path: Path) -> Mapping[str, str]:
    """The environment names one library, and the config file another."""
    other = write_library(tmp_path / "quarrels")
    for card in (other / "content" / "meetings").iterdir():
        text = card.read_text(encoding="utf-8")
        card.write_text(text.replace("Talks", "Quarrels"), encoding="utf-8")
    config = tmp_path / "config.toml"
    config.write_text(f'library = "{other}"\n', encoding="utf-8")
    first = write_library(tmp_path / "zeta")
    return {**bare, "BRIEFING_LIBRARY": str(first), "BRIEFING_CONFIG": str(config)}


def switch(terminal: Pty, name: str, shown: str) -> None:
    """Choose a library in the palette and wait for one of its cards."""
    terminal.press(CTRL_P, "A meeting or its day")
    terminal.press(name.encode(), f"/{name}, ")
    before = len(terminal.output)
    terminal.send(b"\r")
    terminal.wait_for(ENDS, before)
    terminal.wait_for(shown, terminal.output.index(ENDS.encode(), before))


def test_another_library_and_back_to_the_same_place(named: Mapping[str, str]) -> None:
    with Pty(MODULE, named) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(b"G", LAST)

        switch(terminal, "quarrels", QUARRELS)
        switch(terminal, "zeta", FIRST)
        terminal.wait_for(LAST, terminal.output.rindex(ENDS.encode()))
        terminal.send(b"q")

        assert terminal.wait_exit() == 0
        assert_restored(terminal)
        assert b"Traceback" not in terminal.output


def test_a_signal_ends_the_second_reader_as_it_would_the_first(named: Mapping[str, str]) -> None:
    with Pty(MODULE, named) as terminal:
        terminal.wait_for(FIRST)
        switch(terminal, "quarrels", QUARRELS)
        terminal.signal(signal.SIGTERM)

        assert terminal.wait_exit() == 143
        assert_restored(terminal)
        assert b"Traceback" not in terminal.output
