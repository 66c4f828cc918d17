"""Items of cards, as rows that say who, when, what and what it rests on."""

import json
from collections.abc import Collection
from datetime import date
from functools import lru_cache
from typing import Any, Final

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.database import impossible_values
from briefing.catalogue.db.rows import ItemRow, read_spans
from briefing.model.core import Manner, State

_COLUMNS: Final = (
    "i.card, m.title, m.date, m.series, m.status, i.position, i.id, i.type, i.section, i.text,"
    " i.speaker, i.voice, i.kind, i.due, i.state, i.source, i.paragraph, i.spans, i.who, i.topics,"
    " i.due_first, i.due_last, i.follows_card, i.follows_item"
)
_STATES: Final = {state.value: state for state in State}
_MANNERS: Final = {manner.value: manner for manner in Manner}


def item_rows(
    catalogue: Catalogue, rest: str, *values: object, manner: str = "''"
) -> tuple[ItemRow, ...]:
    """Return the items that a query picks.

    Args:
        catalogue: The catalogue.
        rest: The query from FROM on; `i` is the item and `m` its meeting.
        values: What its marks stand for.
        manner: The column that says how the words are the speaker's, where there is one.

    Raises:
        sqlite3.DatabaseError: The database is damaged.
    """
    query = f"SELECT {_COLUMNS}, {manner} FROM {rest}"
    with impossible_values():
        return tuple(map(_item_row, catalogue.database.rows(query, *values)))


def items_of_card(catalogue: Catalogue, card: str) -> tuple[ItemRow, ...]:
    """Return the items of a card in reading order, the bottom line first."""
    return item_rows(
        catalogue,
        "item AS i JOIN meeting AS m ON m.card = i.card WHERE i.card = ? ORDER BY i.position",
        card,
    )


def items_at(
    catalogue: Catalogue, places: Collection[tuple[str, int]]
) -> dict[tuple[str, int], ItemRow]:
    """Return items by card and position, those that are not there left out.

    Args:
        catalogue: The catalogue.
        places: The ids of their cards, and their positions on these.
    """
    rows = item_rows(
        catalogue,
        "json_each(?) AS a CROSS JOIN item AS i ON i.card = a.value ->> 0"
        " AND i.position = a.value ->> 1 CROSS JOIN meeting AS m ON m.card = i.card",
        json.dumps(sorted(places)),
    )
    return {(row.card, row.position): row for row in rows}


def texts_at(
    catalogue: Catalogue, places: Collection[tuple[str, int]]
) -> dict[tuple[str, int], str]:
    """Return the words of items by card and position; see `items_at`."""
    query = (
        "SELECT i.card, i.position, i.text FROM json_each(?) AS a CROSS JOIN item AS i"
        " ON i.card = a.value ->> 0 AND i.position = a.value ->> 1"
    )
    rows = catalogue.database.rows(query, json.dumps(sorted(places)))
    return {(card, position): text for card, position, text in rows}


@lru_cache(maxsize=1 << 16)
def day_of(ordinal: int) -> date:
    """Return a day; many rows are of one, and there may be very many rows."""
    return date.fromordinal(ordinal)


@lru_cache(maxsize=4096)
def ids(listed: str) -> tuple[str, ...]:
    """Return the ids of a list of them; the same ones are in many rows."""
    return tuple(listed.split())


def _item_row(row: tuple[Any, ...]) -> ItemRow:
    (
        card, title, day, series, status, position, item, type_, section, text, speaker, voice,
        kind, due, state, source, paragraph, spans, who, topics, first, last, follows_card,
        follows_item, manner,
    ) = row  # fmt: skip
    return ItemRow._make((
        card, title, day_of(day), series, status, position, item, type_, section, text,
        speaker, voice, kind, due, _STATES[state] if state else None, source, paragraph or None,
        read_spans(spans) if spans else (), ids(who), ids(topics),
        day_of(first) if first else None, day_of(last) if last else None,
        (follows_card, follows_item) if follows_card else None,
        _MANNERS[manner] if manner else None,
    ))  # fmt: skip
