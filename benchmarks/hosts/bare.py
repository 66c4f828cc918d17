"""The least a Textual application can be: one line of text."""

import os

os.environ.setdefault("TEXTUAL_FPS", "120")  # Textual reads it when it is imported

from textual.app import App, ComposeResult
from textual.widgets import Static

READY = "nothing but a line"


class BareApp(App[None]):
    """Shows one line."""

    def compose(self) -> ComposeResult:
        """Make the line."""
        yield Static(READY)


if __name__ == "__main__":
    BareApp().run()
