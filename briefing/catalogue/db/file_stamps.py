"""Whether a file is still the one that was read: first by its stamp, then by its digest."""

import os
import stat
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from briefing.text.files import path_inside

DIGEST_BYTES: Final = 16
"""Enough that two different files of one library never have one digest."""
SETTLED_NS: Final = 2_000_000_000
"""A file that changed less than this many nanoseconds ago may change again within one tick of its
file system's clock, of which the coarsest in use ticks every two seconds; its stamp proves nothing
yet (git calls such an entry "racy")."""

_LARGEST = 2**63 - 1


class Stamp(NamedTuple):
    """What a file system says of a file without opening it."""

    size: int
    """Bytes; -1 for a file that is not there."""
    modified: int
    """Time of the last change of the bytes, in nanoseconds since 1970; programs may set it."""
    changed: int
    """Time of the last change of the bytes, name or rights; set by the system alone."""
    inode: int


ABSENT: Final = Stamp(-1, 0, 0, 0)
"""The stamp of a file that is not there or may not be looked at."""


class Seen(NamedTuple):
    """A file as it was seen at some moment."""

    stamp: Stamp
    digest: bytes
    """Of its bytes; of what is no readable file, the reason why not."""
    sure: bool
    """Whether any later change of the file is bound to change its stamp."""


def stamp_in(root: str, path: str) -> Stamp:
    """Return the stamp of a file of a library, `ABSENT` if there is none or it may be none.

    Args:
        root: The library's folder.
        path: Path of the file inside it.
    """
    return stamp_of(f"{root}/{path}") if _is_inside(path) else ABSENT


def stamp_of(path: str | Path) -> Stamp:
    """Return the stamp of a file, `ABSENT` if there is none."""
    try:
        return stamp_from(os.stat(path))  # noqa: PTH116  # thousands of times in one sync
    except (OSError, ValueError):
        return ABSENT


def has_stamp(root: str, path: str, stamp: tuple[int, int, int, int]) -> bool:
    """Return whether a file has the stamp it once had, as `stamp_in` would but in half the time.

    Args:
        root: The library's folder.
        path: Path of the file inside it.
        stamp: The numbers of a `Stamp` that `stamp_in` has given for this path.
    """
    if stamp == ABSENT:
        return stamp_in(root, path) == ABSENT
    # Whatever has another stamp was found to lie inside the library.
    try:
        status = os.stat(f"{root}/{path}")  # noqa: PTH116  # ten thousand times on every start
    except (OSError, ValueError):
        return False
    return stamp == (
        status.st_size,
        status.st_mtime_ns & _LARGEST,
        status.st_ctime_ns & _LARGEST,
        status.st_ino & _LARGEST,
    )


def stamp_from(status: os.stat_result) -> Stamp:
    """Return the stamp within what the system says of a file."""
    # SQLite's integers have 63 bits and a sign: less than some inode numbers and far-off dates.
    return Stamp(
        status.st_size,
        status.st_mtime_ns & _LARGEST,
        status.st_ctime_ns & _LARGEST,
        status.st_ino & _LARGEST,
    )


def look(root: Path, path: str, before: Seen | None = None) -> Seen:
    """Look at a file of a library, and read it only if its stamp leaves doubt.

    Args:
        root: The library's folder.
        path: Path of the file inside it.
        before: The file as it was seen earlier.
    """
    now = time.time_ns()
    stamp = stamp_in(os.fspath(root), path)
    if before is not None and before.sure and before.stamp == stamp:
        return before
    return Seen(stamp, _digest_of(root, path), _is_sure(stamp, now))


class FileMonitor:
    """Files as they were seen, and whether they have stayed so while others read them."""

    def __init__(self, root: Path, files: Mapping[str, Seen]) -> None:
        """Watch files.

        Args:
            root: The library's folder.
            files: How they were seen before anything was read, by path inside the library.
        """
        self._root = root
        self._files = dict(files)

    def seen(self, path: str) -> Seen:
        """Return a file as it was seen last."""
        return self._files[path]

    def has_stayed(self, path: str) -> bool:
        """Return whether a file has stayed the same ever since it was seen first."""
        before = self._files[path]
        now = look(self._root, path, before)
        if (now.stamp, now.digest) != (before.stamp, before.digest):
            return False
        self._files[path] = now  # by now its stamp may prove what only its digest could
        return True


def digest_bytes(data: bytes) -> bytes:
    """Return the BLAKE2b digest of some bytes."""
    from hashlib import blake2b  # loads a cryptographic library, which most starts do not need

    return blake2b(data, digest_size=DIGEST_BYTES).digest()


def _digest_file(path: Path) -> bytes:
    """Return what `digest_bytes` says of a file's bytes, without holding them all."""
    from hashlib import blake2b, file_digest  # see `digest_bytes`

    with path.open("rb") as file:
        return file_digest(file, lambda: blake2b(digest_size=DIGEST_BYTES)).digest()


def _is_inside(path: str) -> bool:
    """Return whether a path, its links not yet followed, stays inside the library."""
    return bool(path) and path[0] != "/" and not (".." in path and ".." in path.split("/"))


def _is_sure(stamp: Stamp, now: int) -> bool:
    if stamp == ABSENT:
        return True
    return min(abs(now - stamp.modified), abs(now - stamp.changed)) > SETTLED_NS


def _digest_of(root: Path, path: str) -> bytes:
    """Return the digest of a file, or why it has none: only what a library may read is opened."""
    if not _is_inside(path):
        return b"!outside"
    try:
        real = path_inside(root, path)
        if real is None:
            return b"!outside"
        status = real.stat()
        if not stat.S_ISREG(status.st_mode):
            return b"!%o" % stat.S_IFMT(status.st_mode)  # opening a device may never end
        from briefing.sources.reading import SIZE_LIMIT

        if status.st_size > SIZE_LIMIT:
            return b"!%d bytes" % status.st_size
        return _digest_file(real)
    except OSError as error:
        return b"!error %d" % (error.errno or 0)
    except (ValueError, RuntimeError):
        return b"!path"
