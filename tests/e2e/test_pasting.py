"""What is pasted into a box is cleaned like what a library holds, and so is what is remembered."""

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.harbour import FIRST
from tests.e2e.terminal import MODULE, Pty, assert_restored

pytestmark = pytest.mark.terminal

CONTROLS = {
    "C1": "\x9b2J",
    "shift out": "\x0e",
    "DEL": "\x7f",
    "bell": "\x07",
    "a window title": "\x1b]0;owned\x07",
    "right to left": "\u202egnp.exe",
    "isolates": "\u2066a\u2069",
    "zero width": "a\u200bb\u2060c\ufeff",
    "tags": "\U000e0041\U000e007f",
    "lines": "a\u2028b\u2029c\x85d",
    "annotations": "\ufff9a\ufffb",
}
BOXES = {
    "search": (b"/", "a phrase"),
    "help": (b"?", "Show every key"),
    "palette": (b"\x10", "or its"),
}
RAW = re.compile(
    "[\x00-\x06\x08-\x09\x0b-\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]|\x1b\\]0"
)
"""What may not be written but by a terminal's own rules: controls, and what hides or turns text."""


def raw(terminal: Pty) -> list[str]:
    return RAW.findall(terminal.output.decode("utf-8", "replace"))


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES.keys())
def test_no_control_that_is_pasted_reaches_the_terminal(
    box: tuple[bytes, str], bare: Mapping[str, str]
) -> None:
    key, shown = box
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(key, shown)
        for number, text in enumerate(CONTROLS.values()):
            pasted = f"{text}end{number}"
            terminal.press(f"\x1b[200~{pasted}\x1b[201~".encode(), f"end{number}")
        terminal.send(b"\x11")

        assert terminal.wait_exit() == 0
        assert_restored(terminal)
        assert raw(terminal) == []


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES.keys())
def test_no_control_that_is_typed_reaches_the_terminal(
    box: tuple[bytes, str], bare: Mapping[str, str]
) -> None:
    key, shown = box
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(key, shown)
        # Without what a terminal marks a paste with, controls come as keys.
        terminal.press("a\x9b\u202e\u200b\U000e0041\ufff9\u2066\x84zz".encode(), "zz")
        terminal.send(b"\x11")

        assert terminal.wait_exit() == 0
        assert raw(terminal) == []


def test_what_a_user_cannot_see_does_not_keep_a_paste_from_being_found(
    bare: Mapping[str, str],
) -> None:
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(b"/", "a phrase")
        terminal.press("\x1b[200~\u200bsha\xadred\u2060\n con\u200bcern\x1b[201~".encode(), "hits")
        terminal.send(b"\x11")

        assert terminal.wait_exit() == 0


def test_remembered_searches_come_back_clean(bare: Mapping[str, str]) -> None:
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(b"/tides", "hits")
        terminal.press(b"\x13", "Saved this search")
        terminal.send(b"\x11")
        assert terminal.wait_exit() == 0
    (notebook,) = Path(bare["XDG_DATA_HOME"]).rglob("notebook.sqlite")
    # As an older version, or another program, may have left it there.
    with closing(sqlite3.connect(notebook)) as connection, connection:
        connection.execute("UPDATE search SET query = ?", ("tides \x9b2J\x0e\u202e\u200bback",))

    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(b"/", "Saved searches")
        terminal.press(b"\x1b[B\r", "back")
        terminal.send(b"\x11")

        assert terminal.wait_exit() == 0
        assert raw(terminal) == []
