"""Which entries hold words, anywhere or side by side."""

from collections.abc import Sequence

from briefing.search.index.kernel import Kernel
from briefing.search.index.segment import Segment

MOST_READ = 2000
"""How many entries of a segment are read to see whether words are side by side in them."""


def together(
    segment: Segment, lists: Sequence[memoryview], kernel: Kernel, most: int = MOST_READ
) -> list[int]:
    """Return the first entries that are in every list of postings, rising."""
    return [int(doc) for doc in kernel.common(lists, len(segment))[:most]]


def standing(
    segment: Segment, docs: Sequence[int], words: Sequence[str], prefix: bool, kernel: Kernel
) -> list[int]:
    """Return which entries hold words side by side.

    Args:
        segment: Where the entries are.
        docs: The entries, rising.
        words: The words, all of them in the vocabulary.
        prefix: Whether the last one may go on.
        kernel: What loops over entries.
    """
    order, starts = segment.sequences(docs)
    numbers = [segment.vocabulary.find(word) for word in words]
    wanted = [range(number, number + 1) for number in numbers]
    if prefix:
        wanted[-1] = range(*segment.vocabulary.prefix(words[-1]))
    return [docs[place] for place in kernel.standing(order, starts, range(len(docs)), wanted)]
