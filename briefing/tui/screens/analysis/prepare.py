"""What to have read before the next meeting of a series."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from briefing.analysis.moved_phrases import MovedPhrase
from briefing.analysis.prepare import Preparation, prepare
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.rows import ItemRow
from briefing.errors import UnknownNameError
from briefing.output.analysis.prepare import cut_words, prepare_markdown
from briefing.output.analysis.table import Table, csv_text
from briefing.tui.content.analysis.commitments import offer_key
from briefing.tui.content.analysis.items import item_key
from briefing.tui.content.analysis.prepare import OFFICE, only_rows, phrase_key, prepare_page
from briefing.tui.content.analysis.table import TablePage, TableRow
from briefing.tui.content.analysis.topics import TOPIC
from briefing.tui.content.line import date_words
from briefing.tui.screens.analysis.phrase import PhraseScreen
from briefing.tui.screens.analysis.topics import ThreadScreen
from briefing.tui.screens.views.asking_screen import Question
from briefing.tui.screens.views.export import Form
from briefing.tui.screens.views.item_screen import ItemScreen
from briefing.tui.session.library.library_access import LibraryAccess


def _prepared(access: LibraryAccess, series: str, today: date) -> tuple[Preparation, TablePage]:
    """Gather the page of a series; of the one that met last, where none is named.

    Raises:
        UnknownNameError: No meeting is of a series.
    """
    catalogue = access.catalogue_sync.open()
    series = series or _newest_series(catalogue)
    page = prepare(catalogue, series, today, library=access.library)
    return page, prepare_page(page, access.source_names())


class PrepareScreen(ItemScreen[Preparation]):
    """Shows what a series has left for its next meeting: that of the open card, else the last."""

    def again(self) -> "PrepareScreen":
        """Return the view as it is, to be opened once more."""
        return PrepareScreen(self.context, self.place)

    @property
    def at_once(self) -> bool:
        """Whether the view is made on the event loop; cards and sources are read for it."""
        return self.context.access.few

    def question(self) -> Question[Preparation]:
        """Return what gathers the page."""
        context = self.context
        return partial(_prepared, context.access, context.series, context.today)

    def heading(self) -> tuple[str, str]:
        """Return which series meets again, and from when the page is seen."""
        if self.found is None:
            return "Before the next round", ""
        said = " · ".join(filter(None, (date_words(self.found.today), cut_words(self.found))))
        return f"Before the next round of {self.found.series}", said

    def items(self) -> Mapping[str, ItemRow]:
        """Return the items by the keys of their rows."""
        if self.found is None:
            return {}
        page = self.found
        found = {item_key(page.bottom_line): page.bottom_line}
        for each in (*page.due, *page.undated):
            found[item_key(each.row.item)] = each.row.item
            found |= {offer_key(offer, each.row.item): offer.item for offer in each.offers}
        return found | {item_key(row, "open"): row for row in page.open}

    def open_row(self, row: TableRow) -> None:
        """Open the item beside its source, a thread, a phrase, or the card that lists an office."""
        reader = self.context.reader
        if row.key.startswith(TOPIC):
            self.app.push_screen(ThreadScreen(self.context, row.key.removeprefix(TOPIC)))
        elif (moved := self._phrases().get(row.key)) is not None:
            self.app.push_screen(PhraseScreen(self.context, moved.earlier.phrase))
        elif row.key.startswith(OFFICE):
            card = row.key.split("\t")[1]
            self.leave_for(lambda: reader.open_card(card))
        else:
            super().open_row(row)

    def _phrases(self) -> Mapping[str, MovedPhrase]:
        return {phrase_key(each): each for each in self.found.phrases} if self.found else {}

    @property
    def file_name(self) -> str:
        """What a file of the view is called, without its ending."""
        return f"prepare-{self.found.series}" if self.found else "prepare"

    def exported(self, form: Form) -> str:
        """Return the rows that are shown as the page in Markdown, or as a table."""
        if self.found is None:
            return ""
        if form == "markdown":
            return prepare_markdown(only_rows(self.found, {row.key for row in self.table.rows}))
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
