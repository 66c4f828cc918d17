"""What of a library can be searched, one entry for each thing a reader can land on.

An entry is flat: the words that are shown, the ids that lead back to the card, the source or the
speaker, and the words that count as its own without being shown.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.errors import BriefingError
from briefing.model.core import NOBODY, UNCLEAR
from briefing.model.meeting_order import place_in_day

if TYPE_CHECKING:
    # Whoever only reads a finished index need not pay for the YAML reader behind a library.
    from briefing.library.library import Library
    from briefing.model.card import Card, Item, Meeting
    from briefing.model.source import Source

EntryKind = Literal[
    "quote", "point", "open", "bottom_line", "paragraph", "topic", "speaker", "meeting"
]


class Entry(NamedTuple):
    """One thing that can be found."""

    kind: EntryKind
    text: str
    """The words that are searched and shown."""
    card: str = ""
    """Id of the card it is on; empty for what is on none."""
    item: str = ""
    """Id of the item within the card."""
    section: str = ""
    """Title of the card's section."""
    source: str = ""
    """Id of the source its words come from or rest on."""
    paragraph: int | None = None
    """1-based paragraph of that source."""
    speaker: str = ""
    """Id of the speaker, or of the first who says or undertakes it."""
    by: tuple[str, ...] = ()
    """Ids of all who say or undertake it, where these are several."""
    topics: tuple[str, ...] = ()
    """Ids of topics."""
    series: str = ""
    date: datetime.date | None = None
    """First day of the meeting, or first day on which the source may have been published."""
    more_days: str = ""
    """How many days it went on, or may have been published, after the first, in digits; empty where
    it was on one day."""
    voice: str = ""
    """How a quote's words reached the source."""
    item_kind: str = ""
    """What sort of statement a point makes."""
    state: str = ""
    """How well the words of a card's item were found in their source; see `model.State`."""
    in_day: str = ""
    """Place of its meeting among those of its day, in digits; see `model.meeting_order`."""
    sides: tuple[str, ...] = ()
    """The sides they sat on at that meeting, or else the countries they speak for."""
    title: str = ""
    """Title of its card, or of its source where it is on no card."""
    status: str = ""
    """How far its card is."""
    due: str = ""
    """When what is promised is to be done, as the card has it."""
    extra: str = ""
    """Names, aliases and remarks that count as its words but are not shown."""

    @property
    def last_date(self) -> datetime.date | None:
        """The last day of the meeting; its only one where it was on one day."""
        days = datetime.timedelta(days=int(self.more_days or 0))
        return self.date + days if self.date else None


def entries_of_card(card: Card, library: Library) -> Iterator[Entry]:
    """Yield the meeting itself and then every item of its card, in reading order.

    Args:
        card: A card whose evidence is resolved.
        library: Where the names behind its ids are looked up.
    """
    yield _meeting(card, library)
    for item in card.items:
        entry = _item(card, item, library)
        yield entry
        for words in item.quoted:
            yield entry._replace(
                kind="quote",
                text=item.text[words.span.start : words.span.end],
                source=words.source,
                paragraph=words.passage.paragraph,
                state=words.passage.state.value,
            )


class SourceEntries(Collection[Entry]):
    """Every paragraph of a source that belongs to the story, in order, made when asked for."""

    def __init__(self, source: Source, library: Library) -> None:
        """Take a source apart.

        Args:
            source: A source that was read; its furniture is left out.
            library: The library it belongs to.
        """
        self._source, self._body = source, source.body
        record = source.record
        self._extra = _words((record.title, record.publisher, library.caution(source.id)))

    def __len__(self) -> int:
        return len(self._body)

    def __contains__(self, entry: object) -> bool:
        return any(entry == each for each in self)

    def __iter__(self) -> Iterator[Entry]:
        published = self._source.record.published
        more = (published.last - published.first).days if published else 0
        for paragraph in self._source.paragraphs:
            if paragraph.furniture:
                continue
            yield Entry(
                kind="paragraph",
                text=paragraph.text,
                source=self._source.id,
                paragraph=paragraph.number,
                date=published.first if published else None,
                more_days=str(more or ""),
                title=self._source.record.title,
                extra=self._extra,
            )


