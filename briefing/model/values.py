"""The words of the program as frozen values: sources, cards, items, evidence and passages.

Nothing here reads a file or decides anything. Text in these values is clean: it went through
`briefing.text.folding.clean` where it entered, so it holds no control characters. Offsets are code
points, paragraph numbers count from 1 with furniture included.

Most are named tuples, which are made in a tenth of the time that dataclasses take: a start loads
them all. None is ever used as a plain tuple.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from briefing.errors import Place
from briefing.model.core import NOBODY as NOBODY
from briefing.model.core import UNCLEAR as UNCLEAR
from briefing.model.core import PartialDate as PartialDate
from briefing.model.core import Span as Span
from briefing.model.core import State as State

SpeakerKind = Literal["person", "body", "document"]
ItemType = Literal["quote", "point", "open", "bottom_line"]
Kind = Literal["fact", "position", "commitment", "assessment"]
Voice = Literal["spoken", "joint statement", "document", "spokesperson", "reported"]
Status = Literal["draft", "reviewed", "superseded", "retracted"]

_ORDER = {state: number for number, state in enumerate(State)}
"""How far each state is from what can be relied on."""


class Paragraph(NamedTuple):
    """A numbered block of a source."""

    number: int
    """1-based place among all blocks of the file, furniture included."""
    start: int
    """Offset of the first code point of `text` in the source's text."""
    line: int
    """1-based line of the file on which the block starts."""
    text: str
    """The words, one code point for each code point of the source's text in this stretch."""
    furniture: bool = False
    """Whether the block is in the file but not in the story (a caption, a credit, a heading)."""

    @property
    def end(self) -> int:
        """Offset just past the last code point of `text` in the source's text."""
        return self.start + len(self.text)


class SourceRecord(NamedTuple):
    """What `sources.yaml` says of one source document."""

    id: str
    file: str
    """Path inside the library, such as `seeds/report.txt`."""
    publisher: str
    title: str = ""
    kind: str = ""
    """What sort of document it is, such as `news story` or `joint statement`."""
    byline: str = ""
    """Who wrote it, as the document says."""
    published: PartialDate | None = None
    retrieved: PartialDate | None = None
    """When it was fetched from where it was published."""
    version: str = ""
    """Which of several editions of one document it is, such as `updated` or `2`."""
    supersedes: str = ""
    """Id of the source that it is a later version of."""
    language: str = "en"
    """BCP 47 language tag."""
    url: str = ""
    rights: str = ""
    sha256: str = ""
    """Hexadecimal digest of the file's bytes; empty when not recorded."""
    furniture: tuple[str, ...] = ()
    """Opening words of the blocks that are furniture."""
    caution: str = ""
    """What a reader must know before trusting the wording; travels with every quote."""
    encoding: str = ""
    """Python's name of the file's encoding; empty when it is to be found out."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A source document that was read."""

    record: SourceRecord
    text: str
    """The whole text as decoded, byte order mark dropped and every line ending a single newline."""
    paragraphs: Sequence[Paragraph]
    """Its blocks; in a document that was read they are made when asked for."""
    encoding: str = "utf-8"
    crlf: Sequence[int] = ()
    """Offsets in `text` of the newlines that are two code points, CR and LF, in the file."""
    guessed: bool = False
    """Whether the encoding is only a guess."""
    damaged: int = 0
    """How many places of the file could not be read and are U+FFFD in `text`."""

    @property
    def id(self) -> str:
        """The id the cards use."""
        return self.record.id

    @property
    def body(self) -> Sequence[int]:
        """The 1-based numbers of the paragraphs that are part of the story."""
        body: Sequence[int] | None = getattr(self.paragraphs, "body", None)
        if body is None:
            return tuple(p.number for p in self.paragraphs if not p.furniture)
        return body

    def paragraph(self, number: int) -> Paragraph:
        """Return the paragraph with this 1-based number.

        Raises:
            IndexError: There is no such paragraph.
        """
        if not 1 <= number <= len(self.paragraphs):
            raise IndexError(number)
        return self.paragraphs[number - 1]


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


class Insertion(NamedTuple):
    """Words of ours in brackets within a quotation, and the words of the source they mask."""

    text: str
    """What stands between the brackets."""
    masked: str = ""
    """The source's words it stands for; empty where it only adds to them."""
    risks: tuple[str, ...] = ()
    """How it turns the sense of what it masks: name, number, negation, and so on."""


class Gap(NamedTuple):
    """What an ellipsis skips."""

    words: int
    """How many words of the source."""
    risks: tuple[str, ...] = ()
    """What the skipped words hold that may turn the sense: `negation`, `condition`; and
    `quotation` where they leave the quotation that the words before stand in."""
    checked: bool = True
    """Whether the language has lists for this; False means that the sense was not checked."""


