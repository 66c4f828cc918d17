"""Dates and ranges of dates in a query, and the days that the `due` of a card means."""

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    # What finds dates in texts takes longer to import than a search takes; most ask for no date.
    from briefing.language.dates.periods import Period

_RANGE = "a range is 2022..2023, ..2023 or 2022.."
HINTS = {
    "date": f"a date is 2022, 2022-01, 2022-01-31 or 2022-Q1; {_RANGE}",
    "due": f"what is due is 2022, 2022-01, 2022-01-31, 2022-Q1, 2022-spring or FY2022; {_RANGE}",
}
"""The fields whose values are periods, and how one is written."""
_FIRST, _LAST = date.min, date.max
_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>\d)|(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?))?",
    re.IGNORECASE,
)
_FISCAL = re.compile(r"FY(?P<year>\d{4})", re.IGNORECASE)
_PART = re.compile(r"\d{4}-(?:spring|summer|autumn|winter|h[12])", re.IGNORECASE)
"""A season or half of a year, as a `due` may have it."""
_PARTS = ("spring", "summer", "autumn", "winter", "h1")
_FISCAL_MONTHS = 15
"""From January of a fiscal year to the March after it."""
_TYPED_ON = (
    *"0123456789", *("12", "28", "29", "30", "31", "01", "99", "001", "999", "2001", "9998"),
    *("-1", "-01", ".", ".9998", "Q1", "Y2001"),
)  # fmt: skip
"""What may follow the beginning of a date; if none of these makes one of it, nothing does."""


class PeriodError(ValueError):
    """What was typed is no date and no range of dates."""


class Asked(NamedTuple):
    """The days a query asks for."""

    days: "Period"
    fiscal: str = ""
    """The fiscal year, where exactly one is asked for, as cards write it."""

    def fits(self, due: str) -> bool:
        """Whether what is due then may be due within these days.

        What fits a fiscal year bears its name, or is wholly within it: it is no calendar year.

        Args:
            due: A `due` of a card; one that means no days never fits.
        """
        found = days_of_due(due)
        if found is None:
            return False
        if self.fiscal:
            return due == self.fiscal or self.days.holds(found)
        return self.days.meets(found)


def period(value: str, *, fiscal: bool = False) -> Asked:
    """Read a date or a range of dates.

    Args:
        value: Such as `2022`, `2022-01`, `2022-01-07`, `2022-Q1`, `2022..2023-06`, `..2023`.
        fiscal: Whether a fiscal year, `FY2027`, is one too.

    Raises:
        PeriodError: It is neither; the message says why.
    """
    from briefing.language.dates.periods import Period

    first, dots, last = value.partition("..")
    last = last.lstrip(".")
    if not dots:
        found = _period(first, fiscal)
        return Asked(found, first.upper() if _FISCAL.fullmatch(first) else "")
    if not first and not last:
        raise PeriodError("a range needs a date on one side of '..'")
    low = _period(first, fiscal).first if first else _FIRST
    high = _period(last, fiscal).last if last else _LAST
    if low > high:
        raise PeriodError(f"{first} is later than {last}")
    return Asked(Period(low, high))


def days_of_due(due: str) -> "Period | None":
    """Return the days that a `due` of a card may mean, None where it means none.

    A fiscal year begins on another day in every country: it counts from the first day of its
    calendar year to the last of the March after, where those that begin in April end.

    Args:
        due: As a card has it.
    """
    from briefing.language.dates.periods import of_months, period_of_due

    try:
        if match := _FISCAL.fullmatch(due):
            return of_months(_year(match["year"]), 1, _FISCAL_MONTHS)
        return period_of_due(due)
    except (ValueError, IndexError):
        return None


def may_become(value: str, *, fiscal: bool = False) -> bool:
    """Whether a value that is still being typed can become a period by typing on."""
    _, dash, part = value.rpartition("..")[2].partition("-")
    if fiscal and dash and part and any(each.startswith(part.casefold()) for each in _PARTS):
        value = value.removesuffix(f"-{part}")
    for more in _TYPED_ON:
        try:
            period(value + more, fiscal=fiscal)
        except PeriodError:
            continue
        return True
    return False


def _period(text: str, fiscal: bool) -> "Period":
    from briefing.language.dates.periods import of_day, of_months, of_years, period_of_due

    if fiscal and _PART.fullmatch(text):
        found = period_of_due(f"{_year(text[:4]):04}-{_as_written(text[5:])}")
        if found is not None:
            return found
    if fiscal and (match := _FISCAL.fullmatch(text)):
        return of_months(_year(match["year"]), 1, _FISCAL_MONTHS)
    match = _DATE.fullmatch(text)
    if not match:
        raise PeriodError(f"{text!r} is no date")
    year = _year(match["year"])
    if match["quarter"]:
        quarter = int(match["quarter"])
        if not 1 <= quarter <= 4:
            raise PeriodError(f"there is no quarter {quarter}")
        return of_months(year, 3 * quarter - 2, 3)
    if not match["month"]:
        return of_years(year)
    month = int(match["month"])
    if not 1 <= month <= 12:
        raise PeriodError(f"there is no month {month}")
    if not match["day"]:
        return of_months(year, month)
    found = of_day(year, month, int(match["day"]))
    if found is None:
        raise PeriodError(f"{year}-{month:02} has no day {int(match['day'])}")
    return found


def _year(text: str) -> int:
    if not 0 < int(text) < _LAST.year:
        raise PeriodError(f"there is no year {int(text)}")
    return int(text)


def _as_written(part: str) -> str:
    """Return a part of a year as cards spell it: seasons small, halves with a capital."""
    return part.upper() if part[-1].isdigit() else part.casefold()
