"""Where the words of a phrase stand in the entries of an index, and which places count."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefing.analysis.phrases.asking import AskedPhrase
from briefing.analysis.phrases.closeness import LISTING, is_close
from briefing.analysis.phrases.fields import EntryFields
from briefing.model.core import Span
from briefing.search.engine import SearchEngine
from briefing.search.index.records import Records
from briefing.search.language.phrases import PhraseMatcher
from briefing.search.language.words import Token, tokens
from briefing.search.nearby import Near, Window, find_near

KINDS = ("paragraph", "quote", "point", "open", "bottom_line")
"""Entries that say something; names of topics, speakers and meetings do not."""
_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?…][\"”’)\]]*\s|[。！？]"
)
"""What ends a sentence; the stops of `U.S.`, `Mr.` and `Jan.` do not."""
_CLAUSE_END = re.compile(r"[:;()—–\[\]]|\.\.\.")


class FoundUse(NamedTuple):
    """A place of a phrase, as the index knows it."""

    segment: int
    doc: int
    """Number of the entry in the segment."""
    kind: str
    """One of `KINDS`."""
    span: Span
    """In code points of the entry's text."""
    words: tuple[str, ...]
    """The folded words there."""
    place: tuple[str, int] | None
    """Source and 1-based paragraph; None where there is none."""
    card: str
    item: str
    day: int
    """Day of the entry, as an ordinal; 0 for none."""


def found_uses(phrase: AskedPhrase, engine: SearchEngine) -> tuple[list[FoundUse], bool]:
    """Return the places of a phrase and its variants, and whether some were not looked at.

    Args:
        phrase: The phrase.
        engine: Where to look.
    """
    nearby = find_near(engine, phrase.units, phrase.gap)
    counts = Counter(near.segment for near in nearby.found)
    records = {number: engine.segments[number].records for number in counts}
    fields = {number: EntryFields(records[number], count) for number, count in counts.items()}
    found = [
        use
        for near in nearby.found
        for use in _of_entry(near, phrase, records[near.segment], fields[near.segment])
    ]
    return found, nearby.partial


def _of_entry(
    near: Near, phrase: AskedPhrase, records: Records, fields: EntryFields
) -> Iterator[FoundUse]:
    kind = fields.value("kind", near.doc)
    close = [window for window in near.windows if is_close(window, phrase)]
    if kind not in KINDS or not close:
        return
    text = records.texts[near.doc]
    on_card = kind != "paragraph"
    card = fields.value("card", near.doc) if on_card else ""
    item = records.item(near.doc) if on_card else ""
    place, day = fields.place(near.doc), fields.day(near.doc)
    for window, span in zip(close, _spans(text, close), strict=True):
        if not _is_broken(text, span, window, phrase):
            yield FoundUse(near.segment, near.doc, kind, span, window.words, place, card, item, day)


def _is_broken(text: str, span: Span, window: Window, phrase: AskedPhrase) -> bool:
    """Whether a sentence ends among some words, or in a variant a clause.

    A comma may only part a list there. What was asked with a stop in it is found with it.
    """
    if _SENTENCE_END.search(text, span.start, span.end):
        return _SENTENCE_END.search(phrase.text) is None
    if window.words == phrase.words:
        return False
    if _CLAUSE_END.search(text, span.start, span.end):
        return True
    return "," in text[span.start : span.end] and LISTING.isdisjoint(window.words)


def _spans(text: str, windows: list[Window]) -> list[Span]:
    """Return where windows stand in a text.

    Words that stand there as often as there are windows of them need no closer look.
    """
    by_words: dict[tuple[str, ...], list[Window]] = {}
    for window in windows:
        by_words.setdefault(window.words, []).append(window)
    found: dict[Window, Span] = {}
    for words, same in by_words.items():
        spans = _matcher(words).spans(text)
        if len(spans) != len(same):
            return [span_of(text, window.start, window.end) for window in windows]
        found.update(zip(same, spans, strict=True))
    return [found[window] for window in windows]


@lru_cache(maxsize=512)
def _matcher(words: tuple[str, ...]) -> PhraseMatcher:
    return PhraseMatcher(words)


def span_of(text: str, start: int, end: int) -> Span:
    """Return where words stand in a text, given their positions.

    Args:
        text: The text.
        start: Position of the first word.
        end: Position just past the last one.
    """
    placed: dict[int, Token] = {}
    for token in tokens(text):
        placed.setdefault(token.position, token)
    return Span(placed[start].start, placed[end - 1].end)
