"""A view whose rows may stand in two columns: the keys that go from one to the other."""

from typing import ClassVar

from textual.binding import BindingType
from textual.getters import query_one

from briefing.tui.content.analysis.table import TablePage
from briefing.tui.keys.views import SIDE_KEYS
from briefing.tui.lineview.blocks import Side
from briefing.tui.screens.views.asking_screen import Found
from briefing.tui.screens.views.view_screen import ViewScreen
from briefing.tui.widgets.table.sides_view import SidesView


class SidesScreen(ViewScreen[Found]):
    """Shows rows of which some stand beside others."""

    BINDING_GROUP_TITLE = "Two columns"
    BINDINGS: ClassVar[list[BindingType]] = SIDE_KEYS

    table = query_one("#table", SidesView)

    def make_table(self) -> SidesView:
        """Return the table of the view."""
        return SidesView(id="table")

    def show_answer(self, page: TablePage, *, anew: bool) -> None:
        """Show what was found, and offer the keys of the columns where it has any.

        Args:
            page: The rows.
            anew: Whether something was asked for; else cursor, selection and rows in view stay.
        """
        super().show_answer(page, anew=anew)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to change sides only where rows have one.

        Args:
            action: Name of the action.
            parameters: What it was given.
        """
        if action == "side":
            return self.is_there and self.table.has_sides and not self.filter_line.has_focus
        return super().check_action(action, parameters)

    def action_side(self, side: Side) -> None:
        """Go to the row beside this one.

        Args:
            side: The side to go to; empty for the other one.
        """
        if not self.table.change_side(side):
            self._hint_at("there is nothing on that side")
