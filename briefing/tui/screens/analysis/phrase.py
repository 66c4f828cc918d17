"""The history of a phrase, and the line in which it is asked for."""

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
from briefing.tui.content.analysis.phrases import MEETING, USE, VARIANT, phrase_page
from briefing.tui.content.analysis.table import TablePage, TableRow
from briefing.tui.content.copying import item_citation, paragraph_citation
from briefing.tui.screens.closing import ClosingScreen
from briefing.tui.screens.views.context import STYLES, Place, ViewContext
from briefing.tui.screens.views.export import Form
from briefing.tui.screens.views.view_screen import ViewScreen
from briefing.tui.widgets.inputs.line_input import LineInput

MOST_USES = 500
"""How many uses are listed, the earliest ones."""


class PhraseScreen(ViewScreen):
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
        self._history: PhraseHistory | None = None

    def again(self) -> "PhraseScreen":
        """Return the view as it is, to be opened once more."""
        return PhraseScreen(self.context, self._phrase, self.place)

    @property
    def at_once(self) -> bool:
        """Whether the view is made on the event loop; the search may have to be made first."""
        return self.context.access.few

    def read(self) -> TablePage:
        """Look for the phrase.

        Raises:
            UnknownNameError: These words are no phrase.
        """
        catalogue = self.context.access.catalogue_sync.open()
        history = trace(self._phrase, catalogue.engine(), catalogue, MOST_USES)
        if history is None:
            raise UnknownNameError(
                "that is no phrase of one word to twelve", hint="w asks for other words"
            )
        self._history = history
        return phrase_page(history, catalogue)

    def heading(self) -> tuple[str, str]:
        """Return the phrase, and how often it is used."""
        if self._history is None:
            return self._phrase, ""
        phrase = self._history.phrase.text
        return phrase, sum_words(self._history).removeprefix(f"{phrase}: ")

    def _number(self, row: TableRow, kind: str) -> int | None:
        found = row.key.startswith(kind)
        return int(row.key.removeprefix(kind)) if found and self._history else None

    def _use(self, row: TableRow) -> PhraseUse | None:
        number = self._number(row, USE)
        return None if number is None or self._history is None else self._history.uses[number]

    def open_row(self, row: TableRow) -> None:
        """Open a use in its source, or on its card; a meeting; or the history of a variant."""
        if self._history is None:
            return
        reader, use = self.context.reader, self._use(row)
        if use is not None:
            self.leave_for(lambda: self._open_use(use))
        elif (number := self._number(row, MEETING)) is not None:
            meeting = self._history.meetings[number]
            if meeting.card:
                self.leave_for(lambda: reader.open_card(meeting.card))
            else:
                self.leave_for(lambda: reader.open_paragraph(meeting.title, 1))
        elif (number := self._number(row, VARIANT)) is not None:
            self._trace(self._history.variants[number].words)

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
        words = (self._history.phrase.words if self._history else ())[:4]
        return "-".join(("phrase", *words))

    def exported(self, form: Form) -> str:
        """Return the history as a file, of the uses those that are shown."""
        if self._history is None:
            return ""
        kept = {row.key for row in self.table.rows}
        uses = tuple(u for n, u in enumerate(self._history.uses) if f"{USE}{n}" in kept)
        history = self._history._replace(uses=uses)
        names = self.context.access.catalogue_sync.open()
        made = history_csv if form == "csv" else history_markdown
        return "".join(f"{line}\n" for line in made(history, names))

    def action_ask(self) -> None:
        """Ask for other words."""
        self.app.push_screen(PhraseDialog(self._phrase), self._trace)

    def _trace(self, phrase: str | None) -> None:
        if phrase:
            self._phrase, self._history = phrase, None
            self.filter_line.value = ""
            self.refresh_view()


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
