"""Files that appear whole or not at all, and never in the place of another."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from briefing.text.files import replace_text

_PART: Final = ".importing"
"""What the names of files end in that are being written."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other imports out of a folder; what an import that was killed left half is removed.

    Args:
        folder: The folder, which has to be there. File systems without locks go without.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def remove_parts(*folders: Path) -> None:
    """Remove what an import that was killed left half; only under the lock."""
    for folder in folders:
        for part in folder.glob(f".*{_PART}"):
            part.unlink(missing_ok=True)


def create(path: Path, data: bytes) -> None:
    """Make a file: whole, or not at all, and only where there is none.

    Args:
        path: The file; its folder has to be there.
        data: What it is to hold.

    Raises:
        FileExistsError: There is one.
        OSError: It cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}{_PART}")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _name(part, path)
    finally:
        part.unlink(missing_ok=True)
    _sync(path.parent)


def replace(path: Path, text: str) -> None:
    """Write a text file again, or for the first time: whole, or not at all.

    Args:
        path: The file.
        text: What it is to hold; line ends are written as they are.

    Raises:
        OSError: It cannot be written; the file is as it was.
    """
    if os.path.lexists(path):
        replace_text(path, text)
        _sync(path.resolve().parent)
    else:
        create(path, text.encode("utf-8"))


def _name(part: Path, path: Path) -> None:
    """Give a file that was written its name, unless something has it."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:
        # The file system has no links: the lock keeps other imports away between these two lines.
        if os.path.lexists(path):
            raise FileExistsError(17, "there is such a file already", str(path)) from None
        part.rename(path)


def _sync(folder: Path) -> None:
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
