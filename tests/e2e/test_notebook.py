"""What the reader keeps of its own, when it cannot be kept."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.e2e.harbour import FIRST
from tests.e2e.terminal import MODULE, Pty, assert_restored

pytestmark = pytest.mark.terminal


def test_a_notebook_that_breaks_while_it_is_used_is_told(bare: Mapping[str, str]) -> None:
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(b"/", "a phrase")
        terminal.press(b"tides", "hits")
        (notebook,) = Path(bare["XDG_DATA_HOME"]).rglob("notebook.sqlite")
        notebook.write_bytes(b"no database" * 1000)
        terminal.press(b"\x13", "this could not be kept")
        terminal.press(b"\r", "hit 1/")
        terminal.press(b"/\x15", "cannot be read")
        terminal.send(b"\x11")

        assert terminal.wait_exit() == 0
        assert_restored(terminal)
    assert notebook.read_bytes() == b"no database" * 1000
