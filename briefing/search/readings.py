"""How a word of a query may be read: as typed, as a beginning, as another form, as a slip.

Weights follow one rule: as typed beats a beginning, a beginning beats another form or a joined
word, and those beat what had to be corrected. What a reading is worth in an entry is its likeness
times the rarity of what it found.
"""

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.search.kernels import Kernel
from briefing.search.postings import Segment
from briefing.search.stems import is_inflection
from briefing.search.vocabulary import budget
from briefing.search.words import Unit, is_number

SCALE = 16
"""What one unit of likeness times rarity is in a column; 255 is as much as a column holds."""

_EXACT, _TYPED, _FORM, _STUB, _HYPHEN = 1.0, 0.9, 0.85, 0.76, 0.95
_FORM_OF_NONE = 0.7
_JOINED_HALF = 0.9
"""Of a joined word one of whose halves stands nowhere by itself: hardly anything else was meant."""
_JOINED, _SPLIT = 0.6, 0.8
_SLIPS = {1: 0.75, 2: 0.55}
_TYPED_SLIP = 0.5
_LIKELY = 0.67
"""From which likeness on a reading explains a word well: one slip of any sort does."""
_FIRST_LETTER = 0.05
"""What a slip in the first letter costs: fingers start right."""
_LETTER_LESS = 0.02
"""What a letter too many costs: letters are left out more often than put in."""
_SHORTEST_STUB = 2
_MOST_CORRECTED = 12
_MOST_PARTS = 4
_LONGEST_PART = 24
_LETTERS_OR_DIGITS = re.compile(r"[0-9]+|[^0-9]+")
_COMMONER = 10
"""How many times commoner words run together must be than a word one slip away; as many times
again than the word as typed."""
_COMMONEST = 25
"""A single letter is a word where one of so many entries holds it."""


class Reading(NamedTuple):
    """One way to read a word of a query."""

    words: tuple[str, ...]
    """The words of the index it stands for; all of them have to be there."""
    likeness: float
    value: int
    """What it is worth in an entry that holds it, 1 to 255."""
    prefix: bool = False
    """Whether its last word may go on."""
    corrected: bool = False
    """Whether something else than the letters typed is found, and must be told."""
    joined: int = 0
    """How many words of the query it takes together with this one; 0 for none."""


class Lexicon:
    """The words of several segments as if they were one."""

    def __init__(self, segments: Sequence[Segment], kernel: Kernel) -> None:
        """Look words up in segments.

        Args:
            segments: The parts of the index.
            kernel: What looks through letter sets.
        """
        self._segments = segments
        self._kernel = kernel
        self.entries = sum(len(segment) for segment in segments)
        self.count = lru_cache(maxsize=4096)(self._count)
        self.close = lru_cache(maxsize=1024)(self._close)

    def _count(self, word: str, prefix: bool = False) -> int:
        """Return how many postings a word, or the words with a prefix, have."""
        total = 0
        for segment in self._segments:
            if prefix:
                total += segment.count(*segment.vocabulary.prefix(word))
            elif (number := segment.vocabulary.find(word)) >= 0:
                total += segment.count(number, number + 1)
        return total

    def forms(self, word: str) -> set[str]:
        """Return the words with the same stem, this one left out."""
        found = {
            segment.vocabulary.words[number]
            for segment in self._segments
            for number in segment.vocabulary.same_stem(word)
        }
        return found - {word}

    def _close(self, word: str, slips: int) -> dict[str, int]:
        """Return the words within some slips, with their distances."""
        return {
            segment.vocabulary.words[number]: distance
            for segment in self._segments
            for number, distance in segment.vocabulary.close(word, slips, self._kernel)
        }

    def beginnings(self, start: str, length: int) -> set[str]:
        """Return the different first `length` letters of the words that start so."""
        found: set[str] = set()
        for segment in self._segments:
            first, last = segment.vocabulary.prefix(start)
            found.update(word[:length] for word in segment.vocabulary.words[first:last])
        return found

    def starting(self, start: str) -> set[str]:
        """Return the words that start so."""
        found: set[str] = set()
        for segment in self._segments:
            first, last = segment.vocabulary.prefix(start)
            found.update(segment.vocabulary.words[first:last])
        return found

    def rarity(self, count: int) -> float:
        """Return how telling a word with so many postings is: its inverse document frequency.

        The half keeps what stands in every entry worth more than any bonus.
        """
        return 0.5 + math.log(1 + self.entries / max(count, 1))

    def value(self, likeness: float, count: int, most: float = math.inf) -> int:
        """Return what a reading is worth, 1 to 255, its rarity not counted beyond `most`."""
        return max(1, min(255, round(SCALE * likeness * min(self.rarity(count), most))))


