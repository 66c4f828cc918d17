"""The history of a phrase, and the line in which it is asked for."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from briefing.analysis.phrases.history import PhraseHistory, PhraseUse, trace
from briefing.errors import UnknownNameError
from briefing.output.analysis.phrases.exports import history_csv, history_markdown
from briefing.output.analysis.phrases.wording import sum_words
from briefing.tui.content.analysis.phrases import meeting_key, phrase_page, use_key, variant_key
from briefing.tui.content.analysis.table import TablePage, TableRow
from briefing.tui.content.copying import item_citation, paragraph_citation
from briefing.tui.screens.closing import ClosingScreen
from briefing.tui.screens.views.asking_screen import Question
from briefing.tui.screens.views.context import STYLES, Place, ViewContext
from briefing.tui.screens.views.export import Form
from briefing.tui.screens.views.view_screen import ViewScreen
from briefing.tui.session.library.library_access import LibraryAccess
from briefing.tui.widgets.inputs.line_input import LineInput

MOST_USES = 500
"""How many uses are listed, the earliest ones."""


def _traced(access: LibraryAccess, phrase: str) -> tuple[PhraseHistory, TablePage]:
    """Look for a phrase.

    Raises:
        UnknownNameError: These words are no phrase.
    """
    catalogue = access.catalogue_sync.open()
    history = trace(phrase, catalogue.engine(), catalogue, MOST_USES)
    if history is None:
        raise UnknownNameError(
            "that is no phrase of one word to twelve", hint="w asks for other words"
        )
    return history, phrase_page(history, catalogue, access.source_names())


class PhraseScreen(ViewScreen[PhraseHistory]):
    """Shows where a phrase was first used, where again, and its close variants.

    Args:
        context: What there is to ask, and where rows are opened.
        phrase: The phrase.
        place: Where somebody was in the view.
    """

    BINDING_GROUP_TITLE = "Phrase"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "w",
            "ask",
            "Other words",
            id="phrase.ask",
            tooltip="Trace other words",
        )
    ]

    def __init__(self, context: ViewContext, phrase: str, place: Place | None = None) -> None:
        super().__init__(context, place)
        self._phrase = phrase

    def again(self) -> "PhraseScreen":
        """Return the view as it is, to be opened once more."""
        return PhraseScreen(self.context, self._phrase, self.place)

    @property
    def at_once(self) -> bool:
        """Whether the view is made on the event loop; the search may have to be made first."""
        return self.context.access.few

    def question(self) -> Question[PhraseHistory]:
        """Return what looks for the phrase."""
        return partial(_traced, self.context.access, self._phrase)

    def heading(self) -> tuple[str, str]:
        """Return the phrase, and how often it is used."""
        if self.found is None or self.is_reading:
            return self._phrase, ""
        phrase = self.found.phrase.text
        return phrase, sum_words(self.found).removeprefix(f"{phrase}: ")

    def _use(self, row: TableRow) -> PhraseUse | None:
        uses = self.found.uses if self.found else ()
        return next((use for use in uses if use_key(use) == row.key), None)

    def open_row(self, row: TableRow) -> None:
        """Open a use in its source, or on its card; a meeting; or the history of a variant."""
        if self.found is None:
            return
        reader, use = self.context.reader, self._use(row)
        meetings = {meeting_key(each): each for each in self.found.meetings}
        variants = {variant_key(each): each for each in self.found.variants}
        if use is not None:
            self.leave_for(lambda: self._open_use(use))
        elif (meeting := meetings.get(row.key)) is not None:
            if meeting.card:
                self.leave_for(lambda: reader.open_card(meeting.card))
            else:
                self.leave_for(lambda: reader.open_paragraph(meeting.title, 1))
        elif (variant := variants.get(row.key)) is not None:
            self._trace(variant.words)

    def _open_use(self, use: PhraseUse) -> None:
        reader, words = self.context.reader, use.words.split()
        if use.claims:
            reader.open_item(use.claims[0].card, use.claims[0].item, words)
        elif use.card:
            reader.open_item(use.card, use.item, words)
        elif use.paragraph is not None:
            reader.open_paragraph(use.source, use.paragraph, words)

    def citation(self, row: TableRow) -> str:
        """Return a use with where it stands, or what a row says."""
        use, library = self._use(row), self.context.access.library
        if use is None:
            return row.words
        if use.card:
            card = library.card(use.card)
            item = card.item(use.item)
            return item_citation(item, card, library) if item is not None else ""
        if use.paragraph is None:
            return row.words
        return paragraph_citation(library.source(use.source), use.paragraph)

    @property
    def file_name(self) -> str:
        """What a file of the view is called, without its ending."""
        words = (self.found.phrase.words if self.found else ())[:4]
        return "-".join(("phrase", *words))

    def exported(self, form: Form) -> str:
        """Return the history as a file, of the uses those that are shown."""
        if self.found is None:
            return ""
        kept = {row.key for row in self.table.rows}
        uses = tuple(u for u in self.found.uses if use_key(u) in kept)
        history = self.found._replace(uses=uses)
        names = self.context.access.catalogue_sync.open()
        made = history_csv if form == "csv" else history_markdown
        return "".join(f"{line}\n" for line in made(history, names))

    def action_ask(self) -> None:
        """Ask for other words."""
        self.app.push_screen(PhraseDialog(self._phrase), self._trace)

    def _trace(self, phrase: str | None) -> None:
        if phrase:
            self._phrase = phrase
            self.filter_line.value = ""
            self.ask()


class PhraseDialog(ClosingScreen[str | None]):
    """Asks for a phrase; gives it, or None.

    Args:
        phrase: What stands in the line at first.
    """

    CSS_PATH = STYLES
    BINDING_GROUP_TITLE = "Phrase to trace"
    BINDINGS = [
        Binding("escape", "dismiss", "Close", id="phrase.close", tooltip="Go back without a phrase")
    ]

    def __init__(self, phrase: str = "") -> None:
        super().__init__()
        self._phrase = phrase

    def compose(self) -> ComposeResult:
        """Lay out the line for the phrase under what it is for."""
        with Vertical(id="dialog"):
            yield Static(Content("Trace a phrase through all sources and cards"), id="dialog-title")
            yield LineInput(self._phrase, placeholder="rules-based order", id="phrase")
            said = "enter shows its first and later uses and close variants, by date"
            yield Static(Content.styled(said, "$text-quiet"), id="dialog-said")

    @on(Input.Submitted, "#phrase")
    def _take(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss(event.value.strip())
