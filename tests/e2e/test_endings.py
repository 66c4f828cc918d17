"""However the program ends, the terminal is as it was before."""

import re
import signal
from collections.abc import Mapping

import pytest

from tests.e2e.shelf import FIRST
from tests.e2e.terminal import MODULE, Pty

pytestmark = pytest.mark.terminal

CURSOR, WRAPPING = 25, 7
"""Private modes that are on in a terminal at rest; all others the reader uses are off."""


def assert_restored(terminal: Pty) -> None:
    modes = terminal.modes()
    assert {1049, 1000, 1003, 1006, 2004, CURSOR} <= modes.keys(), "the reader never set them"
    assert {mode for mode, on in modes.items() if on} <= {CURSOR, WRAPPING}
    assert modes[CURSOR]
    assert terminal.keyboard_depth() == 0
    assert terminal.settings == terminal.settings_before


@pytest.mark.parametrize(
    ("number", "status"),
    [
        (signal.SIGTERM, 143),
        (signal.SIGHUP, 129),
        (signal.SIGINT, 130),
        (signal.SIGQUIT, 131),
    ],
)
def test_a_signal_ends_it_in_order(
    number: signal.Signals, status: int, bare: Mapping[str, str]
) -> None:
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        assert terminal.settings != terminal.settings_before
        assert terminal.keyboard_depth() == 1
        terminal.signal(number)

        assert terminal.wait_exit() == status
        assert_restored(terminal)
        assert b"Traceback" not in terminal.output


@pytest.mark.parametrize("keys", [b"q", b"\x11", b"?\x11"], ids=["q", "ctrl+q", "help, ctrl+q"])
def test_leaving_by_key_is_in_order(keys: bytes, bare: Mapping[str, str]) -> None:
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(keys)

        assert terminal.wait_exit() == 0
        assert_restored(terminal)


def test_a_lost_connection_ends_the_program(bare: Mapping[str, str]) -> None:
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        terminal.hang_up()

        assert terminal.wait_exit() == 129


def test_no_color_means_no_colour_at_all(bare: Mapping[str, str]) -> None:
    with Pty(MODULE, {**bare, "NO_COLOR": "1", "COLORTERM": "truecolor"}) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(b"q")

        assert terminal.wait_exit() == 0
        sent = {
            code
            for codes in re.findall(rb"\x1b\[([\d;]*)m", terminal.output)
            for code in codes.split(b";")
        }
        assert not sent & {b"%d" % code for code in (*range(30, 39), *range(40, 49))}
        assert not sent & {b"%d" % code for code in (*range(90, 98), *range(100, 108))}
