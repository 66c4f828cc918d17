"""Which meetings to compare: the one before in its series, or all of a series."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.catalogue.queries.meetings import newest_series
from briefing.catalogue.queries.names import series_meant
from briefing.errors import UnknownNameError
from briefing.model.core import GONE

if TYPE_CHECKING:
    from briefing.catalogue.catalogue import Catalogue
    from briefing.catalogue.db.rows import MeetingRow


def previous_in_series(card: str, rows: Sequence["MeetingRow"]) -> str | None:
    """Return the id of the meeting before one in its series; None where there is none.

    Args:
        card: Id of the card.
        rows: The meetings of its series at least, newest first.
    """
    at = next((number for number, row in enumerate(rows) if row.card == card), None)
    if at is None or not rows[at].series:
        return None
    earlier = (row for row in rows[at + 1 :] if row.series == rows[at].series)
    return next((row.card for row in earlier if _stands(row)), None)


def newest_with_previous(catalogue: "Catalogue") -> tuple[str, str] | None:
    """Return the ids of the newest meeting that has one before it in its series, and of that one.

    Returns:
        The earlier and the later; None where no series has two meetings.
    """
    series = newest_series(catalogue)
    rows = () if series is None else catalogue.meetings(series)
    cards = [row.card for row in rows if _stands(row)]
    return (cards[1], cards[0]) if len(cards) > 1 else None


def cards_of_series(series: str, rows: Iterable["MeetingRow"]) -> tuple[str, ...]:
    """Return the ids of the meetings of a series, the earliest first.

    Args:
        series: Id of the series, its beginning, or parts of it, as `find_series` takes them.
        rows: The meetings of the series at least, newest first.

    Raises:
        UnknownNameError: No series, or more than one, is called so; or it has one meeting only.
    """
    rows = [row for row in rows if row.series and _stands(row)]
    meant = series_meant(series, sorted({row.series for row in rows}))
    cards = tuple(row.card for row in reversed(rows) if row.series == meant)
    if len(cards) < 2:
        raise UnknownNameError(
            f"the series '{meant}' has one meeting only", hint="name two cards to compare"
        )
    return cards


def _stands(row: "MeetingRow") -> bool:
    return not row.broken and row.status not in GONE
