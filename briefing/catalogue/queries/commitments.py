"""What is to be done: commitments, and whatever else a card sets a time for."""

import json
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.database import impossible_values
from briefing.catalogue.db.rows import ItemRow
from briefing.catalogue.queries.items import ids, item_rows

_WANTED: Final = "i.moment > 0 AND (i.kind = 'commitment' OR i.due_last > 0)"


class DueCounts(NamedTuple):
    """How many there are of each, so that a view need not fetch all."""

    overdue: int
    """Whose last day is past."""
    ahead: int
    """Whose last day is today or later."""
    undated: int


def due_counts(catalogue: Catalogue, today: date) -> DueCounts:
    """Return how many commitments and dated items of all meetings are past, ahead and undated."""
    query = (
        f"SELECT count(*) FILTER (WHERE i.due_last BETWEEN 1 AND ?1 - 1),"
        f" count(*) FILTER (WHERE i.due_last >= ?1), count(*) FILTER (WHERE i.due_last = 0)"
        f" FROM item AS i INDEXED BY item_by_due WHERE {_WANTED}"
    )
    ((overdue, ahead, undated),) = catalogue.database.rows(query, today.toordinal())
    return DueCounts(overdue, ahead, undated)


def dated_between(
    catalogue: Catalogue, first: date, last: date, *, most: int = -1, latest: bool = False
) -> tuple[ItemRow, ...]:
    """Return the items of all meetings whose last day is between two days, by that day.

    Args:
        catalogue: The catalogue.
        first: The earliest last day.
        last: The latest last day.
        most: How many at most; all where negative.
        latest: Whether these are the last ones in order, and not the first.
    """
    way = "DESC" if latest else "ASC"
    rows = item_rows(
        catalogue,
        "item AS i INDEXED BY item_by_due CROSS JOIN meeting AS m ON m.card = i.card"
        f" WHERE {_WANTED} AND i.due_last BETWEEN ? AND ?"
        f" ORDER BY i.due_last {way}, i.due_first {way}, i.moment {way}, i.card {way},"
        f" i.position {way} LIMIT ?",
        max(1, first.toordinal()),
        last.toordinal(),
        most,
    )
    return rows[::-1] if latest else rows


def due_from(catalogue: Catalogue, first: date, last: date) -> tuple[ItemRow, ...]:
    """Return the items of all meetings whose time begins on one of some days, in order."""
    return item_rows(
        catalogue,
        "item AS i INDEXED BY item_by_start CROSS JOIN meeting AS m ON m.card = i.card"
        " WHERE i.moment > 0 AND i.due <> '' AND i.due_first BETWEEN ? AND ?"
        " ORDER BY i.due_first, i.due_last, i.moment, i.card, i.position",
        first.toordinal(),
        last.toordinal(),
    )


def undated(catalogue: Catalogue, *, most: int = -1) -> tuple[ItemRow, ...]:
    """Return the commitments of all meetings that no time is set for, the latest meeting first."""
    rows = item_rows(
        catalogue,
        "item AS i INDEXED BY item_by_due CROSS JOIN meeting AS m ON m.card = i.card"
        f" WHERE {_WANTED} AND i.due_last = 0 AND i.due_first = 0"
        " ORDER BY i.moment DESC, i.card DESC, i.position DESC LIMIT ?",
        most,
    )
    # The index is walked backwards, and a card is to be read forwards.
    cards = dict.fromkeys(row.card for row in rows)
    by_card: dict[str, list[ItemRow]] = {card: [] for card in cards}
    for row in rows[::-1]:
        by_card[row.card].append(row)
    return tuple(row for card in cards for row in by_card[card])


def commitments_of_series(catalogue: Catalogue, series: str) -> tuple[ItemRow, ...]:
    """Return all commitments and dated items of a series, in order of date of the meeting."""
    return item_rows(
        catalogue,
        "meeting AS m CROSS JOIN item AS i ON i.card = m.card"
        f" WHERE m.moment > 0 AND m.series = ? AND {_WANTED}"
        " ORDER BY m.moment, m.card, i.position",
        series,
    )


