"""Quotation marks in our own words: “ ” only around what is in a source the card cites."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple, Protocol

from briefing.language.quotation.quotations import (
    Quotation,
    may_be_marked,
    nested,
    quotations,
    unquoted,
)
from briefing.model.card import (
    Card,
    Item,
    QuotedWords,
    Section,
    Speaker,
    Topic,
    Waiver,
)
from briefing.model.core import Span
from briefing.model.evidence import Passage
from briefing.model.source import SourceRecord
from briefing.text.cleaning import NOTHING


class Finder(Protocol):
    """Finds words in one source."""

    def holds(self, words: str) -> bool:
        """Whether words are in the source."""

    def find_within(self, words: str, paragraphs: Collection[int]) -> Passage | None:
        """Return where words are in some paragraphs, of which the 1-based numbers are given."""


class Redrawn(NamedTuple):
    """Our own words with true quotation marks."""

    text: str
    missing: tuple[str, ...] = ()
    """Quoted words that were not found."""
    found: tuple[Span, ...] = ()
    """Where words are in “ ”, the marks not included, in code points of `text`."""


FinderOf = Callable[[str], Finder | None]
"""Gives what finds words in the source of an id; None where the source cannot be read."""


def drawn_card(card: Card, finder_of: FinderOf) -> Card:
    """Return a card whose quotation marks are true.

    A quote loses marks of its own around all of it, as they are drawn where it is shown. In a point
    or a bottom line, quoted words that are in a paragraph of its evidence are put in “ ”, and the
    item says where they were found; in titles, roles and notes they may be anywhere in the
    sources. Around others the marks become straight, and the item names the words.

    Args:
        card: The card, its evidence resolved.
        finder_of: Finds words in its sources.
    """
    cited = tuple(dict.fromkeys(e.source for item in card.items for e in item.evidence))

    def drawn(text: str, sources: Iterable[str] = cited) -> str:
        return _redrawn(text, sources, finder_of).text

    meeting = card.meeting
    return card._replace(
        title=drawn(card.title),
        note=drawn(card.note),
        author=straight(card.author),
        reviewed_by=straight(card.reviewed_by),
        accept=_drawn_waivers(card.accept, cited, finder_of),
        meeting=meeting._replace(
            name=drawn(meeting.name),
            place=drawn(meeting.place),
            mode=drawn(meeting.mode),
            date_note=drawn(meeting.date_note),
        ),
        quoted=tuple(each._replace(role=drawn(each.role)) for each in card.quoted),
        related=tuple(each._replace(why=drawn(each.why)) for each in card.related),
        omitted=tuple(each._replace(why=drawn(each.why)) for each in card.omitted),
        participants=tuple(
            each._replace(role=drawn(each.role), side=drawn(each.side))
            for each in card.participants
        ),
        bottom_line=_drawn_item(card.bottom_line, cited, finder_of),
        sections=tuple(_drawn_section(section, cited, finder_of) for section in card.sections),
    )


def _drawn_section(section: Section, cited: Iterable[str], finder_of: FinderOf) -> Section:
    title = _redrawn(section.title, cited, finder_of).text
    items = (_drawn_item(item, cited, finder_of) for item in section.items)
    if title == section.title:
        return Section(title, tuple(items))
    return Section(title, tuple(item._replace(section=title) for item in items))


def drawn_topics(topics: Mapping[str, Topic]) -> dict[str, Topic]:
    """Return topics whose labels and notes quote nobody: they cite no source."""
    return {
        name: topic._replace(
            label=straight(topic.label),
            aliases=tuple(map(straight, topic.aliases)),
            note=straight(topic.note),
        )
        for name, topic in topics.items()
    }


def drawn_sources(sources: Mapping[str, SourceRecord]) -> dict[str, SourceRecord]:
    """Return sources whose cautions quote nobody: nothing was looked for yet.

    A title, a publisher's name and whatever else is recorded of a source keep the marks they have
    as straight ones: others wrote them, and nobody has just looked for them in a source.
    """
    return {
        name: record._replace(
            title=straight(record.title),
            publisher=straight(record.publisher),
            kind=straight(record.kind),
            byline=straight(record.byline),
            version=straight(record.version),
            rights=straight(record.rights),
            caution=straight(record.caution),
        )
        for name, record in sources.items()
    }


def drawn_speakers(speakers: Mapping[str, Speaker]) -> dict[str, Speaker]:
    """Return speakers whose nicknames are in straight marks: a name is no quotation."""
    return {
        name: speaker._replace(
            name=straight(speaker.name),
            aliases=tuple(map(straight, speaker.aliases)),
            country=straight(speaker.country),
        )
        for name, speaker in speakers.items()
    }


def redrawn(text: str, verified: Callable[[str], bool]) -> Redrawn:
    """Return our own words with “ ” around what was verified, and straight marks elsewhere.

    Args:
        text: A sentence of ours.
        verified: Says whether some quoted words are in a source.

    Returns:
        The text, in which one sign stands for a mark that was typed with two.
    """
    if not may_be_marked(text):
        return Redrawn(text)
    drawn, missing, found = list(text), [], []
    for quotation in quotations(text):
        if quotation.level > 1 or quotation.style == "dash":
            continue
        inner = text[quotation.inner_start : quotation.inner_end]
        words = inner.strip()
        is_held = bool(words) and verified(words)
        # Where a quotation that is never closed ends nobody knows.
        holds = is_held and quotation.closed
        if holds:
            found.append((quotation.inner_start, quotation.inner_end))
        elif words and not is_held:
            missing.append(words)
        drawn[quotation.inner_start : quotation.inner_end] = (
            nested(inner) if holds else straight(inner, "'")
        )
        _set(drawn, quotation, "“”" if holds else '""')
    spans = tuple(Span(_shown(drawn, start), _shown(drawn, end)) for start, end in found)
    return Redrawn(_joined(drawn), tuple(dict.fromkeys(missing)), spans)


def _shown(drawn: list[str], offset: int) -> int:
    """Return where an offset is once the signs that show nothing are gone."""
    return offset - drawn[:offset].count(NOTHING)


def straight(text: str, mark: str = '"') -> str:
    """Return a text in which no mark says that words were verified."""
    if not may_be_marked(text):
        return text
    drawn = list(text)
    for quotation in quotations(text):
        if quotation.style != "dash":
            _set(drawn, quotation, mark * 2 if quotation.level == 1 else "''")
    return _joined(drawn)


def _joined(drawn: Iterable[str]) -> str:
    """Join the signs of a text without those that show nothing, which copies would carry on."""
    return "".join(drawn).replace(NOTHING, "")


def _set(drawn: list[str], quotation: Quotation, marks: str) -> None:
    """Set the two marks of a quotation; what a mark of two characters leaves shows nothing."""
    for mark, start, end in (
        (marks[0], quotation.start, quotation.inner_start),
        (marks[1], quotation.inner_end, quotation.end),
    ):
        drawn[start:end] = list((mark + NOTHING * (end - start))[: end - start])


def _drawn_item(item: Item, cited: Iterable[str], finder_of: FinderOf) -> Item:
    if item.note or item.accept:
        item = item._replace(
            note=_redrawn(item.note, cited, finder_of).text,
            accept=_drawn_waivers(item.accept, cited, finder_of),
        )
    if item.type == "quote":
        words = unquoted(item.text)
        text = _joined(nested(words)) if item.verified else straight(words)
        meant = item.translation
        if meant is not None:
            meant = meant._replace(text=straight(meant.text), by=straight(meant.by))
        return item._replace(text=text, translation=meant)
    redone = redrawn(item.text, lambda words: find_cited(words, item, finder_of) is not None)
    places = (find_cited(redone.text[a:b], item, finder_of) for a, b in redone.found)
    quoted = tuple(
        QuotedWords(span, *place) for span, place in zip(redone.found, places, strict=True) if place
    )
    return item._replace(text=redone.text, unfound=redone.missing, quoted=quoted)


def _drawn_waivers(
    waivers: Iterable[Waiver], cited: Iterable[str], finder_of: FinderOf
) -> tuple[Waiver, ...]:
    return tuple(each._replace(why=_redrawn(each.why, cited, finder_of).text) for each in waivers)


def find_cited(words: str, item: Item, finder_of: FinderOf) -> tuple[str, Passage] | None:
    """Find words in the paragraphs that the evidence of an item is in.

    Args:
        words: The words, without quotation marks.
        item: The item, its evidence resolved.
        finder_of: Finds words in its sources.

    Returns:
        The id of the source and the passage; None where they are in none of them.
    """
    for source, numbers in _cited_paragraphs(item).items():
        finder = finder_of(source)
        passage = finder.find_within(words, numbers) if finder else None
        if passage is not None:
            return source, passage
    return None


def _cited_paragraphs(item: Item) -> dict[str, set[int]]:
    """Return, by source id, the 1-based numbers of the paragraphs some verified evidence is in."""
    cited: dict[str, set[int]] = {}
    for evidence in item.evidence:
        if evidence.state.verified:
            numbers = (number for number, _ in evidence.passage.parts)
            cited.setdefault(evidence.source, set()).update(numbers)
    return cited


def _redrawn(text: str, sources: Iterable[str], finder_of: FinderOf) -> Redrawn:
    return redrawn(text, lambda words: stands_in(words, sources, finder_of))


def stands_in(words: str, sources: Iterable[str], finder_of: FinderOf) -> bool:
    """Whether quoted words are in one of some sources, in one place or in several."""
    finders = (finder_of(source) for source in sources)
    return any(finder.holds(words) for finder in finders if finder is not None)
