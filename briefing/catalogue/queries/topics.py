"""What is filed under a topic: how often, and in which meetings."""

import json
from collections.abc import Collection
from typing import NamedTuple

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.rows import ItemRow
from briefing.catalogue.queries.items import item_rows


class TopicRow(NamedTuple):
    """A topic, and how much is filed under it."""

    id: str
    """Id of the topic."""
    label: str
    """Its label; its id where it is not listed."""
    note: str
    items: int
    """How many items, of all meetings."""
    meetings: int
    """How many meetings have one at least."""


class TopicCell(NamedTuple):
    """How many items of one card are filed under a topic."""

    topic: str
    card: str
    items: int


def all_topics(catalogue: Catalogue) -> tuple[TopicRow, ...]:
    """Return every topic that is listed or named: those of most meetings first, then by label."""
    query = (
        "SELECT t.id, t.label, t.note, coalesce(n.items, 0), coalesce(n.cards, 0) FROM topic AS t"
        " LEFT JOIN topic_total AS n ON n.topic = t.id UNION ALL"
        " SELECT topic, topic, '', items, cards FROM topic_total"
        " WHERE topic NOT IN (SELECT id FROM topic)"
    )
    found = [TopicRow(*row) for row in catalogue.database.rows(query)]
    return tuple(sorted(found, key=lambda row: (-row.meetings, -row.items, row.label.casefold())))


def topic_row(catalogue: Catalogue, topic: str) -> TopicRow:
    """Return one topic, which need not be listed."""
    return topic_rows(catalogue, (topic,))[topic]


def topic_rows(catalogue: Catalogue, topics: Collection[str]) -> dict[str, TopicRow]:
    """Return some topics by id; one that is not listed is called by its id."""
    query = (
        "SELECT a.value, coalesce(t.label, a.value), coalesce(t.note, ''), coalesce(n.items, 0),"
        " coalesce(n.cards, 0) FROM json_each(?) AS a LEFT JOIN topic AS t ON t.id = a.value"
        " LEFT JOIN topic_total AS n ON n.topic = a.value"
    )
    rows = catalogue.database.rows(query, json.dumps(sorted(topics)))
    return {row[0]: TopicRow(*row) for row in rows}


def topic_cells(catalogue: Catalogue, series: str) -> tuple[TopicCell, ...]:
    """Return how often each topic occurs in each meeting of a series, where it does."""
    query = (
        "SELECT c.topic, c.card, c.items FROM meeting AS m"
        " JOIN card_topic AS c ON c.card = m.card WHERE m.moment > 0 AND m.series = ?"
    )
    return tuple(TopicCell(*row) for row in catalogue.database.rows(query, series))


def items_on_topic(
    catalogue: Catalogue, topic: str, *, series: str | None = None, most: int = -1
) -> tuple[ItemRow, ...]:
    """Return the items filed under a topic, in order of date.

    Args:
        catalogue: The catalogue.
        topic: Id of the topic.
        series: Only of this series; empty for meetings that are of none.
        most: How many at most, the latest of them; all where negative.
    """
    # The order of the joins is forced: from the topic, or from the few meetings of a series.
    joined = "CROSS JOIN item AS i ON i.card = t.card AND i.position = t.position"
    latest = "ORDER BY t.moment DESC, t.card DESC, t.position DESC LIMIT ?"
    if series is None:
        rest = f"item_topic AS t {joined} CROSS JOIN meeting AS m ON m.card = t.card"
        rows = item_rows(catalogue, f"{rest} WHERE t.topic = ? {latest}", topic, most)
    else:
        rest = f"meeting AS m CROSS JOIN item_topic AS t ON t.card = m.card {joined}"
        where = "WHERE m.moment > 0 AND m.series = ? AND t.topic = ?"
        rows = item_rows(catalogue, f"{rest} {where} {latest}", series, topic, most)
    return rows[::-1]
