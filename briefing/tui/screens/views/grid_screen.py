"""A view with a column for each meeting, one of which can be chosen."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Generic

from textual.binding import BindingType

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.queries.meetings import all_series
from briefing.output.analysis.table import csv_text, markdown
from briefing.tui.content.analysis.grid import ColumnChoice
from briefing.tui.content.analysis.table import TableRow
from briefing.tui.keys.views import COLUMN_KEYS
from briefing.tui.screens.views.context import Place, ViewContext
from briefing.tui.screens.views.counts import Counted, CountForms, Matrix, Total
from briefing.tui.screens.views.export import Form
from briefing.tui.screens.views.view_screen import ViewScreen

MOST_COLUMNS = 300
"""Of a series of more meetings no table is made in a library of many cards."""


class GridScreen(ViewScreen[Counted[Matrix, Total]], Generic[Matrix, Total]):
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
    @abstractmethod
    def forms(self) -> CountForms[Matrix, Total]:
        """How these counts are written down."""
        raise NotImplementedError

    @abstractmethod
    def total_line(self, total: Total) -> str:
        """Return the counts of all meetings of one row in words.

        Raises:
            sqlite3.DatabaseError: The catalogue is damaged.
        """
        raise NotImplementedError

    @property
    def counts(self) -> Counted[Matrix, Total]:
        """The counts that are shown; none before they are there."""
        return self.found or Counted(())

    @property
    def place(self) -> Place:
        """Where somebody is in the view now."""
        return super().place._replace(column=self.choice.back)

    def cards_of(self, row: TableRow) -> Sequence[str]:
        """Return the ids of the cards of a row's series, in the order of its columns."""
        matrix = self.counts.matrix(row)[0]
        return [meeting.card for meeting in matrix.meetings] if matrix else []

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

    def citation(self, row: TableRow) -> str:
        """Return the counts of a row in words."""
        counts = self.counts.of((row,))
        totals = map(self.total_line, counts.totals)
        return "\n".join((*self.forms.lines(counts.matrices), *totals))

    def exported(self, form: Form) -> str:
        """Return the counts that are shown as a file; those of all meetings are alone in CSV."""
        counts, forms = self.counts.of(self.table.rows), self.forms
        totals = [forms.total_table(counts.totals)] if counts.totals else []
        if form == "csv":
            return csv_text(totals[0] if totals else forms.long_table(counts.matrices))
        return markdown([*forms.tables(counts.matrices), *totals])


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
