"""Rules about the short quotations within points: whose words they are, and who is said to say so.

What a text tells of a speaker with certainty is held against the card; where it tells nothing, that
is said. See docs/decisions/0018-format-for-many-meetings.md.
"""

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from typing import NamedTuple

from briefing.check.findings import KeyPath, place_of_words, shortened, warning
from briefing.errors import Place, Problem, SourceError
from briefing.language.attribution.naming import is_pronoun
from briefing.language.attribution.quotation_finding import find
from briefing.language.quotation.quotations import quotations
from briefing.library.library import Library
from briefing.library.speaker_names import called
from briefing.model.card import Card, Item, QuotedWords
from briefing.model.core import Span
from briefing.model.source import Paragraph, SourceRecord

_REPORTS = ("news", "article", "report")
_TRAILING = re.compile(r"[\s.,;:!?…]+$")
_SPEAKING = ("person", "document")
"""Kinds of speakers that speak for themselves: a body may speak through anybody."""


class Inline(NamedTuple):
    """Words that a sentence of ours quotes, and the paragraph they were found in."""

    item: Item
    path: KeyPath
    """Where the sentence is in the card."""
    words: str
    spans: tuple[Span, ...]
    """In code points of the paragraph."""
    paragraph: Paragraph
    record: SourceRecord


class _Owner(NamedTuple):
    """Whoever a text gives a quotation to, with certainty."""

    name: str
    ids: tuple[str, ...]
    """Listed speakers that may be meant."""


def inline_quotations(card: Card, library: Library) -> Iterator[Inline]:
    """Yield the quotations within the sentences of a card that were found, with their places."""
    for item, path in _sentences(card):
        for quoted in item.quoted:
            if (found := _found(item, path, quoted, library)) is not None:
                yield found


def is_report(record: SourceRecord) -> bool:
    """Whether a source is a news story, which has words of its own beside those it quotes."""
    return any(word in record.kind.casefold() for word in _REPORTS)


def is_within_marks(spans: Collection[Span], paragraph: Paragraph, language: str) -> bool:
    """Whether words are between quotation marks in a paragraph, each stretch of them."""
    regions = [(each.start, each.end) for each in quotations(paragraph.text, language)]
    return all(any(a <= span.start and span.end <= b for a, b in regions) for span in spans)


def inline_not_quoted_in_source(card: Card, library: Library) -> Iterator[Problem]:
    """Find words that a point quotes and a news story only tells."""
    for each in inline_quotations(card, library):
        if is_report(each.record) and not is_within_marks(
            each.spans, each.paragraph, each.record.language
        ):
            yield warning(
                "not-quoted-in-source",
                _place(each, card, library),
                f"'{shortened(each.words)}' is not between quotation marks in paragraph "
                f"{each.paragraph.number} of {each.record.id}",
                "write it without marks, or quote only what the source quotes",
            )


def quoted_from_another(card: Card, library: Library) -> Iterator[Problem]:
    """Find words in a point that its paragraph gives to others than the point does, or to nobody.

    Words that are part of the evidence are their author's choice where the text tells nothing.
    """
    for each in inline_quotations(card, library):
        owners = _owners(each.paragraph, each.record.language, library)
        at = next((n for n, (region, _) in enumerate(owners) if _within(each.spans, region)), None)
        if at is None:
            continue
        owner, evidence = owners[at][1], _evidence_spans(each)
        mine = [who for region, who in owners if who and _touches(evidence, region)]
        if owner is not None:
            if theirs := _others(each.item, owner, mine, library):
                yield _told(each, owner, theirs, card, library)
        elif not _touches(evidence, each.spans[0]):
            named = [who for _, who in owners if who is not None]
            claimed = mine if not each.item.by else named
            foreign = (who for who in claimed if not each.item.by or _differs(each, who, library))
            if (other := next(foreign, None)) is not None:
                yield _untold(each, other, card, library)


def repeated_inline(card: Card, library: Library) -> Iterator[Problem]:
    """Find words that a point quotes and that are a quote of their own, or in another point.

    The bottom line sums the card up, and may quote what an item quotes.
    """
    seen = {key for item in card.items for key in _quote_keys(item, library)}
    for each in inline_quotations(card, library):
        if each.item is card.bottom_line:
            continue
        key = _key(each.record.id, each.paragraph, each.spans)
        if key in seen:
            yield warning(
                "repeated-quote",
                _place(each, card, library),
                f"'{shortened(each.words)}' is quoted twice in this card",
                "keep it once: in the point, or as a quote of its own",
            )
        seen.add(key)


def _quote_keys(item: Item, library: Library) -> Iterator[tuple[object, ...]]:
    if item.type != "quote" or not item.verified or len(item.evidence) != 1:
        return
    (evidence,) = item.evidence
    number = evidence.passage.paragraph
    with suppress(SourceError):
        if number is not None:
            paragraph = library.source(evidence.source).paragraph(number)
            yield _key(evidence.source, paragraph, evidence.passage.spans)


