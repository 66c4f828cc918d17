"""Dates that commitments are due, as a calendar (iCalendar, RFC 5545)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from briefing.output.analysis.rows import address, place_words, who_words, words
from briefing.text.cleaning import clean_block

if TYPE_CHECKING:
    from briefing.analysis.commitments import CommitmentRow, CommitmentView
    from briefing.catalogue.queries.names import ViewNames

_LINE: Final = 75
"""Bytes of a line at most, the break not counted (RFC 5545, 3.1)."""
_LONGEST_SUMMARY: Final = 120


def calendar(view: "CommitmentView") -> str:
    """Return a calendar with one whole-day entry for each item that a time is set for.

    A time that is no single day is on its last day, and the entry says so. The entries take no
    time (TRANSPARENT), and keep their identity from one export to the next.

    Args:
        view: The commitments; those without a time are left out.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//briefing-reader//commitments//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for row in view.rows:
        if row.item.due_last is not None:
            lines += _entry(row, view.today, view.names)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _entry(row: "CommitmentRow", today: date, names: "ViewNames") -> Iterator[str]:
    item = row.item
    assert item.due_first is not None
    assert item.due_last is not None
    day = item.due_last
    yield "BEGIN:VEVENT"
    yield f"UID:{item.card}-{item.item}@briefing-reader"
    yield f"DTSTAMP:{_day(today)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(day)}"
    if day < date.max:  # without an end an entry takes the day it starts on (RFC 5545, 3.6.1)
        yield f"DTEND;VALUE=DATE:{_day(day + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(_summary(row))}"
    yield f"DESCRIPTION:{_escaped(_description(row, names))}"
    yield f"CATEGORIES:{_escaped(item.kind or 'date')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    """Return a DATE value; strftime does not write years before 1000 with four digits."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _summary(row: "CommitmentRow") -> str:
    text = words(row.item)
    if len(text) > _LONGEST_SUMMARY:
        text = f"{text[:_LONGEST_SUMMARY].rsplit(' ', 1)[0]}…"
    return f"Due {row.item.due}: {text}"


def _description(row: "CommitmentRow", names: "ViewNames") -> str:
    """Return the words with who, when and where, each on a line."""
    item = row.item
    lines = [words(item)]
    if who := who_words(item, names):
        lines.append(who)
    lines.append(f"{item.title}, {item.date.isoformat()}")
    state = item.state.value if item.state else "no evidence"
    lines.append(", ".join(part for part in (place_words(item), state, address(item)) if part))
    if caution := names.caution(item.source):
        lines.append(f"Caution: {caution}")
    if item.due_first != item.due_last:
        lines.append(f"The source sets {item.due}; the entry is on the last day that can mean.")
    return "\n".join(lines)


def _escaped(text: str) -> str:
    """Return a text value (RFC 5545, 3.3.11)."""
    text = "\n".join(clean_block(line) for line in text.split("\n"))
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Yield a content line in parts of 75 bytes at most, each but the first behind a blank."""
    part, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > _LINE:
            yield part
            part, size = " ", 1
        part += char
        size += width
    yield part
