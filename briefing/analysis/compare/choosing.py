"""Which meetings to compare: the one before in its series, or all of a series."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.errors import UnknownNameError
from briefing.text.cleaning import clean
from briefing.text.suggest import did_you_mean

if TYPE_CHECKING:
    from briefing.catalogue.db.rows import MeetingRow

_GONE = ("superseded", "retracted")
"""Statuses of cards that stand for no meeting any more."""


def previous_in_series(card: str, rows: Sequence["MeetingRow"]) -> str | None:
    """Return the id of the meeting before one in its series; None where there is none.

    Args:
        card: Id of the card.
        rows: All meetings, newest first, of one day the last of its series.
    """
    at = next((number for number, row in enumerate(rows) if row.card == card), None)
    if at is None or not rows[at].series:
        return None
    earlier = (row for row in rows[at + 1 :] if row.series == rows[at].series)
    return next((row.card for row in earlier if _stands(row)), None)


def newest_with_previous(rows: Sequence["MeetingRow"]) -> tuple[str, str] | None:
    """Return the ids of the newest meeting that has one before it in its series, and of that one.

    Returns:
        The earlier and the later; None where no series has two meetings.
    """
    last: dict[str, str] = {}
    newest: dict[str, str] = {}
    found: list[tuple[int, str, str]] = []
    for number, row in enumerate(rows):
        if not row.series or not _stands(row):
            continue
        if row.series not in newest:
            newest[row.series] = row.card
            found.append((number, row.series, row.card))
        elif row.series not in last:
            last[row.series] = row.card
    return next(((last[series], card) for _, series, card in found if series in last), None)


def cards_of_series(series: str, rows: Iterable["MeetingRow"]) -> tuple[str, ...]:
    """Return the ids of the meetings of a series, the earliest first.

    Args:
        series: Id of the series, or the beginning of only one.
        rows: All meetings, newest first.

    Raises:
        UnknownNameError: No series, or more than one, is called so; or it has one meeting only.
    """
    rows = [row for row in rows if row.series and _stands(row)]
    names = sorted({row.series for row in rows})
    meant = [series] if series in names else [n for n in names if series and n.startswith(series)]
    if len(meant) != 1:
        if meant:
            hint = ", ".join(meant[:3]) + (f" and {len(meant) - 3} more" if meant[3:] else "")
            raise UnknownNameError(f"'{clean(series)}' can mean {len(meant)} series", hint=hint)
        listed = "no card names a series" if not names else f"there is {', '.join(names[:3])}"
        hint = did_you_mean(series, names, otherwise=listed)
        raise UnknownNameError(f"there is no series '{clean(series)}'", hint=hint)
    cards = tuple(row.card for row in reversed(rows) if row.series == meant[0])
    if len(cards) < 2:
        raise UnknownNameError(
            f"the series '{meant[0]}' has one meeting only", hint="name two cards to compare"
        )
    return cards


def _stands(row: "MeetingRow") -> bool:
    return not row.broken and row.status not in _GONE
