"""Making a segment: entries in, arrays out, in one pass."""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, islice, repeat

from briefing.library.entries import Entry, EntryKind
from briefing.search.index import vocabulary
from briefing.search.index.array_file import StoredArray
from briefing.search.index.kernel import NUMBER, SAME_PLACE
from briefing.search.index.kernels import kernel_for
from briefing.search.index.records import RecordsBuilder, offsets_section
from briefing.search.language.chunks import pieces
from briefing.search.language.placed_words import placed_words

_LONGEST_KEPT = 32
"""Pieces up to so long come again; longer ones are runs of a script without spaces."""
_MOST_KEPT = 1_500_000
_SIZE = 4
"""Bytes of the number of a word."""
_BATCH = 256
"""How many entries are added at a time; four times as many gain little or nothing."""
_KIND_PRIORS = {
    "quote": 4,
    "point": 4,
    "open": 3,
    "bottom_line": 3,
    "speaker": 3,
    "topic": 3,
    "meeting": 3,
}
_LENGTH_STEPS = (80, 160, 320)


class _Pieces(dict[str, bytes]):
    """The words in what is between blanks, as bytes of numbers, worked out when asked for."""

    def __init__(self) -> None:
        self.numbers: dict[str, bytes] = {}
        """The words so far, in the order of their numbers."""

    def __missing__(self, piece: str) -> bytes:
        if piece.isascii() and piece.isalnum():
            found = self._number(piece.lower())
        else:
            found = b"".join(
                [
                    _with_same_place(self._number(word)) if is_same_place else self._number(word)
                    for word, is_same_place in placed_words(piece)
                ]
            )
        if len(piece) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[piece] = found
        return found

    def _number(self, word: str) -> bytes:
        found = self.numbers.get(word)
        if found is None:
            found = self.numbers[word] = len(self.numbers).to_bytes(_SIZE, sys.byteorder)
        return found


def _with_same_place(number: bytes) -> bytes:
    flagged = int.from_bytes(number, sys.byteorder) | SAME_PLACE
    return flagged.to_bytes(_SIZE, sys.byteorder)


class SegmentBuilder:
    """Collects entries and the words they hold."""

    def __init__(self) -> None:
        self._records = RecordsBuilder()
        self._priors = bytearray()
        self._order = bytearray()
        self._starts = array("I", (0,))
        self._pieces = _Pieces()
        self._extras: dict[str, array[int]] = {}
        self._extra_words = array("I")
        self._extra_docs = array("I")

    def __len__(self) -> int:
        return len(self._priors)

    @property
    def words(self) -> int:
        """How many words there are, each as often as it is in a text."""
        return len(self._order) // _SIZE

    def extend(self, entries: Iterable[Entry]) -> None:
        """Add entries after those that are there."""
        remaining = iter(entries)
        while batch := list(islice(remaining, _BATCH)):
            self._add(batch)

    def _add(self, batch: Sequence[Entry]) -> None:
        self._records.extend(batch)
        words_of = self._pieces.__getitem__
        # No word reaches across a blank, and looking pieces up takes no loop in Python.
        found = [b"".join(map(words_of, pieces(entry.text))) for entry in batch]
        ends = accumulate(map(len, found), initial=len(self._order))
        next(ends)
        self._order += b"".join(found)
        if len(self._order) // _SIZE >> 32 and self._starts.typecode == "I":
            self._starts = array("Q", self._starts)
        self._starts.extend([end // _SIZE for end in ends])
        for doc, entry in enumerate(batch, len(self._priors)):
            if entry.extra:
                extra = self._extra(entry.extra)
                self._extra_words.extend(extra)
                self._extra_docs.extend(repeat(doc, len(extra)))
        self._priors.extend([_prior(entry.kind, len(entry.text)) for entry in batch])

    def sections(self) -> dict[str, StoredArray]:
        """Return what `Segment` reads; nothing can be added afterwards."""
        self._pieces.clear()
        words = list(self._pieces.numbers)
        self._pieces.numbers.clear()
        numbers = sorted(range(len(words)), key=words.__getitem__)
        places = array("I", bytes(_SIZE * len(words)))
        for place, number in enumerate(numbers):
            places[number] = place
        ordered = [words[number] for number in numbers]
        del words, numbers
        order = memoryview(self._order).cast("I")
        inverted = kernel_for(len(self._priors)).inverted(
            order, self._starts, (self._extra_words, self._extra_docs), places
        )
        return {
            **self._records.sections(),
            **vocabulary.sections_of(ordered),
            "priors": StoredArray("B", memoryview(self._priors)),
            "docs": StoredArray("I", inverted.docs),
            "docs.at": StoredArray("Q", inverted.starts),
            "order": StoredArray("I", inverted.order),
            "order.at": offsets_section(self._starts),
        }

    def _extra(self, extra: str) -> "array[int]":
        known = self._extras.get(extra)
        if known is None:
            found = array("I", b"".join(map(self._pieces.__getitem__, pieces(extra))))
            known = self._extras[extra] = array("I", {number & NUMBER for number in found})
        return known


def build(entries: Iterable[Entry]) -> dict[str, StoredArray]:
    """Return the sections of a segment of these entries, which keep their order."""
    builder = SegmentBuilder()
    builder.extend(entries)
    return builder.sections()


@lru_cache(maxsize=4096)
def _prior(kind: EntryKind, length: int) -> int:
    """Return a bonus that decides between entries with equal words: 0 to 7."""
    shortness = len(_LENGTH_STEPS) - bisect_left(_LENGTH_STEPS, length)
    return _KIND_PRIORS.get(kind, 0) + shortness
