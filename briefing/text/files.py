"""Reading and writing the small text files of a library, with every way it can go wrong."""

import os
import stat
from pathlib import Path
from typing import Final

from briefing.errors import Place, Problem
from briefing.text.cleaning import clean

MAX_BYTES: Final = 8 * 2**20
"""A card of ten thousand items is smaller; what is larger was put there by mistake."""


def read_text(root: Path, file: str) -> str | Problem:
    """Read a UTF-8 file of a library.

    Args:
        root: Folder of the library.
        file: Path of the file inside it.

    Returns:
        The text, or why there is none: the path leaves the library (also through a symbolic link),
        the file is no plain file, too large, not readable or not UTF-8.
    """
    place = Place(clean(file))
    try:
        path = path_inside(root, file)
        if path is None:
            return _problem(place, "the file is outside the library", "copy it into the library")
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return _problem(place, "this is no plain file")
        if found.st_size > MAX_BYTES:
            return _problem(place, f"larger than {MAX_BYTES // 2**20} MiB, which no such file is")
        data = path.read_bytes()
    except FileNotFoundError:
        return _problem(place, "there is no such file")
    except (OSError, ValueError, RuntimeError) as error:
        return _problem(place, f"cannot be read: {getattr(error, 'strerror', None) or error}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = _position(place.file, error.object, error.start)
        return _problem(where, "not valid UTF-8 here", "save the file as UTF-8")


def path_inside(root: Path, file: str) -> Path | None:
    """Return where a file of a library is, links followed where there are any.

    Args:
        root: Folder of the library.
        file: Path of the file inside it; it need not exist.

    Returns:
        A path to it; None where it leaves the library, also through a symbolic link.

    Raises:
        OSError: The path cannot be followed.
        RuntimeError: See `OSError`: its links go in a circle.
        ValueError: It is no path.
    """
    if _is_plain(root, file):
        return root / file
    path = (root / file).resolve()
    return path if path.is_relative_to(root.resolve()) else None


def _is_plain(root: Path, file: str) -> bool:
    """Whether a path goes down from the library and follows no link on its way."""
    parts = file.split("/")
    if os.sep != "/" or ".." in parts or "" in parts:
        return False
    path = os.fspath(root)
    for part in parts:
        path = f"{path}/{part}"
        try:
            if stat.S_ISLNK(os.lstat(path).st_mode):
                return False
        except OSError:
            return True  # what cannot be looked at leads nowhere else, and reading it says why
    return True


def replace_text(path: Path, text: str) -> None:
    """Write a file again as UTF-8: whole, or not at all.

    Args:
        path: The file, which may be a symbolic link; its permissions are kept.
        text: What it is to hold; line ends are written as they are.

    Raises:
        OSError: It cannot be written; the file is as it was.
    """
    target = path.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        part.chmod(stat.S_IMODE(target.stat().st_mode))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def sha256_of(path: Path) -> str:
    """Return the hexadecimal SHA-256 digest of a file.

    Raises:
        OSError: It cannot be read.
    """
    import hashlib  # loads a cryptographic library, which no other start needs

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _position(file: str, data: bytes, offset: int) -> Place:
    line = data.count(b"\n", 0, offset) + 1
    start = data.rfind(b"\n", 0, offset) + 1
    return Place(file, line, len(data[start:offset].decode("utf-8", "replace")) + 1)


def _problem(place: Place, message: str, hint: str = "") -> Problem:
    return Problem("error", "unreadable-file", place, clean(message), hint)
