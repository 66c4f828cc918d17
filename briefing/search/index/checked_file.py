"""A file of the index that is read in parts, and told from one that is not what it was."""

import os
import stat
import weakref
from pathlib import Path
from threading import Lock

from briefing.errors import BriefingError


class SegmentError(BriefingError):
    """A file of arrays is damaged, cut short, or of another version; it has to be rebuilt."""


def impossible() -> SegmentError:
    """Return what to raise for a number that was never written: someone else wrote over it."""
    return SegmentError("the search index holds impossible values", hint="it is rebuilt")


class CheckedFile:
    """An open file; what is missing of it is an error, however it came to be missing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        # Opening a pipe to read would wait for someone to write.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        self._handle = os.open(path, flags)
        weakref.finalize(self, os.close, self._handle).atexit = False
        self._lock = Lock()
        self._seen = os.fstat(self._handle)
        if not stat.S_ISREG(self._seen.st_mode):
            raise damaged(path, "it is no plain file")

    @property
    def size(self) -> int:
        """Bytes when it was opened."""
        return self._seen.st_size

    def read(self, offset: int, size: int) -> bytes:
        """Return bytes, all that were asked for.

        Raises:
            SegmentError: They are not there any more, or cannot be read.
        """
        try:
            found = self._read_at(offset, size)
            while len(found) < size and (more := self._read_at(offset + len(found), size)):
                found += more[: size - len(found)]
        except OSError as error:
            raise damaged(self.path, f"it cannot be read: {error.strerror}") from error
        if len(found) < size:
            raise damaged(self.path, "it was cut short")
        return found

    def _read_at(self, offset: int, size: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._handle, size, offset)
        with self._lock:
            os.lseek(self._handle, offset, os.SEEK_SET)
            return os.read(self._handle, size)

    def check(self) -> None:
        """Make sure that nobody has cut it short or written into it since it was opened.

        Raises:
            SegmentError: Someone has.
        """
        try:
            now = os.fstat(self._handle)
        except OSError as error:
            raise damaged(self.path, f"it cannot be read: {error.strerror}") from error
        if now.st_size < self._seen.st_size:
            raise damaged(self.path, "it was cut short")
        if (now.st_size, now.st_mtime_ns) != (self._seen.st_size, self._seen.st_mtime_ns):
            raise damaged(self.path, "another program has written into it")


def damaged(path: Path, why: str) -> SegmentError:
    """Return what to raise for a file that cannot be used, saying why."""
    return SegmentError(f"{path.name} is no usable search index: {why}", hint="it is rebuilt")