def entries_of_index(library: Library) -> Iterator[Entry]:
    """Yield every speaker and then every topic the library lists."""
    for speaker in library.speakers.values():
        yield Entry(
            kind="speaker",
            text=speaker.name,
            speaker=speaker.id,
            extra=_words((*speaker.aliases, speaker.country)),
        )
    for topic in library.topics.values():
        yield Entry(
            kind="topic",
            text=topic.label,
            topics=(topic.id,),
            extra=_words((*topic.aliases, topic.note)),
        )


def library_entries(library: Library) -> Iterator[Entry]:
    """Yield everything of a library that can be searched: cards, then sources, then the index.

    A source that cannot be read is left out; `check` is what complains about it.
    """
    for card in library.cards():
        yield from entries_of_card(card, library)
    for source_id in library.sources:
        try:
            source = library.source(source_id)
        except BriefingError:
            continue
        yield from SourceEntries(source, library)
    yield from entries_of_index(library)


def _meeting(card: Card, library: Library) -> Entry:
    meeting = card.meeting
    people = (library.speaker_name(person.speaker) for person in card.participants)
    return Entry(
        kind="meeting",
        text=card.title,
        card=card.id,
        series=card.series,
        title=card.title,
        status=card.status,
        date=meeting.date,
        more_days=_more_days(meeting),
        in_day=str(place_in_day(meeting) or ""),
        extra=_words((meeting.name, meeting.place, meeting.mode, meeting.date_note, *people)),
    )


def _more_days(meeting: Meeting) -> str:
    return str((meeting.end - meeting.date).days) if meeting.end else ""


def _sides(card: Card, speakers: Iterable[str], library: Library) -> tuple[str, ...]:
    """Return the sides that some speakers sat on, or else the countries they speak for."""
    sat = {person.speaker: person.side for person in card.participants}
    found = (sat.get(each) or _country(each, library) for each in speakers)
    return tuple(dict.fromkeys(side for side in found if side))


def _country(speaker_id: str, library: Library) -> str:
    speaker = library.speakers.get(speaker_id)
    return speaker.country if speaker is not None else ""


def _item(card: Card, item: Item, library: Library) -> Entry:
    from briefing.library.cards.main_passage import (
        main_piece,  # whoever reads a finished index makes no entries
    )

    evidence = item.evidence[main_piece(item)] if item.evidence else None
    return Entry(
        kind=item.type,
        text=item.text,
        card=card.id,
        item=item.id,
        section=item.section,
        source=evidence.source if evidence else "",
        paragraph=evidence.passage.paragraph if evidence else None,
        speaker=item.speakers[0] if item.speakers else "",
        by=item.speakers if len(item.speakers) > 1 else (),
        topics=item.topics,
        series=card.series,
        date=card.meeting.date,
        more_days=_more_days(card.meeting),
        in_day=str(place_in_day(card.meeting) or ""),
        voice=item.voice or "",
        item_kind=item.kind or "",
        state=item.state.value if item.state else "",
        sides=_sides(card, item.speakers, library),
        title=card.title,
        status=card.status,
        due=item.due,
        extra=_words((*_names(item, library), item.due, item.note, _translated(item))),
    )


def _names(item: Item, library: Library) -> Iterator[str]:
    for who in item.speakers:
        if who not in (UNCLEAR, NOBODY):
            speaker = library.speakers.get(who)
            yield from (speaker.name, *speaker.aliases) if speaker else (who,)
    for topic_id in item.topics:
        topic = library.topics.get(topic_id)
        yield from (topic.label, *topic.aliases) if topic else (topic_id,)


def _translated(item: Item) -> str:
    return item.translation.text if item.translation is not None else ""


def _words(parts: Iterable[str]) -> str:
    """Join what is there with newlines, which keep phrases from reaching across parts."""
    return "\n".join(part for part in parts if part)
