"""The list of meetings in its three forms, from the rows of a catalogue."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from briefing.output.lines import Piece, PrintedLine, behind, block
from briefing.output.wording import count, percent

if TYPE_CHECKING:
    from briefing.catalogue.db.rows import MeetingRow


class CardSummary(TypedDict):
    """One card of `list`."""

    id: str
    title: str
    date: str
    end: str | None
    place: str | None
    series: str | None
    status: str
    items: int
    coverage: float


def summary(row: "MeetingRow") -> CardSummary:
    """Return what `list --json` says of a card that can be read."""
    return {
        "id": row.card,
        "title": row.title,
        "date": row.date.isoformat() if row.date else "",
        "end": row.end.isoformat() if row.end else None,
        "place": row.place or None,
        "series": row.series or None,
        "status": row.status,
        "items": row.claims,
        "coverage": round(row.coverage, 4),
    }


def list_lines(rows: Iterable["MeetingRow"]) -> Iterator[str]:
    """Yield one line for each card, its id first."""
    for row in rows:
        facts = [
            row.title,
            meeting_words(
                date=row.date,
                end=row.end,
                date_note=row.date_note,
                place=row.place,
                mode=row.mode,
                series=row.series,
                status=row.status,
            ),
            count(row.claims, "claim"),
            f"{percent(row.coverage)} of body paragraphs cited",
        ]
        yield f"{row.card}: {', '.join(facts)}"


def list_page(rows: Iterable["MeetingRow"], columns: int) -> Iterator[PrintedLine]:
    """Yield every card in two lines: date and title, and below them what it is and its id."""
    for row in rows:
        day = _days(row)
        indent = len(day) + 2
        head = (Piece(day, "dim"), Piece("  "))
        yield from behind(head, block(row.title, "title", columns, indent))
        cited = f"{percent(row.coverage)} cited"
        facts = [row.card, row.place, row.status, count(row.claims, "claim"), cited]
        yield from block(" · ".join(f for f in facts if f), "dim", columns, indent)


def meeting_words(
    *,
    name: str = "",
    date: date | None,
    date_note: str,
    place: str,
    mode: str,
    series: str,
    status: str,
    end: date | None = None,
    time: str = "",
) -> str:
    """Return when, where and what a meeting was, and the state of its card."""
    day = date.isoformat() if date else ""
    if end:
        day = f"{day} to {end.isoformat()}"
    if time:
        day = f"{day}, {time}"
    facts = [
        name,
        f"{day} ({date_note})" if date_note else day,
        place,
        mode,
        f"series {series}" if series else "",
        status,
    ]
    return ", ".join(fact for fact in facts if fact)


def _days(row: "MeetingRow") -> str:
    """Return the day of a meeting, or the first and the last one: `2023-05-03–05`."""
    if row.date is None or row.end is None:
        return row.date.isoformat() if row.date else ""
    same = (row.date.year, row.date.month) == (row.end.year, row.end.month)
    return f"{row.date.isoformat()}–{row.end:%d}" if same else f"{row.date} – {row.end}"
