"""A document put into a library: its text into `seeds/`, its entry at the end of the index.

The text is written first, then what is said about it, then the index: whatever interrupts this,
no entry names a text that is not whole.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from briefing.importing.detect import SUFFIXES
from briefing.importing.document import Document, DocumentError, first_words
from briefing.importing.storing.holdings import SEEDS, Holdings, wanted_id
from briefing.importing.storing.openings import openings_of
from briefing.importing.storing.provenance import provenance
from briefing.importing.storing.splicing import Entry, with_entries
from briefing.library.library import SOURCES_FILE
from briefing.library.locators import provenance_file
from briefing.library.versions import earlier_versions
from briefing.model.source import SourceRecord
from briefing.sources.reading import SIZE_LIMIT, split_paragraphs
from briefing.text import atomic_files

_NOT_STATED: Final = "not stated in the file"
"""Stands for a publisher that the document does not name."""
_BATCH: Final = 100
"""Documents after which the index is written."""
Outcome = Literal["new", "same", "version"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What importing a document does to a library."""

    document: Document
    outcome: Outcome
    """Whether it is new, was imported before, or is another version of one that was."""
    id: str
    """The source's id: the new one, or that of the same document."""
    file: str
    """Path of its text inside the library."""
    entry: Entry
    """What the index says of it; empty for the same document."""
    original: str = ""
    """Path of the original inside the library; empty where it is not kept."""
    supersedes: str = ""
    """Id of the source that it is a later version of."""
    cards: tuple[str, ...] = ()
    """Ids of the cards that rest on that one, or on a version before it."""
    warnings: tuple[str, ...] = ()
    """What is uncertain, the document's own warnings included."""


def plan(
    root: Path, documents: Sequence[Document], *, keep_original: bool = False
) -> Iterator[Plan]:
    """Say what importing documents would do, and do nothing.

    Args:
        root: Folder of the library.
        documents: The documents, in order; later ones are compared with earlier ones too.
        keep_original: Whether the originals are to be kept.

    Raises:
        DocumentError: The library's index cannot be gone on with.
    """
    holdings = Holdings(root)
    added: dict[str, Entry] = {}
    for document in documents:
        planned = _plan(holdings, document, keep_original)
        yield planned
        if planned.outcome != "same":
            holdings.add(_record(planned), planned.document)
            added[planned.id] = planned.entry
    _spliced(holdings, added)


def store(
    root: Path, documents: Sequence[Document], originals: Sequence[bytes] = ()
) -> Iterator[Plan]:
    """Put documents into a library, each wholly or not at all.

    Args:
        root: Folder of the library.
        documents: The documents.
        originals: The bytes of each, to be kept; none are kept if this is empty.

    Yields:
        What was done, for each document; the index lists those of a batch before the first.

    Raises:
        DocumentError: The library's index cannot be gone on with.
        OSError: Something cannot be written.
    """
    index = root / SOURCES_FILE
    with atomic_files.locked(index.parent):
        seeds = _seeds(root)
        atomic_files.remove_parts(seeds, index.parent)
        for start in range(0, len(documents), _BATCH):
            batch = documents[start : start + _BATCH]
            yield from _store(root, batch, originals[start : start + _BATCH])


def _store(root: Path, batch: Sequence[Document], originals: Sequence[bytes]) -> Sequence[Plan]:
    """Write the texts of some documents, and then the index once for all of them."""
    holdings = Holdings(root)
    plans: list[Plan] = []
    added: dict[str, Entry] = {}
    for document in batch:
        planned = _plan(holdings, document, keep_original=bool(originals))
        plans.append(planned)
        if planned.outcome != "same":
            added[planned.id] = planned.entry
            holdings.add(_record(planned), planned.document)
    text = _spliced(holdings, added)
    for number, planned in enumerate(plans):
        if planned.outcome != "same":
            _write(root, planned, originals[number] if originals else b"")
    if added:
        atomic_files.replace(root / SOURCES_FILE, text)
    return plans


def _record(planned: Plan) -> SourceRecord:
    """Return what comparing with further documents needs of an entry."""
    said = {key: value for key, value in planned.entry.items() if isinstance(value, str)}
    return SourceRecord(
        planned.id,
        said["file"],
        said["publisher"],
        version=said["version"],
        supersedes=said["supersedes"],
        url=said["url"],
        sha256=said["sha256"],
    )


def _seeds(root: Path) -> Path:
    """Return the folder of the texts, which is made where it is missing."""
    seeds = root / SEEDS
    if not os.path.lexists(seeds):
        seeds.mkdir()
    if not seeds.is_dir() or not seeds.resolve().is_relative_to(root.resolve()):
        raise DocumentError(f"'{SEEDS}' is no folder inside the library", hint="make it one")
    return seeds


