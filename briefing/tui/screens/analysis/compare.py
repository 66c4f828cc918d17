"""Two meetings, or all of a series, beside each other."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.analysis.compare.choosing import (
    cards_of_series,
    newest_with_previous,
    previous_in_series,
)
from briefing.analysis.compare.comparison import Comparison, compare
from briefing.analysis.compare.statements import Statement
from briefing.analysis.compare.weighing import counting_in
from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.db.rows import MeetingRow
from briefing.errors import BriefingError, UnknownNameError
from briefing.output.analysis.compare.exports import comparison_csv, comparison_markdown
from briefing.output.analysis.compare.wording import sum_words
from briefing.output.wording import count
from briefing.tui.content.analysis.choosing import SERIES, choosing_page
from briefing.tui.content.analysis.compare import MEETING, comparison_page, statement_key
from briefing.tui.content.analysis.table import TablePage, TableRow
from briefing.tui.content.copying import item_citation
from briefing.tui.screens.views.asking_screen import Question
from briefing.tui.screens.views.context import Place, ViewContext
from briefing.tui.screens.views.export import Form
from briefing.tui.screens.views.sides_screen import SidesScreen
from briefing.tui.screens.views.view_screen import ViewScreen
from briefing.tui.session.library.library_access import LibraryAccess


def _compared(
    access: LibraryAccess, open_card: str, series: str, cards: Sequence[str]
) -> tuple[Comparison, TablePage]:
    """Compare cards; where none is named, the open one with the one before it.

    Raises:
        UnknownNameError: There is nothing to compare the open card with.
    """
    library = access.library
    catalogue = access.catalogue_sync.open()
    chosen = cards or _default(catalogue, open_card, series)
    compared = [library.card(card) for card in chosen]
    comparison = compare(compared, library, counting_in(catalogue))
    return comparison, comparison_page(comparison, library, access.source_names())


def _default(catalogue: Catalogue, open_card: str, series: str) -> tuple[str, ...]:
    """Return the open meeting and the one before it; else the newest that has one before it."""
    earlier = previous_in_series(open_card, catalogue.meetings(series)) if series else None
    if earlier is not None:
        return earlier, open_card
    newest = newest_with_previous(catalogue)
    if newest is None:
        hint = "c chooses a meeting to compare it with"
        raise UnknownNameError("no series has two meetings", hint=hint)
    return newest


class CompareScreen(SidesScreen[Comparison]):
    """Shows meetings by topic: by default the open one beside the one before it in its series.

    Args:
        context: What there is to ask, and where rows are opened.
        place: Where somebody was in the view.
        cards: Ids of the cards to compare; none for the default.
    """

    BINDING_GROUP_TITLE = "Compare"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "c",
            "choose",
            "With another",
            id="compare.choose",
            tooltip="Choose another meeting to compare with, or all of a series",
        )
    ]

    def __init__(
        self, context: ViewContext, place: Place | None = None, *, cards: Sequence[str] = ()
    ) -> None:
        super().__init__(context, place)
        self._cards = tuple(cards)

    def again(self) -> "CompareScreen":
        """Return the view as it is, to be opened once more."""
        return CompareScreen(self.context, self.place, cards=self._cards)

    @property
    def at_once(self) -> bool:
        """Whether the view is made on the event loop; cards and sources are read for it."""
        return self.context.access.few

    def question(self) -> Question[Comparison]:
        """Return what compares the meetings."""
        context = self.context
        return partial(_compared, context.access, context.card, context.series, self._cards)

    def _meetings(self) -> Sequence[MeetingRow]:
        return self.context.access.catalogue_sync.open().meetings()

    def heading(self) -> tuple[str, str]:
        """Return which meetings are compared, how many if not two, and how the topics stand."""
        if self.found is None:
            return "Compare", ""
        days = [meeting.date.isoformat() for meeting in self.found.meetings]
        many = f"{count(len(days), 'meeting')} · " if len(days) > 2 else ""
        return f"{days[0]} → {days[-1]}", f"{many}{sum_words(self.found)}"

    def _statements(self) -> Mapping[str, Statement]:
        topics = self.found.topics if self.found else ()
        return {
            statement_key(topic.topic, statement): statement
            for topic in topics
            for stage in topic.stages
            for statement in stage.statements
        }

    def open_row(self, row: TableRow) -> None:
        """Open the statement beside its source, or a meeting."""
        reader = self.context.reader
        if row.key.startswith(MEETING):
            self.leave_for(lambda: reader.open_card(row.key.removeprefix(MEETING)))
        elif (found := self._statements().get(row.key)) is not None:
            self.leave_for(lambda: reader.open_item(found.card, found.item.id))

    def citation(self, row: TableRow) -> str:
        """Return a statement's words with who said them, where, and what to beware of."""
        found = self._statements().get(row.key)
        if found is None:
            return row.words
        library = self.context.access.library
        return item_citation(found.item, library.card(found.card), library)

    @property
    def file_name(self) -> str:
        """What a file of the view is called, without its ending."""
        meetings = self.found.meetings if self.found else ()
        days = [each.card[:10] for each in (*meetings[:1], *meetings[-1:])]
        return "-".join(("compare", *days))

    def exported(self, form: Form) -> str:
        """Return the topics that are shown as a file."""
        if self.found is None:
            return ""
        kept = {row.key.partition("\t")[0] for row in self.table.rows}
        comparison = self.found.of(kept)
        library = self.context.access.library
        made = comparison_csv if form == "csv" else comparison_markdown
        return "".join(f"{line}\n" for line in made(comparison, library))

    def action_choose(self) -> None:
        """Choose what to compare with."""
        self.app.push_screen(ChoosingScreen(self.context, self._compare_with))

    def _compare_with(self, chosen: str) -> None:
        try:
            if chosen.startswith(SERIES):
                cards = cards_of_series(chosen.removeprefix(SERIES), self._meetings())
            else:
                cards = self._in_order(chosen)
        except (BriefingError, sqlite3.Error, OSError) as error:
            self.notify(str(error), severity="error")
            return
        self._cards = cards
        self.ask()

    def _in_order(self, chosen: str) -> tuple[str, ...]:
        """Return the open meeting and the chosen one in order of time."""
        listed = [row.card for row in reversed(self._meetings()) if not row.broken]
        both = {self.context.card, chosen}
        found = tuple(card for card in listed if card in both)
        if len(found) < 2:
            raise UnknownNameError("a meeting is compared with another one", hint="choose another")
        return found


