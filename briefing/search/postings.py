"""A segment: an index that never changes, with the entries it was made of.

Words are numbered in their sorted order and their postings (the numbers of the entries they stand
in, rising) lie in one array in that order. So the words with one prefix are one stretch of it. The
words of each text are kept in reading order too: ranking looks at them without reading the text.
"""

from collections.abc import Mapping
from pathlib import Path

from briefing.search import store
from briefing.search.records import Records
from briefing.search.store import Section, SegmentError
from briefing.search.vocabulary import Vocabulary


class Segment:
    """Immutable arrays: vocabulary, postings, entries."""

    def __init__(self, sections: Mapping[str, Section]) -> None:
        """Read a segment from the sections `briefing.search.building.build` made."""
        self._sections = dict(sections)
        self.vocabulary = Vocabulary(sections)
        self.records = Records(sections)
        self.priors = sections["priors"].view()
        """For each entry, a small bonus for being short and of a telling kind."""
        self._docs = sections["docs"].view()
        self._starts = sections["docs.at"].view()
        self.order = sections["order"].view()
        """The sequences of all entries, one after the other."""
        self.order_starts = sections["order.at"].view()
        """Where each one starts, and where the last one ends."""

    def __len__(self) -> int:
        return len(self.records)

    @classmethod
    def load(cls, path: Path, verify: bool = True) -> "Segment":
        """Open a saved segment; most of it stays on disk until it is used.

        Args:
            path: The file.
            verify: Whether to check every byte now; if not, call `briefing.search.store.verify`
                some other time, for example in a thread.

        Raises:
            SegmentError: The file is damaged, cut short or of another version.
            OSError: It cannot be read at all.
        """
        sections = store.read(path, verify)
        try:
            return cls(sections)
        except KeyError as error:
            message = f"{path.name} is no usable search index: {error} is missing"
            raise SegmentError(message, hint="it is built anew") from error

    def save(self, path: Path) -> None:
        """Write the segment to a file, all or nothing.

        Raises:
            OSError: The folder cannot be written.
        """
        store.write(path, self._sections)

    def check(self) -> None:
        """Make sure that the file is whole; costs next to nothing.

        Raises:
            SegmentError: It was cut short since it was opened.
        """
        store.check(self._sections)

    def release(self) -> None:
        """Give back the memory of what was looked at in the file; nothing else changes."""
        store.release(self._sections)

    def docs(self, first: int, last: int) -> memoryview:
        """Return the entries of the words numbered from `first` up to `last`, word by word."""
        return self._docs[self._starts[first] : self._starts[last]]

    def sequence(self, doc: int) -> memoryview:
        """Return the numbers of the words of an entry's text in reading order.

        Where a word shares the place of the one before it, as the joined form of a hyphenated
        word does, `SAME_PLACE` is set.
        """
        return self.order[self.order_starts[doc] : self.order_starts[doc + 1]]

    def count(self, first: int, last: int) -> int:
        """Return how many postings these words have."""
        return self._starts[last] - self._starts[first]
