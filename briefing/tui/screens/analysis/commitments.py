"""Commitments by the time they are due."""

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.analysis.commitments import CommitmentView, Offer, commitments, offers_for
from briefing.catalogue.db.rows import ItemRow
from briefing.output.analysis import commitments as printed
from briefing.output.analysis.icalendar import calendar
from briefing.output.analysis.table import csv_text, markdown
from briefing.output.wording import count
from briefing.tui.content.analysis.commitments import commitments_page, offer_key
from briefing.tui.content.analysis.items import item_key
from briefing.tui.content.analysis.table import TablePage
from briefing.tui.content.line import date_words
from briefing.tui.screens.views.context import Place, ViewContext
from briefing.tui.screens.views.export import ENDINGS, Form
from briefing.tui.screens.views.item_screen import ItemScreen

MOST = 200
"""How many at most of what is past, of what is ahead and of what is undated."""
MOST_OFFERED = 100
"""Up to how many commitments what may take them up is looked for."""


class CommitmentsScreen(ItemScreen):
    """Shows what was promised, due when, and what later meetings say on the same topics.

    Args:
        context: What there is to ask, and where rows are opened.
        place: Where somebody was in the view.
        series: Only of this series; None for all.
    """

    BINDING_GROUP_TITLE = "Commitments"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "a",
            "series",
            "All / this series",
            id="commitments.series",
            tooltip="Show all meetings, or only those of the open card's series",
        )
    ]

    ENDINGS: ClassVar[Mapping[str, Form]] = {**ENDINGS, ".ics": "calendar"}

    def __init__(
        self, context: ViewContext, place: Place | None = None, *, series: str | None = None
    ) -> None:
        super().__init__(context, place)
        self._series = series
        self._view: CommitmentView | None = None
        self._offers: Mapping[str, tuple[Offer, ...]] = {}

    def again(self) -> "CommitmentsScreen":
        """Return the view as it is, to be opened once more."""
        return CommitmentsScreen(self.context, self.place, series=self._series)

    def read(self) -> TablePage:
        """Ask for what is past, ahead and undated, and for what may take it up."""
        catalogue = self.context.access.catalogue_sync.open()
        view = commitments(catalogue, self.context.today, series=self._series, most=MOST)
        offers: Mapping[str, tuple[Offer, ...]] = {}
        if len(view.rows) <= MOST_OFFERED:
            view, offers = offers_for(catalogue, view)
        self._view, self._offers = view, offers
        return commitments_page(view, offers)

    def heading(self) -> tuple[str, str]:
        """Return what the view is called, from when it is seen, and how much it has."""
        if self._view is None:
            return "Commitments", ""
        shown, total = len(self._view.rows), self._view.total
        number = count(total, "item") if shown == total else f"{shown} of {count(total, 'item')}"
        said = f"{number} · as seen on {date_words(self._view.today)}"
        return "Commitments", said if self._series is None else f"{self._series} · {said}"

    def items(self) -> Mapping[str, ItemRow]:
        """Return commitments and what is offered for them by the keys of their rows."""
        found: dict[str, ItemRow] = {}
        for row in self._view.rows if self._view else ():
            found[item_key(row.item)] = row.item
            for offer in self._offers.get(row.item.address, ()):
                found[offer_key(offer, row.item)] = offer.item
        return found

    def action_series(self) -> None:
        """Show one series only, or all."""
        self._series = self.context.series if self._series is None else None
        self.refresh_view()

    @property
    def file_name(self) -> str:
        """What a file of the view is called, without its ending."""
        return "commitments"

    def exported(self, form: Form) -> str:
        """Return the commitments that are shown as a file."""
        if self._view is None:
            return ""
        kept = {row.key for row in self.table.rows}
        rows = tuple(row for row in self._view.rows if item_key(row.item) in kept)
        view = self._view._replace(rows=rows)
        if form == "calendar":
            return calendar(view)
        table = printed.commitments_table(view, self._offers)
        return csv_text(table) if form == "csv" else markdown([table])
