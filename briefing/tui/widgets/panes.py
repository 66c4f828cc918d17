"""The three panes of the reader, and going from one to another."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.getters import query_one
from textual.widget import Widget

from briefing.tui.lineview.line_view import LineView
from briefing.tui.widgets.card_view import CardView
from briefing.tui.widgets.claims_view import ClaimsView
from briefing.tui.widgets.outline import Outline
from briefing.tui.widgets.problems_view import ProblemsView
from briefing.tui.widgets.source.source_view import SourceView

if TYPE_CHECKING:
    from briefing.errors import Problem


class Panes(Horizontal):
    """Meetings, card and source side by side, as many as there is room for.

    Which of them are shown is said by classes of the screen: `-on-source` where only one has room,
    `-drawer` while the meetings are drawn over the others, `-zoomed` for one pane alone, `-claims`
    while the claims on a paragraph are below the source, `-broken` while problems of edited files
    are.
    """

    outline = query_one("#outline", Outline)
    card = query_one("#card", CardView)
    source = query_one("#source", SourceView)
    claims = query_one("#claims", ClaimsView)
    problems = query_one("#problems", ProblemsView)

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        yield Outline(id="outline")
        with Container(id="reading"):
            yield CardView(id="card")
            with Container(id="beside"):
                yield SourceView(id="source")
                yield ClaimsView(id="claims")
                yield ProblemsView(id="problems")

    @property
    def laid_out(self) -> bool:
        """Whether the panes are there; not where the program is left before its first frame."""
        return bool(self.query(CardView))

    def go_to(self, pane: LineView) -> None:
        """Give a pane the focus, on top where only one is shown."""
        self.screen.set_class(self.is_beside(pane), "-on-source")
        self.screen.set_class(pane is self.claims, "-claims")
        if pane is not self.outline:
            self.screen.remove_class("-drawer")
        if pane.focusable:
            pane.focus()
        else:
            self.call_after_refresh(pane.focus)

    def is_beside(self, pane: Widget | None) -> bool:
        """Whether a widget is the source, or stands below it."""
        return self.is_source(pane) or pane is self.problems

    def is_source(self, pane: Widget | None) -> bool:
        """Whether a widget is the source, or its claims."""
        return pane is self.source or pane is self.claims

    def show_problems(self, problems: "Sequence[Problem]") -> None:
        """Show what is wrong with files that were edited; nothing hides the list.

        Args:
            problems: The problems.
        """
        self.problems.show_problems(problems)
        self.screen.set_class(bool(problems), "-broken")
        if not problems and self.focused is self.problems:
            self.go_to(self.card)

    def step(self, direction: int, *, around: bool) -> None:
        """Go to the next or previous pane.

        Args:
            direction: 1 or -1.
            around: Whether the first follows the last.
        """
        shown: list[LineView] = [self.card, self.source]
        if self.focused is self.claims:
            shown[1] = self.claims
        if self.outline.display:
            shown.insert(0, self.outline)
        if self.screen.has_class("-broken"):
            shown.append(self.problems)
        here = shown.index(self.focused) if self.focused in shown else 0
        there = here + direction
        if around or 0 <= there < len(shown):
            self.go_to(shown[there % len(shown)])

    def toggle_outline(self) -> None:
        """Go to the list of meetings, drawing it over the others where it has no room; or back."""
        if self.focused is self.outline:
            self.go_to(self.card)
            return
        self.screen.add_class("-drawer")
        self.screen.remove_class("-zoomed")
        self.outline.lay_out()
        self.go_to(self.outline)

    @property
    def focused(self) -> LineView | None:
        """The pane that has the focus."""
        focused = self.screen.focused
        return focused if isinstance(focused, LineView) else None
