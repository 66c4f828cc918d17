"""An interactive progress bar on standard error."""

import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Self, TextIO

from briefing.text.cleaning import clean
from briefing.text.width import cells, cut

if TYPE_CHECKING:
    from briefing.catalogue.sync.progress import Progress
    from briefing.model.source import SourceRecord

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
        self.draw(lambda columns: bar(progress.done, progress.total, columns))

    def draw(self, line_of: Callable[[int], str]) -> None:
        """Draw a line, if it is time to.

        Args:
            line_of: Returns the line, no wider than so many columns.
        """
        if self._stream is None or self._clock() < self._next:
            return
        import shutil  # loads compressors, and a bar is seldom drawn

        self._next = self._clock() + _PACE
        line = line_of(shutil.get_terminal_size().columns - 1)
        drawn = cells(line)
        self._write(line + " " * (self._drawn - drawn))
        self._drawn = drawn

    def clear(self) -> None:
        """Take away what was drawn."""
        if self._drawn:
            self._write(" " * self._drawn)
            self._write("")
            self._drawn = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def _write(self, line: str) -> None:
        try:
            if self._stream is not None:
                self._stream.write(f"\r{line}")
                self._stream.flush()
        except OSError:
            self._stream = None  # nobody is watching any more


class ReadingBar:
    """Says how much of a large document was read, and leaves nothing behind.

    Args:
        stream: Where to draw.
        clock: Tells the time in seconds.
    """

    def __init__(self, stream: TextIO | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._bar = BuildBar(stream, clock)

    def __call__(self, record: "SourceRecord", share: float) -> None:
        """Draw, if it is time to, what share of a document was read, from 0 to 1."""
        if share >= 1:
            self._bar.clear()
            return
        words = f"reading {clean(record.file)}… {share * 100:.0f} %"
        self._bar.draw(lambda columns: cut(words, columns))


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
