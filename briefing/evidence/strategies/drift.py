"""Where words are in a source with differences: alignment, and a clear margin or nothing."""

import re
from array import array
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from heapq import nlargest
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from briefing.evidence.texts.edges import stands_alone
from briefing.evidence.texts.folded import FoldedSource
from briefing.evidence.texts.fragments import Fragment
from briefing.evidence.texts.tokens import begins_token, words_of
from briefing.model.core import Span
from briefing.text.folding import is_unsegmented

LENGTH = 24
"""Shorter words are never looked for by likeness; a character of Han or kana counts as two."""
LIKENESS = 88.0
"""Least likeness by characters, from 0 to 100."""
LIKENESS_OF_WORDS = 70.0
"""Least likeness by whole words, from 0 to 100."""
MARGIN = 4.0
"""By how much the best place must be better than any other."""

_BELOW_VERIFIED = 99.9
_SHORTLIST = 12
_COMMON = 64
_ROUGH = 65.0
_SLACK = 200
"""Each end tried costs a comparison of all the words, so that there must not be too many."""
_WORD = re.compile(r"\w+")


class Drift(NamedTuple):
    """The one place that is close."""

    block: int
    """0-based place of the paragraph among those of the source."""
    spans: tuple[Span, ...]
    """One for each fragment, in code points of the paragraph's text."""
    score: float


class _Window(NamedTuple):
    """A stretch of folded text that is like the words."""

    start: int
    end: int
    score: float


