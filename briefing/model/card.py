"""Cards as frozen values: meetings, sections and items, and who and what they name.

Nothing here reads a file or decides anything. Text in these values is clean: it went through
`briefing.text.cleaning.clean` where it entered, so it holds no control characters.

Most are named tuples, which are made in a tenth of the time that dataclasses take: a start loads
them all. None is ever used as a plain tuple.
"""

import datetime
from datetime import date
from typing import Literal, NamedTuple

from briefing.errors import Place
from briefing.model.core import Span, State
from briefing.model.evidence import Evidence, Passage

SpeakerKind = Literal["person", "body", "document"]
ItemType = Literal["quote", "point", "open", "bottom_line"]
Kind = Literal["fact", "position", "commitment", "assessment"]
Voice = Literal["spoken", "joint statement", "document", "spokesperson", "reported"]
Status = Literal["draft", "reviewed", "superseded", "retracted"]

_ORDER = {state: number for number, state in enumerate(State)}
"""How far each state is from what can be relied on."""


class Speaker(NamedTuple):
    """Who can be quoted: a person, a body, or a document that is nobody's personal word."""

    id: str
    name: str
    kind: SpeakerKind = "person"
    aliases: tuple[str, ...] = ()
    country: str = ""


class Topic(NamedTuple):
    """A subject that items are filed under."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    note: str = ""


class Translation(NamedTuple):
    """What a quote says in another language: words of ours, never of the speaker."""

    text: str
    language: str
    """BCP 47 language tag."""
    by: str = ""
    """Who translated it."""


class Waiver(NamedTuple):
    """A finding of `check` that was reviewed and accepted."""

    code: str
    why: str
    place: Place | None = None


class QuotedWords(NamedTuple):
    """Words in a sentence of ours that were found in the paragraphs its evidence is in."""

    span: Span
    """In code points of the item's text, without the quotation marks."""
    source: str
    """Id of the source."""
    passage: Passage
    """Where they were found."""


class ItemLink(NamedTuple):
    """The way to an item of another card."""

    card: str
    """Id of the card."""
    item: str
    """Id of the item within it."""
    place: Place | None = None

    def __str__(self) -> str:
        """Return it as a card has it: `CARD#ITEM`."""
        return f"{self.card}#{self.item}"


class Item(NamedTuple):
    """One statement of a card: a point in our words, a quote in theirs, or an open question."""

    id: str
    """Unique within the card; derived from the text where the card gives none."""
    type: ItemType
    text: str
    section: str = ""
    """Title of the section it is in; empty for the bottom line."""
    evidence: tuple[Evidence, ...] = ()
    """What supports it; a quote is its own single piece of evidence, an open question may have
    none."""
    key: bool = False
    """Whether it belongs to the three-minute brief."""
    kind: Kind | None = None
    """What sort of statement it makes."""
    by: tuple[str, ...] = ()
    """Ids of the speakers who say, decide or undertake what a point tells."""
    due: str = ""
    """When it is to be done, as the source sets it: `2025`, `FY2027`, `2023-05`."""
    topics: tuple[str, ...] = ()
    """Ids of topics."""
    speaker: str = ""
    """Id of a quote's speaker, `unclear`, `none`, or empty for a point."""
    voice: Voice | None = None
    """How a quote's words reached the source."""
    continues: bool = False
    """Whether a quote goes on from the quote before it, split only by its attribution."""
    note: str = ""
    """An editor's remark, in our words, about the item."""
    unfound: tuple[str, ...] = ()
    """Words that a point puts between quotation marks and the paragraphs of its evidence lack."""
    quoted: tuple[QuotedWords, ...] = ()
    """Words that a point puts between quotation marks and that were found there."""
    translation: Translation | None = None
    accept: tuple[Waiver, ...] = ()
    """Accepted findings about this item."""
    follows: ItemLink | None = None
    """The item of an earlier meeting that this one takes up, as its author confirms."""
    place: Place | None = None

    @property
    def state(self) -> State | None:
        """The weakest state among the evidence; None for an open question that has none."""
        if len(self.evidence) == 1:
            return self.evidence[0].state
        if not self.evidence and self.type == "open":
            return None
        return max((e.state for e in self.evidence), key=_ORDER.__getitem__, default=State.MISSING)

    @property
    def verified(self) -> bool:
        """Whether all its evidence was found, so that a quote may be in quotation marks."""
        return self.state is not None and self.state.verified

    @property
    def holds(self) -> bool:
        """Whether all its evidence is what the card says it is."""
        return self.state is None or self.state.holds

    @property
    def speakers(self) -> tuple[str, ...]:
        """Ids of whoever says a quote, or says or undertakes what a point tells."""
        return (self.speaker,) if self.speaker else self.by


class Section(NamedTuple):
    """A titled group of items."""

    title: str
    items: tuple[Item, ...]


class Meeting(NamedTuple):
    """What a card is about."""

    name: str
    date: date
    place: str = ""
    mode: str = ""
    """Such as `in person` or `virtual`."""
    date_note: str = ""
    """What the date alone would get wrong, such as "6 January in Washington"."""
    end: datetime.date | None = None
    """The last day, of a meeting of several days."""
    time: str = ""
    """When it began, as `14:30`, in its time zone."""
    timezone: str = ""
    """Such as `Asia/Tokyo`, `UTC` or `+09:00`."""
    sequence: int = 0
    """Its number among the meetings of its series; 0 where the date orders them."""


class Participant(NamedTuple):
    """Someone who took part, in the office held that day."""

    speaker: str
    """Id of a speaker."""
    role: str = ""
    side: str = ""


class QuotedSpeaker(NamedTuple):
    """Someone who is quoted without taking part."""

    speaker: str
    """Id of a speaker."""
    role: str = ""


class Related(NamedTuple):
    """Another card to read with a card."""

    card: str
    """Id of the other card."""
    why: str


class Omission(NamedTuple):
    """A paragraph of the story that a card leaves out on purpose."""

    source: str
    """Id of the source."""
    starts: str
    """Its opening words."""
    why: str
    paragraphs: tuple[int, ...] = ()
    """1-based numbers of the paragraphs that begin so; `Library` fills them in."""
    place: Place | None = None


class Card(NamedTuple):
    """One meeting, curated."""

    id: str
    """The stem of the card's file name."""
    file: str
    """Path inside the library."""
    title: str
    meeting: Meeting
    bottom_line: Item
    sections: tuple[Section, ...]
    series: str = ""
    status: Status = "draft"
    participants: tuple[Participant, ...] = ()
    quoted: tuple[QuotedSpeaker, ...] = ()
    related: tuple[Related, ...] = ()
    superseded_by: str = ""
    """Id of the card that took its place."""
    omitted: tuple[Omission, ...] = ()
    accept: tuple[Waiver, ...] = ()
    """Accepted findings about the card."""
    author: str = ""
    reviewed_by: str = ""
    reviewed: date | None = None
    note: str = ""

    @property
    def items(self) -> tuple[Item, ...]:
        """The bottom line and then every item of every section, in reading order."""
        return (self.bottom_line, *(item for section in self.sections for item in section.items))

    @property
    def key_items(self) -> tuple[Item, ...]:
        """The items of the three-minute brief, the bottom line apart, in reading order."""
        return tuple(item for item in self.items if item.key)

    def item(self, item_id: str) -> Item | None:
        """Return the item with this id, or None."""
        return next((item for item in self.items if item.id == item_id), None)


class Citation(NamedTuple):
    """A claim that rests on a paragraph: the way back from a source to the cards."""

    card: str
    """Id of the card."""
    item: Item
    evidence: Evidence
