"""A view with a column for each meeting, one of which can be chosen."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Generic, NamedTuple, Protocol, TypeVar

from textual.binding import BindingType

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.meetings import all_series
from briefing.tui.content.analysis.grid import ColumnChoice
from briefing.tui.content.analysis.table import TableRow
from briefing.tui.keys.views import COLUMN_KEYS
from briefing.tui.screens.views.asking_screen import Found
from briefing.tui.screens.views.context import Place, ViewContext
from briefing.tui.screens.views.view_screen import ViewScreen

MOST_COLUMNS = 300
"""Of a series of more meetings no table is made in a library of many cards."""


class SeriesTable(Protocol):
    """Counts by meeting of one series."""

    @property
    def series(self) -> str:
        """The id of the series; empty for meetings of none."""
        raise NotImplementedError


Matrix = TypeVar("Matrix", bound=SeriesTable)
Total = TypeVar("Total")


class Counted(NamedTuple, Generic[Matrix, Total]):
    """Counts by meeting, or of all meetings together."""

    matrices: Sequence[Matrix]
    totals: Sequence[Total] = ()
    """The rows of all meetings, where these are too many for a table of each series."""

    def matrix(self, row: TableRow) -> tuple[Matrix | None, str]:
        """Return the table that a row is of, if it is of one, and the id of what it counts."""
        series, _, counted = row.key.partition("\t")
        return next((m for m in self.matrices if m.series == series), None), counted


class GridScreen(ViewScreen[Found]):
    """Shows rows of counts by meeting, series apart.

    Args:
        context: What there is to ask, and where rows are opened.
        place: Where somebody was in the view.
    """

    BINDING_GROUP_TITLE = "Columns of meetings"
    BINDINGS: ClassVar[list[BindingType]] = COLUMN_KEYS

    def __init__(self, context: ViewContext, place: Place | None = None) -> None:
        super().__init__(context, place)
        self.choice = ColumnChoice(self._place.column)

    @property
    def place(self) -> Place:
        """Where somebody is in the view now."""
        return super().place._replace(column=self.choice.back)

    @abstractmethod
    def cards_of(self, row: TableRow) -> Sequence[str]:
        """Return the ids of the cards of a row's series, in the order of its columns."""
        raise NotImplementedError

    def chosen_card(self, row: TableRow) -> str:
        """Return the id of the card whose column is chosen; empty where none is."""
        cards = self.cards_of(row)
        index = self.choice.index(len(cards))
        return "" if index is None else cards[index]

    def action_column(self, direction: int) -> None:
        """Choose the meeting on the right or on the left."""
        row = self.table.row
        if row is not None and self.choice.step(direction, len(self.cards_of(row))):
            self.table.relay()


def series_shown(catalogue: Catalogue, first: str, at_once: int) -> tuple[list[str], bool]:
    """Return which series to show by meeting, that of the open card first.

    Where there are many cards, it is that one alone, unless its meetings are too many for columns;
    all others are then to be shown together.

    Args:
        catalogue: What knows the series.
        first: Id of the series of the open card; empty for none.
        at_once: Up to how many meetings all series are shown.

    Returns:
        Ids of series, and whether these are all.
    """
    listed = all_series(catalogue)
    ids = [row.id for row in listed]
    if first:
        ids.sort(key=lambda name: name != first)
    if sum(row.meetings for row in listed) <= at_once:
        return ids, True
    here = (row for row in listed if row.id == first)
    return [row.id for row in here if row.meetings <= MOST_COLUMNS], False
