"""A line of input that takes its keys in the order they were typed."""

from collections.abc import Iterator

from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Input

from briefing.text.cleaning import clean_block

_LEFT_TO_THE_APP = frozenset({"submit", "copy", "cut", "paste"})


def _editing_keys() -> Iterator[tuple[str, str]]:
    """Yield each key that moves in an input or deletes, and its action."""
    for binding in Binding.make_bindings(Input.BINDINGS):
        if binding.action not in _LEFT_TO_THE_APP:
            yield binding.key, binding.action


class LineInput(Input):
    """An input in which a burst of keys, as a slow line delivers it, does not change places.

    Textual inserts a letter where it arrives but hands a key that edits up to the app first, widget
    by widget, so that letters typed after a backspace would be there before it acts.
    """

    virtual_size = reactive(Size(0, 0), layout=False)
    """How wide its text is. An input sets it with each letter, and a layout reactive, as a widget's
    is, would lay the whole screen out again; the line itself never changes its size."""
    _EDITING = dict(_editing_keys())

    def validate_value(self, value: str) -> str:
        """Clean what comes into the line, wherever from: typed, pasted, remembered or offered.

        Args:
            value: The new text.
        """
        return clean_block(value)

    async def on_key(self, event: events.Key) -> None:
        """Edit at once."""
        action = self._EDITING.get(event.key)
        if action is not None:
            event.stop()
            event.prevent_default()
            await self.run_action(action)
