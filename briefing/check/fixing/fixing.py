"""Fixing what is safe in the files of a library, each file whole or not at all."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from briefing.cardformat.parse import read_card
from briefing.check.fixing.digests import Kept, recorded
from briefing.check.fixing.pins import pinned
from briefing.check.fixing.splicing import Change, changed, compose
from briefing.check.fixing.typography import retypeset
from briefing.errors import CardError, Place, SourceError
from briefing.library.library import SOURCES_FILE, Library
from briefing.model.card import Card
from briefing.model.evidence import Evidence
from briefing.text.files import replace_text

_BOM = "\ufeff"


class Outcome(NamedTuple):
    """Something that was fixed, or that looked as if it could be and was not."""

    place: Place
    """Where it was, before the change."""
    words: str
    """What was done, or why nothing was."""


def fix(
    library: Library, card_ids: Sequence[str] | None = None, *, pins_only: bool = False
) -> Iterator[Outcome]:
    """Fix what is safe: digests, typography, and what tells a place from its copies.

    Args:
        library: The library.
        card_ids: The cards to fix; all that can be read, and the list of sources, if None.
        pins_only: Whether to write nothing but prefix and suffix.

    Yields:
        What was written, and which digests were not.

    Raises:
        OSError: A file cannot be written; it is as it was.
    """
    if card_ids is None and not pins_only:
        yield from _fix_digests(library)
    for card_id in library.card_ids if card_ids is None else card_ids:
        try:
            card = library.card(card_id)
        except CardError:
            continue
        yield from fix_card(library, card, pins_only=pins_only)


def _fix_digests(library: Library) -> Iterator[Outcome]:
    kept: list[Kept] = []

    def changes(text: str) -> list[Change]:
        found, left = recorded(text, library)
        kept.extend(left)
        return found

    yield from _fix_file(library, SOURCES_FILE, changes)
    yield from (Outcome(each.place, each.words) for each in kept)


def fix_card(library: Library, card: Card, *, pins_only: bool = False) -> Iterator[Outcome]:
    """Fix what is safe in one card; see `fix`."""

    def changes(text: str) -> list[Change]:
        return list(_changes(library, card, text, pins_only=pins_only))

    yield from _fix_file(library, card.file, changes, card.id)


def _changes(library: Library, card: Card, text: str, *, pins_only: bool) -> Iterator[Change]:
    wanting = [each for each in _evidence(card) if each.state.value in ("ambiguous", "typography")]
    root = compose(text) if wanting else None
    for evidence in wanting:
        matcher = library.matcher(evidence.source)
        try:
            source = library.source(evidence.source)
        except SourceError:
            continue
        if matcher is None:
            continue
        change = pinned(text, root, evidence, matcher)
        if change is None and not pins_only:
            change = retypeset(text, root, evidence, matcher, source)
        if change is not None:
            yield change


def _evidence(card: Card) -> Iterator[Evidence]:
    return (evidence for item in card.items for evidence in item.evidence)


def _fix_file(
    library: Library, file: str, find: Callable[[str], Sequence[Change]], card_id: str = ""
) -> Iterator[Outcome]:
    """Make the changes of one file, as long as it is the file in which they were found."""
    path = library.root / file
    try:
        before = path.read_bytes()
        whole = before.decode("utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return
    text = whole.removeprefix(_BOM)
    after, made = _made(text, find(text), card_id)
    if made and path.read_bytes() == before:
        replace_text(path, whole[: len(whole) - len(text)] + after)
        yield from (Outcome(change.place, change.words) for change in made)


def _made(text: str, changes: Sequence[Change], card_id: str) -> tuple[str, Sequence[Change]]:
    """Return a text with the changes that could be made, and these: all, or as many as go."""
    after = _checked(text, changes, card_id)
    if after is not None:
        return after, changes
    made: list[Change] = []
    for change in changes:
        if _checked(text, [*made, change], card_id) is not None:
            made.append(change)
    return _checked(text, made, card_id) or text, made


def _checked(text: str, changes: Sequence[Change], card_id: str) -> str | None:
    """Return a changed text that says nothing else than it should; None where there is none."""
    after = changed(text, changes) if changes else text
    if after is None or not card_id:
        return after
    read = read_card(after, "", card_id)
    return after if read.value is not None else None
