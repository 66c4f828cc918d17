"""Whether a file is still the one that was read: first by its stamp, then by its digest."""

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

DIGEST_BYTES = 16
"""Enough that two different files of one library never have one digest."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file system says of a file without opening it."""

    size: int
    """Bytes; -1 for a file that is not there."""
    modified: int
    """Time of the last change, in nanoseconds since 1970."""
    inode: int


ABSENT = Stamp(-1, 0, 0)
"""The stamp of a file that is not there or may not be looked at."""


def stamp_of(path: Path) -> Stamp:
    """Return the stamp of a file, `ABSENT` if there is none."""
    try:
        status = path.stat()
    except OSError:
        return ABSENT
    # SQLite's integers are signed, some file systems' inode numbers are not.
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ino & (2**63 - 1))


def digest_of(path: Path) -> bytes:
    """Return the digest of a file's bytes, empty if it cannot be read."""
    try:
        return digest_bytes(path.read_bytes())
    except OSError:
        return b""


def digest_bytes(data: bytes) -> bytes:
    """Return the BLAKE2b digest of some bytes."""
    return blake2b(data, digest_size=DIGEST_BYTES).digest()
