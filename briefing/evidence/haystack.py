"""All paragraphs of a source as one text to look for words in, with an index once that pays."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

SEARCHES = 100
"""After so many passes over the whole text an index would have cost less than they did."""
LETTERS = 6
"""Shorter words stand in too many places to be worth a place in the index."""
FEW = 200
"""In so many paragraphs words are found sooner than in one pass over the whole text."""


class Haystack:
    """Paragraphs in one text, a newline between them.

    Args:
        texts: The paragraphs, none with a newline in it.

    Attributes:
        whole: The text.
        starts: Where each paragraph starts in it, in code points.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._searches = 0
        self.whole = "\n".join(texts)
        self.starts = [0, *accumulate(len(text) + 1 for text in texts)][: len(texts)]

    def find_all(self, words: str, start: int, stop: int) -> Iterator[int]:
        """Yield every place between two offsets in which words stand, in order.

        Args:
            words: What to look for, without a newline; nothing stands nowhere.
            start: Where to begin.
            stop: Offset just past the last code point to look at.
        """
        for low, high in self._stretches(words, start, stop) if words else ():
            at = self.whole.find(words, low, high)
            while at >= 0:
                yield at
                at = self.whole.find(words, at + 1, high)

    def _stretches(self, words: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        """Return the stretches outside of which words cannot stand."""
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
        ends = ((self.starts[block], len(self._texts[block])) for block in dict.fromkeys(blocks))
        return [(first, first + length) for first, length in ends]

    @cached_property
    def _blocks(self) -> Mapping[str, Sequence[int]]:
        """The paragraphs, from 0, in which each long word stands between spaces or ends.

        A paragraph is listed as often as the word stands in it.
        """
        found: defaultdict[str, list[int]] = defaultdict(list)
        for block, text in enumerate(self._texts):
            for word in text.split(" "):
                if len(word) >= LETTERS:
                    found[word].append(block)
        return found
