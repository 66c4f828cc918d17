"""Where words stand in a source, to the letter: a folded source and exact search in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from briefing.evidence.haystack import Haystack
from briefing.evidence.segments import Mask, Segment, squeeze
from briefing.evidence.senses import HAN_NUMERALS, JAPANESE_NO, same_sense
from briefing.model import Source, Span
from briefing.text import REPLACEMENT, Folded, clean_block, fold, is_word_edge

_CONTRACTED = re.compile(r"'(?:t|ve|ll|re|d|m)(?!\w)", re.IGNORECASE)
_NEGATING_PREFIX = re.compile(
    r"(?:(?<!\w)(?:non|anti|un|ex|counter|dis|de|mis)-|[不未非無无])\Z", re.IGNORECASE
)
_NEGATING_ENDING = re.compile(rf"-(?:free|less)(?!\w)|{JAPANESE_NO}", re.IGNORECASE)
_SIGN_OF_NUMBER = re.compile(r"(?<![^\s('\[])[-.]\Z")
_MARK_IN_NUMBER = re.compile(r"(?<=\d)(?:'(?=\d)| (?=000(?!\d)))")
"""What sets thousands apart: an apostrophe, or a space before three zeros."""
_AMID_NUMERALS = re.compile(rf"(?<=[\d{HAN_NUMERALS}])(?=[{HAN_NUMERALS}])")


class Place(NamedTuple):
    """One place in which words stand."""

    block: int
    """0-based place of the paragraph among those of the source."""
    spans: tuple[Span, ...]
    """One for each segment, in code points of the paragraph's text."""
    start: int
    """Offset of the first folded code point in the folded source."""
    end: int
    verbatim: bool
    """Whether the words are equal code point for code point."""


class _Match(NamedTuple):
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

    @property
    def whole(self) -> str:
        """All folded paragraphs, a newline between them."""
        return self._haystack.whole

    @cached_property
    def _haystack(self) -> Haystack:
        return Haystack(self.texts)

    def _raw(self, index: int) -> str:
        paragraph = self.source.paragraphs[index]
        raw = self.source.text[paragraph.start : paragraph.end]
        as_read = raw == paragraph.text or clean_block(raw) == paragraph.text
        return raw if as_read else paragraph.text

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
            Place(place.block, place.spans, place.start, place.end, verbatim=True)
            for place in places
            if self.text_of(place) == words.strip()
        ]

    def text_of(self, place: Place) -> str:
        """Return the words at a place, as the paragraph has them."""
        text = self.source.paragraphs[place.block].text
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
        dead: set[tuple[int, int]] = set()
        for first in self._openings(segment.masks[0], start, stop):
            literals = self._chain(first, segment.masks, stop, dead)
            if literals is None:
                continue
            masked = (self.whole[a:b] for (_, a), (b, _) in pairwise(literals))
            pairs = zip(segment.insertions, masked, strict=True)
            span = (literals[0][0], literals[-1][1])
            if stands_alone(self.whole, *span) and all(
                same_sense(inserted, words) for inserted, words in pairs
            ):
                yield _Match(*span, literals)

    def _openings(self, mask: Mask, start: int, stop: int) -> Iterator[tuple[int, int]]:
        """Yield where the first literal of a segment stands with its second one in reach."""
        left, right = re.escape(mask.left), re.escape(mask.right)
        opening = re.compile(f"({left}){mask.gap.pattern}{right}")
        while found := opening.search(self.whole, start, stop):
            start = found.start() + 1
            yield found.span(1)

    def _chain(
        self,
        first: tuple[int, int],
        masks: tuple[Mask, ...],
        stop: int,
        dead: set[tuple[int, int]],
    ) -> tuple[tuple[int, int], ...] | None:
        """Find all literals of a segment after its first one, the nearest ones first.

        No regular expression does this, as the tries of one grow exponentially with the
        insertions: `dead` remembers which ends, of which literal, lead nowhere.
        """
        found = [first]
        ways = [self._after(masks[0], first[1], stop)]
        while ways:
            level = len(ways)
            literal = next(ways[-1], None)
            if literal is None:
                ways.pop()
                dead.add((level - 1, found.pop()[1]))
            elif (level, literal[1]) not in dead:
                found.append(literal)
                if level == len(masks):
                    return tuple(found)
                ways.append(self._after(masks[level], literal[1], stop))
        return None

    def _after(self, mask: Mask, start: int, stop: int) -> Iterator[tuple[int, int]]:
        """Yield where the literal after a mask stands, if the mask may begin at an offset."""
        limit = min(stop, start + mask.reach + len(mask.right))
        at = self.whole.find(mask.right, start, limit)
        while at >= 0:
            whole_word = bool(mask.right) or is_word_edge(self.whole, at)
            if whole_word and mask.gap.fullmatch(self.whole, start, at):
                yield at, at + len(mask.right)
            at = self.whole.find(mask.right, at + 1, limit)

    def _literals(self, words: str, start: int, stop: int) -> Iterator[_Match]:
        for at in self._haystack.find_all(words, start, stop):
            if stands_alone(self.whole, at, at + len(words)):
                yield _Match(at, at + len(words), ((at, at + len(words)),))

    def _place(self, matches: tuple[_Match, ...], segments: tuple[Segment, ...]) -> Place:
        index = bisect_right(self._haystack.starts, matches[0].start) - 1
        first = self._haystack.starts[index]
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
    `nuclear` is not what `non-nuclear` or `nuclear-free` says.
    """
    if not (is_word_edge(text, start) and is_word_edge(text, end)):
        return False
    if _NEGATING_PREFIX.search(text, max(0, start - 10), start):
        return False
    if _NEGATING_ENDING.match(text, end) or _cuts_number(text, start, end):
        return False
    for mark in (end - 1, end):
        if mark > 0 and text[mark - 1].isalpha() and _CONTRACTED.match(text, mark):
            return False
    return text[max(0, start - 2) : start].lower() != "n'"


def _cuts_number(text: str, start: int, end: int) -> bool:
    """Whether a stretch leaves out a number's sign, or part of one that no word edge ends."""
    if text[start : start + 1].isdigit() and _SIGN_OF_NUMBER.search(text, max(0, start - 1), start):
        return True
    if any(_AMID_NUMERALS.match(text, edge) for edge in (start, end)):
        return True
    marks = (start - 1, start, end - 1, end)
    return any(_MARK_IN_NUMBER.match(text, mark) for mark in marks if mark > 0)
