"""A strip below a pane, as high as what it holds; the style sheet says how high at most."""

from briefing.tui.lineview.line_view import LineView

_BORDER = 1
"""Rows of the border above."""


class StripView(LineView):
    """Lists something beside a pane without covering what it is about."""

    def take_height(self) -> None:
        """Become as high as the lines that it holds at its width."""
        height = self.lines.height + _BORDER
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height

    def _fit(self) -> None:
        # Before it is seen for the first time it has no width, and all lines are long.
        super()._fit()
        self.take_height()
