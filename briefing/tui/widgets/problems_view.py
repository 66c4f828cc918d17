"""What is wrong with an edited file, in a strip below the source, beside the last good view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from briefing.tui.widgets.strip_view import StripView

if TYPE_CHECKING:
    from briefing.errors import Problem


class ProblemsView(StripView):
    """Lists problems; the cursor moves by problem."""

    BINDING_GROUP_TITLE = "Problems of an edited file"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._problems: dict[int, Problem] = {}
        self._shown: Sequence[Problem] = ()

    @property
    def problem(self) -> Problem | None:
        """The problem under the cursor; the first one before the cursor is anywhere."""
        if self.cursor is None:
            return self._shown[0] if self._shown else None
        return self._problems.get(self.cursor)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong; the cursor stays on what is wrong still.

        Args:
            problems: The problems, in the order of their files.
        """
        if problems == self._shown:
            return
        from briefing.output.wording import count
        from briefing.tui.content.problems import problems_page

        before = self.problem
        self._shown = tuple(problems)
        blocks, self._problems = problems_page(problems)
        said = count(len(problems), "problem")
        self.border_title = Content(f"Broken on disk: {said} · shown as it was")
        kept = (place for place, each in self._problems.items() if each == before)
        self.show_blocks(blocks, next(kept, None))
        self.take_height()
