"""What a date expression means, and the few things that all readers of expressions share."""

from collections.abc import Callable
from datetime import date
from re import Match
from typing import NamedTuple

from briefing.language.dates import words
from briefing.language.dates.periods import Period, in_calendar, of_day, of_months


class DateMeaning(NamedTuple):
    """What an expression may mean; the preferred period comes first."""

    periods: tuple[Period, ...]
    relative: bool = False
    """Whether the periods depend on the day the text was written."""
    floating: bool = False
    """Whether the year is missing, so that `periods` are the last and the next such time."""
    bare: bool = False
    """Whether it is a mere number, name or attribute that need not set a time."""
    ahead: bool = False
    """Whether the words themselves say that the time is still to come."""
    limit: bool = False
    """Whether the words themselves set a limit."""
    fiscal: tuple[int, ...] = ()
    """The fiscal years it may mean, the preferred one first."""
    counted: bool = False
    """Whether units of time are counted from the day of writing, as in `in two years`."""
    alternatives: tuple[str, ...] = ()
    """The days, as `due` spells them, among which the words leave the choice open."""
    note: str = ""
    """Why `due` can hold the meaning only in part."""


Reader = Callable[[Match[str], date, str], DateMeaning | None]


def number(text: str | None) -> int | None:
    """Return the value of digits of any script, Han digits or a small number word."""
    if not text:
        return None
    text = text.strip().casefold()
    if text.isdecimal():
        return int(text)
    han = "〇一二三四五六七八九"
    if all(char in han for char in text):
        return int("".join(str(han.index(char)) for char in text))
    return words.counts().get(text)


def month_number(name: str) -> int | None:
    """Return a month by its name or abbreviation in any of the languages."""
    name = name.casefold().rstrip(".")
    return words.months().get(name) or words.short_months().get(name)


def year_number(text: str | None) -> int | None:
    """Return a year; two digits are of this century."""
    value = number(text)
    if value is not None and value < 100:
        value += 2000
    return value if value is not None and in_calendar(value) else None


def floating_day(month: int, day: int, anchor: date) -> DateMeaning | None:
    """Return a day without its year: the nearest first, the next and the last one all allowed."""
    found = [of_day(anchor.year + shift, month, day) for shift in (0, 1, -1)]
    return nearest([period for period in found if period], anchor)


def floating_month(month: int, anchor: date) -> DateMeaning | None:
    """Return a month without its year."""
    return nearest([of_months(anchor.year + shift, month) for shift in (0, 1, -1)], anchor)


def nearest(periods: list[Period], anchor: date) -> DateMeaning | None:
    """Return periods of several years as one reading, the nearest to the anchor first."""
    if not periods:
        return None
    ordered = sorted(periods, key=lambda period: abs((period.last - anchor).days))
    return DateMeaning(tuple(ordered), floating=True)


def shift_of(which: str) -> int:
    """Return how many units `next`, `this`, `last` and their like are ahead."""
    lower = which.casefold().strip()
    if lower == "que viene" or any(word.startswith(_NEXT) for word in lower.split()):
        return 1
    return -1 if any(word.startswith(_LAST) for word in lower.split()) else 0


_NEXT = (
    "next", "coming", "following", "prochain", "suivant", "nächst", "kommend", "folgend", "próxim",
    "que viene", "prossim", "seguinte", "siguiente", "следующ", "будущ", "предстоящ", "المقبل",
    "القادم", "مقبل", "來", "来", "翌", "明", "下",
)  # fmt: skip
_LAST = (
    "last", "past", "previous", "dernier", "dernière", "passé", "précédent", "letzt", "vergangen",
    "vorig", "pasad", "últim", "anterior", "scors", "passad", "прошл", "минувш", "предыдущ",
    "الماضي", "المنصرم", "昨", "去", "先", "前", "上",
)  # fmt: skip