def commitments_of_speaker(catalogue: Catalogue, speaker: str) -> tuple[ItemRow, ...]:
    """Return all commitments and dated items that someone says or undertakes."""
    return item_rows(
        catalogue,
        "item_speaker AS s CROSS JOIN item AS i ON i.card = s.card AND i.position = s.position"
        f" CROSS JOIN meeting AS m ON m.card = s.card WHERE s.speaker = ? AND {_WANTED}"
        " ORDER BY s.moment, s.card, s.position",
        speaker,
    )


def commitments_on_topic(catalogue: Catalogue, topic: str) -> tuple[ItemRow, ...]:
    """Return all commitments and dated items that are filed under a topic."""
    return item_rows(
        catalogue,
        "item_topic AS t CROSS JOIN item AS i ON i.card = t.card AND i.position = t.position"
        f" CROSS JOIN meeting AS m ON m.card = t.card WHERE t.topic = ? AND {_WANTED}"
        " ORDER BY t.moment, t.card, t.position",
        topic,
    )


def followers_of_cards(catalogue: Catalogue, cards: Collection[str]) -> tuple[ItemRow, ...]:
    """Return the items that say they take up an item of some cards, in order of date."""
    return item_rows(
        catalogue,
        "json_each(?) AS a CROSS JOIN item AS i INDEXED BY item_that_follows"
        " ON i.follows_card = a.value CROSS JOIN meeting AS m ON m.card = i.card"
        " WHERE i.moment > 0 AND i.follows_card <> '' ORDER BY i.moment, i.card, i.position",
        json.dumps(sorted(cards)),
    )


class LaterItem(NamedTuple):
    """As much of an item as tells how likely it is to speak of the same as an earlier one."""

    card: str
    """Id of the card."""
    position: int
    """Place of the item in the card."""
    type: str
    """`quote`, `point`, `open` or `bottom_line`."""
    who: tuple[str, ...]
    """Ids of whoever says or undertakes it."""
    topics: tuple[str, ...]
    """Ids of topics."""
    moment: int
    """Orders meetings; those it leaves equal go by the ids of their cards."""
    series: str
    """Id of the series, empty where there is none."""


def later_on_topics(catalogue: Catalogue, row: ItemRow, most: int) -> tuple[LaterItem, ...]:
    """Return what later meetings say on the topics of an item, each item once, in no order.

    Args:
        catalogue: The catalogue.
        row: The item.
        most: How many to return of other series, or of none, for each topic: those of the meetings
            that come next.
    """
    found: list[tuple[Any, ...]] = []
    if row.series and row.topics:
        found += _later_in_series(catalogue, row)
    for topic in row.topics:
        found += _later_elsewhere(catalogue, row, topic, most)
    each_once = {row[:2]: row for row in found}.values()
    with impossible_values():
        return tuple(
            LaterItem(card, place, type_, ids(who), ids(topics), moment, series)
            for card, place, type_, who, topics, moment, series in each_once
        )


_LATER: Final = "SELECT i.card, i.position, i.type, i.who, i.topics"


def _later_in_series(catalogue: Catalogue, row: ItemRow) -> Sequence[tuple[Any, ...]]:
    # Of the meeting nothing is asked that its index does not have: most are silent on the topics.
    return catalogue.database.rows(
        f"{_LATER}, m.moment, m.series FROM meeting AS m"
        " CROSS JOIN item_topic AS t INDEXED BY item_topic_by_card"
        " ON t.card = m.card AND t.topic IN (SELECT value FROM json_each(?)) CROSS JOIN item AS i"
        " ON i.card = t.card AND i.position = t.position WHERE m.moment > 0 AND m.series = ?"
        " AND (m.moment, m.card) > (SELECT moment, card FROM meeting WHERE card = ?)",
        json.dumps(row.topics),
        row.series,
        row.card,
    )


def _later_elsewhere(
    catalogue: Catalogue, row: ItemRow, topic: str, most: int
) -> Sequence[tuple[Any, ...]]:
    return catalogue.database.rows(
        f"{_LATER}, t.moment, m.series FROM item_topic AS t CROSS JOIN item AS i ON i.card = t.card"
        " AND i.position = t.position CROSS JOIN meeting AS m ON m.card = t.card WHERE t.topic = ?1"
        " AND (t.moment, t.card) > (SELECT moment, card FROM meeting WHERE card = ?2)"
        " AND (m.series = '' OR m.series <> ?3) ORDER BY t.moment, t.card, t.position LIMIT ?4",
        topic,
        row.card,
        row.series,
        most,
    )
