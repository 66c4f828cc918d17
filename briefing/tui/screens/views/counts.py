"""Counts of topics or speakers by meeting, and how they are written down."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, Protocol, Self, TypeVar

from briefing.catalogue.queries.meetings import MeetingColumn
from briefing.output.analysis.table import Table
from briefing.tui.content.analysis.grid import EVERYWHERE
from briefing.tui.content.analysis.table import TableRow


class SeriesTable(Protocol):
    """Counts by meeting of one series."""

    @property
    def series(self) -> str:
        """The id of the series; empty for meetings of none."""
        raise NotImplementedError

    @property
    def meetings(self) -> Sequence[MeetingColumn]:
        """Its columns."""
        raise NotImplementedError

    def of(self, counted: Collection[str], /) -> Self:
        """Return the same with some rows only, given the ids of what they count."""
        raise NotImplementedError


class AllMeetings(Protocol):
    """Counts of all meetings together."""

    @property
    def id(self) -> str:
        """The id of what is counted."""
        raise NotImplementedError


Matrix = TypeVar("Matrix", bound=SeriesTable)
Total = TypeVar("Total", bound=AllMeetings)


class Counted(NamedTuple, Generic[Matrix, Total]):
    """Counts by meeting, or of all meetings together."""

    matrices: Sequence[Matrix]
    totals: Sequence[Total] = ()
    """The rows of all meetings, where these are too many for a table of each series."""

    def matrix(self, row: TableRow) -> tuple[Matrix | None, str]:
        """Return the table that a row is of, if it is of one, and the id of what it counts."""
        series, _, counted = row.key.partition("\t")
        return next((m for m in self.matrices if m.series == series), None), counted

    def of(self, rows: Iterable[TableRow]) -> "Counted[Matrix, Total]":
        """Return the counts of some rows only; a table of none of them is left out."""
        kept: dict[str, set[str]] = {}
        for row in rows:
            series, _, counted = row.key.partition("\t")
            kept.setdefault(series, set()).add(counted)
        everywhere = kept.get(EVERYWHERE, set())
        return Counted(
            [matrix.of(kept[matrix.series]) for matrix in self.matrices if matrix.series in kept],
            [row for row in self.totals if row.id in everywhere],
        )


class CountForms(NamedTuple, Generic[Matrix, Total]):
    """How counts are written down."""

    lines: Callable[[Iterable[Matrix]], Iterator[str]]
    """Of each series, a line for each row."""
    tables: Callable[[Iterable[Matrix]], list[Table]]
    """Of each series, a table with a column for each meeting."""
    long_table: Callable[[Iterable[Matrix]], Table]
    """Of all series, one table with a row for each count."""
    total_table: Callable[[Sequence[Total]], Table]
    """Of all meetings, one table."""
