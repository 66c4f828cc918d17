"""The uses of a phrase over time, in all sources and on all cards.

A use is a place in a source: the claims that rest on it are told with it, and an item of a card is
a use of its own only where it has the words and the paragraph it rests on has not. What is written
in our words is said to be ours.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from briefing.analysis.phrases.asking import AskedPhrase, asked
from briefing.analysis.phrases.windows import FoundUse, found_uses
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.claims_on_paragraphs import (
    RestingClaim,
    claims_resting_on,
    item_numbers,
)
from briefing.catalogue.queries.meetings import in_order
from briefing.evidence.word_diff import DiffPart, word_diff
from briefing.model.core import Span, State
from briefing.search.engine import SearchEngine
from briefing.search.index.records import SEPARATOR

MOST_VARIANTS = 50
"""How many different variants are told; more are only counted."""


class PhraseUse(NamedTuple):
    """One use of a phrase."""

    date: date | None
    """Day of the meeting, else the first day on which the source may have been published."""
    of_meeting: bool
    """Whether the date is a meeting's."""
    kind: str
    """`paragraph` in a source; or `quote`, `point`, `open` or `bottom_line` on a card alone."""
    source: str
    """Id of the source; empty where an item has no place in one."""
    paragraph: int | None
    """1-based paragraph."""
    text: str
    """The whole paragraph, or the item's words."""
    span: Span
    """Where the words are in `text`, in code points."""
    words: str
    """As they are there."""
    variant: int | None
    """Index into the variants; None for the phrase itself."""
    series: str = ""
    card: str = ""
    """Id of the card, of a use on a card alone."""
    item: str = ""
    """Id of the item."""
    number: int | None = None
    """1-based number of the claim."""
    who: tuple[str, ...] = ()
    """Ids of the speakers: of the quotes that hold the words, or of the item."""
    state: str = ""
    """The state of an item that is a use of its own."""
    claims: tuple[RestingClaim, ...] = ()
    """The claims on that paragraph whose evidence holds the words, or part of them."""


class PhraseVariant(NamedTuple):
    """A close variant of a phrase."""

    words: str
    """As it is at its first use."""
    uses: int
    first: date | None
    differences: tuple[DiffPart, ...]
    """From the phrase that was asked to these words."""


class MeetingUses(NamedTuple):
    """How often a phrase is used at a meeting."""

    card: str
    """Id of the card; empty for uses in a source that no card rests on there."""
    title: str
    """Title of the card, or the id of the source."""
    date: date | None
    series: str
    exact: int
    """Uses of the phrase itself."""
    variants: int
    """Uses of its variants."""


class PhraseHistory(NamedTuple):
    """The uses of a phrase over time."""

    phrase: AskedPhrase
    exact: int
    """How many uses of the phrase itself there are."""
    varied: int
    """How many of its variants."""
    uses: tuple[PhraseUse, ...] = ()
    """The earliest, in order of date."""
    variants: tuple[PhraseVariant, ...] = ()
    """In order of their first use."""
    meetings: tuple[MeetingUses, ...] = ()
    """In order of date."""
    partial: bool = False
    """Whether the words are in too many places to look at them all."""

    @property
    def first(self) -> PhraseUse | None:
        """The first use of the phrase itself among those given."""
        return next((use for use in self.uses if use.variant is None), None)


def trace(text: str, engine: SearchEngine, catalogue: Catalogue, most: int) -> PhraseHistory | None:
    """Return the uses of a phrase over time; None where the text is no phrase.

    Cards that another has replaced or that were withdrawn say nothing over time, as in all views.

    Args:
        text: The phrase.
        engine: The search over the library.
        catalogue: What knows which claims rest on what.
        most: How many uses to give at most, the earliest first.

    Raises:
        SegmentError: A file of the index is not what it was when it was opened.
        sqlite3.DatabaseError: The database is damaged.
    """
    for segment in engine.segments:
        segment.check()
    phrase = asked(text, engine.lexicon)
    if phrase is None:
        return None
    found, partial = found_uses(phrase, engine)
    places = {use.place for use in found if use.place}
    claims = claims_resting_on(catalogue, places)
    order = _order_of_meetings(found, claims, catalogue)
    dated = sorted(
        ((_day(use, claims), use) for use in found),
        key=lambda each: _in_time(each, order[_card(each[1], claims)]),
    )
    variants = _variants(phrase, dated, engine)
    numbers = {words: number for number, words in enumerate(variants)}
    exact = sum(use.words == phrase.words for use in found)
    return PhraseHistory(
        phrase,
        exact,
        len(found) - exact,
        tuple(_uses(dated[:most], numbers, claims, engine, catalogue)),
        tuple(variants.values())[:MOST_VARIANTS],
        tuple(_meetings(phrase, found, claims, engine, order)),
        partial,
    )


Claims = Mapping[tuple[str, int], Sequence[RestingClaim]]


def _order_of_meetings(
    found: Iterable[FoundUse], claims: Claims, catalogue: Catalogue
) -> Mapping[str, int]:
    """Return the places of cards in the order of meetings; what is on none is after all."""
    cards = {use.card for use in found} | {c.card for some in claims.values() for c in some}
    order = {card: place for place, card in enumerate(in_order(catalogue, cards))}
    return {card: order.get(card, len(order)) for card in ("", *cards)}


