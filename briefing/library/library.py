"""A folder opened as a library: its cards with their evidence found, its sources and its names.

One broken file never hides the others: what is wrong with it is kept, and everything else is there.
"""

import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from briefing.cardformat.parse import Parsed, read_sources, read_speakers, read_topics
from briefing.errors import (
    MOST_PROBLEMS,
    CardError,
    Problem,
    SourceError,
    UnknownNameError,
    capped,
)
from briefing.evidence.matcher import SourceMatcher
from briefing.library.cards.card_names import misnamed_card
from briefing.library.cards.card_reader import CardReader
from briefing.library.cards.references import Listed, References
from briefing.library.citations import CitationIndex
from briefing.library.documents import Documents
from briefing.library.locations import MEETINGS, card_files, require_library
from briefing.library.quotation_marks import drawn_sources, drawn_speakers, drawn_topics
from briefing.library.resolution import EvidenceResolver
from briefing.model.card import Card, Citation, Speaker, Topic
from briefing.model.core import name_of_none
from briefing.model.meeting_order import oldest_first
from briefing.model.source import Source, SourceRecord
from briefing.text.cleaning import clean
from briefing.text.files import read_text
from briefing.text.suggest import did_you_mean

T = TypeVar("T")

SOURCES_FILE: Final = "content/sources.yaml"
SPEAKERS_FILE: Final = "content/speakers.yaml"
TOPICS_FILE: Final = "content/topics.yaml"


