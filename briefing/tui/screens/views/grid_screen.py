"""A view with a column for each meeting, one of which can be chosen."""

from abc import abstractmethod
from typing import ClassVar

from textual.binding import BindingType

from briefing.tui.content.analysis.grid import ColumnChoice
from briefing.tui.content.analysis.table import TableRow
from briefing.tui.keys.views import COLUMN_KEYS
from briefing.tui.screens.views.context import Place, ViewContext
from briefing.tui.screens.views.view_screen import ViewScreen


class GridScreen(ViewScreen):
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
    def cards_of(self, row: TableRow) -> list[str]:
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
