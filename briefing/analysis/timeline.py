"""Meetings, what is due, and what the sources date themselves, on one line of time."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final, Literal, NamedTuple

from briefing.analysis.topics import names_of_items
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.rows import ItemRow
from briefing.catalogue.queries.commitments import commitments_of_series, due_from
from briefing.catalogue.queries.events import EventRow, events_between, events_of_series
from briefing.catalogue.queries.meetings import (
    MeetingColumn,
    meetings_between,
    meetings_of_series,
)
from briefing.catalogue.queries.names import ViewNames, names_of
from briefing.catalogue.read_transaction import in_read_transaction

EntryKind = Literal["meeting", "due", "event"]
"""What is on the line: a meeting, an item's `due`, or a sentence of a source with a date."""
Zoom = Literal["year", "month", "day"]
KINDS: Final[tuple[EntryKind, ...]] = ("meeting", "due", "event")


class TimelineEntry(NamedTuple):
    """One thing on the line."""

    kind: EntryKind
    first: date
    """The first day that its time may mean."""
    last: date
    """The last day that it may mean."""
    when: str
    """The time as the card or the source has it: `2023-01-11`, `FY2027`, `by 2025`."""
    meeting: MeetingColumn | None = None
    item: ItemRow | None = None
    event: EventRow | None = None

    @property
    def text(self) -> str:
        """What it says: a title, an item's words, or a sentence of a source."""
        if self.meeting is not None:
            return self.meeting.title
        return self.item.text if self.item else self.event.text if self.event else ""

    @property
    def source(self) -> str:
        """Id of the source it rests on; empty for a meeting."""
        return self.item.source if self.item else self.event.source if self.event else ""

    @property
    def paragraph(self) -> int | None:
        """1-based paragraph of that source."""
        return self.item.paragraph if self.item else self.event.paragraph if self.event else None


class Timeline(NamedTuple):
    """What is between two days, in order."""

    entries: tuple[TimelineEntry, ...]
    names: ViewNames


class TimelineGroup(NamedTuple):
    """The entries of a year, month or day, as a zoomed line shows them."""

    label: str
    """`2023`, `2023-01` or `2023-01-11`."""
    first: date
    entries: tuple[TimelineEntry, ...]

    def count(self, kind: EntryKind) -> int:
        """Return how many entries of a kind begin in it."""
        return sum(entry.kind == kind for entry in self.entries)


@in_read_transaction
def timeline(
    catalogue: Catalogue,
    *,
    series: str | None = None,
    first: date = date.min,
    last: date = date.max,
    kinds: Collection[str] = KINDS,
) -> Timeline:
    """Return what is on the line between two days.

    A sentence of a source is left out where an item that is due then rests on the paragraph.

    Args:
        catalogue: The catalogue.
        series: Only meetings of this series (empty: of none), what is due by them, and the sources
            they rest on.
        first: The first day on which an entry may begin.
        last: The last day on which one may.
        kinds: Which of `KINDS`.

    Raises:
        sqlite3.DatabaseError: The database is damaged.
    """
    entries: list[TimelineEntry] = []
    if "meeting" in kinds:
        entries += map(_of_meeting, _meetings(catalogue, series, first, last))
    due = tuple(_due_items(catalogue, series, first, last)) if "due" in kinds else ()
    entries += map(_of_item, due)
    if "event" in kinds:
        told = {(row.source, row.paragraph, row.due_last) for row in due}
        entries += (
            _of_event(row)
            for row in _events(catalogue, series, first, last)
            if (row.source, row.paragraph, row.last) not in told
        )
    entries.sort(key=_order)
    return Timeline(tuple(entries), _names(catalogue, entries))


def grouped(entries: Iterable[TimelineEntry], zoom: Zoom) -> tuple[TimelineGroup, ...]:
    """Return entries by the year, month or day in which they begin; empty ones are left out."""
    length = {"year": 4, "month": 7, "day": 10}[zoom]
    found: dict[str, list[TimelineEntry]] = {}
    for entry in entries:
        found.setdefault(entry.first.isoformat()[:length], []).append(entry)
    return tuple(
        TimelineGroup(label, min(entry.first for entry in some), tuple(some))
        for label, some in sorted(found.items())
    )


def _meetings(
    catalogue: Catalogue, series: str | None, first: date, last: date
) -> Iterable[MeetingColumn]:
    if series is None:
        return meetings_between(catalogue, first, last)
    return (m for m in meetings_of_series(catalogue, series) if first <= m.date <= last)


def _due_items(
    catalogue: Catalogue, series: str | None, first: date, last: date
) -> Iterable[ItemRow]:
    if series is None:
        return due_from(catalogue, first, last)
    rows = commitments_of_series(catalogue, series)
    return (row for row in rows if row.due_first and first <= row.due_first <= last)


def _events(
    catalogue: Catalogue, series: str | None, first: date, last: date
) -> Iterable[EventRow]:
    if series is None:
        return events_between(catalogue, first, last)
    return (row for row in events_of_series(catalogue, series) if first <= row.first <= last)


def _of_meeting(row: MeetingColumn) -> TimelineEntry:
    when = row.date.isoformat()
    if row.last_day > row.date:
        when = f"{when} to {row.last_day.isoformat()}"
    return TimelineEntry("meeting", row.date, row.last_day, when, meeting=row)


def _of_item(row: ItemRow) -> TimelineEntry:
    assert row.due_first is not None
    assert row.due_last is not None
    return TimelineEntry("due", row.due_first, row.due_last, row.due, item=row)


def _of_event(row: EventRow) -> TimelineEntry:
    return TimelineEntry("event", row.first, row.last, row.words, event=row)


def _order(entry: TimelineEntry) -> tuple[date, date, int, str, str, int]:
    """Order by time; what is less exact begins a year or month; of one time meetings are first.

    Meetings, and what they set one time for, stay in the order of meetings, as they were fetched.
    """
    event = entry.event
    place = (event.source, event.words, event.paragraph) if event else ("", "", 0)
    last = entry.first if entry.meeting else entry.last
    return entry.first, last, KINDS.index(entry.kind), *place


def _names(catalogue: Catalogue, entries: Iterable[TimelineEntry]) -> ViewNames:
    kept = tuple(entries)
    of_items = names_of_items(catalogue, (entry.item for entry in kept if entry.item))
    of_events = names_of(catalogue, sources={e.event.source for e in kept if e.event})
    return of_items._replace(cautions={**of_items.cautions, **of_events.cautions})
