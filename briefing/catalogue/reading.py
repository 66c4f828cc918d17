"""Reading what one owner of entries (a card, a source, the index) puts into the catalogue.

Nothing here writes: a unit is prepared outside any transaction and stored inside one.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.catalogue.stamps import Stamp
from briefing.coverage import cited_paragraphs
from briefing.entries import Entry, entries_of_card, entries_of_index, entries_of_source
from briefing.errors import BriefingError
from briefing.library import Library
from briefing.model import Card


@dataclass(frozen=True, slots=True)
class Target:
    """Something to be read: whose entries, from which file, as it was seen."""

    owner: str
    """`card:ID`, `source:ID`, or `index:` and the stem of an index file."""
    path: str
    """Path inside the library."""
    stamp: Stamp
    digest: bytes

    @property
    def name(self) -> str:
        """The id behind the colon."""
        return self.owner.partition(":")[2]


@dataclass(slots=True)
class Unit:
    """What was read of one target: its entries, and rows by table."""

    target: Target
    entries: list[Entry] = field(default_factory=list)
    rows: Mapping[str, Sequence[tuple[object, ...]]] = field(default_factory=dict)


def read_unit(target: Target, library: Library, bodies: dict[str, int]) -> Unit:
    """Read one target; a broken card becomes a row that says why.

    Args:
        target: What to read.
        library: The library it belongs to.
        bodies: Number of body paragraphs by source id, kept between calls.
    """
    kind = target.owner.partition(":")[0]
    if kind == "card":
        return _card_unit(target, library, bodies)
    if kind == "source":
        return _source_unit(target, library)
    return _index_unit(target, library)


def forget(connection: sqlite3.Connection, owner: str) -> None:
    """Delete every row that an owner put into the catalogue."""
    kind, _, name = owner.partition(":")
    if kind == "card":
        for table in ("meeting", "item", "item_topic", "evidence", "depends"):
            connection.execute(f"DELETE FROM {table} WHERE card = ?", (name,))
    elif kind == "source":
        connection.execute("DELETE FROM source WHERE id = ?", (name,))
    elif name == "speakers":
        connection.execute("DELETE FROM speaker")
    elif name == "topics":
        connection.execute("DELETE FROM topic")
    for table in ("file", "stretch"):
        connection.execute(f"DELETE FROM {table} WHERE owner = ?", (owner,))


def store(connection: sqlite3.Connection, unit: Unit) -> None:
    """Write the rows of a unit in place of what its owner had."""
    forget(connection, unit.target.owner)
    for table, rows in unit.rows.items():
        marks = ", ".join("?" * len(rows[0])) if rows else ""
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    target, stamp = unit.target, unit.target.stamp
    row = (target.owner, target.path, stamp.size, stamp.modified, stamp.inode, target.digest)
    connection.execute("INSERT INTO file VALUES (?, ?, ?, ?, ?, ?)", row)


def _card_unit(target: Target, library: Library, bodies: dict[str, int]) -> Unit:
    try:
        card = library.read(target.name)
    except BriefingError as error:
        broken = (target.name, target.name, "", 0, "", "", "", 0, 0, 0, str(error))
        return Unit(target, rows={"meeting": [broken]})
    return Unit(
        target,
        list(entries_of_card(card, library)),
        {
            "meeting": [_meeting_row(card, library, bodies)],
            "item": [
                (card.id, number, item.id, item.type, item.section, item.text, item.speaker,
                 item.voice or "", item.kind or "", item.due, item.state.value)
                for number, item in enumerate(card.items)
            ],
            "item_topic": [
                (topic, card.id, number)
                for number, item in enumerate(card.items)
                for topic in dict.fromkeys(item.topics)
            ],
            "evidence": list(_evidence_rows(card)),
            "depends": [(name, card.id) for name in sorted(set(_records_of(card)))],
        },
    )  # fmt: skip


def _meeting_row(card: Card, library: Library, bodies: dict[str, int]) -> tuple[object, ...]:
    cited = cited_paragraphs((card,))
    body = sum(_body(source, library, bodies) for source in cited)
    meeting = card.meeting
    return (
        card.id, card.title, meeting.name, meeting.date.toordinal(), meeting.place, card.series,
        card.status, len(card.items), _cited_body(cited, library), body, "",
    )  # fmt: skip


def _cited_body(cited: Mapping[str, set[int]], library: Library) -> int:
    """Return how many of the cited paragraphs belong to the story."""
    count = 0
    for source_id, numbers in cited.items():
        try:
            source = library.source(source_id)
        except BriefingError:
            continue
        count += sum(not source.paragraph(number).furniture for number in numbers)
    return count


def _body(source_id: str, library: Library, bodies: dict[str, int]) -> int:
    """Return how many body paragraphs a source has, 0 if it cannot be read."""
    if source_id not in bodies:
        try:
            paragraphs = library.source(source_id).paragraphs
        except BriefingError:
            paragraphs = ()
        bodies[source_id] = sum(not paragraph.furniture for paragraph in paragraphs)
    return bodies[source_id]


def _evidence_rows(card: Card) -> Iterator[tuple[object, ...]]:
    for position, item in enumerate(card.items):
        for number, evidence in enumerate(item.evidence):
            passage = evidence.passage
            if passage.paragraph is not None:
                yield (
                    evidence.source, passage.paragraph, card.id, position, number,
                    passage.start, passage.end, passage.state.value, passage.score,
                )  # fmt: skip


def _records_of(card: Card) -> Iterator[str]:
    """Yield the names of the index records whose change would change what is kept of a card."""
    for person in card.participants:
        yield f"speaker:{person.speaker}"
    for item in card.items:
        if item.speaker:
            yield f"speaker:{item.speaker}"
        yield from (f"topic:{topic}" for topic in item.topics)
        yield from (f"source:{evidence.source}" for evidence in item.evidence)


def _source_unit(target: Target, library: Library) -> Unit:
    try:
        source = library.source(target.name)
    except BriefingError:
        return Unit(target)
    body = sum(not paragraph.furniture for paragraph in source.paragraphs)
    row = (source.id, source.record.file, len(source.paragraphs), body)
    return Unit(target, list(entries_of_source(source, library)), {"source": [row]})


def _index_unit(target: Target, library: Library) -> Unit:
    if target.name == "speakers":
        speakers = library.speakers.values()
        rows: Mapping[str, Sequence[tuple[object, ...]]]
        rows = {"speaker": [(s.id, s.name, s.kind, s.country) for s in speakers]}
        return Unit(target, [e for e in entries_of_index(library) if e.kind == "speaker"], rows)
    if target.name == "topics":
        rows = {"topic": [(t.id, t.label, t.note) for t in library.topics.values()]}
        return Unit(target, [e for e in entries_of_index(library) if e.kind == "topic"], rows)
    return Unit(target)
