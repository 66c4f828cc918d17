"""The line a query is typed into."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.tui.widgets.line_input import LineInput

PLACEHOLDER = 'words, "a phrase", -without, speaker: topic: date:2022..2023'


class QueryInput(LineInput):
    """An input whose `enter` opens what was found, and which takes what is typed too early.

    Args:
        query: What stands in it at first, selected so that typing replaces it.
    """

    BINDING_GROUP_TITLE = "Query"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "screen.open",
            "Open",
            id="search.open",
            tooltip="Open the hit on its card, with its source in view",
        )
    ]

    def __init__(self, query: str, *, id: str | None = None) -> None:
        # Focus comes after the first keys of a fast typist; it must not select what they typed.
        super().__init__(query, placeholder=PLACEHOLDER, select_on_focus=False, id=id)

    def take(self, text: str) -> None:
        """Put text at the cursor, in place of what is selected, as if it had been typed here."""
        self.replace(text, *sorted(self.selection))
