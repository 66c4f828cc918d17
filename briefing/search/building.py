"""Making a segment: entries in, arrays out, in one pass."""

from array import array
from collections.abc import Iterable, Iterator
from itertools import chain, repeat

from briefing.entries import Entry
from briefing.search import vocabulary
from briefing.search.kernels import NUMBER, SAME_PLACE, kernel_for
from briefing.search.records import RecordsBuilder
from briefing.search.store import Section
from briefing.search.words import CHUNK, tokens_of

_LONGEST_KEPT = 32
"""Pieces up to so long come again; longer ones are runs of a script without spaces."""
_AROUND = ".,;:!?()[]\"'“”‘’…—"
"""Signs that stand around a word and are no part of it."""
_MOST_KEPT = 1_500_000
_KIND_PRIORS = {"quote": 4, "point": 4, "bottom_line": 3, "speaker": 3, "topic": 3, "meeting": 3}
_LENGTH_STEPS = (80, 160, 320)


class _Pieces(dict[str, tuple[int, ...]]):
    """The numbers of the words in what stands between blanks, worked out when first asked for."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __missing__(self, piece: str) -> tuple[int, ...]:
        bare = piece.strip(_AROUND)
        if bare.isascii() and bare.isalnum():
            found: tuple[int, ...] = (self._number(bare.lower()),)
        else:
            found = tuple(self._numbers_of(piece))
        if len(piece) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[piece] = found
        return found

    def _numbers_of(self, piece: str) -> Iterator[int]:
        for chunk in CHUNK.findall(piece):
            last = -1
            for word, _, _, position in tokens_of(chunk):
                yield self._number(word) | (SAME_PLACE if position <= last else 0)
                last = max(last, position)

    def _number(self, word: str) -> int:
        return self.numbers.setdefault(word, len(self.numbers))


class SegmentBuilder:
    """Collects entries and the words they hold."""

    def __init__(self) -> None:
        self._records = RecordsBuilder()
        self._priors = bytearray()
        self._order = array("I")
        self._starts = array("Q", (0,))
        self._pieces = _Pieces()
        self._extras: dict[str, array[int]] = {}
        self._extra_words = array("I")
        self._extra_docs = array("I")

    def add(self, entry: Entry) -> None:
        """Add an entry after those that are there."""
        self._records.append(entry)
        # No word reaches across a blank, and looking pieces up takes no loop in Python.
        found = chain.from_iterable(map(self._pieces.__getitem__, entry.text.split()))
        self._order.extend(found)
        self._starts.append(len(self._order))
        if entry.extra:
            extra = self._extra(entry.extra)
            self._extra_words.extend(extra)
            self._extra_docs.extend(repeat(len(self._priors), len(extra)))
        self._priors.append(_prior(entry))

    def sections(self) -> dict[str, Section]:
        """Return what `Segment` reads; nothing can be added afterwards."""
        numbers = self._pieces.numbers
        self._pieces.clear()
        ordered = sorted(numbers)
        places = array("I", bytes(4 * len(ordered)))
        for place, word in enumerate(ordered):
            places[numbers[word]] = place
        numbers.clear()
        inverted = kernel_for(len(self._priors)).inverted(
            self._order, self._starts, (self._extra_words, self._extra_docs), places
        )
        return {
            **self._records.sections(),
            **vocabulary.sections_of(ordered),
            "priors": Section("B", memoryview(self._priors)),
            "docs": Section("I", inverted.docs),
            "docs.at": Section("Q", inverted.starts),
            "order": Section("I", inverted.order),
            "order.at": Section("Q", memoryview(self._starts).cast("B")),
        }

    def _extra(self, extra: str) -> "array[int]":
        known = self._extras.get(extra)
        if known is None:
            found = chain.from_iterable(map(self._pieces.__getitem__, extra.split()))
            known = self._extras[extra] = array("I", {number & NUMBER for number in found})
        return known


def build(entries: Iterable[Entry]) -> dict[str, Section]:
    """Return the sections of a segment of these entries, which keep their order."""
    builder = SegmentBuilder()
    for entry in entries:
        builder.add(entry)
    return builder.sections()


def _prior(entry: Entry) -> int:
    """Return a bonus that decides between entries with equal words: 0 to 7."""
    return _KIND_PRIORS.get(entry.kind, 0) + sum(len(entry.text) <= step for step in _LENGTH_STEPS)