def _card(use: FoundUse, claims: Claims) -> str:
    """Return the card whose meeting dates a use; empty where the source alone does."""
    resting = _holding(use, claims)
    return resting[0].card if resting else use.card


def _day(use: FoundUse, claims: Claims) -> tuple[date | None, bool]:
    """Return the day of a use, and whether it is a meeting's."""
    resting = _holding(use, claims)
    if resting:
        return resting[0].date, True
    return (date.fromordinal(use.day) if use.day else None), bool(use.card)


def _holding(use: FoundUse, claims: Claims) -> tuple[RestingClaim, ...]:
    """Return the claims whose evidence holds the words of a use in a source, or part of them."""
    if use.card or not use.place:
        return ()
    return tuple(claim for claim in claims.get(use.place, ()) if _touches(claim, use.span))


_Dated = tuple[tuple[date | None, bool], FoundUse]


def _in_time(dated: _Dated, meeting: int) -> tuple[bool, date, int, str, int, int, int]:
    (day, _), use = dated
    source, paragraph = use.place or ("", 0)
    return (day is None, day or date.max, meeting, source, paragraph, use.doc, use.span.start)


def _variants(
    phrase: AskedPhrase, dated: Sequence[_Dated], engine: SearchEngine
) -> dict[tuple[str, ...], PhraseVariant]:
    """Return the variants by their words, in order of their first use."""
    counted: dict[tuple[str, ...], list[_Dated]] = {}
    for each in dated:
        if each[1].words != phrase.words:
            counted.setdefault(each[1].words, []).append(each)
    found: dict[tuple[str, ...], PhraseVariant] = {}
    for words, uses in counted.items():
        shown = " ".join(words)
        if len(found) < MOST_VARIANTS:
            use = uses[0][1]
            shown = _text(use, engine)[use.span.start : use.span.end]
        differences = word_diff(phrase.text.casefold(), shown.casefold())
        found[words] = PhraseVariant(shown, len(uses), uses[0][0][0], differences)
    return found


def _uses(
    dated: Iterable[_Dated],
    variants: Mapping[tuple[str, ...], int],
    claims: Claims,
    engine: SearchEngine,
    catalogue: Catalogue,
) -> Iterator[PhraseUse]:
    dated = list(dated)
    items = [(use.card, use.item) for _, use in dated if use.item]
    numbers = item_numbers(catalogue, items) if items else {}
    for (day, of_meeting), use in dated:
        text, span = _text(use, engine), use.span
        source, paragraph = use.place or ("", None)
        holding = _holding(use, claims)
        records = engine.segments[use.segment].records
        who = records.value("by", use.doc) or records.value("speaker", use.doc)
        speakers = who.split(SEPARATOR) if who else [c.speaker for c in holding if c.speaker]
        yield PhraseUse(
            date=day,
            of_meeting=of_meeting,
            kind=use.kind,
            source=source,
            paragraph=paragraph,
            text=text,
            span=span,
            words=text[span.start : span.end],
            variant=variants.get(use.words),
            series=records.value("series", use.doc) or (holding[0].series if holding else ""),
            card=use.card,
            item=use.item,
            number=numbers.get((use.card, use.item)),
            who=tuple(dict.fromkeys(speakers)),
            state=records.value("state", use.doc),
            claims=holding,
        )


def _text(use: FoundUse, engine: SearchEngine) -> str:
    return engine.segments[use.segment].records.texts[use.doc]


def _touches(claim: RestingClaim, span: Span) -> bool:
    """Whether what a claim rests on holds some of the words, and was found."""
    return State(claim.state).verified and any(
        each.start < span.end and span.start < each.end for each in claim.spans
    )


def _meetings(
    phrase: AskedPhrase,
    found: Iterable[FoundUse],
    claims: Claims,
    engine: SearchEngine,
    order: Mapping[str, int],
) -> list[MeetingUses]:
    """Return how often each meeting uses a phrase: in what its card rests on, or on the card."""
    counted: dict[tuple[str, str], MeetingUses] = {}

    def count(card: str, title: str, day: date | None, series: str, exact: bool) -> None:
        before = counted.get((card, title)) or MeetingUses(card, title, day, series, 0, 0)
        counted[card, title] = before._replace(
            exact=before.exact + exact, variants=before.variants + (not exact)
        )

    for use in found:
        exact = use.words == phrase.words
        day = date.fromordinal(use.day) if use.day else None
        cards = {claim.card: claim for claim in _holding(use, claims)}
        for claim in cards.values():
            count(claim.card, claim.title, claim.date, claim.series, exact)
        if use.card:
            records = engine.segments[use.segment].records
            title, series = records.value("title", use.doc), records.value("series", use.doc)
            count(use.card, title, day, series, exact)
        elif not cards and use.place:
            count("", use.place[0], day, "", exact)
    return sorted(
        counted.values(),
        key=lambda each: (each.date is None, each.date or date.max, order[each.card], each.title),
    )
