"""Speakers by meeting, one speaker's words, and two speakers side by side."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from briefing.analysis.speakers import (
    Pair,
    SpeakerMatrix,
    SpeakerWords,
    side_by_side,
    speaker_matrices,
    speaker_row,
    speaker_words,
)
from briefing.catalogue.db.rows import ItemRow
from briefing.catalogue.queries.speakers import SpeakerSum, speaker_sums
from briefing.output.analysis import speakers as printed
from briefing.output.analysis.table import Table, csv_text, markdown
from briefing.output.wording import count
from briefing.tui.content.analysis.grid import EVERYWHERE, ColumnChoice
from briefing.tui.content.analysis.items import item_key
from briefing.tui.content.analysis.pairs import pair_page, side_key
from briefing.tui.content.analysis.speakers import speakers_page, words_page
from briefing.tui.content.analysis.table import TablePage, TableRow
from briefing.tui.screens.views.asking_screen import Question
from briefing.tui.screens.views.context import Place, ViewContext
from briefing.tui.screens.views.counts import Counted, CountForms
from briefing.tui.screens.views.export import Form
from briefing.tui.screens.views.grid_screen import GridScreen, series_shown
from briefing.tui.screens.views.item_screen import ItemScreen
from briefing.tui.screens.views.sides_screen import SidesScreen
from briefing.tui.session.library.library_access import LibraryAccess

CountedSpeakers = Counted[SpeakerMatrix, SpeakerSum]
"""The counts of speakers."""


def _counted(
    access: LibraryAccess, series: str, choice: ColumnChoice
) -> tuple[CountedSpeakers, TablePage]:
    catalogue = access.catalogue_sync.open()
    ids, whole = series_shown(catalogue, series, access.at_once)
    matrices = speaker_matrices(catalogue, ids)
    found = CountedSpeakers(matrices, () if whole else speaker_sums(catalogue))
    return found, speakers_page(matrices, choice, found.totals)


class SpeakersScreen(GridScreen[SpeakerMatrix, SpeakerSum]):
    """Shows everyone who speaks or undertakes, with counts by meeting, series apart.

    Args:
        context: What there is to ask, and where rows are opened.
        place: Where somebody was in the view.
        beside: Id of a speaker beside whom the chosen one is to be shown.
    """

    BINDING_GROUP_TITLE = "Speakers"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "a",
            "pair",
            "Pair, two side by side",
            id="speakers.pair",
            tooltip="Take this speaker; the next one you open is shown beside them",
        ),
    ]

    def __init__(
        self, context: ViewContext, place: Place | None = None, *, beside: str = ""
    ) -> None:
        super().__init__(context, place)
        self._beside = beside

    def again(self) -> "SpeakersScreen":
        """Return the view as it is, to be opened once more."""
        return SpeakersScreen(self.context, self.place, beside=self._beside)

    def question(self) -> Question[CountedSpeakers]:
        """Return what counts the items of everybody at all meetings."""
        return partial(_counted, self.context.access, self.context.series, self.choice)

    @property
    def forms(self) -> CountForms[SpeakerMatrix, SpeakerSum]:
        """How speakers are written down."""
        return FORMS

    def total_line(self, total: SpeakerSum) -> str:
        """Return who a speaker is, and how often in which manner."""
        catalogue = self.context.access.catalogue_sync.open()
        return printed.row_words(speaker_row(catalogue, total.id))

    def heading(self) -> tuple[str, str]:
        """Return what the view is called, and how much it has."""
        matrices, totals = self.counts
        names = {row.row.id: row.row.speaker.name for matrix in matrices for row in matrix.rows}
        if self._beside:
            names |= {row.id: row.name for row in totals}
            name = names.get(self._beside, self._beside)
            return "Speakers", f"open the one to be shown beside {name}"
        if totals:
            return "Speakers", count(len(totals), "speaker")
        meetings = sum(len(matrix.meetings) for matrix in matrices)
        return "Speakers", f"{count(len(names), 'speaker')} in {count(meetings, 'meeting')}"

    def open_row(self, row: TableRow) -> None:
        """Show what the speaker says, from the chosen meeting on, or beside another's words."""
        speaker = self.counts.matrix(row)[1]
        if self._beside and speaker != self._beside:
            pair, self._beside = (self._beside, speaker), ""
            self.app.push_screen(PairScreen(self.context, *pair))
        else:
            card = self.chosen_card(row)
            self.app.push_screen(WordsScreen(self.context, speaker, card=card))

    def action_leave(self) -> None:
        """Take the filter off; without one, let go of the speaker that was taken, or go back."""
        if self._beside and not self.filter_line.value and not self.filter_line.has_focus:
            self._beside = ""
            self.say()
        else:
            super().action_leave()

    def action_pair(self) -> None:
        """Take the speaker under the cursor, to be shown beside the next one that is opened."""
        if (row := self.table.row) is not None:
            speaker = self.counts.matrix(row)[1]
            self._beside = "" if speaker == self._beside else speaker
            self.filter_line.value = ""
            self.leave_filter()
            self.say()


