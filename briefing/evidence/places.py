"""Where words stand in a source, to the letter: a folded source and exact search in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefing.evidence.segments import Segment, squeeze
from briefing.evidence.senses import negates
from briefing.model import Source, Span
from briefing.text import REPLACEMENT, Folded, clean_block, fold, is_word_edge

_CONTRACTED = re.compile(r"'(?:t|ve|ll|re|d|m)(?!\w)", re.IGNORECASE)
_NEGATING_PREFIX = re.compile(r"(?<!\w)(?:non|anti|un|ex|counter|dis)-\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """One place in which words stand."""

    index: int
    """0-based paragraph."""
    spans: tuple[Span, ...]
    """One for each segment, in code points of the paragraph's text."""
    start: int
    """Offset of the first folded code point in the folded source."""
    end: int
    verbatim: bool
    """Whether the words are equal code point for code point."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A segment found: its stretch of the folded source and that of each literal in it."""

    start: int
    end: int
    literals: tuple[tuple[int, int], ...]


class FoldedSource:
    """A source folded once, all paragraphs in one text so that a search is one pass.

    Args:
        source: The document.
    """

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def folds(self) -> tuple[Folded, ...]:
        """Each paragraph, folded.

        Folded from the document's own text where that is at hand, as invisible characters are
        gone from a paragraph's clean text and words would seem to differ by them.
        """
        return tuple(fold(self._raw(index)) for index in range(len(self.source.paragraphs)))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The folded paragraphs, squeezed."""
        return tuple(squeeze(folded.text) for folded in self.folds)

    @cached_property
    def whole(self) -> str:
        """All folded paragraphs, a newline between them."""
        return "\n".join(self.texts)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for text in self.texts:
            starts.append(at)
            at += len(text) + 1
        return starts

    def _raw(self, index: int) -> str:
        paragraph = self.source.paragraphs[index]
        raw = self.source.text[paragraph.start : paragraph.end]
        return raw if clean_block(raw) == paragraph.text else paragraph.text

    def literally(self, words: str) -> list[Place]:
        """Find words as they are, ellipses and brackets included."""
        segment = Segment((words.strip(),))
        matches = self._literals(segment.plain, 0, len(self.whole))
        return [self._place((match,), (segment,)) for match in matches]

    def visibly(self, words: str) -> list[Place]:
        """Find words that show U+FFFD for a character that `clean` does not let through."""
        if REPLACEMENT not in words:
            return []
        places = self.literally(words.replace(REPLACEMENT, ""))
        return [
            Place(place.index, place.spans, place.start, place.end, verbatim=True)
            for place in places
            if self.text_of(place) == words.strip()
        ]

    def text_of(self, place: Place) -> str:
        """Return the words at a place, as the paragraph has them."""
        text = self.source.paragraphs[place.index].text
        return " … ".join(text[span.start : span.end] for span in place.spans)

    def in_order(self, segments: tuple[Segment, ...]) -> list[Place]:
        """Find segments that follow in order in one paragraph.

        Of stretches that hold one another only the shortest counts.
        """
        found: list[tuple[_Match, ...]] = []
        barren = -1
        for first in self._matches(segments[0], 0, len(self.whole)):
            stop = self.whole.find("\n", first.end)
            stop = stop if stop >= 0 else len(self.whole)
            matches = self._continue(first, segments[1:], stop) if stop != barren else None
            if matches is None:
                barren = stop
                continue
            if found and found[-1][-1].end == matches[-1].end:
                found.pop()
            found.append(matches)
        return [self._place(matches, segments) for matches in found]

    def _continue(
        self, first: _Match, following: tuple[Segment, ...], stop: int
    ) -> tuple[_Match, ...] | None:
        """Find the segments that follow the first one, up to where its paragraph ends."""
        matches = [first]
        for segment in following:
            match = next(self._matches(segment, matches[-1].end, stop), None)
            if match is None:
                return None
            matches.append(match)
        return tuple(matches)

    def _matches(self, segment: Segment, start: int, stop: int) -> Iterator[_Match]:
        if not segment.insertions:
            yield from self._literals(segment.plain, start, stop)
            return
        pattern = segment.pattern
        while found := pattern.search(self.whole, start, stop):
            start = found.start() + 1
            masked = [found[group] for group in range(2, pattern.groups + 1, 2)]
            pairs = zip(segment.insertions, masked, strict=True)
            if stands_alone(self.whole, *found.span()) and all(
                negates(inserted) == negates(words) for inserted, words in pairs
            ):
                literals = tuple(found.span(group) for group in range(1, pattern.groups + 1, 2))
                yield _Match(found.start(), found.end(), literals)

    def _literals(self, words: str, start: int, stop: int) -> Iterator[_Match]:
        at = self.whole.find(words, start, stop) if words else -1
        while at >= 0:
            if stands_alone(self.whole, at, at + len(words)):
                yield _Match(at, at + len(words), ((at, at + len(words)),))
            at = self.whole.find(words, at + 1, stop)

    def _place(self, matches: tuple[_Match, ...], segments: tuple[Segment, ...]) -> Place:
        index = bisect_right(self._starts, matches[0].start) - 1
        first = self._starts[index]
        text = self.source.paragraphs[index].text
        verbatim = True
        for match, segment in zip(matches, segments, strict=True):
            for (start, end), literal in zip(match.literals, segment.literals, strict=True):
                span = self.span(index, start - first, end - first)
                verbatim &= text[span.start : span.end].strip() == literal.strip()
        spans = tuple(self.span(index, each.start - first, each.end - first) for each in matches)
        return Place(index, spans, matches[0].start, matches[-1].end, verbatim)

    def span(self, index: int, start: int, end: int) -> Span:
        """Return the stretch of a paragraph's text behind a stretch of its folded text."""
        return self.folds[index].original(start, end)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch of folded text cuts nothing that belongs together.

    No word and no number, nor what turns the sense round: `can` is not what `can't` says, and
    `nuclear` is not what `non-nuclear` says.
    """
    if not (is_word_edge(text, start) and is_word_edge(text, end)):
        return False
    if _NEGATING_PREFIX.search(text, max(0, start - 10), start):
        return False
    for mark in (end - 1, end):
        if mark > 0 and text[mark - 1].isalpha() and _CONTRACTED.match(text, mark):
            return False
    return text[max(0, start - 2) : start].lower() != "n'"
