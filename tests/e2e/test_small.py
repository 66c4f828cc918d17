"""A terminal of hardly any cells: nothing can be read there, and nothing breaks."""

from collections.abc import Mapping

import pytest

from tests.e2e.terminal import MODULE, Pty, assert_restored

pytestmark = pytest.mark.terminal

STARTED = b"\x1b[?2026$p"
OPENING = (b"", b"?", b"/", b"\x10", b"\t\r", b"o", b"z")
KEYS = (
    *(b"\x1b[6~", b"\x1b[5~", b"\x1b[B", b"\x1b[A", b"\x1b[C", b"\x1b[D", b"\x1b[H", b"\x1b[F"),
    *(b"\x1b[1;5F", b"\x1b[1;5H", b"j", b"k", b"J", b"K", b"G", b"g", b"]", b"e", b"y", b"n"),
    *(b"\t", b"\x1b[Z", b"\r", b"\x03", b"tides", b"\x7f", b"\x1b[27u"),
)


def wait_started(terminal: Pty) -> None:
    terminal.wait_until("it has the terminal", lambda: STARTED in terminal.output)
    terminal.wait_for("\x1b[0m")


@pytest.mark.parametrize("columns", [1, 2, 5, 10])
@pytest.mark.parametrize("rows", [1, 2, 3, 4])
def test_every_key_on_every_screen_does_no_harm(
    columns: int, rows: int, bare: Mapping[str, str]
) -> None:
    with Pty(MODULE, bare, size=(columns, rows)) as terminal:
        wait_started(terminal)
        for opening in OPENING:
            for key in KEYS:
                terminal.send(opening + key)
                terminal.read(0.005)
            terminal.send(b"\x1b[27u\x1b[27u")
        terminal.send(b"\x11")

        assert terminal.wait_exit() == 0
        assert_restored(terminal)


@pytest.mark.parametrize("columns", [120, 10])
@pytest.mark.parametrize("rows", [1, 2, 3, 4])
def test_the_pages_of_the_palette_turn_in_a_few_rows(
    columns: int, rows: int, bare: Mapping[str, str]
) -> None:
    with Pty(MODULE, bare, size=(columns, rows)) as terminal:
        wait_started(terminal)
        terminal.press(b"\x10", "\x1b[")
        for _ in range(4):
            terminal.send(b"\x1b[6~\x1b[6~\x1b[5~")
            terminal.read()
        terminal.send(b"\x11")

        assert terminal.wait_exit() == 0
        assert_restored(terminal)


def test_a_storm_of_sizes_does_no_harm(bare: Mapping[str, str]) -> None:
    with Pty(MODULE, bare) as terminal:
        wait_started(terminal)
        sizes = [(1, 1), (120, 40), (10, 4), (1, 40), (200, 1), (2, 2), (80, 24), (65000, 65000)]
        for number in range(160):
            terminal.resize(*sizes[number % len(sizes)])
            if number % 10 == 0:
                terminal.send(OPENING[number // 10 % len(OPENING)] + b"\x1b[6~")
            terminal.read(0.005)
        terminal.resize(120, 40)
        terminal.send(b"\x11")

        assert terminal.wait_exit() == 0
        assert_restored(terminal)
