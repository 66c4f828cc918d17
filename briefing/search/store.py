"""Named arrays in one file: how a finished index lies on disk.

The file is a magic word, a version, and a table of sections with their types, places and checksums;
then the sections, each starting at a multiple of 64 bytes so that it can be used where it lies.
Such a file is never changed: a new one takes its place in one step.
"""

import json
import mmap
import os
import struct
import sys
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from threading import get_ident
from typing import Any, Literal, NamedTuple

from briefing.errors import BriefingError

VERSION = 2
"""Rises when the meaning of a section changes; older files are then built anew."""

_MAGIC = b"BRIEFIDX"
_HEAD = struct.Struct("<8sIIII")
"""Magic, version, length of the table, checksum of the table, checksum of the four before it."""
_ALIGN = 64
_SMALL = 16 << 20
"""Bytes up to which a file may stay in memory."""

Typecode = Literal["B", "H", "I", "Q"]
"""Unsigned numbers of 1, 2, 4 and 8 bytes."""


class SegmentError(BriefingError):
    """A file of arrays is damaged, cut short, or of another version; it has to be built anew."""


def impossible() -> SegmentError:
    """Return what to raise for a number that was never written: somebody else wrote over it."""
    return SegmentError("the search index holds impossible values", hint="it is built anew")


class Section(NamedTuple):
    """An array and the type of its elements."""

    typecode: Typecode
    """As in the `array` module."""
    data: memoryview
    """The bytes."""

    def view(self) -> memoryview:
        """Return the elements; the bytes are not copied."""
        return self.data if self.typecode == "B" else self.data.cast("B").cast(self.typecode)


def write(path: Path, sections: Mapping[str, Section]) -> None:
    """Write sections to a file, all or nothing.

    Args:
        path: The file, replaced if it is there.
        sections: The arrays by name.

    Raises:
        OSError: The folder cannot be written.
    """
    table: dict[str, list[Any]] = {}
    offset = 0
    for name, section in sections.items():
        size = section.data.nbytes
        table[name] = [section.typecode, offset, size, zlib.crc32(section.data)]
        offset += _padded(size)
    text = json.dumps({"byteorder": sys.byteorder, "sections": table}).encode()
    head = struct.pack("<8sIII", _MAGIC, VERSION, len(text), zlib.crc32(text))
    # The name is this writer's own; `tempfile` would cost a search ten milliseconds of import.
    part = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}.tmp")
    try:
        with part.open("wb") as file:
            file.write(head + struct.pack("<I", zlib.crc32(head)) + text)
            file.write(bytes(_padded(file.tell()) - file.tell()))
            for section in sections.values():
                file.write(section.data)
                file.write(bytes(_padded(section.data.nbytes) - section.data.nbytes))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def read(path: Path, verify: bool = True) -> dict[str, Section]:
    """Open a file written by `write`; its bytes stay on disk until they are used.

    Args:
        path: The file.
        verify: Whether to check every byte now. Without it only the table and the length are
            checked, and `verify` of this module has to be called some other time.

    Returns:
        The sections by name.

    Raises:
        SegmentError: The file is damaged, cut short or of another version.
        OSError: It cannot be read at all.
    """
    table, start = _table(path)
    with path.open("rb") as file:
        data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    if verify:
        _verify(path, table, start)
    return {
        name: Section(typecode, data[start + offset : start + offset + size])
        for name, (typecode, offset, size, _) in table.items()
    }


def release(sections: Mapping[str, Section]) -> None:
    """Give back the memory of sections that lie in a large file; they stay usable.

    What was looked at counts as memory of the program until it is given back, and for each look
    the system maps sixteen pages or, by its version, up to two megabytes.
    """
    if not hasattr(mmap, "MADV_DONTNEED"):
        return
    for mapped in _mapped(sections):
        if len(mapped) > _SMALL:
            mapped.madvise(mmap.MADV_DONTNEED)


def check(sections: Mapping[str, Section]) -> None:
    """Make sure that the files of sections still are as long as when they were opened.

    Nothing here ever shortens one; but where somebody else did, the system ends a program that
    looks at what is gone.

    Raises:
        SegmentError: A file was cut short.
    """
    for mapped in _mapped(sections):
        if mapped.size() < len(mapped):
            raise SegmentError("a part of the search index was cut short", hint="it is built anew")


def _mapped(sections: Mapping[str, Section]) -> Iterable[mmap.mmap]:
    found = {id(section.data.obj): section.data.obj for section in sections.values()}
    return (data for data in found.values() if isinstance(data, mmap.mmap))


def verify(path: Path) -> None:
    """Check every byte of a file against its checksums.

    The bytes are read, not mapped, so that checking does not count as memory of the program.

    Raises:
        SegmentError: A byte is not what was written.
    """
    _verify(path, *_table(path))


def _verify(path: Path, table: dict[str, tuple[Typecode, int, int, int]], start: int) -> None:
    with path.open("rb") as file:
        for name, (_, offset, size, expected) in table.items():
            file.seek(start + offset)
            found, left = 0, size
            while left and (block := file.read(min(left, 1 << 20))):
                found = zlib.crc32(block, found)
                left -= len(block)
            if found != expected:
                raise _damaged(path, f"its part {name!r} is not what was written")


def _table(path: Path) -> tuple[dict[str, tuple[Typecode, int, int, int]], int]:
    """Return the table of a file and the offset its sections start at."""
    with path.open("rb") as file:
        head = file.read(_HEAD.size)
        if len(head) < _HEAD.size:
            raise _damaged(path, "it is cut short")
        magic, version, length, checksum, own = _HEAD.unpack(head)
        if magic != _MAGIC or zlib.crc32(head[:-4]) != own:
            raise _damaged(path, "it does not start like one")
        if version != VERSION:
            raise _damaged(path, f"it is of version {version}, not {VERSION}")
        text = file.read(length)
        if zlib.crc32(text) != checksum:
            raise _damaged(path, "its table is not what was written")
        content = json.loads(text)
        if content["byteorder"] != sys.byteorder:
            raise _damaged(path, "it was made on another sort of machine")
        table = {name: tuple(row) for name, row in content["sections"].items()}
        start = _padded(_HEAD.size + length)
        end = max((start + row[1] + row[2] for row in table.values()), default=start)
        if file.seek(0, os.SEEK_END) < end:
            raise _damaged(path, "it is cut short")
    return table, start


def _damaged(path: Path, why: str) -> SegmentError:
    return SegmentError(f"{path.name} is no usable search index: {why}", hint="it is built anew")


def _padded(size: int) -> int:
    return -(-size // _ALIGN) * _ALIGN


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where folders can be synced."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
