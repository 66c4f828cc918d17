"""Where the fragments of some words are in order, and what was found there."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from briefing.evidence.texts.folded import FoundWords, ParagraphPart
from briefing.evidence.texts.fragments import Fragment
from briefing.model.evidence import Insertion

MAX_GAP = 80
"""So many words of the source an ellipsis may skip."""


class SearchText(Protocol):
    """A source as text to search: as it is, or as paper."""

    @property
    def whole(self) -> str:
        """The text that is searched."""

    def find(self, words: str, start: int, stop: int) -> Iterator[FoundWords]:
        """Yield where words are between two offsets of `whole`."""

    def unit_end(self, offset: int) -> int:
        """Return where the stretch ends that words may not cross."""

    def unit_start(self, offset: int) -> int:
        """Return where that stretch begins."""

    def parts(self, start: int, end: int) -> tuple[ParagraphPart, ...]:
        """Return the stretches of paragraphs behind a stretch of `whole`."""

    def original(self, start: int, end: int) -> str:
        """Return the source's own words behind a stretch of `whole`."""

    def text_of(self, parts: Iterable[ParagraphPart]) -> str:
        """Return the source's own words in some stretches of paragraphs."""

    def words(self, start: int, end: int) -> str:
        """Return the folded words behind a stretch of `whole`."""


class FoundPlace(NamedTuple):
    """One place in which words are."""

    hits: tuple[FoundWords, ...]
    """One for each fragment, in offsets of the reading."""
    parts: tuple[tuple[ParagraphPart, ...], ...]
    """One for each fragment; two stretches where a page breaks it."""
    verbatim: bool
    """Whether the words are equal code point for code point."""

    @property
    def start(self) -> int:
        """Offset in the reading of the first code point."""
        return self.hits[0].start

    @property
    def end(self) -> int:
        """Offset in the reading just past the last code point."""
        return self.hits[-1].end

    @property
    def block(self) -> int:
        """0-based place of the paragraph in which the words begin."""
        return self.parts[0][0].block

    def differing(self, differences: tuple[str, ...]) -> "FoundPlace":
        """Return the place with more differences of typography."""
        if not differences:
            return self
        first = self.hits[0]._replace(differences=(*self.hits[0].differences, *differences))
        return self._replace(hits=(first, *self.hits[1:]), verbatim=False)

    @property
    def insertions(self) -> tuple[Insertion, ...]:
        """The brackets of ours, in order."""
        return tuple(insertion for hit in self.hits for insertion in hit.insertions)

    @property
    def refused(self) -> FoundWords | None:
        """The first fragment in which a bracket stands for what it may not stand for."""
        return next((hit for hit in self.hits if hit.reason), None)

    @property
    def differences(self) -> tuple[str, ...]:
        """What differs in typography beyond marks, dashes and spaces."""
        return tuple(dict.fromkeys(kind for hit in self.hits for kind in hit.differences))


Find = Callable[[Fragment, int, int], Iterator[FoundWords]]
"""Yields where a fragment is between two offsets of a reading."""


def in_order(reading: SearchText, fragments: Sequence[Fragment], find: Find) -> list[FoundPlace]:
    """Find fragments that follow in order in one paragraph.

    Of stretches that hold one another only the shortest counts.

    Args:
        reading: The text to search.
        fragments: One at least.
        find: Finds one fragment in it.

    Returns:
        The places, in the order of the text.
    """
    found: list[tuple[FoundWords, ...]] = []
    barren = -1
    for first in find(fragments[0], 0, len(reading.whole)):
        stop = reading.unit_end(first.start)
        hits = _continue(first, fragments[1:], find, stop) if stop != barren else None
        if hits is None:
            barren = stop
            continue
        if found and found[-1][-1].end == hits[-1].end:
            found.pop()
        found.append(hits)
    return [_place(reading, hits, fragments) for hits in found]


def _continue(
    first: FoundWords, following: Sequence[Fragment], find: Find, stop: int
) -> tuple[FoundWords, ...] | None:
    """Find the fragments that follow the first one, up to where its paragraph ends."""
    hits = [first]
    for fragment in following:
        refused: FoundWords | None = None
        for hit in find(fragment, hits[-1].end, stop):
            if not hit.reason:
                break
            refused = refused or hit
        else:
            if refused is None:
                return None
            hit = refused
        hits.append(hit)
    return tuple(hits)


def _place(
    reading: SearchText, hits: tuple[FoundWords, ...], fragments: Sequence[Fragment]
) -> FoundPlace:
    parts = tuple(reading.parts(hit.start, hit.end) for hit in hits)
    verbatim = all(
        not hit.differences and reading.text_of(part).strip() == fragment.words.strip()
        for hit, part, fragment in zip(hits, parts, fragments, strict=True)
    )
    return FoundPlace(hits, parts, verbatim)
