"""What could complete the word being typed: names of fields, and values of a field."""

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import BriefingError
from briefing.search.language.case_folding import fold
from briefing.search.language.date_ranges import HINTS, PeriodError, days_of_due, period
from briefing.search.language.query import FIELDS, QUOTES
from briefing.search.language.words import asked_words

if TYPE_CHECKING:
    from briefing.search.engine import SearchEngine

MOST = 12
"""How many completions are offered at most."""

_TYPED = re.compile(
    rf"""
    -?(?: (?P<field>[A-Za-z]+):(?P<value>[{QUOTES}][^{QUOTES}]*|[^\s{QUOTES}]*)
        | (?P<begun>[^\s{QUOTES}]*) )$""",
    re.VERBOSE,
)


class Completion(NamedTuple):
    """Completions of a part of a query."""

    start: int
    """Offset of the first code point that a completion replaces."""
    end: int
    """Offset just past the last one."""
    options: tuple[str, ...] = ()
    """What may be there, likeliest first."""
    more: int = 0
    """How many more fit than are offered."""


def complete(query: str, cursor: int, engine: "SearchEngine") -> Completion:
    """Find what could complete the word left of the cursor.

    Args:
        query: What was typed.
        cursor: Offset of the cursor in it, in code points.
        engine: Knows the values of the fields.

    Returns:
        The part to replace and what may be there; no options where nothing fits or where the
        value is already complete.
    """
    match = _TYPED.search(query[:cursor])
    if match is None:
        return Completion(cursor, cursor)
    group = "begun" if match["field"] is None else "value"
    typed, start = match[group], match.start(group)
    begun = typed.lstrip(QUOTES)
    if match["field"] is None:
        options = _fields(begun)
    else:
        options = _values(match["field"].lower(), begun, engine)
    if begun in options:
        options = ()
    # A completion brings quotation marks of its own where it needs any.
    closed = typed != begun and query[cursor : cursor + 1] in tuple(QUOTES)
    return Completion(start, cursor + closed, options[:MOST], max(0, len(options) - MOST))


def _fields(begun: str) -> tuple[str, ...]:
    """Return the fields that a word could be the beginning of; a single letter is too little."""
    if len(begun) < 2:
        return ()
    return tuple(f"{field}:" for field in FIELDS if field.startswith(begun.lower()))


def _values(field: str, begun: str, engine: "SearchEngine") -> tuple[str, ...]:
    """Return the values of a field whose id begins so, then those with a word that does."""
    if field not in FIELDS:
        return ()
    try:
        for segment in engine.segments:
            segment.check()
        return _periods(field, begun, engine) if field in HINTS else _named(field, begun, engine)
    except BriefingError:
        # Nothing is offered from a damaged index; the search itself says so and has it fixed.
        return ()


def _named(field: str, begun: str, engine: "SearchEngine") -> tuple[str, ...]:
    wanted, words = fold(begun), asked_words(begun)
    first: list[str] = []
    others: list[str] = []
    for name in engine.values(field):
        # The first thing a value is called is its folded id.
        if name.called[0].startswith(wanted):
            first.append(name.id)
        elif words and name.has_words(words):
            others.append(name.id)
    return tuple(_written(value) for value in (*first, *others))


def _periods(field: str, begun: str, engine: "SearchEngine") -> tuple[str, ...]:
    """Return the years the library has, or what is due in it, also as the end of a range."""
    before, dots, _ = begun.rpartition("..")
    found = _years(engine) if field == "date" else _dues(engine)
    options = [f"{before}{dots}{one}" for one in found]
    return tuple(o for o in options if o.upper().startswith(begun.upper()) and _is_period(o, field))


def _years(engine: "SearchEngine") -> list[str]:
    """Return the years of meetings and documents, the latest first."""
    return [str(year) for year in sorted(engine.years, reverse=True)]


def _dues(engine: "SearchEngine") -> list[str]:
    """Return when something is due, the soonest first."""
    dated = [(found, due) for due in engine.dues if (found := days_of_due(due))]
    return [due for _, due in sorted(dated)]


def _is_period(value: str, field: str) -> bool:
    try:
        period(value, fiscal=field == "due")
    except PeriodError:
        return False
    return True


def _written(value: str) -> str:
    """Write a value so that the query language reads it as one."""
    return f'"{value}"' if " " in value else value
