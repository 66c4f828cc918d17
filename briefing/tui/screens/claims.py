"""The claims that rest on a paragraph, to choose one from."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from briefing.library import Library
from briefing.model import Citation
from briefing.output.wording import count
from briefing.tui.content.line import shown
from briefing.tui.content.source import claim_line
from briefing.tui.screens.closing import ClosingScreen
from briefing.tui.widgets.short_list import ShortList


class ClaimsScreen(ClosingScreen[Citation | None]):
    """Asks which of the claims resting on a paragraph to open; gives None when none is wanted.

    Args:
        paragraph: The paragraph, from 1.
        claims: The claims.
        library: Names the cards.
    """

    CSS_PATH = "claims.tcss"
    BINDING_GROUP_TITLE = "Claims on a paragraph"

    BINDINGS = [
        Binding("j", "step(1)", "Next", id="claims.next", tooltip="Go to the next claim"),
        Binding(
            "k", "step(-1)", "Previous", id="claims.previous", tooltip="Go to the claim before"
        ),
        Binding(
            "escape,q",
            "dismiss",
            "Close",
            id="claims.close",
            tooltip="Close the list and leave the reader as it was",
        ),
    ]

    def __init__(self, paragraph: int, claims: Sequence[Citation], library: Library) -> None:
        super().__init__()
        self._paragraph = paragraph
        self._claims = claims
        self._library = library

    def compose(self) -> ComposeResult:
        """Lay out the claims under a title that counts them."""
        title = f"{count(len(self._claims), 'claim')} on ¶{self._paragraph}"
        sources = dict.fromkeys(claim.evidence.source for claim in self._claims)
        cautions = [shown(caution) for s in sources if (caution := self._library.caution(s))]
        with Vertical() as frame:
            frame.border_subtitle = "enter open · esc close"
            yield Label(Content(title), id="claims-title")
            for caution in cautions:
                yield Label(Content(f"caution: {caution}"), classes="caution")
            yield ShortList(*(Option(self._prompt(claim)) for claim in self._claims))

    def _prompt(self, claim: Citation) -> Content:
        words, where = claim_line(claim, self._library)
        # A native theme has no quiet colour that could be read on the ground of the cursor as well.
        quiet = "" if self.app.current_theme.ansi else "$text-quiet"
        return Content.assemble(words.content({}), "\n", where.content({}).stylize(quiet), "\n")

    def action_step(self, direction: int) -> None:
        """Move the highlight."""
        options = self.query_one(OptionList)
        if direction > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._claims[event.option_index])
