"""Finding the dates in a text: all forms are tried everywhere, the longest at each place wins."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from briefing.language.dates import east, edges, grammar
from briefing.language.dates.edges import Edge, PeriodPart
from briefing.language.dates.periods import Period, period_of_due, smallest_due
from briefing.language.dates.reading import DateMeaning
from briefing.model.core import Span
from briefing.text.folding import fold

DateRole = Literal["deadline", "time", "mention"]
"""What a date does in its sentence: it sets a limit, it says when, or it only names something."""

_FIRST_EASTERN = "\u3400"


class DateWords(NamedTuple):
    """A date expression in a text and what it means."""

    span: Span
    """The expression with the words that belong to it (`by the end of`), in code points."""
    words: str
    """What the text has there."""
    periods: tuple[Period, ...]
    """What days it may mean; the likeliest first, never empty."""
    role: DateRole
    relative: bool = False
    """Whether its meaning depends on the day the text is of."""
    part: PeriodPart = ""
    """Which part of the period it narrows itself to."""
    sense: str = ""
    """The preposition it is after, in lower case; empty for none."""
    ahead: bool = False
    """Whether its words say that it is ahead of the day the text is of."""
    fiscal: tuple[int, ...] = ()
    """The fiscal years it may mean; empty for a calendar date."""
    note: str = ""
    """Why `due` holds the meaning only in part, or how it was worked out."""
    core: Span = Span(0, 0)
    """The expression alone."""
    counted: bool = False
    """Whether it counts units of time from the day the text is of, as `in two years` does."""
    floating: bool = False
    """Whether it names no year, so that `periods` are the nearest such times."""
    alternatives: tuple[str, ...] = ()
    """The days, as `due` spells them, among which `03/04/2025` leaves the choice open."""

    @property
    def due(self) -> str:
        """The most exact `due` value that surely holds the meaning."""
        if self.fiscal:
            return f"FY{self.fiscal[0]}"
        if self.alternatives:
            first = min(period.first for period in self.periods)
            return smallest_due(Period(first, max(period.last for period in self.periods)))
        return smallest_due(self.periods[0])

    @property
    def reason(self) -> str:
        """Why `due` is what it is, where the words do not show it; else empty."""
        if self.note or self.fiscal:
            return self.note
        held = period_of_due(self.due)
        if held is not None and held not in self.periods:
            return f"'due' has no form for '{self.words}', and {self.due} holds it"
        return ""

    def fits(self, due: str) -> bool:
        """Whether a `due` value says the same, or the same less exactly.

        Args:
            due: A value in one of the card format's forms.
        """
        if due.startswith("FY"):
            return int(due[2:]) in self.fiscal
        wanted = period_of_due(due)
        if self.fiscal or wanted is None:
            return False
        return any(wanted.holds(period) for period in self.periods) or any(
            self._at_the_limit(wanted, period) for period in self.periods
        )

    def _at_the_limit(self, wanted: Period, period: Period) -> bool:
        """Whether a more exact time is the one at which the limit is."""
        if self.sense in ("before", "avant", "vor", "antes de", "до", "قبل", "prior to"):
            return wanted.last.toordinal() == period.first.toordinal() - 1
        ends = self.part == "late" or self.role == "deadline"
        half = (period.last - period.first).days in range(180, 185)
        return (ends or half) and period.holds(wanted) and wanted.last == period.last


@lru_cache(maxsize=512)
def find_dates(
    text: str, anchor: date, language: str = "", *, with_year: bool = False
) -> tuple[DateWords, ...]:
    """Find every date expression in a text, in order.

    Args:
        text: Any text, in any of the languages of `words`, or in Japanese or Chinese.
        anchor: The day the text is of; relative dates are worked out from it, and dates without a
            year are the nearest to it.
        language: BCP 47 tag of the text; it decides whether `03/04/2025` is open to two readings.
        with_year: Whether only forms are tried that can name a year, which takes half the time.

    Returns:
        The expressions; no two of them overlap.
    """
    folded = fold(text)
    cores = _cores(folded.text, anchor, language or "en", with_year)
    found = sorted(cores, key=lambda c: (c[0], -c[1], c[3]))
    dates: list[DateWords] = []
    taken = 0
    for start, end, reading in _with_years(folded.text, _without_overlaps(found)):
        edge, tail, part, role = _taken(folded.text, start, end, reading)
        span = folded.original(max(edge.start, taken), tail)
        dates.append(
            DateWords(
                span,
                text[span.start : span.end],
                _preferred(reading, anchor, role),
                role,
                reading.relative,
                part,
                edge.words,
                reading.ahead,
                reading.fiscal,
                reading.note,
                folded.original(start, end),
                reading.counted,
                reading.floating,
                reading.alternatives,
            )
        )
        taken = tail
    return tuple(dates)


_Core = tuple[int, int, DateMeaning, int]


def _cores(text: str, anchor: date, language: str, with_year: bool) -> Iterator[_Core]:
    """Yield what every form reads, with where it begins and ends and which form it was."""
    forms = grammar.forms()
    if any(char >= _FIRST_EASTERN for char in text):
        forms = (*forms, *east.forms())
    for number, form in enumerate(forms):
        if with_year and not form.names_year:
            continue
        for match in form.pattern.finditer(text):
            try:
                reading = form.reader(match, anchor, language)
            except (OverflowError, ValueError):
                # A year at the edge of the calendar has no neighbours to reckon with.
                continue
            if reading is not None and reading.periods:
                yield match.start(), match.end(), reading, number


def _without_overlaps(found: list[_Core]) -> Iterator[_Core]:
    """Keep, of expressions that overlap, the longest; of equally long ones, the first."""
    by_length = sorted(found, key=lambda core: (core[0] - core[1], core[3]))
    kept: list[_Core] = []
    for core in by_length:
        if all(core[1] <= other[0] or other[1] <= core[0] for other in kept):
            kept.append(core)
    return iter(sorted(kept, key=lambda core: core[0]))


def _with_years(text: str, cores: Iterator[_Core]) -> Iterator[tuple[int, int, DateMeaning]]:
    """Join a day or month that names no year with a relative year after it: `1 July next year`."""
    waiting: tuple[int, int, DateMeaning] | None = None
    for start, end, reading, _ in cores:
        if waiting is not None:
            joined = _in_year(text, waiting, start, reading)
            if joined is not None:
                yield waiting[0], end, joined
                waiting = None
                continue
            yield waiting
        waiting = (start, end, reading)
    if waiting is not None:
        yield waiting


def _in_year(
    text: str, floating: tuple[int, int, DateMeaning], start: int, year: DateMeaning
) -> DateMeaning | None:
    """Return a date that names no year as one of a year that follows it; None if none follows."""
    _, end, reading = floating
    first, last = year.periods[0]
    if not reading.floating or reading.bare or not year.relative or year.counted:
        return None
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31) or first.year != last.year:
        return None
    if text[end:start].strip(" ,").casefold() not in _OF_THE:
        return None
    moved = tuple(period for period in reading.periods if period.first.year == first.year)
    return DateMeaning(moved, relative=True, ahead=year.ahead) if moved else None


_OF_THE = ("", "of", "in", "de", "des", "del", "du", "do", "من", "в")


def _taken(
    text: str, start: int, end: int, reading: DateMeaning
) -> tuple[Edge, int, PeriodPart, DateRole]:
    """Say how the words around an expression take it."""
    edge = edges.before(text, start)
    tail, part, role = end, edge.part, _role(edge, reading)
    if reading.bare and role == "time" and text[edge.start : start].endswith("the "):
        role = "mention"  # `in the 2030 Agenda` names an agenda, it sets no date
    if (end < len(text) and text[end] >= _FIRST_EASTERN) or text[end - 1] >= _FIRST_EASTERN:
        tail, narrowed, limit, begins = east.after(text, end)
        part = narrowed or part
        if limit:
            role = "deadline"
        elif begins:
            role = "mention"
        elif role == "mention" and not reading.bare:
            role = "time"
    later = edges.limits_after(text, end)
    return (edge, later, part, "deadline") if later else (edge, tail, part, role)


def _role(edge: Edge, reading: DateMeaning) -> DateRole:
    if edge.sense == "limit" or reading.limit:
        return "deadline"
    if edge.words in ("since", "after", "depuis", "seit", "nach", "desde", "après", "после"):
        return "mention"
    if edge.sense in ("time", "start"):
        return "mention" if reading.floating and reading.bare else "time"
    if edge.part:
        return "time"
    return "mention" if edge.sense == "topic" or reading.bare else "time"


def _preferred(reading: DateMeaning, anchor: date, role: DateRole) -> tuple[Period, ...]:
    """Keep, of a date that names no year, the last such time and the next; a limit is the next."""
    if not reading.floating:
        return reading.periods
    past = [period for period in reading.periods if period.last < anchor]
    coming = [period for period in reading.periods if period.last >= anchor]
    last, following = max(past, default=None), min(coming, default=None)
    kept = [period for period in reading.periods if period in (last, following)]
    if role == "deadline":
        kept.sort(key=lambda period: period != following)
    return tuple(kept)
