"""What could complete the word being typed: names of fields, and values of a field."""

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.search.query import FIELDS
from briefing.search.words import fold, tokens

if TYPE_CHECKING:
    from briefing.search.engine import SearchEngine

MOST = 12
"""How many completions are offered at most."""

_TYPED = re.compile(r"""-?(?:(?P<field>[A-Za-z]+):(?P<value>"[^"]*|[^\s"]*)|(?P<begun>[^\s"]*))$""")


class Completion(NamedTuple):
    """Completions of a part of a query."""

    start: int
    """Offset of the first code point that a completion replaces."""
    end: int
    """Offset just past the last one."""
    options: tuple[str, ...] = ()
    """What may stand there, likeliest first."""


def complete(query: str, cursor: int, engine: "SearchEngine") -> Completion:
    """Find what could complete the word left of the cursor.

    Args:
        query: What was typed.
        cursor: Offset of the cursor in it, in code points.
        engine: Knows the values of the fields.

    Returns:
        The part to replace and what may stand there; no options where nothing fits or where the
        value is already complete.
    """
    match = _TYPED.search(query[:cursor])
    if match is None:
        return Completion(cursor, cursor)
    group = "begun" if match["field"] is None else "value"
    begun, start = match[group].removeprefix('"'), match.start(group)
    if match["field"] is None:
        options = _fields(begun)
    elif match["field"].lower() in FIELDS:
        options = _values(match["field"].lower(), begun, engine)
    else:
        options = ()
    if begun in options:
        options = ()
    return Completion(start, cursor, options[:MOST])


def _fields(begun: str) -> tuple[str, ...]:
    """Return the fields that a word could be the beginning of; a single letter is too little."""
    if len(begun) < 2:
        return ()
    return tuple(f"{field}:" for field in FIELDS if field.startswith(begun.lower()))


def _values(field: str, begun: str, engine: "SearchEngine") -> tuple[str, ...]:
    """Return the values of a field whose id begins so, then those with a word that does."""
    wanted = fold(begun)
    names = engine.values(field)
    first = [name.id for name in names if fold(name.id).startswith(wanted)]
    words = [token.word for token in tokens(begun)]
    others = [
        name.id
        for name in names
        if name.id not in first
        and words
        and all(any(word.startswith(part) for word in name.words) for part in words)
    ]
    return tuple(_written(value) for value in (*first, *others))


def _written(value: str) -> str:
    """Write a value so that the query language reads it as one."""
    return f'"{value}"' if " " in value else value
