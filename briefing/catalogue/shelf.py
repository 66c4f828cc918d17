"""The posting segments of a catalogue: files that never change; what nobody names is swept."""

import uuid
from pathlib import Path

from briefing.search.postings import Segment

SUFFIX = ".segment"


class Shelf:
    """Segments by name, in a folder or in memory."""

    def __init__(self, folder: Path | None) -> None:
        """Keep segments.

        Args:
            folder: Where the files lie; None to keep the segments in memory.
        """
        self._folder = folder
        self._open: dict[str, Segment] = {}

    def add(self, segment: Segment) -> str:
        """Keep a segment for good and return its name.

        Raises:
            OSError: The folder cannot be written.
        """
        name = uuid.uuid4().hex
        if self._folder is not None:
            segment.save(self._folder / f"{name}{SUFFIX}")
        else:
            self._open[name] = segment
        return name

    def get(self, name: str) -> Segment:
        """Return a segment; its bytes are mapped, and checked by `verify` only.

        Raises:
            SegmentError: The file is damaged or of another version.
            OSError: There is no such file.
        """
        if name not in self._open and self._folder is not None:
            self._open[name] = Segment.load(self._folder / f"{name}{SUFFIX}", verify=False)
        return self._open[name]

    def verify(self, name: str) -> None:
        """Check every byte of a segment.

        Raises:
            SegmentError: A byte is not what was written.
            OSError: The file cannot be read.
        """
        if self._folder is not None:
            from briefing.search import store

            store.verify(self._folder / f"{name}{SUFFIX}")

    def keep_only(self, names: set[str]) -> None:
        """Remove every segment but these; the caller holds the catalogue's write lock."""
        for name in [name for name in self._open if name not in names]:
            del self._open[name]
        if self._folder is None:
            return
        for path in self._folder.glob(f"*{SUFFIX}*"):
            if path.name.removesuffix(SUFFIX) not in names:
                path.unlink(missing_ok=True)
