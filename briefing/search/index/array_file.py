"""Named arrays in one file: how a finished index lies on disk.

The file is a magic word, a version, and a table of sections with their types, places and checksums;
then the sections, each starting at a multiple of 64 bytes. Such a file is never changed: a new one
takes its place in one step.

No file is mapped into memory: the system ends a program that looks at a mapped page which someone
else has cut off. A small file is read whole; of a large one, sections are read whole when asked
for, or in stretches, and every read says so when the bytes are not there any more. Short sections
that are looked at often are kept in memory.
"""

import json
import os
import struct
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from threading import get_ident
from typing import Any, BinaryIO, Literal, NamedTuple, Protocol, overload

from briefing.search.index.checked_file import CheckedFile, damaged

VERSION = 6
"""Rises when the meaning of a section changes; older files are then rebuilt."""

_MAGIC = b"BRIEFIDX"
_HEAD = struct.Struct("<8sIIII")
"""Magic, version, length of the table, checksum of the table, checksum of the four before it."""
_TABLE = 8192
"""Bytes kept for the table, which is known last and is first; blanks fill it up."""
_ALIGN = 64
_READ_WHOLE_BYTES = 16 << 20
"""Bytes up to which a file is read into memory whole."""
_BLOCK = 1 << 20
_MOST_KEPT_BYTES = 8 << 20
"""Bytes up to which a section of a large file is kept in memory once it is read often."""
_BYTES_PER_READ = 8 << 10
"""Bytes that take about as long to be read with others as a read of their own does."""

Typecode = Literal["B", "H", "I", "Q"]
"""Unsigned numbers of 1, 2, 4 and 8 bytes."""
_WIDTHS: dict[Typecode, int] = {"B": 1, "H": 2, "I": 4, "Q": 8}


class Stretches(Protocol):
    """Numbers that are looked at one or a stretch at a time; in memory they are a `memoryview`."""

    def __len__(self) -> int: ...

    @overload
    def __getitem__(self, place: int, /) -> int: ...

    @overload
    def __getitem__(self, place: slice, /) -> memoryview: ...


class StoredArray:
    """An array and the type of its elements."""

    def __init__(self, typecode: Typecode, data: memoryview) -> None:
        """Hold an array.

        Args:
            typecode: As in the `array` module.
            data: The bytes.
        """
        self.typecode: Typecode = typecode
        self._data = data

    @property
    def data(self) -> memoryview:
        """The bytes.

        Raises:
            SegmentError: They are in a file and are not what was written.
        """
        return self._data

    def view(self) -> memoryview:
        """Return the elements; where they are in a large file, they are read and checked each time.

        Raises:
            SegmentError: They are in a file and are not what was written.
        """
        return _cast(self.data, self.typecode)

    def stretches(self) -> Stretches:
        """Return the elements for looking at few of them: no more is read than is looked at.

        What is read in this way is not checked, apart from being there.
        """
        return self.view()


class _Row(NamedTuple):
    """What the table says of a section."""

    typecode: Typecode
    offset: int
    """Bytes from the start of the file."""
    size: int
    """Bytes."""
    checksum: int


class _StoredSection(StoredArray):
    """An array in a file that is too large to be kept in memory."""

    def __init__(self, file: CheckedFile, name: str, row: _Row) -> None:
        super().__init__(row.typecode, memoryview(b""))
        self._file, self._name, self._row = file, name, row

    @property
    def data(self) -> memoryview:
        found = self._file.read(self._row.offset, self._row.size)
        if zlib.crc32(found) != self._row.checksum:
            raise damaged(self._file.path, f"its part {self._name!r} is not what was written")
        return memoryview(found)

    def stretches(self) -> Stretches:
        return _StoredStretches(self._file, self._row)


class _StoredStretches:
    """Numbers in a file.

    A section is read whole and kept once reading parts of it has taken as long as that would have,
    so that it never takes more than twice the time that foresight would have taken.
    """

    def __init__(self, file: CheckedFile, row: _Row) -> None:
        self._file, self._typecode, self._offset = file, row.typecode, row.offset
        self._width = _WIDTHS[row.typecode]
        self._count = row.size // self._width
        self._reads_to_keep = row.size // _BYTES_PER_READ if row.size <= _MOST_KEPT_BYTES else None
        self._reads = 0
        self._kept: memoryview | None = None

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int, /) -> int: ...

    @overload
    def __getitem__(self, place: slice, /) -> memoryview: ...

    def __getitem__(self, place: int | slice, /) -> int | memoryview:
        if self._kept is not None:
            return self._kept[place]
        if isinstance(place, slice):
            first, last, _ = place.indices(self._count)
            return self._read(first, max(0, last - first))
        if not -self._count <= place < self._count:
            raise IndexError(place)
        number: int = self._read(place % self._count, 1)[0]
        return number

    def _read(self, first: int, count: int) -> memoryview:
        self._reads += 1
        if self._reads_to_keep is not None and self._reads > self._reads_to_keep:
            self._kept = kept = self._read_from_file(0, self._count)
            return kept[first : first + count]
        return self._read_from_file(first, count)

    def _read_from_file(self, first: int, count: int) -> memoryview:
        found = self._file.read(self._offset + first * self._width, count * self._width)
        return _cast(memoryview(found), self._typecode)


