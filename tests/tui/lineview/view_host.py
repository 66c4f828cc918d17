"""A view of blocks in a small app of its own."""

from briefing.tui.lineview.blocks import Block
from briefing.tui.lineview.line_view import LineView
from briefing.tui.themes.themes import THEMES
from tests.tui.helpers import Host

WORDS = "one two three four five six seven eight nine ten eleven twelve"
WRAPPED = ["six seven eight nine ten", "eleven twelve"]


def stops(count: int, text: str = WORDS) -> list[Block]:
    return [Block(f"{n} {text}", stop=True, space_after=True) for n in range(count)]


class Recorder(Host):
    def __init__(self, view: LineView, theme: str = THEMES[0].name) -> None:
        super().__init__(view, theme=theme)
        self.view = view
        self.moved: list[int] = []
        self.opened: list[int] = []

    def on_line_view_cursor_moved(self, event: LineView.CursorMoved) -> None:
        assert event.control is self.view
        self.moved.append(event.block)

    def on_line_view_activated(self, event: LineView.Activated) -> None:
        assert event.control is self.view
        self.opened.append(event.block)


def host(blocks: list[Block], cursor: int | None = None) -> Recorder:
    view = LineView()
    view.show_blocks(blocks, cursor)
    return Recorder(view)