def readings(unit: Unit, typed: bool, lexicon: Lexicon) -> tuple[Reading, ...]:
    """Return the ways to read a word of a query, worth most first.

    Args:
        unit: The word.
        typed: Whether it is still being typed.
        lexicon: Where words are looked up.
    """
    found = _literal(unit, typed, lexicon)
    if is_number(unit.word) and not found:
        found += _apart(unit.word, typed, lexicon, ())
    elif not unit.exact:
        # The parts of a hyphenated word, all there, need no correcting.
        known = bool(unit.parts and found)
        found += _forms(unit.word, lexicon)
        if not known:
            found += _corrected(unit.word, typed, lexicon, found)
    return tuple(sorted(found, key=lambda reading: (-reading.value, reading.words)))


def joined(first: Unit, second: Unit, typed: bool, lexicon: Lexicon) -> Reading | None:
    """Return the reading of two neighbours as one word that was written apart, or None.

    Args:
        first: A word of the query.
        second: The next one.
        typed: Whether the second is still being typed.
        lexicon: Where words are looked up.
    """
    if first.parts or second.parts or first.exact or second.exact:
        return None
    word = first.word + second.word
    apart = lexicon.count(first.word) and lexicon.count(second.word)
    likeness = _JOINED if apart else _JOINED_HALF
    count = lexicon.count(word)
    if count:
        return Reading((word,), likeness, lexicon.value(likeness, count), corrected=True, joined=2)
    if typed and (count := lexicon.count(word, True)):
        value = lexicon.value(likeness * _TYPED, count)
        return Reading((word,), likeness, value, prefix=True, corrected=True, joined=2)
    return None


def _literal(unit: Unit, typed: bool, lexicon: Lexicon) -> list[Reading]:
    found: list[Reading] = []
    word = unit.word
    count = lexicon.count(word)
    if count:
        found.append(Reading((word,), _EXACT, lexicon.value(_EXACT, count)))
    if unit.parts:
        fewest = min(lexicon.count(part) for part in unit.parts)
        if fewest:
            found.append(Reading(unit.parts, _HYPHEN, lexicon.value(_HYPHEN, fewest)))
    stub = not unit.exact and len(word) >= _SHORTEST_STUB
    if typed or stub:
        going_on = lexicon.count(word, True)
        if going_on > count:
            likeness = _TYPED if typed else _STUB
            value = lexicon.value(likeness, going_on)
            found.append(Reading((word,), likeness, value, prefix=True))
    return found


def _forms(word: str, lexicon: Lexicon) -> list[Reading]:
    """Return other forms of a word; a rare form is no more telling than the word itself.

    A word that stands nowhere may be a slip whose stem is another word's (`statment`, `state`): a
    word one slip away is meant then, unless the form is its beginning (`national`, `nation`), and
    what was found is told. A mere inflection is read and not told.
    """
    forms = lexicon.forms(word)
    known = lexicon.count(word)
    most = lexicon.rarity(known or sum(map(lexicon.count, forms)))
    slips = 0 if known else budget(word)
    corrected = lexicon.close(word, slips) if slips else {}
    slipped = 1 in corrected.values()
    found: list[Reading] = []
    for form in forms:
        sure = bool(known) or is_inflection(form, word)
        if not sure and (form in corrected or (slipped and not word.startswith(form))):
            continue
        likeness = _FORM if sure else _FORM_OF_NONE
        value = lexicon.value(likeness, lexicon.count(form), most)
        found.append(Reading((form,), likeness, value, corrected=not sure))
    return found


def _corrected(word: str, typed: bool, lexicon: Lexicon, found: list[Reading]) -> list[Reading]:
    slips = budget(word)
    corrected = _slips(word, slips, lexicon, found) if slips else []
    likely = [r for r in (*found, *corrected) if r.likeness >= _LIKELY]
    if typed and slips and not (found or likely):
        likely = _begun_with_a_slip(word, slips, lexicon)
        corrected += likely
    return corrected + _apart(word, typed, lexicon, likely)


