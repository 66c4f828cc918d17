"""Rules about points and the bottom line: their numbers, dates and names are in the evidence."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from briefing.check.claims.figures import Figure, figures
from briefing.check.claims.grounds import Ground, grounds
from briefing.check.claims.names import LANGUAGES, is_common, known, language_of, names
from briefing.check.findings import place_of, warning
from briefing.errors import Problem
from briefing.language.dates.finding import DateWords, find_dates
from briefing.library.library import Library
from briefing.model.card import Card, Item, Speaker
from briefing.model.core import Span


class _Claim(NamedTuple):
    """A sentence of ours with all that it may be held against."""

    item: Item
    grounds: tuple[Ground, ...]
    card_texts: tuple[str, ...]
    """What the card itself says of the meeting."""

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(text for ground in self.grounds for text in ground.words)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(text for ground in self.grounds for _, text in ground.paragraphs)


def _claims(card: Card, library: Library) -> Iterator[_Claim]:
    """Yield the points and the bottom line whose evidence was found at all."""
    for item in card.items:
        rests_on = grounds(card, item, library) if item.type != "quote" else ()
        if rests_on and all(ground.paragraphs for ground in rests_on):
            yield _Claim(item, rests_on, _card_texts(card, item, library))


def _card_texts(card: Card, item: Item, library: Library) -> tuple[str, ...]:
    meeting = card.meeting
    topics = [library.topics[topic].label for topic in item.topics if topic in library.topics]
    texts = (card.title, meeting.name, meeting.place, meeting.date_note, item.section, *topics)
    return tuple(filter(None, texts))


def _finding(card: Card, claim: _Claim, code: str, what: str, where: str) -> Problem:
    """Return a finding about something the evidence does not have, with what to do about it."""
    place = place_of(card, claim.item)
    if where:
        message = f"{what} is in {where}, but not in the evidence"
        return warning(code, place, message, "lengthen the evidence, so that it has it")
    sources = ", ".join(dict.fromkeys(ground.evidence.source for ground in claim.grounds))
    message = f"{what} is not in the evidence, nor near it in {sources}"
    return warning(
        code, place, message, "say what the evidence says, or cite the words that say it"
    )


def _where(claim: _Claim, has: Callable[[str, Ground], bool]) -> str | None:
    """Return where something is: "" in the evidence or the card, a place, None for nowhere."""
    if any(has(text, ground) for ground in claim.grounds for text in ground.words):
        return ""
    if any(has(text, ground) for ground in claim.grounds for text in claim.card_texts):
        return ""
    around = (g for g in claim.grounds if any(has(text, g) for _, text in g.paragraphs))
    return next((ground.places for ground in around), None)


def date_not_in_evidence(card: Card, library: Library) -> Iterator[Problem]:
    """Find dates in our words that the evidence does not have, in whatever form.

    The days of the meeting and of the sources' publication are known from the card, so a date that
    holds one of them needs no evidence unless it sets a limit.
    """
    for claim in _claims(card, library):
        for when in _dates(claim, card):
            where = _where(claim, partial(_dated, when))
            if where != "":
                what = f"the date '{when.words}'"
                yield _finding(card, claim, "date-not-in-evidence", what, where or "")


def _dates(claim: _Claim, card: Card) -> Iterator[DateWords]:
    """Yield the dates of a claim that have to be in its evidence."""
    language = claim.grounds[0].language
    known_days = {day for ground in claim.grounds for day in ground.anchors}
    for when in find_dates(claim.item.text, card.meeting.date, language):
        held = any(p.first <= day <= p.last for p in when.periods for day in known_days)
        if when.counted or (held and when.role != "deadline"):
            continue
        yield when


def _dated(when: DateWords, text: str, ground: Ground) -> bool:
    """Whether a text has a date, counted from any day it may be of."""
    for anchor in ground.anchors:
        if any(_same_time(when, other) for other in find_dates(text, anchor, ground.language)):
            return True
    year = when.periods[0].first.year if len(when.words.strip()) == 4 else None
    return year is not None and any(float(year) in figure.values for figure in figures(text))


def _same_time(when: DateWords, other: DateWords) -> bool:
    """Whether a date says what another says, or says it less exactly."""
    if when.part and other.part and when.part != other.part:
        return False
    if when.fiscal and other.fiscal:
        return bool(set(when.fiscal) & set(other.fiscal))
    if when.fiscal or other.fiscal:
        return any(one.meets(two) for one in when.periods for two in other.periods)
    return any(one.holds(two) for one in when.periods for two in other.periods)


def number_not_in_evidence(card: Card, library: Library) -> Iterator[Problem]:
    """Find numbers in our words that the evidence does not have, in whatever form."""
    for claim in _claims(card, library):
        in_dates = _date_spans(claim, card)
        for figure in figures(claim.item.text):
            if not figure.sure or any(_within(figure.span, span) for span in in_dates):
                continue
            where = _where(claim, partial(_has_figure, figure))
            if where != "":
                what = f"the number '{figure.words}'"
                yield _finding(card, claim, "number-not-in-evidence", what, where or "")


def _date_spans(claim: _Claim, card: Card) -> list[Span]:
    """Return where the dates of a claim are, whose numbers and names are no others."""
    dates = find_dates(claim.item.text, card.meeting.date, claim.grounds[0].language)
    return [when.span for when in dates if not when.counted]


def _within(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end


def _has_figure(figure: Figure, text: str, ground: Ground) -> bool:
    return any(figure.agrees(other) for other in figures(text))


def name_not_in_evidence(card: Card, library: Library) -> Iterator[Problem]:
    """Find names in our words that neither the evidence nor the card has.

    The paragraphs in which the evidence is may supply a name, as a pronoun in the words means
    it. Only languages with capitals for names are looked at, where the point is in its source's.
    """
    for claim in _claims(card, library):
        if not _comparable(claim):
            continue
        listed = tuple(_listed(card, claim.item, library))
        there = known((*claim.words, *claim.paragraphs, *claim.card_texts, *listed))
        openers = claim.grounds[0].language.startswith("en")
        in_dates = _date_spans(claim, card)
        for name in names(claim.item.text, claim.paragraphs, openers=openers):
            if any(_within(name.span, span) for span in in_dates):
                continue
            if there.lacks(name):
                what = f"the name '{name.words}'"
                yield _finding(card, claim, "name-not-in-evidence", what, "")
        yield from _another_person(card, claim, library)


def _comparable(claim: _Claim) -> bool:
    """Whether a point and all its sources are in one language that tells names by capitals."""
    languages = {ground.language.partition("-")[0] for ground in claim.grounds}
    if len(languages) != 1 or not languages <= set(LANGUAGES):
        return False
    guessed = language_of(claim.item.text)
    return guessed in languages or (not guessed and languages == {"en"})


def compares_names(card: Card, item: Item, library: Library) -> bool:
    """Return whether the names in an item are compared with its evidence; see the rule."""
    claims = (claim for claim in _claims(card, library) if claim.item is item)
    return any(map(_comparable, claims))


def _listed(card: Card, item: Item, library: Library) -> Iterator[str]:
    """Yield what the card lists: its people with their offices and countries, its topics."""
    for participant in card.participants:
        yield from (participant.role, participant.side)
    for speaker in _people(card, library):
        yield from (speaker.name, *speaker.aliases, speaker.country)
    for topic_id in {topic for other in card.items for topic in other.topics}:
        topic = library.topics.get(topic_id)
        if topic is not None:
            yield from (topic.label, *topic.aliases)
    for source_id in {evidence.source for evidence in item.evidence}:
        if record := library.sources.get(source_id):
            yield from (record.publisher, record.title)


def _people(card: Card, library: Library) -> Iterator[Speaker]:
    ids = [participant.speaker for participant in card.participants]
    ids += [item.speaker for item in card.items if item.speaker]
    for speaker_id in dict.fromkeys(ids):
        if speaker := library.speakers.get(speaker_id):
            yield speaker


def _another_person(card: Card, claim: _Claim, library: Library) -> Iterator[Problem]:
    """Find a listed person in our words where the evidence has another listed person instead."""
    persons = [speaker for speaker in _people(card, library) if speaker.kind == "person"]
    own, theirs = known((claim.item.text,)).words, known(claim.words).words
    meant = [p for p in persons if _keys(p) & own and not _keys(p) & theirs]
    others = [p for p in persons if _keys(p) & theirs and not _keys(p) & own]
    if meant and others:
        yield warning(
            "name-not-in-evidence",
            place_of(card, claim.item),
            f"the evidence names {_and(p.name for p in others)}, not {_and(p.name for p in meant)}",
            "name whom the evidence names, or cite the words that name them",
        )


def _keys(person: Speaker) -> frozenset[str]:
    """Return the words of a person's name and aliases, offices left out."""
    parts = known((person.name, *person.aliases)).words
    return frozenset(part for part in parts if len(part) > 2 and not is_common(part))


def _and(names_: Iterable[str]) -> str:
    return " and ".join(names_)
