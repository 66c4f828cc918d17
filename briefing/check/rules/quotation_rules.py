"""Rules about quotation marks: what is quoted was said, here and in the source.

The title of a source is not looked at: it is the headline of others, marks and all, and names a
document whose text often lacks it. All else that a reader sees and a source does not say is ours.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from briefing.check.findings import KeyPath, place_of, place_of_words, shortened, warning
from briefing.check.rules.evidence_rules import passages
from briefing.check.rules.inline_quotation_rules import is_report, is_within_marks
from briefing.errors import Place, Problem
from briefing.language.quotation.quotations import quotations
from briefing.library.library import SOURCES_FILE, TOPICS_FILE, Library
from briefing.library.quotation_marks import find_cited
from briefing.model.card import Card, Item
from briefing.model.evidence import Evidence
from briefing.model.source import SourceRecord
from briefing.text.cleaning import NOTHING

_UNCITED = "in none of the sources the {} cites"
_REMEDY = "quote the source's exact words, or drop the marks"


class _Ours(NamedTuple):
    """A text in our words, where it is, and the sources that may hold what it quotes."""

    text: str
    path: KeyPath
    sources: Collection[str]
    nowhere: str
    """What the message says of these: `in none of the sources the card cites`."""
    fallback: Place


def not_quoted_in_source(card: Card, library: Library) -> Iterator[Problem]:
    """Find quotes made of a reporter's paraphrase: the news story does not quote these words."""
    for item, evidence, paragraph in passages(card, library):
        record = library.source(evidence.source).record
        if item.type != "quote" or not is_report(record):
            continue
        if not is_within_marks(evidence.passage.spans, paragraph, record.language):
            yield warning(
                "not-quoted-in-source",
                place_of(card, item, evidence),
                f"'{shortened(item.text)}' is not between quotation marks in paragraph "
                f"{paragraph.number} of {evidence.source}",
                "make it a point in our words, or quote only what the source quotes",
            )


def quotation_in_own_words(card: Card, library: Library, source_id: str = "") -> Iterator[Problem]:
    """Find quotation marks in our own words around what no cited source holds.

    In a sentence that cites evidence the words have to be in the paragraphs of that evidence.

    Args:
        card: The card.
        library: Where it is.
        source_id: Leave out the sentences that cite evidence, but none of this source; if empty
            none is left out.
    """
    cited = {evidence.source for item in card.items for evidence in item.evidence}
    for text, path in _texts(card):
        ours = _Ours(text, path, cited, _UNCITED.format("card"), Place(card.file))
        yield from _unfounded(ours, card.file, library)
    for item, path, key in _items(card):
        note = _Ours(item.note, (*path, "note"), cited, _UNCITED.format("card"), _place(card, item))
        yield from _unfounded(note, card.file, library)
        if not source_id or any(evidence.source == source_id for evidence in item.evidence):
            yield from _of_sentence(card, item, (*path, key), library)


def quotation_in_index(library: Library) -> Iterator[Problem]:
    """Find the same in what the library says of its topics and sources."""
    for topic in library.topics.values():
        place = Place(TOPICS_FILE)
        for key, text in (("label", topic.label), ("note", topic.note)):
            path = (topic.id, key)
            ours = _Ours(text, path, library.sources, "in no source of the library", place)
            yield from _unfounded(ours, TOPICS_FILE, library)
    for record in library.sources.values():
        yield from quotation_in_caution(record, library)


def quotation_in_caution(record: SourceRecord, library: Library) -> Iterator[Problem]:
    """Find the same in the caution on a source, whose own words alone it may quote."""
    place = record.place or Place(SOURCES_FILE)
    ours = _Ours(record.caution, (record.id, "caution"), (record.id,), "not in the source", place)
    yield from _unfounded(ours, SOURCES_FILE, library)


def _texts(card: Card) -> Iterator[tuple[str, KeyPath]]:
    """Yield everything in a card that is in our words, its items apart, with where it is."""
    yield card.title, ("title",)
    yield card.series, ("series",)
    yield card.note, ("note",)
    for key in ("name", "place", "mode", "date_note"):
        yield getattr(card.meeting, key), ("meeting", key)
    for number, who in enumerate(card.participants):
        yield who.role, ("participants", number, "role")
        yield who.side, ("participants", number, "side")
    for number, quoted in enumerate(card.quoted):
        yield quoted.role, ("quoted", number, "role")
    for number, related in enumerate(card.related):
        yield related.why, ("related", number, "why")
    for number, omission in enumerate(card.omitted):
        yield omission.why, ("omitted", number, "why")
    for number, section in enumerate(card.sections):
        yield section.title, ("sections", number, "title")


