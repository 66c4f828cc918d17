"""A folder opened as a library: its cards with their evidence found, its sources and its names.

One broken file never hides the others: what is wrong with it is kept, and everything else is there.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from briefing.cardformat.parse import (
    Parsed,
    read_card,
    read_sources,
    read_speakers,
    read_topics,
)
from briefing.cardformat.scalars import is_id
from briefing.cardformat.yaml.nodes import Reference, ReferenceKind, by_place
from briefing.errors import (
    MOST_PROBLEMS,
    CardError,
    Problem,
    SourceError,
    UnknownNameError,
    capped,
)
from briefing.evidence.matcher import SourceMatcher
from briefing.library.card_names import bad_card_name, misnamed_card
from briefing.library.documents import Documents
from briefing.library.locations import (
    MEETINGS,
    bundled_library,
    card_files,
    find_library,
    is_library,
    require_library,
)
from briefing.library.own_words import drawn_sources, drawn_speakers, drawn_topics
from briefing.library.references import Listed
from briefing.library.resolution import resolved_card
from briefing.model.values import (
    NOBODY,
    UNCLEAR,
    Card,
    Citation,
    Source,
    SourceRecord,
    Speaker,
    Topic,
)
from briefing.text.files import read_text
from briefing.text.folding import clean
from briefing.text.suggest import did_you_mean

__all__ = ["Library", "bundled_library", "find_library", "is_library"]

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
        self._most = most
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
            p for each in indexes for p in capped(each.problems, self._most, each.more)
        )
        self._listed: dict[ReferenceKind, Listed] = {
            "source": Listed(SOURCES_FILE, self.sources, not sources.lost),
            "speaker": Listed(SPEAKERS_FILE, self.speakers, not speakers.lost),
            "topic": Listed(TOPICS_FILE, self.topics, not topics.lost),
            "card": Listed(MEETINGS, dict.fromkeys(self.card_ids), whole=True),
        }
        self.index_problems += self._unlisted(sources.references)
        self._unchecked: dict[str, Counter[str]] = {}
        self._misnamed = [misnamed_card(name) for name in misnamed]
        self._cards: dict[str, Card] = {}
        self._broken: dict[str, CardError] = {}
        self._all: tuple[Card, ...] | None = None
        self._drafts: dict[str, Card] = {}
        self.documents = Documents(root, self.sources, SOURCES_FILE)
        self._citations: dict[str, dict[int, tuple[Citation, ...]]] | None = None

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
        draft = self._drafts.pop(card_id, None) or self._draft(card_id)
        card = resolved_card(draft, self.documents)
        self.documents.trim()
        return card

    def is_heavy(self, card_id: str) -> bool:
        """Tell whether a card cannot be given before so much was read that it takes long.

        Args:
            card_id: The card; one that cannot be read, or is not there, needs nothing read.
        """
        if card_id in self._cards or card_id in self._broken:
            return False
        try:
            draft = self._drafts.get(card_id) or self._draft(card_id)
        except (CardError, UnknownNameError):
            return False
        self._drafts[card_id] = draft
        cited = {evidence.source for item in draft.items for evidence in item.evidence}
        return self.documents.are_heavy(cited)

    def is_readable(self, card_id: str) -> bool:
        """Tell whether a card can be read, without looking into any document."""
        if card_id in self._cards:
            return True
        try:
            self._drafts[card_id] = self._draft(card_id)
        except (CardError, UnknownNameError):
            return False
        return True

    def title(self, card_id: str) -> str:
        """Return the title of a card, without looking into any document.

        Args:
            card_id: The card; one that cannot be read, or is not there, is called by its id.
        """
        if card_id in self._cards:
            return self._cards[card_id].title
        return self._drafts[card_id].title if self.is_readable(card_id) else card_id

    def _draft(self, card_id: str) -> Card:
        """Read a card from its file; its evidence is still to be found."""
        if card_id not in self._files:
            hint = did_you_mean(card_id, self.card_ids, "'briefing list' shows all cards")
            raise UnknownNameError(f"there is no card '{clean(card_id)}'", hint=hint)
        file = self.card_file(card_id)
        text = read_text(self.root, file)
        if isinstance(text, Problem):
            raise _card_error((text,))
        parsed = read_card(text, clean(file), card_id, self._most)
        problems, more = list(parsed.problems), parsed.more
        unlisted = [r for r in parsed.references if not self._listed[r.kind].has(r)]
        for reference in unlisted:
            if self._listed[reference.kind].whole and len(problems) < self._most:
                problems.append(self._listed[reference.kind].unknown(reference))
            elif self._listed[reference.kind].whole:
                more += 1
        lost = (self._listed[r.kind] for r in unlisted)
        self._unchecked[card_id] = Counter(each.file for each in lost if not each.whole)
        if not is_id(card_id):
            problems.insert(0, bad_card_name(card_id, file))
        if parsed.value is None or problems:
            raise _card_error(capped(sorted(problems, key=by_place), self._most, more))
        return parsed.value

    def _unlisted(self, references: Iterable[Reference]) -> tuple[Problem, ...]:
        """Return what is wrong with references of an index file to what is not listed."""
        return tuple(
            self._listed[each.kind].unknown(each)
            for each in references
            if self._listed[each.kind].whole and not self._listed[each.kind].has(each)
        )

    def card_file(self, card_id: str) -> str:
        """Return the path, inside the library, of the file of one of its cards."""
        return f"{MEETINGS}/{self._files[card_id]}"

    def cards(self) -> tuple[Card, ...]:
        """Return the readable cards: newest meeting first, of one day the last of its series."""
        if self._all is None:
            for card_id in self.card_ids:
                if card_id not in self._cards and card_id not in self._broken:
                    self._load(card_id)
            cards = list(self._cards.values())
            cards.sort(key=_newest_first)
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
        return tuple(listed.file for listed in self._listed.values() if not listed.whole)

    @property
    def unchecked(self) -> Mapping[str, int]:
        """How many references of cards cannot be checked, by the index file that is to be mended.

        Of all cards after `cards()`, else of those read.
        """
        return sum(self._unchecked.values(), Counter())

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
            found: dict[str, dict[int, tuple[Citation, ...]]] = {}
            for number, citation in _citations(self.cards()):
                of_source = found.setdefault(citation.evidence.source, {})
                of_source[number] = (*of_source.get(number, ()), citation)
            self._citations = found
        return MappingProxyType(self._citations.get(source_id, {}))

    def speaker_name(self, speaker_id: str) -> str:
        """Return the name to show for a speaker: "speaker unclear", or nothing for nobody.

        Raises:
            UnknownNameError: No such speaker is listed.
        """
        if speaker_id in ("", NOBODY):
            return ""
        if speaker_id == UNCLEAR:
            return "speaker unclear"
        if speaker_id not in self.speakers:
            if not self._listed["speaker"].whole:
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
        if source_id not in self.sources and self._listed["source"].whole:
            hint = did_you_mean(source_id, self.sources)
            raise UnknownNameError(f"there is no source '{clean(source_id)}'", hint=hint)

    def _load(self, card_id: str) -> None:
        """Read a card into `_cards` or `_broken`."""
        try:
            self._cards[card_id] = self.read(card_id)
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


def _newest_first(card: Card) -> tuple[int, int, str]:
    return -card.meeting.date.toordinal(), -card.meeting.sequence, card.id


def _card_error(problems: Sequence[Problem]) -> CardError:
    first, *others = problems
    more = f", and {len(others)} more" if others else ""
    return CardError(first.message + more, hint=first.hint, place=first.place, problems=problems)


def _citations(cards: Iterable[Card]) -> Iterator[tuple[int, Citation]]:
    for card in cards:
        for item in card.items:
            for evidence in item.evidence:
                for number, _ in evidence.passage.parts:
                    yield number, Citation(card.id, item, evidence)
