"""The best entries looked at again, by their text: order, closeness, length.

Columns say which entries hold the words; only the text says how. What is done here costs a few
hundredths of a millisecond an entry, so it is done for the best few dozen only.
"""

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from briefing.search.index.kernel import NUMBER, SAME_PLACE
from briefing.search.index.segment import Segment
from briefing.search.interpret.interpretation import Interpretation
from briefing.search.interpret.plan import Wanted
from briefing.search.language.words import words

_CLOSENESS = 0.3
"""What two neighbours of the query add, side by side and in order, to what the lesser is worth."""
_BACKWARDS = 0.5
_EXTRA = 0.7
"""What a name or alias counts of a word that is in the text itself."""
_APART = 0.6
"""What the parts of a split word count when they are not side by side."""
_MISSING = 0.25
"""What an entry loses when it holds none of the query's words, however common they are."""
_LENGTH = 0.012
_PRIOR = 0.002
_LIT = 0.75
"""How much of its best place's worth a word must have to be lit in another place."""

_MOST_PLACES = 12
"""In how many places of a text a word is looked at."""

_extra_words = lru_cache(maxsize=2048)(words)


class Match(NamedTuple):
    """A word of a text that answers for a word of the query."""

    word: int
    """The number of the query's word."""
    value: float
    interpretation: Interpretation
    part: int = 0
    """Which part of the reading it is."""


class Occurrence(NamedTuple):
    """A match at its place."""

    value: float
    position: int
    interpretation: Interpretation
    number: int
    """The number of the word in its segment."""


class _Part(NamedTuple):
    """A word found that is one of the words of a reading."""

    part: int
    position: int
    number: int


class _Seen(NamedTuple):
    """What a look at a text gave."""

    places: list[list[Occurrence]]
    """For each word of the query, where it is."""
    times: dict[int, int]
    """How often each word of the text that answers for something is there."""
    length: int
    """How many words the text has."""


class Ranked(NamedTuple):
    """How well an entry answers."""

    score: float
    """From 0 to 100."""
    interpretations: tuple[Interpretation | None, ...]
    """For each word of the query, the reading found; None where it was not."""
    lit: Mapping[int, tuple[Interpretation, int]]
    """The words of the text to light, by number: how each was read, and how often it is."""


UNRANKED = Ranked(100.0, (), {})
"""What is said of an entry where a query has no words that one could answer better than another."""


