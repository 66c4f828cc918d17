"""Who speaks or undertakes: how often and in what manner, in which office, in which words."""

import json
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.database import impossible_values
from briefing.catalogue.db.rows import ANY_MANNER, TOOK_PART, ItemRow
from briefing.catalogue.queries.items import item_rows
from briefing.model.core import Manner, name_of_none
from briefing.model.meeting_order import MOMENTS_A_DAY


class SpeakerTotal(NamedTuple):
    """How often someone occurs in all meetings together."""

    speaker: str
    """Id of the speaker."""
    items: int
    """How many items there are, in whatever manner."""
    meetings: int
    """How many meetings have one at least."""
    took_part: int
    """How many meetings list them as taking part."""
    by_manner: dict[Manner, int]
    """How many items there are of each manner that occurs."""


class SpeakerSum(NamedTuple):
    """As much of someone's totals as a list of thousands shows."""

    id: str
    name: str
    """The name; the id where it is not listed."""
    items: int
    """How many items there are, in whatever manner."""
    meetings: int
    """How many meetings have one at least."""
    took_part: int
    """How many meetings list them as taking part."""
    quoted_alone: bool
    """Whether any words are quoted that are given to them alone."""
    role: str
    """The office named last; empty where no card names one."""

    @property
    def silent(self) -> bool:
        """Whether they took part and no words of their own are quoted anywhere."""
        return self.took_part > 0 and not self.quoted_alone


class SpeakerName(NamedTuple):
    """Who a speaker is."""

    id: str
    name: str
    """The name; the id where it is not listed."""
    kind: str
    """`person`, `body` or `document`; empty where it is not listed."""
    country: str


class Office(NamedTuple):
    """The office someone held at one meeting, and on which side."""

    speaker: str
    """Id of the speaker."""
    card: str
    """Id of the card."""
    date: date
    part: str
    """`participant`, or `quoted` without taking part."""
    role: str
    side: str


class SpeakerCell(NamedTuple):
    """How often someone occurs in one meeting, in one manner."""

    speaker: str
    card: str
    manner: str
    """A `Manner`, `ANY_MANNER` for all items, or `TOOK_PART`."""
    items: int


def speaker_totals(catalogue: Catalogue, speaker: str | None = None) -> tuple[SpeakerTotal, ...]:
    """Return how often everybody occurs in all meetings together, by id.

    Args:
        catalogue: The catalogue.
        speaker: Only this one; nobody where they occur nowhere.
    """
    # Added up by the database: a row for each manner of thousands of people takes longer to fetch.
    manners = (f"sum(items) FILTER (WHERE manner = '{manner.value}')" for manner in Manner)
    query = (
        f"SELECT speaker, total(items) FILTER (WHERE manner = '{ANY_MANNER}'),"
        f" total(cards) FILTER (WHERE manner = '{ANY_MANNER}'),"
        f" total(cards) FILTER (WHERE manner = '{TOOK_PART}'), {', '.join(manners)}"
        f" FROM speaker_total {'' if speaker is None else 'WHERE speaker = ?'} GROUP BY speaker"
    )
    known = tuple(Manner)
    return tuple(
        SpeakerTotal(
            found,
            int(items),
            int(meetings),
            int(part),
            {manner: n for manner, n in zip(known, by_manner, strict=True) if n is not None},
        )
        for found, items, meetings, part, *by_manner in catalogue.database.rows(
            query, *(() if speaker is None else (speaker,))
        )
    )


def speaker_sums(catalogue: Catalogue) -> tuple[SpeakerSum, ...]:
    """Return everybody who speaks, undertakes or takes part: those of most items first."""
    alone = ", ".join(f"'{manner.value}'" for manner in Manner if manner.alone)
    # Of offices that are named at one moment it is the same one as in `latest_offices`.
    role = (
        "SELECT role FROM attendance WHERE speaker = t.speaker AND moment > 0 AND role <> ''"
        " ORDER BY moment DESC, card DESC, number DESC LIMIT 1"
    )
    query = (
        f"SELECT t.speaker, coalesce(s.name, ''), t.items, t.cards, t.part, t.alone, ({role}) FROM"
        f" (SELECT speaker, max(iif(manner = '{ANY_MANNER}', items, 0)) AS items,"
        f" max(iif(manner = '{ANY_MANNER}', cards, 0)) AS cards,"
        f" max(iif(manner = '{TOOK_PART}', cards, 0)) AS part,"
        f" max(manner IN ({alone})) AS alone FROM speaker_total GROUP BY speaker) AS t"
        " LEFT JOIN speaker AS s ON s.id = t.speaker"
    )
    found = [
        SpeakerSum(
            each, name or name_of_none(each) or each, items, meetings, part, bool(own), office or ""
        )
        for each, name, items, meetings, part, own, office in catalogue.database.rows(query)
    ]
    return tuple(sorted(found, key=lambda row: (-row.items, -row.took_part, row.name.casefold())))


