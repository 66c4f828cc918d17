"""What expressions mean that are relative to the day of writing."""

import re
from datetime import date, timedelta
from re import Match

from briefing.language.dates import words
from briefing.language.dates.periods import Period, later, of_months, of_week, of_years
from briefing.language.dates.reading import DateMeaning, number, shift_of

DAY, WEEK, MONTH, YEAR, DECADE = 1, 2, 3, 4, 5
"""Units of time, by the numbers of `words.units`."""


def ahead_or_ago(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read `within 90 days`, `in two years`, `three weeks ago`, `over the next five years`."""
    count, unit = number(match["count"]), words.units().get(match["unit"].casefold())
    if count is None or unit is None:
        return None
    past = bool(match.groupdict().get("ago"))
    limit = match.group().casefold().startswith(_LIMITS)
    said = f"{match['count']} {match['unit']}"
    return span_ahead(count, unit, said, anchor, past=past, limit=limit)


_LIMITS = (
    "within", "d'ici", "dans un délai", "sous", "innerhalb", "binnen", "en un plazo", "dentro de",
    "entro", "в течение", "خلال", "في غضون",
)  # fmt: skip


def span_ahead(
    count: int, unit: int, said: str, anchor: date, *, past: bool = False, limit: bool = False
) -> DateMeaning | None:
    """Return the time that is some units away: as exact as the unit, to the day, or all of it."""
    if count > 400:
        return None
    day = step(anchor, -count if past else count, unit)
    exact = Period(day, day)
    if unit == MONTH:
        first = of_months(day.year, day.month)
    else:
        first = of_years(day.year) if unit in (YEAR, DECADE) else exact
    between = Period(min(anchor, day), max(anchor, day))
    note = f"{said} {'before' if past else 'from'} {anchor.isoformat()}"
    periods = tuple(dict.fromkeys((first, exact, between)))
    return DateMeaning(periods, relative=True, ahead=not past, limit=limit, counted=True, note=note)


def step(day: date, count: int, unit: int) -> date:
    """Return the day that is some units of time after another, or before it."""
    if unit in (DAY, WEEK):
        return day + timedelta(days=count * (7 if unit == WEEK else 1))
    return later(day, count * {MONTH: 1, YEAR: 12, DECADE: 120}[unit])


QUARTER = 6
"""The unit that `shifted` knows beside those of `words.units`."""


def shifted(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read `next year`, `this month`, `the coming weeks`, `l'an prochain`, `later this week`."""
    lower = match["unit"].casefold()
    unit = {"weekend": WEEK, "quarter": QUARTER, "trimestre": QUARTER}.get(lower)
    unit = unit or words.units().get(lower, DAY)
    if (
        unit == DAY
        or lower in _PLURALS
        or match["which"].casefold().endswith(("iers", "ères", "ins"))
    ):
        return None
    shift = shift_of(match["which"])
    period = _unit_of_time(unit, shift, anchor)
    is_later = bool(match.groupdict().get("later")) or match["which"].casefold().startswith("later")
    if is_later:
        period = Period(max(anchor, period.first), period.last)
    return DateMeaning((period,), relative=True, ahead=shift > 0 or is_later)


_PLURALS = frozenset(
    (
        "weeks", "months", "years", "decades", "semaines", "années", "ans", "wochen", "monate",
        "monaten", "jahre", "jahren", "jahrzehnte", "semanas", "meses", "años", "недель", "месяцев",
        "лет", "годы", "месяцы", "недели", "سنوات", "أعوام", "أشهر", "أسابيع",
    )
)  # fmt: skip
"""Units whose number is not said: `the coming years` sets no date."""


def running(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read the year, month or week that runs: only in `the end of the year` and its like."""
    before = match.string[max(0, match.start() - 24) : match.start()]
    if not re.search(_PART_OF, before, re.IGNORECASE):
        return None
    lower = match["unit"].casefold()
    unit = QUARTER if lower == "quarter" else words.units().get(lower.removeprefix("l'"), DAY)
    return None if unit == DAY else DateMeaning((_unit_of_time(unit, 0, anchor),), relative=True)


_PART_OF = (
    r"(?:\b(?:end|close|start|beginning|middle|rest|remainder|turn)\sof\s(?:the\s)?|\b(?:later?\sin|within)"
    r"\sthe\s|(?:fin|début)\sd[eu]\s(?:la\s)?|(?:ende|anfang|beginn|mitte)\s(?:de[sr]\s)?|(?:finales|fines|fin|final|principios|comienzos|inicios|mediados)\sdel?\s|"
    r"(?:конца|концу|конце|начала|середины)\s|(?:نهاية|أواخر|مطلع)\s)$"
)


def end_of_year(match: Match[str], anchor: date, language: str) -> DateMeaning:
    """Read `year-end`, `Jahresende`, `fin d'année`."""
    return DateMeaning(
        (Period(anchor, date(anchor.year, 12, 31)), of_years(anchor.year)), relative=True
    )


def _unit_of_time(unit: int, shift: int, anchor: date) -> Period:
    """Return the week, month, quarter, year or decade some units away from the anchor's own."""
    if unit == WEEK:
        return of_week(anchor + timedelta(days=7 * shift))
    if unit == MONTH:
        return of_months(anchor.year, anchor.month + shift)
    if unit == QUARTER:
        return of_months(anchor.year, (anchor.month - 1) // 3 * 3 + 1 + 3 * shift, 3)
    if unit == YEAR:
        return of_years(anchor.year + shift)
    first = anchor.year // 10 * 10 + 10 * shift
    return of_years(first, first + 9)


def named_day(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read `today`, `tomorrow`, `yesterday` and their like; `hier` is German for here as well."""
    if match["day"].casefold() == "hier" and language.startswith("de"):
        return None
    shift = _DAYS[match["day"].casefold()]
    day = anchor + timedelta(days=shift)
    return DateMeaning((Period(day, day),), relative=True, ahead=shift > 0)


_DAYS = {
    **dict.fromkeys(("today", "tonight", "aujourd'hui", "heute", "hoy", "сегодня", "oggi"), 0),
    **dict.fromkeys(("tomorrow", "demain", "завтра", "غدا", "غداً", "domani", "amanhã"), 1),
    **dict.fromkeys(("yesterday", "hier", "gestern", "ayer", "вчера", "أمس", "ieri", "ontem"), -1),
    **dict.fromkeys(("day after tomorrow", "übermorgen", "après-demain", "послезавтра"), 2),
    **dict.fromkeys(("今日", "本日"), 0),
    **dict.fromkeys(("明日", "明天"), 1),
    **dict.fromkeys(("昨日", "昨天"), -1),
}


def named_days() -> dict[str, int]:
    """Return the words for days near the day of writing, with how many days ahead they lie."""
    return _DAYS


def weekday(match: Match[str], anchor: date, language: str) -> DateMeaning | None:
    """Read the name of a day of the week, with `next` or `last` before it or not."""
    day = words.weekdays()[match["day"].casefold()]
    return nearest_weekdays(day, anchor, shift_of(match["which"] or match["after"] or ""))


def nearest_weekdays(day: int, anchor: date, shift: int = 0) -> DateMeaning:
    """Return the days of that name before and after the anchor, the nearest first.

    Args:
        day: 1 for Monday.
        anchor: The day of writing.
        shift: 1 keeps those ahead, -1 those past.
    """
    ahead = (day - 1 - anchor.weekday()) % 7
    distances = sorted((ahead - 7, ahead, ahead + 7), key=abs)
    if shift:
        distances = [far for far in distances if far * shift > 0]
    days = [anchor + timedelta(days=far) for far in distances]
    periods = tuple(Period(found, found) for found in days)
    return DateMeaning(periods, relative=True, floating=True, bare=shift < 1, ahead=shift > 0)


def of_week_by_place(shift: int, anchor: date) -> DateMeaning:
    """Return the week that is some weeks from the anchor's own."""
    period = of_week(anchor + timedelta(days=7 * shift))
    return DateMeaning((period,), relative=True, ahead=shift > 0)
