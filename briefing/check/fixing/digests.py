"""The digest of a document that changed, where nothing that rests on it is lost by the change."""

import hashlib

from briefing.check.fixing.splicing import Change, Splice, compose, mapping_at
from briefing.errors import SourceError
from briefing.library.library import SOURCES_FILE, Library
from briefing.model.card import Card
from briefing.model.source import SourceRecord


def recorded(text: str, library: Library) -> list[Change]:
    """Return how to record the digests of documents that changed.

    Nothing is recorded while a card is broken: nobody knows what it rests on.

    Args:
        text: The text of `sources.yaml`, without a byte order mark.
        library: The library.
    """
    cards = library.cards()
    if library.broken or library.lost_files:
        return []
    root = compose(text)
    changes: list[Change] = []
    for record in library.sources.values():
        if not record.sha256 or record.place is None or not _still_holds(record, library, cards):
            continue
        with (library.root / record.file).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        located = mapping_at(root, record.place)
        node = located.value("sha256") if located else None
        if digest == record.sha256 or located is None or node is None:
            continue
        at = text.find(record.sha256, node.start_mark.index, node.end_mark.index)
        if at >= 0:
            place = record.place._replace(file=SOURCES_FILE)
            words = f"recorded the new digest of {record.file}, in which all that is cited is found"
            splice = Splice(at, at + len(record.sha256), digest)
            changes.append(Change(place, words, located.path, {"sha256": digest}, (splice,)))
    return changes


def _still_holds(record: SourceRecord, library: Library, cards: tuple[Card, ...]) -> bool:
    """Return whether a document is read without doubt, and all that rests on it is found in it."""
    try:
        source = library.source(record.id)
    except SourceError:
        return False
    if source.guessed or source.damaged:
        return False
    return all(
        evidence.state.holds
        for card in cards
        for item in card.items
        for evidence in item.evidence
        if evidence.source == record.id
    )
