"""What to light in the text of a hit: the characters of the words that were found."""

from collections.abc import Iterable, Mapping

from briefing.model import Span
from briefing.search.words import CHUNK, analyse, span_of_prefix


def spans(text: str, lit: Mapping[str, int]) -> tuple[Span, ...]:
    """Return where words stand in a text.

    Args:
        text: The text.
        lit: Folded words, each with how many of its letters to light; 0 for all.

    Returns:
        Spans in order and apart.
    """
    found: list[Span] = []
    for chunk in CHUNK.finditer(text):
        written = chunk[0]
        # Most chunks are plain words that were not looked for; a glance has to do for them.
        if written.isascii() and written.isalnum() and written.lower() not in lit:
            continue
        start = chunk.start()
        for token in analyse(written):
            letters = lit.get(token.word)
            if letters is None:
                continue
            if 0 < letters < len(token.word):
                moved = token._replace(start=start + token.start, end=start + token.end)
                found.append(span_of_prefix(text, moved, letters))
            else:
                found.append(Span(start + token.start, start + token.end))
    return merged(found)


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