def speaker_cells(catalogue: Catalogue, series: str) -> tuple[SpeakerCell, ...]:
    """Return how often everybody occurs in each meeting of a series."""
    query = (
        "SELECT c.speaker, c.card, c.manner, c.items FROM meeting AS m"
        " CROSS JOIN card_speaker AS c ON c.card = m.card WHERE m.moment > 0 AND m.series = ?"
    )
    return tuple(SpeakerCell(*row) for row in catalogue.database.rows(query, series))


def listed_speakers(catalogue: Catalogue) -> tuple[SpeakerName, ...]:
    """Return the speakers that the library lists, by id."""
    query = "SELECT id, name, kind, country FROM speaker ORDER BY id"
    return tuple(SpeakerName(*row) for row in catalogue.database.rows(query))


def speakers_called(catalogue: Catalogue, ids: Collection[str]) -> dict[str, SpeakerName]:
    """Return those of some speakers that the library lists, by id."""
    query = (
        "SELECT s.id, s.name, s.kind, s.country FROM json_each(?) AS a"
        " CROSS JOIN speaker AS s ON s.id = a.value"
    )
    rows = catalogue.database.rows(query, json.dumps(sorted(ids)))
    return {row[0]: SpeakerName(*row) for row in rows}


def latest_offices(catalogue: Catalogue) -> tuple[Office, ...]:
    """Return the office that everybody held last, where a card names one.

    Where meetings that nothing but their ids orders name one, all are returned, the last one last.
    """
    query = (
        f"SELECT a.speaker, a.card, a.moment / {MOMENTS_A_DAY}, a.part, a.role, a.side FROM"
        " (SELECT DISTINCT speaker FROM speaker_total) AS s"
        " CROSS JOIN attendance AS a ON a.speaker = s.speaker AND a.moment ="
        " (SELECT moment FROM attendance WHERE speaker = s.speaker AND moment > 0"
        " AND role <> '' ORDER BY moment DESC LIMIT 1) WHERE a.role <> ''"
        " ORDER BY a.speaker, a.card, a.number"
    )
    return _offices(catalogue, query)


def offices_in_series(catalogue: Catalogue, series: str) -> tuple[Office, ...]:
    """Return the offices that the cards of a series name, in order of date; of none for no id."""
    query = (
        f"SELECT a.speaker, a.card, a.moment / {MOMENTS_A_DAY}, a.part, a.role, a.side"
        " FROM meeting AS m CROSS JOIN attendance AS a ON a.card = m.card"
        " WHERE m.moment > 0 AND m.series = ? AND a.role <> ''"
        " ORDER BY m.moment, m.card, a.number"
    )
    return _offices(catalogue, query, series)


def offices_of_speaker(catalogue: Catalogue, speaker: str) -> tuple[Office, ...]:
    """Return where someone took part or is named as quoted, in order of date."""
    query = (
        f"SELECT speaker, card, moment / {MOMENTS_A_DAY}, part, role, side FROM attendance"
        " WHERE speaker = ? AND moment > 0 ORDER BY moment, card"
    )
    return _offices(catalogue, query, speaker)


def offices_at(catalogue: Catalogue, card: str) -> tuple[Office, ...]:
    """Return who took part in a meeting, or is quoted without it, in the order of the card."""
    query = (
        f"SELECT speaker, card, moment / {MOMENTS_A_DAY}, part, role, side FROM attendance"
        " WHERE card = ? AND moment > 0 ORDER BY number"
    )
    return _offices(catalogue, query, card)


def items_of_speaker(
    catalogue: Catalogue, speaker: str, *, topic: str = "", series: str | None = None
) -> tuple[ItemRow, ...]:
    """Return what someone says or undertakes, in order of date, each with its manner.

    Args:
        catalogue: The catalogue.
        speaker: Id of the speaker.
        topic: Only what is filed under it, where one is given.
        series: Only of this series; empty for meetings that are of none.
    """
    rest = (
        "item_speaker AS s CROSS JOIN item AS i ON i.card = s.card AND i.position = s.position"
        " CROSS JOIN meeting AS m ON m.card = s.card WHERE s.speaker = ?"
    )
    values: list[object] = [speaker]
    if topic:
        rest += (
            " AND EXISTS (SELECT 1 FROM item_topic AS t WHERE t.topic = ? AND t.moment = s.moment"
            " AND t.card = s.card AND t.position = s.position)"
        )
        values.append(topic)
    if series is not None:
        rest += " AND m.series = ?"
        values.append(series)
    order = " ORDER BY s.moment, s.card, s.position"
    return item_rows(catalogue, rest + order, *values, manner="s.manner")


def _offices(catalogue: Catalogue, query: str, *values: object) -> tuple[Office, ...]:
    with impossible_values():
        return tuple(
            Office(speaker, card, date.fromordinal(day), part, role, side)
            for speaker, card, day, part, role, side in catalogue.database.rows(query, *values)
        )
