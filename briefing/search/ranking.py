"""The best entries looked at once more, by their text: order, closeness, length, and what to light.

Columns say which entries hold the words; only the text says how. What is done here costs a few
hundredths of a millisecond an entry, so it is done for the best few dozen only.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.model import Span
from briefing.search.plan import Wanted
from briefing.search.readings import Reading
from briefing.search.words import Token, span_of_prefix, tokens, words

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

_tokens = lru_cache(maxsize=2048)(tokens)
_extra_words = lru_cache(maxsize=2048)(words)


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the text that answers for a word of the query."""

    word: int
    """The number of the query's word."""
    value: float
    reading: Reading
    part: int = 0
    """Which part of the reading it is."""


@dataclass(frozen=True, slots=True)
class Place:
    """A match at its place."""

    value: float
    position: int
    token: Token
    reading: Reading


@dataclass(frozen=True, slots=True)
class Ranked:
    """How well an entry answers."""

    score: float
    """From 0 to 100."""
    spans: tuple[Span, ...]
    readings: tuple[Reading | None, ...]
    """For each word of the query, the reading found; None where it was not."""


class Ranker:
    """Looks at texts for one query."""

    def __init__(self, wanted: Sequence[Wanted]) -> None:
        """Prepare to look for these words."""
        self._wanted = wanted
        self._known: dict[str, tuple[Match, ...]] = {}
        self._whole: dict[str, list[Match]] = {}
        self._begun: list[tuple[str, Match]] = []
        values = [word.value for word in wanted]
        self._most = sum(values) + _CLOSENESS * sum(map(min, values, values[1:]))
        for number, word in enumerate(wanted):
            for reading in word.readings:
                self._prepare(number, reading)

    def rank(self, text: str, extra: str, prior: int) -> Ranked:
        """Look at an entry.

        Args:
            text: Its words.
            extra: The words that count as its own.
            prior: Its bonus for kind and length, 0 to 7.
        """
        found = _tokens(text)
        places = self._places(found)
        best = [max(p, key=lambda place: place.value) if p else None for p in places]
        total = sum(place.value for place in best if place)
        total += _CLOSENESS * sum(map(_closeness, places, places[1:]))
        chosen = [place.reading if place else None for place in best]
        if extra and None in chosen:
            total += self._from_extra(extra, chosen)
        score = total / self._most if self._most else 1.0
        score += _PRIOR * prior - _LENGTH * math.log1p(len(found) / 8)
        spans = self._spans(text, places, best)
        return Ranked(round(100 * min(1.0, max(0.0, score)), 3), spans, tuple(chosen))

    def _prepare(self, number: int, reading: Reading) -> None:
        last = len(reading.words) - 1
        for part, word in enumerate(reading.words):
            match = Match(number, reading.value / (last + 1), reading, part)
            if reading.prefix and part == last:
                self._begun.append((word, match))
            else:
                self._whole.setdefault(word, []).append(match)

    def _matches(self, word: str) -> tuple[Match, ...]:
        """Return what a word of a text answers for."""
        known = self._known.get(word)
        if known is None:
            found = list(self._whole.get(word, ()))
            for start, match in self._begun:
                if word.startswith(start):
                    share = 0.85 + 0.15 * len(start) / len(word)
                    found.append(Match(match.word, match.value * share, match.reading, match.part))
            known = self._known[word] = tuple(found)
        return known

    def _places(self, found: Sequence[Token]) -> list[list[Place]]:
        places: list[list[Place]] = [[] for _ in self._wanted]
        several: dict[tuple[int, Reading], list[tuple[int, Match, Token]]] = {}
        for token in found:
            for match in self._matches(token.word):
                if len(match.reading.words) == 1:
                    place = Place(match.value, token.position, token, match.reading)
                    places[match.word].append(place)
                else:
                    key = (match.word, match.reading)
                    several.setdefault(key, []).append((token.position, match, token))
        for (number, reading), parts in several.items():
            places[number].extend(_joined_places(reading, parts))
        return places

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

    def _spans(
        self, text: str, places: list[list[Place]], best: list[Place | None]
    ) -> tuple[Span, ...]:
        spans: list[Span] = []
        for of_word, top in zip(places, best, strict=True):
            for place in of_word:
                if top and place.value >= _LIT * top.value:
                    spans.append(_span(text, place))
        return merged(spans)


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that overlap or touch made one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _span(text: str, place: Place) -> Span:
    reading, token = place.reading, place.token
    begun = reading.words[-1]
    if reading.prefix and not reading.healed and len(begun) < len(token.word):
        return span_of_prefix(text, token, len(begun))
    return Span(token.start, token.end)


def _joined_places(reading: Reading, parts: list[tuple[int, Match, Token]]) -> list[Place]:
    """Return the places of a reading of several words: side by side, or at least all there."""
    at: dict[tuple[int, int], tuple[Match, Token]] = {
        (match.part, position): (match, token) for position, match, token in parts
    }
    size = len(reading.words)
    if len({part for part, _ in at}) < size:
        return []
    for part, position in at:
        run = [at.get((step, position + step)) for step in range(size)]
        if part == 0 and all(run):
            return [
                Place(float(reading.value), position + step, found[1], reading)
                for step, found in enumerate(run)
                if found
            ]
    return [
        Place(_APART * reading.value, position, token, reading)
        for (_, position), (_, token) in at.items()
    ]


def _closeness(first: list[Place], second: list[Place]) -> float:
    """Return how near two neighbours of the query stand in the text, times what they are worth."""
    best = 0.0
    for one in first:
        for other in second:
            gap = other.position - one.position
            near = 1.0 / gap if gap > 0 else _BACKWARDS / -gap if gap < 0 else 1.0
            best = max(best, near * min(one.value, other.value))
    return best
