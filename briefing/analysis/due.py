"""When something is due, in words that are relative to a day."""

from datetime import date
from typing import Final, Literal

from briefing.language.dates.periods import Period

DueState = Literal["overdue", "due soon", "later", "undated"]
"""How a date is to today. `overdue` says that the date is past, not that nothing was done."""
SOON_DAYS: Final = 90
"""How many days ahead count as soon."""
_YEAR: Final = 364


def due_state(period: Period | None, today: date, soon: int = SOON_DAYS) -> DueState:
    """Return how a time is to a day.

    It is overdue once its last day is past, and soon where its last day is near or it has begun.

    Args:
        period: The days that are meant; None where no time is set.
        today: The day.
        soon: How many days ahead count as soon.
    """
    if period is None:
        return "undated"
    if period.last < today:
        return "overdue"
    near = (period.last - today).days <= soon
    return "due soon" if near or period.first <= today else "later"


def relative_words(period: Period, today: date) -> str:
    """Say how far a time is from a day: `3 months ago`, `now, until 2026-12-31`, `in 2 weeks`.

    A time of a year or more that is ahead is counted in years, as nobody knows its day.

    Args:
        period: The days that are meant.
        today: The day.
    """
    if period.first == today == period.last:
        return "today"
    if period.first <= today <= period.last:
        return f"now, until {period.last.isoformat()}"
    if period.last < today:
        return f"{_length(period.last, today)} ago"
    years = period.first.year - today.year
    if (period.last - period.first).days >= _YEAR and years:
        return "next year" if years == 1 else f"in {years} years"
    return f"in {_length(today, period.first)}"


def _length(first: date, last: date) -> str:
    """Return the time between two days in a unit of which there are two at least."""
    days = (last - first).days
    if days < 14:
        return _count(days, "day")
    if days < 60:
        return _count(days // 7, "week")
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    if months < 24:
        return _count(months, "month")
    return _count(months // 12, "year")


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
