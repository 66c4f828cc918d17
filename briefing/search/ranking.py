"""The best entries looked at once more, by their text: order, closeness, length.

Columns say which entries hold the words; only the text says how. What is done here costs a few
hundredths of a millisecond an entry, so it is done for the best few dozen only.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from briefing.search.plan import Wanted
from briefing.search.postings import NUMBER, SAME_PLACE, Segment
from briefing.search.readings import Reading
from briefing.search.words import words

_CLOSENESS = 0.3
"""What two neighbours of the query add, side by side and in order, to what the lesser is worth."""
_BACKWARDS = 0.5
_EXTRA = 0.7
"""What a name or alias counts of a word that stands in the text itself."""
_APART = 0.6
"""What the parts of a split word count when they do not stand side by side."""
_LENGTH = 0.012
_PRIOR = 0.002
_LIT = 0.75
"""How much of its best place's worth a word must have to be lit in another place."""

_MOST_PLACES = 12
"""In how many places of a text a word is looked at."""

_extra_words = lru_cache(maxsize=2048)(words)


@dataclass(frozen=True, slots=True)
class Match:
    """A word of a text that answers for a word of the query."""

    word: int
    """The number of the query's word."""
    value: float
    reading: Reading
    part: int = 0
    """Which part of the reading it is."""


class Place(NamedTuple):
    """A match at its place."""

    value: float
    position: int
    reading: Reading
    number: int
    """The number of the word in its segment."""


class _Part(NamedTuple):
    """A word found that is one of the words of a reading."""

    part: int
    position: int
    number: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """How well an entry answers."""

    score: float
    """From 0 to 100."""
    readings: tuple[Reading | None, ...]
    """For each word of the query, the reading found; None where it was not."""
    lit: Mapping[int, Reading]
    """The words of the text to light, by number, each with how it was read."""


class Ranker:
    """Looks at texts for one query."""

    def __init__(self, wanted: Sequence[Wanted]) -> None:
        """Prepare to look for these words."""
        self._wanted = wanted
        self._numbers: dict[Segment, dict[int, tuple[Match, ...]]] = {}
        self._whole: dict[str, tuple[Match, ...]] = {}
        self._begun: list[tuple[str, Match]] = []
        values = [word.value for word in wanted]
        self._most = sum(values) + _CLOSENESS * sum(map(min, values, values[1:]))
        for number, word in enumerate(wanted):
            for reading in word.readings:
                self._prepare(number, reading)
        self._starts = tuple(start for start, _ in self._begun)

    def rank(self, segment: Segment, doc: int) -> Ranked:
        """Look at an entry.

        Args:
            segment: The segment it is in.
            doc: Its number there.
        """
        places, length = self._places(segment, doc)
        best = [max(found, default=None, key=_value) for found in places]
        total = sum(place.value for place in best if place)
        for first, second in pairwise(places):
            if first and second:
                total += _CLOSENESS * _closeness(first, second)
        chosen = [place.reading if place else None for place in best]
        if None in chosen and (extra := segment.records.value("extra", doc)):
            total += self._from_extra(extra, chosen)
        score = total / self._most if self._most else 1.0
        score += _PRIOR * segment.priors[doc] - _LENGTH * math.log1p(length / 8)
        lit = {
            place.number: place.reading
            for found, top in zip(places, best, strict=True)
            for place in found
            if top and place.value >= _LIT * top.value
        }
        return Ranked(round(100 * min(1.0, max(0.0, score)), 3), tuple(chosen), lit)

    def _prepare(self, number: int, reading: Reading) -> None:
        last = len(reading.words) - 1
        for part, word in enumerate(reading.words):
            match = Match(number, reading.value / (last + 1), reading, part)
            if reading.prefix and part == last:
                self._begun.append((word, match))
            else:
                self._whole[word] = (*self._whole.get(word, ()), match)

    def _matches(self, word: str) -> tuple[Match, ...]:
        """Return what a word of a text answers for."""
        whole = self._whole.get(word)
        if not word.startswith(self._starts):
            return whole or ()
        found = list(whole or ())
        for start, match in self._begun:
            if word.startswith(start):
                value = match.value * (0.85 + 0.15 * len(start) / len(word))
                found.append(Match(match.word, value, match.reading, match.part))
        return tuple(found)

    def _places(self, segment: Segment, doc: int) -> tuple[list[list[Place]], int]:
        """Return for each word of the query its places in a text, and how long the text is."""
        places: list[list[Place]] = [[] for _ in self._wanted]
        several: dict[tuple[int, Reading], list[_Part]] = {}
        known, vocabulary = self._numbers.setdefault(segment, {}), segment.vocabulary.words
        sequence = segment.sequence(doc).tolist()
        shared = 0
        for index, number in enumerate(sequence):
            if number & SAME_PLACE:
                shared += 1
                number &= NUMBER
            matches = known.get(number)
            if matches is None:
                matches = known[number] = self._matches(vocabulary[number])
            for match in matches:
                at = index - shared
                if len(match.reading.words) > 1:
                    key = (match.word, match.reading)
                    several.setdefault(key, []).append(_Part(match.part, at, number))
                elif len(places[match.word]) < _MOST_PLACES:
                    places[match.word].append(Place(match.value, at, match.reading, number))
        for (number, reading), parts in several.items():
            places[number].extend(_joined_places(reading, parts))
        return places, len(sequence) - shared

    def _from_extra(self, extra: str, chosen: list[Reading | None]) -> float:
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
                chosen[number] = match.reading
                total += _EXTRA * match.value
        return total


def _value(place: Place) -> float:
    return place.value


def _joined_places(reading: Reading, parts: Sequence[_Part]) -> list[Place]:
    """Return the places of a reading of several words: side by side, or at least all there.

    Args:
        reading: The reading.
        parts: The words found that are parts of it.
    """
    size = len(reading.words)
    at = {(part.part, part.position): part for part in parts}
    if len({part.part for part in parts}) < size:
        return []
    for part in parts:
        run = [at.get((step, part.position + step)) for step in range(size)]
        if part.part == 0 and all(run):
            value = float(reading.value)
            return [Place(value, one.position, reading, one.number) for one in run if one]
    value = _APART * reading.value
    return [Place(value, one.position, reading, one.number) for one in parts]


def _closeness(first: Sequence[Place], second: Sequence[Place]) -> float:
    """Return how near two neighbours of the query stand in the text, times what they are worth."""
    best = 0.0
    for value, position, _, _ in first:
        for other, place, _, _ in second:
            gap = place - position
            near = 1.0 / gap if gap > 0 else _BACKWARDS / -gap if gap < 0 else 1.0
            worth = near * (value if value < other else other)
            if worth > best:
                best = worth
    return best