class Ranker:
    """Looks at texts for one query."""

    def __init__(self, wanted: Sequence[Wanted]) -> None:
        """Prepare to look for these words."""
        self._wanted = wanted
        self._matchings: dict[Segment, tuple[bytearray, dict[int, tuple[Match, ...]]]] = {}
        self._whole: dict[str, tuple[Match, ...]] = {}
        self._begun: list[tuple[str, Match]] = []
        values = [word.value for word in wanted]
        self._most = sum(values) + _CLOSENESS * sum(map(min, values, values[1:]))
        for number, word in enumerate(wanted):
            for interpretation in word.interpretations:
                self._prepare(number, interpretation)
        self._starts = tuple(start for start, _ in self._begun)

    def rank(self, segment: Segment, doc: int) -> Ranked:
        """Look at an entry.

        Args:
            segment: The segment it is in.
            doc: Its number there.
        """
        places, times, length = self._look(segment, doc)
        best = [max(found, default=None, key=_value) for found in places]
        total = sum(place.value for place in best if place)
        for first, second in pairwise(places):
            if first and second:
                total += _CLOSENESS * _closeness(first, second)
        chosen = [place.interpretation if place else None for place in best]
        if None in chosen and (extra := segment.records.value("extra", doc)):
            total += self._from_extra(extra, chosen)
        score = total / self._most if self._most else 0.0
        score -= _MISSING * chosen.count(None) / max(1, len(chosen))
        score += _PRIOR * segment.priors[doc] - _LENGTH * math.log1p(length / 8)
        lit = {
            place.number: (place.interpretation, times[place.number])
            for found, top in zip(places, best, strict=True)
            for place in found
            if top and place.value >= _LIT * top.value
        }
        return Ranked(round(100 * min(1.0, max(0.0, score)), 3), tuple(chosen), lit)

    def _prepare(self, number: int, interpretation: Interpretation) -> None:
        last = len(interpretation.words) - 1
        for part, word in enumerate(interpretation.words):
            match = Match(number, interpretation.value / (last + 1), interpretation, part)
            if interpretation.prefix and part == last:
                self._begun.append((word, match))
            else:
                self._whole[word] = (*self._whole.get(word, ()), match)

    def _matching(self, segment: Segment) -> tuple[bytearray, dict[int, tuple[Match, ...]]]:
        """Return 1 for each word of a segment that answers for something, and what for."""
        known = self._matchings.get(segment)
        if known is None:
            marks = bytearray(len(segment.vocabulary))
            for word in self._whole:
                if (number := segment.vocabulary.find(word)) >= 0:
                    marks[number] = 1
            for start in self._starts:
                first, last = segment.vocabulary.prefix(start)
                marks[first:last] = b"\x01" * (last - first)
            known = self._matchings[segment] = marks, {}
        return known

    def _matches(self, word: str) -> tuple[Match, ...]:
        """Return what a word of a text answers for."""
        whole = self._whole.get(word)
        if not word.startswith(self._starts):
            return whole or ()
        found = list(whole or ())
        for start, match in self._begun:
            if word.startswith(start):
                value = match.value * (0.85 + 0.15 * len(start) / len(word))
                found.append(Match(match.word, value, match.interpretation, match.part))
        # The likeliest reading of a word comes last, and so decides what to light.
        return tuple(sorted(found, key=lambda match: match.interpretation.likeness))

    def _look(self, segment: Segment, doc: int) -> _Seen:
        """Return where the words of the query are in a text."""
        times: dict[int, int] = {}
        places: list[list[Occurrence]] = [[] for _ in self._wanted]
        several: dict[tuple[int, Interpretation], list[_Part]] = {}
        marks, known = self._matching(segment)
        sequence = segment.sequence(doc).tolist()
        shared = _shared(sequence)
        # Nearly all words of a text match nothing: this one line is where the time goes.
        for index, number in [(i, n & NUMBER) for i, n in enumerate(sequence) if marks[n & NUMBER]]:
            at = index - bisect_right(shared, index)
            times[number] = times.get(number, 0) + 1
            matches = known.get(number)
            if matches is None:
                matches = known[number] = self._matches(segment.vocabulary.words[number])
            for match in matches:
                if len(match.interpretation.words) > 1:
                    key = (match.word, match.interpretation)
                    several.setdefault(key, []).append(_Part(match.part, at, number))
                elif len(places[match.word]) < _MOST_PLACES:
                    places[match.word].append(
                        Occurrence(match.value, at, match.interpretation, number)
                    )
        for (number, interpretation), parts in several.items():
            places[number].extend(_joined_places(interpretation, parts))
        return _Seen(places, times, len(sequence) - len(shared))

    def _from_extra(self, extra: str, chosen: list[Interpretation | None]) -> float:
        """Fill in what only names and aliases answer for, and return what that is worth."""
        best: dict[int, Match] = {}
        for word in _extra_words(extra):
            for match in self._matches(word):
                known = best.get(match.word)
                if known is None or match.value > known.value:
                    best[match.word] = match
        total = 0.0
        for number, match in best.items():
            if chosen[number] is None:
                chosen[number] = match.interpretation
                total += _EXTRA * match.value
        return total


def _shared(sequence: list[int]) -> list[int]:
    """Return which words of a sequence are in the place of the word before them."""
    if max(sequence, default=0) < SAME_PLACE:
        return []
    return [index for index, number in enumerate(sequence) if number & SAME_PLACE]


def _value(place: Occurrence) -> float:
    return place.value


def _joined_places(interpretation: Interpretation, parts: Sequence[_Part]) -> list[Occurrence]:
    """Return the places of a reading of several words: side by side, or at least all there.

    Args:
        interpretation: The reading.
        parts: The words found that are parts of it.
    """
    size = len(interpretation.words)
    at = {(part.part, part.position): part for part in parts}
    if len({part.part for part in parts}) < size:
        return []
    for part in parts:
        run = [at.get((step, part.position + step)) for step in range(size)]
        if part.part == 0 and all(run):
            value = float(interpretation.value)
            return [
                Occurrence(value, one.position, interpretation, one.number) for one in run if one
            ]
    if interpretation.adjacent:
        return []
    value = _APART * interpretation.value
    return [Occurrence(value, one.position, interpretation, one.number) for one in parts]


def _closeness(first: Sequence[Occurrence], second: Sequence[Occurrence]) -> float:
    """Return how near two neighbours of the query are in the text, times their score."""
    best = 0.0
    for value, position, _, _ in first:
        for other, place, _, _ in second:
            gap = place - position
            near = 1.0 / gap if gap > 0 else _BACKWARDS / -gap if gap < 0 else 1.0
            worth = near * (value if value < other else other)
            if worth > best:
                best = worth
    return best
