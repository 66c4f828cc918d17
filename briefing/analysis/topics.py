"""Topics over time: how often each occurs in which meeting, and all that is said on one."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.rows import ItemRow
from briefing.catalogue.queries.meetings import MeetingColumn, all_series, meetings_of_series
from briefing.catalogue.queries.names import ViewNames, names_of
from briefing.catalogue.queries.topics import (
    TopicRow,
    items_on_topic,
    topic_cells,
    topic_row,
    topic_rows,
)
from briefing.catalogue.read_transaction import in_read_transaction


class RelatedTopic(NamedTuple):
    """A topic that shares items with another."""

    topic: str
    """Id of the topic."""
    label: str
    items: int
    """How many of the items given are filed under both."""


class MatrixRow(NamedTuple):
    """One topic, and how many items of each meeting of a series are filed under it."""

    topic: TopicRow
    counts: tuple[int, ...]
    """One for each meeting of the matrix, in its order."""

    @property
    def total(self) -> int:
        """How many items of the series are filed under it."""
        return sum(self.counts)


class TopicMatrix(NamedTuple):
    """Topics by meetings: of one series, or of what is of none."""

    series: str
    """Id of the series, empty for meetings that are of none."""
    meetings: tuple[MeetingColumn, ...]
    """In order of date."""
    rows: tuple[MatrixRow, ...]
    """Only topics that occur; those of most meetings of the series first, then of most items."""

    def of(self, topics: Collection[str]) -> "TopicMatrix":
        """Return the same with some topics only, given their ids."""
        return self._replace(rows=tuple(row for row in self.rows if row.topic.id in topics))


class TopicThread(NamedTuple):
    """All that is said on one topic, in order of date, across series."""

    topic: TopicRow
    items: tuple[ItemRow, ...]
    total: int
    """How many items there are, of which `items` are the latest."""
    related: tuple[RelatedTopic, ...]
    """Topics that share some of `items` with it, those that share most first."""
    names: ViewNames


@in_read_transaction
def topic_matrix(catalogue: Catalogue, series: str) -> TopicMatrix:
    """Return the topics of a series by meeting.

    Args:
        catalogue: The catalogue.
        series: Id of the series; empty for the meetings that are of none.

    Raises:
        sqlite3.DatabaseError: The database is damaged.
    """
    meetings = meetings_of_series(catalogue, series)
    place = {meeting.card: number for number, meeting in enumerate(meetings)}
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * len(meetings))
    for cell in topic_cells(catalogue, series):
        counts[cell.topic][place[cell.card]] = cell.items
    known = topic_rows(catalogue, counts.keys())
    rows = [MatrixRow(known[topic], tuple(some)) for topic, some in counts.items()]
    rows.sort(key=_most_first)
    return TopicMatrix(series, meetings, tuple(rows))


@in_read_transaction
def topic_matrices(catalogue: Catalogue, series: Iterable[str] | None = None) -> list[TopicMatrix]:
    """Return the matrices of some series, or else of all, those without a series last."""
    if series is None:
        series = [row.id for row in all_series(catalogue)]
    return [topic_matrix(catalogue, each) for each in series]


@in_read_transaction
def topic_thread(
    catalogue: Catalogue, topic: str, *, series: str | None = None, most: int = -1
) -> TopicThread:
    """Return all that is said on a topic.

    Args:
        catalogue: The catalogue.
        topic: Id of the topic.
        series: Only of this series; empty for meetings that are of none.
        most: How many items at most, the latest of them; all where negative.
    """
    row = topic_row(catalogue, topic)
    items = items_on_topic(catalogue, topic, series=series, most=most)
    total = row.items if series is None else len(items)
    names = names_of_items(catalogue, items)
    shared = Counter(other for item in items for other in item.topics if other != topic)
    related = tuple(
        RelatedTopic(other, names.topic_label(other), count)
        for other, count in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    return TopicThread(row, items, total, related, names)


@in_read_transaction
def names_of_items(
    catalogue: Catalogue, items: Iterable[ItemRow], *, speakers: Iterable[str] = ()
) -> ViewNames:
    """Return the names behind the ids of some items: who, their topics, cautions of sources.

    Args:
        catalogue: The catalogue.
        items: The items.
        speakers: Ids of more speakers to name.
    """
    rows = tuple(items)
    # Of very many rows most name the same people and topics.
    people, topics = {row.who for row in rows}, {row.topics for row in rows}
    return names_of(
        catalogue,
        speakers={who for some in people for who in some}.union(speakers),
        topics={topic for some in topics for topic in some},
        sources={row.source for row in rows if row.source},
    )


def _most_first(row: MatrixRow) -> tuple[int, int, str]:
    meetings = sum(count > 0 for count in row.counts)
    return -meetings, -row.total, row.topic.label.casefold()
