"""Words that occur nowhere together, and whose parts are apart: two places made one quotation."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from briefing.model.evidence import Passage
from briefing.verifying.finders import SourceFinder

_LEAST = 3
"""Words of a part: fewer are found somewhere by chance."""
_MOST = 2_000
"""Words of a quotation that is still cut to be looked for in parts."""
_GAP = 8
"""Words between two parts of one sentence that were dropped rather than joined."""
_ELLIPSIS = re.compile(r"\s*(?:\[(?:…|\.{3})\]|…|\.{3})\s*")
_LINKS = re.compile(r"^(?:and|und|et|y|,|;)\s+", re.IGNORECASE)


class Part(NamedTuple):
    """A part of a quotation, and where it is."""

    words: str
    source: str
    passage: Passage


def parts_of(words: str, finders: Sequence[SourceFinder]) -> tuple[Part, ...]:
    """Return two parts that are all of some words and are apart; none if they are not so made.

    Args:
        words: Words that are not verified as a whole.
        finders: What finds words in each source.
    """
    pieces = [each for each in _ELLIPSIS.split(words) if each]
    if len(pieces) > 1:
        return _all_found(pieces, finders)
    tokens = words.split()
    if not 2 * _LEAST <= len(tokens) <= _MOST:
        return ()
    count = _longest(len(tokens) - _LEAST, lambda n: _found(" ".join(tokens[:n]), finders))
    for cut in range(count, _LEAST - 1, -1):
        if count - cut > 2:
            break
        rest = _LINKS.sub("", " ".join(tokens[cut:]), count=1)
        found = _all_found([" ".join(tokens[:cut]), rest], finders)
        if found:
            return found
    return ()


def _longest(most: int, holds: Callable[[int], object]) -> int:
    """Return the most first words that are somewhere together; 0 where not even a few do."""
    low, high = _LEAST - 1, most
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low if low >= _LEAST else 0


def _all_found(pieces: Iterable[str], finders: Sequence[SourceFinder]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for piece in pieces:
        found = _found(piece, finders)
        if found is None or len(piece.split()) < _LEAST:
            return ()
        parts.append(found)
    return () if len(parts) < 2 or _one_sentence(parts) else tuple(parts)


def _found(words: str, finders: Sequence[SourceFinder]) -> Part | None:
    for finder in finders:
        if (passage := finder.stands(words)) is not None:
            return Part(words, finder.name, passage)
    return None


def _one_sentence(parts: Sequence[Part]) -> bool:
    """Whether the parts follow in one paragraph so closely that words were dropped between them."""
    first, last = parts[0], parts[-1]
    if first.source != last.source or first.passage.paragraph != last.passage.paragraph:
        return False
    if first.passage.end is None or last.passage.start is None:
        return False
    return 0 <= last.passage.start - first.passage.end <= _GAP * 7
