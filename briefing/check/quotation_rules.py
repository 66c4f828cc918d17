"""Rules about quotation marks: what is quoted was said, here and in the source.

The title of a source is not looked at: it is the headline of others, marks and all, and names a
document whose text often lacks it. All else that a reader sees and a source does not say is ours.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from briefing.check.evidence_rules import passages
from briefing.check.placing import KeyPath, place_of, place_of_words, shortened, warning
from briefing.errors import Place, Problem
from briefing.library import SOURCES_FILE, TOPICS_FILE, Library
from briefing.model import Card, Item
from briefing.quotation import quotations
from briefing.text import NOTHING

_REPORTS = ("news", "article", "report")
_UNCITED = "in none of the sources the {} cites"


class _Ours(NamedTuple):
    """A text in our words, where it stands, and the sources that may hold what it quotes."""

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
        if item.type != "quote" or not any(word in record.kind.casefold() for word in _REPORTS):
            continue
        found = quotations(paragraph.text, record.language)
        regions = [(each.start, each.end) for each in found]
        for span in evidence.passage.spans:
            if not any(start <= span.start and span.end <= end for start, end in regions):
                yield warning(
                    "not-quoted-in-source",
                    place_of(card, item, evidence),
                    f"'{shortened(item.text)}' is not between quotation marks in paragraph "
                    f"{paragraph.number} of {evidence.source}",
                    "make it a point in our words, or quote only what the source quotes",
                )
                break


def quotation_in_own_words(card: Card, library: Library) -> Iterator[Problem]:
    """Find quotation marks in our own words around what no cited source holds."""
    for ours in _texts(card):
        yield from _unfounded(ours, card.file, library)


def quotation_in_index(library: Library) -> Iterator[Problem]:
    """Find the same in what the library says of its topics and sources."""
    for topic in library.topics.values():
        place = Place(TOPICS_FILE)
        for key, text in (("label", topic.label), ("note", topic.note)):
            path = (topic.id, key)
            ours = _Ours(text, path, library.sources, "in no source of the library", place)
            yield from _unfounded(ours, TOPICS_FILE, library)
    for record in library.sources.values():
        place = record.place or Place(SOURCES_FILE)
        ours = _Ours(
            record.caution, (record.id, "caution"), (record.id,), "not in the source", place
        )
        yield from _unfounded(ours, SOURCES_FILE, library)


def _texts(card: Card) -> Iterator[_Ours]:
    """Yield everything in a card that is in our words."""
    cited = {evidence.source for item in card.items for evidence in item.evidence}
    meeting = card.meeting
    texts: list[tuple[str, KeyPath]] = [
        (card.title, ("title",)),
        (card.series, ("series",)),
        (card.note, ("note",)),
        (meeting.name, ("meeting", "name")),
        (meeting.place, ("meeting", "place")),
        (meeting.mode, ("meeting", "mode")),
        (meeting.date_note, ("meeting", "date_note")),
    ]
    for number, who in enumerate(card.participants):
        texts.append((who.role, ("participants", number, "role")))
        texts.append((who.side, ("participants", number, "side")))
    for number, section in enumerate(card.sections):
        texts.append((section.title, ("sections", number, "title")))
    for text, path in texts:
        yield _Ours(text, path, cited, _UNCITED.format("card"), Place(card.file))
    yield from _of_item(card, card.bottom_line, ("bottom_line",), "text", cited)
    for number, section in enumerate(card.sections):
        for index, item in enumerate(section.items):
            path = ("sections", number, "items", index)
            yield from _of_item(card, item, path, "point", cited)


def _of_item(
    card: Card, item: Item, path: KeyPath, key: str, cited: Collection[str]
) -> Iterator[_Ours]:
    place = item.place or Place(card.file)
    if item.type != "quote":
        sources = {evidence.source for evidence in item.evidence}
        yield _Ours(
            item.text, (*path, key), sources, "in none of the sources the sentence cites", place
        )
    yield _Ours(item.note, (*path, "note"), cited, "in none of the sources the card cites", place)


def _holds(library: Library, source_id: str, words: str) -> bool:
    """Whether a source holds some words, or cannot be read, which is an error of its own."""
    matcher = library.matcher(source_id)
    return matcher is None or matcher.holds(words)


def _unfounded(ours: _Ours, file: str, library: Library) -> Iterator[Problem]:
    """Find what a text quotes and no source of it holds; a dash in our words quotes nothing."""
    for each in quotations(ours.text):
        if each.level > 1 or each.style == "dash" or (each.style == "single" and not each.closed):
            continue
        words = (
            ours.text[each.inner_start : each.inner_end]
            .replace(NOTHING, "")
            .strip()
            .rstrip(",.")
            .rstrip()
        )
        if not any(map(str.isalnum, words)):
            continue
        if any(_holds(library, source_id, words) for source_id in ours.sources):
            continue
        yield warning(
            "quotation-in-own-words",
            place_of_words(library.root, file, ours.path, words, ours.fallback),
            f"'{shortened(words)}' stands between quotation marks, but {ours.nowhere}",
            "quote the source's exact words, or drop the marks",
        )
