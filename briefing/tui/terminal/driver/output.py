"""Writing to a terminal that may be slow, stand still or go away."""

import os
import select
import termios
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread
from typing import Final

FRAMES: Final = 30
"""How many writes may wait; beyond that the reader waits for the terminal."""
PATIENCE: Final = 1.0
"""Seconds to wait for a terminal that takes nothing before frames are dropped."""
_PIECE: Final = 4096
_MOMENT: Final = 0.05
_CANCEL: Final = b"\x18"
"""Makes a terminal forget an escape sequence that was cut short."""


class Output:
    """Writes in a thread of its own, so that a slow terminal does not hold up the keys.

    Nothing here waits for ever: what a terminal does not take for a while is dropped, and the
    reader is asked to paint afresh once it takes something again.

    Args:
        descriptor: The terminal.
        encoding: What to encode text in; what it cannot hold becomes `?`.
        lost: Called from the thread, once, when the terminal cannot be written to any more.
        recovered: Called from the thread when it takes something again after frames were dropped.
    """

    def __init__(
        self,
        descriptor: int,
        encoding: str,
        lost: Callable[[OSError], None],
        recovered: Callable[[], None],
    ) -> None:
        self._descriptor = _own_way_to(descriptor)
        self._is_own = self._descriptor != descriptor
        self._encoding = encoding
        self._lost = lost
        self._recovered = recovered
        self._changed = Condition()
        self._waiting: deque[str] = deque()
        self._busy = False
        self._stalled = False
        self._given_up = False
        self._closed = False
        self._thread = Thread(target=self._run, name="briefing-output", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        """Have text written, whole or not at all."""
        with self._changed:
            if self._stalled or self._given_up or self._closed:
                return
            if not self._changed.wait_for(self._has_room, PATIENCE):
                self._stalled = True
                return
            self._waiting.append(text)
            self._changed.notify_all()

    def finish(self, text: str) -> None:
        """Write a last text and wait for it, or at least put it where the terminal will find it.

        Args:
            text: Escape sequences that give the terminal back.
        """
        with self._changed:
            if not self._given_up and not self._stalled:
                self._waiting.append(text)
                self._changed.notify_all()
                if self._changed.wait_for(self._is_idle, 2 * PATIENCE):
                    return
            self._given_up = True
            self._waiting.clear()
        self._force(text.encode(self._encoding, "replace"))

    def begin(self, text: str) -> None:
        """Write a first text, or another one after the last; it is never dropped.

        Args:
            text: Escape sequences that take the terminal.
        """
        with self._changed:
            cut_short = _CANCEL.decode() if self._given_up else ""
            self._stalled = self._given_up = False
            self._waiting.append(cut_short + text)
            self._changed.notify_all()

    def close(self) -> None:
        """Let the thread end."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _has_room(self) -> bool:
        return len(self._waiting) < FRAMES or self._given_up

    def _is_idle(self) -> bool:
        return not self._busy and not self._waiting

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closed)
                if not self._waiting:
                    break
                text = "".join(self._waiting)
                self._waiting.clear()
                self._busy = True
                self._changed.notify_all()
            self._put(text.encode(self._encoding, "replace"))
            with self._changed:
                self._busy = False
                stalled, self._stalled = self._stalled, False
                self._changed.notify_all()
            if stalled:
                self._recovered()
        if self._is_own:
            os.close(self._descriptor)

    def _put(self, data: bytes) -> None:
        while data and not self._given_up:
            try:
                data = data[os.write(self._descriptor, data[:_PIECE]) :]
            except BlockingIOError:
                select.select((), (self._descriptor,), (), _MOMENT)
            except OSError as error:
                self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        with self._changed:
            self._given_up = True
            self._waiting.clear()
            self._changed.notify_all()
        self._lost(error)

    def _force(self, data: bytes) -> None:
        """Write past what the terminal has not taken, if there is any way to.

        The thread has to be done with the piece it was at, for that would come behind.
        """
        with self._changed:
            self._changed.wait_for(lambda: not self._busy, PATIENCE)
        with suppress(OSError, termios.error):
            termios.tcflush(self._descriptor, termios.TCOFLUSH)
            if select.select((), (self._descriptor,), (), PATIENCE)[1]:
                os.write(self._descriptor, _CANCEL + data)


def _own_way_to(descriptor: int) -> int:
    """Open a terminal again, so that no write to it ever waits in the system.

    A descriptor that others have too would not wait for them either.

    Args:
        descriptor: The terminal.

    Returns:
        The new descriptor, or the given one where the terminal has no name of its own.
    """
    try:
        return os.open(os.ttyname(descriptor), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    except OSError:
        return descriptor