def _write(root: Path, planned: Plan, original: bytes) -> None:
    """Write the files of a document; those that an interrupted import left are as they should."""
    made = {planned.file: planned.document.text.encode("utf-8")}
    if planned.original:
        made[planned.original] = original
    made[provenance_file(planned.file)] = provenance(planned.document, planned.original)
    for file, data in made.items():
        if not os.path.lexists(root / file):
            atomic_files.create(root / file, data)


def _spliced(holdings: Holdings, added: Mapping[str, Entry]) -> str:
    mark = "\ufeff" if holdings.text.startswith("\ufeff") else ""
    text = holdings.text.removeprefix(mark)
    return mark + with_entries(text, SOURCES_FILE, added)


def _plan(holdings: Holdings, document: Document, keep_original: bool) -> Plan:
    same = holdings.same_as(document)
    if same:
        return Plan(document, "same", same, holdings.records[same].file, {})
    text = document.text.encode("utf-8")
    if len(text) > SIZE_LIMIT:
        raise DocumentError("its text is too large for a source", hint="import a part of it")
    earlier = holdings.earlier_version(document)
    warnings = [*document.warnings]
    if earlier:
        document, taken_over = _completed(document, holdings, earlier)
        warnings += taken_over
    wanted = wanted_id(document)
    chain = (earlier, *earlier_versions(holdings.records, earlier)) if earlier else ()
    if wanted in chain:
        wanted = f"{wanted[:90]}-v{_version(holdings, earlier)}"
    name = holdings.untaken(wanted, text)
    openings = openings_of(document.blocks)
    warnings += _of_entry(document, openings.untold)
    _require_paragraphs(document)
    file = f"{SEEDS}/{name}.txt"
    return Plan(
        document,
        "version" if earlier else "new",
        name,
        file,
        _entry(document, file, text, openings.words, _later(holdings, earlier)),
        f"{SEEDS}/{name}.original{_ending(document)}" if keep_original else "",
        earlier,
        tuple(dict.fromkeys(card for name in chain for card in holdings.cards_on(name))),
        tuple(dict.fromkeys(warnings)),
    )


def _require_paragraphs(document: Document) -> None:
    """Make sure that the library will number the paragraphs as the document does."""
    if len(split_paragraphs(document.text)) != len(document.blocks):
        raise DocumentError("its paragraphs cannot be told apart", hint="please report this file")


def _completed(
    document: Document, holdings: Holdings, earlier: str
) -> tuple[Document, Sequence[str]]:
    """Return a later version of a document with the publisher of the earlier one, if it has none.

    What an editor has written there holds for the same document.
    """
    record = holdings.records[earlier]
    if document.facts.publisher or not record.publisher:
        return document, ()
    facts = document.facts._replace(publisher=record.publisher)
    return replace(document, facts=facts), (f"the publisher is taken over from {earlier}",)


def _later(holdings: Holdings, earlier: str) -> dict[str, str]:
    if not earlier:
        return {}
    return {"version": str(_version(holdings, earlier)), "supersedes": earlier}


def _version(holdings: Holdings, earlier: str) -> int:
    before = holdings.records[earlier].version
    return int(before) + 1 if before.isdecimal() and len(before) < 6 else 2


def _entry(
    document: Document, file: str, text: bytes, furniture: Sequence[str], later: dict[str, str]
) -> Entry:
    facts = document.facts
    return {
        "file": file,
        "publisher": facts.publisher,
        "title": facts.title,
        "kind": facts.kind,
        "byline": facts.byline,
        "published": facts.published,
        "retrieved": facts.retrieved,
        "version": later.get("version", ""),
        "supersedes": later.get("supersedes", ""),
        "language": facts.language,
        "url": facts.url,
        "rights": facts.rights,
        "sha256": hashlib.sha256(text).hexdigest(),
        "furniture": tuple(furniture),
        "caution": facts.caution,
    }


def _of_entry(document: Document, untold: Sequence[int]) -> Iterator[str]:
    """Yield what is uncertain about an entry."""
    facts = document.facts
    if not facts.publisher:
        yield f"the publisher is {_NOT_STATED}: write it into {SOURCES_FILE}"
    if not facts.published:
        yield f"the day is {_NOT_STATED}"
    if document.language_told_by:
        told = f"by its {document.language_told_by} it is {facts.language}"
        yield f"the language is {_NOT_STATED}; {told} (--language says otherwise)"
    elif not facts.language:
        yield f"the language is {_NOT_STATED}, so it is taken for English"
    for number in untold:
        words = first_words(document.blocks[number - 1].text, 30)
        yield f"paragraph {number} ('{words}') begins as one of the story does and counts as such"


def _ending(document: Document) -> str:
    """Return what the name of a kept original ends in: as it did, where that is a known ending."""
    name = document.name.lower()
    return next((each for each in SUFFIXES if name.endswith(each)), document.suffix)
