"""The line a query is typed into."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from briefing.tui.widgets.inputs.line_input import LineInput

LEAVING = ("search.open", "search.close")
"""Ids of the keys that may leave the search."""
PLACEHOLDER = 'words, "a phrase", -without, speaker: topic: date:2022..2023'


class QueryInput(LineInput):
    """An input whose `enter` opens what was found, and which takes what is typed too early.

    Args:
        query: What is in it at first, selected so that typing replaces it.
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
        self._waiting = False
        self._held: list[str] = []

    async def on_key(self, event: events.Key) -> None:
        """Hold back what is typed after a key that may leave the search, until it has acted.

        Such a key goes up to the app before it acts, and letters would overtake it.
        """
        if self._waiting:
            self._held.append(event.key)
            event.stop()
            event.prevent_default()
        elif not event.is_printable:
            active = self.screen.active_bindings.get(event.key)
            self._waiting = active is not None and active.binding.id in LEAVING

    def on_paste(self, event: events.Paste) -> None:
        """Take all lines of what is pasted as one."""
        event.stop()
        event.prevent_default()
        self.take(" ".join(event.text.split()))

    def release(self) -> None:
        """Let the keys that were held back act, on whatever screen is there by now."""
        held, self._held, self._waiting = self._held, [], False
        for key in held:
            self.app.simulate_key(key)

    def take(self, text: str) -> None:
        """Put text at the cursor, in place of what is selected, as if it had been typed here."""
        self.replace(text, *sorted(self.selection))
