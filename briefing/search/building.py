"""Making a segment: entries in, arrays out, in one pass and without numpy."""

from array import array
from collections.abc import Iterable, Sequence

from briefing.entries import Entry
from briefing.search import vocabulary
from briefing.search.kernels import NUMBER, SAME_PLACE
from briefing.search.records import RecordsBuilder
from briefing.search.store import Section, Typecode
from briefing.search.words import CHUNK, analyse

_LONGEST_KEPT = 32
"""Chunks up to so long come again; longer ones are runs of a script without spaces."""
_KIND_PRIORS = {"quote": 4, "point": 4, "bottom_line": 3, "speaker": 3, "topic": 3, "meeting": 3}
_LENGTH_STEPS = (80, 160, 320)


class SegmentBuilder:
    """Collects entries and the words they hold."""

    def __init__(self) -> None:
        self._records = RecordsBuilder()
        self._priors = bytearray()
        self._numbers: dict[str, int] = {}
        self._postings: list[array[int]] = []
        self._order = array("I")
        self._starts = array("Q", (0,))
        self._chunks: dict[str, tuple[int, ...]] = {}
        self._extras: dict[str, frozenset[int]] = {}

    def add(self, entry: Entry) -> None:
        """Add an entry after those that are there."""
        doc = len(self._priors)
        self._records.append(entry)
        self._priors.append(_prior(entry))
        sequence = self._sequence(entry.text)
        self._order.extend(sequence)
        self._starts.append(len(self._order))
        found = set(sequence)
        if sequence and max(sequence) & SAME_PLACE:
            found = {number & NUMBER for number in found}
        if entry.extra:
            found |= self._extra(entry.extra)
        postings = self._postings
        for number in found:
            postings[number].append(doc)

    def sections(self) -> dict[str, Section]:
        """Return what `Segment` reads; nothing can be added afterwards."""
        ordered = sorted(self._numbers)
        docs = bytearray()
        starts = array("Q", (0,))
        places = array("I", bytes(4 * len(ordered)))
        for place, word in enumerate(ordered):
            number = self._numbers[word]
            places[number] = place
            docs += memoryview(self._postings[number]).cast("B")
            starts.append(len(docs) // 4)
            # Each list goes as it is copied, so that both never stand in memory whole.
            self._postings[number] = array("I")
        order = array("I", (places[n & NUMBER] | n & SAME_PLACE for n in self._order))
        return {
            **self._records.sections(),
            **vocabulary.sections_of(ordered),
            "priors": Section("B", memoryview(self._priors)),
            "docs": Section("I", memoryview(docs)),
            "docs.at": _bytes_of("Q", starts),
            "order": _bytes_of("I", order),
            "order.at": _bytes_of("Q", self._starts),
        }

    def _sequence(self, text: str) -> list[int]:
        """Return the numbers of a text's words in reading order."""
        sequence: list[int] = []
        chunks = self._chunks
        for chunk in CHUNK.findall(text):
            sequence += chunks.get(chunk) or self._numbers_of(chunk)
        return sequence

    def _numbers_of(self, chunk: str) -> tuple[int, ...]:
        numbers: list[int] = []
        last = -1
        for word, _, _, position in analyse(chunk):
            if not word:
                continue
            number = self._numbers.setdefault(word, len(self._numbers))
            if number == len(self._postings):
                self._postings.append(array("I"))
            numbers.append(number if position > last else number | SAME_PLACE)
            last = max(last, position)
        found = tuple(numbers)
        if len(chunk) <= _LONGEST_KEPT:
            self._chunks[chunk] = found
        return found

    def _extra(self, extra: str) -> frozenset[int]:
        known = self._extras.get(extra)
        if known is None:
            known = frozenset(number & NUMBER for number in self._sequence(extra))
            self._extras[extra] = known
        return known


def build(entries: Iterable[Entry]) -> dict[str, Section]:
    """Return the sections of a segment of these entries, which keep their order."""
    builder = SegmentBuilder()
    for entry in entries:
        builder.add(entry)
    return builder.sections()


def _bytes_of(typecode: Typecode, numbers: Sequence[int]) -> Section:
    return Section(typecode, memoryview(array(typecode, numbers)).cast("B"))


def _prior(entry: Entry) -> int:
    """Return a bonus that decides between entries with equal words: 0 to 7."""
    return _KIND_PRIORS.get(entry.kind, 0) + sum(len(entry.text) <= step for step in _LENGTH_STEPS)
