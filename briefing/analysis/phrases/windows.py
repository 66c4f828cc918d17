"""Where the words of a phrase are in the entries of an index, and which places count."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefing.analysis.phrases.asking import AskedPhrase
from briefing.analysis.phrases.closeness import LISTING, is_close
from briefing.analysis.phrases.fields import EntryFields
from briefing.language.sentences import has_stop, sentence_ends
from briefing.model.core import GONE, Span
from briefing.search.engine import SearchEngine
from briefing.search.index.records import Records
from briefing.search.language.phrases import PhraseMatcher
from briefing.search.language.words import Token, tokens
from briefing.search.nearby import Near, Window, find_near

KINDS = ("paragraph", "quote", "point", "open", "bottom_line")
"""Entries that say something; names of topics, speakers and meetings do not."""
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
    """Return the uses of a phrase and its variants, and whether some places were not looked at.

    An item of a card is a use of its own only where no paragraph that it rests on, or quotes, has
    the same words. Nothing of an item that is none is read, and nothing of a card that stands for
    no meeting any more counts.

    Args:
        phrase: The phrase.
        engine: Where to look.
    """
    nearby = find_near(engine, phrase.units, phrase.gap)
    counts = Counter(near.segment for near in nearby.found)
    records = {number: engine.segments[number].records for number in counts}
    fields = {number: EntryFields(records[number], count) for number, count in counts.items()}
    uses: list[FoundUse] = []
    on_cards: dict[tuple[str, str], list[_Close]] = {}
    for near in nearby.found:
        of_entry = fields[near.segment]
        kind = of_entry.value("kind", near.doc)
        windows = [window for window in near.windows if is_close(window, phrase)]
        if kind not in KINDS or not windows or of_entry.value("status", near.doc) in GONE:
            continue
        place = of_entry.place(near.doc)
        close = _Close(near, kind, windows, place, of_entry.day(near.doc))
        if kind == "paragraph":
            uses += _read(close, phrase, records[near.segment])
        else:
            of_item = of_entry.value("card", near.doc), records[near.segment].item(near.doc)
            on_cards.setdefault(of_item, []).append(close)
    in_sources = {(use.place, use.words) for use in uses}
    for (card, item), entries in on_cards.items():
        left = _left_of_item(entries, in_sources)
        if left is not None:
            uses += _read(left, phrase, records[left.near.segment], card, item)
    return uses, nearby.partial


class _Close(NamedTuple):
    """An entry with the phrase or variants of it."""

    near: Near
    kind: str
    windows: list[Window]
    place: tuple[str, int] | None
    day: int


def _left_of_item(
    entries: list[_Close], in_sources: set[tuple[tuple[str, int] | None, tuple[str, ...]]]
) -> _Close | None:
    """Return what an item says that no paragraph it rests on or quotes has; None if nothing.

    Words that a point quotes are entries of their own, and in the point too.
    """
    whole = next((each for each in entries if each.kind != "quote"), entries[0])
    places = {each.place for each in entries}
    own = [
        window
        for window in whole.windows
        if not any((place, window.words) in in_sources for place in places)
    ]
    return whole._replace(windows=own) if own else None


def _read(
    close: _Close, phrase: AskedPhrase, records: Records, card: str = "", item: str = ""
) -> Iterator[FoundUse]:
    """Yield the uses in an entry, once its text has shown that no sentence ends in them."""
    near = close.near
    text = records.texts[near.doc]
    for window, span in zip(close.windows, _spans(text, close.windows), strict=True):
        if not _is_broken(text, span, window, phrase):
            where = (close.place, card, item, close.day)
            yield FoundUse(near.segment, near.doc, close.kind, span, window.words, *where)


def _is_broken(text: str, span: Span, window: Window, phrase: AskedPhrase) -> bool:
    """Whether a sentence ends among some words, or in a variant a clause.

    A comma may only part a list there. What was asked with a stop in it is found with it.
    """
    if any(sentence_ends(text, span.start, span.end)):
        return not has_stop(phrase.text)
    if window.words == phrase.words:
        return False
    if _CLAUSE_END.search(text, span.start, span.end):
        return True
    return "," in text[span.start : span.end] and LISTING.isdisjoint(window.words)


def _spans(text: str, windows: list[Window]) -> list[Span]:
    """Return where windows are in a text.

    Words that are there as often as there are windows of them need no closer look.
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
    """Return where words are in a text, given their positions.

    Args:
        text: The text.
        start: Position of the first word.
        end: Position just past the last one.
    """
    placed: dict[int, Token] = {}
    for token in tokens(text):
        placed.setdefault(token.position, token)
    return Span(placed[start].start, placed[end - 1].end)
