"""Reading what one owner of entries (a card, a source, an index file) puts into the catalogue.

Nothing here writes: a unit is prepared outside any transaction and stored inside one.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.catalogue.db.owner import CARD, INDEX, SOURCE, Owner
from briefing.catalogue.sync.card_rows import rows_of_card, standing_moment
from briefing.catalogue.sync.event_rows import event_rows
from briefing.errors import BriefingError, CardError, Problem
from briefing.library.coverage import cited_paragraphs
from briefing.library.entries import Entry, SourceEntries, entries_of_card, entries_of_index
from briefing.library.library import SOURCES_FILE, SPEAKERS_FILE, TOPICS_FILE, Library
from briefing.model.card import Card
from briefing.model.meeting_order import moment_of

INDEX_FILES = {
    Owner(INDEX, "sources"): SOURCES_FILE,
    Owner(INDEX, "speakers"): SPEAKERS_FILE,
    Owner(INDEX, "topics"): TOPICS_FILE,
}
"""Owner and path of the three index files."""

Rows = Mapping[str, Sequence[tuple[object, ...]]]
"""Rows by table."""


@dataclass(frozen=True, slots=True)
class OwnerContent:
    """What was read of one owner."""

    owner: Owner
    rows: Rows = field(default_factory=dict)
    entries: Collection[Entry] = ()
    sources: Sequence[str] = ()
    """Ids of the sources whose documents were looked into for it."""


class UnitReader:
    """Reads owners of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._bodies: dict[str, Collection[int]] = {}

    def read(self, owner: Owner) -> OwnerContent:
        """Read an owner; one that is broken becomes rows that say why."""
        if owner.kind == CARD:
            return self._card(owner)
        if owner.kind == SOURCE:
            return self._source(owner)
        return self._index(owner)

    def _card(self, owner: Owner) -> OwnerContent:
        name = owner.id
        try:
            card = self._library.read(name)
        except BriefingError as error:
            broken = (name, name, 0, "", "", "", "", "", "", 0, 0, 0, 0, str(error), 0, 0)
            problems = error.problems if isinstance(error, CardError) else ()
            return OwnerContent(
                owner, {"meeting": [broken], "problem": _problem_rows(owner, problems)}
            )
        rows: Rows = {"meeting": [self._meeting_row(card)], **rows_of_card(card)}
        cited = {evidence.source for item in card.items for evidence in item.evidence}
        return OwnerContent(owner, rows, tuple(entries_of_card(card, self._library)), sorted(cited))

    def _meeting_row(self, card: Card) -> tuple[object, ...]:
        cited = cited_paragraphs((card,))
        bodies = {source: self._body(source) for source in cited}
        meeting = card.meeting
        held = moment_of(meeting)
        return (
            card.id, card.title, meeting.date.toordinal(), meeting.name, meeting.place,
            meeting.mode, meeting.date_note, card.series, card.status, held,
            len(card.items),
            sum(number in body for source, body in bodies.items() for number in cited[source]),
            sum(map(len, bodies.values())), "", standing_moment(card, held),
            (meeting.end or meeting.date).toordinal(),
        )  # fmt: skip

    def _body(self, source_id: str) -> Collection[int]:
        """Return the numbers of a source's body paragraphs, none if it cannot be read."""
        if source_id not in self._bodies:
            try:
                body = self._library.source(source_id).body
            except BriefingError:
                body = ()
            # A range of a million numbers is no larger than one of ten.
            self._bodies[source_id] = body if isinstance(body, range) else frozenset(body)
        return self._bodies[source_id]

    def _source(self, owner: Owner) -> OwnerContent:
        name = owner.id
        record = self._library.sources[name]
        problem = self._library.source_problem(name)
        entries: Collection[Entry]
        events: Sequence[tuple[object, ...]]
        try:
            source = self._library.source(name)
            count, entries = len(source.paragraphs), SourceEntries(source, self._library)
            events = tuple(event_rows(source))
        except BriefingError:
            count, entries, events = 0, (), ()
        published = record.published.first.toordinal() if record.published else 0
        row = (
            record.id, record.file, record.publisher, record.title, published, record.caution,
            count, len(self._body(name)), record.sha256,
        )  # fmt: skip
        problems = _problem_rows(owner, (problem,) if problem else ())
        rows: Rows = {"source": [row], "event": events, "problem": problems}
        return OwnerContent(owner, rows, entries, (name,))

    def _index(self, owner: Owner) -> OwnerContent:
        library = self._library
        file = INDEX_FILES[owner]
        rows: dict[str, Sequence[tuple[object, ...]]] = {
            "problem": _problem_rows(
                owner, (p for p in library.index_problems if p.place.file == file)
            )
        }
        kind = ""
        if file == SPEAKERS_FILE:
            kind = "speaker"
            speakers = library.speakers.values()
            rows[kind] = [(s.id, s.name, s.kind, s.country, "\n".join(s.aliases)) for s in speakers]
        elif file == TOPICS_FILE:
            kind = "topic"
            topics = library.topics.values()
            rows[kind] = [(t.id, t.label, t.note, "\n".join(t.aliases)) for t in topics]
        return OwnerContent(
            owner, rows, tuple(e for e in entries_of_index(library) if e.kind == kind)
        )


def _problem_rows(owner: Owner, problems: Iterable[Problem]) -> list[tuple[object, ...]]:
    return [
        (owner.key, number, p.severity, p.code, p.place.file, p.place.line, p.place.column,
         p.message, p.hint)
        for number, p in enumerate(problems)
    ]  # fmt: skip
