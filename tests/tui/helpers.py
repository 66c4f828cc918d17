"""What the tests of the reader share: small hosts and waiting without sleeping."""

import re
from collections.abc import Callable

from rich.style import Style
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget

from briefing.tui.lineview.styles import Styles
from briefing.tui.themes.themes import DARK, THEMES

HOSTILE = (
    "[the President] [sic] [/x] [@click=app.exit] \\[b]\u241b]0;owned\u2407 \ufffd31m"
    " 字体、カナ cafe\u0301 👩\u200d👩\u200d👧 \u05e9\u05dc\u05d5\u05dd"
)
"""Text as a hostile library could hold it, after the cleaning at the boundary."""

RAW_HOSTILE = "[sic] [/x] \x1b]52;c;aGk=\x07 \x1b[2J \x9b31m \u202eevil\u2066 a\tb\nc\x00\x7f"
"""The same before any cleaning."""

_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u2028\u2029]")


class Host(App[None]):
    """An app around one widget, in the reader's own colours."""

    def __init__(self, *widgets: Widget, theme: str = DARK.name) -> None:
        super().__init__()
        self._widgets = widgets
        for own in THEMES:
            self.register_theme(own)
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield from self._widgets


async def wait_until(pilot: Pilot[None], condition: Callable[[], bool], tries: int = 200) -> None:
    """Let the app work until a condition holds; fail when it never does."""
    for _ in range(tries):
        if condition():
            return
        await pilot.pause()
    raise AssertionError("the condition never came true")


def drawn(widget: Widget) -> list[str]:
    """Return what each line of a widget shows."""
    return [widget.render_line(y).text for y in range(widget.size.height)]


def style_of(view: Widget, role: str) -> Style:
    """Return how a role looks in a view as it is now."""
    return Styles(view)(role)


def control_characters(text: str) -> list[str]:
    """Return what may never reach a terminal from a library; line ends are allowed."""
    return _FORBIDDEN.findall(text.replace("\n", ""))
