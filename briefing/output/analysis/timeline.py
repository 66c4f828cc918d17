"""The line of time in its printed forms."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypedDict

from briefing.language.quotation.quotations import nested
from briefing.output.analysis.rows import (
    INDENT,
    RowRecord,
    address,
    row_line,
    row_page,
    row_record,
    words,
)
from briefing.output.analysis.table import Table
from briefing.output.analysis.topics import MeetingRecord, meeting_record
from briefing.output.lines import Piece, PrintedLine, behind, block

if TYPE_CHECKING:
    from briefing.analysis.timeline import Timeline, TimelineEntry
    from briefing.catalogue.queries.names import ViewNames


class EventRecord(TypedDict):
    """A sentence of a source that names a time."""

    source: str
    paragraph: int
    start: int
    end: int
    words: str
    text: str
    caution: str | None


class EntryRecord(TypedDict):
    """One thing on the line."""

    kind: str
    first: str
    last: str
    when: str
    meeting: MeetingRecord | None
    row: RowRecord | None
    event: EventRecord | None


class TimelineRecord(TypedDict):
    """The answer of `timeline`."""

    entries: list[EntryRecord]


def timeline_record(line: "Timeline") -> TimelineRecord:
    """Return what `timeline --json` says."""
    return {"entries": [_entry_record(entry, line.names) for entry in line.entries]}


def timeline_lines(line: "Timeline") -> Iterator[str]:
    """Yield one line for each entry: its day, what it is, its words, and what it rests on."""
    for entry in line.entries:
        days = _days(entry)
        if entry.meeting is not None:
            series = f", series {entry.meeting.series}" if entry.meeting.series else ""
            yield f"{days}, meeting{series}, {entry.meeting.card}: {entry.meeting.title}"
        elif entry.item is not None:
            said = row_line(entry.item, line.names, without=("due", "date"))
            yield f"{days}, due {entry.when}, said {entry.item.date.isoformat()}, {said}"
        elif (event := entry.event) is not None:
            place = f"{event.source} paragraph {event.paragraph}"
            caution = line.names.caution(event.source)
            note = f" [caution: {caution}]" if caution else ""
            yield f"{days}, in a source ({event.words}), {place}: “{nested(event.text)}”{note}"


def timeline_page(line: "Timeline", columns: int) -> Iterator[PrintedLine]:
    """Yield the line year by year: a mark, the day, and the words beside it."""
    year = 0
    for entry in line.entries:
        if entry.first.year != year:
            if year:
                yield ()
            year = entry.first.year
            yield from block(str(year), "heading", columns)
        yield from _entry_page(entry, line.names, columns)


def timeline_table(line: "Timeline") -> Table:
    """Return the line as a table."""
    return Table(
        "Timeline",
        ("from", "to", "time", "kind", "words", "series", "rests on", "card or item", "caution"),
        tuple(_cells(entry, line.names) for entry in line.entries),
    )


def _entry_page(entry: "TimelineEntry", names: "ViewNames", columns: int) -> Iterator[PrintedLine]:
    if entry.meeting is not None:
        head = (Piece("● "), Piece(f"{entry.first.isoformat()}  ", "dim"))
        yield from behind(head, block(entry.meeting.title, "title", columns, 14))
        yield from block(entry.meeting.card, "dim", columns, 14)
    elif entry.item is not None:
        said = f"said {entry.item.date.isoformat()}, {entry.item.title}"
        yield from block(f"◆ due {entry.when} · {said}", "warning", columns)
        yield from row_page(entry.item, names, columns, without=("due",))
    elif (event := entry.event) is not None:
        yield from block(f"○ {event.words} · in a source", "text", columns)
        yield from block(f"“{nested(event.text)}”", "quote", columns, INDENT)
        yield from block(f"{event.source} paragraph {event.paragraph}", "dim", columns, INDENT)
        if caution := names.caution(event.source):
            yield from block(f"Caution: {caution}", "warning", columns, INDENT)


def _days(entry: "TimelineEntry") -> str:
    if entry.first == entry.last:
        return entry.first.isoformat()
    return f"{entry.first.isoformat()} to {entry.last.isoformat()}"


def _cells(entry: "TimelineEntry", names: "ViewNames") -> tuple[str, ...]:
    text = words(entry.item) if entry.item else entry.text
    text = f"“{nested(text)}”" if entry.event else text
    place = f"{entry.source} paragraph {entry.paragraph}" if entry.paragraph else ""
    series = entry.meeting.series if entry.meeting else entry.item.series if entry.item else ""
    target = entry.meeting.card if entry.meeting else address(entry.item) if entry.item else ""
    return (
        entry.first.isoformat(), entry.last.isoformat(), entry.when, entry.kind, text, series,
        place, target, names.caution(entry.source),
    )  # fmt: skip


def _entry_record(entry: "TimelineEntry", names: "ViewNames") -> EntryRecord:
    event = entry.event
    return {
        "kind": entry.kind,
        "first": entry.first.isoformat(),
        "last": entry.last.isoformat(),
        "when": entry.when,
        "meeting": meeting_record(entry.meeting) if entry.meeting else None,
        "row": row_record(entry.item, names) if entry.item else None,
        "event": (
            {
                "source": event.source,
                "paragraph": event.paragraph,
                "start": event.span.start,
                "end": event.span.end,
                "words": event.words,
                "text": event.text,
                "caution": names.caution(event.source) or None,
            }
            if event
            else None
        ),
    }
