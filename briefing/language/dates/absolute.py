"""What days, months, quarters, seasons and years mean that are named by the calendar."""

import re
from datetime import date
from re import Match

from briefing.language.dates import words
from briefing.language.dates.periods import Period, in_calendar, of_day, of_months, of_years
from briefing.language.dates.reading import (
    DateMeaning,
    floating_day,
    floating_month,
    month_number,
    nearest,
    number,
    shift_of,
    year_number,
)


def absolute_day(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read a day with the month's name: `June 30, 2025`, `le 1er octobre`, `June 3-5`."""
    groups = match.groupdict()
    month, day, year = month_number(groups["month"]), number(groups["day"]), groups.get("year")
    if month is None or day is None or not _is_month(groups["month"], bool(year)):
        return None
    until = number(groups.get("until")) or day
    if year is None:
        reading = floating_day(month, until, anchor)
        if reading is None or until == day:
            return reading
        spans = tuple(
            Period(p.first.replace(day=day), p.last) for p in reading.periods if day <= until
        )
        return reading._replace(periods=spans) if spans else None
    value = year_number(year)
    first = of_day(value, month, day) if value else None
    last = of_day(value, month, until) if value else None
    if first is None or last is None or last.last < first.first:
        return None
    return DateMeaning((Period(first.first, last.last),))


def _is_month(name: str, dated: bool) -> bool:
    """Whether a word is a month's name here: `may`, `march` and `set` are words of their own."""
    lower = name.casefold().rstrip(".")
    if lower in ("may", "march") or lower not in words.months():
        return dated or (name[0].isupper() and lower not in ("set", "gen", "ago", "dic"))
    return True


def digits_day(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read a day in figures, the year first: `2025-11-03`, `2025/11/03`."""
    period = of_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return DateMeaning((period,)) if period else None


def figures_day(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read a day in figures, the year last: `03.04.2025`, and `03/04/2025`, which has two readings.

    Only English texts of unknown country leave it open which of both is the month.
    """
    one, two, year = int(match["one"]), int(match["two"]), year_number(match["year"])
    if year is None:
        return None
    european, american = of_day(year, two, one), of_day(year, one, two)
    if match["sign"] == "." or not language.startswith("en"):
        american = american if european is None else None
    if language == "en-US" and american:
        european = None
    periods = tuple(dict.fromkeys(period for period in (european, american) if period))
    if len(periods) < 2:
        return DateMeaning(periods) if periods else None
    return DateMeaning(periods, alternatives=tuple(f"{p.first:%Y-%m-%d}" for p in periods))


def month_of_year(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read a month with its year: `June 2025`, `2025-06`."""
    name, value = match["month"], year_number(match["year"])
    month = int(name) if name.isdecimal() else month_number(name)
    return DateMeaning((of_months(value, month),)) if month and value else None


def month_alone(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read a month without a year: `in May`, `mid-December`, `next June`."""
    name, which = match["month"], match.groupdict().get("which")
    month, lower = words.months()[name.casefold()], name.casefold()
    if lower in _WORDS_TOO and not (which or _introduces(match)):
        return None
    if lower in ("may", "march") and not name[0].isupper():
        return None
    reading = floating_month(month, anchor)
    if reading is None or not which:
        return reading
    shift = shift_of(which)
    if shift:
        keep = [p for p in reading.periods if (p.last > anchor) == (shift > 0)]
    else:
        keep = [p for p in reading.periods if p.first.year == anchor.year]
    return DateMeaning(tuple(keep), relative=True, ahead=shift > 0)


_WORDS_TOO = (
    "may",
    "march",
    "mars",
    "mai",
    "marta",
    "mayo",
    "avril",
    "août",
    "june",
    "april",
    "август",
    "أغسطس",
)
"""Months whose names are words of another sense, or the names of persons."""


def _introduces(match: Match[str]) -> bool:
    """Whether the word before a month's name is one that dates have, or it is one of a span."""
    before = match.string[max(0, match.start() - 24) : match.start()]
    if re.search(_INTRODUCED, before, re.IGNORECASE):
        return True
    beside = (_AFTER.match(match.string, match.end()), _BEFORE.search(before))
    others = [other[1] for other in beside if other is not None]
    return any(other[0].isupper() and other.casefold() in words.months() for other in others)


_SPAN = r"(?:\s(?:to|and|until|through|à|et|bis|und|a|y|по|и)\s|\s?[-–]\s?)"
"""What is between the first and the last month of a span."""
_AFTER = re.compile(rf"{_SPAN}([^\W\d_]+)")
_BEFORE = re.compile(rf"([^\W\d_]+){_SPAN}$")


_INTRODUCED = (
    r"(?<!\w)(?:in|by|until|till|since|before|after|from|between|during|of|late|early|mid|through|to|and|"
    r"this|that|on|en|fin|début|d'ici|depuis|de|avant|im|bis|ab|seit|von|mitte|anfang|ende|hasta|desde|"
    r"para|entre|zwischen|между|в|до|к|с)[\s-]$|(?<!\w)d'$"
)


def quarter(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read a quarter or a half: `Q3 2025`, `third quarter of next year`, `H1 2025`."""
    which = match["which"].casefold()
    count = int(which) if which.isdecimal() else words.ordinals().get(which)
    halves = bool(match.groupdict().get("half"))
    if halves and which in ("last", "final", "último", "latter"):
        count = 2
    if count is None or not 1 <= count <= (2 if halves else 4):
        return None
    length = 6 if halves else 3
    return _within_year(match, anchor, length * (count - 1) + 1, length)


def season(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read a season of the northern year: `spring 2025`, `next spring`, `весной 2025 года`."""
    count = words.seasons().get(match["which"].casefold())
    if count is None:
        return None
    shift = match.groupdict().get("shift")
    if shift is None:
        return _within_year(match, anchor, 3 * count, 3)
    step = shift_of(shift)
    found = [of_months(anchor.year + year, 3 * count, 3) for year in (-2, -1, 0, 1, 2)]
    if step > 0:
        found = [period for period in found if period.first > anchor][:1]
    elif step < 0:
        found = [period for period in found if period.last < anchor][-1:]
    else:
        found = [period for period in found if period.last >= anchor][:1]
    return DateMeaning(tuple(found), relative=True, ahead=step > 0)


def season_alone(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read a season without a year, after a word that dates have: `by spring`."""
    before = match.string[max(0, match.start() - 14) : match.start()]
    words_too = match["which"].casefold() in ("fall", "été", "estate", "лет", "sommer")
    if words_too or not re.search(_IN_SEASON, before, re.IGNORECASE):
        return None
    first = 3 * words.seasons()[match["which"].casefold()]
    return nearest([of_months(anchor.year + shift, first, 3) for shift in (0, 1, -1)], anchor)


_IN_SEASON = (
    r"(?<!\w)(?:in|by|until|before|during|early|late|mid|au|im|en|la|до|к|к концу|в|خلال|في)[\s-]"
    r"(?:the\s|la\s|el\s)?$"
)


def _within_year(match: Match[str], anchor: date, month: int, length: int) -> DateMeaning | None:
    """Return a part of the year that the expression names, or of the nearest year."""
    groups = match.groupdict()
    if fiscal := groups.get("fiscal"):
        value = year_number(groups.get("year"))
        if fiscal.strip() and value:
            return DateMeaning(
                (Period(date(value - 1, 4, 1), date(value + 1, 3, 31)),), fiscal=(value,)
            )
    if year := groups.get("year"):
        value = year_number(year)
        return DateMeaning((of_months(value, month, length),)) if value else None
    if relative := groups.get("relative"):
        shift = shift_of(relative)
        period = of_months(anchor.year + shift, month, length)
        return DateMeaning((period,), relative=True, ahead=shift > 0)
    if groups.get("needs_year") is not None:
        return None
    found = [of_months(anchor.year + shift, month, length) for shift in (0, 1, -1)]
    return nearest(found, anchor)


def year(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read a year: `2030`, `the year 2030`, `2026 года`, `عام 2026`."""
    value = year_number(match["year"])
    return DateMeaning((of_years(value),), bare=not match["named"]) if value else None


def years(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read a range of years: `2025-27`, `between 2025 and 2027`."""
    first, last = int(match["year"]), int(match["until"])
    if last < 100:
        last += first // 100 * 100
    if not (in_calendar(first) and first < last <= first + 100):
        return None
    whole = of_years(first, last)
    note = f"{first} to {last} is a range; its end is {last}"
    ends = (of_years(last), of_years(first), whole)
    return DateMeaning(ends, bare=not match["between"], note=note)


def decade(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read a decade: `the 2030s`, `die 2030er Jahre`, `les années 2030`."""
    value = int(match["year"])
    if value % 10 or not in_calendar(value):
        return None
    return DateMeaning(
        (of_years(value, value + 9),), bare=True, note="a decade has no form of its own"
    )


def short_decade(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read a decade without its century, `the 60s`: the last one that has begun."""
    value = int(match["year"])
    first = next(c + value for c in (2000, 1900) if c + value <= anchor.year)
    return DateMeaning(
        (of_years(first, first + 9),), bare=True, note="a decade has no form of its own"
    )


def season_adverb(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read a season that the language sets in a case or after a word of its own: `летом`."""
    count = words.seasons()[re.split(r"\s|'", match["which"].casefold())[-1]]
    found = [of_months(anchor.year + shift, 3 * count, 3) for shift in (0, 1, -1)]
    return nearest(found, anchor)


def fiscal_year(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read a fiscal year: `FY2027`, `fiscal 2027`, `FY 2026/27`, `next fiscal year`."""
    groups = match.groupdict()
    if which := groups.get("which"):
        # A fiscal year has begun in the calendar year before where April or later begins it.
        base = anchor.year if anchor.month >= 4 else anchor.year - 1
        value = base + shift_of(which)
        both = (value, value + 1)
        note = "fiscal years are named by where they begin or where they end"
        reading = _fiscal(both, note)
        return reading._replace(relative=True, ahead=shift_of(which) > 0)
    first = year_number(groups["year"])
    if first is None:
        return None
    if not groups.get("until"):
        return _fiscal((first,))
    return _fiscal((first, first + 1), "a fiscal year over two years is named by one of them")


def _fiscal(values: tuple[int, ...], note: str = "") -> DateMeaning:
    """Return fiscal years; some begin nine months before the year of their name, some in it."""
    periods = tuple(Period(date(v - 1, 4, 1), date(v + 1, 3, 31)) for v in values)
    return DateMeaning(periods, fiscal=values, note=note)