def _slips(word: str, slips: int, lexicon: Lexicon, found: Sequence[Reading]) -> list[Reading]:
    """Return the words within some slips, the likeliest dozen.

    None counts as rarer than what stands as typed, or else than the likeliest of them: that a word
    is common makes it likelier to have been meant, so that its neighbours may not outweigh it.
    """
    known = {reading.words[0] for reading in found if len(reading.words) == 1}
    close = [
        (_likeness(word, other, distance), lexicon.count(other), other)
        for other, distance in lexicon.close(word, slips).items()
        if other not in known and not is_number(other)
    ]
    close.sort(key=lambda one: (-one[0], -one[1], one[2]))
    likeliest = lexicon.count(word, True) if found else close[0][1] if close else 0
    most = lexicon.rarity(likeliest)
    return [
        Reading((other,), likeness, lexicon.value(likeness, count, most), corrected=True)
        for likeness, count, other in close[:_MOST_CORRECTED]
    ]


def _likeness(word: str, other: str, distance: int) -> float:
    likeness = _SLIPS[distance]
    if other[0] != word[0]:
        likeness -= _FIRST_LETTER
    if len(other) < len(word):
        likeness -= _LETTER_LESS
    return likeness


def _apart(word: str, typed: bool, lexicon: Lexicon, likely: Sequence[Reading]) -> list[Reading]:
    """Return the word as words run together, where nothing as likely explains it nearly as well.

    Args:
        word: The word.
        typed: Whether it is still being typed.
        lexicon: Where words are looked up.
        likely: How else it may be read.
    """
    most = 0
    for reading in likely:
        if len(reading.words) == 1:
            count = lexicon.count(reading.words[0], reading.prefix)
            as_typed = not reading.corrected and (typed or not reading.prefix)
            times = _COMMONER**2 if as_typed else _COMMONER
            most = max(most, times * count)
    found: list[Reading] = []
    for parts in _splits(word, typed, lexicon):
        last = len(parts) - 1
        counts = [lexicon.count(p, typed and n == last) for n, p in enumerate(parts)]
        if min(counts) > most:
            rarity = sum(map(lexicon.rarity, counts))
            value = max(1, min(255, round(SCALE * _SPLIT * rarity)))
            found.append(Reading(parts, _SPLIT, value, prefix=typed, corrected=True))
    return found


def _begun_with_a_slip(word: str, slips: int, lexicon: Lexicon) -> list[Reading]:
    """Read the beginning of a word whose slip is not among its first letters."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    kept = max(3, len(word) - 4)
    starts = lexicon.beginnings(word[:kept], len(word))
    found = process.extract(word, list(starts), scorer=OSA.distance, score_cutoff=slips, limit=4)
    return [
        Reading(
            (start,),
            _TYPED_SLIP,
            lexicon.value(_TYPED_SLIP, lexicon.count(start, True)),
            prefix=True,
            corrected=True,
        )
        for start, _, _ in found
    ]


def _splits(word: str, typed: bool, lexicon: Lexicon) -> set[tuple[str, ...]]:
    """Return the likeliest words that were run together, and the likeliest two.

    The likeliest are those whose rarities add up to least, as in the usual segmentation by word
    frequencies. Single letters are words only where they are among the commonest, as `a` is.
    """
    if is_number(word):
        parts = tuple(_LETTERS_OR_DIGITS.findall(word))
        return {parts} if 1 < len(parts) <= _MOST_PARTS else set()
    size = len(word)
    costs: dict[tuple[int, int], float] = {}
    for start in range(size):
        for end in range(start + 1, min(size, start + _LONGEST_PART) + 1):
            going_on = typed and end == size and 0 < start < end - 1
            count = lexicon.count(word[start:end], going_on)
            if count > (lexicon.entries // _COMMONEST if end == start + 1 else 0):
                costs[start, end] = lexicon.rarity(count) + 1
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for (start, end), cost in sorted(costs.items(), key=lambda item: item[0]):
        before = best.get(start)
        if before and len(before[1]) < _MOST_PARTS and end - start < size:
            total = before[0] + cost
            if end not in best or total < best[end][0]:
                best[end] = (total, (*before[1], word[start:end]))
    found = {best[size][1]} if size in best else set()
    pairs = [
        (costs[0, middle] + costs[middle, size], middle)
        for middle in range(1, size)
        if (0, middle) in costs and (middle, size) in costs
    ]
    if pairs:
        middle = min(pairs)[1]
        found.add((word[:middle], word[middle:]))
    return found
