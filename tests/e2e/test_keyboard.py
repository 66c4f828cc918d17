"""Whatever bytes arrive from the keyboard's side, the reader reads on."""

from collections.abc import Mapping

import pytest

from tests.e2e.harbour import FIRST
from tests.e2e.terminal import MODULE, Pty, assert_restored

pytestmark = pytest.mark.terminal

HELP = "Show every key and what it does"
PALETTE = "meeting or its day"

STRAY = {
    "a Latin-1 letter": b"\xe9",
    "no UTF-8 at all": b"\xff\xfe\x80",
    "a character cut short": b"\xe2\x80",
    "a surrogate": b"\xed\xa0\x80",
    "a Latin-1 paste": b"\x1b[200~caf\xe9 d\xe9j\xe0 vu\x1b[201~",
    "an X10 mouse report past column 95": b"\x1b[M \xe8\x30",
    "an X10 mouse report past column 223": b"\x1b[M \x00\x30\x1b[M#\x00\x30",
    "a key that is no code point": b"\x1b[99999999999u",
    "a key that is a surrogate": b"\x1b[55296;1u",
    "a key with an alternate": b"\x1b[97:65;2u",
    "text that is no code point": b"\x1b[97;1;99999999999u",
    "a size nobody asked for": b"\x1b[48;99999;99999;0;0t",
    "a report of no size": b"\x1b[48;0;0;0;0t",
    "a size in a paste": b"\x1b[200~\x1b[48;9;9;0;0t\x1b[201~",
    "NUL": b"\x00",
}


@pytest.mark.parametrize("slow", [False, True], ids=["at once", "byte by byte"])
@pytest.mark.parametrize("sent", STRAY.values(), ids=STRAY.keys())
def test_a_stray_byte_does_not_end_the_reader(
    sent: bytes, slow: bool, bare: Mapping[str, str]
) -> None:
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        for part in [sent[at : at + 1] for at in range(len(sent))] if slow else [sent]:
            terminal.send(part)
            terminal.read()
        terminal.press(b"?", HELP)
        terminal.send(b"\x11")

        assert terminal.wait_exit() == 0
        assert_restored(terminal)
        assert b"Traceback" not in terminal.output


def end_by_key(terminal: Pty, key: bytes) -> None:
    """Press a key now and then until the reader ends; one that came too early is lost."""
    tries = 0

    def ended() -> bool:
        nonlocal tries
        tries += 1
        if tries % 50 == 0:
            terminal.send(key)
        return terminal.process.poll() is not None

    terminal.wait_until("it ends by key", ended)


def test_a_paste_without_an_end_does_not_swallow_every_key(bare: Mapping[str, str]) -> None:
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(b"\x1b[200~lost")
        end_by_key(terminal, b"\x11")
        assert terminal.wait_exit() == 0
        assert_restored(terminal)


def test_a_click_of_an_old_mouse_arrives_past_column_95(bare: Mapping[str, str]) -> None:
    with Pty(MODULE, bare, size=(200, 40)) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(b"\x10", PALETTE)
        # Nothing that is found is painted late then.
        terminal.press(b"zzqq", "Search for: zzqq")
        spot = bytes([32 + 198, 32 + 30])
        # A click beside the palette closes it, and what it covered is painted again.
        terminal.press(b"\x1b[M " + spot + b"\x1b[M#" + spot, FIRST)
        end_by_key(terminal, b"q")

        assert terminal.wait_exit() == 0
