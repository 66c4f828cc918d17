"""What to have read before the next meeting of a series."""

from collections.abc import Mapping

from briefing.analysis.prepare import Preparation, prepare
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.rows import ItemRow
from briefing.errors import UnknownNameError
from briefing.output.analysis.prepare import prepare_markdown
from briefing.output.analysis.table import Table, csv_text
from briefing.tui.content.analysis.commitments import offer_key
from briefing.tui.content.analysis.items import item_key
from briefing.tui.content.analysis.prepare import OFFICE, PHRASE, prepare_page
from briefing.tui.content.analysis.table import TablePage, TableRow
from briefing.tui.content.analysis.topics import TOPIC
from briefing.tui.content.line import date_words
from briefing.tui.screens.analysis.phrase import PhraseScreen
from briefing.tui.screens.analysis.topics import ThreadScreen
from briefing.tui.screens.views.export import Form
from briefing.tui.screens.views.item_screen import ItemScreen


class PrepareScreen(ItemScreen):
    """Shows what a series has left for its next meeting: that of the open card, else the last."""

    _page: Preparation | None = None

    def again(self) -> "PrepareScreen":
        """Return the view as it is, to be opened once more."""
        return PrepareScreen(self.context, self.place)

    @property
    def at_once(self) -> bool:
        """Whether the view is made on the event loop; cards and sources are read for it."""
        return self.context.access.few

    def read(self) -> TablePage:
        """Gather the page.

        Raises:
            UnknownNameError: No meeting is of a series.
        """
        catalogue = self.context.access.catalogue_sync.open()
        series = self.context.series or _newest_series(catalogue)
        library = self.context.access.library
        self._page = prepare(catalogue, series, self.context.today, library=library)
        return prepare_page(self._page)

    def heading(self) -> tuple[str, str]:
        """Return which series meets again, and from when the page is seen."""
        if self._page is None:
            return "Before the next round", ""
        return f"Before the next round of {self._page.series}", date_words(self._page.today)

    def items(self) -> Mapping[str, ItemRow]:
        """Return the items by the keys of their rows."""
        if self._page is None:
            return {}
        found = {item_key(self._page.bottom_line): self._page.bottom_line}
        for each in (*self._page.due, *self._page.undated):
            found[item_key(each.row.item)] = each.row.item
            found |= {offer_key(offer, each.row.item): offer.item for offer in each.offers}
        return found | {item_key(row, "open"): row for row in self._page.open}

    def open_row(self, row: TableRow) -> None:
        """Open the item beside its source, a thread, a phrase, or the card that lists an office."""
        reader = self.context.reader
        if row.key.startswith(TOPIC):
            self.app.push_screen(ThreadScreen(self.context, row.key.removeprefix(TOPIC)))
        elif row.key.startswith(PHRASE) and self._page is not None:
            moved = self._page.phrases[int(row.key.removeprefix(PHRASE))]
            self.app.push_screen(PhraseScreen(self.context, moved.earlier.phrase))
        elif row.key.startswith(OFFICE):
            card = row.key.split("\t")[1]
            self.leave_for(lambda: reader.open_card(card))
        else:
            super().open_row(row)

    @property
    def file_name(self) -> str:
        """What a file of the view is called, without its ending."""
        return f"prepare-{self._page.series}" if self._page else "prepare"

    def exported(self, form: Form) -> str:
        """Return the whole page as Markdown, or its rows as a table."""
        if self._page is None:
            return ""
        if form == "markdown":
            return prepare_markdown(self._page)
        rows = tuple(
            (group.name, row.words) for group in self.table.page.groups for row in group.rows
        )
        return csv_text(Table("", ("part", "words"), rows))


def _newest_series(catalogue: Catalogue) -> str:
    """Return the id of the series that met last.

    Raises:
        UnknownNameError: There is none.
    """
    for row in catalogue.meetings():
        if row.series and not row.broken:
            return row.series
    raise UnknownNameError("no meeting is of a series", hint="`series` in a card names one")
