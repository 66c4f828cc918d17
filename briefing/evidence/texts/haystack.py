"""All paragraphs of a source as one text to look for words in, with an index once that pays."""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

SEARCHES = 100
"""After so many passes over the whole text an index would have cost less than they did."""
LETTERS = 6
"""Shorter words are in too many places to be worth a place in the index."""
FEW = 200
"""In so many paragraphs words are found sooner than in one pass over the whole text."""


_TOGETHER = 4096
"""So many paragraphs are joined at a time."""


class Haystack:
    """Paragraphs in one text, a newline between them.

    Args:
        texts: The paragraphs, none with a newline in it; they are not kept.

    Attributes:
        whole: The text.
        starts: Where each paragraph starts in it, in code points.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._searches = 0
        self.starts = array("I")
        counted = self._counted(texts)
        # A join holds all that it joins, and a million paragraphs weigh more than their text; as
        # UTF-8, because one emoji makes four bytes of each character.
        joined = bytearray()
        while batch := list(islice(counted, _TOGETHER)):
            joined += "\n".join((*batch, "")).encode("utf-8", "surrogatepass")
        del joined[-1:]
        self.whole = joined.decode("utf-8", "surrogatepass")

    def _counted(self, texts: Iterable[str]) -> Iterator[str]:
        offset = 0
        for text in texts:
            self.starts.append(offset)
            offset += len(text) + 1
            yield text

    def text(self, block: int) -> str:
        """Return a paragraph by its 0-based place."""
        return self.whole[self.starts[block] : self.end(block)]

    def end(self, block: int) -> int:
        """Return the offset just past the last code point of a paragraph."""
        following = block + 1
        return self.starts[following] - 1 if following < len(self.starts) else len(self.whole)

    def block_at(self, offset: int) -> int:
        """Return the 0-based paragraph that an offset of the text is in."""
        return bisect_right(self.starts, offset) - 1

    def find_all(self, words: str, start: int, stop: int) -> Iterator[int]:
        """Yield every place between two offsets in which words are, in order.

        Args:
            words: What to look for, without a newline; nothing occurs nowhere.
            start: Where to begin.
            stop: Offset just past the last code point to look at.
        """
        for low, high in self._stretches(words, start, stop) if words else ():
            at = self.whole.find(words, low, high)
            while at >= 0:
                yield at
                at = self.whole.find(words, at + 1, high)

    def _stretches(self, words: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        """Return the stretches outside of which words cannot be."""
        everything = [(start, stop)]
        if (start, stop) != (0, len(self.whole)):
            return everything
        self._searches += 1
        # The first and the last word may be parts of longer ones, those between cannot.
        inner = [word for word in words.split(" ")[1:-1] if len(word) >= LETTERS]
        if not inner or self._searches <= SEARCHES:
            return everything
        blocks = min((self._blocks.get(word, ()) for word in inner), key=len)
        if len(blocks) > FEW:
            return everything
        return [(self.starts[block], self.end(block)) for block in dict.fromkeys(blocks)]

    @cached_property
    def _blocks(self) -> Mapping[str, Sequence[int]]:
        """The paragraphs, from 0, in which each long word is between spaces or ends.

        A paragraph is listed as often as the word is in it.
        """
        found: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for block in range(len(self.starts)):
            for word in self.text(block).split(" "):
                if len(word) >= LETTERS:
                    found[word].append(block)
        return found
