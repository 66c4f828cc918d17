"""How many entries hold a word, without a search being made."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing.catalogue.db.database import impossible_values

if TYPE_CHECKING:
    from briefing.search.index.segment import Segment


class WordCounts(NamedTuple):
    """How often words are in the entries of a library."""

    entries: int
    """How many entries there are."""
    held: Mapping[str, int]
    """How many of them hold each word that was asked for."""


class WordCounter:
    """Counts the entries that hold words; what was taken out does not count.

    It goes on counting when the catalogue is closed.

    Args:
        segments: The parts of the index.
        gone: For each of them, the entries that nothing owns any more.
    """

    def __init__(self, segments: Sequence["Segment"], gone: Sequence[Sequence[range]]) -> None:
        self._segments, self._gone = segments, gone

    def count(self, words: Iterable[str]) -> WordCounts:
        """Count the entries that hold words.

        Args:
            words: Folded words.

        Raises:
            SegmentError: A segment is damaged.
            DamagedError: It holds what cannot be.
        """
        parts = list(zip(self._segments, self._gone, strict=True))
        with impossible_values():
            return WordCounts(
                sum(len(segment) - sum(map(len, gone)) for segment, gone in parts),
                {word: sum(_held(*part, word) for part in parts) for word in set(words)},
            )


def _held(segment: "Segment", gone: Sequence[range], word: str) -> int:
    number = segment.vocabulary.find(word)
    if number < 0:
        return 0
    if not gone:
        return segment.count(number, number + 1)
    docs = segment.docs(number, number + 1)
    dead = sum(bisect_left(docs, each.stop) - bisect_left(docs, each.start) for each in gone)
    return len(docs) - dead
