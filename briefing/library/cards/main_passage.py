"""Which piece of evidence says most of what an item says, and the order to read all of them in.

An editor lists the pieces in the order in which they were found: often an attribution first ("a
joint statement said") and then what was said. A reader wants the second one before the eyes.
"""

import re
from collections.abc import Collection, Iterable

from briefing.model.card import Item
from briefing.model.evidence import Evidence
from briefing.text.folding import fold

_WORD = re.compile(r"\w+")
_STEM = 6
"""Letters by which words are compared, so that `employ` and `employment` are near to each other."""
_NUMBER = 3
"""How many words a number or a date is worth: few sentences share one by chance."""
_SHORT = 3
"""Words of so few letters, which are mostly articles and prepositions, do not count."""


def main_piece(item: Item, sought: Collection[str] = ()) -> int:
    """Return which piece of evidence to show first.

    It is the one that shares most words with the item, numbers and dates counting more; of equals
    the longest, and then the one that was listed first. A bottom line sums several passages up, and
    is read from the first of them on. A piece that was not found is shown only where none was.

    Args:
        item: The item; its evidence is resolved.
        sought: Words someone is looking for; the piece that holds most of them goes first.

    Returns:
        Its index in the item's evidence; 0 where there is none.
    """
    if len(item.evidence) < 2:
        return 0
    if item.type == "bottom_line" and not sought:
        return next(iter(reading_order(item)), 0)
    wanted = _weights(_words(" ".join(sought)))
    said = _weights(_words(item.text))

    def rank(index: int) -> tuple[bool, int, int, int, int]:
        piece = item.evidence[index]
        words = set(_words(_found(piece)))
        return (
            piece.passage.paragraph is not None,
            sum(weight for word, weight in wanted.items() if word in words),
            sum(weight for word, weight in said.items() if word in words),
            len(piece.exact),
            -index,
        )

    return max(range(len(item.evidence)), key=rank, default=0)


def reading_order(item: Item) -> tuple[int, ...]:
    """Return the pieces of an item's evidence in the order in which they are in their sources.

    Args:
        item: The item; its evidence is resolved.

    Returns:
        Indexes into its evidence. Sources keep the order in which the item first names them; what
        was not found comes last.
    """
    sources = list(dict.fromkeys(piece.source for piece in item.evidence))

    def place(index: int) -> tuple[bool, int, int, int, int]:
        piece = item.evidence[index]
        passage = piece.passage
        return (
            passage.paragraph is None,
            sources.index(piece.source),
            passage.paragraph or 0,
            passage.start or 0,
            index,
        )

    return tuple(sorted(range(len(item.evidence)), key=place))


def _found(piece: Evidence) -> str:
    return piece.passage.found or piece.exact


def _words(text: str) -> Iterable[str]:
    """Yield the words of a text as they are compared."""
    for word in _WORD.findall(fold(text).text.casefold()):
        if word.isdecimal() or len(word) > _SHORT:
            yield word if _has_number(word) else word[:_STEM]


def _weights(words: Iterable[str]) -> dict[str, int]:
    return {word: _NUMBER if _has_number(word) else 1 for word in words}


def _has_number(word: str) -> bool:
    return any(map(str.isdecimal, word))
