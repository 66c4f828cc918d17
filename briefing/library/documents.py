"""The source documents of a library: read once, and kept as long as they are not too many."""

import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from briefing.errors import Place, Problem, SourceError
from briefing.evidence.matcher import SourceMatcher
from briefing.library.locators import read_locators
from briefing.model.source import NO_LOCATORS, Locators, Source, SourceRecord
from briefing.sources.reading import read_source
from briefing.text.cleaning import clean
from briefing.text.files import sha256_of

KEPT: Final = 32 * 2**20
"""Code points of all documents that are kept together, the one read last not counted."""
HEAVY: Final = 2**20
"""Bytes from which on it is told how far reading a document has come."""

ProgressListener = Callable[[SourceRecord, float], None]
"""Called in the thread that reads with the document and the share of it, from 0 to 1."""


class Documents:
    """Sources with what finds evidence in them.

    Two threads may ask at once: the worst that happens is that both read the same file.

    Args:
        root: Folder of the library.
        records: What the library lists, by id.
        index: The file that lists them.

    Attributes:
        reading: Called while a large document is read.
        heavy: Bytes from which on a document is large.
    """

    def __init__(self, root: Path, records: Mapping[str, SourceRecord], index: str) -> None:
        self._root, self._records, self._index = root, records, index
        self._sources: dict[str, Source | SourceError] = {}
        self._size = 0
        self._stamps: dict[str, tuple[int, ...]] = {}
        self._problems: dict[str, Problem] = {}
        self._matchers: dict[str, SourceMatcher | None] = {}
        self._locators: dict[str, Locators] = {}
        self._busy: set[str] = set()
        self._elder: Documents | None = None
        self.reading: ProgressListener | None = None
        self.heavy = HEAVY

    def read(self, source_id: str) -> Source | SourceError:
        """Return a listed source, or why it cannot be read."""
        self._inherit(source_id)
        found = self._sources.get(source_id)
        if found is None:
            self._busy.add(source_id)
            try:
                self._stamps[source_id] = self._stamp(source_id)
                found = self._read(source_id)
                self._keep(source_id, found)
            finally:
                self._busy.discard(source_id)
        return found

    def _read(self, source_id: str) -> Source | SourceError:
        """Read a listed source, and note what is wrong with it."""
        record = self._records.get(source_id)
        if record is None:
            message = f"source '{clean(source_id)}' cannot be looked up"
            return SourceError(message, hint=f"fix {self._index}")
        place = record.place or Place(self._index)
        heavy = self.reading is not None and self._weight(source_id) >= self.heavy
        progress = partial(self.reading, record) if heavy and self.reading else None
        try:
            source = read_source(record, self._root, progress)
        except SourceError as error:
            if record.file:
                problem = Problem("error", "unreadable-source", place, error.message, error.hint)
                self._problems[source_id] = problem
            return error
        digest = sha256_of(self._root / record.file) if record.sha256 else ""
        if digest != record.sha256:
            message = f"'{record.file}' is not the file whose sha256 is recorded"
            hint = f"check what rests on it, then record {digest}"
            self._problems[source_id] = Problem("warning", "source-changed", place, message, hint)
        if progress is not None:
            progress(1.0)
        return source._replace(locators=self.locators(source_id, digest))

    def problem(self, source_id: str) -> Problem | None:
        """Return what is wrong with a source that was read; None if nothing."""
        return self._problems.get(source_id)

    def locators(self, source_id: str, digest: str = "") -> Locators:
        """Return where the paragraphs of a source are in its original; the text is not read.

        Args:
            source_id: The source; of one that is not listed nothing is known.
            digest: That of its file as it is, where it is known.
        """
        found = self._locators.get(source_id)
        if found is None:
            record, found = self._records.get(source_id), NO_LOCATORS
            if record is not None:
                found = read_locators(self._root, record.file, record.sha256, digest)
            self._locators[source_id] = found
        return found

    def matcher(self, source_id: str) -> SourceMatcher | None:
        """Return what finds evidence in a source; None where it cannot be read."""
        self._inherit(source_id)
        if source_id not in self._matchers:
            source = self.read(source_id)
            matcher = SourceMatcher(source) if isinstance(source, Source) else None
            self._matchers[source_id] = matcher
        return self._matchers[source_id]

    def _weight(self, source_id: str, *, finding: bool = False) -> int:
        """Return the bytes that are still to be read of a source.

        Args:
            source_id: A listed source.
            finding: Whether evidence is to be found in it too.

        Returns:
            0 for one that was read; then nothing takes long.
        """
        self._inherit(source_id)
        if source_id in (self._matchers if finding else self._sources):
            return 0
        return max(0, self._stamp(source_id)[0])

    def is_heavy(self, source_id: str) -> bool:
        """Return whether a source takes longer to read than a key may wait, and is not read yet."""
        return self._weight(source_id) >= self.heavy

    def are_heavy(self, source_ids: Iterable[str]) -> bool:
        """Return whether finding evidence in sources takes longer than a key may wait."""
        return sum(self._weight(source_id, finding=True) for source_id in source_ids) >= self.heavy

    def any_heavy(self) -> bool:
        """Return whether any listed document takes longer to read than a key may wait."""
        return any(self._stamp(source_id)[0] >= self.heavy for source_id in self._records)

    def release(self, keep: int) -> None:
        """Forget all documents but the last few that were read.

        Args:
            keep: How many to keep; the others are read again when asked for.
        """
        for source_id in list(self._sources)[: max(0, len(self._sources) - keep)]:
            self._forget(source_id)

    def release_matchers(self) -> None:
        """Forget what finds evidence in large sources; it is made again when asked for."""
        for source_id in list(self._matchers):
            if self._stamps.get(source_id, (0,))[0] >= self.heavy:
                self._matchers.pop(source_id, None)

    def trim(self) -> None:
        """Forget the documents read first where all together are too large to be kept."""
        if self._size <= KEPT:
            return
        left, sizes = 0, {}
        for source_id, source in reversed(list(self._sources.items())[:-1]):
            sizes[source_id] = _length(source)
        for source_id, size in sizes.items():
            left += size
            if left > KEPT:
                self._forget(source_id)
        self._size = sum(map(_length, self._sources.values()))

    def adopt(self, others: "Documents") -> None:
        """Take over the large documents of the same library, as it was read before, that stayed.

        Args:
            others: The documents of that library.
        """
        self.heavy = others.heavy
        elder: Documents | None = others
        while elder is not None:
            self._elder = elder
            for source_id in list(elder._sources):
                if source_id not in self._sources:
                    self._inherit(source_id)
            if elder._busy:
                return
            # What it was to take over itself may have been read since.
            elder = elder._elder
        self._elder = None

    def _inherit(self, source_id: str) -> None:
        """Take over a document from what was read before, also one that was being read then."""
        elder = self._elder
        if elder is None or source_id in self._matchers:
            return
        source, stamp = elder._sources.get(source_id), elder._stamps.get(source_id)
        record = self._records.get(source_id)
        if not isinstance(source, Source) or stamp is None or stamp[0] < self.heavy:
            return
        if record == source.record and stamp == self._stamp(source_id):
            self._keep(source_id, source)
            self._stamps[source_id] = stamp
            if problem := elder.problem(source_id):
                self._problems[source_id] = problem
            if source_id in elder._matchers:
                self._matchers[source_id] = elder._matchers[source_id]

    def _keep(self, source_id: str, source: Source | SourceError) -> None:
        self._size += _length(source) - _length(self._sources.get(source_id))
        self._sources[source_id] = source

    def _forget(self, source_id: str) -> None:
        self._size -= _length(self._sources.pop(source_id, None))
        self._matchers.pop(source_id, None)

    def _stamp(self, source_id: str) -> tuple[int, ...]:
        """Return what tells one state of a document's file from another, its size first."""
        record = self._records.get(source_id)
        try:
            status = os.stat(self._root / record.file) if record else None  # noqa: PTH116  # thousands of times in a large library
        except (OSError, ValueError):
            status = None
        if status is None:
            return (-1,)
        return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _length(source: Source | SourceError | None) -> int:
    """Return how many code points of a document are kept."""
    return len(source.text) if isinstance(source, Source) else 0
