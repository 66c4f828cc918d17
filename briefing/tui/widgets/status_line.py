"""One line that says where the reader is: `4/27 · ¶12 of 27 · verbatim`."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from briefing.tui.content.status import StatusPart, fit

_STYLES = {
    "quiet": "$text-quiet",
    "caution": "$caution",
    "cited": "$gutter-cited",
    "verbatim": "$state-verbatim",
    "typography": "$state-typography",
    "inserted": "$state-typography",
    "drifted": "$state-drifted bold",
    "ambiguous": "$state-ambiguous bold",
    "absent": "$state-verbatim",
    "present": "$state-missing bold",
    "missing": "$state-missing bold",
    "error": "$error",
}


class StatusLine(Widget):
    """A line of statements that drops the least important ones where there is no room."""

    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        padding: 0 1 0 2;
        background: $surface;
        color: $foreground;
    }
    """

    parts: reactive[tuple[StatusPart, ...]] = reactive(())
    """The statements, in reading order."""

    def show(self, parts: Sequence[StatusPart]) -> None:
        """Show other statements."""
        self.parts = tuple(parts)

    def render(self) -> Content:
        """Return the statements that fit."""
        return fit(self.parts, self.size.width).content(_STYLES)
