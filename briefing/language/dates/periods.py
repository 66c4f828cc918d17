"""Stretches of days, and the spellings that a card's `due` has for them."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final, NamedTuple

SEASONS: Final[Mapping[str, int]] = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The seasons of the northern year, with the 1-based month each begins with."""
_PARTS: Final = ("Q1", "Q2", "Q3", "Q4", *SEASONS, "H1", "H2")
"""The parts of a year that a `due` may name, the smaller ones first."""


class Period(NamedTuple):
    """A stretch of days, both ends included."""

    first: date
    last: date

    def holds(self, other: "Period") -> bool:
        """Whether another period is wholly within this one."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: "Period") -> bool:
        """Whether both have a day in common."""
        return self.first <= other.last and other.first <= self.last


def of_day(year: int, month: int, day: int) -> Period | None:
    """Return a single day; None where the calendar has no such day."""
    try:
        return Period(date(year, month, day), date(year, month, day))
    except ValueError:
        return None


def of_months(year: int, month: int, count: int = 1) -> Period:
    """Return whole months: `count` of them from the 1-based `month` on, which may pass 12."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    end_year, end_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    return Period(
        date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])
    )


def of_years(first: int, last: int | None = None) -> Period:
    """Return whole calendar years."""
    return Period(date(first, 1, 1), date(last or first, 12, 31))


def of_week(day: date) -> Period:
    """Return the week, Monday to Sunday, in which a day is."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def later(day: date, months: int) -> date:
    """Return the same day some months later, or the last of that month where it is shorter."""
    of_month = of_months(day.year, day.month + months)
    return min(of_month.first + timedelta(days=day.day - 1), of_month.last)


def in_calendar(year: int) -> bool:
    """Whether a year, and those beside it, can be written as dates."""
    return MINYEAR + 20 <= year <= MAXYEAR - 20


def smallest_due(period: Period) -> str:
    """Return the most exact spelling of `due` that holds a whole period.

    A period that reaches into another year, and is no winter, gets the year in which it ends.
    """
    first, last = period
    if first == last:
        return first.isoformat()
    if first.year != last.year:
        winter = f"{first.year}-winter"
        return winter if period_of_due(winter) == period else f"{last.year}"
    if first.month == last.month:
        return f"{first:%Y-%m}"
    for named in _PARTS:
        due = f"{first.year}-{named}"
        found = period_of_due(due)
        if found is not None and found.holds(period):
            return due
    return f"{first.year}"


def period_of_due(due: str) -> Period | None:
    """Return the days that a `due` value means.

    Args:
        due: `2025`, `2025-06`, `2025-06-30`, `2025-Q2`, `2025-H1`, `2025-spring` or `FY2025`.

    Returns:
        The days, of seasons those of the northern year; None for a fiscal year, which begins on
        another day in every country.
    """
    if due.startswith("FY"):
        return None
    year, *rest = due.split("-")
    if not rest:
        return of_years(int(year))
    if rest[0] in SEASONS:
        return of_months(int(year), SEASONS[rest[0]], 3)
    if rest[0].startswith("Q"):
        return of_months(int(year), 3 * int(rest[0][1]) - 2, 3)
    if rest[0].startswith("H"):
        return of_months(int(year), 6 * int(rest[0][1]) - 5, 6)
    if len(rest) == 1:
        return of_months(int(year), int(rest[0]))
    return of_day(int(year), int(rest[0]), int(rest[1]))
