"""The digest of a document that changed, where nothing that rests on it is lost by the change."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import yaml

from briefing.check.findings import place_of
from briefing.check.fixing.splicing import Change, Splice, compose, mapping_at
from briefing.check.rules.quotation_rules import quotation_in_caution, quotation_in_own_words
from briefing.check.waivers import sort_out
from briefing.errors import Place, SourceError
from briefing.library.library import SOURCES_FILE, Library
from briefing.model.card import Card
from briefing.model.source import Source, SourceRecord
from briefing.sources.reading import opening_with
from briefing.text.files import sha256_of


class Kept(NamedTuple):
    """A digest that is left as it is, though its document changed."""

    place: Place
    words: str
    """What is said of it, the reason in it."""


def recorded(text: str, library: Library) -> tuple[list[Change], list[Kept]]:
    """Return how to record the digests of documents that changed, and which are not recorded.

    Nothing is recorded while a card is broken: nobody knows what it rests on. Nor is the digest of
    a document that no card cites: nothing in the library shows what changed in it.

    Args:
        text: The text of `sources.yaml`, without a byte order mark.
        library: The library.
    """
    cards = library.cards()
    root = compose(text)
    changes: list[Change] = []
    kept: list[Kept] = []
    for record in library.sources.values():
        if not record.sha256 or record.place is None:
            continue
        try:
            source = library.source(record.id)
        except SourceError:
            continue
        digest = sha256_of(library.root / record.file)
        if digest == record.sha256:
            continue
        place = record.place._replace(file=SOURCES_FILE)
        if doubt := _doubt(source, library, cards):
            kept.append(Kept(place, f"the digest of {record.file} is not recorded: {doubt}"))
        elif (change := _change(text, root, record, place, digest)) is not None:
            changes.append(change)
    return changes, kept


def _change(
    text: str, root: yaml.Node | None, record: SourceRecord, place: Place, digest: str
) -> Change | None:
    """Return how to write a digest; None where it is written in a way that is not followed."""
    located = mapping_at(root, place)
    node = located.value("sha256") if located else None
    if located is None or node is None:
        return None
    at = text.find(record.sha256, node.start_mark.index, node.end_mark.index)
    if at < 0:
        return None
    words = f"recorded the new digest of {record.file}, in which all that is cited is found"
    splice = Splice(at, at + len(record.sha256), digest)
    return Change(place, words, located.path, {"sha256": digest}, (splice,))


def _doubt(source: Source, library: Library, cards: Sequence[Card]) -> str:
    """Say why it is not certain that what rests on a document is found in it; empty if it is."""
    if library.broken or library.lost_files:
        return "something cannot be read, and nobody knows what that rests on"
    if source.guessed or source.damaged:
        return "its encoding is a guess, or does not fit"
    citing = [card for card in cards if _cites(card, source.id)]
    if not citing:
        return "no card cites it, so that nothing tells what the change did; look, and record it"
    lost = next(_lost(source, library, citing), None)
    return f"what rests on it at {lost} is not found in it" if lost else ""


def _cites(card: Card, source_id: str) -> bool:
    return any(each.source == source_id for item in card.items for each in item.evidence)


def _lost(source: Source, library: Library, citing: Sequence[Card]) -> Iterator[Place]:
    """Yield the places of what rests on a document and is not found: cited, quoted or listed."""
    for card in citing:
        for item in card.items:
            for evidence in item.evidence:
                if evidence.source == source.id and not evidence.state.holds:
                    yield place_of(card, item, evidence)
        quoted = list(quotation_in_own_words(card, library, source.id))
        # Of what an author accepted nothing is said about this document.
        left, _ = sort_out(card, quoted, library.root)
        yield from (problem.place for problem in left if problem in quoted)
        for omission in card.omitted:
            if omission.source == source.id and not omission.paragraphs:
                yield omission.place or Place(card.file)
    yield from (problem.place for problem in quotation_in_caution(source.record, library))
    if not all(opening_with(source, opening) for opening in source.record.furniture):
        yield source.record.place or Place(SOURCES_FILE)
