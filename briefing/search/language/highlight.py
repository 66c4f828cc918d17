"""What to light in the text of a hit: the characters of the words that were found."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.model.core import Span
from briefing.search.language.chunks import CHUNK
from briefing.search.language.words import analyse, span_of_prefix


class Lit(NamedTuple):
    """A word to light."""

    word: str
    """The folded word."""
    letters: int
    """How many of its letters; 0 for all."""
    times: int
    """How often it is in the text."""


def spans(text: str, lit: Sequence[Lit]) -> tuple[Span, ...]:
    """Return where words are in a text.

    Args:
        text: The text.
        lit: The words, each once.

    Returns:
        Spans in order and apart.
    """
    found = _written_plainly(text, lit)
    return merged(_spans_by_chunk(text, lit) if found is None else found)


def _written_plainly(text: str, lit: Sequence[Lit]) -> list[Span] | None:
    """Return where the words are if each is as often as it should just as it is folded."""
    lower = text.lower()
    if len(lower) != len(text):
        return None
    found: list[Span] = []
    for word, letters, times in lit:
        size, left = len(word), times
        at = lower.find(word)
        while at >= 0:
            end = at + size
            # Letters on either side make it another word.
            if not (lower[end : end + 1].isalnum() or (at and lower[at - 1].isalnum())):
                found.append(Span(at, at + letters if 0 < letters < size else end))
                left -= 1
            at = lower.find(word, end)
        if left:
            return None
    return found


def _spans_by_chunk(text: str, lit: Sequence[Lit]) -> list[Span]:
    """Return where the words are however they are written."""
    wanted = {word: letters for word, letters, _ in lit}
    found: list[Span] = []
    for chunk in CHUNK.finditer(text):
        written = chunk[0]
        # Most chunks are plain words that were not looked for; a glance has to do for them.
        if written.isascii() and written.isalnum() and written.lower() not in wanted:
            continue
        start = chunk.start()
        for token in analyse(written):
            letters = wanted.get(token.word)
            if letters is None:
                continue
            if 0 < letters < len(token.word):
                moved = token._replace(start=start + token.start, end=start + token.end)
                found.append(span_of_prefix(text, moved, letters))
            else:
                found.append(Span(start + token.start, start + token.end))
    return found


def merged(found: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that overlap or touch made one."""
    apart: list[Span] = []
    for span in sorted(found, key=lambda s: (s.start, s.end)):
        if apart and span.start <= apart[-1].end:
            if span.end > apart[-1].end:
                apart[-1] = Span(apart[-1].start, span.end)
        else:
            apart.append(span)
    return tuple(apart)
