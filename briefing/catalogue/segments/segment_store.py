"""The posting segments of a catalogue: files that never change, deleted when unreferenced."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # A list of meetings needs no search.
    from briefing.search.index.array_file import StoredArray
    from briefing.search.index.segment import Segment

SUFFIX = ".segment"
MOST_SEGMENTS = 3
"""With more than this many, searching costs more than merging them does."""
CHECKED_BYTES = 16 << 20
"""Bytes up to which a file is checked whole before it is used: a few milliseconds."""


class SegmentStore:
    """Segments by name, in a folder or in memory.

    Attributes:
        most: How many segments there may be before some are merged.
        checked: Bytes of a segment up to which all of it is checked as it is opened.
        joins: Whether merging joins arrays, or reads entries anew; None to let their number decide.
    """

    def __init__(self, folder: Path | None) -> None:
        """Keep segments.

        Args:
            folder: where the files are; None to keep the segments in memory.
        """
        self.most = MOST_SEGMENTS
        self.checked = CHECKED_BYTES
        self.joins: bool | None = None
        self._folder = folder
        self._open: dict[str, Segment] = {}

    def add(self, sections: "Iterable[tuple[str, StoredArray]]") -> str:
        """Store a segment and return its name.

        Until its name is recorded it may be deleted by another process; see `has`.

        Args:
            sections: Its arrays, each of which is released before the next is asked for.

        Raises:
            OSError: The folder cannot be written.
        """
        name = os.urandom(16).hex()
        if self._folder is None:
            from briefing.search.index.segment import Segment

            self._open[name] = Segment(dict(sections))
            return name
        from briefing.search.index import array_file

        # Another process may delete it even while it is being written.
        with suppress(FileNotFoundError):
            array_file.write(self._path(name), sections)
        return name

    def put(self, name: str, sections: "Mapping[str, StoredArray]") -> None:
        """Make sure that a segment is there; nobody can delete it while the write lock is held.

        Raises:
            OSError: The folder cannot be written.
        """
        if self.has(name):
            return
        if self._folder is None:
            from briefing.search.index.segment import Segment

            self._open[name] = Segment(sections)
            return
        from briefing.search.index import array_file

        array_file.write(self._path(name), sections.items())

    def has(self, name: str) -> bool:
        """Return whether a segment is there; nobody can delete it while the write lock is held."""
        return name in self._open if self._folder is None else self._path(name).exists()

    def get(self, name: str) -> "Segment":
        """Return a segment; its bytes are mapped, and checked if they are few.

        Raises:
            SegmentError: The file is damaged or of another version.
            OSError: There is no such file.
        """
        from briefing.search.index.segment import Segment

        found = self._open.get(name)
        if found is None:
            path = self._path(name)
            found = Segment.load(path, verify=path.stat().st_size <= self.checked)
            self._open[name] = found
        return found

    def sections(self, name: str) -> "Mapping[str, StoredArray]":
        """Return the arrays of a segment, on disk until used; none of one that is kept in memory.

        Raises:
            SegmentError: The file is damaged or of another version.
            OSError: There is no such file.
        """
        from briefing.search.index import array_file

        if self._folder is None:
            return {}
        return array_file.read(self._path(name), verify=False, small=0)

    def verify(self, name: str) -> None:
        """Check every byte of a segment.

        Raises:
            SegmentError: A byte is not what was written.
            OSError: The file cannot be read.
        """
        if self._folder is not None:
            from briefing.search.index import array_file

            array_file.verify(self._path(name))

    def names(self) -> set[str]:
        """Return the names of all files that are there, unfinished ones too.

        Raises:
            OSError: The folder cannot be read.
        """
        if self._folder is None:
            return set(self._open)
        return {p.name.removesuffix(SUFFIX) for p in self._folder.iterdir() if SUFFIX in p.name}

    def keep_only(self, names: set[str]) -> None:
        """Remove every segment but these; the caller holds the catalogue's write lock.

        Raises:
            OSError: The folder cannot be written.
        """
        for name in self._open.keys() - names:
            self._open.pop(name, None)
        if self._folder is not None:
            for path in list(self._folder.iterdir()):
                if SUFFIX in path.name and path.name.removesuffix(SUFFIX) not in names:
                    path.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        if self._folder is None:
            raise FileNotFoundError(name)
        return self._folder / f"{name}{SUFFIX}"
