"""The best entries looked at once more, by their text: order, closeness, length, and what to light.

Columns say which entries hold the words; only the text says how. What is done here costs a few
hundredths of a millisecond an entry, so it is done for the best few dozen only.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from briefing.model import Span
from briefing.search.plan import Wanted
from briefing.search.readings import Reading
from briefing.search.words import CHUNK, Token, analyse, span_of_prefix, words

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


class Lit(NamedTuple):
    """A match in a chunk: its places count from the chunk's start."""

    token: Token
    match: Match


@dataclass(frozen=True, slots=True)
class Ranked:
    """How well an entry answers."""

    score: float
    """From 0 to 100."""
    readings: tuple[Reading | None, ...]
    """For each word of the query, the reading found; None where it was not."""
    floors: tuple[float, ...]
    """For each word, what a match must be worth to be lit."""


_InChunk = tuple[int, tuple[Lit, ...]]
"""How many places a chunk takes, and its matches."""
_NOTHING: _InChunk = (1, ())


class Ranker:
    """Looks at texts for one query."""

    def __init__(self, wanted: Sequence[Wanted]) -> None:
        """Prepare to look for these words."""
        self._wanted = wanted
        self._known: dict[str, tuple[Match, ...]] = {}
        self._chunks: dict[str, _InChunk] = {}
        self._whole: dict[str, list[Match]] = {}
        self._begun: list[tuple[str, Match]] = []
        values = [word.value for word in wanted]
        self._most = sum(values) + _CLOSENESS * sum(map(min, values, values[1:]))
        for number, word in enumerate(wanted):
            for reading in word.readings:
                self._prepare(number, reading)
        self._starts = tuple(start for start, _ in self._begun)

    def rank(self, text: str, extra: str, prior: int) -> Ranked:
        """Look at an entry.

        Args:
            text: Its words.
            extra: The words that count as its own.
            prior: Its bonus for kind and length, 0 to 7.
        """
        places, length = self._places(text)
        best = [max(found, default=None, key=_value) for found in places]
        total = sum(place.value for place in best if place)
        for first, second in pairwise(places):
            if first and second:
                total += _CLOSENESS * _closeness(first, second)
        chosen = [place.reading if place else None for place in best]
        if extra and None in chosen:
            total += self._from_extra(extra, chosen)
        score = total / self._most if self._most else 1.0
        score += _PRIOR * prior - _LENGTH * math.log1p(length / 8)
        floors = tuple(_LIT * place.value if place else math.inf for place in best)
        return Ranked(round(100 * min(1.0, max(0.0, score)), 3), tuple(chosen), floors)

    def spans(self, text: str, ranked: Ranked) -> tuple[Span, ...]:
        """Return what to light in an entry's text.

        Args:
            text: The text.
            ranked: What `rank` said of it.
        """
        found: list[Span] = []
        chunks = self._chunks
        for chunk in CHUNK.finditer(text):
            known = chunks.get(chunk[0]) or self._in_chunk(chunk[0])
            for token, match in known[1]:
                if match.value * len(match.reading.words) >= ranked.floors[match.word]:
                    start = chunk.start()
                    moved = token._replace(start=start + token.start, end=start + token.end)
                    found.append(_span(text, moved, match.reading))
        return merged(found)

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
            if word.startswith(self._starts):
                for start, match in self._begun:
                    if word.startswith(start):
                        share = 0.85 + 0.15 * len(start) / len(word)
                        value = match.value * share
                        found.append(Match(match.word, value, match.reading, match.part))
            known = self._known[word] = tuple(found)
        return known

    def _in_chunk(self, chunk: str) -> _InChunk:
        """Return what a chunk holds; most chunks hold nothing, and are told by a glance."""
        if chunk.isascii() and chunk.isalnum() and not self._concerns(chunk.lower()):
            known = _NOTHING
        else:
            found = analyse(chunk)
            lit = tuple(Lit(token, match) for token in found for match in self._matches(token.word))
            known = (max((token.position for token in found), default=-1) + 1, lit)
        self._chunks[chunk] = known
        return known

    def _concerns(self, word: str) -> bool:
        return word in self._whole or word.startswith(self._starts)

    def _places(self, text: str) -> tuple[list[list[Place]], int]:
        """Return for each word of the query its places in a text, and how long the text is."""
        places: list[list[Place]] = [[] for _ in self._wanted]
        several: dict[tuple[int, Reading], list[tuple[int, int]]] = {}
        position = 0
        chunks, in_chunk = self._chunks, self._in_chunk
        for chunk in CHUNK.findall(text):
            taken, lit = chunks.get(chunk) or in_chunk(chunk)
            for token, match in lit:
                at = position + token.position
                if len(match.reading.words) > 1:
                    key = (match.word, match.reading)
                    several.setdefault(key, []).append((match.part, at))
                elif len(places[match.word]) < _MOST_PLACES:
                    places[match.word].append(Place(match.value, at, match.reading))
            position += taken
        for (number, reading), parts in several.items():
            places[number].extend(_joined_places(reading, parts))
        return places, position

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


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that overlap or touch made one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _value(place: Place) -> float:
    return place.value


def _span(text: str, token: Token, reading: Reading) -> Span:
    begun = reading.words[-1]
    if reading.prefix and not reading.healed and len(begun) < len(token.word):
        return span_of_prefix(text, token, len(begun))
    return Span(token.start, token.end)


def _joined_places(reading: Reading, parts: Sequence[tuple[int, int]]) -> list[Place]:
    """Return the places of a reading of several words: side by side, or at least all there.

    Args:
        reading: The reading.
        parts: The parts found, each with its position.
    """
    size = len(reading.words)
    at = set(parts)
    if len({part for part, _ in at}) < size:
        return []
    for part, position in parts:
        if part == 0 and all((step, position + step) in at for step in range(size)):
            return [Place(float(reading.value), position + step, reading) for step in range(size)]
    return [Place(_APART * reading.value, position, reading) for _, position in parts]


def _closeness(first: Sequence[Place], second: Sequence[Place]) -> float:
    """Return how near two neighbours of the query stand in the text, times what they are worth."""
    best = 0.0
    for value, position, _ in first:
        for other, place, _ in second:
            gap = place - position
            near = 1.0 / gap if gap > 0 else _BACKWARDS / -gap if gap < 0 else 1.0
            worth = near * (value if value < other else other)
            if worth > best:
                best = worth
    return best
