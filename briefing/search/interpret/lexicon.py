"""The words of several segments as if they were one, and how telling each is."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

from briefing.search.index.kernel import Kernel
from briefing.search.index.segment import Segment

SCALE = 16
"""What one unit of likeness times rarity is in a column; 255 is as much as a column holds."""


class Lexicon:
    """The words of several segments as if they were one."""

    def __init__(
        self, segments: Sequence[Segment], kernel: Kernel, alive: Sequence[bytes | None]
    ) -> None:
        """Look words up in segments.

        What was taken out is not counted: the same entries give the same answer, however they
        came into the index.

        Args:
            segments: The parts of the index.
            kernel: What looks through letter sets and postings.
            alive: For each segment, 1 for each entry that counts; None where all do.
        """
        self._segments = segments
        self._kernel = kernel
        self._alive = alive
        self._whole = all(mask is None for mask in alive)
        self.entries = sum(
            len(segment) if mask is None else mask.count(1)
            for segment, mask in zip(segments, alive, strict=True)
        )
        self.count = lru_cache(maxsize=4096)(self._count)
        self.close = lru_cache(maxsize=1024)(self._close)

    def _count(self, word: str, prefix: bool = False) -> int:
        """Return how many postings a word, or the words with a prefix, have."""
        total = 0
        for segment, mask in zip(self._segments, self._alive, strict=True):
            if prefix:
                first, last = segment.vocabulary.prefix(word)
            else:
                first = segment.vocabulary.find(word)
                last = first + 1
            if first < 0 or first == last:
                continue
            if mask is None:
                total += segment.count(first, last)
            else:
                total += self._kernel.alive(segment.docs(first, last), mask)
        return total

    def _counting(self, words: Iterable[str], prefix: bool = False) -> set[str]:
        """Return those of some words, or beginnings of words, that an entry holds."""
        return set(words) if self._whole else {each for each in words if self.count(each, prefix)}

    def forms(self, word: str) -> set[str]:
        """Return the words with the same stem, this one left out."""
        found = {
            segment.vocabulary.words[number]
            for segment in self._segments
            for number in segment.vocabulary.same_stem(word)
        }
        return self._counting(found - {word})

    def _close(self, word: str, slips: int) -> dict[str, int]:
        """Return the words within some slips, with their distances."""
        found = {
            segment.vocabulary.words[number]: distance
            for segment in self._segments
            for number, distance in segment.vocabulary.close(word, slips, self._kernel)
        }
        kept = self._counting(found)
        return {other: distance for other, distance in found.items() if other in kept}

    def beginnings(self, start: str, length: int) -> set[str]:
        """Return the different first `length` letters of the words that start so."""
        found: set[str] = set()
        for segment in self._segments:
            first, last = segment.vocabulary.prefix(start)
            found.update(word[:length] for word in segment.vocabulary.words[first:last])
        return self._counting(found, True)

    def starting(self, start: str) -> set[str]:
        """Return the words that start so."""
        found: set[str] = set()
        for segment in self._segments:
            first, last = segment.vocabulary.prefix(start)
            found.update(segment.vocabulary.words[first:last])
        return self._counting(found)

    def ending_in_letters(self, start: str, most: int) -> set[str]:
        """Return the words that are this start and at most so many letters, at least one."""
        found: set[str] = set()
        for segment in self._segments:
            # Letters sort behind the digits that might go on a number.
            first, last = (
                segment.vocabulary.prefix(f"{start}:")[0],
                segment.vocabulary.prefix(start)[1],
            )
            found.update(
                word
                for word in segment.vocabulary.words[first:last]
                if len(word) <= len(start) + most and word[len(start) :].isalpha()
            )
        return self._counting(found)

    def rarity(self, count: int) -> float:
        """Return how telling a word with so many postings is: its inverse document frequency.

        The half keeps what is in every entry worth more than any bonus.
        """
        return 0.5 + math.log(1 + self.entries / max(count, 1))

    def value(self, likeness: float, count: int, most: float = math.inf) -> int:
        """Return a reading's score contribution, 1 to 255; its rarity counts up to `most`."""
        return max(1, min(255, round(SCALE * likeness * min(self.rarity(count), most))))
