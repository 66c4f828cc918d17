"""However the program ends, the terminal is as it was before."""

import re
import select
import signal
import sys
import termios
from collections.abc import Mapping
from functools import partial

import pytest

from briefing.tui.terminal.driver.output import FRAMES
from tests.e2e.harbour import FIRST
from tests.e2e.terminal import DEADLINE, MODULE, Pty, assert_restored

pytestmark = pytest.mark.terminal

LAST = "2/2"
"""What the status line says at the last item of the card."""
HELP = "Show every key and what it does"

BROKEN_KEYBOARD = """
import os
from briefing.cli.entry import main

class Broken(Exception):
    pass

def read(descriptor, size, real=os.read):
    data = real(descriptor, size)
    if descriptor == 0 and b"\\x05" in data:
        raise Broken
    return data

os.read = read
main()
"""
"""The program on a keyboard that breaks when ctrl+e is pressed."""


def taken_oftener(terminal: Pty, times: int) -> bool:
    """Tell whether the reader took the terminal more often than so many times."""
    return terminal.output.count(b"\x1b[?1049h") > times


def last_lines(terminal: Pty) -> list[str]:
    """Return what was printed after the reader gave the terminal back."""
    _, _, printed = terminal.output.rpartition(b"\x1b[?25h")
    return printed.decode().splitlines()


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


CONTINUED = {
    "alone": (signal.SIGCONT,),
    "twice": (signal.SIGCONT, signal.SIGCONT),
    "after a stop": (signal.SIGSTOP, signal.SIGCONT),
    "after a stop, twice": (signal.SIGSTOP, signal.SIGCONT, signal.SIGSTOP, signal.SIGCONT),
    "after a polite stop": (signal.SIGTSTP, signal.SIGCONT),
}
ENDINGS: dict[str, tuple[tuple[signal.Signals, ...], bytes, int]] = {
    "q": ((), b"q", 0),
    "ctrl+q": ((), b"\x11", 0),
    "TERM": ((signal.SIGTERM,), b"", 143),
    "HUP": ((signal.SIGHUP,), b"", 129),
    "TERM and CONT": ((signal.SIGTERM, signal.SIGCONT), b"", 143),
    "HUP and CONT": ((signal.SIGHUP, signal.SIGCONT), b"", 129),
}


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS.keys())
@pytest.mark.parametrize("continued", [(), *CONTINUED.values()], ids=["never", *CONTINUED.keys()])
def test_a_program_that_was_continued_still_gives_the_terminal_back(
    continued: tuple[signal.Signals, ...],
    ending: tuple[tuple[signal.Signals, ...], bytes, int],
    bare: Mapping[str, str],
) -> None:
    signals, keys, status = ending
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        for number in continued:
            terminal.signal(number)
        terminal.press(b"G", LAST)
        for number in signals:
            terminal.signal(number)
        terminal.send(keys)

        assert terminal.wait_exit() == status
        assert_restored(terminal)
        assert b"Traceback" not in terminal.output


def test_what_the_shell_changed_while_it_was_stopped_is_taken_again(
    bare: Mapping[str, str],
) -> None:
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        taken = terminal.settings
        terminal.signal(signal.SIGSTOP)
        terminal.wait_stopped()
        terminal.settings = terminal.settings_before
        terminal.signal(signal.SIGCONT)
        terminal.wait_until("it has the terminal again", lambda: terminal.settings == taken)
        terminal.send(b"q")

        assert terminal.wait_exit() == 0
        assert_restored(terminal)


def test_unusual_settings_are_given_back_as_they_were(bare: Mapping[str, str]) -> None:
    with Pty(MODULE, bare) as terminal:
        iflag, oflag, cflag, lflag, *speeds, keys = terminal.settings
        keys[termios.VINTR], keys[termios.VERASE] = b"\x07", b"\x08"
        unusual = [iflag | termios.INLCR, oflag, cflag, lflag & ~termios.ECHOE, *speeds, keys]
        terminal.settings = unusual
        terminal.settings_before = terminal.settings
        terminal.wait_for(FIRST)
        terminal.signal(signal.SIGCONT)
        terminal.send(b"q")

        assert terminal.wait_exit() == 0
        assert_restored(terminal)


def test_a_terminal_that_takes_nothing_does_not_keep_it_from_ending(
    bare: Mapping[str, str],
) -> None:
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        # Nobody reads what it paints, until its terminal is full, and more than it keeps waits.
        later = 2 * FRAMES
        for number in range(10_000):
            later -= terminal.is_full
            if not later:
                break
            terminal.resize(200 + number % 2, 60)
            terminal.send(b"?\x1b")
            select.select((), (), (), 0.005)
        assert terminal.is_full
        terminal.signal(signal.SIGTERM)

        assert terminal.process.wait(DEADLINE) == 143
        # What it says last is there for whoever reads on.
        terminal.wait_exit()
        assert_restored(terminal)


def test_a_terminal_that_takes_nothing_for_a_while_is_painted_afresh(
    bare: Mapping[str, str],
) -> None:
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        for number in range(200):
            terminal.resize(200 + number % 2, 60)
            select.select((), (), (), 0.005)
        select.select((), (), (), 3)
        terminal.press(b"G", LAST)
        terminal.press(b"?", HELP)
        terminal.send(b"\x11")

        assert terminal.wait_exit() == 0
        assert_restored(terminal)


def test_a_keyboard_that_cannot_be_read_ends_it_in_one_line(bare: Mapping[str, str]) -> None:
    with Pty([sys.executable, "-c", BROKEN_KEYBOARD], bare) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(b"\x05")

        assert terminal.wait_exit() == 1
        assert_restored(terminal)
        assert last_lines(terminal) == ["briefing: the terminal cannot be used any more (Broken)"]


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


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, None], ids=str)
def test_however_it_ends_it_comes_back_to_the_same_item(
    number: signal.Signals | None, bare: Mapping[str, str]
) -> None:
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(b"G")
        terminal.wait_for(LAST)
        if number is None:
            terminal.hang_up()
        else:
            terminal.signal(number)
        terminal.wait_exit()

    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(LAST)
        terminal.send(b"q")
        assert terminal.wait_exit() == 0

    with Pty([*MODULE, "--fresh"], bare) as terminal:
        terminal.wait_for("bottom line")


def test_told_to_stop_and_to_go_on_at_once_it_goes_on(bare: Mapping[str, str]) -> None:
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        for times in range(1, 9):
            for number in (signal.SIGTSTP, signal.SIGCONT):
                terminal.signal(number)
            terminal.wait_until(
                "it has the terminal again",
                partial(taken_oftener, terminal, times),
            )
        terminal.press(b"?", HELP)
        terminal.send(b"\x11")

        assert terminal.wait_exit() == 0
        assert_restored(terminal)


def test_a_frame_that_was_begun_is_ended(bare: Mapping[str, str]) -> None:
    """A terminal that brackets frames shows nothing until the bracket is closed."""
    with Pty(MODULE, bare) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(b"\x1b[?2026;2$y")
        terminal.press(b"?", HELP)
        terminal.send(b"\x11")

        assert terminal.wait_exit() == 0
        _, _, last = terminal.output.rpartition(b"\x1b[?1003l")
        assert terminal.output.rfind(b"\x1b[?2026l") > terminal.output.rfind(b"\x1b[?2026h")
        assert b"\x1b[?2026h" not in last
        assert_restored(terminal)
