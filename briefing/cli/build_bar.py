"""A bar on standard error while a catalogue is built, for who sits before a terminal and waits."""

import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from briefing.catalogue import Progress

PATIENCE = 0.5
"""Seconds before it shows: what is done by then needs no bar."""
_PACE = 0.1
_LONGEST = 40


class BuildBar:
    """Draws how far a build has come, and leaves nothing behind; silent on anything but a terminal.

    Args:
        stream: Where to draw.
        clock: Tells the time in seconds.
    """

    def __init__(self, stream: TextIO | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream if stream is not None and _can_draw(stream) else None
        self._clock = clock
        self._next = clock() + PATIENCE
        self._drawn = 0

    def __call__(self, progress: "Progress") -> None:
        """Draw, if it is time to."""
        if self._stream is None or self._clock() < self._next:
            return
        import shutil  # loads compressors, and a bar is seldom drawn

        self._next = self._clock() + _PACE
        line = bar(progress.done, progress.total, shutil.get_terminal_size().columns - 1)
        self._write(line.ljust(self._drawn))
        self._drawn = len(line)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._drawn:
            self._write(" " * self._drawn)
            self._write("")

    def _write(self, line: str) -> None:
        try:
            if self._stream is not None:
                self._stream.write(f"\r{line}")
                self._stream.flush()
        except OSError:
            self._stream = None  # nobody is watching any more


def bar(done: int, total: int, columns: int) -> str:
    """Return a line that says how much is done, no wider than so many columns."""
    words = f"reading the library: {done:,} of {total:,}"
    length = min(_LONGEST, columns - len(words) - 3)
    if length < 4:
        return words[: max(0, columns)]
    filled = min(length, length * done // max(1, total))
    return f"{words} [{'#' * filled}{'.' * (length - filled)}]"


def _can_draw(stream: TextIO) -> bool:
    try:
        return stream.isatty() and os.environ.get("TERM") != "dumb"
    except ValueError:
        return False  # it was closed