class Library:
    """Cards, sources, speakers and topics of one folder.

    Cards and sources are read when first asked for, and then kept. Two threads may ask at once:
    the worst that happens is that both read the same file.

    Attributes:
        root: The folder.
        sources: What `sources.yaml` lists, by id.
        speakers: What `speakers.yaml` lists, by id.
        topics: What `topics.yaml` lists, by id.
        card_ids: Ids of all cards, readable or not, in the order of their file names.
        index_problems: What is wrong in the three index files themselves.
        documents: The source documents themselves.
    """

    def __init__(
        self,
        root: Path,
        sources: Parsed[dict[str, SourceRecord]],
        speakers: Parsed[dict[str, Speaker]],
        topics: Parsed[dict[str, Topic]],
        most: int = MOST_PROBLEMS,
    ) -> None:
        """Put a library together; `Library.open` is the way to get one."""
        self.root = root
        self.sources: Mapping[str, SourceRecord] = MappingProxyType(
            drawn_sources(sources.value or {})
        )
        self.speakers: Mapping[str, Speaker] = MappingProxyType(
            drawn_speakers(speakers.value or {})
        )
        self.topics: Mapping[str, Topic] = MappingProxyType(drawn_topics(topics.value or {}))
        self._files, misnamed = card_files(root)
        self.card_ids = tuple(self._files)
        indexes = (sources, speakers, topics)
        self.index_problems = tuple(
            p for each in indexes for p in capped(each.problems, most, each.more)
        )
        self._references = References(
            {
                "source": Listed(SOURCES_FILE, self.sources, not sources.lost),
                "speaker": Listed(SPEAKERS_FILE, self.speakers, not speakers.lost),
                "topic": Listed(TOPICS_FILE, self.topics, not topics.lost),
                "card": Listed(MEETINGS, dict.fromkeys(self.card_ids), whole=True),
            }
        )
        unknown = self._references.unknown(sources.references)
        self.index_problems += tuple(map(self._references.problem, unknown))
        self._reader = CardReader(root, self._files, self._references, most)
        self._misnamed = [misnamed_card(name) for name in misnamed]
        self._cards: dict[str, Card] = {}
        self._broken: dict[str, CardError] = {}
        self._all: tuple[Card, ...] | None = None
        self.documents = Documents(root, self.sources, SOURCES_FILE)
        self._resolver = EvidenceResolver(self.documents)
        self._citations: CitationIndex | None = None

    @classmethod
    def open(cls, root: Path, most: int = MOST_PROBLEMS) -> "Library":
        """Open a folder as a library; a broken file in it becomes a problem, not an error.

        Args:
            root: The folder.
            most: How many problems of each file to say.

        Raises:
            LibraryError: The folder is no library at all.
        """
        require_library(root)
        return cls(
            root,
            _read_index(root, SOURCES_FILE, read_sources, most),
            _read_index(root, SPEAKERS_FILE, read_speakers, most),
            _read_index(root, TOPICS_FILE, read_topics, most),
            most,
        )

    def adopt(self, elder: "Library") -> None:
        """Use again what was read of the same folder before, where its files are as they were.

        Args:
            elder: The library as it was opened before.
        """
        self._reader.parsed = elder._reader.parsed
        self.documents.adopt(elder.documents)

    def card(self, card_id: str) -> Card:
        """Return a card, its evidence found in the sources.

        Raises:
            CardError: The card cannot be read; its `problems` say every reason.
            UnknownNameError: There is no such card.
        """
        if card_id not in self._cards and card_id not in self._broken:
            self._load(card_id)
        if card_id in self._broken:
            raise self._broken[card_id].with_traceback(None)
        return self._cards[card_id]

    def read(self, card_id: str) -> Card:
        """Read a card from its file and do not keep it: for going once through very many.

        Raises:
            CardError: The card cannot be read; its `problems` say every reason.
            UnknownNameError: There is no such card.
        """
        return self._resolved(card_id, keep=False)

    def _resolved(self, card_id: str, *, keep: bool) -> Card:
        card = self._resolver.resolve(self._reader.take(card_id, keep=keep))
        self.documents.trim()
        return card

    def is_heavy(self, card_id: str) -> bool:
        """Return whether a card cannot be given before so much was read that it takes long.

        Args:
            card_id: The card; one that cannot be read, or is not there, needs nothing read.
        """
        if card_id in self._cards or card_id in self._broken:
            return False
        written = self.as_written(card_id, seen=True)
        return written is not None and self._resolver.is_heavy(written)

    def is_readable(self, card_id: str) -> bool:
        """Return whether a card can be read, without looking into any document."""
        return card_id in self._cards or self.as_written(card_id) is not None

    def title(self, card_id: str) -> str:
        """Return the title of a card, without looking into any document.

        Args:
            card_id: The card; one that cannot be read, or is not there, is called by its id.
        """
        card = self._cards.get(card_id) or self.as_written(card_id)
        return card.title if card is not None else card_id

    def as_written(self, card_id: str, *, seen: bool = False) -> Card | None:
        """Return a card with its evidence still to be found; None where it cannot be read.

        No document is looked into.

        Args:
            card_id: The card.
            seen: Whether it will do as it was seen last.
        """
        try:
            return self._reader.seen(card_id) if seen else self._reader.look_at(card_id)
        except (CardError, UnknownNameError):
            return None

    def card_file(self, card_id: str) -> str:
        """Return the path, inside the library, of the file of one of its cards."""
        return self._reader.file(card_id)

    def cards(self) -> tuple[Card, ...]:
        """Return the readable cards: newest meeting first."""
        if self._all is None:
            for card_id in self.card_ids:
                if card_id not in self._cards and card_id not in self._broken:
                    self._load(card_id)
            cards = list(self._cards.values())
            cards.sort(key=oldest_first, reverse=True)
            self._all = tuple(cards)
        return self._all

    @property
    def broken(self) -> Mapping[str, CardError]:
        """Why cards could not be read, by id: of all cards after `cards()`, else of those read."""
        return MappingProxyType(self._broken)

    @property
    def lost_files(self) -> tuple[str, ...]:
        """The index files of which something could not be read: what they should list is unknown.

        Cards stay readable without: ids stand for the names that are missing.
        """
        return self._references.lost_files

    @property
    def unchecked(self) -> Mapping[str, int]:
        """How many references of cards cannot be checked, by the index file that is to be fixed.

        Of all cards after `cards()`, else of those read.
        """
        return sum(self._reader.unchecked.values(), Counter())

    def problems(self) -> tuple[Problem, ...]:
        """Return everything that is wrong with the files: all cards and sources are read for it."""
        self.cards()
        for source_id in self.sources:
            self.documents.read(source_id)
        of_cards = (p for card_id in sorted(self._broken) for p in self._broken[card_id].problems)
        of_sources = filter(None, map(self.documents.problem, self.sources))
        return (*self.index_problems, *self._misnamed, *of_sources, *of_cards)

    def source(self, source_id: str) -> Source:
        """Return a source document.

        Raises:
            SourceError: The document cannot be read.
            UnknownNameError: No such source is listed.
        """
        self._require_source(source_id)
        source = self.documents.read(source_id)
        if isinstance(source, SourceError):
            raise source.with_traceback(None)
        return source

    def source_problem(self, source_id: str) -> Problem | None:
        """Return what is wrong with a listed source, which is read for it; None if nothing."""
        self.documents.read(source_id)
        return self.documents.problem(source_id)

    def locators(self, source_id: str, paragraphs: Sequence[int]) -> tuple[str | None, ...]:
        """Return the page or time that importing recorded of each of some paragraphs.

        Args:
            source_id: The source.
            paragraphs: 1-based numbers.

        Returns:
            One for each paragraph; None where nobody knows, as of any text but the imported one.
        """
        found = self.documents.locators(source_id)
        return tuple(map(found.of, paragraphs))

    def citations(self, source_id: str) -> Mapping[int, tuple[Citation, ...]]:
        """Return the claims that rest on each paragraph of a source, in all readable cards.

        Drifted evidence counts where it was found; ambiguous and missing evidence has no place.

        Returns:
            The claims by 1-based paragraph number, in the order of `cards()` and of reading.

        Raises:
            UnknownNameError: No such source is listed.
        """
        self._require_source(source_id)
        if self._citations is None:
            self._citations = CitationIndex(self.cards())
        return self._citations.of_source(source_id)

    def speaker_name(self, speaker_id: str) -> str:
        """Return the name to show for a speaker: "speaker unclear", or nothing for nobody.

        Raises:
            UnknownNameError: No such speaker is listed.
        """
        if (shown := name_of_none(speaker_id)) is not None:
            return shown
        if speaker_id not in self.speakers:
            if not self._references.is_whole("speaker"):
                return speaker_id
            hint = did_you_mean(speaker_id, self.speakers)
            raise UnknownNameError(f"there is no speaker '{clean(speaker_id)}'", hint=hint)
        return self.speakers[speaker_id].name

    def caution(self, source_id: str) -> str:
        """Return what to know before trusting the wording of a source; empty if nothing.

        Raises:
            UnknownNameError: No such source is listed.
        """
        self._require_source(source_id)
        return self.sources[source_id].caution if source_id in self.sources else ""

    def _require_source(self, source_id: str) -> None:
        if source_id not in self.sources and self._references.is_whole("source"):
            hint = did_you_mean(source_id, self.sources)
            raise UnknownNameError(f"there is no source '{clean(source_id)}'", hint=hint)

    def _load(self, card_id: str) -> None:
        """Read a card into `_cards` or `_broken`."""
        try:
            self._cards[card_id] = self._resolved(card_id, keep=True)
        except CardError as error:
            self._broken[card_id] = error

    def matcher(self, source_id: str) -> SourceMatcher | None:
        """Return what finds words in a source; None where the source cannot be read."""
        return self.documents.matcher(source_id)


def _read_index(
    root: Path, file: str, read: Callable[[str, str, int], Parsed[dict[str, T]]], most: int
) -> Parsed[dict[str, T]]:
    """Read an index file; one that is not there lists nothing."""
    if not os.path.lexists(root / file):
        return Parsed({}, ())
    text = read_text(root, file)
    if isinstance(text, Problem):
        return Parsed({}, (text,), lost=True)
    return read(text, file, most)
