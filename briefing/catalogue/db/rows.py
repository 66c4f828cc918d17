"""What a catalogue gives back, without reading any card: tuples, as there may be very many."""

import datetime
from datetime import date
from typing import Final, NamedTuple

from briefing.model.core import Manner, Span, State

ANY_MANNER: Final = ""
"""Under this all items of a speaker are counted, in whatever manner."""
TOOK_PART: Final = "took part"
"""Under this the meetings are counted that someone took part in."""


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
    end: datetime.date | None = None
    """The last day, of a meeting of several days."""
    held: int = 0
    """The moment of the meeting, as `briefing.model.meeting_order` counts them."""

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


class ItemRow(NamedTuple):
    """One item of a card, with what it rests on: the row of every view over time."""

    card: str
    """Id of the card."""
    title: str
    """Title of the card."""
    date: date
    """Day of the meeting."""
    series: str
    """Id of the series, empty where there is none."""
    status: str
    """How far the card is."""
    position: int
    """Place of the item in the card, 0 for the bottom line."""
    item: str
    """Id of the item within the card."""
    type: str
    """`quote`, `point`, `open` or `bottom_line`."""
    section: str
    text: str
    """The item's words."""
    speaker: str
    """Id of a quote's speaker, empty for a point."""
    voice: str
    """How a quote's words reached the source."""
    kind: str
    """What sort of statement it makes."""
    due: str
    """When it is to be done, as the card has it."""
    state: State | None
    """The weakest state among its evidence; None for an open question that has none."""
    source: str
    """Id of the source of the evidence that says most of it; empty where there is none."""
    paragraph: int | None
    """1-based paragraph of that source; None where the words were not found."""
    spans: tuple[Span, ...]
    """The words found there, in code points of the paragraph's text."""
    who: tuple[str, ...]
    """Ids of whoever says a quote, or says or undertakes what a point tells."""
    topics: tuple[str, ...]
    """Ids of topics."""
    due_first: datetime.date | None
    """The first day that `due` may mean, where there is one."""
    due_last: datetime.date | None
    """The last day that `due` may mean."""
    follows: tuple[str, str] | None
    """Card and item that this one takes up, as its author confirms."""
    manner: Manner | None = None
    """How the words are those of the speaker who was asked for; None where nobody was."""

    @property
    def verified(self) -> bool:
        """Whether a quote may be in quotation marks."""
        return self.state is not None and self.state.verified

    @property
    def address(self) -> str:
        """The item's place as it is typed on the command line: `CARD#ITEM`."""
        return f"{self.card}#{self.item}"


def read_spans(text: str) -> tuple[Span, ...]:
    """Return the spans that are written as `12-30 45-60`."""
    if " " not in text and text:  # nearly all, of very many rows
        start, end = text.split("-")
        return (Span(int(start), int(end)),)
    pairs = (pair.split("-") for pair in text.split())
    return tuple(Span(int(start), int(end)) for start, end in pairs)
