"""A segment: an index that never changes, with the entries it was made of.

Words are numbered in their sorted order and their postings (the numbers of the entries they stand
in, rising) lie in one array in that order. So the words with one prefix are one stretch of it.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefing.entries import Entry
from briefing.search import store, vocabulary
from briefing.search.records import Records, RecordsBuilder
from briefing.search.store import Section, SegmentError
from briefing.search.vocabulary import Vocabulary
from briefing.search.words import words

_KIND_PRIORS = {"quote": 4, "point": 4, "bottom_line": 3, "speaker": 3, "topic": 3, "meeting": 3}
_LENGTH_STEPS = (80, 160, 320)


class Segment:
    """Immutable arrays: vocabulary, postings, entries."""

    def __init__(self, sections: Mapping[str, Section]) -> None:
        """Read a segment from the sections `build` made."""
        self._sections = dict(sections)
        self.vocabulary = Vocabulary(sections)
        self.records = Records(sections)
        self.priors = sections["priors"].view()
        """For each entry, a small bonus for being short and of a telling kind."""
        self._docs = sections["docs"].view()
        self._starts = sections["docs.at"].view()

    def __len__(self) -> int:
        return len(self.records)

    @classmethod
    def build(cls, entries: Iterable[Entry]) -> "Segment":
        """Make a segment of entries, which keep their order."""
        records = RecordsBuilder()
        priors = bytearray()
        postings: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        extras: dict[str, frozenset[str]] = {}
        for doc, entry in enumerate(entries):
            records.append(entry)
            priors.append(_prior(entry))
            found = words(entry.text)
            if entry.extra:
                extra = extras.get(entry.extra)
                if extra is None:
                    extra = extras[entry.extra] = frozenset(words(entry.extra))
                found |= extra
            for word in found:
                postings[word].append(doc)
        return cls(
            {
                **records.sections(),
                "priors": Section("B", memoryview(priors)),
                **_posting_sections(postings),
            }
        )

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

    def docs(self, first: int, last: int) -> memoryview:
        """Return the entries of the words numbered from `first` up to `last`, word by word."""
        return self._docs[self._starts[first] : self._starts[last]]

    def count(self, first: int, last: int) -> int:
        """Return how many postings these words have."""
        return self._starts[last] - self._starts[first]


def _posting_sections(postings: "dict[str, array[int]]") -> dict[str, Section]:
    postings.pop("", None)
    ordered = sorted(postings)
    docs = bytearray()
    starts = array("Q", (0,))
    for word in ordered:
        docs += memoryview(postings.pop(word)).cast("B")
        starts.append(len(docs) // 4)
    return {
        **vocabulary.sections_of(ordered),
        "docs": Section("I", memoryview(docs)),
        "docs.at": Section("Q", memoryview(starts).cast("B")),
    }


def _prior(entry: Entry) -> int:
    """Return a bonus that decides between entries with equal words: 0 to 7."""
    return _KIND_PRIORS.get(entry.kind, 0) + sum(len(entry.text) <= step for step in _LENGTH_STEPS)
