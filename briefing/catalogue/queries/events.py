"""What sources date themselves, sentence by sentence."""

from datetime import date
from typing import Final, NamedTuple

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.database import impossible_values
from briefing.catalogue.db.rows import read_spans
from briefing.model.core import Span


class EventRow(NamedTuple):
    """A sentence of a source that names a time, its year included."""

    source: str
    """Id of the source."""
    paragraph: int
    """1-based paragraph of the source."""
    first: date
    """The first day that the time may mean."""
    last: date
    """The last day that it may mean."""
    words: str
    """The words of the source that name the time."""
    text: str
    """The sentence, as it is in the source."""
    span: Span
    """Where the sentence is, in code points of the paragraph's text."""


_COLUMNS: Final = "e.source, e.paragraph, e.first, e.last, e.words, e.text, e.spans"
_ORDER: Final = "ORDER BY e.first, e.last, e.source, e.number"


def events_between(catalogue: Catalogue, first: date, last: date) -> tuple[EventRow, ...]:
    """Return the events of all sources that begin on one of some days, in order of date."""
    rest = f"event AS e WHERE e.first BETWEEN ? AND ? {_ORDER}"
    return _events(catalogue, rest, first.toordinal(), last.toordinal())


def events_of_series(catalogue: Catalogue, series: str) -> tuple[EventRow, ...]:
    """Return the events of the sources that the cards of a series rest on, in order of date."""
    rest = (
        "(SELECT DISTINCT substr(d.record, 8) AS id FROM meeting AS m CROSS JOIN depends AS d"
        " ON d.card = m.card WHERE m.moment > 0 AND m.series = ? AND d.record LIKE 'source:%')"
        f" AS s CROSS JOIN event AS e ON e.source = s.id {_ORDER}"
    )
    return _events(catalogue, rest, series)


def _events(catalogue: Catalogue, rest: str, *values: object) -> tuple[EventRow, ...]:
    query = f"SELECT {_COLUMNS} FROM {rest}"
    with impossible_values():
        return tuple(
            EventRow(
                source, number, date.fromordinal(first), date.fromordinal(last), words, text,
                read_spans(spans)[0],
            )
            for source, number, first, last, words, text, spans in catalogue.database.rows(
                query, *values
            )
        )  # fmt: skip
