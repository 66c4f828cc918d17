"""What an entry must hold, or must not: phrases, -words, and not having been taken out."""

from collections.abc import Sequence
from functools import lru_cache, partial

from briefing.search.index.adjacency import standing, together
from briefing.search.index.kernel import Kernel
from briefing.search.index.segment import Segment
from briefing.search.language.phrases import PhraseMatcher
from briefing.search.language.query import Query
from briefing.search.score.masks import any_of

_INVERT = bytes((1, 0)) + bytes(254)


class Conditions:
    """Makes and remembers masks of what a query demands beside its words."""

    def __init__(
        self, segments: Sequence[Segment], alive: Sequence[bytes | None], kernel: Kernel
    ) -> None:
        """Look at segments.

        Args:
            segments: The parts of the index.
            alive: For each segment, 1 for each entry that counts; None where all do.
            kernel: What loops over entries.
        """
        self._segments = segments
        self._kernel = kernel
        self._alive = alive
        self._holding = lru_cache(maxsize=32)(self._holding_of)

    def masks(self, query: Query, number: int) -> list[bytes]:
        """Return the masks that all have to hold for the entries of a segment."""
        alive = self._alive[number]
        found = [] if alive is None else [alive]
        for word in query.words:
            if word.negated:
                holding = [self._holding(number, way, False) for way in word.unit.writings]
                found.append(any_of(holding).translate(_INVERT))
        for phrase in query.phrases:
            mask = any_of([self._holding(number, way, phrase.typed) for way in phrase.ways])
            found.append(mask.translate(_INVERT) if phrase.negated else mask)
        return found

    def _holding_of(self, number: int, words: tuple[str, ...], prefix: bool) -> bytes:
        """Return 1 for each entry that holds the words side by side."""
        segment = self._segments[number]
        mask = bytearray(len(segment))
        lists = segment.postings(words, prefix)
        if len(lists) == 1:
            self._kernel.fill(mask, lists[0], 1)
        elif lists:
            docs = together(segment, lists, self._kernel)
            self._kernel.fill(mask, standing(segment, docs, words, prefix, self._kernel), 1)
            in_extra = lru_cache(maxsize=4096)(partial(_in_extra, PhraseMatcher(words, prefix)))
            for doc in docs if segment.records.has("extra") else ():
                if not mask[doc]:
                    mask[doc] = in_extra(segment.records.value("extra", doc))
        return bytes(mask)


def _in_extra(matcher: PhraseMatcher, extra: str) -> bool:
    """Whether a phrase is in names or aliases, each line of them for itself."""
    return any(matcher.spans(line) for line in extra.split("\n") if line)
