"""Rules about quotation marks: in the source around a quote, and in our own words."""

from collections.abc import Iterator

from briefing.check.evidence_rules import passages
from briefing.check.placing import place_of, place_of_key, shortened, warning
from briefing.errors import Place, Problem
from briefing.library import Library
from briefing.model import Card, Item, Paragraph, Span
from briefing.own_words import stands_in
from briefing.quotation import quotations
from briefing.text import NOTHING

_REPORTS = ("news", "article", "report")


def not_quoted_in_source(card: Card, library: Library) -> Iterator[Problem]:
    """Find quotes made of a reporter's paraphrase: the news story does not quote these words."""
    for item, evidence, paragraph in passages(card, library):
        kind = library.source(evidence.source).record.kind.casefold()
        if item.type != "quote" or not any(word in kind for word in _REPORTS):
            continue
        spans = evidence.passage.spans
        if not all(_is_quoted(span, paragraph) for span in spans):
            yield warning(
                "not-quoted-in-source",
                place_of(card, item, evidence),
                f"'{shortened(item.text)}' is not between quotation marks in paragraph "
                f"{paragraph.number} of {evidence.source}",
                "make it a point in our words, or quote only what the source quotes",
            )


def _is_quoted(span: Span, paragraph: Paragraph) -> bool:
    """Whether words stand in a quotation of their paragraph, its marks included."""
    return any(
        quotation.start <= span.start and span.end <= quotation.end
        for quotation in quotations(paragraph.text)
    )


def quotation_in_own_words(card: Card, library: Library) -> Iterator[Problem]:
    """Find quotation marks in our own sentences around words that no cited source holds."""
    cited = tuple(dict.fromkeys(e.source for item in card.items for e in item.evidence))
    for place, text, sources, what in _own_words(card, cited, library):
        for quotation in quotations(text):
            words = text[quotation.inner_start : quotation.inner_end].replace(NOTHING, "").strip()
            if quotation.style == "dash" or quotation.level > 1 or not words:
                continue
            if not stands_in(words, sources, library.matcher):
                yield warning(
                    "quotation-in-own-words",
                    place,
                    f"'{shortened(words)}' stands between quotation marks in {what}, but in none "
                    "of the sources it rests on",
                    "quote the source's exact words, or drop the marks",
                )


def _own_words(
    card: Card, cited: tuple[str, ...], library: Library
) -> Iterator[tuple[Place, str, tuple[str, ...], str]]:
    """Yield every text of ours with its place, the sources it may quote, and what it is."""
    meeting = card.meeting
    fields = (
        ("title", "the title", card.title),
        ("meeting", "the meeting's name", meeting.name),
        ("meeting", "the meeting's place", meeting.place),
        ("meeting", "the meeting's mode", meeting.mode),
        ("meeting", "the date note", meeting.date_note),
        ("note", "the card's note", card.note),
        *(("participants", "a role", each.role) for each in card.participants),
        *(("participants", "a side", each.side) for each in card.participants),
    )
    for key, what, text in fields:
        if quotations(text):
            yield place_of_key(library.root, card.file, key), text, cited, what
    for section in card.sections:
        place = place_of(card, section.items[0])
        yield place, section.title, cited, "a section's title"
    for item in card.items:
        yield place_of(card, item), item.note, cited, "a note"
        if item.type != "quote":
            yield place_of(card, item), item.text, _sources(item), "a sentence of ours"


def _sources(item: Item) -> tuple[str, ...]:
    return tuple(dict.fromkeys(evidence.source for evidence in item.evidence))
