"""The line that the words of a view's filter are typed into."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.tui.widgets.inputs.line_input import LineInput


class FilterLine(LineInput):
    """An input whose `enter` opens the row under the cursor, and which `escape` clears."""

    BINDING_GROUP_TITLE = "Filter of a view"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "submit",
            "Open",
            id="filter.open",
            tooltip="Open the row under the cursor",
        ),
        Binding(
            "escape",
            "screen.leave",
            "Filter off",
            id="filter.off",
            tooltip="Take the filter off and go back to the rows",
        ),
    ]
