"""The driver: what connects the toolkit to the terminal the reader runs in.

Textual's own driver for terminals is left aside. It decodes keys strictly, so that one byte that is
no UTF-8 ends the program; it takes a terminal it has for one it is given, so that SIGCONT makes it
forget the shell's settings; and it waits without end for a terminal that takes no output.
"""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any, Final

from textual import events, messages
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message

from briefing.tui.terminal.driver.keyboard import Keyboard
from briefing.tui.terminal.driver.modes import HIDE_CURSOR, SHOW_CURSOR, Modes
from briefing.tui.terminal.driver.output import Output
from briefing.tui.terminal.terminal import on_signals

MOST_COLUMNS, MOST_ROWS = 2000, 1000
"""No screen is larger; a terminal that says so would have the reader paint without end."""
MOMENT: Final = 0.02
"""Seconds between giving the terminal back and being stopped: enough to hear of a SIGCONT that was
sent right behind the signal to stop. Stopped after it, the reader would wait for another one."""
USUAL_SIZE: Final = (80, 24)
"""What is assumed of a terminal that does not know its size."""
_UNASKED = (events.Resize, messages.InBandWindowResize, events.CursorPosition)
"""Reports that are never asked for, so that whoever sends one means something else."""


class TerminalLost(Message, bubble=False):
    """The terminal cannot be read from or written to any more.

    Attributes:
        why: What went wrong; None if the terminal has ended.
    """

    def __init__(self, why: Exception | None) -> None:
        super().__init__()
        self.why = why


class TerminalDriver(Driver):
    """Reads from standard input and paints on standard error, both of them a terminal.

    Args:
        app: The application.
        debug: Ignored: keys are not written to a file.
        mouse: Whether the mouse is wanted.
        size: Ignored: the terminal knows its size.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        assert sys.__stdin__ is not None
        assert sys.__stderr__ is not None
        self._keys = sys.__stdin__.fileno()
        screen = sys.__stderr__.fileno()
        super().__init__(app, mouse=mouse, size=terminal_size(screen))
        self._screen = screen
        self._output = Output(screen, sys.__stderr__.encoding, self._lose, self._repaint)
        self._modes = Modes(self._keys, self._output, mouse=mouse)
        self._keyboard: Keyboard | None = None
        self._ignore_signals: Callable[[], None] = _nothing
        self._stopping: asyncio.TimerHandle | None = None

    @property
    def can_suspend(self) -> bool:
        """Whether the reader can be stopped and brought back; a terminal's can."""
        return True

    def write(self, data: str) -> None:
        """Have something written to the terminal.

        The terminal's cursor, which braille displays and screen magnifiers follow, is hidden while
        a frame is painted and shown where it is after it.

        Args:
            data: Text with escape sequences.
        """
        if self._modes.taken:
            self._output.write(f"{HIDE_CURSOR}{data}{SHOW_CURSOR}")

    # Having the terminal

    def start_application_mode(self) -> None:
        """Take the terminal, and everything that tells of it."""
        try:
            self._modes.take()
        except OSError as error:
            self._lose(error)
            return
        self._ignore_signals()
        self._ignore_signals = on_signals(
            self._loop,
            {
                signal.SIGWINCH: self._tell_size,
                signal.SIGTSTP: self._stop,
                signal.SIGCONT: self._go_on,
            },
        )
        if self._keyboard is None:
            self._keyboard = Keyboard(self._keys, self._process, self._wait, self._lose)
        self._tell_size()

    def disable_input(self) -> None:
        """Read no more."""
        if self._keyboard is not None:
            self._modes.stop_mouse()
            self._keyboard.stop()
            self._keyboard = None

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        self._stop_no_more()
        self._ignore_signals()
        self._ignore_signals = _nothing
        self.disable_input()
        self._modes.give_back()

    def suspend_application_mode(self) -> None:
        """Give the terminal back for a while."""
        self.stop_application_mode()

    def close(self) -> None:
        """Give the terminal back if the reader still has it, and end for good."""
        self._stop_no_more()
        self.disable_input()
        self._modes.give_back()
        self._output.close()

    # Being stopped and continued

    def _stop(self) -> None:
        """Give the terminal back, and be stopped unless told to go on right away."""
        if self._stopping is None:
            self.disable_input()
            self._modes.give_back()
            self._stopping = self._loop.call_later(MOMENT, self._be_stopped)

    def _be_stopped(self) -> None:
        """Be stopped as any program is, and take the terminal again when that is over.

        The signal's own effect is used because it knows when nobody is there to bring a program
        back; it does nothing then.
        """
        self.stop_application_mode()
        os.kill(os.getpid(), signal.SIGTSTP)
        self._take_again()

    def _stop_no_more(self) -> bool:
        """Forget a signal to stop; tell whether there was one."""
        stopping, self._stopping = self._stopping, None
        if stopping is not None:
            stopping.cancel()
        return stopping is not None

    def _go_on(self) -> None:
        """Take the terminal again from whoever had it while the reader was stopped unasked."""
        if self._stop_no_more() or self._modes.taken:
            self._take_again()

    def _take_again(self) -> None:
        self.start_application_mode()
        self._repaint()

    def _repaint(self) -> None:
        self.send_message(self.SignalResume())

    # What the terminal tells

    def _tell_size(self) -> None:
        size = Size(*terminal_size(self._screen))
        self.send_message(events.Resize(size, size))

    def _process(self, message: Message) -> None:
        if not isinstance(message, _UNASKED):
            self.process_message(message)

    def send_message(self, message: Message) -> None:
        """Hand a message to the application, unless it has ended.

        Args:
            message: The message.
        """
        if not self._loop.is_closed():
            super().send_message(message)

    def _wait(self, dealt_with: threading.Event) -> None:
        self._loop.call_soon_threadsafe(self._app.call_later, dealt_with.set)

    def _lose(self, why: Exception | None) -> None:
        self.send_message(TerminalLost(why))


def _nothing() -> None:
    """Do nothing: there is no handler to put back yet."""


def terminal_size(descriptor: int) -> tuple[int, int]:
    """Return the columns and rows of a terminal, or what is usual if it does not know.

    Args:
        descriptor: The terminal.
    """
    try:
        columns, rows = os.get_terminal_size(descriptor)
    except OSError:
        columns = rows = 0
    usual_columns, usual_rows = USUAL_SIZE
    return min(columns or usual_columns, MOST_COLUMNS), min(rows or usual_rows, MOST_ROWS)
