"""What a library holds already: which ids and files are taken, and which document is known."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from briefing.cardformat.parse import read_sources
from briefing.cardformat.scalars import MAX_ID, proposed_id
from briefing.errors import Problem
from briefing.importing.document import Document, DocumentError
from briefing.library.library import SOURCES_FILE, Library
from briefing.library.locators import ENDING, read_provenance
from briefing.library.versions import latest_version
from briefing.model.source import SourceRecord
from briefing.text.files import path_inside, read_text
from briefing.text.folding import is_unsegmented

SEEDS: Final = "seeds"
_COMPARED: Final = 256 * 2**20
"""Bytes of documents that are read to find one that is nearly the same."""
_TELLING: Final = 40
"""Code points from which on a paragraph is hardly found in another document by chance."""
_LONGEST_WORDS: Final = 40
"""Code points of an id that come from a publisher, a title or a name."""
_ALIKE: Final = 0.5
"""The share of its paragraphs that another version of a document has in common with it."""


class Holdings:
    """The sources of a library, as its index lists them.

    Args:
        root: Folder of the library.

    Attributes:
        text: Text of the index; empty where there is none yet.
        records: What it lists, by id.

    Raises:
        DocumentError: The index cannot be read.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.text = ""
        if os.path.lexists(root / SOURCES_FILE):
            found = read_text(root, SOURCES_FILE)
            if isinstance(found, Problem):
                raise DocumentError(str(found), hint="fix the index first")
            self.text = (root / SOURCES_FILE).read_bytes().decode("utf-8")
        parsed = read_sources(self.text.removeprefix("\ufeff"), SOURCES_FILE)
        if parsed.lost:
            problem = parsed.problems[0] if parsed.problems else SOURCES_FILE
            raise DocumentError(f"the index has a mistake: {problem}", hint="fix it first")
        self.records: dict[str, SourceRecord] = parsed.value or {}
        self._provenance: dict[str, dict[str, Any]] = {}
        self._paragraphs: dict[str, frozenset[int]] = {}
        self._left = _COMPARED
        self._cards: dict[str, list[str]] | None = None

    def add(self, record: SourceRecord, document: Document) -> None:
        """Count a document among what the library holds.

        Args:
            record: What the index will say of it.
            document: The document.
        """
        self.records[record.id] = record
        self._provenance[record.id] = {"original": {"sha256": document.sha256}}
        texts = (block.text for block in document.blocks)
        self._paragraphs[record.id] = frozenset(map(hash, _telling(texts)))

    def same_as(self, document: Document) -> str:
        """Return the id of the source that holds a document already; empty if none does."""
        text = document.text.encode("utf-8")
        digests = {hashlib.sha256(text).hexdigest(), document.sha256}
        sizes = {len(text), document.size}
        for name, record in self.records.items():
            if (record.sha256 or self._digest(record, sizes)) in digests:
                return name
            original = self.provenance(record).get("original")
            if isinstance(original, dict) and original.get("sha256") == document.sha256:
                return name
        return ""

    def earlier_version(self, document: Document) -> str:
        """Return the id of the newest source that is an earlier version of a document, or nothing.

        One published at the same address is, and one that has half its paragraphs.
        """
        url = document.facts.url
        named = [name for name, record in self.records.items() if url and record.url == url]
        found = named[0] if named else self._alike(document)
        return latest_version(self.records, found) if found else ""

    def _alike(self, document: Document) -> str:
        texts = (block.text for block in document.blocks if not block.furniture)
        wanted = frozenset(map(hash, _telling(texts)))
        best, share = "", 0.0
        for name in self.records if wanted else ():
            theirs = self._paragraphs_of(name)
            common = len(wanted & theirs) / max(1, len(wanted), len(theirs))
            if common >= _ALIKE and common > share:
                best, share = name, common
        return best

    def _paragraphs_of(self, name: str) -> frozenset[int]:
        """Return the hashes of the paragraphs of a source by which it is known again."""
        if name not in self._paragraphs:
            data = self._read(self.records[name], self._left)
            self._left -= len(data)
            texts = data.decode("utf-8", "replace").replace("\r\n", "\n").split("\n\n")
            self._paragraphs[name] = frozenset(map(hash, _telling(texts)))
        return self._paragraphs[name]

    def cards_on(self, name: str) -> tuple[str, ...]:
        """Return the ids of the readable cards that rest on a source."""
        if self._cards is None:
            self._cards = {}
            for card in Library.open(self.root).cards():
                for source in {each.source for item in card.items for each in item.evidence}:
                    self._cards.setdefault(source, []).append(card.id)
        return tuple(self._cards.get(name, ()))

    def provenance(self, record: SourceRecord) -> dict[str, Any]:
        """Return where the text of a source came from; an empty record where nobody knows."""
        if record.id not in self._provenance:
            self._provenance[record.id] = read_provenance(self.root, record.file)
        return self._provenance[record.id]

    def untaken(self, wanted: str, text: bytes) -> str:
        """Return an id that nothing has yet, neither in the index nor as a file of `seeds/`.

        A text that is there by that name and is named by nothing is taken over if it is the same:
        an import that was interrupted left it.

        Args:
            wanted: The id that would be best.
            text: The document's text.
        """
        name, number = wanted, 2
        while name in self.records or not self._is_free(name, text):
            end = f"-{number}"
            name = f"{wanted[: MAX_ID - len(end)].rstrip('-')}{end}"
            number += 1
        return name

    def _is_free(self, name: str, text: bytes) -> bool:
        listed = {record.file for record in self.records.values()}
        path = self.root / SEEDS / f"{name}.txt"
        if f"{SEEDS}/{name}.txt" in listed:
            return False
        if os.path.lexists(path):
            return path.is_file() and not path.is_symlink() and path.read_bytes() == text
        # What an interrupted import of another document left beside its text is not overwritten.
        return not any(os.path.lexists(each) for each in self._beside(name))

    def _beside(self, name: str) -> Iterator[Path]:
        yield self.root / SEEDS / f"{name}{ENDING}"
        yield from (self.root / SEEDS).glob(f"{name}.original.*")

    def _digest(self, record: SourceRecord, sizes: set[int]) -> str:
        """Return the digest of a document whose size is one of some; else nothing."""
        try:
            path = self.root / record.file
            if not path.is_file() or path.stat().st_size not in sizes:
                return ""
            return hashlib.sha256(path.read_bytes()).hexdigest()
        except (OSError, ValueError):
            return ""

    def _read(self, record: SourceRecord, most: int) -> bytes:
        try:
            path = path_inside(self.root, record.file)
            if path is None or not path.is_file() or path.stat().st_size > most:
                return b""
            return path.read_bytes()
        except (OSError, ValueError, RuntimeError):
            return b""


def _telling(texts: Iterable[str]) -> Iterator[str]:
    """Yield the paragraphs that are long enough to be known again."""
    for text in texts:
        flat = " ".join(text.split())
        weight = len(flat) * (3 if is_unsegmented(flat[:1] or " ") else 1)
        if weight >= _TELLING:
            yield flat


def wanted_id(document: Document) -> str:
    """Return the id that a document should have: its publisher and day, else its title or name."""
    facts = document.facts
    stem = proposed_id(document.name.rpartition(".")[0] or document.name)
    words = _short(proposed_id(facts.publisher) or proposed_id(facts.title) or stem or "document")
    if not facts.published or facts.published in words:
        return words
    return f"{words}-{facts.published}"


def _short(name: str) -> str:
    """Return the first words of an id, as many as are read at a glance."""
    if len(name) <= _LONGEST_WORDS:
        return name
    return name[: _LONGEST_WORDS + 1].rpartition("-")[0] or name[:_LONGEST_WORDS]
