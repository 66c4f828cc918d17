"""A segment: an index that never changes, with the entries it was made of.

Words are numbered in their sorted order and their postings (the numbers of the entries they are
in, rising) are in one array in that order. So the words with one prefix are one stretch of it. The
words of each text are kept in reading order too: ranking looks at them without reading the text.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from briefing.search.index import array_file
from briefing.search.index.array_file import StoredArray
from briefing.search.index.checked_file import SegmentError, impossible
from briefing.search.index.records import Records
from briefing.search.index.vocabulary import Vocabulary

_NEAR = 4096
"""Numbers between two sequences that take less time to read than a second read would."""


class Segment:
    """Immutable arrays: vocabulary, postings, entries.

    Those of a large file stay on disk but for what every search needs; where something has become
    of the file, whatever looks at them raises a `SegmentError`.
    """

    def __init__(self, sections: Mapping[str, StoredArray]) -> None:
        """Read a segment from the sections `briefing.search.index.segment_building.build` made."""
        self._sections = sections
        self.vocabulary = Vocabulary(sections)
        self.records = Records(sections)
        self.priors = sections["priors"].view()
        """For each entry, a small bonus for being short and of a telling kind."""
        self._docs = sections["docs"].stretches()
        self._starts = sections["docs.at"].view()
        self._order = sections["order"].stretches()
        self._order_ends = sections["order.at"].stretches()

    def __len__(self) -> int:
        return len(self.records)

    @classmethod
    def load(cls, path: Path, verify: bool = True, small: int | None = None) -> "Segment":
        """Open a saved segment; most of a large one stays on disk until it is used.

        Args:
            path: The file.
            verify: Whether to check every byte now; if not, call
                `briefing.search.index.array_file.verify` some other time, for example in a thread.
            small: Bytes up to which a file is kept in memory; None for the usual number.

        Raises:
            SegmentError: The file is damaged, cut short or of another version.
            OSError: It cannot be read at all.
        """
        sections = array_file.read(path, verify, small)
        try:
            return cls(sections)
        except KeyError as error:
            message = f"{path.name} is no usable search index: {error} is missing"
            raise SegmentError(message, hint="it is rebuilt") from error

    def save(self, path: Path) -> None:
        """Write the segment to a file, all or nothing.

        Raises:
            OSError: The folder cannot be written.
        """
        array_file.write(path, self._sections.items())

    def check(self) -> None:
        """Make sure that the file is as it was when it was opened; costs next to nothing.

        Raises:
            SegmentError: It was cut short or written into.
        """
        if isinstance(self._sections, array_file.Stored):
            self._sections.check()

    def docs(self, first: int, last: int) -> memoryview:
        """Return the entries of the words numbered from `first` up to `last`, word by word."""
        return self._docs[self._starts[first] : self._starts[last]]

    def sequence(self, doc: int) -> memoryview:
        """Return the numbers of the words of an entry's text in reading order.

        Where a word shares the place of the one before it, as the joined form of a hyphenated
        word does, `SAME_PLACE` is set.
        """
        ends = self._order_ends[doc : doc + 2]
        if len(ends) != 2 or not ends[0] <= ends[1] <= len(self._order):
            raise impossible()
        return self._order[ends[0] : ends[1]]

    def postings(self, words: Sequence[str], prefix: bool) -> list[memoryview]:
        """Return the postings of words, or nothing where one of them is not there.

        Args:
            words: The words.
            prefix: Whether the last one may go on.
        """
        lists: list[memoryview] = []
        for number, word in enumerate(words):
            if prefix and number == len(words) - 1:
                first, last = self.vocabulary.prefix(word)
            else:
                first = self.vocabulary.find(word)
                last = first + 1
            if first < 0 or first == last:
                return []
            lists.append(self.docs(first, last))
        return lists

    def sequences(self, docs: Sequence[int]) -> tuple[memoryview, memoryview]:
        """Return the sequences of several entries.

        Args:
            docs: The entries, rising.

        Returns:
            The sequences one after the other; and where each one starts and the last one ends.
        """
        starts = self._order_starts
        lengths = (starts[doc + 1] - starts[doc] for doc in docs)
        ends = array("Q", accumulate(lengths, initial=0))
        order = array("I")
        for first, last in self._runs(docs):
            begin = starts[docs[first]]
            stretch = self._order[begin : starts[docs[last - 1] + 1]]
            for doc in docs[first:last]:
                one = stretch[starts[doc] - begin : starts[doc + 1] - begin]
                order.frombytes(one.cast("B"))
        return memoryview(order), memoryview(ends)

    def _runs(self, docs: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield the stretches of a list of entries whose sequences are worth reading at once."""
        starts, first = self._order_starts, 0
        for place in range(1, len(docs)):
            if starts[docs[place]] - starts[docs[place - 1] + 1] > _NEAR:
                yield first, place
                first = place
        if docs:
            yield first, len(docs)

    @cached_property
    def _order_starts(self) -> memoryview:
        """Where each sequence starts, and where the last one ends."""
        return self._sections["order.at"].view()

    def count(self, first: int, last: int) -> int:
        """Return how many postings these words have."""
        return self._starts[last] - self._starts[first]
