"""Where two wordings differ, word by word, at offsets of both paragraphs."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from briefing.analysis.compare.statements import Wording
from briefing.evidence.sense.alignment import opcodes
from briefing.evidence.texts.tokens import token_starts
from briefing.model.core import Span
from briefing.text.folding import fold


class Difference(NamedTuple):
    """A stretch of words that both wordings share, or that only one has."""

    kind: Literal["same", "earlier", "later"]
    """`earlier` is only in the earlier words, `later` only in the later ones."""
    earlier: Span | None
    """In code points of the earlier paragraph; None for words of the later one alone."""
    later: Span | None


class Word(NamedTuple):
    """A word, a number or a mark of a wording."""

    key: str
    """Folded, in small letters."""
    span: Span
    """In code points of the paragraph."""
    piece: int
    """Which of the wording's spans it is in."""

    @property
    def told(self) -> bool:
        """Whether it is a word or a number and no mark."""
        return self.key[:1].isalnum()


@lru_cache(maxsize=256)
def words_of(wording: Wording) -> tuple[Word, ...]:
    """Return the words, numbers and marks of a wording in reading order."""
    found: list[Word] = []
    for piece, span in enumerate(wording.spans):
        folded = fold(wording.text[span.start : span.end])
        for start, end in pairwise(token_starts(folded.text)):
            token = folded.text[start:end].rstrip()
            if token:
                place = folded.original(start, start + len(token))
                moved = Span(span.start + place.start, span.start + place.end)
                if found and found[-1].piece == piece and moved.start < found[-1].span.end:
                    # One sign that folds to several, as an ellipsis does to three stops.
                    found[-1] = found[-1]._replace(key=found[-1].key + token.casefold())
                    continue
                found.append(Word(token.casefold(), moved, piece))
    return tuple(found)


def differences(earlier: Wording, later: Wording) -> tuple[Difference, ...]:
    """Compare two wordings word by word; case and typography make no difference.

    Args:
        earlier: The words of the earlier meeting.
        later: The words of the later one.

    Returns:
        Parts in reading order that together are all the words of both, none across an ellipsis.
    """
    old, new = words_of(earlier), words_of(later)
    found: list[Difference] = []
    for tag, a, b, c, d in opcodes([word.key for word in old], [word.key for word in new]):
        if tag == "equal":
            for first, second in _unbroken(list(zip(old[a:b], new[c:d], strict=True))):
                found.append(Difference("same", first, second))
            continue
        found += (Difference("earlier", span, None) for span in _stretches(old[a:b]))
        found += (Difference("later", None, span) for span in _stretches(new[c:d]))
    return tuple(found)


def likeness(earlier: Wording, later: Wording) -> float:
    """Return how much of two wordings is the same, in order, from 0 to 1; marks do not count."""
    first = [word.key for word in words_of(earlier) if word.told]
    second = [word.key for word in words_of(later) if word.told]
    if not first and not second:
        return 1.0
    same = sum(b - a for tag, a, b, _, _ in opcodes(first, second) if tag == "equal")
    return 2 * same / (len(first) + len(second))


def _unbroken(pairs: Sequence[tuple[Word, Word]]) -> Iterator[tuple[Span, Span]]:
    """Yield the stretches of equal words that are in one piece of both wordings."""
    start = 0
    for at in range(1, len(pairs) + 1):
        pieces = [(old.piece, new.piece) for old, new in pairs[at - 1 : at + 1]]
        if at == len(pairs) or pieces[0] != pieces[1]:
            first, last = pairs[start], pairs[at - 1]
            yield stretch(first[0], last[0]), stretch(first[1], last[1])
            start = at


def _stretches(words: Iterable[Word]) -> Iterator[Span]:
    """Yield one stretch for the words of each piece."""
    pieces: dict[int, list[Word]] = {}
    for word in words:
        pieces.setdefault(word.piece, []).append(word)
    return (stretch(piece[0], piece[-1]) for piece in pieces.values())


def stretch(first: Word, last: Word) -> Span:
    """Return what reaches from one word to another."""
    return Span(first.span.start, last.span.end)