class Continued(NamedTuple):
    """Where words go on that a page or a blank line breaks amid a sentence."""

    paragraph: int
    """1-based paragraph."""
    spans: tuple[Span, ...]
    """In code points of that paragraph's text."""


class Passage(NamedTuple):
    """Where evidence was found, or why it was not."""

    state: State
    paragraph: int | None = None
    """1-based paragraph; None when ambiguous or missing."""
    spans: tuple[Span, ...] = ()
    """The words found, in code points of the paragraph's text; one span for each segment that an
    ellipsis separates; empty when ambiguous or missing."""
    score: float = 0.0
    """Likeness from 0 to 100; 100 for verbatim and typography."""
    candidates: tuple[int, ...] = ()
    """When ambiguous, the paragraphs in which the words stand, one entry for each place."""
    risks: tuple[str, ...] = ()
    """When drifted, what the difference touches: number, negation, modal, name, date."""
    found: str = ""
    """When drifted, the words that stand in the source instead."""
    checked: bool = True
    """When drifted, whether the program knows words for the language and the change; False
    means that the sense was not checked."""
    insertions: tuple[Insertion, ...] = ()
    """The brackets of ours, in order."""
    gaps: tuple[Gap, ...] = ()
    """What each ellipsis skips, in order."""
    differences: tuple[str, ...] = ()
    """What differs in typography beyond marks, dashes and spaces, such as `first letter`."""
    continued: Continued | None = None
    """Where the words go on after the paragraph they begin in."""
    reason: str = ""
    """When missing or drifted, why, in words that follow "is not in the source: "."""
    remedy: str = ""
    """What to do about `reason`."""

    @property
    def parts(self) -> tuple[tuple[int, tuple[Span, ...]], ...]:
        """The paragraphs in which the words stand, 1-based, each with the words in it."""
        if self.paragraph is None:
            return ()
        if self.continued is None:
            return ((self.paragraph, self.spans),)
        return (self.paragraph, self.spans), (self.continued.paragraph, self.continued.spans)

    @property
    def start(self) -> int | None:
        """Offset of the first found code point in the paragraph's text."""
        return self.spans[0].start if self.spans else None

    @property
    def end(self) -> int | None:
        """Offset just past the last found code point in the paragraph's text."""
        return self.spans[-1].end if self.spans else None


class Evidence(NamedTuple):
    """Exact words in a source that support an item: a W3C TextQuoteSelector.

    See https://www.w3.org/TR/annotation-model/#text-quote-selector.
    """

    source: str
    """Id of the source."""
    exact: str = ""
    """The words as the card has them; empty for evidence of absence."""
    prefix: str = ""
    suffix: str = ""
    paragraph: int | None = None
    """A hint that decides between several places; the place itself is always searched for."""
    passage: Passage = Passage(State.MISSING)
    """Where the words were found; `Library` fills it in."""
    place: Place | None = None
    absent: tuple[str, ...] = ()
    """Words that stand nowhere in the source, for evidence of absence."""

    @property
    def state(self) -> State:
        """How well the words were found."""
        return self.passage.state


class Translation(NamedTuple):
    """What a quote says in another language: words of ours, never of the speaker."""

    text: str
    language: str
    """BCP 47 language tag."""
    by: str = ""
    """Who translated it."""


class Waiver(NamedTuple):
    """A finding of `check` that was looked at and stands."""

    code: str
    why: str
    place: Place | None = None


class QuotedWords(NamedTuple):
    """Words in a sentence of ours that were found in the paragraphs its evidence stands in."""

    span: Span
    """In code points of the item's text, without the quotation marks."""
    source: str
    """Id of the source."""
    passage: Passage
    """Where they were found."""


class Item(NamedTuple):
    """One statement of a card: a point in our words, a quote in theirs, or an open question."""

    id: str
    """Unique within the card; derived from the text where the card gives none."""
    type: ItemType
    text: str
    section: str = ""
    """Title of the section it stands in; empty for the bottom line."""
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
    """Findings about this item that stand."""
    place: Place | None = None

    @property
    def state(self) -> State | None:
        """The weakest state among the evidence; None for an open question that has none."""
        if not self.evidence and self.type == "open":
            return None
        return max((e.state for e in self.evidence), key=_ORDER.__getitem__, default=State.MISSING)

    @property
    def verified(self) -> bool:
        """Whether all its evidence was found, so that a quote may stand in quotation marks."""
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
    """Somebody who took part, in the office held that day."""

    speaker: str
    """Id of a speaker."""
    role: str = ""
    side: str = ""


class QuotedSpeaker(NamedTuple):
    """Somebody who is quoted without taking part."""

    speaker: str
    """Id of a speaker."""
    role: str = ""


class Related(NamedTuple):
    """Another card worth reading with a card."""

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
    """Findings about the card that stand."""
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
