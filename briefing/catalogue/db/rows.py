"""What a catalogue gives back, without reading any card: tuples, as there may be very many."""

from datetime import date
from typing import NamedTuple

from briefing.model.core import Span


class MeetingRow(NamedTuple):
    """One meeting as a list shows it."""

    card: str
    """Id of the card."""
    title: str
    """The card's title; its id where the card is broken."""
    date: date | None
    """Day of the meeting; None where the card is broken."""
    name: str = ""
    """The meeting's own name."""
    place: str = ""
    mode: str = ""
    """Such as `in person` or `virtual`."""
    date_note: str = ""
    """What the date alone would get wrong."""
    series: str = ""
    status: str = ""
    items: int = 0
    """How many items are on it, the bottom line included."""
    cited: int = 0
    """How many body paragraphs of its sources this card cites."""
    body: int = 0
    """How many body paragraphs its sources have."""
    broken: str = ""
    """Why the card cannot be read, as one line; empty when it can."""

    @property
    def claims(self) -> int:
        """How many items are on it below the bottom line."""
        return max(0, self.items - 1)

    @property
    def coverage(self) -> float:
        """The share, from 0 to 1, of its sources' body paragraphs that the card cites."""
        return self.cited / self.body if self.body else 0.0


class CitationRow(NamedTuple):
    """Some evidence of an item that was found in a paragraph: the way back to the card."""

    card: str
    """Id of the card."""
    title: str
    """Title of the card."""
    date: date
    """Day of the meeting."""
    position: int
    """Place of the item in the card, 0 for the bottom line."""
    item: str
    """Id of the item within the card."""
    type: str
    """`quote`, `point` or `bottom_line`."""
    section: str
    text: str
    """The item's words."""
    speaker: str
    """Id of a quote's speaker, empty for a point."""
    kind: str
    """What sort of statement a point makes."""
    item_state: str
    """The weakest state among the item's evidence."""
    state: str
    """The state of this evidence; only `verbatim` and `typography` are verified."""
    spans: tuple[Span, ...]
    """The words found, in code points of the paragraph's text."""


def read_spans(text: str) -> tuple[Span, ...]:
    """Return the spans that are written as `12-30 45-60`."""
    pairs = (pair.split("-") for pair in text.split())
    return tuple(Span(int(start), int(end)) for start, end in pairs)