def _total_table(totals: Sequence[SpeakerSum]) -> Table:
    """Return the speakers of all meetings as a table."""
    rows = tuple((r.id, r.name, str(r.items), str(r.meetings), str(r.took_part)) for r in totals)
    heads = ("speaker", "name", "items", "meetings", "took part")
    return Table(EVERYWHERE, heads, rows, frozenset({2, 3, 4}))


FORMS: Final = CountForms(
    printed.speakers_lines, printed.speakers_tables, printed.speakers_long_table, _total_table
)


def _words(access: LibraryAccess, speaker: str) -> tuple[SpeakerWords, TablePage]:
    words = speaker_words(access.catalogue_sync.open(), speaker)
    return words, words_page(words, access.source_names())


class WordsScreen(ItemScreen[SpeakerWords]):
    """Shows what one speaker says or undertakes over time, own words apart.

    Args:
        context: What there is to ask, and where rows are opened.
        speaker: Id of the speaker.
        place: Where somebody was in the view.
        card: Id of a card, at whose first item the cursor is to stand.
    """

    def __init__(
        self, context: ViewContext, speaker: str, place: Place | None = None, *, card: str = ""
    ) -> None:
        super().__init__(context, place)
        self._speaker, self._card = speaker, card

    def again(self) -> "WordsScreen":
        """Return the view as it is, to be opened once more."""
        return WordsScreen(self.context, self._speaker, self.place)

    def question(self) -> Question[SpeakerWords]:
        """Return what asks for all that the speaker says."""
        return partial(_words, self.context.access, self._speaker)

    def start_key(self) -> str:
        """Return the key of the first item of the card that was named."""
        return next((item_key(row) for row in self._rows() if row.card == self._card), "")

    def _rows(self) -> list[ItemRow]:
        return [row for rows in self.found.items.values() for row in rows] if self.found else []

    def heading(self) -> tuple[str, str]:
        """Return who it is, the office named last, and how much there is."""
        if self.found is None:
            return self._speaker, ""
        row = self.found.row
        office = f"{row.office.role} · " if row.office else ""
        return row.speaker.name, f"{office}{count(row.items, 'item')}"

    def items(self) -> Mapping[str, ItemRow]:
        """Return the items by the keys of their rows."""
        return {item_key(row): row for row in self._rows()}

    @property
    def file_name(self) -> str:
        """What a file of the view is called, without its ending."""
        return f"speaker-{self._speaker}"

    def exported(self, form: Form) -> str:
        """Return the words that are shown as a file."""
        if self.found is None:
            return ""
        kept = {item.address for item in self.shown_items()}
        by_manner = {
            manner: some
            for manner, rows in self.found.items.items()
            if (some := tuple(row for row in rows if row.address in kept))
        }
        words = self.found._replace(items=by_manner)
        if form == "csv":
            return csv_text(printed.words_table(words))
        return markdown(printed.words_tables(words))


def _pair(access: LibraryAccess, one: str, other: str) -> tuple[Pair, TablePage]:
    pair = side_by_side(access.catalogue_sync.open(), one, other)
    return pair, pair_page(pair, access.source_names())


class PairScreen(SidesScreen[Pair], ItemScreen[Pair]):
    """Shows what two speakers say, in columns meeting by meeting; `/` narrows it to a topic.

    Args:
        context: What there is to ask, and where rows are opened.
        one: Id of a speaker.
        other: Id of another.
        place: Where somebody was in the view.
    """

    def __init__(
        self, context: ViewContext, one: str, other: str, place: Place | None = None
    ) -> None:
        super().__init__(context, place)
        self._one, self._other = one, other

    def again(self) -> "PairScreen":
        """Return the view as it is, to be opened once more."""
        return PairScreen(self.context, self._one, self._other, self.place)

    def question(self) -> Question[Pair]:
        """Return what asks for what both say."""
        return partial(_pair, self.context.access, self._one, self._other)

    def heading(self) -> tuple[str, str]:
        """Return who is compared, and which topics both speak on."""
        if self.found is None:
            return "Two speakers", ""
        labels = [self.found.names.topic_label(topic) for topic, *_ in self.found.shared[:3]]
        both = f"both on {', '.join(labels)}" if labels else "no topic of both"
        return printed.pair_head(self.found), both

    def items(self) -> Mapping[str, ItemRow]:
        """Return the items by the keys of their rows."""
        sides = ((side.one, side.other) for side in self.found.meetings) if self.found else ()
        return {
            side_key(row, speaker): row
            for both in sides
            for speaker, rows in zip((self._one, self._other), both, strict=True)
            for row in rows
        }

    @property
    def file_name(self) -> str:
        """What a file of the view is called, without its ending."""
        return f"{self._one}-and-{self._other}"

    def exported(self, form: Form) -> str:
        """Return what is shown as a file."""
        if self.found is None:
            return ""
        kept = {row.key for row in self.table.rows}
        meetings = (
            side._replace(
                one=tuple(row for row in side.one if side_key(row, self._one) in kept),
                other=tuple(row for row in side.other if side_key(row, self._other) in kept),
            )
            for side in self.found.meetings
        )
        pair = self.found._replace(meetings=tuple(s for s in meetings if s.one or s.other))
        table = printed.pair_table(pair)
        return csv_text(table) if form == "csv" else markdown([table])
