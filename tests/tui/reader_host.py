"""The reader in a small app of its own, and what tests ask of it."""

from rich.color import Color
from rich.segment import Segment
from textual.app import App

from briefing.library.library import Library
from briefing.tui.lineview.line_view import LineView
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.session.library.library_access import LibraryAccess
from briefing.tui.themes.themes import DARK, THEMES
from briefing.tui.widgets.claims_view import ClaimsView
from tests.tui import libraries
from tests.tui.helpers import style_of

WIDE, MEDIUM, NARROW, SMALL = (160, 45), (120, 40), (80, 24), (60, 18)


def is_on(segment: Segment, ground: Color | None) -> bool:
    """Tell whether text, and not a sign of the ribbon, is drawn on a ground."""
    in_text = segment.text not in ("┃", "━")
    return in_text and segment.style is not None and segment.style.bgcolor == ground


class ReaderHost(App[None]):
    """An app with nothing but the reader."""

    DEFAULT_MODE = "reading"

    def __init__(self, library: Library, start: str | None = None) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name
        self.access = LibraryAccess(library.root, library)
        self.reader = ReaderScreen(self.access, start)
        # As a mode and not as the default screen, for which Textual loads no style sheet.
        self.add_mode(self.DEFAULT_MODE, lambda: self.reader)
        self.said: list[str] = []

    def notify(self, message: str, **kwargs: object) -> None:
        self.said.append(message)

    @property
    def item(self) -> str:
        shown = self.reader.card_view.item
        return shown.id if shown else ""

    @property
    def claims(self) -> ClaimsView:
        return self.reader.query_one(ClaimsView)

    @property
    def where(self) -> str:
        return self.reader.status.render().plain

    def lit(self, view: LineView, role: str = "evidence") -> str:
        ground = style_of(view, role).bgcolor
        lines = (view.render_line(y) for y in range(view.size.height))
        found = (s.text for line in lines for s in line if is_on(s, ground))
        return " ".join(found).strip()


def tidy(start: str | None = None) -> ReaderHost:
    return ReaderHost(libraries.tidy(), start)
