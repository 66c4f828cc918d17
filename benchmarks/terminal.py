"""A program in a pseudo-terminal of its own, and the time of everything it paints.

Output is only read and stamped while the program runs; what the screen looked like after each piece
is worked out afterwards, so that the emulator costs the program nothing.
"""

import fcntl
import importlib
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

Lines = Sequence[str]
"""What the screen shows, a string a row."""

CHUNK = 1 << 16


@dataclass(slots=True)
class Frame:
    """The screen after one piece of output."""

    at: float
    """Seconds since the clock was started: at the program's start, or at a key."""
    worked: float
    """Seconds of processor time that the program took by then, since the same moment."""
    lines: tuple[str, ...]


@dataclass(slots=True)
class Terminal:
    """A running program; a context manager that ends it.

    Args:
        command: What to run.
        columns: Width in cells.
        rows: Height in cells.
        environment: Variables to set beside the present ones.
    """

    command: Sequence[str]
    columns: int = 120
    rows: int = 40
    environment: Mapping[str, str] = field(default_factory=dict)
    pid: int = field(init=False, default=0)
    _fd: int = field(init=False, default=-1)
    _started: float = field(init=False, default=0.0)
    _worked_before: float = field(init=False, default=0.0)
    _screen: Any = field(init=False)
    _stream: Any = field(init=False)

    def __enter__(self) -> Self:
        # Loaded by name: pyte is only there where benchmarks/requirements.txt is installed.
        pyte: Any = importlib.import_module("pyte")
        self._screen = pyte.Screen(self.columns, self.rows)
        self._stream = pyte.ByteStream(self._screen)
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment.pop("NO_COLOR", None)
        environment |= self.environment
        self._started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.execvpe(self.command[0], list(self.command), environment)
        size = struct.pack("HHHH", self.rows, self.columns, 0, 0)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, size)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    @property
    def lines(self) -> Lines:
        """What the screen shows now."""
        # Not the emulator's own list: it fails while half of a wide sign is written over.
        columns, buffer = range(self.columns), self._screen.buffer
        return tuple("".join(buffer[y][x].data for x in columns) for y in range(self.rows))

    def press(self, keys: str) -> None:
        """Start the clock and send keys."""
        self._worked_before = 0.0
        self._worked_before = self._worked()
        self._started = time.perf_counter()
        os.write(self._fd, keys.encode())

    def frames(self, quiet: float, longest: float = 30.0, enough: int = 0) -> list[Frame]:
        """Read until nothing comes for a while, and return the screen after each piece.

        Args:
            quiet: Seconds without output that end the reading.
            longest: Seconds from the start of the clock after which reading ends anyway.
            enough: Bytes that must have come before quiet counts.
        """
        pieces: list[tuple[float, float, bytes]] = []
        came = 0
        while True:
            gone = time.perf_counter() - self._started
            waited = min(quiet if came >= enough else longest, longest - gone)
            ready, _, _ = select.select([self._fd], [], [], max(0.0, waited))
            if not ready:
                break
            try:
                data = os.read(self._fd, CHUNK)
            except OSError:
                break
            came += len(data)
            pieces.append((time.perf_counter() - self._started, self._worked(), data))
        return [self._shown(*piece) for piece in pieces]

    def _worked(self) -> float:
        """Return the processor time of the program, all its threads together, in seconds."""
        # The clock of another process, as clock_getcpuclockid(3) makes its number.
        return time.clock_gettime((~self.pid << 3) | 2) - self._worked_before

    def _shown(self, at: float, worked: float, data: bytes) -> Frame:
        self._stream.feed(data)
        return Frame(at, worked, tuple(self.lines))

    def memory_mb(self) -> float:
        """Return the program's resident memory in MB.

        Raises:
            RuntimeError: It has ended; the message holds what it left on the screen.
        """
        rows = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii").splitlines()
        for row in rows:
            if row.startswith("VmRSS"):
                return int(row.split()[1]) / 1024
        raise RuntimeError(f"{' '.join(self.command)} has ended: {self.shown()}")

    def shown(self) -> str:
        """Return what stands on the screen now, on one line, for a message."""
        return " / ".join(row.strip() for row in self.lines if row.strip())[:400] or "nothing"


def first(frames: Sequence[Frame], wanted: Callable[[Lines], bool]) -> float | None:
    """Return when the screen first was as wanted, in seconds of its clock, or None."""
    return next((frame.at for frame in frames if wanted(frame.lines)), None)


def last_change(frames: Sequence[Frame], before: Lines, rows: slice = slice(None)) -> float | None:
    """Return when some rows last changed, in seconds of the clock, or None where they did not."""
    found = last_changed(frames, before, rows)
    return None if found is None else found.at


def last_changed(frames: Sequence[Frame], before: Lines, rows: slice = slice(None)) -> Frame | None:
    """Return the frame with which some rows last changed, or None where they did not."""
    found, shown = None, tuple(before)[rows]
    for frame in frames:
        if frame.lines[rows] != shown:
            found, shown = frame, frame.lines[rows]
    return found
