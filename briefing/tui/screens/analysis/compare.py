"""Two meetings, or all of a series, beside each other."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.analysis.compare.choosing import (
    cards_of_series,
    newest_with_previous,
    previous_in_series,
)
from briefing.analysis.compare.comparison import Comparison, compare
from briefing.analysis.compare.statements import Statement
from briefing.catalogue.db.rows import MeetingRow
from briefing.errors import UnknownNameError
from briefing.output.analysis.compare.exports import comparison_csv, comparison_markdown
from briefing.output.analysis.compare.wording import sum_words
from briefing.tui.content.analysis.choosing import SERIES, choosing_page
from briefing.tui.content.analysis.compare import MEETING, comparison_page, statement_key
from briefing.tui.content.analysis.table import TablePage, TableRow
from briefing.tui.content.copying import item_citation
from briefing.tui.screens.views.context import Place, ViewContext
from briefing.tui.screens.views.export import Form
from briefing.tui.screens.views.view_screen import ViewScreen


class CompareScreen(ViewScreen):
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
        self._comparison: Comparison | None = None

    def again(self) -> "CompareScreen":
        """Return the view as it is, to be opened once more."""
        return CompareScreen(self.context, self.place, cards=self._cards)

    @property
    def at_once(self) -> bool:
        """Whether the view is made on the event loop; cards and sources are read for it."""
        return self.context.access.few

    def read(self) -> TablePage:
        """Compare the meetings.

        Raises:
            UnknownNameError: There is nothing to compare the open meeting with.
        """
        if not self._cards:
            self._cards = self._default()
        library = self.context.access.library
        self._comparison = compare([library.card(card) for card in self._cards], library)
        return comparison_page(self._comparison, library)

    def _default(self) -> tuple[str, ...]:
        """Return the open meeting and the one before it; else the newest that has one before it."""
        rows = self._meetings()
        earlier = previous_in_series(self.context.card, rows)
        if earlier is not None:
            return earlier, self.context.card
        newest = newest_with_previous(rows)
        if newest is None:
            hint = "c chooses a meeting to compare it with"
            raise UnknownNameError("no series has two meetings", hint=hint)
        return newest

    def _meetings(self) -> Sequence[MeetingRow]:
        return self.context.access.catalogue_sync.open().meetings()

    def heading(self) -> tuple[str, str]:
        """Return which meetings are compared, and how the topics stand."""
        if self._comparison is None:
            return "Compare", ""
        days = [meeting.date.isoformat() for meeting in self._comparison.meetings]
        return f"{days[0]} → {days[-1]}", sum_words(self._comparison)

    def _statements(self) -> Mapping[str, Statement]:
        topics = self._comparison.topics if self._comparison else ()
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
        return "compare-" + "-".join(card[:10] for card in (self._cards[0], self._cards[-1]))

    def exported(self, form: Form) -> str:
        """Return the topics that are shown as a file."""
        if self._comparison is None:
            return ""
        kept = {row.key.partition("\t")[0] for row in self.table.rows}
        comparison = self._comparison.of(kept)
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
        except UnknownNameError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._cards = cards
        self.refresh_view()

    def _in_order(self, chosen: str) -> tuple[str, ...]:
        """Return the open meeting and the chosen one in order of time."""
        listed = [row.card for row in reversed(self._meetings()) if not row.broken]
        both = {self.context.card, chosen}
        found = tuple(card for card in listed if card in both)
        if len(found) < 2:
            raise UnknownNameError("a meeting is compared with another one", hint="choose another")
        return found


class ChoosingScreen(ViewScreen):
    """Lists series and meetings to choose one of.

    Args:
        context: What there is to ask.
        choose: Takes the key of what was chosen.
    """

    def __init__(self, context: ViewContext, choose: Callable[[str], None]) -> None:
        super().__init__(context)
        self._choose = choose

    def again(self) -> "ChoosingScreen":
        """Return the view as it is, to be opened once more."""
        return ChoosingScreen(self.context, self._choose)

    def read(self) -> TablePage:
        """List the series of several meetings, and all meetings."""
        return choosing_page(self.context.access.catalogue_sync.open().meetings())

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
        """Return the names that are shown, one a line."""
        return "".join(f"{row.words}\n" for row in self.table.rows)
