"""The different words of a segment, sorted, and the ways to look one up.

Distances are optimal string alignment (Damerau's four slips, none of them twice in one place), as
`rapidfuzz.distance.OSA` measures them.
"""

import zlib
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import accumulate
from operator import or_

from briefing.search.index.array_file import StoredArray, Typecode
from briefing.search.index.kernel import Kernel
from briefing.search.language.stems import stem

_LAST = "\U0010ffff"
_SHORTEST_STEM = 3
_LONGEST = 64
"""Words this long and longer count as one length."""


class _Bits(dict[str, int]):
    """The bit that stands for a character: one each for a to z, six for all others."""

    def __missing__(self, char: str) -> int:
        code = ord(char) - ord("a")
        bit = self[char] = 1 << (code if 0 <= code < 26 else 26 + code % 6)
        return bit


_bit = _Bits().__getitem__


def letters(word: str) -> int:
    """Return the set of a word's letters as bits, so that far words are told apart by counting."""
    return reduce(or_, map(_bit, word), 0)


class Vocabulary:
    """Sorted words, numbered in that order."""

    def __init__(self, sections: Mapping[str, StoredArray]) -> None:
        """Read words from the sections `sections_of` made."""
        text = str(sections["words"].data, "utf-8", "surrogatepass")
        self.words: list[str] = text.split("\n") if text else []
        self._by_length = sections["words.by-length"].view()
        self._letters = sections["words.letters"].view()
        self._lengths = sections["words.lengths"].view()
        self._stems = sections["words.stems"].view()

    def __len__(self) -> int:
        return len(self.words)

    def find(self, word: str) -> int:
        """Return the number of a word, or -1."""
        at = bisect_left(self.words, word)
        return at if at < len(self.words) and self.words[at] == word else -1

    def prefix(self, start: str) -> tuple[int, int]:
        """Return the numbers of the words that start so: the first, and the one past the last."""
        return bisect_left(self.words, start), bisect_left(self.words, start + _LAST)

    def same_stem(self, word: str) -> list[int]:
        """Return the numbers of the words with the stem of this one, itself included."""
        wanted = stem(word)
        if len(wanted) < _SHORTEST_STEM:
            return []
        checksum = _checksum(wanted)
        # The last letter of a stem may differ from the written one (`policy`, `polici`).
        first, last = self.prefix(wanted[:-1])
        stems = self._stems
        return [n for n in range(first, last) if stems[n] == checksum]

    def close(self, word: str, slips: int, kernel: Kernel) -> list[tuple[int, int]]:
        """Return the words within some slips of this one.

        Args:
            word: A folded word.
            slips: How many insertions, deletions, replacements and swaps of neighbours at most.
            kernel: What looks through the letter sets.

        Returns:
            Numbers of words with their distances; the word itself is not among them.
        """
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        shortest = min(max(0, len(word) - slips), _LONGEST)
        longest = min(len(word) + slips, _LONGEST)
        first, last = self._lengths[shortest], self._lengths[longest + 1]
        places = kernel.near(self._letters[first:last], letters(word), slips)
        near = [self._by_length[first + place] for place in places]
        found = process.extract(
            word, [self.words[n] for n in near], scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        return [(near[index], int(distance)) for _, distance, index in found if distance]


def sections_of(words: Sequence[str]) -> dict[str, StoredArray]:
    """Return what `Vocabulary` reads.

    Args:
        words: Sorted, each once, without line ends.
    """
    text = "\n".join(words).encode("utf-8", "surrogatepass")
    lengths = [min(len(word), _LONGEST) for word in words]
    by_length = sorted(range(len(words)), key=lengths.__getitem__)
    counts = Counter(lengths)
    return {
        "words": StoredArray("B", memoryview(text)),
        "words.by-length": _section("I", by_length),
        "words.letters": _section("I", (letters(words[number]) for number in by_length)),
        "words.lengths": _section(
            "I", accumulate((counts[length] for length in range(_LONGEST + 1)), initial=0)
        ),
        "words.stems": _section("I", (_checksum(stem(word)) for word in words)),
    }


def _section(typecode: Typecode, numbers: Iterable[int]) -> StoredArray:
    return StoredArray(typecode, memoryview(array(typecode, numbers)).cast("B"))


def _checksum(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))
