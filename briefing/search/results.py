"""What a search gives back."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing.library.entries import Entry
from briefing.model.core import Span


class QueryNote(NamedTuple):
    """Something to say about a place in the query: what was not understood, or how it was read."""

    start: int
    """Offset of the first code point of the query it is about."""
    end: int
    """Offset just past the last one."""
    message: str
    hint: str = ""
    """What was probably meant; empty where nothing useful can be said."""
    early: bool = False
    """Whether it is about the end of the query, and typing on may put it right."""


class Hit(NamedTuple):
    """An entry that was found."""

    entry: Entry
    score: float
    """From 0 to 100; 100 when every word is there as typed, in order and side by side."""
    spans: tuple[Span, ...] = ()
    """The matched characters of `entry.text`, in order and apart; empty when only names or
    aliases matched."""


class Alone(NamedTuple):
    """What a condition of a query finds by itself."""

    parts: tuple[str, ...]
    """The condition as it was typed: a field, or several of one field that are alternatives."""
    total: int
    """How many hits it has."""
    exact: bool = True
    """Whether that is so to the last one."""

    @property
    def query(self) -> str:
        """The query that asks for this alone."""
        return " ".join(self.parts)


class Results(NamedTuple):
    """The answer to a query."""

    query: str
    hits: tuple[Hit, ...] = ()
    """The best hits, best first; the latest first where there are no words."""
    total: int = 0
    """How many hits there are, those beyond the limit included."""
    exact: bool = True
    """Whether that is so to the last one: of very many hits, a quote and its paragraph may be
    counted as two."""
    hidden: int = 0
    """How many more there would be without the fields of the query."""
    dated: bool = False
    """Whether the hits are in the order of dates, for there are no words to rank them by."""
    corrected: Mapping[str, str] = MappingProxyType({})
    """Words that were found only by reading them otherwise: as typed, and as found.

    Where fields hide every hit, this is about the hidden ones; where there is none, it says how
    the words would most likely be read."""
    notes: tuple[QueryNote, ...] = ()
    nearest: tuple[str, ...] = ()
    """When nothing was found, words of the index that look like those that cannot be read."""
    alone: tuple[Alone, ...] = ()
    """When nothing was found and there are no words to find, what each condition has by itself."""
