"""What an item rests on: the words of its evidence, the paragraphs around, the day they are of."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from briefing.errors import SourceError
from briefing.library.library import Library
from briefing.model.card import Card, Item
from briefing.model.evidence import Evidence
from briefing.model.source import Source


class Ground(NamedTuple):
    """One piece of evidence, as the source has it."""

    evidence: Evidence
    words: tuple[str, ...]
    """The words found, one text for each span; the card's own where nothing was found."""
    paragraphs: tuple[tuple[int, str], ...]
    """The paragraphs in which they are, each with its 1-based number; empty where none is."""
    anchors: tuple[date, ...]
    """The days that relative dates may be counted from: when the source was published, if that is
    known, and the day of the meeting."""
    language: str
    """BCP 47 tag of the source."""

    @property
    def text(self) -> str:
        """All the words found."""
        return " … ".join(self.words)

    @property
    def places(self) -> str:
        """The paragraphs, as words for a message."""
        numbers = " and ".join(str(number) for number, _ in self.paragraphs)
        many = "s" if len(self.paragraphs) > 1 else ""
        return f"paragraph{many} {numbers} of {self.evidence.source}"


def grounds(card: Card, item: Item, library: Library) -> tuple[Ground, ...]:
    """Return what an item rests on, one ground for each piece of its evidence."""
    return tuple(_ground(card, evidence, library) for evidence in item.evidence)


def _ground(card: Card, evidence: Evidence, library: Library) -> Ground:
    record = library.sources.get(evidence.source)
    exact = record.published.exact if record and record.published else None
    published = (exact,) if exact else ()
    anchors = tuple(dict.fromkeys((*published, card.meeting.date)))
    language = record.language if record else "en"
    try:
        source = library.source(evidence.source)
    except SourceError:
        return Ground(evidence, (evidence.exact,), (), anchors, language)
    found = tuple(_found(evidence, source))
    words = found or (evidence.exact,)
    numbers = dict.fromkeys(number for number, _ in evidence.passage.parts)
    paragraphs = tuple((number, source.paragraph(number).text) for number in numbers)
    return Ground(evidence, words, paragraphs, anchors, language)


def _found(evidence: Evidence, source: Source) -> Iterator[str]:
    for number, spans in evidence.passage.parts:
        text = source.paragraph(number).text
        for span in spans:
            yield text[span.start : span.end]
