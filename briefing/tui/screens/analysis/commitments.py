"""Commitments by the time they are due."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import ClassVar, NamedTuple

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
from briefing.tui.screens.views.asking_screen import Question
from briefing.tui.screens.views.context import Place, ViewContext
from briefing.tui.screens.views.export import ENDINGS, Form
from briefing.tui.screens.views.item_screen import ItemScreen
from briefing.tui.session.library.library_access import LibraryAccess

MOST = 200
"""How many at most of what is past, of what is ahead and of what is undated."""
MOST_OFFERED = 100
"""Up to how many commitments what may take them up is looked for."""


class SeenCommitments(NamedTuple):
    """What was promised, and what may take it up."""

    view: CommitmentView
    offers: Mapping[str, tuple[Offer, ...]]
    """By the address of the commitment, as far as that was looked for."""


def _seen(
    access: LibraryAccess, today: date, series: str | None
) -> tuple[SeenCommitments, TablePage]:
    """Ask for what is past, ahead and undated, and for what may take it up."""
    catalogue = access.catalogue_sync.open()
    view = commitments(catalogue, today, series=series, most=MOST)
    offers: Mapping[str, tuple[Offer, ...]] = {}
    if len(view.rows) <= MOST_OFFERED:
        view, offers = offers_for(catalogue, view)
    return SeenCommitments(view, offers), commitments_page(view, offers, access.source_names())


class CommitmentsScreen(ItemScreen[SeenCommitments]):
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

    def again(self) -> "CommitmentsScreen":
        """Return the view as it is, to be opened once more."""
        return CommitmentsScreen(self.context, self.place, series=self._series)

    def question(self) -> Question[SeenCommitments]:
        """Return what asks for what is past, ahead and undated."""
        return partial(_seen, self.context.access, self.context.today, self._series)

    def heading(self) -> tuple[str, str]:
        """Return what the view is called, from when it is seen, and how much it has."""
        if self.found is None:
            return "Commitments", ""
        view = self.found.view
        shown, total = len(view.rows), view.total
        number = count(total, "item") if shown == total else f"{shown} of {count(total, 'item')}"
        said = f"{number} · as seen on {date_words(view.today)}"
        return "Commitments", said if self._series is None else f"{self._series} · {said}"

    def items(self) -> Mapping[str, ItemRow]:
        """Return commitments and what is offered for them by the keys of their rows."""
        found: dict[str, ItemRow] = {}
        rows, offers = (self.found.view.rows, self.found.offers) if self.found else ((), {})
        for row in rows:
            found[item_key(row.item)] = row.item
            for offer in offers.get(row.item.address, ()):
                found[offer_key(offer, row.item)] = offer.item
        return found

    def action_series(self) -> None:
        """Show one series only, or all."""
        self._series = self.context.series if self._series is None else None
        self.ask()

    @property
    def file_name(self) -> str:
        """What a file of the view is called, without its ending."""
        return "commitments"

    def exported(self, form: Form) -> str:
        """Return the commitments that are shown as a file."""
        if self.found is None:
            return ""
        kept = {row.key for row in self.table.rows}
        rows = tuple(row for row in self.found.view.rows if item_key(row.item) in kept)
        view = self.found.view._replace(rows=rows)
        if form == "calendar":
            return calendar(view)
        table = printed.commitments_table(view, self.found.offers)
        return csv_text(table) if form == "csv" else markdown([table])
