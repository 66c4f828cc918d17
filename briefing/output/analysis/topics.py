"""Topics over time: the matrix of topics and meetings, and the thread of one topic."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypedDict

from briefing.output.analysis.grid import grid_page
from briefing.output.analysis.rows import (
    RowRecord,
    dated_page,
    items_table,
    row_line,
    row_record,
)
from briefing.output.analysis.table import Table
from briefing.output.lines import PrintedLine, block
from briefing.output.wording import count

if TYPE_CHECKING:
    from briefing.analysis.topics import MatrixRow, TopicMatrix, TopicThread
    from briefing.catalogue.queries.meetings import MeetingColumn
    from briefing.catalogue.queries.topics import TopicRow

NO_SERIES = "meetings of no series"


class TopicRecord(TypedDict):
    """A topic, and how much is filed under it."""

    id: str
    label: str
    note: str | None
    items: int
    meetings: int


class MeetingRecord(TypedDict):
    """A meeting at the head of a column."""

    card: str
    title: str
    date: str


class CountsRecord(TypedDict):
    """How many items of each meeting are filed under a topic."""

    topic: str
    counts: list[int]


class MatrixRecord(TypedDict):
    """Topics by meetings of one series."""

    series: str | None
    meetings: list[MeetingRecord]
    topics: list[CountsRecord]


class TopicsRecord(TypedDict):
    """The answer of `topics`."""

    topics: list[TopicRecord]
    matrices: list[MatrixRecord]


class RelatedRecord(TypedDict):
    """A topic that shares items with another."""

    id: str
    label: str
    items: int


class ThreadRecord(TypedDict):
    """The answer of `topics TOPIC`."""

    topic: TopicRecord
    total: int
    related: list[RelatedRecord]
    rows: list[RowRecord]


def topics_record(topics: "Iterable[TopicRow]", matrices: "Iterable[TopicMatrix]") -> TopicsRecord:
    """Return what `topics --json` says."""
    return {
        "topics": [topic_record(row) for row in topics],
        "matrices": [
            {
                "series": matrix.series or None,
                "meetings": [meeting_record(meeting) for meeting in matrix.meetings],
                "topics": [
                    {"topic": row.topic.id, "counts": list(row.counts)} for row in matrix.rows
                ],
            }
            for matrix in matrices
        ],
    }


def topic_record(row: "TopicRow") -> TopicRecord:
    """Return one topic with its counts."""
    return {
        "id": row.id,
        "label": row.label,
        "note": row.note or None,
        "items": row.items,
        "meetings": row.meetings,
    }


def meeting_record(meeting: "MeetingColumn") -> MeetingRecord:
    """Return the head of a column."""
    return {"card": meeting.card, "title": meeting.title, "date": meeting.date.isoformat()}


def topics_lines(matrices: "Iterable[TopicMatrix]") -> Iterator[str]:
    """Yield one line for each topic of each series, with its count at each meeting."""
    for matrix in matrices:
        for row in matrix.rows:
            at = ", ".join(
                f"{meeting.date.isoformat()} {number}"
                for meeting, number in zip(matrix.meetings, row.counts, strict=True)
                if number
            )
            yield (
                f"{matrix.series or NO_SERIES}, {row.topic.label} ({row.topic.id}),"
                f" {count(row.total, 'item')} in {_meetings(row)}: {at}"
            )


def topics_page(matrices: "Iterable[TopicMatrix]", columns: int) -> Iterator[PrintedLine]:
    """Yield a matrix for each series: topics down, meetings across in order of date."""
    for number, matrix in enumerate(matrices):
        if number:
            yield ()
        heads = [meeting.date.isoformat() for meeting in matrix.meetings]
        cells = [
            (row.topic.label, [str(n) if n else "" for n in row.counts], str(row.total))
            for row in matrix.rows
        ]
        yield from grid_page(matrix.series or NO_SERIES, heads, cells, "all", columns)


def topics_tables(matrices: "Iterable[TopicMatrix]") -> list[Table]:
    """Return a table for each series, topics down and meetings across."""
    return [
        Table(
            matrix.series or NO_SERIES,
            ("topic", *(m.date.isoformat() for m in matrix.meetings), "all"),
            tuple(
                (row.topic.label, *(str(n) if n else "" for n in row.counts), str(row.total))
                for row in matrix.rows
            ),
            frozenset(range(1, len(matrix.meetings) + 2)),
        )
        for matrix in matrices
    ]


def topics_long_table(matrices: "Iterable[TopicMatrix]") -> Table:
    """Return one table of all counts, a topic and a meeting in each row."""
    return Table(
        "Topics by meeting",
        ("series", "card", "date", "topic", "label", "items"),
        tuple(
            (
                matrix.series, meeting.card, meeting.date.isoformat(),
                row.topic.id, row.topic.label, str(number),
            )
            for matrix in matrices
            for row in matrix.rows
            for meeting, number in zip(matrix.meetings, row.counts, strict=True)
            if number
        ),
        frozenset({5}),
    )  # fmt: skip


def thread_record(thread: "TopicThread") -> ThreadRecord:
    """Return what `topics TOPIC --json` says."""
    return {
        "topic": topic_record(thread.topic),
        "total": thread.total,
        "related": [{"id": r.topic, "label": r.label, "items": r.items} for r in thread.related],
        "rows": [row_record(row, thread.names) for row in thread.items],
    }


def thread_lines(thread: "TopicThread") -> Iterator[str]:
    """Yield the topic, what it shares items with, and then one item a line in order of date."""
    yield thread_head(thread)
    if thread.related:
        yield f"Shares items with: {', '.join(related_words(thread))}"
    for row in thread.items:
        yield row_line(row, thread.names)


def thread_page(thread: "TopicThread", columns: int) -> Iterator[PrintedLine]:
    """Yield the topic, and each item under the meeting it belongs to, in order of date."""
    yield from block(thread_head(thread), "title", columns)
    if thread.topic.note:
        yield from block(thread.topic.note, "dim", columns)
    if thread.related:
        shared = f"Shares items with {', '.join(related_words(thread))}"
        yield from block(shared, "dim", columns)
    for row in thread.items:
        yield ()
        yield from dated_page(row, thread.names, columns)


def thread_table(thread: "TopicThread") -> Table:
    """Return the items on a topic as a table."""
    return items_table(thread_head(thread), thread.items, thread.names)


def thread_head(thread: "TopicThread") -> str:
    """Return a topic's label with how much there is on it."""
    shown = len(thread.items)
    part = f"the latest {shown} of " if shown < thread.total else ""
    return f"{thread.topic.label}: {part}{count(thread.total, 'item')}"


def related_words(thread: "TopicThread") -> list[str]:
    """Return the topics that share items with it, each with how many."""
    return [f"{each.label} ({each.items})" for each in thread.related]


def _meetings(row: "MatrixRow") -> str:
    return count(sum(number > 0 for number in row.counts), "meeting")