class Stored(dict[str, StoredArray]):
    """The sections of a file by name."""

    def __init__(self, file: CheckedFile, sections: Mapping[str, StoredArray]) -> None:
        """Hold sections together with the file they were read from."""
        super().__init__(sections)
        self._file = file

    def check(self) -> None:
        """Make sure that the file is as it was when it was opened; costs next to nothing.

        Nothing here ever changes one; where someone else did, what is in memory may be of one
        file and what is still to be read of another.

        Raises:
            SegmentError: The file was cut short or written into.
        """
        self._file.check()


def write(path: Path, sections: Iterable[tuple[str, StoredArray]]) -> None:
    """Write sections to a file, all or nothing.

    Args:
        path: The file, replaced if it is there.
        sections: Names and arrays; each is released before the next is asked for.

    Raises:
        OSError: The folder cannot be written.
    """
    # The name is this writer's own; `tempfile` would cost a search ten milliseconds of import.
    part = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}.tmp")
    try:
        with part.open("wb") as file:
            _write(file, sections)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _write(file: BinaryIO, sections: Iterable[tuple[str, StoredArray]]) -> None:
    """Write sections behind the place for the table, then the table."""
    table: dict[str, list[Any]] = {}
    start = offset = _padded(_HEAD.size + _TABLE)
    file.seek(start)
    for name, section in sections:
        data = section.data
        table[name] = [section.typecode, offset - start, data.nbytes, zlib.crc32(data)]
        file.write(data)
        file.write(bytes(_padded(data.nbytes) - data.nbytes))
        offset += _padded(data.nbytes)
        del section, data  # else they were still held while the next is made
    text = json.dumps({"byteorder": sys.byteorder, "sections": table}).encode().ljust(_TABLE)
    if len(text) > _TABLE:
        raise ValueError(f"a table of {len(text)} bytes has no room")
    head = struct.pack("<8sIII", _MAGIC, VERSION, len(text), zlib.crc32(text))
    file.seek(0)
    file.write(head + struct.pack("<I", zlib.crc32(head)) + text)


def read(path: Path, verify: bool = True, small: int | None = None) -> Stored:
    """Open a file written by `write`.

    Args:
        path: The file.
        verify: Whether to check every byte now. Without it only the table and the length are
            checked, and what is read whole later; `verify` of this module checks the rest.
        small: Bytes up to which a file is kept in memory; None for the usual number.

    Returns:
        The sections by name; those of a small file in memory, those of a large one on disk until
        they are used.

    Raises:
        SegmentError: The file is damaged, cut short or of another version.
        OSError: It cannot be opened at all.
    """
    file = CheckedFile(path)
    table = _table(file)
    if verify:
        _verify(file, table)
    if file.size > (_READ_WHOLE_BYTES if small is None else small):
        return Stored(file, {name: _StoredSection(file, name, row) for name, row in table.items()})
    whole = memoryview(file.read(0, file.size))
    return Stored(
        file,
        {
            name: StoredArray(row.typecode, whole[row.offset : row.offset + row.size])
            for name, row in table.items()
        },
    )


def verify(path: Path) -> None:
    """Check every byte of a file against its checksums, without keeping any.

    Raises:
        SegmentError: A byte is not what was written.
        OSError: The file cannot be opened.
    """
    file = CheckedFile(path)
    _verify(file, _table(file))


def _verify(file: CheckedFile, table: Mapping[str, _Row]) -> None:
    for name, row in table.items():
        found = 0
        for block in _blocks(file, row):
            found = zlib.crc32(block, found)
        if found != row.checksum:
            raise damaged(file.path, f"its part {name!r} is not what was written")


def _blocks(file: CheckedFile, row: _Row) -> Iterator[bytes]:
    for first in range(0, row.size, _BLOCK):
        yield file.read(row.offset + first, min(_BLOCK, row.size - first))


def _table(file: CheckedFile) -> dict[str, _Row]:
    """Return the table of a file."""
    path = file.path
    if file.size < _HEAD.size:
        raise damaged(path, "it is cut short")
    head = file.read(0, _HEAD.size)
    magic, version, length, checksum, own = _HEAD.unpack(head)
    if magic != _MAGIC or zlib.crc32(head[:-4]) != own:
        raise damaged(path, "it does not start like one")
    if version != VERSION:
        raise damaged(path, f"it is of version {version}, not {VERSION}")
    text = file.read(_HEAD.size, length)
    if zlib.crc32(text) != checksum:
        raise damaged(path, "its table is not what was written")
    content = json.loads(text)
    if content["byteorder"] != sys.byteorder:
        raise damaged(path, "it was made on another sort of machine")
    start = _padded(_HEAD.size + length)
    table = {
        name: _Row(typecode, start + offset, size, checksum)
        for name, (typecode, offset, size, checksum) in content["sections"].items()
    }
    if file.size < max((row.offset + row.size for row in table.values()), default=start):
        raise damaged(path, "it is cut short")
    return table


def _cast(data: memoryview, typecode: Typecode) -> memoryview:
    return data if typecode == "B" else data.cast("B").cast(typecode)


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