def _choice(access: LibraryAccess) -> tuple[Sequence[MeetingRow], TablePage]:
    meetings = access.catalogue_sync.open().meetings()
    return meetings, choosing_page(meetings)


class ChoosingScreen(ViewScreen[Sequence[MeetingRow]]):
    """Lists series and meetings to choose one of.

    Args:
        context: What there is to ask.
        choose: Takes the key of what was chosen.
    """

    ENDINGS: ClassVar[Mapping[str, Form]] = {}

    def __init__(self, context: ViewContext, choose: Callable[[str], None]) -> None:
        super().__init__(context)
        self._choose = choose

    def again(self) -> "ChoosingScreen":
        """Return the view as it is, to be opened once more."""
        return ChoosingScreen(self.context, self._choose)

    def question(self) -> Question[Sequence[MeetingRow]]:
        """Return what lists the series of several meetings, and all meetings."""
        return partial(_choice, self.context.access)

    def heading(self) -> tuple[str, str]:
        """Return what is to be chosen."""
        return "Compare with", "a meeting, or all of a series"

    def open_row(self, row: TableRow) -> None:
        """Take what is under the cursor."""
        self.dismiss(None)
        self._choose(row.key)

    def citation(self, row: TableRow) -> str:
        """Return the name of a meeting or a series."""
        return row.words

    def exported(self, form: Form) -> str:
        """Return nothing: what is chosen from is no answer."""
        return ""