def _items(card: Card) -> Iterator[tuple[Item, KeyPath, str]]:
    """Yield the items of a card with where they are, and the key of their words."""
    yield card.bottom_line, ("bottom_line",), "text"
    for number, section in enumerate(card.sections):
        for index, item in enumerate(section.items):
            yield item, ("sections", number, "items", index), item.type


def _place(card: Card, item: Item) -> Place:
    return item.place or Place(card.file)


def _of_sentence(card: Card, item: Item, path: KeyPath, library: Library) -> Iterator[Problem]:
    """Find quoted words in an item's sentence; a quote has none of ours."""
    for words in _quoted_words(item.text) if item.type != "quote" else ():
        if find_cited(words, item, library.matcher) is not None:
            continue
        if not all(library.matcher(evidence.source) for evidence in item.evidence):
            continue
        elsewhere = _elsewhere(words, item, library)
        where = elsewhere or "none of the paragraphs the sentence cites has these words"
        yield warning(
            "quotation-in-own-words",
            place_of_words(library.root, card.file, path, words, _place(card, item)),
            f"'{shortened(words)}' is between quotation marks, but {where}",
            "cite that paragraph too" if elsewhere else _REMEDY,
        )


def _elsewhere(words: str, item: Item, library: Library) -> str:
    """Say in which paragraph that an item does not cite some words are; empty if in none."""
    for source_id in dict.fromkeys(evidence.source for evidence in item.evidence):
        matcher = library.matcher(source_id)
        passage = matcher.find(Evidence(source_id, words)) if matcher else None
        if passage is not None and passage.state.verified:
            return (
                f"the words are in paragraph {passage.paragraph} of {source_id}, "
                "which the sentence does not cite"
            )
    return ""


def _holds(library: Library, source_id: str, words: str) -> bool:
    """Whether a source holds some words, or cannot be read, which is an error of its own."""
    matcher = library.matcher(source_id)
    return matcher is None or matcher.holds(words)


def _unfounded(ours: _Ours, file: str, library: Library) -> Iterator[Problem]:
    """Find what a text quotes and no source of it holds."""
    for words in _quoted_words(ours.text):
        if any(_holds(library, source_id, words) for source_id in ours.sources):
            continue
        yield warning(
            "quotation-in-own-words",
            place_of_words(library.root, file, ours.path, words, ours.fallback),
            f"'{shortened(words)}' is between quotation marks, but {ours.nowhere}",
            _REMEDY,
        )


def unclosed_quotation(card: Card, library: Library) -> Iterator[Problem]:
    """Find quotation marks in our own words that are never closed."""
    texts = [(text, path, Place(card.file)) for text, path in _texts(card)]
    for item, path, key in _items(card):
        own = [(item.text, (*path, key))] if item.type != "quote" else []
        own.append((item.note, (*path, "note")))
        texts += [(text, place, _place(card, item)) for text, place in own]
    for text, path, fallback in texts:
        for words in _quoted_words(text, closed=False):
            yield warning(
                "unclosed-quotation",
                place_of_words(library.root, card.file, path, words, fallback),
                f"the quotation mark before '{shortened(words)}' is never closed",
                "close it behind the last word that is quoted",
            )


def _quoted_words(text: str, *, closed: bool = True) -> Iterator[str]:
    """Yield what a text of ours quotes; a dash in it quotes nothing.

    Args:
        text: The text.
        closed: Whether to yield what is between two marks, or behind one that is never closed.
    """
    for each in quotations(text):
        apostrophe = each.style == "single" and not each.closed
        if each.level > 1 or each.style == "dash" or apostrophe or each.closed is not closed:
            continue
        inner = text[each.inner_start : each.inner_end]
        words = inner.replace(NOTHING, "").strip().rstrip(",.").rstrip()
        if any(map(str.isalnum, words)):
            yield words
