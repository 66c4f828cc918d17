"""The terminal under the reader: what it needs, and how it is given back.

Textual reads keys from standard input and paints on standard error. Neither need be a terminal when
the program is part of a pipe, so both are put on the controlling terminal for the time the reader
runs. Measured reasons for each cure are in docs/decisions/0006-terminal.md.
"""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import partial

from briefing.errors import BriefingError
from briefing.text.cleaning import clean_block

ENDING_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
"""Signals that end the program; the terminal is restored first."""

CONTROLLING_TERMINAL = "/dev/tty"
STDIN, STDERR = 0, 2


class TerminalError(BriefingError):
    """The reader cannot run here."""


def check_terminal(environ: Mapping[str, str]) -> None:
    """Refuse a terminal that cannot move its cursor.

    Args:
        environ: The environment.

    Raises:
        TerminalError: `TERM` says the terminal is dumb.
    """
    if environ.get("TERM", "") == "dumb":
        raise TerminalError(
            "the reader cannot run in a terminal that cannot place text (TERM=dumb)",
            hint="'briefing show CARD --plain' prints a card; 'briefing list --plain' lists them",
        )


def draws_elsewhere(environ: Mapping[str, str]) -> bool:
    """Return whether another driver than the terminal's shows the reader, such as a browser's.

    Args:
        environ: The environment.
    """
    return bool(environ.get("TEXTUAL_DRIVER"))


@contextmanager
def on_terminal() -> Iterator[None]:
    """Put standard input and standard error on the controlling terminal while the reader runs.

    Raises:
        TerminalError: One of them is redirected and there is no controlling terminal.
    """
    if sys.__stdin__ is None or sys.__stderr__ is None:
        raise _no_terminal("standard input or standard error is closed")
    with ExitStack() as undo:
        for descriptor, mode in ((STDIN, os.O_RDONLY), (STDERR, os.O_WRONLY)):
            if not os.isatty(descriptor):
                undo.enter_context(_redirected(descriptor, mode))
        try:
            yield
        finally:
            _drop_output()


def _no_terminal(why: str) -> TerminalError:
    return TerminalError(
        f"the reader needs a terminal, but {why}",
        hint="'briefing show CARD', 'list' and 'search' print without one",
    )


def _drop_output() -> None:
    """Leave nothing unwritten that would turn the exit status of a lost terminal into another."""
    try:
        sys.stderr.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, STDERR)
        os.close(nowhere)


@contextmanager
def _redirected(descriptor: int, mode: int) -> Iterator[None]:
    try:
        terminal = os.open(CONTROLLING_TERMINAL, mode | os.O_NOCTTY)
    except OSError:
        raise _no_terminal("there is none") from None
    before = os.dup(descriptor)
    os.dup2(terminal, descriptor)
    os.close(terminal)
    try:
        yield
    finally:
        os.dup2(before, descriptor)
        os.close(before)


@contextmanager
def ending_signals(end: Callable[[int], None]) -> Iterator[None]:
    """Turn the signals that end a program into an orderly end of the reader.

    Must be entered inside the running event loop of the main thread. Afterwards an interrupt from
    the keyboard is ignored: the terminal sends them again, and the program ends anyway.

    Args:
        end: Called once, in the loop, with the exit status a shell expects: 128 + the signal.
    """
    loop = asyncio.get_running_loop()
    undo = on_signals(loop, {number: partial(end, 128 + number) for number in ENDING_SIGNALS})
    try:
        yield
    finally:
        undo()
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def on_signals(
    loop: asyncio.AbstractEventLoop, calls: Mapping[int, Callable[[], object]]
) -> Callable[[], None]:
    """Have the event loop call something for each of some signals.

    The loop's own way to do that loses signals while it is busy: they share a socket with whatever
    else wakes it, and the socket holds fewer than 300 wakings.

    Args:
        loop: The loop of the main thread.
        calls: What to call, by signal.

    Returns:
        What puts the handlers back that were there before.
    """

    def told(number: int, _: object) -> None:
        # Only this much, for it may run between any two instructions.
        if not loop.is_closed():
            loop.call_soon_threadsafe(calls[number])

    before = {number: signal.signal(number, told) for number in calls}

    def undo() -> None:
        for number, handler in before.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)

    return undo


def why_lost(why: Exception | None) -> int:
    """Say in one line why the terminal could not be read or written any more, if it still exists.

    Args:
        why: What went wrong; None if the terminal has ended.

    Returns:
        The exit status: that of a hang-up when there is no terminal any more, else 1.
    """
    try:
        os.tcgetpgrp(STDIN)
    except OSError:
        return 128 + signal.SIGHUP
    said = (isinstance(why, OSError) and why.strerror) or (why and type(why).__name__)
    line = f"briefing: the terminal cannot be used any more ({said or 'it has ended'})"
    with suppress(OSError):
        os.write(STDERR, clean_block(line).encode() + b"\n")
    return 1


def copy_in_tmux(text: str) -> bool:
    """Hand text to tmux, which by its default settings drops what a program inside it copies.

    Does nothing outside tmux, and nothing when tmux does not answer: the escape code that Textual
    sends has then to do.

    Args:
        text: The text to copy.

    Returns:
        Whether tmux has it.
    """
    if not os.environ.get("TMUX"):
        return False
    try:
        done = subprocess.run(
            ["tmux", "load-buffer", "-w", "-"],
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=1,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
