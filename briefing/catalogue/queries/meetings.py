"""Meetings in order of date, series apart."""

import datetime
import json
from collections.abc import Collection
from datetime import date
from typing import Final, NamedTuple

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.database import impossible_values
from briefing.model.meeting_order import MOMENTS_A_DAY


class MeetingColumn(NamedTuple):
    """One meeting as the head of a column, or a mark on a line of time."""

    card: str
    """Id of the card."""
    title: str
    date: date
    last_day: datetime.date
    """The last day of a meeting of several days; else its only one."""
    series: str
    """Id of its series, empty where there is none."""
    status: str
    place: str


class SeriesRow(NamedTuple):
    """One series, or the meetings that are of none."""

    id: str
    """Id of the series, empty for what is of none."""
    meetings: int
    first: date
    """Day of its first meeting."""
    last: date
    """Day of its last meeting."""


_COLUMNS: Final = "m.card, m.title, m.date, m.last_day, m.series, m.status, m.place"


def all_series(catalogue: Catalogue) -> tuple[SeriesRow, ...]:
    """Return the series by id, and last, where there are any, the meetings that are of none."""
    # Of moments, which the index has: the days are the same.
    query = (
        f"SELECT series, count(*), min(moment) / {MOMENTS_A_DAY}, max(moment) / {MOMENTS_A_DAY}"
        " FROM meeting WHERE moment > 0 GROUP BY series ORDER BY series = '', series"
    )
    with impossible_values():
        return tuple(
            SeriesRow(name, count, date.fromordinal(first), date.fromordinal(last))
            for name, count, first, last in catalogue.database.rows(query)
        )


def meetings_of_series(catalogue: Catalogue, series: str) -> tuple[MeetingColumn, ...]:
    """Return the meetings of a series in order of date; of none for an empty id.

    It is the order of `Catalogue.meetings` backwards, also where a day has several.
    """
    return _meetings(
        catalogue, "WHERE m.moment > 0 AND m.series = ? ORDER BY m.moment, m.card", series
    )


def meetings_between(catalogue: Catalogue, first: date, last: date) -> tuple[MeetingColumn, ...]:
    """Return the meetings that began on one of some days, in order of date."""
    return _meetings(
        catalogue,
        "WHERE m.moment >= ? AND m.moment < ? ORDER BY m.moment, m.card",
        first.toordinal() * MOMENTS_A_DAY,
        (last.toordinal() + 1) * MOMENTS_A_DAY,
    )


def newest_series(catalogue: Catalogue) -> str | None:
    """Return the series of the newest meeting that has one before it; None where none has."""
    query = (
        "SELECT m.series FROM meeting AS m WHERE m.moment > 0 AND m.series <> '' AND EXISTS"
        " (SELECT 1 FROM meeting AS o WHERE o.moment > 0 AND o.series = m.series"
        " AND o.card <> m.card) ORDER BY m.moment DESC, m.card DESC LIMIT 1"
    )
    return next((series for (series,) in catalogue.database.rows(query)), None)


def in_order(catalogue: Catalogue, cards: Collection[str]) -> tuple[str, ...]:
    """Return the ids of some cards in order of date, those that are not there left out."""
    query = (
        "SELECT m.card FROM json_each(?) AS a CROSS JOIN meeting AS m ON m.card = a.value"
        " ORDER BY m.held, m.card"
    )
    rows = catalogue.database.rows(query, json.dumps(sorted(cards)))
    return tuple(card for (card,) in rows)


def _meetings(catalogue: Catalogue, rest: str, *values: object) -> tuple[MeetingColumn, ...]:
    query = f"SELECT {_COLUMNS} FROM meeting AS m {rest}"
    with impossible_values():
        return tuple(
            MeetingColumn(
                card, title, date.fromordinal(day), date.fromordinal(end), series, status, place
            )
            for card, title, day, end, series, status, place in catalogue.database.rows(
                query, *values
            )
        )