class DriftFinder:
    """Finds words that are in a source with small differences.

    Args:
        folded: The source to search.
    """

    def __init__(self, folded: FoldedSource) -> None:
        self._folded = folded

    @property
    def _count(self) -> int:
        return len(self._folded.source.paragraphs)

    @cached_property
    def _postings(self) -> dict[str, "array[int]"]:
        postings: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for index in range(self._count):
            for term in _terms(self._folded.haystack.text(index)):
                postings[term].append(index)
        return dict(postings)

    def find(self, fragments: Sequence[Fragment]) -> Drift | None:
        """Find the one place that is close enough and clearly closer than any other.

        Args:
            fragments: The words, at least one of them long enough.

        Returns:
            The place, or None where there is none or more than one.
        """
        plain = [fragment.plain for fragment in fragments]
        if not any(_weight(words) >= LENGTH for words in plain):
            return None
        aligned = ((index, self._align(plain, index)) for index in self._shortlist(plain))
        scored = sorted(
            ((_overall(plain, windows), index, windows) for index, windows in aligned if windows),
            key=lambda entry: (-entry[0], entry[1]),
        )
        if not scored:
            return None
        score, index, windows = scored[0]
        rivals = [other for other, _, _ in scored[1:]]
        if len(plain) == 1:
            rivals.append(self._second_best(plain[0], index, windows[0]))
        if score - max(rivals, default=0.0) < MARGIN or not self._all_close(plain, index, windows):
            return None
        folded = self._folded.folded(index)
        spans = tuple(folded.original(each.start, each.end) for each in windows)
        return Drift(index, spans, min(round(score, 1), _BELOW_VERIFIED))

    def _shortlist(self, plain: Sequence[str]) -> list[int]:
        """Return the paragraphs that share the most, and rarest, words; few share them all."""
        total = self._count
        terms = sorted({term for words in plain for term in _terms(words)})
        held = [self._postings[term] for term in terms if term in self._postings]
        rare = [holders for holders in held if len(holders) <= max(_COMMON, total // 8)]
        weights: defaultdict[int, float] = defaultdict(float)
        for holders in rare or held:
            weight = log(1 + total / len(holders))
            for index in holders:
                weights[index] += weight
        return nlargest(_SHORTLIST, weights, key=lambda index: (weights[index], -index))

    def _align(self, plain: Sequence[str], index: int) -> list[_Window]:
        """Find the closest window for each fragment, each after the one before; none if one fails.

        Short fragments must be there as they are.
        """
        text = self._folded.haystack.text(index)
        windows: list[_Window] = []
        at = 0
        for words in plain:
            window = _as_it_is(words, text, at) if len(plain) > 1 else None
            if window is None and _weight(words) >= LENGTH:
                window = _closest(words, text, at, len(text))
            if window is None:
                return []
            windows.append(window)
            at = window.end
        return windows

    def _second_best(self, words: str, index: int, best: _Window) -> float:
        """Return the likeness of the best window beside the best one."""
        text = self._folded.haystack.text(index)
        others = (_closest(words, text, 0, best.start), _closest(words, text, best.end, len(text)))
        return max((other.score for other in others if other), default=0.0)

    def _all_close(self, plain: Sequence[str], index: int, windows: Sequence[_Window]) -> bool:
        text = self._folded.haystack.text(index)
        for words, window in zip(plain, windows, strict=True):
            found = words_of(text[window.start : window.end])
            alike = 100 * Indel.normalized_similarity(words_of(words), found)
            if window.score < LIKENESS or alike < LIKENESS_OF_WORDS:
                return False
        return True


def _overall(plain: Sequence[str], windows: Sequence[_Window]) -> float:
    """Return the likeness of all fragments together, each counted by its length."""
    total = sum(len(words) for words in plain)
    pairs = zip(plain, windows, strict=True)
    return sum(len(words) * window.score for words, window in pairs) / total


def _weight(words: str) -> int:
    return len(words) + sum(map(is_unsegmented, words))


def _terms(text: str) -> set[str]:
    """Return the words to look paragraphs up by; pairs of characters where words have no ends."""
    terms: set[str] = set()
    for word in _WORD.findall(text.casefold()):
        if word.isascii() or not any(map(is_unsegmented, word)):
            terms.add(word)
        else:
            terms.update(word[i : i + 2] for i in range(max(1, len(word) - 1)))
    return terms


def _as_it_is(words: str, text: str, start: int) -> _Window | None:
    at = text.find(words, start)
    while at >= 0:
        if stands_alone(text, at, at + len(words)):
            return _Window(at, at + len(words), 100.0)
        at = text.find(words, at + 1)
    return None


def _closest(words: str, text: str, start: int, stop: int) -> _Window | None:
    """Return the window between two offsets that is most like the words, whole words only."""
    rough: tuple[int, int] = (start, stop)
    if stop - start > len(words):
        aligned = fuzz.partial_ratio_alignment(words, text[start:stop], score_cutoff=_ROUGH)
        if aligned is None:
            return None
        rough = (start + aligned.dest_start, start + aligned.dest_end)
    slack = min(max(16, len(words) // 5), _SLACK)
    starts = [i for i in _around(rough[0], slack, start, stop) if begins_token(text, i)]
    ends = [i for i in _around(rough[1], slack, start, stop) if _may_end(text, i)]
    if not starts or not ends:
        return None
    return _whole(words, text, *_best_pair(words, text, starts, ends))


def _around(offset: int, slack: int, start: int, stop: int) -> range:
    return range(max(start, offset - slack), min(stop, offset + slack) + 1)


def _may_end(text: str, index: int) -> bool:
    if index == 0 or text[index - 1] == " ":
        return False
    return index == len(text) or text[index] == " " or begins_token(text, index)


def _best_pair(
    words: str, text: str, starts: Sequence[int], ends: Sequence[int]
) -> tuple[int, int]:
    """Choose start and end in turn, as the ends of the rough window are often off by a word."""

    def likeness(start: int, end: int) -> tuple[float, int]:
        return (fuzz.ratio(words, text[start:end]) if start < end else 0.0, start - end)

    start, end = starts[0], ends[-1]
    for _ in range(3):
        start = max(starts, key=lambda each: likeness(each, end))
        end = max(ends, key=lambda each: likeness(start, each))
    return start, end


def _whole(words: str, text: str, start: int, end: int) -> _Window | None:
    """Widen a window that cuts a word's prefix or ending off, and say how like it is."""
    if start >= end:
        return None
    if not stands_alone(text, start, end):
        start = text.rfind(" ", 0, start) + 1
        end = following if (following := text.find(" ", end)) >= 0 else len(text)
    return _Window(start, end, fuzz.ratio(words, text[start:end]))
