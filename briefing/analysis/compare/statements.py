"""What a card says on a topic, with the words of the source that it rests on."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from briefing.analysis.compare.verbs import StrengthVerb, strength_verbs
from briefing.errors import BriefingError
from briefing.library.cards.main_passage import main_piece
from briefing.library.library import Library
from briefing.model.card import Card, Item
from briefing.model.core import Span, State
from briefing.model.evidence import Evidence


class Wording(NamedTuple):
    """Words that were found in one paragraph of a source."""

    source: str
    """Id of the source."""
    paragraph: int
    """1-based paragraph."""
    text: str
    """All of the paragraph."""
    spans: tuple[Span, ...]
    """The words found, in code points of `text`; several where an ellipsis parts them."""
    state: State
    """How well they were found; always a verified state."""
    language: str = "en"
    """BCP 47 tag of the source."""

    @property
    def words(self) -> str:
        """The words as they are in the source, ` … ` where some are skipped."""
        return " … ".join(self.text[span.start : span.end] for span in self.spans)

    def holds(self, verb: StrengthVerb) -> bool:
        """Whether a verb is in these words."""
        here = (self.source, self.paragraph) == (verb.source, verb.paragraph)
        return here and any(s.start <= verb.span.start < s.end for s in self.spans)


class ProvenAbsence(NamedTuple):
    """Words that a card says are nowhere in a source, and that were looked for in it."""

    source: str
    words: tuple[str, ...]
    holds: bool
    """Whether they occur nowhere in it."""


class Statement(NamedTuple):
    """One item of a card, as a comparison shows it."""

    card: str
    """Id of the card."""
    date: date
    """Day of the meeting."""
    series: str
    number: int
    """1-based number of the claim as `show` prints it."""
    item: Item
    """The item itself: its words, a speaker's in a quote and otherwise ours, and its state."""
    wordings: tuple[Wording, ...] = ()
    """The verified words it rests on, those that say most of it first."""
    absences: tuple[ProvenAbsence, ...] = ()

    @property
    def key(self) -> tuple[str, int]:
        """What no other statement has: the card and the number."""
        return self.card, self.number

    @property
    def verbs(self) -> tuple[StrengthVerb, ...]:
        """Verbs of strength in these words, in the order of `wordings`."""
        return _verbs_of(self.wordings)

    @property
    def text(self) -> str:
        """The item's words."""
        return self.item.text

    @property
    def is_question(self) -> bool:
        """Whether it is an open question of ours, which states nothing."""
        return self.item.type == "open"

    @property
    def wording(self) -> Wording | None:
        """The words that say most of it; None where none was verified."""
        return self.wordings[0] if self.wordings else None

    @property
    def verb(self) -> StrengthVerb | None:
        """The first verb of strength in the words that say most of it; None where it has none."""
        first = self.wording
        if first is None:
            return None
        return next((verb for verb in self.verbs if first.holds(verb)), None)


def statements_of(card: Card, library: Library) -> tuple[Statement, ...]:
    """Return the items of a card, its bottom line apart, in reading order.

    Args:
        card: The card, its evidence resolved.
        library: Where its sources are read.
    """
    return tuple(
        _statement(card, number, item, library)
        for number, item in enumerate(card.items)
        if number  # the bottom line sums up what the items say
    )


def _statement(card: Card, number: int, item: Item, library: Library) -> Statement:
    wordings = tuple(_wordings(item, library))
    return Statement(
        card=card.id,
        date=card.meeting.date,
        series=card.series,
        number=number,
        item=item,
        wordings=wordings,
        absences=tuple(
            ProvenAbsence(piece.source, piece.absent, piece.state is State.ABSENT)
            for piece in item.evidence
            if piece.absent
        ),
    )


@lru_cache(maxsize=4096)
def _verbs_of(wordings: tuple[Wording, ...]) -> tuple[StrengthVerb, ...]:
    verbs = (
        verb
        for each in wordings
        for verb in strength_verbs(
            each.text, each.spans, each.source, each.paragraph, each.language
        )
    )
    return tuple(dict.fromkeys(verbs))


def _wordings(item: Item, library: Library) -> Iterator[Wording]:
    """Yield the verified words an item rests on, its main passage first."""
    first = main_piece(item)
    pieces = sorted(range(len(item.evidence)), key=lambda number: (number != first, number))
    for number in pieces:
        piece = item.evidence[number]
        if piece.state.verified:
            yield from _parts(piece, library)


def _parts(piece: Evidence, library: Library) -> Iterator[Wording]:
    try:
        source = library.source(piece.source)
    except BriefingError:
        return  # a source that was lost since has no words to show
    for number, spans in piece.passage.parts:
        text = source.paragraph(number).text
        yield Wording(piece.source, number, text, spans, piece.state, source.record.language)
