"""The reader's line view alone: `python -m benchmarks.hosts.lines ITEMS` over real text.

`o` shows the document, `e` jumps to its middle and lights words there, `t` goes back to its top.
"""

import os
import sys

os.environ.setdefault("TEXTUAL_FPS", "120")  # Textual reads it when it is imported

from textual.app import App, ComposeResult

from benchmarks import corpus
from briefing.tui.lineview.blocks import Block, Mark, Run
from briefing.tui.lineview.line_view import LineView
from briefing.tui.themes.themes import THEMES

READY = "press o to open"


class LinesApp(App[None]):
    """Shows a short document, then a long one."""

    BINDINGS = [("o", "open", "Open"), ("e", "jump", "Jump"), ("t", "top", "Top")]

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self._texts = texts
        self.register_theme(THEMES[0])
        self.theme = THEMES[0].name

    def compose(self) -> ComposeResult:
        """Make the view."""
        yield LineView()

    def on_mount(self) -> None:
        """Show the short document."""
        view = self.query_one(LineView)
        view.show_blocks([Block(READY, stop=True)])
        view.focus()

    def action_open(self) -> None:
        """Make the blocks, which is part of opening, and show them."""
        last = len(self._texts) - 1
        self.query_one(LineView).show_blocks(
            [
                Block(
                    f"FIRST {text}" if n == 0 else f"MIDDLE {text}" if n == last // 2 else text,
                    gutter=(Run(str(n + 1)),),
                    stop=True,
                    space_after=True,
                )
                for n, text in enumerate(self._texts)
            ]
        )

    def action_jump(self) -> None:
        """Go to the block in the middle and light its first words."""
        view = self.query_one(LineView)
        middle = (len(self._texts) - 1) // 2
        view.light({middle: (Mark(0, 6, "evidence"),)})
        view.move_cursor(middle, reveal=False)
        view.reveal(middle, centre=True)

    def action_top(self) -> None:
        """Go back to the top."""
        self.query_one(LineView).action_top()


if __name__ == "__main__":
    listed = corpus.read(int(sys.argv[1]), corpus.list_file())
    LinesApp([entry.text for entry in listed]).run()
