"""Which claims rest on paragraphs of sources, for many paragraphs at once."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.database import impossible_values
from briefing.catalogue.db.rows import read_spans
from briefing.model.core import Span


class RestingClaim(NamedTuple):
    """A claim that rests on a paragraph."""

    card: str
    """Id of the card."""
    title: str
    """Title of the card."""
    date: date
    """Day of the meeting."""
    series: str
    number: int
    """1-based number of the claim as `show` prints it; 0 for the bottom line."""
    item: str
    """Id of the item within the card."""
    type: str
    speaker: str
    """Id of a quote's speaker, empty for a point."""
    state: str
    """The state of its evidence there."""
    spans: tuple[Span, ...]
    """What it rests on, in code points of the paragraph's text."""


def claims_resting_on(
    catalogue: Catalogue, paragraphs: Iterable[tuple[str, int]]
) -> Mapping[tuple[str, int], tuple[RestingClaim, ...]]:
    """Return the claims on some paragraphs, in the order of their meetings and cards.

    Those of cards that stand for no meeting any more are left out.

    Args:
        catalogue: The catalogue.
        paragraphs: Ids of sources with 1-based paragraph numbers.

    Raises:
        sqlite3.DatabaseError: The database is damaged.
    """
    query = (
        "SELECT e.source, e.paragraph, e.card, m.title, m.date, m.series, e.position, i.id, i.type,"
        " i.speaker, e.state, e.spans"
        " FROM json_each(?) AS wanted CROSS JOIN evidence AS e"
        " ON e.source = json_extract(wanted.value, '$[0]')"
        " AND e.paragraph = json_extract(wanted.value, '$[1]')"
        " JOIN meeting AS m ON m.card = e.card AND m.moment > 0"
        " JOIN item AS i ON i.card = e.card AND i.position = e.position"
        " ORDER BY m.moment, e.card, e.position, e.number"
    )
    wanted = json.dumps([list(each) for each in dict.fromkeys(paragraphs)])
    found: dict[tuple[str, int], list[RestingClaim]] = {}
    with impossible_values():
        for source, paragraph, card, title, day, *rest, spans in catalogue.database.rows(
            query, wanted
        ):
            values = (card, title, date.fromordinal(day), *rest, read_spans(spans))
            claim = RestingClaim(*values)
            found.setdefault((source, paragraph), []).append(claim)
    return {place: tuple(claims) for place, claims in found.items()}


def item_numbers(
    catalogue: Catalogue, items: Iterable[tuple[str, str]]
) -> Mapping[tuple[str, str], int]:
    """Return the numbers of items, given the ids of their cards and their own.

    Raises:
        sqlite3.DatabaseError: The database is damaged.
    """
    query = (
        "SELECT i.card, i.id, i.position FROM json_each(?) AS wanted CROSS JOIN item AS i"
        " ON i.card = json_extract(wanted.value, '$[0]')"
        " AND i.id = json_extract(wanted.value, '$[1]')"
    )
    wanted = json.dumps([list(each) for each in dict.fromkeys(items)])
    rows = catalogue.database.rows(query, wanted)
    return {(card, item): number for card, item, number in rows}