def _key(source: str, paragraph: Paragraph, spans: Collection[Span]) -> tuple[object, ...]:
    """Return what two quotations share that have the same words of one place."""
    words = tuple(_TRAILING.sub("", paragraph.text[a:b]) for a, b in spans)
    return source, paragraph.number, min(spans, default=Span(0, 0)).start, words


def _told(each: Inline, owner: _Owner, theirs: str, card: Card, library: Library) -> Problem:
    place = f"paragraph {each.paragraph.number} of {each.record.id}"
    return warning(
        "quoted-from-another",
        _place(each, card, library),
        f"'{shortened(each.words)}' is quoted from {owner.name} in {place}, and {theirs}",
        "name who says it, quote the words apart, or drop the marks",
    )


def _untold(each: Inline, other: _Owner, card: Card, library: Library) -> Problem:
    place = f"paragraph {each.paragraph.number} of {each.record.id}"
    return warning(
        "unclear-whose-words",
        _place(each, card, library),
        f"{place} quotes {other.name}, and does not tell whose words '{shortened(each.words)}' are",
        "take the words with whoever says them into the evidence, or drop the marks",
    )


def _others(item: Item, owner: _Owner, mine: Collection[_Owner], library: Library) -> str:
    """Say whose the point or its evidence is where that is not the owner of its words."""
    if item.by:
        if not _may_differ(item, owner, library):
            return ""
        names = " and ".join(filter(None, map(library.speaker_name, item.by)))
        return f"the point is by {names}"
    if mine and all(_apart(owner, who) for who in mine):
        return f"its evidence is quoted from {next(iter(mine)).name}"
    return ""


def _differs(each: Inline, who: _Owner, library: Library) -> bool:
    return _may_differ(each.item, who, library)


def _may_differ(item: Item, owner: _Owner, library: Library) -> bool:
    """Whether someone is certainly none of those a point is by."""
    speakers = [library.speakers.get(name) for name in item.by]
    if not all(each is not None and each.kind in _SPEAKING for each in speakers):
        return False
    if owner.ids:
        return not set(owner.ids) & set(item.by)
    known = " ".join(f"{s.name} {' '.join(s.aliases)}" for s in speakers if s is not None)
    return not _capitals(owner.name) & _capitals(known)


def _apart(one: _Owner, other: _Owner) -> bool:
    if one.ids and other.ids:
        return not set(one.ids) & set(other.ids)
    return not _capitals(one.name) & _capitals(other.name)


def _capitals(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_a-z][\w’'-]+", text))


def _owners(
    paragraph: Paragraph, language: str, library: Library
) -> list[tuple[Span, _Owner | None]]:
    """Return the quotations of a paragraph, each with whom the text certainly gives it to."""
    owners: list[tuple[Span, _Owner | None]] = []
    for found in find([paragraph.text], language):
        told, owner = found.speaker, None
        if told is not None and told.certain and not is_pronoun("").fullmatch(told.name):
            owner = _Owner(told.name, called(told.name, library.speakers.values()))
        owners.append((Span(found.quotation.start, found.quotation.end), owner))
    return owners


def _evidence_spans(each: Inline) -> tuple[Span, ...]:
    """Return where the evidence of a sentence is in the paragraph of its quoted words."""
    return tuple(
        span
        for evidence in each.item.evidence
        if evidence.source == each.record.id and evidence.state.verified
        for number, spans in evidence.passage.parts
        if number == each.paragraph.number
        for span in spans
    )


def _within(spans: Collection[Span], region: Span) -> bool:
    return all(region.start <= span.start and span.end <= region.end for span in spans)


def _touches(spans: Collection[Span], region: Span) -> bool:
    return any(span.start < region.end and region.start < span.end for span in spans)


def _found(item: Item, path: KeyPath, quoted: QuotedWords, library: Library) -> Inline | None:
    number = quoted.passage.paragraph
    try:
        source = library.source(quoted.source)
    except SourceError:
        return None
    if number is None:
        return None
    words = item.text[quoted.span.start : quoted.span.end]
    paragraph = source.paragraph(number)
    return Inline(item, path, words, quoted.passage.spans, paragraph, source.record)


def _sentences(card: Card) -> Iterator[tuple[Item, KeyPath]]:
    """Yield the items in our words, with where their sentence is."""
    yield card.bottom_line, ("bottom_line", "text")
    for number, section in enumerate(card.sections):
        for index, item in enumerate(section.items):
            if item.type != "quote":
                yield item, ("sections", number, "items", index, item.type)


def _place(each: Inline, card: Card, library: Library) -> Place:
    place = each.item.place or Place(card.file)
    return place_of_words(library.root, card.file, each.path, each.words, place)
